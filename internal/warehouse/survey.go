package warehouse

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"slices"

	"valuetrail/ingest"
	"valuetrail/internal/vocabulary"
	"valuetrail/queries"
)

// ShapeSurveys makes the responses and answers again when anything that they
// rest on is not as it was: rounds and question lists may come later than they.
func (b *batch) ShapeSurveys(ctx context.Context, files []string, links ingest.QuestionLinks) error {
	sum, err := b.surveysRestOn(ctx, links)
	if err != nil {
		return err
	}
	step := b.named("name", "shape/survey of "+b.community, "sum", sum, "at", b.w.now().UTC())
	for _, err := range b.w.Rows(ctx, "SELECT name FROM main.schema_step WHERE name = $name AND checksum = $sum", step) {
		return err
	}
	if err := b.shapeSurveys(ctx, files, links); err != nil {
		return err
	}
	if err := b.w.exec(ctx, "DELETE FROM main.schema_step WHERE name = $name", step); err != nil {
		return err
	}
	return b.w.exec(ctx, "INSERT INTO main.schema_step VALUES ($name, $sum, $at)", step)
}

// surveysRestOn is the checksum of all that the facts of surveys follow from: the
// files of three kinds as they were read, what questions mean, the settings, and
// the text that shapes them.
func (b *batch) surveysRestOn(ctx context.Context, links ingest.QuestionLinks) (string, error) {
	stored, err := b.Files(ctx)
	if err != nil {
		return "", err
	}
	slices.SortFunc(stored, func(a, b ingest.StoredFile) int { return cmp.Compare(a.ID, b.ID) })
	var all []any
	for _, f := range stored {
		if slices.ContainsFunc(f.Kinds, func(k vocabulary.Kind) bool {
			return k == vocabulary.Survey || k == vocabulary.Waves || k == vocabulary.Codebook
		}) {
			all = append(all, []string{f.ID, f.Said, f.OrderKey})
		}
	}
	for row, err := range b.w.Rows(ctx, "SELECT name, number, word FROM main.setting WHERE community_id = $community ORDER BY name, number, word", b.named()) {
		if err != nil {
			return "", err
		}
		all = append(all, row)
	}
	s, _ := vocabulary.SheetOf(vocabulary.Survey)
	shape, err := queries.Shape(s)
	if err != nil {
		return "", err
	}
	text, err := json.Marshal(append(all, shape, links))
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("%x", sha256.Sum256(text)), nil
}

func (b *batch) shapeSurveys(ctx context.Context, files []string, links ingest.QuestionLinks) error {
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
