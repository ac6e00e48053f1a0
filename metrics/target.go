package metrics

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"valuetrail/internal/privacy"
	"valuetrail/internal/vocabulary"
	"valuetrail/queries"
)

// goal is a value that was agreed for an indicator: for one cohort or, blank, for
// all, from its first to its last day, as it stands since a day.
type goal struct {
	cohort             string
	first, last, since int
	value              float64
	how                Agreed
}

// goals are what was agreed, by community and indicator. Whoever is not the
// convenor reads no names in it, and nothing in words where the scope does not
// say whose names there are.
func goals(ctx context.Context, src Source, s Scope) (map[string]map[string][]goal, error) {
	s = s.whole()
	all, worded := map[string]map[string][]goal{}, false
	for r, err := range src.Rows(ctx, queries.Question("targets"), map[string]any{"community": orNull(s.Community)}) {
		if err != nil {
			return nil, fmt.Errorf("ask targets: %w", err)
		}
		c, id := text(r[0]), text(r[1])
		t := goal{cohort: text(r[2]), first: whole(r[3]), last: whole(r[4]), since: whole(r[5]), value: number(r[6]),
			how: Agreed{On: maybeWhole(r[7]), By: text(r[8]), Why: text(r[9])}}
		worded = worded || t.how.By+t.how.Why != ""
		put(all, c, id, append(all[c][id], t))
	}
	if !worded {
		return all, nil
	}
	names, err := redactor(ctx, src, s)
	if err != nil {
		return nil, err
	}
	for _, of := range all {
		for _, list := range of {
			for i := range list {
				how := &list[i].how
				how.By, how.Why = names.text(how.By, ""), names.text(how.Why, "")
				if how.By == privacy.Redacted {
					how.By = "" // nothing is left to read
				}
				if s.Community == "" && s.Audience != vocabulary.Convenor {
					how.By, how.Why = "", ""
				}
			}
		}
	}
	return all, nil
}

// aim is what was agreed for a line, nil for nothing: of several that hold on a
// day of its period the one set last, and of those the cohort's own.
func (g *ground) aim(indicator string, l line) *goal {
	if l.group != "" || l.part != "" {
		return nil
	}
	period, known := g.periods[l.community][l.period]
	fits := slices.DeleteFunc(slices.Clone(g.targets[l.community][indicator]), func(t goal) bool {
		return t.cohort != "" && t.cohort != l.cohort || known && (t.first > period.last || t.last < period.first)
	})
	if len(fits) == 0 {
		return nil
	}
	best := slices.MaxFunc(fits, func(a, b goal) int {
		return cmp.Or(cmp.Compare(a.since, b.since), cmp.Compare(len(a.cohort), len(b.cohort)), cmp.Compare(a.first, b.first), cmp.Compare(a.value, b.value))
	})
	return &best
}
