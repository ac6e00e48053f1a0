package workbook

import (
	"strings"
	"testing"

	"valuetrail/internal/vocabulary"
	"valuetrail/metrics"
	"valuetrail/reports"
)

// A cell holds 32,767 characters: a longer statement takes several rows, and not a
// character of it is lost.
func TestStatementLongerThanACellTakesSeveralRows(t *testing.T) {
	long := "WITH\n" + strings.Repeat("-- a remark of forty characters, or about\n", 1700) + "SELECT 1"
	p, alpha := 0.02, 0.81
	r := reports.Report{Title: "A community", Audience: vocabulary.Evaluator, Definitions: []reports.Definition{{ID: "made_up", Title: "Made up", SQL: "SELECT 1", Statement: long}},
		Comparisons: []metrics.Comparison{{Indicator: "made_up", Title: "Made up", Verdict: metrics.Likely, P: &p}, {Indicator: "hidden", Verdict: metrics.NotShown, This: metrics.Reading{Note: "protected"}}},
		Reliability: []metrics.Reliability{{Construct: "trust", Questions: 3, Alpha: &alpha}, {Construct: "hope", Questions: 3, Note: "protected"}}}
	var b strings.Builder
	if err := Draw(&b, r); err != nil {
		t.Fatal(err)
	}
	f := open(t, []byte(b.String()))
	rows := func(sheet string) [][]string {
		t.Helper()
		all, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		return all
	}
	got, pieces := "", 0
	for _, row := range rows("SQL") {
		if len(row) == 3 && row[0] == "made_up" {
			got, pieces = got+strings.TrimPrefix(row[2], "'"), pieces+1 // the guard of a cell that begins like a formula
		}
	}
	if got != long || pieces != 3 {
		t.Errorf("%d rows hold %d of %d characters", pieces, len(got), len(long))
	}
	for sheet, want := range map[string][]string{"Comparisons": {"0.02", "[c]"}, "Reliability": {"0.81", "[c]"}} {
		var all []string
		for _, row := range rows(sheet) {
			all = append(all, row...)
		}
		for _, words := range want {
			if !strings.Contains("\n"+strings.Join(all, "\n")+"\n", "\n"+words+"\n") {
				t.Errorf("the sheet %s lacks %q: %q", sheet, words, all)
			}
		}
	}
}
