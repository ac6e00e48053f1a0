package metrics_test

import (
	"fmt"
	"os"
	"slices"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"valuetrail/queries"
)

// What is left out of the question about one cohort changes nothing of what it
// is answered, nor that only one community's rows are looked at.
func TestTheQuestionAboutOneCohortOrCommunityHasTheSameAnswer(t *testing.T) {
	catalogue, err := queries.Catalogue()
	if err != nil {
		t.Fatal(err)
	}
	told := 0
	for _, ind := range catalogue {
		text, err := os.ReadFile("testdata/" + ind.ID + ".txtar")
		if err != nil {
			t.Fatal(err)
		}
		w := world(t, txtar.Parse(text))
		ask := func(sql, cohort, by string) []string {
			named := map[string]any{"community": "c", "cohort": cohort, "since": 0, "until": 1 << 30, "grain": "term", "by": by, "audience": "readers", "today": 1 << 30}
			var all []string
			for row, err := range w.Rows(t.Context(), sql, named) {
				if err != nil {
					t.Fatalf("%s: %v", ind.ID, err)
				}
				all = append(all, fmt.Sprint(row))
			}
			slices.Sort(all)
			return all
		}
		var cohorts []string
		for row, err := range w.Rows(t.Context(), "SELECT cohort_id FROM cohort", nil) {
			if err != nil {
				t.Fatal(err)
			}
			cohorts = append(cohorts, row[0].(string))
		}
		ways := []string{"sector", "none"}
		if testing.Short() {
			ways = ways[:1]
		}
		for _, by := range ways {
			long, errLong := queries.Splice(ind, queries.Asking{By: by})
			short, errShort := queries.Splice(ind, queries.Asking{By: by, Named: true})
			one, errOne := queries.Splice(ind, queries.Asking{By: by, Alone: true})
			if errLong != nil || errShort != nil || errOne != nil || len(short) >= len(long) {
				t.Fatalf("%s: %v %v %v, %d and %d long", ind.ID, errLong, errShort, errOne, len(long), len(short))
			}
			for _, cohort := range cohorts {
				want := ask(long, cohort, by)
				for what, sql := range map[string]string{"of the cohort": short, "of the community": one} {
					if got := ask(sql, cohort, by); !slices.Equal(got, want) {
						t.Errorf("%s of %s by %s, asked %s alone: %v, want %v", ind.ID, cohort, by, what, got, want)
					}
				}
				told += len(want)
			}
		}
	}
	if told < len(catalogue) {
		t.Errorf("only %d lines", told)
	}
}
