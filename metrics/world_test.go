package metrics_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"valuetrail/internal/warehouse"
	"valuetrail/metrics"
	"valuetrail/metrics/example"
)

// noon is the clock of these tests: after everything that the examples tell.
var noon = example.Noon

var options = warehouse.Options{Key: []byte("0123456789abcdef0123456789abcdef"), Threads: 1}

// blank is the file of a warehouse without any data: every example begins with a
// copy, which takes less time than making all tables anew.
var blank = sync.OnceValues(func() (file []byte, err error) {
	folder, err := os.MkdirTemp("", "blank")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(folder)
	path := filepath.Join(folder, "blank.duckdb")
	w, err := warehouse.Open(context.Background(), path, options)
	if err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return os.ReadFile(path)
})

// empty is a warehouse without any data.
func empty(t *testing.T) *warehouse.Warehouse {
	t.Helper()
	path := filepath.Join(t.TempDir(), "world.duckdb")
	file, err := blank()
	if err == nil {
		err = os.WriteFile(path, file, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	w, err := warehouse.Open(context.Background(), path, options)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := w.Close(); err != nil {
			t.Error(err)
		}
	})
	return w
}

// world is an empty warehouse with the tables of an archive: sections named
// table.csv, as in an example.
func world(t *testing.T, tables *txtar.Archive) *warehouse.Warehouse {
	t.Helper()
	w := empty(t)
	for _, f := range tables.Files {
		if name, ok := strings.CutSuffix(f.Name, ".csv"); ok {
			fill(t, w, name, string(f.Data))
		}
	}
	return w
}

func fill(t *testing.T, w *warehouse.Warehouse, name, text string) {
	t.Helper()
	if err := (example.Section{Name: name, Text: text, Line: 1}).Fill(context.Background(), w); err != nil {
		t.Fatalf("%s.csv:%v", name, err)
	}
}

// scopeOf reads "--grain term --by sector", as an example asks.
func scopeOf(t *testing.T, line string) metrics.Scope {
	t.Helper()
	s, err := (example.Section{Name: "ask", Text: line, Line: 1}).Scope()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// day is the number of a day written 2025-10-14.
func day(t *testing.T, s string) int {
	t.Helper()
	n, err := example.Day(s)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func archive(t *testing.T, text string, args ...any) *txtar.Archive {
	t.Helper()
	return txtar.Parse([]byte(fmt.Sprintf(text, args...)))
}
