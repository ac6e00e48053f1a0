package settings

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

func day(t *testing.T, s string) Day {
	t.Helper()
	d, err := ParseDay(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestTermsLastToTheDayBeforeTheNext(t *testing.T) {
	spans := Default().Terms(day(t, "2025-04-20"), day(t, "2026-01-05"))
	var got []string
	for _, s := range spans {
		got = append(got, fmt.Sprintf("%s %s–%s", s.ID, s.First, s.Last))
	}
	want := "2024/25 summer 2025-04-15–2025-08-31|2025/26 autumn 2025-09-01–2026-01-04|2025/26 spring 2026-01-05–2026-04-14"
	if strings.Join(got, "|") != want {
		t.Errorf("got  %s\nwant %s", strings.Join(got, "|"), want)
	}
}

func TestYearsAreNamedAsPeopleNameThem(t *testing.T) {
	a := AcademicYear{Starts: MonthDay{time.September, 1}}
	for on, want := range map[string]string{"2025-08-31": "2024/25", "2025-09-01": "2025/26", "1999-12-31": "1999/00", "2026-02-28": "2025/26"} {
		if got := a.Year(day(t, on)).ID; got != want {
			t.Errorf("%s lies in %s, want %s", on, got, want)
		}
	}
	if got := (AcademicYear{}).Year(day(t, "2025-06-01")); got.ID != "2025" || got.First.String() != "2025-01-01" || got.Last.String() != "2025-12-31" {
		t.Errorf("a calendar year is %+v", got)
	}
}

func TestTermsCoverEveryDayOnce(t *testing.T) {
	calendars := map[string]AcademicYear{
		"default":                      Default().AcademicYear,
		"no terms":                     {Starts: MonthDay{time.September, 1}},
		"nothing at all":               {},
		"a gap after the year's start": {Starts: MonthDay{time.August, 1}, Terms: []Term{{ID: "b", Starts: MonthDay{time.February, 1}}, {ID: "a", Starts: MonthDay{time.September, 15}}}},
		"one term":                     {Starts: MonthDay{time.March, 10}, Terms: []Term{{ID: "only", Starts: MonthDay{time.May, 1}}}},
	}
	first, last := day(t, "2023-03-01"), day(t, "2026-11-30")
	for name, a := range calendars {
		next, seen := first, map[string]bool{}
		for _, s := range a.TermsBetween(first, last) {
			if s.First > next || s.Last < next || seen[s.ID] {
				t.Errorf("%s: %+v does not follow %s", name, s, next)
			}
			seen[s.ID] = true
			next = s.Last + 1
		}
		if next <= last {
			t.Errorf("%s: terms end on %s", name, next-1)
		}
		if a.TermsBetween(last, first) != nil || a.Years(last, first) != nil {
			t.Errorf("%s: a span turned round has terms", name)
		}
		if got := len(a.Years(first, last)); got < 4 || got > 5 {
			t.Errorf("%s: %d years", name, got)
		}
	}
}

func TestAnotherStartOfTheYearGetsThreeTermsOfItsOwn(t *testing.T) {
	s, err := Parse("f", []byte("academic_year: {starts: 10-31}"))
	if err != nil {
		t.Fatal(err)
	}
	if got := fmt.Sprint(s.AcademicYear.Terms); got != "[{1  10-31} {2  02-28} {3  06-28}]" {
		t.Errorf("terms %s", got)
	}
	first := s.Terms(day(t, "2025-10-31"), day(t, "2025-11-01"))
	if len(first) != 1 || first[0].ID != "2025/26 1" || first[0].First.String() != "2025-10-31" {
		t.Errorf("the first term is %+v", first)
	}
}
