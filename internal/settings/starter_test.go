package settings

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestStarterHoldsTheAnswers(t *testing.T) {
	text := Starter(Answers{Name: `Lakeside: "owners" & co #1`, Purpose: "Decide\nfaster: together", CohortTitle: "2025/26", First: 20332, Last: 20634,
		TimeZone: "Europe/London", Sponsor: "The board"})
	s, err := Parse("valuetrail.yaml", text)
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	want := Cohort{ID: "2025-26", Title: "2025/26", Starts: 20332, Ends: 20634, Participation: "voluntary"}
	if s.Community != (Community{"lakeside-owners-co-1", `Lakeside: "owners" & co #1`, "Decide faster: together"}) || s.Cohorts[0] != want || s.TimeZone != "Europe/London" || s.Report.Sponsor != "The board" {
		t.Errorf("got %+v", s)
	}
	if s, err = Parse("x", Starter(Answers{})); err != nil || s.Community.ID != "our-community" || len(s.Cohorts) != 0 {
		t.Errorf("without answers: %+v, %v", s, err)
	}
}

var commented = regexp.MustCompile(`(?m)^( *)#: `)

func TestStarterShowsEveryKeyWithWhatHolds(t *testing.T) {
	for name, a := range map[string]Answers{"no answers": {}, "all answers": {Name: "n", CohortTitle: "a", First: 20332, Last: 20634, TimeZone: "UTC", Sponsor: "s"}, "open cohort": {First: 20332}} {
		text := commented.ReplaceAll(Starter(a), []byte("$1"))
		r, s := &reader{}, Default()
		root, ok := r.root(text)
		if !ok {
			t.Fatalf("%s: %+v\n%s", name, r.faults, text)
		}
		r.settings(root, &s)
		if len(r.faults) > 0 {
			t.Errorf("%s: the comments do not hold when uncommented: %+v", name, r.faults)
		}
		for key := range r.known {
			if !r.said[key] {
				t.Errorf("%s: the starter does not show %s", name, key)
			}
		}
		want := Default()
		if s.Participation != want.Participation || s.Privacy.MinimumExact != want.Privacy.MinimumExact || s.Framework != want.Framework ||
			s.AcademicYear.Starts != want.AcademicYear.Starts || s.Report.Language != want.Report.Language || !slices.EqualFunc(s.AcademicYear.Terms, want.AcademicYear.Terms, func(a, b Term) bool { return a.ID == b.ID && a.Starts == b.Starts }) {
			t.Errorf("%s: a comment says something else than the default: %+v", name, s)
		}
	}
}

func TestAnyAnswerGivesSettingsThatCanBeRead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := Answers{Name: rapid.String().Draw(t, "name"), Purpose: rapid.String().Draw(t, "purpose"), CohortTitle: rapid.String().Draw(t, "cohort"),
			Sponsor: rapid.String().Draw(t, "sponsor"), First: Day(rapid.IntRange(1, 40000).Draw(t, "first"))}
		s, err := Parse("f", Starter(a))
		if err != nil {
			t.Fatalf("%v\n%s", err, Starter(a))
		}
		if strings.IndexFunc(a.Name, func(r rune) bool { return r < ' ' || r > '~' }) < 0 && strings.TrimSpace(a.Name) != "" && s.Community.Name != strings.TrimSpace(a.Name) {
			t.Fatalf("name %q became %q", a.Name, s.Community.Name)
		}
	})
}
