package warehouse

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"valuetrail/ingest"
	"valuetrail/internal/vocabulary"
	"valuetrail/queries"
)

// landProblems stores what a file's reader found, the offending text apart.
func (b *batch) landProblems(ctx context.Context, f ingest.Landing) error {
	type entry struct {
		no int
		ingest.ProblemReceipt
		detail string
	}
	var all []entry
	for i, p := range f.Problems {
		all = append(all, entry{i, ingest.ProblemReceipt{Severity: string(p.Severity), Sheet: p.Sheet, Row: p.Row, Column: p.Column, Code: p.Code, Value: p.Value}, p.Detail})
	}
	id := func(e entry, what string) string { return fmt.Sprintf("problem-%s-%d-%s", f.ID, e.no, what) }
	err := b.load(ctx, "problem", "file_id sheet_no row_no column_no severity code value_text_id detail_text_id", each(all, func(e entry) []any {
		return []any{f.ID, e.Sheet, e.Row, e.Column, e.Severity, e.Code, id(e, "value"), id(e, "detail")}
	}))
	if err != nil {
		return err
	}
	return b.load(ctx, "text", "text_id file_id words", func(yield func([]any, error) bool) {
		for _, e := range all {
			if !yield([]any{id(e, "value"), f.ID, e.Value}, nil) || !yield([]any{id(e, "detail"), f.ID, e.detail}, nil) {
				return
			}
		}
	})
}

// Remove takes a file out with all that came from it.
func (b *batch) Remove(ctx context.Context, fileID string) error { return b.remove(ctx, fileID, nil) }

// remove takes a file's rows out of every table but those named.
func (b *batch) remove(ctx context.Context, fileID string, but []string) error {
	kinds, err := b.kinds(ctx, []string{fileID})
	if err != nil {
		return err
	}
	maps.Copy(b.touched, kinds)
	b.files = nil
	for _, t := range vocabulary.Tables() {
		if !hasColumn(t, "file_id") || slices.Contains(but, t.Name) {
			continue
		}
		if err := b.w.exec(ctx, "DELETE FROM "+t.Qualified()+" WHERE community_id = $community AND file_id = $file", b.named("file", fileID)); err != nil {
			return fmt.Errorf("remove %s: %w", fileID, err)
		}
	}
	return nil
}

func hasColumn(t vocabulary.Table, name string) bool {
	for _, c := range t.Columns {
		if c.Name == name {
			return true
		}
	}
	return false
}

// Count decides which rows count of the kinds of which rows came or went, among
// the canonical rows first, then in every table of facts.
func (b *batch) Count(ctx context.Context) error {
	var kinds []string
	for k := range b.touched {
		kinds = append(kinds, string(k))
	}
	if len(kinds) == 0 {
		return nil
	}
	slices.Sort(kinds)
	stories, _ := vocabulary.SheetOf(vocabulary.Stories)
	if err := b.step(ctx, "merge/10_counts.sql", "consent", stories.Index("consent_scope")+1, "kinds", strings.Join(kinds, " ")); err != nil {
		return err
	}
	for _, t := range vocabulary.Tables() {
		if !t.Repeats || !slices.ContainsFunc(filledBy(t.Name), func(k vocabulary.Kind) bool { return b.touched[k] }) {
			continue
		}
		if err := b.w.exec(ctx, queries.Recount(t), b.named()); err != nil {
			return fmt.Errorf("count %s: %w", t.Name, err)
		}
	}
	return nil
}

// step runs one file of queries.
func (b *batch) step(ctx context.Context, name string, extra ...any) error {
	text, err := queries.Files.ReadFile(name)
	if err != nil {
		return err
	}
	return b.run(ctx, name, string(text), b.named(extra...))
}

// Shape makes the facts of landed files, kind by kind.
func (b *batch) Shape(ctx context.Context, files []string) error {
	if len(files) == 0 {
		return nil
	}
	kinds, err := b.kinds(ctx, files)
	if err != nil {
		return err
	}
	for _, s := range vocabulary.Sheets {
		if s.Kind == vocabulary.Survey || !kinds[s.Kind] {
			continue
		}
		if err := b.shape(ctx, s, files); err != nil {
			return err
		}
	}
	b.files = nil
	return b.w.exec(ctx, "UPDATE main.source_file SET status = 'stored' WHERE community_id = $community AND status = 'landed'", b.named())
}

func (b *batch) shape(ctx context.Context, s vocabulary.Sheet, files []string) error {
	all, err := queries.Shape(s)
	if err != nil {
		return err
	}
	for _, statement := range all {
		if err := b.w.exec(ctx, statement, b.named("files", strings.Join(files, " "))); err != nil {
			return fmt.Errorf("shape %s: %w", s.Kind, err)
		}
	}
	return nil
}

// kinds are those that the files hold rows of.
func (b *batch) kinds(ctx context.Context, files []string) (map[vocabulary.Kind]bool, error) {
	stored, err := b.Files(ctx)
	if err != nil {
		return nil, err
	}
	all := map[vocabulary.Kind]bool{}
	for _, f := range stored {
		if !slices.Contains(files, f.ID) {
			continue
		}
		for _, k := range f.Kinds {
			all[k] = true
		}
	}
	return all, nil
}

// filledBy are the kinds of sheet whose rows a table of facts holds.
func filledBy(table string) []vocabulary.Kind {
	switch table {
	case "roster_line":
		return []vocabulary.Kind{vocabulary.Roster}
	case "attendance":
		return []vocabulary.Kind{vocabulary.Attendance}
	case "group_assignment":
		return []vocabulary.Kind{vocabulary.Attendance, "leadership_groups"}
	case "response":
		return []vocabulary.Kind{vocabulary.Survey}
	}
	for _, s := range vocabulary.Sheets {
		if s.Table == table {
			return []vocabulary.Kind{s.Kind}
		}
	}
	return nil
}

// Counts are the rows of each file as they count now.
func (b *batch) Counts(ctx context.Context) (map[string]ingest.RowCounts, error) {
	all := map[string]ingest.RowCounts{}
	for row, err := range b.w.Rows(ctx, queries.Question("known_counts"), b.named()) {
		if err != nil {
			return nil, err
		}
		all[text(row[0])] = ingest.RowCounts{Loaded: whole(row[1]), Repeated: whole(row[2]), ToCheck: whole(row[3])}
	}
	return all, nil
}
