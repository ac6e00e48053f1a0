package metrics_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"valuetrail/metrics"
	"valuetrail/queries"
)

// Whoever asks where the agreement of readers comes from is led to what they have to
// talk about: the rows of the codes that one gave and another did not.
func TestCellsOfAnAgreementAreWhatReadersDifferOn(t *testing.T) {
	example, err := txtar.ParseFile("testdata/coder_agreement.txtar")
	if err != nil {
		t.Fatal(err)
	}
	catalogue, err := queries.Catalogue()
	if err != nil {
		t.Fatal(err)
	}
	s := metrics.Scope{Community: "c", Grain: "term"}
	e, err := metrics.Explain(context.Background(), world(t, example), catalogue, "coder_agreement", s, metrics.Line{Cohort: "2025", Period: "autumn", Part: "code"}, noon)
	if err != nil {
		t.Fatal(err)
	}
	rows := codeRows(t, example, "s9,a-ben,,,seed", "s10,a-ana,,,seed", "s10,a-ben,,,grow")
	var yes []int
	no := 0
	for _, c := range e.Cells {
		if c.X == 0 {
			no++
			continue
		}
		yes = append(yes, c.Row)
	}
	if fmt.Sprint(yes) != fmt.Sprint(rows) || no != 3 || *e.Reading.Numerator != 17 {
		t.Errorf("rows %v say yes and %d no, want %v and 3: %+v", yes, no, rows, e.Reading)
	}
}

// codeRows are the rows of the sheet of codes that begin so.
func codeRows(t *testing.T, example *txtar.Archive, begin ...string) []int {
	t.Helper()
	var rows []int
	for _, f := range example.Files {
		for line := range strings.Lines(string(f.Data)) {
			for _, b := range begin {
				if cells := strings.Split(line, ","); f.Name == "story_code.csv" && strings.HasPrefix(line, b+",") {
					rows = append(rows, wholeOf(t, cells[len(cells)-2]))
				}
			}
		}
	}
	if len(rows) != len(begin) {
		t.Fatalf("only rows %v", rows)
	}
	return rows
}

func wholeOf(t *testing.T, s string) int {
	t.Helper()
	var n int
	if _, err := fmt.Sscan(s, &n); err != nil {
		t.Fatal(err)
	}
	return n
}
