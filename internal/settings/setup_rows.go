package settings

import (
	"cmp"
	"strconv"

	"valuetrail/internal/vocabulary"
)

// Setup is what setup.xlsx holds for these settings: the rows of each of
// vocabulary.SetupSheets by its key, cells in the order of its columns, a sheet
// that asks one row. What can be read from it is what it was made from, but for
// what only the YAML holds.
func (s Settings) Setup() map[string][][]string {
	rows := map[string][][]string{}
	add := func(key string, cells map[string]string) {
		sheet, _ := vocabulary.SetupSheetOf(key)
		var row []string
		for _, c := range sheet.Columns {
			row = append(row, cells[c.Key])
		}
		rows[key] = append(rows[key], row)
	}
	add("community", map[string]string{"id": s.Community.ID, "name": s.Community.Name, "purpose": s.Community.Purpose, "sponsor": s.Report.Sponsor,
		"time_zone": s.TimeZone, "year_starts": s.AcademicYear.Starts.String(), "framework": string(s.Framework), "primary": s.Report.Primary})
	for _, c := range s.Cohorts {
		add("cohorts", map[string]string{"id": unless(c.ID, nameOf(c.Title, "cohort")), "title": c.Title, "starts": c.Starts.String(), "ends": c.Ends.String(), "participation": c.Participation})
	}
	for _, t := range s.AcademicYear.Terms {
		add("terms", map[string]string{"id": t.ID, "title": cmp.Or(t.Title, t.ID), "starts": t.Starts.String()})
	}
	for _, g := range s.LeadershipGroups {
		add("leadership_groups", map[string]string{"id": g.ID, "title": cmp.Or(g.Title, g.ID), "stewards": g.Stewards})
	}
	for _, o := range s.AgreedOutcomes {
		add("agreed_outcomes", map[string]string{"measure": o.Measure, "title": cmp.Or(o.Title, o.Measure), "better": o.Better, "baseline": digits(o.Baseline), "target": digits(o.Target)})
	}
	for _, t := range s.Targets {
		add("targets", map[string]string{"indicator": t.Indicator, "cohort": t.Cohort, "value": digits(&t.Value), "set_on": t.SetOn.String(), "set_by": t.SetBy, "reason": t.Reason})
	}
	for _, v := range s.Surveys {
		add("surveys", map[string]string{"id": v.ID, "title": cmp.Or(v.Title, v.ID), "anonymous": yesNo(v.Anonymous)})
	}
	s.Words.rows(add)
	p, q := s.Participation, s.Privacy
	add("thresholds", map[string]string{"core": digits(&p.Core), "active": digits(&p.Active), "occasional": digits(&p.Occasional),
		"minimum_sessions": strconv.Itoa(p.MinimumSessions), "minimum_minutes": strconv.Itoa(p.MinimumMinutes),
		"minimum_group": strconv.Itoa(q.MinimumGroup), "minimum_exact": strconv.Itoa(q.MinimumExact), "minimum_quotes": strconv.Itoa(q.MinimumQuotes)})
	return rows
}

func (w Words) rows(add func(string, map[string]string)) {
	for _, c := range w.Comments {
		add("words", map[string]string{"kind": "Comment", "section": c.Section, "text": c.Text})
	}
	for _, a := range w.Asked {
		add("words", map[string]string{"kind": "Asked", "text": a.What, "owner": a.Owner, "day": a.By.String()})
	}
	for _, d := range w.Decided {
		add("words", map[string]string{"kind": "Decided", "text": d.What, "happened": d.Happened, "day": d.On.String()})
	}
	for _, p := range w.Plan {
		add("words", map[string]string{"kind": "Plan", "text": p})
	}
}

// unless is id, "" where it goes without saying.
func unless(id, made string) string {
	if id == made {
		return ""
	}
	return id
}

func digits(x *float64) string {
	if x == nil {
		return ""
	}
	return strconv.FormatFloat(*x, 'g', -1, 64)
}

func yesNo(yes bool) string {
	if yes {
		return "yes"
	}
	return "no"
}
