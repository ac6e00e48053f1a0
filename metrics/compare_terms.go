package metrics

import (
	"slices"

	"valuetrail/queries"
)

// terms are what an indicator says of a cohort, part by part and term by term.
type terms struct {
	ind      queries.Indicator
	figures  map[line]figure
	readings []Reading
	seen     []observation
	// people are the values of each person behind a line.
	people map[line]map[string]float64
}

// termsOf asks one indicator, with whoever stands behind its figures.
func (c *comparer) termsOf(ind queries.Indicator) (terms, error) {
	t := terms{ind: ind, figures: map[line]figure{}, people: map[line]map[string]float64{}}
	s := c.scope.sofar(ind, c.g)
	all, err := figures(c.ctx, c.src, ind, s)
	if err != nil {
		return t, err
	}
	if t.readings, err = readings(c.ctx, c.src, ind, s, c.g, c.p, slices.Clone(all)); err != nil {
		return t, err
	}
	for _, f := range all {
		uncertainty(ind, &f)
		t.figures[f.line()] = f
	}
	if !needsPeople(ind) && (ind.Evidence == "stories" || ind.Kind != "share" && ind.Kind != "mean") {
		return t, nil // nobody's own figure is looked at
	}
	if t.seen, err = observations(c.ctx, c.src, ind, s); err != nil {
		return t, err
	}
	by := map[line][]observation{}
	for _, o := range t.seen {
		if o.cohort == c.this.id {
			by[o.line] = append(by[o.line], o)
		}
	}
	for l, seen := range by {
		t.people[l] = each(seen, l)
	}
	return t, nil
}

// parts are those that any term tells of, in the order of the readings; what has
// no part of its own only where nothing has one.
func (t terms) parts() []string {
	var all []string
	for _, r := range t.readings {
		if !slices.Contains(all, r.Part) {
			all = append(all, r.Part)
		}
	}
	if len(all) > 1 && t.ind.PartData {
		all = slices.DeleteFunc(all, func(part string) bool { return part == "" })
	}
	return all
}

// of are the readings of a part, the oldest first, one for each term: in a term
// that tells of other parts alone, this one was not asked.
func (t terms) of(part string, p Printer) []Reading {
	var all []Reading
	at := map[string]int{}
	for _, r := range t.readings {
		i, known := at[r.Period]
		switch {
		case !known:
			at[r.Period] = len(all)
			if r.Part != part {
				r = missing(r, part, p)
			}
			all = append(all, r)
		case r.Part == part:
			all[i] = r
		}
	}
	return all
}

// missing is the reading of a part in a term that has none of it.
func missing(beside Reading, part string, p Printer) Reading {
	note := noData
	if beside.Note != noData && beside.Part != "" {
		note = notAsked
	}
	return Reading{Indicator: beside.Indicator, Community: beside.Community, Cohort: beside.Cohort, Period: beside.Period, Part: part,
		Unit: beside.Unit, Note: note, Text: p.Say("note." + note)}
}

// Notes of what is missing.
const (
	noData   = "no_data"
	notAsked = "not_asked"
)

func absent(r Reading) bool { return r.Note == noData || r.Note == notAsked }
