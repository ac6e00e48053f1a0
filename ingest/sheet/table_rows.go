package sheet

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
)

// Bounds on what a table may hold by repetition alone: a few bytes can claim
// the same cell for every cell of a sheet.
const (
	maxRepeatedCells = 10_000_000
	maxRepeatedBytes = 256 << 20
)

var errRepeated = errors.New("rows or columns repeated beyond all measure")

// tableRows reads the rows of one table of an OpenDocument spreadsheet.
type tableRows struct {
	sheet *Sheet
	doc   *document
	m     *markup
	size  int64 // of the table in the content

	skip    int // depth of an element that is stepped over, 0 for none
	inRow   int // depth of the row being read, 0 for none
	row     int // the first row number of the row being read, or the last one read
	repeat  int // how many rows it stands for
	highest int // the last row with content
	ended   bool
	columns []columnStyle
	style   string // of cells that have none, by the row

	cells  []placed
	text   []byte // of this row's cells, one after another
	merges []Merge
	column int // of the cell being read, or the last one it stands for
	cell   tableCell

	again         Row // a row that is repeated, and how often still
	left          int
	repeatedCells int
	repeatedBytes int
}

// columnStyle is the style of cells that have none, up to a column.
type columnStyle struct {
	last  int
	style string
}

func (p *tableRows) last() int { return p.highest }

func (p *tableRows) share() float64 { return shareOf(p.m.behind(), p.size) }

func (p *tableRows) next() (Row, bool, error) {
	if p.left > 0 {
		return p.once(), true, nil
	}
	for !p.ended {
		t, err := p.m.next()
		if err == nil {
			switch t {
			case tokenStart:
				err = p.start()
			case tokenText:
				err = p.chars()
			case tokenEnd:
				if p.inRow > 0 && p.m.depth == p.inRow-1 {
					p.inRow = 0
					if row, ok, err := p.finish(); ok || err != nil {
						return row, ok, p.wrong(err)
					}
				}
				err = p.end()
			case tokenEOF:
				p.ended = true
			}
		}
		if err != nil {
			return Row{}, false, p.wrong(err)
		}
	}
	return Row{}, false, nil
}

// wrong places an error of the markup.
func (p *tableRows) wrong(err error) error {
	var placed *CellError
	if err == nil || errors.As(err, &placed) {
		return err
	}
	var known *RefusedError
	if errors.As(err, &known) {
		return err
	}
	return refuse(p.sheet.book.Name, Broken, fmt.Sprintf("sheet %q: after row %d", p.sheet.Name, p.row), err)
}

// rowGroups are the elements of a table that rows may stand in.
var rowGroups = map[string]bool{"table-header-rows": true, "table-row-group": true, "table-rows": true,
	"table-header-columns": true, "table-column-group": true, "table-columns": true}

func (p *tableRows) start() error {
	switch name := string(p.m.name); {
	case p.skip > 0:
	case p.cell.open:
		return p.startInCell(name)
	case p.inRow > 0 && (name == "table-cell" || name == "covered-table-cell"):
		return p.startCell()
	case p.inRow == 0 && p.m.depth > 1 && name == "table-row":
		return p.startRow()
	case p.inRow == 0 && p.m.depth > 1 && name == "table-column":
		return p.startColumn()
	case p.m.depth > 1 && !rowGroups[name]:
		p.skip = p.m.depth
	}
	return nil
}

func (p *tableRows) end() error {
	switch depth := p.m.depth; {
	case p.skip > 0:
		if depth < p.skip {
			p.skip = 0
		}
	case p.cell.open && depth < p.cell.depth:
		p.cell.open = false
		return p.endCell()
	case p.cell.open:
		p.endInCell()
	case depth == 0:
		p.ended = true
	}
	return nil
}

// repetition reads how often a row, column or cell stands there: once if it
// does not say.
func repetition(m *markup, local string) (int, error) {
	n, err := m.intAttr(local)
	if n < 1 {
		n = 1
	}
	return n, err
}

func (p *tableRows) startColumn() error {
	n, err := repetition(p.m, "number-columns-repeated")
	if err != nil {
		return err
	}
	style, err := p.m.attr("default-cell-style-name")
	if err != nil {
		return err
	}
	from := 0
	if len(p.columns) > 0 {
		from = p.columns[len(p.columns)-1].last
	}
	if from < MaxColumns {
		p.columns = append(p.columns, columnStyle{min(MaxColumns, from+min(n, MaxColumns)), style})
	}
	return nil
}

func (p *tableRows) startRow() error {
	n, err := repetition(p.m, "number-rows-repeated")
	if err != nil {
		return err
	}
	if p.style, err = p.m.attr("default-cell-style-name"); err != nil {
		return err
	}
	// The rows of the one before are all behind this one.
	p.row += max(p.repeat, 1)
	p.row = min(p.row, MaxRows+1)
	p.repeat = min(n, MaxRows+1)
	p.inRow, p.column = p.m.depth, 0
	p.cells, p.text, p.merges = p.cells[:0], p.text[:0], nil
	return nil
}

// finish makes the row that has been read; ok is false if nothing is in it.
func (p *tableRows) finish() (Row, bool, error) {
	if len(p.cells) == 0 {
		return Row{}, false, nil
	}
	if p.row+p.repeat-1 > MaxRows {
		return Row{}, false, p.sheet.wrong(p.row, 0, shrink, "more than %d rows", MaxRows)
	}
	row := layOut(p.row, p.cells, p.text, sharedStrings{}, p.merges)
	if len(row.Cells) == 0 {
		return Row{}, false, nil
	}
	if err := p.repeats((p.repeat-1)*len(row.Cells), (p.repeat-1)*len(p.text)); err != nil {
		return Row{}, false, err
	}
	p.again, p.left = row, p.repeat
	return p.once(), true, nil
}

// repeats counts what is there by repetition alone.
func (p *tableRows) repeats(cells, bytes int) error {
	p.repeatedCells += cells
	p.repeatedBytes += bytes
	if p.repeatedCells > maxRepeatedCells || p.repeatedBytes > maxRepeatedBytes {
		return refuse(p.sheet.book.Name, Bomb, fmt.Sprintf("sheet %q: row %d", p.sheet.Name, p.row), errRepeated)
	}
	return nil
}

// once gives the repeated row its next number; the cells are the caller's to
// keep, so all but the last get a copy.
func (p *tableRows) once() Row {
	row := p.again
	row.No += p.repeat - p.left
	p.highest = row.No
	if p.left--; p.left > 0 {
		row.Cells = append([]string(nil), row.Cells...)
	}
	return row
}

// elapsed reports whether the cell being read shows a time as a duration. Its
// own style says so, else that of its row, else that of its column.
func (p *tableRows) elapsed() bool {
	style := p.cell.style
	if style == "" {
		style = p.style
	}
	for i := 0; style == "" && i < len(p.columns); i++ {
		if p.cell.first <= p.columns[i].last {
			style = p.columns[i].style
			break
		}
	}
	return p.doc.styles.elapsed(style)
}

// put adds the text of the cell just read to each column that it stands for.
func (p *tableRows) put(from int) error {
	text := p.text[from:]
	if len(bytes.TrimSpace(text)) == 0 && Blank(string(text)) {
		p.text = p.text[:from]
		return nil
	}
	if p.column > MaxColumns {
		return p.sheet.wrong(p.row, MaxColumns+1, shrink, "more than %d columns", MaxColumns)
	}
	if err := p.sheet.checkLength(p.row, p.cell.first, string(text)); err != nil {
		return err
	}
	times := p.column - p.cell.first
	if err := p.repeats(times, times*len(text)); err != nil {
		return err
	}
	for column := p.cell.first; column <= p.column; column++ {
		p.cells = append(p.cells, placed{column: column, from: from, to: len(p.text)})
	}
	if last := p.cell.first + p.cell.spans - 1; p.cell.spans > 1 && last <= MaxColumns {
		p.merges = append(p.merges, Merge{p.cell.first, last})
	}
	return nil
}

// isErrorWord knows what spreadsheet programs show where a formula failed.
func isErrorWord(text string) bool {
	switch text {
	case "#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!":
		return true
	}
	code, found := strings.CutPrefix(text, "Err:")
	return found && code != "" && strings.Trim(code, "0123456789") == ""
}
