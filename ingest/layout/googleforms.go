package layout

import (
	"regexp"
	"slices"
	"strings"

	"valuetrail/ingest/sheet"
	"valuetrail/internal/vocabulary"
)

const googleForms = "googleforms"

// googleMeta leads tight headings that the platform itself writes to what they
// say. An address that a form collects stands last when that was switched on
// late.
var googleMeta = map[string]string{
	"timestamp": "sent", "marcatemporal": "sent", "zeitstempel": "sent", "horodateur": "sent", "carimbodedatahora": "sent", "informazionicronologiche": "sent",
	"sygnaturaczasowa": "sent", "tijdstempel": "sent", "tidsstämpel": "sent", "tidsstempel": "sent",
	"emailaddress": "email", "username": "email", "email": "email", "direccióndecorreoelectrónico": "email", "correoelectrónico": "email", "nombredeusuario": "email",
	"emailadresse": "email", "nutzername": "email", "adresseemail": "email", "nomdutilisateur": "email", "endereçodeemail": "email", "nomedeusuário": "email",
	"indirizzoemail": "email", "emailadres": "email", "adresemail": "email",
	"score": "score", "puntuación": "score", "punktzahl": "score", "pontuação": "score", "punteggio": "score",
}

// dottedClock is a time of day with dots in place of colons, as some languages
// write it behind a day.
var dottedClock = regexp.MustCompile(`^(\S+,? \d{1,2})\.(\d{2})\.(\d{2})$`)

// timeText is the text of a cell in a column of times, in a way that dates are
// read.
func timeText(cell string) string {
	return dottedClock.ReplaceAllString(tidy(cell), "$1:$2:$3")
}

// findGoogle finds the answers of a form of Google Forms: one heading row that
// begins with the time each answer was sent, in any language of the platform;
// from the sheet behind the form, or as the form itself downloads them.
func findGoogle(s *sheet.Sheet, rows []sheet.Row) (answerSheet, bool) {
	for i, row := range rows[:min(len(rows), 6)] {
		at := 1
		for at < len(row.Cells) && cell(row, at) == "" {
			at++
		}
		if googleMeta[tight(cell(row, at))] != "sent" {
			continue
		}
		if t, isOurs := findOwn(s, rows, ""); isOurs && !t.meant {
			return answerSheet{}, false
		}
		a := headedBy(googleForms, s, rows, i)
		a.sure = 0.92
		a.askOne(func(c int) string { return googleMeta[tight(cell(row, c))] })
		return a, a.asksMoreThanWho() && timesUnder(rows[i+1:], at)
	}
	return answerSheet{}, false
}

// asksMoreThanWho reports that a form asks for more than a member list holds:
// a sign-up is no survey.
func (a *answerSheet) asksMoreThanWho() bool {
	roster, _ := vocabulary.SheetOf(vocabulary.Roster)
	return slices.ContainsFunc(a.asks, func(q Question) bool { return q.Heading != "" && roster.Index(q.Heading) < 0 })
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
		if r := role(c); r != "" && (a.at[r] == 0 || r == "quiz") {
			a.take(r, c)
			continue
		}
		heading := cell(a.names, c)
		if heading == "" {
			a.bare[c] = true
		}
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
