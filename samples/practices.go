package samples

import "fmt"

// practiceTables writes the smaller sheets of a first year.
func (g *generator) practiceTables() error {
	core := g.readers()
	for _, t := range []*table{
		targets(), measures(), practices(), g.adoptions(), g.contributions(), g.peerAssists(), touchpoints(),
		{kind: "role_terms", month: "2026-06", name: "roles.csv",
			headings: []string{"role", "member_id", "first_day", "last_day", "how_chosen"},
			rows: [][]string{
				{"convenor", "LK-001", "2025-09-01", "2026-01-31", "volunteered"}, {"convenor", core[0], "2026-02-01", "", "rotated"},
				{"treasurer", core[1], "2025-09-01", "", "nominated"},
			}},
		{kind: "resources", month: "2026-06", name: "hours and money.csv", headings: []string{"month", "hours", "money"},
			rows: [][]string{{"2025-09-01", "14", "220"}, {"2025-12-01", "11", "180"}, {"2026-02-01", "16", "410"}, {"2026-06-01", "13", "265"}}},
	} {
		if err := g.own(t); err != nil {
			return err
		}
	}
	return nil
}

func targets() *table {
	return &table{kind: "targets", month: "2025-09", name: "targets.csv",
		headings: []string{"indicator_id", "cohort", "first_day", "last_day", "target", "set_on", "set_by", "reason"},
		rows: [][]string{
			{"attendance_rate", cohortID, "2025-09-01", "2026-06-30", "0.7", "2025-09-01", "", "agreed with the sponsor"},
			{"applied_rate", cohortID, "2025-09-01", "2026-06-30", "0.5", "2025-09-01", "", "half of us should try something"},
			{"applied_rate", cohortID, "2026-01-05", "2026-06-30", "0.6", "2026-01-20", "", "the autumn round was above it already"},
		}}
}

func measures() *table {
	t := &table{kind: "measures", month: "2026-06", name: "scorecard.csv", key: []int{0, 5, 7},
		headings: []string{"measure_id", "title", "unit", "better", "baseline", "date", "value", "scope", "source"}}
	days := []struct{ on, value string }{
		{"2025-09-30", "21"}, {"2025-11-30", "22"}, {"2026-01-31", "19"}, {"2026-03-31", "17"}, {"2026-05-31", "16"},
	}
	for _, d := range days {
		t.rows = append(t.rows, []string{"days_to_decision", "Days from proposal to decision", "days", "less", "21", d.on, d.value, "network", "members' decision diaries"})
	}
	for _, d := range []struct{ on, value string }{{"2025-09-30", "6"}, {"2026-05-31", "7"}} { // this one got worse
		t.rows = append(t.rows, []string{"open_vacancies", "Vacancies open for more than two months", "vacancies", "less", "6", d.on, d.value, "network", "convenor's round of calls"})
	}
	return t
}

func practices() *table {
	return &table{kind: "practices", month: "2026-06", name: "practices.csv", key: []int{0},
		headings: []string{"practice_id", "name", "taxonomy", "owner_unit", "started", "status", "decided_on", "first_result_on", "reported_back_on",
			"conditions", "adapted_how", "eligible_units"},
		rows: [][]string{
			{"PR-1", "One-page proposals", "process", "", "2026-01-05", "adopted", "2026-02-02", "2026-02-28", "2026-03-19", "somebody owns the date", "a half page in the print trade", "6"},
			{"PR-2", "Friday cash sheet", "process", "", "2025-11-28", "scaled", "2026-01-10", "2025-12-31", "2026-02-19", "the rent is on it", "", "6"},
			{"PR-3", "Shared stock list", "technology", "", "2025-10-20", "stopped", "2026-02-10", "", "2026-03-19", "nobody kept it up to date", "", "6"},
			{"PR-4", "Quiet hour for quotes", "people", "", "2026-04-20", "pilot", "", "", "", "", "", "6"},
		}}
}

func (g *generator) adoptions() *table {
	t := &table{kind: "adoptions", month: "2026-06", name: "practice adoptions.csv", headings: []string{"practice_id", "org_unit", "adopted_on", "stopped_on", "evidence_story_id"}}
	var units []string
	seen := map[string]bool{}
	for _, p := range g.truth.People {
		if !seen[p.OrgUnit] {
			seen[p.OrgUnit] = true
			units = append(units, p.OrgUnit)
		}
	}
	for i, unit := range units[:4] {
		t.rows = append(t.rows, []string{"PR-2", unit, later("2025-11-28", 31*i), "", ""})
	}
	t.rows = append(t.rows, []string{"PR-1", units[1], "2026-01-05", "", "ST-020"}, []string{"PR-1", units[3], "2026-03-02", "2026-05-01", ""},
		[]string{"PR-3", units[0], "2025-10-20", "2026-02-10", ""})
	return t
}

func (g *generator) contributions() *table {
	t := &table{kind: "contributions", month: "2026-06", name: "raised at meetings.csv", headings: []string{"session_id", "raised_by", "kind", "text", "status", "closed_on"}}
	for _, c := range []struct{ session, kind, text, status, closed string }{
		{"M01", "problem", "Customers ask for the price before the measurements", "answered", "2025-10-16"},
		{"M01", "topic", "A first manager: when, and who?", "closed", "2025-10-16"},
		{"M02", "question", "What do others pay for a trial week?", "answered", "2025-10-20"},
		{"M02", "problem", "The good applicants want Fridays off", "open", ""},
		{"M03", "capability", "I can show a thirteen-week cash sheet", "closed", "2025-11-27"},
		{"M03", "problem", "Two suppliers want to be paid on delivery", "answered", "2025-12-18"},
		{"M04", "story", "The one-page rule, after four weeks", "closed", "2026-01-22"},
		{"M06", "question", "Who signs when I am on the boat?", "answered", "2026-03-05"},
		{"M06", "capability", "We have handed over twice and kept the papers", "open", ""},
		{"M07", "problem", "Nobody can hear the people without a headset", "open", ""},
		{"M08", "problem", "A customer of thirty years pays after ninety days", "answered", "2026-05-21"},
		{"M09", "topic", "What we promise an apprentice", "open", ""},
	} {
		by := ""
		if who := g.distinctMembers(g.meeting(c.session)); len(who) > 0 {
			by = pick(g, who...)
		}
		t.rows = append(t.rows, []string{c.session, by, c.kind, c.text, c.status, c.closed})
	}
	return t
}

// peerAssists has a row a helper, with the ideas that this helper offered.
func (g *generator) peerAssists() *table {
	t := &table{kind: "peer_assists", month: "2026-06", name: "peer assists.csv", key: []int{0, 2},
		headings: []string{"session_id", "owner_id", "helper_id", "ideas_offered", "ideas_tried", "listener_gain", "next_step", "outcome_date"}}
	gains := []string{"a way to draw our own floor", "that I am not the only one", "", "a question to take home", "nothing new for me this time"}
	for _, m := range g.sessions {
		owner, n := m.Facilitators, 0
		if m.Kind != "peer_assist" {
			continue
		}
		for _, id := range g.distinctMembers(m) {
			if id == owner[0] {
				continue
			}
			offered := g.between(0, 4)
			t.rows = append(t.rows, []string{m.SessionID, owner[0], id, fmt.Sprint(offered), fmt.Sprint(g.between(0, min(offered, 1))),
				gains[(n+len(m.Title))%len(gains)], "", later(m.Date, 60)})
			n++
		}
	}
	return t
}

func touchpoints() *table {
	return &table{kind: "touchpoints", month: "2026-06", name: "sponsor conversations.csv", headings: []string{"planned_on", "held_on", "note"},
		rows: [][]string{
			{"2025-10-01", "2025-10-03", "What the network is for, and what it is not"},
			{"2026-01-14", "", "Called off, snow"},
			{"2026-02-25", "2026-02-25", "The autumn page, read together"},
			{"2026-06-24", "2026-06-24", "What we ask for next year"},
		}}
}
