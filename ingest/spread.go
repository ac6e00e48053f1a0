package ingest

import (
	"encoding/csv"
	"strings"

	"valuetrail/ingest/layout"
	"valuetrail/ingest/sheet"
)

// codeSpread is the note of a file whose lines each stood in one cell.
const codeSpread = "cells_spread"

// spreadRows are how many rows are looked at for lines in one cell; fewestCells such
// a line has at least.
const spreadRows, fewestCells = 50, 3

// spread is a book each line of which stands in its first cell, as spreadsheet
// programs of another language save a text with commas: with the line's own cells in
// columns. It is nil for a book that is none of these, or that no layout knows
// even so and that is no table then: a list of names has commas too.
func spread(book *sheet.Book) *sheet.Book {
	for _, sep := range []rune{',', ';', '\t'} {
		if !inOneCell(book, sep) {
			continue
		}
		wide := book.Through(func() func(sheet.Row) sheet.Row {
			return func(row sheet.Row) sheet.Row {
				if len(row.Cells) == 1 {
					row.Cells = cellsOf(row.Cells[0], sep)
				}
				return row
			}
		})
		if _, err := layout.Recognise(wide); err == nil {
			return wide
		}
	}
	return nil
}

// inOneCell reports that the first rows of a book have one cell each, and that half
// of them and more are lines of several cells.
func inOneCell(book *sheet.Book, sep rune) bool {
	rows, lines := 0, 0
	for _, s := range book.Sheets {
		for row, err := range s.Rows() {
			if err != nil || len(row.Cells) != 1 || rows == spreadRows {
				if rows < spreadRows {
					return false
				}
				break
			}
			rows++
			if len(cellsOf(row.Cells[0], sep)) >= fewestCells {
				lines++
			}
		}
	}
	return lines > 1 && lines*2 >= rows
}

// cellsOf are the cells of one line of delimited text.
func cellsOf(line string, sep rune) []string {
	r := csv.NewReader(strings.NewReader(line))
	r.Comma, r.LazyQuotes, r.FieldsPerRecord = sep, true, -1
	cells, err := r.Read()
	if err != nil {
		return []string{line}
	}
	return cells
}
