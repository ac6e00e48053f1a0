package metrics

import (
	"context"
	"fmt"
	"slices"
	"time"

	"valuetrail/internal/privacy"
	"valuetrail/internal/vocabulary"
	"valuetrail/metrics/stat"
	"valuetrail/queries"
)

// CompareScope is which two cohorts are compared, and for whom. Zero values
// mean: the cohort begun last and the one before it, grain programme, for the
// convenor, no primary comparison.
type CompareScope struct {
	Community  string
	This, Last string
	// Grain is programme (both from their first day for as many days),
	// month_since_start or term_since_start.
	Grain    vocabulary.Grain
	Audience vocabulary.Audience
	// Primary is the indicator that was chosen beforehand: its comparison with the
	// cohort before or, while there is none, with the term before. There is no other.
	Primary string
	// Against is what the figures are held against, "" for AgainstCohort. For all
	// others the cohort is This, and Last and Grain say nothing.
	Against Against
}

// CompareGrains are the grains at which cohorts can be compared.
var CompareGrains = []vocabulary.Grain{"programme", "month_since_start", "term_since_start"}

// Compare sets two cohorts side by side at the same time since each began, or a
// cohort beside what CompareScope.Against says, the primary comparison first, then
// in the order of ids. No ids mean every core indicator. All core indicators are judged together whatever is asked, so the
// words do not depend on it. A comparison holds nothing that cannot be worked
// out from its two readings, but for attendance, which is no secret, and no
// reading that would tell of few people beside the same figure of a whole
// programme. Errors: *UnknownCohortError, *IncomparableError,
// *UnknownIndicatorError.
func Compare(ctx context.Context, src Source, catalogue []queries.Indicator, ids []string, s CompareScope, now time.Time, p Printer) ([]Comparison, error) {
	c, err := begin(ctx, src, s, now, p)
	if err != nil {
		return nil, err
	}
	wanted, family, err := asked(catalogue, ids, s.Primary)
	if err != nil {
		return nil, err
	}
	var all []compared
	switch c.s.Against {
	case AgainstCohort:
		all, err = c.cohorts(family)
	case AgainstUsual:
		all, err = c.usual(family)
	default:
		all, err = c.within(family)
	}
	if err != nil {
		return nil, err
	}
	return c.report(all, wanted), nil
}

// TermByTerm sets every term of a cohort beside every earlier one, by one
// indicator, judged together: what may be said of how it went. Otherwise it is as
// Compare with AgainstTerm.
func TermByTerm(ctx context.Context, src Source, catalogue []queries.Indicator, id string, s CompareScope, now time.Time, p Printer) ([]Comparison, error) {
	s.Against = AgainstTerm
	c, err := begin(ctx, src, s, now, p)
	if err != nil {
		return nil, err
	}
	c.every = true
	wanted, err := find(catalogue, []string{id})
	if err != nil {
		return nil, err
	}
	all, err := c.within(wanted)
	if err != nil {
		return nil, err
	}
	c.s.Primary = "" // none of several is the one chosen beforehand
	return c.report(all, wanted), nil
}

// begin is a comparer for a scope with its zero values said out loud.
func begin(ctx context.Context, src Source, s CompareScope, now time.Time, p Printer) (*comparer, error) {
	if s.Grain == "" {
		s.Grain = "programme"
	}
	if s.Against == "" {
		s.Against = AgainstCohort
	}
	if !slices.Contains(CompareGrains, s.Grain) {
		return nil, fmt.Errorf("compare: cohorts cannot be compared by %s", s.Grain)
	}
	c := comparer{ctx: ctx, src: src, s: s, p: p, now: now, rounds: map[string]*rounds{}}
	c.scope = Scope{Community: s.Community, Grain: s.Grain, Audience: s.Audience, Today: dayOf(now)}.whole()
	var err error
	c.g, err = survey(ctx, src, c.scope, now)
	return &c, err
}

// cohorts compares a cohort with another.
func (c *comparer) cohorts(family []queries.Indicator) (all []compared, err error) {
	if c.matched, err = match(c.ctx, c.src, c.s, c.g.today); err != nil {
		return nil, err
	}
	for _, cohort := range []cohortDays{c.this, c.last} { // before several look there at once
		if _, err := c.roundsOf(cohort.id); err != nil {
			return nil, err
		}
	}
	found := make([][]compared, len(family))
	err = atOnce(len(family), func(i int) (err error) {
		found[i], err = c.indicator(family[i])
		return err
	})
	return slices.Concat(found...), err
}

// asked are the indicators that are reported, and those that are judged
// together: the core ones, the primary one and whatever else is wanted.
func asked(catalogue []queries.Indicator, ids []string, primary string) (wanted, family []queries.Indicator, err error) {
	var names []string
	for _, id := range append(queries.Core(), primary) {
		if slices.ContainsFunc(catalogue, func(i queries.Indicator) bool { return i.ID == id }) {
			names = append(names, id)
		}
	}
	if len(ids) == 0 {
		ids = names
	}
	if len(ids) == 0 {
		return nil, nil, nil // a catalogue without any of them
	}
	if wanted, err = find(catalogue, ids); err != nil {
		return nil, nil, err
	}
	family, err = find(catalogue, append(names, ids...))
	return wanted, family, err
}

// comparer compares two cohorts.
type comparer struct {
	matched
	ctx   context.Context
	src   Source
	s     CompareScope
	scope Scope
	g     *ground
	p     Printer
	now   time.Time
	// every says that each term is set beside each earlier one.
	every  bool
	rounds map[string]*rounds
}

// compared is one line of two cohorts on the way to a Comparison.
type compared struct {
	Comparison
	ind    queries.Indicator
	offset span
	// of holds the figures behind This and Last.
	of [2]figure
	// names are what people call the two sides.
	names [2]string
	// gate is how much of each the gate lets be seen.
	gate [2]privacy.Verdict
	// found is the difference with its interval, nil where it was not tested.
	found *stat.Difference
	// failed is why it could not be found out.
	failed error
}

// side is one cohort's answer to an indicator before the gate, followed up to a
// day.
type side struct {
	cohort  cohortDays
	until   int
	figures []figure
	seen    []observation
	// answerers are the answers behind each line about answers, sayings what they
	// say.
	answerers map[line][]string
	sayings   map[line]map[string]string
	// exposed are lines that would tell of few people beside the same figure
	// without the clip.
	exposed map[line]bool
}

// indicator compares one indicator, each period and part by itself.
func (c *comparer) indicator(ind queries.Indicator) ([]compared, error) {
	until, err := c.lastDay(ind, "")
	if err != nil {
		return nil, err
	}
	sides := [2]side{{cohort: c.this, until: c.untilThis}, {cohort: c.last, until: until}}
	if err := c.ask(ind, &sides[0], &sides[1]); err != nil {
		return nil, err
	}
	// Which round the later cohort's figure is of is known only now.
	if until, err = c.lastDay(ind, c.roundOf(ind, sides[0])); err != nil {
		return nil, err
	}
	if until != sides[1].until {
		sides[1] = side{cohort: c.last, until: until}
		if err := c.ask(ind, &sides[1]); err != nil {
			return nil, err
		}
	}
	for i := range sides {
		if err := c.protect(ind, &sides[i]); err != nil {
			return nil, err
		}
	}
	lines := c.paired(ind, sides)
	c.readings(ind, lines, sides)
	for i := range lines {
		if lines[i].Reason, err = c.unlike(lines[i], sides); err != nil {
			return nil, err
		}
		c.differ(&lines[i], func() contrast { return c.tested(&lines[i], sides) })
	}
	return lines, nil
}

// ask asks what the cohorts have to say, of all of them at once: most of the
// time goes into the question.
func (c *comparer) ask(ind queries.Indicator, sides ...*side) error {
	s := c.scope
	for _, one := range sides {
		s.each += fmt.Sprintf("|%s@%d", one.cohort.id, one.until)
	}
	s.each += "|"
	var all []figure
	var seen []observation
	var err error
	adds := c.scope.Grain == "programme" && !ind.PartCycles && slices.Contains(tallied, ind.Kind)
	if !adds {
		if all, err = figures(c.ctx, c.src, ind, s); err != nil {
			return err
		}
	}
	if adds || needsPeople(ind) {
		if seen, err = observations(c.ctx, c.src, ind, s); err != nil {
			return err
		}
	}
	for _, one := range sides {
		for _, o := range seen {
			if o.cohort == one.cohort.id {
				one.seen = append(one.seen, o)
			}
		}
		for _, f := range all {
			if f.cohort == one.cohort.id {
				one.figures = append(one.figures, f)
			}
		}
		if adds {
			one.figures = tally(ind, c.s.Community, one.cohort.id, "all", one.seen)
		}
		if err := nameParts(c.ctx, c.src, ind, s, one.figures); err != nil {
			return err
		}
	}
	return nil
}

// protect finds what of a side would tell of few people.
func (c *comparer) protect(ind queries.Indicator, one *side) (err error) {
	if !guarded(ind) {
		return nil
	}
	one.answerers, one.sayings = answerers(ind, one.seen), sayings(ind, one.seen)
	if one.until >= one.cohort.last {
		return nil
	}
	if asksRound(ind) && queries.IsCore(ind.ID) { // those rest on one round; others may not
		if r, err := c.roundsOf(one.cohort.id); err != nil || r.over(one.until) {
			return err
		}
	}
	one.exposed, err = c.exposed(ind, *one)
	return err
}

// needsPeople reports whether the comparison looks at single observations: to
// know the round that was asked, who stands behind an answer, or each member's
// own share.
func needsPeople(ind queries.Indicator) bool {
	return guarded(ind) || asksRound(ind) || ownShares(ind)
}

// exposed are the lines whose people differ by one to four from those of the
// same figure of the whole period: a convenor and a report see that one too.
func (c *comparer) exposed(ind queries.Indicator, clipped side) (map[line]bool, error) {
	unclipped := c.scope
	unclipped.Cohorts = []string{clipped.cohort.id}
	whole, err := observations(c.ctx, c.src, ind, unclipped)
	if err != nil {
		return nil, err
	}
	found, out := map[line]bool{}, answerers(ind, whole)
	for l, members := range clipped.answerers {
		least := max(c.g.threshold(l.community).Group, leastApart)
		if len(privacy.Conflicts([]Group{{Members: members}}, []Group{{Members: out[l]}}, least)) > 0 {
			found[l] = true
		}
	}
	return found, nil
}

// leastApart people must differ between two figures about answers.
const leastApart = 5
