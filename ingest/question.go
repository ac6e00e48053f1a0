package ingest

import (
	"strconv"
	"strings"

	"valuetrail/internal/vocabulary"
)

// LinkQuestions leads every question column to an item of the question list: by
// item id, column heading or wording, compared loosely; the native id of the
// platform serves too. A question that no list knows, or only that of another
// round, keeps an item of its own, unless people decided what it asks.
func LinkQuestions(seen []QuestionSeen, items []Item, meant map[string]Meaning) QuestionLinks {
	var out QuestionLinks
	known := map[string][]Item{}
	for _, it := range items {
		done := map[string]bool{}
		for _, word := range []string{it.ID, it.Header, it.Text} {
			if key := vocabulary.Loose(word); key != "" && !done[key] {
				done[key] = true
				known[key] = append(known[key], it)
			}
		}
		out.Labels = append(out.Labels, labelsOf(it)...)
	}
	made := map[string]bool{}
	for _, q := range seen {
		linked := out.link(q, known)
		if linked[""] {
			continue
		}
		own := unlistedItem(q) // in a round whose list lacks it
		_, decided := meant[own]
		id, m, known := meantBy(own, meant)
		switch {
		case known && m.LeaveOut:
			continue
		case known && !made[id]:
			made[id] = true
			out.Items = append(out.Items, m.item(id))
			out.Labels = append(out.Labels, labelsOf(m.item(id).Item)...)
		}
		out.Questions = append(out.Questions, QuestionLink{q.FileID, q.Sheet, q.Column, "", id})
		if len(linked) == 0 && !decided {
			out.Unlisted = append(out.Unlisted, Unlisted{q, id})
		}
	}
	return out
}

// meantBy is the item that a question is after all that people decided, which may be
// another one in other words, and that a third; known tells that they said what it
// asks. Questions that are each the other in other words stay what they are.
func meantBy(id string, meant map[string]Meaning) (item string, m Meaning, known bool) {
	item = id
	for range len(meant) + 1 {
		m, known = meant[item]
		if !known || m.LeaveOut || m.SameAs == "" {
			return item, m, known
		}
		item = m.SameAs
	}
	return id, Meaning{}, false
}

// link leads a question to the items of its words; it tells in which rounds, ""
// for all, it found one.
func (l *QuestionLinks) link(q QuestionSeen, known map[string][]Item) map[string]bool {
	linked := map[string]bool{}
	for _, word := range []string{q.Heading, q.Wording, q.Native} {
		key := vocabulary.Loose(word)
		if key == "" {
			continue
		}
		for _, it := range known[key] {
			if !linked[it.Wave] {
				linked[it.Wave] = true
				l.Questions = append(l.Questions, QuestionLink{q.FileID, q.Sheet, q.Column, it.Wave, it.ID})
			}
		}
	}
	return linked
}

// unlistedItem names a question that no list knows after what it asks.
func unlistedItem(q QuestionSeen) string {
	for _, word := range []string{q.Wording, q.Heading} {
		if key := vocabulary.Loose(word); key != "" {
			return unlisted + hashed(key)
		}
	}
	return unlisted + strconv.Itoa(q.Column)
}

// unlisted begins the items of questions that no list knows.
const unlisted = "unlisted-"

// IsUnlisted reports whether an item is that of a question that no list knows.
func IsUnlisted(item string) bool { return strings.HasPrefix(item, unlisted) }
