package sheet

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// openText makes b the one sheet of a delimited text.
func openText(b *Book, data []byte, o Options) error {
	d, refused := decode(data, o.Encoding)
	if refused != nil {
		refused.Name = b.Name
		return refused
	}
	if isFlat(d.text) {
		return openFlat(b, d.text)
	}
	if reason := foreignText(d.text); reason != "" {
		return refuse(b.Name, reason, "", nil)
	}
	b.Format, b.Encoding, b.EncodingAssumed, b.AssumedWords = CSV, d.encoding, d.assumed, d.words
	delimiter, text := declared(d.text)
	if delimiter == 0 {
		delimiter = sniffDelimiter(text)
	}
	b.Delimiter = delimiterName(delimiter)
	s := &Sheet{No: 1, book: b}
	clean := utf8.Valid(text) && bytes.IndexByte(text, 0) < 0 && !bytes.Contains(text, []byte("\ufffd"))
	s.open = func() (source, error) {
		return &textRows{sheet: s, records: newRecords(text, delimiter), clean: clean}, nil
	}
	b.Sheets = []*Sheet{s}
	return nil
}

// textRows reads delimited text row by row.
type textRows struct {
	sheet   *Sheet
	records *records
	clean   bool // nothing in the text needs mending
	wide    int  // cells of the line before, blank lines aside
}

func (t *textRows) last() int { return t.records.row }

func (t *textRows) share() float64 {
	return shareOf(int64(t.records.pos), int64(len(t.records.text)))
}

func (t *textRows) next() (Row, bool, error) {
	r := t.records
	if err := r.read(); err != nil {
		return Row{}, false, t.wrong(err)
	}
	if r.done {
		return Row{}, false, nil
	}
	for _, field := range r.strays {
		t.sheet.note(r.row, field+1, NoteQuote)
	}
	cells := r.cells()
	if len(cells) < t.wide && r.unended() {
		t.sheet.note(r.row, len(cells), NoteCut)
	}
	if len(cells) > 1 || cells[0] != "" {
		t.wide = len(cells)
	}
	for i := range cells {
		if r.quoted[i] {
			cells[i] = newlines(cells[i])
		}
	}
	if !t.clean {
		t.mend(cells)
	}
	if r.row == 1 {
		cells[0] = strings.TrimPrefix(cells[0], "\ufeff")
	}
	return Row{No: r.row, Cells: cutBlanks(cells)}, true, nil
}

// mend takes out what no text may hold and notes where it was.
func (t *textRows) mend(cells []string) {
	for i, cell := range cells {
		if strings.IndexByte(cell, 0) >= 0 {
			cell = strings.ReplaceAll(cell, "\x00", "")
			t.sheet.note(t.records.row, i+1, NoteNUL)
		}
		if !utf8.ValidString(cell) {
			cell = strings.ToValidUTF8(cell, "\ufffd")
			t.sheet.note(t.records.row, i+1, NoteBytes)
		} else if strings.Contains(cell, "\ufffd") {
			t.sheet.note(t.records.row, i+1, NoteBytes)
		}
		cells[i] = cell
	}
}

func (t *textRows) wrong(err error) error {
	if err == errWideRecord {
		return t.sheet.wrong(t.records.row, MaxColumns+1, "check the delimiter and the quotes of this row; delete columns that hold nothing",
			"%v (%d)", err, MaxColumns)
	}
	return t.sheet.wrong(t.records.row, t.records.field+1, "delete that quote, or put one at the end of its cell, and save the file again", "%v", err)
}
