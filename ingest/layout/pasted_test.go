package layout

import (
	"fmt"
	"strings"
	"testing"

	"valuetrail/internal/vocabulary"
)

// Somebody who keeps a year's reports in one file pastes each below the one before.
func TestReportsPastedBelowEachOtherAreMeetingsOfTheirOwn(t *testing.T) {
	const zoomed = "Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants,\n812 3456 7890,%[2]s,10/%[1]d/2025 05:00:00 PM,10/%[1]d/2025 06:00:00 PM,h@x.org,60,2,\n\n" +
		"Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest,\nAnn,a@x.org,10/%[1]d/2025 05:00:00 PM,10/%[1]d/2025 06:00:00 PM,60,No,\nBo,b@x.org,10/%[1]d/2025 05:10:00 PM,10/%[1]d/2025 06:00:00 PM,50,No,\n"
	const teamed = "1. Summary\nMeeting title\t%[2]s\nAttended participants\t2\nStart time\t10/%[1]d/25, 5:00:00 PM\nEnd time\t10/%[1]d/25, 6:00:00 PM\nMeeting duration\t1h\n\n2. Participants\nName\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole\n" +
		"Ann\t10/%[1]d/25, 5:00:00 PM\t10/%[1]d/25, 6:00:00 PM\t1h\ta@x.org\ta@x.org\tPresenter\nBo\t10/%[1]d/25, 5:10:00 PM\t10/%[1]d/25, 6:00:00 PM\t50m\tb@x.org\tb@x.org\tAttendee\n\n"
	for source_, form := range map[string]string{"zoom": zoomed, "teams": teamed} {
		t.Run(source_, func(t *testing.T) {
			text := ""
			for i, day := range []int{14, 21, 28} {
				text += fmt.Sprintf(form, day, []string{"One", "Two", "Three"}[i])
			}
			sum, h := source(t, source_, "year.csv", text, Said{})
			var all []string
			for _, m := range h.of(vocabulary.Meeting) {
				came := 0
				for _, a := range h.of(vocabulary.Attendance) {
					if a["meeting_id"] == m["meeting_id"] {
						came++
					}
				}
				all = append(all, fmt.Sprint(m["title"], " ", m["date"], " ", came))
			}
			same(t, "meetings", strings.Join(all, "; "), "One 2025-10-14 2; Two 2025-10-21 2; Three 2025-10-28 2")
			same(t, "problems", h.codes(), "")
			same(t, "read", sum.Read, 6)
		})
	}
}
