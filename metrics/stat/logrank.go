package stat

import (
	"math"
	"slices"
)

// Followed is a group of people, how long each was followed, in any unit of
// time, and whether the event was observed at the end (false: still open).
type Followed struct {
	Times    []float64
	Observed []bool
}

// TwoCurves compares when the event came in two groups.
type TwoCurves struct {
	ChiSquare, P Number
	// Events of the first and of the second group, and how many were to be
	// expected if the event came alike in both.
	Events   [2]int
	Expected [2]Number
}

// LogRank compares two groups over all times at which an event was observed:
// χ² = (O − E)²/V with one degree of freedom, where at a time with d events among
// n at risk, n1 of them of the first group, E grows by d n1/n and V by
// d (n1/n)(1 − n1/n)(n − d)/(n − 1). Undefined as Survive is where a group is,
// and where no event was observed (no_events) or never while both groups were at
// risk (no_data).
//
// Mantel 1966, Cancer Chemotherapy Reports 50:163–170; Peto and Peto 1972;
// R survdiff(Surv(time, status) ~ group).
func LogRank(first, second Followed) TwoCurves {
	none := func(reason Reason) TwoCurves {
		n := Number{Reason: reason}
		return TwoCurves{ChiSquare: n, P: n, Expected: [2]Number{n, n}}
	}
	curves := [2]Curve{Survive(first.Times, first.Observed), Survive(second.Times, second.Observed)}
	for _, curve := range curves {
		if !curve.Defined() {
			return none(curve.Reason)
		}
	}
	both := Survive(slices.Concat(first.Times, second.Times), slices.Concat(first.Observed, second.Observed))
	if both.Events == 0 {
		return none(NoEvents)
	}
	expected, variance := 0.0, 0.0
	for _, step := range both.Steps {
		if step.Events == 0 {
			continue
		}
		mine, _ := curves[0].At(step.Time)
		d, n := float64(step.Events), float64(step.AtRisk)
		share := float64(mine.AtRisk) / n
		expected += d * share
		if n > 1 {
			variance += d * share * (1 - share) * (n - d) / (n - 1)
		}
	}
	result := none(NoData)
	result.Events = [2]int{curves[0].Events, curves[1].Events}
	result.Expected = [2]Number{number(expected), number(math.Max(0, float64(both.Events)-expected))}
	if variance > 0 {
		gap := float64(curves[0].Events) - expected
		result.ChiSquare = number(gap * gap / variance)
		result.P = number(math.Erfc(math.Sqrt(gap * gap / variance / 2)))
	}
	return result
}
