package stat

import (
	"math"
	"reflect"
	"testing"

	"pgregory.net/rapid"
)

var nan, inf = math.NaN(), math.Inf(1)

func TestWhatCannotBeComputedSaysWhy(t *testing.T) {
	likert := Scale{Lowest: 1, Highest: 5}
	for name, c := range map[string]struct{ got, want Reason }{
		"share of nobody":                  {Wilson(0, 0).Reason, NoData},
		"more than all":                    {Wilson(4, 3).Reason, OutOfRange},
		"less than nobody":                 {Wilson(-1, 3).Reason, OutOfRange},
		"share of NaN":                     {Wilson(1, nan).Reason, NotFinite},
		"difference, first empty":          {Newcombe(0, 0, 1, 2).Interval.Reason, NoData},
		"difference, second empty":         {Newcombe(1, 2, 0, 0).Value.Reason, NoData},
		"difference, infinite":             {Newcombe(1, 2, inf, 2).Value.Reason, NotFinite},
		"bounds for nobody":                {SilentBounds(0, 0, 0).Reason, NoData},
		"more answers than people":         {SilentBounds(1, 3, 2).Reason, OutOfRange},
		"more yes than answers":            {SilentBounds(3, 2, 5).Reason, OutOfRange},
		"bounds of NaN":                    {SilentBounds(nan, 2, 5).Reason, NotFinite},
		"a sum too small for its scale":    {SilentMeanBounds(1, 2, 5, likert).Reason, OutOfRange},
		"a scale that runs backwards":      {SilentMeanBounds(2, 2, 5, Scale{5, 1}).Reason, OutOfRange},
		"mean of nothing":                  {MeanT(nil).Value.Reason, NoData},
		"mean of NaN":                      {MeanT([]float64{1, nan}).Value.Reason, NotFinite},
		"interval of one":                  {MeanT([]float64{7}).Interval.Reason, TooFew},
		"interval of equal ones":           {MeanT([]float64{0.1, 0.1, 0.1}).Interval.Reason, Constant},
		"mean of what overflows":           {MeanT([]float64{math.MaxFloat64, -math.MaxFloat64}).Interval.Reason, NotFinite},
		"moments of nobody":                {MeanTOf(0, 0, 0).Value.Reason, NoData},
		"moments of fewer than nobody":     {MeanTOf(0, 0, -1).Value.Reason, OutOfRange},
		"moments with a negative spread":   {MeanTOf(0, -1, 5).Value.Reason, OutOfRange},
		"moments with a spread of NaN":     {MeanTOf(0, nan, 5).Interval.Reason, NotFinite},
		"moments without a spread":         {MeanTOf(3, 0, 5).Interval.Reason, Constant},
		"moments of one, spread unknown":   {MeanTOf(3, nan, 1).Interval.Reason, TooFew},
		"median of nothing":                {Median(nil).Reason, NoData},
		"median of NaN":                    {Median([]float64{nan}).Reason, NotFinite},
		"quantile beyond all":              {Quantile([]float64{1}, 1.1).Reason, OutOfRange},
		"quantile NaN":                     {Quantile([]float64{1}, nan).Reason, NotFinite},
		"median interval of nothing":       {MedianInterval(nil).Interval.Reason, NoData},
		"median interval of NaN":           {MedianInterval([]float64{nan}).Coverage.Reason, NotFinite},
		"median interval of five":          {MedianInterval([]float64{1, 2, 3, 4, 5}).Interval.Reason, TooFew},
		"answer above its scale":           {LikertScore(6, likert, false).Reason, OutOfRange},
		"answer on a scale of one":         {LikertScore(1, Scale{1, 1}, false).Reason, Constant},
		"answer on a scale backwards":      {LikertScore(1, Scale{5, 1}, false).Reason, OutOfRange},
		"answer NaN":                       {LikertScore(nan, likert, false).Reason, NotFinite},
		"adjusted NaN":                     {Holm([]float64{nan, 0.01})[0].Reason, NotFinite},
		"adjusted p above 1":               {Holm([]float64{1.5, 0.01})[0].Reason, OutOfRange},
		"welch of nobody":                  {Welch(nil, []float64{1, 2}).P.Reason, NoData},
		"welch of NaN":                     {Welch([]float64{1, 2}, []float64{nan}).Value.Reason, NotFinite},
		"welch of one":                     {Welch([]float64{1}, []float64{1, 2}).P.Reason, TooFew},
		"a difference from one":            {Welch([]float64{1}, []float64{1, 2}).Value.Reason, ""},
		"welch of equal ones":              {Welch([]float64{1, 1}, []float64{2, 2}).Missed.Reason, Constant},
		"welch with a negative spread":     {WelchOf(1, -1, 5, 2, 1, 5).P.Reason, OutOfRange},
		"welch of fewer than nobody":       {WelchOf(1, 1, -5, 2, 1, 5).P.Reason, OutOfRange},
		"shares of nobody":                 {ShareDifference(0, 0, 1, 2).P.Reason, NoData},
		"shares above all":                 {ShareDifference(3, 2, 1, 2).Missed.Reason, OutOfRange},
		"a good p beside one not computed": {Holm([]float64{nan, 0.01})[1].Reason, ""},
		"a mean of one":                    {MeanT([]float64{7}).Value.Reason, ""},
		"a median of equal ones":           {MedianInterval([]float64{2, 2, 2, 2, 2, 2}).Interval.Reason, ""},
	} {
		if c.got != c.want {
			t.Errorf("%s: %q; want %q", name, c.got, c.want)
		}
	}
}

func TestAPValueThatIsMissingDoesNotCountInTheFamily(t *testing.T) {
	adjusted := Holm([]float64{0.01, nan, 0.02})
	if adjusted[0].Value != 0.02 || adjusted[2].Value != 0.02 {
		t.Errorf("%v; want 2 × 0.01 and 1 × 0.02", adjusted)
	}
}

func TestSomeResultsThatCanBeCheckedByHand(t *testing.T) {
	for name, c := range map[string]struct{ got, want float64 }{
		"type 7 median of 1 2 3 4":            {Median([]float64{4, 1, 3, 2}).Value, 2.5},
		"type 7 quartile of 1 2 3 4":          {Quantile([]float64{4, 1, 3, 2}, 0.25).Value, 1.75},
		"4 of 5 said yes, 5 silent: low":      {SilentBounds(4, 5, 10).Low, 0.4},
		"4 of 5 said yes, 5 silent: high":     {SilentBounds(4, 5, 10).High, 0.9},
		"nobody answered: low":                {SilentBounds(0, 0, 10).Low, 0},
		"nobody answered: high":               {SilentBounds(0, 0, 10).High, 1},
		"80 and 60, two silent: low":          {SilentMeanBounds(140, 2, 4, Scale{0, 100}).Low, 35},
		"80 and 60, two silent: high":         {SilentMeanBounds(140, 2, 4, Scale{0, 100}).High, 85},
		"4 on 1 to 5":                         {LikertScore(4, Scale{1, 5}, false).Value, 75},
		"4 on 1 to 5, reversed":               {LikertScore(4, Scale{1, 5}, true).Value, 25},
		"mean 0.75 sd 1.789 n 10, from parts": {MeanTOf(0.75, 1.7890096577591625, 10).Interval.Low, -0.5297804135263},
	} {
		if math.Abs(c.got-c.want) > 1e-9 {
			t.Errorf("%s: %v; want %v", name, c.got, c.want)
		}
	}
}

// TestNoNumberThatIsNoneLeavesThePackage feeds everything with anything, and
// looks at every number of every result.
func TestNoNumberThatIsNoneLeavesThePackage(t *testing.T) {
	wild := rapid.OneOf(rapid.Float64(), rapid.SampledFrom([]float64{nan, inf, -inf, 0, 1, -1, 5, math.MaxFloat64, 5e-324}))
	rapid.Check(t, func(t *rapid.T) {
		a, b, c, d := wild.Draw(t, "a"), wild.Draw(t, "b"), wild.Draw(t, "c"), wild.Draw(t, "d")
		xs := rapid.SliceOfN(wild, 0, 8).Draw(t, "xs")
		flags := rapid.SliceOfN(rapid.Bool(), len(xs), len(xs)).Draw(t, "flags")
		scale := Scale{Lowest: c, Highest: d}
		curve := Survive(xs, flags)
		step, reason := curve.At(a)
		for _, result := range []any{
			Wilson(a, b), Newcombe(a, b, c, d), ShareDifference(a, b, c, d), Welch(xs, []float64{a, b}), WelchOf(a, b, 5, c, d, 3), SilentBounds(a, b, c), SilentMeanBounds(a, b, 9, scale),
			MeanT(xs), MeanTOf(a, b, rapid.IntRange(-1, 9).Draw(t, "n")), Median(xs), Quantile(xs, a),
			MedianInterval(xs), LikertScore(a, scale, flags == nil), Holm(xs), curve, step, reason, curve.Reaches(a),
		} {
			onlyNumbers(t, reflect.ValueOf(result))
		}
	})
}

// onlyNumbers also checks that what is undefined holds zeros.
func onlyNumbers(t failing, v reflect.Value) {
	t.Helper()
	switch v.Kind() {
	case reflect.Float64:
		if !finite(v.Float()) {
			t.Fatalf("a result holds %v", v.Float())
		}
	case reflect.Struct:
		if i, ok := v.Interface().(Interval); ok && !i.Defined() && i != (Interval{Reason: i.Reason}) {
			t.Fatalf("undefined, and yet %+v", i)
		}
		if n, ok := v.Interface().(Number); ok && !n.Defined() && n != (Number{Reason: n.Reason}) {
			t.Fatalf("undefined, and yet %+v", n)
		}
		for i := range v.NumField() {
			onlyNumbers(t, v.Field(i))
		}
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			onlyNumbers(t, v.Index(i))
		}
	}
}
