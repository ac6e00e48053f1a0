package warehouse_test

import (
	"database/sql"
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

// answer lands a survey and makes facts of it in one transaction, as ingest does,
// and gives what the facts alone took, and the most memory held meanwhile.
func answer(b *testing.B, w *warehouse.Warehouse, path string) (seconds, mebibytes float64) {
	s, _ := vocabulary.SheetOf(vocabulary.Survey)
	err := w.Store("c").Write(b.Context(), func(batch ingest.Batch) error {
		if err := landIn(b, batch, path); err != nil {
			return err
		}
		names := []string{"community_id", "file_id", "sheet_no", "row_no", "column_no", "kind", "row_key", "counts", "fields"}
		if err := w.Load(b.Context(), "canonical_row", names, canonical(s)); err != nil {
			return err
		}
		var err error
		seconds, mebibytes = took(b, func() { err = batch.ShapeSurveys(b.Context(), []string{"f"}, wideLinks()) })
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	return seconds, mebibytes
}

// BenchmarkAnswers100kx25Ratios prints what it costs in processor time to make
// 2.5 million answers of landed raw rows against landing them, and against
// copying the answers as they are (of which it can never be less), from one run.
func BenchmarkAnswers100kx25Ratios(b *testing.B) {
	text := filepath.Join(b.TempDir(), "wide.csv")
	wideText(b, text)
	for b.Loop() {
		first, second := emptyWarehouse(b, ""), emptyWarehouse(b, "")
		landing, _ := took(b, func() { land(b, first, text) })
		first.Close()
		shaping, held := answer(b, second, text)
		for row, err := range second.Rows(b.Context(), "SELECT count(*), sum(CAST(score >= 0 AS integer)) FROM main.answer", nil) {
			if err != nil || fmt.Sprint(row) != fmt.Sprint([]any{25 * benchRows, 25 * benchRows}) {
				b.Fatalf("%v answers with a score, want %d: %v", row, 25*benchRows, err)
			}
		}
		copying, _ := took(b, func() { repeat(b, second) })
		second.Close()
		b.ReportMetric(shaping/landing, "x-landing")
		b.ReportMetric(shaping/copying, "x-copying")
		b.ReportMetric(held, "MiB-answers")
	}
}

// repeat stores every answer once more.
func repeat(b *testing.B, w *warehouse.Warehouse) {
	path := w.Path()
	if err := w.Close(); err != nil {
		b.Fatal(err)
	}
	db, err := sql.Open("duckdb", path+"?threads=1")
	if err != nil {
		b.Fatal(err)
	}
	defer db.Close()
	if _, err := db.ExecContext(b.Context(), "INSERT INTO main.answer SELECT * FROM main.answer"); err != nil {
		b.Fatal(err)
	}
}
