package layout

import (
	"strings"
	"testing"
	"time"

	"valuetrail/internal/vocabulary"
)

const zoomClassic = "\ufeffMeeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants,\r\n" +
	"812 3456 7890,\"CoP call, autumn\",09/03/2025 02:58:11 PM,09/03/2025 04:05:42 PM,host@example.org,68,4,\r\n\r\n" +
	"Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest,Recording Consent,In Waiting Room\r\n" +
	"Ann Lee,ann@example.org,09/03/2025 02:58:11 PM,09/03/2025 04:05:42 PM,68,No,Yes,No\r\n" +
	"Bo,,09/03/2025 03:00:00 PM,09/03/2025 03:30:00 PM,30,Yes,,No\r\n" +
	"Cy,cy@example.org,09/03/2025 02:50:00 PM,09/03/2025 02:58:00 PM,8,Yes,,Yes\r\n" +
	"Otter.ai,,09/03/2025 03:00:00 PM,09/03/2025 03:30:00 PM,30,Yes,,No\r\n"

func TestZoomReportWithPreambleGivesMeetingAndStays(t *testing.T) {
	london, err := time.LoadLocation("Europe/London")
	if err != nil {
		t.Fatal(err)
	}
	sum, h := source(t, "zoom", "participants.csv", zoomClassic, Said{Zone: london})
	m := h.of(vocabulary.Meeting)
	if len(m) != 1 || m[0]["title"] != "CoP call, autumn" || m[0]["starts_at"] != "2025-09-03T13:58:11Z" || m[0]["date"] != "2025-09-03" || m[0]["stated_participants"] != "4" || m[0]["minutes"] != "68" {
		t.Errorf("meeting: %v", m)
	}
	a := h.of(vocabulary.Attendance)
	if len(a) != 2 || a[0]["joined"] != "2025-09-03T13:58:11Z" || a[1]["minutes"] != "30" || a[1]["seen_as"] != "person" || a[0]["status"] != "present" {
		t.Errorf("attendance: %v", a)
	}
	same(t, "read", sum.Read, 4)
	same(t, "waiting", sum.Ignored["waiting_room"], 1)
	same(t, "bots", sum.Ignored["bot"], 1)
	same(t, "from", sum.From, "2025-09-03 14:58:11")
	same(t, "to", sum.To, "2025-09-03 16:05:42")
	same(t, "order", sum.DateOrder, mdy)
	same(t, "zone", sum.Zone, "Europe/London")
	same(t, "stated", sum.Stated, 4)
}

func TestZoomVariants(t *testing.T) {
	for name, c := range map[string]struct{ text, from, to, minutes string }{
		"twenty-four hours": {"Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes)\nAnn,a@b.org,01/15/2024 10:09:00,01/15/2024 10:57:00,48\n",
			"2024-01-15 10:09:00", "2024-01-15 10:57:00", "48"},
		"sentence case without seconds": {"Topic,ID,Host name,Host email,Start time,End time,Participants,Duration (minutes)\nCoP,912 1,Hal,h@b.org,09/29/2026 19:02,09/29/2026 20:02,1,60\n\n" +
			"Name (original name),Email,Join time,Leave time,Duration (minutes),Guest,Recording disclaimer response,In waiting room\nAnn,a@b.org,09/29/2026 19:03,09/29/2026 19:53,50,No,OK,No\n",
			"2026-09-29 19:02:00", "2026-09-29 20:02:00", "50"},
		"worded dates": {"Name (original name),Email,Join time,Leave time,Duration (minutes),Guest\nAnn,a@b.org,\"Aug 12, 2026 10:00 AM\",\"Aug 12, 2026 11:30 AM\",90,No\n",
			"2026-08-12 10:00:00", "2026-08-12 11:30:00", "90"},
		"iso":        {"Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\nAnn,a@b.org,2026-08-12 10:00:00,2026-08-12 11:30:00,90,No\n", "2026-08-12 10:00:00", "2026-08-12 11:30:00", "90"},
		"semicolons": {"Name (Original Name);User Email;Join Time;Leave Time;Duration (Minutes);Guest\nAnn;a@b.org;12.08.2026 10:00;12.08.2026 11:30;90;No\nBo;b@b.org;12.08.2026 10:00;12.08.2026 11:30;90;No\n", "2026-08-12 10:00:00", "2026-08-12 11:30:00", "90"},
	} {
		t.Run(name, func(t *testing.T) {
			sum, h := source(t, "zoom", "x.csv", c.text, Said{})
			same(t, "from", sum.From, c.from)
			same(t, "to", sum.To, c.to)
			same(t, "minutes", h.of(vocabulary.Attendance)[0]["minutes"], c.minutes)
			same(t, "problems", h.codes(), "")
		})
	}
}

func TestZoomUniqueUsersTakeTheDayFromPreambleFileNameOrWord(t *testing.T) {
	table := "Name (Original Name),User Email, Total Durection(Minutes),Guest\nAnn,a@b.org,61,No\nEric's iPad (Clapton),,12,Yes\niPhone,,5,Yes\niPhone,,6,Yes\n"
	sum, h := source(t, "zoom", "participants_2025-09-03.csv", table, Said{})
	same(t, "day", h.of(vocabulary.Meeting)[0]["date"], "2025-09-03")
	same(t, "problems", h.codes(), "session_date_from_name")
	same(t, "from", sum.From, "2025-09-03")
	same(t, "device", h.of(vocabulary.Attendance)[1]["seen_as"], "device")
	if h.rows[3].Key == h.rows[4].Key {
		t.Error("two phones that call themselves iPhone share a key")
	}
	_, h = source(t, "zoom", "participants_81234567890.csv", table, Said{})
	same(t, "problems", h.codes(), "!session_date_missing")
	_, h = source(t, "zoom", "participants.csv", table, Said{SessionDay: "2025-09-04", SessionTitle: "Kick-off"})
	same(t, "day", h.of(vocabulary.Meeting)[0]["date"], "2025-09-04")
	same(t, "title", h.of(vocabulary.Meeting)[0]["title"], "Kick-off")
}

func TestZoomReExportHasTheSameIDsAndKeys(t *testing.T) {
	_, a := source(t, "zoom", "a.csv", zoomClassic, Said{})
	again := strings.ReplaceAll(strings.Replace(zoomClassic, "812 3456 7890", "81234567890", 1), "09/03/2025 02:58:11 PM,09/03/2025 04:05:42 PM,host", "2025-09-03 14:58,2025-09-03 16:05,host")
	_, b := source(t, "zoom", "b.csv", again, Said{})
	for i := range a.rows {
		same(t, "key", b.rows[i].Key, a.rows[i].Key)
	}
}

func TestZoomFileWithTwoDaysGivesTwoMeetings(t *testing.T) {
	text := "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\n" +
		"Ann,a@b.org,01/15/2024 10:00:00,01/15/2024 11:00:00,60,No\nAnn,a@b.org,01/22/2024 10:00:00,01/22/2024 11:00:00,60,No\nBo,b@b.org,01/15/2024 10:00:00,01/15/2024 11:00:00,60,No\n"
	_, h := source(t, "zoom", "x.csv", text, Said{})
	same(t, "meetings", len(h.of(vocabulary.Meeting)), 2)
	same(t, "stays", len(h.of(vocabulary.Attendance)), 3)
}

func TestZoomRowsThatCannotBeReadAreKept(t *testing.T) {
	text := "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\n" +
		"Ann,a@b.org,01/15/2024 10:00:00,01/15/2024 11:00:00,60,No\nBo,b@b.org,soon,01/22/2024 11:00:00,60,No\n" +
		",,01/15/2024 10:00:00,01/15/2024 11:00:00,60,No\nCy,c@b.org,01/15/2024 10:30:00,,,No\nDi,d@b.org,01/15/2024 10:30:00,01/15/2024 10:00:00,many,No\n"
	sum, h := source(t, "zoom", "x.csv", text, Said{})
	same(t, "kept", sum.ToCheck, 3)
	same(t, "problems", h.codes(), "!instant_unreadable !required_blank duration_unreadable !date_impossible open_interval")
	cy := h.of(vocabulary.Attendance)[1]
	same(t, "closed", cy["left"], "2024-01-15T11:00:00Z")
	same(t, "open", cy["open"], "yes")
	same(t, "minutes", cy["minutes"], "30")
}

func TestAStatedLengthEndsAStayThatHasNoEnd(t *testing.T) {
	text := "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\nAnn,a@b.org,01/15/2024 10:00:00,01/15/2024 11:00:00,60,No\nBo,b@b.org,01/15/2024 10:10:00,,20,No\n"
	_, h := source(t, "zoom", "x.csv", text, Said{})
	same(t, "left", h.of(vocabulary.Attendance)[1]["left"], "2024-01-15T10:30:00Z")
	same(t, "problems", h.codes(), "")
}

func TestZoomReportWithoutAddressesIsNoTeamsReport(t *testing.T) {
	_, h := source(t, "zoom", "x.csv", "Name (Original Name),Join Time,Leave Time,Duration (Minutes)\nAnn Lee,01/15/2024 10:00:00 AM,01/15/2024 11:00:00 AM,60\n", Said{})
	same(t, "stays", stays(h), "Ann Lee 10:00:00-11:00:00 60")
}

func TestAnOrderThatAZoomReportLeavesOpenIsTold(t *testing.T) {
	const head = "Name (original name),Email,Join time,Leave time,Duration (minutes),Guest\n"
	for name, c := range map[string]struct{ text, day, order, codes string }{
		"either order":           {head + "Ann,a@b.org,03/04/2025 09:58:12,03/04/2025 11:02:45,65,No\nBo,b@b.org,03/04/2025 10:00:00,03/04/2025 10:30:00,30,Yes\n", "2025-03-04", mdy, "date_order_assumed"},
		"a clock of twelve":      {head + "Ann,a@b.org,03/04/2025 09:58:12 AM,03/04/2025 11:02:45 AM,65,No\n", "2025-03-04", mdy, ""},
		"day first beyond doubt": {head + "Ann,a@b.org,14/03/2025 09:58:12,14/03/2025 11:02:45,65,No\n", "2025-03-14", "", ""},
		"the same in both":       {head + "Ann,a@b.org,03/03/2025 09:58:12,03/03/2025 11:02:45,65,No\n", "2025-03-03", "", ""},
		"only in its own lines": {"Topic,ID,Host name,Host email,Start time,End time,Participants,Duration (minutes)\nCoP,912 1,Hal,h@b.org,03/04/2025 19:02,03/04/2025 20:02,1,60\n\n" +
			"Name (original name),Email,Total duration (minutes),Guest\nAnn,a@b.org,50,No\n", "2025-03-04", mdy, "date_order_assumed"},
		"a webinar's": {"Attendee Report\nTopic,Webinar ID,Actual Start Time,Actual Duration (minutes),Unique Viewers\nImpact,899 1,03/04/2025 15:55,70,1\nAttendee Details\n" +
			"Attended,User Name (Original Name),Email,Join Time,Leave Time,Time in Session (minutes)\nYes,Ann,a@b.org,03/04/2025 16:00,03/04/2025 16:30,30\n", "2025-03-04", mdy, "date_order_assumed"},
	} {
		t.Run(name, func(t *testing.T) {
			sum, h := source(t, "zoom", "x.csv", c.text, Said{})
			same(t, "day", h.of(vocabulary.Meeting)[0]["date"], c.day)
			same(t, "order", sum.DateOrder, c.order)
			same(t, "problems", h.codes(), c.codes)
			_, h = source(t, "zoom", "x.csv", c.text, Said{DateOrder: dmy})
			same(t, "problems once it is said", h.codes(), "")
		})
	}
}
