package stat

import (
	"math"
	"strconv"
	"testing"

	"pgregory.net/rapid"
)

// percent is a share as reports print it.
func percent(share Number) string {
	return strconv.FormatFloat(100*share.Value, 'f', 1, 64)
}

// What accounts of communities printed, from the counts that they printed beside
// it.
func TestPublishedSharesFollowFromTheirCounts(t *testing.T) {
	for _, c := range []struct {
		x, n float64
		want string
	}{
		{146, 185, "78.9"},
		{891, 1341, "66.4"}, {342, 1341, "25.5"}, {70, 1341, "5.2"}, {38, 1341, "2.8"},
		{27, 66, "40.9"},
		{30, 121, "24.8"}, {29, 121, "24.0"}, {26, 121, "21.5"}, {23, 121, "19.0"}, {105, 121, "86.8"},
		{90, 121, "74.4"}, {63, 121, "52.1"}, {74, 121, "61.2"}, {119, 121, "98.3"}, {102, 121, "84.3"},
		{2, 121, "1.7"}, {7, 121, "5.8"}, {17, 121, "14.0"},
	} {
		if got := percent(Share(c.x, c.n).Value); got != c.want {
			t.Errorf("%v of %v: %s %%; want %s %%", c.x, c.n, got, c.want)
		}
	}
	i := Share(27, 66).Interval
	if low, high := percent(Number{Value: i.Low}), percent(Number{Value: i.High}); low != "29.9" || high != "53.0" {
		t.Errorf("27 of 66: %s to %s; want 29.9 to 53.0", low, high)
	}
}

// Seven answers on a scale on which 1 is best, adding up to 17 and to 16: printed
// as 2.43 and 2.29. Turned round on 1 to 5 they are as far from the other end.
func TestPublishedMeansOfAReversedScaleFollowFromTheirSums(t *testing.T) {
	for _, c := range []struct {
		answers []float64
		want    string
	}{
		{[]float64{2, 2, 3, 2, 3, 2, 3}, "2.43"},
		{[]float64{2, 2, 3, 2, 2, 2, 3}, "2.29"},
	} {
		mean := MeanT(c.answers).Value.Value
		if got := strconv.FormatFloat(mean, 'f', 2, 64); got != c.want {
			t.Errorf("mean of %v: %s; want %s", c.answers, got, c.want)
		}
		scores := turned(c.answers, func(v float64) float64 { return LikertScore(v, Scale{1, 5}, true).Value })
		closeTo(t, MeanT(scores).Value.Value, 100*(5-mean)/4)
	}
}

func TestATableWhosePartsDoNotAddUpIsFound(t *testing.T) {
	for name, c := range map[string]struct {
		parts    []float64
		decimals int
		want     bool
	}{
		"four parts that are 99.9":           {[]float64{66.4, 25.5, 5.2, 2.8}, 1, true},
		"four parts that are 100.3":          {[]float64{66.4, 25.9, 5.2, 2.8}, 1, false},
		"four whole percentages that are 99": {[]float64{66, 25, 5, 3}, 0, true},
		"three thirds":                       {[]float64{33.3, 33.3, 33.3}, 1, true},
		"two halves and a little":            {[]float64{50, 50.2}, 1, false},
		"one that is everything":             {[]float64{100}, 1, true},
	} {
		if got, reason := AddsUp(c.parts, c.decimals); got != c.want || reason != "" {
			t.Errorf("%s: %v (%q); want %v", name, got, reason, c.want)
		}
	}
	for name, c := range map[string]struct {
		parts    []float64
		decimals int
		want     Reason
	}{
		"no part":              {nil, 1, NoData},
		"a part that is NaN":   {[]float64{math.NaN()}, 1, NotFinite},
		"a part below nothing": {[]float64{-1, 101}, 1, OutOfRange},
		"too many decimals":    {[]float64{100}, 10, OutOfRange},
	} {
		if got, reason := AddsUp(c.parts, c.decimals); got || reason != c.want {
			t.Errorf("%s: %v (%q); want %q", name, got, reason, c.want)
		}
	}
}

func TestRoundedPartsOfAWholeAlwaysAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		counts := rapid.SliceOfN(rapid.IntRange(0, 300), 1, 12).Draw(t, "counts")
		decimals := rapid.IntRange(0, 3).Draw(t, "decimals")
		total := 0
		for _, n := range counts {
			total += n
		}
		if total == 0 {
			return
		}
		var parts []float64
		for _, n := range counts {
			part, err := strconv.ParseFloat(strconv.FormatFloat(100*float64(n)/float64(total), 'f', decimals, 64), 64)
			if err != nil {
				t.Fatal(err)
			}
			parts = append(parts, part)
		}
		if ok, reason := AddsUp(parts, decimals); !ok {
			t.Fatalf("%v of %v do not add up (%s)", parts, counts, reason)
		}
	})
}
