package stat

import "math"

// Wilson is the score interval of a proportion, x of n, without continuity
// correction: (x + z²/2 ± z √(x(n−x)/n + z²/4)) / (n + z²). The bounds are
// fractions in [0, 1]; x = 0 gives exactly 0 below, x = n exactly 1 above.
// n = 0 is undefined (no_data), as is x below 0 or above n, or n below 0
// (out_of_range), and what is not finite. n need not be whole: an effective
// number of observations will do.
//
// Wilson 1927; Newcombe 1998, Statistics in Medicine 17:857–872, method 3;
// R prop.test(correct = FALSE).
func Wilson(x, n float64) Interval {
	if reason := counts(x, n); reason != "" {
		return Interval{Reason: reason}
	}
	return interval(wilsonAt(x, n, z))
}

// wilsonAt are the bounds of x of n for any quantile of the normal distribution.
func wilsonAt(x, n, at float64) (low, high float64) {
	middle := x + at*at/2
	reach := at * math.Sqrt(x*((n-x)/n)+at*at/4)
	low, high = (middle-reach)/(n+at*at), (middle+reach)/(n+at*at)
	share := x / n
	if x == 0 {
		low = 0
	}
	if x == n {
		high = 1
	}
	// For a vast n the bounds come within rounding of the share itself.
	return between(0, low, share), between(share, high, 1)
}

// Newcombe is the difference of two independent proportions, x1/n1 − x2/n2,
// with the hybrid score interval without continuity correction:
// d − √((p1−l1)² + (u2−p2)²) to d + √((u1−p1)² + (p2−l2)²), where l and u are
// the Wilson bounds. Value and bounds are differences of fractions in [−1, 1].
// Undefined, for the same reasons, where Wilson of either side is.
//
// Newcombe 1998, Statistics in Medicine 17:873–890, method 10;
// R Epi::ci.pd(method = "Nc").
func Newcombe(x1, n1, x2, n2 float64) Estimate {
	first, second := Wilson(x1, n1), Wilson(x2, n2)
	if !first.Defined() {
		return undefined(first.Reason)
	}
	if !second.Defined() {
		return undefined(second.Reason)
	}
	p1, p2 := x1/n1, x2/n2
	difference := p1 - p2
	low := difference - math.Hypot(p1-first.Low, second.High-p2)
	high := difference + math.Hypot(first.High-p1, p2-second.Low)
	return Estimate{
		Value:    number(difference),
		Interval: interval(between(-1, low, difference), between(difference, high, 1)),
	}
}

// SilentBounds is the lowest and the highest share of a whole population that
// can be true whatever those who did not answer think, when x of those who
// answered said yes: x/N to (x + N − answered)/N, fractions in [0, 1]. It is
// certain, not a confidence interval; where nobody answered it is [0, 1].
// A population of 0 is undefined (no_data), as are x above answered, answered
// above population and anything negative (out_of_range), and what is not finite.
//
// Manski 1989, Journal of Human Resources 24:343–360 (worst-case bounds).
func SilentBounds(x, answered, population float64) Interval {
	return SilentMeanBounds(x, answered, population, Scale{Lowest: 0, Highest: 1})
}

// SilentMeanBounds is SilentBounds for a mean: sum is the sum of the scores of
// those who answered, each on the scale, and the bounds are those of the mean
// of all, (sum + silent·lowest)/N to (sum + silent·highest)/N, in the unit of
// the scale. Undefined as there, and where sum cannot be the sum of so many
// scores or the scale runs backwards (out_of_range).
func SilentMeanBounds(sum, answered, population float64, scale Scale) Interval {
	lowest, highest := scale.Lowest, scale.Highest
	switch {
	case !finite(sum, answered, population, lowest, highest):
		return Interval{Reason: NotFinite}
	case population == 0 && answered == 0:
		return Interval{Reason: NoData}
	case answered < 0 || answered > population || lowest > highest:
		return Interval{Reason: OutOfRange}
	}
	// A sum of scores is seldom exact in its last bits.
	slack := 1e-9 * math.Max(1, answered*math.Max(math.Abs(lowest), math.Abs(highest)))
	if sum < answered*lowest-slack || sum > answered*highest+slack {
		return Interval{Reason: OutOfRange}
	}
	silent := population - answered
	low := (sum + silent*lowest) / population
	high := (sum + silent*highest) / population
	if !finite(low, high) {
		return Interval{Reason: NotFinite}
	}
	return Interval{Low: between(lowest, low, highest), High: between(lowest, high, highest)}
}

// counts tells why x of n is not a proportion, or nothing.
func counts(x, n float64) Reason {
	switch {
	case !finite(x, n):
		return NotFinite
	case x < 0 || n < 0 || x > n:
		return OutOfRange
	case n == 0:
		return NoData
	}
	return ""
}
