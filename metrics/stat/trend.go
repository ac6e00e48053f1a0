package stat

import (
	"cmp"
	"math"
	"slices"
)

// Trend is how a series rises or falls.
type Trend struct {
	// Slope is Theil and Sen's with its interval, in units of the value for one
	// unit of time.
	Slope    Estimate
	S        Number // pairs of points that rise less pairs that fall
	Variance Number // of S where there is no trend
	Z, P     Number // Mann and Kendall's test with continuity correction, two-sided
	Tau      Number // S as a share of all pairs that could rise or fall, −1 to 1
	Points   int
}

// MannKendall looks for a trend in values at different times, in any order. The
// slope is the median of the slopes of all pairs of points, and its interval
// reaches from the (N−C)/2-th to the (N+C)/2+1-th of the N slopes upwards,
// C = z √Var S, rounded to the nearest. Var S is (n(n−1)(2n+5) − Σ t(t−1)(2t+5))/18, t
// being how many share a value. The test takes points to be independent: what
// carries over from one to the next makes p too small. No points are undefined
// (no_data), as are slices of unequal length (unequal_lengths), two values at one
// time (out_of_range) and what is not finite; fewer than three points are
// undefined (too_few). Where all values are equal the slope is 0 and there is no
// test and no interval (constant); where so few points have no slope far enough
// out, no interval (too_few).
//
// Mann 1945, Econometrica 13:245–259; Kendall 1975, Rank Correlation Methods;
// Sen 1968, Journal of the American Statistical Association 63:1379–1389;
// R trend::mk.test, trend::sens.slope.
func MannKendall(times, values []float64) Trend {
	none := func(reason Reason) Trend {
		n := Number{Reason: reason}
		return Trend{Slope: undefined(reason), S: n, Variance: n, Z: n, P: n, Tau: n}
	}
	order, reason := inTime(times, values)
	if reason != "" {
		return none(reason)
	}
	if len(order) < 3 {
		return none(TooFew)
	}
	n := float64(len(order))
	slopes := make([]float64, 0, len(order)*(len(order)-1)/2)
	s := 0.0
	for later, i := range order {
		for _, j := range order[:later] {
			slopes = append(slopes, (values[i]-values[j])/(times[i]-times[j]))
			switch {
			case values[i] > values[j]:
				s++
			case values[i] < values[j]:
				s--
			}
		}
	}
	if !finite(slopes...) {
		return none(NotFinite)
	}
	ties, tiedPairs := tieSums(values)
	variance := (n*(n-1)*(2*n+5) - ties) / 18
	t := none(Constant)
	t.Points, t.S, t.Slope.Value = len(order), number(s), Median(slopes)
	if variance <= 0 || tiedPairs == n*(n-1)/2 {
		return t
	}
	t.Variance = number(variance)
	at := 0.0
	if s != 0 {
		at = math.Copysign(math.Abs(s)-1, s) / math.Sqrt(variance)
	}
	t.Z, t.P = normalTest(at)
	pairs := n * (n - 1) / 2
	t.Tau = number(between(-1, s/math.Sqrt((pairs-tiedPairs)*pairs), 1))
	t.Slope.Interval = slopeInterval(ascending(slopes), z*math.Sqrt(variance))
	return t
}

// slopeInterval takes the slopes that lie c apart in rank around the middle.
func slopeInterval(sorted []float64, c float64) Interval {
	n := float64(len(sorted))
	low, high := int(math.Round((n-c)/2)), int(math.Round((n+c)/2+1))
	if low < 1 || high > len(sorted) {
		return Interval{Reason: TooFew}
	}
	return interval(sorted[low-1], sorted[high-1])
}

// inTime gives the places of the values from the earliest to the latest.
func inTime(times, values []float64) ([]int, Reason) {
	if len(times) != len(values) {
		return nil, UnequalLengths
	}
	for _, xs := range [][]float64{times, values} {
		if reason := observations(xs); reason != "" {
			return nil, reason
		}
	}
	order := make([]int, len(times))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(times[a], times[b]) })
	for i := 1; i < len(order); i++ {
		if times[order[i]] == times[order[i-1]] {
			return nil, OutOfRange
		}
	}
	return order, ""
}

// tieSums gives Σ t(t−1)(2t+5), and the pairs of equal ones, Σ t(t−1)/2.
func tieSums(values []float64) (ties, pairs float64) {
	sorted := ascending(values)
	for first := 0; first < len(sorted); {
		after := first + 1
		for after < len(sorted) && sorted[after] == sorted[first] {
			after++
		}
		t := float64(after - first)
		ties += t * (t - 1) * (2*t + 5)
		pairs += t * (t - 1) / 2
		first = after
	}
	return ties, pairs
}
