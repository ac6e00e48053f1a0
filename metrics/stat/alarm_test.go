package stat

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

func binomial(r *rand.Rand, n int, p float64) (x float64) {
	for range n {
		if r.Float64() < p {
			x++
		}
	}
	return x
}

func normals(r *rand.Rand, n int, mean, sd float64) []float64 {
	xs := make([]float64, n)
	for i := range xs {
		xs[i] = mean + sd*r.NormFloat64()
	}
	return xs
}

// likert answers of 1 to 5, as often as the shares say.
func likert(r *rand.Rand, n int, shares [5]float64) []float64 {
	xs := make([]float64, n)
	for i := range xs {
		at := r.Float64()
		for xs[i] = 1; xs[i] < 5 && at >= shares[int(xs[i])-1]; xs[i]++ {
			at -= shares[int(xs[i])-1]
		}
	}
	return xs
}

var contented, doubtful, flat = [5]float64{0.05, 0.10, 0.20, 0.40, 0.25}, [5]float64{0.15, 0.25, 0.30, 0.20, 0.10}, [5]float64{0.2, 0.2, 0.2, 0.2, 0.2}

func likertMean(shares [5]float64) (mean float64) {
	for i, share := range shares {
		mean += float64(i+1) * share
	}
	return mean
}

func likertDominance(a, b [5]float64) (delta float64) {
	for i, p := range a {
		for j, q := range b {
			delta += p * q * float64(sgn(i-j))
		}
	}
	return delta
}

func sgn(i int) int {
	switch {
	case i > 0:
		return 1
	case i < 0:
		return -1
	}
	return 0
}

// followed draws times to an event that comes at random once in 1 on average,
// people leaving before it at random.
func followed(r *rand.Rand, n int, mean float64) (times []float64, seen []bool) {
	for range n {
		event, leaves := mean*r.ExpFloat64(), 2*r.ExpFloat64()
		times = append(times, math.Min(event, leaves))
		seen = append(seen, event <= leaves)
	}
	return times, seen
}

// ofNothing are tests where there is nothing to find: none finds something more
// often than once in twenty; tests on few different values find it less often,
// because there is no value at which they would in exactly one of twenty.
var ofNothing = map[string]struct {
	draw  func(r *rand.Rand, n int) Number
	least float64 // not so careful that it finds nothing
}{
	"ranks of normals": {func(r *rand.Rand, n int) Number {
		return MannWhitney(normals(r, n, 0, 1), normals(r, n, 0, 1)).P
	}, 0.03},
	"ranks of answers, groups of two sizes": {func(r *rand.Rand, n int) Number {
		return MannWhitney(likert(r, n, contented), likert(r, 2*n, contented)).P
	}, 0.03},
	"pairs of normals": {func(r *rand.Rand, n int) Number {
		return SignedRank(normals(r, n, 0, 1), normals(r, n, 0, 1)).P
	}, 0.03},
	"pairs of answers, many alike": {func(r *rand.Rand, n int) Number {
		return SignedRank(likert(r, n, flat), likert(r, n, flat)).P
	}, 0.02},
	"means of pairs": {func(r *rand.Rand, n int) Number {
		return Paired(normals(r, n, 0, 1), normals(r, n, 0, 1)).P
	}, 0.03},
	"yes or no of the same": {func(r *rand.Rand, n int) Number {
		changed := int(binomial(r, n, 0.4))
		gained := int(binomial(r, changed, 0.5))
		return McNemar(0, changed-gained, gained, n-changed).P
	}, 0},
	// χ² is for large samples: of 8 and 8 it finds something in 5.9 of a hundred.
	"two curves": {func(r *rand.Rand, n int) Number {
		t1, s1 := followed(r, n, 1)
		t2, s2 := followed(r, n, 1)
		return LogRank(Followed{t1, s1}, Followed{t2, s2}).P
	}, 0.03},
	"trend of nothing": {func(r *rand.Rand, n int) Number {
		times := make([]float64, n)
		for i := range times {
			times[i] = float64(i)
		}
		return MannKendall(times, likert(r, n, flat)).P
	}, 0.02},
	"readers who guess": {func(r *rand.Rand, n int) Number {
		rows := make([][]float64, n)
		for i := range rows {
			rows[i] = likert(r, 4, flat)
		}
		return FleissKappa(rows).P
	}, 0.03},
}

func TestNoTestRaisesMoreFalseAlarmsThanPromised(t *testing.T) {
	for name, p := range ofNothing {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for _, n := range sizes {
				r := rand.New(rand.NewPCG(uint64(n), 2))
				alarms := 0.0
				for range runs() {
					if found := p.draw(r, n); found.Defined() && found.Value < 0.05 {
						alarms++
					}
				}
				rate, error1 := alarms/float64(runs()), math.Sqrt(0.05*0.95/float64(runs()))
				most := 0.05
				if name == "two curves" && n == 8 {
					most = 0.06
				}
				if rate > most+3*error1 || rate < p.least-slack() {
					t.Errorf("n = %d: alarm in %.1f %%", n, 100*rate)
				}
			}
		})
	}
}

// Of twelve months in which nothing changes, limits computed from the same months
// find a point outside in about 3 of a hundred series, and one or another of the
// four rules a signal in 7.
func TestNaturalLimitsSeldomFindASignalInNothing(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 3))
	outside, signalled := 0.0, 0.0
	for range runs() {
		all := points(normals(r, 12, 50, 5)...)
		signals := XmR(all).Signals(all)
		if slices.ContainsFunc(signals, func(s Signal) bool { return s.Rule == Outside }) {
			outside++
		}
		if len(signals) > 0 {
			signalled++
		}
	}
	if share := outside / float64(runs()); share > 0.05 || share < 0.005 {
		t.Errorf("a point outside in %.1f %% of series", 100*share)
	}
	if share := signalled / float64(runs()); share > 0.10 || share < 0.03 {
		t.Errorf("a signal in %.1f %% of series", 100*share)
	}
}

// Of a family of tests none of which has anything to find, Holm lets one or more
// find something once in twenty families: unadjusted it is two in three of twenty.
// Of tests that go together it is less, and where some have something to find the
// others are wrong no more often.
func TestHolmLetsAFamilyBeWrongOnceInTwenty(t *testing.T) {
	twoSided := func(z float64) float64 { return math.Erfc(math.Abs(z) / math.Sqrt2) }
	for name, c := range map[string]struct {
		family, real  int
		together      float64 // how much of each test is common to all
		least, oneOff float64
	}{
		"twenty by themselves":        {20, 0, 0, 0.03, 0.5},
		"twenty that go together":     {20, 0, 0.8, 0.005, 0.15},
		"five":                        {5, 0, 0, 0.03, 0.15},
		"twenty, of which eight real": {20, 8, 0, 0.02, 0.3},
	} {
		r, wrong, bare := rand.New(rand.NewPCG(4, 4)), 0.0, 0.0
		for range 2000 {
			common := r.NormFloat64()
			ps := make([]float64, c.family)
			least := 1.0
			for i := range ps {
				z := math.Sqrt(c.together)*common + math.Sqrt(1-c.together)*r.NormFloat64()
				if i < c.real {
					z += 5
				}
				if ps[i] = twoSided(z); i >= c.real {
					least = math.Min(least, ps[i])
				}
			}
			if slices.ContainsFunc(Holm(ps)[c.real:], func(p Number) bool { return p.Value < 0.05 }) {
				wrong++
			}
			if least < 0.05 {
				bare++
			}
		}
		most := 0.05 + 3*math.Sqrt(0.05*0.95/2000)
		if rate := wrong / 2000; rate > most || rate < c.least {
			t.Errorf("%s: wrong in %.1f %% of families", name, 100*rate)
		}
		if rate := bare / 2000; rate < c.oneOff {
			t.Errorf("%s: unadjusted wrong in %.1f %% only: this is no test", name, 100*rate)
		}
	}
}
