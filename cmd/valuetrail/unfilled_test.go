package main

import (
	"regexp"
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
