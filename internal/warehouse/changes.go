package warehouse

import (
	"context"
	"iter"
	"strings"
	"time"

	"valuetrail/ingest"
	"valuetrail/internal/vocabulary"
	"valuetrail/queries"
)

// Order are the stored files that gave rows, in no order of their own.
func (s *Store) Order(ctx context.Context) ([]ingest.SourceOrder, error) { return s.batch().Order(ctx) }

// Shared are the rows of files that others have too, by their ids.
func (s *Store) Shared(ctx context.Context, files ...string) (map[string]map[string]int, error) {
	return s.batch().Shared(ctx, files)
}

// Order are the stored files that gave rows, in no order of their own.
func (b *batch) Order(ctx context.Context) ([]ingest.SourceOrder, error) {
	var all []ingest.SourceOrder
	err := b.take(ctx, "source_order", func(r []any) {
		all = append(all, ingest.SourceOrder{FileID: text(r[0]), Name: text(r[1]), Source: text(r[2]), Kind: text(r[3]),
			Ends: sortable(r[4]), Stored: sortable(r[5]), OrderKey: text(r[6])})
	})
	return all, err
}

func (s *Store) about(extra ...any) map[string]any {
	b := batch{community: s.community}
	return b.named(extra...)
}

// sortable is a moment as a text that sorts, "" for none.
func sortable(v any) string {
	t, ok := v.(time.Time)
	if !ok {
		return ""
	}
	return t.UTC().Format("2006-01-02T15:04:05.000000")
}

// Shared are the rows of files that others have too, by the ids of both.
func (b *batch) Shared(ctx context.Context, files []string) (map[string]map[string]int, error) {
	all := map[string]map[string]int{}
	for r, err := range b.w.Rows(ctx, queries.Question("source_shared"), b.named("files", strings.Join(files, " "))) {
		if err != nil {
			return nil, err
		}
		if all[text(r[0])] == nil {
			all[text(r[0])] = map[string]int{}
		}
		all[text(r[0])][text(r[1])] = whole(r[2])
	}
	return all, nil
}

// lackedPage is how many rows that a file lacks are in memory at a time.
const lackedPage = 50_000

// Lacked gives the rows of a file that count and that a later one lacks, in their
// order.
func (b *batch) Lacked(ctx context.Context, by, of string) iter.Seq2[ingest.RowFate, error] {
	return func(yield func(ingest.RowFate, error) bool) {
		for after, n := 0, lackedPage; n == lackedPage; after += n {
			n = 0
			for r, err := range b.w.Rows(ctx, queries.Question("source_lacks"), b.named("file", by, "before", of, "most", lackedPage, "after", after)) {
				if err != nil {
					yield(ingest.RowFate{}, err)
					return
				}
				n++
				if !yield(ingest.RowFate{Fate: "gone", Kind: vocabulary.Kind(text(r[0])), Before: ingest.RowPlace{Sheet: whole(r[1]), Row: whole(r[2])}, FieldsBefore: texts(r[3])}, nil) {
					return
				}
			}
		}
	}
}

// Changes are what a file changed of another.
func (s *Store) Changes(ctx context.Context, of, before ingest.SourceOrder) (ingest.Changes, error) {
	c := ingest.Changes{File: of.Name, FileID: of.FileID, Before: before.Name, BeforeID: before.FileID, Source: of.Source, Kind: of.Kind}
	asked := map[string][]ingest.QuestionSeen{}
	for r, err := range s.w.Rows(ctx, queries.Question("known_question"), s.about()) {
		if err != nil {
			return c, err
		}
		q := ingest.QuestionSeen{FileID: text(r[0]), Sheet: whole(r[1]), Column: whole(r[2]), Heading: text(r[3])}
		asked[q.FileID] = append(asked[q.FileID], q)
	}
	var fates []ingest.RowFate
	for r, err := range s.w.Rows(ctx, queries.Question("source_changes"), s.about("file", of.FileID, "before", before.FileID)) {
		if err != nil {
			return c, err
		}
		fates = append(fates, ingest.RowFate{Fate: text(r[0]), Kind: vocabulary.Kind(text(r[1])), At: ingest.RowPlace{Sheet: whole(r[2]), Row: whole(r[3])},
			Before: ingest.RowPlace{Sheet: whole(r[4]), Row: whole(r[5])}, Fields: texts(r[6]), FieldsBefore: texts(r[7]), Cells: split(r[8]), CellsBefore: split(r[9]),
			Count: whole(r[10]), Questions: asked[of.FileID], QuestionBefore: asked[before.FileID]})
	}
	heads, err := s.headsOf(ctx, of.FileID, before.FileID)
	if err != nil {
		return c, err
	}
	sheets := map[string]ingest.SheetsOf{}
	for _, id := range []string{of.FileID, before.FileID} {
		sheets[id] = ingest.SheetsOf{}
		for r, err := range s.w.Rows(ctx, queries.Question("kept_sheets"), s.about("file", id)) {
			if err != nil {
				return c, err
			}
			if text(r[4]) == "" { // delimited text has one sheet, named after the file
				sheets[id][whole(r[0])] = text(r[1])
			}
		}
	}
	return ingest.Compare(c, fates, heads[of.FileID], heads[before.FileID], sheets[of.FileID], sheets[before.FileID]), nil
}

// headsOf are the first rows of the sheets of two files, down to their data, without
// the cells that name somebody.
func (s *Store) headsOf(ctx context.Context, id, before string) (map[string][]ingest.Head, error) {
	two := s.about("file", id, "before", before)
	people := map[string]bool{}
	for r, err := range s.w.Rows(ctx, queries.Question("source_names"), two) {
		if err != nil {
			return nil, err
		}
		people[vocabulary.Loose(text(r[0]))] = true
	}
	heads := map[string][]ingest.Head{}
	for r, err := range s.w.Rows(ctx, queries.Question("source_heads"), two) {
		if err != nil {
			return nil, err
		}
		h := ingest.Head{FileID: text(r[0]), Sheet: whole(r[1]), Row: whole(r[2]), Cells: split(text(r[3]))}
		for i, c := range h.Cells {
			if people[vocabulary.Loose(c)] {
				h.Cells[i] = ""
			}
		}
		heads[h.FileID] = append(heads[h.FileID], h)
	}
	return heads, nil
}
