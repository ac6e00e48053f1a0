package layout

import (
	"slices"
	"strings"

	"valuetrail/ingest/sheet"
)

const surveyCTO = "surveycto"

// ctoMeta leads the server's own columns to what they say.
var ctoMeta = map[string]string{"submissiondate": "sent", "completiondate": "ended", "key": "id", "formdef_version": "version", "formdef_id": "form", "form_id": "form", "review_quality": "review", "review_comments": "review",
	"review_corrections": "review", "review_status": "ruling", "isvalidated": "validated"}

// findCTO finds what the server of SurveyCTO and its desktop program give of a
// form: a row a submission, repeats as numbered columns or named as a table of
// their own.
func findCTO(s *sheet.Sheet, rows []sheet.Row) (answerSheet, bool) {
	if len(rows) == 0 {
		return answerSheet{}, false
	}
	a := headedBy(surveyCTO, s, rows, 0)
	for c := 1; c <= a.wide; c++ {
		if role := ctoMeta[xformName(cell(a.names, c))]; role != "" {
			a.take(role, c)
		}
		if setOf.MatchString(cell(a.names, c)) {
			a.take("set", c)
		}
	}
	if a.at["id"] == 0 || a.at["sent"]+a.at["ended"] == 0 || a.at["version"]+a.at["ended"] == 0 {
		return answerSheet{}, false
	}
	a.sure = 0.97
	a.takeXform(rows[1:])
	a.takeNumberedChoices(rows[1:])
	a.askXform(rows[1:], "/")
	a.ways.native = a.scoped()
	ruling := a.at["ruling"]
	a.countValuesOf(ruling)
	a.ways.unreal = func(row sheet.Row) string {
		if strings.EqualFold(cell(row, ruling), "rejected") {
			return "rejected"
		}
		return ""
	}
	return a, len(a.asks) > 0
}

// takeNumberedChoices takes the columns of one choice, "q_2" beside "q": those
// that hold 1 wherever the other column has the 2 among what was chosen, and
// nowhere else. A numbered turn of a repeat looks the same and does not.
func (a *answerSheet) takeNumberedChoices(rows []sheet.Row) {
	at := columnsNamed(a.names)
	for c := 1; c <= a.wide; c++ {
		name := cell(a.names, c)
		i := strings.LastIndexByte(name, '_')
		if i <= 0 || a.meta[c] {
			continue
		}
		whole := at[name[:i]]
		if whole > 0 && !a.meta[whole] && ticksAgain(rows, whole, c, name[i+1:]) {
			a.take("choice", c)
		}
	}
}

// ticksAgain reports that one column says of a choice what another, with all
// that was chosen, says too.
func ticksAgain(rows []sheet.Row, whole, one int, choice string) bool {
	told := 0
	for _, row := range rows {
		chosen := slices.Contains(strings.Fields(cell(row, whole)), choice)
		switch cell(row, one) {
		case "":
			if chosen {
				return false
			}
		case "1":
			if told++; !chosen {
				return false
			}
		case "0":
			if told++; chosen {
				return false
			}
		default:
			return false
		}
	}
	return told > 0
}
