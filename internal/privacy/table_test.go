package privacy

import (
	"maps"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// verdicts judges the groups of one cohort, "" being the cohort itself.
func verdicts(groups map[string]Figure) map[string]Verdict {
	entries := []Entry{}
	for label, f := range groups {
		entries = append(entries, Entry{Cohort: "a", Group: label, Figure: f})
	}
	Table(entries, map[string]Figure{"a": groups[""]}, Usual)
	all := map[string]Verdict{}
	for _, e := range entries {
		all[e.Group] = e.Verdict
	}
	return all
}

func TestBreakdownLeavesNoGroupToBeWorkedOut(t *testing.T) {
	cases := map[string]struct {
		groups map[string]Figure
		want   map[string]Verdict
	}{
		"ten in each are shown": {
			map[string]Figure{"": share("answers", 12, 24), "x": share("answers", 6, 12), "y": share("answers", 6, 12)},
			map[string]Verdict{"": Exact, "x": Exact, "y": Exact}},
		"nine are not a part": {
			map[string]Figure{"": share("answers", 12, 21), "x": share("answers", 6, 12), "y": share("answers", 6, 9)},
			map[string]Verdict{"": Exact, "x": Exact, "y": Protected}},
		"three left over hide the smallest part too": {
			map[string]Figure{"": share("answers", 16, 33), "x": share("answers", 8, 18), "y": share("answers", 6, 12), "z": share("answers", 2, 3)},
			map[string]Verdict{"": Exact, "x": Exact, "y": Protected, "z": Protected}},
		"the only part of all but three is hidden": {
			map[string]Figure{"": share("answers", 8, 15), "x": share("answers", 6, 12), "z": share("answers", 2, 3)},
			map[string]Verdict{"": Exact, "x": Protected, "z": Protected}},
		"a part told in words is not given back": {
			map[string]Figure{"": share("answers", 18, 24), "x": share("answers", 6, 12), "y": share("answers", 12, 12)},
			map[string]Verdict{"": Exact, "x": Protected, "y": NearlyAll}},
		"meetings may be broken down": {
			map[string]Figure{"": share("event", 8, 15), "x": share("event", 6, 9), "y": share("event", 2, 6)},
			map[string]Verdict{"": Exact, "x": Exact, "y": Exact}},
	}
	for name, c := range cases {
		if got := verdicts(c.groups); !maps.Equal(got, c.want) {
			t.Errorf("%s: got %v, want %v", name, got, c.want)
		}
	}
}

func TestAllTogetherDoesNotGiveASmallCohortBack(t *testing.T) {
	entries := []Entry{
		{Cohort: "a", Figure: share("answers", 14, 30)},
		{Cohort: "b", Figure: share("answers", 2, 3)},
		{Cohort: "", Figure: share("answers", 16, 33)},
	}
	Table(entries, nil, Usual)
	if entries[0].Verdict != Exact || entries[1].Verdict != Protected || entries[2].Verdict != Protected {
		t.Errorf("got %s, %s, %s", entries[0].Verdict, entries[1].Verdict, entries[2].Verdict)
	}
}

// Whatever the cohorts and groups, no difference of what is shown exactly tells
// of one to four people: parts from their total, in both directions.
func TestNoDifferenceOfTotalsAndPartsTellsOfOneToFour(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		entries, totals := randomTable(t)
		Table(entries, totals, Usual)
		exact := map[[2]string]Figure{}
		for _, e := range entries {
			if e.Verdict == Exact && e.Figure.People > 0 {
				exact[[2]string{e.Cohort, e.Group}] = e.Figure
			}
		}
		for key, f := range exact {
			if f.People < 5 {
				t.Fatalf("%v: %d people are shown", key, f.People)
			}
		}
		for _, cohort := range []string{"", "a", "b", "c"} {
			left, parts := totals[cohort].People, 0
			for _, group := range []string{"x", "y", "z"} {
				left -= exact[[2]string{cohort, group}].People
				parts += exact[[2]string{cohort, group}].People
			}
			if parts > 0 && left >= 1 && left <= 4 {
				t.Fatalf("cohort %q: the groups leave %d", cohort, left)
			}
		}
		for _, group := range []string{"x", "y", "z"} {
			all, shown := exact[[2]string{"", group}]
			left := all.People
			for _, cohort := range []string{"a", "b", "c"} {
				left -= exact[[2]string{cohort, group}].People
			}
			if shown && left >= 1 && left <= 4 {
				t.Fatalf("group %q: the cohorts leave %d", group, left)
			}
		}
	})
}

func randomTable(t *rapid.T) (entries []Entry, totals map[string]Figure) {
	totals = map[string]Figure{}
	add := func(a Figure, x, n float64) Figure { return share("answers", a.Numerator+x, a.Denominator+n) }
	all := map[string]Figure{}
	for _, cohort := range []string{"a", "b", "c"} {
		for _, group := range []string{"x", "y", "z"} {
			n := rapid.IntRange(0, 20).Draw(t, "n")
			x := rapid.IntRange(0, n).Draw(t, "x")
			entries = append(entries, Entry{Cohort: cohort, Group: group, Figure: share("answers", float64(x), float64(n))})
			totals[cohort] = add(totals[cohort], float64(x), float64(n))
			totals[""] = add(totals[""], float64(x), float64(n))
			all[group] = add(all[group], float64(x), float64(n))
		}
	}
	for group, f := range all {
		entries = append(entries, Entry{Cohort: "", Group: group, Figure: f})
	}
	return entries, totals
}

func TestSmallGroupsOfAMeetingAreMerged(t *testing.T) {
	cases := map[string]struct {
		sizes []Size
		order []string
		want  map[string]string
	}{
		"two small ones become other": {
			[]Size{{"a", 12}, {"b", 3}, {"c", 2}}, nil, map[string]string{"a": "a", "b": "other", "c": "other"}},
		"too small an other takes the smallest shown": {
			[]Size{{"a", 12}, {"b", 6}, {"c", 2}}, nil, map[string]string{"a": "a", "b": "other", "c": "other"}},
		"all of one size stay": {
			[]Size{{"a", 5}, {"b", 5}}, nil, map[string]string{"a": "a", "b": "b"}},
		"an empty one is not merged": {
			[]Size{{"a", 9}, {"b", 0}}, nil, map[string]string{"a": "a", "b": "b"}},
		"ordered ones join the next lower": {
			[]Size{{"low", 9}, {"high", 2}, {"middle", 6}}, []string{"high", "middle", "low"},
			map[string]string{"high": "high + middle", "middle": "high + middle", "low": "low"}},
		"the lowest joins the one above": {
			[]Size{{"low", 2}, {"high", 7}, {"middle", 6}}, []string{"high", "middle", "low"},
			map[string]string{"high": "high", "middle": "middle + low", "low": "middle + low"}},
	}
	for name, c := range cases {
		if got := MergeSmall(c.sizes, c.order, 5); !maps.Equal(got, c.want) {
			t.Errorf("%s: got %v, want %v", name, got, c.want)
		}
	}
}

func TestNoMergedGroupIsSmallUnlessEverybodyIsFew(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		labels := []string{"a", "b", "c", "d", "e"}
		var sizes []Size
		total := 0
		for _, l := range labels {
			n := rapid.IntRange(0, 12).Draw(t, l)
			sizes = append(sizes, Size{l, n})
			total += n
		}
		order := labels
		if rapid.Bool().Draw(t, "unordered") {
			order = nil
		}
		people := map[string]int{}
		for _, s := range sizes {
			people[MergeSmall(sizes, order, 5)[s.Label]] += s.People
		}
		for label, n := range people {
			if n >= 1 && n < 5 && n != total {
				t.Fatalf("%s holds %d of %d: %v", label, n, total, people)
			}
		}
	})
}

func TestCellsOfOneToFourPeopleAreUnsafe(t *testing.T) {
	if !CellsSafe([]float64{0, 5, 12}) || CellsSafe([]float64{5, 4}) || CellsSafe([]float64{1}) {
		t.Error("a cell was judged wrongly")
	}
}

// What the shown groups leave of a total that is told elsewhere is a group too: of
// 14 of 20, 8 of 12 in the north are 6 of 8 in the south.
func TestASingleHiddenGroupTakesASecondOneWithIt(t *testing.T) {
	share := func(yes, of float64) Figure {
		value := yes / of
		return Figure{Protects: "answers", Share: true, Value: &value, Numerator: yes, Denominator: of, People: int(of)}
	}
	for name, c := range map[string]struct {
		groups []Figure
		want   []Verdict
	}{
		"one of two":   {[]Figure{share(8, 12), share(6, 8)}, []Verdict{Protected, Protected}},
		"one of three": {[]Figure{share(8, 12), share(6, 8), share(9, 15)}, []Verdict{Protected, Protected, Exact}},
		"two of three": {[]Figure{share(8, 12), share(6, 8), share(4, 7)}, []Verdict{Exact, Protected, Protected}},
		"none":         {[]Figure{share(8, 12), share(6, 10)}, []Verdict{Exact, Exact}},
		"two of few":   {[]Figure{share(8, 12), share(1, 3), share(2, 3)}, []Verdict{Exact, Protected, Protected}},
	} {
		t.Run(name, func(t *testing.T) {
			var total Figure
			var entries []Entry
			yes, of := 0.0, 0.0
			for i, f := range c.groups {
				yes, of = yes+f.Numerator, of+f.Denominator
				for _, cohort := range []string{"a", ""} {
					entries = append(entries, Entry{Cohort: cohort, Group: string(rune('a' + i)), Figure: f})
				}
			}
			total = share(yes, of)
			Table(entries, map[string]Figure{"a": total, "": total}, Usual)
			for i, e := range entries {
				if e.Verdict != c.want[i/2] {
					t.Errorf("group %s of %.0f in cohort %q is %s, want %s", e.Group, e.Figure.Denominator, e.Cohort, e.Verdict, c.want[i/2])
				}
			}
		})
	}
}

// A mean beside its interval and its number gives the spread, so what a total and
// its parts leave has a mean and a spread too.
func TestMeansLeaveNoGroupThatIsNotTold(t *testing.T) {
	mean := func(xs ...float64) Figure {
		sum, squares := 0.0, 0.0
		for _, x := range xs {
			sum += x
		}
		for _, x := range xs {
			squares += (x - sum/float64(len(xs))) * (x - sum/float64(len(xs)))
		}
		return score(sum/float64(len(xs)), math.Sqrt(squares/float64(len(xs)-1)), len(xs))
	}
	some := []float64{10, 20, 30, 40, 50, 60, 70, 80, 90, 15, 25, 35}
	for name, c := range map[string]struct {
		others []float64
		want   Verdict
	}{
		"all of one mind":       {slices.Repeat([]float64{42.7}, 11), Protected},
		"all but at the top":    {slices.Repeat([]float64{97, 100}, 6), Protected},
		"all but at the end":    {slices.Repeat([]float64{3, 1}, 6), Protected},
		"of more than one mind": {slices.Repeat([]float64{42, 43}, 6), Exact},
	} {
		all := mean(append(slices.Clone(some), c.others...)...)
		entries := []Entry{{Cohort: "a", Figure: mean(some...)}, {Cohort: "b", Figure: mean(c.others...)}, {Figure: all}}
		Table(entries, nil, Usual)
		if entries[0].Verdict != Exact || entries[2].Verdict != c.want {
			t.Errorf("%s, of cohorts: got %s and %s together, want exact and %s", name, entries[0].Verdict, entries[2].Verdict, c.want)
		}
		entries = []Entry{{Cohort: "a", Group: "x", Figure: mean(some...)}}
		Table(entries, map[string]Figure{"a": all}, Usual)
		if entries[0].Verdict != c.want {
			t.Errorf("%s, of groups: got %s, want %s", name, entries[0].Verdict, c.want)
		}
	}
}
