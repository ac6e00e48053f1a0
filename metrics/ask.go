package metrics

import (
	"context"
	"slices"
	"strings"
	"time"

	"valuetrail/internal/message"
	"valuetrail/internal/privacy"
	"valuetrail/internal/vocabulary"
	"valuetrail/queries"
)

// Printer says the sentence of a key. A message.Printer is one.
type Printer interface {
	Say(key string, values ...any) string
}

// Ask answers indicators for a scope, gated for its audience; no ids mean every
// indicator that is not secondary. Lines without observations are there with
// the reason in Note; a period that begins after now is left out. An unknown id
// gives *UnknownIndicatorError.
func Ask(ctx context.Context, src Source, catalogue []queries.Indicator, ids []string, s Scope, now time.Time) ([]Answer, error) {
	return AskIn(ctx, src, catalogue, ids, s, now, message.For("en"))
}

// AskIn is Ask with the texts in the printer's language.
func AskIn(ctx context.Context, src Source, catalogue []queries.Indicator, ids []string, s Scope, now time.Time, p Printer) ([]Answer, error) {
	s.Today = dayOf(now)
	s = s.whole()
	wanted, err := find(catalogue, ids)
	if err != nil {
		return nil, err
	}
	g, err := survey(ctx, src, s, now)
	if err != nil {
		return nil, err
	}
	g.catalogue = catalogue
	all := make([]Answer, len(wanted))
	err = atOnce(len(wanted), func(i int) (err error) {
		all[i], err = askOne(ctx, src, wanted[i], s, g, p)
		return err
	})
	if err != nil {
		return nil, err
	}
	return all, nil
}

// coarser is what a breakdown falls back to when none of its groups may be
// shown.
var coarser = map[string]string{"unit": "sector"}

// askOne answers one indicator. A breakdown of which no group may be shown
// falls back to a coarser one, or to none, and each reading says so.
func askOne(ctx context.Context, src Source, ind queries.Indicator, s Scope, g *ground, p Printer) (Answer, error) {
	if s.By != "none" && (isCorroborated(ind) || isAccord(ind)) {
		// Targets are for everybody, and readers of several units read one story.
		return fallBack(ctx, src, ind, s, "none", g, p)
	}
	readings, err := answer(ctx, src, ind, s, g, p)
	if err != nil {
		return Answer{}, err
	}
	hidden := func(r Reading) bool { return r.Note == string(privacy.Protected) }
	shown := func(r Reading) bool { return r.Shown }
	if s.By == "none" || slices.ContainsFunc(readings, shown) || !slices.ContainsFunc(readings, hidden) {
		return Answer{Indicator: ind, Scope: s, Readings: readings}, nil
	}
	by := coarser[s.By]
	if by == "" {
		by = "none"
	}
	return fallBack(ctx, src, ind, s, by, g, p)
}

// fallBack answers by a coarser breakdown, or by none, and says so.
func fallBack(ctx context.Context, src Source, ind queries.Indicator, s Scope, by string, g *ground, p Printer) (Answer, error) {
	s.By = by
	one, err := askOne(ctx, src, ind, s, g, p)
	for i := range one.Readings {
		if r := &one.Readings[i]; r.Shown && r.Note == "" {
			r.Note = "instead:" + by
		}
	}
	return one, err
}

func answer(ctx context.Context, src Source, ind queries.Indicator, s Scope, g *ground, p Printer) ([]Reading, error) {
	s = s.sofar(ind, g)
	all, err := figures(ctx, src, ind, s)
	if err != nil {
		return nil, err
	}
	return readings(ctx, src, ind, s, g, p, all)
}

// readings are the figures of a scope after the gate.
func readings(ctx context.Context, src Source, ind queries.Indicator, s Scope, g *ground, p Printer, all []figure) ([]Reading, error) {
	var err error
	if isCorroborated(ind) {
		if all, err = corroborate(ctx, src, s, g, p, all); err != nil {
			return nil, err
		}
	}
	all = withoutStrangers(ind, all)
	all = slices.DeleteFunc(all, func(f figure) bool { return f.people == 0 && g.ahead(f.community, f.period) })
	all = sparse(ind, all, g)
	nameless := namelessSilence(ind, all)
	if ind.Protects == "event" && s.By != "none" {
		if all, err = mergeGroups(ctx, src, ind, s, g, all); err != nil {
			return nil, err
		}
	}
	all = mergeLevels(ind, s, all)
	totals := all
	if s.By != "none" {
		everybody := s
		everybody.By = "none"
		if totals, err = figures(ctx, src, ind, everybody); err != nil {
			return nil, err
		}
	}
	for i := range all {
		uncertainty(ind, &all[i])
	}
	sortFigures(all, g, partsOf(ind))
	if err := nameParts(ctx, src, ind, s, all); err != nil {
		return nil, err
	}
	verdicts := judge(ind, s, all, totals, g)
	hideGroupsOf(nameless, all, verdicts)
	var told []Reading
	for i, f := range all {
		if !s.has(f.cohort) {
			continue
		}
		note := noteOf(ind, f, all, g)
		if verdicts[i] == privacy.Protected && !strings.HasPrefix(note, "needs:") {
			note = "" // that there is nothing to hide may be the secret
		}
		r := read(ind, f, verdicts[i], note, p)
		if t := g.aim(ind.ID, f.line()); t != nil && r.Value != nil && r.Target == nil {
			r.Target = rounded(&t.value)
			if t.how != (Agreed{}) {
				r.Agreed = &t.how
			}
		}
		told = append(told, r)
	}
	return told, nil
}

func partsOf(ind queries.Indicator) []string {
	if !ind.PartCycles {
		return ind.Parts
	}
	var all []string
	for _, f := range []vocabulary.Framework{vocabulary.VCF2020, vocabulary.VCF2011} {
		for _, c := range f.Cycles() {
			if !slices.Contains(all, string(c)) {
				all = append(all, string(c))
			}
		}
	}
	return all
}

// noteOf is why a line has no value, "" when it has one.
func noteOf(ind queries.Indicator, f figure, all []figure, g *ground) string {
	missing := g.lacks(f.community, ind.Needs)
	if missing == string(vocabulary.Roster) {
		return "needs:" + missing // a rate of whoever was seen is no rate
	}
	if f.value != nil {
		return ""
	}
	if missing != "" {
		return "needs:" + missing
	}
	if isCorroborated(ind) && !g.aims(f.community) {
		return "needs:targets"
	}
	if isAccord(ind) && f.denominator > 0 && f.denominator < readLeast {
		return fewRead
	}
	if ordered(ind.Kind) && f.denominator > 0 {
		return "not_computable"
	}
	if isGap(ind) && f.people == 0 && f.population > 0 {
		return nameless
	}
	asked := func(o figure) bool {
		return o.line() == (line{f.community, f.cohort, f.period, f.group, o.part}) && o.population > 0
	}
	if ind.PartCycles && slices.ContainsFunc(all, asked) {
		return "not_asked"
	}
	return "no_data"
}

// judge asks the gate about all figures of one community, period and part at a
// time, parallel to all.
func judge(ind queries.Indicator, s Scope, all, totals []figure, g *ground) []privacy.Verdict {
	verdicts := make([]privacy.Verdict, len(all))
	tables := map[line][]int{}
	key := func(f figure) line { return line{community: f.community, period: f.period, part: f.part} }
	of := func(f figure) privacy.Figure {
		if isGap(ind) {
			return bothSides(ind, f)
		}
		return gated(ind, f)
	}
	for i, f := range all {
		tables[key(f)] = append(tables[key(f)], i)
	}
	for about, members := range tables {
		var entries []privacy.Entry
		for _, i := range members {
			entries = append(entries, privacy.Entry{Cohort: all[i].cohort, Group: all[i].group, Figure: of(all[i])})
		}
		whole := map[string]privacy.Figure{}
		for _, f := range totals {
			if key(f) == about && f.group == "" {
				whole[f.cohort] = of(f)
			}
		}
		thresholds := g.threshold(about.community)
		if isGap(ind) && ind.Protects != "event" {
			privacy.Gaps(entries, whole, thresholds)
		} else {
			privacy.Table(entries, whole, thresholds)
		}
		if ind.Protects == "stories" && !worksWithStories(s.Audience) {
			privacy.StoryGroups(entries, whole, thresholds)
		}
		for n, i := range members {
			verdicts[i] = entries[n].Verdict
		}
	}
	if ind.Unit == "people" {
		hideRounded(verdicts)
	}
	if ind.Protects == "event" && ind.Parts != nil {
		hideSmallCells(all, verdicts)
	}
	hideSmallOwn(ind, all, verdicts)
	if aboutLevels(ind) && s.Audience != vocabulary.Convenor {
		hideSmallBands(all, verdicts)
	}
	hideSmallMix(ind, s, all, verdicts)
	return verdicts
}

// hideRounded takes away what would be told in steps of five: a number of people of
// which each has a few would say something else.
func hideRounded(verdicts []privacy.Verdict) {
	for i, v := range verdicts {
		if v == privacy.Rounded {
			verdicts[i] = privacy.Protected
		}
	}
}

// worksWithStories reports whether an audience knows every teller anyway.
func worksWithStories(a vocabulary.Audience) bool {
	return a == vocabulary.Convenor || a == vocabulary.Readers
}

// hideSmallCells hides a breakdown of people by class and attribute as a whole
// where one of its cells holds 1 to 4: the others and the totals would give it
// back.
func hideSmallCells(all []figure, verdicts []privacy.Verdict) {
	cells := map[line][]float64{}
	of := func(f figure) line { return line{community: f.community, period: f.period} }
	for _, f := range all {
		if f.group != "" && f.numerator != nil {
			cells[of(f)] = append(cells[of(f)], *f.numerator)
		}
	}
	for i, f := range all {
		if f.group != "" && !privacy.CellsSafe(cells[of(f)]) {
			verdicts[i] = privacy.Protected
		}
	}
}

// gated is what the gate looks at of a figure.
func gated(ind queries.Indicator, f figure) privacy.Figure {
	one := privacy.Figure{
		Protects: ind.Protects, Share: strings.HasSuffix(ind.Kind, "share"), Scaled: ind.Unit == "score",
		Value: f.value, Denominator: f.denominator, People: f.people, Spread: f.spread,
	}
	if f.numerator != nil {
		one.Numerator = *f.numerator
	}
	return one
}
