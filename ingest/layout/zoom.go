package layout

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"valuetrail/ingest/sheet"
	"valuetrail/internal/vocabulary"
)

// Zoom reads participant reports of Zoom meetings: one row a join, or one row
// a person ("unique users"), with or without the meeting's own lines above.
type Zoom struct{}

const zoom = "zoom"

// Source implements Layout.
func (Zoom) Source() string { return zoom }

// columnsOf finds which 1-based column holds what; the first of two wins.
// Headings of nine letters and more may have a letter or two wrong.
func columnsOf(row sheet.Row, known map[string]string) map[string]int {
	words := slices.Sorted(maps.Keys(known))
	found := map[string]int{}
	for i, heading := range row.Cells {
		t := tight(heading)
		role, ok := known[t]
		if !ok && len(t) >= 9 {
			near := vocabulary.Nearest(t, slices.DeleteFunc(slices.Clone(words), func(w string) bool {
				return len(w) < 9 || len(w)-len(t) > 2 || len(t)-len(w) > 2
			}))
			role, ok = known[near], near != ""
		}
		if _, taken := found[role]; ok && !taken {
			found[role] = i + 1
		}
	}
	return found
}

// zoomReport is where things stand on a sheet.
type zoomReport struct {
	sheet    int
	header   sheet.Row
	column   map[string]int
	preamble map[string]string // values of the meeting's own lines
	lines    []string          // their headings
	valuesAt place
	above    int            // rows before the header
	of       map[string]int // of a usage report, the meeting's columns in every row
}

// findZoom looks for the table's header among the first rows.
func findZoom(no int, rows []sheet.Row) (zoomReport, bool) {
	z := zoomReport{sheet: no, preamble: map[string]string{}}
	for i, row := range rows[:min(len(rows), headRows)] {
		if of, table, ok := usageOf(row); ok {
			z.header, z.column, z.above, z.of = row, table, i, of
			return z, true
		}
		col := zoomColumns(row)
		if col[zoomName] == 0 || col[zoomJoin]+col[zoomTotal] == 0 {
			if by := zoomByPlace(row, rows[i+1:]); by != nil {
				col = by
			}
		}
		times := col[zoomJoin] > 0 && col[zoomLeave] > 0
		if col[zoomName] > 0 && (times || col[zoomTotal] > 0) && (col[zoomEmail] > 0 || col[zoomDuration] > 0 || col[zoomTotal] > 0) && !foreignToZoom(row) {
			z.header, z.column, z.above = row, col, i
			return z, z.namedTwice() || len(z.preamble) > 0 || !z.clocksOnly(rows[i+1:])
		}
		if i+1 < len(rows) && len(z.preamble) == 0 {
			if pre := preambleOf(row, rows[i+1]); pre != nil {
				z.preamble, z.valuesAt, z.lines = pre, place{sheet: no, row: rows[i+1].No}, row.Cells
			}
		}
	}
	return z, false
}

// foreignToZoom tells headers that other tools write much like Zoom's.
func foreignToZoom(row sheet.Row) bool {
	return slices.ContainsFunc(row.Cells, func(h string) bool {
		return slices.Contains([]string{"role", "rolle", "rol", "participantidupn", "attended", "useraction", "sessionid", "sessiondate", "memberid"}, tight(h))
	})
}

// Match implements Layout.
func (Zoom) Match(b *sheet.Book) (float64, error) {
	return matchSheets(b, func(no int, head []sheet.Row) float64 {
		if isWebinar(head) || zoomHolds(head) != "" {
			return 0.95
		}
		if z, ok := findZoom(no, head); ok {
			return z.certainty()
		}
		return 0
	})
}

func (z zoomReport) certainty() float64 {
	sure := 0.62
	if z.namedTwice() {
		sure = 0.93
	}
	if z.column[zoomGuest] > 0 || tight(z.header.Cell(z.column[zoomEmail])) == "useremail" || z.column[zoomTotal] > 0 {
		sure += 0.1
	}
	if z.preamble[zoomTopic] != "" || z.preamble[zoomID] != "" {
		sure += 0.08
	}
	return min(sure, 1)
}

// namedTwice reports that the heading speaks of an original name in brackets,
// which no other tool does.
func (z zoomReport) namedTwice() bool {
	return strings.ContainsAny(z.header.Cell(z.column[zoomName]), "(（")
}

// clocksOnly reports that times of joining stand without their day.
func (z zoomReport) clocksOnly(rows []sheet.Row) bool {
	for _, row := range rows {
		if text := cell(row, z.column[zoomJoin]); text != "" {
			return clockOnly.MatchString(text)
		}
	}
	return false
}

// Read implements Layout.
func (Zoom) Read(b *sheet.Book, said Said, to Sink) (Summary, error) {
	return readSheets(zoom, b, said, to, (*reading).readZoomSheet)
}

// readZoomSheet reads whichever report of Zoom a sheet holds.
func (r *reading) readZoomSheet(no int, head, rows []sheet.Row) (bool, error) {
	if holds := zoomHolds(head); holds != "" {
		return false, &NoPresenceError{Book: r.book.Name, Holds: holds}
	}
	if isWebinar(head) {
		return true, r.readWebinar(no, rows)
	}
	z, ok := findZoom(no, head)
	if !ok {
		return false, nil
	}
	r.headings(z.header, z.above)
	rows = rows[z.above+1:]
	rows, more := z.pasted(rows)
	r.tellBeyond(no, z.header, rows)
	var err error
	if z.of != nil {
		err = r.readUsage(z, rows)
	} else {
		err = r.readZoom(z, rows, r.zoomDates(z, rows))
	}
	if err != nil || len(more) == 0 {
		return true, err
	}
	return r.readZoomSheet(no, more[:min(len(more), platformHead)], more)
}

// pasted parts the rows of a report from another that somebody pasted below it: that
// begins with the same headings of the meeting's own lines.
func (z zoomReport) pasted(rows []sheet.Row) (here, below []sheet.Row) {
	i := slices.IndexFunc(rows, func(row sheet.Row) bool { return len(z.lines) > 0 && slices.Equal(row.Cells, z.lines) })
	if i < 0 {
		return rows, nil
	}
	if _, ok := findZoom(z.sheet, rows[i:]); !ok {
		return rows, nil
	}
	return rows[:i], rows[i:]
}

// readZoom reads the rows under a report's header.
func (r *reading) readZoom(z zoomReport, rows []sheet.Row, clock dates) error {
	m := newMeeting(zoom, place{sheet: z.sheet, row: z.header.No})
	if len(z.preamble) > 0 {
		m.at = z.valuesAt
		r.zoomPreamble(&m, z, clock)
	}
	day := first(m.day, r.dayOutside())
	var stays []stay
	before := r.sum.Read
	for _, row := range rows {
		if s, ok := r.zoomRow(z, row, clock, day); ok {
			stays = append(stays, s)
		}
	}
	if r.sum.Read == before {
		r.empty(m.at)
	}
	if z.column[zoomJoin] > 0 { // the report counts joins, and other tables have a row a person
		r.tellFewer(m, r.sum.Read-before, false)
	}
	return r.emitZoom(z, m, stays)
}

// zoomDates decides the order of days by every time in the report.
func (r *reading) zoomDates(z zoomReport, rows []sheet.Row) dates {
	var all timesAt
	for _, row := range rows {
		all.add(z.sheet, row, z.column[zoomJoin], z.column[zoomLeave], z.of[zoomStart])
	}
	return r.zoomOrder(z, all)
}

// timesAt are cells with times, and where they stand.
type timesAt struct {
	texts []string
	at    []place
}

func (t *timesAt) add(no int, row sheet.Row, columns ...int) {
	for _, c := range columns {
		if text := cell(row, c); text != "" {
			t.texts, t.at = append(t.texts, text), append(t.at, place{no, row.No, c})
		}
	}
}

// zoomOrder is the order of days in these cells and in the report's own lines.
// Zoom puts the month first, with a clock of twelve hours always; with one of
// twenty-four it follows the account, so there the order that was taken is told.
func (r *reading) zoomOrder(z zoomReport, all timesAt) dates {
	for _, role := range []string{zoomStart, zoomEnd} {
		all.texts, all.at = append(all.texts, z.preamble[role]), append(all.at, z.valuesAt)
	}
	c := r.datesNear()
	for _, text := range all.texts {
		c.add(text)
	}
	order, assumed := r.platformOrder(&c, mdy)
	clock := dates{order: order}
	for i, text := range all.texts {
		if assumed && !c.twelve {
			r.tellOpenDay(all.at[i], text, clock)
		}
	}
	return clock
}

func (r *reading) zoomPreamble(m *meeting, z zoomReport, clock dates) {
	m.title = z.preamble[zoomTopic]
	m.starts, _, _ = clock.read(z.preamble[zoomStart])
	m.ends, _, _ = clock.read(z.preamble[zoomEnd])
	r.span.add(m.starts)
	r.span.add(m.ends)
	m.day = r.dayHere(m.starts)
	if minutes, ok := readDuration(z.preamble[zoomDuration]); ok {
		m.minutes = plainNumber(minutes)
	}
	if n, ok := whole(z.preamble[zoomCount]); ok {
		m.stated = n
		r.sum.Stated = n
	}
}

// zoomRow reads one participant row; false when it is none or is kept back.
func (r *reading) zoomRow(z zoomReport, row sheet.Row, clock dates, day string) (stay, bool) {
	if tight(row.Cell(z.column[zoomName])) == tight(z.header.Cell(z.column[zoomName])) && tight(row.Cell(z.column[zoomEmail])) == tight(z.header.Cell(z.column[zoomEmail])) {
		r.sum.Skipped["heading"]++
		return stay{}, false
	}
	r.sum.Read++
	s := stay{who: participantIn(row, z.column), at: place{sheet: z.sheet, row: row.No}}
	switch {
	case !s.who.blank() && isYes(cell(row, z.column[zoomWaiting])):
		r.ignore("waiting_room")
		return s, false
	case !r.somebody(s):
		return s, false
	}
	column := max(z.column[zoomTotal], z.column[zoomDuration])
	if z.column[zoomTotal] > 0 && z.column[zoomJoin] > 0 && z.column[zoomDuration] > 0 {
		column = z.column[zoomDuration]
	}
	r.stayMinutes(&s, cell(row, column), column)
	if z.column[zoomJoin] == 0 {
		return s, true
	}
	texts := [2]string{r.onDay(cell(row, z.column[zoomJoin]), day), r.onDay(cell(row, z.column[zoomLeave]), day)}
	return s, r.stayTimes(&s, texts, [2]int{z.column[zoomJoin], z.column[zoomLeave]}, clock)
}

// stayMinutes reads a length of time into s, telling when it cannot.
func (r *reading) stayMinutes(s *stay, text string, column int) {
	minutes, ok := readDuration(text)
	switch {
	case ok:
		s.minutes = plainNumber(minutes)
	case text != "" && text != "--" && text != "-":
		r.note(place{s.at.sheet, s.at.row, column}, "duration_unreadable", text, "")
	}
}

// stayTimes reads when s began and ended. It is false when the row is kept
// back for its times; a missing end leaves the stay open.
func (r *reading) stayTimes(s *stay, texts [2]string, columns [2]int, clock dates) bool {
	for i, into := range []*Moment{&s.joined, &s.left} {
		at := place{s.at.sheet, s.at.row, columns[i]}
		m, ok, ambiguous := clock.read(texts[i])
		switch {
		case ok && m.known == toClock:
			*into = m
		case ambiguous:
			r.keep(at, "date_order_unknown", texts[i], "")
			return false
		case i == 1 && (texts[i] == "" || strings.Trim(texts[i], "-") == ""):
			s.open = true
		case texts[i] == "":
			r.keep(at, "required_blank", "", "join time")
			return false
		default:
			r.keep(at, "instant_unreadable", texts[i], "")
			return false
		}
	}
	if !s.open {
		r.acrossChange(s)
	}
	if !s.open && s.left.utc(r.zone()).Before(s.joined.utc(r.zone())) && s.left.wall.Before(s.joined.wall) {
		r.keep(s.at, "date_impossible", texts[1], fmt.Sprintf("it is before %s", texts[0]))
		return false
	}
	return true
}
