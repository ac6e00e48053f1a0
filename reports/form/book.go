package form

import (
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"valuetrail/internal/message"
)

// book is a workbook being made.
type book struct {
	file  *excelize.File
	say   message.Printer
	known Known
	taken map[string]bool
	// lists are the ranges of the sheet Lists, by the words they hold.
	lists map[string]string

	plainHeading, boldHeading, title            int
	day, instant, clock, asText, wrapped, plain int
	toFill, wrappedHeading                      int
}

// madeAt stands in every form: nothing about a template depends on when it was
// made.
const madeAt = "2025-01-01T00:00:00Z"

func newBook(lang, title string) (*book, error) {
	b := &book{file: excelize.NewFile(), say: message.For(lang), taken: map[string]bool{}, lists: map[string]string{}}
	if err := b.styles(); err != nil {
		return nil, err
	}
	err := b.file.SetDocProps(&excelize.DocProperties{Title: message.Cell(title), Creator: "Valuetrail", LastModifiedBy: "Valuetrail",
		Created: madeAt, Modified: madeAt, Language: b.say.Language()})
	return b, err
}

func (b *book) styles() error {
	rule := []excelize.Border{{Type: "bottom", Color: "595959", Style: 1}}
	top := &excelize.Alignment{Vertical: "top"}
	day, instant, clock := "yyyy-mm-dd", "yyyy-mm-dd hh:mm", "hh:mm"
	for _, want := range []struct {
		to    *int
		style excelize.Style
	}{
		{&b.plainHeading, excelize.Style{Border: rule}},
		{&b.boldHeading, excelize.Style{Border: rule, Font: &excelize.Font{Bold: true, Size: 11, Family: "Calibri"}}},
		{&b.title, excelize.Style{Font: &excelize.Font{Bold: true, Size: 14, Family: "Calibri"}}},
		{&b.day, excelize.Style{CustomNumFmt: &day, Alignment: top}},
		{&b.instant, excelize.Style{CustomNumFmt: &instant}},
		{&b.clock, excelize.Style{CustomNumFmt: &clock}},
		{&b.plain, excelize.Style{Alignment: &excelize.Alignment{Horizontal: "left", Vertical: "top"}}},
		{&b.asText, excelize.Style{NumFmt: 49, Alignment: top}},
		{&b.wrappedHeading, excelize.Style{Border: rule, Font: &excelize.Font{Bold: true, Size: 11, Family: "Calibri"},
			Alignment: &excelize.Alignment{WrapText: true, Vertical: "bottom"}}},
		{&b.toFill, excelize.Style{Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"}, Border: rule,
			Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"FFF8E1"}}}},
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
		return name, b.first(b.file.SetSheetName("Sheet1", name), b.paper(name))
	}
	if _, err := b.file.NewSheet(name); err != nil {
		return "", err
	}
	return name, b.paper(name)
}

// paper lets a sheet print on A4 across, as wide as the page.
func (b *book) paper(sheet string) error {
	a4, across, wide, long, fit := 9, "landscape", 1, 0, true
	return b.first(
		b.file.SetPageLayout(sheet, &excelize.PageLayoutOptions{Size: &a4, Orientation: &across, FitToWidth: &wide, FitToHeight: &long}),
		b.file.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &fit}),
	)
}

// makeRoom sets the heights of rows whose text wraps in columns of these
// widths: office programs do not do so by themselves.
func (b *book) makeRoom(sheet string, from int, rows [][]string, widths []float64) error {
	for i, row := range rows {
		lines := 1
		for j, text := range row[:min(len(row), len(widths))] {
			wrapped := 0
			for line := range strings.SplitSeq(strings.TrimRight(text, "\n"), "\n") {
				wrapped += 1 + utf8.RuneCountInString(line)/int(widths[j])
			}
			lines = max(lines, wrapped)
		}
		if lines > 1 {
			if err := b.file.SetRowHeight(sheet, from+i, min(float64(15*lines), 400)); err != nil {
				return err
			}
		}
	}
	return nil
}

// setWidths sets the widths of the first columns.
func (b *book) setWidths(sheet string, widths []float64) error {
	for i, width := range widths {
		column, err := excelize.ColumnNumberToName(i + 1)
		if err := b.first(err, b.file.SetColWidth(sheet, column, column, width)); err != nil {
			return err
		}
	}
	return nil
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
