package warehouse

import (
	"context"
	"fmt"
	"iter"
	"slices"
	"strings"
	"time"

	"valuetrail/ingest"
	"valuetrail/internal/vocabulary"
	"valuetrail/queries"
)

// Store is the warehouse as ingest sees it, for one community.
type Store struct {
	w         *Warehouse
	community string
}

// Store gives ingest its side of the warehouse.
func (w *Warehouse) Store(community string) *Store { return &Store{w: w, community: community} }

// Key is the key of the pseudonyms.
func (s *Store) Key() []byte { return s.w.key }

// Write runs f in one transaction, and empties the log into the file after it. What
// the database says of it comes as *MemoryError, *FullError, *DamagedError or
// *RefusedError.
func (s *Store) Write(ctx context.Context, f func(ingest.Batch) error) error {
	b := s.batch()
	if err := s.w.inTransaction(ctx, func() error { return f(b) }); err != nil {
		return s.w.plain(err)
	}
	return s.w.plain(s.w.exec(ctx, "CHECKPOINT", nil))
}

// Read runs f over the store as it is; f must not write.
func (s *Store) Read(_ context.Context, f func(ingest.Batch) error) error {
	return f(s.batch())
}

// batch is one transaction of a run.
type batch struct {
	w         *Warehouse
	community string
	// touched are the kinds of which rows came or went.
	touched map[vocabulary.Kind]bool
	// files are those stored, nil before they were asked for and when one changed.
	files []ingest.StoredFile
}

func (s *Store) batch() *batch {
	return &batch{w: s.w, community: s.community, touched: map[vocabulary.Kind]bool{}}
}

func (b *batch) named(extra ...any) map[string]any {
	all := map[string]any{"community": b.community}
	for i := 0; i+1 < len(extra); i += 2 {
		all[extra[i].(string)] = extra[i+1]
	}
	return all
}

// load appends rows with the community's id in front.
func (b *batch) load(ctx context.Context, table, names string, rows iter.Seq2[[]any, error]) error {
	all := append([]string{"community_id"}, strings.Fields(names)...)
	return b.w.Load(ctx, table, all, func(yield func([]any, error) bool) {
		for row, err := range rows {
			if !yield(append([]any{b.community}, row...), err) {
				return
			}
		}
	})
}

// each yields one row for every element.
func each[T any](all []T, row func(T) []any) iter.Seq2[[]any, error] {
	return func(yield func([]any, error) bool) {
		for _, x := range all {
			if !yield(row(x), nil) {
				return
			}
		}
	}
}

// run executes the statements of a text, each ended by a line with a semicolon.
func (b *batch) run(ctx context.Context, name, text string, named map[string]any) error {
	for statement := range strings.SplitSeq(text, "\n;\n") {
		if strings.TrimSpace(statement) == "" {
			continue
		}
		if err := b.w.exec(ctx, statement, named); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	return nil
}

// Files are the files stored.
func (b *batch) Files(ctx context.Context) ([]ingest.StoredFile, error) {
	if b.files != nil {
		return slices.Clone(b.files), nil
	}
	var all []ingest.StoredFile
	for row, err := range b.w.Rows(ctx, queries.Question("known_file"), b.named()) {
		if err != nil {
			return nil, err
		}
		f := ingest.StoredFile{ID: text(row[0]), Name: text(row[1]), Source: text(row[2]), Kind: vocabulary.Kind(text(row[3])), Said: text(row[5]), Shaped: row[6] == "stored", OrderKey: text(row[7])}
		for kind := range strings.FieldsSeq(text(row[4])) {
			f.Kinds = append(f.Kinds, vocabulary.Kind(kind))
		}
		all = append(all, f)
	}
	b.files = all
	return slices.Clone(all), nil
}

// Land appends everything that one file gives.
func (b *batch) Land(ctx context.Context, f ingest.Landing) error {
	return b.land(ctx, f, b.landFile, b.landRaw, b.landSource, b.landCanonical, b.landAliases, b.landProblems)
}

func (b *batch) land(ctx context.Context, f ingest.Landing, steps ...func(context.Context, ingest.Landing) error) error {
	b.files = nil
	for _, step := range steps {
		if err := step(ctx, f); err != nil {
			return err
		}
	}
	return nil
}

func (b *batch) landFile(ctx context.Context, f ingest.Landing) error {
	return b.load(ctx, "file", "file_id name bytes sha256 said landed_at", each([]ingest.Landing{f}, func(f ingest.Landing) []any {
		return []any{f.ID, f.Name, f.Bytes, f.SHA256, f.Said, b.w.now().UTC()}
	}))
}

func (b *batch) landSource(ctx context.Context, f ingest.Landing) error {
	ignored := 0
	for _, n := range f.Summary.Ignored {
		ignored += n
	}
	return b.load(ctx, "source_file", "file_id source kind kinds status rows_read rows_loaded rows_repeated rows_to_check rows_ignored data_from data_to order_key",
		each([]ingest.Landing{f}, func(f ingest.Landing) []any {
			return []any{f.ID, f.Summary.Source, string(f.Summary.Kind), kindsOf(f), "landed", f.Summary.Read, 0, 0, f.Summary.ToCheck, ignored,
				moment(f.Summary.From), moment(f.Summary.To), f.OrderKey}
		}))
}

func kindsOf(f ingest.Landing) string {
	var all []string
	for _, k := range f.Kinds {
		all = append(all, string(k))
	}
	return strings.Join(all, " ")
}

// landRaw keeps the rows as they were read, and what a reader asks of a sheet
// besides.
func (b *batch) landRaw(ctx context.Context, f ingest.Landing) error {
	var sheets [][]any
	err := b.load(ctx, "raw_line", "file_id sheet_no row_no line", func(yield func([]any, error) bool) {
		for _, s := range f.Sheets {
			var merged []string
			for row, err := range s.Rows() {
				if !yield([]any{f.ID, s.No, row.No, joined(row.Cells)}, err) || err != nil {
					return
				}
				merged = append(merged, ingest.Merged(row)...)
			}
			sheets = append(sheets, []any{f.ID, s.No, s.Name, s.Hidden, s.BlankRows(), f.Delimiter, strings.Join(merged, " ")})
		}
	})
	if err != nil {
		return err
	}
	return b.load(ctx, "kept_sheet", "file_id sheet_no name hidden blank_rows delimiter merged", each(sheets, func(row []any) []any { return row }))
}

func (b *batch) landCanonical(ctx context.Context, f ingest.Landing) error {
	for _, k := range f.Kinds {
		b.touched[k] = true
	}
	if f.Rows == nil {
		return nil
	}
	return b.load(ctx, "canonical_row", "file_id sheet_no row_no column_no kind row_key modified_at also_rows fields", func(yield func([]any, error) bool) {
		for r, err := range f.Rows {
			if !yield([]any{f.ID, r.Sheet, r.Row.Row, r.Column, string(r.Kind), r.Key, moment(r.Modified), orNull(numbers(r.Also)), r.Values}, err) {
				return
			}
		}
	})
}

func (b *batch) landAliases(ctx context.Context, f ingest.Landing) error {
	err := b.load(ctx, "alias", "alias_id kind handle same_as origin shown name email file_id sheet_no row_no first_day last_day",
		each(f.Aliases, func(a ingest.Alias) []any {
			return []any{a.ID, a.Kind, a.Handle, a.SameAs, string(a.Origin), a.Shown, a.Name, a.Email, a.FileID, a.Sheet, a.Row, a.FirstDay, a.LastDay}
		}))
	if err != nil {
		return err
	}
	type question = struct {
		sheet, column            int
		heading, wording, native string
	}
	var all []question
	for _, q := range f.Summary.Questions {
		all = append(all, question{q.Sheet, q.Column, q.Heading, q.Wording, q.Native})
	}
	return b.load(ctx, "question_column", "file_id sheet_no column_no heading wording native", each(all, func(q question) []any {
		return []any{f.ID, q.sheet, q.column, q.heading, q.wording, q.native}
	}))
}

// moment is a text of a moment as a timestamp, NULL when it is none.
func moment(s string) any {
	for _, form := range []string{time.RFC3339, time.DateTime, time.DateOnly} {
		if t, err := time.Parse(form, s); err == nil {
			return t.UTC()
		}
	}
	return nil
}

// numbers joins row numbers by blanks.
func numbers(all []int) string { return strings.Trim(fmt.Sprint(all), "[]") }

func text(v any) string {
	s, _ := v.(string)
	return s
}

func whole(v any) int {
	n, _ := v.(int64)
	return int(n)
}

func number(v any) float64 {
	x, _ := v.(float64)
	return x
}
