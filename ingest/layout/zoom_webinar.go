package layout

import (
	"slices"
	"strings"

	"valuetrail/ingest/sheet"
)

// webinar is a Zoom webinar's attendee report: what it says of the webinar, and
// a table each for the host, the panelists, the attendees and whoever came by
// telephone, one row a join.
type webinar struct {
	about zoomReport // the report's own lines, as a meeting's
	parts []webinarPart
	above int // rows that are neither heading nor data
}

// webinarPart is one table of a webinar's report.
type webinarPart struct {
	header sheet.Row
	column map[string]int
	rows   []sheet.Row
}

// otherReports are what Zoom writes of a webinar beside who came, by the first
// cell: they tell of no presence.
var otherReports = map[string]string{
	"pollreport": "answers to polls", "pollsreport": "answers to polls", "polldetails": "answers to polls", "questionreport": "questions and answers",
	"qareport": "questions and answers", "q&areport": "questions and answers", "questionandanswerreport": "questions and answers",
	"registrationreport": "who registered", "registrantreport": "who registered", "performancereport": "counts", "surveyreport": "answers to a survey",
}

// NoPresenceError says that a file of a meeting platform does not tell who was
// there.
type NoPresenceError struct{ Book, Holds string }

func (e *NoPresenceError) Error() string {
	return "read " + e.Book + ": it holds " + e.Holds + ", and not who came"
}

// Hint says what to export instead.
func (e *NoPresenceError) Hint() string {
	return "in Zoom, under Reports, choose the attendee report (webinars) or the list of participants (meetings), export it and ingest that file"
}

// zoomHolds is what another report of Zoom holds, "" when the rows are none.
func zoomHolds(rows []sheet.Row) string {
	if isMeetingList(rows) {
		return "a list of meetings"
	}
	if len(rows) < 2 {
		return ""
	}
	holds := otherReports[tight(rows[0].Cell(1))]
	dated := strings.HasPrefix(tight(rows[1].Cell(1)), "reportgenerated")
	about := slices.ContainsFunc(rows[:min(len(rows), 6)], func(row sheet.Row) bool {
		return slices.ContainsFunc(row.Cells, func(c string) bool { return zoomPreamble[tight(c)] == zoomID })
	})
	if holds == "" || !dated && !about {
		return ""
	}
	return holds
}

// isWebinar tells an attendee report by its first line, by the webinar's number
// or by tables that say who attended and who did not.
func isWebinar(rows []sheet.Row) bool {
	return slices.ContainsFunc(rows[:min(len(rows), headRows)], func(row sheet.Row) bool {
		return tight(row.Cell(1)) == "attendeereport" || slices.ContainsFunc(row.Cells, func(c string) bool { return tight(c) == "webinarid" }) || isWebinarTable(zoomColumns(row))
	})
}

// isWebinarTable tells the headings of a table of who attended.
func isWebinarTable(col map[string]int) bool {
	return col[zoomAttended] > 0 && col[zoomJoin] > 0 && col[zoomLeave] > 0 && col[zoomName]+col[zoomGiven] > 0
}

// findWebinar takes a report apart. A table begins with headings; a line with
// one cell ends it.
func findWebinar(no int, rows []sheet.Row) webinar {
	w := webinar{about: zoomReport{sheet: no, preamble: map[string]string{}, column: map[string]int{zoomJoin: 1}}}
	var now *webinarPart
	for i, row := range rows {
		var col map[string]int
		if now == nil || tight(row.Cell(1)) == tight(now.header.Cell(1)) { // headings elsewhere come after a line that ends the table
			col = zoomColumns(row)
		}
		named := col[zoomName]+col[zoomGiven] > 0
		switch {
		case named && col[zoomJoin] > 0 && col[zoomLeave] > 0:
			w.parts = append(w.parts, webinarPart{header: row, column: col})
			now = &w.parts[len(w.parts)-1]
		case beginsPart(rows, i):
			now = nil
			w.above++
		case now != nil:
			now.rows = append(now.rows, row)
		default:
			w.above++
			if i+1 < len(rows) && len(w.about.preamble) == 0 {
				if pre := preambleOf(row, rows[i+1]); pre != nil {
					w.about.preamble, w.about.valuesAt = pre, place{sheet: no, row: rows[i+1].No}
				}
			}
		}
	}
	return w
}

// beginsPart tells the line that names the next table: one cell, and under it
// headings, another such line or nothing.
func beginsPart(rows []sheet.Row, i int) bool {
	alone := func(row sheet.Row) bool { return filled(row.Cells) == 1 && cell(row, 1) != "" }
	if !alone(rows[i]) {
		return false
	}
	return i+1 == len(rows) || alone(rows[i+1]) || zoomColumns(rows[i+1])[zoomJoin] > 0
}

// readWebinar reads an attendee report. Who registered and did not come is told
// and left out.
func (r *reading) readWebinar(no int, rows []sheet.Row) error {
	w := findWebinar(no, rows)
	r.sum.Skipped["preamble"] += w.above
	m := newMeeting(zoom, place{sheet: no, row: rows[0].No})
	clock := r.webinarDates(w)
	if len(w.about.preamble) > 0 {
		m.at = w.about.valuesAt
		r.zoomPreamble(&m, w.about, clock)
	}
	var stays []stay
	before, away := r.sum.Read, r.sum.Ignored[noShow]
	for _, part := range w.parts {
		r.headings(part.header, 0)
		r.tellBeyond(no, part.header, part.rows)
		for _, row := range part.rows {
			if s, ok := r.webinarRow(no, part, row, clock); ok {
				stays = append(stays, s)
			}
		}
	}
	if r.sum.Read == before {
		r.empty(m.at)
	}
	r.tellFewer(m, r.sum.Read-before-(r.sum.Ignored[noShow]-away), false)
	return r.emitZoom(w.about, m, stays)
}

// webinarDates decides the order of days by every time in the report.
func (r *reading) webinarDates(w webinar) dates {
	var all timesAt
	for _, part := range w.parts {
		for _, row := range part.rows {
			all.add(w.about.sheet, row, part.column[zoomJoin], part.column[zoomLeave])
		}
	}
	return r.zoomOrder(w.about, all)
}

// webinarRow reads one row of a table; false when it tells of no presence or is
// kept back.
func (r *reading) webinarRow(no int, p webinarPart, row sheet.Row, clock dates) (stay, bool) {
	r.sum.Read++
	s := stay{who: participantIn(row, p.column), at: place{sheet: no, row: row.No}}
	texts := [2]string{undashed(cell(row, p.column[zoomJoin])), undashed(cell(row, p.column[zoomLeave]))}
	length := undashed(cell(row, p.column[zoomDuration]))
	switch {
	case p.column[zoomAttended] > 0 && !attended(cell(row, p.column[zoomAttended]), texts[0]):
		r.ignore(noShow)
		return s, false
	case !r.somebody(s):
		return s, false
	}
	r.stayMinutes(&s, length, p.column[zoomDuration])
	if texts == [2]string{} && length != "" {
		return s, true
	}
	return s, r.stayTimes(&s, texts, [2]int{p.column[zoomJoin], p.column[zoomLeave]}, clock)
}

// attended reads the column of who came; where it says neither yes nor no, the
// time of joining does.
func attended(text, joined string) bool {
	w, err := yesNo.Parse(text)
	if err != nil || w == "" { // a second row of somebody may leave it blank
		return joined != ""
	}
	return w == "yes"
}

// undashed is a cell, "" where dashes or NA stand for nothing.
func undashed(text string) string {
	if strings.Trim(text, "-–— ") == "" || strings.EqualFold(text, "na") || strings.EqualFold(text, "n/a") {
		return ""
	}
	return text
}
