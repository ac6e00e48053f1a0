package main

import (
	"context"
	"slices"
	"strconv"

	"github.com/urfave/cli/v2"

	"valuetrail/ingest"
	"valuetrail/internal/message"
	"valuetrail/internal/settings"
	"valuetrail/internal/vocabulary"
	"valuetrail/internal/warehouse"
	"valuetrail/metrics"
	"valuetrail/queries"
)

type checkOptions struct {
	Cohorts []string
	JSON    bool
}

func checkCommand(e *env) *cli.Command {
	return &cli.Command{
		Name: "check", Usage: "what is missing, month by month, and what cannot be right (for the convenor: it prints names)",
		Flags: []cli.Flag{
			&cli.StringSliceFlag{Name: "cohort", Usage: "only this cohort `ID` (may be repeated)"},
			&cli.BoolFlag{Name: "json", Usage: "print JSON"},
		},
		Action: only(func(c *cli.Context) error {
			return runCheck(c.Context, *e, checkOptions{Cohorts: c.StringSlice("cohort"), JSON: c.Bool("json")})
		}),
	}
}

// checkLine is a finding as `check --json` prints it: days as people write them,
// and what is wrong in words.
type checkLine struct {
	metrics.Finding
	Day    string `json:"day"`
	Other  string `json:"other_day"`
	What   string `json:"what"`
	Remedy string `json:"remedy"`
}

// mostShown is how many findings of one check are printed in words.
const mostShown = 12

func runCheck(ctx context.Context, e env, o checkOptions) error {
	return e.reading(ctx, func(w *warehouse.Warehouse, b ingest.Basis) error {
		if err := e.known(ctx, w, b, o.Cohorts); err != nil {
			return err
		}
		community, today := b.Settings.Community.ID, int(settings.DayOf(e.now()))
		indicators, err := indicatorsWith(e.besideSettings(b.Settings.Indicators))
		if err != nil {
			return err
		}
		found, err := metrics.Check(ctx, w, community, today, indicators)
		if err != nil {
			return err
		}
		grades, err := metrics.Grades(ctx, w, indicators, community, today, found, e.Say)
		if err != nil {
			return err
		}
		kept, err := metrics.CalendarOf(ctx, w, community, today)
		if err != nil {
			return err
		}
		if len(o.Cohorts) > 0 {
			kept = kept.Of(o.Cohorts)
			grades = slices.DeleteFunc(grades, func(g metrics.SourceGrade) bool { return !slices.Contains(o.Cohorts, g.Cohort) })
			found = slices.DeleteFunc(found, func(f metrics.Finding) bool { return f.Cohort != "" && !slices.Contains(o.Cohorts, f.Cohort) })
		}
		var lines []checkLine
		for _, f := range found {
			lines = append(lines, e.checkLine(f))
		}
		if o.JSON {
			err = e.json(checked{calendarLines(kept), grades, listed(lines)})
		} else {
			e.printCalendar(kept)
			e.printGrades(grades)
			e.printFindings(lines)
		}
		if err == nil {
			err = e.namesInDoubt(ctx, w, metrics.Scope{Community: community, Audience: vocabulary.Sponsor, Today: today}, "names.checked")
		}
		if err == nil && len(lines) > 0 {
			return errKept
		}
		return err
	})
}

// checkLine puts a finding into words.
func (e *env) checkLine(f metrics.Finding) checkLine {
	unsaid := e.Say.Say("check.day_unsaid") // a session of a meeting's list may have no day
	values := message.Values{"who": f.Who, "thing": f.Thing, "cohort": f.Cohort, "day": unsaid, "other": unsaid, "amount": e.Say.Say("check.some"),
		"period": f.Period, "figure": f.Figure, "beside": f.Beside, "by": e.Say.Say("check.by." + f.By)}
	l := checkLine{Finding: f}
	if f.Day != nil {
		values["day"], l.Day = *f.Day, settings.Day(*f.Day).String()
	}
	if f.Other != nil {
		values["other"], l.Other = *f.Other, settings.Day(*f.Other).String()
	}
	if f.Amount != nil {
		values["amount"] = int(*f.Amount) // people, rows and answers
	}
	l.What, l.Remedy = e.Say.Say("check."+f.Check+".what", values), e.Say.Say("check."+f.Check+".remedy")
	return l
}

// printFindings prints the findings by severity and check, each check's remedy
// once.
func (e *env) printFindings(all []checkLine) {
	if len(all) == 0 {
		e.line("%s", e.Say.Say("check.nothing"))
		return
	}
	for _, severity := range queries.Severities {
		n, last, shown := 0, "", 0
		for _, l := range all {
			if l.Severity == severity {
				n++
			}
		}
		if n == 0 {
			continue
		}
		e.line("%s", e.Say.Say("check."+severity, n))
		for i, l := range all {
			if l.Severity != severity {
				continue
			}
			if l.Check != last {
				last, shown = l.Check, 0
			}
			if shown++; shown <= mostShown {
				e.line("  %s%s", e.placeOf(l), l.What)
			}
			if i+1 < len(all) && all[i+1].Check == l.Check {
				continue
			}
			if shown > mostShown {
				e.line("  %s", e.Say.Say("check.more", shown-mostShown))
			}
			e.line("    → %s", l.Remedy)
		}
	}
}

// placeOf is where a finding stands, in front of its words.
func (e *env) placeOf(l checkLine) string {
	if l.File == "" {
		return ""
	}
	var sheet, row, column string
	if l.Sheet > 1 {
		sheet = e.Say.Say("check.sheet", l.Sheet)
	}
	if l.Row > 0 {
		row = strconv.Itoa(l.Row)
	}
	if l.Column > 0 {
		column = columnName(l.Column)
	}
	return e.Say.Say("check.at", l.File, sheet, row, column) + ": "
}
