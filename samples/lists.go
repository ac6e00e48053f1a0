package samples

import (
	"strconv"
	"strings"
)

// rosters writes the member list in September, again in January with the late
// joiners, and in June with everybody who left.
func (g *generator) rosters() error {
	headings := []string{"member_id", "display_name", "email", "aliases", "cohort", "org_unit", "sector", "function", "role",
		"level_override", "join_date", "leave_date", "leave_reason"}
	for _, edition := range []struct{ day, name, title string }{
		{"2025-09-05", "Lakeside member list Sept 2025.xlsx", "Member list, as of 5 September"},
		{"2026-01-19", "Lakeside member list Jan 2026.xlsx", ""},
		{"2026-06-22", "Lakeside member list June 2026.xlsx", ""},
	} {
		t := &table{kind: "roster", month: edition.day[:7], name: edition.name, sheet: "Members", title: edition.title,
			headings: headings, key: []int{0}, dates: []int{10, 11}}
		for _, p := range g.truth.People {
			if p.FirstDay > edition.day {
				continue
			}
			leave, reason := p.LastDay, p.LeaveReason
			if leave > edition.day {
				leave, reason = "", ""
			}
			t.rows = append(t.rows, []string{p.MemberID, p.Name, p.Email, p.Alias, cohortID, p.OrgUnit, p.Sector, p.Function, p.Role,
				p.LevelOverride, p.FirstDay, leave, reason})
		}
		if err := g.own(t); err != nil {
			return err
		}
	}
	return nil
}

// sessionLists writes the list of sessions at the end of each term; the first
// still names another facilitator for the October meeting.
func (g *generator) sessionLists() error {
	headings := []string{"session_id", "cohort", "date", "planned_on", "start", "minutes", "kind", "title", "topics", "taxonomy", "open_to",
		"facilitator_ids", "led_by", "status", "scale"}
	for _, edition := range []struct{ month, name string }{
		{"2025-12", "Lakeside sessions autumn.csv"}, {"2026-03", "Lakeside sessions to March.xlsx"}, {"2026-06", "Lakeside sessions 2025-26.csv"},
	} {
		t := &table{kind: "sessions", month: edition.month, name: edition.name, headings: headings, key: []int{0}}
		if strings.HasSuffix(edition.name, ".xlsx") {
			t.sheet, t.dates = "Sessions", []int{2, 3}
		}
		for i, m := range g.sessions {
			if m.Date[:7] > edition.month {
				continue
			}
			leaders, cohort := m.Facilitators, ""
			if m.SessionID == "M02" && edition.month == "2025-12" {
				leaders = g.sessions[i-1].Facilitators
			}
			if i%2 == 0 {
				cohort = cohortID
			}
			t.rows = append(t.rows, []string{m.SessionID, cohort, m.Date, m.PlannedOn, m.Start, strconv.Itoa(m.Minutes), m.Kind, m.Title, m.Topics,
				m.Taxonomy, m.OpenTo, strings.Join(leaders, ";"), m.LedBy, m.Status, m.Scale})
			t.sessions = append(t.sessions, m.SessionID)
		}
		if err := g.own(t); err != nil {
			return err
		}
	}
	return nil
}

var groupNames = []string{"agenda_activists", "community_keepers", "critical_friends", "social_reporters", "external_messengers", "value_detectives"}

// groups puts most of those present at a meeting into a leadership group, and
// says what came of each group: most worked, some flopped, one was refused.
func (g *generator) groups() error {
	g.groupOf = map[string][]string{}
	outputs := &table{kind: "group_outputs", month: "2026-06", name: "leadership-group-outputs.csv", key: []int{0, 1},
		headings: []string{"session_id", "leadership_group", "output_kind", "outcome", "adopted", "done_on", "note"}}
	for _, edition := range []struct{ from, month, name string }{
		{"2025-09", "2025-12", "leadership-groups-autumn.csv"}, {"2026-01", "2026-03", "leadership-groups-spring.csv"}, {"2026-04", "2026-06", "leadership-groups-summer.csv"},
	} {
		t := &table{kind: "leadership_groups", month: edition.month, name: edition.name, key: []int{0, 1},
			headings: []string{"session_id", "member_id", "leadership_group"}}
		for _, m := range g.sessions {
			if month := m.Date[:7]; m.Kind != "meeting" || !m.TookPlace || month < edition.from || month > edition.month {
				continue
			}
			for _, id := range g.distinctMembers(m) {
				group := pick(g, groupNames...)
				if g.chance(0.25) {
					continue
				}
				t.rows = append(t.rows, []string{m.SessionID, id, group})
				if group == "value_detectives" {
					g.groupOf[m.SessionID] = append(g.groupOf[m.SessionID], id)
				}
			}
			t.sessions = append(t.sessions, m.SessionID)
			g.groupOutputs(outputs, m)
		}
		if err := g.own(t); err != nil {
			return err
		}
	}
	return g.own(outputs)
}

var outputKinds = map[string]string{
	"agenda_activists": "learning agenda", "community_keepers": "welcome", "critical_friends": "reflection",
	"social_reporters": "summary", "external_messengers": "message to the sponsor", "value_detectives": "stories opened",
}

func (g *generator) groupOutputs(t *table, m *meeting) {
	for _, group := range groupNames {
		outcome, note, done := pick(g, "worked", "worked", "worked", "partly"), "", later(m.Date, g.between(0, 6))
		switch {
		case m.SessionID == "M07" && group == "agenda_activists":
			outcome, note = "flopped", "Nobody had a question ready, so the salesman asked his own."
		case m.SessionID == "M03" && group == "external_messengers":
			outcome, note = "refused", "The sponsor's newsletter had no room for us."
		case m.SessionID == "M02" && group == "community_keepers":
			outcome, note = "flopped", "Two newcomers sat in a breakout room by themselves for ten minutes."
		case g.chance(0.15):
			continue
		case outcome == "partly":
			note = "Half of it came a week late."
		}
		adopted := "y"
		if outcome != "worked" {
			adopted = "n"
		}
		t.rows = append(t.rows, []string{m.SessionID, group, outputKinds[group], outcome, adopted, done, note})
	}
}

// distinctMembers are the members really present, in the order of their ids.
func (g *generator) distinctMembers(m *meeting) []string {
	var ids []string
	for _, p := range g.truth.People {
		if g.cameTo(m, p.MemberID) && p.EnrolledOn(m.Date) {
			ids = append(ids, p.MemberID)
		}
	}
	return ids
}
