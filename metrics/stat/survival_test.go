package stat

import (
	"math"
	"reflect"
	"testing"

	"pgregory.net/rapid"
)

func TestSurvivalNeverRisesAndLosesNobody(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := anyFollowUp.Draw(t, "members")
		curve := Survive(f.times, f.observed)
		above, atRisk, events := 1.0, len(f.times), 0
		for i, step := range curve.Steps {
			if i > 0 && step.Time <= curve.Steps[i-1].Time {
				t.Fatalf("time %v after %v", step.Time, curve.Steps[i-1].Time)
			}
			if step.AtRisk != atRisk || step.Survival > above || (step.Survival < above) != (step.Events > 0) {
				t.Fatalf("%+v after %v with %d at risk", step, above, atRisk)
			}
			if step.Interval.Defined() {
				holds(t, step.Interval, step.Survival, 0, 1)
			} else if step.Survival != 0 && step.Survival != 1 {
				t.Fatalf("%+v has no interval", step)
			}
			above = step.Survival
			atRisk -= step.Events + step.Censored
			events += step.Events
		}
		if atRisk != 0 || curve.Events != events || curve.N != len(f.times) {
			t.Fatalf("%d left over; %d events of %d", atRisk, curve.Events, curve.N)
		}
	})
}

func TestSurvivalOfPeopleAllFollowedToTheEndIsTheShareRemaining(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := anyFollowUp.Draw(t, "members")
		for i := range f.observed {
			f.observed[i] = true
		}
		at := float64(rapid.IntRange(0, 13).Draw(t, "at"))
		later := 0.0
		for _, time := range f.times {
			if time > at {
				later++
			}
		}
		n := float64(len(f.times))
		step, reason := Survive(f.times, f.observed).At(at)
		if reason != "" {
			t.Fatalf("%v", reason)
		}
		near(t, step.Survival, later/n)
		if step.Variance.Defined() { // Greenwood's is then the binomial one
			near(t, step.Variance.Value, later/n*(1-later/n)/n)
		}
	})
}

func TestOrderOfMembersDoesNotChangeTheCurve(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := anyFollowUp.Draw(t, "members")
		places := make([]int, len(f.times))
		for i := range places {
			places[i] = i
		}
		var other followUp
		for _, i := range rapid.Permutation(places).Draw(t, "order") {
			other.times = append(other.times, f.times[i])
			other.observed = append(other.observed, f.observed[i])
		}
		if a, b := Survive(f.times, f.observed), Survive(other.times, other.observed); !reflect.DeepEqual(a, b) {
			t.Fatalf("%+v and %+v differ", a, b)
		}
	})
}

func TestCrossingsAreTheFirstTimesAtOrBelowTheLevel(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := anyFollowUp.Draw(t, "members")
		curve := Survive(f.times, f.observed)
		level := rapid.Float64Range(0.01, 0.99).Draw(t, "level")
		crossing := curve.Reaches(level)
		last := curve.Steps[len(curve.Steps)-1]
		if !crossing.Value.Defined() {
			if crossing.Value.Reason != NotReached || last.Survival <= level {
				t.Fatalf("%+v, while the curve ends at %v", crossing.Value, last.Survival)
			}
			return
		}
		at := crossing.Value.Value
		if step, _ := curve.At(at); step.Survival > level+1e-9 {
			t.Fatalf("at %v the curve is at %v, above %v", at, step.Survival, level)
		}
		if before, _ := curve.At(at - 0.5); before.Survival <= level {
			t.Fatalf("%v is not the first time at or below %v", at, level)
		}
		if crossing.Low.Defined() && crossing.Low.Value > at || crossing.High.Defined() && crossing.High.Value < at {
			t.Fatalf("%+v is out of order", crossing)
		}
	})
}

// Six followed: events at 1 and 2, one leaves at 2, events at 3 and 3, one
// leaves at 5. S(1) = 5/6; S(2) = 5/6 · 4/5 = 2/3; S(3) = 2/3 · 1/3 = 2/9.
func TestCurveOfSixMembersByHand(t *testing.T) {
	curve := Survive([]float64{3, 1, 5, 2, 3, 2}, []bool{true, true, false, true, true, false})
	for _, want := range []struct {
		at, survival float64
		atRisk       int
	}{{0, 1, 6}, {1, 5. / 6, 6}, {1.5, 5. / 6, 5}, {2, 2. / 3, 5}, {3, 2. / 9, 3}, {4, 2. / 9, 1}, {5, 2. / 9, 1}, {6, 2. / 9, 0}} {
		step, reason := curve.At(want.at)
		if reason != "" || step.Time != want.at || step.AtRisk != want.atRisk {
			t.Errorf("at %v: %+v (%v); want %d at risk", want.at, step, reason, want.atRisk)
		}
		near(t, step.Survival, want.survival)
	}
	// Greenwood at 3: (2/9)² (1/(6·5) + 1/(5·4) + 2/(3·1)) = (4/81)(3/4) = 1/27.
	step, _ := curve.At(3)
	near(t, step.Variance.Value, 1./27)
	if got := curve.LowerQuartile().Value; got != (Number{Value: 2}) {
		t.Errorf("lower quartile %+v; want 2", got)
	}
	if got := curve.Median().Value; got != (Number{Value: 3}) {
		t.Errorf("median %+v; want 3", got)
	}
	if got := curve.UpperQuartile().Value; got != (Number{Value: 3}) {
		t.Errorf("upper quartile %+v; want 3", got)
	}
}

func TestALevelReachedOnPaperIsReachedDespiteRounding(t *testing.T) {
	times := make([]float64, 10)
	observed := make([]bool, 10)
	for i := range times {
		times[i], observed[i] = float64(i+1), true
	}
	if got := Survive(times, observed).Median().Value; got != (Number{Value: 5}) {
		t.Errorf("median of 1 to 10 is %+v; want 5, where half are left", got)
	}
}

func TestACurveThatStaysHighHasNoMedian(t *testing.T) {
	curve := Survive([]float64{2, 30, 30, 30}, []bool{true, false, false, false})
	if got := curve.Median().Value; got != (Number{Reason: NotReached}) {
		t.Errorf("median %+v; want it not reached, never the longest time", got)
	}
	if got := curve.LowerQuartile().Value; got != (Number{Value: 2}) {
		t.Errorf("lower quartile %+v; want 2", got)
	}
}

func TestWhereNothingOrEverythingHappenedThereIsNoInterval(t *testing.T) {
	curve := Survive([]float64{1, 2, 3}, []bool{false, true, true})
	start, _ := curve.At(1)
	end, _ := curve.At(3)
	if start.Survival != 1 || start.Interval.Reason != NoEvents || start.Variance != (Number{}) {
		t.Errorf("before the first event: %+v", start)
	}
	if end.Survival != 0 || end.Interval.Reason != NoneLeft || end.Variance.Reason != NoneLeft {
		t.Errorf("after the last: %+v", end)
	}
}

func TestAnUndefinedCurveAnswersWithItsReason(t *testing.T) {
	for name, c := range map[string]struct {
		times    []float64
		observed []bool
		want     Reason
	}{
		"nobody followed":       {nil, nil, NoData},
		"unequal lengths":       {[]float64{1, 2}, []bool{true}, UnequalLengths},
		"a time that is NaN":    {[]float64{1, math.NaN()}, []bool{true, true}, NotFinite},
		"an endless time":       {[]float64{math.Inf(1)}, []bool{true}, NotFinite},
		"a time before started": {[]float64{-1}, []bool{true}, OutOfRange},
	} {
		curve := Survive(c.times, c.observed)
		_, at := curve.At(1)
		median := curve.Median()
		if curve.Defined() || curve.Reason != c.want || len(curve.Steps) != 0 || at != c.want ||
			median.Value.Reason != c.want || median.Low.Reason != c.want || median.High.Reason != c.want {
			t.Errorf("%s: %+v, at %v, median %+v; want %s", name, curve, at, median, c.want)
		}
	}
	curve := Survive([]float64{1}, []bool{true})
	if _, reason := curve.At(math.NaN()); reason != NotFinite {
		t.Errorf("at NaN: %q; want %q", reason, NotFinite)
	}
	for _, level := range []float64{0, 1, -1, 2} {
		if got := curve.Reaches(level).Value.Reason; got != OutOfRange {
			t.Errorf("reaching %v: %q; want %q", level, got, OutOfRange)
		}
	}
}
