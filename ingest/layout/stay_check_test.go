package layout

import (
	"fmt"
	"testing"

	"valuetrail/internal/vocabulary"
)

const (
	zoomAbout = "Topic,ID,Host name,Host email,Duration (minutes),Start time,End time,Participants\nCircle,812 3456 7891,Ann,h@x.org,62,2025-04-11 03:58:12 PM,2025-04-11 05:00:01 PM,"
	zoomStays = "\n\nName (original name),Email,Join time,Leave time,Duration (minutes),Guest,Recording disclaimer response,In waiting room\n"
	annAndBo  = "Ann,h@x.org,2025-04-11 03:58:12 PM,2025-04-11 05:00:01 PM,62,No,,No\nBo,b@x.org,2025-04-11 04:00:01 PM,2025-04-11 05:00:01 PM,60,Yes,OK,No\n"
	bareHead  = "Name (original name),Email,Join time,Leave time,Duration (minutes),Guest\n"
	teamsFew  = "1. Summary\nMeeting title\tX\nAttended participants\t2\nStart time\t14/03/2025, 09:58:12\nEnd time\t14/03/2025, 11:02:45\nMeeting duration\t1h 4m 33s\n\n" +
		"2. Participants\nName\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole\nAnn\t14/03/2025, 09:58:12\t14/03/2025, 11:02:45\t1h 4m 33s\tann@x.org\tann@x.org\tOrganizer\n"
)

func TestAReportThatHoldsFewerThanItStatesIsTold(t *testing.T) {
	for name, c := range map[string]struct{ source, text, codes string }{
		"zoom, one row missing":      {"zoom", zoomAbout + "3" + zoomStays + annAndBo, "!fewer_than_stated"},
		"zoom, whole":                {"zoom", zoomAbout + "2" + zoomStays + annAndBo, ""},
		"zoom, somebody left out":    {"zoom", zoomAbout + "3" + zoomStays + annAndBo + "Cy,c@x.org,2025-04-11 03:50:01 PM,2025-04-11 03:58:01 PM,8,Yes,,Yes\n", ""},
		"zoom, a row a person":       {"zoom", zoomAbout + "9\n\nName (original name),Email,Total duration (minutes),Guest\nAnn,h@x.org,62,No\n", ""},
		"teams, one row missing":     {"teams", teamsFew, "!fewer_than_stated"},
		"teams, whole":               {"teams", teamsFew + "Bo\t14/03/2025, 09:59:12\t14/03/2025, 11:02:45\t1h 3m 33s\t\t\tPresenter\n", ""},
		"teams, that went on":        {"teams", teamsFew + "\n3. In-Meeting Activities\nName\tJoin Time\tLeave Time\tDuration\tEmail\tRole\nAnn\t14/03/2025, 09:58:12\t14/03/2025, 11:02:45\t1h 4m 33s\tann@x.org\tOrganizer\n", "fewer_than_stated"},
		"teams, two of the one name": {"teams", teamsFew + "Ann\t14/03/2025, 09:59:12\t14/03/2025, 11:02:45\t1h 3m 33s\tann@x.org\tann@x.org\tOrganizer\n", ""},
	} {
		t.Run(name, func(t *testing.T) {
			_, h := source(t, c.source, "x.csv", c.text, Said{})
			same(t, "problems", h.codes(), c.codes)
		})
	}
}

func TestAStayThatNobodyCanHaveMadeIsKeptBack(t *testing.T) {
	const webexHead = "Meeting Name,Meeting Start Time,Meeting End Time,Display Name,First Name,Last Name,Role,Attendee Email,Join Time,Leave Time,Attendance Duration,Connection Type\n"
	for name, c := range map[string]struct {
		source, text string
		stays        int
		codes        string
	}{
		"cut before PM":              {"zoom", zoomAbout + "3" + zoomStays + annAndBo + "Cy,,2025-04-11 04:10:00", 2, "!stay_too_long"},
		"a year":                     {"zoom", bareHead + "Ann,a@x.org,2025-03-14 09:58:12,2025-03-14 11:02:45,65,No\nHuge,h@x.org,2025-03-14 10:00:00,2026-03-14 10:30:00,525630,Yes\n", 1, "!stay_too_long"},
		"a length of weeks":          {"zoom", bareHead + "Ann,a@x.org,2025-03-14 09:58:12,2025-03-14 11:02:45,65,No\nHuge,h@x.org,2025-03-14 10:00:00,2025-03-14 10:30:00,50000,Yes\n", 1, "!stay_too_long"},
		"who stayed after the end":   {"zoom", zoomAbout + "2" + zoomStays + "Ann,h@x.org,2025-04-11 03:58:12 PM,2025-04-11 07:00:01 PM,182,No,,No\nBo,b@x.org,2025-04-11 04:00:01 PM,2025-04-11 05:00:01 PM,60,Yes,OK,No\n", 2, ""},
		"several devices in one sum": {"zoom", zoomAbout + "2\n\nName (original name),Email,Total duration (minutes),Guest\nAnn,h@x.org,500,No\nBo,b@x.org,60,No\n", 2, ""},
		"a camp of three days": {"zoom", "Topic,ID,Host name,Host email,Duration (minutes),Start time,End time,Participants\nCamp,812 3456 7891,Ann,h@x.org,4320,2025-04-11 09:00:00,2025-04-14 09:00:00,1" + zoomStays +
			"Ann,h@x.org,2025-04-11 09:00:00,2025-04-14 09:00:00,4320,No,,No\n", 1, ""},
		"teams":      {"teams", teamsFew + "Bo\t13/03/2025, 09:59:12\t14/03/2025, 11:02:45\t25h 3m 33s\t\t\tPresenter\n", 1, "!stay_too_long"},
		"webex":      {"webex", webexHead + "Call,2025-03-14 10:00:00,2025-03-14 11:00:00,Ann,,,Host,a@x.org,2025-03-14 10:00:00,2025-03-14 11:00:00,60 mins,x\nCall,2025-03-14 10:00:00,2025-03-14 11:00:00,Bo,,,Attendee,b@x.org,2025-03-13 10:00:00,2025-03-14 11:00:00,1500 mins,x\n", 1, "!stay_too_long"},
		"googlemeet": {"googlemeet", "First name,Last name,Email,Duration,Time joined,Time exited\nAnn,Lee,a@x.org,58 min,10:00,10:58\nBo,Ray,b@x.org,3000 min,10:00,10:58\n", 1, "!stay_too_long !session_date_missing"},
	} {
		t.Run(name, func(t *testing.T) {
			sum, h := source(t, c.source, "x.csv", c.text, Said{})
			same(t, "stays", len(h.of(vocabulary.Attendance)), c.stays)
			same(t, "problems", h.codes(), c.codes)
			same(t, "kept and counted", fmt.Sprint(sum.Read-sum.ToCheck), fmt.Sprint(c.stays))
		})
	}
}

func TestARejoinWithoutAWordOfAttendingIsARejoin(t *testing.T) {
	const webinar = "Attendee Report\nTopic,Webinar ID,Actual Start Time,Actual Duration (minutes),# Registered,Unique Viewers\nImpact,899 1111 2222,\"May 19, 2025 03:55 PM\",70,5,1\nAttendee Details\n" +
		"Attended,User Name (Original Name),Email,Join Time,Leave Time,Time in Session (minutes)\nYes,Bo,b@x.org,\"May 19, 2025 04:00:00 PM\",\"May 19, 2025 04:30:00 PM\",30\n" +
		",Bo,b@x.org,\"May 19, 2025 04:40:00 PM\",\"May 19, 2025 05:00:00 PM\",20\n,Cy,c@x.org,--,--,--\nNo,Di,d@x.org,--,--,--\n"
	sum, h := source(t, "zoom", "x.csv", webinar, Said{})
	same(t, "stays", len(h.of(vocabulary.Attendance)), 2)
	same(t, "not there", sum.Ignored[noShow], 2)
	same(t, "problems", h.codes(), "")
}

func TestCellsPastTheHeadingsAreTold(t *testing.T) {
	for name, c := range map[string][2]string{
		"zoom":       {"zoom", bareHead + "Ann,a@x.org,2025-03-14 09:58:12,2025-03-14 11:02:45,65,No,lost,\nBo,b@x.org,2025-03-14 09:58:12,2025-03-14 11:02:45,65,No,lost too,\n"},
		"teams":      {"teams", teamsFew + "Bo\t14/03/2025, 09:59:12\t14/03/2025, 11:02:45\t1h 3m 33s\t\t\tPresenter\tlost\n"},
		"older log":  {"teams", "Full Name\tUser Action\tTimestamp\nAnn\tJoined\t14/12/2020, 12:00:00\tlost\nAnn\tLeft\t14/12/2020, 12:30:00\nBo\tJoined\t14/12/2020, 12:10:00\nBo\tLeft\t14/12/2020, 12:30:00\n"},
		"in Polish":  {"teams", "Imię i nazwisko\tAkcja użytkownika\tSygnatura czasowa\nAnn\tDołączono\t14/12/2020, 12:00:00\nAnn\tOpuszczono\t14/12/2020, 12:30:00\nBo\tDołączył\t14/12/2020, 12:10:00\nBo\tOpuścił\t14/12/2020, 12:30:00\tlost\n"},
		"googlemeet": {"googlemeet", "First name,Last name,Email,Duration,Time joined,Time exited\nAnn,Lee,a@x.org,58 min,2025-03-14 10:00,2025-03-14 10:58,lost\n"},
	} {
		t.Run(name, func(t *testing.T) {
			_, h := source(t, c[0], "x.csv", c[1], Said{})
			same(t, "problems", h.codes(), "column_unnamed")
			same(t, "which", h.problems[0].Value, "lost")
		})
	}
}
