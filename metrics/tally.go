package metrics

import (
	"cmp"
	"maps"
	"math"
	"slices"

	"valuetrail/queries"
)

// tallied are the kinds whose figures follow from their observations by adding
// up. The SQL of the kinds is the rule; a test holds this to it.
var tallied = []string{"count", "sum", "share", "pair_share", "mean", "median", "survival", "gini", "evenness", "density"}

// tally adds observations up to the figures that the SQL of a kind gives, for one
// cohort and a scope of one period. Whoever reads the observations anyway is
// spared asking a second time.
func tally(ind queries.Indicator, community, cohort, period string, seen []observation) []figure {
	by := map[string][]observation{}
	for _, o := range seen {
		by[o.part] = append(by[o.part], o)
	}
	parts := ind.Parts
	if parts == nil {
		parts = slices.Sorted(maps.Keys(by))
	}
	if len(parts) == 0 {
		parts = []string{""}
	}
	var all []figure
	for _, part := range parts {
		all = append(all, addUp(ind, line{community, cohort, period, "", part}, by[part]))
	}
	return all
}

func addUp(ind queries.Indicator, l line, seen []observation) figure {
	f := figure{community: l.community, cohort: l.cohort, period: l.period, part: l.part}
	behind, everybody := map[string]bool{}, map[string]bool{}
	var xs []observation
	total := 0.0
	for _, o := range seen {
		who := o.person
		if who == "" {
			who = o.subject
		}
		everybody[who] = everybody[who] || who != ""
		if o.x == nil {
			continue
		}
		if o.person != "" && (*o.x > 0 || ind.Kind != "count" || ind.Evidence != "stories") {
			behind[o.person] = true // behind stories stand those who tell the ones that count
		}
		xs = append(xs, o)
	}
	slices.SortFunc(xs, byX) // floating-point sums depend on the order of their terms
	for _, o := range xs {
		total += *o.x
	}
	delete(everybody, "")
	f.people, f.population, f.denominator = len(behind), len(everybody), float64(len(xs))
	if len(xs) == 0 {
		return f
	}
	f.numerator = &total
	if ordered(ind.Kind) || skewed(ind) {
		ofOrder(&f, ind, xs)
	}
	if ordered(ind.Kind) {
		return f
	}
	f.value = valueOf(ind.Kind, f)
	if ind.Kind == "mean" && len(xs) > 1 {
		f.spread = deviation(xs, *f.value)
	}
	return f
}

func byX(a, b observation) int { return cmp.Compare(*a.x, *b.x) }

// deviation is the sample standard deviation around a mean.
func deviation(xs []observation, mean float64) *float64 {
	squares := 0.0
	for _, o := range xs {
		squares += (*o.x - mean) * (*o.x - mean)
	}
	sd := math.Sqrt(squares / float64(len(xs)-1))
	return &sd
}
