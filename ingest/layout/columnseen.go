package layout

import (
	"slices"
	"strings"
	"unicode"

	"valuetrail/ingest/sheet"
)

// tell notes an answer that could tell of a story: more than one word, and not
// only numbers.
func (c *columnSeen) tell(answer string) {
	if len(strings.Fields(answer)) < 2 && len([]rune(answer)) < longAnswer || !strings.ContainsFunc(answer, unicode.IsLetter) {
		return
	}
	c.told++
	if len([]rune(answer)) >= longAnswer {
		c.long++
	}
	if c.words != nil {
		c.words[answer] = true
	}
}

// longWords counts the different answers of many letters.
func (c *columnSeen) longWords() int {
	n := 0
	for w := range c.words {
		if len([]rune(w)) >= longAnswer {
			n++
		}
	}
	return n
}

// beyondHeadings are the columns past the last heading that hold something, each
// with the first row where it does.
type beyondHeadings struct{ first []unheaded }

// unheaded is a cell that stands under no heading.
type unheaded struct {
	row, column int
	text        string
}

func (b *beyondHeadings) add(row sheet.Row, column int) {
	if !slices.ContainsFunc(b.first, func(u unheaded) bool { return u.column == column }) {
		b.first = append(b.first, unheaded{row.No, column, cell(row, column)})
	}
}

// tell tells of each such column in the words that a column without a heading
// has.
func (b *beyondHeadings) tell(r *reading, no int) {
	for _, u := range b.first {
		r.note(place{no, u.row, u.column}, "column_unnamed", u.text, "")
	}
}
