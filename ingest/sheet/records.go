package sheet

import (
	"bytes"
	"errors"
)

// maxRecord bounds one row of text: beyond it a quote was never closed.
const maxRecord = 16 << 20

const maxStrays = 100 // stray quotes on one line that are looked into

var (
	errOpenQuote  = errors.New("a quote opens here and never closes")
	errWideRecord = errors.New("more columns than a spreadsheet has")
)

// records splits delimited text into rows of cells. Every row end (LF, CRLF,
// CR) ends a row unless properly quoted. Quotes follow RFC 4180; one that does
// not is forgiven within its line, and a cell whose opening quote finds no end
// that way is taken as it stands, so that it can never swallow the next rows.
type records struct {
	text  []byte
	pos   int
	delim byte
	stop  [256]bool

	row    int    // number of the record just read, from 1
	done   bool   // no record was left
	field  int    // index of the cell being read
	buf    []byte // cells of the record, one after another
	ends   []int
	quoted []bool
	strays []int // indexes of cells whose quote was not closed
}

func newRecords(text []byte, delimiter byte) *records {
	r := &records{text: text, delim: delimiter}
	r.stop[delimiter], r.stop['\n'], r.stop['\r'] = true, true, true
	return r
}

// read takes the next record; done tells the end.
func (r *records) read() error {
	r.buf, r.ends, r.quoted, r.strays = r.buf[:0], r.ends[:0], r.quoted[:0], r.strays[:0]
	if r.pos >= len(r.text) {
		r.done = true
		return nil
	}
	r.row++
	start := r.pos
	for r.field = 0; ; r.field++ {
		if r.field >= MaxColumns {
			if !r.restBlank() {
				return errWideRecord
			}
			return nil
		}
		quoted, err := r.readField()
		if err != nil {
			return err
		}
		r.ends = append(r.ends, len(r.buf))
		r.quoted = append(r.quoted, quoted)
		if r.pos-start > maxRecord {
			return errOpenQuote
		}
		if r.endField() {
			return nil
		}
	}
}

// endField steps over the delimiter, or over the row's end and reports true.
func (r *records) endField() bool {
	if r.pos >= len(r.text) {
		return true
	}
	c := r.text[r.pos]
	r.pos++
	if c == r.delim {
		return false
	}
	if c == '\r' && r.pos < len(r.text) && r.text[r.pos] == '\n' {
		r.pos++
	}
	return true
}

// unended reports that the text ended before the line did.
func (r *records) unended() bool {
	last := len(r.text) - 1
	return r.pos > last && r.text[last] != '\n' && r.text[last] != '\r'
}

func (r *records) readField() (quoted bool, err error) {
	if r.pos < len(r.text) && r.text[r.pos] == '"' && len(r.strays) < maxStrays {
		switch r.readQuoted() {
		case closed:
			return true, nil
		case doubtful:
			r.strays = append(r.strays, r.field)
			return true, nil
		case unclosed:
			return false, errOpenQuote
		}
		r.strays = append(r.strays, r.field)
	}
	i := r.pos
	for i < len(r.text) && !r.stop[r.text[i]] {
		i++
	}
	r.buf = append(r.buf, r.text[r.pos:i]...)
	r.pos = i
	return false, nil
}

type ending int

const (
	closed   ending = iota
	doubtful        // read, but with a quote inside that has no partner
	stray           // no proper end on its line: position and buffer are as before
	unclosed        // no end up to the end of the text
)

// readQuoted reads from an opening quote. A quote inside that is neither
// doubled nor followed by the cell's end is kept, but from then on the cell
// must end on the line it began: a real unclosed quote always meets such a one
// at the next quoted cell.
func (r *records) readQuoted() ending {
	mark, i := len(r.buf), r.pos+1
	inner, lines := 0, false // quotes kept, line ends crossed
	giveUp := func(e ending) ending {
		r.buf = r.buf[:mark]
		return e
	}
	for {
		n := bytes.IndexByte(r.text[i:min(len(r.text), i+maxRecord)], '"')
		if n < 0 {
			if inner > 0 {
				return giveUp(stray)
			}
			return giveUp(unclosed)
		}
		part := r.text[i : i+n]
		lines = lines || bytes.IndexByte(part, '\n') >= 0 || bytes.IndexByte(part, '\r') >= 0
		if inner > 0 && lines {
			return giveUp(stray)
		}
		r.buf = append(r.buf, part...)
		if len(r.buf)-mark > maxRecord {
			return giveUp(unclosed)
		}
		i += n + 1
		end := r.cellEnd(i)
		switch {
		case end >= 0:
			r.pos = end
			if inner%2 == 1 {
				return doubtful
			}
			return closed
		case r.text[i] == '"':
			r.buf = append(r.buf, '"')
			if i++; inner > 0 && r.cellEnd(i) >= 0 {
				r.pos = r.cellEnd(i)
				return closed // the first of the two belongs to the text
			}
		default:
			inner++
			r.buf = append(r.buf, '"')
		}
		if inner > 0 && lines {
			return giveUp(stray)
		}
	}
}

// cellEnd is where the cell ends if only blanks stand from i to its delimiter
// or row end; -1 otherwise.
func (r *records) cellEnd(i int) int {
	for i < len(r.text) && !r.stop[r.text[i]] {
		if r.text[i] != ' ' {
			return -1
		}
		i++
	}
	return i
}

// restBlank steps over delimiters and blanks that pad a row beyond all columns.
func (r *records) restBlank() bool {
	for r.pos < len(r.text) {
		switch c := r.text[r.pos]; c {
		case '\n', '\r':
			r.endField()
			return true
		case r.delim, ' ':
			r.pos++
		default:
			return false
		}
	}
	return true
}

// cells are the texts of the record, which may be kept.
func (r *records) cells() []string {
	all, from := string(r.buf), 0
	cells := make([]string, len(r.ends))
	for i, end := range r.ends {
		cells[i] = all[from:end]
		from = end
	}
	return cells
}
