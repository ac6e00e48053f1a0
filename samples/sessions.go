package samples

import (
	"strings"
)

// meeting is a session with how it was recorded and what oddities its
// attendance report shows.
type meeting struct {
	*Session
	quirks []string // guises, each given to one of those who came online
	guests []string // outsiders present
	pull   float64  // how attractive it was, 1 is usual
}

const (
	zoomFull, zoomBare, zoomUnique, zoomNew = "zoom", "zoom_bare", "zoom_unique", "zoom_new"
	teamsNew, teamsLog, register            = "teams", "teams_log", "register"
)

var year = []struct {
	id, planned, date, status, kind, title, topics, taxonomy, scale, recorded, quirks, guests string
	pull                                                                                      float64
}{
	{"M01", "2025-09-18", "2025-09-18", "held", "meeting", "Pricing without flinching", "pricing;courage", "strategy", "local", zoomFull,
		"caps pronouns firm last_first two_devices misspelt no_email spaces device", "V1 B1", 1},
	{"M02", "2025-10-16", "2025-10-16", "held", "meeting", "Hiring your first manager", "hiring", "people", "local", zoomBare,
		"misspelt initials notetaker short split_short titled pronouns early_guest", "V2 V4 S1 D0", 1},
	{"PA1", "2025-11-06", "2025-11-06", "held", "peer_assist", "Peer assist: a workshop bursting its walls", "space", "process", "organization", register, "", "", 1},
	{"M03", "2025-11-20", "2025-11-27", "moved", "meeting", "Cash flow through winter", "cash", "process", "local", teamsNew,
		"last_first_mail rejoin two_devices personal misspelt", "V3", 1},
	{"M04", "2025-12-18", "2025-12-18", "held", "meeting", "What we learned this autumn", "retrospective", "strategy", "local", zoomUnique,
		"caps misspelt personal firm device", "B1", 0.95},
	{"M05", "2026-01-15", "2026-01-15", "cancelled", "meeting", "Selling to bigger customers", "sales", "strategy", "local", "", "", "", 0},
	{"PA2", "2026-02-05", "2026-02-05", "held", "peer_assist", "Peer assist: a partner who wants out", "partners", "people", "organization", register, "", "", 1},
	{"M06", "2026-02-19", "2026-02-19", "held", "meeting", "Passing on the business", "succession", "people", "system", zoomFull + " " + register,
		"waiting two_devices alias firm device", "V1", 1.1},
	{"M07", "2026-03-19", "2026-03-19", "held", "meeting", "Choosing software together", "software", "technology", "local", teamsNew,
		"short short short split_short last_first_mail notetaker", "", 0.8},
	{"M08", "2026-04-16", "2026-04-16", "held", "meeting", "Saying no to work", "customers", "strategy", "local", teamsLog,
		"last_first caps misspelt open_ended open_ended rejoin pronouns", "V5", 1},
	{"PA3", "2026-05-07", "2026-05-07", "held", "peer_assist", "Peer assist: one customer too big", "customers", "strategy", "organization", register, "", "", 1},
	{"M09", "2026-05-21", "2026-05-21", "held", "meeting", "Apprentices that stay", "apprentices", "people", "local", zoomNew,
		"alias unaccented waiting two_devices initials bare_twin", "V4 S1", 1},
	{"M10", "2026-06-18", "2026-06-18", "held", "meeting", "Looking back on the year", "retrospective", "strategy", "local", register, "", "", 0.95},
}

// calendar sets the year: ten monthly meetings planned, nine held (one of them
// moved), one cancelled, and three peer assists.
func (g *generator) calendar() error {
	core := shuffled(g, g.truth.People[:7])
	for i, y := range year {
		s := &Session{
			SessionID: y.id, Date: y.date, PlannedOn: y.planned, Start: "09:30", Minutes: 90, Kind: y.kind, Title: y.title,
			Topics: y.topics, Taxonomy: y.taxonomy, OpenTo: "all", LedBy: "member", Status: y.status, Scale: y.scale,
			TookPlace: y.status != "cancelled", HasRegister: y.recorded != "", Recorded: strings.Fields(y.recorded),
			Facilitators: []string{core[i%5].MemberID},
		}
		if y.kind == "peer_assist" {
			s.Start, s.Minutes, s.OpenTo = "14:00", 120, "invited"
		}
		if y.id == "M07" { // a salesman held the floor
			s.Facilitators, s.LedBy = []string{}, "external"
		}
		if y.id == "M06" {
			s.Facilitators = append(s.Facilitators, core[5].MemberID)
		}
		g.truth.Sessions = append(g.truth.Sessions, s)
		g.sessions = append(g.sessions, &meeting{Session: s, quirks: strings.Fields(y.quirks), guests: strings.Fields(y.guests), pull: y.pull})
	}
	return nil
}

func (m *meeting) recordedBy(how string) bool {
	for _, r := range m.Recorded {
		if r == how {
			return true
		}
	}
	return false
}

// folder is where a month's exports lie.
func folder(day string) string { return "2025-26/" + day[:7] }

func (g *generator) meeting(id string) *meeting {
	for _, m := range g.sessions {
		if m.SessionID == id {
			return m
		}
	}
	return nil
}
