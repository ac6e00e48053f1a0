package stat

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// Paired is the mean of the differences of pairs, x less y, with its t interval
// and test; Missed is the size of mean difference that as many pairs that vary
// alike would show only four times in five, (t(0.975) + t(0.8)) s/√n. No pairs
// are undefined (no_data), as are slices of unequal length (unequal_lengths)
// and what is not finite. One pair has a difference and nothing else (too_few);
// so have pairs that all differ alike (constant).
//
// Student 1908, Biometrika 6:1–25; R t.test(x, y, paired = TRUE).
func Paired(x, y []float64) Difference {
	steps, reason := differences(x, y)
	if reason != "" {
		return noDifference(reason)
	}
	all := make([]float64, len(x))
	for i := range x {
		all[i] = x[i] - y[i]
	}
	if reason := observations(all); reason != "" {
		return noDifference(reason)
	}
	n := float64(len(all))
	mean, sd := moments(ascending(all))
	if _, spread := moments(ascending(steps)); len(all) > 1 && (spread == 0 || sd == 0) {
		return onlyDifference(mean, Constant)
	}
	if len(all) == 1 {
		return onlyDifference(mean, TooFew)
	}
	error1 := sd / math.Sqrt(n)
	student := distuv.StudentsT{Mu: 0, Sigma: 1, Nu: n - 1}
	bound := student.Quantile(1 - tail)
	return Difference{
		Estimate: Estimate{Value: number(mean), Interval: interval(mean-bound*error1, mean+bound*error1)},
		P:        number(2 * student.CDF(-math.Abs(mean/error1))),
		Missed:   number((bound + student.Quantile(power)) * error1),
		T:        number(mean / error1), DF: number(n - 1),
	}
}

// Change is how a yes or no of the same people changed.
type Change struct {
	Estimate        // share of yes after less share before, a fraction in [−1, 1]
	P        Number // McNemar's exact test, two-sided
	// ChiSquare is McNemar's statistic with continuity correction, and
	// ChiSquareP the p-value it has in large samples.
	ChiSquare, ChiSquareP Number
}

// McNemar compares a yes or no of the same people before and after: stayed yes,
// lost (yes, then no), gained (no, then yes), stayed no. Value is
// (gained − lost)/n. P is exact: that of a coin thrown gained + lost times,
// twice the smaller tail; ChiSquare is (|gained − lost| − 1)²/(gained + lost),
// or 0 where they are equal. The interval is Newcombe's for pairs: d − √(a² −
// 2φab' + b'²) and d + √(a'² − 2φa'b + b²), where a, a' and b, b' are how far the
// Wilson bounds of after and before reach down and up, and φ is the correlation
// of before and after with continuity correction. Nobody is undefined (no_data),
// as is a count below 0 (out_of_range). Where nobody changed there is a
// difference, and no test (no_data).
//
// McNemar 1947, Psychometrika 12:153–157; Newcombe 1998, Statistics in Medicine
// 17:2635–2650, method 10; R binom.test(gained, gained + lost), mcnemar.test.
func McNemar(yes, lost, gained, no int) Change {
	none := func(reason Reason) Change {
		n := Number{Reason: reason}
		return Change{Estimate: undefined(reason), P: n, ChiSquare: n, ChiSquareP: n}
	}
	if yes < 0 || lost < 0 || gained < 0 || no < 0 {
		return none(OutOfRange)
	}
	a, b, c, d := float64(yes), float64(lost), float64(gained), float64(no)
	n := a + b + c + d
	if n == 0 {
		return none(NoData)
	}
	change := none(NoData)
	change.Estimate = pairedShares(a, b, c, d)
	if b+c == 0 {
		return change
	}
	coin := distuv.Binomial{N: b + c, P: 0.5}
	change.P = number(math.Min(1, 2*coin.CDF(math.Min(b, c))))
	chi := 0.0
	if b != c {
		chi = (math.Abs(c-b) - 1) * (math.Abs(c-b) - 1) / (b + c)
	}
	change.ChiSquare = number(chi)
	change.ChiSquareP = number(math.Erfc(math.Sqrt(chi / 2)))
	return change
}

// pairedShares is Newcombe's interval for those who said yes both times, then
// before only, then after only, then never.
func pairedShares(a, b, c, d float64) Estimate {
	n := a + b + c + d
	after, before := (a+c)/n, (a+b)/n
	wide, narrow := Wilson(a+c, n), Wilson(a+b, n)
	phi := 0.0
	if margins := (a + b) * (c + d) * (a + c) * (b + d); margins > 0 {
		cross := a*d - b*c
		if cross > 0 {
			cross = math.Max(cross-n/2, 0)
		}
		phi = cross / math.Sqrt(margins)
	}
	reach := func(p, q float64) float64 { return math.Sqrt(math.Max(0, p*p-2*phi*p*q+q*q)) }
	difference := (c - b) / n
	low := difference - reach(after-wide.Low, narrow.High-before)
	high := difference + reach(wide.High-after, before-narrow.Low)
	return Estimate{Value: number(difference), Interval: interval(between(-1, low, difference), between(difference, high, 1))}
}
