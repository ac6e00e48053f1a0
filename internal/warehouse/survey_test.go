package warehouse_test

import (
	"fmt"
	"path/filepath"
	"testing"

	"valuetrail/ingest"
	"valuetrail/internal/settings"
	"valuetrail/internal/warehouse"
)

const (
	listOfQuestions = "item_id,column_header,cycle,kind,scale_min,scale_max,direction\nuse,I used it,applied,likert,1,5,low_good\n"
	// of two lists of one age that with the greater hash counts: this one
	listTurned       = "item_id,column_header,cycle,kind,scale_min,scale_max\nuse,I used it,applied,likert,1,5\n"
	answersOfAutumn  = "response_id,submitted_at,email,I used it\nr1,2025-11-03 10:00,ann@firm.org,5\nr2,2025-11-04 10:00,bo@firm.org,1\n"
	roundOfAutumn    = "wave_id,cohort,opened,closed\nautumn,a,2025-11-01,2025-11-20\n"
	anonymousSurveys = "cohorts: [{id: a, starts: 2025-09-01, ends: 2026-06-30}]\nsurveys: [{id: autumn, anonymous: true}]\n"
)

// scores are round, sum of scores and number of known respondents.
func scores(t *testing.T, w *warehouse.Warehouse) string {
	t.Helper()
	got := ""
	for row, err := range w.Rows(t.Context(), `SELECT r.wave_id, sum(a.score * CASE WHEN r.response_id = m.least THEN 1 ELSE 10 END), count(DISTINCT r.alias_id)
		FROM main.response AS r JOIN main.answer AS a ON a.file_id = r.file_id AND a.row_no = r.row_no
		CROSS JOIN (SELECT min(response_id) AS least FROM main.response) AS m
		WHERE r.counts AND a.score IS NOT NULL GROUP BY r.wave_id`, nil) {
		if err != nil {
			t.Fatal(err)
		}
		got += fmt.Sprint(row...)
	}
	return got
}

// Facts of surveys are made again only when something that they rest on is not
// as it was: each such thing comes here after the answers, one at a time, and
// the facts are those of a warehouse that had it from the beginning.
func TestAnswersFollowWhateverTheyRestOn(t *testing.T) {
	first := []string{"list.csv", members, "questions.csv", listOfQuestions, "answers.csv", answersOfAutumn}
	for _, c := range []struct{ name, file, text, settings string }{
		{"a round", "rounds.csv", roundOfAutumn, ""},
		{"a question list", "questions 2.csv", listTurned, ""},
		{"a setting", "", "", anonymousSurveys},
		{"attendance, which changes nothing", "came.csv", came, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			var after []string
			if c.file != "" {
				after = []string{c.file, c.text}
			}
			later := opened(t, filepath.Join(t.TempDir(), "a.duckdb"), warehouse.Options{Key: make([]byte, 32)})
			take(t, later, "c", first...)
			plain := scores(t, later)
			take(t, later, "c", after...)
			settle(t, later, c.settings)
			whole := opened(t, filepath.Join(t.TempDir(), "a.duckdb"), warehouse.Options{Key: make([]byte, 32)})
			take(t, whole, "c", append(first, after...)...)
			settle(t, whole, c.settings)
			if got, want := scores(t, later), scores(t, whole); got != want || got == "" {
				t.Errorf("answers give %q, from the beginning %q", got, want)
			}
			if changed := scores(t, later) != plain; changed == (c.file == "came.csv") {
				t.Errorf("answers changed: %v (%q, %q)", changed, plain, scores(t, later))
			}
		})
	}
}

// settle derives everything again with other settings; "" is none.
func settle(t *testing.T, w *warehouse.Warehouse, text string) {
	t.Helper()
	if text == "" {
		return
	}
	s, err := settings.Parse("valuetrail.yaml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	err = w.Store("c").Write(t.Context(), func(b ingest.Batch) error {
		_, err := ingest.Settle(t.Context(), b, ingest.Basis{Settings: s}, nil)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestAReaderAskedAgainTellsValuesApart(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.duckdb")
	w, err := warehouse.Open(t.Context(), path, warehouse.Options{})
	if err != nil {
		t.Fatal(err)
	}
	take(t, w, "c", "list.csv", members)
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	r := opened(t, path, warehouse.Options{ReadOnly: true})
	for range 2 {
		for id, want := range map[any]int{"m1": 1, "m2": 1, "m3": 0} {
			n := 0
			for _, err := range r.Rows(t.Context(), "SELECT 1 FROM private.person WHERE member_list_id = $id", map[string]any{"id": id}) {
				if err != nil {
					t.Fatal(err)
				}
				n++
			}
			if n != want {
				t.Errorf("%v is there %d times, want %d", id, n, want)
			}
		}
	}
}
