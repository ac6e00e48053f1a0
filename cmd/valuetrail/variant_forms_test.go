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
