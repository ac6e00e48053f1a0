package stat

import (
	"math"
	"slices"
)

// Holm adjusts the p-values of one family of tests, step down: with p sorted
// upwards, adjusted(i) = max over j ≤ i of min(1, (m−j+1) p(j)). The result is
// parallel to ps. A p-value that is NaN or infinite (not_finite) or outside
// [0, 1] (out_of_range) stays undefined and does not count in m. No p-values
// give no result.
//
// Holm 1979, Scandinavian Journal of Statistics 6:65–70; R p.adjust(ps, "holm").
func Holm(ps []float64) []Number {
	adjusted := make([]Number, len(ps))
	var family []int
	for i, p := range ps {
		switch {
		case !finite(p):
			adjusted[i].Reason = NotFinite
		case p < 0 || p > 1:
			adjusted[i].Reason = OutOfRange
		default:
			family = append(family, i)
		}
	}
	slices.SortStableFunc(family, func(a, b int) int {
		switch {
		case ps[a] < ps[b]:
			return -1
		case ps[a] > ps[b]:
			return 1
		}
		return 0
	})
	highest := 0.0
	for j, i := range family {
		highest = math.Max(highest, math.Min(1, float64(len(family)-j)*ps[i]))
		adjusted[i].Value = highest
	}
	return adjusted
}
