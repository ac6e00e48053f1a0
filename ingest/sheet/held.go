package sheet

import (
	"bytes"
	"encoding/binary"
	"io"
	"sync/atomic"
)

// Room is memory for rows of workbooks that were taken apart, shared by all books
// that are opened with it. The rows that it has no place for are unpacked anew at
// each pass.
type Room struct{ left atomic.Int64 }

// NewRoom has place for so many bytes of rows.
func NewRoom(bytes int64) *Room {
	r := &Room{}
	r.left.Store(bytes)
	return r
}

// ownRoom is that of a book which shares none, in bytes.
const ownRoom = 128 << 20

// held are the rows of a worksheet that was taken apart: a tenth of its markup.
// So passes after the first cost little.
type held struct {
	rows   [][]byte // stretches of rows, one after another; see add
	size   int64
	merges *merges
	notes  []Note
	last   int // the greatest row number
}

// hold takes a worksheet apart once, so that damage and bombs show before any row
// is given out, and the merges, which stand after the rows, are known before them.
// It makes the passes over the sheet.
func (w *workbook) hold(s *Sheet, part string) error {
	p, err := w.sheetRows(s, part, nil)
	if err != nil {
		return err
	}
	h := &held{}
	for rows := 1; ; rows++ {
		more, err := p.step()
		if err != nil {
			return p.worse(err)
		}
		if !more {
			break
		}
		before := h.size
		h.add(p.row, p.cells, p.text)
		if w.room.left.Add(before-h.size) < 0 {
			w.room.left.Add(h.size)
			return w.stream(p)
		}
		s.pass(rows, p)
	}
	h.merges, h.notes, h.last = p.merges.settle(), s.restart(), p.highest
	s.open = func() (source, error) {
		s.book.Notes, s.noted = append(s.book.Notes, h.notes...), len(h.notes)
		return &heldRows{held: h, shared: w.strings}, nil
	}
	return nil
}

// worse is the damage that the rest of a part shows where its rows could not be
// read, or else what was found in them: who reads of a broken file need not look
// for the cell.
func (p *sheetRows) worse(found error) error {
	if _, err := io.Copy(io.Discard, p.m.r); err != nil {
		return p.wrong(err)
	}
	return found
}

// stream makes every pass unpack the sheet anew, for which there is no room.
func (w *workbook) stream(p *sheetRows) error {
	s, part := p.sheet, p.part
	rest := io.MultiReader(bytes.NewReader(bytes.Clone(p.m.buf[p.m.pos:p.m.end])), p.m.r)
	found, err := w.archive.mergesAfter(s, part, rest)
	s.restart()
	s.open = func() (source, error) { return w.sheetRows(s, part, found) }
	return err
}

// add holds a row: its number, how many cells it has and the length of their
// texts; then for each cell the step from the column before, and either the length
// of its text or, below zero, the number of its shared text; then the texts.
func (h *held) add(no int, cells []placed, text []byte) {
	if len(cells) == 0 {
		return
	}
	need := binary.MaxVarintLen64*(3+2*len(cells)) + len(text)
	if n := len(h.rows); n == 0 || cap(h.rows[n-1])-len(h.rows[n-1]) < need {
		h.rows = append(h.rows, make([]byte, 0, max(need, min(1<<20, int(h.size)))))
	}
	stretch := &h.rows[len(h.rows)-1]
	b := binary.AppendUvarint(*stretch, uint64(no))
	b = binary.AppendUvarint(b, uint64(len(cells)))
	b = binary.AppendUvarint(b, uint64(len(text)))
	column := 0
	for _, c := range cells {
		b = binary.AppendVarint(b, int64(c.column-column))
		column = c.column
		if c.shared > 0 {
			b = binary.AppendVarint(b, -int64(c.shared))
		} else {
			b = binary.AppendVarint(b, int64(c.to-c.from))
		}
	}
	b = append(b, text...)
	h.size += int64(len(b) - len(*stretch))
	*stretch = b
}

// heldRows gives the rows that are held, one by one.
type heldRows struct {
	held    *held
	shared  sharedStrings
	stretch int // the next row stands there
	at      int // in it
	behind  int64
	highest int
	cells   []placed
}

func (p *heldRows) next() (Row, bool, error) {
	for p.stretch < len(p.held.rows) && p.at == len(p.held.rows[p.stretch]) {
		p.stretch, p.at = p.stretch+1, 0
	}
	if p.stretch == len(p.held.rows) {
		p.highest = p.held.last
		return Row{}, false, nil
	}
	no, text := p.row()
	p.highest = max(p.highest, no)
	return layOut(no, p.cells, text, p.shared, p.held.merges.byRow[no]), true, nil
}

// row takes the next row apart into its cells.
func (p *heldRows) row() (no int, text []byte) {
	b := p.held.rows[p.stretch][p.at:]
	whole := len(b)
	number := func() int {
		if n := b[0]; n < 0x80 {
			b = b[1:]
			return int(n)
		}
		n, size := binary.Uvarint(b)
		b = b[size:]
		return int(n)
	}
	signed := func() int {
		n := number()
		return n>>1 ^ -(n & 1)
	}
	no = number()
	count, length := number(), number()
	p.cells = p.cells[:0]
	column, from := 0, 0
	for range count {
		column += signed()
		if n := signed(); n < 0 {
			p.cells = append(p.cells, placed{column: column, shared: -n})
		} else {
			p.cells = append(p.cells, placed{column: column, from: from, to: from + n})
			from += n
		}
	}
	text = b[:length]
	p.at += whole - len(b) + length
	p.behind += int64(whole - len(b) + length)
	return no, text
}

func (p *heldRows) last() int { return p.highest }

func (p *heldRows) share() float64 { return shareOf(p.behind, p.held.size) }
