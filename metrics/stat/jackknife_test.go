package stat

import (
	"math"
	"math/rand/v2"
	"strconv"
	"testing"

	"pgregory.net/rapid"
)

// Worked out apart from this package, by α as the mean disagreement of pairs within
// things over that of all pairs, left out one group at a time: Krippendorff's two
// examples, each thing by itself and two things a group.
func TestRangeOfAlphaIsThatOfLeavingEachGroupOut(t *testing.T) {
	n := math.NaN()
	two := respondents([][]float64{{0, 1, 0, 0, 0, 0, 0, 0, 1, 0}, {1, 1, 1, 0, 0, 1, 0, 0, 0, 0}})
	three := respondents([][]float64{
		{n, n, n, n, n, 3, 4, 1, 2, 1, 1, 3, 3, n, 3}, {1, n, 2, 1, 3, 3, 4, 3, n, n, n, n, n, n, n}, {n, n, 2, 1, 3, 4, 4, n, 2, 1, 1, 3, 3, n, 4}})
	each, pairs := AlphaOfGroups(two, groupsOf(10, 1), Nominal), AlphaOfGroups(two, groupsOf(10, 2), Nominal)
	gaps := AlphaOfGroups(three, groupsOf(15, 1), Nominal) // three things with fewer than two codes are no groups
	agree(t, map[string]value{
		"α":                {each.Value, 0.095238095238, 1e-12},
		"each thing, low":  {Number{Value: each.Interval.Low}, -0.766789250660, 1e-9},
		"each thing, high": {Number{Value: each.Interval.High}, 0.957265441136, 1e-9},
		"two a group, low": {Number{Value: pairs.Interval.Low}, -0.658691312605, 1e-9},
		"two, high":        {Number{Value: pairs.Interval.High}, 0.849167503081, 1e-9},
		"missing, low":     {Number{Value: gaps.Interval.Low}, 0.319019002513, 1e-9},
		"missing, high":    {Number{Value: gaps.Interval.High}, 1, 0},
	})
}

// groupsOf names n things by groups of so many.
func groupsOf(n, size int) []string {
	all := make([]string, n)
	for i := range all {
		all[i] = strconv.Itoa(i / size)
	}
	return all
}

func TestRangeOfAlphaIsUndefinedForAReason(t *testing.T) {
	some := [][]float64{{1, 1}, {1, 0}, {0, 0}, {1, 1}}
	for what, c := range map[string]struct {
		got  Estimate
		want Reason
	}{
		"groups that do not run parallel": {AlphaOfGroups(some, groupsOf(3, 1), Nominal), UnequalLengths},
		"no code":                         {AlphaOfGroups([][]float64{}, nil, Nominal), NoData},
		"a single group":                  {AlphaOfGroups(some, groupsOf(4, 4), Nominal), TooFew},
		"one code left without a group":   {AlphaOfGroups([][]float64{{1, 1}, {1, 1}, {1, 0}}, groupsOf(3, 1), Nominal), Constant},
		"full agreement":                  {AlphaOfGroups([][]float64{{1, 1}, {0, 0}, {1, 1}, {0, 0}}, groupsOf(4, 1), Nominal), Constant},
	} {
		if c.got.Interval.Reason != c.want || c.got.Interval.Low != 0 || c.got.Interval.High != 0 {
			t.Errorf("%s: %+v, want %s", what, c.got, c.want)
		}
	}
}

func TestRangeOfAlphaKnowsNoOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		readers := rapid.IntRange(2, 4).Draw(t, "readers")
		rows := codesOf(readers, true).Draw(t, "codes")
		group := groupsOf(len(rows), rapid.IntRange(1, 3).Draw(t, "size"))
		e := AlphaOfGroups(rows, group, Nominal)
		if e.Value != KrippendorffAlpha(rows, Nominal).Alpha {
			t.Fatalf("α is %+v", e.Value)
		}
		if e.Interval.Defined() && (e.Interval.Low > e.Value.Value || e.Interval.High < e.Value.Value || e.Interval.High > 1) {
			t.Fatalf("%+v", e)
		}
		var codes [][]float64
		var names []string
		readersTurned := rapid.Permutation(indices(readers)).Draw(t, "readers reordered")
		for _, i := range rapid.Permutation(indices(len(rows))).Draw(t, "things reordered") {
			codes, names = append(codes, at(rows[i], readersTurned)), append(names, "x"+group[i])
		}
		if AlphaOfGroups(codes, names, Nominal) != e {
			t.Fatal("the order changes the result")
		}
	})
}

// Readers who err more on some stories than on others, five words a story: in the
// long run α is 0.488, and 19 ranges in 20 should hold it.
func TestRangeOfAlphaHoldsTheTrueOneNineteenTimesInTwenty(t *testing.T) {
	const true0, runs, stories, words = 0.488, 400, 15, 5
	r := rand.New(rand.NewPCG(7, 11))
	slips := func(truth bool, error float64) float64 {
		if truth != (r.Float64() < error) {
			return 1
		}
		return 0
	}
	held := 0
	for range runs {
		var codes [][]float64
		for range stories {
			likely, error := median(r.Float64(), r.Float64(), r.Float64()), []float64{0.05, 0.3}[r.IntN(2)] // Beta(2, 2)
			for range words {
				truth := r.Float64() < likely
				codes = append(codes, []float64{slips(truth, error), slips(truth, error)})
			}
		}
		e := AlphaOfGroups(codes, groupsOf(len(codes), words), Nominal)
		if e.Interval.Defined() && e.Interval.Low <= true0 && e.Interval.High >= true0 {
			held++
		}
	}
	if share := float64(held) / runs; share < 0.92 || share > 0.98 {
		t.Errorf("%v of the ranges hold it", share)
	}
}

func median(a, b, c float64) float64 { return max(min(a, b), min(max(a, b), c)) }
