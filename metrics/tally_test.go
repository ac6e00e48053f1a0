package metrics_test

import (
	"context"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"valuetrail/internal/vocabulary"
	"valuetrail/metrics"
	"valuetrail/queries"
)

// Adding up in Go and in SQL gives the same, for every worked example.
func TestAddingUpObservationsGivesTheFiguresOfTheSQL(t *testing.T) {
	catalogue, err := queries.Catalogue()
	if err != nil {
		t.Fatal(err)
	}
	looked := 0
	for _, ind := range catalogue {
		if !slices.Contains(metrics.Tallied, ind.Kind) {
			continue
		}
		text, err := os.ReadFile("testdata/" + ind.ID + ".txtar")
		if err != nil {
			t.Fatal(err)
		}
		a := txtar.Parse(text)
		w := world(t, a)
		for _, cohort := range cohortsIn(a) {
			for _, grain := range []vocabulary.Grain{"term", "year", "month", "programme"} {
				faults, n, err := metrics.TallyDiffers(context.Background(), w, ind, metrics.Scope{Community: "c", Cohorts: []string{cohort}, Grain: grain})
				if err != nil {
					t.Fatal(err)
				}
				looked += n
				for _, fault := range faults {
					t.Errorf("%s %s %s: %s", ind.ID, cohort, grain, fault)
				}
			}
		}
	}
	if looked < 30 {
		t.Errorf("only %d figures were looked at", looked)
	}
}

// cohortsIn are the cohorts of an archive.
func cohortsIn(a *txtar.Archive) []string {
	var all []string
	for _, f := range a.Files {
		if f.Name == "cohort.csv" {
			for _, line := range strings.Split(strings.TrimSpace(string(f.Data)), "\n")[1:] {
				id, _, _ := strings.Cut(line, ",")
				all = append(all, id)
			}
		}
	}
	return all
}
