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
	// Answer is a candidate's id, or Nobody, NotAPerson, Same and the like.
	Answer string
	Note   string
	// Row is where the answer stands, counted from 1.
	Row int
	// Picked is what stands in the further drop-downs of the row, by their names;
	// Words the text beside them. Found is the first cell of the row.
	Picked map[string]string
	Words  string
	Found  string
	// Changed tells that something in the row is not as it was filled in.
	Changed bool
	// Repicked tells of which drop-downs.
	Repicked map[string]bool
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

// ReadDecisions reads the rows of one sheet of a filled-in to-decide.xlsx. Rows
// without an answer are not decided, but for those in which somebody changed
// what was filled in; of columns of a file (TableColumns) every row says what it is.
// Rows may be sorted, columns moved and rows deleted: what
// counts are the headings and the hidden columns. A sheet that is none gives
// nothing.
func ReadDecisions(rows [][]string) ([]Decision, []Unread) {
	c, ok := findColumns(rows)
	if !ok {
		return nil, nil
	}
	var decided []Decision
	var unread []Unread
	for i, row := range rows[c.header+1:] {
		id := cell(row, c.id)
		if id == "" {
			continue
		}
		at := c.header + i + 2
		d, wrong := c.read(row)
		switch d.ID, d.Row = id, at; {
		case wrong != nil:
			wrong.Row = at
			unread = append(unread, *wrong)
		case d.Answer != "":
			decided = append(decided, d)
		}
	}
	return decided, unread
}

// read is what one row says.
func (c columns) read(row []string) (Decision, *Unread) {
	d := Decision{Note: cell(row, c.note), Found: cell(row, c.found)}
	changed := false
	for _, name := range picks {
		l, ok := c.lists[name]
		if !ok {
			continue
		}
		text := cell(row, l.at)
		value, ok := l.value(row, text)
		if text == "" { // wiped out: what was proposed
			value, ok = cell(row, l.first(l.values)), true
		}
		if !ok {
			return d, &Unread{Answer: text, Choices: l.words(row)}
		}
		if d.Picked == nil {
			d.Picked, d.Repicked = map[string]string{}, map[string]bool{}
		}
		d.Picked[name] = value
		d.Repicked[name] = value != cell(row, l.first(l.values))
		changed = changed || d.Repicked[name]
	}
	d.Words = cell(row, c.words)
	changed = changed || c.words >= 0 && d.Words != cell(row, c.shown)
	answers := c.lists[""]
	answer := cell(row, answers.at)
	d.Changed = changed
	if answer == "" {
		if _, always := d.Picked[Role]; changed || always {
			d.Answer = AsShown
		}
		return d, nil
	}
	value, ok := answers.value(row, answer)
	if !ok {
		return d, &Unread{Answer: answer, Choices: answers.words(row)}
	}
	d.Answer = value
	return d, nil
}

// picks are the further drop-downs that a part can have.
var picks = []string{About, Kind, Better, Holds, Order, Role}

// columns are where a sheet has what, counted from 0, -1 where it has it not.
type columns struct {
	header, id, note, found, words, shown int
	lists                                 map[string]*list
}

// list is one drop-down: where its answer stands, its words, what they stand for.
type list struct {
	at              int
	choices, values []int
}

// findColumns looks for the row of headings. The answer stands under its
// heading in any language.
func findColumns(rows [][]string) (columns, bool) {
	for i, row := range rows[:min(len(rows), 20)] {
		id := slices.Index(row, idHeading)
		if id < 0 {
			continue
		}
		c := columns{header: i, id: id, note: headed(row, "note"), found: headed(row, "found"), words: headed(row, "words"), shown: slices.Index(row, wordsHeading),
			lists: map[string]*list{"": {at: headed(row, "answer")}}}
		for _, name := range picks {
			if at := headed(row, name); at >= 0 {
				c.lists[name] = &list{at: at}
			}
		}
		whole := c.lists[""].at >= 0 || c.lists[Role] != nil
		for name, l := range c.lists {
			for j, heading := range row {
				switch {
				case strings.HasPrefix(heading, prefix(name)+choiceHeading):
					l.choices = append(l.choices, j)
				case strings.HasPrefix(heading, prefix(name)+valueHeading):
					l.values = append(l.values, j)
				}
			}
			slices.SortFunc(l.choices, func(a, b int) int { return strings.Compare(row[a], row[b]) })
			slices.SortFunc(l.values, func(a, b int) int { return strings.Compare(row[a], row[b]) })
			whole = whole && len(l.choices) == len(l.values)
		}
		return c, whole
	}
	return columns{}, false
}

// headed is the column under a heading of ours, in whatever language.
func headed(row []string, key string) int {
	at := -1
	for _, lang := range message.Languages() {
		at = max(at, slices.Index(row, message.For(lang).Say("decide.column."+key)))
	}
	return at
}

// value is what an answer stands for: a word of the drop-down as it is, or the
// only one that reads the same in any case and spacing.
func (l list) value(row []string, answer string) (string, bool) {
	var alike []string
	for i, at := range l.choices {
		word, value := cell(row, at), cell(row, l.values[i])
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

// first is the first of some columns, -1 of none.
func (l list) first(all []int) int {
	if len(all) == 0 {
		return -1
	}
	return all[0]
}

func (l list) words(row []string) []string {
	var all []string
	for _, at := range l.choices {
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
