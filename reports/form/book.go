package form

import (
	"github.com/xuri/excelize/v2"

	"valuetrail/internal/message"
)

// book is a workbook being made.
type book struct {
	file  *excelize.File
	say   message.Printer
	taken map[string]bool

	plainHeading, boldHeading, title     int
	day, instant, clock, asText, wrapped int
}

// madeAt stands in every form: nothing about a template depends on when it was
// made.
const madeAt = "2025-01-01T00:00:00Z"

func newBook(lang, title string) (*book, error) {
	b := &book{file: excelize.NewFile(), say: message.For(lang), taken: map[string]bool{}}
	if err := b.styles(); err != nil {
		return nil, err
	}
	err := b.file.SetDocProps(&excelize.DocProperties{Title: message.Cell(title), Creator: "Valuetrail", LastModifiedBy: "Valuetrail",
		Created: madeAt, Modified: madeAt, Language: b.say.Language()})
	return b, err
}

func (b *book) styles() error {
	rule := []excelize.Border{{Type: "bottom", Color: "595959", Style: 1}}
	day, instant, clock := "yyyy-mm-dd", "yyyy-mm-dd hh:mm", "hh:mm"
	for _, want := range []struct {
		to    *int
		style excelize.Style
	}{
		{&b.plainHeading, excelize.Style{Border: rule}},
		{&b.boldHeading, excelize.Style{Border: rule, Font: &excelize.Font{Bold: true}}},
		{&b.title, excelize.Style{Font: &excelize.Font{Bold: true, Size: 14}}},
		{&b.day, excelize.Style{CustomNumFmt: &day}},
		{&b.instant, excelize.Style{CustomNumFmt: &instant}},
		{&b.clock, excelize.Style{CustomNumFmt: &clock}},
		{&b.asText, excelize.Style{NumFmt: 49}},
		{&b.wrapped, excelize.Style{Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"}}},
	} {
		id, err := b.file.NewStyle(&want.style)
		if err != nil {
			return err
		}
		*want.to = id
	}
	return nil
}

// sheet adds a sheet, the first in place of the one a new workbook has.
func (b *book) sheet(title string) (string, error) {
	name := message.SheetName(title, b.taken)
	if len(b.taken) == 1 {
		return name, b.file.SetSheetName("Sheet1", name)
	}
	_, err := b.file.NewSheet(name)
	return name, err
}

// rows writes text rows from row on, guarded.
func (b *book) rows(sheet string, from int, rows [][]string) error {
	for i, cells := range rows {
		for j, text := range cells {
			if text == "" {
				continue
			}
			at, err := excelize.CoordinatesToCellName(j+1, from+i)
			if err != nil {
				return err
			}
			if err := b.file.SetCellStr(sheet, at, message.Stored(message.Cell(text))); err != nil {
				return err
			}
		}
	}
	return nil
}

// freeze keeps the first row in sight.
func (b *book) freeze(sheet string) error {
	return b.file.SetPanes(sheet, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"})
}
