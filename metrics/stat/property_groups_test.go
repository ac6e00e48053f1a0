package stat

import (
	"math"
	"math/bits"
	"slices"
	"testing"

	"gonum.org/v1/gonum/stat/distuv"
	"pgregory.net/rapid"
)

// answersOf draws answers on 1 to 5, so that ties abound.
func answersOf(fewest, most int) *rapid.Generator[[]float64] {
	return rapid.SliceOfN(rapid.Map(rapid.IntRange(1, 5), func(i int) float64 { return float64(i) }), fewest, most)
}

// closeTo compares relative to how large the numbers are.
func closeTo(t failing, got, want float64) {
	t.Helper()
	if !(math.Abs(got-want) <= 1e-9*math.Max(1, math.Abs(want))) {
		t.Fatalf("%v; want %v", got, want)
	}
}

func turned(xs []float64, turn func(float64) float64) []float64 {
	all := make([]float64, len(xs))
	for i, x := range xs {
		all[i] = turn(x)
	}
	return all
}

func TestExactRankProbabilitiesAreThoseOfAllArrangements(t *testing.T) {
	for n1 := 1; n1 <= 6; n1++ {
		for n2 := 1; n2 <= 6; n2++ {
			sums, arrangements := make([]float64, n1*n2+1), 0.0
			for chosen := range uint(1) << (n1 + n2) {
				if bits.OnesCount(chosen) != n1 {
					continue
				}
				w := -n1 * (n1 + 1) / 2
				for rank := range n1 + n2 {
					if chosen>>rank&1 == 1 {
						w += rank + 1
					}
				}
				sums[w]++
				arrangements++
			}
			for w, p := range rankSums(n1, n2) {
				near(t, p, sums[w]/arrangements)
			}
		}
	}
	for n := 1; n <= 12; n++ {
		sums := make([]float64, n*(n+1)/2+1)
		for above := range uint(1) << n {
			v := 0
			for rank := range n {
				v += int(above >> rank & 1 * uint(rank+1))
			}
			sums[v]++
		}
		for v, p := range signedSums(n) {
			near(t, p, sums[v]/float64(uint(1)<<n))
		}
	}
}

func TestGroupsAreComparedByRanksAlone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x, y := answersOf(1, 20).Draw(t, "x"), answersOf(1, 20).Draw(t, "y")
		test, back := MannWhitney(x, y), MannWhitney(y, x)
		near(t, test.Statistic.Value+back.Statistic.Value, float64(len(x)*len(y)))
		near(t, test.Effect.Value, -back.Effect.Value)
		near(t, test.P.Value, back.P.Value)
		near(t, test.Greater.Value, back.Less.Value)
		for _, p := range []Number{test.P, test.Greater, test.Less} {
			if p.Value < 0 || p.Value > 1 {
				t.Fatalf("%+v", test)
			}
		}
		stretched := func(v float64) float64 { return v*v*v - 7 }
		if MannWhitney(turned(x, stretched), turned(y, stretched)) != test || CliffDelta(turned(x, stretched), turned(y, stretched)) != CliffDelta(x, y) {
			t.Fatal("what keeps the order of answers changes the result")
		}
		if MannWhitney(rapid.Permutation(x).Draw(t, "reordered"), y) != test {
			t.Fatal("the order of answers changes the result")
		}
	})
}

func TestPairsTurnRoundWithTheirSides(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 30).Draw(t, "n")
		x, y := answersOf(n, n).Draw(t, "x"), answersOf(n, n).Draw(t, "y")
		test, back := SignedRank(x, y), SignedRank(y, x)
		near(t, test.P.Value, back.P.Value)
		near(t, test.Greater.Value, back.Less.Value)
		near(t, test.Effect.Value, -back.Effect.Value)
		near(t, test.Statistic.Value+back.Statistic.Value, float64(test.Used*(test.Used+1)/2))
		d, other := Paired(x, y), Paired(y, x)
		near(t, d.Value.Value, -other.Value.Value)
		near(t, d.P.Value, other.P.Value)
		if d.Interval.Defined() {
			out := d.Interval.Low > 0 || d.Interval.High < 0
			if out != (d.P.Value < 0.05) && math.Abs(d.P.Value-0.05) > 1e-9 {
				t.Fatalf("p %v beside %+v", d.P.Value, d.Interval)
			}
		}
		order := rapid.Permutation(indices(n)).Draw(t, "order")
		if SignedRank(at(x, order), at(y, order)) != test || Paired(at(x, order), at(y, order)) != d {
			t.Fatal("the order of pairs changes the result")
		}
	})
}

func TestDifferencesThatAreEqualOnPaperTie(t *testing.T) {
	test := SignedRank([]float64{0.3, 0.2, 0.7, 0.9}, []float64{0.2, 0.1, 0.6, 1.3})
	if test.Statistic.Value != 6 || test.Exact { // ranks 2, 2, 2 and 4 below
		t.Errorf("%+v; want three differences of 0.1 to share a rank", test)
	}
	far := SignedRank([]float64{1e9 + 1, 1e9 + 3, 1e9 + 2}, []float64{1e9, 1e9, 1e9})
	if far.Statistic.Value != 6 || !far.Exact {
		t.Errorf("%+v; want small differences of large values kept apart", far)
	}
}

func indices(n int) []int {
	all := make([]int, n)
	for i := range all {
		all[i] = i
	}
	return all
}

func at[T any](xs []T, order []int) []T {
	all := make([]T, len(order))
	for i, from := range order {
		all[i] = xs[from]
	}
	return all
}

func TestAYesOrNoThatChangedTurnsRound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.SliceOfN(rapid.IntRange(0, 40), 4, 4).Draw(t, "counts")
		c, back := McNemar(n[0], n[1], n[2], n[3]), McNemar(n[0], n[2], n[1], n[3])
		if !c.Value.Defined() {
			return
		}
		holds(t, c.Interval, c.Value.Value, -1, 1)
		near(t, c.Value.Value, -back.Value.Value)
		near(t, c.Interval.Low, -back.Interval.High)
		near(t, c.P.Value, back.P.Value)
		if c.P.Defined() && n[1]+n[2] > 0 {
			near(t, c.P.Value, math.Min(1, 2*tosses(n[1]+n[2], min(n[1], n[2]))))
		}
		others := McNemar(n[3], n[2], n[1], n[0]) // no for yes
		near(t, others.Interval.Low, -c.Interval.High)
	})
}

func TestStandardisedDifferencesKnowNoUnit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x, y := answersOf(3, 30).Draw(t, "x"), answersOf(3, 30).Draw(t, "y")
		g := HedgesG(x, y)
		if !g.Value.Defined() {
			return
		}
		holds(t, g.Interval, g.Value.Value, math.Inf(-1), math.Inf(1))
		if g.Noncentral.Defined() {
			holds(t, g.Noncentral, g.Value.Value, math.Inf(-1), math.Inf(1))
		}
		if g.J.Value <= 0 || g.J.Value >= 1 || math.Abs(g.Value.Value) > math.Abs(g.D.Value) {
			t.Fatalf("%+v", g)
		}
		stretched := func(v float64) float64 { return 100*v - 12 }
		closeTo(t, HedgesG(turned(x, stretched), turned(y, stretched)).Value.Value, g.Value.Value)
		back := HedgesG(y, x)
		closeTo(t, back.Value.Value, -g.Value.Value)
		closeTo(t, back.Interval.Low, -g.Interval.High)
	})
}

// The matrix of who lies above whom, as Cliff writes it down, beside what is
// computed from sorted answers.
func TestDominanceIsThatOfTheWholeMatrix(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x, y := answersOf(2, 12).Draw(t, "x"), answersOf(2, 12).Draw(t, "y")
		n1, n2 := float64(len(x)), float64(len(y))
		delta := CliffDelta(x, y)
		total, rows, columns, pairs := 0.0, make([]float64, len(x)), make([]float64, len(y)), 0.0
		sign := func(i, j int) float64 {
			switch {
			case x[i] > y[j]:
				return 1
			case x[i] < y[j]:
				return -1
			}
			return 0
		}
		for i := range x {
			for j := range y {
				total += sign(i, j)
				rows[i] += sign(i, j) / n2
				columns[j] += sign(i, j) / n1
			}
		}
		d := total / (n1 * n2)
		near(t, delta.Value.Value, d)
		near(t, MannWhitney(x, y).Effect.Value, d)
		holds(t, delta.Interval, d, -1, 1)
		holds(t, delta.Consistent, d, -1, 1)
		if math.Abs(d) == 1 {
			return
		}
		variance := 0.0
		for i := range x {
			variance += n2 * n2 * (rows[i] - d) * (rows[i] - d)
			for j := range y {
				pairs += (sign(i, j) - d) * (sign(i, j) - d)
			}
		}
		for j := range y {
			variance += n1 * n1 * (columns[j] - d) * (columns[j] - d)
		}
		variance = math.Max((variance-pairs)/(n1*n2*(n1-1)*(n2-1)), (1-d*d)/(n1*n2-1))
		q := distuv.StudentsT{Mu: 0, Sigma: 1, Nu: n1 + n2 - 2}.Quantile(0.975)
		reach := q * math.Sqrt(variance) * math.Sqrt((1-d*d)*(1-d*d)+q*q*variance)
		closeTo(t, delta.Interval.Low, math.Max(-1, (d-d*d*d-reach)/(1-d*d+q*q*variance)))
		closeTo(t, delta.Interval.High, math.Min(1, (d-d*d*d+reach)/(1-d*d+q*q*variance)))
	})
}

func TestWhereGroupsDoNotOverlapTheBoundIsWilsons(t *testing.T) {
	delta := CliffDelta([]float64{4, 5, 5, 6, 7, 8, 9, 9}, []float64{1, 2, 3, 3, 2, 1, 3, 2, 2, 1})
	if delta.Value != (Number{Value: 1}) || delta.Interval.High != 1 {
		t.Errorf("%+v", delta)
	}
	near(t, delta.Consistent.Low, 2*Wilson(8, 8).Low-1)
	if delta.Interval.Low >= delta.Consistent.Low {
		t.Errorf("Student's bound %v is not below the normal one %v", delta.Interval.Low, delta.Consistent.Low)
	}
}

func TestTheSameCurveTwiceShowsNoDifference(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f, g := anyFollowUp.Draw(t, "first"), anyFollowUp.Draw(t, "second")
		first, second := Followed{f.times, f.observed}, Followed{g.times, g.observed}
		if same := LogRank(first, first); same.ChiSquare.Defined() {
			closeTo(t, same.ChiSquare.Value, 0)
			closeTo(t, same.P.Value, 1)
		}
		test, back := LogRank(first, second), LogRank(second, first)
		if test.ChiSquare.Reason != back.ChiSquare.Reason || !test.ChiSquare.Defined() {
			return
		}
		closeTo(t, test.ChiSquare.Value, back.ChiSquare.Value)
		closeTo(t, test.Expected[0].Value, back.Expected[1].Value)
		months := func(v float64) float64 { return 30 * v }
		people := rapid.Permutation(indices(len(f.times))).Draw(t, "order")
		if LogRank(Followed{at(f.times, people), at(f.observed, people)}, second) != test {
			t.Fatal("the order of people changes the result")
		}
		closeTo(t, LogRank(Followed{turned(f.times, months), f.observed}, Followed{turned(g.times, months), g.observed}).P.Value, test.P.Value)
	})
}

func TestWeightsBringStrataToTheirShares(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var strata []Stratum
		for range rapid.IntRange(1, 5).Draw(t, "strata") {
			answers := answersOf(1, 12).Draw(t, "answers")
			strata = append(strata, Stratum{len(answers) + rapid.IntRange(0, 50).Draw(t, "silent"), answers})
		}
		w := PostStratify(strata)
		var all []float64
		people, weighted := 0.0, 0.0
		for h, s := range strata {
			all = append(all, s.Answers...)
			people += float64(s.Population)
			weighted += w.Weights[h].Value * float64(len(s.Answers))
		}
		closeTo(t, weighted, float64(len(all)))
		if w.Value.Value < slices.Min(all)-1e-9 || w.Value.Value > slices.Max(all)+1e-9 || w.Effect.Value < 1 {
			t.Fatalf("%+v", w)
		}
		closeTo(t, w.Effective.Value*w.Effect.Value, float64(len(all)))
		if w.Interval.Defined() {
			holds(t, w.Interval, w.Value.Value, math.Inf(-1), math.Inf(1))
		}
		order := rapid.Permutation(indices(len(strata))).Draw(t, "order")
		if other := PostStratify(at(strata, order)); other.Estimate != w.Estimate || other.Effect != w.Effect {
			t.Fatal("the order of strata changes the result")
		}
		for h := range strata { // everybody answers: the answers weigh the same
			strata[h].Population = 3 * len(strata[h].Answers)
		}
		even := PostStratify(strata)
		closeTo(t, even.Value.Value, even.Unweighted.Value)
		closeTo(t, even.Effect.Value, 1)
		collapsed := CollapseStrata(strata)
		n := 0
		for _, s := range collapsed {
			n += len(s.Answers)
			if len(s.Answers) < fewestInStratum && len(collapsed) > 1 {
				t.Fatalf("%d answers are left alone", len(s.Answers))
			}
		}
		if n != len(all) {
			t.Fatalf("%d of %d answers are left", n, len(all))
		}
	})
}
