package form

import (
	"fmt"

	"github.com/xuri/excelize/v2"
)

// Part is one sheet of to-decide.xlsx: which questions it asks.
type Part string

// The parts there are.
const (
	Names    Part = "names"
	Sessions Part = "sessions"
)

// The answers that name no candidate.
const (
	Nobody     = "nobody"       // nobody on the list, or a visitor
	NotAPerson = "not_a_person" // a device, a phone, a notetaker
	Same       = "same"         // the two sessions are one
	Different  = "different"    // they are two
)

// mostCandidates is how many a question offers at most.
const mostCandidates = 3

// Question is something only a person can decide.
type Question struct {
	// ID comes back with the answer.
	ID string
	// Found is what stands in the file, as written.
	Found       string
	File, Sheet string
	Row         int
	// Proposal is what the program would answer, in words, "" for none.
	Proposal string
	// Candidates are at most three; further ones are left out. Sessions have
	// none: there the answers are Same and Different.
	Candidates []Candidate
}

// Candidate is a possible answer: an id that comes back, how people know it,
// and why it may be the one.
type Candidate struct{ ID, Label, Reason string }

// The technical columns, hidden behind the ones people read: the id of the
// question, the words of the drop-down and what each stands for.
const (
	idHeading     = "decision_id"
	choiceHeading = "choice_"
	valueHeading  = "stands_for_"
	mostChoices   = mostCandidates + 2
)

// answerColumn counts from 1; the note follows it, then the hidden columns.
const answerColumn = 10

// ToDecide is to-decide.xlsx: one sheet a part that has questions, each with
// its proposal, up to three candidates with reasons and a drop-down. No
// question at all gives sheets with headings only.
func ToDecide(questions map[Part][]Question, lang string) ([]byte, error) {
	b, err := newBook(lang, "to-decide")
	if err != nil {
		return nil, fmt.Errorf("to-decide: %w", err)
	}
	defer b.file.Close()
	for _, part := range []Part{Names, Sessions} {
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
	rows := [][]string{b.decideHeadings()}
	for _, q := range questions {
		rows = append(rows, b.decideRow(part, q))
	}
	if err := b.rows(sheet, 1, rows); err != nil {
		return err
	}
	for i, q := range questions {
		row := i + 2
		if err := b.first(b.number(sheet, row, q.Row), b.answers(sheet, row, len(b.choices(part, q)))); err != nil {
			return err
		}
	}
	return b.dress(sheet, rows)
}

func (b *book) decideHeadings() []string {
	h := []string{b.say.Say("decide.column.found"), b.say.Say("decide.column.file"), b.say.Say("decide.column.sheet"), b.say.Say("decide.column.row"),
		b.say.Say("decide.column.proposal")}
	for i := range mostCandidates {
		h = append(h, b.say.Say("decide.column.candidate", i+1))
	}
	h = append(h, b.say.Say("decide.column.reasons"), b.say.Say("decide.column.answer"), b.say.Say("decide.column.note"), idHeading)
	for i := range mostChoices {
		h = append(h, fmt.Sprintf("%s%d", choiceHeading, i+1))
	}
	for i := range mostChoices {
		h = append(h, fmt.Sprintf("%s%d", valueHeading, i+1))
	}
	return h
}

func (b *book) decideRow(part Part, q Question) []string {
	row := make([]string, answerColumn+2+2*mostChoices)
	row[0], row[1], row[2], row[4] = q.Found, q.File, q.Sheet, q.Proposal
	row[answerColumn+1] = q.ID
	for i, c := range b.choices(part, q) {
		row[answerColumn+2+i], row[answerColumn+2+mostChoices+i] = c.Label, c.ID
		if i < min(len(q.Candidates), mostCandidates) {
			row[5+i] = c.Label
			if c.Reason != "" {
				row[8] += fmt.Sprintf("%d: %s\n", i+1, c.Reason)
			}
		}
	}
	return row
}

// choices are the answers a question offers, each with words of its own.
func (b *book) choices(part Part, q Question) []Candidate {
	if part == Sessions {
		return []Candidate{{ID: Same, Label: b.say.Say("decide.same")}, {ID: Different, Label: b.say.Say("decide.different")}}
	}
	all := append([]Candidate(nil), q.Candidates[:min(len(q.Candidates), mostCandidates)]...)
	all = append(all, Candidate{ID: Nobody, Label: b.say.Say("decide.nobody")}, Candidate{ID: NotAPerson, Label: b.say.Say("decide.not_a_person")})
	seen := map[string]bool{}
	for i := range all {
		if label := all[i].Label; label == "" || seen[label] {
			all[i].Label = fmt.Sprintf("%s (%s)", label, all[i].ID)
		}
		seen[all[i].Label] = true
	}
	return all
}

func (b *book) number(sheet string, row, value int) error {
	if value == 0 {
		return nil
	}
	return b.file.SetCellInt(sheet, fmt.Sprintf("D%d", row), int64(value))
}

// answers puts the drop-down on a row's answer: the hidden cells beside it, for
// a list of its own may hold no commas and 255 characters only.
func (b *book) answers(sheet string, row, choices int) error {
	from, err := excelize.CoordinatesToCellName(answerColumn+3, row, true)
	if err != nil {
		return err
	}
	to, err := excelize.CoordinatesToCellName(answerColumn+2+choices, row, true)
	if err != nil {
		return err
	}
	at, err := excelize.CoordinatesToCellName(answerColumn, row)
	if err != nil {
		return err
	}
	list := excelize.NewDataValidation(true)
	list.Sqref = at
	list.SetSqrefDropList(from + ":" + to)
	list.SetInput(b.say.Say("decide.column.answer"), b.say.Say("decide.intro", b.say.Say("decide.column.answer")))
	list.SetError(excelize.DataValidationErrorStyleStop, b.say.Say("decide.column.answer"), b.say.Say("form.prompt.word"))
	return b.file.AddDataValidation(sheet, list)
}

// dress sets widths, heights and the hidden columns.
func (b *book) dress(sheet string, rows [][]string) error {
	last, err := excelize.ColumnNumberToName(answerColumn + 2 + 2*mostChoices)
	if err != nil {
		return err
	}
	widths := []float64{30, 30, 14, 8, 34, 26, 26, 26, 44, 34, 30}
	return b.first(
		b.setWidths(sheet, widths),
		b.makeRoom(sheet, 1, rows, widths),
		b.file.SetCellStyle(sheet, "A2", fmt.Sprintf("K%d", max(len(rows), 2)), b.wrapped),
		b.file.SetCellStyle(sheet, "A1", last+"1", b.boldHeading),
		b.file.SetColVisible(sheet, "L:"+last, false),
		b.freeze(sheet),
	)
}
