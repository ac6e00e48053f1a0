package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"valuetrail/metrics"
	"valuetrail/samples"
)

// tally is one thing counted: a person, or what is nobody's (a session, an
// organisation), with what it adds; nil for unknown.
type tally struct {
	person, subject string
	x               *float64
}

// tallied is an indicator that counts people, sessions, stories or practices,
// worked out from the truth.
type tallied struct {
	id, kind string
	parts    []string // the closed ones, nil where they come from the data
	of       func(r *reckoning, p truthSpan) map[string][]tally
	// together puts the cohorts' tallies of a part together, oldest first; nil
	// where they add up, because nobody is in two cohorts.
	together func(part string, cohorts [][]tally) []tally
}

var talliedIndicators = []tallied{
	{"members_taking_part", "count", []string{""}, (*reckoning).takingPart, nil},
	{"retention_term", "share", []string{"stayed", "away", "left", "completed"}, (*reckoning).staying, nil},
	{"cadence_kept", "share", []string{""}, (*reckoning).cadence, nil},
	{"facilitation_rotation", "count", []string{"sessions", "facilitators", "longest_run", "ever_led", "external"}, (*reckoning).rotation, longestOfAll},
	{"member_hours", "sum", []string{""}, (*reckoning).hours, nil},
	{"stories_told", "count", []string{""}, (*reckoning).told, nil},
	{"value_by_activity", "count", nil, (*reckoning).byActivity, nil},
	{"practice_diffusion", "share", nil, (*reckoning).diffusion, lastOfAll},
	{"measure_change", "latest", nil, (*reckoning).measured, lastOfAll},
}

// What is counted of people, sessions, stories and practices equals what the
// definitions make of the truth, for every grain, cohort and audience.
func TestCountsAreWhatTheirDefinitionsMakeOfTheTruth(t *testing.T) {
	var ids []string
	for _, k := range talliedIndicators {
		ids = append(ids, k.id)
	}
	heldToTheTruth(t, ids, (*reckoning).holdTallies)
}

func (r *reckoning) holdTallies(flags string, spans []truthSpan, shown map[string]int) {
	r.Helper()
	var ids []string
	for _, k := range talliedIndicators {
		ids = append(ids, k.id)
	}
	found, lines := r.asked(flags, ids), 0
	for _, k := range talliedIndicators {
		for _, p := range spans {
			lines += k.hold(r, p.cohort, []truthSpan{p}, found, shown)
		}
		for _, together := range sameSpans(spans) {
			lines += k.hold(r, "", together, found, shown)
		}
	}
	if lines != len(found) {
		r.Errorf("%s %s: %d figures, want %d", r.audience, flags, len(found), lines)
	}
}

// hold compares the lines of one indicator and tells how many there are.
func (k tallied) hold(r *reckoning, cohort string, spans []truthSpan, found map[string]metrics.Reading, shown map[string]int) int {
	r.Helper()
	byPart := map[string][][]tally{}
	for _, p := range spans {
		for part, some := range k.of(r, p) {
			byPart[part] = append(byPart[part], some)
		}
	}
	names := k.parts
	if names == nil {
		names = slices.Sorted(maps.Keys(byPart))
	}
	if len(names) == 0 {
		names = []string{""}
	}
	for _, part := range names {
		all := slices.Concat(byPart[part]...)
		if k.together != nil && len(byPart[part]) > 0 {
			all = k.together(part, byPart[part])
		}
		key := fmt.Sprint(k.id, "|", cohort, "|", spans[0].id, "|", part)
		got, ok := found[key]
		if !ok {
			r.Errorf("%s: no line %s", r.audience, key)
			continue
		}
		k.compare(r, key, got, all, shown)
	}
	return len(names)
}

func (k tallied) compare(r *reckoning, key string, got metrics.Reading, all []tally, shown map[string]int) {
	r.Helper()
	answering, everybody := map[string]bool{}, map[string]bool{}
	sum, n := 0.0, 0.0
	for _, o := range all {
		if o.person == "" {
			everybody[o.subject] = true
		} else {
			everybody[o.person] = true
		}
		if o.x == nil {
			continue
		}
		sum, n = sum+*o.x, n+1
		if o.person != "" {
			answering[o.person] = true
		}
	}
	want := map[string]*float64{}
	if n > 0 {
		shown[k.id]++
		want = map[string]*float64{"value": numberOf(sum), "numerator": numberOf(sum), "denominator": numberOf(n),
			"people": numberOf(float64(len(answering))), "population": numberOf(float64(len(everybody)))}
		if k.kind == "share" {
			want["value"] = numberOf(sum / n)
		}
	}
	if got.Shown != (n > 0) {
		r.Errorf("%s, %s: shown is %v: %+v", r.audience, key, got.Shown, got)
	}
	for name, has := range map[string]*float64{"value": got.Value, "numerator": got.Numerator, "denominator": got.Denominator,
		"people": wholeNumber(got.People), "population": wholeNumber(got.Population)} {
		if !numbersAgree(has, want[name]) {
			r.Errorf("%s, %s: %s is %s, want %s", r.audience, key, name, numberText(has), numberText(want[name]))
		}
	}
}

// longestOfAll adds up, but of the longest runs takes the longest.
func longestOfAll(part string, cohorts [][]tally) []tally {
	all := slices.Concat(cohorts...)
	if part != "longest_run" || len(all) == 0 {
		return all
	}
	return []tally{slices.MaxFunc(all, func(a, b tally) int { return int(*a.x - *b.x) })}
}

// lastOfAll is what the cohort that began last says: the state it saw is the
// latest.
func lastOfAll(_ string, cohorts [][]tally) []tally { return cohorts[len(cohorts)-1] }

func (r *reckoning) takingPart(p truthSpan) map[string][]tally {
	var all []tally
	for _, o := range r.reach(p)[""] {
		all = append(all, tally{person: o.person, x: o.x})
	}
	return map[string][]tally{"": all}
}

// came tells whether a member came to a session of their cohort between two
// days, while a member.
func (r *reckoning) cameBetween(m *samples.Person, first, last string) bool {
	return slices.ContainsFunc(r.sessionsOf(m.Cohort), func(s *samples.Session) bool {
		return first <= s.Date && s.Date <= last && m.EnrolledOn(s.Date) && r.couldCome(s.SessionID, m.MemberID) && r.attended(s.SessionID, m.MemberID)
	})
}

// staying looks at two terms of a cohort with a register: the first and the last
// that the period touches, or its one and the one before.
func (r *reckoning) staying(p truthSpan) map[string][]tally {
	var before, inside []truthSpan
	for _, t := range truthCalendar["term"] {
		t.last = min(t.last, p.last)
		registered := slices.ContainsFunc(r.sessionsOf(p.cohort), func(s *samples.Session) bool { return t.has(s.Date) && s.TookPlace && s.HasRegister })
		switch {
		case t.cohort != p.cohort || !registered:
		case t.last >= p.first:
			inside = append(inside, t)
		default:
			before = append(before, t)
		}
	}
	if len(inside) == 1 {
		inside = append(before[max(0, len(before)-1):], inside...)
	}
	if len(inside) < 2 {
		return nil
	}
	earlier, later := inside[0], inside[len(inside)-1]
	all := map[string][]tally{}
	for _, m := range r.peopleOf(p.cohort) {
		if !r.cameBetween(m, earlier.first, earlier.last) {
			continue
		}
		gone := m.LastDay != "" && m.LastDay <= later.last && (m.LeaveReason != "" || m.LastDay < lastDayOf(p.cohort))
		outcome := "away"
		switch {
		case r.cameBetween(m, later.first, later.last):
			outcome = "stayed"
		case gone && (m.LeaveReason == "completed" || m.LeaveReason == "moved"):
			outcome = "completed"
		case gone:
			outcome = "left"
		}
		for _, part := range []string{"stayed", "away", "left", "completed"} {
			one := tally{person: m.MemberID, x: countedAs(part == outcome)}
			if outcome == "completed" && part != outcome {
				one.x = nil
			}
			all[part] = append(all[part], one)
		}
	}
	return all
}

// cadence is whether each session took place on the day it was planned for.
func (r *reckoning) cadence(p truthSpan) map[string][]tally {
	var all []tally
	for _, s := range r.sessionsOf(p.cohort) {
		if s.PlannedOn != "" && p.has(s.PlannedOn) {
			all = append(all, tally{subject: s.SessionID, x: countedAs(s.TookPlace && s.Date == s.PlannedOn)})
		}
	}
	return map[string][]tally{"": all}
}

// rotation is who led the sessions that took place.
func (r *reckoning) rotation(p truthSpan) map[string][]tally {
	all, run, longest := map[string][]tally{}, map[string]int{}, 0
	var held []*samples.Session
	for _, s := range r.sessionsOf(p.cohort) {
		if p.has(s.Date) && s.TookPlace {
			held = append(held, s)
		}
	}
	slices.SortStableFunc(held, func(a, b *samples.Session) int { return strings.Compare(a.Date, b.Date) })
	led := map[string]bool{}
	for _, s := range held {
		outside := s.LedBy == "external"
		all["sessions"] = append(all["sessions"], tally{subject: s.SessionID, x: countedAs(!outside)})
		all["external"] = append(all["external"], tally{subject: s.SessionID, x: countedAs(outside)})
		leading := map[string]int{}
		for _, who := range s.Facilitators {
			if !outside {
				led[who] = true
				leading[who] = run[who] + 1
				longest = max(longest, leading[who])
			}
		}
		run = leading
	}
	for who := range led {
		all["facilitators"] = append(all["facilitators"], tally{person: who, x: numberOf(1)})
	}
	if longest > 0 {
		all["longest_run"] = []tally{{subject: "longest", x: numberOf(float64(longest))}}
	}
	for _, m := range r.members(p) {
		ever := slices.ContainsFunc(r.truth.Sessions, func(s *samples.Session) bool {
			return s.TookPlace && s.LedBy != "external" && s.Date <= p.last && slices.Contains(s.Facilitators, m)
		})
		all["ever_led"] = append(all["ever_led"], tally{person: m, x: countedAs(ever)})
	}
	return all
}

// hours is the time of every member at every session of their cohort.
func (r *reckoning) hours(p truthSpan) map[string][]tally {
	var all []tally
	for _, m := range r.peopleOf(p.cohort) {
		for _, s := range r.sessionsOf(p.cohort) {
			stay := r.came[[2]string{s.SessionID, m.MemberID}]
			if !p.has(s.Date) || !m.EnrolledOn(s.Date) || !s.TookPlace || stay == nil || !stay.attended {
				continue
			}
			one := tally{person: m.MemberID, subject: s.SessionID}
			if stay.timed {
				one.x = numberOf(float64(stay.seconds) / 3600)
			}
			all = append(all, one)
		}
	}
	return map[string][]tally{"": all}
}
