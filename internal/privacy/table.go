package privacy

import "slices"

// Entry is one figure of a table: a cohort (blank for all together) by a group
// of people (blank for everybody).
type Entry struct {
	Cohort, Group string
	Figure        Figure
	Verdict       Verdict
}

// Table judges the figures of one indicator, period and part together, in
// place: each by itself, the groups of a breakdown more strictly, and then
// totals against parts in both directions, until nothing shown gives back what
// is not. totals are the figures of everybody, by cohort: they count in whether
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
		shown, smallest := exactOnes(entries, func(e Entry) bool { return e.Cohort == cohort && e.Group != "" })
		if len(shown) == 0 || remainderSafe(total, shown) {
			return changed
		}
		entries[smallest].Verdict = Protected
		changed = true
	}
}

// hideAll hides the figure of all cohorts together where it would give back a
// cohort that is not shown exactly.
func hideAll(entries []Entry, group string) bool {
	all := slices.IndexFunc(entries, func(e Entry) bool { return e.Cohort == "" && e.Group == group })
	if all < 0 || entries[all].Verdict != Exact || !guarded(entries[all].Figure) || entries[all].Figure.Value == nil {
		return false
	}
	shown, _ := exactOnes(entries, func(e Entry) bool { return e.Cohort != "" && e.Group == group })
	if len(shown) == 0 || remainderSafe(entries[all].Figure, shown) {
		return false
	}
	entries[all].Verdict = Protected
	return true
}

// exactOnes are the figures shown exactly among those of, and the place of the
// smallest.
func exactOnes(entries []Entry, of func(Entry) bool) (shown []Figure, smallest int) {
	smallest = -1
	for i, e := range entries {
		if !of(e) || e.Verdict != Exact || e.Figure.Value == nil {
			continue
		}
		shown = append(shown, e.Figure)
		if smallest < 0 || e.Figure.People < entries[smallest].Figure.People {
			smallest = i
		}
	}
	return shown, smallest
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
