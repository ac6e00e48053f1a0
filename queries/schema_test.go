package queries

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"valuetrail/internal/vocabulary"
)

// migrations are the texts above and below the tables that each migration makes.
var migrations = map[string]struct {
	since        int
	above, below string
}{
	"schema/0001_warehouse.sql":  {0, "-- The warehouse as internal/vocabulary describes it: main holds facts without names, private the rest.\nCREATE SCHEMA private;\n\n", ""},
	"schema/0002_kept_sheet.sql": {2, "-- What a reader asks of a sheet besides its rows, so that a stored file can be read again.\n", ""},
	"schema/0003_raw_line.sql":   {3, linesAbove, linesBelow},
}

const (
	linesAbove = `-- The cells of a row as one text, which takes half the time of a list and less
-- room: U+001F stands between them. Where a cell itself holds U+001F, the text
-- holds U+001B and 1 for it, and U+001B and 0 for each U+001B.
`
	linesBelow = `INSERT INTO private.raw_line
SELECT community_id, file_id, sheet_no, row_no,
       array_to_string(list_transform(cells, lambda c: replace(replace(coalesce(c, ''), chr(27), chr(27) || '0'), chr(31), chr(27) || '1')), chr(31))
FROM private.raw_row;

DROP TABLE private.raw_row;

-- The rows cell by cell.
CREATE VIEW private.raw_row AS
SELECT community_id, file_id, sheet_no, row_no,
       CASE WHEN contains(line, chr(27))
            THEN list_transform(string_split(line, chr(31)), lambda c: replace(replace(c, chr(27) || '1', chr(31)), chr(27) || '0', chr(27)))
            ELSE string_split(line, chr(31)) END AS cells
FROM private.raw_line;
`
)

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
		for _, table := range vocabulary.MadeBy(m.since) {
			if table.Until == 0 {
				made++
			}
			want.WriteString(Create(table) + "\n")
		}
		want.WriteString(m.below)
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
