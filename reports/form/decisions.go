package form

import (
	"slices"
	"strings"

	"valuetrail/internal/message"
	"valuetrail/internal/vocabulary"
)

// Decision is what a person answered to a question.
type Decision struct {
	// ID is the question's.
	ID string
	// Answer is a candidate's id, or Nobody, NotAPerson, Same, Different.
	Answer string
	Note   string
	// Row is where the answer stands, counted from 1.
	Row int
}

// Unread is a row of to-decide.xlsx that somebody answered in words it does not
// offer.
type Unread struct {
	Row int
	// Answer is what stands there, Choices what would have been understood.
	Answer  string
	Choices []string
}

// IsToDecide reports whether the rows of a sheet are a part of to-decide.xlsx.
func IsToDecide(rows [][]string) bool {
	_, ok := findColumns(rows)
	return ok
}

// ReadDecisions reads the rows of one sheet of a filled-in to-decide.xlsx.
// Rows without an answer are not decided. Rows may be sorted, columns moved and
// rows deleted: what counts are the headings and the hidden columns. A sheet
// that is none gives nothing.
func ReadDecisions(rows [][]string) ([]Decision, []Unread) {
	c, ok := findColumns(rows)
	if !ok {
		return nil, nil
	}
	var decided []Decision
	var unread []Unread
	for i, row := range rows[c.header+1:] {
		answer, id := cell(row, c.answer), cell(row, c.id)
		if answer == "" || id == "" {
			continue
		}
		at := c.header + i + 2
		if value, ok := c.value(row, answer); ok {
			decided = append(decided, Decision{ID: id, Answer: value, Note: cell(row, c.note), Row: at})
		} else {
			unread = append(unread, Unread{Row: at, Answer: answer, Choices: c.words(row)})
		}
	}
	return decided, unread
}

// columns are where a sheet has what, counted from 0.
type columns struct {
	header, id, answer, note int
	choices, values          []int
}

// findColumns looks for the row of headings. The answer stands under its
// heading in any language.
func findColumns(rows [][]string) (columns, bool) {
	for i, row := range rows[:min(len(rows), 20)] {
		c := columns{header: i, id: slices.Index(row, idHeading), answer: -1, note: -1}
		if c.id < 0 {
			continue
		}
		for _, lang := range message.Languages() {
			say := message.For(lang)
			c.answer = max(c.answer, slices.Index(row, say.Say("decide.column.answer")))
			c.note = max(c.note, slices.Index(row, say.Say("decide.column.note")))
		}
		for j, heading := range row {
			switch {
			case strings.HasPrefix(heading, choiceHeading):
				c.choices = append(c.choices, j)
			case strings.HasPrefix(heading, valueHeading):
				c.values = append(c.values, j)
			}
		}
		return c, c.answer >= 0 && len(c.choices) == len(c.values)
	}
	return columns{}, false
}

// value is what an answer stands for: a word of the drop-down as it is, or the
// only one that reads the same in any case and spacing.
func (c columns) value(row []string, answer string) (string, bool) {
	var alike []string
	for i, at := range c.choices {
		word, value := cell(row, at), cell(row, c.values[i])
		switch {
		case word == "" || value == "":
		case answer == word:
			return value, true
		case vocabulary.Loose(answer) == vocabulary.Loose(word):
			alike = append(alike, value)
		}
	}
	if len(alike) != 1 {
		return "", false
	}
	return alike[0], true
}

func (c columns) words(row []string) []string {
	var all []string
	for _, at := range c.choices {
		if word := cell(row, at); word != "" {
			all = append(all, word)
		}
	}
	return all
}

// cell is a row's text there without its guard, "" beyond its end.
func cell(row []string, at int) string {
	if at < 0 || at >= len(row) {
		return ""
	}
	return message.Typed(strings.TrimSpace(row[at]))
}
