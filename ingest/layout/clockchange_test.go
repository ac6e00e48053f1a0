package layout

import (
	"testing"
	"time"

	"valuetrail/internal/vocabulary"
)

func zoomFile(rows string) string {
	return "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\n" + rows
}

func berlin(t *testing.T) *time.Location {
	t.Helper()
	zone, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	return zone
}

func TestAStayThroughTheHourThatComesTwiceIsKept(t *testing.T) {
	text := zoomFile("Ann Lee,,2025-10-26 02:55:00,2025-10-26 02:03:00,8,No\nBo Ode,,2025-10-26 13:00:00,2025-10-26 12:30:00,8,No\nCy Fox,,2025-10-26 02:40:00,2025-10-26 03:10:00,90,No\n")
	sum, h := source(t, "zoom", "z.csv", text, Said{Zone: berlin(t)})
	same(t, "kept", sum.ToCheck, 1)
	same(t, "problems", h.codes(), "!date_impossible")
	a := h.of(vocabulary.Attendance)
	same(t, "joined", a[0]["joined"], "2025-10-26T00:55:00Z")
	same(t, "left", a[0]["left"], "2025-10-26T01:03:00Z")
	same(t, "minutes", a[0]["minutes"], "8")
	_, h = source(t, "zoom", "z.csv", zoomFile("Ann Lee,,2025-10-27 02:55:00,2025-10-27 02:03:00,8,No\n"), Said{Zone: berlin(t)})
	same(t, "the day after", h.codes(), "!date_impossible")
}

func TestATimeThatClocksSkippedIsAsMuchLater(t *testing.T) {
	for name, zone := range map[string]string{"Berlin": "Europe/Berlin", "New York": "America/New_York"} {
		place, err := time.LoadLocation(zone)
		if err != nil {
			t.Fatal(err)
		}
		day := map[string]string{"Berlin": "2025-03-30", "New York": "2025-03-09"}[name]
		_, h := source(t, "zoom", "z.csv", zoomFile("Ann Lee,,"+day+" 02:15:00,"+day+" 03:05:00,50,No\n"), Said{Zone: place})
		a := h.of(vocabulary.Attendance)[0]
		from, _ := time.Parse(time.RFC3339, a["joined"])
		to, _ := time.Parse(time.RFC3339, a["left"])
		same(t, name+" joined", from.In(place).Format("15:04"), "03:15")
		same(t, name+" stayed", to.Sub(from), 50*time.Minute)
		same(t, name+" minutes", a["minutes"], "50")
		_, h = source(t, "teams", "t.csv", "Full Name\tUser Action\tTimestamp\nAnn Lee\tJoined\t"+day+" 02:15:00\nAnn Lee\tLeft\t"+day+" 03:05:00\n", Said{Zone: place})
		same(t, name+" log", h.of(vocabulary.Attendance)[0]["left"], a["left"])
	}
}
