package main

import (
	"fmt"
	"slices"
	"time"

	"valuetrail/samples"
)

// truthSpan is a period of one cohort of the samples, by ISO days.
type truthSpan struct{ cohort, id, first, last string }

func (p truthSpan) has(day string) bool { return p.first <= day && day <= p.last }

// truthCohorts are the samples' cohorts, oldest first: each from September to
// June, three terms.
var truthCohorts = []string{"2023", "2024", "2025"}

// truthCalendar are the periods of each grain, those of one cohort after another,
// clipped to its ten months.
var truthCalendar = func() map[string][]truthSpan {
	all := map[string][]truthSpan{}
	for i, cohort := range truthCohorts {
		first := time.Date(2023+i, time.September, 1, 0, 0, 0, 0, time.UTC)
		next := fmt.Sprint(first.Year() + 1)
		year := cohort + "/" + next[2:]
		add := func(grain, id, from, to string) { all[grain] = append(all[grain], truthSpan{cohort, id, from, to}) }
		for i, term := range [][3]string{{"autumn", cohort + "-09-01", next + "-01-04"}, {"spring", next + "-01-05", next + "-04-14"}, {"summer", next + "-04-15", next + "-06-30"}} {
			add("term", year+" "+term[0], term[1], term[2])
			add("term_since_start", fmt.Sprint(i+1), term[1], term[2])
		}
		for i := range 10 {
			month := first.AddDate(0, i, 0)
			last := month.AddDate(0, 1, -1).Format(time.DateOnly)
			add("month", month.Format("2006-01"), month.Format(time.DateOnly), last)
			add("month_since_start", fmt.Sprint(i+1), month.Format(time.DateOnly), last)
		}
		add("year", year, cohort+"-09-01", next+"-06-30")
		add("programme", "all", cohort+"-09-01", next+"-06-30")
	}
	return all
}()

// peopleOf are the members of a cohort.
func (w *world) peopleOf(cohort string) []*samples.Person {
	return slices.DeleteFunc(slices.Clone(w.truth.People), func(p *samples.Person) bool { return p.Cohort != cohort })
}

// sessionsOf are the sessions of a cohort, held or not.
func (w *world) sessionsOf(cohort string) []*samples.Session {
	return slices.DeleteFunc(slices.Clone(w.truth.Sessions), func(s *samples.Session) bool { return s.Cohort != cohort })
}

// isMember tells a member's number from an outsider's id.
func (w *world) isMember(id string) bool {
	return slices.ContainsFunc(w.truth.People, func(p *samples.Person) bool { return p.MemberID == id })
}

// lastDayOf is the day a cohort ends.
func lastDayOf(cohort string) string {
	for _, p := range truthCalendar["programme"] {
		if p.cohort == cohort {
			return p.last
		}
	}
	return ""
}
