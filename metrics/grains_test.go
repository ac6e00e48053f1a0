package metrics_test

import (
	"encoding/json"
	"os"
	"slices"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"valuetrail/internal/vocabulary"
	"valuetrail/metrics"
	"valuetrail/queries"
)

func TestSeveralLengthsOfPeriodAskedAtOnceHaveTheAnswersOfEach(t *testing.T) {
	catalogue, err := queries.Catalogue()
	if err != nil {
		t.Fatal(err)
	}
	grains := []vocabulary.Grain{"term", "programme"}
	shown := 0
	for _, ind := range catalogue {
		text, err := os.ReadFile("testdata/" + ind.ID + ".txtar")
		if err != nil {
			t.Fatal(err)
		}
		w := world(t, txtar.Parse(text))
		for _, cohorts := range [][]string{nil, {"2025"}} {
			s := metrics.Scope{Community: "c", Cohorts: cohorts, Audience: "readers"}
			got, err := metrics.AskGrains(t.Context(), w, catalogue, []string{ind.ID}, s, grains, noon)
			if err != nil {
				t.Fatal(err)
			}
			for i, grain := range grains {
				s.Grain = grain
				want, err := metrics.Ask(t.Context(), w, catalogue, []string{ind.ID}, s, noon)
				if err != nil {
					t.Fatal(err)
				}
				alone, errs := json.Marshal(want[0].Readings)
				among, err := json.Marshal(got[i].Readings)
				if err != nil || errs != nil || string(alone) != string(among) || got[i].Scope.Grain != grain {
					t.Errorf("%s by %s: %s\nalone: %s", ind.ID, grain, among, alone)
				}
				if slices.ContainsFunc(want[0].Readings, func(r metrics.Reading) bool { return r.Shown }) {
					shown++
				}
			}
		}
	}
	if shown < 20 {
		t.Errorf("only %d answers show anything", shown)
	}
}
