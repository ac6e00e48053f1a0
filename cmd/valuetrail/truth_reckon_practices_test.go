package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"valuetrail/metrics"
	"valuetrail/samples"
)

// accounts are the stories of a cohort and period that the audience may read.
func (r *reckoning) accounts(p truthSpan) []samples.Story {
	return slices.DeleteFunc(r.open(), func(s samples.Story) bool {
		return s.Cohort != p.cohort || s.Fields["kind"] != "account" || !p.has(s.Fields["collected_on"])
	})
}

func (r *reckoning) told(p truthSpan) map[string][]tally {
	var all []tally
	for _, s := range r.accounts(p) {
		all = append(all, tally{person: s.Teller, subject: s.StoryID, x: numberOf(1)})
	}
	return map[string][]tally{"": all}
}

// byActivity are the stories by the kind of session they began with and by each
// cycle that they give evidence of.
func (r *reckoning) byActivity(p truthSpan) map[string][]tally {
	all := map[string][]tally{}
	for _, s := range r.accounts(p) {
		kind := s.Fields["activity_kind"]
		if i := slices.IndexFunc(r.truth.Sessions, func(m *samples.Session) bool { return m.SessionID == s.Fields["session_id"] }); i >= 0 {
			kind = r.truth.Sessions[i].Kind
		}
		if kind == "" {
			kind = "unknown"
		}
		for _, cycle := range slices.Compact(slices.Sorted(slices.Values(r.evidence(s)))) {
			if cycle != "" {
				part := kind + ": " + cycle
				all[part] = append(all[part], tally{person: s.Teller, subject: s.StoryID, x: numberOf(1)})
			}
		}
	}
	return all
}

// diffusion is, for each practice of the period, which of the organisations that
// could use it do on the last day, and which ever did.
func (r *reckoning) diffusion(p truthSpan) map[string][]tally {
	all := map[string][]tally{}
	for _, practice := range r.table("practices").Rows {
		v := practice.Values
		if v["started"] > p.last || v["status"] == "idea" {
			continue
		}
		using, stop := map[string]bool{}, ""
		for _, a := range r.table("adoptions").Rows {
			if a.Values["practice_id"] != v["practice_id"] {
				continue
			}
			stop = max(stop, a.Values["stopped_on"])
			if a.Values["adopted_on"] <= p.last {
				unit, left := a.Values["org_unit"], a.Values["stopped_on"]
				using[unit] = using[unit] || left == "" || left > p.last
			}
		}
		if stop == "" {
			stop = v["decided_on"]
		}
		if v["status"] == "stopped" && stop != "" && stop < p.first {
			continue
		}
		eligible, err := strconv.Atoi(v["eligible_units"])
		if err != nil {
			r.Fatal(err)
		}
		now, ever := v["practice_id"], v["practice_id"]+" ever"
		seat := 0
		for _, uses := range using {
			seat++
			all[now] = append(all[now], tally{subject: fmt.Sprint(seat), x: countedAs(uses)})
			all[ever] = append(all[ever], tally{subject: fmt.Sprint(seat), x: numberOf(1)})
		}
		for ; seat < eligible; seat++ {
			all[now] = append(all[now], tally{subject: fmt.Sprint("never ", seat), x: numberOf(0)})
			all[ever] = append(all[ever], tally{subject: fmt.Sprint("never ", seat), x: numberOf(0)})
		}
	}
	return all
}

// measured is the last value of each measure in a period.
func (r *reckoning) measured(p truthSpan) map[string][]tally {
	all, last := map[string][]tally{}, map[string]string{}
	for _, m := range r.table("measures").Rows {
		part := m.Values["measure_id"]
		if scope := m.Values["scope"]; scope != "" {
			part += ", " + scope
		}
		if day := m.Values["date"]; p.has(day) && day >= last[part] {
			value, err := strconv.ParseFloat(m.Values["value"], 64)
			if err != nil {
				r.Fatal(err)
			}
			last[part], all[part] = day, []tally{{subject: part, x: &value}}
		}
	}
	return all
}

// The hours on top of the page are those of the indicator, for each cohort and
// for all of them; a measure is told from where it began to where it should be.
func TestHoursAndAgreedOutcomesAreToldAlikeEverywhere(t *testing.T) {
	w := worldOf(t, samples.DeliveredSeed)
	w.open()
	for _, cohorts := range append([][]string{nil}, slices.Collect(slices.Chunk(truthCohorts, 1))...) {
		o, err := metrics.Summary(t.Context(), w.w, metrics.Scope{Community: w.truth.Community, Cohorts: cohorts})
		if err != nil {
			t.Fatal(err)
		}
		r := w.reckon("convenor")
		hours := 0.0
		for _, p := range truthCalendar["programme"] {
			for _, one := range r.hours(p)[""] {
				if one.x != nil && (cohorts == nil || cohorts[0] == p.cohort) {
					hours += *one.x
				}
			}
		}
		if !numbersAgree(&o.MemberHours, &hours) || hours == 0 {
			t.Errorf("cohorts %v: %v member-hours on top of the page, want %v", cohorts, o.MemberHours, hours)
		}
	}
	out := string(w.program("indicators", "run", "measure_change", "--cohort", "2025", "--grain", "programme"))
	for _, want := range []string{"Days from proposal to decision: 24 → 16 days (target 14), towards the target but not there yet", "Vacancies open for more than two months: 6 → 7 vacancies, the wrong way"} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is not in\n%s", want, out)
		}
	}
}
