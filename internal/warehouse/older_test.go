package warehouse_test

import (
	"database/sql"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"valuetrail/ingest"
	"valuetrail/internal/vocabulary"
	"valuetrail/internal/warehouse"
	"valuetrail/queries"
)

// answersWithGaps hold blank cells at every place of a row, and the signs that
// rows are kept with.
const answersWithGaps = "response_id,submitted_at,email,I used it,Why?,\n" +
	"r1,2025-11-03 10:00,ann@firm.org,5,,\nr2,2025-11-04 10:00,,1,,no\nr3,,bo@firm.org,,\"it\x1fgrew,\x1b1\nand \x1b0 more\",\nr4,2025-11-05 10:00,,,,\x1fz\n"

// madeByOlder writes what a warehouse holds as valuetrail stored it when it kept
// each row as a list: by the migrations up to the second. A blank cell of a
// response is NULL there every other time, as a list may have it.
func madeByOlder(t *testing.T, now, path string) {
	t.Helper()
	db, err := sql.Open("duckdb", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	exec := func(text string, values ...any) {
		if _, err := db.ExecContext(t.Context(), text, values...); err != nil {
			t.Fatalf("%s: %v", text, err)
		}
	}
	for _, folder := range []string{"schema", "views"} {
		steps, err := queries.Steps(folder)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range steps {
			if folder == "views" || s.Name < "schema/0003" {
				exec(s.SQL)
			}
		}
	}
	exec("ATTACH '" + now + "' AS now (READ_ONLY)")
	for _, table := range vocabulary.Tables() {
		if table.Since < 3 {
			exec("INSERT INTO " + table.Qualified() + " SELECT * FROM now." + table.Qualified())
		}
	}
	exec("INSERT INTO private.raw_row SELECT community_id, file_id, sheet_no, row_no, string_split(line, chr(31)) FROM now.private.raw_line WHERE NOT contains(line, chr(27))")
	exec("UPDATE private.raw_row SET cells = list_transform(cells, lambda c: nullif(c, '')) WHERE row_no % 2 = 1")
	for row, cells := range oddRows {
		exec("INSERT INTO private.raw_row SELECT community_id, file_id, sheet_no, row_no, string_split($1, '|') FROM now.private.raw_line WHERE contains(line, chr(27)) AND row_no = $2",
			strings.Join(cells, "|"), row)
	}
	exec("DELETE FROM main.schema_step WHERE name >= 'schema/0003' AND name < 'schema/9999'")
}

// oddRows are the rows of answersWithGaps that have signs of their own, by their
// cells: an older file does not take them from how a newer one keeps them.
var oddRows = map[int][]string{4: {"r3", "", "bo@firm.org", "", "it\x1fgrew,\x1b1\nand \x1b0 more"}, 5: {"r4", "2025-11-05 10:00", "", "", "", "\x1fz"}}

// held is all that a warehouse holds but for when it came there.
func held(t *testing.T, w *warehouse.Warehouse) map[string][]string {
	t.Helper()
	all := map[string][]string{}
	for _, table := range append(vocabulary.Tables(), vocabulary.MadeBy(0)...) {
		if table.Name == "schema_step" {
			continue
		}
		var lines []string
		for row, err := range w.Rows(t.Context(), "SELECT * FROM "+table.Qualified(), nil) {
			if err != nil {
				t.Fatal(err)
			}
			lines = append(lines, fmt.Sprintf("%q", row))
		}
		slices.Sort(lines)
		all[table.Qualified()] = lines
	}
	return all
}

func TestAnOlderFileKeepsEveryCellAndEveryFact(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "now.duckdb")
	now := opened(t, path, warehouse.Options{Key: make([]byte, 32)})
	r := take(t, now, "c", "list.csv", members, "came.csv", came, "questions.csv", listOfQuestions, "answers.csv", answersWithGaps)
	if f := r.Files[3].Facts; f.Responses != 4 || f.Answers != 3 {
		t.Fatalf("the answers' facts are %+v", f)
	}
	now.Close()
	madeByOlder(t, path, filepath.Join(dir, "older.duckdb"))

	var older *warehouse.OlderError
	if _, err := warehouse.Open(t.Context(), filepath.Join(dir, "older.duckdb"), warehouse.Options{ReadOnly: true}); !errors.As(err, &older) {
		t.Fatalf("a reader is told %v, want *OlderError", err)
	}
	now = opened(t, path, warehouse.Options{})
	brought := opened(t, filepath.Join(dir, "older.duckdb"), warehouse.Options{})
	if copies, err := filepath.Glob(filepath.Join(dir, "older.duckdb.before-*")); err != nil || len(copies) != 1 {
		t.Errorf("copies of the older file are %q, %v", copies, err)
	}
	for _, then := range []func(w *warehouse.Warehouse){
		func(*warehouse.Warehouse) {}, // as it is
		func(w *warehouse.Warehouse) { settle(t, w, anonymousSurveys) },
		func(w *warehouse.Warehouse) { take(t, w, "c", "questions 2.csv", listTurned) },
		func(w *warehouse.Warehouse) {
			take(t, w, "c", "later.csv", strings.Replace(answersWithGaps, "5,,", "4,,", 1))
		},
	} {
		then(now)
		then(brought)
		sameHeld(t, held(t, brought), held(t, now))
	}
	readAgain(t, now, brought)
}

func sameHeld(t *testing.T, got, want map[string][]string) {
	t.Helper()
	for table, lines := range want {
		if table == "private.file" {
			continue // when it was stored
		}
		if !slices.Equal(got[table], lines) {
			t.Fatalf("%s holds\n%s\nwant\n%s", table, strings.Join(got[table], "\n"), strings.Join(lines, "\n"))
		}
	}
}

// readAgain checks that both hold every file as it was read.
func readAgain(t *testing.T, now, brought *warehouse.Warehouse) {
	t.Helper()
	all := map[*warehouse.Warehouse]string{}
	rows := 0
	for _, w := range []*warehouse.Warehouse{now, brought} {
		err := w.Store("c").Read(t.Context(), func(b ingest.Batch) error {
			files, err := b.Files(t.Context())
			slices.SortFunc(files, func(a, b ingest.StoredFile) int { return strings.Compare(a.ID, b.ID) })
			for _, f := range files {
				k, wrong := b.Kept(t.Context(), f.ID)
				err = errors.Join(err, wrong)
				all[w] += fmt.Sprintf("%q\n", fmt.Sprint(k))
				for _, s := range k.Sheets {
					rows += len(s.Rows)
				}
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if all[now] != all[brought] || rows < 30 {
		t.Errorf("%d rows are kept as\n%s\nwant\n%s", rows, all[brought], all[now])
	}
}
