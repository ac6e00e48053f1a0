package stat

import (
	"math"
	"slices"
	"sort"

	"gonum.org/v1/gonum/stat/distuv"
)

// Effect is a difference of two means in units of the deviation within groups.
// The estimate is Hedges' g, free of the bias of small groups, with its normal
// interval; all are pure numbers.
type Effect struct {
	Estimate
	D     Number // Cohen's d, (m1 − m2)/s, before the correction
	J     Number // the correction: g = J·d
	Error Number // standard error of g
	// Noncentral is the interval of g from the noncentral t distribution, which
	// differs from the normal one in the second or third digit.
	Noncentral Interval
}

// HedgesG is the standardised difference of two means, x less y: J (m1 − m2)/s,
// where s is the pooled standard deviation, df = n1 + n2 − 2 and
// J = Γ(df/2)/(√(df/2) Γ((df−1)/2)). Its interval is g ± z·se with
// se = √((n1+n2)/(n1 n2) + g²/(2(n1+n2))). Undefined where either group is empty
// (no_data), together they are fewer than four (too_few: J has no value for
// df = 1), nobody differs within the groups (constant), or something is not
// finite.
//
// Hedges 1981, Journal of Educational Statistics 6:107–128; Borenstein et al.
// 2009, Introduction to Meta-Analysis, chapter 4;
// R effectsize::hedges_g(x, y, pooled_sd = TRUE).
func HedgesG(x, y []float64) Effect {
	for _, xs := range [][]float64{x, y} {
		if reason := observations(xs); reason != "" {
			return noEffect(reason)
		}
	}
	m1, s1 := moments(ascending(x))
	m2, s2 := moments(ascending(y))
	return HedgesGOf(m1, s1, len(x), m2, s2, len(y))
}

// HedgesGOf is HedgesG for groups of which only the mean, the sample standard
// deviation (divided by n−1; not used for n = 1) and the number are known.
func HedgesGOf(mean1, sd1 float64, n1 int, mean2, sd2 float64, n2 int) Effect {
	if n1 == 1 {
		sd1 = 0
	}
	if n2 == 1 {
		sd2 = 0
	}
	switch {
	case n1 < 0 || n2 < 0:
		return noEffect(OutOfRange)
	case n1 == 0 || n2 == 0:
		return noEffect(NoData)
	case !finite(mean1, sd1, mean2, sd2):
		return noEffect(NotFinite)
	case sd1 < 0 || sd2 < 0:
		return noEffect(OutOfRange)
	case n1+n2 < 4:
		return noEffect(TooFew)
	case sd1 == 0 && sd2 == 0:
		return noEffect(Constant)
	}
	a, b := float64(n1), float64(n2)
	df := a + b - 2
	unit := math.Max(sd1, sd2) // so that squares do not vanish
	pooled := unit * math.Sqrt(((a-1)*(sd1/unit)*(sd1/unit)+(b-1)*(sd2/unit)*(sd2/unit))/df)
	d := (mean1 - mean2) / pooled
	if !finite(d) {
		return noEffect(NotFinite)
	}
	j := correction(df)
	g := j * d
	se := math.Sqrt((a+b)/(a*b) + g*g/(2*(a+b)))
	scale := math.Sqrt((a + b) / (a * b))
	return Effect{
		Estimate: Estimate{Value: number(g), Interval: interval(g-z*se, g+z*se)},
		D:        number(d), J: number(j), Error: number(se),
		Noncentral: noncentral(d/scale, df, j*scale),
	}
}

// PairedG is the standardised mean difference of pairs, x less y, in units of the
// deviation between people as it is before and after, so that it stands beside
// HedgesG: d = mean of x − y over s, s² = (s²x + s²y)/2, and g = J·d with J of
// n − 1 degrees of freedom. The interval is Bonett's, d ± z·se with se² =
// (d²(s⁴x + s⁴y + 2s²xy)/(8s⁴) + s²(x−y)/s²)/(n − 1), which is that of d; Error is
// its se. Undefined where there is no pair (no_data), slices are of unequal length
// (unequal_lengths), there are fewer than three pairs (too_few: J has no value for
// df = 1), nobody differs before or after (constant), or something is not finite.
//
// Borenstein et al. 2009, Introduction to Meta-Analysis, chapter 4; Lakens 2013,
// Frontiers in Psychology 4:863 (g av); Bonett 2008, Psychological Methods
// 13:99–109.
func PairedG(x, y []float64) Effect {
	switch {
	case len(x) != len(y):
		return noEffect(UnequalLengths)
	case len(x) == 0:
		return noEffect(NoData)
	case !finite(x...) || !finite(y...):
		return noEffect(NotFinite)
	case len(x) < 3:
		return noEffect(TooFew)
	}
	steps := make([]float64, len(x))
	for i := range x {
		steps[i] = x[i] - y[i]
	}
	n := float64(len(x))
	mean, apart := moments(ascending(steps))
	_, after := moments(ascending(x))
	_, before := moments(ascending(y))
	unit := max(after, before) // so that squares do not vanish
	if unit == 0 {
		return noEffect(Constant)
	}
	after, before, apart = after/unit*(after/unit), before/unit*(before/unit), apart/unit*(apart/unit)
	within := (after + before) / 2
	d, j := mean/unit/math.Sqrt(within), correction(n-1)
	together := within - apart/2 // the covariance of before and after
	variance := (d*d*(after*after+before*before+2*together*together)/(8*within*within) + apart/within) / (n - 1)
	if !finite(d, variance) {
		return noEffect(NotFinite)
	}
	se := math.Sqrt(variance)
	return Effect{
		Estimate: Estimate{Value: number(j * d), Interval: interval(d-z*se, d+z*se)},
		D:        number(d), J: number(j), Error: number(se),
		Noncentral: Interval{Reason: NoData},
	}
}

// correction is J, which takes the bias of small groups out of d.
func correction(df float64) float64 {
	up, _ := math.Lgamma(df / 2)
	down, _ := math.Lgamma((df - 1) / 2)
	return math.Exp(up-down) / math.Sqrt(df/2)
}

func noEffect(reason Reason) Effect {
	none := Number{Reason: reason}
	return Effect{Estimate: undefined(reason), D: none, J: none, Error: none, Noncentral: Interval{Reason: reason}}
}

// noncentral is the interval of the noncentrality of a t statistic, by the
// centres at which t is a 0.975- and a 0.025-quantile, times scale. Beyond
// centres of 37 the distribution cannot be told from 0 in floating point, and
// there is none (not_finite).
func noncentral(t, df, scale float64) Interval {
	centre := func(p float64) float64 {
		return root(func(mu float64) float64 { return distuv.NoncentralT{Nu: df, Mu: mu}.CDF(t) - p }, -37, 37)
	}
	return interval(scale*centre(1-tail), scale*centre(tail))
}

// root is where a falling function is 0 between low and high, or NaN where it is
// not: by the chord, halving the end that stays (the Illinois rule).
func root(falling func(float64) float64, low, high float64) float64 {
	above, below := falling(low), falling(high)
	if !(above > 0 && below < 0) {
		return math.NaN()
	}
	for range 200 {
		at := (low*below - high*above) / (below - above)
		value := falling(at)
		switch {
		case math.Abs(value) < 1e-13 || high-low < 1e-12:
			return at
		case value > 0:
			low, above, below = at, value, below/2
		default:
			high, below, above = at, value, above/2
		}
	}
	return (low + high) / 2
}

// Dominance is Cliff's δ: how much more often one of the first group lies above
// one of the second than below, from −1 to 1. The interval of the estimate uses
// the unbiased variance and Student's t; Consistent is the one with the
// consistent variance and the normal distribution, which is a little narrower.
type Dominance struct {
	Estimate
	Consistent Interval
}

// CliffDelta is the mean sign of x(i) − y(j) over all pairs, with Cliff's
// asymmetric interval (δ − δ³ ± q s √((1−δ²)² + q²s²))/(1 − δ² + q²s²). s² is
// (n2² Σ(δi−δ)² + n1² Σ(δj−δ)² − ΣΣ(δij−δ)²)/(n1 n2 (n1−1)(n2−1)), but at least
// (1−δ²)/(n1 n2 − 1), and q the t quantile with n1 + n2 − 2 degrees of freedom;
// consistent, s² is ((n2−1)s²i + (n1−1)s²j + s²ij)/(n1 n2) and q = z. Where the
// groups do not overlap, s² is 0 and says nothing: the interval then runs from
// ±1 to where Wilson's does for the smaller group, all of it being above or
// below: ±(n − q²)/(n + q²). Undefined (no_data, not_finite) where either group
// is empty or holds what is not finite; a group of one has a δ and no interval
// (too_few).
//
// Cliff 1993, Psychological Bulletin 114:494–509; Cliff 1996, Ordinal Methods
// for Behavioral Data Analysis; Feng and Cliff 2004, Journal of Modern Applied
// Statistical Methods 3:322–332; R effsize::cliff.delta, which differs where
// the groups do not overlap.
func CliffDelta(x, y []float64) Dominance {
	for _, xs := range [][]float64{x, y} {
		if reason := observations(xs); reason != "" {
			return Dominance{Estimate: undefined(reason), Consistent: Interval{Reason: reason}}
		}
	}
	n1, n2 := float64(len(x)), float64(len(y))
	balance, squares1, decided := dominance(x, y)
	_, squares2, _ := dominance(y, x)
	delta := balance / (n1 * n2)
	if len(x) == 1 || len(y) == 1 {
		few := Interval{Reason: TooFew}
		return Dominance{Estimate: Estimate{Value: number(delta), Interval: few}, Consistent: few}
	}
	// Sums of squares about δ: over rows, over columns, over all pairs.
	rows := squares1/(n2*n2) - n1*delta*delta
	columns := squares2/(n1*n1) - n2*delta*delta
	pairs := decided - n1*n2*delta*delta
	least := (1 - delta*delta) / (n1*n2 - 1)
	unbiased := (n2*n2*rows + n1*n1*columns - pairs) / (n1 * n2 * (n1 - 1) * (n2 - 1))
	consistent := ((n2-1)/(n1-1)*rows + (n1-1)/(n2-1)*columns + pairs/((n1-1)*(n2-1))) / (n1 * n2)
	q := distuv.StudentsT{Mu: 0, Sigma: 1, Nu: n1 + n2 - 2}.Quantile(1 - tail)
	smaller := math.Min(n1, n2)
	return Dominance{
		Estimate:   Estimate{Value: number(delta), Interval: cliff(delta, math.Max(unbiased, least), q, smaller)},
		Consistent: cliff(delta, math.Max(consistent, least), z, smaller),
	}
}

// cliff is the asymmetric interval of δ.
func cliff(delta, variance, q, smaller float64) Interval {
	if math.Abs(delta) == 1 {
		bound := delta * (smaller - q*q) / (smaller + q*q)
		return interval(math.Min(bound, delta), math.Max(bound, delta))
	}
	v := q * q * variance
	free := 1 - delta*delta
	middle, reach := delta*free, math.Sqrt(v*(free*free+v))
	low, high := (middle-reach)/(free+v), (middle+reach)/(free+v)
	return interval(between(-1, low, delta), between(delta, high, 1))
}

// dominance counts, for x over y, the sum of the signs of all pairs, the sum of
// the squares of each row's sum, and the pairs that are not tied. All are whole.
func dominance(x, y []float64) (balance, squares, decided float64) {
	sorted := slices.Clone(y)
	slices.Sort(sorted)
	for _, value := range x {
		below := sort.SearchFloat64s(sorted, value)
		above := len(sorted) - sort.Search(len(sorted), func(i int) bool { return sorted[i] > value })
		row := float64(below - above)
		balance += row
		squares += row * row
		decided += float64(below + above)
	}
	return balance, squares, decided
}
