package privacy

import (
	"testing"

	"pgregory.net/rapid"
)

// The attacker tries every number of people that may have said it in each group
// of each cohort, keeps what fits all that is told, and looks for a band of which
// some number is out of the question, or a group whose number hardly varies.

// limit is one thing that is told: which of the cells it speaks of, and between which
// numbers their sum lies.
type limit struct {
	cells     []int
	low, high int
}

// limitOf is what an entry tells; ok is false where it tells nothing.
func limitOf(e Entry, cells []int) (l limit, ok bool) {
	n := int(e.Figure.Numerator)
	switch {
	case e.Verdict == Band:
		return limit{cells, 0, Most}, true
	case e.told():
		return limit{cells, n, n}, true
	}
	return limit{}, false
}

// reach is the least and the greatest number that each cell may hold.
func reach(people []int, limits []limit) (low, high []int) {
	low, high = append([]int(nil), people...), make([]int, len(people))
	now := make([]int, len(people))
	var try func(at int)
	try = func(at int) {
		for _, l := range limits {
			sum, rest := 0, 0
			for _, c := range l.cells {
				if c < at {
					sum += now[c]
				} else {
					rest += people[c]
				}
			}
			if sum > l.high || sum+rest < l.low {
				return
			}
		}
		if at == len(people) {
			for i, n := range now {
				low[i], high[i] = min(low[i], n), max(high[i], n)
			}
			return
		}
		for now[at] = 0; now[at] <= people[at]; now[at]++ {
			try(at + 1)
		}
		now[at] = 0
	}
	try(0)
	return low, high
}

func TestBandsBesideTotalsLeaveEveryNumberPossible(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		people := make([]int, rapid.IntRange(2, 4).Draw(t, "cohorts"))
		var entries []Entry
		var everywhere []int
		total := Entry{Figure: Figure{Protects: "sensitive", Share: true}}
		value := 0.5
		total.Figure.Value = &value
		for i := range people {
			people[i] = rapid.IntRange(5, 24).Draw(t, "people")
			yes := rapid.IntRange(0, rapid.SampledFrom([]int{4, 6, people[i]}).Draw(t, "most")).Draw(t, "yes")
			e := Entry{Cohort: string(rune('a' + i)), Figure: share("sensitive", float64(min(yes, people[i])), float64(people[i]))}
			total.Figure.People += people[i]
			total.Figure.Numerator += e.Figure.Numerator
			total.Figure.Denominator += e.Figure.Denominator
			entries, everywhere = append(entries, e), append(everywhere, i)
		}
		entries = append(entries, total)
		Table(entries, nil, Usual)
		var limits []limit
		for i, e := range entries {
			cells := everywhere
			if i < len(people) {
				cells = []int{i}
			}
			if l, ok := limitOf(e, cells); ok {
				limits = append(limits, l)
			}
		}
		low, high := reach(people, limits)
		for i := range people {
			switch {
			case entries[i].Verdict == Band && (low[i] != 0 || high[i] != Most):
				t.Fatalf("cohort %d is told as up to 4 and is between %d and %d: %+v", i, low[i], high[i], entries)
			case entries[i].Verdict == Protected && high[i]-low[i] < Most:
				t.Fatalf("cohort %d is not told and is between %d and %d: %+v", i, low[i], high[i], entries)
			}
		}
	})
}

func TestBreakdownWithABandIsNotToldBesideItsTotal(t *testing.T) {
	table := func(numbers ...float64) ([]Entry, map[string]Figure) {
		var entries []Entry
		yes := 0.0
		for i, n := range numbers {
			entries = append(entries, Entry{Cohort: "a", Group: string(rune('x' + i)), Figure: share("sensitive", n, 14)})
			yes += n
		}
		return entries, map[string]Figure{"a": share("sensitive", yes, 14*float64(len(numbers)))}
	}
	for name, c := range map[string]struct {
		numbers []float64
		want    []Verdict
	}{
		"two bands of four each beside five": {[]float64{5, 4, 4}, []Verdict{Protected, Protected, Protected}},
		"a band beside two":                  {[]float64{6, 7, 1}, []Verdict{Protected, Protected, Protected}},
		"no band":                            {[]float64{6, 7, 8}, []Verdict{Exact, Exact, Exact}},
		"bands in a total that is one":       {[]float64{1, 0, 2}, []Verdict{Band, Band, Band}},
	} {
		entries, totals := table(c.numbers...)
		Table(entries, totals, Usual)
		for i, e := range entries {
			if e.Verdict != c.want[i] {
				t.Errorf("%s: group %d is %s, want %s", name, i, e.Verdict, c.want[i])
			}
		}
	}
}
