package layout

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"valuetrail/ingest/sheet"
	"valuetrail/internal/vocabulary"
)

// fuzzLayout reads the seeds with two cells replaced: the layout must not panic,
// must balance, must give canonical forms, and the same twice.
func fuzzLayout(f *testing.F, l Layout, seeds ...string) {
	var tables [][][]string
	for i, s := range seeds {
		var table [][]string
		rows, err := firstRows(book(f, "seed", s).Sheets[0], -1)
		if err != nil {
			f.Fatal(err)
		}
		for _, row := range rows {
			table = append(table, row.Cells)
		}
		tables = append(tables, table)
		for _, text := range []string{"", "x", "13/14/15", "2025-09-01 10:00", "1. 2", "A", "#N/A", "-1", "Name", "\u202e"} {
			f.Add(uint8(i), uint16(7), text, uint16(19), "1e9")
			f.Add(uint8(i), uint16(12), "9:00:01 AM", uint16(16), text)
		}
	}
	f.Fuzz(func(t *testing.T, seed uint8, at uint16, text string, other uint16, second string) {
		readTwice(t, l, withCells(tables[int(seed)%len(tables)], map[int]string{int(at): text, int(other): second}))
	})
}

// withCells is a table as csv, with some cells (counted along the rows) others.
func withCells(table [][]string, changed map[int]string) []byte {
	n := 0
	for _, row := range table {
		n += len(row)
	}
	place := map[int]string{}
	for at, text := range changed {
		place[at%n] = text
	}
	var out strings.Builder
	n = 0
	for _, row := range table {
		for i, c := range row {
			if text, ok := place[n]; ok {
				c = text
			}
			if n++; i > 0 {
				out.WriteByte(',')
			}
			out.WriteString(`"` + strings.ReplaceAll(c, `"`, `""`) + `"`)
		}
		out.WriteByte('\n')
	}
	return []byte(out.String())
}

func readTwice(t *testing.T, l Layout, data []byte) {
	t.Helper()
	b, err := sheet.Read("x 2025-09-03.csv", data, sheet.Options{})
	if err != nil {
		return
	}
	sure, err := l.Match(b)
	if err != nil || sure == 0 {
		return
	}
	if sure < 0 || sure > 1 {
		t.Fatalf("certainty %v", sure)
	}
	said := Said{Zone: time.FixedZone("", 2*3600)}
	one, two := &heap{}, &heap{}
	sum, err := l.Read(b, said, one)
	if err != nil {
		return
	}
	checkAll(t, sum, one)
	checkForms(t, one)
	if _, err := l.Read(b, said, two); err != nil || !reflect.DeepEqual(one, two) {
		t.Fatalf("reads differently the second time: %v", err)
	}
}

// checkForms holds the canonical form of what fields hold.
func checkForms(t *testing.T, h *heap) {
	t.Helper()
	for _, r := range h.rows {
		schema, _ := vocabulary.SheetOf(r.Kind)
		for i, f := range schema.Fields {
			v := r.Fields[i]
			layout := map[vocabulary.Holds]string{vocabulary.Day: time.DateOnly, vocabulary.Instant: "2006-01-02T15:04:05Z", vocabulary.Clock: "15:04"}[f.Holds]
			if v == "" {
				continue
			}
			if layout != "" {
				if _, err := time.Parse(layout, v); err != nil {
					t.Errorf("%s of %s: %v", f.Heading, r.Kind, err)
				}
			}
			if f.Holds == vocabulary.Word && !f.Choice.Has(v) || f.Holds == vocabulary.Flag && v != "yes" && v != "no" {
				t.Errorf("%s of %s is %q", f.Heading, r.Kind, v)
			}
		}
	}
}

func FuzzZoom(f *testing.F) {
	fuzzLayout(f, Zoom{}, zoomClassic, "Name (Original Name),User Email, Total Durection(Minutes),Guest\nAnn,a@b.org,61,No\n",
		zoomWebinar, zoomUsage, zoomAbroadSeed("fr"), "Имя (настоящее имя),Эл. почта,Вход,Выход,Длительность (мин),Гость\nAnn,a@b.org,09/03/2025 14:00:00,09/03/2025 15:00:00,60,Нет\n")
}

func FuzzGoogleMeet(f *testing.F) {
	fuzzLayout(f, GoogleMeet{}, meetReport, "Meeting title,Date,Start time,End time\nStandup,2026-05-11,09:00,09:32\n\nName,Email,Duration,Time joined,Time exited\nAnn,a@b.org,32m,9:00:12,9:32:01\n",
		"* Meeting code: abc-defg-hij\n* Created on 2021-02-15 08:47:02\n\nFull Name,First Seen,Time in Call\nAnn Lee,08:47:02,00:47:12\n",
		"Date,Event name,Meeting code,Participant identifier,Participant name,Duration (seconds)\n2021-03-25T16:03:10+01:00,Endpoint left,ABCDEFGHIJ,a@b.org,Ann,900\n")
}

func FuzzWebex(f *testing.F) {
	fuzzLayout(f, Webex{}, webexReport)
}

func FuzzLuma(f *testing.F) {
	fuzzLayout(f, Luma{}, lumaGuestsOf("2026-05-01T19:02:00.000Z"))
}

func FuzzEventbrite(f *testing.F) {
	fuzzLayout(f, Eventbrite{}, eventbriteAttendees, eventbriteOrders)
}

func FuzzTeams(f *testing.F) {
	fuzzLayout(f, Teams{}, teamsEnglish, teamsPolish, "Full Name\tUser Action\tTimestamp\nAnn\tJoined\t14/12/2020, 12:00:00\nAnn\tLeft\t14/12/2020, 13:00:00\n",
		"Meeting Summary\nMeeting Title\tX\nFull Name\tJoin Time\tLeave Time\tDuration\tEmail\tRole\nAnn\t6/14/2021, 9:00:01 AM\t6/14/2021, 10:00:00 AM\t59m 59s\ta@b.org\tOrganizer\n")
}

func FuzzQualtrics(f *testing.F) {
	fuzzLayout(f, Qualtrics{}, qualtricsCSV, "V1,V2,V8,Q1\nResponseID,ResponseSet,StartDate,Useful?\nR_1,D,2014-01-10 08:00:00,4\n")
}

func FuzzRegister(f *testing.F) {
	fuzzLayout(f, Register{}, "Title\n\nName,44118,\"Sun, 14 Jun 20\",9/28/2026,Total\nAnn,x,,P,2\nBo,A,L,45 min,1\nTotal,1,1,1,3\n", "Name,1,2,3\nAnn,1,0,\n",
		"name,date,time,topic,status\nAnn,2025-09-01,14:00,Kick-off,P\n", "Slug,Day1,Day2\n2015-08-20-msu,18,12\n", "Name,Kick-off,Second\nAnn,x,x\nBo,p,\n", signInSheet,
		"Register 2025/26\nName,14.3.,28.3.,Review\nAnn,x,x,x\nGroup B,,,\nBo,x,,x\nAnwesend,2,1,2\n", "Name,14 March,Minutes,11 April 2025,Minutes\nAnn,x,60,,45\n", "Nr,Name,2025-03-14,,3/28,\n,,Here,Minutes,Here,Minutes\n1,Ann,x,60,x,45\n",
		"date,name,status,duration\n2025-03-14,Ann,present,1:02:03\n", "Date:,2025-09-03,,\nName,Time in,Time out,Signature\nAnn Lee,14:02,16:00,AL\nBo Ray,2:15 pm,,BR\n")
}

func FuzzOwn(f *testing.F) {
	fuzzLayout(f, Own{}, "member_id,display_name,email,cohort,join_date\nm1,Ann,a@b.org,2025,13/09/2025\n", "session_date;session_title;name;status;minutes\n03.09.2025;Kick-off;Ann;came;67,5\n",
		"wave_id,respondent_id,submitted_at,Useful?\nw1,m1,2025-09-01T10:00:00+02:00,4\n", "story_id,collected_on,teller_id,activity,cycles,consent_scope,anonymize\ns1,2025-09-01,m1,We met,applied|realised,public,Y\n")
}
