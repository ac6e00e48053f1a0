package metrics

import (
	"context"
	"fmt"
	"math"
	"time"

	"valuetrail/queries"
)

// GradeOf is the grade of a part of which a share is there.
func GradeOf(share float64) Grade { return gradeOf(share) }

// TallyDiffers says where adding up observations gives other figures than the
// SQL of the kind, period by period, and how many figures were looked at.
func TallyDiffers(ctx context.Context, src Source, ind queries.Indicator, s Scope) (faults []string, looked int, err error) {
	s = s.whole()
	want, err := figures(ctx, src, ind, s)
	if err != nil {
		return nil, 0, err
	}
	seen, err := observations(ctx, src, ind, s)
	if err != nil {
		return nil, 0, err
	}
	by := map[string][]observation{}
	for _, o := range seen {
		by[o.period] = append(by[o.period], o)
	}
	got := map[line]figure{}
	for _, f := range want {
		for _, g := range tally(ind, f.community, f.cohort, f.period, by[f.period]) {
			got[g.line()] = g
		}
	}
	for _, f := range want {
		g, ok := got[f.line()]
		if !ok && f.denominator == 0 && f.population == 0 {
			continue // a class that the data have elsewhere
		}
		looked++
		if !ok || g.people != f.people || g.population != f.population || g.denominator != f.denominator ||
			!alike(g.value, f.value) || !alike(g.numerator, f.numerator) || !alike(g.spread, f.spread) || !alike(g.low, f.low) || !alike(g.high, f.high) {
			faults = append(faults, fmt.Sprintf("%+v: got %+v, want %+v", f.line(), g, f))
		}
	}
	return faults, looked, nil
}

func alike(a, b *float64) bool {
	if a == nil || b == nil {
		return a == b
	}
	return math.Abs(*a-*b) < 1e-9
}

// Tallied are the kinds that TallyDiffers can hold to their SQL.
var Tallied = tallied

// PatienceWithOwn is how long a statement of a user's indicator may take; it gives
// back what it was.
func PatienceWithOwn(d time.Duration) time.Duration {
	was := ownPatience
	ownPatience = d
	return was
}
