package layout

import (
	"strings"

	"valuetrail/ingest/sheet"
)

const typeform = "typeform"

// typeMeta leads tight headings of the tool's own columns to what they say.
var typeMeta = map[string]string{"#": "id", "token": "id", "responsetype": "type", "startdateutc": "began", "stagedateutc": "stage", "submitdateutc": "sent", "networkid": "network", "tags": "tags", "ending": "ending"}

// findType finds exports of responses of Typeform: one heading row of questions,
// and of the single choices of those with several answers, between the tool's
// own columns.
func findType(s *sheet.Sheet, rows []sheet.Row) (answerSheet, bool) {
	for i, row := range rows[:min(len(rows), 3)] {
		own := rolesIn(row, func(h string) string { return typeMeta[tight(h)] })
		if own["sent"]+own["began"] == 0 || own["network"]+own["stage"]+own["type"]+own["id"] == 0 {
			continue
		}
		a := headedBy(typeform, s, rows, i)
		a.sure = 0.97
		a.takeAll(own)
		a.askOne(whoRole(row))
		a.typeWays()
		return a, len(a.asks) > 0
	}
	return answerSheet{}, false
}

// typeWays says what the tool does otherwise: its times are in UTC, and who
// stopped half-way has none of sending.
func (a *answerSheet) typeWays() {
	a.ways.utc = map[string]bool{"sent": true, "began": true}
	a.ways.undated = true
	a.ways.gather = (*answersReader).tellChoices
	kind, sent := a.at["type"], a.at["sent"]
	a.ways.finished = func(row sheet.Row) string {
		switch said := strings.ToLower(cell(row, kind)); {
		case said == "completed":
			return "yes"
		case said != "", sent > 0 && cell(row, sent) == "":
			return "no"
		case sent > 0:
			return "yes"
		}
		return ""
	}
	a.countValuesOf(kind)
}

// tellChoices tells of columns that are headed by a choice and hold nothing else:
// which question it answers stands nowhere in the file.
func (x *answersReader) tellChoices() {
	var columns []string
	for _, q := range x.a.asks {
		if seen := x.seen[q.Column]; seen.filled > 0 && !seen.many && seen.first == q.Heading {
			columns = append(columns, sheet.ColumnName(q.Column))
		}
	}
	if len(columns) > 0 {
		x.note(place{sheet: x.a.sheet.No, row: x.a.names.No}, "choices_without_question", strings.Join(columns, ", "), "")
	}
}
