package workbook

import (
	"bytes"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"valuetrail/internal/message"
	"valuetrail/reports"
)

// book is a workbook being drawn.
type book struct {
	file   *excelize.File
	say    message.Printer
	draft  string
	taken  map[string]bool
	charts int
	// tables are the names of Excel tables that are taken.
	tables map[string]bool

	styles map[style]int
	// widths are of the columns of the sheet being drawn, heights of its rows:
	// office programs do not make room for wrapped text by themselves.
	widths, heights map[int]float64
}

// style is a look that cells share. Format is a number format, "" for text.
type style struct {
	bold, wrapped, right, indented, link, underlined bool

	size   float64
	format string
}

const (
	ink  = "#000000"
	blue = "#12436D"
	grey = "#595959"
)

func newBook(r reports.Report) (*book, error) {
	b := &book{file: excelize.NewFile(), say: message.For(r.Language), taken: map[string]bool{}, tables: map[string]bool{}, styles: map[style]int{}}
	if r.Draft {
		b.draft = b.say.Say("workbook.draft", day(r.MadeAt))
	}
	made := r.MadeAt.UTC().Format(time.RFC3339)
	title := r.Title
	if r.Span != "" {
		title += ", " + r.Span
	}
	err := b.file.SetDocProps(&excelize.DocProperties{Title: message.Cell(title), Subject: message.Cell(r.Headline), Creator: "Valuetrail", LastModifiedBy: "Valuetrail",
		Created: made, Modified: made, Language: b.say.Language()})
	if err != nil {
		return nil, err
	}
	return b, b.file.SetAppProps(&excelize.AppProperties{Application: "Valuetrail"})
}

// sheet adds a sheet, the first in place of the one a new workbook has.
func (b *book) sheet(title string) (string, error) {
	name := message.SheetName(title, b.taken)
	if len(b.taken) == 1 {
		if err := b.file.SetSheetName("Sheet1", name); err != nil {
			return "", err
		}
	} else if _, err := b.file.NewSheet(name); err != nil {
		return "", err
	}
	return name, b.paper(name)
}

// begin starts a sheet's columns and rows.
func (b *book) begin(sheet string, widths ...float64) error {
	b.widths, b.heights = map[int]float64{}, map[int]float64{}
	for i, width := range widths {
		column, err := excelize.ColumnNumberToName(i + 1)
		if err == nil {
			err = b.file.SetColWidth(sheet, column, column, width)
		}
		if err != nil {
			return err
		}
		b.widths[i+1] = width
	}
	return nil
}

// end makes room for what was written.
func (b *book) end(sheet string) error {
	for row, height := range b.heights {
		if err := b.file.SetRowHeight(sheet, row, min(height, 400)); err != nil {
			return err
		}
	}
	return nil
}

// makeRoom keeps the height that a text needs.
func (b *book) makeRoom(column, row int, text string, look style) {
	height := 15.0
	switch {
	case look.size > 0 && look.underlined: // a heading keeps its distance
		height = look.size * 2
	case look.size > 0:
		height = look.size * 1.6
	case look.wrapped:
		height *= float64(linesOf(text, int(b.widths[column])-2))
	}
	b.heights[row] = max(b.heights[row], height)
}

// linesOf is how many lines text takes in a column of that many characters.
func linesOf(text string, width int) int {
	lines := 0
	for line := range strings.SplitSeq(text, "\n") {
		lines++
		used := 0
		for word := range strings.FieldsSeq(line) {
			n := utf8.RuneCountInString(word)
			if used > 0 && used+1+n > width {
				lines, used = lines+1, 0
			}
			if used > 0 {
				used++
			}
			used += n
			if width > 0 && used > width { // a word longer than the line is cut
				lines, used = lines+(used-1)/width, (used-1)%width+1
			}
		}
	}
	return lines
}

// paper lets every sheet print on A4 across, as wide as the page.
func (b *book) paper(sheet string) error {
	a4, across, wide, long, fit := 9, "landscape", 1, 0, true
	if err := b.file.SetPageLayout(sheet, &excelize.PageLayoutOptions{Size: &a4, Orientation: &across, FitToWidth: &wide, FitToHeight: &long}); err != nil {
		return err
	}
	return b.file.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &fit})
}

// text writes guarded text; blank text leaves the cell empty.
func (b *book) text(sheet string, column, row int, text string, look style) error {
	at, err := excelize.CoordinatesToCellName(column, row)
	if err != nil {
		return err
	}
	if text != "" {
		b.makeRoom(column, row, text, look)
		if err := b.file.SetCellStr(sheet, at, message.Stored(message.Cell(text))); err != nil {
			return err
		}
	}
	return b.dress(sheet, at, look)
}

func (b *book) number(sheet string, column, row int, x float64, look style) error {
	at, err := excelize.CoordinatesToCellName(column, row)
	if err != nil {
		return err
	}
	if err := b.file.SetCellFloat(sheet, at, x, -1, 64); err != nil {
		return err
	}
	return b.dress(sheet, at, look)
}

// goTo makes a cell lead to the beginning of another sheet of this workbook.
func (b *book) goTo(sheet string, column, row int, target string) error {
	at, err := excelize.CoordinatesToCellName(column, row)
	if err != nil {
		return err
	}
	return b.file.SetCellHyperLink(sheet, at, "'"+target+"'!A1", "Location")
}

func (b *book) dress(sheet, at string, look style) error {
	id, ok := b.styles[look]
	if !ok {
		font := &excelize.Font{Bold: look.bold, Size: 11, Color: ink, Family: "Calibri"}
		if look.size > 0 {
			font.Size = look.size
		}
		if look.link {
			font.Color, font.Underline = blue, "single"
		}
		s := &excelize.Style{Font: font, Alignment: &excelize.Alignment{Vertical: "top", WrapText: look.wrapped}}
		if look.size > 0 {
			s.Alignment.Vertical = "center"
		}
		if look.right {
			s.Alignment.Horizontal = "right"
		}
		if look.indented {
			s.Alignment.Horizontal, s.Alignment.Indent = "left", 1
		}
		if look.underlined {
			s.Border = []excelize.Border{{Type: "bottom", Color: grey, Style: 1}}
		}
		if look.format != "" {
			s.CustomNumFmt = &look.format
		}
		var err error
		if id, err = b.file.NewStyle(s); err != nil {
			return err
		}
		b.styles[look] = id
	}
	return b.file.SetCellStyle(sheet, at, at, id)
}

func (b *book) bytes() ([]byte, error) {
	var out bytes.Buffer
	b.file.SetActiveSheet(0)
	b.dropPictureTypes()
	if _, err := b.file.WriteTo(&out); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// dropPictureTypes takes away the picture types that the library adds with a
// chart, in any order: there are no pictures.
func (b *book) dropPictureTypes() {
	types := b.file.ContentTypes
	if types == nil {
		return
	}
	kept := types.Defaults[:0]
	for _, d := range types.Defaults {
		if d.Extension == "rels" || d.Extension == "xml" {
			kept = append(kept, d)
		}
	}
	types.Defaults = kept
}

// firstError is the first error, nil when there is none.
func firstError(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
