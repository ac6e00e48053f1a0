package layout

import (
	"testing"

	"valuetrail/internal/vocabulary"
)

const zoomUsage = "Topic,Meeting ID,User Name,User Email,Department,Group,Has Zoom Rooms?,Creation Time,Start Time,End Time,Duration (Minutes),Participants," +
	"Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest,Recording Consent,In Waiting Room\n" +
	"CoP call,812 3456 7890,Hal,hal@example.org,,,No,09/01/2025 10:00:00 AM,09/03/2025 02:58:11 PM,09/03/2025 04:05:42 PM,68,2,Ann Lee,ann@example.org,09/03/2025 02:58:11 PM,09/03/2025 04:05:42 PM,68,No,,No\n" +
	"CoP call,812 3456 7890,Hal,hal@example.org,,,No,09/01/2025 10:00:00 AM,09/03/2025 02:58:11 PM,09/03/2025 04:05:42 PM,68,2,Bo Ray,bo@example.org,09/03/2025 03:00:00 PM,09/03/2025 04:05:42 PM,66,No,,No\n" +
	"CoP call,812 3456 7890,Hal,hal@example.org,,,No,09/01/2025 10:00:00 AM,10/01/2025 02:58:11 PM,10/01/2025 04:05:42 PM,68,1,Ann Lee,ann@example.org,10/01/2025 02:58:11 PM,10/01/2025 04:05:42 PM,68,No,,No\n"

func TestZoomUsageReportNamesTheParticipantsAndNotTheHost(t *testing.T) {
	sum, h := source(t, "zoom", "usage.csv", zoomUsage, Said{})
	same(t, "meetings", h.lines(vocabulary.Meeting, "title", "starts_at", "stated_participants"), "CoP call 2025-09-03T14:58:11Z 2; CoP call 2025-10-01T14:58:11Z 1")
	same(t, "stays", stays(h), "Ann Lee ann@example.org 14:58:11-16:05:42 68; Bo Ray bo@example.org 15:00:00-16:05:42 66; Ann Lee ann@example.org 14:58:11-16:05:42 68")
	same(t, "read", sum.Read, 3)
	same(t, "problems", h.codes(), "")
}

func TestZoomMeetingAloneHasTheKeysOfTheUsageReport(t *testing.T) {
	_, all := source(t, "zoom", "usage.csv", zoomUsage, Said{})
	_, one := source(t, "zoom", "p.csv", "Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants,\n812 3456 7890,CoP call,09/03/2025 02:58:11 PM,09/03/2025 04:05:42 PM,hal@example.org,68,2,\n\n"+
		"Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\nAnn Lee,ann@example.org,09/03/2025 02:58:11 PM,09/03/2025 04:05:42 PM,68,No\n", Said{})
	for i := range one.rows {
		same(t, "key", one.rows[i].Key, all.rows[i].Key)
	}
}

func TestZoomListOfMeetingsIsRefusedWithARemedy(t *testing.T) {
	b := book(t, "m.csv", "Topic,Meeting ID,User Name,User Email,Department,Group,Has Zoom Rooms?,Creation Time,Start Time,End Time,Duration (Minutes),Participants\n"+
		"CoP call,812 3456 7890,Hal,hal@example.org,,,No,09/01/2025 10:00:00 AM,09/03/2025 02:58:11 PM,09/03/2025 04:05:42 PM,68,4\n")
	tellsOfNoPresence(t, b)
}
