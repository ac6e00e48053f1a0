package metrics

import (
	"cmp"
	"maps"
	"math"
	"slices"

	"valuetrail/internal/privacy"
	"valuetrail/internal/vocabulary"
	"valuetrail/metrics/stat"
	"valuetrail/queries"
)

const (
	// alarm is how often, at most, a difference is called one by chance.
	alarm = 0.05
	// matters is the difference of shares, and a hundredth of that of scores, that
	// is large enough to act on. It is ours.
	matters = 0.10
	// ratesApart is how far response rates may lie apart.
	ratesApart = 0.20
)

// unlike is why two figures cannot be compared, "" where they can. What the gate
// hides gives no reason of its own.
func (c *comparer) unlike(l compared, sides [2]side) (string, error) {
	for n, r := range []Reading{l.This, l.Last} {
		if r.Shown || r.Note == string(privacy.Protected) {
			continue
		}
		if n == 1 && r.Note == "no_data" && asksRound(l.ind) {
			if all, err := c.roundsOf(c.last.id); err != nil || all.askedAnyTime(l) {
				return "rounds", err
			}
		}
		return r.Note, nil
	}
	if l.ind.Evidence == "census" && slices.Contains(l.ind.Needs, string(vocabulary.Attendance)) && c.this.participation != c.last.participation {
		return "participation", nil
	}
	reason, err := c.unlikeRounds(l, sides)
	if reason != "" || err != nil {
		return reason, err
	}
	if c.ratesApart(l) {
		return "response_rates", nil
	}
	return "", nil
}

// ratesApart reports whether so many more of those invited answered the one time
// that different people may be heard.
func (c *comparer) ratesApart(l compared) bool {
	rate := func(r Reading) (float64, bool) {
		if l.ind.Evidence != "answers" || r.People == nil || r.Population == nil || *r.Population == 0 {
			return 0, false
		}
		return float64(*r.People) / float64(*r.Population), true
	}
	this, known := rate(l.This)
	last, both := rate(l.Last)
	return known && both && math.Abs(this-last) >= ratesApart-1e-9
}

// differ works out the difference of a line, as far as it may be said.
// found has the interval.
func (c *comparer) differ(l *compared, found func() contrast) {
	rough := []privacy.Verdict{privacy.Rounded, privacy.NearlyAll, privacy.NearlyNone, privacy.Band}
	switch {
	case l.Reason != "":
		l.Verdict = NotComparable
		return
	case !l.This.Shown || !l.Last.Shown:
		l.Verdict, l.Reason = NotShown, string(privacy.Protected)
		return
	case slices.Contains(rough, l.gate[0]) || slices.Contains(rough, l.gate[1]):
		l.Verdict, l.Reason = NotShown, "rough"
		return
	}
	l.Verdict = Told
	if l.This.Value != nil && l.Last.Value != nil {
		d := *l.This.Value - *l.Last.Value
		l.Difference = rounded(&d)
	}
	l.take(found())
}

// contrast is a difference with its interval and the size of its effect. Where
// there is no interval, untested says why.
type contrast struct {
	stat.Difference
	effect   stat.Number
	measure  string
	size     stat.Size
	design   Design
	untested string
	// hidden is why there may be no difference after all, "" where there may.
	hidden string
	failed error
}

// Why there is a difference and no interval.
const (
	untestedStories = "stories"
	untestedOrder   = "order"
	untestedCounted = "counted"
	untestedChange  = "change"
)

// take fills in a line what was found of its difference.
func (l *compared) take(found contrast) {
	l.failed = found.failed
	if found.hidden != "" {
		l.Verdict, l.Reason, l.Difference = NotShown, found.hidden, nil
		if found.hidden == "response_rates" {
			l.Verdict = NotComparable
		}
		return
	}
	if found.untested == "" && !found.Interval.Defined() {
		found.untested = string(found.Interval.Reason)
	}
	if found.untested != "" {
		l.Untested = found.untested
		return
	}
	if l.Untested = string(found.P.Reason); found.P.Defined() {
		l.Untested = ""
	}
	l.found = &found.Difference
	l.Difference, l.Missed, l.P = rounded(defined(found.Value)), rounded(defined(found.Missed)), rounded(defined(found.P))
	l.Low, l.High = rounded(&found.Interval.Low), rounded(&found.Interval.High)
	l.Effect, l.EffectMeasure, l.Size, l.Design = rounded(defined(found.effect)), found.measure, found.size, found.design
}

// tested is the difference with its interval, where the evidence gives one.
// Single people are counted, never pairs of a member and a meeting: those of one
// member are alike, so two cohorts that do not differ would look different in a
// quarter of cases.
func (c *comparer) tested(l *compared, sides [2]side) contrast {
	a, b := l.of[0], l.of[1]
	switch single := onceEach(a) && onceEach(b); {
	case l.ind.Evidence == "stories":
		return contrast{untested: untestedStories}
	case ordered(l.ind.Kind):
		return contrast{untested: untestedOrder}
	case ownShares(l.ind):
		x, y := sharesOf(sides[0].seen, a.line()), sharesOf(sides[1].seen, b.line())
		if min(len(x), len(y)) < c.g.threshold(c.s.Community).Exact {
			return contrast{untested: untestedCounted}
		}
		d := stat.Welch(x, y)
		if d.Value.Defined() {
			l.ThisMean, l.LastMean = rounded(defined(stat.MeanT(x).Value)), rounded(defined(stat.MeanT(y).Value))
			l.Difference = rounded(defined(d.Value))
		}
		return ofMeans(d, stat.HedgesG(x, y), CrossSection)
	case single && l.ind.Kind == "share":
		return ofShares(stat.ShareDifference(*a.numerator, a.denominator, *b.numerator, b.denominator), CrossSection)
	case single && l.ind.Kind == "mean" && a.spread != nil && b.spread != nil:
		return ofMeans(stat.WelchOf(*a.value, *a.spread, a.people, *b.value, *b.spread, b.people),
			stat.HedgesGOf(*a.value, *a.spread, a.people, *b.value, *b.spread, b.people), CrossSection)
	}
	return contrast{untested: untestedCounted}
}

// ofMeans is a contrast of means.
func ofMeans(d stat.Difference, g stat.Effect, design Design) contrast {
	return contrast{Difference: d, effect: g.Value, measure: "g", size: stat.GSize(g.Value), design: design}
}

// ofShares is a contrast of shares: of a yes or no, Cliff's δ is the difference.
func ofShares(d stat.Difference, design Design) contrast {
	return contrast{Difference: d, effect: d.Value, measure: "delta", size: stat.DeltaSize(d.Value), design: design}
}

// onceEach reports whether each observation of a figure is one person's.
func onceEach(f figure) bool {
	return f.value != nil && f.numerator != nil && f.people > 0 && float64(f.people) == f.denominator
}

// ownShares reports whether an indicator counts how many of the meetings (or the
// like) each person came to, so that people differ in how often they are counted.
func ownShares(ind queries.Indicator) bool {
	return ind.Kind == "pair_share" && ind.Evidence == "census" && ind.Protects == "event"
}

// sharesOf is each person's own share of a line, in order: floating-point sums
// depend on that of their terms.
func sharesOf(seen []observation, l line) []float64 {
	return slices.Sorted(maps.Values(each(seen, l)))
}

// each is the mean of every person's values behind a line.
func each(seen []observation, l line) map[string]float64 {
	type tally struct{ sum, n float64 }
	by := map[string]tally{}
	for _, o := range seen {
		if o.line == l && o.x != nil && o.person != "" {
			t := by[o.person]
			by[o.person] = tally{t.sum + *o.x, t.n + 1}
		}
	}
	all := map[string]float64{}
	for person, t := range by {
		all[person] = t.sum / t.n
	}
	return all
}

// judgeAll gives the tested lines their verdicts: the primary one by itself, all
// others together.
func judgeAll(lines []compared) {
	var ps []float64
	var at []int
	for i, l := range lines {
		if l.found != nil && !l.Primary && l.found.P.Defined() {
			ps, at = append(ps, l.found.P.Value), append(at, i)
		}
	}
	for n, p := range stat.Holm(ps) {
		lines[at[n]].Holm = rounded(&p.Value)
	}
	for i := range lines {
		if l := &lines[i]; l.found != nil {
			l.Verdict, l.Together = l.verdict(), len(ps)
		}
	}
}

// verdict applies the rule of Verdict. An exact test and an interval of another
// make may disagree: then nothing is called different.
func (l *compared) verdict() Verdict {
	size := matters
	if l.ind.Unit != "percent" {
		size *= 100
	}
	p := l.Holm
	if l.Primary {
		p = l.P
	}
	low, high := l.found.Interval.Low, l.found.Interval.High
	switch different := p != nil && *p < alarm && (low > 0 || high < 0); {
	case different && l.silentCannot():
		return Clear
	case different:
		return Likely
	case l.scaled() && max(math.Abs(low), math.Abs(high)) < size:
		return AboutTheSame
	}
	return TooFew
}

// scaled reports whether points are points of a hundred.
func (l *compared) scaled() bool { return l.ind.Unit == "percent" || l.ind.Unit == "score" }

// silentCannot reports whether those who did not answer could not turn the
// difference round or take it away.
func (l *compared) silentCannot() bool {
	if l.ind.Evidence == "census" {
		return true
	}
	a, b := l.of[0], l.of[1]
	if l.Last.Note == besideTarget {
		b.lowAll, b.highAll = l.Last.Value, l.Last.Value
	}
	if a.lowAll == nil || b.lowAll == nil {
		return false
	}
	return *a.lowAll > *b.highAll || *a.highAll < *b.lowAll
}

// choosePrimary marks the primary comparison: the one line of its indicator, of
// several offsets the latest that has a difference. An indicator with several
// parts has no one comparison.
func choosePrimary(lines []compared, primary string) {
	found := -1
	for i, l := range lines {
		if l.Indicator != primary {
			continue
		}
		if l.Part != "" {
			return
		}
		if found < 0 || l.Difference != nil || lines[found].Difference == nil {
			found = i
		}
	}
	if found >= 0 {
		lines[found].Primary = true
	}
}

// report is the wanted comparisons with their words, the primary one first.
func (c *comparer) report(all []compared, wanted []queries.Indicator) []Comparison {
	choosePrimary(all, c.s.Primary)
	judgeAll(all)
	order := func(id string) int {
		return slices.IndexFunc(wanted, func(i queries.Indicator) bool { return i.ID == id })
	}
	all = slices.DeleteFunc(all, func(l compared) bool { return order(l.Indicator) < 0 })
	first := func(l compared) int {
		if l.Primary {
			return 0
		}
		return 1
	}
	slices.SortStableFunc(all, func(a, b compared) int {
		return cmp.Or(cmp.Compare(first(a), first(b)), cmp.Compare(order(a.Indicator), order(b.Indicator)))
	})
	comparisons := []Comparison{}
	for _, l := range all {
		l.Words = c.words(l)
		l.Text = c.paragraph(l)
		comparisons = append(comparisons, l.Comparison)
	}
	return comparisons
}
