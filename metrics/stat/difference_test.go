package stat

import (
	"math"
	"math/rand/v2"
	"testing"

	"pgregory.net/rapid"
)

// What other programs say of the same numbers: R power.t.test(n = 20, sd = 1,
// power = .8) 0.9091, power.t.test(power = .9, delta = 1) n = 22.02,
// power.prop.test(p1 = .5, p2 = .75, power = .8) n = 57.7.
func TestSizesThatAreMissedAreThoseOfOtherPrograms(t *testing.T) {
	if got := WelchOf(0, 1, 20, 0, 1, 20).Missed.Value; math.Abs(got-0.909) > 0.003 {
		t.Errorf("20 and 20 with a deviation of 1: %v", got)
	}
	if got := ShareDifference(29, 58, 43.5, 58).Missed.Value; math.Abs(got-0.25) > 0.005 {
		t.Errorf("58 and 58, a half and three quarters: %v", got)
	}
}

// P and interval are one procedure: they never say different things.
func TestPIsSmallExactlyWhereTheIntervalLeavesOutZero(t *testing.T) {
	agree := func(t *rapid.T, d Difference) {
		if !d.P.Defined() {
			return
		}
		out := d.Interval.Low > 0 || d.Interval.High < 0
		if out != (d.P.Value < 0.05) && math.Abs(d.P.Value-0.05) > 1e-9 {
			t.Fatalf("p %v beside %+v", d.P.Value, d.Interval)
		}
		if d.P.Value < 0 || d.P.Value > 1 || d.Missed.Value < 0 {
			t.Fatalf("p %v, missed %v", d.P.Value, d.Missed.Value)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		a, b := anyShare.Draw(t, "a"), anyShare.Draw(t, "b")
		agree(t, ShareDifference(a[0], a[1], b[0], b[1]))
		agree(t, Welch(anySample.Draw(t, "x"), anySample.Draw(t, "y")))
	})
}

func TestDifferenceTurnsRoundWithItsGroups(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := anyShare.Draw(t, "a"), anyShare.Draw(t, "b")
		d, back := ShareDifference(a[0], a[1], b[0], b[1]), ShareDifference(b[0], b[1], a[0], a[1])
		near(t, d.Value.Value, -back.Value.Value)
		near(t, d.P.Value, back.P.Value)
		near(t, d.Missed.Value, back.Missed.Value)
		x, y := anySample.Draw(t, "x"), anySample.Draw(t, "y")
		if f, g := Welch(x, y), Welch(y, x); f.P.Defined() {
			near(t, f.P.Value, g.P.Value)
			if math.Abs(f.Interval.Low+g.Interval.High) > 1e-9*(1+math.Abs(f.Interval.Low)) {
				t.Fatalf("%+v turns into %+v", f.Interval, g.Interval)
			}
		}
	})
}

// Two groups that differ by as much as Missed show it about four times in five;
// two that do not differ show a difference about once in twenty.
func TestDifferencesAreSeenAsOftenAsPromised(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	draw := func(n int, p float64) (x float64) {
		for range n {
			if random.Float64() < p {
				x++
			}
		}
		return x
	}
	sample := func(n int, mean float64) (xs []float64) {
		for range n {
			xs = append(xs, mean+random.NormFloat64())
		}
		return xs
	}
	const rounds = 4000
	for _, c := range []struct {
		n1, n2 int
		p      float64
	}{{25, 25, 0.5}, {25, 26, 0.5}, {40, 25, 0.6}, {36, 36, 0.4}} {
		size := ShareDifference(c.p*float64(c.n1), float64(c.n1), c.p*float64(c.n2), float64(c.n2)).Missed.Value
		gap := WelchOf(0, 1, c.n1, 0, 1, c.n2).Missed.Value
		seen, alarms, seenMeans, alarmsMeans := 0, 0, 0, 0
		count := func(n *int, d Difference) {
			if d.P.Value < 0.05 {
				*n++
			}
		}
		for range rounds {
			n1, n2 := float64(c.n1), float64(c.n2)
			count(&seen, ShareDifference(draw(c.n1, c.p+size/2), n1, draw(c.n2, c.p-size/2), n2))
			count(&alarms, ShareDifference(draw(c.n1, c.p), n1, draw(c.n2, c.p), n2))
			count(&seenMeans, Welch(sample(c.n1, gap), sample(c.n2, 0)))
			count(&alarmsMeans, Welch(sample(c.n1, 0), sample(c.n2, 0)))
		}
		// The error of a rate from 4,000 is below 0.7 points; Newcombe's interval
		// itself is up to 2 points off its 5, and seen differences up to 6 off their 80.
		for name, rate := range map[string]float64{"shares": float64(alarms) / rounds, "means": float64(alarmsMeans) / rounds} {
			if rate > 0.07 || rate < 0.02 {
				t.Errorf("%v: %s alarm in %.1f %%", c, name, 100*rate)
			}
		}
		for name, rate := range map[string]float64{"shares": float64(seen) / rounds, "means": float64(seenMeans) / rounds} {
			if rate < 0.74 || rate > 0.90 {
				t.Errorf("%v: %s are seen in %.1f %%", c, name, 100*rate)
			}
		}
	}
}
