package settings

import (
	"regexp"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestAnswersMakeSettings(t *testing.T) {
	s := Answers{Name: `Lakeside: "owners" & co #1`, Purpose: "Decide\nfaster: together", CohortTitle: "2025/26", First: 20332, Last: 20634,
		TimeZone: "Europe/London", Sponsor: "The board"}.Settings()
	want := Cohort{ID: "2025/26", Title: "2025/26", Starts: 20332, Ends: 20634, Participation: "voluntary"}
	if s.Community != (Community{"lakeside-owners-co-1", `Lakeside: "owners" & co #1`, "Decide faster: together"}) || s.Cohorts[0] != want ||
		s.TimeZone != "Europe/London" || s.Report.Sponsor != "The board" || len(s.LeadershipGroups) != 6 {
		t.Errorf("got %+v", s)
	}
	if s = (Answers{}).Settings(); s.Community.ID != "our-community" || len(s.Cohorts) != 0 {
		t.Errorf("without answers: %+v", s)
	}
	if s = (Answers{First: 20332}).Settings(); s.Cohorts[0].Title != "2025/26" || s.Cohorts[0].Ends != 0 {
		t.Errorf("a cohort without a title: %+v", s.Cohorts)
	}
}

var commented = regexp.MustCompile(`(?m)^( *)#: `)

func TestStarterShowsEveryKeyWithWhatHolds(t *testing.T) {
	for name, a := range map[string]Answers{"no answers": {}, "all answers": {Name: "n", CohortTitle: "a", First: 20332, Last: 20634, TimeZone: "UTC", Sponsor: "s"}, "open cohort": {First: 20332}} {
		text := commented.ReplaceAll(Starter(a.Settings()), []byte("$1"))
		if held, err := Parse("f", Starter(a.Settings())); err != nil || held.Community != (Community{ID: a.Settings().Community.ID}) || len(held.Cohorts) != 0 {
			t.Errorf("%s: the file says more than the short name: %+v, %v", name, held, err)
		}
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
			if !r.said[key] && (name != "open cohort" || key != "cohorts.ends") {
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
		want := a.Settings()
		text := commented.ReplaceAll(Starter(want), []byte("$1"))
		s, err := Parse("f", text)
		if err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
		if s.Community != want.Community || s.Cohorts[0] != want.Cohorts[0] || want.Report.Sponsor != "" && s.Report.Sponsor != want.Report.Sponsor {
			t.Fatalf("got %+v, want %+v", s, want)
		}
	})
}
