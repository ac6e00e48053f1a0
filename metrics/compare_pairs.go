package metrics

import (
	"maps"
	"slices"

	"valuetrail/internal/privacy"
	"valuetrail/metrics/stat"
	"valuetrail/queries"
)

// changeOf is the change between two terms: of the same people where enough of
// them stand in both, else of everybody then beside everybody now. The two are
// never mixed.
func (c *comparer) changeOf(l *compared, t terms, sides [2]side) contrast {
	ind := l.ind
	if ind.Evidence == "answers" && ind.Unit == "points" {
		return contrast{untested: untestedChange}
	}
	countable := ownShares(ind) || onceEach(l.of[0]) && onceEach(l.of[1]) && (ind.Kind == "share" || ind.Kind == "mean")
	if ind.Evidence == "stories" || ordered(ind.Kind) || !countable {
		return c.tested(l, sides)
	}
	p := twice{}
	if !choosesPeople(ind) {
		p = bothTimes(t.people[lineOf(l.This)], t.people[lineOf(l.Last)])
	}
	if len(p.who) < c.g.threshold(c.s.Community).Exact {
		if c.ratesApart(*l) {
			return contrast{hidden: "response_rates"}
		}
		return c.tested(l, sides)
	}
	if guarded(ind) {
		may, err := c.matchable(t, l.Part)
		if err != nil {
			return contrast{failed: err}
		}
		if !may[[2]string{l.Last.Period, l.This.Period}] || !c.tellable(*l, p) {
			return contrast{hidden: "once"}
		}
	}
	return c.matchedChange(l, p, t)
}

// choosesPeople reports whether whom a figure can tell of by name depends on what
// it says of them: nobody who left is there to stay once more, and whoever is
// silent in a round may have no name. Those who can be matched would then be those
// who stayed, or answered.
func choosesPeople(ind queries.Indicator) bool {
	return ind.ID == "retention_term" || ind.Evidence == "census" && asksRound(ind)
}

// matchedChange is the change of the same people.
func (c *comparer) matchedChange(l *compared, p twice, t terms) contrast {
	var found contrast
	if l.ind.Kind == "share" {
		yes, lost, gained, no := p.table()
		change := stat.McNemar(yes, lost, gained, no)
		none := stat.Number{Reason: stat.NoData}
		found = ofShares(stat.Difference{Estimate: change.Estimate, P: change.P, Missed: none, T: none, DF: none}, Matched)
	} else {
		found = ofMeans(stat.Paired(p.now, p.then), stat.PairedG(p.now, p.then), Matched)
	}
	if !found.Interval.Defined() {
		return found
	}
	l.ThisMean, l.LastMean = rounded(defined(stat.MeanT(p.now).Value)), rounded(defined(stat.MeanT(p.then).Value))
	n := len(p.who)
	l.Pairs = &n
	if guarded(l.ind) {
		l.entries = append(l.entries, c.pairedEntry(l.This, l.ThisMean, p, t), c.pairedEntry(l.Last, l.LastMean, p, t))
	}
	return found
}

// pairedEntry is what the ledger keeps of the matched people's figure of a term.
func (c *comparer) pairedEntry(r Reading, mean *float64, p twice, t terms) Entry {
	var seen []observation
	for _, o := range t.seen {
		if o.line == lineOf(r) {
			if _, both := slices.BinarySearch(p.who, o.person); both {
				seen = append(seen, o)
			}
		}
	}
	n := len(p.who)
	r.Value, r.People, r.Text, r.Note = mean, &n, c.p.Say("compare.matched.only", n), ""
	return Entry{Reading: r, Members: answerers(t.ind, seen)[lineOf(r)], Said: sayings(t.ind, seen)[lineOf(r)]}
}

// twice are the people who stand behind two figures, in order, and their values.
type twice struct {
	who       []string
	now, then []float64
}

func bothTimes(now, then map[string]float64) twice {
	var p twice
	for _, who := range slices.Sorted(maps.Keys(now)) {
		if x, both := then[who]; both {
			p.who, p.now, p.then = append(p.who, who), append(p.now, now[who]), append(p.then, x)
		}
	}
	return p
}

// table counts who said yes both times, only then, only now and never.
func (p twice) table() (yes, lost, gained, no int) {
	for i := range p.who {
		switch now, then := p.now[i] > 0.5, p.then[i] > 0.5; {
		case now && then:
			yes++
		case then:
			lost++
		case now:
			gained++
		default:
			no++
		}
	}
	return yes, lost, gained, no
}

// tellable reports whether the gate shows what the matched people said exactly,
// both times, and of a yes or no how many of them changed: that all but one said
// the same twice would tell that one what the others said. Of what is sensitive each of
// the four ways to answer twice is nobody's or many people's.
func (c *comparer) tellable(l compared, p twice) bool {
	shown := func(xs []float64) bool {
		sum := 0.0
		for _, x := range xs {
			sum += x
		}
		n := len(xs)
		value := sum / float64(n)
		f := figure{community: l.This.Community, cohort: l.This.Cohort, period: l.This.Period, part: l.Part,
			value: &value, numerator: &sum, denominator: float64(n), people: n, population: n}
		return judge(l.ind, c.scope, []figure{f}, []figure{f}, c.g)[0] == privacy.Exact
	}
	if !shown(p.now) || !shown(p.then) {
		return false
	}
	if l.ind.Kind != "share" {
		return true
	}
	if l.ind.Protects == "sensitive" {
		// The change, its p-value and the figures give all four numbers away.
		yes, lost, gained, no := p.table()
		for _, n := range []int{yes, lost, gained, no} {
			if n > 0 && n < max(c.g.threshold(c.s.Community).Group, leastApart) {
				return false
			}
		}
	}
	changed := make([]float64, len(p.now))
	for i := range changed {
		if p.now[i] != p.then[i] {
			changed[i] = 1
		}
	}
	return shown(changed)
}
