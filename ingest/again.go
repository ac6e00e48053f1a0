package ingest

import (
	"context"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"valuetrail/ingest/layout"
	"valuetrail/ingest/sheet"
	"valuetrail/internal/settings"
	"valuetrail/internal/vocabulary"
)

// readAgain reads every stored file of whose rows people have since decided
// something, or taken it back, from the rows that were kept. What a file gives
// so follows from its rows, what flags said of it and the decisions: it does not
// matter which came first.
func readAgain(ctx context.Context, b Batch, r rulings) ([]reading, error) {
	files, err := b.Files(ctx)
	if err != nil {
		return nil, err
	}
	var all []reading
	for _, f := range files {
		stored, err := readSayings(f.Said)
		if err != nil {
			return nil, fmt.Errorf("read %s again: %w", f.Name, err)
		}
		wanted := stored.byFlags().with(r.decidedOf(f))
		if maps.Equal(stored, wanted) {
			continue
		}
		one, err := again(ctx, b, f, wanted)
		if err != nil {
			return nil, fmt.Errorf("read %s again: %w", f.Name, err)
		}
		all = append(all, one)
	}
	return all, nil
}

// again reads one stored file with what is now said of it, and stores that.
func again(ctx context.Context, b Batch, f StoredFile, s sayings) (reading, error) {
	kept, err := b.Kept(ctx, f.ID)
	if err != nil {
		return reading{}, err
	}
	book, err := kept.book()
	if err != nil {
		return reading{}, err
	}
	l, err := readOrWait(ctx, b, f, book, s)
	if err != nil {
		return reading{}, err
	}
	for _, n := range kept.Notes {
		l.Problems = append(l.Problems, layout.Problem{Severity: layout.Note, Sheet: n.Sheet, Row: n.Row, Column: n.Column, Code: n.Code, Value: n.Value, Detail: n.Detail})
	}
	return reading{receipt: FileReceipt{File: f.Name, FileID: f.ID, Sessions: []SessionReceipt{}}, book: book, landing: l}, b.Again(ctx, l)
}

// book is the file as a book again.
func (k KeptFile) book() (*sheet.Book, error) {
	var sum [32]byte
	if n, err := hex.Decode(sum[:], []byte(k.SHA256)); err != nil || n != len(sum) {
		return nil, fmt.Errorf("its hash %q is none", k.SHA256)
	}
	var all []sheet.Kept
	for _, s := range k.Sheets {
		merged, err := readMerged(s.Merged)
		if err != nil {
			return nil, err
		}
		one := sheet.Kept{Name: s.Name, Hidden: s.Hidden, Blank: s.Blank}
		for _, row := range s.Rows {
			one.Rows = append(one.Rows, sheet.Row{No: row.No, Cells: row.Cells, Merged: merged[row.No]})
		}
		all = append(all, one)
	}
	return sheet.Restore(k.Name, k.Delimiter, sum, all), nil
}

// Merged is how the merged cells of a row are kept: "row:first-last" each.
func Merged(row sheet.Row) []string {
	var all []string
	for _, m := range row.Merged {
		all = append(all, fmt.Sprintf("%d:%d-%d", row.No, m.First, m.Last))
	}
	return all
}

func readMerged(text string) (map[int][]sheet.Merge, error) {
	all := map[int][]sheet.Merge{}
	for _, part := range strings.Fields(text) {
		row, span, _ := strings.Cut(part, ":")
		first, last, _ := strings.Cut(span, "-")
		n, err1 := strconv.Atoi(row)
		from, err2 := strconv.Atoi(first)
		to, err3 := strconv.Atoi(last)
		if err1 != nil || err2 != nil || err3 != nil {
			return nil, fmt.Errorf("merged cells %q are none", part)
		}
		all[n] = append(all[n], sheet.Merge{First: from, Last: to})
	}
	return all, nil
}

// ReadElsewhere names the attendance and survey files whose times were read in
// another time zone than the settings now name: they keep it until they are
// ingested again.
func ReadElsewhere(ctx context.Context, b Batch, s settings.Settings) ([]string, error) {
	files, err := b.Files(ctx)
	if err != nil {
		return nil, err
	}
	var names []string
	for _, f := range files {
		said, err := readSayings(f.Said)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f.Name, err)
		}
		timed := f.Kind == vocabulary.Attendance || f.Kind == vocabulary.Survey
		if timed && said[sayZone] != s.Zone().String() {
			names = append(names, f.Name)
		}
	}
	slices.Sort(names)
	return names, nil
}
