package main

import (
	"context"
	"fmt"
	"slices"
	"time"

	"valuetrail/ingest"
	"valuetrail/internal/settings"
	"valuetrail/internal/vocabulary"
	"valuetrail/metrics"
	"valuetrail/queries"
	"valuetrail/reports/form"
)

// printMonth says in a few plain lines what the last month in the data was and
// what comes next.
func (e *env) printMonth(ctx context.Context, w metrics.Source, b ingest.Basis, r ingest.Receipt) error {
	s := metrics.Scope{Community: b.Settings.Community.ID, Audience: vocabulary.Convenor, Today: int(settings.DayOf(e.now()))}
	everything := s
	meetings, err := metrics.Meetings(ctx, w, s)
	if err != nil {
		return err
	}
	e.line("")
	if last := lastMonth(meetings, lastDay(r)); last != nil {
		s.Since, s.Until = int(last.First), int(last.Last)
		m, err := metrics.MonthOf(ctx, w, s)
		if err != nil {
			return err
		}
		e.monthLines(last, m)
	}
	whole, err := metrics.Summary(ctx, w, everything)
	if err != nil {
		return err
	}
	if whole.Round != "" {
		e.line("%s", e.Say.Say("month.answered", whole.Answered, whole.Invited, whole.Round))
	}
	if !whole.HasRoster {
		e.line("%s", e.Say.Say("month.no_roster"))
	}
	if err := e.strangeCohorts(ctx, w, b); err != nil {
		return err
	}
	e.nextLines(r)
	return nil
}

// strangeCohorts names cohorts that sheets name and the settings do not know:
// most often one cohort under two names.
func (e *env) strangeCohorts(ctx context.Context, w metrics.Source, b ingest.Basis) error {
	if len(b.Settings.Cohorts) == 0 {
		return nil
	}
	for row, err := range w.Rows(ctx, queries.Question("known_cohort"), map[string]any{"community": b.Settings.Community.ID}) {
		if err != nil {
			return err
		}
		if id, _ := row[0].(string); id != "" {
			if _, known := b.Settings.Cohort(id); !known {
				e.line("%s", e.Say.Say("month.strange_cohort", id, e.where("cohorts", "cohorts")))
			}
		}
	}
	return nil
}

func (e *env) monthLines(month *settings.Span, m metrics.Month) {
	e.line("%s", e.Say.Say("month.came", e.Say.Month(month.ID), m.Sessions, m.Came, m.FirstTime))
	if m.Visitors > 0 && m.Visitors < m.Came {
		e.line("%s", e.Say.Say("month.visitors", m.Visitors))
	}
	if m.NotSeen > 0 {
		e.line("%s", e.Say.Say("month.not_seen", m.NotSeen))
	}
	for _, title := range m.WithoutRegister {
		if title == "" {
			title = e.Say.Say("month.untitled")
		}
		e.line("%s", e.Say.Say("month.no_register", title))
	}
}

// nextLines says what waits for a person and the next command.
func (e *env) nextLines(r ingest.Receipt) {
	kept, open := 0, map[form.Part]int{}
	for _, q := range r.Questions {
		open[partOf(q.Kind)]++
	}
	for _, f := range slices.Concat(r.Files, r.Anew) {
		kept += f.Rows.ToCheck
	}
	if kept > 0 {
		e.line("%s", e.Say.Say("month.kept", kept))
	}
	var waiting []string
	most := any("")
	for _, part := range []form.Part{form.Tables, form.Names, form.Sessions, form.Questions, form.Columns, form.Meanings} {
		if n := open[part]; n > 0 {
			waiting = append(waiting, e.Say.Say("month."+string(part), n))
			if n > form.MostAsked {
				most = form.MostAsked
			}
		}
	}
	if len(waiting) > 0 {
		e.line("%s", e.Say.Say("month.decide", waiting, e.beside(ingest.ToDecideFile), most))
	}
	e.line("next: valuetrail report")
}

// lastDay is the last day of a session in the files of a run, 0 for none.
func lastDay(r ingest.Receipt) int {
	last := 0
	for _, f := range r.Files {
		if f.Kind != "attendance" || f.Status == ingest.StatusKnown {
			continue
		}
		if d, err := settings.ParseDay(f.To[:min(10, len(f.To))]); err == nil {
			last = max(last, int(d))
		}
	}
	return last
}

// lastMonth is the month of the last session up to a day (0: of all) that
// anybody wrote down.
func lastMonth(all []metrics.Meeting, until int) *settings.Span {
	for i := len(all) - 1; i >= 0; i-- {
		if !all[i].HasRegister || until != 0 && all[i].Day > until {
			continue
		}
		at := settings.Day(all[i].Day).Time()
		first := time.Date(at.Year(), at.Month(), 1, 0, 0, 0, 0, time.UTC)
		return &settings.Span{ID: fmt.Sprintf("%d-%02d", at.Year(), at.Month()), First: settings.DayOf(first), Last: settings.DayOf(first.AddDate(0, 1, 0)) - 1}
	}
	return nil
}
