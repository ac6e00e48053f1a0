package ingest

import (
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"sync"

	"valuetrail/ingest/layout"
	"valuetrail/ingest/sheet"
	"valuetrail/internal/vocabulary"
)

// reading is one file read to its canonical rows, or the reason it was not.
type reading struct {
	receipt FileReceipt
	book    *sheet.Book
	landing Landing
	file    *passing
	err     error
}

// letGo drops what a file's rows need once they are stored.
func (x *reading) letGo() {
	x.landing.Rows, x.landing.Sheets, x.landing.Aliases = nil, nil, nil
	book := *x.book
	book.Sheets = nil
	x.book = &book
	if x.landing.long {
		debug.FreeOSMemory() // the database needs it next
	}
}

// readAll reads the files, as many at once as there are cores, in their order.
func (r *run) readAll(paths []string) []reading {
	files := r.watch(paths)
	all := make([]reading, len(paths))
	var wait sync.WaitGroup
	free := make(chan struct{}, runtime.GOMAXPROCS(0))
	for i, path := range paths {
		wait.Add(1)
		free <- struct{}{}
		go func() {
			defer func() { <-free; wait.Done() }()
			all[i] = r.read(path, files[i])
			files[i].read()
		}()
	}
	wait.Wait()
	return all
}

// read takes one file from bytes to canonical rows.
func (r *run) read(path string, file *passing) reading {
	out := reading{file: file, receipt: FileReceipt{File: path, Sessions: []SessionReceipt{}, Problems: []ProblemReceipt{}}}
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
	book, err := sheet.Open(path, sheet.Options{Encoding: r.options.Encoding, Watch: file.watch, Room: r.held})
	if err == nil {
		err = r.fill(&out, book)
	}
	if err == nil && !r.named[path] && out.receipt.Source == ownSource && out.receipt.Rows.Read == 0 {
		out.receipt.Status, out.receipt.Reason, out.receipt.Problems = StatusIgnored, "template", []ProblemReceipt{}
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

// ownSource is the source of sheets with our own headings: of those a folder
// holds blank ones, to fill in.
var ownSource = layout.Own{}.Source()

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
func (r *run) fill(out *reading, book *sheet.Book) error {
	out.book = book
	out.receipt.FileID = fileID(book)
	var err error
	out.landing, err = readBook(book, r.key, r.byFlags, r.room)
	var unknown *layout.UnknownLayoutError
	if errors.As(err, &unknown) {
		if wide := spread(book); wide != nil {
			book, out.book = wide, wide
			if out.landing, err = readBook(book, r.key, r.byFlags, r.room); err == nil {
				out.landing.Problems = append(out.landing.Problems, layout.Problem{Severity: layout.Note, Code: codeSpread})
			}
		}
	}
	if err != nil {
		return err
	}
	out.file.long = out.landing.long
	err = r.receive(&out.receipt, book, out.landing)
	out.landing.told = nil // a long file's is large
	return err
}

// fileID names a file by its bytes.
func fileID(book *sheet.Book) string { return hex.EncodeToString(book.SHA256[:8]) }

// readBook takes a book to its canonical rows. It is a pure function of the
// book's rows and name, of the key and of what was said; the room decides only
// whether the rows are kept or read anew at each pass.
func readBook(book *sheet.Book, key []byte, s sayings, keep *room) (Landing, error) {
	said, err := s.said()
	if err != nil {
		return Landing{}, err
	}
	book = renamed(book, s.group(sayHeading))
	l, err := layoutOf(book, s)
	if err != nil {
		return Landing{}, err
	}
	g := &gathering{layout: l, book: book, said: said, key: key, room: keep,
		decided: map[string]string{"wave_id": s[decided+sayWave], "session_id": s[decided+saySession]}}
	if err := g.gather(); err != nil {
		return Landing{}, fmt.Errorf("ingest %s: %w", filepath.Base(book.Name), err)
	}
	if err := g.hidden(); err != nil {
		return Landing{}, fmt.Errorf("ingest %s: %w", filepath.Base(book.Name), err)
	}
	for _, n := range book.Notes {
		g.Problem(layout.Problem{Severity: layout.Note, Sheet: n.Sheet, Row: n.Row, Column: n.Column, Code: n.What})
	}
	if book.EncodingAssumed {
		g.Problem(layout.Problem{Severity: layout.Note, Code: "encoding_assumed", Value: book.Encoding, Detail: strings.Join(book.AssumedWords, ", ")})
	}
	return g.landing(s.text())
}

// landing makes the second pass, in which everybody has a pseudonym.
func (g *gathering) landing(said string) (Landing, error) {
	rows, told := g.canonical(), newTally(g.sum, g.said.Zone)
	var kept []Canonical
	for c, err := range rows {
		if err != nil {
			return Landing{}, fmt.Errorf("ingest %s: %w", filepath.Base(g.book.Name), err)
		}
		told.take(c)
		if !g.many {
			kept = append(kept, c)
		}
	}
	if !g.many {
		g.rows = nil
		rows = given(kept)
	}
	l := newLanding(g.book, said, g.sum, g.lastDay)
	l.Rows, l.Kinds, l.Aliases, l.Problems, l.told, l.long = rows, g.kindsRead(), g.people.all(), g.problems, told, g.many
	return l, nil
}

// newLanding is what a file's landing says of the file itself. lastDay is the
// last day that its rows name, "" where none does.
func newLanding(book *sheet.Book, said string, sum layout.Summary, lastDay string) Landing {
	hash := hex.EncodeToString(book.SHA256[:])
	return Landing{ID: fileID(book), Name: filepath.Base(book.Name), SHA256: hash, Bytes: book.Size, Said: said, Summary: sum,
		OrderKey: strings.Join([]string{sum.To, lastDay, hash}, " "), Delimiter: book.Delimiter, Sheets: book.Sheets}
}

// given are rows that are in memory.
func given(all []Canonical) iter.Seq2[Canonical, error] {
	return func(yield func(Canonical, error) bool) {
		for _, c := range all {
			if !yield(c, nil) {
				return
			}
		}
	}
}

func layoutOf(book *sheet.Book, s sayings) (layout.Layout, error) {
	if text := s[decided+sayTable]; text != "" {
		told, err := layout.ReadTold(text)
		return layout.Table{Told: told}, err
	}
	as := s[sayAs]
	if as == "" {
		return layout.Recognise(book)
	}
	for _, l := range layout.All() {
		if l.Source() == as {
			return l, nil
		}
	}
	return layout.Own{}, nil
}

// receive puts what a file gave into its receipt.
func (r *run) receive(f *FileReceipt, book *sheet.Book, l Landing) error {
	sum := l.Summary
	s, err := readSayings(l.Said)
	if err != nil {
		return err
	}
	said, err := s.said()
	if err != nil {
		return err
	}
	f.Source, f.Kind, f.Status = sum.Source, string(sum.Kind), StatusStored
	f.From, f.To, f.Values = sum.From, sum.To, sum.Values
	f.Assumed = Assumed{Encoding: book.Encoding, Delimiter: book.Delimiter, DateOrder: sum.DateOrder, TimeZone: sum.Zone}
	told := l.told
	if told == nil { // a file that waits gives no row
		told = newTally(sum, said.Zone)
	}
	f.Facts, f.Sessions = told.facts()
	f.Rows = RowsReceipt{Read: sum.Read, ToCheck: sum.ToCheck, Reasons: sum.Ignored, Skipped: sum.Skipped}
	for _, n := range sum.Ignored {
		f.Rows.Ignored += n
	}
	if sum.Kind == vocabulary.Survey {
		f.Facts.Answers = answersIn(book, sum, told.responses)
	}
	if r.options.DryRun {
		f.Columns, f.Spans = shown(book, l, said.Zone, r.options.Say)
	}
	f.Problems = []ProblemReceipt{}
	for _, p := range l.Problems {
		f.Problems = append(f.Problems, problemReceipt(p, r.options.Say))
		if p.Code == codeTable { // it is there, and nobody knows what it is
			f.Status = StatusUnknown
		}
	}
	return nil
}

// answersIn counts the question cells of loaded responses that hold an answer:
// not blank, not the error of a formula, and neither of the marks of a question seen
// and not answered (-99) or never asked (n/a).
func answersIn(book *sheet.Book, sum layout.Summary, responses map[cellPlace]bool) int {
	n := 0
	for _, s := range book.Sheets {
		for row, err := range s.Rows() {
			if err != nil {
				return n
			}
			if !responses[cellPlace{s.No, row.No}] {
				continue
			}
			for _, q := range sum.Questions {
				if q.Sheet == s.No && q.Column <= len(row.Cells) {
					if cell := strings.TrimSpace(row.Cells[q.Column-1]); cell != "" && cell != "-99" && !strings.EqualFold(cell, "n/a") && !layout.FailedFormula(cell) {
						n++
					}
				}
			}
		}
	}
	return n
}

// anyRead reports whether there is a file to store.
func anyRead(readings []reading) bool {
	return slices.ContainsFunc(readings, func(x reading) bool {
		return x.receipt.Status == StatusStored || x.receipt.Status == StatusUnknown && x.book != nil
	})
}

// unread is the receipt of a run that found nothing to store: then the store is
// left alone.
func unread(readings []reading) Receipt {
	var all Receipt
	for _, x := range readings {
		all.Files = append(all.Files, x.receipt)
	}
	return all
}
