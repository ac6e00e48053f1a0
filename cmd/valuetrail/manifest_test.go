package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"valuetrail/internal/need"
)

// yields leads the keys of the MANIFEST that are numbers to what the receipt
// says of them.
var yields = map[string]string{
	"rows":       "rows.read",
	"event_rows": "rows.read",
	// The MANIFEST counts whoever has a name or an e-mail of their own. A tablet
	// is one of those, and not a person: here it stands under not_people.
	"people_if_merged_by_email_or_same_name": "facts.people + facts.not_people",
	"participants":                           "facts.people",
	"people":                                 "facts.people",
	"distinct_names":                         "facts.distinct_names",
	"distinct_emails":                        "facts.distinct_emails",
	// In these files everybody without an e-mail has a name of their own.
	"no_email":                           "facts.distinct_names - facts.distinct_emails",
	"sum_minutes":                        "facts.minutes_sum",
	"union_minutes":                      "facts.minutes_union",
	"sessions":                           "facts.sessions",
	"events":                             "facts.sessions",
	"activity_intervals":                 "facts.intervals",
	"completed_join_leave_pairs":         "facts.intervals - facts.open_intervals",
	"names_whose_last_join_has_no_leave": "facts.open_intervals",
	"paired_seconds":                     "facts.seconds_sum",
	"sum_duration_s_section2":            "facts.seconds_sum",
	"sum_duration_s_section3":            "facts.seconds_sum",
	"attended_participants_stated":       "facts.stated_participants",
	"summary_pairs":                      "rows.skipped.preamble",
	"responses":                          "facts.responses",
	"distinct_ids":                       "facts.distinct_ids",
	"columns":                            "facts.columns",
	"distinct_questions":                 "facts.questions",
	"sum_num_attendees":                  "facts.headcount",
	"sum_num_participants":               "facts.headcount",
	"sum_Day1":                           "facts.headcount",
	"summary_or_test_rows_ignored":       "rows.reasons.summary",
	"blank_rows_ignored":                 "rows.skipped.blank",
}

// otherwiseTold leads the keys that are not one number to the same thing as the receipt
// says it, in the MANIFEST's words.
var otherwiseTold = map[string]func(r receipt) any{
	"dates":                  func(r receipt) any { return fmt.Sprintf("%s..%s", r["from"], r["to"]) },
	"title":                  func(r receipt) any { return r.at("sessions.0.title") },
	"start":                  startAsTeamsWritesIt,
	"status":                 statusOrForm,
	"distinct_session_names": func(r receipt) any { return r.distinct("sessions", "title") },
	"distinct_slugs":         func(r receipt) any { return r.distinct("sessions", "title") },
	"sheets":                 func(r receipt) any { return len(r.kept()) },
	"per_sheet":              rowsOfEachClass,
	"actions":                func(r receipt) any { return r.at("values.User Action") },
	"rows of data":           func(r receipt) any { return fmt.Sprint(r.number("rows.read") - r.number("rows.reasons.summary")) },
	"encoding":               func(r receipt) any { return fmt.Sprintf("%v %v", r.at("assumed.encoding"), r.at("assumed.delimiter")) },
}

// held leads the keys that no receipt repeats to what else shows them.
var held = map[string]func(t *testing.T, d desk, path string, want any){
	"must":       refusedAsResponses,
	"row_widths": raggedAsWritten,
	"tally_col0": func(t *testing.T, d desk, _ string, want any) { answersOfColumn(t, d, 0, want) },
	"tally_col1": func(t *testing.T, d desk, _ string, want any) { answersOfColumn(t, d, 1, want) },
	"tally_col6": func(t *testing.T, d desk, _ string, want any) { answersOfColumn(t, d, 6, want) },
	"tally_col8": func(t *testing.T, d desk, _ string, want any) { answersOfColumn(t, d, 8, want) },
}

// toldToBeSurveys are flat tables of answers that say nothing of who gave them or
// when: nothing but a person can tell that they are answers, and --as survey says
// it.
var toldToBeSurveys = []string{
	"published/carpentries__2020-longterm-survey__20200326-longterm-other_questions-no-open.csv",
	"stories/jupyter__jupyterlab_test__jupyterlab-ux-data.csv",
	"stories/jupyter__prep__pleasant_aspects_themes.csv",
}

// disputed are values of the MANIFEST that we believe wrong, with ours and why.
var disputed = map[string]map[string]struct {
	ours float64
	why  string
}{
	"googleforms/rstudio__data__Learning_R_Internet_Survey_Spanish_Version_-_Form_Responses_1.tsv": {
		"distinct_questions": {40, "the 41st is Email Address, which says who answered and asks nothing"}},
	"surveymonkey/kubernetes__2019__contribex-survey-2019.csv": {
		"columns": {81, "the last three have neither a heading nor a single answer"}},
	"redcap/ouhscbbmc__inst__test-data__projects__checkboxes-1__data.csv":       {"distinct_questions": {10, everyColumn}},
	"redcap/ouhscbbmc__inst__test-data__projects__decimal-comma__data.csv":      {"distinct_questions": {4, everyColumn}},
	"redcap/ouhscbbmc__inst__test-data__projects__survey__data.csv":             {"distinct_questions": {24, everyColumn}},
	"redcap/ouhscbbmc__inst__test-data__projects__vignette-repeating__data.csv": {"distinct_questions": {8, everyColumn}},
}

// everyColumn is why we count fewer questions of a REDCap project.
const everyColumn = "it counts every column: the number of the record, the events, turns and times of forms and the status of each as well, which ask nothing"

// madeBy are exports that the MANIFEST lists by what they are about, with the
// tool that made them.
var madeBy = map[string]string{"stories/jupyter__surveys__2020-12-jupyter-survey__data__text_fields.csv": "surveymonkey"}

func startAsTeamsWritesIt(r receipt) any {
	at, err := time.Parse(time.DateTime, fmt.Sprint(r.at("sessions.0.start")))
	if err != nil {
		return err.Error()
	}
	return at.Format("02/01/06, 15:04:05")
}

// statusOrForm is the tally of a survey's status; of a REDCap project it is that
// of the forms that repeat.
func statusOrForm(r receipt) any {
	if forms := r.at("values.redcap_repeat_instrument"); forms != nil {
		return forms
	}
	return r.at("values.Status")
}

// rowsOfEachClass counts the rows that wait in each sheet: the register's marks
// are unknown, so every row of a person does.
func rowsOfEachClass(r receipt) any {
	kept := r.kept()
	return map[string]int{"1A": len(kept[1]), "1B": len(kept[2])}
}

// exports are the lines of the MANIFEST, by file: its last column, with "rows" and
// "encoding" beside it, which are columns of their own.
func exports(t *testing.T) (folder string, lines map[string]map[string]any) {
	t.Helper()
	folder = filepath.Join(need.Shared(t), "exports")
	data, err := os.ReadFile(filepath.Join(folder, "MANIFEST.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	lines = map[string]map[string]any{}
	for line := range strings.Lines(string(data)) {
		cells := strings.Split(strings.TrimSpace(line), "\t")
		if len(cells) < 10 || cells[0] == "file" {
			continue
		}
		var y map[string]any
		if err := json.Unmarshal([]byte(cells[9]), &y); err != nil {
			t.Fatalf("%s: %v", cells[0], err)
		}
		if y["must"] == nil {
			y["rows of data"], y["encoding"] = cells[6], cells[7]
		}
		lines[cells[0]] = y
	}
	if len(lines) < 47 {
		t.Fatalf("the MANIFEST has %d files; want 47 and more", len(lines))
	}
	return folder, lines
}

func TestEveryRealExportYieldsWhatItsManifestLineSays(t *testing.T) {
	folder, lines := exports(t)
	for _, name := range slices.Sorted(maps.Keys(lines)) {
		t.Run(name, func(t *testing.T) {
			d, path := newDesk(t), filepath.Join(folder, name)
			if want := lines[name]["must"]; want != nil {
				held["must"](t, d, path, want)
				return
			}
			_, files := d.receipts(path)
			if len(files) != 1 {
				t.Fatalf("%d receipts for one file", len(files))
			}
			source, _, _ := strings.Cut(name, "/")
			source = cmp.Or(madeBy[name], source)
			if slices.Contains(toldToBeSurveys, name) {
				if waiting := files[0]; waiting["status"] != "not_recognised" || waiting.number("rows.read") == 0 || waiting.number("rows.to_check") != waiting.number("rows.read") {
					t.Errorf("%v, rows %s: want all rows kept till somebody says what they are", waiting["status"], asJSON(waiting["rows"]))
				}
				d = newDesk(t)
				_, files = d.receipts(path, "--as", "survey")
				source = "table"
			}
			if files[0]["source"] != source || files[0]["status"] != "stored" {
				t.Fatalf("%v from %v, want it stored, from %s", files[0]["status"], files[0]["source"], source)
			}
			for _, key := range slices.Sorted(maps.Keys(lines[name])) {
				want := lines[name][key]
				if d, ok := disputed[name][key]; ok {
					want = d.ours
				}
				if hold := held[key]; hold != nil {
					hold(t, d, path, want)
					continue
				}
				compare(t, files[0], key, want)
			}
			balances(t, files[0])
		})
	}
}

// compare holds one key of a MANIFEST line against the receipt.
func compare(t *testing.T, r receipt, key string, want any) {
	t.Helper()
	if say, ok := otherwiseTold[key]; ok {
		have := say(r)
		switch key {
		case "dates":
			want = strings.TrimSuffix(want.(string), " (month precision)")
			have = asPrecise(have, want.(string))
		case "encoding":
			want = lettersAndDelimiter(want.(string))
		}
		if asJSON(have) != asJSON(want) {
			t.Errorf("%s is %s, want %s", key, asJSON(have), asJSON(want))
		}
		return
	}
	words, ok := yields[key]
	if !ok {
		t.Errorf("nobody says what %q leads to in the receipt", key)
		return
	}
	if s, isText := want.(string); isText {
		n, err := strconv.ParseFloat(s, 64)
		if err != nil {
			t.Fatalf("%s: %v", key, err)
		}
		want = n
	}
	have, found := r.sum(words)
	if !found || have != want.(float64) {
		t.Errorf("%s (%s) is %v, want %v", key, words, have, want)
	}
}

// asPrecise cuts the seconds off two moments where a MANIFEST line has none.
func asPrecise(have any, want string) any {
	s, _ := have.(string)
	if len(s) != len("2006-01-02 15:04:05..2006-01-02 15:04:05") || len(want) != len("2006-01-02 15:04..2006-01-02 15:04") {
		return have
	}
	return s[:16] + s[19:37]
}

// balances fails where a receipt loses or invents rows.
func balances(t *testing.T, r receipt) {
	t.Helper()
	read, _ := r.sum("rows.read")
	parts, _ := r.sum("rows.loaded + rows.repeated + rows.to_check + rows.ignored")
	if read != parts || read == 0 {
		t.Errorf("%v: %v rows read, and %s", r["file"], read, asJSON(r["rows"]))
	}
}

func TestEveryKeyOfTheManifestIsUsed(t *testing.T) {
	_, lines := exports(t)
	used := map[string]bool{}
	for _, y := range lines {
		for key := range y {
			used[key] = true
		}
	}
	for _, table := range [][]string{slices.Collect(maps.Keys(yields)), slices.Collect(maps.Keys(otherwiseTold)), slices.Collect(maps.Keys(held))} {
		for _, key := range table {
			if !used[key] {
				t.Errorf("no line of the MANIFEST has %q", key)
			}
		}
	}
}

func TestTotalsOfPeopleAreNeverPeople(t *testing.T) {
	folder, lines := exports(t)
	d, counted := newDesk(t), 0
	for name, y := range lines {
		if y["events"] == nil && y["sum_num_attendees"] == nil && y["sum_num_participants"] == nil {
			continue
		}
		counted++
		code, files := d.receipts(filepath.Join(folder, name))
		if n := files[0].number("facts.people") + files[0].number("facts.attendances"); code != exitDone || n != 0 || files[0]["kind"] != "meeting" {
			t.Errorf("%s: exit code %d, %v people and attendances from a table of totals of kind %v", name, code, n, files[0]["kind"])
		}
	}
	if counted != 3 {
		t.Errorf("%d tables of totals, want 3", counted)
	}
	if people := d.parsed(d.gets(exitDone, "people", "list", "--json")).([]any); len(people) != 0 {
		t.Errorf("%d people out of tables of totals", len(people))
	}
}

func TestARegisterOfUnknownMarksAsksAndKeepsItsRows(t *testing.T) {
	folder, _ := exports(t)
	file := filepath.Join(folder, "register", "dominikhoebert__20201211_1A_1B.xlsx")
	code, files := newDesk(t).receipts(file)
	if r := files[0]; code != exitKept || r.number("rows.to_check") != 5 || r.number("rows.loaded") != 0 || !r.codes()["mark_unknown"] {
		t.Errorf("exit code %d, rows %s, problems %v; want five rows kept with a question about their marks", code, asJSON(r["rows"]), r.codes())
	}
	code, files = newDesk(t).receipts(file, "--mark", "A=present")
	r := files[0]
	if code != exitDone || r.number("rows.loaded") != 5 || r.number("facts.people") != 5 || r.number("facts.sessions") != 4 {
		t.Errorf("A=present: exit code %d, rows %s, facts %s; want five people at two lessons of two classes", code, asJSON(r["rows"]), asJSON(r["facts"]))
	}
	var came []string
	for _, s := range r.list("sessions") {
		came = append(came, fmt.Sprint(s["people"]))
	}
	if slices.Sort(came); strings.Join(came, " ") != "2 2 3 3" {
		t.Errorf("people by lesson: %v", came)
	}
}
