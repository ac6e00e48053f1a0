package warehouse_test

import (
	"path/filepath"
	"sync"
	"testing"

	"valuetrail/internal/warehouse"
)

func TestQuestionsMayBeAskedAtOnce(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.duckdb")
	writer := opened(t, path, warehouse.Options{})
	ask := func(t *testing.T, w *warehouse.Warehouse) {
		t.Helper()
		var wait sync.WaitGroup
		sums := make([]int64, 8)
		for i := range sums {
			wait.Go(func() {
				for row, err := range w.Rows(t.Context(), "SELECT sum(n) FROM range(0, $many) AS r(n)", map[string]any{"many": 1000 * (i + 1)}) {
					if err != nil {
						t.Error(err)
						return
					}
					sums[i], _ = row[0].(int64)
				}
			})
		}
		wait.Wait()
		for i, sum := range sums {
			if n := int64(1000 * (i + 1)); sum != n*(n-1)/2 {
				t.Errorf("question %d is answered with %d", i, sum)
			}
		}
	}
	ask(t, writer)
	if err := writer.Close(); err != nil {
		t.Fatal(err)
	}
	reader := opened(t, path, warehouse.Options{ReadOnly: true})
	ask(t, reader)
	for _, way := range []string{"SELECT * FROM read_text('/etc/hostname')", "SET GLOBAL enable_external_access = true"} {
		for range 4 { // each connection is closed to the outside
			refused := false
			for _, err := range reader.Rows(t.Context(), way, nil) {
				refused = refused || err != nil
			}
			if !refused {
				t.Errorf("%s is not refused", way)
			}
		}
	}
}
