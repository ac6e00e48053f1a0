package sheet

import (
	"encoding/json"
	"errors"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"valuetrail/internal/need"
)

// shared is a folder of real data beside the repository.
func shared(t testing.TB, folder string) string {
	t.Helper()
	return filepath.Join(need.Shared(t), folder)
}

// everyRow keeps the rows of all sheets; the error is the first one met. For
// wide and long sheets there is countCells.
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

// eachFile calls do for every file under a shared folder.
func eachFile(t *testing.T, folder string, do func(path, name string)) {
	t.Helper()
	root := shared(t, folder)
	seen := 0
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		name, err := filepath.Rel(root, path)
		seen++
		do(path, name)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if seen == 0 {
		t.Fatalf("no file under %s", root)
	}
}

func TestEveryRealExportIsRead(t *testing.T) {
	eachFile(t, "exports", func(path, name string) {
		b, err := Open(path, Options{})
		if err == nil {
			_, err = countCells(b)
		}
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
	})
}

// refusedTorture are the files of the torture set that must not be read, by
// the reason; every other .xlsx, .xlsm, .ods and .csv there must be.
var refusedTorture = map[string]Reason{
	"csv/synth__gz_renamed.csv":          Archive,
	"ods/calamine__issue_594_dos.ods":    "cell",
	"ods/calamine__pass_protected.ods":   Encrypted,
	"xlsx/calamine__issue252.xlsx":       Broken,
	"xlsx/calamine__pass_protected.xlsx": Encrypted,
	"xlsx/excelize__BadWorkbook.xlsx":    NoWorksheet,
	"xlsx/excelize__encryptSHA1.xlsx":    Encrypted,
	"xlsx/synth__bzip2.xlsx":             Compression,
	"xlsx/synth__dup_entries.xlsx":       Broken,
	"xlsx/synth__flip.xlsx":              Broken,
	"xlsx/synth__laughs.xlsx":            Doctype,
	"xlsx/synth__no_rels.xlsx":           Broken,
	"xlsx/synth__sst_missing.xlsx":       "cell",
	"xlsx/synth__sst_oob.xlsx":           "cell",
	"xlsx/synth__xls_renamed.xlsx":       OldExcel,
	"xlsx/synth__zip_only.xlsx":          ZipOfFiles,
	"xls/calamine__pass_protected.xlsb":  Encrypted,
	"xls/calamine__too_small.xls":        "", // is a line of text inside
}

func TestTheTortureSetIsReadOrRefusedForTheRightReason(t *testing.T) {
	byExtension := map[string]Reason{".xls": OldExcel, ".xlsb": BinaryExcel}
	eachFile(t, "torture", func(path, name string) {
		want, listed := refusedTorture[filepath.ToSlash(name)]
		if !listed {
			want = byExtension[filepath.Ext(name)]
		}
		began := spent()
		b, err := Open(path, Options{})
		if err == nil {
			_, err = countCells(b)
		}
		if took := spent() - began; took > patience {
			t.Errorf("%s took %v", name, took)
		}
		if hinted, ok := err.(interface{ Hint() string }); err != nil && (!ok || hinted.Hint() == "") {
			t.Errorf("%s: no hint: %v", name, err)
		}
		var got Reason
		var refused *RefusedError
		var place *CellError
		switch {
		case errors.As(err, &refused):
			got = refused.Reason
		case errors.As(err, &place):
			got = "cell"
		}
		if got != want {
			t.Errorf("%s: got %q, want %q: %v", name, got, want, err)
		}
	})
}

// around says how many rows with content a file has besides those that its
// MANIFEST line counts: headings, preambles, sections, totals. One where not
// listed.
var around = map[string]int{
	"googleforms/cncf__maintainer__2017__results-h1-2017.csv":                      2, // with the row of averages
	"googleforms/cncf__maintainer__2017__results-h2-2017.csv":                      2,
	"qualtrics/ropensci__inst__extdata__sample.csv":                                3,
	"register/dominikhoebert__20201211_1A_1B.xlsx":                                 2, // two sheets
	"surveymonkey/cncf__ambassador__2019__h1__CNCF_Ambassadors_Survey_2019_H1.csv": 2,
	"surveymonkey/cncf__ambassador__2020__h1__CNCF_Ambassadors_Survey_2020_H1.csv": 2,
	"surveymonkey/cncf__maintainer__2019__maintainer-survey-results-2019-h2.csv":   2,
	"surveymonkey/cncf__maintainer__2023__h2__CNCF_Maintainers_Survey_2023_H2.csv": 2,
	"surveymonkey/cncf__security__cnswp-survey-raw-data.csv":                       2,
	"surveymonkey/cncf__toc__h1__CNCF_TOC_Survey_2020_H1.csv":                      2,
	"surveymonkey/kubernetes__2019__contribex-survey-2019.csv":                     2,
	"teams/dvaneynde__data__IDL-14-11-22.csv":                                      11 + 7, // participants come twice
	"teams/dvaneynde__data__IDL-16-11-22.csv":                                      11 + 8,
	"teams/dvaneynde__data__utf8__IDL-15-11-22.csv":                                11 + 8,
	"zoom/andrewpknight__inst__extdata__meeting001_participants.csv":               3,
	"zoom/andrewpknight__inst__extdata__meeting002_participants.csv":               3,
}

func TestRealExportsHaveTheRowsOfTheManifest(t *testing.T) {
	root := shared(t, "exports")
	manifest, err := Open(filepath.Join(root, "MANIFEST.tsv"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	lines, err := everyRow(manifest)
	if err != nil {
		t.Fatal(err)
	}
	checked := 0
	for _, line := range lines[1:] {
		want, err := strconv.Atoi(line.Cell(7))
		if err != nil {
			continue // an aggregate: counts no rows
		}
		name := line.Cell(1)
		b, err := Open(filepath.Join(root, name), Options{})
		if err != nil {
			t.Error(err)
			continue
		}
		rows, err := everyRow(b)
		if err != nil {
			t.Error(err)
		}
		extra, listed := around[name]
		if !listed {
			extra = 1
		}
		if len(rows) != want+extra {
			t.Errorf("%s: %d rows, want %d + %d", name, len(rows), want, extra)
		}
		checkWidth(t, name, rows, line.Cell(10))
		checked++
	}
	if checked < 40 {
		t.Errorf("only %d files checked", checked)
	}
}

// checkWidth compares the widest row with the manifest's count of columns.
func checkWidth(t *testing.T, name string, rows []Row, yields string) {
	t.Helper()
	var facts struct{ Columns int }
	if err := json.Unmarshal([]byte(yields), &facts); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	widest := 0
	for _, row := range rows {
		widest = max(widest, len(row.Cells))
	}
	if strings.HasSuffix(name, "contribex-survey-2019.csv") {
		facts.Columns -= 3 // its last three hold nothing in any row
	}
	if facts.Columns != 0 && widest != facts.Columns {
		t.Errorf("%s: %d columns, want %d", name, widest, facts.Columns)
	}
}

func TestTheSameSurveyAsTextAndAsWorkbookGivesTheSameCells(t *testing.T) {
	stem := filepath.Join(shared(t, "exports"), "googleforms", "rstudio__2019__data__2019_Spanish_R_Community_Survey_Responses")
	var all [2][]Row
	for i, ext := range []string{".csv", ".xlsx"} {
		b, err := Open(stem+ext, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if all[i], err = everyRow(b); err != nil {
			t.Fatal(err)
		}
	}
	if len(all[0]) != len(all[1]) {
		t.Fatalf("%d and %d rows", len(all[0]), len(all[1]))
	}
	different := 0
	for i, text := range all[0] {
		for column := 2; column <= 52; column++ { // the first is the time, written differently
			if text.Cell(column) != all[1][i].Cell(column) {
				if different++; different < 5 {
					t.Errorf("%s%d: %q and %q", ColumnName(column), text.No, text.Cell(column), all[1][i].Cell(column))
				}
			}
		}
	}
}
