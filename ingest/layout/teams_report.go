package layout

import (
	"slices"
	"strings"

	"valuetrail/ingest/sheet"
)

// stayTable is one table of stays in a Teams report.
type stayTable struct {
	rows    []sheet.Row
	columns teamsColumns
}

// readSections reads a report in sections, and those that somebody pasted below it:
// each begins with a section of its own number one.
func (r *reading) readSections(no int, rows []sheet.Row) error {
	for len(rows) > 0 {
		next := 1 + slices.IndexFunc(rows[1:], func(row sheet.Row) bool { return section(row) == 1 })
		if next == 0 || !slices.ContainsFunc(rows[:next], func(row sheet.Row) bool { return section(row) == 2 }) {
			next = len(rows)
		}
		if err := r.readReport(no, rows[:next]); err != nil {
			return err
		}
		rows = rows[next:]
	}
	return nil
}

// readReport reads one report in sections: intervals from the third where it has
// them, from the second for everybody else.
func (r *reading) readReport(no int, rows []sheet.Row) error {
	parts := map[int][]sheet.Row{}
	current := 0
	m := newMeeting(teams, place{sheet: no, row: rows[0].No})
	for _, row := range rows {
		if n := section(row); n > 0 {
			current = n
			r.sum.Skipped["section"]++
			continue
		}
		parts[current] = append(parts[current], row)
	}
	clock := r.teamsDates(no, rows)
	r.sum.Skipped["preamble"] += len(parts[0]) + len(parts[1])
	for n, more := range parts {
		if n > 3 {
			r.sum.Skipped["other_section"] += len(more)
		}
	}
	if len(parts[1]) > 0 {
		m.at.row = parts[1][0].No
		m.title = cell(parts[1][0], 2)
		r.summaryLines(&m, parts[1][1:], clock)
	}
	people, activities := r.stayTable(no, parts[2]), r.stayTable(no, parts[3])
	listed, _ := people.attended()
	_, active := activities.attended()
	r.tellFewer(m, max(listed, active), active > 0)
	return r.emitTeams(m, r.mergeSections(no, people, activities, clock))
}

// stayTable finds the heading of a table of stays, if there is one.
func (r *reading) stayTable(no int, rows []sheet.Row) stayTable {
	if len(rows) == 0 {
		return stayTable{}
	}
	headed := !isTime(cell(rows[0], 2))
	t := stayTable{rows: rows, columns: columnsOfStays(rows[0], headed, rows)}
	r.sum.Columns = max(r.sum.Columns, len(rows[0].Cells))
	if headed {
		r.sum.Skipped["heading"]++
		t.rows = rows[1:]
		r.tellBeyond(no, rows[0], t.rows)
	}
	return t
}

// mergeSections takes the intervals of the activities, with the e-mails and
// user ids that only the list of participants has, and then the participants
// without activities.
func (r *reading) mergeSections(no int, people, activities stayTable, clock dates) []stay {
	listed := map[string][]participant{} // by name
	for _, row := range people.rows {
		p := people.participant(row)
		listed[strings.ToLower(p.name)] = append(listed[strings.ToLower(p.name)], p)
	}
	active := map[participant]bool{}
	var stays []stay
	for _, row := range activities.rows {
		who := onTheList(activities.participant(row), listed)
		active[who.lower()] = true
		if s, ok := r.stayRow(no, row, activities.columns, clock); ok {
			s.who = who
			stays = append(stays, s)
		}
	}
	for _, row := range people.rows {
		if active[people.participant(row).lower()] {
			r.sum.Skipped["participant_total"]++
			continue
		}
		if s, ok := r.stayRow(no, row, people.columns, clock); ok {
			stays = append(stays, s)
		}
	}
	return stays
}

// attended counts the rows of those who were there, and how many they are.
func (t stayTable) attended() (rows, people int) {
	there := map[participant]bool{}
	for _, row := range t.rows {
		if !neverCame(row) {
			rows++
			there[t.participant(row).lower()] = true
		}
	}
	return rows, len(there)
}

func (t stayTable) participant(row sheet.Row) participant { return t.columns.participant(row) }

func (p participant) lower() participant {
	return participant{name: strings.ToLower(p.name), email: strings.ToLower(p.email), upn: strings.ToLower(p.upn)}
}

// onTheList is the one participant on the list who fits p, else p.
func onTheList(p participant, listed map[string][]participant) participant {
	var fits []participant
	for _, l := range listed[strings.ToLower(p.name)] {
		if (p.email == "" || strings.EqualFold(p.email, l.email)) && (p.upn == "" || strings.EqualFold(p.upn, l.upn)) {
			fits = append(fits, l)
		}
	}
	if len(fits) == 1 {
		return fits[0]
	}
	return p
}

// summaryLines reads a report's lines of heading and value by what the values
// are, for the headings are in any language: the first number counts people,
// the first two times are start and end.
func (r *reading) summaryLines(m *meeting, lines []sheet.Row, clock dates) {
	for _, line := range lines {
		value := cell(line, 2)
		if t, ok, _ := clock.read(value); ok && t.known == toClock {
			switch {
			case m.starts.IsZero():
				m.starts = t
			case m.ends.IsZero():
				m.ends = t
			}
			continue
		}
		if n, ok := whole(value); ok {
			if m.stated < 0 {
				m.stated, r.sum.Stated = n, n
			}
			continue
		}
		if minutes, ok := readDuration(value); ok && m.minutes == "" {
			m.minutes = plainNumber(minutes)
		}
	}
	r.span.add(m.starts)
	r.span.add(m.ends)
}

// readTeamsSummary reads the form of 2021: lines about the meeting, then one
// table of stays.
func (r *reading) readTeamsSummary(no int, rows []sheet.Row) error {
	from := 0
	for !isStay(rows[from]) {
		from++
	}
	headed := from > 0 && len(rows[from-1].Cells) > 2
	above := rows[:from]
	if headed {
		above = rows[:from-1]
	}
	clock := r.teamsDates(no, rows)
	m := newMeeting(teams, place{sheet: no, row: rows[0].No})
	for _, line := range above {
		if k := tight(line.Cell(1)); k == "meetingtitle" || k == "title" {
			m.title = cell(line, 2)
		}
	}
	if m.title == "" {
		m.title = titleAmong(above)
	}
	r.summaryLines(&m, above, clock)
	r.sum.Skipped["preamble"] += len(above)
	table := rows[from:]
	if headed {
		table = rows[from-1:]
	}
	t := r.stayTable(no, table)
	r.tellFewer(m, len(t.rows), false)
	var stays []stay
	for _, row := range t.rows {
		if s, ok := r.stayRow(no, row, t.columns, clock); ok {
			stays = append(stays, s)
		}
	}
	return r.emitTeams(m, stays)
}

// titleAmong is the first value that is neither number nor time nor length.
func titleAmong(lines []sheet.Row) string {
	for _, line := range lines {
		v := cell(line, 2)
		_, isNumber := whole(v)
		_, isLength := readDuration(v)
		if v != "" && !isNumber && !isLength && !isTime(v) {
			return v
		}
	}
	return ""
}

func (r *reading) emitTeams(m meeting, stays []stay) error {
	if len(stays) == 0 {
		r.empty(m.at)
	}
	stays = r.keepEndless(m, stays)
	if from, to := bounds(stays); m.starts.IsZero() {
		m.starts, m.ends = from, to
	}
	m.day = r.dayHere(m.starts)
	if m.day == "" {
		r.dayFromOutside(&m)
	}
	m.id = hash(teams, strings.ToLower(m.title), first(m.starts.minute(), m.day), r.untold(m))
	return r.emitStays(m, stays)
}
