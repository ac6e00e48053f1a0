package main

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
)

// meetingExports are small exports of tools of which no real file is at hand, as
// their documentation and public readers have them, by file name.
var meetingExports = map[string]struct {
	text   string
	source string
	want   map[string]float64
}{
	"webinar.csv": {"Attendee Report\nReport Generated:,\"Mar 23, 2025 6:26 PM\"\nTopic,Webinar ID,Actual Start Time,Actual Duration (minutes),# Registered,# Cancelled,Unique Viewers\n" +
		"Open session,847 5984 1045,\"Mar 22, 2025 7:13 PM\",282,4,0,3\nHost Details\nAttended,User Name (Original Name),Email,Join Time,Leave Time,Time in Session (minutes),Is Guest,Country/Region Name\n" +
		"Yes,Ann Lee,ann@example.org,\"Mar 22, 2025 19:13:27\",\"Mar 22, 2025 23:55:19\",282,No,Spain\nPanelist Details\n" +
		"Attended,User Name (Original Name),Email,Join Time,Leave Time,Time in Session (minutes),Is Guest,Country/Region Name\n" +
		"Yes,Bo Ray,bo@example.org,\"Mar 22, 2025 19:28:00\",\"Mar 22, 2025 23:55:00\",267,Yes,Spain\nYes,Bo Ray,bo@example.org,\"Mar 22, 2025 20:52:00\",\"Mar 22, 2025 23:55:00\",183,Yes,Spain\n" +
		"Attendee Details\nAttended,User Name (Original Name),Email,Join Time,Leave Time,Time in Session (minutes),Is Guest,Country/Region Name\n" +
		"Yes,Cy Fox,cy@example.org,\"Mar 22, 2025 19:20:00\",\"Mar 22, 2025 19:50:00\",30,Yes,Spain\nNo,Di Moss,di@example.org,--,--,--,--,--\n",
		"zoom", map[string]float64{"facts.people": 3, "facts.attendances": 4, "rows.reasons.no_show": 1, "facts.minutes_sum": 762, "facts.minutes_union": 578.867, "facts.stated_participants": 3}},
	"meet 2025-09-03.csv": {"First name,Last name,Email,Duration,Time joined,Time exited\nAda,Nova,ada@example.org,58 min,18:02,19:00\nGrace,Hop,grace@example.org,1 hr 2 min,17:58,19:00\nBo,Ray,,5 min,18:10,18:15\n",
		"googlemeet", map[string]float64{"facts.people": 3, "facts.attendances": 3, "facts.minutes_sum": 125, "facts.minutes_union": 125}},
	"webex.csv": {"Meeting Name,Meeting Start Time,Meeting End Time,Display Name,First Name,Last Name,Role,Attendee Email,Join Time,Leave Time,Attendance Duration,Connection Type\n" +
		"Peer assist,2024-01-15 10:00:00,2024-01-15 11:00:00,Ann Lee,Ann,Lee,Host,ann@example.org,2024-01-15 09:58:00,2024-01-15 11:00:00,62 mins,Desktop app\n" +
		"Review,2024-01-22 10:00:00,2024-01-22 11:00:00,Ann Lee,Ann,Lee,Host,ann@example.org,2024-01-22 10:00:00,2024-01-22 10:30:00,30 mins,Desktop app\n",
		"webex", map[string]float64{"facts.people": 1, "facts.sessions": 2, "facts.minutes_sum": 92}},
	"luma.csv": {"api_id,name,first_name,last_name,email,phone_number,created_at,approval_status,checked_in_at,qr_code_url,ticket_name\n" +
		"gst-1,Ann Lee,Ann,Lee,ann@example.org,,2026-04-20T10:00:00.000Z,approved,2026-05-01T19:02:00.000Z,https://luma.com/check-in/evt-Ab1?pk=1,Standard\n" +
		"gst-2,Bo Ray,Bo,Ray,bo@example.org,,2026-04-20T10:00:00.000Z,approved,,https://luma.com/check-in/evt-Ab1?pk=2,Standard\n",
		"luma", map[string]float64{"facts.people": 1, "facts.attendances": 1, "rows.reasons.no_show": 1}},
	"eventbrite.csv": {"Order #,Order Date,First Name,Last Name,Email,Quantity,Ticket Type,Attendee #,Attendee Status,Event Name,Event start date\n" +
		"1001,2026-09-26 20:10,Ann,Lee,ann@example.org,1,General,555001,Checked In,Spring call,2026-10-03\n1002,2026-09-26 20:10,Bo,Ray,bo@example.org,1,General,555002,Attending,Spring call,2026-10-03\n" +
		"1003,2026-09-26 20:10,Cy,Fox,cy@example.org,1,General,555003,Refunded,Spring call,2026-10-03\n",
		"eventbrite", map[string]float64{"facts.people": 1, "rows.reasons.no_show": 1, "rows.reasons.refunded": 1}},
	"sign-in.csv": {"Sign-in sheet: Peer assist,,,\nDate:,3 September 2025,,\nName,Email,Time in,Signature\nAnn Lee,ann@example.org,10:02,A. Lee\nBo Ray,,10:05,x\nCy Fox,,,\n",
		"register", map[string]float64{"facts.people": 3, "facts.attendances": 2, "rows.reasons.no_mark": 1}},
}

func TestExportsOfMeetingsAndEventsGiveTheSameHoweverTheyWereSaved(t *testing.T) {
	for name, export := range meetingExports {
		t.Run(export.source+" "+name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), name)
			if err := os.WriteFile(file, []byte(export.text), 0o600); err != nil {
				t.Fatal(err)
			}
			_, files := newDesk(t).receipts("--dry-run", file)
			if files[0]["source"] != export.source {
				t.Fatalf("read as of %v", files[0]["source"])
			}
			for path, n := range export.want {
				if have := files[0].number(path); have != n {
					t.Errorf("%s is %v, want %v", path, have, n)
				}
			}
			agree(t, file, map[string]variant{
				"UTF-16, little end first":             {as: utf16LE},
				"UTF-16, big end first":                {as: utf16BE},
				"tabs":                                 {change: delimited('\t')},
				"semicolons, as Excel saves it abroad": {change: delimited(';'), as: charmap.Windows1252},
				"line ends of Windows":                 {change: replace("\n", "\r\n")},
				"line ends of an old Mac":              {change: replace("\n", "\r")},
				"a mark in front":                      {change: func(s string) string { return "\ufeff" + s }},
				"padded lines":                         {change: eachLine(func(l string) string { return l + ",,," })},
				"blank lines at the end":               {change: func(s string) string { return s + "\n,,,,\n\n" }},
			})
			d := newDesk(t)
			d.write(name, bookOf(t, meetingCells(t, export.text)))
			_, saved := d.receipts("--dry-run", d.path(name))
			for _, key := range same {
				if have, want := asJSON(saved[0].at(key)), asJSON(files[0].at(key)); have != want {
					t.Errorf("as a workbook: %s is %s, and %s in the original", key, have, want)
				}
			}
		})
	}
}

// delimited writes comma-separated text with another delimiter.
func delimited(by rune) func(string) string {
	return func(s string) string {
		r := csv.NewReader(strings.NewReader(s))
		r.FieldsPerRecord, r.LazyQuotes = -1, true
		rows, err := r.ReadAll()
		if err != nil {
			return s
		}
		var out strings.Builder
		w := csv.NewWriter(&out)
		w.Comma = by
		if err := w.WriteAll(rows); err != nil {
			return s
		}
		return out.String()
	}
}

// meetingCells is comma-separated text as rows of cells.
func meetingCells(t *testing.T, s string) [][]any {
	t.Helper()
	r := csv.NewReader(strings.NewReader(s))
	r.FieldsPerRecord = -1
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var out [][]any
	for _, row := range rows {
		var cells []any
		for _, c := range row {
			cells = append(cells, c)
		}
		out = append(out, cells)
	}
	return out
}
