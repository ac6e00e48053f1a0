package layout

import (
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"valuetrail/ingest/sheet"
	"valuetrail/internal/vocabulary"
)

// readGrids reads the sheets of a book that have names down and sessions
// across. Marks and the order of days are decided by all of them together.
func (r *reading) readGrids(grids []grid) error {
	if len(grids) == 0 {
		return nil
	}
	clock, ok := r.gridDates(grids)
	seen := map[string]bool{}
	for i := range grids {
		grids[i].countRows()
		for _, row := range grids[i].rows {
			for _, s := range grids[i].sessions {
				if !grids[i].isSummary(row) {
					seen[markOf(row.Cell(s.column))] = true
				}
			}
		}
	}
	known, assumed := readMarks(seen, r.said.Marks)
	for _, mark := range assumed {
		r.note(place{sheet: grids[0].sheet.No, row: grids[0].header.No}, "mark_assumed", strings.ToUpper(mark), known[mark].status)
	}
	for i := range grids {
		r.gridMeetings(&grids[i], clock)
	}
	if !ok || r.oneDayForAll(grids) {
		for _, g := range grids {
			for _, row := range g.rows {
				if r.isPersonRow(g, row) {
					r.list(g, row)
					r.sum.ToCheck++
				}
			}
		}
		return nil
	}
	tellApart(grids, path.Base(strings.ReplaceAll(r.book.Name, `\`, "/")))
	likely := map[string]string{}
	if likelyPresent(grids) {
		likely["a"] = "present"
	}
	for _, g := range grids {
		if err := r.readGrid(g, clock, known, likely); err != nil {
			return err
		}
	}
	return nil
}

// oneDayForAll reports, and tells, that one day was said for a file of several
// columns of marks without one: it would be the day of all of them.
func (r *reading) oneDayForAll(grids []grid) bool {
	if r.said.SessionDay == "" {
		return false
	}
	columns, at := 0, place{}
	for _, g := range grids {
		if g.dated {
			continue
		}
		if columns += len(g.sessions); at.sheet == 0 && len(g.sessions) > 0 {
			at = place{g.sheet.No, g.header.No, g.sessions[0].column}
		}
	}
	if columns < 2 {
		return false
	}
	r.problem(at, "one_day_for_several", r.said.SessionDay, strconv.Itoa(columns))
	return true
}

// gridMeetings gives each session column its meeting.
func (r *reading) gridMeetings(g *grid, clock dates) {
	r.headings(g.header, g.above-1)
	outside := newMeeting(register, place{sheet: g.sheet.No, row: g.header.No})
	if !g.dated && len(g.sessions) > 0 {
		r.daysFromOutside(&outside, len(g.sessions))
	}
	for i := range g.sessions {
		s := &g.sessions[i]
		s.m = newMeeting(register, place{g.sheet.No, g.header.No, s.column})
		s.m.day, s.m.title = outside.day, s.title
		if !s.dated {
			continue
		}
		when, _, _ := clock.of(s.when)
		r.span.add(when)
		s.m.day = when.Day()
		if when.known == toClock {
			s.m.starts = when
			r.assumeZone()
		}
	}
	if len(g.sessions) == 1 && g.sessions[0].m.title == "" {
		g.sessions[0].m.title = r.said.SessionTitle
	}
}

// tellApart gives meetings their ids: day and title, with the sheet where two
// sheets name the same, and the file where no day is known.
func tellApart(grids []grid, file string) {
	text := func(s session) string { return s.m.day + "\x1f" + vocabulary.Loose(s.m.title) }
	sheets := map[string]map[int]bool{}
	for _, g := range grids {
		for _, s := range g.sessions {
			if sheets[text(s)] == nil {
				sheets[text(s)] = map[int]bool{}
			}
			sheets[text(s)][g.sheet.No] = true
		}
	}
	for _, g := range grids {
		taken := map[string]int{}
		for i := range g.sessions {
			s := &g.sessions[i]
			parts := []string{register, text(*s)}
			if len(sheets[text(*s)]) > 1 {
				parts = append(parts, vocabulary.Loose(g.sheet.Name))
			}
			if s.m.day == "" {
				parts = append(parts, strings.ToLower(strings.TrimSuffix(file, path.Ext(file))))
			}
			if taken[text(*s)]++; taken[text(*s)] > 1 {
				parts = append(parts, strings.Repeat("again ", taken[text(*s)]-1))
			}
			s.m.id = hash(parts...)
		}
	}
}

// name is whom a row is about.
func (g grid) name(row sheet.Row) string {
	if n := cell(row, g.who.name); n != "" {
		return n
	}
	given, family := cell(row, g.who.given), cell(row, g.who.family)
	if given != "" && strings.Contains(" "+fold(family)+" ", " "+fold(given)+" ") {
		return family // it is the whole name after all
	}
	return strings.TrimSpace(given + " " + family)
}

// isPersonRow tells the rows about a person, and counts the others.
func (r *reading) isPersonRow(g grid, row sheet.Row) bool {
	marked := slices.ContainsFunc(g.sessions, func(s session) bool { return cell(row, s.column) != "" })
	named := first(g.name(row), cell(row, g.who.email), cell(row, g.who.member))
	switch {
	case slices.Equal(row.Cells, g.header.Cells), g.partsGroups(row):
		r.sum.Skipped["heading"]++
		return false
	case named == "" && !marked:
		r.sum.Skipped["blank"]++
		return false
	}
	r.sum.Read++
	switch {
	case named == "", g.isSummary(row):
		r.ignore("summary")
		return false
	case r.seenAs(g.name(row), cell(row, g.who.email)) == aBot:
		r.ignore("bot")
		return false
	}
	return true
}

// list notes whom a row is about, unless it is a device.
func (r *reading) list(g grid, row sheet.Row) {
	who := Named{Member: cell(row, g.who.member), Email: cell(row, g.who.email), Name: g.name(row)}
	if r.seenAs(who.Name, who.Email) == aPerson {
		r.sum.Listed = append(r.sum.Listed, who)
	}
}

// readGrid gives the meetings of a sheet and every mark. A row with a mark that
// nobody has explained waits for somebody to check it; its other marks count.
func (r *reading) readGrid(g grid, clock dates, known map[string]meaning, likely map[string]string) error {
	for _, s := range g.sessions {
		if err := r.emitMeeting(s.m); err != nil {
			return err
		}
	}
	for _, s := range g.lost {
		if !slices.ContainsFunc(g.rows, func(row sheet.Row) bool { return cell(row, s.column) != "" }) {
			r.note(place{g.sheet.No, g.header.No, s.column}, lostCode(s, clock), cell(g.header, s.column), "")
		}
	}
	people := 0
	for _, row := range g.rows {
		if !r.isPersonRow(g, row) {
			continue
		}
		people++
		r.list(g, row)
		kept := r.unexplained(g, row, known, likely)
		kept = r.waits(g, row, clock) || kept
		if kept {
			r.sum.ToCheck++
		}
		marked := 0
		for _, s := range g.sessions {
			n, err := r.emitMark(g, s, row, known)
			if err != nil {
				return err
			}
			marked += n
		}
		if marked == 0 && !kept {
			r.ignore("no_mark")
		}
	}
	if people == 0 {
		r.empty(place{sheet: g.sheet.No, row: g.header.No})
	}
	return nil
}

// unexplained tells of each mark in a row that is not known, once, with what it
// seems to mean.
func (r *reading) unexplained(g grid, row sheet.Row, known map[string]meaning, likely map[string]string) bool {
	told := map[string]bool{}
	for _, s := range g.sessions {
		text := cell(row, s.column)
		at := place{g.sheet.No, row.No, s.column}
		mark := markOf(text)
		_, ok := known[mark]
		switch {
		case mark == "" || ok || told[mark]:
		case FailedFormula(text):
			r.note(at, "formula_error", text, "")
		case stayLength(text) != "":
		default:
			told[mark] = true
			r.problem(at, "mark_unknown", text, likely[mark])
		}
	}
	return len(told) > 0
}

// clockOrLength is a time of day or a length of time, as French writes both.
var clockOrLength = regexp.MustCompile(`(?i)^\s*\d{1,2} ?[hu] ?\d{2}\s*$`)

// stayLength reads "45 min", or times of coming and going, in place of a mark, ""
// when it is neither: a bare number says nothing about its unit.
func stayLength(text string) string {
	if packedTimes.MatchString(text) {
		return plainNumber(packedMinutes(text))
	}
	minutes, ok := readDuration(text)
	if clockOrLength.MatchString(text) && minutes >= 6*60 {
		return "" // 18h30 is when somebody came, 1h30 how long they stayed
	}
	if !ok || strings.Trim(text, "0123456789.,") == "" {
		return ""
	}
	return plainNumber(minutes)
}

// emitMark gives the mark in one cell, and how many that was: none or one.
func (r *reading) emitMark(g grid, s session, row sheet.Row, known map[string]meaning) (int, error) {
	text := cell(row, s.column)
	mark, isMark := known[markOf(text)]
	minutes := ""
	if !isMark {
		if minutes = stayLength(text); minutes != "" {
			mark.status = "present"
		}
	}
	if s.minutes.column > 0 && minutes == "" && (mark.came() || text == "") {
		if minutes = r.minutesIn(s.minutes, g.sheet.No, row); text == "" && minutes != "" && minutes != "0" {
			mark, text = meaning{status: "present"}, minutes // nobody stays who is not there
		}
	}
	if mark.status == noMark || markOf(text) == "" {
		return 0, nil
	}
	return 1, r.emitPresence(place{g.sheet.No, row.No, s.column}, s.m, g, row, mark, minutes)
}

// emitPresence gives what a mark says of the person in a row and a meeting.
func (r *reading) emitPresence(at place, m meeting, g grid, row sheet.Row, mark meaning, minutes string) error {
	who := participant{name: g.name(row), email: cell(row, g.who.email)}
	member := cell(row, g.who.member)
	key := r.unique(strings.Join([]string{m.id, first(member, r.handle(who))}, "|"))
	return r.emit(vocabulary.Attendance, at, key, attendanceForm.fill("session_date", m.day, "session_title", m.title,
		"member_id", member, "email", who.email, "name", who.name, "status", mark.status, "mode", mark.mode, "minutes", minutes,
		"meeting_id", m.id, "seen_as", r.seenAs(who.name, who.email)))
}
