package layout

import (
	"regexp"
	"strings"
	"time"

	"valuetrail/ingest/sheet"
	"valuetrail/internal/vocabulary"
)

// damagedID is a long number as a spreadsheet program shows it when it has cut
// it short: 1.07E+10.
var damagedID = regexp.MustCompile(`^\d(?:[.,]\d+)?[eE]\+\d+$`)

// sending is when and by whom one row was sent.
type sending struct {
	at      Moment // as written: the beginning where the file has it, like a survey tool's own span
	sent    Moment
	instant string // when it was sent, as the canonical instant
	changed string // when it was last changed, else sent
	id      string
	native  string // the tool's own way to tell rows apart, where it has one
	email   string
	began   Moment
}

// readRow gives one response or story, or says why not.
func (x *answersReader) readRow(row sheet.Row) error {
	if x.isHeading(row) {
		x.sum.Skipped["heading"]++
		return nil
	}
	x.sum.Read++
	if x.isSummary(row) {
		x.ignore("summary")
		return nil
	}
	x.tally(row)
	if reason := x.unreal(row); reason != "" {
		x.ignore(reason)
		return nil
	}
	s, ok := x.sending(row)
	if !ok {
		x.sum.ToCheck++
		return nil
	}
	x.tellFailed(x.a.sheet.No, row)
	switch {
	case x.undecided: // the headings carry the question
		x.sum.ToCheck++
		return nil
	case x.kind == vocabulary.Stories:
		return x.tellStory(row, s)
	}
	return x.respond(row, s)
}

// get is the tidied cell of a role, "" when the file has no such column, and
// where a formula failed.
func (x *answersReader) get(row sheet.Row, role string) string {
	if v := cell(row, x.a.at[role]); !FailedFormula(v) {
		return v
	}
	return ""
}

// isHeading tells a heading row that stands again further down.
func (x *answersReader) isHeading(row sheet.Row) bool {
	same, named := 0, 0
	for c := 1; c <= len(x.a.names.Cells); c++ {
		if h := cell(x.a.names, c); h != "" {
			if named++; cell(row, c) == h {
				same++
			}
		}
	}
	return named > 1 && same*2 > named
}

// isSummary tells a row of averages or counts that somebody wrote under the
// answers: it was never sent, and holds nothing but numbers.
func (x *answersReader) isSummary(row sheet.Row) bool {
	if x.get(row, "id") != "" && !isTotal(x.get(row, "id")) {
		return false
	}
	for _, role := range timesOf {
		if c := x.a.at[role]; c > 0 {
			if _, isTime := readDate(timeText(row.Cell(c))); isTime {
				return false
			}
		}
	}
	if isTotal(firstCell(row)) {
		return onlyNumbers(row)
	}
	if x.a.at["id"] == 0 && !x.hasTimes() {
		return false // a file without either: its rows are answers
	}
	for _, c := range row.Cells {
		if _, isNumber := readNumber(c, false); !isNumber && !sheet.Blank(c) && !FailedFormula(c) {
			return false
		}
	}
	return true
}

// hasTimes reports whether any row says when it was sent.
func (x *answersReader) hasTimes() bool {
	for _, n := range x.dated {
		if n > 0 {
			return true
		}
	}
	return false
}

// sending reads when a row was sent; false when that cannot be read, which it
// then has told.
func (x *answersReader) sending(row sheet.Row) (sending, bool) {
	s := sending{id: x.get(row, "id")}
	for _, role := range []string{"email" + again, "email"} { // the tool's own before what somebody wrote
		if e := x.get(row, role); strings.Contains(e, "@") {
			s.email = e
		}
	}
	for _, role := range timesOf {
		m, ok := x.timeOf(row, role)
		if !ok {
			return s, false
		}
		if !m.IsZero() {
			x.placeTime(&s, role, m)
		}
	}
	if s.instant == "" && x.hasTimes() && !x.a.ways.undated {
		x.problem(place{x.a.sheet.No, row.No, x.timeColumn()}, "required_blank", "", cell(x.a.names, x.timeColumn()))
		return s, false
	}
	if damagedID.MatchString(s.id) { // it tells no two rows apart
		x.cut++
		s.id = ""
	}
	if x.a.ways.native != nil && s.id != "" {
		s.native = x.a.ways.native(row, s)
	}
	x.span.add(s.at)
	return s, true
}

// placeTime takes a time that a row holds. The file's own span is that of the
// beginnings, as survey tools give it.
func (x *answersReader) placeTime(s *sending, role string, m Moment) {
	if m.at == nil && x.a.ways.utc[role] {
		m.at = time.UTC
	}
	if m.at == nil && m.known == toClock {
		x.assumeZone()
	}
	instant := m.instantOrNoon(x.zone())
	switch role {
	case "changed":
		s.changed = instant
		return
	case "began":
		s.began, s.at = m, m
	}
	if s.at.IsZero() {
		s.at = m
	}
	if s.instant == "" {
		s.instant, s.sent = instant, m
		s.changed = instant
	}
}

// timeColumn is the column that says when a row was sent, 0 without one.
func (x *answersReader) timeColumn() int {
	for _, role := range timesOf {
		if c := x.a.at[role]; c > 0 {
			return c
		}
	}
	return 0
}

// respond gives a response to a survey.
func (x *answersReader) respond(row sheet.Row, s sending) error {
	session := first(x.get(row, "session_id"), x.said.Session)
	fields := surveyForm.fill("wave_id", x.wave(row), "respondent_id", x.get(row, "respondent_id"), "email", s.email, "respondent_name", x.wholeName(row),
		"submitted_at", s.instant, "session_id", session, "cohort", x.get(row, "cohort"), "response_id", s.id, "complete", x.finished(row))
	return x.to.Row(Row{Kind: vocabulary.Survey, Sheet: x.a.sheet.No, Row: row.No, Fields: fields, Key: x.key(s), Modified: s.changed})
}

// key identifies a row in every export of the form, "" where the tool gives no
// id.
func (x *answersReader) key(s sending) string {
	if x.a.ways.native != nil {
		return s.native
	}
	if s.id == "" {
		return ""
	}
	return x.a.source + "|" + s.id
}
