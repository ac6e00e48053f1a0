package layout

import (
	"strings"
	"unicode"

	"valuetrail/ingest/sheet"
)

// turned reports the first rows of a register the other way round: days down, a
// column a person, marks between. Nobody reads these, for a name over marks could be
// anything else; people are told to turn it.
func turned(rows []sheet.Row) bool {
	for i := range rows[:min(len(rows), 5)] {
		if names := namesAcross(rows[i]); len(names) > 1 && daysDown(rows[i+1:], names) {
			return true
		}
	}
	return false
}

// namesAcross are the columns from the second on whose headings could be names: a few
// words, no day and no question.
func namesAcross(row sheet.Row) []int {
	var all []int
	for c := 2; c <= len(row.Cells); c++ {
		text := cell(row, c)
		if _, isDay := readDate(text); !isDay && strings.ContainsFunc(text, unicode.IsLetter) && !isTotal(text) && !strings.Contains(text, "?") && len(strings.Fields(text)) <= 4 {
			all = append(all, c)
		}
	}
	return all
}

// daysDown reports that the first cells of rows are days, each once, but for sums, and
// that most of what stands under the names are marks.
func daysDown(rows []sheet.Row, names []int) bool {
	others, marks, cells, days := 0, 0, 0, map[string]bool{}
	for _, row := range rows {
		text := cell(row, 1)
		w, ok := readDate(text)
		if _, yearless, _ := readYearless(text); !yearless && (!ok || w.known != toDay) || days[text] {
			if text != "" && !isTotal(text) {
				others++
			}
			continue
		}
		days[text] = true
		for _, c := range names {
			if text := cell(row, c); text != "" {
				cells++
				if looksLikeMark(text) {
					marks++
				}
			}
		}
	}
	return len(days) > 1 && len(days) > others*4 && marks > 0 && marks*5 >= cells*3
}
