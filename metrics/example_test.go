package metrics_test

import (
	"context"
	"os"
	"testing"

	"valuetrail/metrics/example"
	"valuetrail/queries"
)

// Each indicator has a worked example in testdata/<id>.txtar: small tables in,
// figures out, with the arithmetic in words that a facilitator can check.
func TestEveryIndicatorHasAWorkedExampleThatComesOut(t *testing.T) {
	catalogue, err := queries.Catalogue()
	if err != nil {
		t.Fatal(err)
	}
	for _, ind := range catalogue {
		t.Run(ind.ID, func(t *testing.T) {
			text, err := os.ReadFile("testdata/" + ind.ID + ".txtar")
			if err != nil {
				t.Fatalf("%s has no worked example: %v", ind.ID, err)
			}
			e, err := example.Parse(string(text))
			if err != nil {
				t.Fatalf("%s.txtar:%v", ind.ID, err)
			}
			differ, err := e.Run(context.Background(), empty(t), catalogue, ind.ID)
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range differ {
				t.Errorf("%s.txtar:%s", ind.ID, d)
			}
		})
	}
}
