package metrics_test

import (
	"os"
	"slices"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"valuetrail/metrics"
	"valuetrail/queries"
)

// Whoever is to call those who stay away needs their rows of the member list: the
// session they missed names nobody.
func TestConvenorIsLedToTheMembersWhoWereNotSeenLately(t *testing.T) {
	catalogue, err := queries.Catalogue()
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile("testdata/lapsed.txtar")
	if err != nil {
		t.Fatal(err)
	}
	w := world(t, txtar.Parse(text))
	s := metrics.Scope{Community: "c", Cohorts: []string{"2025"}}
	e, err := metrics.Explain(t.Context(), w, catalogue, "lapsed", s, metrics.Line{Cohort: "2025", Period: "spring", Part: "lapsed"}, noon)
	if err != nil {
		t.Fatal(err)
	}
	var away []int
	for _, c := range e.Cells {
		if c.FileID != "list" {
			t.Errorf("led to %+v", c)
		}
		if c.X == 1 {
			away = append(away, c.Row)
		}
	}
	if !slices.Equal(away, []int{4, 5}) { // Cem and Dev
		t.Errorf("rows %v of the member list", away)
	}
}
