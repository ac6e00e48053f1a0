package metrics

import (
	"context"

	"valuetrail/queries"
)

// sides are the two sides of a cycle in the matrix: how many figures of it have a
// target that is shown, and how many of those came to it. The stories are those of
// the figure.
type sides struct{ aimed, reached int }

func isCorroborated(ind queries.Indicator) bool { return ind.Kind == "corroborated" }

// corroborate sets beside the confirmed stories of each cycle the figures of that
// cycle that came to their target, by what the audience is shown of them, so that
// nothing more is told of a figure than it tells itself. A cycle has a value where it
// has a story or an aim.
func corroborate(ctx context.Context, src Source, s Scope, g *ground, p Printer, all []figure) ([]figure, error) {
	found, err := effects(ctx, src, s, g, p)
	if err != nil {
		return nil, err
	}
	for i := range all {
		f := &all[i]
		of := found[f.line()]
		if f.group != "" || f.denominator == 0 && of.aimed == 0 || !g.aims(f.community) {
			continue
		}
		both := 0.0
		if of.reached > 0 && f.numerator != nil && *f.numerator > 0 {
			both = 1
		}
		f.value, f.sides = &both, &of
	}
	return all, nil
}

// effects are the figures of the cycles that have targets, by cohort and period, the
// cycle being the part.
func effects(ctx context.Context, src Source, s Scope, g *ground, p Printer) (map[line]sides, error) {
	s.By = "none"
	found := map[line]sides{}
	for _, ind := range g.catalogue {
		if ind.Cycle == "none" || isCorroborated(ind) || !g.aimsAt(ind) {
			continue
		}
		a, err := askOne(ctx, src, ind, s, g, p)
		if err != nil {
			return nil, err
		}
		for _, r := range a.Readings {
			if r.Value == nil || r.Target == nil {
				continue
			}
			l := line{community: r.Community, cohort: r.Cohort, period: r.Period, part: ind.Cycle}
			one := found[l]
			one.aimed++
			if attained(ind, r) {
				one.reached++
			}
			found[l] = one
		}
	}
	return found, nil
}

// attained reports whether a reading came to its target, by the numbers that are
// shown. Where neither more nor less is better, it must have moved there.
func attained(ind queries.Indicator, r Reading) bool {
	switch ind.Better {
	case "more":
		return *r.Value >= *r.Target
	case "less":
		return *r.Value <= *r.Target
	}
	return r.Moved == Reached || r.Moved == Within
}

// aims reports whether anything was agreed in a community, for an indicator or for a
// measure.
func (g *ground) aims(community string) bool {
	return len(g.targets[community]) > 0 || g.sheets[community]["measures"]
}

// aimsAt reports whether anything was agreed for an indicator anywhere; what was for
// a measure stands beside its figure.
func (g *ground) aimsAt(ind queries.Indicator) bool {
	for _, of := range g.targets {
		if len(of[ind.ID]) > 0 {
			return true
		}
	}
	return titled(ind, "measures")
}

// bothTold says of a cycle what figures and what stories hold of it.
func (f figure) bothTold(p Printer) string {
	confirmed := 0.0
	if f.numerator != nil {
		confirmed = *f.numerator
	}
	numbers, stories, how := "reading.corroborated.no_target", "reading.corroborated.no_story", "neither"
	if f.sides.aimed > 0 {
		numbers = "reading.corroborated.numbers"
	}
	if f.denominator > 0 {
		stories = "reading.corroborated.stories"
	}
	switch {
	case *f.value == 1:
		how = "both"
	case f.sides.reached > 0:
		how = "numbers_alone"
	case confirmed > 0:
		how = "stories_alone"
	}
	return p.Say("reading.corroborated."+how, p.Say(numbers, f.sides.reached, f.sides.aimed), p.Say(stories, confirmed, f.denominator))
}
