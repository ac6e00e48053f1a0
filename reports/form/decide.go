package form

import (
	"fmt"
	"slices"

	"github.com/xuri/excelize/v2"
)

// Part is one sheet of to-decide.xlsx: which questions it asks.
type Part string

// The parts there are, in the order of the workbook.
const (
	Tables       Part = "tables"        // what a file is that nobody knows
	TableColumns Part = "table_columns" // and what its columns are
	Names        Part = "names"
	Sessions     Part = "sessions"
	Columns      Part = "columns"
	Meanings     Part = "meanings"
	Questions    Part = "questions"
	Decided      Part = "decided"
)

var parts = []Part{Tables, TableColumns, Names, Sessions, Columns, Meanings, Questions, Decided}

// The answers that name no candidate.
const (
	Nobody     = "nobody"       // nobody on the list, or a visitor
	NotAPerson = "not_a_person" // a device, a phone, a notetaker
	Same       = "same"         // the two sessions are one
	Different  = "different"    // they are two
	AsShown    = "as_shown"     // what stands in the row's other cells is right
	LeftOut    = "left_out"     // do not use it
	AskAgain   = "ask_again"    // forget what was decided
)

// MostAsked is how many questions a sheet holds at most: more than that nobody
// answers in one go, and each answer makes the next run ask those that follow.
const MostAsked = 500

// mostCandidates is how many people a question about a name offers at most.
const mostCandidates = 3

// Question is something only a person can decide.
type Question struct {
	// ID comes back with the answer.
	ID string
	// Found is what stands in the file, as written; of Decided, what was decided.
	Found       string
	File, Sheet string
	Row         int
	// Asked is the question in words, where it is not the same for all of a part, and
	// of Questions which earlier one it may be; Seen the answers that a survey's question had.
	Asked, Seen string
	// Proposal is what the program would answer, in words, "" for none.
	Proposal string
	// Candidates are the possible answers. Of names at most three are offered.
	// Sessions have none: there the answers are Same and Different; nor have
	// Questions (AsShown and LeftOut) and Decided (AskAgain).
	Candidates []Candidate
	// Picks are the further drop-downs of Questions: their first choice is what
	// is proposed, and filled in. Words is a text filled in to be changed.
	Picks map[string][]Candidate
	Words string
	// Who, When and Why are of Decided.
	Who, When, Why string
}

// Candidate is a possible answer: an id that comes back, how people know it,
// and why it may be the one.
type Candidate struct{ ID, Label, Reason string }

// The drop-downs of Questions beside the answer.
const (
	About  = "about"  // which cycle
	Kind   = "kind"   // how it is answered
	Better = "better" // which answers are good
)

// The drop-downs of Tables and TableColumns.
const (
	Holds = "holds" // what the rows of a file are
	Order = "order" // how its days are written
	Role  = "role"  // what a column is
)

// The technical columns, hidden behind the ones people read: the id of the
// question, the words of each drop-down and what each word stands for.
const (
	idHeading     = "decision_id"
	choiceHeading = "choice_"
	valueHeading  = "stands_for_"
	wordsHeading  = "words_shown"
)

// ToDecide is to-decide.xlsx: one sheet a part that has questions, each with its
// proposal and a drop-down; where a part has more than MostAsked, the first of them
// and a last row that says how many follow. No question at all gives a sheet with
// headings only.
func ToDecide(questions map[Part][]Question, lang string) ([]byte, error) {
	b, err := newBook(lang, "to-decide")
	if err != nil {
		return nil, fmt.Errorf("to-decide: %w", err)
	}
	defer b.file.Close()
	asks := 0
	for _, part := range parts {
		asks += len(questions[part])
	}
	for _, part := range parts {
		if len(questions[part]) == 0 && (asks > 0 || part != Names) {
			continue
		}
		if err := b.part(part, questions[part]); err != nil {
			return nil, fmt.Errorf("to-decide: %s: %w", part, err)
		}
	}
	return b.bytes()
}

func (b *book) part(part Part, questions []Question) error {
	sheet, err := b.sheet(b.say.Say("decide." + string(part)))
	if err != nil {
		return err
	}
	more := 0
	if part != Decided && part != TableColumns { // a file's columns are asked with it
		more = max(0, len(questions)-MostAsked)
		questions = questions[:len(questions)-more]
	}
	t := b.newTable(part, questions)
	if more > 0 {
		t.rows = append(t.rows, []string{b.say.Say("decide.more", more)})
	}
	if err := b.rows(sheet, 1, t.rows); err != nil {
		return err
	}
	for i, q := range questions {
		if err := b.dropDowns(sheet, t, i+2, q); err != nil {
			return err
		}
	}
	return b.dress(sheet, t)
}

// table is a part as cells: what people see, then the hidden columns.
type table struct {
	part    Part
	columns []column
	picks   []pick
	rows    [][]string
}

// pick is one drop-down of a part: the column it is in, where its words begin
// among the hidden columns (both from 1), and how many words it has at most.
type pick struct {
	name              string
	column, from, max int
}

func (b *book) newTable(part Part, questions []Question) table {
	t := table{part: part, columns: slices.DeleteFunc(columnsOf(part), func(c column) bool {
		return c.spare && !slices.ContainsFunc(questions, func(q Question) bool { return c.text(q) != "" })
	})}
	var headings []string
	for i, c := range t.columns {
		headings = append(headings, b.say.Say("decide.column."+c.key))
		if c.answer || c.pick != "" {
			t.picks = append(t.picks, pick{name: c.pick, column: i + 1})
		}
	}
	headings = append(headings, idHeading, wordsHeading)
	for i := range t.picks {
		p := &t.picks[i]
		for _, q := range questions {
			p.max = max(p.max, len(b.choices(part, p.name, q)))
		}
		p.from = len(headings) + 1
		for _, kind := range []string{choiceHeading, valueHeading} {
			for n := range p.max {
				headings = append(headings, fmt.Sprintf("%s%s%d", prefix(p.name), kind, n+1))
			}
		}
	}
	t.rows = [][]string{headings}
	for _, q := range questions {
		t.rows = append(t.rows, b.decideRow(t, q))
	}
	return t
}

// prefix tells the hidden columns of one drop-down from those of another.
func prefix(pick string) string {
	if pick == "" {
		return ""
	}
	return pick + "_"
}

func (b *book) decideRow(t table, q Question) []string {
	row := make([]string, len(t.rows[0]))
	for i, c := range t.columns {
		if c.text != nil {
			row[i] = c.text(q)
		}
	}
	row[len(t.columns)], row[len(t.columns)+1] = q.ID, q.Words
	for _, p := range t.picks {
		choices := b.choices(t.part, p.name, q)
		for i, c := range choices {
			row[p.from-1+i], row[p.from-1+p.max+i] = c.Label, c.ID
		}
		if p.name != "" && len(choices) > 0 {
			row[p.column-1] = choices[0].Label
		}
	}
	return row
}

// choices are the answers that a drop-down offers, each with words of its own.
func (b *book) choices(part Part, pick string, q Question) []Candidate {
	var all []Candidate
	own := func(ids ...string) {
		for _, id := range ids {
			all = append(all, Candidate{ID: id, Label: b.say.Say("decide." + id)})
		}
	}
	switch {
	case pick != "":
		all = append(all, q.Picks[pick]...)
	case part == Sessions:
		own(Same, Different)
	case part == Tables:
		own(AsShown)
		all = append(all, Candidate{ID: LeftOut, Label: b.say.Say("decide.file_left_out")})
	case part == Questions:
		own(AsShown, LeftOut)
	case part == Decided:
		own(AskAgain)
	case part == Names:
		all = append(all, q.Candidates[:min(len(q.Candidates), mostCandidates)]...)
		own(Nobody, NotAPerson)
	default:
		all = append(all, q.Candidates...)
	}
	seen := map[string]bool{}
	for i := range all {
		if label := all[i].Label; label == "" || seen[label] {
			all[i].Label = fmt.Sprintf("%s (%s)", label, all[i].ID)
		}
		seen[all[i].Label] = true
	}
	return all
}

// dropDowns puts the drop-downs on a row: the hidden cells beside it, for a list
// of its own may hold no commas and 255 characters only.
func (b *book) dropDowns(sheet string, t table, row int, q Question) error {
	if i := slices.IndexFunc(t.columns, func(c column) bool { return c.key == "row" }); i >= 0 && q.Row > 0 {
		at, err := excelize.CoordinatesToCellName(i+1, row)
		if err := b.first(err, b.file.SetCellInt(sheet, at, int64(q.Row))); err != nil {
			return err
		}
	}
	for _, p := range t.picks {
		n := len(b.choices(t.part, p.name, q))
		if n == 0 {
			continue
		}
		from, err1 := excelize.CoordinatesToCellName(p.from, row, true)
		to, err2 := excelize.CoordinatesToCellName(p.from+n-1, row, true)
		at, err3 := excelize.CoordinatesToCellName(p.column, row)
		if err := b.first(err1, err2, err3); err != nil {
			return err
		}
		list := excelize.NewDataValidation(true)
		list.Sqref = at
		list.SetSqrefDropList(from + ":" + to)
		heading := t.rows[0][p.column-1]
		list.SetInput(heading, b.say.Say("decide.intro", b.say.Say("decide.column.answer")))
		list.SetError(excelize.DataValidationErrorStyleStop, heading, b.say.Say("form.prompt.word"))
		if err := b.file.AddDataValidation(sheet, list); err != nil {
			return err
		}
	}
	return nil
}

// dress sets widths, heights, the colour of what people fill in, and hides the
// technical columns.
func (b *book) dress(sheet string, t table) error {
	last, err1 := excelize.ColumnNumberToName(len(t.rows[0]))
	hidden, err2 := excelize.ColumnNumberToName(len(t.columns) + 1)
	seen, err3 := excelize.ColumnNumberToName(len(t.columns))
	if err := b.first(err1, err2, err3); err != nil {
		return err
	}
	var widths []float64
	for _, c := range t.columns {
		widths = append(widths, c.width)
	}
	bottom := max(len(t.rows), 2)
	err := b.first(
		b.setWidths(sheet, widths),
		b.makeRoom(sheet, 1, t.rows, widths),
		b.file.SetCellStyle(sheet, "A2", fmt.Sprintf("%s%d", seen, bottom), b.wrapped),
		b.file.SetCellStyle(sheet, "A1", last+"1", b.wrappedHeading),
		b.file.SetColVisible(sheet, hidden+":"+last, false),
		b.freeze(sheet),
	)
	for i, c := range t.columns {
		if !c.answer && c.pick == "" && !c.free {
			continue
		}
		name, err2 := excelize.ColumnNumberToName(i + 1)
		err = b.first(err, err2, b.file.SetCellStyle(sheet, name+"2", fmt.Sprintf("%s%d", name, bottom), b.toFill))
	}
	return err
}
