package warehouse

import (
	"context"
	"errors"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"valuetrail/internal/vocabulary"
)

func open(t *testing.T, path string, o Options) *Warehouse {
	t.Helper()
	w, err := Open(t.Context(), path, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { w.Close() })
	return w
}

func rowsOf(rows ...[]any) iter.Seq2[[]any, error] {
	return func(yield func([]any, error) bool) {
		for _, r := range rows {
			if !yield(r, nil) {
				return
			}
		}
	}
}

func TestMigratedFileHasTheVocabularysColumns(t *testing.T) {
	w := open(t, filepath.Join(t.TempDir(), "a.duckdb"), Options{})
	have := map[string]string{}
	for row, err := range w.Rows(t.Context(), "SELECT schema_name || '.' || table_name || '.' || column_name, data_type FROM duckdb_columns() WHERE NOT internal AND table_name IN (SELECT table_name FROM duckdb_tables())", nil) {
		if err != nil {
			t.Fatal(err)
		}
		have[row[0].(string)] = row[1].(string)
	}
	for _, table := range vocabulary.Tables() {
		for _, c := range table.Columns {
			name := table.Qualified() + "." + c.Name
			if _, ok := have[name]; !ok {
				t.Errorf("the warehouse lacks %s", name)
			}
			delete(have, name)
		}
	}
	for name := range have {
		t.Errorf("the warehouse has %s, which vocabulary does not know", name)
	}
}

func TestWhatIsLoadedIsThereForTheNextReader(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.duckdb")
	w := open(t, path, Options{})
	if err := w.Load(t.Context(), "setting", []string{"community_id", "name", "number"}, rowsOf([]any{"c", "participation.core", 0.75})); err != nil {
		t.Fatal(err)
	}
	if err := w.Load(t.Context(), "canonical_row", []string{"file_id", "row_no", "fields"}, rowsOf([]any{"f", 1, []string{"a", "b"}})); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	r := open(t, path, Options{ReadOnly: true})
	n := 0
	for row, err := range r.Rows(t.Context(), "SELECT number FROM setting WHERE name = $name", map[string]any{"name": "participation.core", "unused": 1}) {
		if err != nil {
			t.Fatal(err)
		}
		if row[0] != 0.75 {
			t.Errorf("number is %v, want 0.75", row[0])
		}
		n++
	}
	if n != 1 {
		t.Errorf("%d rows, want 1", n)
	}
}

func TestReaderOfAMissingFileIsToldSo(t *testing.T) {
	_, err := Open(t.Context(), filepath.Join(t.TempDir(), "none.duckdb"), Options{ReadOnly: true})
	if !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("error is %v, want fs.ErrNotExist", err)
	}
}

func TestStrangersFilesAreLeftAlone(t *testing.T) {
	for name, text := range map[string]string{"text": "name,when\n", "empty": "", "sqlite": "SQLite format 3\x00rest of it"} {
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		var stranger *StrangerError
		if _, err := Open(t.Context(), path, Options{}); !errors.As(err, &stranger) {
			t.Errorf("%s: error is %v, want *StrangerError", name, err)
		}
		if got, _ := os.ReadFile(path); string(got) != text {
			t.Errorf("%s: the file was changed", name)
		}
	}
}

func TestAnotherProgramsDatabaseIsLeftAlone(t *testing.T) {
	path := filepath.Join(t.TempDir(), "other.duckdb")
	w := open(t, path, Options{})
	if _, err := w.conn.ExecContext(t.Context(), "DELETE FROM private.secret"); err != nil {
		t.Fatal(err)
	}
	w.Close()
	var stranger *StrangerError
	if _, err := Open(context.Background(), path, Options{}); !errors.As(err, &stranger) {
		t.Errorf("error is %v, want *StrangerError", err)
	}
}

func TestNewersFilesAreLeftAlone(t *testing.T) {
	path := filepath.Join(t.TempDir(), "newer.duckdb")
	w := open(t, path, Options{})
	if _, err := w.conn.ExecContext(t.Context(), "INSERT INTO main.schema_step VALUES ('schema/9999_later.sql', 'x', now()::timestamp)"); err != nil {
		t.Fatal(err)
	}
	w.Close()
	var newer *NewerError
	if _, err := Open(context.Background(), path, Options{}); !errors.As(err, &newer) {
		t.Errorf("error is %v, want *NewerError", err)
	}
}

func TestSecondWriterIsToldWhoHoldsTheFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.duckdb")
	open(t, path, Options{Command: "ingest"})
	_, err := Open(t.Context(), path, Options{Command: "report"})
	var busy *BusyError
	if !errors.As(err, &busy) || busy.Command != "ingest" {
		t.Errorf("error is %v, want *BusyError naming ingest", err)
	}
}

func TestNothingReachesOutOfTheWarehouse(t *testing.T) {
	w := open(t, filepath.Join(t.TempDir(), "a.duckdb"), Options{})
	for _, s := range []string{"SELECT * FROM read_text('/etc/hostname')", "COPY (SELECT 1) TO '/tmp/x.csv'", "SET enable_external_access = true", "ATTACH '/tmp/y.duckdb'", "INSTALL httpfs"} {
		if _, err := w.conn.ExecContext(t.Context(), s); err == nil {
			t.Errorf("%s was allowed", s)
		}
	}
}

func TestLeftoverSpillIsEmptiedByTheNextWriter(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.duckdb")
	if err := os.MkdirAll(path+".spill", 0o700); err != nil {
		t.Fatal(err)
	}
	left := filepath.Join(path+".spill", "left")
	if err := os.WriteFile(left, []byte("plaintext"), 0o600); err != nil {
		t.Fatal(err)
	}
	open(t, path, Options{})
	if _, err := os.Stat(left); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("what a killed process spilt is still there: %v", err)
	}
}

func TestDataFileIsItsOwnersAlone(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.duckdb")
	open(t, path, Options{})
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("the file's mode is %v, want it readable by its owner alone", info.Mode().Perm())
	}
}

func TestDamagedFileIsSaidToBe(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.duckdb")
	open(t, path, Options{}).Close()
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, whole[:len(whole)/2], 0o600); err != nil {
		t.Fatal(err)
	}
	var damaged *DamagedError
	if _, err := Open(t.Context(), path, Options{}); !errors.As(err, &damaged) {
		t.Errorf("error is %v, want *DamagedError", err)
	}
}

func TestWhatAKilledBeginningLeftIsNoData(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.duckdb")
	if err := os.WriteFile(path+".new", []byte("half"), 0o600); err != nil {
		t.Fatal(err)
	}
	open(t, path, Options{})
	if _, err := os.Stat(path + ".new"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("what a killed process left is still there: %v", err)
	}
}
