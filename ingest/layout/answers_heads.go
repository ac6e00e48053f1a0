package layout

import (
	"slices"
	"strings"

	"valuetrail/ingest/sheet"
	"valuetrail/internal/vocabulary"
)

// answerSheet is where things stand on a sheet of answers to a form, with
// whatever tool the form was made.
type answerSheet struct {
	source string
	sheet  *sheet.Sheet
	names  sheet.Row      // the heading row that names the columns
	above  int            // rows before the first answer, headings and what is over them
	heads  int            // of these, heading rows
	wide   int            // columns of the widest heading row
	at     map[string]int // what a column says of the answering itself, to the column
	meta   map[int]bool   // the columns that are no question
	asks   []Question
	bare   map[int]bool // columns without a heading: questions only where they hold something
	sure   float64
	ways   toolWays
}

func newAnswerSheet(source string, s *sheet.Sheet) answerSheet {
	return answerSheet{source: source, sheet: s, at: map[string]int{}, meta: map[int]bool{}, bare: map[int]bool{}}
}

// headedBy is a sheet whose only heading row is the i-th of its first rows.
func headedBy(source string, s *sheet.Sheet, rows []sheet.Row, i int) answerSheet {
	a := newAnswerSheet(source, s)
	a.names, a.above, a.heads, a.wide = rows[i], i+1, 1, len(rows[i].Cells)
	return a
}

// rolesIn leads what the headings of a row say of the answering to the first
// column that says it.
func rolesIn(row sheet.Row, role func(heading string) string) map[string]int {
	at := map[string]int{}
	for c := 1; c <= len(row.Cells); c++ {
		if r := role(cell(row, c)); r != "" && at[r] == 0 {
			at[r] = c
		}
	}
	return at
}

// takeAll takes what rolesIn found.
func (a *answerSheet) takeAll(own map[string]int) {
	for role, c := range own {
		a.take(role, c)
	}
}

// take notes that a column says something of the answering; the first column
// that says it counts, and no further one is a question.
func (a *answerSheet) take(role string, column int) {
	if a.at[role] == 0 {
		a.at[role] = column
	}
	a.meta[column] = true
}

// carried are the headings by which a form's own (often hidden) fields say what
// a survey sheet of ours says: which round, which session, which member.
var carried = map[string]string{"wave id": "wave_id", "session id": "session_id", "cohort": "cohort", "member id": "respondent_id"}

// ask makes a column a question, unless its heading is of a field that the form
// carries along.
func (a *answerSheet) ask(q Question) {
	q.Sheet = a.sheet.No
	if role, ok := carried[vocabulary.Loose(q.Heading)]; ok {
		a.take(role, q.Column)
		return
	}
	a.asks = append(a.asks, q)
}

// askOne makes every column of a single heading row a question that is nothing
// else.
func (a *answerSheet) askOne(role func(column int) string) {
	rows := map[string]int{}
	for c := 1; c <= a.wide; c++ {
		rows[vocabulary.Loose(gridRow(cell(a.names, c)))]++
	}
	for c := 1; c <= a.wide; c++ {
		if a.meta[c] {
			continue
		}
		switch r := role(c); {
		case r != "" && (a.at[r] == 0 || r == "quiz"):
			a.take(r, c)
			continue
		case isWho(r):
			a.take(r+again, c)
			continue
		}
		heading := cell(a.names, c)
		a.bare[c] = heading == ""
		q := Question{Column: c, Heading: heading}
		if row := gridRow(heading); rows[vocabulary.Loose(row)] == 1 {
			q.Native = row
		}
		a.ask(q)
	}
}

// gridRow is the row of a grid that a heading "question [row]" is about, "" for
// a question by itself.
func gridRow(heading string) string {
	if i := strings.LastIndex(heading, " ["); i > 0 && strings.HasSuffix(heading, "]") {
		return strings.TrimSpace(heading[i+2 : len(heading)-1])
	}
	return ""
}

// asksMoreThanWho reports that a form asks for more than a member list holds:
// a sign-up is no survey.
func (a *answerSheet) asksMoreThanWho() bool {
	roster, _ := vocabulary.SheetOf(vocabulary.Roster)
	return slices.ContainsFunc(a.asks, func(q Question) bool { return q.Heading != "" && roster.Index(q.Heading) < 0 })
}

// formName is a name for a form out of what it asks, for ids that begin again in
// each form. A column without a heading names nothing: somebody may have put it
// between the others since.
func (a *answerSheet) formName() string {
	var all []string
	for _, q := range a.asks {
		if asked := vocabulary.Loose(first(q.Native, q.Heading)); asked != "" {
			all = append(all, asked)
		}
	}
	return hash(all...)
}

// timesUnder reports that a column holds times, or nothing at all.
func timesUnder(rows []sheet.Row, column int) bool {
	times, others := 0, 0
	for _, row := range rows {
		text := timeText(row.Cell(column))
		if text == "" {
			continue
		}
		if w, ok := readDate(text); ok && w.known >= toDay {
			times++
		} else {
			others++
		}
	}
	return times > 0 || others == 0
}
