package privacy

import (
	"cmp"
	"math"
	"slices"
)

// most is how many small sets are looked through before all of a table is
// hidden instead.
const most = 20_000

// audit hides told figures, the smallest that helps first, until no sum or
// difference of what is told is about fewer than so many people. The rules before it
// look at a total and its parts; it looks at every figure of the table at once,
// with the totals of a breakdown as they are told elsewhere.
func audit(entries, totals []Entry, fewest int) {
	if slices.ContainsFunc(entries, func(e Entry) bool { return !guarded(e.Figure) }) {
		return
	}
	a := auditor{entries: entries, totals: totals, atoms: atomsOf(entries), fewest: fewest}
	for {
		set, found := a.exposed()
		if !found {
			return
		}
		a.hide(set)
	}
}

// auditGroups hides told groups until they and the totals told elsewhere do not
// give a single group that is not told for having fewer than so many people. What
// the totals give without any group is told anyway.
func auditGroups(entries, totals []Entry, fewest int) {
	if len(totals) == 0 || slices.ContainsFunc(entries, func(e Entry) bool { return !guarded(e.Figure) }) {
		return
	}
	a := auditor{entries: entries, totals: totals, atoms: atomsOf(entries), fewest: fewest}
	for again := true; again; {
		again = false
		all := a.told(-1)
		alone := all[len(all)-a.toldTotals():]
		for _, e := range entries {
			if e.Verdict != Protected || e.Figure.People == 0 || e.Figure.People >= fewest {
				continue
			}
			if group := a.row(e); gives(all, group) && !gives(alone, group) {
				a.hide(group)
				again = true
				break
			}
		}
	}
}

func (a *auditor) toldTotals() int {
	n := 0
	for _, e := range a.totals {
		if e.told() {
			n++
		}
	}
	return n
}

// auditor knows the smallest sets of people that figures are made of: a group
// of one cohort each.
type auditor struct {
	entries, totals []Entry
	atoms           []Entry
	// fewest people may be told of.
	fewest int
}

// atomsOf are the groups of each cohort; where all cohorts together are all
// that was asked, the groups of those.
func atomsOf(entries []Entry) []Entry {
	var atoms []Entry
	for _, e := range entries {
		if e.Cohort != "" && e.Figure.People > 0 {
			atoms = append(atoms, e)
		}
	}
	if len(atoms) > 0 {
		return atoms
	}
	for _, e := range entries {
		if e.Figure.People > 0 {
			atoms = append(atoms, e)
		}
	}
	return atoms
}

// exposed is a set of too few people, as atoms, that the told figures give.
// Atoms that every told figure holds or leaves out together are only ever given
// together.
func (a *auditor) exposed() (set []float64, found bool) {
	rows := a.told(-1)
	var s span
	for _, row := range rows {
		s.add(row)
	}
	classes := a.classes(rows)
	seen := 0
	var look func(chosen []float64, from, people int) bool
	look = func(chosen []float64, from, people int) bool {
		if seen++; seen > most {
			set = nil
			return true
		}
		if people > 0 && lead(s.rest(chosen)) < 0 {
			set = chosen
			return true
		}
		for i := from; i < len(classes); i++ {
			if n := people + classes[i].people; n < a.fewest && look(with(chosen, classes[i].atoms), i+1, n) {
				return true
			}
		}
		return false
	}
	return set, look(make([]float64, len(a.atoms)), 0, 0)
}

// class are atoms that no told figure tells apart.
type class struct {
	atoms  []int
	people int
}

// classes are those too small to be told of.
func (a *auditor) classes(rows [][]float64) []class {
	var all []class
	at := map[string]int{}
	for i, atom := range a.atoms {
		column := make([]byte, len(rows))
		for j, row := range rows {
			column[j] = byte(row[i])
		}
		k, known := at[string(column)]
		if !known {
			k = len(all)
			at[string(column)] = k
			all = append(all, class{})
		}
		all[k].atoms, all[k].people = append(all[k].atoms, i), all[k].people+atom.Figure.People
	}
	return slices.DeleteFunc(all, func(c class) bool { return c.people >= a.fewest })
}

func with(set []float64, atoms []int) []float64 {
	set = slices.Clone(set)
	for _, i := range atoms {
		set[i] = 1
	}
	return set
}

// told are the told figures, each as the atoms that it speaks of, but for the
// entry without.
func (a *auditor) told(without int) [][]float64 {
	var rows [][]float64
	for i, e := range a.entries {
		if i != without && e.told() {
			rows = append(rows, a.row(e))
		}
	}
	for _, e := range a.totals {
		if e.told() {
			rows = append(rows, a.row(e))
		}
	}
	return rows
}

func (a *auditor) row(e Entry) []float64 {
	row := make([]float64, len(a.atoms))
	for i, atom := range a.atoms {
		if (e.Cohort == "" || e.Cohort == atom.Cohort) && (e.Group == "" || e.Group == atom.Group) {
			row[i] = 1
		}
	}
	return row
}

// hide hides the smallest told figure without which the set is not given, and
// where no single one is enough the smallest of all. Without a set it hides
// every figure of the table.
func (a *auditor) hide(set []float64) {
	told := []int{}
	for i, e := range a.entries {
		if e.told() && e.Figure.People > 0 {
			told = append(told, i)
		}
	}
	slices.SortStableFunc(told, func(i, j int) int {
		return cmp.Compare(a.entries[i].Figure.People, a.entries[j].Figure.People)
	})
	for n, i := range told {
		if set == nil {
			a.entries[i].Verdict = Protected
		} else if !gives(a.told(i), set) {
			told = told[n : n+1]
			break
		}
	}
	if len(told) > 0 {
		a.entries[told[0]].Verdict = Protected
		return
	}
	a.totals = nil // they alone give it: nothing here can help
}

func gives(rows [][]float64, set []float64) bool {
	var s span
	for _, row := range rows {
		s.add(row)
	}
	return lead(s.rest(set)) < 0
}

// span is everything that sums and differences of some rows give: rows whose
// first entry is 1 where all others have 0.
type span struct{ rows [][]float64 }

func (s *span) add(row []float64) {
	row = s.rest(row)
	at := lead(row)
	if at < 0 {
		return
	}
	first := row[at]
	for i := range row {
		row[i] /= first
	}
	for _, r := range s.rows {
		subtract(r, row, r[at])
	}
	s.rows = append(s.rows, row)
}

// rest is what of the row the span does not give.
func (s *span) rest(row []float64) []float64 {
	row = slices.Clone(row)
	for _, r := range s.rows {
		subtract(row, r, row[lead(r)])
	}
	return row
}

func subtract(from, row []float64, times float64) {
	if times == 0 {
		return
	}
	for i := range from {
		from[i] -= times * row[i]
	}
}

// lead is the place of the first entry that is not 0, -1 for none.
func lead(row []float64) int {
	return slices.IndexFunc(row, func(x float64) bool { return math.Abs(x) > 1e-9 })
}
