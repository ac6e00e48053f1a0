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

const spoken = `# The spring term

<!-- A comment of ours:
## Asked -->
## Used and results
Half of those who
answered used it.

A second paragraph.

## Asked of the sponsor
- Give each member two hours a month | The board | 2026-09-01
- A room
* Renew the licence,
  for a year | Finance

## Decided
- A room by the lake | granted, from May | 2026-03-10
- Travel money | refused

## Plan
- Visits | and a showcase
`

func TestCommentaryHoldsWhatWasWritten(t *testing.T) {
	for name, text := range map[string]string{"unix": spoken, "windows": "\ufeff" + strings.ReplaceAll(spoken, "\n", "\r\n"), "without a last line end": strings.TrimSpace(spoken)} {
		got, err := ParseCommentary("commentary.md", []byte(text))
		want := Words{
			Comments: []Comment{{"used", "Half of those who answered used it.\n\nA second paragraph."}},
			Asked:    []Request{{"Give each member two hours a month", "The board", 20697}, {What: "A room"}, {What: "Renew the licence, for a year", Owner: "Finance"}},
			Decided:  []Answer{{"A room by the lake", "granted, from May", 20522}, {What: "Travel money", Happened: "refused"}},
			Plan:     []string{"Visits | and a showcase"},
		}
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: got %+v, %v\nwant %+v", name, got, err, want)
		}
	}
}

func TestEachFaultOfTheCommentaryHasItsLineAndWhatToDo(t *testing.T) {
	for text, want := range map[string]struct {
		line       int
		what, hint string
	}{
		"hello\n## Plan\n- a":                {1, "text before the first heading", "## Overall"},
		"# A title\nhello":                   {2, "text before the first heading", "## Overall"},
		"## Aksed\n- a":                      {1, `unknown heading "Aksed"`, `did you mean "asked"?`},
		"## Plan\n\nnot an item":             {3, "no item of the list", "dash"},
		"## Asked\n- a | b | 1.9.2026":       {2, `want a day, found "1.9.2026"`, "2026-09-01"},
		"## Asked\n- a | b | 2026-02-30":     {2, "want a day", "2026-09-01"},
		"## Asked\n- a | b | 2026-02-03 | c": {2, "4 parts", "who decides"},
		"## Asked\n-":                        {2, "says nothing", "write it out"},
		"## Asked\n- | the board":            {2, "says nothing", "write it out"},
		"## Decided\n- a":                    {2, "does not say what happened", "what happened"},
		"## Overall\na\n## Summary\nb":       {3, `a second comment on "overall"`, "one heading"},
		"## Overall\na\x07b":                 {2, "control character", "by hand"},
		"## Overall\n\xff":                   {0, "not UTF-8", "save"},
		strings.Repeat("a", mostBytes+1):     {0, "larger than", "another file"},
	} {
		_, err := ParseCommentary("commentary.md", []byte(text))
		var e *Error
		if !errors.As(err, &e) || len(e.Faults) != 1 {
			t.Errorf("%.40q: %v", text, err)
			continue
		}
		if f := e.Faults[0]; f.Line != want.line || !strings.Contains(f.What, want.what) || !strings.Contains(f.Hint, want.hint) {
			t.Errorf("%.40q: %+v", text, f)
		}
	}
}

func TestEverySectionHasAHeadingThatIsNoList(t *testing.T) {
	for _, word := range append(Sections.Words, lists.Words...) {
		_, section := Sections.Parse(word)
		_, list := lists.Parse(word)
		if (section == nil) == (list == nil) {
			t.Errorf("%s is a section: %v, a list: %v", word, section, list)
		}
	}
	for said := range Sections.Synonyms {
		if _, err := lists.Parse(said); err == nil {
			t.Errorf("%q is a section and a list", said)
		}
	}
}

func TestFaultsOfAllFilesComeAtOnce(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "valuetrail.yaml")
	if _, err := Load(path); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("no file at all: %v", err)
	}
	write := func(name, text string) {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write(CommentaryFile, "## Plan\n- a\n")
	if s, err := Load(path); err != nil || len(s.Words.Plan) != 1 || s.Privacy != Default().Privacy {
		t.Errorf("without a YAML: %+v, %v", s, err)
	}
	write(CommentaryFile, "## Asked\n- a | b | soon\n")
	write("valuetrail.yaml", "comunity: {}\n")
	_, err := Load(path)
	var e *Error
	if !errors.As(err, &e) || len(e.Faults) != 2 {
		t.Fatalf("got %v", err)
	}
	for _, want := range []string{"valuetrail.yaml:1:1: unknown key", `commentary.md:2: want a day, found "soon"`} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("no %q in %v", want, err)
		}
	}
	if !strings.Contains(e.Hint(), "commentary.md line 2: write it like") {
		t.Errorf("hint %q", e.Hint())
	}
	write(CommentaryFile, "## Plan\n- a\n")
	write("valuetrail.yaml", "community: {id: x}\n")
	s, err := Load(path)
	if err != nil || len(s.Words.Plan) != 1 || s.Community.ID != "x" {
		t.Errorf("%+v, %v", s, err)
	}
	before := fingerprint(t, s)
	s.Words.Plan, s.File = nil, "elsewhere"
	if fingerprint(t, s) != before {
		t.Error("words change the fingerprint")
	}
	s.Privacy.MinimumGroup++
	if fingerprint(t, s) == before {
		t.Error("a threshold does not change the fingerprint")
	}
}

func fingerprint(t *testing.T, s Settings) string {
	t.Helper()
	print, err := s.Fingerprint()
	if err != nil {
		t.Fatal(err)
	}
	return print
}

func TestSettingsWithANumberThatIsNoneHaveNoFingerprint(t *testing.T) {
	s := Default()
	s.Targets = []Target{{Indicator: "applied_rate", Value: math.NaN()}}
	if print, err := s.Fingerprint(); err == nil || print != "" {
		t.Errorf("they are called %q, and the error is %v", print, err)
	}
}

func TestSlipInWordsLeavesTheOtherSettings(t *testing.T) {
	yaml, cohorts := "community: {id: x}\n", "Cohort | First day\n2026 | 2026-09-01"
	for name, files := range map[string]map[string][]byte{
		"a heading of commentary.md": {CommentaryFile: []byte("## Ovrall\na\n")},
		"the sheet Words":            {SetupFile: workbook(t, "Cohorts", cohorts, "Words", "What is it? | About | Text\nComment | Usd | x\nPlan || Visits")},
		"the name of that sheet":     {SetupFile: workbook(t, "Cohorts", cohorts, "Wrods", "What is it? | About | Text\nComment | Overall | x")},
		"both":                       {CommentaryFile: []byte("## Plan\na\n"), SetupFile: workbook(t, "Words", "What is it? | About | Text\nComment | Usd | x")},
	} {
		folder := t.TempDir()
		files["valuetrail.yaml"] = []byte(yaml)
		for file, data := range files {
			if err := os.WriteFile(filepath.Join(folder, file), data, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		path := filepath.Join(folder, "valuetrail.yaml")
		s, err := Load(path)
		var e *Error
		if !errors.As(err, &e) || !e.OfWords() || s.Community.ID != "x" || !reflect.DeepEqual(s.Words, Words{}) {
			t.Errorf("%s: %+v, %v", name, s, err)
		}
		if book := files[SetupFile]; book != nil && name != "both" && !reflect.DeepEqual(cohortIDs(s), []string{"2026"}) {
			t.Errorf("%s: the cohorts of the workbook are %v", name, cohortIDs(s))
		}
		if err := os.WriteFile(path, []byte("comunity: {}\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		if s, err := Load(path); !errors.As(err, &e) || e.OfWords() || !reflect.DeepEqual(s, Settings{}) {
			t.Errorf("%s, and a slip in the YAML: %+v, %v", name, s, err)
		}
	}
}

func TestWhatToDoAboutAWholeFileNamesTheFileAndNoLine(t *testing.T) {
	folder := t.TempDir()
	for name, text := range map[string]string{CommentaryFile: "\xff", "valuetrail.yaml": "comunity: {}\n"} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	_, err := Load(filepath.Join(folder, "valuetrail.yaml"))
	var e *Error
	if !errors.As(err, &e) || !strings.Contains(e.Hint(), CommentaryFile+": save it again as UTF-8") || strings.Contains(e.Hint(), "line 0") {
		t.Errorf("%v, hint %q", err, e.Hint())
	}
}

func FuzzCommentary(f *testing.F) {
	f.Add([]byte(spoken))
	f.Add([]byte("# \n#\n-\n*\n<!--"))
	f.Add([]byte("## plan\n - a\n\t- b\n* c | | |\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		words, err := ParseCommentary("commentary.md", data)
		if err != nil {
			if !reflect.DeepEqual(words, Words{}) || !errors.As(err, new(*Error)) {
				t.Fatalf("%+v, %v", words, err)
			}
			return
		}
		for _, c := range words.Comments {
			if c.Text == "" || !Sections.Has(c.Section) {
				t.Fatalf("%+v", c)
			}
		}
		for _, a := range words.Asked {
			if a.What == "" {
				t.Fatal("asks nothing")
			}
		}
		for _, d := range words.Decided {
			if d.What == "" || d.Happened == "" {
				t.Fatalf("%+v", d)
			}
		}
	})
}
