package settings

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"valuetrail/internal/vocabulary"
)

// apply puts what the workbook says over the settings.
func (u *setup) apply(s *Settings) {
	for _, r := range u.rows["community"] {
		u.community(r, s)
	}
	u.terms(&s.AcademicYear)
	s.Cohorts = slices.Clone(s.Cohorts)
	u.each("cohorts", func(r setupRow) string { return u.cohort(r, &s.Cohorts) })
	if len(u.rows["leadership_groups"]) > 0 {
		s.LeadershipGroups = nil
	}
	u.each("leadership_groups", func(r setupRow) string { return u.group(r, &s.LeadershipGroups) })
	s.AgreedOutcomes = slices.Clone(s.AgreedOutcomes)
	u.each("agreed_outcomes", func(r setupRow) string { return u.outcome(r, &s.AgreedOutcomes) })
	s.Surveys = slices.Clone(s.Surveys)
	u.each("surveys", func(r setupRow) string { return u.survey(r, &s.Surveys) })
	s.Targets = slices.Clone(s.Targets)
	u.each("targets", func(r setupRow) string { return u.target(r, s) })
	for _, r := range u.rows["thresholds"] {
		u.thresholds(r, s)
	}
	var words Words
	for _, r := range u.rows["words"] {
		u.words(r, &words)
	}
	s.Words = words.and(s.Words)
}

// each reads the rows of a sheet, whose short names must differ; read gives the
// name, "" where the row is faulty.
func (u *setup) each(key string, read func(setupRow) string) {
	first := map[string]int{}
	for _, r := range u.rows[key] {
		id := read(r)
		if first[id] > 0 && id != "" {
			u.fault(r, setupCell{row: r.no}, fmt.Sprintf("%q stands twice, first in row %d", shortened(id), first[id]), "give each its own short name, or keep one of the two")
			continue
		}
		first[id] = r.no
	}
}

// put takes the place of the one that is the same, or joins the others.
func put[T any](all *[]T, one T, same func(T) bool) {
	if i := slices.IndexFunc(*all, same); i >= 0 {
		(*all)[i] = one
		return
	}
	*all = append(*all, one)
}

func (u *setup) community(r setupRow, s *Settings) {
	u.text(r, "name", &s.Community.Name)
	u.text(r, "purpose", &s.Community.Purpose)
	u.text(r, "sponsor", &s.Report.Sponsor)
	u.id(r, "id", "", &s.Community.ID)
	u.text(r, "primary", &s.Report.Primary)
	if c, ok := r.cells["time_zone"]; ok {
		if _, err := time.LoadLocation(c.text); err != nil || c.text == "Local" {
			u.fault(r, c, fmt.Sprintf("unknown time zone %q", shortened(c.text)), "name a place, like Europe/London")
		} else {
			s.TimeZone = c.text
		}
	}
	framework := string(s.Framework)
	u.word(r, "framework", &framework)
	s.Framework = vocabulary.Framework(framework)
	starts := s.AcademicYear.Starts
	if u.monthDay(r, "year_starts", &starts); starts != s.AcademicYear.Starts {
		s.AcademicYear = yearFrom(starts)
	}
}

// terms of the workbook take the place of others.
func (u *setup) terms(a *AcademicYear) {
	var all []Term
	u.each("terms", func(r setupRow) string {
		var t Term
		u.text(r, "title", &t.Title)
		u.id(r, "id", slug(t.Title, "term"), &t.ID)
		u.monthDay(r, "starts", &t.Starts)
		for _, other := range all {
			if other.Starts == t.Starts && t.Starts != (MonthDay{}) {
				u.fault(r, r.cells["starts"], fmt.Sprintf("%q begins on the same day", other.Title), "a term lasts to the day before the next")
			}
		}
		all = append(all, t)
		return t.ID
	})
	if len(all) > 0 {
		a.Terms = all
	}
}

func (u *setup) cohort(r setupRow, all *[]Cohort) string {
	c := Cohort{Participation: "voluntary"}
	u.text(r, "title", &c.Title)
	u.id(r, "id", nameOf(c.Title, "cohort"), &c.ID)
	u.day(r, "starts", &c.Starts)
	u.day(r, "ends", &c.Ends)
	u.word(r, "participation", &c.Participation)
	if c.Ends != 0 && c.Ends < c.Starts {
		u.fault(r, r.cells["ends"], fmt.Sprintf("the last day %s is before the first, %s", c.Ends, c.Starts), "swap the two days")
	}
	put(all, c, func(o Cohort) bool { return o.ID == c.ID })
	return c.ID
}

func (u *setup) group(r setupRow, all *[]Group) string {
	var g Group
	u.text(r, "title", &g.Title)
	u.id(r, "id", underscored(g.Title, "group"), &g.ID)
	u.text(r, "stewards", &g.Stewards)
	*all = append(*all, g)
	return g.ID
}

func (u *setup) outcome(r setupRow, all *[]Outcome) string {
	var o Outcome
	u.text(r, "title", &o.Title)
	u.id(r, "measure", underscored(o.Title, "measure"), &o.Measure)
	u.word(r, "better", &o.Better)
	u.optional(r, "baseline", &o.Baseline)
	u.optional(r, "target", &o.Target)
	put(all, o, func(x Outcome) bool { return x.Measure == o.Measure })
	return o.Measure
}

func (u *setup) survey(r setupRow, all *[]Survey) string {
	var s Survey
	u.text(r, "title", &s.Title)
	u.id(r, "id", underscored(s.Title, "survey"), &s.ID)
	for _, o := range *all {
		if o.ID == s.ID {
			s.Codebook, s.Anonymous = o.Codebook, o.Anonymous
		}
	}
	u.flag(r, "anonymous", &s.Anonymous)
	put(all, s, func(o Survey) bool { return o.ID == s.ID })
	return s.ID
}

func (u *setup) target(r setupRow, s *Settings) string {
	var t Target
	u.text(r, "indicator", &t.Indicator)
	u.text(r, "cohort", &t.Cohort)
	u.number(r, "value", &t.Value, -math.MaxFloat64, math.MaxFloat64)
	u.day(r, "set_on", &t.SetOn)
	u.text(r, "set_by", &t.SetBy)
	u.text(r, "reason", &t.Reason)
	if t.Cohort != "" {
		i := slices.IndexFunc(s.Cohorts, func(c Cohort) bool { return c.ID == t.Cohort || c.Title == t.Cohort })
		if i < 0 {
			u.fault(r, r.cells["cohort"], fmt.Sprintf("there is no cohort %q", shortened(t.Cohort)), nearest(t.Cohort, cohortIDs(*s)))
			return ""
		}
		t.Cohort = s.Cohorts[i].ID
	}
	put(&s.Targets, t, func(o Target) bool { return o.Indicator == t.Indicator && o.Cohort == t.Cohort })
	return strings.TrimSpace(t.Indicator + " " + t.Cohort)
}

func cohortIDs(s Settings) []string {
	var all []string
	for _, c := range s.Cohorts {
		all = append(all, c.ID)
	}
	return all
}

func (u *setup) thresholds(r setupRow, s *Settings) {
	before := len(u.faults)
	u.number(r, "core", &s.Participation.Core, 0, 1)
	u.number(r, "active", &s.Participation.Active, 0, 1)
	u.number(r, "occasional", &s.Participation.Occasional, 0, 1)
	u.count(r, "minimum_sessions", &s.Participation.MinimumSessions, 1, 1000)
	u.count(r, "minimum_minutes", &s.Participation.MinimumMinutes, 0, 1440)
	u.count(r, "minimum_group", &s.Privacy.MinimumGroup, 2, 1000)
	u.count(r, "minimum_exact", &s.Privacy.MinimumExact, 2, 1000)
	u.count(r, "minimum_quotes", &s.Privacy.MinimumQuotes, 2, 1000)
	if len(u.faults) > before {
		return
	}
	if what, hint := s.Participation.wrong(); what != "" {
		u.fault(r, r.firstOf("core", "active", "occasional"), what, hint)
	}
	if what, hint := s.Privacy.wrong(); what != "" {
		u.fault(r, r.firstOf("minimum_exact", "minimum_group"), what, hint)
	}
}

// firstOf is the cell of the first of these columns that is filled in.
func (r setupRow) firstOf(keys ...string) setupCell {
	for _, key := range keys {
		if c, ok := r.cells[key]; ok {
			return c
		}
	}
	return setupCell{}
}

// words reads a row of the sheet Words.
func (u *setup) words(r setupRow, to *Words) {
	var kind, section, text, owner, happened string
	var day Day
	before := len(u.faults)
	u.word(r, "kind", &kind)
	u.word(r, "section", &section)
	u.text(r, "owner", &owner)
	u.text(r, "happened", &happened)
	u.day(r, "day", &day)
	if kind == "comment" {
		u.long(r, "text", &text)
	} else {
		u.text(r, "text", &text)
	}
	if len(u.faults) > before {
		return
	}
	switch kind {
	case "comment":
		section = cmp.Or(section, "overall")
		if slices.ContainsFunc(to.Comments, func(c Comment) bool { return c.Section == section }) {
			u.fault(r, r.cells["section"], fmt.Sprintf("a second comment on %q", section), "put both into one row")
			return
		}
		to.Comments = append(to.Comments, Comment{section, text})
	case "asked":
		to.Asked = append(to.Asked, Request{text, owner, day})
	case "plan":
		to.Plan = append(to.Plan, text)
	case "decided":
		if happened == "" {
			u.fault(r, setupCell{row: r.no}, "it does not say what happened", `fill in "What happened"`)
			return
		}
		to.Decided = append(to.Decided, Answer{text, happened, day})
	}
}

// nameOf is a title as the name that files repeat: itself, where it can be one.
func nameOf(title, otherwise string) string {
	if isID(title) {
		return title
	}
	return slug(title, otherwise)
}

func underscored(title, otherwise string) string {
	return strings.ReplaceAll(slug(title, otherwise), "-", "_")
}
