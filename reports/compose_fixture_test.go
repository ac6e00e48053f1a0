package reports_test

import (
	"math"
	"sync"
	"testing"
	"time"

	"valuetrail/internal/message"
	"valuetrail/internal/vocabulary"
	"valuetrail/metrics"
	"valuetrail/queries"
	"valuetrail/reports"
)

const span = "2025/26"

var terms = []string{"2025/26 autumn", "2025/26 spring", "2025/26 summer"}

func at[T any](v T) *T { return &v }

// share is a reading of k of n among N that shows everything, with its Wilson
// interval where it comes from answers.
func share(k, n, all int, interval bool) metrics.Reading {
	p := float64(k) / float64(n)
	r := metrics.Reading{Value: &p, Numerator: at(float64(k)), Denominator: at(float64(n)), People: &n, Population: &all, Unit: "percent", Shown: true}
	if interval {
		low, high := wilson(float64(k), float64(n))
		r.Low, r.High = &low, &high
		r.LowAll, r.HighAll = at(float64(k)/float64(all)), at(float64(k+all-n)/float64(all))
	}
	r.Text = message.For("en").Say("reading.share", k, n, p, "", "", all, "", "")
	return r
}

func wilson(x, n float64) (low, high float64) {
	const z = 1.959963984540054
	middle, half := x+z*z/2, z*math.Sqrt(x*(n-x)/n+z*z/4)
	return (middle - half) / (n + z*z), (middle + half) / (n + z*z)
}

// score is a mean of n answers among N.
func score(mean, half float64, n, all int) metrics.Reading {
	low, high := mean-half, mean+half
	silent := float64(all - n)
	return metrics.Reading{Value: &mean, Numerator: at(mean * float64(n)), Denominator: at(float64(n)), People: &n, Population: &all, Unit: "score", Shown: true,
		Low: &low, High: &high, LowAll: at(mean * float64(n) / float64(all)), HighAll: at((mean*float64(n) + 100*silent) / float64(all)),
		Text: message.For("en").Say("reading.score", mean, n, low, high)}
}

// hidden is a reading with nothing but a reason.
func hidden(note, text string) metrics.Reading { return metrics.Reading{Note: note, Text: text} }

var protected = hidden("protected", "not shown, to protect members")

func words(note, text string, people, all int) metrics.Reading {
	return metrics.Reading{Note: note, Text: text, People: &people, Population: &all, Shown: true, Unit: "percent"}
}

// ask puts readings under an indicator of the catalogue; parts go by the key of
// the map, one list of periods each.
func ask(t testing.TB, id string, byTerm bool, parts map[string][]metrics.Reading, order ...string) metrics.Answer {
	t.Helper()
	a := metrics.Answer{Scope: metrics.Scope{Grain: "programme"}}
	for _, ind := range catalogue(t) {
		if ind.ID == id {
			a.Indicator = ind
		}
	}
	if a.Indicator.ID == "" {
		t.Fatalf("no indicator %s", id)
	}
	if byTerm {
		a.Scope.Grain = "term"
	}
	if order == nil {
		order = []string{""}
	}
	for _, part := range order {
		for i, r := range parts[part] {
			r.Indicator, r.Part, r.Period = id, part, "all"
			if byTerm {
				r.Period = terms[i]
			}
			a.Readings = append(a.Readings, r)
		}
	}
	return a
}

var readOnce = sync.OnceValues(queries.Catalogue)

func catalogue(t testing.TB) []queries.Indicator {
	t.Helper()
	all, err := readOnce()
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func one(r ...metrics.Reading) map[string][]metrics.Reading {
	return map[string][]metrics.Reading{"": r}
}

// lakeside is a year of 36 members, everything given.
func lakeside(t testing.TB) reports.Input {
	t.Helper()
	noData := hidden("no_data", "nothing recorded yet")
	levels := map[string][]metrics.Reading{"core": {share(6, 36, 36, false)}, "active": {share(12, 36, 36, false)}, "occasional": {share(9, 36, 36, false)},
		"peripheral": {share(5, 36, 36, false)}, "dormant": {share(4, 36, 36, false)}}
	told := func(k, n int) metrics.Reading {
		return metrics.Reading{Numerator: at(float64(k)), Denominator: at(float64(n)), People: &n, Population: &n, Unit: "stories", Shown: true, Note: "few_stories", Text: message.For("en").Say("reading.count_of", k, n)}
	}
	cycles := map[string][]metrics.Reading{"immediate": {told(3, 4)}, "potential": {told(3, 4)}, "applied": {told(2, 4)}, "realized": {told(1, 4)},
		"reframing": {hidden("not_asked", "not asked")}}
	in := reports.Input{
		Name: "Lakeside owner-managers’ network", Purpose: "Decide faster together", Sponsor: "The board", Audience: vocabulary.Sponsor, Draft: true,
		MadeAt: time.Date(2026, 7, 3, 9, 30, 0, 0, time.UTC), Span: span,
		Overview: metrics.Overview{HasRoster: true, Members: 36, Seen: 35, Organisations: 6, Visitors: 2, Planned: 10, Held: 9, Moved: 1, Cancelled: 1,
			MemberHours: 512.4, Hours: 530, CutOff: at(20634), Round: "summer", Answered: 25, Invited: 36},
		Meetings: meetings(), Stories: stories(), InConfidence: 2,
		Sources: []reports.SourceLine{{What: "Ana Kowalska register.xlsx", Kind: "attendance", Read: 36, Loaded: 36}, {What: "summer.csv", Kind: "survey", Read: 27, Loaded: 25, Repeated: 2}},
		Answers: []metrics.Answer{
			ask(t, "attendance_rate", true, one(share(77, 108, 36, false), share(62, 107, 36, false), share(74, 107, 36, false))),
			ask(t, "attendance_rate", false, one(share(213, 322, 36, false))),
			ask(t, "reach_rate", true, one(share(33, 36, 36, false), share(28, 36, 36, false), share(30, 35, 35, false))),
			ask(t, "reach_rate", false, one(share(34, 36, 36, false))),
			ask(t, "level_share", false, levels, "core", "active", "occasional", "peripheral", "dormant"),
			ask(t, "applied_rate", true, one(share(11, 26, 36, true), noData, share(18, 25, 36, true))),
			ask(t, "applied_rate", false, one(share(18, 25, 36, true))),
			ask(t, "immediate_score", true, one(score(64, 9, 26, 36), noData, score(73, 7, 25, 36))),
			ask(t, "immediate_score", false, one(score(73, 7, 25, 36))),
			ask(t, "response_rate", true, one(share(26, 36, 36, false), noData, share(25, 36, 36, false))),
			ask(t, "response_rate", false, one(share(25, 36, 36, false))),
			ask(t, "time_to_application", false, one(metrics.Reading{Value: at(21.0), Denominator: at(9.0), Numerator: at(7.0), People: at(9), Population: at(9), Unit: "days", Shown: true, Text: "21 days, from 9 people"})),
			ask(t, "cycle_coverage", false, cycles, "immediate", "potential", "applied", "realized", "reframing"),
		},
	}
	judgeTerms(&in, func(int, int) metrics.Verdict { return metrics.Clear })
	return in
}

func meetings() []metrics.Meeting {
	came := []int{26, 27, 25, 0, 21, 19, 18, 23, 24}
	var all []metrics.Meeting
	for i, n := range came {
		m := metrics.Meeting{ID: string(rune('a' + i)), Title: "Meeting", Day: 20348 + 30*i, Status: "held", Kind: "meeting", Listed: true, HasRegister: true, People: n + 1, Visitors: 1, Eligible: 36, Came: n, Minutes: at(float64(90 * n))}
		switch i {
		case 3:
			m.Status, m.HasRegister, m.People, m.Visitors, m.Minutes = "cancelled", false, 0, 0, nil
		case 5:
			m.Status, m.PlannedOn = "moved", at(m.Day-7)
		}
		all = append(all, m)
	}
	return append(all, metrics.Meeting{ID: "p", Title: "Peer assist", Day: 20400, Status: "held", Kind: "peer_assist", HasRegister: true, People: 6, Came: 6, Eligible: 6})
}

func stories() []metrics.Story {
	return []metrics.Story{
		{ID: "S-01", Title: "A quote in two days instead of nine", Byline: "the owner of a joinery", Kind: "account", Valence: "positive", Day: 20520, Confirmation: "confirmed", Cycles: []vocabulary.Cycle{"immediate", "potential", "applied", "realized"},
			Texts: [6]string{"Three of us compared how we price small jobs.", "A one-page template.", "I used it for eleven quotes.", "I sleep better.", "Quotes go out in two days instead of nine.", ""}},
		{ID: "S-02", Title: "Who to ring when the supplier fails", Kind: "account", Valence: "positive", Day: 20560, Confirmation: "asked", Cycles: []vocabulary.Cycle{"immediate", "potential"}, Texts: [6]string{"Peer assist on late deliveries.", "A list of four firms."}},
		{ID: "S-03", Title: "The shared apprentice", Kind: "account", Valence: "negative", Day: 20600, Cycles: []vocabulary.Cycle{"potential", "applied"}, Texts: [6]string{"We planned to share an apprentice.", "A contract draft.", "Stopped after six weeks."}},
		{ID: "S-04", Kind: "account", Valence: "positive", Day: 20610, Cycles: []vocabulary.Cycle{"immediate"}, Texts: [6]string{"The visit to the brewery."}},
		{ID: "S-05", Title: "A shared workshop one day", Kind: "aspirational", Day: 20612, Cycles: []vocabulary.Cycle{"realized"}, Texts: [6]string{"We would like to share one."}},
	}
}

// calls is what two meeting platforms alone give: no member list, no survey.
func calls(t testing.TB) reports.Input {
	t.Helper()
	roster, survey, told := hidden("needs:roster", "needs: member list"), hidden("needs:survey", "needs: survey answers"), hidden("needs:stories", "needs: value-creation stories")
	in := reports.Input{Name: "Data circle", Audience: vocabulary.Convenor, Draft: true, MadeAt: time.Date(2026, 7, 3, 9, 30, 0, 0, time.UTC), Span: span,
		Overview: metrics.Overview{Seen: 45, Planned: 3, Held: 3, Hours: 97.6, CutOff: at(20400)},
		Meetings: []metrics.Meeting{
			{ID: "1", Title: "Kick-off", Day: 20350, Kind: "meeting", HasRegister: true, People: 31, Minutes: at(2400.0)},
			{ID: "2", Title: "Clinic", Day: 20380, Kind: "meeting", HasRegister: true, People: 22, Minutes: at(1800.0)},
			{ID: "3", Title: "Clinic", Day: 20400, Kind: "meeting", HasRegister: true, People: 19, Minutes: at(1656.0)},
		}}
	for _, ind := range catalogue(t) {
		r := survey
		switch ind.Group {
		case "participation":
			r = roster
		case "stories":
			r = told
		}
		if ind.ID == "time_to_application" {
			r = told
		}
		parts, order := one(r, r, r), []string{""}
		if ind.ID == "level_share" {
			order = ind.Parts
		} else if ind.PartCycles {
			order = []string{"immediate", "potential", "applied", "realized", "reframing"}
		}
		for _, part := range order {
			parts[part] = parts[""]
		}
		in.Answers = append(in.Answers, ask(t, ind.ID, true, parts, order...), ask(t, ind.ID, false, firstOf(parts), order...))
	}
	return in
}

func firstOf(parts map[string][]metrics.Reading) map[string][]metrics.Reading {
	all := map[string][]metrics.Reading{}
	for part, readings := range parts {
		all[part] = readings[:1]
	}
	return all
}
