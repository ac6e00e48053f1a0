package stat

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// z80 is the 0.8 quantile of the standard normal distribution: how far beyond
// the bound of an interval a difference must lie to be seen four times in five.
const z80 = 0.8416212335729143

// power is how often a difference of the size Missed is seen.
const power = 0.8

// Difference is the difference of two independent groups with its 95 % interval,
// and what belongs to that same interval: P is below 0.05 exactly where it
// leaves out 0, and Missed is the size of difference that groups like these
// would show only four times in five, so that smaller ones are usually missed.
// All but P, in the unit of the value.
type Difference struct {
	Estimate
	P      Number
	Missed Number
	// T and DF are Student's statistic and its degrees of freedom, undefined
	// (no_data) where the method has none.
	T, DF Number
}

func noDifference(reason Reason) Difference {
	none := Number{Reason: reason}
	return Difference{Estimate: undefined(reason), P: none, Missed: none, T: none, DF: none}
}

// ShareDifference is Newcombe's interval for two independent proportions, with
// the p-value of the test that this interval is: two-sided, found where the
// interval of that confidence touches 0. Missed takes both groups to have the
// share p = (x1 + x2 + 2)/(n1 + n2 + 4), so that nobody among few is not taken
// for nobody at all: (z(0.975) + z(0.8)) √(p(1−p)(1/n1 + 1/n2)), at most 1.
// Undefined as Newcombe is.
//
// Newcombe 1998, Statistics in Medicine 17:873–890, method 10; Agresti and
// Caffo 2000, American Statistician 54:280–288 (two more of each); sample sizes
// as R power.prop.test, which rounds less.
func ShareDifference(x1, n1, x2, n2 float64) Difference {
	e := Newcombe(x1, n1, x2, n2)
	if !e.Value.Defined() {
		return noDifference(e.Value.Reason)
	}
	p := (x1 + x2 + 2) / (n1 + n2 + 4)
	missed := math.Min(1, (z+z80)*math.Sqrt(p*(1-p)*(1/n1+1/n2)))
	none := Number{Reason: NoData}
	return Difference{Estimate: e, P: number(sharesEqual(x1, n1, x2, n2)), Missed: number(missed), T: none, DF: none}
}

// sharesEqual is the p-value that goes with Newcombe's interval, by halving.
func sharesEqual(x1, n1, x2, n2 float64) float64 {
	if x1*n2 < x2*n1 {
		x1, n1, x2, n2 = x2, n2, x1, n1
	}
	p1, p2 := x1/n1, x2/n2
	if p1 == p2 {
		return 1
	}
	leavesOutZero := func(at float64) bool {
		low, _ := wilsonAt(x1, n1, at)
		_, high := wilsonAt(x2, n2, at)
		return p1-p2 > math.Hypot(p1-low, high-p2)
	}
	inside, outside := 0.0, 64.0 // p is 0 in floating point long before
	for range 100 {
		if middle := (inside + outside) / 2; leavesOutZero(middle) {
			inside = middle
		} else {
			outside = middle
		}
	}
	return math.Erfc(inside / math.Sqrt2)
}

// Welch is the difference of two means, x less y, with Welch's t interval, which
// does not take the two groups to vary alike. Undefined (no_data, not_finite)
// where MeanT of either is; fewer than two of either have a difference and
// nothing else (too_few), and so have two groups without any spread (constant).
//
// Welch 1947, Biometrika 34:28–35; Satterthwaite 1946; R t.test(x, y).
func Welch(x, y []float64) Difference {
	for _, xs := range [][]float64{x, y} {
		if reason := observations(xs); reason != "" {
			return noDifference(reason)
		}
	}
	m1, s1 := moments(ascending(x))
	m2, s2 := moments(ascending(y))
	return WelchOf(m1, s1, len(x), m2, s2, len(y))
}

// WelchOf is Welch for groups of which only the mean, the sample standard
// deviation (divided by n−1; not used for n = 1) and the number are known.
func WelchOf(mean1, sd1 float64, n1 int, mean2, sd2 float64, n2 int) Difference {
	switch {
	case n1 == 0 || n2 == 0:
		return noDifference(NoData)
	case n1 < 0 || n2 < 0:
		return noDifference(OutOfRange)
	case !finite(mean1, mean2):
		return noDifference(NotFinite)
	case n1 == 1 || n2 == 1:
		return onlyDifference(mean1-mean2, TooFew)
	case !finite(sd1, sd2):
		return noDifference(NotFinite)
	case sd1 < 0 || sd2 < 0:
		return noDifference(OutOfRange)
	case sd1 == 0 && sd2 == 0:
		return onlyDifference(mean1-mean2, Constant)
	}
	// Measured in units of the larger deviation, squares do not vanish.
	unit := math.Max(sd1, sd2)
	v1, v2 := sd1/unit*(sd1/unit)/float64(n1), sd2/unit*(sd2/unit)/float64(n2)
	error1 := unit * math.Sqrt(v1+v2)
	df := (v1 + v2) * (v1 + v2) / (v1*v1/float64(n1-1) + v2*v2/float64(n2-1))
	student := distuv.StudentsT{Mu: 0, Sigma: 1, Nu: df}
	bound := student.Quantile(1 - tail)
	d, t := mean1-mean2, (mean1-mean2)/error1
	return Difference{
		Estimate: Estimate{Value: number(d), Interval: interval(d-bound*error1, d+bound*error1)},
		P:        number(2 * student.CDF(-math.Abs(t))),
		Missed:   number((bound + student.Quantile(power)) * error1),
		T:        number(t), DF: number(df),
	}
}

func onlyDifference(d float64, reason Reason) Difference {
	all := noDifference(reason)
	all.Value = number(d)
	return all
}
