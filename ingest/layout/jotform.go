package layout

import (
	"strings"

	"valuetrail/ingest/sheet"
)

const jotform = "jotform"

// jotMeta leads headings of the tool's own columns, in small letters, to what
// they say.
var jotMeta = map[string]string{"submission date": "sent", "submission id": "id", "submission ip": "ip", "submission url": "link", "submission edit url": "link", "edit link": "link", "last update date": "changed", "flow status": "flow",
	"workflow status": "flow", "approval status": "flow", "unique id": "number", "submission pdf": "link"}

// findJot finds the table of submissions of a form of Jotform, as csv or
// workbook: one heading row with the time of sending among the questions.
func findJot(s *sheet.Sheet, rows []sheet.Row) (answerSheet, bool) {
	for i, row := range rows[:min(len(rows), 3)] {
		own := rolesIn(row, func(h string) string { return jotMeta[strings.ToLower(h)] })
		a := headedBy(jotform, s, rows, i)
		switch {
		case own["sent"] == 0 || !timesUnder(rows[i+1:], own["sent"]):
			continue
		case own["id"] > 0 || own["ip"] > 0:
			a.sure = 0.95
		case own["sent"] == 1:
			a.sure = 0.6
		default:
			continue
		}
		a.takeAll(own)
		a.askOne(whoRole(row))
		return a, a.asksMoreThanWho()
	}
	return answerSheet{}, false
}
