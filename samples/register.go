package samples

import "sort"

// registers writes the convenor's paper register, typed up again as it grew: names down, dates across, an x for being there.
func (g *generator) registers() error {
	for _, edition := range g.plan.registers {
		if err := g.register(edition.month(), edition.name); err != nil {
			return err
		}
	}
	return nil
}

type registerLine struct {
	visit *visit
	firm  string
	marks map[string]*visit // by session
}

func (g *generator) register(month, name string) error {
	var columns []*meeting
	for _, m := range g.sessions {
		if m.recordedBy(register) && m.Date[:7] <= month {
			columns = append(columns, m)
		}
	}
	lines := g.registerLines(columns)
	const sheetName = "Register"
	heading := []any{"Name", "Organisation"}
	for i, m := range columns {
		if i%2 == 0 {
			heading = append(heading, date(m.Date))
		} else {
			heading = append(heading, m.Date)
		}
	}
	heading = append(heading, "Times here")
	rows := [][]any{{"Lakeside network: who was in the room"}, nil, heading}
	about := FileTruth{Sheet: sheetName, HeadingRow: 3, Notes: []Note{{1, "preamble"}, {2, "blank"}}}
	file := g.plan.folder + "/" + month + "/" + name
	sum := make([]int, len(columns))
	for i, line := range lines {
		if i == len(lines)/2 { // somebody left a line free
			rows = append(rows, nil)
			about.Notes = append(about.Notes, Note{len(rows), "blank"})
		}
		row := []any{line.visit.name, line.firm}
		for c, m := range columns {
			mark := ""
			if v := line.marks[m.SessionID]; v != nil {
				mark = pick(g, "x", "x", "x", "X")
				sum[c]++
				noted := g.record(m, v, Ref{File: file, Sheet: sheetName, Row: len(rows) + 1})
				noted.Column = c + 3
			}
			row = append(row, mark)
		}
		rows = append(rows, append(row, len(line.marks)))
		about.DataRows++
	}
	total := []any{"Total", ""}
	for _, n := range sum {
		total = append(total, n)
	}
	rows = append(rows, total)
	about.Notes, about.LastRow = append(about.Notes, Note{len(rows), "total"}), len(rows)
	for _, m := range columns {
		about.Sessions = append(about.Sessions, m.SessionID)
	}
	data, err := workbook("Lakeside network", sheet{name: sheetName, rows: rows, merged: "A1:D1"})
	if err != nil {
		return err
	}
	g.add(g.plan.folder+"/"+month, name, "attendance", "register", data, about)
	return nil
}

// registerLines gathers the marks of each name as written.
func (g *generator) registerLines(columns []*meeting) []*registerLine {
	byName := map[string]*registerLine{}
	var lines []*registerLine
	for _, m := range columns {
		for _, v := range g.came[m.SessionID] {
			if v.mode != "in_person" {
				continue
			}
			line := byName[v.name]
			if line == nil {
				line = &registerLine{visit: v, firm: "visitor", marks: map[string]*visit{}}
				if p := g.person(v.who); p != nil {
					line.firm = p.OrgUnit
				}
				byName[v.name] = line
				lines = append(lines, line)
			}
			line.marks[m.SessionID] = v
		}
	}
	sort.Slice(lines, func(i, j int) bool { return lines[i].visit.name < lines[j].visit.name })
	return lines
}

// invitations writes who was asked to the peer assists and who excused
// themselves, by the headings of an attendance sheet.
func (g *generator) invitations() error {
	headings := []string{"session_id", "member_id", "status", "mode"}
	var rows [][]string
	away := 0 // of those who did not come, every third said nothing
	listed := map[string]bool{}
	for _, edition := range g.plan.invited {
		t := g.table("attendance", edition, headings)
		t.key = []int{0, 1}
		for _, m := range g.sessions {
			if m.OpenTo != "invited" || !m.recordedBy(register) || m.Date[:7] > edition.month() {
				continue
			}
			t.sessions = append(t.sessions, m.SessionID)
			if listed[m.SessionID] {
				continue
			}
			listed[m.SessionID] = true
			for _, id := range m.Invited {
				status := "invited"
				if !g.cameTo(m, id) {
					status = []string{"invited", "declined", "excused"}[away%3]
					away++
				}
				rows = append(rows, []string{m.SessionID, id, status, ""})
			}
		}
		t.rows = append(t.rows, rows...)
		for i, row := range rows {
			v := &visit{who: row[1], being: "member"}
			noted := g.record(g.meeting(row[0]), v, Ref{File: t.path(), Row: i + 2})
			noted.Status, noted.MemberID = row[2], row[1]
		}
		if err := g.own(t); err != nil {
			return err
		}
	}
	return nil
}

func (g *generator) cameTo(m *meeting, id string) bool {
	for _, v := range g.came[m.SessionID] {
		if v.who == id {
			return true
		}
	}
	return false
}
