package stat

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// MeanT is the arithmetic mean of xs with its t interval,
// m ± t(n−1, 0.975) · s/√n, in the unit of xs. No observation is undefined
// (no_data), as is one that is not finite. One observation has a mean but no
// interval (too_few); equal ones have a mean but no interval (constant).
//
// Student 1908; R t.test(xs)$conf.int.
func MeanT(xs []float64) Estimate {
	if reason := observations(xs); reason != "" {
		return undefined(reason)
	}
	mean, sd := moments(ascending(xs))
	return MeanTOf(mean, sd, len(xs))
}

// MeanTOf is MeanT for n observations of which only the mean and the sample
// standard deviation (divided by n−1; whatever it is for n = 1, it is not used)
// are known. n = 0 is undefined (no_data), as are n or sd below 0
// (out_of_range) and what is not finite; sd = 0 leaves the interval undefined
// (constant).
func MeanTOf(mean, sd float64, n int) Estimate {
	switch {
	case n == 0:
		return undefined(NoData)
	case n < 0:
		return undefined(OutOfRange)
	case !finite(mean):
		return undefined(NotFinite)
	case n == 1:
		return Estimate{Value: number(mean), Interval: Interval{Reason: TooFew}}
	case !finite(sd):
		return undefined(NotFinite)
	case sd < 0:
		return undefined(OutOfRange)
	case sd == 0:
		return Estimate{Value: number(mean), Interval: Interval{Reason: Constant}}
	}
	t := distuv.StudentsT{Mu: 0, Sigma: 1, Nu: float64(n - 1)}.Quantile(1 - tail)
	reach := t * sd / math.Sqrt(float64(n))
	return Estimate{Value: number(mean), Interval: interval(mean-reach, mean+reach)}
}

// moments returns the mean and the sample standard deviation of at least one
// observation, in two passes; equal observations give a deviation of exactly 0.
func moments(sorted []float64) (mean, sd float64) {
	n := float64(len(sorted))
	lowest, highest := sorted[0], sorted[len(sorted)-1]
	if lowest == highest {
		return lowest, 0
	}
	for _, x := range sorted {
		mean += x / n
	}
	mean = between(lowest, mean, highest)
	// Measured in units of the range, squares neither overflow nor vanish.
	unit, squares := highest-lowest, 0.0
	for _, x := range sorted {
		squares += (x - mean) / unit * ((x - mean) / unit)
	}
	return mean, unit * math.Sqrt(squares/(n-1))
}
