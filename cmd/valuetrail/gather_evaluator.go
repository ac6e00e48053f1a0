package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"

	"valuetrail/internal/message"
	"valuetrail/internal/privacy"
	"valuetrail/metrics"
	"valuetrail/queries"
	"valuetrail/reports"
)

// evaluation is what an evaluator reads beyond the figures: the cohort held against
// everything it can be, how reliable its constructs are, what was decided
// beforehand, and the SQL of each figure.
func (g *gathering) evaluation(ctx context.Context, in *reports.Input) (err error) {
	in.Contrasts = in.Comparisons
	for _, against := range []metrics.Against{metrics.AgainstTerm, metrics.AgainstBaseline, metrics.AgainstTarget} {
		if g.scope.Since != 0 || g.scope.Until != 0 {
			break // a report of some days alone does not say how it went over the terms
		}
		s := metrics.CompareScope{Community: g.scope.Community, This: g.this.ID, Audience: g.scope.Audience, Against: against}
		if g.before.ID == "" && against == metrics.AgainstTerm {
			s.Primary = primaryOf(g.b.Settings) // there is one primary comparison
		}
		found, err := metrics.Compare(ctx, g.w, g.all, g.ids, s, g.now(), message.For(in.Language))
		if none := new(metrics.IncomparableError); err != nil && !errors.As(err, &none) {
			return err
		}
		in.Contrasts = slices.Concat(in.Contrasts, found)
		g.years = slices.Concat(g.years, found)
	}
	in.Contrasts = slices.Concat(in.Contrasts, in.Months)
	if err := g.withhold(ctx, in); err != nil {
		return err
	}
	if in.Reliability, err = metrics.Reliabilities(ctx, g.w, byTerm(in.Answers), g.now()); err != nil {
		return err
	}
	in.InForce = g.inForce(message.For(in.Language))
	in.Statements = map[string]string{}
	for _, i := range g.all {
		if in.Statements[i.ID], err = queries.Splice(i, queries.Asking{}); err != nil {
			return err
		}
	}
	return nil
}

// byTerm are the answers term by term.
func byTerm(answers []metrics.Answer) []metrics.Answer {
	return slices.DeleteFunc(slices.Clone(answers), func(a metrics.Answer) bool { return a.Scope.Grain != "term" })
}

// inForce are the settings and thresholds that the figures were counted with.
func (g *gathering) inForce(say message.Printer) []reports.Fact {
	s := g.b.Settings
	var all []reports.Fact
	add := func(key, value string) {
		all = append(all, reports.Fact{Label: say.Say("report.evaluator.force." + key), Value: value})
	}
	count := func(key string, n int) { add(key, fmt.Sprint(n)) }
	add("version", "valuetrail "+version)
	add("framework", string(s.Framework))
	add("primary", primaryOf(s))
	add("zone", s.Zone().String())
	for _, c := range s.Cohorts {
		if c.Starts == 0 {
			continue
		}
		ends := say.Say("report.evaluator.force.open")
		if c.Ends != 0 {
			ends = say.Day(int(c.Ends))
		}
		add("cohort", say.Say("report.evaluator.force.days", cmp.Or(c.Title, c.ID), say.Day(int(c.Starts)), ends))
	}
	count("group", s.Privacy.MinimumGroup)
	count("exact", s.Privacy.MinimumExact)
	count("quotes", s.Privacy.MinimumQuotes)
	p := s.Participation
	add("levels", say.Say("report.evaluator.force.cut_offs", p.Core, p.Active, p.Occasional))
	count("sessions", p.MinimumSessions)
	count("minutes", p.MinimumMinutes)
	add("confidence", say.Say("report.evaluator.force.level"))
	return all
}

// withhold takes out what among so many figures would give away by subtraction what
// one to four people answered, as the list of releases reckons it: first the terms
// and comparisons of such a figure, and where that is not enough all of it. What
// people say of themselves at each of several sessions it cannot reckon, so that is
// not told.
func (g *gathering) withhold(ctx context.Context, in *reports.Input) error {
	g.withheld = map[string]bool{}
	for _, i := range g.all {
		if i.Kind == "pair_share" && i.Protects != "event" && i.Protects != "stories" {
			g.withheld[i.ID] = true
		}
	}
	g.hide(in, true)
	for _, whole := range []bool{false, true} {
		entries, err := g.entries(ctx)
		if err != nil {
			return err
		}
		var groups []privacy.Group
		indicators := map[string]string{}
		for _, x := range entries {
			one := x.Group(g.when(x.Reading.Cohort, x.Reading.Period))
			groups, indicators[one.Figure] = append(groups, one), x.Reading.Indicator
		}
		found := privacy.Conflicts(groups, nil, max(g.b.Settings.Privacy.MinimumGroup, 5))
		for _, c := range found {
			g.withheld[indicators[c.Figure]] = true
		}
		if len(found) == 0 {
			break
		}
		g.hide(in, whole)
	}
	return nil
}

// hide hides the terms and comparisons of what is withheld, and the whole of it too
// where that is asked for.
func (g *gathering) hide(in *reports.Input, whole bool) {
	text := message.For(in.Language).Say("note.protected")
	hidden := func(r metrics.Reading) metrics.Reading {
		return metrics.Reading{Indicator: r.Indicator, Community: r.Community, Cohort: r.Cohort, Period: r.Period, Group: r.Group, Part: r.Part, Title: r.Title, Unit: r.Unit, Note: "protected", Text: text}
	}
	for _, a := range in.Answers {
		for i, r := range a.Readings {
			if g.withheld[r.Indicator] && r.Shown && (whole || a.Scope.Grain == "term") {
				a.Readings[i] = hidden(r)
			}
		}
	}
	unsaid := func(all []metrics.Comparison) []metrics.Comparison {
		all = slices.Clone(all)
		for i, x := range all {
			if g.withheld[x.Indicator] && (x.This.Shown || x.Last.Shown) {
				all[i] = metrics.Comparison{Indicator: x.Indicator, Title: x.Title, Part: x.Part, Against: x.Against, Offset: x.Offset, This: hidden(x.This), Last: hidden(x.Last),
					Primary: x.Primary, Verdict: metrics.NotShown, Reason: "protected", Words: text, Text: text}
			}
		}
		return all
	}
	in.Comparisons, in.Contrasts, g.years = unsaid(in.Comparisons), unsaid(in.Contrasts), unsaid(g.years)
	g.shown = in.Answers
}
