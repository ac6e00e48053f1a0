package warehouse_test

import (
	"fmt"
	"iter"
	"path/filepath"
	"testing"

	"valuetrail/ingest"
	"valuetrail/internal/vocabulary"
	"valuetrail/internal/warehouse"
)

// wideLinks are the 25 questions of the wide survey that have a scale.
func wideLinks() ingest.QuestionLinks {
	var links ingest.QuestionLinks
	for column := 5; column < 30; column++ {
		id := fmt.Sprintf("q%d", column)
		links.Questions = append(links.Questions, ingest.QuestionLink{FileID: "f", Sheet: 1, Column: column, Item: id})
		links.Items = append(links.Items, ingest.DecidedItem{Item: ingest.Item{ID: id, Kind: "likert", HasMin: true, ScaleMin: 1}, ScaleMax: 5})
	}
	return links
}

// canonical are the canonical rows of the wide survey: an id and a moment each.
func canonical(s vocabulary.Sheet) iter.Seq2[[]any, error] {
	return func(yield func([]any, error) bool) {
		for row := range benchRows {
			fields := make([]string, len(s.Fields)+len(s.Persons()))
			fields[s.Index("response_id")] = fmt.Sprintf("R_%06d", row)
			fields[s.Index("submitted_at")] = "2025-11-03T10:00:00Z"
			if !yield([]any{"c", "f", 1, row + 1, 0, string(s.Kind), fmt.Sprintf("R_%06d", row), true, fields}, nil) {
				return
			}
		}
	}
}

// answers makes facts of a landed survey.
func answers(b *testing.B, w *warehouse.Warehouse) {
	err := w.Store("c").Write(b.Context(), func(batch ingest.Batch) error {
		return batch.ShapeSurveys(b.Context(), []string{"f"}, wideLinks())
	})
	if err != nil {
		b.Fatal(err)
	}
}

// BenchmarkAnswers100kx25Ratios prints what it costs in processor time to make
// 2.5 million answers of landed raw rows against landing them (the bar is once),
// from one run.
func BenchmarkAnswers100kx25Ratios(b *testing.B) {
	text := filepath.Join(b.TempDir(), "wide.csv")
	wideText(b, text)
	s, _ := vocabulary.SheetOf(vocabulary.Survey)
	for b.Loop() {
		w := emptyWarehouse(b)
		landing, _ := took(b, func() { land(b, w, text) })
		if err := w.Load(b.Context(), "canonical_row", []string{"community_id", "file_id", "sheet_no", "row_no", "column_no", "kind", "row_key", "counts", "fields"}, canonical(s)); err != nil {
			b.Fatal(err)
		}
		shaping, held := took(b, func() { answers(b, w) })
		for row, err := range w.Rows(b.Context(), "SELECT count(*), sum(CAST(score >= 0 AS integer)) FROM main.answer", nil) {
			if err != nil || row[0] != int64(25*benchRows) || row[1] != row[0] {
				b.Fatalf("%v answers with a score, want %d: %v", row, 25*benchRows, err)
			}
		}
		w.Close()
		b.ReportMetric(shaping/landing, "x-landing")
		b.ReportMetric(shaping, "s-answers")
		b.ReportMetric(held, "MiB-answers")
	}
}
