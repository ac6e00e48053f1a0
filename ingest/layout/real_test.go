package layout

import (
	"encoding/json"
	"errors"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"valuetrail/ingest/sheet"
	"valuetrail/internal/need"
	"valuetrail/internal/vocabulary"
)

// manifest leads each real export to what a correct ingest yields.
func manifest(t *testing.T) (folder string, yields map[string]map[string]any) {
	t.Helper()
	folder = filepath.Join(need.Shared(t), "exports")
	data, err := os.ReadFile(filepath.Join(folder, "MANIFEST.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	yields = map[string]map[string]any{}
	for line := range strings.Lines(string(data)) {
		cells := strings.Split(strings.TrimSpace(line), "\t")
		if len(cells) < 10 || cells[0] == "file" {
			continue
		}
		var y map[string]any
		if err := json.Unmarshal([]byte(cells[9]), &y); err != nil {
			t.Fatalf("%s: %v", cells[0], err)
		}
		yields[cells[0]] = y
	}
	return folder, yields
}

// facts are what can be counted in what a layout gave, by MANIFEST's words.
func facts(sum Summary, h *heap) map[string]any {
	names, mails, blank, minutes, headcount, ids := map[string]bool{}, map[string]bool{}, 0, 0.0, 0, map[string]bool{}
	var stays float64
	for _, a := range h.of(vocabulary.Attendance) {
		names[a["name"]] = true
		if a["email"] == "" {
			blank++
		} else {
			mails[strings.ToLower(a["email"])] = true
		}
		m, _ := strconv.ParseFloat(a["minutes"], 64)
		minutes += m
		from, e1 := time.Parse(time.RFC3339, a["joined"])
		to, e2 := time.Parse(time.RFC3339, a["left"])
		if e1 == nil && e2 == nil {
			stays += to.Sub(from).Seconds()
		}
	}
	titles := map[string]bool{}
	meetings := h.of(vocabulary.Meeting)
	for _, m := range meetings {
		n, _ := strconv.Atoi(m["headcount"])
		headcount += n
		titles[m["title"]] = true
	}
	for _, s := range h.of(vocabulary.Survey) {
		ids[s["response_id"]] = true
	}
	f := map[string]any{
		"rows": sum.Read, "event_rows": sum.Read, "distinct_names": len(names), "participants": len(names), "people": len(names),
		"distinct_emails": len(mails), "no_email": blank, "sum_minutes": math.Round(minutes), "sessions": len(meetings), "events": len(meetings),
		"dates": sum.From + ".." + sum.To, "activity_intervals": len(h.of(vocabulary.Attendance)), "completed_join_leave_pairs": len(h.of(vocabulary.Attendance)),
		"sum_duration_s_section3": math.Round(minutes * 60), "paired_seconds": stays, "attended_participants_stated": strconv.Itoa(sum.Stated),
		"summary_or_test_rows_ignored": sum.Ignored["summary"],
		"responses":                    len(h.of(vocabulary.Survey)), "distinct_ids": len(ids), "columns": sum.Columns, "distinct_questions": distinctQuestions(sum.Questions),
		"sum_num_attendees": headcount, "sum_num_participants": headcount, "sum_Day1": headcount, "distinct_session_names": len(titles),
	}
	if len(meetings) > 0 {
		f["title"] = meetings[0]["title"]
	}
	return f
}

// distinctQuestions counts questions as a receipt does: columns that answer one
// together once.
func distinctQuestions(all []Question) int {
	seen := map[string]bool{}
	for _, q := range all {
		seen[first(q.Of, q.Native, q.Heading, strconv.Itoa(q.Column))] = true
	}
	return len(seen)
}

// asPrecise cuts the seconds off two moments where a MANIFEST line gives none.
func asPrecise(have, want string) string {
	if len(have) != len("2006-01-02 15:04:05..2006-01-02 15:04:05") || len(want) != len("2006-01-02 15:04..2006-01-02 15:04") {
		return have
	}
	return have[:16] + have[19:37]
}

// readSources are the folders of the MANIFEST whose tool we read.
var readSources = []string{"zoom", "teams", "qualtrics", "register", "surveymonkey", "googleforms", "limesurvey", "redcap", "odk"}

// formsElsewhere are exports of forms that the MANIFEST keeps in the folder of
// what they are about.
var formsElsewhere = map[string]string{"stories/jupyter__surveys__2020-12-jupyter-survey__data__text_fields.csv": surveyMonkey}

// disputed are values of the MANIFEST that we believe wrong, with ours.
var disputed = map[string]map[string]any{
	// It counts the column of addresses, which says who answered and asks nothing.
	"googleforms/rstudio__data__Learning_R_Internet_Survey_Spanish_Version_-_Form_Responses_1.tsv": {"distinct_questions": 40},
	// Its last three columns have neither a heading nor an answer.
	"surveymonkey/kubernetes__2019__contribex-survey-2019.csv": {"columns": 81},
	// It counts every column: the record's number, the events, turns and times of
	// forms and the status of each, which ask nothing, as well.
	"redcap/ouhscbbmc__inst__test-data__projects__checkboxes-1__data.csv":       {"distinct_questions": 10},
	"redcap/ouhscbbmc__inst__test-data__projects__decimal-comma__data.csv":      {"distinct_questions": 4},
	"redcap/ouhscbbmc__inst__test-data__projects__survey__data.csv":             {"distinct_questions": 24},
	"redcap/ouhscbbmc__inst__test-data__projects__vignette-repeating__data.csv": {"distinct_questions": 8},
}

func TestRealExportsYieldWhatTheirManifestSays(t *testing.T) {
	folder, yields := manifest(t)
	// What is not compared here: counts that ingest makes of people, and tallies
	// of the files' shape that no row carries.
	left := []string{"people_if_merged_by_email_or_same_name", "union_minutes", "sum_duration_s_section2", "summary_pairs", "start", "actions",
		"names_whose_last_join_has_no_leave", "row_widths", "distinct_slugs", "per_sheet", "sheets", "status", "tally_col1", "tally_col6", "tally_col8", "blank_rows_ignored"}
	for _, file := range slices.Sorted(maps.Keys(yields)) {
		source, _, _ := strings.Cut(file, "/")
		if formsElsewhere[file] != "" {
			source = formsElsewhere[file]
		}
		if !slices.Contains(readSources, source) || yields[file]["must"] != nil {
			continue
		}
		t.Run(file, func(t *testing.T) {
			b, err := sheet.Open(filepath.Join(folder, file), sheet.Options{})
			if err != nil {
				t.Fatal(err)
			}
			said := Said{}
			if strings.HasSuffix(file, ".xlsx") {
				said.Marks = map[string]string{"a": "present"} // anwesend: nothing in the file says so
			}
			got, sum, h := recognised(t, b, said)
			same(t, "source", got, source)
			counted := facts(sum, h)
			for key, want := range yields[file] {
				if slices.Contains(left, key) {
					continue
				}
				have, ok := counted[key]
				if !ok {
					t.Errorf("%s is not compared", key)
					continue
				}
				if mine, ok := disputed[file][key]; ok {
					want = mine
				}
				if key == "dates" {
					want = strings.TrimSuffix(want.(string), " (month precision)")
					have = asPrecise(have.(string), want.(string))
				}
				a, _ := json.Marshal(have)
				w, _ := json.Marshal(want)
				same(t, key, string(a), string(w))
			}
		})
	}
}

func TestExportsOfOtherSourcesAreNotMistaken(t *testing.T) {
	folder, yields := manifest(t)
	for file := range yields {
		source, _, _ := strings.Cut(file, "/")
		if slices.Contains(readSources, source) || formsElsewhere[file] != "" {
			continue
		}
		b, err := sheet.Open(filepath.Join(folder, file), sheet.Options{})
		if err != nil {
			t.Errorf("%s: %v", file, err)
			continue
		}
		l, err := Recognise(b)
		var unknown *UnknownLayoutError
		if !errors.As(err, &unknown) {
			t.Errorf("%s: taken for %v (%v)", file, l, err)
		}
	}
}

func TestTortureFilesOfThesePlatforms(t *testing.T) {
	folder := filepath.Join(need.Shared(t), "torture", "csv")
	b, err := sheet.Open(filepath.Join(folder, "synth__zoom200.csv"), sheet.Options{})
	if err != nil {
		t.Fatal(err)
	}
	source, sum, h := recognised(t, b, Said{})
	same(t, "source", source, "zoom")
	same(t, "participants", len(h.of(vocabulary.Attendance)), 200)
	same(t, "stated", sum.Stated, 200)
	same(t, "title", h.of(vocabulary.Meeting)[0]["title"], "CoP monthly call, leadership")
	if b, err = sheet.Open(filepath.Join(folder, "synth__teams_utf16.csv"), sheet.Options{}); err != nil {
		t.Fatal(err)
	}
	source, _, h = recognised(t, b, Said{})
	same(t, "source", source, "teams")
	a := h.of(vocabulary.Attendance)
	if len(a) != 2 || a[0]["email"] != "bo@example.org" || a[1]["email"] != "ann@example.org" || !strings.HasPrefix(a[1]["minutes"], "67.5") {
		t.Errorf("attendance: %v", a)
	}
}
