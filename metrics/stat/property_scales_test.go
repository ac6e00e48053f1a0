package stat

import (
	"math"
	"reflect"
	"slices"
	"testing"

	"gonum.org/v1/gonum/graph/network"
	"gonum.org/v1/gonum/graph/simple"
	"pgregory.net/rapid"
)

// codesOf draws what so many readers make of things, some of it missing.
func codesOf(readers int, missing bool) *rapid.Generator[[][]float64] {
	codes := []float64{1, 2, 3, 4}
	if missing {
		codes = append(codes, math.NaN())
	}
	return rapid.SliceOfN(rapid.SliceOfN(rapid.SampledFrom(codes), readers, readers), 2, 15)
}

func TestALikertSummaryCountsEveryAnswerOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		answers := answersOf(1, 40).Draw(t, "answers")
		gaps := rapid.IntRange(0, 5).Draw(t, "gaps")
		all := slices.Clone(answers)
		for range gaps {
			all = append(all, math.NaN())
		}
		l := LikertSummary(rapid.Permutation(all).Draw(t, "order"), Scale{1, 5})
		counted := 0
		for _, n := range l.Counts {
			counted += n
		}
		if counted != len(answers) || l.N != len(answers) || l.Missing != gaps || l.Median != Median(answers) || l.Mean != MeanT(answers).Value {
			t.Fatalf("%+v", l)
		}
		near(t, l.Net.Value, l.Top.Value.Value-l.Bottom.Value.Value)
		near(t, l.Top.Value.Value+l.Bottom.Value.Value+float64(l.Counts[2])/float64(l.N), 1)
		holds(t, l.Top.Interval, l.Top.Value.Value, 0, 1)
		mirror := LikertSummary(turned(all, func(v float64) float64 { return 6 - v }), Scale{1, 5})
		if mirror.Top != l.Bottom || mirror.Median.Value != 6-l.Median.Value {
			t.Fatalf("%+v in the mirror is %+v", l, mirror)
		}
		grouped, plain := GroupedMedian(all, 1).Value, l.Median.Value
		if math.Abs(grouped-plain) > 0.5 {
			t.Fatalf("%v is not in the class of %v", grouped, plain)
		}
		closeTo(t, GroupedMedian(turned(all, func(v float64) float64 { return 6 - v }), 1).Value, 6-grouped)
	})
}

func TestReliabilityKnowsNoUnitAndNoOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows := codesOf(rapid.IntRange(2, 5).Draw(t, "questions"), true).Draw(t, "rows")
		r := CronbachAlpha(rows, nil)
		other := CronbachAlpha(rapid.Permutation(rows).Draw(t, "reordered"), nil)
		if !reflect.DeepEqual(r, other) {
			t.Fatalf("%+v in another order is %+v", r, other)
		}
		if f := McDonaldOmega(rows, nil); !reflect.DeepEqual(f, McDonaldOmega(rapid.Permutation(rows).Draw(t, "once more"), nil)) {
			t.Fatalf("the order changes %+v", f)
		}
		if !r.Value.Defined() {
			return
		}
		if r.Value.Value > 1+1e-9 || r.Complete+r.Dropped != len(rows) {
			t.Fatalf("%+v", r)
		}
		if r.Interval.Defined() {
			holds(t, r.Interval, r.Value.Value, math.Inf(-1), 1)
		}
		var stretched, first [][]float64
		for _, row := range rows {
			stretched = append(stretched, turned(row, func(v float64) float64 { return 3 - 10*v }))
			first = append(first, []float64{row[0], row[0], row[0]})
		}
		closeTo(t, CronbachAlpha(stretched, nil).Value.Value, r.Value.Value)
		all := slices.Repeat([]bool{true}, len(rows[0]))
		closeTo(t, CronbachAlpha(rows, all).Value.Value, r.Value.Value)
		if same := CronbachAlpha(first, nil); same.Value.Defined() {
			closeTo(t, same.Value.Value, 1)
		}
		if f := McDonaldOmega(rows, nil); f.Omega.Defined() && (f.Omega.Value < 0 || f.Omega.Value > 1) {
			t.Fatalf("ω %v", f.Omega)
		}
	})
}

func TestTwoReadersAgreeBothWaysRound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows := codesOf(2, true).Draw(t, "codes")
		var first, second []float64
		for _, row := range rows {
			first, second = append(first, row[0]), append(second, row[1])
		}
		table, codes, reason := CrossTable(first, second)
		back, _, _ := CrossTable(second, first)
		if reason != "" {
			return
		}
		k, turned := CohenKappa(table), CohenKappa(back)
		if k.Value.Reason != turned.Value.Reason {
			t.Fatalf("%+v turned round is %+v", k, turned)
		}
		if !k.Value.Defined() {
			return
		}
		closeTo(t, k.Value.Value, turned.Value.Value)
		if k.Value.Value > 1 || k.Value.Value < -1 {
			t.Fatalf("%+v", k)
		}
		if k.Interval.Defined() {
			holds(t, k.Interval, k.Value.Value, -1, 1)
		}
		// Of two codes every weighting is the plain one.
		if len(codes) == 2 {
			closeTo(t, WeightedKappa(table, Disagreement(2, Quadratic)).Value.Value, k.Value.Value)
		}
		heavy := Disagreement(len(codes), func(a, b int) float64 { return 7 * Linear(a, b) })
		closeTo(t, WeightedKappa(table, heavy).Value.Value, WeightedKappa(table, Disagreement(len(codes), Linear)).Value.Value)
	})
}

// Where all read everything, 1 − α and 1 − κ differ by (n−1)/n alone, n being the
// number of codes: two ways to the same figure.
func TestNominalAlphaIsFleissKappaButForOneCode(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows := codesOf(rapid.IntRange(2, 5).Draw(t, "readers"), false).Draw(t, "codes")
		alpha, kappa := KrippendorffAlpha(rows, Nominal), FleissKappa(rows)
		if !kappa.Kappa.Defined() {
			return
		}
		n := float64(alpha.Codes)
		closeTo(t, 1-alpha.Alpha.Value, (1-kappa.Kappa.Value)*(n-1)/n)
		order := rapid.Permutation(indices(len(rows[0]))).Draw(t, "readers reordered")
		var other [][]float64
		for _, row := range rapid.Permutation(rows).Draw(t, "things reordered") {
			other = append(other, at(row, order))
		}
		if !reflect.DeepEqual(FleissKappa(other), kappa) {
			t.Fatal("the order changes the result")
		}
		if kappa.Conger.Value < kappa.Kappa.Value-1e-9 {
			t.Fatalf("the exact κ %v is below %v", kappa.Conger, kappa.Kappa)
		}
	})
}

func TestAlphaOfReadersKnowsNoOrderAndOnlyItsLevel(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		readers := rapid.IntRange(2, 4).Draw(t, "readers")
		rows := codesOf(readers, true).Draw(t, "codes")
		order := rapid.Permutation(indices(readers)).Draw(t, "readers reordered")
		var other [][]float64
		for _, row := range rapid.Permutation(rows).Draw(t, "things reordered") {
			other = append(other, at(row, order))
		}
		keep := map[Level]func(float64) float64{
			Nominal:  func(v float64) float64 { return []float64{0, 9, 2, 7, -3}[int(v)] },
			Ordinal:  func(v float64) float64 { return v * v * v },
			Measured: func(v float64) float64 { return 4*v - 9 },
			Ratio:    func(v float64) float64 { return 8 * v },
		}
		for _, level := range []Level{Nominal, Ordinal, Measured, Ratio} {
			c := KrippendorffAlpha(rows, level)
			if KrippendorffAlpha(other, level) != c {
				t.Fatalf("%s: the order changes %+v", level, c)
			}
			if !c.Alpha.Defined() {
				continue
			}
			if c.Alpha.Value > 1 {
				t.Fatalf("%s: %v", level, c)
			}
			var renamed [][]float64
			for _, row := range rows {
				renamed = append(renamed, turned(row, func(v float64) float64 {
					if math.IsNaN(v) {
						return v
					}
					return keep[level](v)
				}))
			}
			closeTo(t, KrippendorffAlpha(renamed, level).Alpha.Value, c.Alpha.Value)
		}
	})
}

func TestGiniIsHalfTheMeanDifferenceAndKnowsNoUnit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		xs := rapid.SliceOfN(rapid.Float64Range(0, 1e4), 1, 30).Draw(t, "xs")
		g := Gini(xs)
		if !g.Gini.Defined() {
			return
		}
		apart, total, n := 0.0, 0.0, float64(len(xs))
		for _, x := range xs {
			total += x
			for _, y := range xs {
				apart += math.Abs(x - y)
			}
		}
		closeTo(t, g.Gini.Value, apart/(2*n*total))
		closeTo(t, Gini(turned(xs, func(v float64) float64 { return 60 * v })).Gini.Value, g.Gini.Value)
		if Gini(rapid.Permutation(xs).Draw(t, "reordered")) != g {
			t.Fatal("the order changes the result")
		}
		with := Gini(append(slices.Clone(xs), 0)) // one who has nothing
		closeTo(t, with.Gini.Value, (g.Gini.Value*n+1)/(n+1))
	})
	one := Gini([]float64{0, 0, 0, 8})
	if one.Gini.Value != 0.75 || one.Corrected.Value != 1 || Gini([]float64{2, 2, 2}).Gini.Value != 0 {
		t.Errorf("one has all: %+v", one)
	}
}

func TestDiversityIsGreatestWhereAllKindsAreEven(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		counts := rapid.SliceOfN(rapid.Map(rapid.IntRange(0, 9), func(i int) float64 { return float64(i) }), 2, 8).Draw(t, "counts")
		d := Diverse(counts)
		if !d.Shannon.Defined() {
			return
		}
		if Diverse(rapid.Permutation(counts).Draw(t, "reordered")) != d {
			t.Fatal("the order changes the result")
		}
		for _, n := range []Number{d.Pielou, d.IQV} {
			if n.Value < 0 || n.Value > 1 {
				t.Fatalf("%+v", d)
			}
		}
		more := Diverse(append(slices.Clone(counts), 0)) // a kind that could have occurred
		near(t, more.Shannon.Value, d.Shannon.Value)
		near(t, more.Blau.Value, d.Blau.Value)
		if more.Pielou.Value > d.Pielou.Value || more.IQV.Value > d.IQV.Value {
			t.Fatalf("%+v with one more kind is %+v", d, more)
		}
		even := Diverse(slices.Repeat([]float64{3}, len(counts)))
		near(t, even.Pielou.Value, 1)
		near(t, even.IQV.Value, 1)
		near(t, even.Shannon.Value, math.Log(float64(len(counts))))
	})
}

func TestARoleThatGoesRoundEvenlyIsEven(t *testing.T) {
	r := Rotate([]string{"Ana", "Ben", "Cho", "Ana", "Ben", "Cho"}, 3)
	near(t, r.Evenness.Value, 1)
	if r.Led.Value != 1 || r.Longest != 1 || r.Holders != 3 || r.Turns != 6 {
		t.Errorf("%+v", r)
	}
	// 3 of 4 turns by one: H = −¾ ln ¾ − ¼ ln ¼ = 0.562335; ln 8 = 2.079442.
	r = Rotate([]string{"Ana", "Ana", "Ben", "Ana"}, 8)
	if math.Abs(r.Evenness.Value-0.562335/2.079442) > 1e-6 || r.Longest != 2 || r.Led.Value != 0.25 {
		t.Errorf("%+v", r)
	}
}

var anyNetwork = rapid.Custom(func(t *rapid.T) [][2]int {
	var ties [][2]int
	for a := range 9 {
		for b := range a {
			if rapid.IntRange(0, 2).Draw(t, "tie") == 0 {
				ties = append(ties, [2]int{a, b})
			}
		}
	}
	return ties
})

func TestANetworkDoesNotDependOnNumbersOrOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ties := anyNetwork.Draw(t, "ties")
		names := rapid.Permutation(indices(9)).Draw(t, "names")
		var other [][2]int
		for _, tie := range ties {
			other = append(other, [2]int{names[tie[1]], names[tie[0]]}, [2]int{names[tie[0]], names[tie[1]]})
		}
		n, renamed := Connect(9, ties), Connect(9, rapid.Permutation(other).Draw(t, "order"))
		if n.Density() != renamed.Density() || n.Transitivity() != renamed.Transitivity() || n.Clustering() != renamed.Clustering() || n.Ties != renamed.Ties {
			t.Fatal("other numbers give another network")
		}
		between, betweenRenamed := n.Betweenness(), renamed.Betweenness()
		constraint, constraintRenamed := n.Constraint(), renamed.Constraint()
		groups, groupsRenamed := make([]string, 9), make([]string, 9)
		for member, name := range names {
			closeTo(t, betweenRenamed[name].Value, between[member].Value)
			closeTo(t, constraintRenamed[name].Value, constraint[member].Value)
			groups[member] = string(rune('a' + member%3))
			groupsRenamed[name] = groups[member]
			if constraint[member].Value > 1.125+1e-9 || between[member].Value < 0 {
				t.Fatalf("%v, %v", constraint[member], between[member])
			}
		}
		if n.EI(groups) != renamed.EI(groupsRenamed) {
			t.Fatal("other numbers give another E-I")
		}
	})
}

// gonum counts each pair of members from both ends and leaves zeros out.
func TestBetweennessIsHalfOfGonums(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ties := anyNetwork.Draw(t, "ties")
		g := simple.NewUndirectedGraph()
		for member := range 9 {
			g.AddNode(simple.Node(member))
		}
		for _, tie := range ties {
			g.SetEdge(simple.Edge{F: simple.Node(tie[0]), T: simple.Node(tie[1])})
		}
		theirs := network.Betweenness(g)
		for member, ours := range Connect(9, ties).Betweenness() {
			closeTo(t, ours.Value, theirs[int64(member)]/2)
		}
	})
}

func TestWhereAllAreTiedTheIndexIsWhatWasToBeExpected(t *testing.T) {
	var ties [][2]int
	for a := range 6 {
		for b := range a {
			ties = append(ties, [2]int{a, b})
		}
	}
	b := Connect(6, ties).EI([]string{"x", "x", "y", "y", "y", "z"})
	if b.EI != b.Expected || b.Internal != 4 || b.External != 11 {
		t.Errorf("%+v", b)
	}
}
