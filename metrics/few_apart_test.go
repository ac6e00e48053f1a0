package metrics_test

import (
	"os"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"valuetrail/metrics"
	"valuetrail/queries"
)

// Beside the score of a round, by group too, a figure of some of those who
// answered it would give away the few others. So what rests on some of a round
// knows nobody's group.
func TestWhatRestsOnSomeOfARoundIsNotBrokenDown(t *testing.T) {
	catalogue, err := queries.Catalogue()
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range []string{"confidence_change", "construct_change", "session_rating"} {
		text, err := os.ReadFile("testdata/" + id + ".txtar")
		if err != nil {
			t.Fatal(err)
		}
		a := txtar.Parse(text)
		a.Files = append(a.Files, txtar.File{Name: "enrolment.csv", Data: []byte("member_id,cohort_id,sector,first_day,last_day,file_id,sheet_no,row_no,column_no\n" +
			"m1,2025,food,2025-09-01,2026-08-31,list,1,2,0\nm2,2025,food,2025-09-01,2026-08-31,list,1,3,0\nm3,2025,metal,2025-09-01,2026-08-31,list,1,4,0\n")})
		w := world(t, a)
		answers, err := metrics.Ask(t.Context(), w, catalogue, []string{id}, metrics.Scope{Community: "c", By: "sector", Cohorts: []string{"2025"}}, noon)
		if err != nil {
			t.Fatal(err)
		}
		shown := 0
		for _, r := range answers[0].Readings {
			if r.Value == nil {
				continue
			}
			if shown++; r.Group != "" && r.Group != "unknown" {
				t.Errorf("%s of %s is told: %+v", id, r.Group, r)
			}
		}
		if shown == 0 {
			t.Errorf("%s says nothing at all", id)
		}
	}
}
