package page_test

import (
	"bytes"
	"strings"
	"testing"

	"valuetrail/reports"
	"valuetrail/reports/page"
)

func TestANumberAndItsPerCentSignStayOnOneLine(t *testing.T) {
	var out bytes.Buffer
	err := page.Draw(&out, reports.Report{Headline: "Attendance fell to 40 % in spring.", Sections: []reports.Section{{ID: "used", Title: "Used", Figures: []reports.Figure{{ID: "f", Title: "F",
		Table: reports.Table{Columns: []reports.TableColumn{{Heading: "A"}, {Heading: "B"}}, Rows: [][]reports.TableCell{{{Text: "x"}, {Text: "58 % to 89 %", Of: "spread|at 10 %|text"}}}}}}}}})
	if err != nil {
		t.Fatal(err)
	}
	for _, words := range []string{"fell to 40\u00a0% in spring.", "58\u00a0% to 89\u00a0%", `data-figure="spread|at 10 %|text"`} {
		if !strings.Contains(out.String(), words) {
			t.Errorf("the page does not hold %q", words)
		}
	}
}
