package stat

import (
	"math"
	"path/filepath"
	"testing"

	"valuetrail/internal/need"
)

// nileFlow is the flow of the Nile from 1871 to 1970, in 10⁸ m³ (Durbin and
// Koopman 2001; R datasets::Nile).
var nileFlow = []int{
	1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180, 799, 958, 1140,
	1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840, 874, 694, 940, 833, 701, 916, 692, 1020, 1050, 969,
	831, 726, 456, 824, 702, 1120, 1100, 832, 764, 821, 768, 845, 864, 862, 698, 845, 744, 796, 1040, 759,
	781, 865, 845, 944, 984, 897, 822, 1010, 771, 676, 649, 846, 812, 742, 801, 1040, 860, 874, 848, 890,
	744, 749, 838, 1050, 918, 986, 797, 923, 975, 815, 1020, 906, 901, 1170, 912, 746, 919, 718, 714, 740,
}

// attitude is what the clerks of thirty departments said of seven questions
// (Chatterjee and Price 1977; R datasets::attitude), one question a line.
var attitude = [][]float64{
	{43, 63, 71, 61, 81, 43, 58, 71, 72, 67, 64, 67, 69, 68, 77, 81, 74, 65, 65, 50, 50, 64, 53, 40, 63, 66, 78, 48, 85, 82},
	{51, 64, 70, 63, 78, 55, 67, 75, 82, 61, 53, 60, 62, 83, 77, 90, 85, 60, 70, 58, 40, 61, 66, 37, 54, 77, 75, 57, 85, 82},
	{30, 51, 68, 45, 56, 49, 42, 50, 72, 45, 53, 47, 57, 83, 54, 50, 64, 65, 46, 68, 33, 52, 52, 42, 42, 66, 58, 44, 71, 39},
	{39, 54, 69, 47, 66, 44, 56, 55, 67, 47, 58, 39, 42, 45, 72, 72, 69, 75, 57, 54, 34, 62, 50, 58, 48, 63, 74, 45, 71, 59},
	{61, 63, 76, 54, 71, 54, 66, 70, 71, 62, 58, 59, 55, 59, 79, 60, 79, 55, 75, 64, 43, 66, 63, 50, 66, 88, 80, 51, 77, 64},
	{92, 73, 86, 84, 83, 49, 68, 66, 83, 80, 67, 74, 63, 77, 77, 54, 79, 80, 85, 78, 64, 80, 80, 57, 75, 76, 78, 83, 74, 78},
	{45, 47, 48, 35, 47, 34, 35, 41, 31, 41, 34, 41, 25, 35, 46, 36, 63, 60, 46, 52, 33, 41, 37, 49, 33, 72, 49, 38, 55, 39},
}

// respondents turns questions into one row for each respondent.
func respondents(questions [][]float64) [][]float64 {
	rows := make([][]float64, len(questions[0]))
	for i := range rows {
		for _, answers := range questions {
			rows[i] = append(rows[i], answers[i])
		}
	}
	return rows
}

// R psych 2.2.9 alpha(attitude), which its help prints as 0.84, and without each
// question; with three answers missing; Feldt's bounds by R qf.
func TestReliabilityIsThatOfR(t *testing.T) {
	r := CronbachAlpha(respondents(attitude), nil)
	cases := map[string]value{
		"raw α":      {r.Value, 0.843142769565, 1e-11},
		"standard α": {r.Standard, 0.839083803030, 1e-11},
		"pairwise":   {r.Pairwise, 0.843142769565, 1e-11},
		"low":        {low(r.Interval), 0.739375685644, 1e-9},
		"high":       {high(r.Interval), 0.915773072160, 1e-9},
	}
	for question, want := range []float64{0.809760206309, 0.796917457274, 0.827847765939, 0.803030975023, 0.795386574198, 0.863872311446, 0.840464868265} {
		cases["without "+string(rune('1'+question))] = value{r.WithoutEach[question], want, 1e-11}
	}
	gaps := respondents(attitude)
	gaps[1][0], gaps[4][2], gaps[8][6] = math.NaN(), math.NaN(), math.NaN()
	part := CronbachAlpha(gaps, nil)
	cases["pairwise, three missing"] = value{part.Pairwise, 0.852064825776, 1e-11}
	cases["complete, three missing"] = value{part.Value, 0.840839261890, 1e-11}
	cases["standard, three missing"] = value{part.Standard, 0.836933806728, 1e-11}
	cases["complete"], cases["dropped"] = value{whole(part.Complete), 27, 0}, value{whole(part.Dropped), 3, 0}
	agree(t, cases)
}

// R factanal(attitude, 1), and of three questions of which one leaves next to
// nothing to itself: ω = (Σλ)²/((Σλ)² + Σψ).
func TestOmegaIsThatOfFactanal(t *testing.T) {
	f := McDonaldOmega(respondents(attitude), nil)
	n := math.NaN()
	steep := McDonaldOmega([][]float64{
		{3, 6, 5}, {6, 5, 4}, {4, 4, 3}, {5, 5, 4}, {3, 4, 3}, {5, 5, 4}, {2, 2, 2}, {3, 4, 3}, {4, 2, 3}, {3, 4, 3},
		{4, 1, 3}, {1, 3, 3}, {3, 4, 5}, {2, 0, 3}, {3, n, 2}, {1, 2, 4}, {4, 3, 4}, {3, 3, 3}, {4, 5, 7},
	}, nil)
	agree(t, map[string]value{"ω": {f.Omega, 0.840544672655, 1e-6}, "ω of three": {steep.Omega, 0.736224211923, 1e-6}, "complete": {whole(steep.Complete), 18, 0}})
	if !f.Omega.Defined() {
		t.Fatalf("%+v", f)
	}
	for i, want := range []float64{0.852478, 0.902241, 0.592705, 0.730696, 0.764994, 0.246093, 0.377844} {
		if math.Abs(f.Loadings[i]-want) > 1e-4 || math.Abs(f.Unique[i]-(1-want*want)) > 1e-4 {
			t.Errorf("question %d: loading %v, unique %v; want %v", i+1, f.Loadings[i], f.Unique[i], want)
		}
	}
}

// R psych 2.2.9 interp.median.
func TestGroupedMediansAreThoseOfR(t *testing.T) {
	agree(t, map[string]value{
		"1 2 3 3 3":     {GroupedMedian([]float64{1, 2, 3, 3, 3}, 1), 2.66666666667, 1e-11},
		"1 2 3 3 4 4":   {GroupedMedian([]float64{1, 2, 3, 3, 4, 4}, 1), 3, 1e-12},
		"2 2 4 4":       {GroupedMedian([]float64{4, 2, 4, 2}, 1), 3, 1e-12},
		"1 2 3 3 4 4 5": {GroupedMedian([]float64{1, 2, 3, math.NaN(), 3, 4, 4, 5}, 1), 3.25, 1e-12},
		"1 1 2 2 5 5":   {GroupedMedian([]float64{1, 1, 2, 2, 5, 5}, 1), 2, 1e-12},
		"all alike":     {GroupedMedian([]float64{3, 3, 3}, 1), 3, 1e-12},
	})
}

// R psych 2.2.9 cohen.kappa of its own example with quadratic weights, and of 40
// things. The help of R vcd::Kappa prints, of what 91 couples said apart from each
// other (Agresti 1990, page 368), 0.1293 with a standard error of 0.0686, and with
// linear weights 0.2374 with 0.0783.
func TestKappasOfTwoReadersAreThoseOfR(t *testing.T) {
	cohen := [][]float64{{88, 14, 18}, {10, 40, 10}, {2, 6, 12}}
	squared := WeightedKappa(cohen, Disagreement(3, Quadratic))
	forty := CohenKappa([][]float64{{10, 3, 0}, {2, 15, 2}, {0, 1, 7}})
	said := [][]float64{{7, 7, 2, 3}, {2, 8, 3, 7}, {1, 5, 4, 9}, {2, 8, 9, 14}}
	couples, linear := CohenKappa(said), WeightedKappa(said, Disagreement(4, Linear))
	agree(t, map[string]value{
		"quadratic":      {squared.Value, 0.454545454545, 1e-11},
		"couples":        {couples.Value, 0.1293, 5e-5},
		"couples, error": {Number{Value: (couples.Interval.High - couples.Value.Value) / z}, 0.0686, 5e-5},
		"linear":         {linear.Value, 0.2374, 5e-5},
		"linear, error":  {Number{Value: (linear.Interval.High - linear.Value.Value) / z}, 0.0783, 5e-5},
		"of 40":          {forty.Value, 0.683481701286, 1e-11},
		"of 40, low":     {low(forty.Interval), 0.48418879879, 1e-10},
		"of 40, high":    {high(forty.Interval), 0.882774603782, 1e-11},
		"of 40, agreed":  {forty.Agreement, 0.8, 1e-12},
	})
}

// Fleiss 1971, table 2, prints what each diagnosis agrees by itself; the other
// table is that of the encyclopaedia's article on Fleiss' kappa (10 things, 14
// readers, 0.210).
func TestKappasOfSeveralReadersAreThosePublished(t *testing.T) {
	rows := readTable(t, filepath.Join(need.Shared(t), "golden", "inputs", "g33_fleiss1971.csv"), ',')
	k := FleissKappa(fleissCodes(rows))
	cases := map[string]value{}
	for i, want := range []float64{0.245, 0.245, 0.520, 0.471, 0.566} {
		cases["diagnosis "+string(rune('1'+i))] = value{k.Codes[i].Kappa, want, 5e-4}
	}
	var codes [][]float64
	for _, counts := range [][]int{{0, 0, 0, 0, 14}, {0, 2, 6, 4, 2}, {0, 0, 3, 5, 6}, {0, 3, 9, 2, 0}, {2, 2, 8, 1, 1}, {7, 7, 0, 0, 0}, {3, 2, 6, 3, 0}, {2, 5, 3, 2, 2}, {6, 5, 2, 1, 0}, {0, 2, 2, 3, 7}} {
		var row []float64
		for code, n := range counts {
			for range n {
				row = append(row, float64(code))
			}
		}
		codes = append(codes, row)
	}
	cases["ten things"] = value{FleissKappa(codes).Kappa, 0.210, 5e-4}
	codes = append(codes, append([]float64{math.NaN()}, codes[0][1:]...))
	part := FleissKappa(codes)
	cases["one not read by all"] = value{part.Kappa, 0.210, 5e-4}
	cases["dropped"] = value{whole(part.Dropped), 1, 0}
	agree(t, cases)
}

// The encyclopaedia's example of Krippendorff's α: three readers, of whom none
// read all fifteen things; nominal 0.691, interval 0.811. And Krippendorff 2011,
// section B: two readers, ten things, 0.095.
func TestAlphasOfReadersAreThosePublished(t *testing.T) {
	n := math.NaN()
	a := []float64{n, n, n, n, n, 3, 4, 1, 2, 1, 1, 3, 3, n, 3}
	b := []float64{1, n, 2, 1, 3, 3, 4, 3, n, n, n, n, n, n, n}
	c := []float64{n, n, 2, 1, 3, 4, 4, n, 2, 1, 1, 3, 3, n, 4}
	three := respondents([][]float64{a, b, c})
	two := respondents([][]float64{{0, 1, 0, 0, 0, 0, 0, 0, 1, 0}, {1, 1, 1, 0, 0, 1, 0, 0, 0, 0}})
	agree(t, map[string]value{
		"nominal":     {KrippendorffAlpha(three, Nominal).Alpha, 0.691, 5e-4},
		"interval":    {KrippendorffAlpha(three, Measured).Alpha, 0.811, 5e-4},
		"two readers": {KrippendorffAlpha(two, Nominal).Alpha, 0.095, 5e-4},
	})
}

// Krackhardt 1990: the kite, in which one has most ties, another lies between
// most, and two are nearest to all; constraint and transitivity by R igraph 1.3.5.
func TestTheKiteIsThatOfIgraph(t *testing.T) {
	kite := Connect(10, [][2]int{{0, 1}, {0, 2}, {0, 3}, {0, 5}, {1, 3}, {1, 4}, {1, 6}, {2, 3}, {2, 5}, {3, 4}, {3, 5}, {3, 6}, {4, 6}, {5, 6}, {5, 7}, {6, 7}, {7, 8}, {8, 9}})
	cases := map[string]value{
		"density":      {kite.Density(), 0.4, 1e-12},
		"transitivity": {kite.Transitivity(), 0.578947368421, 1e-11},
		"clustering":   {kite.Clustering(), 0.52, 1e-11},
	}
	between, constraint := kite.Betweenness(), kite.Constraint()
	for i, want := range []float64{5. / 6, 5. / 6, 0, 11. / 3, 0, 25. / 3, 25. / 3, 14, 8, 0} {
		cases["betweenness of "+string(rune('0'+i))] = value{between[i], want, 1e-11}
	}
	for i, want := range []float64{0.541197916667, 0.541197916667, 0.664135802469, 0.470169753086, 0.664135802469, 0.445088888889, 0.445088888889, 0.431111111111, 0.5, 1} {
		cases["constraint of "+string(rune('0'+i))] = value{constraint[i], want, 1e-11}
	}
	rows := readTable(t, filepath.Join(need.Shared(t), "golden", "inputs", "g28_karate.csv"), ',')
	club := karate(rows).Constraint()
	for member, want := range map[int]float64{1: 0.155423297647, 2: 0.279535108025, 3: 0.185176639660, 12: 1, 33: 0.249223362275, 34: 0.156418685121} {
		cases["constraint in the club of "+string(rune('0'+member))] = value{club[member-1], want, 1e-11}
	}
	agree(t, cases)
}
