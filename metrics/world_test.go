package metrics_test

import (
	"context"
	"encoding/csv"
	"fmt"
	"iter"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"valuetrail/internal/vocabulary"
	"valuetrail/internal/warehouse"
)

// noon is the clock of these tests: after everything that the examples tell.
var noon = time.Date(2026, 8, 31, 12, 0, 0, 0, time.UTC)

// world is an empty warehouse, then with the tables of an archive: sections
// named table.csv. A community_id is "c" and counts is yes where no column says
// otherwise; a day may be written 2025-10-14.
func world(t *testing.T, tables *txtar.Archive) *warehouse.Warehouse {
	t.Helper()
	w, err := warehouse.Open(context.Background(), filepath.Join(t.TempDir(), "world.duckdb"), warehouse.Options{Key: []byte("0123456789abcdef0123456789abcdef"), Threads: 1})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := w.Close(); err != nil {
			t.Error(err)
		}
	})
	for _, f := range tables.Files {
		if name, ok := strings.CutSuffix(f.Name, ".csv"); ok {
			fill(t, w, name, string(f.Data))
		}
	}
	return w
}

func fill(t *testing.T, w *warehouse.Warehouse, name, text string) {
	t.Helper()
	table, ok := vocabulary.TableOf(name)
	if !ok {
		t.Fatalf("there is no table %s", name)
	}
	r := csv.NewReader(strings.NewReader(text))
	r.TrimLeadingSpace = true
	lines, err := r.ReadAll()
	if err != nil {
		t.Fatalf("%s.csv: %v", name, err)
	}
	names := slices.Clone(lines[0])
	for column, usual := range map[string]string{"community_id": "c", "counts": "yes"} {
		has := slices.ContainsFunc(table.Columns, func(c vocabulary.Column) bool { return c.Name == column })
		if !has || slices.Contains(names, column) {
			continue
		}
		names = append(names, column)
		for i := range lines {
			lines[i] = append(lines[i], usual)
		}
	}
	if err := w.Load(context.Background(), name, names, typed(t, table, names, lines[1:])); err != nil {
		t.Fatal(err)
	}
}

func typed(t *testing.T, table vocabulary.Table, names []string, lines [][]string) iter.Seq2[[]any, error] {
	types := map[string]vocabulary.Type{}
	for _, c := range table.Columns {
		types[c.Name] = c.Type
	}
	return func(yield func([]any, error) bool) {
		for _, line := range lines {
			row := make([]any, len(names))
			for i, cell := range line {
				if table.Name == "raw_line" && names[i] == "line" {
					cell = strings.ReplaceAll(cell, "|", "\x1f") // as a row keeps its cells
				}
				row[i] = valueOf(t, types[names[i]], cell)
			}
			if !yield(row, nil) {
				return
			}
		}
	}
}

func valueOf(t *testing.T, kind vocabulary.Type, cell string) any {
	t.Helper()
	switch {
	case cell == "":
		return nil
	case kind == vocabulary.TypeTexts:
		return strings.Split(cell, "|")
	case kind == vocabulary.TypeFlag:
		return cell == "yes"
	case kind == vocabulary.TypeNumber:
		x, err := strconv.ParseFloat(cell, 64)
		if err != nil {
			t.Fatal(err)
		}
		return x
	case kind == vocabulary.TypeInteger || kind == vocabulary.TypeBigint:
		if strings.Count(cell, "-") == 2 {
			return day(t, cell)
		}
		n, err := strconv.Atoi(cell)
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	return cell
}

// day is the number of a day written 2025-10-14.
func day(t *testing.T, s string) int {
	t.Helper()
	at, err := time.Parse(time.DateOnly, s)
	if err != nil {
		t.Fatal(err)
	}
	return int(at.Unix() / (24 * 60 * 60))
}

func archive(t *testing.T, text string, args ...any) *txtar.Archive {
	t.Helper()
	return txtar.Parse([]byte(fmt.Sprintf(text, args...)))
}
