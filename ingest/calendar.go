package ingest

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"valuetrail/internal/settings"
)

// EveryoneCohort is the one cohort of a community that names none.
const EveryoneCohort = "all"

// Calendar works out cohorts, terms and every period once, from the settings
// and from the cohorts and days that the data name.
func Calendar(s settings.Settings, k Known) (Community, []Cohort, []Span, []Period) {
	cohorts := cohortsOf(s, k)
	c := Community{ID: s.Community.ID, Title: s.Community.Name, Framework: string(s.Framework), FirstDay: k.FirstDay, LastDay: k.LastDay}
	var terms []Span
	var periods []Period
	if len(cohorts) > 0 {
		first, last := cohorts[0].FirstDay, cohorts[0].LastDay
		for _, x := range cohorts {
			first, last = min(first, x.FirstDay), max(last, x.LastDay)
		}
		for _, t := range s.Terms(settings.Day(first), settings.Day(last)) {
			terms = append(terms, Span{ID: t.ID, Title: t.ID, FirstDay: int(t.First), LastDay: int(t.Last)})
		}
	}
	for _, x := range cohorts {
		periods = append(periods, periodsOf(s, x)...)
	}
	return c, cohorts, terms, periods
}

// cohortsOf are the settings' cohorts, then those that only the data name: they
// span the academic years that the data touch. Without any, one holds all.
func cohortsOf(s settings.Settings, k Known) []Cohort {
	var all []Cohort
	for _, c := range s.Cohorts {
		last := int(c.Ends)
		if last == 0 {
			last = max(k.LastDay, int(s.AcademicYear.Year(c.Starts).Last))
		}
		all = append(all, Cohort{ID: c.ID, Title: cmp.Or(c.Title, c.ID), Participation: cmp.Or(c.Participation, "voluntary"), FirstDay: int(c.Starts), LastDay: last})
	}
	if k.FirstDay == 0 {
		return all
	}
	first, last := s.AcademicYear.Year(settings.Day(k.FirstDay)).First, s.AcademicYear.Year(settings.Day(k.LastDay)).Last
	for _, name := range k.CohortNames {
		if !slices.ContainsFunc(all, func(c Cohort) bool { return c.ID == name }) {
			all = append(all, Cohort{ID: name, Title: name, Participation: "voluntary", FirstDay: int(first), LastDay: int(last)})
		}
	}
	if len(all) == 0 {
		all = append(all, Cohort{ID: EveryoneCohort, Title: "everybody", Participation: "voluntary", FirstDay: k.FirstDay, LastDay: k.LastDay})
	}
	return all
}

// periodsOf lists every period of a cohort: the parts of the calendar clipped to
// its days, and months and terms counted from its first day.
func periodsOf(s settings.Settings, c Cohort) []Period {
	all := []Period{{c.ID, "programme", "all", 1, c.FirstDay, c.LastDay}}
	add := func(grain string, spans []settings.Span, sinceStart string) {
		for i, p := range spans {
			first, last := max(int(p.First), c.FirstDay), min(int(p.Last), c.LastDay)
			all = append(all, Period{c.ID, grain, p.ID, i + 1, first, last})
			if sinceStart != "" {
				all = append(all, Period{c.ID, sinceStart, fmt.Sprint(i + 1), i + 1, first, last})
			}
		}
	}
	first, last := settings.Day(c.FirstDay), settings.Day(c.LastDay)
	add("year", s.AcademicYear.Years(first, last), "")
	add("term", s.Terms(first, last), "term_since_start")
	add("month", months(first, last), "")
	for i, p := range monthsSince(first, last) {
		all = append(all, Period{c.ID, "month_since_start", fmt.Sprint(i + 1), i + 1, int(p.First), int(p.Last)})
	}
	return all
}

// months are the calendar months that a span touches.
func months(first, last settings.Day) []settings.Span {
	var all []settings.Span
	for at := first.Time().AddDate(0, 0, 1-first.Time().Day()); settings.DayOf(at) <= last; at = at.AddDate(0, 1, 0) {
		all = append(all, settings.Span{ID: at.Format("2006-01"), First: settings.DayOf(at), Last: settings.DayOf(at.AddDate(0, 1, 0)) - 1})
	}
	return all
}

// monthsSince are months of a cohort's own, counted from its first day.
func monthsSince(first, last settings.Day) []settings.Span {
	var all []settings.Span
	start := first.Time()
	for n := 0; ; n++ {
		from, to := settings.DayOf(monthsLater(start, n)), settings.DayOf(monthsLater(start, n+1))-1
		if from > last {
			return all
		}
		all = append(all, settings.Span{First: from, Last: min(to, last)})
	}
}

// monthsLater is the same day n months on, the last day of a shorter month.
func monthsLater(t time.Time, n int) time.Time {
	first := time.Date(t.Year(), t.Month()+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
	end := first.AddDate(0, 1, -1).Day()
	return first.AddDate(0, 0, min(t.Day(), end)-1)
}

// settingRows are the settings that SQL reads, by dotted name.
func settingRows(s settings.Settings) []Setting {
	number := func(name string, v float64) Setting { return Setting{Name: name, Number: &v} }
	all := []Setting{
		number("participation.core", s.Participation.Core),
		number("participation.active", s.Participation.Active),
		number("participation.occasional", s.Participation.Occasional),
		number("participation.minimum_sessions", float64(s.Participation.MinimumSessions)),
		number("participation.minimum_minutes", float64(s.Participation.MinimumMinutes)),
		number("privacy.minimum_group", float64(s.Privacy.MinimumGroup)),
		number("privacy.minimum_exact", float64(s.Privacy.MinimumExact)),
		number("privacy.minimum_quotes", float64(s.Privacy.MinimumQuotes)),
		{Name: "framework", Word: string(s.Framework)},
		{Name: "time_zone", Word: s.Zone().String()},
		{Name: "community.name", Word: s.Community.Name},
		{Name: "community.purpose", Word: s.Community.Purpose},
		{Name: "report.primary", Word: s.Report.Primary},
		{Name: "report.language", Word: s.Report.Language},
	}
	for _, o := range s.AgreedOutcomes {
		name := "outcome." + o.Measure
		all = append(all, Setting{Name: name + ".title", Word: o.Title}, Setting{Name: name + ".better", Word: o.Better},
			Setting{Name: name + ".baseline", Number: o.Baseline}, Setting{Name: name + ".target", Number: o.Target})
	}
	for i, t := range s.Targets {
		name := fmt.Sprintf("target.%d", i+1) // there may be several for one indicator and cohort
		all = append(all, Setting{Name: name + ".indicator", Word: t.Indicator}, Setting{Name: name + ".cohort", Word: t.Cohort}, number(name+".value", t.Value),
			Setting{Name: name + ".set_by", Text: t.SetBy}, Setting{Name: name + ".reason", Text: t.Reason})
		if t.SetOn != 0 {
			all = append(all, number(name+".set_on", float64(t.SetOn)))
		}
	}
	for _, survey := range s.Surveys {
		sealed := 0.0
		if survey.Anonymous {
			sealed = 1
		}
		all = append(all, Setting{Name: "survey.anonymous", Number: &sealed, Word: survey.ID})
		if survey.Codebook != "" {
			file := survey.Codebook[strings.LastIndexAny(survey.Codebook, `/\`)+1:]
			all = append(all, Setting{Name: "survey.codebook", Word: file})
		}
	}
	return all
}
