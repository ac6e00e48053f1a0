package queries

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"valuetrail/internal/vocabulary"
)

// migrations are the texts above the tables that each migration makes.
var migrations = map[string]struct {
	since int
	above string
}{
	"schema/0001_warehouse.sql":  {0, "-- The warehouse as internal/vocabulary describes it: main holds facts without names, private the rest.\nCREATE SCHEMA private;\n\n"},
	"schema/0002_kept_sheet.sql": {2, "-- What a reader asks of a sheet besides its rows, so that a stored file can be read again.\n"},
}

// The migrations are the vocabulary's tables, written out; UPDATE=1 writes them
// again. One that ran anywhere must not change: a new table says Since, and has a
// migration of its own.
func TestMigrationsAreTheVocabularysTables(t *testing.T) {
	names, err := filepath.Glob("schema/*.sql")
	if err != nil {
		t.Fatal(err)
	}
	made := 0
	for name, m := range migrations {
		want := bytes.NewBufferString(m.above)
		for _, table := range vocabulary.Tables() {
			if table.Since == m.since {
				made++
				want.WriteString(Create(table) + "\n")
			}
		}
		if os.Getenv("UPDATE") != "" {
			if err := os.WriteFile(name, want.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		got, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want.Bytes()) {
			t.Errorf("%s is not what vocabulary.Tables says; run UPDATE=1 go test ./queries", name)
		}
	}
	if len(names) != len(migrations) || made != len(vocabulary.Tables()) {
		t.Errorf("%d migrations and %d tables are known of %d and %d", len(migrations), made, len(names), len(vocabulary.Tables()))
	}
}
