package layout

import (
	"regexp"
	"strings"

	"valuetrail/ingest/sheet"
	"valuetrail/internal/vocabulary"
)

// lengthColumn is a column that says how long people stayed; the zero one is none.
type lengthColumn struct {
	column int
	// unit is how many minutes a bare number stands for, 0 when nobody knows.
	unit float64
}

var (
	lengthHeadings = words("czas trwania, czas, czas obecności, minuty, minut, minuten, minuti, minutos, dauer, durée, durata, duración, duração, duur, verweildauer, time present, time there")
	minuteWord     = regexp.MustCompile(`(?i)\b(min|mins|minut\pL*|minuut)\b`)
	hourWord       = regexp.MustCompile(`(?i)\b(h|hrs?|hours?|std|stunden?|heures?|horas?|ore|uur|uren|godz\pL*)\b`)
)

// headsLengths tells a heading of lengths of stay.
func headsLengths(heading string) bool {
	role, whole := vocabulary.RoleOf(heading)
	return lengthHeadings[vocabulary.Loose(heading)] || role == vocabulary.SaysMinutes && (whole || minuteWord.MatchString(heading) || hourWord.MatchString(heading))
}

// lengthsUnder is the column of lengths under a heading. Where that names no
// unit, whole numbers of which one is ten or more are minutes; others stay open.
func lengthsUnder(heading string, column int, rows []sheet.Row) lengthColumn {
	l := lengthColumn{column: column}
	switch {
	case minuteWord.MatchString(heading):
		l.unit = 1
		return l
	case hourWord.MatchString(heading):
		l.unit = 60
		return l
	}
	most := 0
	for _, row := range rows {
		if text := cell(row, column); bareLength.MatchString(text) {
			n, ok := whole(text)
			if !ok {
				return l
			}
			most = max(most, n)
		}
	}
	if most >= 10 {
		l.unit = 1
	}
	return l
}

// in reads how many minutes a row says, "" when its cell is blank; false when the
// cell says no length that can be told.
func (l lengthColumn) in(row sheet.Row) (minutes string, ok bool) {
	text := cell(row, l.column)
	if text == "" || markOf(text) == "-" || FailedFormula(text) {
		return "", true
	}
	if packedTimes.MatchString(text) {
		return plainNumber(packedMinutes(text)), true
	}
	n, ok := readDuration(text)
	if ok && strings.Trim(text, "0123456789.,") == "" {
		n *= l.unit
		ok = l.unit > 0
	}
	if !ok {
		return "", false
	}
	return plainNumber(n), true
}

// minutesIn is the length that a row says, for somebody who came; what cannot be
// told is noted, and the mark stays.
func (r *reading) minutesIn(l lengthColumn, sheetNo int, row sheet.Row) string {
	if l.column == 0 {
		return ""
	}
	minutes, ok := l.in(row)
	if !ok {
		r.note(place{sheetNo, row.No, l.column}, "duration_unreadable", cell(row, l.column), "")
	}
	return minutes
}
