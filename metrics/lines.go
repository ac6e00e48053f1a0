package metrics

import (
	"slices"

	"valuetrail/internal/vocabulary"
	"valuetrail/queries"
)

// sofar is the scope up to today where an indicator counts sessions by the list
// of them: what that plans for a later day has neither happened nor failed to.
func (s Scope) sofar(ind queries.Indicator, g *ground) Scope {
	if slices.Contains(ind.Needs, string(vocabulary.Sessions)) {
		s.Until = min(s.Until, g.today)
	}
	return s
}

// withoutStrangers drops the lines of classes that only another cohort or period
// has, where the classes come from the data: nobody asked for them. A cohort and
// period left without any line keeps one without a class.
func withoutStrangers(ind queries.Indicator, all []figure) []figure {
	if !ind.PartData {
		return all
	}
	of := func(f figure) line { l := f.line(); l.part = ""; return l }
	known := map[line]bool{}
	for _, f := range all {
		known[of(f)] = known[of(f)] || f.population > 0
	}
	var kept []figure
	for _, f := range all {
		switch {
		case f.population > 0:
			kept = append(kept, f)
		case !known[of(f)]:
			known[of(f)] = true
			f.part = ""
			kept = append(kept, f)
		}
	}
	return kept
}
