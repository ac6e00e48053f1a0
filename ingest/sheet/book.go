package sheet

import (
	"crypto/sha256"
	"fmt"
	"io"
	"iter"
	"os"
	"runtime/debug"
)

// Limits of what is read. They are those of the file formats, or generous
// bounds on what a spreadsheet of people's answers can be.
const (
	MaxFile       = 512 << 20 // bytes of a file on disk
	MaxRows       = 1_048_576 // rows of a worksheet
	MaxColumns    = 16_384    // columns of any row
	MaxCellLength = 32_767    // UTF-16 units of a workbook cell
	MaxText       = 256 << 20 // bytes of the texts of all cells of a file
)

// Format is what a file is inside.
type Format string

// The formats that are read.
const (
	CSV  Format = "csv"  // delimited text, whatever its delimiter
	XLSX Format = "xlsx" // Office Open XML workbook (.xlsx, .xlsm, .xltx)
	ODS  Format = "ods"  // OpenDocument spreadsheet (.ods, .ots, .fods)
)

// Options say what a person knows about a file that it does not say itself.
// The zero value sniffs everything.
type Options struct {
	// Encoding of delimited text by IANA name ("windows-1250", "macintosh",
	// "utf-16le", "iso-8859-2" ...). Empty sniffs. A byte order mark in the file
	// wins over it. Workbooks ignore it.
	Encoding string
	// Watch is told every few thousand rows of a pass how many more rows went by,
	// and what share of the whole book lies behind, 0 to 1. A workbook is passed
	// once when it is opened. Nil tells nobody.
	Watch func(rows int, share float64)
	// Room is where a workbook's rows are held between passes; nil gives the book
	// its own 128 MiB.
	Room *Room
}

// Book is one file that was opened. Its sheets may be read again and again,
// by one goroutine at a time.
type Book struct {
	Name   string // as given, for messages
	Format Format
	SHA256 [32]byte // of the file's bytes
	Size   int64    // of the file's bytes

	// Of delimited text alone; empty for workbooks.
	Encoding        string   // "utf-8", "utf-16le", "utf-16be", "windows-1252" ...
	EncodingAssumed bool     // Encoding is a guess among 8-bit encodings: tell the person
	AssumedWords    []string // up to five words as that guess reads them, for the person to judge
	Delimiter       string   // "," ";" "tab" "|", or what a sep= line said

	Sheets []*Sheet // in tab order; worksheets only, so Sheets[i].No == i+1

	// Notes tell what was repaired. They grow as rows are read; a new pass over
	// a sheet replaces that sheet's notes. At most 1000 a sheet are kept, then
	// one NoteMore.
	Notes []Note

	watch func(rows int, share float64) // see Options
	text  int                           // of all sheets
}

// Sheet is one table of a book.
type Sheet struct {
	No     int    // 1-based
	Name   string // "" for csv
	Hidden bool   // hidden or very hidden in the workbook

	book  *Book
	open  func() (source, error)
	blank int
	noted int
	text  int // as much as any pass has met, in bytes
}

// Row is one row that holds at least one non-blank cell. It is the caller's to
// keep.
type Row struct {
	// No is the row number a person sees when the file is opened in a
	// spreadsheet program: blank rows count, lines inside a quoted cell do not,
	// a leading sep= line does not.
	No int
	// Cells are the row's texts, index 0 = column A, blank cells at the end cut.
	Cells []string
	// Merged lists the horizontal merges of this row. Each one's value stands
	// in its first column and was copied into the others that were blank. Cells
	// below the first row of a merge stay blank.
	Merged []Merge
}

// Merge is a run of merged columns, 1-based and inclusive.
type Merge struct{ First, Last int }

// Cell returns the text in a 1-based column, "" beyond the row's end.
func (r Row) Cell(column int) string {
	if column < 1 || column > len(r.Cells) {
		return ""
	}
	return r.Cells[column-1]
}

// source gives rows one by one: ok false at the end. Blank rows come with no
// cells, or are left out where the numbers tell.
type source interface {
	next() (row Row, ok bool, err error)
	last() int      // the number of the last row seen, blank or not
	share() float64 // of the sheet that lies behind
}

// Open reads the file at path, deciding by content what it is. It holds the
// file's bytes and nothing open. Errors carry a Hint.
func Open(path string, o Options) (*Book, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, refuse(path, Unreadable, "", err)
	case info.IsDir():
		return nil, refuse(path, Folder, "", nil)
	case !info.Mode().IsRegular():
		return nil, refuse(path, NotAFile, "", nil)
	case info.Size() > MaxFile:
		return nil, refuse(path, TooLarge, fmt.Sprintf("%d MiB", info.Size()>>20), nil)
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, refuse(path, Unreadable, "", err)
	}
	defer file.Close()
	data := make([]byte, 0, info.Size()+1)
	data, err = appendAll(data, io.LimitReader(file, MaxFile+1))
	if err != nil {
		return nil, refuse(path, Unreadable, "", err)
	}
	return Read(path, data, o)
}

// Read is Open for bytes already in memory, which it keeps and must not be
// changed afterwards. The name is for messages only.
func Read(name string, data []byte, o Options) (book *Book, err error) {
	if len(data) > MaxFile {
		return nil, refuse(name, TooLarge, fmt.Sprintf("%d MiB", len(data)>>20), nil)
	}
	defer func() {
		if p := recover(); p != nil {
			book, err = nil, refuse(name, Broken, "", panicError(p))
		}
	}()
	if reason := foreign(data); reason != "" {
		return nil, refuse(name, reason, "", nil)
	}
	b := &Book{Name: name, Size: int64(len(data)), SHA256: sha256.Sum256(data), watch: o.Watch}
	if isZip(data) {
		err = openWorkbook(b, data, o)
	} else {
		err = openText(b, data, o)
	}
	if err != nil {
		return nil, err
	}
	return b, nil
}

// Rows yields every row that holds at least one non-blank cell, from the start
// at each call. Rows come in the file's order, which ascends in whatever
// spreadsheet programs write (else a NoteOrder). A small workbook can hold
// thousands of rows of 16,384 columns: handle rows as they come, do not gather
// a whole sheet. A file with more text than MaxText is refused where a pass comes to
// that. A yielded error comes with a zero Row and ends the pass: then the rows
// before it are not the whole sheet.
func (s *Sheet) Rows() iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		s.restart()
		src, err := s.open()
		if err != nil {
			yield(Row{}, err)
			return
		}
		held, text := 0, 0
		for {
			row, ok, err := s.guarded(src)
			if err != nil {
				yield(Row{}, err)
				return
			}
			if !ok {
				s.blank = max(0, src.last()-held)
				return
			}
			if len(row.Cells) == 0 {
				continue
			}
			text += lengthOf(row.Cells)
			if s.longest(text) > MaxText {
				yield(Row{}, refuse(s.book.Name, TooMuchText, fmt.Sprintf("its cells hold more than %d MiB of text", MaxText>>20), nil))
				return
			}
			held++
			s.blank = max(0, src.last()-held)
			s.pass(held, src)
			if !yield(row, nil) {
				return
			}
		}
	}
}

// longest takes down how much text a pass over the sheet has met, and is what those
// over all sheets of its book have.
func (s *Sheet) longest(text int) int {
	if more := text - s.text; more > 0 {
		s.text += more
		s.book.text += more
	}
	return s.book.text
}

// lengthOf is how long the texts of a row are together.
func lengthOf(cells []string) (n int) {
	for _, c := range cells {
		n += len(c)
	}
	return n
}

// pass tells how far a pass has come, which has gone by so many rows.
func (s *Sheet) pass(rows int, src source) {
	if rows%watched == 0 && s.book.watch != nil {
		s.book.watch(watched, (float64(s.No-1)+src.share())/float64(len(s.book.Sheets)))
	}
}

// watched is how many rows go by before the next word of them.
const watched = 4096

// shareOf is the share of a whole that lies behind.
func shareOf(behind, whole int64) float64 {
	if whole <= 0 {
		return 1
	}
	return min(1, float64(behind)/float64(whole))
}

// BlankRows counts the rows without content that the latest pass went by, the
// ones after the last row with content too where the file holds them.
func (s *Sheet) BlankRows() int { return s.blank }

// guarded turns a panic inside a reader, never one of the caller's loop, into
// an error.
func (s *Sheet) guarded(src source) (row Row, ok bool, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = refuse(s.book.Name, Broken, "", panicError(p))
		}
	}()
	return src.next()
}

func panicError(p any) error {
	return fmt.Errorf("%v\n%s", p, debug.Stack())
}

func appendAll(dst []byte, r io.Reader) ([]byte, error) {
	for {
		if len(dst) == cap(dst) {
			dst = append(dst, 0)[:len(dst)]
		}
		n, err := r.Read(dst[len(dst):cap(dst)])
		dst = dst[:len(dst)+n]
		if err == io.EOF {
			return dst, nil
		}
		if err != nil {
			return dst, err
		}
	}
}
