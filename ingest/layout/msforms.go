package layout

import (
	"slices"
	"strings"

	"valuetrail/ingest/sheet"
)

const microsoftForms = "msforms"

// formsMeta leads tight headings that the platform writes to what they say: in
// English, German, Spanish, Polish and Dutch. In other languages the first five
// are told by where they stand and what is under them.
var formsMeta = map[string]string{
	"id": "id", "starttime": "began", "completiontime": "ended", "email": "email", "name": "name", "language": "language", "lastmodifiedtime": "changed",
	"startzeit": "began", "fertigstellungszeit": "ended", "sprache": "language", "uhrzeitderletztenänderung": "changed", "zeitpunktderletztenänderung": "changed",
	"horadeinicio": "began", "horadefinalización": "ended", "correoelectrónico": "email", "nombre": "name", "idioma": "language", "horadelaúltimamodificación": "changed",
	"godzinarozpoczęcia": "began", "godzinaukończenia": "ended", "adresemail": "email", "nazwa": "name", "czasostatniejmodyfikacji": "changed", "język": "language",
	"begintijd": "began", "tijdvanvoltooien": "ended", "naam": "name", "taal": "language", "tijdvanlaatstewijziging": "changed",
	"totalpoints": "quiz", "quizfeedback": "quiz", "gradepostedtime": "quiz",
}

// findForms finds the workbook of answers that a form of Microsoft Forms gives,
// and the same saved again as text: a number, two times, an address and a name
// before the questions, in any language of the platform.
func findForms(s *sheet.Sheet, rows []sheet.Row) (answerSheet, bool) {
	for i, row := range rows[:min(len(rows), 6)] {
		if tight(cell(row, 1)) != "id" || len(row.Cells) < 5 {
			continue
		}
		a := headedBy(microsoftForms, s, rows, i)
		a.take("id", 1)
		began, ended := formsMeta[tight(cell(row, 2))] == "began", formsMeta[tight(cell(row, 3))] == "ended"
		switch {
		case began && ended:
			a.sure = 0.97
		case twoTimes(rows[i+1:]):
			a.sure = 0.85
		default:
			continue
		}
		a.take("began", 2)
		a.take("ended", 3)
		a.findWho(rows[i+1:])
		a.askOne(a.formsRole)
		// A form's numbers begin again when it is copied: there the moment counts.
		a.ways.native = func(_ sheet.Row, s sending) string {
			return strings.Join([]string{microsoftForms, s.id, s.at.minute()}, "|")
		}
		return a, len(a.asks) > 0
	}
	return answerSheet{}, false
}

// twoTimes reports that the second and third column hold times of day, the
// second never after the third: whatever their headings say, they are when
// somebody began and ended.
func twoTimes(rows []sheet.Row) bool {
	pairs := 0
	for _, row := range rows {
		if cell(row, 2) == "" && cell(row, 3) == "" {
			continue
		}
		from, ok := readDate(timeText(row.Cell(2)))
		to, ok2 := readDate(timeText(row.Cell(3)))
		if !ok || !ok2 || from.known != toClock || to.known != toClock {
			return false
		}
		after := true
		for _, order := range []string{dmy, mdy} {
			a, ok := from.in(order)
			b, ok2 := to.in(order)
			if ok && ok2 && !b.wall.Before(a.wall) {
				after = false
			}
		}
		if after {
			return false
		}
		pairs++
	}
	return pairs > 0
}

// findWho finds the address and the name: by their headings, else right behind
// the times where the address column holds addresses and the like of anonymous.
func (a *answerSheet) findWho(rows []sheet.Row) {
	known := func(c int) string { return formsMeta[tight(cell(a.names, c))] }
	if known(4) == "" && looksLikeWho(rows, 4) {
		a.take("email", 4)
		if known(5) == "" && len([]rune(cell(a.names, 5))) <= 12 && !strings.ContainsAny(cell(a.names, 5), "?¿") {
			a.take("name", 5)
		}
	}
}

// looksLikeWho reports that a column says the same words of everybody who hides
// and addresses of everybody else.
func looksLikeWho(rows []sheet.Row, column int) bool {
	who := false
	for _, row := range rows {
		v := strings.ToLower(cell(row, column))
		switch {
		case v == "":
		case strings.Contains(v, "@") && !strings.Contains(v, " "), strings.HasPrefix(v, "anonym"), strings.HasPrefix(v, "anónim"), strings.HasPrefix(v, "anônim"), strings.HasPrefix(v, "anonim"):
			who = true
		default:
			return false
		}
	}
	return who
}

// formsRole is what the platform says in a column, "" for a question. Points and
// feedback of a quiz stand beside each question, headed by it.
func (a *answerSheet) formsRole(column int) string {
	heading := cell(a.names, column)
	if role := formsMeta[tight(heading)]; role != "" && (role == "quiz" || column <= 8) {
		return role
	}
	for _, dash := range []string{" - ", " – "} {
		if what, of, ok := strings.Cut(heading, dash); ok && len([]rune(what)) <= 20 && slices.ContainsFunc(a.names.Cells, func(h string) bool { return tidy(h) == of }) {
			return "quiz"
		}
	}
	return ""
}
