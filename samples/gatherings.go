package samples

import "strconv"

// gathering is how sessions of a kind usually go.
type gathering struct {
	start       string
	minutes     int
	openTo      string
	least, most int // people asked, where only those invited come
}

var gatherings = map[string]gathering{
	"meeting":        {"09:30", 90, "all", 0, 0},
	"peer_assist":    {"14:00", 120, "invited", 9, 11},
	"learning_popup": {"16:00", 60, "invited", 6, 8},
	"coaching":       {"13:00", 60, "invited", 3, 3},
	"retrospective":  {"15:00", 60, "all", 0, 0},
	"showcase":       {"18:00", 120, "all", 0, 0},
	"sponsor_review": {"11:00", 60, "invited", 4, 5},
	"visit":          {"10:00", 150, "all", 0, 0},
}

// onList are the sessions whose attendance the convenor types into a sheet of
// our own headings, by members' numbers.
const onList = "list"

// attendanceLists writes who was at the sessions without a report or register:
// with their minutes at popups, and with those who excused themselves.
func (g *generator) attendanceLists() error {
	from := ""
	for _, edition := range g.plan.small {
		t := g.table("attendance", edition, []string{"session_id", "member_id", "status", "mode", "minutes"})
		t.key = []int{0, 1}
		for _, m := range g.sessions {
			if month := m.Date[:7]; !m.recordedBy(onList) || month <= from || month > edition.month() {
				continue
			}
			g.attendanceList(t, m)
			t.sessions = append(t.sessions, m.SessionID)
		}
		if err := g.own(t); err != nil {
			return err
		}
		from = edition.month()
	}
	return nil
}

func (g *generator) attendanceList(t *table, m *meeting) {
	listed := m.Invited
	if m.OpenTo == "all" {
		listed = g.distinctMembers(m)
	}
	for i, id := range listed {
		status, mode, minutes := "present", "in_person", ""
		switch {
		case !g.cameTo(m, id):
			status, mode = []string{"invited", "declined", "excused"}[i%3], ""
		case m.Kind == "learning_popup":
			mode, minutes = "online", strconv.Itoa(m.Minutes-g.between(0, 12))
		}
		noted := g.record(m, &visit{who: id, being: "member", mode: mode}, t.ref(len(t.rows)))
		noted.Status, noted.MemberID = status, id
		if n, err := strconv.Atoi(minutes); err == nil {
			seconds := n * 60
			noted.Stated, noted.Seconds = &n, &seconds
		}
		t.rows = append(t.rows, []string{m.SessionID, id, status, mode, minutes})
	}
}
