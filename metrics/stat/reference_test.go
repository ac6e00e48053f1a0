package stat

import (
	"math"
	"testing"
)

// value is a result beside what a named source says of the same numbers.
type value struct {
	got    Number
	want   float64
	within float64
}

func agree(t *testing.T, cases map[string]value) {
	t.Helper()
	for name, c := range cases {
		if !c.got.Defined() || !(math.Abs(c.got.Value-c.want) <= c.within) {
			t.Errorf("%s: %v; want %v within %v", name, c.got, c.want, c.within)
		}
	}
}

func low(i Interval) Number  { return Number{i.Low, i.Reason} }
func high(i Interval) Number { return Number{i.High, i.Reason} }
func whole(n int) Number     { return Number{Value: float64(n)} }

var (
	// Student 1908, hours of sleep won by two drugs (R datasets::sleep).
	sleep1 = []float64{0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2}
	sleep2 = []float64{1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4}
	// Chambers et al. 1983, ozone in New York in May and August (R airquality).
	may    = []float64{41, 36, 12, 18, 28, 23, 19, 8, 7, 16, 11, 14, 18, 14, 34, 6, 30, 11, 1, 11, 4, 32, 23, 45, 115, 37}
	august = []float64{39, 9, 16, 78, 35, 66, 122, 89, 110, 44, 28, 65, 22, 59, 23, 31, 44, 21, 9, 45, 168, 73, 76, 118, 84, 85}
	// The answers of twelve people before and after, on 1 to 5.
	before = []float64{3, 3, 4, 2, 5, 1, 3, 4, 2, 3, 4, 3}
	after  = []float64{4, 3, 5, 3, 4, 3, 3, 5, 2, 5, 4, 4}
)

// R 4.2 wilcox.test, its examples and datasets; Hollander and Wolfe 1973, page 69
// (permeability constants of the chorioamnion), print W = 35 and p = 0.1272.
func TestTestsOnRanksAreThoseOfR(t *testing.T) {
	chorion := MannWhitney([]float64{0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46}, []float64{1.15, 0.88, 0.90, 0.74, 1.21})
	ozone := MannWhitney(may, august)
	var x, y []float64
	for i := range 49 {
		x, y = append(x, float64(i+1)+0.3), append(y, float64(i+8))
	}
	most := MannWhitney(x, y)
	slept := SignedRank(sleep1, sleep2)
	asked := SignedRank(after, before)
	agree(t, map[string]value{
		"W, exact":                     {chorion.Statistic, 35, 0},
		"p, exact":                     {chorion.P, 0.254412254412, 1e-11},
		"p greater, exact":             {chorion.Greater, 0.127206127206, 1e-11},
		"p less, exact":                {chorion.Less, 0.896769896770, 1e-11},
		"W with ties":                  {ozone.Statistic, 127.5, 0},
		"p with ties":                  {ozone.P, 1.20807830769e-04, 1e-14},
		"p greater with ties":          {ozone.Greater, 0.999943949875, 1e-11},
		"p less with ties":             {ozone.Less, 6.04039153844e-05, 1e-14},
		"W of 49 and 49":               {most.Statistic, 903, 0},
		"p of 49 and 49, exact":        {most.P, 0.0344226266925, 1e-12},
		"p greater of 49 and 49":       {most.Greater, 0.9830940875169, 1e-12},
		"V, all below, one pair alike": {slept.Statistic, 0, 0},
		"p, ties and one pair alike":   {slept.P, 0.00909069801593, 1e-13},
		"p greater, ties":              {slept.Greater, 0.99680626672426, 1e-13},
		"p less, ties":                 {slept.Less, 0.00454534900796, 1e-13},
		"V of answers":                 {asked.Statistic, 32.5, 0},
		"p of answers":                 {asked.P, 0.0400667965382, 1e-12},
		"p greater of answers":         {asked.Greater, 0.0200333982691, 1e-12},
		"p less of answers":            {asked.Less, 0.9860861453298, 1e-12},
	})
	if !chorion.Exact || ozone.Exact || !most.Exact || slept.Exact || slept.Used != 9 || asked.Used != 8 {
		t.Errorf("which are exact, and how many pairs differ: %v %v %v %v; %d, %d", chorion.Exact, ozone.Exact, most.Exact, slept.Exact, slept.Used, asked.Used)
	}
	x, y = nil, nil
	for i := range 60 {
		x = append(x, float64(i+1)+0.3)
	}
	for i := range 55 {
		y = append(y, float64(i+5))
	}
	many := MannWhitney(x, y)
	agree(t, map[string]value{"W of 60 and 55": {many.Statistic, 1595, 0}, "p of 60 and 55": {many.P, 0.76025844711, 1e-10}})
}

// R t.test(paired = TRUE) of Student's data, and of the answers; R mcnemar.test and
// binom.test of how 1600 people approved of a prime minister, and again (Agresti
// 1990, page 350). Airways hard to clear before and after a transplant: Fagerland,
// Lydersen and Laake 2014, Statistics in Medicine 33:2850–2875.
func TestChangesOfTheSamePeopleAreThoseOfR(t *testing.T) {
	slept, asked := Paired(sleep1, sleep2), Paired(after, before)
	approval := McNemar(794, 150, 86, 570)
	airways := McNemar(1, 1, 7, 12)
	agree(t, map[string]value{
		"mean difference":          {slept.Value, -1.58, 1e-12},
		"t":                        {slept.T, -4.06212768338, 1e-10},
		"degrees of freedom":       {slept.DF, 9, 0},
		"p":                        {slept.P, 0.00283289019738, 1e-12},
		"low":                      {low(slept.Interval), -2.45988576327698, 1e-9},
		"high":                     {high(slept.Interval), -0.70011423672302, 1e-9},
		"t of answers":             {asked.T, 2.601774542352, 1e-10},
		"p of answers":             {asked.P, 0.0246159780155, 1e-11},
		"low of answers":           {low(asked.Interval), 0.1026964162949, 1e-9},
		"approval, χ² with cc":     {approval.ChiSquare, 63. * 63 / 236, 1e-10},
		"approval, exact":          {approval.P, 3.71593613957e-05, 1e-14},
		"two of nine, exact":       {McNemar(5, 2, 7, 5).P, 0.1796875, 1e-12},
		"five of ten, exact":       {McNemar(5, 5, 5, 5).P, 1, 0},
		"five of ten, χ²":          {McNemar(5, 5, 5, 5).ChiSquare, 0, 0},
		"airways, change":          {airways.Value, 6. / 21, 1e-12},
		"airways, low":             {low(airways.Interval), 0.026, 5e-4},
		"airways, high":            {high(airways.Interval), 0.507, 5e-4},
		"McNemar's large-sample p": {approval.ChiSquareP, 4.11456228135e-05, 1e-13},
	})
}

// Borenstein, Hedges, Higgins and Rothstein 2009, pages 26 and 27; R pt(t, df, ncp).
func TestStandardisedDifferencesAreThoseOfTheTextbook(t *testing.T) {
	g := HedgesGOf(103, 5.5, 50, 100, 4.5, 50)
	agree(t, map[string]value{
		"d":          {g.D, 0.5970, 5e-5},
		"J":          {g.J, 0.9923, 5e-5},
		"g":          {g.Value, 0.5924, 5e-5},
		"se":         {g.Error, math.Sqrt(0.04 + 0.5924*0.5924/200), 5e-5},
		"J for df 2": {HedgesG([]float64{1, 2}, []float64{3, 4}).J, 1 / math.Sqrt(math.Pi), 1e-12},
	})
	// d = 1 in 20 and 20: t = √10, which is a 0.975- and a 0.025-quantile of pt
	// with 38 degrees of freedom and these centres.
	even := HedgesGOf(1, 1, 20, 0, 1, 20)
	scale := even.J.Value * math.Sqrt(0.1)
	agree(t, map[string]value{
		"nct low":  {low(even.Noncentral), scale * 1.05973763092, 1e-4},
		"nct high": {high(even.Noncentral), scale * 5.22796705363, 1e-4},
	})
}

// R survival::survfit(conf.type = "log") and survdiff of the datasets aml (Miller
// 1997) and ovarian (Edmunson 1979); the help of survfit prints the medians 31
// (18 to –) and 23 (8 to –), that of survdiff χ² = 3.4 and 1.1.
func TestSurvivalIsThatOfR(t *testing.T) {
	maintained := Followed{
		[]float64{9, 13, 13, 18, 23, 28, 31, 34, 45, 48, 161},
		[]bool{true, true, false, true, true, false, true, true, false, true, false},
	}
	not := Followed{
		[]float64{5, 5, 8, 8, 12, 16, 23, 27, 30, 33, 43, 45},
		[]bool{true, true, true, true, true, false, true, true, true, true, true, true},
	}
	curve, other := SurviveLog(maintained.Times, maintained.Observed), SurviveLog(not.Times, not.Observed)
	at31, _ := curve.At(31)
	at9, _ := curve.At(9)
	at43, _ := other.At(43)
	aml := LogRank(maintained, not)
	ovarian := LogRank(
		Followed{[]float64{59, 115, 156, 431, 448, 477, 638, 803, 855, 1040, 1106, 268, 329},
			[]bool{true, true, true, true, false, false, true, false, false, false, false, true, true}},
		Followed{[]float64{421, 464, 475, 563, 744, 769, 770, 1129, 1206, 1227, 353, 365, 377},
			[]bool{false, true, true, true, false, false, false, false, false, false, true, true, false}})
	agree(t, map[string]value{
		"S(31)":            {Number{Value: at31.Survival}, 0.49090909, 5e-9},
		"S(31), low":       {low(at31.Interval), 0.254859951, 5e-10},
		"S(31), high":      {high(at31.Interval), 0.94558496, 5e-9},
		"S(9), high":       {high(at9.Interval), 1, 0},
		"S(43), low":       {low(at43.Interval), 0.015256527, 5e-10},
		"median":           {curve.Median().Value, 31, 0},
		"median, low":      {curve.Median().Low, 18, 0},
		"other median":     {other.Median().Value, 23, 0},
		"other, low":       {other.Median().Low, 8, 0},
		"aml χ²":           {aml.ChiSquare, 3.39638869898, 1e-10},
		"aml p":            {aml.P, 0.0653393, 1e-6},
		"aml expected":     {aml.Expected[0], 10.6893359923, 1e-9},
		"aml expected 2":   {aml.Expected[1], 7.3106640077, 1e-9},
		"ovarian χ²":       {ovarian.ChiSquare, 1.06273986129, 1e-10},
		"ovarian expected": {ovarian.Expected[0], 5.23353101715, 1e-10},
		"ovarian events":   {whole(ovarian.Events[0]), 7, 0},
	})
	for name, median := range map[string]Crossing{"maintained": curve.Median(), "not": other.Median()} {
		if median.High.Reason != NotReached {
			t.Errorf("%s: the upper bound of the median is %v; want it not reached", name, median.High)
		}
	}
}

// R cor.test(1871:1970, Nile, method = "kendall", continuity = TRUE) of the flow of
// the Nile, and the medians of all slopes; S = τ √… gives S back.
func TestTrendsAreThoseOfR(t *testing.T) {
	nile := make([]float64, 100)
	for i, flow := range nileFlow {
		nile[i] = float64(flow)
	}
	years := make([]float64, 100)
	for i := range years {
		years[i] = float64(1871 + i)
	}
	river := MannKendall(years, nile)
	short := MannKendall([]float64{1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13}, []float64{12, 15, 11, 15, 18, 17, 21, 19, 24, 22, 22, 27})
	agree(t, map[string]value{
		"Nile, slope":  {river.Slope.Value, -2.6, 1e-12},
		"Nile, z":      {river.Z, -4.12806652284, 1e-10},
		"Nile, p":      {river.P, 3.65826292166e-05, 1e-15},
		"Nile, tau":    {river.Tau, -0.280741334725, 1e-11},
		"short, slope": {short.Slope.Value, 1, 1e-12},
		"short, z":     {short.Z, 3.51376137314, 1e-10},
		"short, p":     {short.P, 4.41809515234e-04, 1e-13},
		"short, tau":   {short.Tau, 0.800094691366, 1e-11},
		// Var S = (12·11·29 − 2·18)/18 = 210.667, C = 28.45: of 66 slopes the 19th and the 48th.
		"short, low":  {low(short.Slope.Interval), 5. / 6, 1e-12},
		"short, high": {high(short.Slope.Interval), 1.5, 1e-12},
	})
}
