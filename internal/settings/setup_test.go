package settings

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"valuetrail/ingest/sheet"
	"valuetrail/internal/vocabulary"
)

// workbook is an xlsx of sheets whose lines are rows and whose | part cells.
func workbook(t testing.TB, sheets ...string) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	for i := 0; i < len(sheets); i += 2 {
		if i == 0 {
			f.SetSheetName("Sheet1", sheets[0])
		} else if _, err := f.NewSheet(sheets[i]); err != nil {
			t.Fatal(err)
		}
		for row, line := range strings.Split(strings.TrimSpace(sheets[i+1]), "\n") {
			for column, text := range strings.Split(line, "|") {
				at, _ := excelize.CoordinatesToCellName(column+1, row+1)
				if err := f.SetCellStr(sheets[i], at, strings.TrimSpace(text)); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// set up reads a workbook's bytes over the default settings.
func setUp(data []byte) (Settings, error) {
	book, err := sheet.Read("setup.xlsx", data, sheet.Options{})
	if err != nil {
		return Settings{}, err
	}
	return Default().withBook("setup.xlsx", book)
}

func TestSetupHoldsWhatWasFilledIn(t *testing.T) {
	got, err := setUp(workbook(t,
		"Community", "Question | Answer | What it means\nWhat is your community called? | Lakeside\nshort name of the COMMUNITY | lake\nTime zone of your meetings | Europe/London\nWhen does your year begin (month-day)? | 2025-01-01",
		"cohorts", "Cohort | Note | Last day | First day | Coming is\n2025/26 | mine | 2026-06-30 | 2025-09-01 | Mandatory\n\n2026/27 || | 2026-09-01T00:00:00",
		"Terms", "Term | Begins on (month-day)\nFirst half | 01-01\nSecond half | 2026-07-01",
		"Leadership groups", "Group | What it looks after\nValue detectives | noticing value",
		"What we set out to move", "What is measured | Better is | Where we began | Where we want to be\nDays to decide | lower | 21 | 14",
		"Targets", "Indicator | Cohort | Target | Set on\nattendance_rate | 2025/26 | 70 % | 2025-09-01\nreach_rate || 0.9",
		"Surveys", "Survey | Promised to be anonymous?\nEnd of term | Yes",
		"Words", "What is it? | About | Text | Who decides | What happened | Day\nComment | Used and results | Good.\nasked || Two hours | The board || 2026-09-01\nDecided || A room || granted\nPlan || Visits",
		"Thresholds", "Question | Answer\nThey carry it: share of sessions from | 80%\nPeople an exact answer needs | 12",
		"My own notes", "anything"))
	if err != nil {
		t.Fatal(err)
	}
	baseline, target := 21.0, 14.0
	want := Default()
	want.Community = Community{ID: "lake", Name: "Lakeside"}
	want.TimeZone = "Europe/London"
	want.AcademicYear = AcademicYear{Starts: MonthDay{1, 1}, Terms: []Term{{"first-half", "First half", MonthDay{1, 1}}, {"second-half", "Second half", MonthDay{7, 1}}}}
	want.Cohorts = []Cohort{{"2025/26", "2025/26", 20332, 20634, "required"}, {"2026/27", "2026/27", 20697, 0, "voluntary"}}
	want.LeadershipGroups = []Group{{"value_detectives", "Value detectives", "noticing value"}}
	want.AgreedOutcomes = []Outcome{{"days_to_decide", "Days to decide", "less", &baseline, &target}}
	want.Targets = []Target{{Indicator: "attendance_rate", Cohort: "2025/26", Value: 0.7, SetOn: 20332}, {Indicator: "reach_rate", Value: 0.9}}
	want.Surveys = []Survey{{ID: "end_of_term", Title: "End of term", Anonymous: true}}
	want.Participation.Core, want.Privacy.MinimumExact = 0.8, 12
	want.Words = Words{[]Comment{{"used", "Good."}}, []Request{{"Two hours", "The board", 20697}}, []Answer{{"A room", "granted", 0}}, []string{"Visits"}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}

func TestEachFaultOfSetupHasItsCellAndWhatToDo(t *testing.T) {
	const cohorts = "Cohort | First day | Last day | Short name\n"
	for name, c := range map[string]struct {
		sheet, text string
		want        Fault
	}{
		"a day that is none":       {"Cohorts", cohorts + "a | 1/9/2025", Fault{Sheet: "Cohorts", Line: 2, Column: 2, What: `want a day, found "1/9/2025"`, Hint: "2025-09-01"}},
		"a blank first day":        {"Cohorts", cohorts + "\na ||2025-01-01", Fault{Sheet: "Cohorts", Line: 3, Column: 2, What: `"First day" is blank`, Hint: "clear the whole row"}},
		"days the wrong way round": {"Cohorts", cohorts + "a | 2025-02-01 | 2025-01-01", Fault{Sheet: "Cohorts", Line: 2, Column: 3, What: "is before the first", Hint: "swap"}},
		"the same cohort twice":    {"Cohorts", cohorts + "a | 2025-02-01\na | 2025-03-01", Fault{Sheet: "Cohorts", Line: 3, What: `"a" stands twice, first in row 2`, Hint: "own short name"}},
		"a bad short name":         {"Cohorts", cohorts + "a | 2025-02-01 || x;y", Fault{Sheet: "Cohorts", Line: 2, Column: 4, What: "cannot be a short name", Hint: "without ;"}},
		"a misspelt sheet":         {"Cohrts", cohorts, Fault{Sheet: "Cohrts", What: "no sheet of ours", Hint: `did you mean "Cohorts"?`}},
		"a misspelt heading":       {"Cohorts", "Cohort | First day | Frist dai\n", Fault{Sheet: "Cohorts", Line: 1, Column: 3, What: `unknown heading "Frist dai"`, Hint: `did you mean "First day"?`}},
		"a heading twice":          {"Cohorts", "Cohort | First day | first_day\n", Fault{Sheet: "Cohorts", Line: 1, Column: 3, What: "a second column", Hint: "keep one"}},
		"no heading":               {"Cohorts", "Cohort | Last day\n", Fault{Sheet: "Cohorts", Line: 1, What: `no column "First day"`, Hint: "write this heading"}},
		"no question of ours":      {"Community", "Question | Answer\nWhat is your comunity caled? | x", Fault{Sheet: "Community", Line: 2, Column: 1, What: "no question of ours", Hint: `did you mean "What is your community called?"?`}},
		"a question twice":         {"Community", "Question | Answer\nWho reads the report? | x\nWho reads the report? | y", Fault{Sheet: "Community", Line: 3, Column: 2, What: "answered again", Hint: "keep one"}},
		"no time zone":             {"Community", "Question | Answer\nTime zone of your meetings | Londn", Fault{Sheet: "Community", Line: 2, Column: 2, What: "unknown time zone", Hint: "Europe/London"}},
		"terms on one day":         {"Terms", "Term | Begins on (month-day)\na | 09-01\nb | 09-01", Fault{Sheet: "Terms", Line: 3, Column: 2, What: "begins on the same day", Hint: "day before the next"}},
		"a leap day":               {"Terms", "Term | Begins on (month-day)\na | 02-29", Fault{Sheet: "Terms", Line: 2, Column: 2, What: "want a day of every year", Hint: "29 February"}},
		"a comma in a number":      {"Targets", "Indicator | Target\na | 0,7", Fault{Sheet: "Targets", Line: 2, Column: 2, What: `want a number, found "0,7"`, Hint: "with a point"}},
		"an unknown cohort":        {"Targets", "Indicator | Target | Cohort\na | 0.7 | b", Fault{Sheet: "Targets", Line: 2, Column: 3, What: `there is no cohort "b"`}},
		"no yes or no":             {"Surveys", "Survey | Promised to be anonymous?\na | perhaps", Fault{Sheet: "Surveys", Line: 2, Column: 2, What: "want yes or no", Hint: "list"}},
		"an unknown section":       {"Words", "What is it? | About | Text\nComment | Usd and results | x", Fault{Sheet: "Words", Line: 2, Column: 2, What: "unknown section", Hint: `did you mean "Used and results"?`}},
		"two comments on one":      {"Words", "What is it? | About | Text\nComment | Overall | x\nComment || y", Fault{Sheet: "Words", Line: 3, What: `a second comment on "overall"`, Hint: "one row"}},
		"nothing happened":         {"Words", "What is it? | Text | What happened\nDecided | x", Fault{Sheet: "Words", Line: 2, What: "does not say what happened", Hint: "What happened"}},
		"thresholds crossed":       {"Thresholds", "Question | Answer\nRegular: share of sessions from | 0.9", Fault{Sheet: "Thresholds", Line: 2, Column: 2, What: "want core > active", Hint: "more often"}},
		"a threshold too low":      {"Thresholds", "Question | Answer\nPeople a rounded answer needs | 1", Fault{Sheet: "Thresholds", Line: 2, Column: 2, What: "out of range", Hint: "from 2 to 1000"}},
		"half a person":            {"Thresholds", "Question | Answer\nPeople a rounded answer needs | 6.5", Fault{Sheet: "Thresholds", Line: 2, Column: 2, What: "want a whole number"}},
	} {
		s, err := setUp(workbook(t, c.sheet, c.text))
		var e *Error
		want := Settings{}
		if c.sheet == "Words" { // the others can be used
			s.Words, want = Words{}, Default()
		}
		if !errors.As(err, &e) || len(e.Faults) != 1 || e.OfWords() != (c.sheet == "Words") || !reflect.DeepEqual(s, want) {
			t.Errorf("%s: %v", name, err)
			continue
		}
		f := e.Faults[0]
		if f.File != "setup.xlsx" || f.Sheet != c.want.Sheet || f.Line != c.want.Line || f.Column != c.want.Column || !strings.Contains(f.What, c.want.What) || !strings.Contains(f.Hint, c.want.Hint) {
			t.Errorf("%s: got %+v", name, f)
		}
	}
}

func TestFaultsOfSetupComeAtOnceInTheOrderOfItsSheets(t *testing.T) {
	_, err := setUp(workbook(t, "Cohorts", "Cohort | First day\na | soon\nb | later", "Targets", "Indicator | Target\nx | much"))
	want := `setup.xlsx: sheet "Cohorts": row 2, column B: want a day, found "soon"
setup.xlsx: sheet "Cohorts": row 3, column B: want a day, found "later"
setup.xlsx: sheet "Targets": row 2, column B: want a number, found "much"`
	if err == nil || err.Error() != want {
		t.Errorf("got %v", err)
	}
}

func TestWhereSetupSaysSomethingItWins(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "valuetrail.yaml")
	for name, data := range map[string][]byte{
		"valuetrail.yaml": []byte("community: {id: lake, name: Old, purpose: Why}\ncohorts: [{id: '2025', starts: 2025-09-01}, {id: '2024', starts: 2024-09-01}]\ntargets: [{indicator: a, cohort: '2026', value: 1}]\n"),
		SetupFile:         workbook(t, "Community", "Question | Answer\nWhat is your community called? | New", "Cohorts", "Cohort | First day\n2026 | 2026-09-01\n2025 | 2025-10-01"),
		CommentaryFile:    []byte("## Plan\n- more\n"),
	} {
		if err := os.WriteFile(filepath.Join(folder, name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	s, err := Load(path)
	if err != nil {
		t.Fatal(err)
	}
	if s.Community != (Community{"lake", "New", "Why"}) || !reflect.DeepEqual(cohortIDs(s), []string{"2025", "2024", "2026"}) || s.Cohorts[0].Starts != 20362 || len(s.Targets) != 1 || len(s.Words.Plan) != 1 {
		t.Errorf("got %+v", s)
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if s, err = Load(path); err != nil || s.Community.Name != "New" {
		t.Errorf("without the YAML: %+v, %v", s, err)
	}
	if err := os.WriteFile(filepath.Join(folder, SetupFile), []byte("no workbook"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err = Load(path); err == nil || !strings.Contains(err.Error(), SetupFile) {
		t.Errorf("a text as setup.xlsx: %v", err)
	}
}

func TestEveryDropDownOfSetupOffersWordsThatAreKnown(t *testing.T) {
	for _, s := range vocabulary.SetupSheets {
		for _, c := range s.Columns {
			seen := map[string]bool{}
			for _, word := range c.Offered() {
				w, err := c.Choice.Parse(word)
				if err != nil || seen[w] {
					t.Errorf("%s, %s: %q: %v", s.Title, c.Heading, word, err)
				}
				seen[w] = true
			}
			if len(seen) != len(c.Choice.Words) {
				t.Errorf("%s, %s offers %d of %d words", s.Title, c.Heading, len(seen), len(c.Choice.Words))
			}
		}
	}
}

func FuzzSetup(f *testing.F) {
	f.Add(1, "Cohort | First day\na | 2025-09-01")
	f.Add(0, "Question | Answer\nShort name of the community | x")
	f.Add(7, "What is it? | About | Text | Day\nComment | flops | a\nasked || b || 2025-01-01")
	f.Add(8, "Question | Answer\nRegular: share of sessions from | 1e400 %")
	f.Add(5, "Indicator | Target | Target\n= | NaN\n' | -0")
	f.Fuzz(func(t *testing.T, which int, text string) {
		if len(text) > 2000 || strings.Contains(text, "\x00") {
			return // no cell holds as much, or a NUL
		}
		title := vocabulary.SetupSheets[((which%len(vocabulary.SetupSheets))+len(vocabulary.SetupSheets))%len(vocabulary.SetupSheets)].Title
		s, err := setUp(workbook(t, title, text))
		var e *Error
		switch {
		case errors.As(err, &e):
			for _, fault := range e.Faults {
				if fault.Sheet == "" || fault.What == "" {
					t.Fatalf("%+v", fault)
				}
			}
		case err == nil:
			if _, err := s.Fingerprint(); err != nil {
				t.Fatal(err)
			}
			for _, c := range s.Cohorts {
				if !isID(c.ID) || c.Starts == 0 {
					t.Fatalf("%+v", c)
				}
			}
		}
	})
}
