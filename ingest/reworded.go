package ingest

import (
	"cmp"
	"maps"
	"strings"
	"unicode"

	"valuetrail/internal/vocabulary"
)

// words are those of a question as people read it.
func (q QuestionSeen) words() string { return strings.TrimSpace(cmp.Or(q.Wording, q.Heading)) }

// askedForm is what one file asks: its questions in the order of their columns, each
// once though it has several columns, and their words, loose, in the same order.
type askedForm struct {
	questions []QuestionSeen
	keys      []string
	has       map[string]bool // words
	ids       map[string]bool // that look like a tool's
}

// askedForms are the forms of files, by their ids. What several questions have for an
// id is none.
func askedForms(seen []QuestionSeen) map[string]askedForm {
	all, ids := map[string]askedForm{}, map[[2]string]int{}
	for _, q := range seen {
		f, key := all[q.FileID], vocabulary.Loose(q.words())
		if key == "" || f.has[key] {
			continue
		}
		if f.has == nil {
			f.has, f.ids = map[string]bool{}, map[string]bool{}
		}
		f.questions, f.keys, f.has[key] = append(f.questions, q), append(f.keys, key), true
		ids[[2]string{q.FileID, q.Native}]++
		all[q.FileID] = f
	}
	for _, f := range all {
		for i, q := range f.questions {
			if ids[[2]string{q.FileID, q.Native}] > 1 {
				f.questions[i].Native = ""
			} else if sameID(q.Native, q.Native) {
				f.ids[q.Native] = true
			}
		}
	}
	return all
}

// shares counts the questions that another form asks too, in whatever words.
func (f askedForm) shares(other askedForm) int {
	both := 0
	for i, q := range f.questions {
		if other.has[f.keys[i]] || other.ids[q.Native] {
			both++
		}
	}
	return both
}

// without are the questions of a form that another does not ask in these words.
func (f askedForm) without(other askedForm) (out []QuestionSeen) {
	for i, q := range f.questions {
		if !other.has[f.keys[i]] {
			out = append(out, q)
		}
	}
	return out
}

// formBefore is the export of a form before one: that of the earlier files of its
// source which has most of its questions, half of the fewer at least, the latest of
// several; false without one.
func formBefore(of SourceOrder, all []SourceOrder, asked map[string]askedForm) (SourceOrder, bool) {
	now := asked[of.FileID]
	var best SourceOrder
	most := 0
	for _, o := range all {
		was := asked[o.FileID]
		if o.FileID == of.FileID || o.Source != of.Source || o.Kind != of.Kind || len(was.questions) == 0 || o.Compare(of) >= 0 {
			continue
		}
		both := now.shares(was)
		if both > 0 && both*2 >= min(len(now.questions), len(was.questions)) && (both > most || both == most && best.Compare(o) < 0) {
			best, most = o, both
		}
	}
	return best, most > 0
}

// changedQuestions are those that only the one or only the other has.
func changedQuestions(now, was askedForm) (come, gone []QuestionSeen) {
	return now.without(was), was.without(now)
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
