package layout

import (
	"strings"

	"valuetrail/ingest/sheet"
	"valuetrail/internal/vocabulary"
)

// headRows is how far down a sheet headings are looked for.
const headRows = 25

// firstRows are the first n rows of a sheet that hold anything; all rows when
// n is negative.
func firstRows(s *sheet.Sheet, n int) ([]sheet.Row, error) {
	var rows []sheet.Row
	for row, err := range s.Rows() {
		if err != nil {
			return rows, err
		}
		if len(rows) == n {
			break
		}
		rows = append(rows, row)
	}
	return rows, nil
}

// cell is the tidied text in a 1-based column, "" when the row is shorter or
// the column is 0.
func cell(row sheet.Row, column int) string { return tidy(row.Cell(column)) }

// filled counts the cells that hold something.
func filled(cells []string) int {
	n := 0
	for _, c := range cells {
		if strings.TrimSpace(c) != "" {
			n++
		}
	}
	return n
}

// tight is a heading without any blanks, for headings that differ in those.
func tight(heading string) string {
	return strings.ReplaceAll(vocabulary.Loose(heading), " ", "")
}
