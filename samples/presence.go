package samples

import (
	"slices"
	"sort"
)

// presences unites the rows of each person at each session.
func (g *generator) presences() error {
	linked := map[[3]string]string{}
	for _, n := range g.truth.Names[g.from.names:] {
		linked[[3]string{n.File, n.Name, n.Email}] = n.LinksTo
	}
	rowsOf := map[[2]string][]AttendanceRow{}
	for _, row := range g.truth.AttendanceRows[g.from.rows:] {
		if row.Being == "member" || row.Being == "visitor" {
			key := [2]string{row.Session, row.Who}
			rowsOf[key] = append(rowsOf[key], row)
		}
	}
	for _, m := range g.sessions {
		var who []string
		for key := range rowsOf {
			if key[0] == m.SessionID {
				who = append(who, key[1])
			}
		}
		sort.Strings(who)
		for _, id := range who {
			rows := rowsOf[[2]string{m.SessionID, id}]
			a := g.unite(m, rows)
			var sure []AttendanceRow
			for _, row := range rows {
				name := row.Name
				if row.MemberID != "" {
					name = row.MemberID
				}
				if row.Being == "visitor" || linked[[3]string{row.Ref.File, name, row.Email}] == id {
					sure = append(sure, row)
				}
			}
			byRules := g.unite(m, sure)
			a.AttendedByRules, a.SecondsByRules = byRules.Attended, byRules.Seconds
			g.truth.Attendance = append(g.truth.Attendance, a)
		}
	}
	return nil
}

// unite makes one attendance of rows about one person and session. Where
// nobody noted times, the person attended for an unknown time.
func (g *generator) unite(m *meeting, rows []AttendanceRow) Attendance {
	a := Attendance{Session: m.SessionID, Modes: []string{}}
	var spans [][2]string
	here, untimed, total := false, false, 0
	for _, row := range rows {
		a.Who, a.Being = row.Who, row.Being
		a.Rows = append(a.Rows, row.ID)
		if row.Mode != "" && !slices.Contains(a.Modes, row.Mode) {
			a.Modes = append(a.Modes, row.Mode)
		}
		switch {
		case row.Status != "present":
			a.Status = row.Status
		case row.Waiting:
		case row.Seconds == nil:
			here, untimed = true, true
		case row.Joined == "":
			here, total = true, total+*row.Seconds
		default:
			here = true
			spans = append(spans, [2]string{row.Joined, row.Left})
		}
	}
	total += united(spans)
	if p := g.person(a.Who); p != nil {
		a.Enrolled = p.EnrolledOn(m.Date)
	}
	if !here {
		return a
	}
	if total > 0 {
		a.Seconds = &total
	}
	a.Attended, a.Status = untimed || total >= minimumMinutes*60, "present"
	if !a.Attended {
		a.Status = "too_short"
	}
	sort.Strings(a.Modes)
	return a
}

// united is the length of the union of intervals of one day, in seconds.
func united(spans [][2]string) int {
	sort.Slice(spans, func(i, j int) bool { return spans[i][0] < spans[j][0] })
	sum, end := 0, 0
	for _, s := range spans {
		from, to := daySecond(s[0]), daySecond(s[1])
		if from < end {
			from = end
		}
		if to > from {
			sum += to - from
			end = to
		}
	}
	return sum
}

func daySecond(instant string) int {
	at := instant[len("2006-01-02T"):]
	return seconds(at) + int(at[6]-'0')*10 + int(at[7]-'0')
}
