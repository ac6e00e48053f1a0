// Package stat computes intervals, quantiles, survival and the like: pure
// functions on numbers. It knows nothing of members, stories or audiences,
// reads no file and asks no clock; which statistic applies to which figure is
// decided in metrics.
//
// Every interval is two-sided at 95 %. What cannot be computed is not a number:
// it comes back undefined, with a Reason, and holds zeros. NaN and infinities
// neither stop a function nor leave one; only where a function says that NaN
// stands for no answer is it left out. Results do not depend on the order of the
// observations, to the last bit, and no argument is changed.
package stat

import (
	"math"
	"slices"
)

// z is the 0.975 quantile of the standard normal distribution, and tail what
// an interval leaves out on each side.
const (
	z    = 1.959963984540054
	tail = 0.025
)

// Reason is a code that says why a result is undefined; empty means that the
// result is defined.
type Reason string

// The reasons that this package gives.
const (
	NoData         Reason = "no_data"         // nothing was observed, or nothing is left to divide by
	TooFew         Reason = "too_few"         // defined in principle, not for so few observations
	Constant       Reason = "constant"        // all observations are equal, so the spread says nothing
	NotFinite      Reason = "not_finite"      // an input, or the result, is NaN or infinite
	OutOfRange     Reason = "out_of_range"    // an input lies where it cannot, such as x above n
	UnequalLengths Reason = "unequal_lengths" // slices that must run in parallel do not
	NotReached     Reason = "not_reached"     // the curve never falls as low as asked
	NoEvents       Reason = "no_events"       // nothing has happened yet, so there is no variance
	NoneLeft       Reason = "none_left"       // everybody at risk had the event: the variance is undefined
)

// Number is a result that may be undefined; Value is then 0 and means nothing.
type Number struct {
	Value  float64
	Reason Reason
}

// Defined tells whether Value means anything.
func (n Number) Defined() bool { return n.Reason == "" }

// Interval runs from Low to High, both included, in the unit of what it is
// about; where it is undefined both are 0 and mean nothing.
type Interval struct {
	Low, High float64
	Reason    Reason
}

// Defined tells whether Low and High mean anything.
func (i Interval) Defined() bool { return i.Reason == "" }

// Estimate is a value and its 95 % interval. Each may be undefined without the
// other: one observation has a mean but no interval.
type Estimate struct {
	Value    Number
	Interval Interval
}

// number is value, unless that is NaN or infinite.
func number(value float64) Number {
	if !finite(value) {
		return Number{Reason: NotFinite}
	}
	return Number{Value: value}
}

// interval is [low, high], unless one of them is NaN or infinite.
func interval(low, high float64) Interval {
	if !finite(low, high) {
		return Interval{Reason: NotFinite}
	}
	return Interval{Low: low, High: high}
}

func undefined(reason Reason) Estimate {
	return Estimate{Value: Number{Reason: reason}, Interval: Interval{Reason: reason}}
}

func finite(xs ...float64) bool {
	for _, x := range xs {
		if math.IsNaN(x) || math.IsInf(x, 0) {
			return false
		}
	}
	return true
}

// ascending returns a sorted copy without negative zeros, which sort as they
// came. Sums run over it too: floating-point sums depend on the order of their
// terms.
func ascending(xs []float64) []float64 {
	sorted := slices.Clone(xs)
	for i := range sorted {
		sorted[i] += 0 // −0 + 0 is +0
	}
	slices.Sort(sorted)
	return sorted
}

// observations tells why xs cannot be computed with, or nothing.
func observations(xs []float64) Reason {
	switch {
	case len(xs) == 0:
		return NoData
	case !finite(xs...):
		return NotFinite
	}
	return ""
}

// between returns x, or the bound that it oversteps by rounding.
func between(low, x, high float64) float64 {
	return math.Max(low, math.Min(high, x))
}
