package stat

import (
	"math"
	"slices"
	"testing"

	"gonum.org/v1/gonum/stat/distuv"
	"pgregory.net/rapid"
)

var (
	anyShare = rapid.Custom(func(t *rapid.T) [2]float64 {
		n := rapid.IntRange(1, 5000).Draw(t, "n")
		return [2]float64{float64(rapid.IntRange(0, n).Draw(t, "x")), float64(n)}
	})
	anySample = rapid.SliceOfN(rapid.OneOf(
		rapid.Float64Range(-1e6, 1e6),
		rapid.Map(rapid.IntRange(-3, 3), func(i int) float64 { return float64(i) }),
	), 1, 60)
)

// anyFollowUp is members with the months each was followed and whether the
// event was seen; months are whole, so that ties abound.
type followUp struct {
	times    []float64
	observed []bool
}

var anyFollowUp = rapid.Custom(func(t *rapid.T) followUp {
	n := rapid.IntRange(1, 60).Draw(t, "n")
	var f followUp
	for range n {
		f.times = append(f.times, float64(rapid.IntRange(0, 12).Draw(t, "months")))
		f.observed = append(f.observed, rapid.Bool().Draw(t, "observed"))
	}
	return f
})

func TestZIsTheNormalQuantile(t *testing.T) {
	if want := distuv.UnitNormal.Quantile(1 - tail); math.Abs(z-want) > 1e-12 {
		t.Errorf("z = %v; want %v", z, want)
	}
}

func TestWilsonHoldsTheShareAndStaysAFraction(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anyShare.Draw(t, "share")
		i := Wilson(s[0], s[1])
		holds(t, i, s[0]/s[1], 0, 1)
		if (i.Low == 0) != (s[0] == 0) || (i.High == 1) != (s[0] == s[1]) {
			t.Fatalf("%v of %v: %v reaches 0 or 1 at the wrong share", s[0], s[1], i)
		}
	})
}

func TestWilsonOfTheOthersIsTheMirrorImage(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anyShare.Draw(t, "share")
		i, others := Wilson(s[0], s[1]), Wilson(s[1]-s[0], s[1])
		near(t, others.Low, 1-i.High)
		near(t, others.High, 1-i.Low)
	})
}

func TestWilsonBoundsSolveTheScoreEquation(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anyShare.Draw(t, "share")
		i := Wilson(s[0], s[1])
		for _, bound := range []float64{i.Low, i.High} {
			// |p̂ − p| = z √(p(1−p)/n) defines the bounds p.
			distance := math.Abs(s[0]/s[1] - bound)
			near(t, distance*distance, z*z*bound*(1-bound)/s[1])
		}
	})
}

func TestNewcombeHoldsTheDifferenceAndTurnsWithIt(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := anyShare.Draw(t, "first"), anyShare.Draw(t, "second")
		d := Newcombe(a[0], a[1], b[0], b[1])
		holds(t, d.Interval, d.Value.Value, -1, 1)
		turned := Newcombe(b[0], b[1], a[0], a[1])
		near(t, turned.Interval.Low, -d.Interval.High)
		near(t, turned.Interval.High, -d.Interval.Low)
	})
}

func TestWhateverTheSilentThinkTheShareOfAllIsWithinTheBounds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anyShare.Draw(t, "share of those who answered")
		silent := rapid.IntRange(0, 300).Draw(t, "silent")
		yes := rapid.IntRange(0, silent).Draw(t, "silent who would say yes")
		population := s[1] + float64(silent)
		holds(t, SilentBounds(s[0], s[1], population), (s[0]+float64(yes))/population, 0, 1)
	})
}

func TestMeanIsWithinItsInterval(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		xs := anySample.Draw(t, "xs")
		m := MeanT(xs)
		if !m.Value.Defined() || m.Value.Value < slices.Min(xs) || m.Value.Value > slices.Max(xs) {
			t.Fatalf("mean %v of %v", m.Value, xs)
		}
		if m.Interval.Defined() {
			holds(t, m.Interval, m.Value.Value, math.Inf(-1), math.Inf(1))
		} else if slices.Min(xs) != slices.Max(xs) {
			t.Fatalf("%v of %v", m.Interval, xs)
		}
	})
}

func TestOrderOfObservationsChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		xs := anySample.Draw(t, "xs")
		before := slices.Clone(xs)
		other := rapid.Permutation(xs).Draw(t, "reordered")
		p := rapid.Float64Range(0, 1).Draw(t, "p")
		if MeanT(xs) != MeanT(other) || MedianInterval(xs) != MedianInterval(other) || Quantile(xs, p) != Quantile(other, p) {
			t.Fatalf("%v and %v differ", xs, other)
		}
		if !slices.Equal(xs, before) {
			t.Fatal("the argument was changed")
		}
	})
}

func TestQuantilesRiseFromTheLeastToTheGreatest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		xs := anySample.Draw(t, "xs")
		p := rapid.Float64Range(0, 1).Draw(t, "p")
		q := rapid.Float64Range(p, 1).Draw(t, "q")
		at := []float64{Quantile(xs, 0).Value, Quantile(xs, p).Value, Quantile(xs, q).Value, Quantile(xs, 1).Value}
		if !slices.IsSorted(at) || at[0] != slices.Min(xs) || at[3] != slices.Max(xs) {
			t.Fatalf("quantiles %v", at)
		}
	})
}

func TestMedianIntervalIsTheNarrowestThatCoversEnough(t *testing.T) {
	for n := 1; n <= 300; n++ {
		xs := make([]float64, n)
		for i := range xs {
			xs[i] = float64(i + 1)
		}
		m := MedianInterval(xs)
		if n < 6 {
			if m.Interval.Reason != TooFew || m.Coverage.Reason != TooFew || !m.Value.Defined() {
				t.Errorf("n = %d: %+v; want a median without an interval", n, m)
			}
			continue
		}
		holds(t, m.Interval, m.Value.Value, 1, float64(n))
		k := m.Interval.Low
		if m.Interval.High != float64(n+1)-k {
			t.Errorf("n = %d: %v is not symmetric", n, m.Interval)
		}
		near(t, m.Coverage.Value, 1-2*tosses(n, int(k)-1))
		if next := 1 - 2*tosses(n, int(k)); m.Coverage.Value < 0.95 || next >= 0.95 {
			t.Errorf("n = %d: covers %v, and one narrower %v", n, m.Coverage.Value, next)
		}
	}
}

// tosses is the probability of at most k heads in n tosses, added up.
func tosses(n, k int) float64 {
	term, sum := math.Pow(0.5, float64(n)), 0.0
	for i := 0; i <= k; i++ {
		sum += term
		term *= float64(n-i) / float64(i+1)
	}
	return sum
}

func TestHolmNeverLowersAPValueNorChangesTheirOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ps := rapid.SliceOfN(rapid.Float64Range(0, 1), 0, 20).Draw(t, "ps")
		adjusted := Holm(ps)
		for i, p := range ps {
			if !adjusted[i].Defined() || adjusted[i].Value < p || adjusted[i].Value > math.Min(1, p*float64(len(ps))) {
				t.Fatalf("%v became %v", p, adjusted[i])
			}
			for j, q := range ps {
				if p < q && adjusted[i].Value > adjusted[j].Value {
					t.Fatalf("%v < %v became %v > %v", p, q, adjusted[i].Value, adjusted[j].Value)
				}
			}
		}
	})
}

func TestReversingAQuestionTwiceGivesTheScoreBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		scale := Scale{Lowest: float64(rapid.IntRange(-3, 1).Draw(t, "lowest"))}
		scale.Highest = scale.Lowest + float64(rapid.IntRange(1, 10).Draw(t, "points"))
		answer := rapid.Float64Range(scale.Lowest, scale.Highest).Draw(t, "answer")
		score, reversed := LikertScore(answer, scale, false), LikertScore(answer, scale, true)
		if !score.Defined() || score.Value < 0 || score.Value > 100 {
			t.Fatalf("score %v", score)
		}
		near(t, reversed.Value, 100-score.Value)
	})
}

type failing interface {
	Helper()
	Fatalf(format string, args ...any)
}

func holds(t failing, i Interval, value, lowest, highest float64) {
	t.Helper()
	if !i.Defined() || !(lowest <= i.Low && i.Low <= value && value <= i.High && i.High <= highest) {
		t.Fatalf("%+v does not hold %v within [%v, %v]", i, value, lowest, highest)
	}
}

func near(t failing, got, want float64) {
	t.Helper()
	if !(math.Abs(got-want) <= 1e-12) {
		t.Fatalf("%v; want %v", got, want)
	}
}
