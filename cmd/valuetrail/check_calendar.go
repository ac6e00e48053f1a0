package main

import (
	"slices"
	"strconv"
	"strings"

	"valuetrail/internal/settings"
	"valuetrail/internal/vocabulary"
	"valuetrail/metrics"
)

// checked is what `check --json` prints.
type checked struct {
	calendar
	Grades   []metrics.SourceGrade `json:"grades"`
	Findings []checkLine           `json:"findings"`
}

// calendar is a metrics.Calendar with days as people write them.
type calendar struct {
	Months   []metrics.Kept `json:"calendar"`
	Sessions []sessionLine  `json:"sessions"`
	Rounds   []roundLine    `json:"rounds"`
}

type sessionLine struct {
	metrics.KeptSession
	Day string `json:"day"`
}

type roundLine struct {
	metrics.KeptRound
	Opened string `json:"opened"`
	Closed string `json:"closed"`
}

func calendarLines(kept metrics.Calendar) calendar {
	c := calendar{Months: listed(kept.Months), Sessions: []sessionLine{}, Rounds: []roundLine{}}
	for _, s := range kept.Sessions {
		c.Sessions = append(c.Sessions, sessionLine{s, settings.Day(s.Day).String()})
	}
	for _, r := range kept.Rounds {
		c.Rounds = append(c.Rounds, roundLine{r, settings.Day(r.Opened).String(), settings.Day(r.Closed).String()})
	}
	return c
}

// printCalendar prints what each cohort has month by month and round by round. The
// sessions are named where something of them is missing.
func (e *env) printCalendar(kept metrics.Calendar) {
	if len(kept.Months) > 0 {
		e.printMonths(kept.Months)
	}
	if len(kept.Rounds) > 0 {
		e.printRounds(kept.Rounds)
	}
}

func (e *env) headings(columns ...string) []string {
	var head []string
	for _, c := range columns {
		head = append(head, e.Say.Say("check.column."+c))
	}
	return head
}

// orDash is a count, a dash for none.
func orDash(n int) string {
	if n == 0 {
		return "–"
	}
	return strconv.Itoa(n)
}

func (e *env) printMonths(months []metrics.Kept) {
	head := e.headings("cohort", "month", "members", "sessions", "registers", "rounds", "stories")
	lacking := slices.ContainsFunc(months, func(m metrics.Kept) bool { return e.lacking(m) != "" })
	if lacking {
		head = append(head, e.headings("missing")...)
	}
	var rows [][]string
	for _, m := range months {
		registers := orDash(m.Registers)
		if m.Registers < m.Sessions {
			registers = e.Say.Say("check.of", m.Registers, m.Sessions)
		}
		row := []string{m.Cohort, m.Month, orDash(m.Members), orDash(m.Sessions), registers, orDash(m.Rounds), orDash(m.Stories)}
		if lacking {
			row = append(row, e.lacking(m))
		}
		rows = append(rows, row)
	}
	e.table(head, rows)
	e.line("")
}

// lacking is what a month has not that it should, "" for nothing.
func (e *env) lacking(m metrics.Kept) string {
	var all []string
	if m.Members == 0 && m.Sessions > 0 {
		all = append(all, e.Say.Say("check.lacks.members"))
	}
	for _, x := range []struct {
		key      string
		sessions []string
	}{{"register", m.WithoutRegister}, {"list", m.Unlisted}} {
		if len(x.sessions) > 0 {
			all = append(all, e.Say.Say("check.lacks."+x.key, strings.Join(x.sessions, ", ")))
		}
	}
	return strings.Join(all, "; ")
}

func (e *env) printRounds(rounds []metrics.KeptRound) {
	var lines [][]string
	for _, r := range rounds {
		answered := e.Say.Say("check.of", r.Answered, r.Invited)
		switch {
		case r.Guessed:
			answered = e.Say.Say("check.of_nobody_knows", r.Answered)
		case r.Assumed:
			answered = e.Say.Say("check.of_assumed", r.Answered, r.Invited)
		}
		asked := orDash(r.Questions)
		if r.Unknown > 0 {
			asked = e.Say.Say("check.unknown_questions", r.Questions, r.Unknown)
		}
		lines = append(lines, []string{r.Cohort, r.Round, settings.Day(r.Opened).String(), settings.Day(r.Closed).String(), answered, asked})
	}
	e.table(e.headings("cohort", "round", "opened", "closed", "answered", "questions"), lines)
	e.line("")
}

// printGrades prints how complete each kind of data is, and what is not there.
func (e *env) printGrades(grades []metrics.SourceGrade) {
	if len(grades) == 0 {
		return
	}
	var lines [][]string
	for _, g := range grades {
		sheet, _ := vocabulary.SheetOf(vocabulary.Kind(g.Kind))
		lines = append(lines, []string{otherwise(g.Cohort, e.Say.Say("check.together")), strings.ToLower(sheet.Title), string(g.Grade), textsOf(g.Caveats)})
	}
	e.table(e.headings("cohort", "data", "grade", "not_there"), lines)
	e.line("")
}
