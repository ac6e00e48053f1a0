package ingest

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode"

	"valuetrail/internal/vocabulary"
)

// words are those of a question as people read it.
func (q QuestionSeen) words() string { return strings.TrimSpace(cmp.Or(q.Wording, q.Heading)) }

// formQuestions are the questions of each file in the order of their columns, each
// once though it has several columns. What several have for an id is none.
func formQuestions(seen []QuestionSeen) map[string][]QuestionSeen {
	all, there, ids := map[string][]QuestionSeen{}, map[[2]string]bool{}, map[[2]string]int{}
	for _, q := range seen {
		if key := [2]string{q.FileID, vocabulary.Loose(q.words())}; q.words() != "" && !there[key] {
			there[key] = true
			ids[[2]string{q.FileID, q.Native}]++
			all[q.FileID] = append(all[q.FileID], q)
		}
	}
	for _, file := range all {
		for i, q := range file {
			if ids[[2]string{q.FileID, q.Native}] > 1 {
				file[i].Native = ""
			}
		}
	}
	return all
}

// formBefore is the export of a form before one: that of the earlier files of its
// source which has most of its questions, half of the fewer at least, the latest of
// several; false without one.
func formBefore(of SourceOrder, all []SourceOrder, asked map[string][]QuestionSeen) (SourceOrder, bool) {
	now := asked[of.FileID]
	var best SourceOrder
	most := 0
	for _, o := range all {
		was := asked[o.FileID]
		if o.FileID == of.FileID || o.Source != of.Source || o.Kind != of.Kind || o.Compare(of) >= 0 || len(was) == 0 {
			continue
		}
		come, gone := changedQuestions(now, was)
		both := len(now) - len(come)
		for _, q := range come {
			if slices.ContainsFunc(gone, func(g QuestionSeen) bool { return sameID(q.Native, g.Native) }) {
				both++
			}
		}
		if both > 0 && both*2 >= min(len(now), len(was)) && (both > most || both == most && best.Compare(o) < 0) {
			best, most = o, both
		}
	}
	return best, most > 0
}

// changedQuestions are those that only the one or only the other has.
func changedQuestions(now, was []QuestionSeen) (come, gone []QuestionSeen) {
	only := func(a, b []QuestionSeen) (out []QuestionSeen) {
		there := map[string]bool{}
		for _, q := range b {
			there[vocabulary.Loose(q.words())] = true
		}
		return slices.DeleteFunc(slices.Clone(a), func(q QuestionSeen) bool { return there[vocabulary.Loose(q.words())] })
	}
	return only(now, was), only(was, now)
}

// sameID reports whether two are one and look like what tools call a question.
func sameID(a, b string) bool {
	return a == b && strings.ContainsFunc(a, unicode.IsDigit) && strings.ContainsFunc(a, unicode.IsLetter) && !strings.ContainsFunc(a, unicode.IsSpace)
}

// codeOf is the heading of a question whose words stand elsewhere.
func codeOf(q QuestionSeen) string {
	if q.Wording == "" || q.Wording == q.Heading {
		return ""
	}
	return q.Heading
}

// slot is where a question stands between those that stayed.
type slot struct {
	before, after string
	nth, of       int
}

// slots are the places of the questions that did not stay.
func slots(all, changed []QuestionSeen) map[QuestionSeen]slot {
	moved := map[QuestionSeen]bool{}
	for _, q := range changed {
		moved[q] = true
	}
	out := map[QuestionSeen]slot{}
	var open []QuestionSeen
	before := ""
	close := func(after string) {
		for i, q := range open {
			out[q] = slot{before, after, i, len(open)}
		}
		open = nil
	}
	for _, q := range all {
		if moved[q] {
			open = append(open, q)
			continue
		}
		close(vocabulary.Loose(q.words()))
		before = vocabulary.Loose(q.words())
	}
	close("")
	maps.DeleteFunc(out, func(_ QuestionSeen, s slot) bool { return s.before == "" && s.after == "" }) // nothing stayed
	return out
}
