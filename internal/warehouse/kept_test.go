package warehouse_test

import (
	"path/filepath"
	"testing"

	"valuetrail/internal/warehouse"
)

func TestARowWithAnUnknownMarkIsKeptAndItsOtherMarksCount(t *testing.T) {
	w := opened(t, filepath.Join(t.TempDir(), "a.duckdb"), warehouse.Options{})
	r := take(t, w, "c", "register.csv", "Name,2025-09-30,2025-10-14,2025-11-11\nAnn Lee,x,Q,x\nBo Skov,x,,\n", "again.csv", "Name,2025-09-30,2025-10-14,2025-11-11\nAnn Lee,x,Q,x\nBo Skov,x,,\n\n")
	loaded, repeated := 0, 0
	for _, f := range r.Files {
		rows := f.Rows
		if rows.Read != 2 || rows.ToCheck != 1 || rows.Loaded+rows.Repeated+rows.ToCheck+rows.Ignored != rows.Read {
			t.Errorf("%s: rows %+v", f.File, rows)
		}
		if f.Facts.Attendances != 3 {
			t.Errorf("%s: %d attendances, want 3", f.File, f.Facts.Attendances)
		}
		loaded, repeated = loaded+rows.Loaded, repeated+rows.Repeated
	}
	if loaded != 1 || repeated != 1 {
		t.Errorf("%d rows loaded and %d repeated, want one each", loaded, repeated)
	}
	people, err := w.Store("c").People(t.Context(), 20_000)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range people {
		if want := map[string]int{"Ann Lee": 2, "Bo Skov": 1}[p.Name]; p.Sessions != want {
			t.Errorf("%s came to %d sessions, want %d", p.Name, p.Sessions, want)
		}
	}
}
