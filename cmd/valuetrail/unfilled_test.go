package main

import (
	"regexp"
	"strings"
	"testing"

	"valuetrail/internal/vocabulary"
	"valuetrail/metrics"
	"valuetrail/queries"
)

// unfilled is a placeholder of a sentence that nobody gave a value for.
var unfilled = regexp.MustCompile(`\{[a-z0-9]+:?( [^{}]*)?\}`)

func TestWhatACheckDoesNotKnowIsNoPlaceholder(t *testing.T) {
	checks, err := queries.Checks()
	if err != nil || len(checks) == 0 {
		t.Fatal(err)
	}
	e := &env{}
	for _, c := range checks {
		l := e.checkLine(metrics.Finding{Check: c.ID, Severity: c.Severity})
		if found := unfilled.FindString(l.What + l.Remedy); found != "" {
			t.Errorf("%s: %s in %q", c.ID, found, l.What)
		}
	}
	if says := e.checkLine(metrics.Finding{Check: "session_not_listed", Thing: "clinic"}).What; says != "A session called clinic on a day that is not said is in no list of sessions." {
		t.Error(says)
	}
}

func TestWhatAColumnIsTakenForIsNoSentence(t *testing.T) {
	e := &env{}
	for _, s := range vocabulary.Sheets {
		for _, f := range s.Fields {
			if says := e.roleWords(s.Kind, f.Heading); unfilled.MatchString(says) || says == "" || says == e.Say.Say("decide.dry.unused") {
				t.Errorf("%s %s: %q", s.Kind, f.Heading, says)
			}
		}
	}
	type of struct {
		kind vocabulary.Kind
		role string
	}
	for column, want := range map[of]string{
		{vocabulary.Attendance, ""}: "nothing", {vocabulary.Attendance, "mark"}: "a mark: who came", {vocabulary.Attendance, "status"}: "whether somebody came",
		{vocabulary.Sessions, "status"}: "status", {vocabulary.Sessions, "kind"}: "kind", {vocabulary.Codebook, "item_id"}: "item id",
		{vocabulary.Stories, "title"}: "the title of the session or story",
	} {
		if says := e.roleWords(column.kind, column.role); says != want {
			t.Errorf("%s: %q, want %q", column, says, want)
		}
	}
}

// Every command says of the samples what it has to say, without a sentence as it
// is written in the file of sentences.
func TestNoPrintedSentenceHoldsAPlaceholder(t *testing.T) {
	d := newDesk(t)
	if _, err := copySamples(d.folder); err != nil {
		t.Fatal(err)
	}
	for _, words := range [][]string{
		{"ingest", d.path("exports"), "--dry-run"}, {"ingest", d.path("exports")}, {"sources", "list"}, {"check"}, {"people", "list"}, {"people", "matches"}, {"people", "decisions"},
		{"indicators", "list"}, {"indicators", "run"}, {"compare"}, {"explain", "applied_rate", "--cohort", "2025"}, {"report", "--out", d.path("r")}, {"release", "--out", d.path("r")}, {"sources", "changes"}, nil,
	} {
		code, out, said := d.types(words...)
		if found := unfilled.FindString(out + said); found != "" || code == exitFailed || len(out) == 0 {
			at := strings.Index(out+said, found)
			t.Errorf("%s: exit code %d, %s in %q", words, code, found, (out + said)[max(0, at-100):min(len(out+said), at+100)])
		}
	}
}
