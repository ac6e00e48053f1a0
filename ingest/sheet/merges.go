package sheet

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
)

// maxMerges bounds the horizontal merges of a sheet that are kept.
const maxMerges = 200_000

// merges are the horizontal merges of a worksheet.
type merges struct {
	byRow map[int][]Merge
	kept  int
}

func newMerges() *merges { return &merges{byRow: map[int][]Merge{}} }

// take adds the mergeCell that m stands on.
func (f *merges) take(s *Sheet, m *markup) error {
	ref, err := m.attr("ref")
	if err != nil {
		return err
	}
	row, merge, ok := parseMerge(ref)
	if !ok {
		return fmt.Errorf("merge %q", ref)
	}
	if merge.First == merge.Last {
		return nil
	}
	if f.kept++; f.kept > maxMerges {
		return s.wrong(row, merge.First, saveAs+" without merged cells", "more than %d merged cells", maxMerges)
	}
	f.byRow[row] = append(f.byRow[row], merge)
	return nil
}

// settle puts each row's merges in their order, from left to right.
func (f *merges) settle() *merges {
	for _, inRow := range f.byRow {
		slices.SortFunc(inRow, func(a, b Merge) int { return a.First - b.First })
	}
	return f
}

// mergesAfter unpacks the rest of a worksheet, which r gives from the end of a
// row on, without taking its rows apart.
func (a *archive) mergesAfter(s *Sheet, part string, r io.Reader) (*merges, error) {
	tail, err := afterRows(r)
	if err != nil {
		return nil, a.wrong(part, err)
	}
	m := newMarkup(tail)
	m.fragment = true
	found := newMerges()
	for {
		t, err := m.next()
		if err == nil && t == tokenStart && string(m.name) == "mergeCell" {
			err = found.take(s, m)
		}
		if err != nil {
			return nil, a.wrong(part, err)
		}
		if t == tokenEOF {
			return found.settle(), nil
		}
	}
}

// afterRows reads up to the end of the rows and gives the rest, which is
// nothing where a sheet has no rows.
func afterRows(r io.Reader) (io.Reader, error) {
	const overlap = 64 // longer than the end tag with any prefix
	buf := make([]byte, 64<<10)
	held := 0
	for {
		n, err := r.Read(buf[held:])
		held += n
		for from := 0; ; {
			at := bytes.Index(buf[from:held], []byte("sheetData>"))
			if at < 0 {
				break
			}
			from += at
			open := bytes.LastIndexByte(buf[:from], '<')
			from += len("sheetData>")
			if open >= 0 && buf[open+1] == '/' {
				return io.MultiReader(bytes.NewReader(buf[from:held]), &ended{r, err}), nil
			}
		}
		if err == io.EOF {
			return bytes.NewReader(nil), nil
		}
		if err != nil {
			return nil, err
		}
		if held > overlap {
			copy(buf, buf[held-overlap:held])
			held = overlap
		}
	}
}

// ended goes on reading unless the reader has already ended or failed.
type ended struct {
	r   io.Reader
	err error
}

func (e *ended) Read(p []byte) (int, error) {
	if e.err != nil {
		return 0, e.err
	}
	return e.r.Read(p)
}

// parseMerge reads "B2:D3": the first row, and its columns.
func parseMerge(ref string) (row int, m Merge, ok bool) {
	from, to, found := strings.Cut(strings.ReplaceAll(ref, "$", ""), ":")
	if !found {
		to = from
	}
	first, top, ok1 := parseRef([]byte(from))
	last, bottom, ok2 := parseRef([]byte(to))
	if !ok1 || !ok2 || top == 0 || bottom == 0 || first > MaxColumns || last > MaxColumns {
		return 0, Merge{}, false
	}
	return min(top, bottom), Merge{min(first, last), max(first, last)}, true
}

// parseRef reads a cell's address: "AB12" is 28, 12.
func parseRef(ref []byte) (column, row int, ok bool) {
	i := 0
	for ; i < len(ref); i++ {
		c := ref[i] &^ 0x20
		if c < 'A' || c > 'Z' {
			break
		}
		column = column*26 + int(c-'A') + 1
		if column > 1<<20 {
			return 0, 0, false
		}
	}
	digits := i
	for ; i < len(ref) && isDigit(ref[i]); i++ {
		row = row*10 + int(ref[i]-'0')
		if row > 1<<30 {
			return 0, 0, false
		}
	}
	return column, row, i == len(ref) && digits > 0 && i > digits
}
