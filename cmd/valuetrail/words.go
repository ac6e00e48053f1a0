package main

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"

	"valuetrail/ingest/sheet"
)

func columnName(n int) string { return sheet.ColumnName(n) }

// reasons lists why rows were left out: "2 bot, 1 waiting room".
func reasons(all map[string]int) string {
	var parts []string
	for _, reason := range slices.Sorted(maps.Keys(all)) {
		if all[reason] > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", all[reason], strings.ReplaceAll(reason, "_", " ")))
		}
	}
	return strings.Join(parts, ", ")
}

// table writes rows under headings, columns as wide as they need.
func (e *env) table(headings []string, rows [][]string) {
	for _, row := range rows { // a break within a cell would break the table
		for i := range row {
			row[i] = strings.Join(strings.FieldsFunc(row[i], func(c rune) bool { return c == '\n' || c == '\r' || c == '\v' || c == '\f' || c == '\u2028' }), " ")
		}
	}
	width := make([]int, len(headings))
	for _, row := range append([][]string{headings}, rows...) {
		for i, cell := range row {
			width[i] = max(width[i], len([]rune(cell)))
		}
	}
	for _, row := range append([][]string{headings}, rows...) {
		var b strings.Builder
		for i, cell := range row {
			b.WriteString(plainText(cell))
			if i < len(row)-1 {
				b.WriteString(strings.Repeat(" ", width[i]-len([]rune(cell))+2))
			}
		}
		fmt.Fprintln(e.Stdout, strings.TrimRight(b.String(), " "))
	}
}

// short is the beginning of an id, enough to name it by.
func short(id string) string { return id[:min(8, len(id))] }

func otherwise(s, word string) string { return cmp.Or(s, word) }

// plainText is a text from a file as a terminal may show it: what would move the
// cursor or turn the line round stands as a question mark.
func plainText(s string) string {
	return strings.Map(func(r rune) rune {
		if r != '\n' && r != '\t' && unicode.IsControl(r) || r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069 {
			return '?'
		}
		return r
	}, s)
}
