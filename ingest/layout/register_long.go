package layout

import (
	"strings"
	"time"

	"valuetrail/ingest/sheet"
	"valuetrail/internal/vocabulary"
)

// longList is a hand-kept list with a row a person and session.
type longList struct {
	sheet                      *sheet.Sheet
	header                     sheet.Row
	above                      int
	who                        whoColumns
	date, clock, title, status int
	minutes                    lengthColumn
	came, went                 int // times of day, both or neither
}

var (
	dayHeadings    = words("date, day, session date, meeting date, datum, fecha, data, workshop date, start day utc, start date, start day, event date")
	clockHeadings  = words("time, start time, start, start time utc, uhrzeit, heure, hora, ora, tijd, godzina")
	titleHeadings  = words("topic, title, session, session name, session title, meeting, event, event name, workshop, thema, titel, sujet, tema, onderwerp, temat, subject, slug, séance, atelier, réunion, sesión, taller, reunión, sessione, riunione, sessie, bijeenkomst, sitzung, veranstaltung, termin, treffen, sessão, oficina, reunião, spotkanie")
	statusHeadings = words("status, attendance, present, attended, mark, anwesenheit, anwesend, présence, presencia, asistencia, presença, presenza, aanwezigheid, obecność")
)

// findLong finds the headings of a list: who, which day, and whether they came.
func findLong(s *sheet.Sheet, rows []sheet.Row) (longList, bool) {
	for i, row := range rows[:min(len(rows), headRows)] {
		l := longList{sheet: s, header: row, above: i + 1, who: whoIn(row)}
		for c := range row.Cells {
			h := vocabulary.Loose(row.Cell(c + 1))
			switch {
			case dayHeadings[h] && l.date == 0:
				l.date = c + 1
			case clockHeadings[h] && l.clock == 0:
				l.clock = c + 1
			case titleHeadings[h] && l.title == 0:
				l.title = c + 1
			case statusHeadings[h] && l.status == 0:
				l.status = c + 1
			case l.minutes.column == 0 && headsLengths(row.Cell(c+1)):
				l.minutes.column = c + 1
			}
		}
		if at := wordColumns(row, signWords); at[signTime] > 0 && at[signLeft] > 0 {
			l.came, l.went = at[signTime], at[signLeft]
		}
		if l.date > 0 && l.status > 0 && (l.who.name > 0 || l.who.given > 0 || l.who.email > 0) && filled(row.Cells) <= 12 && l.marked(rows[i+1:]) {
			return l, true
		}
	}
	return longList{}, false
}

// marked reports that half of the cells for it say who came, if any say
// anything: a list of orders has a status as well.
func (l longList) marked(rows []sheet.Row) bool {
	marks, cells := 0, 0
	for _, row := range rows {
		if text := cell(row, l.status); text != "" {
			cells++
			if looksLikeMark(text) {
				marks++
			}
		}
	}
	return marks*2 >= cells
}

// readLong gives each row of the list, and each meeting once.
func (r *reading) readLong(l longList, rows []sheet.Row) error {
	r.headings(l.header, l.above-1)
	var c dateColumn
	seen := map[string]bool{}
	for _, row := range rows {
		c.add(cell(row, l.date))
		seen[markOf(row.Cell(l.status))] = true
	}
	order := r.listOrder(&c)
	known, assumed := readMarks(seen, r.said.Marks)
	for _, mark := range assumed {
		r.note(place{l.sheet.No, l.header.No, l.status}, "mark_assumed", strings.ToUpper(mark), known[mark].status)
	}
	if l.minutes.column > 0 {
		l.minutes = lengthsUnder(cell(l.header, l.minutes.column), l.minutes.column, rows)
	}
	meetings := map[string]bool{}
	unknown := false
	if len(rows) == 0 {
		r.empty(place{sheet: l.sheet.No, row: l.header.No})
	}
	for _, row := range rows {
		m, ok := r.longMeeting(l, row, dates{order: order}, &unknown)
		if !ok {
			continue
		}
		if err := r.longMark(l, row, m, known, meetings); err != nil {
			return err
		}
	}
	return nil
}

// longMeeting tells which meeting a row is about; false when the row is no
// person's or is kept back.
func (r *reading) longMeeting(l longList, row sheet.Row, clock dates, told *bool) (meeting, bool) {
	g := grid{header: l.header, who: l.who, sessions: []session{{column: l.date}}}
	if !r.isPersonRow(g, row) {
		return meeting{}, false
	}
	r.list(g, row)
	at := place{l.sheet.No, row.No, l.date}
	m := newMeeting(register, at)
	text := cell(row, l.date)
	when, ok, open := clock.read(text)
	switch {
	case open:
		r.keepOpenDay(at, text, told)
		return m, false
	case text == "" && r.said.SessionDay != "":
		when = dayOf(r.said.SessionDay)
	case text == "":
		r.keep(at, "required_blank", "", "date")
		return m, false
	case !ok || when.known < toDay:
		r.keep(at, "date_unreadable", text, "")
		return m, false
	}
	r.span.add(when)
	m.day, m.title = when.Day(), cell(row, l.title)
	if hours, ok := readClock(cell(row, l.clock)); ok {
		m.starts, _, _ = clock.read(m.day + " " + hours)
	}
	m.id = hash(register, m.day+"\x1f"+vocabulary.Loose(m.title))
	return m, true
}

// stayed are the minutes between the times of coming and going of a row, "" where it
// does not tell both.
func (l longList) stayed(row sheet.Row) string {
	var at [2]time.Time
	for i, c := range []int{l.came, l.went} {
		text, ok := readClock(cell(row, c))
		if !ok || c == 0 {
			return ""
		}
		at[i], _ = time.Parse("15:04", text)
	}
	if long := at[1].Sub(at[0]); long > 0 {
		return plainNumber(long.Minutes())
	}
	return ""
}

// longMark gives what a row says of somebody.
func (r *reading) longMark(l longList, row sheet.Row, m meeting, known map[string]meaning, meetings map[string]bool) error {
	text := cell(row, l.status)
	mark, ok := known[markOf(text)]
	minutes := stayLength(text)
	if !ok && minutes == "" && text != "" {
		r.keep(place{l.sheet.No, row.No, l.status}, "mark_unknown", text, "")
		return nil
	}
	if minutes != "" {
		mark.status = "present"
	}
	if minutes == "" && (mark.came() || text == "") {
		if minutes = r.minutesIn(l.minutes, l.sheet.No, row); text == "" && minutes != "" && minutes != "0" {
			mark.status = "present" // nobody stays who is not there
		}
	}
	if minutes == "" && mark.came() {
		minutes = l.stayed(row)
	}
	if !meetings[m.id] {
		meetings[m.id] = true
		if m.starts.known == toClock {
			r.assumeZone()
		}
		if err := r.emitMeeting(m); err != nil {
			return err
		}
	}
	if mark.status == noMark {
		r.ignore("no_mark")
		return nil
	}
	return r.emitPresence(place{sheet: l.sheet.No, row: row.No}, m, grid{who: l.who}, row, mark, minutes)
}
