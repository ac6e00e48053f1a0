package main

import (
	"fmt"
	"strings"
	"testing"

	"valuetrail/internal/warehouse"
)

// The attacks on this year beside last: what stands beside each other is clipped
// to the same time since each began, and rests on other answers than the whole.

// twoYearsOf is a community of two cohorts a year apart. Each has a round in its
// first October that twelve answer, and last year's another in the same autumn that is
// like it but for so many more who answer.
func twoYearsOf(t *testing.T, more int) desk {
	t.Helper()
	d := newDesk(t)
	d.write("valuetrail.yaml", []byte("community: {id: planted, name: Planted}\ncohorts:\n  - {id: a, starts: 2024-09-01, ends: 2025-06-30}\n  - {id: b, starts: 2025-09-01, ends: 2026-06-30}\n"))
	roster := "member_id,display_name,email,cohort,org_unit,sector,join_date\n"
	answers := "wave_id,respondent_id,submitted_at,worth,used\n"
	said := func(cohort string, i int) string { return fmt.Sprintf("%d,%s", 40+i*3%50, []string{"yes", "no"}[i%2]) }
	for at, cohort := range []string{"a", "b"} {
		for i := range 20 {
			roster += fmt.Sprintf("%s%d,%s,%s%d@planted.example,%s,u,s,%d-09-01\n", cohort, i, planted(i+20*at), cohort, i, cohort, 2024+at)
			if i < 12 {
				answers += fmt.Sprintf("october-%s,%s%d,%d-10-10 10:%02d:00,%s\n", cohort, cohort, i, 2024+at, i, said(cohort, i))
			}
			if i < 12+more && cohort == "a" && more > 0 {
				answers += fmt.Sprintf("december-a,a%d,2024-12-10 10:%02d:00,%s\n", i, i, said(cohort, i))
			}
		}
	}
	d.write("in/members.csv", []byte(roster))
	d.write("in/rounds.csv", []byte("wave_id,cohort,opened,closed\noctober-a,a,2024-10-08,2024-10-20\noctober-b,b,2025-10-08,2025-10-20\ndecember-a,a,2024-12-08,2024-12-18\n"))
	d.write("in/questions.csv", []byte("item_id,column_header,text,cycle,kind,scale_min,scale_max,direction\nworth,worth,How much was it worth?,immediate,likert,0,100,positive\nused,used,Did you use it?,applied,yesno,,,\n"))
	d.write("in/answers.csv", []byte(answers))
	d.gets(exitDone, "ingest", d.path("in"))
	return d
}

// toldOf is how many answers stand behind each figure of a cohort that releases
// told of, once a set of answers.
func toldOf(t *testing.T, d desk, indicator, cohort string) map[int]bool {
	t.Helper()
	w, err := warehouse.Open(t.Context(), d.path("valuetrail.duckdb"), warehouse.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	found := map[int]bool{}
	for r, err := range w.Rows(t.Context(), "SELECT count(*) FROM main.release_person AS p WHERE NOT starts_with(p.person, 'mark ') AND p.person_set_id IN (SELECT c.person_set_id FROM main.release_cell AS c WHERE c.indicator = $indicator AND c.cohort_id = $cohort) GROUP BY p.person_set_id",
		map[string]any{"indicator": indicator, "cohort": cohort}) {
		if err != nil {
			t.Fatal(err)
		}
		n, _ := r[0].(int64)
		found[int(n)] = true
	}
	return found
}

func TestLedgerHoldsLastYearsFigureAsItStandsBesideThisYears(t *testing.T) {
	d := twoYearsOf(t, 3)
	d.gets(exitDone, "release", "--out", d.path("first"))
	text := readable(fileOf(t, d.path("first.html")))
	if !strings.Contains(text, "last year’s 6 of 12") {
		t.Fatalf("last year's October does not stand beside this year's: %.900s", text)
	}
	if told := toldOf(t, d, "applied_rate", "a"); !told[12] {
		t.Errorf("of last year's twelve answers nothing is kept: %v", told)
	}
}

// One late answer of last year changes only what stands beside this year's.
func TestReleaseAfterALateAnswerOfLastYearIsRefused(t *testing.T) {
	const last = "october-a,a%d,2024-10-11 11:0%d:00,%d,yes"
	cases := map[string]struct {
		late int
		code int
	}{"one": {1, exitFailed}, "four": {4, exitFailed}, "five": {5, exitDone}}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			d := twoYearsOf(t, 0)
			d.gets(exitDone, "release", "--out", d.path("first"))
			before := d.fingerprint()
			var rows []string
			for i := range c.late {
				rows = append(rows, fmt.Sprintf(last, 12+i, i, 30+i))
			}
			d.answers("late.csv", rows...)
			code, _, said := d.types("release", "--out", d.path("second"))
			if code != c.code || c.code == exitFailed && !strings.Contains(said, "differ by 1–4 people") {
				t.Errorf("exit code %d: %s", code, said)
			}
			if c.code == exitFailed && d.fingerprint() != before {
				t.Error("the first release or the list of releases has changed")
			}
		})
	}
}
