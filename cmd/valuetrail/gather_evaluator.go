package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"

	"valuetrail/internal/message"
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
