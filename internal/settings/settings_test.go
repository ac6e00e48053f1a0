package settings

import (
	"errors"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

// example is the example of the design, word for word.
const example = `community: {id: lakeside, name: Lakeside owner-managers' network, purpose: Decide faster together}
framework: vcf2011                    # or vcf2020
time_zone: Europe/London
academic_year: {starts: 09-01, terms: [{id: autumn, starts: 09-01}, {id: spring, starts: 01-05}, {id: summer, starts: 04-15}]}
cohorts: [{id: "2025", title: 2025/26, starts: 2025-09-01, ends: 2026-06-30, participation: voluntary}]
agreed_outcomes: [{measure: days_to_decision, title: Days from proposal to decision, better: less, baseline: 21, target: 14}]
leadership_groups: [{id: value_detectives, title: Value detectives, stewards: noticing value}]     # any names, any number
participation: {core: 0.75, active: 0.50, occasional: 0.20, minimum_sessions: 3, minimum_minutes: 10}
privacy: {minimum_group: 5, minimum_exact: 10, minimum_quotes: 10}
surveys: [{id: termly, codebook: codebook.xlsx, anonymous: false}]
targets: [{indicator: attendance_rate, cohort: "2025", value: 0.7, set_on: 2025-09-01, reason: agreed with the sponsor}]
report: {sponsor: "", logo: "", colours: [], language: en, primary: applied_rate}
indicators: own-indicators
`

func TestSettingsHoldWhatWasWritten(t *testing.T) {
	got, err := Parse("valuetrail.yaml", []byte("\ufeff"+strings.ReplaceAll(example, "\n", "\r\n")))
	if err != nil {
		t.Fatal(err)
	}
	want := Default()
	want.File = "valuetrail.yaml"
	want.Community = Community{"lakeside", "Lakeside owner-managers' network", "Decide faster together"}
	want.TimeZone = "Europe/London"
	want.Cohorts = []Cohort{{ID: "2025", Title: "2025/26", Starts: 20332, Ends: 20634, Participation: "voluntary"}}
	baseline, target := 21.0, 14.0
	want.AgreedOutcomes = []Outcome{{Measure: "days_to_decision", Title: "Days from proposal to decision", Better: "less", Baseline: &baseline, Target: &target}}
	want.LeadershipGroups = []Group{{"value_detectives", "Value detectives", "noticing value"}}
	want.Surveys = []Survey{{ID: "termly", Codebook: "codebook.xlsx"}}
	want.Targets = []Target{{Indicator: "attendance_rate", Cohort: "2025", Value: 0.7, SetOn: 20332, Reason: "agreed with the sponsor"}}
	want.Report.Primary = "applied_rate"
	want.Indicators = "own-indicators"
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	if got.Zone().String() != "Europe/London" {
		t.Errorf("zone %s", got.Zone())
	}
}

func TestEveryKeyMayBeLeftOut(t *testing.T) {
	for name, text := range map[string]string{"empty": "", "remarks": "# nothing\n\n", "keys without values": "cohorts:\ncommunity:\nprivacy:\nreport: {colours: }\n"} {
		got, err := Parse("x", []byte(text))
		want := Default()
		want.File = "x"
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %+v, %v", name, got, err)
		}
	}
}

func TestEachFaultHasItsPlaceAndWhatToDo(t *testing.T) {
	for text, want := range map[string]struct{ place, what, hint string }{
		"comunity: {id: x}": {"1:1", `unknown key "comunity"`, `did you mean "community"?`},
		"privacy:\n  minimum_group: 5\n  minumum_exact: 10": {"3:3", `unknown key "minumum_exact" in privacy`, `did you mean "minimum_exact"?`},
		"time_zone: Europe/Londn":                           {"1:12", `unknown time zone "Europe/Londn"`, "Europe/London"},
		"time_zone: Local":                                  {"1:12", "unknown time zone", "name a place"},
		"framework: vcf2012":                                {"1:12", `unknown framework "vcf2012"`, "vcf2020"},
		"indicators: a\nindicators: b":                      {"2:1", `key "indicators" stands twice, first on line 1`, "keep one"},
		"cohorts: [{id: a, starts: 2025-02-30}]":            {"1:27", `want a day, found "2025-02-30"`, "2025-09-01"},
		"cohorts: [{id: a, starts: 01/09/2025}]":            {"1:27", "want a day", "2025-09-01"},
		"cohorts: [{id: a}]":                                {"1:", "a cohort needs starts", ""},
		"cohorts: [{starts: 2025-01-01}]":                   {"1:", "a cohort needs id", ""},
		"cohorts: 3":                                        {"1:10", "want a list, found a number", "dash"},
		"cohorts: [{id: a, starts: 2025-01-01}, {id: a, starts: 2026-01-01}]":      {"1:", `two entries for cohort "a"`, "own id"},
		"cohorts: [{id: a, starts: 2025-02-01, ends: 2025-01-01}]":                 {"1:", `ends on 2025-01-01, before it starts`, "swap"},
		"cohorts: [{id: 'a;b', starts: 2025-01-01}]":                               {"1:", `"a;b" cannot be an id`, "without ;"},
		"academic_year: {starts: 02-29}":                                           {"1:25", "want a day of every year", "29 February"},
		"academic_year: {starts: 13-01}":                                           {"1:25", "want a day of every year", "09-01"},
		"academic_year: {terms: [{id: a, starts: 09-01}, {id: b, starts: 09-01}]}": {"1:", `terms "a" and "b" both start on 09-01`, "day before"},
		"academic_year: {terms: [{id: a, starts: 09-01}, {id: a, starts: 10-01}]}": {"1:", `two entries for term "a"`, ""},
		"privacy: {minimum_group: 1}":                                              {"1:26", "1 is out of range", "from 2 to"},
		"privacy: {minimum_group: 12}":                                             {"1:", "minimum_exact (10) is below minimum_group (12)", "at least as many"},
		"privacy: {minimum_group: 5.5}":                                            {"1:26", "want a whole number", ""},
		"privacy: {minimum_group: few}":                                            {"1:26", `want a number, found "few"`, ""},
		"participation: {core: 0.3}":                                               {"1:", "want core > active > occasional, found 0.3, 0.5, 0.2", "level"},
		"participation: {core: .nan}":                                              {"1:23", "want a number", ""},
		"privacy: {key_file: k}":                                                   {"1:11", `unknown key "key_file"`, ""}, // the key lies in the data file: nobody may believe otherwise
		"participation: {core: 75}":                                                {"1:23", "75 is out of range", "0 to 1"},
		"surveys: [{id: a, anonymous: maybe}]":                                     {"1:30", `want yes or no, found "maybe"`, ""},
		"agreed_outcomes: [{measure: a, better: moore}]":                           {"1:40", `unknown better "moore"`, `did you mean "more"?`},
		"targets: [{indicator: a, value: 1, cohort: \"205\"}]\ncohorts: [{id: \"2025\", starts: 2025-01-01}]": {"1:", `unknown cohort "205"`, `did you mean "2025"?`},
		"targets: [{indicator: a}]":                            {"1:", "a target needs value", ""},
		"report: {colours: [blue]}":                            {"1:20", `want a colour, found "blue"`, "#12436D"},
		`report: {colours: ["#28A197"]}`:                       {"1:20", "text in #28A197 on white has a contrast of 3.16 to 1, and 4.5 to 1 is needed", "darker"},
		`report: {colours: ["#12436D", "#801650", "#1d1d1d"]}`: {"1:42", "want one or two colours, found another: #1d1d1d", "charts keep their own"},
		"report: {language: klingon}":                          {"1:20", `unknown language "klingon"`, "known here: en"},
		"community: {name: &a x}":                              {"1:19", "found an anchor", "quotation"},
		"community: {name: [x]}":                               {"1:19", "want text, found a list", "quotation"},
		"community: {name: \"a\\x01b\"}":                       {"1:19", "control character", "by hand"},
		"community: x":                                         {"1:12", "want keys and values, found text", "key: value"},
		"- a":                                                  {"1:1", "want keys and values, found a list", ""},
		"a: [1":                                                {"1:4", "not found", "this line"},
		"community:\n\tid: x":                                  {"2:1", "cannot start any token", "tab key"},
		"community: {id: a}\n---\ncommunity: {id: b}":          {"3:", "second document", "---"},
		"community: \xff":                                      {"", "not UTF-8", "UTF-8"},
		"# " + strings.Repeat("x", 1<<20):                      {"", "larger than 1 MiB", "another file"},
		strings.Repeat("a: b\n", 21_000):                       {"", "more than 20000 lines", "another file"},
		"a: " + strings.Repeat("[", 30_000):                    {"", "more than 20000 lines or lists", "another file"},
	} {
		_, err := Parse("f", []byte(text))
		var faults *Error
		if !errors.As(err, &faults) {
			t.Errorf("%.60q: got %v, want a fault", text, err)
			continue
		}
		if len(faults.Faults) != 1 || !strings.HasPrefix(err.Error(), "f:"+want.place) || !strings.Contains(err.Error(), want.what) || !strings.Contains(faults.Hint(), want.hint) {
			t.Errorf("%.60q:\n got %s\nhint %s\nwant f:%s … %s\nhint %s", text, err, faults.Hint(), want.place, want.what, want.hint)
		}
	}
}

// The ratios are those that the W3C's own documents and checkers give.
func TestTheContrastOfAColourToWhiteIsThatOfTheGuidelines(t *testing.T) {
	for c, want := range map[string]float64{"#000000": 21, "#FFFFFF": 1, "#777777": 4.48, "#767676": 4.54, "#FF0000": 4.00, "#0000FF": 8.59} {
		if got := contrast(c); math.Abs(got-want) > 0.005 {
			t.Errorf("%s: %.3f, want %.2f", c, got, want)
		}
	}
	for text, fine := range map[string]bool{`report: {colours: ["#767676"]}`: true, `report: {colours: ["#777777"]}`: false, `report: {colours: ["#12436d", "#801650"]}`: true} {
		s, err := Parse("f", []byte(text))
		if (err == nil) != fine {
			t.Errorf("%s: %v", text, err)
		}
		if fine && s.Report.Colours[0] != strings.ToUpper(s.Report.Colours[0]) {
			t.Errorf("%q", s.Report.Colours)
		}
	}
}

func TestAllFaultsAreSaidAtOnceFromTopToBottom(t *testing.T) {
	_, err := Parse("valuetrail.yaml", []byte("report: {colours: [blue, red]}\nframwork: x\nprivacy:\n  minimum_group: 0\n  minimum_exact: x\n"))
	var faults *Error
	if !errors.As(err, &faults) {
		t.Fatalf("got %v", err)
	}
	var lines []int
	for _, f := range faults.Faults {
		lines = append(lines, f.Line)
	}
	if want := []int{1, 1, 2, 4, 5}; !reflect.DeepEqual(lines, want) {
		t.Errorf("lines %v, want %v:\n%v", lines, want, err)
	}
	if !strings.Contains(faults.Hint(), `line 2: did you mean "framework"?`) {
		t.Errorf("hint: %s", faults.Hint())
	}
}

func TestAbsentFileIsToldFromABrokenOne(t *testing.T) {
	path := filepath.Join(t.TempDir(), "valuetrail.yaml")
	if _, err := Read(path); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("got %v, want os.ErrNotExist", err)
	}
	if err := os.WriteFile(path, []byte("community: {name: Ours}"), 0o600); err != nil {
		t.Fatal(err)
	}
	got, err := Read(path)
	if err != nil || got.Community.Name != "Ours" || got.File != path {
		t.Errorf("got %+v, %v", got, err)
	}
}

func FuzzSettingsAreReadOrRefusedNeverBoth(f *testing.F) {
	f.Add([]byte(example))
	f.Add(Starter(Answers{Name: "x", First: 20000}.Settings()))
	f.Add([]byte("a: &a [*a]\n<<: *a\n? [x]\n: y\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		s, err := Parse("f", data)
		var faults *Error
		switch {
		case err != nil && !errors.As(err, &faults):
			t.Fatalf("an error that is no *Error: %v", err)
		case err == nil && (s.Privacy.MinimumGroup < 2 || s.Privacy.MinimumExact < s.Privacy.MinimumGroup || s.Participation.Core <= s.Participation.Active):
			t.Fatalf("accepted %+v", s)
		case err == nil:
			s.Terms(20000, 20400)
			s.Zone()
		}
	})
}
