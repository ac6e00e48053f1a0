package sheet

import (
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// shared is a folder of real data beside the repository; the test is skipped
// where there is none.
func shared(t testing.TB, folder string) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			break
		}
		up := filepath.Dir(dir)
		if up == dir {
			t.Fatal("no go.mod above the test")
		}
		dir = up
	}
	path := filepath.Join(dir, "..", "shared", "data", folder)
	if _, err := os.Stat(path); err != nil {
		t.Skipf("no %s here", path)
	}
	return path
}

// everyRow reads all sheets; the error is the first one met.
func everyRow(b *Book) (rows []Row, err error) {
	for _, s := range b.Sheets {
		for row, err := range s.Rows() {
			if err != nil {
				return rows, err
			}
			rows = append(rows, row)
		}
	}
	return rows, nil
}

func TestEveryFileGivesRowsOrAnErrorWithAHint(t *testing.T) {
	for _, folder := range []string{"exports", "torture"} {
		root := shared(t, folder)
		err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			began := time.Now()
			b, err := Open(path, Options{})
			var rows []Row
			if err == nil {
				rows, err = everyRow(b)
			}
			name, _ := filepath.Rel(root, path)
			if err != nil {
				hinted, ok := err.(interface{ Hint() string })
				if !ok || hinted.Hint() == "" {
					t.Errorf("%s: no hint: %v", name, err)
				}
				t.Logf("%s: %v", name, err)
				return nil
			}
			t.Logf("%s: %s %s %s %v: %d sheets, %d rows, notes %v, %v", name, b.Format, b.Encoding, b.Delimiter, b.AssumedWords, len(b.Sheets), len(rows), b.Notes, time.Since(began))
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}
