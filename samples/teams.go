package samples

import (
	"fmt"
	"sort"
	"strconv"
)

// teamsReport writes the three-section report of 2022 and later.
func (g *generator) teamsReport(m *meeting) {
	visits := g.online(m)
	start, end := visits[0].from, 0
	for _, v := range visits {
		end = max(end, v.to)
	}
	totals, order := unite(visits)
	rows := [][]string{
		{"1. Summary"}, {"Meeting title", m.Title}, {"Attended participants", strconv.Itoa(len(order))},
		{"Start time", european(m.Date, start)}, {"End time", european(m.Date, end)}, {"Meeting duration", span(end - start)},
		{"Average attendance time", span(totals.mean())}, {}, {"2. Participants"},
		{"Name", "First Join", "Last Leave", "In-Meeting Duration", "Email", "Participant ID (UPN)", "Role"},
	}
	total := map[string]int{}
	for _, key := range order {
		t := totals[key]
		rows = append(rows, []string{t.v.name, european(m.Date, t.first), european(m.Date, t.last), span(t.sum), t.v.email, t.v.email, g.teamsRole(m, t.v)})
		total[key] = len(rows)
	}
	name := "Lakeside - Attendance report " + m.Date[8:] + "-" + m.Date[5:7] + "-" + m.Date[2:4] + ".csv"
	file := g.folder(m.Date) + "/" + name
	rows = append(rows, []string{}, []string{"3. In-Meeting Activities"}, []string{"Name", "Join Time", "Leave Time", "Duration", "Email", "Role"})
	about := FileTruth{HeadingRow: len(rows), DataRows: len(visits), Sessions: []string{m.SessionID}}
	for i := range rows {
		reason := "preamble"
		if len(rows[i]) == 0 {
			reason = "blank"
		} else if i >= 10 && i < 10+len(order) {
			reason = "summary"
		}
		if i < len(rows)-1 {
			about.Notes = append(about.Notes, Note{Row: i + 1, Reason: reason})
		}
	}
	for _, v := range visits {
		rows = append(rows, []string{v.name, european(m.Date, v.from), european(m.Date, v.to), span(v.to - v.from), v.email, g.teamsRole(m, v)})
		row := g.record(m, v, Ref{File: file, Row: len(rows)})
		row.MinuteRow = total[v.name+"\t"+v.email]
		about.note(len(rows), v)
	}
	about.LastRow = len(rows)
	g.add(g.folder(m.Date), name, "attendance", "teams", tabText(rows, "\r\n"), about)
}

type teamsTotal struct {
	v                *visit
	first, last, sum int
}

type teamsTotals map[string]*teamsTotal

func (t teamsTotals) mean() int {
	sum := 0
	for _, one := range t {
		sum += one.sum
	}
	return sum / max(1, len(t))
}

// unite adds up the intervals of one name and address, as Teams does.
func unite(visits []*visit) (totals teamsTotals, order []string) {
	totals = teamsTotals{}
	for _, v := range visits {
		key := v.name + "\t" + v.email
		t, ok := totals[key]
		if !ok {
			t = &teamsTotal{v: v, first: v.from}
			totals[key] = t
			order = append(order, key)
		}
		t.last = max(t.last, v.to)
		t.sum += v.to - v.from
	}
	return totals, order
}

func (g *generator) teamsRole(m *meeting, v *visit) string {
	for _, id := range m.Facilitators {
		if id == v.who {
			return "Organizer"
		}
	}
	if v.being != "member" {
		return "Attendee"
	}
	return "Presenter"
}

// teamsActionLog writes the old list of Joined and Left, names only. Who has
// no Left is there until the last time in the file.
func (g *generator) teamsActionLog(m *meeting) {
	type event struct {
		v      *visit
		action string
		at     int
	}
	var events []event
	last := 0
	for _, v := range g.online(m) {
		v.email = ""
		events = append(events, event{v, "Joined", v.from})
		if !v.openEnded {
			events = append(events, event{v, "Left", v.to})
			last = max(last, v.to)
		}
	}
	sort.SliceStable(events, func(i, j int) bool { return events[i].at < events[j].at })
	name := "meetingAttendanceList.csv"
	file := g.folder(m.Date) + "/" + name
	rows := [][]string{{"Full Name", "User Action", "Timestamp"}}
	joined, left := map[*visit]int{}, map[*visit]int{}
	for _, e := range events {
		rows = append(rows, []string{e.v.name, e.action, european(m.Date, e.at)})
		if e.action == "Joined" {
			joined[e.v] = len(rows)
		} else {
			left[e.v] = len(rows)
		}
	}
	for _, v := range g.online(m) {
		if v.openEnded {
			v.to = last
		}
		row := g.record(m, v, Ref{File: file, Row: joined[v]})
		row.EndRow = left[v]
	}
	about := FileTruth{HeadingRow: 1, LastRow: len(rows), DataRows: len(events), Sessions: []string{m.SessionID}}
	g.add(g.folder(m.Date), name, "attendance", "teams", tabText(rows, "\n"), about)
}

func european(day string, second int) string { return at(day, second).Format("02/01/2006, 15:04:05") }

// span is a duration as Teams writes it.
func span(seconds int) string {
	h, m, s := seconds/3600, seconds/60%60, seconds%60
	switch {
	case h > 0:
		return fmt.Sprintf("%dh %dm %ds", h, m, s)
	case m > 0:
		return fmt.Sprintf("%dm %ds", m, s)
	}
	return fmt.Sprintf("%ds", s)
}
