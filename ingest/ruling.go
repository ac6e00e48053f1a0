package ingest

import (
	"cmp"
	"slices"
	"strings"
)

// rulings are the decisions about what files mean: by verdict and subject the
// last one made.
type rulings map[[2]string]Decision

// rule reads decisions in the order of their making.
func rule(all []Decision) rulings {
	all = slices.Clone(all)
	slices.SortFunc(all, func(a, b Decision) int {
		return cmp.Or(cmp.Compare(a.At, b.At), cmp.Compare(a.ID, b.ID), cmp.Compare(a.Object, b.Object))
	})
	r := rulings{}
	for _, d := range all {
		switch d.Verdict {
		case AskOrder, AskMark, AskWord, AskHeading, AskRound, AskQuestion, AskTable:
			r[[2]string{d.Verdict, d.Subject}] = d
		}
	}
	return r
}

// of is the answer to a question, "" when nobody gave one.
func (r rulings) of(kind, subject string) string { return r[[2]string{kind, subject}].Object }

// decidedOf is what was decided about a file and about all files like it, by
// the names of sayings.
func (r rulings) decidedOf(f StoredFile) map[string]string {
	scope := scopeOf(f.Source, f.Kind)
	out := map[string]string{}
	if f.table() != "" {
		if told := r.of(AskTable, f.table()); told != "" {
			out[sayTable] = told
		}
	}
	for key, d := range r {
		kind, subject := key[0], key[1]
		rest, inScope := strings.CutPrefix(subject, scope+"|")
		switch {
		case kind == AskOrder && subject == scope:
			out[sayOrder] = d.Object
		case kind == AskMark && inScope:
			out[sayMark+rest] = d.Object
		case kind == AskWord && inScope:
			out[sayWord+rest] = d.Object
		case kind == AskHeading && inScope:
			out[sayHeading+rest] = d.Object
		case kind == AskRound && subject == f.ID:
			name, value, _ := strings.Cut(d.Object, " ")
			out[name] = value
		}
	}
	return out
}
