package ingest

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"valuetrail/internal/settings"
)

func settingsOf(t testing.TB, yaml string) settings.Settings {
	t.Helper()
	s, err := settings.Parse("valuetrail.yaml", []byte(yaml))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// spans is one grain of a cohort in words: id first..last.
func spans(all []Period, cohort, grain string) string {
	var words []string
	for _, p := range all {
		if p.Cohort == cohort && p.Grain == grain {
			words = append(words, fmt.Sprintf("%s %s..%s", p.Period, settings.Day(p.FirstDay), settings.Day(p.LastDay)))
		}
	}
	return strings.Join(words, ", ")
}

func TestPeriodsAreNamedAsPeopleNameThem(t *testing.T) {
	s := settingsOf(t, "cohorts: [{id: a, starts: 2025-09-15, ends: 2026-06-30}, {id: b, starts: 2024-12-31, ends: 2025-04-20}]\n")
	_, _, terms, periods := Calendar(s, Known{})
	for grain, want := range map[string]string{
		"programme":        "all 2025-09-15..2026-06-30",
		"year":             "2025/26 2025-09-15..2026-06-30",
		"term":             "2025/26 autumn 2025-09-15..2026-01-04, 2025/26 spring 2026-01-05..2026-04-14, 2025/26 summer 2026-04-15..2026-06-30",
		"term_since_start": "1 2025-09-15..2026-01-04, 2 2026-01-05..2026-04-14, 3 2026-04-15..2026-06-30",
	} {
		same(t, grain, spans(periods, "a", grain), want)
	}
	same(t, "months", spans(periods, "b", "month"), "2024-12 2024-12-31..2024-12-31, 2025-01 2025-01-01..2025-01-31, 2025-02 2025-02-01..2025-02-28, 2025-03 2025-03-01..2025-03-31, 2025-04 2025-04-01..2025-04-20")
	same(t, "months since a 31st", spans(periods, "b", "month_since_start"), "1 2024-12-31..2025-01-30, 2 2025-01-31..2025-02-27, 3 2025-02-28..2025-03-30, 4 2025-03-31..2025-04-20")
	same(t, "terms of the community", len(terms), 6)
	same(t, "the last term reaches the next year's first", settings.Day(terms[5].LastDay).String(), "2026-08-31")
}

func TestCohortsComeFromSettingsThenFromTheData(t *testing.T) {
	day := dayNo
	none := settingsOf(t, "")
	open := settingsOf(t, "cohorts: [{id: a, starts: 2025-09-15}]\n")
	cases := map[string]struct {
		s     settings.Settings
		known Known
		want  string
	}{
		"nothing at all":                                 {none, Known{}, ""},
		"data alone: one cohort holds it":                {none, Known{FirstDay: day("2025-10-02"), LastDay: day("2025-11-03")}, "all 2025-10-02..2025-11-03"},
		"cohorts that only sheets name span their years": {none, Known{FirstDay: day("2025-10-02"), LastDay: day("2026-09-03"), CohortNames: []string{"x"}}, "x 2025-09-01..2027-08-31"},
		"an open cohort lasts to the end of its year":    {open, Known{}, "a 2025-09-15..2026-08-31"},
		"or as long as the data":                         {open, Known{FirstDay: day("2025-10-02"), LastDay: day("2026-10-05")}, "a 2025-09-15..2026-10-05"},
		"a sheet may add a cohort":                       {open, Known{FirstDay: day("2025-10-02"), LastDay: day("2025-10-02"), CohortNames: []string{"a", "b"}}, "a 2025-09-15..2026-08-31, b 2025-09-01..2026-08-31"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			_, cohorts, _, periods := Calendar(c.s, c.known)
			var words []string
			for _, x := range cohorts {
				words = append(words, fmt.Sprintf("%s %s..%s", x.ID, settings.Day(x.FirstDay), settings.Day(x.LastDay)))
			}
			same(t, "cohorts", strings.Join(words, ", "), c.want)
			if len(cohorts) > 0 && len(periods) == 0 {
				t.Error("there are no periods")
			}
		})
	}
}

func TestPeriodsOfEveryGrainCutACohortIntoPieces(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := settings.Default()
		if rapid.Bool().Draw(t, "own terms") {
			s.AcademicYear = settings.AcademicYear{Starts: settings.MonthDay{Month: 8, Day: 15}, Terms: []settings.Term{{ID: "one", Starts: settings.MonthDay{Month: 10, Day: 1}}, {ID: "two", Starts: settings.MonthDay{Month: 2, Day: 1}}}}
		}
		first := rapid.IntRange(dayNo("2023-12-25"), dayNo("2025-03-05")).Draw(t, "first")
		last := first + rapid.IntRange(0, 900).Draw(t, "days")
		s.Cohorts = []settings.Cohort{{ID: "a", Starts: settings.Day(first), Ends: settings.Day(last)}}
		_, _, _, periods := Calendar(s, Known{})
		for _, grain := range []string{"programme", "year", "term", "month", "month_since_start", "term_since_start"} {
			var all []Period
			for _, p := range periods {
				if p.Grain == grain {
					all = append(all, p)
				}
			}
			slices.SortFunc(all, func(a, b Period) int { return a.Ordinal - b.Ordinal })
			next, ids := first, map[string]bool{}
			for n, p := range all {
				if p.FirstDay != next || p.LastDay < p.FirstDay || p.Ordinal != n+1 || ids[p.Period] {
					t.Fatalf("%s: period %d of %v", grain, n, all)
				}
				next, ids[p.Period] = p.LastDay+1, true
			}
			if next != last+1 {
				t.Fatalf("%s ends on %s, the cohort on %s", grain, settings.Day(next-1), settings.Day(last))
			}
		}
	})
}
