package warehouse

import (
	"context"
	"fmt"
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

// Count decides which rows count, among the canonical rows first, then in every
// table of facts.
func (b *batch) Count(ctx context.Context) error {
	stories, _ := vocabulary.SheetOf(vocabulary.Stories)
	if err := b.step(ctx, "merge/10_counts.sql", "consent", stories.Index("consent_scope")+1); err != nil {
		return err
	}
	kinds, err := b.kinds(ctx, nil)
	if err != nil {
		return err
	}
	for _, t := range vocabulary.Tables() {
		if !t.Repeats || !slices.ContainsFunc(filledBy(t.Name), func(k vocabulary.Kind) bool { return kinds[k] }) {
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

// kinds are those that the files hold rows of; nil files means all.
func (b *batch) kinds(ctx context.Context, files []string) (map[vocabulary.Kind]bool, error) {
	stored, err := b.Files(ctx)
	if err != nil {
		return nil, err
	}
	all := map[vocabulary.Kind]bool{}
	for _, f := range stored {
		if files != nil && !slices.Contains(files, f.ID) {
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

// ShapeSurveys makes the responses and answers again: they depend on rounds and
// question lists that may have come later.
func (b *batch) ShapeSurveys(ctx context.Context, files []string, links ingest.QuestionLinks) error {
	for _, table := range []string{"main.response", "main.question", "main.answer", "main.item_label", "private.question_link"} {
		if err := b.w.exec(ctx, "DELETE FROM "+table+" WHERE community_id = $community", b.named()); err != nil {
			return err
		}
	}
	if err := b.w.exec(ctx, "DELETE FROM private.text WHERE community_id = $community AND text_id LIKE 'answer-%'", b.named()); err != nil {
		return err
	}
	if err := b.decideItems(ctx, links.Items); err != nil {
		return err
	}
	err := b.load(ctx, "question_link", "file_id sheet_no column_no wave_id item_id", each(links.Questions, func(q ingest.QuestionLink) []any {
		return []any{q.FileID, q.Sheet, q.Column, q.Wave, q.Item}
	}))
	if err != nil {
		return err
	}
	err = b.load(ctx, "item_label", "item_id wave_id label number", each(links.Labels, func(l ingest.ItemLabel) []any {
		return []any{l.Item, orNull(l.Wave), l.Label, l.Number}
	}))
	if err != nil || len(files) == 0 {
		return err
	}
	s, _ := vocabulary.SheetOf(vocabulary.Survey)
	return b.shape(ctx, s, files)
}

// decidedFile stands for the file of what people decided instead of writing it
// into a question list.
const decidedFile = "decided"

// decideItems stores the questions that people decided about, beside those of
// question lists.
func (b *batch) decideItems(ctx context.Context, all []ingest.DecidedItem) error {
	if err := b.Remove(ctx, decidedFile); err != nil {
		return err
	}
	textID := func(id, what string) string { return "decided-" + what + "-" + id }
	err := b.load(ctx, "item", "file_id sheet_no row_no column_no row_key counts item_id wording_text_id cycle kind scale_min scale_max labels_text_id direction",
		each(all, func(d ingest.DecidedItem) []any {
			var least, most, labels any
			if d.HasMin {
				least, most = d.ScaleMin, d.ScaleMax
			}
			if d.Labels != "" {
				labels = textID(d.ID, "labels")
			}
			return []any{decidedFile, 0, 0, 0, "decided " + d.ID, true, d.ID, textID(d.ID, "wording"), orNull(d.Cycle), orNull(d.Kind), least, most, labels, orNull(d.Direction)}
		}))
	if err != nil {
		return err
	}
	return b.load(ctx, "text", "text_id file_id words", func(yield func([]any, error) bool) {
		for _, d := range all {
			if !yield([]any{textID(d.ID, "wording"), decidedFile, d.Text}, nil) || d.Labels != "" && !yield([]any{textID(d.ID, "labels"), decidedFile, d.Labels}, nil) {
				return
			}
		}
	})
}

func orNull(s string) any {
	if s == "" {
		return nil
	}
	return s
}

// Counts are the rows of each file as they count now.
func (b *batch) Counts(ctx context.Context) (map[string]ingest.RowCounts, error) {
	all := map[string]ingest.RowCounts{}
	for row, err := range b.w.Rows(ctx, queries.Question("known_counts"), b.named()) {
		if err != nil {
			return nil, err
		}
		all[text(row[0])] = ingest.RowCounts{Loaded: whole(row[1]), Repeated: whole(row[2])}
	}
	return all, nil
}
