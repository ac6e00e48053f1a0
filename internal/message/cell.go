package message

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf16"
)

// mostInCell is how many UTF-16 units a spreadsheet cell holds.
const mostInCell = 32_767

// Cell is text as a spreadsheet cell may hold it and a person may open it:
// control characters become U+FFFD, characters that turn the direction of
// writing are dropped, what is too long ends in …, and what a spreadsheet
// program could take for a formula gets a ' in front. Numbers do not go
// through it. Typed takes the ' away again.
func Cell(text string) string {
	text = clean(text)
	if looksLikeFormula(text) {
		text = "'" + text
	}
	if units := utf16.Encode([]rune(text)); len(units) > mostInCell {
		kept := strings.TrimRight(string(utf16.Decode(units[:mostInCell-1])), "\ufffd")
		return kept + "…"
	}
	return text
}

// Typed is the text behind what Cell wrote: without the ' that guards it.
func Typed(cell string) string {
	if rest, guarded := strings.CutPrefix(cell, "'"); guarded && looksLikeFormula(rest) {
		return rest
	}
	return cell
}

// escape is what the xlsx format reads as one character.
var escape = regexp.MustCompile(`^_x[0-9A-Fa-f]{4}_`)

// Stored is a cell's text as an xlsx file keeps it: _x0041_ would be read as A,
// so its first underscore is written out. (The library that writes our files
// does not do so for shared strings.)
func Stored(cell string) string {
	if !strings.Contains(cell, "_x") {
		return cell
	}
	var b strings.Builder
	for i, r := range cell {
		if r == '_' && escape.MatchString(cell[i:]) {
			b.WriteString("_x005F_")
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// looksLikeFormula looks behind apostrophes and what cannot be seen. Text that
// begins with a guard counts, so that Typed gives back what Cell was given.
func looksLikeFormula(s string) bool {
	for _, r := range s {
		switch {
		case r == '\t' || r == '\n' || r == '\r' || r == '\ufffd':
			return true
		case strings.ContainsRune("=+-@＝＋－＠", r):
			return true
		case r == '\'' || unicode.IsSpace(r) || invisible(r):
		default:
			return false
		}
	}
	return false
}

func clean(text string) string {
	text = strings.ReplaceAll(strings.ToValidUTF8(text, "\ufffd"), "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\r':
			return '\n'
		case r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069:
			return -1
		case unicode.IsControl(r) && r != '\n' && r != '\t', r == 0xfffe, r == 0xffff:
			return '\ufffd'
		}
		return r
	}, text)
}

func invisible(r rune) bool {
	return r >= 0x200b && r <= 0x200f || r == 0x2060 || r == 0xfeff || r == 0x00ad
}

// SheetName is a name for a sheet of a workbook made of letters, digits,
// blanks, hyphens and brackets, 31 characters at most, that taken does not hold
// in any case; it is put into taken (in lower case).
func SheetName(title string, taken map[string]bool) string {
	var b strings.Builder
	for _, r := range title {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r), b.Len() > 0 && strings.ContainsRune("-()", r):
			b.WriteRune(r)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), " "):
			b.WriteByte(' ')
		}
	}
	base := b.String()
	if strings.EqualFold(strings.TrimSpace(base), "history") || strings.TrimSpace(base) == "" {
		base = "Sheet " + base
	}
	for n := 1; ; n++ {
		ending := ""
		if n > 1 {
			ending = fmt.Sprintf(" %d", n)
		}
		name := strings.TrimRight(cut(base, 31-len(ending)), " -(") + ending
		if !taken[strings.ToLower(name)] {
			taken[strings.ToLower(name)] = true
			return name
		}
	}
}

// cut is the beginning of s in as many UTF-16 units, characters whole.
func cut(s string, units int) string {
	for i, r := range s {
		if units -= max(1, utf16.RuneLen(r)); units < 0 {
			return s[:i]
		}
	}
	return s
}
