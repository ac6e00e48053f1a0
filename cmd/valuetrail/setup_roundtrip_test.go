package main

import (
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"valuetrail/internal/settings"
	"valuetrail/internal/vocabulary"
	"valuetrail/reports/form"
)

// someSettings draws settings as people could have written them.
func someSettings(t *rapid.T) settings.Settings {
	name := rapid.StringMatching(`[A-Za-z0-9=+@'"éß/_.-][A-Za-z0-9=+@'"éß,/_.]{0,12}`)
	maybe := rapid.OneOf(rapid.Just(""), name)
	day := rapid.Custom(func(t *rapid.T) settings.Day { return settings.Day(rapid.IntRange(1, 40000).Draw(t, "day")) })
	number := rapid.Custom(func(t *rapid.T) float64 { return float64(rapid.IntRange(-100000, 100000).Draw(t, "n")) / 100 })
	names := func(label string, most int) []string {
		all := rapid.SliceOfNDistinct(name, 0, most, func(s string) string { return vocabulary.Loose(s) }).Draw(t, label)
		return slices.DeleteFunc(all, func(s string) bool { return vocabulary.Loose(s) == "" })
	}
	s := settings.Default()
	s.Community = settings.Community{ID: maybe.Draw(t, "id"), Name: maybe.Draw(t, "name"), Purpose: maybe.Draw(t, "purpose")}
	s.TimeZone = rapid.SampledFrom([]string{"", "Europe/London", "UTC"}).Draw(t, "zone")
	s.Framework = rapid.SampledFrom([]vocabulary.Framework{vocabulary.VCF2011, vocabulary.VCF2020}).Draw(t, "framework")
	for _, id := range names("cohorts", 4) {
		first := day.Draw(t, "first")
		s.Cohorts = append(s.Cohorts, settings.Cohort{ID: id, Title: rapid.OneOf(rapid.Just(id), name).Draw(t, "title"), Starts: first,
			Ends: rapid.SampledFrom([]settings.Day{0, first, first + 300}).Draw(t, "ends"), Participation: rapid.SampledFrom([]string{"voluntary", "required"}).Draw(t, "p")})
	}
	for _, id := range names("groups", 3) {
		s.LeadershipGroups = append(s.LeadershipGroups, settings.Group{ID: id, Title: name.Draw(t, "title"), Stewards: maybe.Draw(t, "stewards")})
	}
	for _, id := range names("outcomes", 3) {
		o := settings.Outcome{Measure: id, Title: name.Draw(t, "title"), Better: rapid.SampledFrom([]string{"more", "less"}).Draw(t, "better")}
		if rapid.Bool().Draw(t, "known") {
			x := number.Draw(t, "baseline")
			o.Baseline = &x
		}
		s.AgreedOutcomes = append(s.AgreedOutcomes, o)
	}
	for _, id := range names("targets", 3) {
		cohort := ""
		if len(s.Cohorts) > 0 {
			cohort = s.Cohorts[0].ID
		}
		s.Targets = append(s.Targets, settings.Target{Indicator: id, Cohort: cohort, Value: number.Draw(t, "value"), SetOn: day.Draw(t, "set on"), Reason: maybe.Draw(t, "why")})
	}
	s.Words.Comments = []settings.Comment{{Section: "used", Text: name.Draw(t, "one") + "\n\n" + name.Draw(t, "two")}}
	s.Words.Asked = []settings.Request{{What: name.Draw(t, "asked"), Owner: maybe.Draw(t, "owner"), By: day.Draw(t, "by")}}
	s.Words.Decided = []settings.Answer{{What: name.Draw(t, "decided"), Happened: name.Draw(t, "happened")}}
	s.Words.Plan = []string{name.Draw(t, "plan")}
	s.Privacy.MinimumGroup, s.Participation.Core = rapid.IntRange(2, 10).Draw(t, "group"), 0.8
	return s
}

func TestSetupGivesBackTheSettingsItWasMadeFrom(t *testing.T) {
	path := filepath.Join(t.TempDir(), settings.SetupFile)
	rapid.Check(t, func(t *rapid.T) {
		want := someSettings(t)
		data, err := form.Setup(want.Setup(), form.Known{}, "en")
		if err == nil {
			err = os.WriteFile(path, data, 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
		got, err := settings.Default().WithSetup(path)
		if err != nil {
			t.Fatal(err)
		}
		for i := range want.AcademicYear.Terms { // a term without a title is called by its id
			want.AcademicYear.Terms[i].Title = want.AcademicYear.Terms[i].ID
		}
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("got  %+v\nwant %+v", got, want)
		}
	})
}
