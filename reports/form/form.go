// Package form makes the spreadsheets that people fill in: a template for each
// kind of data, and the sheet of questions that only people can answer. What
// they hold follows from the schema as data; it reads no file and decides
// nothing.
package form

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"valuetrail/internal/message"
	"valuetrail/internal/vocabulary"
)

// lastRow is the last row that drop-downs reach down to.
const lastRow = 5000

// writtenByTools are headings that foreign layouts fill; no person does.
var writtenByTools = map[vocabulary.Kind][]string{
	vocabulary.Attendance: {"platform_id", "meeting_id", "seen_as", "open"},
	vocabulary.Survey:     {"response_id", "complete", "test"},
}

// Fields are the fields of a kind that people fill in.
func Fields(s vocabulary.Sheet) []vocabulary.Field {
	return slices.DeleteFunc(slices.Clone(s.Fields), func(f vocabulary.Field) bool {
		return slices.Contains(writtenByTools[s.Kind], f.Heading)
	})
}

// Kinds are the kinds that have a template, in the order of the vocabulary.
func Kinds() []vocabulary.Kind {
	var all []vocabulary.Kind
	for _, s := range vocabulary.Sheets {
		if !s.Landed {
			all = append(all, s.Kind)
		}
	}
	return all
}

// Template is an xlsx with the headings of a kind that people fill in in its first row, and a
// second sheet that says how to fill it in; known gives drop-downs of the
// community's own. The same kind, knowledge and language give the same bytes. A
// kind without a template is an error.
func Template(kind vocabulary.Kind, known Known, lang string) ([]byte, error) {
	s, ok := vocabulary.SheetOf(kind)
	if !ok || s.Landed {
		return nil, fmt.Errorf("template: no sheet of kind %q", kind)
	}
	b, err := newBook(lang, s.Title)
	if err != nil {
		return nil, fmt.Errorf("template %s: %w", kind, err)
	}
	defer b.file.Close()
	b.known = known
	data, err := b.sheet(s.Title)
	if err == nil {
		err = b.headings(data, s)
	}
	if err == nil {
		err = b.guide(s)
	}
	if err != nil {
		return nil, fmt.Errorf("template %s: %w", kind, err)
	}
	return b.bytes()
}

// headings writes the first row, and what each column under it takes.
func (b *book) headings(sheet string, s vocabulary.Sheet) error {
	for i, f := range Fields(s) {
		column, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return err
		}
		style := b.plainHeading
		if f.Need == vocabulary.Required {
			style = b.boldHeading
		}
		err = b.first(
			b.columnStyle(sheet, column, f),
			b.file.SetCellStr(sheet, column+"1", f.Heading),
			b.file.SetCellStyle(sheet, column+"1", column+"1", style),
			b.file.SetColWidth(sheet, column, column, widthOf(f)),
			b.offer(sheet, column, s.Kind, f),
		)
		if err != nil {
			return err
		}
	}
	return b.freeze(sheet)
}

// columnStyle keeps days as days and ids as text: 007 must not become 7.
func (b *book) columnStyle(sheet, column string, f vocabulary.Field) error {
	switch f.Holds {
	case vocabulary.Day:
		return b.file.SetColStyle(sheet, column, b.day)
	case vocabulary.Instant:
		return b.file.SetColStyle(sheet, column, b.instant)
	case vocabulary.Clock:
		return b.file.SetColStyle(sheet, column, b.clock)
	case vocabulary.ID, vocabulary.MemberID, vocabulary.List, vocabulary.People:
		return b.file.SetColStyle(sheet, column, b.asText)
	case vocabulary.Text:
		return b.file.SetColStyle(sheet, column, b.wrapped)
	}
	return nil
}

// offer puts a drop-down under the headings of closed lists, and of what the
// community has said of itself.
func (b *book) offer(sheet, column string, kind vocabulary.Kind, f vocabulary.Field) error {
	words := b.words(kind, f)
	if len(words) == 0 {
		return nil
	}
	return b.dropDown(sheet, fmt.Sprintf("%s2:%s%d", column, column, lastRow), words, f.Heading, b.say.Say("form.prompt.word"))
}

func widthOf(f vocabulary.Field) float64 {
	least := map[vocabulary.Holds]float64{vocabulary.Text: 40, vocabulary.Name: 24, vocabulary.Email: 28, vocabulary.People: 24, vocabulary.Instant: 18, vocabulary.Label: 18}[f.Holds]
	return max(least, 12, float64(len(f.Heading)+2))
}

// guide writes the second sheet: what each heading means.
func (b *book) guide(s vocabulary.Sheet) error {
	sheet, err := b.sheet(b.say.Say("form.guide"))
	if err != nil {
		return err
	}
	lines := []string{s.Title, s.Purpose, b.say.Say("form.rules"), b.say.Say("form.rules.headings")}
	for _, group := range s.OneOf {
		lines = append(lines, b.say.Say("form.one_of", group))
	}
	if s.Questions {
		lines = append(lines, b.say.Say("form.questions"))
	}
	if s.Kind == vocabulary.Codebook {
		lines = append(lines, b.constructs()...)
	}
	rows := [][]string{}
	for _, line := range lines {
		rows = append(rows, []string{line})
	}
	rows = append(rows, nil, []string{b.say.Say("form.heading"), b.say.Say("form.need"), b.say.Say("form.holds"), b.say.Say("form.words")})
	header := len(rows)
	for _, f := range Fields(s) {
		rows = append(rows, []string{f.Heading, b.need(f), Meaning(b.say, s.Kind, f), strings.Join(f.Choice.Words, ", ")})
	}
	rows = append(rows, b.whoIsWho(s)...)
	widths := []float64{34, 16, 64, 64}
	return b.first(
		b.rows(sheet, 1, rows),
		b.setWidths(sheet, widths),
		b.makeRoom(sheet, header+1, rows[header:], widths),
		b.file.SetCellStyle(sheet, "A1", "A1", b.title),
		b.file.SetCellStyle(sheet, fmt.Sprintf("A%d", header), fmt.Sprintf("D%d", header), b.boldHeading),
		b.file.SetCellStyle(sheet, fmt.Sprintf("A%d", header+1), fmt.Sprintf("D%d", len(rows)), b.wrapped),
	)
}

// constructs say which words of the column construct an indicator looks for.
func (b *book) constructs() []string {
	lines := []string{b.say.Say("form.constructs")}
	for _, word := range vocabulary.Constructs.Words {
		lines = append(lines, word+": "+b.say.Say("form.construct."+word))
	}
	return lines
}

// whoIsWho lists the ids that the sheet takes, and whose they are.
func (b *book) whoIsWho(s vocabulary.Sheet) [][]string {
	if len(b.known.Members) == 0 || s.Kind == vocabulary.Roster || !slices.ContainsFunc(Fields(s), func(f vocabulary.Field) bool { return f.Holds == vocabulary.MemberID }) {
		return nil
	}
	rows := [][]string{nil, {b.say.Say("form.who_is_who")}}
	for _, m := range b.known.Members {
		rows = append(rows, []string{m.ID, "", m.Name})
	}
	return rows
}

func (b *book) need(f vocabulary.Field) string {
	switch f.Need {
	case vocabulary.Required:
		return b.say.Say("form.need.required")
	case vocabulary.Recommended:
		return b.say.Say("form.need.recommended")
	}
	return b.say.Say("form.need.optional")
}

// Meaning says what to write under a heading, and in which form.
func Meaning(say message.Printer, kind vocabulary.Kind, f vocabulary.Field) string {
	holds := say.Say("form.holds." + string(f.Holds))
	for _, key := range []string{"form.field." + string(kind) + "." + f.Heading, "form.field." + f.Heading} {
		if say.Has(key) {
			return say.Say(key) + " (" + holds + ")"
		}
	}
	return holds
}

// first is the first error, nil when there is none.
func (b *book) first(errs ...error) error {
	if i := slices.IndexFunc(errs, func(err error) bool { return err != nil }); i >= 0 {
		return errs[i]
	}
	return nil
}

func (b *book) bytes() ([]byte, error) {
	var out bytes.Buffer
	b.file.SetActiveSheet(0)
	if _, err := b.file.WriteTo(&out); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}
