package stat

import (
	"math"
	"testing"

	"gonum.org/v1/gonum/stat/distuv"
	"pgregory.net/rapid"
)

// Twelve members of whom four answered; those came to 10, 8, 9 and 9 of ten
// meetings, the silent to 2, 5, 4, 3, 6, 5, 4 and 3. Means 9 and 4, so that the
// mean of those who answered is (1 − 4/12)(9 − 4) = 3⅓ above that of all, 5⅔.
func TestThoseWhoAnsweredAreComparedWithTheSilent(t *testing.T) {
	answered, silent := []float64{10, 8, 9, 9}, []float64{2, 5, 4, 3, 6, 5, 4, 3}
	s := NonResponse(answered, silent)
	agree(t, map[string]value{
		"rate":       {s.Rate.Value, 1. / 3, 1e-12},
		"difference": {s.Difference.Value, 5, 1e-12},
		"bias":       {s.Bias, 10. / 3, 1e-12},
		"δ":          {s.Delta.Value, 1, 0},
		"W":          {s.Test.Statistic, 32, 0},
		// s² = (2 + 12)/10 = 1.4; J of 10 = 0.9228.
		"d": {s.G.D, 5 / math.Sqrt(1.4), 1e-12},
		"g": {s.G.Value, 0.9228 * 5 / math.Sqrt(1.4), 1e-3},
	})
	if !s.Warn {
		t.Error("a third answered, all of them keener than the rest, and there is no warning")
	}
}

func TestAnswersOfMostWhoAreLikeTheRestGiveNoWarning(t *testing.T) {
	if s := NonResponse([]float64{1, 2, 3, 4, 5, 6}, []float64{1, 3, 4, 6}); s.Warn {
		t.Errorf("%+v", s)
	}
	if s := NonResponse([]float64{1, 2, 3}, nil); s.Warn || s.Bias != (Number{}) {
		t.Errorf("everybody answered: %+v", s)
	}
	if s := NonResponse([]float64{1, 3}, []float64{1, 3, 1, 3, 2}); !s.Warn {
		t.Errorf("two of seven answered: %+v", s)
	}
}

func TestTheBiasIsHowFarTheMeanOfAnswersLiesFromThatOfAll(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		answered, silent := answersOf(1, 20).Draw(t, "answered"), answersOf(1, 20).Draw(t, "silent")
		s := NonResponse(answered, silent)
		all := MeanT(append(append([]float64{}, answered...), silent...))
		closeTo(t, s.Bias.Value, MeanT(answered).Value.Value-all.Value.Value)
	})
}

// Five of a unit of 60 answered, and seven of a unit of 20: weights
// (60/80)/(5/12) = 1.8 and (20/80)/(7/12) = 3/7; means 3.8 and 15/7; weighted
// 0.75·3.8 + 0.25·15/7 = 3.385714; unweighted 34/12. Kish: (5·1.8² + 7·(3/7)²)/12.
func TestStrataByHand(t *testing.T) {
	w := PostStratify([]Stratum{{60, []float64{3, 4, 4, 5, 3}}, {20, []float64{1, 2, 2, 3, 2, 1, 4}}})
	agree(t, map[string]value{
		"weight of the first":  {w.Weights[0], 1.8, 1e-12},
		"weight of the second": {w.Weights[1], 3. / 7, 1e-12},
		"weighted":             {w.Value, 0.75*3.8 + 0.25*15/7, 1e-12},
		"unweighted":           {w.Unweighted, 34. / 12, 1e-12},
		"design effect":        {w.Effect, (5*1.8*1.8 + 9./7) / 12, 1e-12},
		"effective":            {w.Effective, 12 / ((5*1.8*1.8 + 9./7) / 12), 1e-12},
	})
}

func TestSmallStrataJoinTheirNeighbours(t *testing.T) {
	of := func(n int) Stratum { return Stratum{2 * n, make([]float64, n)} }
	for name, c := range map[string]struct{ before, after []int }{
		"none is small":     {[]int{5, 6}, []int{5, 6}},
		"the first":         {[]int{2, 6, 7}, []int{8, 7}},
		"the last":          {[]int{6, 7, 4}, []int{6, 11}},
		"several in a row":  {[]int{1, 2, 1, 3, 9}, []int{7, 9}},
		"all together few":  {[]int{1, 2}, []int{3}},
		"there is only one": {[]int{2}, []int{2}},
		"there is none":     {nil, nil},
	} {
		var strata []Stratum
		for _, n := range c.before {
			strata = append(strata, of(n))
		}
		var got []int
		for _, s := range CollapseStrata(strata) {
			if s.Population != 2*len(s.Answers) {
				t.Errorf("%s: %d people beside %d answers", name, s.Population, len(s.Answers))
			}
			got = append(got, len(s.Answers))
		}
		if len(got) != len(c.after) {
			t.Errorf("%s: %v; want %v", name, got, c.after)
			continue
		}
		for i := range got {
			if got[i] != c.after[i] {
				t.Errorf("%s: %v; want %v", name, got, c.after)
			}
		}
	}
}

// The ends of the words for δ are what normal groups show that differ by the ends
// of the words for g: δ = 2Φ(d/√2) − 1, for 0.2, 0.5 and 0.8 0.11, 0.28 and 0.43;
// Romano's rest on how much of the groups overlaps and lie a little higher.
func TestAnEffectIsAWord(t *testing.T) {
	for _, c := range []struct {
		delta float64
		want  Size
	}{{0, Negligible}, {-0.146, Negligible}, {0.147, Small}, {-0.329, Small}, {0.33, Medium}, {0.474, Large}, {-1, Large}} {
		if got := DeltaSize(Number{Value: c.delta}); got != c.want {
			t.Errorf("δ %v: %q; want %q", c.delta, got, c.want)
		}
	}
	for _, c := range []struct {
		g    float64
		want Size
	}{{0.19, Negligible}, {-0.2, Small}, {0.5, Medium}, {-0.8, Large}} {
		if got := GSize(Number{Value: c.g}); got != c.want {
			t.Errorf("g %v: %q; want %q", c.g, got, c.want)
		}
	}
	if got := DeltaSize(Number{Reason: NoData}); got != "" {
		t.Errorf("an effect of nothing is %q", got)
	}
	for i, d := range gSizes {
		if normal := 2*distuv.UnitNormal.CDF(d/math.Sqrt2) - 1; deltaSizes[i] < normal || deltaSizes[i] > normal+0.06 {
			t.Errorf("%v of δ beside %v of g, which is %v", deltaSizes[i], d, normal)
		}
	}
}
