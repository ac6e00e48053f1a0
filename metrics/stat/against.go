package stat

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// ShareAgainst is how far a share, x of n, lies from one that was fixed
// beforehand, with Wilson's interval and the p-value of the score test which that
// interval turns round: z = (x/n − p₀)/√(p₀(1 − p₀)/n), two-sided. Missed is as in
// ShareDifference, with one group of people. Undefined as Wilson is, and where the
// fixed share is no fraction (out_of_range) or not finite.
//
// Wilson 1927; R prop.test(x, n, p = p0, correct = FALSE).
func ShareAgainst(x, n, fixed float64) Difference {
	e := Share(x, n)
	switch {
	case !e.Value.Defined():
		return noDifference(e.Value.Reason)
	case !finite(fixed):
		return noDifference(NotFinite)
	case fixed < 0 || fixed > 1:
		return noDifference(OutOfRange)
	}
	d, p := e.Value.Value-fixed, 1.0
	if d != 0 {
		p = math.Erfc(math.Abs(d) / math.Sqrt(2*fixed*(1-fixed)/n))
	}
	likely := (x + 2) / (n + 4)
	none := Number{Reason: NoData}
	return Difference{
		Estimate: Estimate{Value: number(d), Interval: interval(e.Interval.Low-fixed, e.Interval.High-fixed)},
		P:        number(p),
		Missed:   number(math.Min(1, (z+z80)*math.Sqrt(likely*(1-likely)/n))),
		T:        none, DF: none,
	}
}

// MeanAgainst is how far a mean lies from a value that was fixed beforehand, with
// its t interval and test, from the mean, the sample standard deviation (divided
// by n−1) and the number of observations. Missed is as in Paired. Undefined as
// MeanTOf is, and where the fixed value is not finite; one observation and
// observations without spread have a difference and nothing else (too_few,
// constant).
//
// Student 1908, Biometrika 6:1–25; R t.test(x, mu = fixed).
func MeanAgainst(mean, sd float64, n int, fixed float64) Difference {
	e := MeanTOf(mean, sd, n)
	switch {
	case !e.Value.Defined():
		return noDifference(e.Value.Reason)
	case !finite(fixed) || !finite(mean-fixed):
		return noDifference(NotFinite)
	case !e.Interval.Defined():
		return onlyDifference(mean-fixed, e.Interval.Reason)
	}
	student := distuv.StudentsT{Mu: 0, Sigma: 1, Nu: float64(n - 1)}
	error1 := sd / math.Sqrt(float64(n))
	t := (mean - fixed) / error1
	return Difference{
		Estimate: Estimate{Value: number(mean - fixed), Interval: interval(e.Interval.Low-fixed, e.Interval.High-fixed)},
		P:        number(2 * student.CDF(-math.Abs(t))),
		Missed:   number((student.Quantile(1-tail) + student.Quantile(power)) * error1),
		T:        number(t), DF: number(float64(n - 1)),
	}
}

// GAgainst is how far a mean lies from a value that was fixed beforehand, in units
// of the deviation between people: J·(mean − fixed)/sd with J of n − 1 degrees of
// freedom. Undefined as MeanAgainst is, and for fewer than three observations
// (too_few: J has no value for df = 1).
//
// Hedges 1981, Journal of Educational Statistics 6:107–128.
func GAgainst(mean, sd float64, n int, fixed float64) Number {
	d := MeanAgainst(mean, sd, n, fixed)
	switch {
	case !d.P.Defined():
		return Number{Reason: d.P.Reason}
	case n < 3:
		return Number{Reason: TooFew}
	}
	return number(correction(float64(n-1)) * (mean - fixed) / sd)
}
