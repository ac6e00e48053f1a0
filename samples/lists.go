package samples

import (
	"slices"
	"strconv"
	"strings"
)

// rosters writes the member list in September, again in January with the late
// joiners, and in June with everybody who left.
func (g *generator) rosters() error {
	headings := []string{"member_id", "display_name", "email", "aliases", "cohort", "org_unit", "sector", "function", "role",
		"level_override", "join_date", "leave_date", "leave_reason"}
	for _, edition := range g.plan.lists {
		t := g.table("roster", edition, headings)
		t.sheet, t.title, t.key, t.dates = "Members", edition.title, []int{0}, []int{10, 11}
		for _, p := range g.people {
			if p.FirstDay > edition.day {
				continue
			}
			leave, reason := p.LastDay, p.LeaveReason
			if leave > edition.day {
				leave, reason = "", ""
			}
			t.rows = append(t.rows, []string{p.MemberID, p.Name, p.Email, p.Alias, p.Cohort, p.OrgUnit, p.Sector, p.Function, p.Role,
				p.LevelOverride, p.FirstDay, leave, reason})
		}
		if err := g.own(t); err != nil {
			return err
		}
	}
	return nil
}

// sessionLists writes the list of sessions at the end of each term; the first
// may still name another facilitator for a meeting.
func (g *generator) sessionLists() error {
	headings := []string{"session_id", "cohort", "date", "planned_on", "start", "minutes", "kind", "title", "topics", "taxonomy", "open_to",
		"facilitator_ids", "led_by", "status", "scale", "series_id"}
	for nth, edition := range g.plan.calendars {
		t := g.table("sessions", edition, headings)
		t.key = []int{0}
		if strings.HasSuffix(edition.name, ".xlsx") {
			t.sheet, t.dates = "Sessions", []int{2, 3}
		}
		for i, m := range g.sessions {
			if m.Date[:7] > edition.month() {
				continue
			}
			leaders, cohort := m.Facilitators, ""
			if m.SessionID == g.plan.lateNews && nth == 0 {
				leaders = g.sessions[i-1].Facilitators
			}
			if i%2 == 0 {
				cohort = g.plan.cohort
			}
			t.rows = append(t.rows, []string{m.SessionID, cohort, m.Date, m.PlannedOn, m.Start, strconv.Itoa(m.Minutes), m.Kind, m.Title, m.Topics,
				m.Taxonomy, m.OpenTo, strings.Join(leaders, ";"), m.LedBy, m.Status, m.Scale, m.SeriesID})
			t.sessions = append(t.sessions, m.SessionID)
		}
		if err := g.own(t); err != nil {
			return err
		}
	}
	return nil
}

// readersGroup are the story readers, who meet at some meetings only.
const readersGroup = "value_detectives"

var groupNames = []string{"agenda_activists", "community_keepers", "critical_friends", "social_reporters", "external_messengers", readersGroup}

// groups puts most of those present at a meeting into a leadership group, and
// says what came of each group: most worked, some flopped, one was refused.
func (g *generator) groups() error {
	g.groupOf = map[string][]string{}
	outputs := g.table("group_outputs", g.plan.groups.outputs,
		[]string{"session_id", "leadership_group", "output_kind", "outcome", "adopted", "done_on", "note"})
	outputs.key = []int{0, 1}
	from := ""
	for _, edition := range g.plan.groups.editions {
		t := g.table("leadership_groups", edition, []string{"session_id", "member_id", "leadership_group"})
		t.key = []int{0, 1}
		for _, m := range g.sessions {
			if month := m.Date[:7]; m.Kind != "meeting" || !m.TookPlace || month <= from || month > edition.month() {
				continue
			}
			t.rows = append(t.rows, g.sitting(m)...)
			t.sessions = append(t.sessions, m.SessionID)
			g.groupOutputs(outputs, m)
		}
		from = edition.month()
		if err := g.own(t); err != nil {
			return err
		}
	}
	return g.own(outputs)
}

// sitting puts three of four of those present into a group. The value detectives
// meet where the plan says so, two of them or more.
func (g *generator) sitting(m *meeting) (rows [][]string) {
	groups := groupNames[:len(groupNames)-1]
	for i, id := range shuffled(g, g.distinctMembers(m)) {
		group := pick(g, groups...)
		switch {
		case m.readers && i < 2, m.readers && g.chance(0.15):
			group = readersGroup
			g.groupOf[m.SessionID] = append(g.groupOf[m.SessionID], id)
		case g.chance(0.25):
			continue
		}
		rows = append(rows, []string{m.SessionID, id, group})
	}
	slices.SortFunc(rows, func(a, b []string) int { return strings.Compare(a[1], b[1]) })
	return rows
}

var outputKinds = map[string]string{
	"agenda_activists": "learning agenda", "community_keepers": "welcome", "critical_friends": "reflection",
	"social_reporters": "summary", "external_messengers": "message to the sponsor", "value_detectives": "stories opened",
}

func (g *generator) groupOutputs(t *table, m *meeting) {
	for _, group := range groupNames {
		if group == readersGroup && !m.readers {
			continue
		}
		fate, known := g.plan.groups.fates[[2]string{m.SessionID, group}]
		outcome, note, done := pick(g, "worked", "worked", "worked", "partly"), "", later(m.Date, g.between(0, 6))
		switch {
		case known:
			outcome, note = fate[0], fate[1]
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
	for _, p := range g.people {
		if g.cameTo(m, p.MemberID) && p.EnrolledOn(m.Date) {
			ids = append(ids, p.MemberID)
		}
	}
	return ids
}
