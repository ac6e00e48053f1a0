package metrics

import (
	"fmt"
	"slices"
	"strings"

	"valuetrail/internal/privacy"
	"valuetrail/internal/vocabulary"
	"valuetrail/queries"
)

// Against is what the figures of a cohort are held against.
type Against string

const (
	// AgainstCohort: those of another cohort at the same time since each began.
	AgainstCohort Against = "cohort"
	// AgainstTerm: those of the term before.
	AgainstTerm Against = "term"
	// AgainstBaseline: those of the first term that has any, and of a measure what
	// was written down as its beginning.
	AgainstBaseline Against = "baseline"
	// AgainstTarget: what was agreed.
	AgainstTarget Against = "target"
	// AgainstUsual: each month of attendance against what attendance does by
	// itself.
	AgainstUsual Against = "usual"
)

// AllAgainst are all of them.
var AllAgainst = []Against{AgainstCohort, AgainstTerm, AgainstBaseline, AgainstTarget, AgainstUsual}

// ParseAgainst reads one of them; blank is AgainstCohort.
func ParseAgainst(word string) (Against, error) {
	a := Against(strings.ToLower(strings.TrimSpace(word)))
	if a == "" {
		return AgainstCohort, nil
	}
	if !slices.Contains(AllAgainst, a) {
		return "", fmt.Errorf("nothing can be compared against %q", word)
	}
	return a, nil
}

// within compares the figures of one cohort with earlier ones of its own or with
// what was agreed. There is one primary comparison, and it is that with the cohort
// before; only where there is none yet is it that with the term before.
func (c *comparer) within(family []queries.Indicator) ([]compared, error) {
	all, err := cohortsBySeniority(c.ctx, c.src, c.s.Community)
	if err != nil {
		return nil, err
	}
	cohort, err := chosen(all, c.s.This, c.g.today)
	if err != nil {
		return nil, err
	}
	if c.s.Against != AgainstTerm || slices.ContainsFunc(all, func(o cohortDays) bool { return o.first < cohort.first }) {
		c.s.Primary = ""
	}
	c.matched = matched{this: cohort, last: cohort}
	c.scope.Cohorts, c.scope.Grain = []string{cohort.id}, "term"
	if c.s.Against == AgainstTarget {
		c.scope.Grain = "programme"
	}
	if c.g, err = survey(c.ctx, c.src, c.scope, c.now); err != nil {
		return nil, err
	}
	if _, err := c.roundsOf(cohort.id); err != nil { // before several look there at once
		return nil, err
	}
	found := make([][]compared, len(family))
	err = atOnce(len(family), func(i int) (err error) {
		found[i], err = c.ofItself(family[i])
		return err
	})
	return slices.Concat(found...), err
}

// chosen is the cohort of an id, else the one begun last.
func chosen(all []cohortDays, id string, today int) (cohortDays, error) {
	var found *cohortDays
	for i, c := range all {
		if c.id == id || id == "" && c.first <= today {
			found = &all[i]
		}
	}
	switch {
	case found != nil:
		return *found, nil
	case id == "":
		return cohortDays{}, &IncomparableError{"no cohort has begun yet", "compare when one has"}
	}
	return cohortDays{}, unknownCohort(id, all)
}

func (c *comparer) ofItself(ind queries.Indicator) ([]compared, error) {
	if c.s.Against == AgainstTarget && ind.Kind != "latest" && len(c.g.targets[c.s.Community][ind.ID]) == 0 {
		return nil, nil // nothing was agreed
	}
	t, err := c.termsOf(ind)
	if err != nil {
		return nil, err
	}
	var lines []compared
	for _, part := range t.parts() {
		if c.s.Against == AgainstTarget {
			if l, agreed := c.aimed(t, part); agreed {
				lines = append(lines, l)
			}
			continue
		}
		if c.every {
			lines = append(lines, c.eachEarlier(t, part)...)
			continue
		}
		lines = append(lines, c.earlier(t, part))
	}
	for _, l := range lines {
		if l.failed != nil {
			return nil, l.failed
		}
	}
	return lines, nil
}

// earlier sets the latest term that has a figure beside an earlier one.
func (c *comparer) earlier(t terms, part string) compared {
	all := t.of(part, c.p)
	last := len(all) - 1
	for last > 0 && (absent(all[last]) || c.growing(t.ind, all[last])) {
		last--
	}
	before := last - 1
	if c.s.Against == AgainstBaseline {
		before = slices.IndexFunc(all, func(r Reading) bool { return !absent(r) })
	}
	l := c.latest(t, all[last])
	if c.s.Against == AgainstBaseline && t.ind.Kind == "latest" {
		c.besideOne(&l, all[last].Baseline, besideBaseline)
		return l
	}
	if before < 0 || before >= last {
		l.Last = Reading{Indicator: t.ind.ID, Community: l.This.Community, Cohort: l.This.Cohort, Part: part, Unit: l.This.Unit, Note: noData, Text: c.p.Say("note." + noData)}
		if l.Reason = "first"; absent(l.This) {
			l.Reason = l.This.Note
		}
		l.Verdict = NotComparable
		return l
	}
	c.beside(&l, t, all[before])
	return l
}

// eachEarlier sets each term that has a figure beside each earlier one.
func (c *comparer) eachEarlier(t terms, part string) []compared {
	var lines []compared
	all := slices.DeleteFunc(t.of(part, c.p), absent)
	for now := range all {
		for _, then := range all[:now] {
			l := c.latest(t, all[now])
			c.beside(&l, t, then)
			lines = append(lines, l)
		}
	}
	return lines
}

// latest is a line of a term that waits for what it is set beside.
func (c *comparer) latest(t terms, r Reading) compared {
	return compared{ind: t.ind, names: [2]string{r.Period, ""}, gate: [2]privacy.Verdict{gateOf(r), ""}, of: [2]figure{t.figures[lineOf(r)], {}},
		Comparison: Comparison{Against: c.s.Against, Indicator: t.ind.ID, Title: t.ind.Title, Part: r.Part, This: r, Offset: r.Period}}
}

// beside sets it beside an earlier one.
func (c *comparer) beside(l *compared, t terms, then Reading) {
	l.Last, l.names[1] = then, then.Period
	l.gate[1], l.of[1] = gateOf(then), t.figures[lineOf(then)]
	if guarded(t.ind) {
		by, said := answerers(t.ind, t.seen), sayings(t.ind, t.seen)
		for _, r := range []Reading{l.This, l.Last} {
			if r.Shown {
				l.entries = append(l.entries, Entry{Reading: r, Members: by[lineOf(r)], Said: said[lineOf(r)]})
			}
		}
	}
	c.change(l, t)
}

// growing reports whether a figure counts up while its term goes on, so that it
// says less than that of a term that is over: not a rate of meetings, nor a round.
func (c *comparer) growing(ind queries.Indicator, r Reading) bool {
	over := min(c.g.periods[c.s.Community][r.Period].last, c.this.last) < c.g.today
	return !over && !ownShares(ind) && !asksRound(ind)
}

func lineOf(r Reading) line { return line{r.Community, r.Cohort, r.Period, r.Group, r.Part} }

// gateOf is how much of a figure its reading lets be seen.
func gateOf(r Reading) privacy.Verdict {
	switch {
	case !r.Shown:
		return privacy.Protected
	case r.Denominator != nil && r.Value == nil:
		return privacy.CountOnly
	case r.Denominator != nil:
		return privacy.Exact
	}
	return privacy.Rounded
}

// change works out how the figure of a term differs from that of an earlier one.
func (c *comparer) change(l *compared, t terms) {
	if l.Reason = c.unlikeTerms(*l, t); l.Reason != "" {
		l.Verdict = NotComparable
		return
	}
	sides := [2]side{{cohort: c.this, seen: t.seen}, {cohort: c.this, seen: t.seen}}
	c.differ(l, func() contrast { return c.changeOf(l, t, sides) })
}

// unlikeTerms is why the figures of two terms cannot be compared, "" where they
// can.
func (c *comparer) unlikeTerms(l compared, t terms) string {
	for _, r := range []Reading{l.This, l.Last} {
		if !r.Shown && r.Note != string(privacy.Protected) {
			return r.Note
		}
	}
	if !asksRound(t.ind) {
		return ""
	}
	r := c.rounds[c.this.id]
	var items [2]map[string]item
	for n, of := range []Reading{l.This, l.Last} {
		wave := r.latest(t.seen, of.Period, of.Part)
		if wave == "" {
			return ""
		}
		items[n] = about(t.ind, of.Part, r.items[wave])
	}
	return unlikeItems(items[0], items[1])
}

// unknownCohort says that there is no such cohort.
func unknownCohort(id string, all []cohortDays) error {
	var ids []string
	for _, c := range all {
		ids = append(ids, c.id)
	}
	return &UnknownCohortError{ID: id, Nearest: vocabulary.Nearest(id, ids), Cohorts: ids}
}
