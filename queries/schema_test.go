package queries

import (
	"bytes"
	"os"
	"testing"

	"valuetrail/internal/vocabulary"
)

// The first migration is the vocabulary's tables, written out; UPDATE=1 writes
// it again. Once a release is out, a change of the vocabulary needs a migration
// of its own instead.
func TestFirstMigrationIsTheVocabularysTables(t *testing.T) {
	var want bytes.Buffer
	want.WriteString("-- The warehouse as internal/vocabulary describes it: main holds facts without names, private the rest.\nCREATE SCHEMA private;\n\n")
	for _, table := range vocabulary.Tables() {
		want.WriteString(Create(table) + "\n")
	}
	const name = "schema/0001_warehouse.sql"
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
