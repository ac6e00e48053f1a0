package main

import (
	"encoding/csv"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// refusedAsResponses holds that a table of percentages is no list of responses,
// and that somebody is told what to ask for instead.
func refusedAsResponses(t *testing.T, d desk, path string, _ any) {
	t.Helper()
	code, out, complaints := d.types("ingest", path)
	for _, word := range []string{"cross table", "not responses", "hint:", "All responses data"} {
		if !strings.Contains(complaints, word) {
			t.Errorf("%q does not say %q", complaints, word)
		}
	}
	if code != exitFailed || out != "" || exists(d.path("valuetrail.duckdb")) {
		t.Errorf("exit code %d, %q, and a data file: %v", code, out, exists(d.path("valuetrail.duckdb")))
	}
}

// raggedAsWritten holds that rows shorter and longer than their heading keep
// every cell that says something.
func raggedAsWritten(t *testing.T, d desk, path string, want any) {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	reader := csv.NewReader(file)
	reader.FieldsPerRecord = -1
	rows, err := reader.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	widths := map[string]int{}
	var written []string
	for i, cells := range rows {
		if i > 0 {
			widths[strconv.Itoa(len(cells))]++
		}
		for len(cells) > 0 && strings.TrimSpace(cells[len(cells)-1]) == "" {
			cells = cells[:len(cells)-1]
		}
		written = append(written, strings.Join(cells, "|"))
	}
	if asJSON(widths) != asJSON(want) {
		t.Errorf("the file's rows have %s cells, want %s", asJSON(widths), asJSON(want))
	}
	slices.Sort(written)
	(&world{T: t}).same("rows stored and written", d.stores("SELECT array_to_string(cells, '|') FROM private.raw_row"), written)
}

// answersOfColumn holds how often each answer was given in a column, counted from
// 0. A receipt never says that, for who answered what is nobody's business: it is
// looked up in the data file.
func answersOfColumn(t *testing.T, d desk, column int, want any) {
	t.Helper()
	have := map[string]int{}
	rows := 0
	for _, line := range d.stores(fmt.Sprintf(`SELECT count(*), CASE WHEN cell = '' THEN '(blank)' ELSE cell END
		FROM (SELECT coalesce(trim(w.cells[%d]), '') AS cell FROM main.response AS r JOIN private.raw_row AS w USING (file_id, sheet_no, row_no)) GROUP BY 2`, column+1)) {
		n, cell, _ := strings.Cut(line, " ")
		k, err := strconv.Atoi(n)
		if err != nil {
			t.Fatal(err)
		}
		have[cell] = k
		rows += k
	}
	for cell, n := range want.(map[string]any) {
		if fmt.Sprint(have[cell]) != fmt.Sprint(n) {
			t.Errorf("column %d says %q %d times, want %v", column, cell, have[cell], n)
		}
	}
	if answers := d.stores(fmt.Sprintf("SELECT count(*) FROM main.answer WHERE column_no = %d", column+1)); answers[0] != strconv.Itoa(rows-have["(blank)"]) {
		t.Errorf("%s answers of column %d, want %d", answers[0], column, rows-have["(blank)"])
	}
}

// lettersAndDelimiter is how a file is written, in the receipt's words, as the
// MANIFEST says it; a mark at the start and line ends are not told.
func lettersAndDelimiter(words string) string {
	letters, delimiter, _ := strings.Cut(words, " ")
	if letters == "xlsx" {
		return " "
	}
	_, delimiter, ok := strings.Cut(delimiter, " ")
	if !ok {
		return "nobody says how " + words + " is written"
	}
	letters, _, _ = strings.Cut(letters, "+")
	return strings.NewReplacer("ascii", "utf-8").Replace(strings.ToLower(letters)) + " " + strings.NewReplacer("comma", ",", "semicolon", ";").Replace(delimiter)
}
