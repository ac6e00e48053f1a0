package stat

import (
	"math"
	"sort"

	"gonum.org/v1/gonum/stat/distuv"
)

// Quantile is the p-quantile of xs by linear interpolation between order
// statistics at (n−1)p + 1 (type 7), in the unit of xs. No observation is
// undefined (no_data), as are p outside [0, 1] (out_of_range) and what is not
// finite. One observation is each of its quantiles.
//
// Hyndman and Fan 1996, American Statistician 50:361–365, definition 7;
// R quantile(xs, p, type = 7).
func Quantile(xs []float64, p float64) Number {
	if reason := observations(xs); reason != "" {
		return Number{Reason: reason}
	}
	switch {
	case !finite(p):
		return Number{Reason: NotFinite}
	case p < 0 || p > 1:
		return Number{Reason: OutOfRange}
	}
	sorted := ascending(xs)
	place := p * float64(len(sorted)-1)
	below := int(place)
	above := min(below+1, len(sorted)-1)
	low, high, part := sorted[below], sorted[above], place-float64(below)
	return number(between(low, (1-part)*low+part*high, high))
}

// Median is the 0.5-quantile of xs: the middle one, or the mean of the two
// middle ones. Undefined as Quantile is.
func Median(xs []float64) Number { return Quantile(xs, 0.5) }

// MedianRange is a median between two order statistics. Coverage is the
// probability, at least 0.95, that such an interval holds the true median of a
// continuous variable; it is undefined with the interval.
type MedianRange struct {
	Estimate
	Coverage Number
}

// MedianInterval is the median of xs with its exact distribution-free interval
// from x(k) to x(n−k+1), where k is the 0.025-quantile of the binomial
// distribution (n, 0.5) and x(i) the i-th smallest, in the unit of xs. Fewer
// than six observations have a median but no interval (too_few). None is
// undefined (no_data), as is one that is not finite. Equal observations give
// an interval without width.
//
// Conover 1999, Practical Nonparametric Statistics, section 3.2;
// R DescTools::MedianCI(method = "exact").
func MedianInterval(xs []float64) MedianRange {
	if reason := observations(xs); reason != "" {
		return MedianRange{Estimate: undefined(reason), Coverage: Number{Reason: reason}}
	}
	sorted := ascending(xs)
	heads := distuv.Binomial{N: float64(len(sorted)), P: 0.5}
	k := sort.Search(len(sorted), func(k int) bool { return heads.CDF(float64(k)) >= tail })
	result := MedianRange{Estimate: Estimate{Value: Median(sorted)}}
	if k == 0 {
		result.Interval.Reason = TooFew
		result.Coverage.Reason = TooFew
		return result
	}
	result.Interval = interval(sorted[k-1], sorted[len(sorted)-k])
	result.Coverage = number(math.Min(1, 1-2*heads.CDF(float64(k-1))))
	return result
}
