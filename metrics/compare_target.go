package metrics

import (
	"valuetrail/internal/privacy"
	"valuetrail/metrics/stat"
)

// Notes of a number that somebody wrote down.
const (
	besideTarget   = "target"
	besideBaseline = "baseline"
)

// aimed sets a figure of the whole time beside what was agreed for it; false
// where nothing was.
func (c *comparer) aimed(t terms, part string) (compared, bool) {
	for _, r := range t.of(part, c.p) {
		target := r.Target
		if agreed := c.g.aim(t.ind.ID, lineOf(r)); target == nil && agreed != nil {
			target = rounded(&agreed.value)
		}
		if target == nil {
			continue
		}
		l := compared{ind: t.ind, Comparison: Comparison{Against: c.s.Against, Indicator: t.ind.ID, Title: t.ind.Title, Part: part, This: r, Offset: "programme"}}
		l.names[0], l.gate[0], l.of[0] = c.this.title, gateOf(r), t.figures[lineOf(r)]
		c.besideOne(&l, target, besideTarget)
		return l, true
	}
	return compared{}, false
}

// besideOne sets a figure beside a number that somebody wrote down: a target, or
// where a measure began. note says which.
func (c *comparer) besideOne(l *compared, number *float64, note string) {
	l.names[1] = c.p.Say("compare.beside." + note)
	l.Last = Reading{Indicator: l.This.Indicator, Community: l.This.Community, Cohort: l.This.Cohort, Period: l.This.Period, Part: l.This.Part, Unit: l.This.Unit,
		Value: number, Shown: number != nil, Note: note}
	switch {
	case !l.This.Shown && l.This.Note != string(privacy.Protected):
		l.Reason = l.This.Note
	case number == nil:
		l.Reason, l.Last.Note = noData, noData
	}
	if l.Reason != "" {
		l.Verdict = NotComparable
		return
	}
	l.Last.Text, l.gate[1] = c.figure(*l, number), privacy.Exact
	c.differ(l, func() contrast { return heldAgainst(*l, *number) })
}

// heldAgainst is how far a figure lies from a number that is fixed.
func heldAgainst(l compared, fixed float64) contrast {
	f := l.of[0]
	switch {
	case l.ind.Evidence == "stories":
		return contrast{untested: untestedStories}
	case ordered(l.ind.Kind):
		return contrast{untested: untestedOrder}
	case l.ind.Evidence == "census" || !onceEach(f):
		return contrast{untested: untestedCounted} // everybody was, so it is what it is
	case l.ind.Kind == "share":
		return ofShares(stat.ShareAgainst(*f.numerator, f.denominator, fixed), CrossSection)
	case l.ind.Kind == "mean" && f.spread != nil:
		d, n := stat.MeanAgainst(*f.value, *f.spread, f.people, fixed), f.people
		return contrast{Difference: d, effect: stat.GAgainst(*f.value, *f.spread, n, fixed), measure: "g", size: stat.GSize(stat.GAgainst(*f.value, *f.spread, n, fixed)), design: CrossSection}
	}
	return contrast{untested: untestedCounted}
}
