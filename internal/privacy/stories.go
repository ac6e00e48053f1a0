package privacy

// StoryGroups hides the groups of a breakdown of stories that would tie a story
// to few tellers, in place: each shown group has at least five tellers behind
// it and at least five outside, and so has what the shown ones leave, among
// everybody and among all cohorts together. A group without stories is hidden
// like one with few. Whole cohorts (a blank group) stay: consent decides there.
// totals are the figures of everybody, by cohort.
func StoryGroups(entries []Entry, totals map[string]Figure, t Thresholds) {
	least := max(t.Group, remainderLeast)
	for i := range entries {
		e := &entries[i]
		outside := totals[e.Cohort].People - e.Figure.People
		if e.Group != "" && (e.Figure.People < least || outside < least) {
			e.Verdict = Protected
		}
	}
	for again := true; again; {
		again = false
		for _, cohort := range cohorts(entries) {
			again = hideUntilLeft(entries, totals[cohort].People, least, func(e Entry) bool { return e.Cohort == cohort && e.Group != "" }) || again
		}
		for _, group := range groups(entries) {
			again = hideTogether(entries, group, least) || again
		}
	}
}

// hideUntilLeft hides the smallest shown groups until they leave nobody, or
// enough people, and reports whether it hid any.
func hideUntilLeft(entries []Entry, people, least int, of func(Entry) bool) (changed bool) {
	for {
		left, smallest := people, -1
		for i, e := range entries {
			if !of(e) || e.Verdict == Protected {
				continue
			}
			left -= e.Figure.People
			if smallest < 0 || e.Figure.People < entries[smallest].Figure.People {
				smallest = i
			}
		}
		if smallest < 0 || left == 0 || abs(left) >= least {
			return changed
		}
		entries[smallest].Verdict, changed = Protected, true
	}
}

// hideTogether hides a group of all cohorts together where the shown cohorts
// leave few of it, and reports whether it did.
func hideTogether(entries []Entry, group string, least int) (changed bool) {
	for i := range entries {
		e := &entries[i]
		if group == "" || e.Cohort != "" || e.Group != group || e.Verdict == Protected {
			continue
		}
		left := e.Figure.People
		for _, part := range entries {
			if part.Cohort != "" && part.Group == group && part.Verdict != Protected {
				left -= part.Figure.People
			}
		}
		if left != 0 && abs(left) < least {
			e.Verdict, changed = Protected, true
		}
	}
	return changed
}
