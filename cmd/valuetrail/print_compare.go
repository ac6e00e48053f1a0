package main

import (
	"cmp"
	"strings"

	"valuetrail/internal/vocabulary"
	"valuetrail/metrics"
)

// printComparisons prints a paragraph for each difference that is judged, the
// one chosen beforehand first, then what is told side by side, then what cannot
// be compared and why. cohort is what people call the cohort of an id.
func (e *env) printComparisons(all []metrics.Comparison, s metrics.CompareScope, cohort func(id string) string) {
	grain := s.Grain
	if len(all) == 0 {
		if s.Against == metrics.AgainstTarget {
			e.line("%s", e.Say.Say("compare.no_target"))
		}
		return
	}
	if s.Against == metrics.AgainstUsual && all[0].Limits != nil {
		e.printUsual(all)
		return
	}
	var primary, judged, told, never []metrics.Comparison
	for _, c := range all {
		switch {
		case c.Primary:
			primary = append(primary, c)
		case c.Verdict == metrics.Told && c.Against == metrics.AgainstTarget:
			judged = append(judged, c) // whether it was reached is said in words
		case c.Verdict == metrics.Told, oneSided(c):
			told = append(told, c)
		case c.Verdict == metrics.NotComparable, c.Verdict == metrics.NotShown:
			never = append(never, c)
		default:
			judged = append(judged, c)
		}
	}
	for _, c := range append(primary, judged...) {
		title := e.comparisonTitle(c, grain)
		if c.Primary {
			title += " · " + e.Say.Say("compare.primary")
		}
		e.line("%s\n  %s\n", title, c.Text)
	}
	if len(told) > 0 {
		var rows [][]string
		for _, c := range told {
			rows = append(rows, []string{e.comparisonTitle(c, grain), side(c.This), side(c.Last)})
		}
		e.line("%s", e.Say.Say("compare.side_by_side"))
		this, last := cohort(all[0].This.Cohort), cohort(all[0].Last.Cohort)
		if all[0].Against != metrics.AgainstCohort {
			this, last = e.Say.Say("compare.column.now"), e.Say.Say("compare.column."+string(all[0].Against))
		}
		e.table([]string{"", this, last}, rows)
		e.line("")
	}
	if rows := e.neverCompared(never, grain); len(rows) > 0 {
		e.table([]string{"not compared", "why"}, rows)
		e.line("")
	}
	e.printRule(s.Against)
}

// printRule says how the differences were judged.
func (e *env) printRule(against metrics.Against) {
	switch against {
	case metrics.AgainstUsual:
		return
	case metrics.AgainstTerm, metrics.AgainstBaseline:
		e.line("%s\n", e.Say.Say("compare.rule.term"))
	case metrics.AgainstCohort:
		e.line("%s\n", e.Say.Say("compare.rule.cohort"))
	}
	e.line("%s", e.Say.Say("compare.rule"))
}

// printUsual prints what attendance does by itself, and each month beside it.
func (e *env) printUsual(all []metrics.Comparison) {
	limits := all[0].Limits
	e.line("%s\n", e.Say.Say("compare.usual.limits", all[0].Title, limits.Months, limits.Center, limits.Low, min(1, limits.High)))
	var rows [][]string
	for _, c := range all {
		rows = append(rows, []string{c.Offset, c.This.Text, e.Say.Say("compare.usual.month." + string(c.Verdict))})
	}
	e.table([]string{"", all[0].Title, ""}, rows)
	e.line("\n%s", e.Say.Say("compare.rule.usual"))
}

// neverCompared are figures with the reason why they cannot be compared; what
// neither cohort was asked is not worth a line.
func (e *env) neverCompared(all []metrics.Comparison, grain vocabulary.Grain) [][]string {
	var rows [][]string
	for _, c := range all {
		if c.Against != metrics.AgainstUsual && c.This.Note == c.Last.Note && (c.This.Note == "not_asked" || c.This.Note == "no_data") {
			continue
		}
		rows = append(rows, []string{e.comparisonTitle(c, grain), c.Words})
	}
	return rows
}

// oneSided reports whether only one of the cohorts has such a thing at all: a
// practice, or a flow between two cycles, that the other never had.
func oneSided(c metrics.Comparison) bool {
	return c.Verdict == metrics.NotComparable && c.Reason == "no_data" && c.Part != "" && c.This.Note != c.Last.Note
}

// side is one cohort's figure in a table.
func side(r metrics.Reading) string {
	if r.Note == "no_data" {
		return "–"
	}
	return r.Text
}

// comparisonTitle names a figure, its part and the time since the start.
func (e *env) comparisonTitle(c metrics.Comparison, grain vocabulary.Grain) string {
	words := []string{c.Title}
	if c.Part != "" {
		words = append(words, cmp.Or(c.This.Title, c.Last.Title, e.partName(c.Indicator, c.Part)))
	}
	if c.Against == metrics.AgainstCohort && grain != "programme" {
		words = append(words, e.Say.Say("compare.offset."+string(grain), c.Offset))
	}
	return strings.Join(words, " · ")
}

// partName says a part by its own words, where it has some.
func (e *env) partName(indicator, part string) string {
	cycle := func(id string) string { return e.inWords(id, "cycle."+id+".title") }
	switch indicator {
	case "flow_count":
		link, loop := strings.CutSuffix(part, " (loop)")
		if from, to, found := strings.Cut(link, " → "); found && loop {
			return e.Say.Say("report.name.loop", cycle(from), cycle(to))
		} else if found {
			return e.Say.Say("report.name.flow", cycle(from), cycle(to))
		}
	case "value_by_activity":
		if kind, of, found := strings.Cut(part, ": "); found {
			return e.Say.Say("report.name.activity", e.inWords(kind, "report.kind."+kind), cycle(of))
		}
	}
	return e.inWords(part, "cycle."+part+".title", "report.part."+indicator+"."+part, "report.level."+strings.ReplaceAll(part, " + ", "_"))
}

// inWords says a code by the first of the keys that there is, else by itself.
func (e *env) inWords(code string, keys ...string) string {
	for _, key := range keys {
		if code != "" && e.Say.Has(key) {
			return e.Say.Say(key)
		}
	}
	return strings.ReplaceAll(code, "_", " ")
}
