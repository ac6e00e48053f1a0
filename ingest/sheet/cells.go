package sheet

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// ColumnName is the letters of a 1-based column: 1 is "A", 28 is "AB". Below 1
// it is "".
func ColumnName(n int) string {
	var letters [14]byte
	i := len(letters)
	for n > 0 {
		n--
		i--
		letters[i] = byte('A' + n%26)
		n /= 26
	}
	return string(letters[i:])
}

// Blank reports whether a cell's text holds nothing that can be seen: only
// white space, no-break spaces, zero-width characters.
func Blank(cell string) bool {
	for _, r := range cell {
		if !invisible(r) {
			return false
		}
	}
	return true
}

func invisible(r rune) bool {
	if r < utf8.RuneSelf {
		return r <= ' ' || r == 0x7f
	}
	return unicode.IsSpace(r) || r == '\ufeff' || r >= '\u200b' && r <= '\u200f' || r == '\u2060'
}

// cutBlanks drops blank cells at the end; nil if nothing is left.
func cutBlanks(cells []string) []string {
	n := len(cells)
	for n > 0 && Blank(cells[n-1]) {
		n--
	}
	if n == 0 {
		return nil
	}
	return cells[:n]
}

// newlines makes every line end inside a cell a line feed, so that the same
// sheet saved as text and as workbook gives the same cells.
func newlines(s string) string {
	if strings.IndexByte(s, '\r') < 0 {
		return s
	}
	return strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
}
