package ingest

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"valuetrail/ingest/layout"
	"valuetrail/ingest/sheet"
	"valuetrail/internal/vocabulary"
)

// codeHeading is the problem of a file that waits: it is known by its other
// headings, and only a person can tell what the new one is.
const codeHeading = "heading_unknown"

// codeLost is the problem of a file that waited, when the one it was like is gone.
const codeLost = "not_recognised"

// adopt stores files that no layout knows but that a stored file's headings
// nearly are: their rows wait until somebody says what the new headings are.
func (r *run) adopt(ctx context.Context, b Batch, readings []reading) error {
	strange := func(x reading) bool {
		return x.receipt.Status == StatusUnknown && x.book != nil && r.byFlags[sayAs] == ""
	}
	if !slices.ContainsFunc(readings, strange) {
		return nil
	}
	files, heads, ruled, err := tablesKnown(ctx, b)
	if err != nil {
		return err
	}
	for i := range readings {
		x := &readings[i]
		if !strange(*x) {
			continue
		}
		if j := slices.IndexFunc(files, func(f StoredFile) bool { return f.ID == x.receipt.FileID }); j >= 0 {
			x.receipt.Status, x.receipt.Reason = StatusKnown, ""
			x.receipt.Source, x.receipt.Kind = files[j].Source, string(files[j].Kind)
			continue
		}
		own, err := headsOf(x.book)
		if err != nil {
			continue // what the file is worth was told when it was read
		}
		like, found := sibling(files, heads, own, x.book)
		if len(found) == 0 {
			x.landing, err = r.unknownTable(x, files, heads, ruled)
		} else {
			x.landing, err = waiting(x.book, like.Source, like.Kind, r.byFlags, found)
		}
		if err != nil {
			return err
		}
		if x.landing.ID == "" {
			continue
		}
		x.receipt.Reason = "" // a hint of what to do with it stays
		if err := r.receive(&x.receipt, x.book, x.landing); err != nil {
			return err
		}
		if err := b.Land(ctx, x.landing); err != nil {
			return fmt.Errorf("ingest %s: %w", x.landing.Name, err)
		}
		files = append(files, StoredFile{ID: x.landing.ID, Source: x.landing.Summary.Source, Kind: x.landing.Summary.Kind}) // a copy of it is known
	}
	return nil
}

// sibling is the stored file whose headings a book's nearly are, and the
// headings that are new. With those of before in their place the book must be
// one of the same source.
func sibling(files []StoredFile, heads map[string][]Head, own []Head, book *sheet.Book) (StoredFile, []rename) {
	for _, f := range byLatest(files) {
		found := renames(own, heads[f.ID])
		old := map[string]string{}
		for _, r := range found {
			old[vocabulary.Loose(r.head.Cells[r.column-1])] = r.was[0]
		}
		if len(found) == 0 {
			continue
		}
		if l, err := layout.Recognise(renamed(book, old)); err == nil && l.Source() == f.Source {
			return f, found
		}
	}
	return StoredFile{}, nil
}

// byLatest are the files that were read, the latest first.
func byLatest(files []StoredFile) []StoredFile {
	all := slices.DeleteFunc(slices.Clone(files), func(f StoredFile) bool { return f.Waits() })
	slices.SortFunc(all, func(a, b StoredFile) int { return strings.Compare(b.OrderKey, a.OrderKey) })
	return all
}

// Waits reports whether no row of the file could be read.
func (f StoredFile) Waits() bool { return len(f.Kinds) == 0 }

func headsOf(book *sheet.Book) ([]Head, error) {
	var all []Head
	for _, s := range book.Sheets {
		n := 0
		for row, err := range s.Rows() {
			if err != nil {
				return nil, err
			}
			if n++; n > headRows {
				break
			}
			all = append(all, Head{fileID(book), s.No, row.No, row.Cells})
		}
	}
	return all, nil
}

// waiting is what a file gives that nobody can read yet: its rows, all kept for
// somebody to check.
func waiting(book *sheet.Book, source string, kind vocabulary.Kind, s sayings, new []rename) (Landing, error) {
	header, at := 0, 1
	var problems []layout.Problem
	for _, r := range new {
		header, at = r.head.Row, r.head.Sheet
		problems = append(problems, layout.Problem{Severity: layout.Kept, Sheet: at, Row: header, Column: r.column, Code: codeHeading,
			Value: strings.TrimSpace(r.head.Cells[r.column-1]), Detail: r.was[0]})
	}
	if len(new) == 0 {
		problems = []layout.Problem{{Severity: layout.Kept, Sheet: at, Code: codeLost}}
	}
	l, err := landingToCheck(book, s, layout.Summary{Source: source, Kind: kind}, at, header)
	l.Problems = problems
	return l, err
}

// landingToCheck is the landing of a file whose rows are all to be checked: those
// of one sheet below its heading row, the whole sheet where header is 0.
func landingToCheck(book *sheet.Book, s sayings, sum layout.Summary, no, header int) (Landing, error) {
	sum.Stated, sum.Ignored, sum.Skipped = -1, map[string]int{}, map[string]int{}
	for _, sh := range book.Sheets {
		for row, err := range sh.Rows() {
			if err != nil {
				return Landing{}, err
			}
			switch {
			case sh.No != no:
				sum.Skipped["other_sheet"]++
			case row.No < header:
				sum.Skipped["preamble"]++
			case row.No == header:
				sum.Skipped["heading"]++
			default:
				sum.Read++
			}
		}
	}
	sum.ToCheck = sum.Read
	return newLanding(book, s.text(), sum, ""), nil
}

// readOrWait reads a stored file again; one that is still not recognised waits.
func readOrWait(ctx context.Context, b Batch, f StoredFile, book *sheet.Book, s sayings) (Landing, error) {
	l, err := readBook(book, b.Key(), s, newRoom(keptRows))
	var unknown *layout.UnknownLayoutError
	if !errors.As(err, &unknown) {
		return l, err
	}
	if f.table() != "" {
		return waitingTable(book, s)
	}
	files, err := b.Files(ctx)
	if err != nil {
		return l, err
	}
	heads, err := b.Heads(ctx)
	if err != nil {
		return l, err
	}
	own, err := headsOf(book)
	if err != nil {
		return l, err
	}
	others := slices.DeleteFunc(files, func(o StoredFile) bool { return o.ID == f.ID })
	_, found := sibling(others, heads, own, book)
	return waiting(book, f.Source, f.Kind, s, found)
}
