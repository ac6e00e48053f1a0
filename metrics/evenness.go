package metrics

import (
	"maps"
	"slices"

	"valuetrail/metrics/stat"
	"valuetrail/queries"
)

// evenness is Pielou's evenness of the classes (subjects) of a line, and how much
// the smallest of them has.
func evenness(seen []observation) (value, smallest *float64) {
	classes := map[string]float64{}
	for _, o := range seen {
		classes[o.subject] += *o.x
	}
	if len(classes) == 0 {
		return nil, nil
	}
	counts := slices.Sorted(maps.Values(classes))
	return defined(stat.Diverse(counts).Pielou), &counts[0]
}

// withEmptyClasses adds to each group of an evenness the classes that only other
// groups of its cohort and period have, as empty ones.
func withEmptyClasses(ind queries.Indicator, by map[line][]observation) {
	if ind.Kind != "evenness" {
		return
	}
	everybody := func(l line) line { l.group = ""; return l }
	classes := map[line][]string{}
	for l, seen := range by {
		for _, o := range seen {
			if of := everybody(l); !slices.Contains(classes[of], o.subject) {
				classes[of] = append(classes[of], o.subject)
			}
		}
	}
	none := 0.0
	for l := range by {
		for _, class := range classes[everybody(l)] {
			by[l] = append(by[l], observation{line: l, subject: class, x: &none})
		}
	}
}
