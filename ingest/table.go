package ingest

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"valuetrail/ingest/layout"
	"valuetrail/ingest/sheet"
	"valuetrail/internal/vocabulary"
)

// codeTable is the problem of a table that no layout knows: it waits until
// somebody says what it is.
const codeTable = "table_unknown"

// unknownTable is what a file gives that no layout knows and that is a table
// which could be something of ours; a Landing without an id where it is none.
func (r *run) unknownTable(x *reading, files []StoredFile, heads map[string][]Head, ruled rulings) (Landing, error) {
	var unknown *layout.UnknownLayoutError
	if errors.As(x.err, &unknown) && len(unknown.Between) > 0 {
		return Landing{}, nil // several layouts know it: which, is for --as to say
	}
	head, ok := layout.FindTable(x.book)
	if !ok {
		return Landing{}, nil
	}
	p, _ := layout.Propose(x.book, layout.Told{}, likeBefore(head, files, heads, ruled))
	if !p.Speaks() && r.options.Table == nil && ruled.of(AskTable, head.Set()) == "" {
		return Landing{}, nil
	}
	said := r.byFlags.with(nil)
	said[sayTable] = head.Set()
	return waitingTable(x.book, said)
}

// table names the headings of a stored table that no layout knows, "" of all
// other files.
func (f StoredFile) table() string {
	if f.Source != layout.TableSource {
		return ""
	}
	said, err := readSayings(f.Said)
	if err != nil {
		return "" // reading it again tells
	}
	return said[sayTable]
}

// waitingTable keeps the rows of a table till somebody says what they are.
func waitingTable(book *sheet.Book, s sayings) (Landing, error) {
	head, ok := layout.FindTable(book)
	if !ok {
		return Landing{}, fmt.Errorf("ingest %s: its table is gone", filepath.Base(book.Name))
	}
	l, err := landingToCheck(book, s, layout.Summary{Source: layout.TableSource, Columns: len(head.Columns)}, head.Sheet, head.Row)
	l.Problems = []layout.Problem{{Severity: layout.Kept, Sheet: head.Sheet, Row: head.Row, Code: codeTable, Value: headingsOf(head)}}
	return l, err
}

// headingsOf are the first headings of a table, as people know it by.
func headingsOf(h layout.TableHead) string {
	var all []string
	for _, c := range h.Columns {
		if c.Heading != "" {
			all = append(all, c.Heading)
		}
	}
	text := strings.Join(all[:min(4, len(all))], ", ")
	if len(all) > 4 {
		text += " …"
	}
	return text
}

// likeBefore is the table that people have said the nature of and whose headings
// a table's nearly are, the latest of the most alike; nil without one.
func likeBefore(head layout.TableHead, files []StoredFile, heads map[string][]Head, ruled rulings) *layout.Before {
	var best *layout.Before
	most := 0
	for _, f := range byLatest(files) {
		text := ruled.of(AskTable, f.table())
		if f.table() == "" || f.table() == head.Set() || text == "" {
			continue
		}
		told, err := layout.ReadTold(text)
		if err != nil || told.Kind == layout.KindLeftOut {
			continue
		}
		before := layout.Before{Set: f.table(), Columns: columnsOf(heads[f.ID], f.table()), Told: told}
		if both, alike := head.Alike(before); alike && both > most {
			most, best = both, &before
		}
	}
	return best
}

// columnsOf are the columns of a stored table among its first rows.
func columnsOf(heads []Head, set string) []layout.TableColumn {
	for _, h := range heads {
		row := sheet.Row{No: h.Row, Cells: h.Cells}
		if t := layout.HeadOf(row); t.Set() == set {
			return t.Columns
		}
	}
	return nil
}

// toldTables are the decisions that the flags of a run make about its tables that
// no layout knows.
func (r *run) toldTables(readings []reading) ([]Decision, error) {
	if r.options.Table == nil {
		return nil, nil
	}
	told, err := layout.ReadTold(r.options.Table.Object)
	if err != nil {
		return nil, err
	}
	var all []Decision
	met := map[string]bool{}
	var keys []string
	for _, x := range readings {
		if x.book == nil || x.receipt.Source != layout.TableSource {
			continue
		}
		head, ok := layout.FindTable(x.book)
		if !ok {
			continue
		}
		own := layout.Told{Kind: told.Kind, Columns: map[string]string{}}
		for _, c := range head.Columns {
			keys = append(keys, c.Key)
			if role, ok := told.Columns[c.Key]; ok {
				own.Columns[c.Key], met[c.Key] = role, true
			}
		}
		d := *r.options.Table
		d.Verdict, d.Subject, d.Object, d.Shown = AskTable, head.Set(), own.String(), filepath.Base(x.book.Name)
		d.ID = AskTable + " " + d.Subject
		if !slices.ContainsFunc(all, func(o Decision) bool { return o.ID == d.ID }) {
			all = append(all, d)
		}
	}
	for _, key := range slices.Sorted(maps.Keys(told.Columns)) {
		if !met[key] {
			return nil, &UnknownColumnError{key, vocabulary.Nearest(key, keys), len(all) > 0}
		}
	}
	return all, nil
}

// UnknownColumnError says that a column that somebody named is in no file whose
// columns people tell.
type UnknownColumnError struct {
	Column, Nearest string
	// Asked is false where no file was one of those.
	Asked bool
}

func (e *UnknownColumnError) Error() string {
	return fmt.Sprintf("no file that people must explain has a column %q", e.Column)
}

// Hint names the nearest column.
func (e *UnknownColumnError) Hint() string {
	switch {
	case !e.Asked:
		return "the files are known without it: leave --column out"
	case e.Nearest != "":
		return fmt.Sprintf("did you mean --column %q?", e.Nearest+"=…")
	}
	return "write the heading as it stands in the file; valuetrail ingest --dry-run FILE shows them"
}

// wholeTables fills up decisions about tables that name only some columns: the
// others are what they seem to be in a table of the kind.
func wholeTables(ctx context.Context, b Batch, decisions []Decision) ([]Decision, error) {
	if !slices.ContainsFunc(decisions, func(d Decision) bool { return d.Verdict == AskTable }) {
		return decisions, nil
	}
	files, heads, ruled, err := tablesKnown(ctx, b)
	if err != nil {
		return nil, err
	}
	out := slices.Clone(decisions)
	for i := range out {
		d := &out[i]
		at := slices.IndexFunc(files, func(f StoredFile) bool { return f.table() != "" && f.table() == d.Subject })
		if d.Verdict != AskTable || at < 0 {
			continue
		}
		told, err := layout.ReadTold(d.Object)
		if err != nil {
			return nil, fmt.Errorf("the decision about %q: %w", d.Shown, err)
		}
		p, err := proposalOf(ctx, b, files[at], files, heads, ruled, told)
		if err != nil {
			return nil, err
		}
		d.Object = p.Told.String()
		if told.Kind == layout.KindLeftOut {
			d.Object = told.String()
		}
	}
	return out, nil
}

// tablesKnown is what proposals about tables rest on.
func tablesKnown(ctx context.Context, b Batch) ([]StoredFile, map[string][]Head, rulings, error) {
	files, err := b.Files(ctx)
	if err != nil {
		return nil, nil, nil, err
	}
	heads, err := b.Heads(ctx)
	if err != nil {
		return nil, nil, nil, err
	}
	decisions, err := b.Decisions(ctx)
	return files, heads, rule(decisions), err
}

// proposalOf is what a stored table seems to be, with what was said of it.
func proposalOf(ctx context.Context, b Batch, f StoredFile, files []StoredFile, heads map[string][]Head, ruled rulings, told layout.Told) (layout.Proposal, error) {
	kept, err := b.Kept(ctx, f.ID)
	if err != nil {
		return layout.Proposal{}, err
	}
	book, err := kept.book()
	if err != nil {
		return layout.Proposal{}, err
	}
	head, _ := layout.FindTable(book)
	before := likeBefore(head, files, heads, ruled)
	if before != nil && told.Kind != "" && told.Kind != before.Told.Kind {
		before = nil // it is something else now: nothing of it holds
	}
	p, ok := layout.Propose(book, told, before)
	if !ok {
		return p, fmt.Errorf("read %s again: its table is gone", f.Name)
	}
	return p, nil
}

// askOfTables asks what the tables are that no layout knows, once for all files
// of the same headings.
func askOfTables(ctx context.Context, b Batch, files []StoredFile, ruled rulings) ([]Question, error) {
	open := func(f StoredFile) bool { return f.table() != "" && ruled.of(AskTable, f.table()) == "" }
	if !slices.ContainsFunc(files, open) {
		return nil, nil
	}
	heads, err := b.Heads(ctx)
	if err != nil {
		return nil, err
	}
	files = slices.Clone(files)
	slices.SortFunc(files, func(a, b StoredFile) int { return strings.Compare(a.Name+"\x00"+a.ID, b.Name+"\x00"+b.ID) })
	var all []Question
	asked := map[string]bool{}
	for _, f := range files {
		if !open(f) || asked[f.table()] {
			continue
		}
		asked[f.table()] = true
		p, err := proposalOf(ctx, b, f, files, heads, ruled, layout.Told{})
		if err != nil {
			return nil, err
		}
		all = append(all, Question{Kind: AskTable, Subject: f.table(), Shown: headingsOf(p.Head), FileID: f.ID, Sheet: p.Head.Sheet, Row: p.Head.Row, Table: p})
	}
	return all, nil
}
