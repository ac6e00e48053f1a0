package sheet

import (
	"fmt"
)

const shrink = "delete what stands that far out, and save the workbook again"

// sheetRows reads the rows of one worksheet as they inflate.
type sheetRows struct {
	sheet  *Sheet
	book   *workbook
	part   string
	merges *merges
	seek   bool // the merges are not known yet
	m      *markup

	inData   bool
	inRow    bool
	row      int // of the row being read, or the one before
	numbered bool
	highest  int
	seen     []uint64 // row numbers, a bit each

	cells  []placed
	text   []byte // of this row's cells, one after another
	column int    // of the cell being read, or the one before
	cell   cell
}

// placed is a cell of the row being read: a shared string, or a stretch of the
// row's text.
type placed struct {
	column   int
	shared   int // its number, from 1
	from, to int
}

// cell is what the markup says about the cell being read.
type cell struct {
	open     bool
	depth    int
	kind     string // the attribute t
	style    int
	value    []byte
	inValue  bool
	hasValue bool
	formula  bool
	inline   bool
	item     textElement
}

// sheetRows reads a worksheet from its start; the merges are sought where they
// are not known.
func (w *workbook) sheetRows(s *Sheet, part string, known *merges) (*sheetRows, error) {
	m, err := w.archive.part(part)
	if err != nil {
		return nil, err
	}
	p := &sheetRows{sheet: s, book: w, part: part, merges: known, seek: known == nil, m: m}
	if p.seek {
		p.merges = newMerges()
	}
	return p, nil
}

func (p *sheetRows) last() int { return p.highest }

func (p *sheetRows) share() float64 {
	return shareOf(p.m.behind(), int64(p.book.archive.parts[partKey(p.part)].UncompressedSize64))
}

func (p *sheetRows) next() (Row, bool, error) {
	ok, err := p.step()
	if !ok || err != nil {
		return Row{}, false, err
	}
	return layOut(p.row, p.cells, p.text, p.book.strings, p.merges.byRow[p.row]), true, nil
}

// step reads up to the end of the next row; false where there is none.
func (p *sheetRows) step() (bool, error) {
	for {
		if p.inRow && !p.cell.open {
			if taken, err := p.quickCell(); err != nil {
				return false, p.wrong(err)
			} else if taken {
				continue
			}
		}
		t, err := p.m.next()
		if err != nil {
			return false, p.wrong(err)
		}
		switch t {
		case tokenEOF:
			return false, nil
		case tokenStart:
			err = p.start()
		case tokenText:
			err = p.chars()
		case tokenEnd:
			if p.inRow && !p.cell.open && string(p.m.name) == "row" {
				p.inRow = false
				return true, p.endRow()
			}
			err = p.end()
		}
		if err != nil {
			return false, p.wrong(err)
		}
	}
}

// wrong places an error of the markup.
func (p *sheetRows) wrong(err error) error {
	return p.book.archive.wrong(fmt.Sprintf("%s: sheet %q: after row %d", p.part, p.sheet.Name, p.row), err)
}

func (p *sheetRows) start() error {
	name := string(p.m.name)
	switch {
	case p.cell.open:
		return p.startInCell(name)
	case p.inRow && name == "c":
		return p.startCell()
	case p.inData && !p.inRow && name == "row":
		return p.startRow()
	case !p.inData && name == "sheetData" && p.m.depth == 2:
		p.inData = true
	case p.seek && !p.inData && name == "mergeCell":
		return p.merges.take(p.sheet, p.m)
	}
	return nil
}

func (p *sheetRows) startInCell(name string) error {
	if p.m.depth == p.cell.depth+1 {
		switch name {
		case "v":
			p.cell.inValue, p.cell.hasValue = true, true
		case "f":
			p.cell.formula = true
		case "is":
			p.cell.inline, p.cell.hasValue = true, true
		}
	}
	if p.cell.inline {
		var err error
		p.cell.value, err = p.cell.item.take(p.m, tokenStart, p.cell.value)
		return err
	}
	return nil
}

func (p *sheetRows) chars() error {
	var err error
	switch {
	case p.cell.inValue:
		p.cell.value, err = p.m.appendText(p.cell.value)
	case p.cell.inline:
		p.cell.value, err = p.cell.item.take(p.m, tokenText, p.cell.value)
	}
	return err
}

func (p *sheetRows) end() error {
	switch {
	case !p.cell.open:
		if p.m.depth == 1 && string(p.m.name) == "sheetData" {
			p.inData = false
		}
	case p.m.depth == p.cell.depth-1:
		p.cell.open = false
		return p.endCell(p.cell.value)
	case p.m.depth == p.cell.depth:
		p.cell.inValue, p.cell.inline = false, false
	case p.cell.inline:
		_, err := p.cell.item.take(p.m, tokenEnd, nil)
		return err
	}
	return nil
}

func (p *sheetRows) startRow() error {
	number, err := p.m.intAttr("r")
	if err != nil {
		return err
	}
	p.numbered = number != 0
	if !p.numbered {
		number = p.row + 1
	}
	p.inRow, p.row, p.column = true, number, 0
	p.cells, p.text = p.cells[:0], p.text[:0]
	return nil
}

// startCell reads the attributes r (address), s (style) and t (type).
func (p *sheetRows) startCell() error {
	p.cell = cell{open: true, depth: p.m.depth, value: p.cell.value[:0]}
	addressed := false
	for rest := p.m.attrs; ; {
		name, value, after, err := nextAttr(rest)
		if err != nil {
			return err
		}
		if len(name) == 0 {
			break
		}
		rest = after
		switch string(name) {
		case "r":
			addressed = true
			err = p.place(value)
		case "s":
			p.cell.style, err = atoi(value)
		case "t":
			p.cell.kind = cellKind(value)
		}
		if err != nil {
			return err
		}
	}
	if !addressed {
		p.column++
	}
	if p.column > MaxColumns {
		return p.sheet.wrong(p.row, p.column, shrink, "more than %d columns", MaxColumns)
	}
	return nil
}

// place takes a cell's address. A row without a number has that of its first
// cell.
func (p *sheetRows) place(ref []byte) error {
	column, row, ok := parseRef(ref)
	if !ok {
		return p.sheet.wrong(p.row, 0, saveAs, "a cell has the address %q", ref)
	}
	if row != p.row && !p.numbered && len(p.cells) == 0 {
		p.row, p.numbered = row, true
	}
	if row != p.row {
		return p.sheet.wrong(p.row, column, saveAs, "a cell with the address %q stands in this row", ref)
	}
	if column <= p.column {
		for _, c := range p.cells {
			if c.column == column {
				return p.sheet.wrong(p.row, column, saveAs, "the cell is there twice")
			}
		}
	}
	p.column = column
	return nil
}

// endRow checks the number of the row that has been read.
func (p *sheetRows) endRow() error {
	if p.row > MaxRows || p.row < 1 {
		return p.sheet.wrong(p.row, 0, shrink, "more than %d rows", MaxRows)
	}
	word, bit := p.row/64, uint64(1)<<(p.row%64)
	for len(p.seen) <= word {
		p.seen = append(p.seen, 0)
	}
	if p.seen[word]&bit != 0 {
		return p.sheet.wrong(p.row, 0, saveAs, "the row is there twice")
	}
	p.seen[word] |= bit
	if p.row < p.highest {
		p.sheet.note(p.row, 0, NoteOrder)
	}
	p.highest = max(p.highest, p.row)
	return nil
}

// layOut makes a row of its cells, and puts the values of merges into those of
// their columns that are blank. The texts are copied.
func layOut(no int, row []placed, text []byte, shared sharedStrings, merges []Merge) Row {
	if len(row) == 0 {
		return Row{}
	}
	width := 0
	for _, c := range row {
		width = max(width, c.column)
	}
	for _, m := range merges {
		width = max(width, m.Last)
	}
	all, cells := string(text), make([]string, width)
	for _, c := range row {
		if c.shared > 0 {
			cells[c.column-1], _ = shared.at(c.shared - 1)
		} else {
			cells[c.column-1] = all[c.from:c.to]
		}
	}
	for _, m := range merges {
		for column := m.First + 1; column <= m.Last; column++ {
			if cells[column-1] == "" {
				cells[column-1] = cells[m.First-1]
			}
		}
	}
	return Row{No: no, Cells: cutBlanks(cells), Merged: merges}
}
