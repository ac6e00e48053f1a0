package metrics

import (
	"cmp"
	"slices"
)

// goal is a value that was agreed for an indicator: for one cohort or, blank, for
// all, from its first to its last day.
type goal struct {
	cohort             string
	first, last, setOn int
	value              float64
}

// aim is what was agreed for a line, nil for nothing: of several that hold on a
// day of its period the one set last, and of those the cohort's own.
func (g *ground) aim(indicator string, l line) *float64 {
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
		return cmp.Or(cmp.Compare(a.setOn, b.setOn), cmp.Compare(len(a.cohort), len(b.cohort)), cmp.Compare(a.first, b.first), cmp.Compare(a.value, b.value))
	})
	return &best.value
}
