package ingest

import (
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"

	"valuetrail/ingest/layout"
	"valuetrail/ingest/sheet"
	"valuetrail/internal/vocabulary"
)

// reading is one file read to its canonical rows, or the reason it was not.
type reading struct {
	receipt FileReceipt
	landing Landing
	err     error
}

// collector keeps what a layout gives.
type collector struct {
	rows     []layout.Row
	problems []layout.Problem
}

func (c *collector) Row(r layout.Row) error {
	s, ok := vocabulary.SheetOf(r.Kind)
	if !ok || len(r.Fields) != len(s.Fields) {
		return fmt.Errorf("row %d: a canonical row of %q needs %d fields, not %d", r.Row, r.Kind, len(s.Fields), len(r.Fields))
	}
	c.rows = append(c.rows, r)
	return nil
}

func (c *collector) Problem(p layout.Problem) { c.problems = append(c.problems, p) }

// readAll reads the files, as many at once as there are cores, in their order.
func (r *run) readAll(paths []string) []reading {
	all := make([]reading, len(paths))
	var wait sync.WaitGroup
	free := make(chan struct{}, runtime.GOMAXPROCS(0))
	for i, path := range paths {
		wait.Add(1)
		free <- struct{}{}
		go func() {
			defer func() { <-free; wait.Done() }()
			all[i] = r.read(path)
			r.progress(path)
		}()
	}
	wait.Wait()
	return all
}

// read takes one file from bytes to canonical rows.
func (r *run) read(path string) reading {
	out := reading{receipt: FileReceipt{File: path, Sessions: []SessionReceipt{}, Problems: []ProblemReceipt{}}}
	if info, err := os.Lstat(path); err == nil && info.Mode()&fs.ModeSymlink != 0 && !r.named[path] {
		out.receipt.Status, out.receipt.Reason = StatusIgnored, "link"
		return out
	}
	if info, err := os.Stat(path); err == nil {
		if reason, ok := sheet.Ignorable(filepath.Base(path), info.Size()); ok && !r.opensAnyway(path, reason) {
			out.receipt.Status, out.receipt.Reason = StatusIgnored, reason
			return out
		}
	}
	book, err := sheet.Open(path, sheet.Options{Encoding: r.options.Encoding})
	if err == nil {
		err = r.fill(&out, book, path)
	}
	if err == nil {
		return out
	}
	out.err = err
	out.receipt.Status, out.receipt.Reason = StatusFailed, reasonOf(err, path)
	var hint interface{ Hint() string }
	if errors.As(err, &hint) {
		out.receipt.Hint = hint.Hint()
	}
	var unknown *layout.UnknownLayoutError
	if errors.As(err, &unknown) {
		out.receipt.Status = StatusUnknown
	}
	return out
}

// opensAnyway reports whether a file that a folder would be read without was
// named outright: then its own error says more than its name.
func (r *run) opensAnyway(path, reason string) bool {
	return r.named[path] && reason != sheet.IgnoreLock && reason != sheet.IgnoreSystem
}

// reasonOf is an error without the file's name in front, which stands beside it
// already.
func reasonOf(err error, path string) string {
	text := err.Error()
	for _, front := range []string{"ingest " + filepath.Base(path) + ": ", "read " + path + ": ", "recognise " + path + ": "} {
		text = strings.TrimPrefix(text, front)
	}
	return text
}

// fill recognises the book and gathers everything that it gives.
func (r *run) fill(out *reading, book *sheet.Book, path string) error {
	id := hex.EncodeToString(book.SHA256[:8])
	out.receipt.FileID = id
	l, err := r.layoutOf(book)
	if err != nil {
		return err
	}
	var c collector
	sum, err := l.Read(book, r.said, &c)
	if err != nil {
		return fmt.Errorf("ingest %s: %w", filepath.Base(path), err)
	}
	if r.options.Said.Wave != "" {
		fillField(c.rows, vocabulary.Survey, "wave_id", r.options.Said.Wave)
	}
	for _, n := range book.Notes {
		c.problems = append(c.problems, layout.Problem{Severity: layout.Note, Sheet: n.Sheet, Row: n.Row, Column: n.Column, Code: n.What})
	}
	if book.EncodingAssumed {
		c.problems = append(c.problems, layout.Problem{Severity: layout.Note, Code: "encoding_assumed", Value: book.Encoding, Detail: strings.Join(book.AssumedWords, ", ")})
	}
	p := newPseudonymiser(r.key, id, c.rows)
	rows := make([]Canonical, 0, len(c.rows))
	for _, row := range c.rows {
		rows = append(rows, p.canonical(row))
	}
	rowKeys(r.key, rows, answersSaid(book, sum.Questions))
	out.landing = Landing{ID: id, Name: filepath.Base(path), SHA256: hex.EncodeToString(book.SHA256[:]), Bytes: book.Size, Said: r.saidText(),
		Summary: sum, OrderKey: strings.Join([]string{sum.To, lastDay(rows), hex.EncodeToString(book.SHA256[:])}, " "), Sheets: book.Sheets, Rows: rows, Aliases: p.all(), Problems: c.problems}
	r.receive(&out.receipt, book, sum, out.landing)
	return nil
}

// lastDay is the latest day that any row names: of two member lists with the
// same people the one that knows who left is the later.
func lastDay(rows []Canonical) string {
	last := ""
	for _, r := range rows {
		s, _ := vocabulary.SheetOf(r.Kind)
		for i, f := range s.Fields {
			if f.Holds == vocabulary.Day {
				last = max(last, r.Fields[i])
			}
		}
	}
	return last
}

func (r *run) layoutOf(book *sheet.Book) (layout.Layout, error) {
	if r.options.As == "" {
		return layout.Recognise(book)
	}
	for _, l := range layout.All() {
		if l.Source() == r.options.As {
			return l, nil
		}
	}
	return layout.Own{}, nil
}

func (r *run) receive(f *FileReceipt, book *sheet.Book, sum layout.Summary, l Landing) {
	f.Source, f.Kind, f.Status = sum.Source, string(sum.Kind), StatusStored
	f.From, f.To, f.Values = sum.From, sum.To, sum.Values
	f.Assumed = Assumed{Encoding: book.Encoding, Delimiter: book.Delimiter, DateOrder: sum.DateOrder, TimeZone: sum.Zone}
	f.Facts, f.Sessions = factsOf(l.Rows, sum, r.said.Zone)
	f.Rows = RowsReceipt{Read: sum.Read, ToCheck: sum.ToCheck, Reasons: sum.Ignored, Skipped: sum.Skipped}
	for _, n := range sum.Ignored {
		f.Rows.Ignored += n
	}
	if sum.Kind == vocabulary.Survey {
		f.Facts.Answers = answersIn(book, sum, l.Rows)
	}
	for _, p := range l.Problems {
		f.Problems = append(f.Problems, problemReceipt(p, r.options.Say))
	}
}

// answersIn counts the question cells of loaded responses that are not blank.
func answersIn(book *sheet.Book, sum layout.Summary, rows []Canonical) int {
	type place struct{ sheet, row int }
	responses := map[place]bool{}
	for _, r := range rows {
		if r.Kind == vocabulary.Survey {
			responses[place{r.Row.Sheet, r.Row.Row}] = true
		}
	}
	n := 0
	for _, s := range book.Sheets {
		for row, err := range s.Rows() {
			if err != nil {
				return n
			}
			if !responses[place{s.No, row.No}] {
				continue
			}
			for _, q := range sum.Questions {
				if q.Sheet == s.No && q.Column <= len(row.Cells) {
					if cell := strings.TrimSpace(row.Cells[q.Column-1]); cell != "" && cell != "-99" {
						n++
					}
				}
			}
		}
	}
	return n
}

// fillField writes a value said for the whole file into every row of a kind.
func fillField(rows []layout.Row, kind vocabulary.Kind, heading, value string) {
	s, _ := vocabulary.SheetOf(kind)
	i := s.Index(heading)
	for _, r := range rows {
		if r.Kind == kind && i >= 0 {
			r.Fields[i] = value
		}
	}
}
