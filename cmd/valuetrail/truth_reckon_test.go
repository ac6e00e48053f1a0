package main

import (
	"maps"
	"math"
	"slices"
	"strings"

	"valuetrail/samples"
)

// What the indicators should say, worked out from the truth in plain Go, from
// their definitions and without a line of SQL.

// observed is what one person (or silent seat) stands for in a figure.
type observed struct {
	person string
	x      *float64 // nil: belongs to the population, says nothing
	open   bool
}

// reckoner is one indicator: its observations in a period, by part.
type reckoner struct {
	id, kind, protects string
	answers            bool // evidence is what a part of the people answered
	of                 func(r *reckoning, p truthSpan) map[string][]observed
}

var reckoners = []reckoner{
	{"attendance_rate", "pairs", "event", false, (*reckoning).pairs},
	{"reach_rate", "share", "event", false, (*reckoning).reach},
	{"level_share", "share", "event", false, (*reckoning).levels},
	{"immediate_score", "mean", "answers", true, (*reckoning).immediate},
	{"applied_rate", "share", "answers", true, (*reckoning).applied},
	{"response_rate", "share", "event", false, (*reckoning).responding},
	{"cycle_coverage", "pairs", "stories", false, (*reckoning).coverage},
	{"time_to_application", "survival", "stories", false, (*reckoning).timeToUse},
	{"potential_score", "mean", "answers", true, (*reckoning).potential},
	{"construct_score", "mean", "answers", true, (*reckoning).constructs},
	{"realized_rate", "share", "answers", true, (*reckoning).results},
	{"negative_answers", "share", "sensitive", true, (*reckoning).negative},
	{"response_gap", "gap", "answers", false, (*reckoning).gap},
	{"negative_stories", "count", "stories", false, (*reckoning).badly},
	{"metric_backed_stories", "pairs", "stories", false, (*reckoning).backed},
	{"flow_count", "count", "stories", false, (*reckoning).flows},
	{"substantiation", "pairs", "stories", false, (*reckoning).confirmed},
}

// reckoning is the truth as indicators look at it: who came to what by the
// rules of identity, for one audience.
type reckoning struct {
	*world
	audience string
	came     map[[2]string]*stay // by session and person
}

func (w *world) reckon(audience string) *reckoning {
	r := &reckoning{world: w, audience: audience, came: map[[2]string]*stay{}}
	for _, s := range w.stays() {
		r.came[[2]string{s.session, s.who}] = s
	}
	return r
}

func numberOf(x float64) *float64 { return &x }

func countedAs(yes bool) *float64 {
	if yes {
		return numberOf(1)
	}
	return numberOf(0)
}

// attended tells whether somebody was at a session long enough.
func (r *reckoning) attended(session, person string) bool {
	s := r.came[[2]string{session, person}]
	return s != nil && s.attended
}

// couldCome tells whether a session that took place and has a register was open
// to a member: to all, or by name.
func (r *reckoning) couldCome(session, person string) bool {
	s := r.session(session)
	named := r.came[[2]string{session, person}] != nil || slices.Contains(s.Invited, person)
	return s.TookPlace && s.HasRegister && (s.OpenTo == "all" || named)
}

// pairs are every member and every session they could have come to.
func (r *reckoning) pairs(p truthSpan) map[string][]observed {
	var all []observed
	for _, m := range r.peopleOf(p.cohort) {
		for _, s := range r.sessionsOf(p.cohort) {
			if p.has(s.Date) && m.EnrolledOn(s.Date) && r.couldCome(s.SessionID, m.MemberID) {
				all = append(all, observed{person: m.MemberID, x: countedAs(r.attended(s.SessionID, m.MemberID))})
			}
		}
	}
	return map[string][]observed{"": all}
}

// members are those enrolled on at least one day of a period.
func (r *reckoning) members(p truthSpan) []string {
	var all []string
	for _, m := range r.peopleOf(p.cohort) {
		if m.FirstDay <= p.last && (m.LastDay == "" || m.LastDay >= p.first) {
			all = append(all, m.MemberID)
		}
	}
	return all
}

func (r *reckoning) enrolled(person, day string) bool {
	for _, m := range r.truth.People {
		if m.MemberID == person {
			return m.EnrolledOn(day)
		}
	}
	return false
}

func (r *reckoning) reach(p truthSpan) map[string][]observed {
	var all []observed
	for _, m := range r.members(p) {
		registered, once := false, false
		for _, s := range r.sessionsOf(p.cohort) {
			if p.has(s.Date) && s.TookPlace && s.HasRegister {
				registered = true
				once = once || r.enrolled(m, s.Date) && r.attended(s.SessionID, m)
			}
		}
		one := observed{person: m}
		if registered {
			one.x = countedAs(once)
		}
		all = append(all, one)
	}
	return map[string][]observed{"": all}
}

var levelNames = []string{"core", "active", "occasional", "peripheral", "dormant"}

func (r *reckoning) levels(p truthSpan) map[string][]observed {
	registered := slices.ContainsFunc(r.sessionsOf(p.cohort), func(s *samples.Session) bool { return p.has(s.Date) && s.TookPlace && s.HasRegister })
	all := map[string][]observed{}
	for _, m := range r.members(p) {
		at := r.level(m, p.last)
		for _, name := range levelNames {
			one := observed{person: m}
			if registered {
				one.x = countedAs(name == at)
			}
			all[name] = append(all[name], one)
		}
	}
	return all
}

// level is where a member stands on a day, by all they did up to then: no cohort
// of the samples is older than twelve months.
func (r *reckoning) level(member, day string) string {
	for _, m := range r.truth.People {
		if m.MemberID == member && m.LevelOverride != "" {
			return m.LevelOverride
		}
	}
	could, did := 0.0, 0.0
	for _, s := range r.truth.Sessions {
		if s.Date <= day && r.enrolled(member, s.Date) && r.couldCome(s.SessionID, member) {
			could++
			did += *countedAs(r.attended(s.SessionID, member))
		}
	}
	acted, seen := r.traces(member, day)
	enough := could >= 3
	switch {
	case enough && did >= 0.75*could && acted:
		return "core"
	case enough && did >= 0.5*could:
		return "active"
	case enough && did >= 0.2*could, did >= 2:
		return "occasional"
	case acted, seen, did > 0:
		return "peripheral"
	}
	return "dormant"
}

// traces tells whether a member did something for others up to a day, and
// whether anything at all was seen of them.
func (r *reckoning) traces(member, day string) (acted, seen bool) {
	for _, s := range r.truth.Sessions {
		if s.Date <= day && s.TookPlace {
			acted = acted || slices.Contains(s.Facilitators, member)
			seen = seen || r.attended(s.SessionID, member)
		}
	}
	for _, a := range r.table("peer_assists").Rows {
		if r.session(a.Values["session_id"]).Date <= day {
			acted = acted || a.Values["owner_id"] == member || a.Values["helper_id"] == member
		}
	}
	for _, a := range r.table("artefacts").Rows {
		acted = acted || a.Values["created_on"] <= day && a.Values["author_id"] == member
	}
	for _, u := range r.table("artefact_uses").Rows {
		seen = seen || u.Values["used_on"] <= day && u.Values["member_id"] == member
	}
	for _, s := range r.truth.Stories {
		if s.Fields["collected_on"] <= day {
			acted = acted || s.Fields["collector_id"] == member
			seen = seen || s.Teller == member
		}
	}
	for _, a := range r.truth.Responses {
		seen = seen || a.Counts && a.MemberID == member && a.Submitted[:10] <= day
	}
	return acted, seen
}

// reading is the figure that observations give.
type reckonedFigure struct {
	value, numerator, denominator, low, high, lowAll, highAll *float64
	people, population                                        int
}

const z95 = 1.959963984540054

// figure adds observations up, each kind in its own way.
func (k reckoner) figure(all []observed) reckonedFigure {
	if k.kind == "gap" {
		return bothSides(all)
	}
	answering, everybody := map[string]bool{}, map[string]bool{}
	sum, n, squares := 0.0, 0.0, 0.0
	for _, o := range all {
		everybody[o.person] = true
		if o.x != nil {
			answering[o.person] = answering[o.person] || k.kind != "count" || k.protects != "stories" || *o.x > 0
			sum, n, squares = sum+*o.x, n+1, squares+*o.x**o.x
		}
	}
	maps.DeleteFunc(answering, func(_ string, counts bool) bool { return !counts })
	f := reckonedFigure{people: len(answering), population: len(everybody), denominator: numberOf(n)}
	if n == 0 {
		return f
	}
	f.numerator, f.value = numberOf(sum), numberOf(sum/n)
	most, total := 1.0, float64(len(everybody))
	switch {
	case k.kind == "count":
		f.value = numberOf(sum)
	case k.kind == "survival":
		f.value, f.low, f.high = medianSurvival(all)
	case k.kind == "mean":
		most = 100
		if n > 1 {
			deviation := math.Sqrt(math.Max(0, squares-sum*sum/n) / (n - 1))
			reach := studentQuantile(n-1) * deviation / math.Sqrt(n)
			f.low, f.high = numberOf(sum/n-reach), numberOf(sum/n+reach)
		}
	case k.answers:
		middle, reach := sum+z95*z95/2, z95*math.Sqrt(sum*(n-sum)/n+z95*z95/4)
		f.low, f.high = numberOf((middle-reach)/(n+z95*z95)), numberOf((middle+reach)/(n+z95*z95))
	}
	if k.answers {
		f.lowAll, f.highAll = numberOf(sum/total), numberOf((sum+most*(total-n))/total)
	}
	return f
}

// quantiles are those of Student's t that were worked out, by degrees of freedom.
var quantiles = map[float64]float64{}

// studentQuantile is the 0.975-quantile of Student's t, by halving and by adding
// up the density.
func studentQuantile(df float64) float64 {
	if known, ok := quantiles[df]; ok {
		return known
	}
	a, _ := math.Lgamma((df + 1) / 2)
	b, _ := math.Lgamma(df / 2)
	density := func(t float64) float64 {
		return math.Exp(a-b) / math.Sqrt(df*math.Pi) * math.Pow(1+t*t/df, -(df+1)/2)
	}
	half := func(t float64) float64 { // Simpson from 0 to t
		const steps = 4000
		sum := density(0) + density(t)
		for i := 1; i < steps; i++ {
			sum += density(t*float64(i)/steps) * float64(2+2*(i%2))
		}
		return sum * t / steps / 3
	}
	low, high := 0.0, 20.0
	for range 60 {
		if middle := (low + high) / 2; half(middle) < 0.475 {
			low = middle
		} else {
			high = middle
		}
	}
	quantiles[df] = (low + high) / 2
	return quantiles[df]
}

// cyclesOf are the cycles that a text of a story tells of.
func cyclesOf(fields map[string]string) []string {
	var all []string
	for heading, cycle := range map[string]string{"activity": "immediate", "output": "potential", "application": "applied",
		"outcome_personal": "realized", "outcome_organizational": "realized", "new_definition_of_success": "reframing"} {
		if strings.TrimSpace(fields[heading]) != "" {
			all = append(all, cycle)
		}
	}
	return all
}
