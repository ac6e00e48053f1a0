package privacy

import (
	"maps"
	"slices"
)

// Entry is one figure of a table: a cohort (blank for all together) by a group
// of people (blank for everybody).
type Entry struct {
	Cohort, Group string
	Figure        Figure
	Verdict       Verdict
}

// Table judges the figures of one indicator, period and part together, in
// place: each by itself, the groups of a breakdown more strictly, and then
// totals against parts in both directions, until nothing told gives back what
// is not: a single group that is not told beside others that are takes a second
// one with it. totals are the figures of everybody, by cohort: they count in whether
// or not they are among the entries.
func Table(entries []Entry, totals map[string]Figure, t Thresholds) {
	for i := range entries {
		e := &entries[i]
		e.Verdict = Whole(e.Figure, t)
		if e.Group != "" && guarded(e.Figure) && e.Figure.Value != nil && e.Figure.People < t.Exact {
			e.Verdict = Protected
		}
	}
	for again := true; again; {
		again = false
		for _, cohort := range cohorts(entries) {
			again = hideGroups(entries, cohort, totals) || again
		}
		for _, group := range groups(entries) {
			again = hideAll(entries, group) || again
		}
	}
	told := toldTotals(entries, totals, t)
	besideBands(entries, told)
	audit(entries, told, min(t.Group, remainderLeast))
	auditGroups(entries, told, t.Exact)
}

// toldTotals are the totals of a breakdown as they are told without it.
func toldTotals(entries []Entry, totals map[string]Figure, t Thresholds) []Entry {
	if !slices.ContainsFunc(entries, func(e Entry) bool { return e.Group != "" }) {
		return nil
	}
	var all []Entry
	for _, cohort := range slices.Sorted(maps.Keys(totals)) {
		all = append(all, Entry{Cohort: cohort, Figure: totals[cohort]})
	}
	Table(all, nil, t)
	return all
}

// hideGroups hides the smallest shown groups of a cohort until what they leave
// of its total may be known.
func hideGroups(entries []Entry, cohort string, totals map[string]Figure) bool {
	total, known := totals[cohort]
	if !known || !guarded(total) || total.Value == nil {
		return false
	}
	changed := false
	for {
		unsafe := telltale(total, entries, func(e Entry) bool { return e.Cohort == cohort && e.Group != "" })
		if unsafe < 0 {
			return changed
		}
		entries[unsafe].Verdict = Protected
		changed = true
	}
}

// hideAll hides the figure of all cohorts together where it would give back a
// cohort that is not shown, or not exactly.
func hideAll(entries []Entry, group string) bool {
	all := slices.IndexFunc(entries, func(e Entry) bool { return e.Cohort == "" && e.Group == group })
	if all < 0 || !entries[all].told() || !guarded(entries[all].Figure) {
		return false
	}
	unsafe := telltale(entries[all].Figure, entries, func(e Entry) bool { return e.Cohort != "" && e.Group == group })
	for _, one := range cohorts(entries) {
		// Cohorts may have people in common: what one leaves is not what all leave.
		if unsafe < 0 && one != "" {
			unsafe = telltale(entries[all].Figure, entries, func(e Entry) bool { return e.Cohort == one && e.Group == group })
		}
	}
	if unsafe < 0 {
		return false
	}
	entries[all].Verdict = Protected
	return true
}

// told reports whether anything of a figure is shown from which its numbers can
// be worked out or nearly so: a value in steps of 5 points of seven people is
// a count, and so is "nearly all". A band is not: it says the same of 0 to 4.
func (e Entry) told() bool {
	return e.Figure.Value != nil && e.Verdict != Protected && e.Verdict != Band
}

// telltale is the place of the smallest figure that must go because the shown
// ones give back what they leave of the total, -1 for none. What is shown
// exactly is taken away by itself first, then with all that is told in any
// other form.
func telltale(total Figure, entries []Entry, of func(Entry) bool) int {
	for _, form := range []func(Entry) bool{func(e Entry) bool { return e.Verdict == Exact }, Entry.told} {
		var shown []Figure
		smallest := -1
		for i, e := range entries {
			if !of(e) || !e.told() || !form(e) {
				continue
			}
			shown = append(shown, e.Figure)
			if smallest < 0 || e.Figure.People < entries[smallest].Figure.People {
				smallest = i
			}
		}
		if len(shown) > 0 && !remainderSafe(total, shown) {
			return smallest
		}
	}
	return -1
}

func cohorts(entries []Entry) []string {
	return each(entries, func(e Entry) string { return e.Cohort })
}

func groups(entries []Entry) []string {
	return each(entries, func(e Entry) string { return e.Group })
}

func each(entries []Entry, of func(Entry) string) []string {
	var all []string
	for _, e := range entries {
		if !slices.Contains(all, of(e)) {
			all = append(all, of(e))
		}
	}
	return all
}
