package stat

import (
	"math"
	"testing"
)

func stands(t *testing.T, what string, got Number, want, tolerance float64) {
	t.Helper()
	if !got.Defined() || math.Abs(got.Value-want) > tolerance {
		t.Errorf("%s: %v, want %v", what, got, want)
	}
}

// 18 of 25 against a half: z = 0.22/√(0.25/25) = 2.2, so p = 0.0278 two-sided, and
// Wilson's 0.5242 to 0.8572 less a half.
func TestShareIsHeldAgainstOneThatWasFixed(t *testing.T) {
	d := ShareAgainst(18, 25, 0.5)
	stands(t, "difference", d.Value, 0.22, 1e-12)
	stands(t, "p", d.P, 0.0278, 5e-5)
	stands(t, "low", Number{Value: d.Interval.Low}, 0.0242, 5e-5)
	stands(t, "high", Number{Value: d.Interval.High}, 0.3572, 5e-5)
	for name, fixed := range map[string]float64{"nothing": 0, "everything": 1} {
		if p := ShareAgainst(18, 25, fixed).P; p.Value != 0 || !p.Defined() {
			t.Errorf("%s: p %v, though some did and some did not", name, p)
		}
	}
	stands(t, "nobody against nothing", ShareAgainst(0, 25, 0).P, 1, 0)
}

// p is below 0.05 exactly where the interval leaves out the fixed value.
func TestFixedValueIsOutsideTheIntervalWhereTheTestFindsADifference(t *testing.T) {
	for x := range 26 {
		for percent := range 101 {
			d := ShareAgainst(float64(x), 25, float64(percent)/100)
			outside := d.Interval.Low > 1e-12 || d.Interval.High < -1e-12
			if outside != (d.P.Value < 0.05) {
				t.Errorf("%d of 25 against %d %%: p %v, from %v to %v", x, percent, d.P.Value, d.Interval.Low, d.Interval.High)
			}
		}
	}
	for tenth := range 40 {
		d := MeanAgainst(50, 12, 15, 40+float64(tenth)/2)
		if outside := d.Interval.Low > 0 || d.Interval.High < 0; outside != (d.P.Value < 0.05) {
			t.Errorf("mean against %v: p %v, from %v to %v", 40+float64(tenth)/2, d.P.Value, d.Interval.Low, d.Interval.High)
		}
	}
}

// The hours of sleep that Student's first group gained: R t.test(extra) gives
// t = 1.3257, df = 9, p = 0.2176, from −0.5297804 to 2.0297804.
func TestMeanIsHeldAgainstOneThatWasFixed(t *testing.T) {
	extra := []float64{0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0}
	mean, sd := moments(ascending(extra))
	d := MeanAgainst(mean, sd, len(extra), 0)
	stands(t, "t", d.T, 1.3257, 5e-5)
	stands(t, "p", d.P, 0.2176, 5e-5)
	stands(t, "low", Number{Value: d.Interval.Low}, -0.5297804, 5e-7)
	stands(t, "high", Number{Value: d.Interval.High}, 2.0297804, 5e-7)
	// d = 0.75/1.789010 = 0.41923; J(9) = Γ(4.5)/(√4.5·Γ(4)) = 11.631728/(2.121320·6).
	stands(t, "g", GAgainst(mean, sd, len(extra), 0), 0.41923*0.913874, 5e-6)
}

func TestNothingIsHeldAgainstWhatIsUndefined(t *testing.T) {
	for name, c := range map[string]struct {
		got  Difference
		want Reason
	}{
		"nobody":               {ShareAgainst(0, 0, 0.5), NoData},
		"more than all":        {ShareAgainst(3, 2, 0.5), OutOfRange},
		"no fraction":          {ShareAgainst(1, 2, 1.5), OutOfRange},
		"no number":            {ShareAgainst(1, 2, math.NaN()), NotFinite},
		"mean of nobody":       {MeanAgainst(1, 1, 0, 0), NoData},
		"mean against nothing": {MeanAgainst(1, 1, 5, math.Inf(1)), NotFinite},
	} {
		if c.got.Value.Reason != c.want || c.got.P.Reason != c.want || c.got.Interval.Reason != c.want {
			t.Errorf("%s: %+v", name, c.got)
		}
	}
	for n, want := range map[int]Reason{0: NoData, 1: TooFew, 2: TooFew} {
		if g := GAgainst(7, 1, n, 5); g.Reason != want {
			t.Errorf("g of %d: %+v", n, g)
		}
	}
	for n, want := range map[int]Reason{1: TooFew, 5: Constant} {
		d := MeanAgainst(7, 0, n, 5)
		if d.Value != number(2) || d.P.Reason != want || d.Interval.Reason != want {
			t.Errorf("%d alike: %+v", n, d)
		}
	}
}

// circle is n numbers with mean 0 and deviation 1, and others that have nothing
// in common with them.
func circle(n int) (u, v []float64) {
	for i := range n {
		angle := 2 * math.Pi * float64(i) / float64(n)
		unit := math.Sqrt(2 * float64(n-1) / float64(n))
		u, v = append(u, unit*math.Sin(angle)), append(v, unit*math.Cos(angle))
	}
	return u, v
}

// Borenstein et al. 2009, chapter 4, the matched groups: 50 pairs, means 103 and
// 100, deviation of the differences 5.5 and correlation 0.7, so a deviation of
// 5.5/√0.6 = 7.1005 within: d = 0.4225 and g = 0.4160. Bonett's error, for equal
// deviations: √((0.4225²·(1 + 0.49)/4 + 0.6)/49) = 0.1166.
func TestChangeOfPairsIsInUnitsOfPeople(t *testing.T) {
	u, v := circle(50)
	var after, before []float64
	for i := range u {
		after = append(after, 103+7.1005*(0.7*u[i]+math.Sqrt(1-0.49)*v[i]))
		before = append(before, 100+7.1005*u[i])
	}
	g := PairedG(after, before)
	stands(t, "d", g.D, 0.4225, 5e-5)
	stands(t, "J", g.J, 0.9846, 5e-5)
	stands(t, "g", g.Value, 0.4160, 5e-5)
	stands(t, "error", g.Error, 0.1166, 5e-5)
	back := PairedG(before, after)
	stands(t, "the other way round", back.Value, -g.Value.Value, 1e-12)
}

func TestPairsWithoutAnEffectSayWhy(t *testing.T) {
	for name, c := range map[string]struct {
		x, y []float64
		want Reason
	}{
		"none":      {nil, nil, NoData},
		"unequal":   {[]float64{1, 2, 3}, []float64{1, 2}, UnequalLengths},
		"two":       {[]float64{1, 2}, []float64{2, 4}, TooFew},
		"all alike": {[]float64{2, 2, 2}, []float64{1, 1, 1}, Constant},
		"no number": {[]float64{1, 2, math.NaN()}, []float64{1, 2, 3}, NotFinite},
	} {
		if g := PairedG(c.x, c.y); g.Value.Reason != c.want || g.Interval.Reason != c.want {
			t.Errorf("%s: %+v", name, g)
		}
	}
}
