package main

import (
	"bytes"
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"valuetrail/internal/need"
)

// stores gives the rows of a question to the data file, each as its values joined
// by blanks, sorted.
func (d desk) stores(query string) []string {
	d.t.Helper()
	w := d.look(d.t)
	if w == nil {
		d.t.Fatal("there is no data file")
	}
	defer w.Close()
	var all []string
	for row, err := range w.Rows(context.Background(), query, nil) {
		if err != nil {
			d.t.Fatal(err)
		}
		all = append(all, strings.TrimSuffix(fmt.Sprintln(row...), "\n"))
	}
	slices.Sort(all)
	return all
}

func TestTablesOfPercentagesAreRefusedAsResponses(t *testing.T) {
	folder, lines := exports(t)
	refused := 0
	for name, y := range lines {
		if y["must"] == nil {
			continue
		}
		refused++
		d := newDesk(t)
		code, out, complaints := d.types("ingest", filepath.Join(folder, name))
		for _, word := range []string{"cross table", "not responses", "hint:", "All responses data"} {
			if !strings.Contains(complaints, word) {
				t.Errorf("%s: %q does not say %q", name, complaints, word)
			}
		}
		if code != exitFailed || out != "" || exists(d.path("valuetrail.duckdb")) {
			t.Errorf("%s: exit code %d, %q, and a data file: %v", name, code, out, exists(d.path("valuetrail.duckdb")))
		}
	}
	if refused != 1 {
		t.Errorf("%d files that must be refused, want 1", refused)
	}
}

// The MANIFEST tallies one column of some exports. A receipt never says how
// often an answer was given: it is looked up in the data file.
func TestAnswersOfAFormAreStoredAsTheyWereGiven(t *testing.T) {
	folder, lines := exports(t)
	tallied := 0
	for name, y := range lines {
		for key, want := range y {
			place, isTally := strings.CutPrefix(key, "tally_col")
			if !isTally {
				continue
			}
			tallied++
			var column int
			if _, err := fmt.Sscan(place, &column); err != nil {
				t.Fatal(err)
			}
			d := newDesk(t)
			d.receipts(filepath.Join(folder, name))
			have := map[string]string{}
			for _, line := range d.stores(fmt.Sprintf(`SELECT count(*), CASE WHEN cell = '' THEN '(blank)' ELSE cell END
				FROM (SELECT coalesce(trim(w.cells[%d]), '') AS cell FROM main.response AS r JOIN private.raw_row AS w USING (file_id, sheet_no, row_no)) GROUP BY 2`, column+1)) {
				n, cell, _ := strings.Cut(line, " ")
				have[cell] = n
			}
			for cell, n := range want.(map[string]any) {
				if have[cell] != fmt.Sprint(n) {
					t.Errorf("%s: column %d says %q %s times, want %v", name, column, cell, have[cell], n)
				}
			}
			answers := d.stores(fmt.Sprintf("SELECT count(*) FROM main.answer WHERE column_no = %d", column+1))
			blank, rows := 0, 0
			for cell, n := range have {
				var k int
				if _, err := fmt.Sscan(n, &k); err != nil {
					t.Fatal(err)
				}
				if rows += k; cell == "(blank)" {
					blank = k
				}
			}
			if answers[0] != fmt.Sprint(rows-blank) {
				t.Errorf("%s: %s answers of column %d, want %d", name, answers[0], column, rows-blank)
			}
		}
	}
	if tallied != 4 {
		t.Errorf("%d columns tallied, want 4", tallied)
	}
}

// asTable is an export as rows of cells.
func asTable(t *testing.T, path string) [][]any {
	t.Helper()
	sheets, err := bookRows(path)
	if err != nil {
		t.Fatal(err)
	}
	var rows [][]any
	for _, cells := range sheets[0].rows {
		row := make([]any, len(cells))
		for i, c := range cells {
			row[i] = c
		}
		rows = append(rows, row)
	}
	return rows
}

// reordered are the rows under the headings, the last first.
func reordered(rows [][]any, head int) [][]any {
	out := slices.Clone(rows)
	slices.Reverse(out[head:])
	return out
}

// tsvOf is rows as text between tabs, quoted where a cell needs it.
func tsvOf(rows [][]any) []byte {
	var b bytes.Buffer
	for _, row := range rows {
		for i, c := range row {
			if i > 0 {
				b.WriteByte('\t')
			}
			b.WriteString(`"` + strings.ReplaceAll(fmt.Sprint(c), `"`, `""`) + `"`)
		}
		b.WriteString("\r\n")
	}
	return b.Bytes()
}

// TestExportsOfFormsSavedAgainGiveTheSame ingests real exports saved again in
// other ways; the same responses are then told again, not stored twice.
func TestExportsOfFormsSavedAgainGiveTheSame(t *testing.T) {
	folder := filepath.Join(need.Shared(t), "exports")
	for file, head := range map[string]int{"surveymonkey/cncf__ambassador__2020__h1__CNCF_Ambassadors_Survey_2020_H1.csv": 2,
		"surveymonkey/cncf__maintainer__2023__h2__CNCF_Maintainers_Survey_2023_H2.csv": 2, "googleforms/cncf__maintainer__2017__results-h2-2017.csv": 1} {
		t.Run(file, func(t *testing.T) {
			rows := asTable(t, filepath.Join(folder, file))
			wide, err := utf16LE.NewEncoder().Bytes(tsvOf(rows))
			if err != nil {
				t.Fatal(err)
			}
			d := newDesk(t)
			_, all := d.receipts(filepath.Join(folder, file))
			original := all[0]
			for name, data := range map[string][]byte{"a.tsv": tsvOf(rows), "b.xlsx": bookOf(t, rows, excelize.Options{}), "c.csv": wide, "d.csv": tsvOf(reordered(rows, head)),
				"e.xlsx": bookOf(t, append([][]any{{"Our survey", ""}, {}}, rows...), excelize.Options{})} {
				_, all := d.receipts(d.write(name, data))
				for _, key := range append([]string{"facts.questions", "facts.answers"}, same...) {
					if have, want := asJSON(all[0].at(key)), asJSON(original.at(key)); have != want {
						t.Errorf("%s: %s is %s, and %s in the original", name, key, have, want)
					}
				}
				if loaded, repeated := all[0].number("rows.loaded"), all[0].number("rows.repeated"); loaded+repeated != original.number("rows.loaded") || loaded != 0 && repeated != 0 {
					t.Errorf("%s: %v rows loaded and %v told again", name, loaded, repeated)
				}
				balances(t, all[0])
			}
			if n := d.stores("SELECT count(*) FROM main.response WHERE counts"); n[0] != fmt.Sprint(original.number("facts.responses")) {
				t.Errorf("%s responses count, want %v", n[0], original.number("facts.responses"))
			}
		})
	}
}
