package workbook

import (
	"fmt"
	"math"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"valuetrail/internal/message"
	"valuetrail/reports"
)

// formats are the number formats of units; others are shown as they are.
var formats = map[string]string{
	"percent": "0 %", "score": "0.0", "points": "0.0", "days": "#,##0.0", "hours": "#,##0.0", "minutes": "#,##0",
	"people": "#,##0", "sessions": "#,##0", "stories": "#,##0", "count": "#,##0", "ratio": "0.00", "index": "0.00",
}

// tableSheet writes the title in A1, the caption under it, further lines, a way
// back, and then the table, with nothing under it.
func (b *book) tableSheet(s sheet, contents string) error {
	var widths []float64
	for i := range s.table.Columns {
		widths = append(widths, b.widthOf(s, i))
	}
	if err := firstError(b.begin(s.name, widths...), b.text(s.name, 1, 1, s.title, style{bold: true, size: 14})); err != nil {
		return err
	}
	row := 2
	lines := s.lines
	if b.draft != "" {
		lines = append(lines[:len(lines):len(lines)], b.draft)
	}
	for _, line := range lines {
		if line == "" {
			continue
		}
		if err := b.text(s.name, 1, row, line, style{wrapped: true}); err != nil {
			return err
		}
		row++
	}
	if err := firstError(b.text(s.name, 1, row, b.say.Say("workbook.back"), style{link: true}), b.goTo(s.name, 1, row, contents)); err != nil {
		return err
	}
	b.heights[row] = 24 // some air above the table
	header := row + 1
	if err := firstError(b.table(s, header), b.end(s.name)); err != nil {
		return err
	}
	if s.chart != nil {
		return b.chart(s, header)
	}
	return nil
}

func (b *book) table(s sheet, header int) error {
	for i, heading := range headings(s.table.Columns) {
		c := s.table.Columns[i]
		if err := b.text(s.name, i+1, header, heading, style{bold: true, wrapped: true, underlined: true, right: c.Number, indented: i > 0 && !c.Number}); err != nil {
			return err
		}
	}
	for i, row := range s.table.Rows {
		for j, c := range row[:min(len(row), len(s.table.Columns))] {
			draw := b.cell
			if s.low {
				draw = b.flat
			}
			if err := draw(s.name, j+1, header+1+i, c, s.table.Columns[j]); err != nil {
				return err
			}
		}
	}
	if len(s.table.Rows) == 0 { // an Excel table needs a row
		return nil
	}
	last, err := excelize.CoordinatesToCellName(len(s.table.Columns), header+len(s.table.Rows))
	if err != nil {
		return err
	}
	stripes := false
	return b.file.AddTable(s.name, &excelize.Table{Range: fmt.Sprintf("A%d:%s", header, last), Name: b.tableName(s.tableName), StyleName: "TableStyleLight1", ShowRowStripes: &stripes})
}

// cell writes a mark as its mark, a number as a number, all else as text.
func (b *book) cell(sheet string, column, row int, c reports.TableCell, of reports.TableColumn) error {
	if c.Mark == "" && c.Value != nil && of.Number && !math.IsNaN(*c.Value) && !math.IsInf(*c.Value, 0) {
		return b.number(sheet, column, row, *c.Value, style{right: true, format: formats[of.Unit]})
	}
	return b.text(sheet, column, row, b.words(c), style{wrapped: true, right: of.Number, indented: column > 1 && !of.Number})
}

// flat is cell with the text on one line: a long one is there to be copied.
func (b *book) flat(sheet string, column, row int, c reports.TableCell, of reports.TableColumn) error {
	if of.Number {
		return b.cell(sheet, column, row, c, of)
	}
	return b.text(sheet, column, row, c.Text, style{indented: column > 1})
}

// words are what a cell says where it holds no number.
func (b *book) words(c reports.TableCell) string {
	if c.Mark != "" {
		return c.Mark
	}
	var chips []string
	for _, chip := range c.Chips {
		title, state := chip.Title, "none"
		if title == "" {
			title = chip.StoryID
		}
		if chip.State == "confirmed" || chip.State == "asked" {
			state = chip.State
		}
		chips = append(chips, title+" ("+b.say.Say("workbook.chip."+state)+")")
	}
	if len(chips) == 0 {
		return c.Text
	}
	return strings.TrimPrefix(c.Text+"; "+strings.Join(chips, "; "), "; ")
}

// escaped is what Excel would read as an escape in the name of a column.
var escaped = regexp.MustCompile(`_(x[0-9A-Fa-f]{4}_)`)

// headings are the headings on one line each, none blank and none twice in any
// case: Excel tables want them so.
func headings(columns []reports.TableColumn) []string {
	var all []string
	taken := map[string]bool{}
	for i, c := range columns {
		base := escaped.ReplaceAllString(strings.Join(strings.Fields(message.Cell(c.Heading)), " "), "_ $1")
		if r := []rune(base); len(r) > 200 {
			base = string(r[:199]) + "…"
		}
		if base == "" {
			base = fmt.Sprintf("(%d)", i+1)
		}
		heading := base
		for n := 2; taken[strings.ToLower(heading)]; n++ {
			heading = fmt.Sprintf("%s (%d)", base, n)
		}
		taken[strings.ToLower(heading)] = true
		all = append(all, heading)
	}
	return all
}

var notInTableName = regexp.MustCompile(`[^A-Za-z0-9_]+`)

// tableName is a name that Excel allows and that no other table has.
func (b *book) tableName(wanted string) string {
	base := notInTableName.ReplaceAllString(wanted, "_")
	base = base[:min(len(base), 60)]
	name := base
	for n := 2; b.tables[strings.ToLower(name)]; n++ {
		name = fmt.Sprintf("%s_%d", base, n)
	}
	b.tables[strings.ToLower(name)] = true
	return name
}

// widthOf is wide enough for short cells and lets long ones wrap. The first
// column also carries the lines above the table.
func (b *book) widthOf(s sheet, column int) float64 {
	longest := utf8.RuneCountInString(s.table.Columns[column].Heading)
	for _, row := range s.table.Rows {
		if column < len(row) {
			for line := range strings.Lines(b.words(row[column])) {
				longest = max(longest, utf8.RuneCountInString(line))
			}
		}
	}
	switch {
	case column == 0 && s.list:
		return 38
	case column == 0:
		return 54
	case s.table.Columns[column].Number:
		return 14
	case s.list && longest > 60:
		return 80
	case s.list:
		return float64(min(max(longest, 8)+4, 26))
	}
	return float64(min(max(longest, 8)+4, 50))
}
