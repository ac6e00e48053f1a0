package privacy

// Gaps judges figures that set those who answered (People) against those who did
// not (Silent), in place, like Table and more strictly: both sides are told or
// neither is. The first needs as many people as an exact figure, the second as
// many as may be left over, or nobody; and no total and no part may give back a
// side of fewer.
func Gaps(entries []Entry, totals map[string]Figure, t Thresholds) {
	answering := side(entries, totals, Thresholds{t.Exact, t.Exact}, func(f Figure) int { return f.People })
	least := max(t.Group, remainderLeast)
	silent := side(entries, totals, Thresholds{least, least}, func(f Figure) int { return f.Silent })
	for i := range entries {
		entries[i].Verdict = Exact
		if answering[i].Verdict == Protected || silent[i].Verdict == Protected {
			entries[i].Verdict = Protected
		}
	}
}

// side judges one side of every gap as a figure of its own. A side without
// anybody has nothing to protect.
func side(entries []Entry, totals map[string]Figure, t Thresholds, people func(Figure) int) []Entry {
	of := func(f Figure) Figure {
		one := Figure{Protects: f.Protects, Value: f.Value, People: people(f), Denominator: float64(people(f))}
		if one.People == 0 {
			one.Value = nil
		}
		return one
	}
	all, whole := make([]Entry, len(entries)), map[string]Figure{}
	for i, e := range entries {
		all[i] = Entry{Cohort: e.Cohort, Group: e.Group, Figure: of(e.Figure)}
	}
	for cohort, f := range totals {
		whole[cohort] = of(f)
	}
	Table(all, whole, t)
	return all
}
