package stat

import (
	"math"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestATrendTurnsRoundWithTime(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		values := answersOf(3, 25).Draw(t, "values")
		times := make([]float64, len(values))
		for i := range times {
			times[i] = float64(i*i + i) // uneven steps
		}
		trend := MannKendall(times, values)
		order := rapid.Permutation(indices(len(values))).Draw(t, "order")
		if MannKendall(at(times, order), at(values, order)) != trend {
			t.Fatal("the order of points changes the result")
		}
		back := MannKendall(turned(times, func(v float64) float64 { return -v }), values)
		near(t, back.S.Value, -trend.S.Value)
		near(t, back.P.Value, trend.P.Value)
		near(t, back.Slope.Value.Value, -trend.Slope.Value.Value)
		stretched := MannKendall(turned(times, func(v float64) float64 { return v / 12 }), turned(values, func(v float64) float64 { return 5*v + 1 }))
		closeTo(t, stretched.Slope.Value.Value, 60*trend.Slope.Value.Value)
		near(t, stretched.P.Value, trend.P.Value)
		if trend.Slope.Interval.Defined() {
			holds(t, trend.Slope.Interval, trend.Slope.Value.Value, math.Inf(-1), math.Inf(1))
		}
		if trend.P.Defined() && (trend.P.Value < 0 || trend.P.Value > 1 || math.Abs(trend.Tau.Value) > 1) {
			t.Fatalf("%+v", trend)
		}
	})
}

func TestAStraightLineIsItsOwnSlope(t *testing.T) {
	var times, values []float64
	for month := range 10 {
		times, values = append(times, float64(month)), append(values, 3+2*float64(month))
	}
	trend := MannKendall(times, values)
	if trend.Slope.Value.Value != 2 || trend.S.Value != 45 || trend.Tau.Value != 1 {
		t.Errorf("%+v", trend)
	}
	// Var S = 10·9·25/18 = 125, z = 44/√125.
	near(t, trend.Z.Value, 44/math.Sqrt(125))
}

func points(values ...float64) (all []Point) {
	for i, v := range values {
		all = append(all, Point{Period: 2026*12 + i, Value: v})
	}
	return all
}

func TestNaturalLimitsKnowNoOrderAndNoUnit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := points(answersOf(2, 30).Draw(t, "values")...)
		for i := range all { // some months without a meeting
			all[i].Period += i / rapid.IntRange(2, 9).Draw(t, "gap")
		}
		all = slices.CompactFunc(all, func(a, b Point) bool { return a.Period >= b.Period })
		limits := XmR(all)
		other := rapid.Permutation(all).Draw(t, "reordered")
		if XmR(other) != limits || !reflect.DeepEqual(limits.Signals(other), limits.Signals(all)) {
			t.Fatal("the order changes the result")
		}
		if !limits.High.Defined() {
			return
		}
		if limits.Low.Value < 0 || limits.Low.Value > limits.Center.Value || limits.High.Value < limits.Center.Value {
			t.Fatalf("%+v", limits)
		}
		var ten []Point
		for _, p := range all {
			ten = append(ten, Point{p.Period - 7, 10 * p.Value})
		}
		closeTo(t, XmR(ten).High.Value, 10*limits.High.Value)
		closeTo(t, XmR(ten).RangeHigh.Value, 10*limits.RangeHigh.Value)
		if len(XmR(ten).Signals(ten)) != len(limits.Signals(all)) {
			t.Fatal("another unit gives other signals")
		}
	})
}

// Ten meetings, none in the sixth month: 20 22 19 21 20 – 23 20 22 21 22. Steps
// 2 3 2 1, then 3 2 1 1: mean 15/8 = 1.875. Mean 21, limits 21 ∓ 3·1.875/1.128379.
func TestLimitsByHandSkipTheMonthWithoutAMeeting(t *testing.T) {
	all := points(20, 22, 19, 21, 20, 0, 23, 20, 22, 21, 22)
	all = slices.Delete(all, 5, 6)
	limits := XmR(all)
	if limits.Ranges != 8 || limits.Points != 10 || limits.Center.Value != 21 || limits.MeanRange.Value != 1.875 {
		t.Errorf("%+v", limits)
	}
	near(t, limits.High.Value, 21+3*1.875*math.Sqrt(math.Pi)/2)
	near(t, limits.Low.Value, 21-3*1.875*math.Sqrt(math.Pi)/2)
	near(t, limits.RangeHigh.Value, 3.267*1.875)
	if got := limits.Signals(all); got != nil {
		t.Errorf("signals in what only wavers: %v", got)
	}
}

func TestFewPeopleCannotFallBelowNobody(t *testing.T) {
	if low := XmR(points(1, 9, 2, 8)).Low; low != (Number{}) {
		t.Errorf("the lower limit of people is %v", low)
	}
	if low := XmR(points(-1, 9, 2, 8)).Low; low.Value >= 0 {
		t.Errorf("the lower limit of what may be below 0 is %v", low)
	}
}

func TestEachRuleFindsItsSignal(t *testing.T) {
	limits := XmR(points(10, 12, 10, 12, 10, 12, 10, 12)) // centre 11, steps 2: 5.68 to 16.32
	first := 2026 * 12
	for name, c := range map[string]struct {
		values []float64
		want   []Signal
	}{
		"nothing":                         {[]float64{10, 12, 11, 13}, nil},
		"one far away, and back":          {[]float64{11, 20, 11}, []Signal{{first + 1, Outside}, {first + 1, Jump}, {first + 2, Jump}}},
		"three of four towards one limit": {[]float64{14, 15, 10, 15}, []Signal{{first + 3, ThreeOfFour}}},
		"three of four, the last is not":  {[]float64{14, 15, 15, 10}, []Signal{{first + 2, ThreeOfFour}}},
		"eight on one side":               {[]float64{10, 12, 12, 12, 12, 12, 12, 12, 12}, []Signal{{first + 8, EightInARow}}},
		"eight, but one on the centre":    {[]float64{12, 12, 12, 12, 11, 12, 12, 12, 12}, nil},
	} {
		if got := limits.Signals(points(c.values...)); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %v; want %v", name, got, c.want)
		}
	}
	apart := []Point{{1, 11}, {3, 16}, {4, 11}, {6, 5.7}}
	if got := limits.Signals(apart); got != nil {
		t.Errorf("a step over a missing month is no step: %v", got)
	}
}
