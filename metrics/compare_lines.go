package metrics

import (
	"cmp"
	"slices"
	"strings"

	"valuetrail/internal/privacy"
	"valuetrail/queries"
)

// paired lines up the periods and parts of both cohorts; what only one has gets
// an empty figure beside it. A period that only one has reached is left out.
func (c *comparer) paired(ind queries.Indicator, sides [2]side) []compared {
	type place struct{ period, part string }
	at, reached := map[place]int{}, map[string][2]bool{}
	var lines []compared
	for _, f := range mergeLevels(ind, c.scope, slices.Concat(sides[0].figures, sides[1].figures)) {
		n := 0
		if f.cohort == c.last.id {
			n = 1
		}
		both := reached[f.period]
		both[n] = true
		reached[f.period] = both
		key := place{f.period, f.part}
		i, known := at[key]
		if !known {
			i = len(lines)
			at[key] = i
			empty := func(cohort string) figure {
				return figure{community: f.community, cohort: cohort, period: f.period, part: f.part}
			}
			lines = append(lines, compared{ind: ind, names: [2]string{c.this.title, c.last.title},
				offset: c.g.periods[f.community][f.period], of: [2]figure{empty(c.this.id), empty(c.last.id)}})
		}
		lines[i].of[n] = f
	}
	lines = slices.DeleteFunc(lines, func(l compared) bool {
		blank := ind.PartData && l.of[0].part == "" && slices.ContainsFunc(lines, func(o compared) bool { return o.of[0].part != "" })
		return blank || reached[l.of[0].period] != [2]bool{true, true}
	})
	rank := func(l compared) int { return slices.Index(partsOf(ind), l.of[0].part) }
	slices.SortFunc(lines, func(a, b compared) int {
		return cmp.Or(cmp.Compare(a.offset.ordinal, b.offset.ordinal), strings.Compare(a.of[0].period, b.of[0].period),
			cmp.Compare(rank(a), rank(b)), strings.Compare(a.of[0].part, b.of[0].part))
	})
	return lines
}

// readings fills in both readings of every line as the gate gives them: it looks
// at both cohorts at once.
func (c *comparer) readings(ind queries.Indicator, lines []compared, sides [2]side) {
	var all []figure
	for i := range lines {
		for n := range lines[i].of {
			uncertainty(ind, &lines[i].of[n])
			all = append(all, lines[i].of[n])
		}
	}
	verdicts := judge(ind, c.scope, all, all, c.g)
	for i := range lines {
		l := &lines[i]
		for n, to := range []*Reading{&l.This, &l.Last} {
			v := verdicts[2*i+n]
			if sides[n].exposed[l.of[n].line()] {
				v = privacy.Protected
			}
			l.gate[n] = v
			note := noteOf(ind, l.of[n], all, c.g)
			if v == privacy.Protected && !strings.HasPrefix(note, "needs:") {
				note = ""
			}
			*to = read(ind, l.of[n], v, note, c.p)
			if to.Shown && guarded(ind) {
				about := l.of[n].line()
				l.entries = append(l.entries, Entry{Reading: *to, Members: sides[n].answerers[about], Said: sides[n].sayings[about]})
			}
		}
		l.Against = AgainstCohort
		l.Indicator, l.Title, l.Part, l.Offset = ind.ID, ind.Title, l.of[0].part, string(c.scope.Grain)
		if c.scope.Grain != "programme" {
			l.Offset = l.of[0].period
		}
	}
}
