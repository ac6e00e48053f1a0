package samples

import (
	"strconv"
	"strings"
	"time"
)

// onlineMeetings writes the attendance reports of Zoom and Teams.
func (g *generator) onlineMeetings() error {
	for _, m := range g.sessions {
		if !m.TookPlace || !m.HasRegister {
			continue
		}
		switch m.Recorded[0] {
		case zoomFull, zoomBare, zoomNew:
			g.zoomIntervals(m)
		case zoomUnique:
			g.zoomUniqueUsers(m)
		case teamsNew:
			g.teamsReport(m)
		case teamsLog:
			g.teamsActionLog(m)
		}
	}
	return nil
}

func (g *generator) online(m *meeting) []*visit {
	var out []*visit
	for _, v := range g.came[m.SessionID] {
		if v.mode == "online" {
			out = append(out, v)
		}
	}
	return out
}

// record notes an attendance row as truth; seconds are unknown without times.
func (g *generator) record(m *meeting, v *visit, ref Ref) *AttendanceRow {
	row := AttendanceRow{
		ID: len(g.truth.AttendanceRows), Ref: ref, Session: m.SessionID, Name: v.name, Email: v.email, Who: v.who,
		Being: v.being, Status: "present", Mode: v.mode, Waiting: v.waiting, OpenEnded: v.openEnded,
	}
	if v.from > 0 {
		n := v.to - v.from
		row.Joined, row.Left, row.Seconds = clock(m.Date, v.from), clock(m.Date, v.to), &n
	}
	g.truth.AttendanceRows = append(g.truth.AttendanceRows, row)
	return &g.truth.AttendanceRows[row.ID]
}

func zoomPreamble(m *meeting, number, host string, participants int) [][]string {
	start := seconds(m.Start)
	values := []string{number, m.Title, american(m.Date, start-300), american(m.Date, start+m.Minutes*60+60), host,
		strconv.Itoa(m.Minutes + 6), strconv.Itoa(participants), ""}
	return [][]string{{"Meeting ID", "Topic", "Start Time", "End Time", "User Email", "Duration (Minutes)", "Participants", ""}, values, nil}
}

func newZoomPreamble(m *meeting, number, host string, participants int) [][]string {
	start := seconds(m.Start)
	values := []string{m.Title, number, "Lakeside network", host, american(m.Date, start-300), american(m.Date, start+m.Minutes*60+60),
		strconv.Itoa(participants), strconv.Itoa(m.Minutes + 6)}
	return [][]string{{"Topic", "ID", "Host name", "Host email", "Start time", "End time", "Participants", "Duration (minutes)"}, values, nil}
}

// zoomIntervals writes one row a join, with or without the meeting on top.
func (g *generator) zoomIntervals(m *meeting) {
	visits, host := g.online(m), g.person(m.Facilitators[0]).Email
	number := g.plan.zoom + " " + m.Date[5:7] + m.Date[8:]
	name := "participants_" + strings.ReplaceAll(number, " ", "") + ".csv"
	heading := []string{"Name (Original Name)", "User Email", "Join Time", "Leave Time", "Duration (Minutes)", "Guest", "In Waiting Room"}
	rows := zoomPreamble(m, number, host, len(visits))
	switch m.Recorded[0] {
	case zoomBare:
		rows, heading = nil, heading[:6]
		name = "zoom attendance " + strings.ToLower(at(m.Date, 0).Format("January")) + g.plan.suffix + ".csv"
	case zoomNew:
		rows = newZoomPreamble(m, number, host, len(visits))
		heading = []string{"Name (original name)", "Email", "Join time", "Leave time", "Duration (minutes)", "Guest", "Recording disclaimer response", "In waiting room"}
	}
	file := g.folder(m.Date) + "/" + name
	about := FileTruth{HeadingRow: len(rows) + 1, DataRows: len(visits), Sessions: []string{m.SessionID}, Notes: above(len(rows))}
	rows = append(rows, heading)
	for _, v := range visits {
		row := g.record(m, v, Ref{File: file, Row: len(rows) + 1})
		minutes := (v.to - v.from + 59) / 60
		row.Stated = &minutes
		line := []string{v.name, v.email, american(m.Date, v.from), american(m.Date, v.to), strconv.Itoa(minutes), yes(v.email == "" || v.being != "member")}
		switch len(heading) {
		case 7:
			line = append(line, yes(v.waiting))
		case 8:
			line = append(line, "OK", yes(v.waiting))
		}
		rows = append(rows, line)
		about.note(len(rows), v)
	}
	about.LastRow = len(rows)
	g.add(g.folder(m.Date), name, "attendance", "zoom", csvText(rows, true, true), about)
}

// zoomUniqueUsers writes one row a user, with total minutes and no times.
func (g *generator) zoomUniqueUsers(m *meeting) {
	visits := g.online(m)
	rows := zoomPreamble(m, strings.ReplaceAll(g.plan.zoom, " ", "")+"0000", g.person(m.Facilitators[0]).Email, len(visits)+9)
	name := "participants_" + strings.ReplaceAll(g.plan.zoom, " ", "") + "0000_unique.csv"
	file := g.folder(m.Date) + "/" + name
	about := FileTruth{HeadingRow: 4, DataRows: len(visits), Sessions: []string{m.SessionID}, Notes: above(3)}
	rows = append(rows, []string{"Name (Original Name)", "User Email", "Total Duration (Minutes)", "Guest"})
	for _, v := range visits {
		row := g.record(m, v, Ref{File: file, Row: len(rows) + 1})
		minutes := (v.to - v.from + 59) / 60
		total := minutes * 60
		row.Stated, row.Seconds, row.Joined, row.Left = &minutes, &total, "", ""
		rows = append(rows, []string{v.name, v.email, strconv.Itoa(minutes), yes(v.email == "" || v.being != "member")})
		about.note(len(rows), v)
	}
	about.LastRow = len(rows)
	g.add(g.folder(m.Date), name, "attendance", "zoom", csvText(rows, true, true), about)
}

// note says of a row of somebody who is nobody, or who only waited, why it
// gives no attendance.
func (f *FileTruth) note(row int, v *visit) {
	switch {
	case v.waiting:
		f.Notes = append(f.Notes, Note{Row: row, Reason: "waiting_room"})
	case v.being != "member" && v.being != "visitor":
		f.Notes = append(f.Notes, Note{Row: row, Reason: v.being})
	}
}

// above are the rows over a heading: Zoom's two lines and a blank one.
func above(n int) []Note {
	var notes []Note
	for i := range n {
		reason := "preamble"
		if i == n-1 {
			reason = "blank"
		}
		notes = append(notes, Note{Row: i + 1, Reason: reason})
	}
	return notes
}

func american(day string, second int) string { return at(day, second).Format("01/02/2006 03:04:05 PM") }

func clock(day string, second int) string { return at(day, second).Format("2006-01-02T15:04:05") }

// at is a moment of a day that check let through; any other text is the day
// zero.
func at(day string, second int) time.Time {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		t = time.Time{}
	}
	return t.Add(time.Duration(second) * time.Second)
}

func yes(b bool) string {
	if b {
		return "Yes"
	}
	return "No"
}
