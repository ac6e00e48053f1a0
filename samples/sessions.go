package samples

import (
	"slices"
	"strings"
)

// meeting is a session with how it was recorded and what oddities its
// attendance report shows.
type meeting struct {
	*Session
	quirks  []string // guises, each given to one of those who came online
	guests  []string // outsiders present
	paper   string   // oddities of the paper register
	pull    float64  // how attractive it was, 1 is usual
	readers bool     // the value detectives met
}

const (
	zoomFull, zoomBare, zoomUnique, zoomNew = "zoom", "zoom_bare", "zoom_unique", "zoom_new"
	teamsNew, teamsLog, register            = "teams", "teams_log", "register"
)

// calendar sets the sessions of the year, held, moved and cancelled.
func (g *generator) calendar() error {
	core := shuffled(g, g.people[:7])
	for i, y := range g.plan.sessions {
		usual := gatherings[y.kind]
		s := &Session{
			SessionID: y.id, Cohort: g.plan.cohort, SeriesID: y.series, Date: y.date, PlannedOn: y.planned, Start: usual.start, Minutes: usual.minutes, Kind: y.kind, Title: y.title,
			Topics: y.topics, Taxonomy: y.taxonomy, OpenTo: usual.openTo, LedBy: "member", Status: y.status, Scale: y.scale,
			TookPlace: y.status != "cancelled", HasRegister: y.recorded != "", Recorded: strings.Fields(y.recorded),
			Facilitators: []string{},
		}
		if y.stranger {
			s.LedBy = "external"
		} else {
			s.Facilitators = append(s.Facilitators, core[i%5].MemberID)
		}
		if y.hosts > 1 {
			s.Facilitators = append(s.Facilitators, core[5].MemberID)
		}
		g.truth.Sessions = append(g.truth.Sessions, s)
		g.sessions = append(g.sessions, &meeting{Session: s, quirks: strings.Fields(y.quirks), guests: strings.Fields(y.guests),
			paper: y.paper, pull: y.pull, readers: y.readers})
	}
	return nil
}

func (m *meeting) recordedBy(how string) bool { return slices.Contains(m.Recorded, how) }

// folder is where a month's exports lie.
func (g *generator) folder(day string) string { return g.plan.folder + "/" + day[:7] }

// term tells in which term a day is: 0 autumn, 1 spring, 2 summer.
func (p *plan) term(day string) int {
	switch month := day[5:]; {
	case month >= "09-01" || month < "01-05":
		return 0
	case month < "04-15":
		return 1
	}
	return 2
}

func (g *generator) meeting(id string) *meeting {
	for _, m := range g.sessions {
		if m.SessionID == id {
			return m
		}
	}
	return nil
}
