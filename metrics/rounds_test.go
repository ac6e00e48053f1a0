package metrics_test

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"valuetrail/metrics"
	"valuetrail/queries"
)

// twice are two members of two cohorts and one of one, with two rounds, of which
// nobody answered the later, and two meetings.
const twice = `
-- cohort.csv --
cohort_id,first_day,last_day
a,2024-09-01,2026-08-31
b,2025-09-01,2026-08-31
-- period.csv --
cohort_id,grain,period,ordinal,first_day,last_day
a,term,2024/25 autumn,1,2024-09-01,2025-01-04
a,term,2024/25 spring,2,2025-01-05,2025-08-31
a,term,2025/26 autumn,1,2025-09-01,2026-01-04
a,term,2025/26 spring,2,2026-01-05,2026-08-31
b,term,2025/26 autumn,1,2025-09-01,2026-01-04
b,term,2025/26 spring,2,2026-01-05,2026-08-31
a,year,2025/26,1,2025-09-01,2026-08-31
a,month,2025-12,4,2025-12-01,2025-12-31
b,month,2025-12,4,2025-12-01,2025-12-31
b,year,2025/26,1,2025-09-01,2026-08-31
-- member.csv --
member_id,listed
ana,yes
ben,yes
cem,yes
-- enrolment.csv --
member_id,cohort_id,first_day,last_day,file_id,sheet_no,row_no,column_no
ana,a,2024-09-01,2026-08-31,list,1,1,0
ana,b,2025-09-01,2026-08-31,list,1,2,0
ben,a,2024-09-01,2026-08-31,list,1,3,0
ben,b,2025-09-01,2026-08-31,list,1,4,0
cem,b,2025-09-01,2026-08-31,list,1,5,0
-- session.csv --
session_id,day_no,status,kind,open_to,has_register
oct,2025-10-14,held,meeting,all,yes
nov,2025-11-11,held,meeting,all,yes
-- session_cohort.csv --
session_id,cohort_id
oct,a
oct,b
nov,a
nov,b
-- presence.csv --
session_id,member_id,status,attended
oct,ana,present,yes
nov,ana,absent,no
oct,ben,absent,no
nov,ben,absent,no
nov,cem,present,yes
-- item.csv --
item_id,cycle,kind
used,applied,yesno
-- question.csv --
wave_id,item_id,file_id,sheet_no
first,used,f,1
-- wave.csv --
wave_id,opened,closed
first,2025-12-01,2025-12-15
last,2026-05-01,2026-05-15
-- invitation.csv --
wave_id,cohort_id,seat,member_id,response_id
first,a,1,ana,r1
first,a,2,ben,
first,b,1,ana,r1
first,b,2,ben,
first,b,3,cem,r2
last,a,1,ana,
last,a,2,ben,
last,b,1,ana,
last,b,2,ben,
last,b,3,cem,
-- response.csv --
wave_id,response_id,submitted_day,complete,file_id,sheet_no,row_no,column_no
first,r1,2025-12-05,yes,f,1,2,0
first,r2,2025-12-05,yes,f,1,3,0
-- answer.csv --
wave_id,response_id,item_id,number,score,file_id,sheet_no,row_no,column_no
first,r1,used,1,100,f,1,2,3
first,r2,used,1,100,f,1,3,3
`

func TestRoundThatNobodyAnsweredGivesWay(t *testing.T) {
	w := world(t, txtar.Parse([]byte(twice)))
	o, err := metrics.Summary(context.Background(), w, metrics.Scope{Community: "c"})
	if err != nil {
		t.Fatal(err)
	}
	if o.Round != "first" || o.Unanswered != "last" {
		t.Errorf("the round is %q, unanswered %q", o.Round, o.Unanswered)
	}
	got, _ := said(t, w, "response_rate", metrics.Scope{Community: "c", Grain: "year"})
	if want := "a/ 1 of 2 (50 %)\nb/ 2 of 3 (67 %)\n/ 2 of 3 (67 %)"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	silent := strings.NewReplacer("r1\n", "\n", "r2\n", "\n", "first,r1,2025-12-05", "other,r1,2025-12-05", "first,r2,2025-12-05", "other,r2,2025-12-05").Replace(twice)
	w = world(t, txtar.Parse([]byte(silent)))
	if o, err = metrics.Summary(context.Background(), w, metrics.Scope{Community: "c"}); err != nil {
		t.Fatal(err)
	}
	if o.Round != "last" || o.Unanswered != "" || o.Answered != 0 || o.Invited != 3 {
		t.Errorf("without any answer: %+v", o)
	}
	if got, _ = said(t, w, "response_rate", metrics.Scope{Community: "c", Cohorts: []string{"b"}, Grain: "year"}); got != "b/ 0 of 3 (0 %)" {
		t.Errorf("without any answer: %s", got)
	}
}

func TestMemberOfTwoCohortsCountsOnce(t *testing.T) {
	w, s := world(t, txtar.Parse([]byte(twice))), metrics.Scope{Community: "c", Since: day(t, "2025-09-01"), Until: day(t, "2025-12-31")}
	o, err := metrics.Summary(context.Background(), w, s)
	if err != nil {
		t.Fatal(err)
	}
	if o.Answered != 2 || o.Invited != 3 {
		t.Errorf("%d of %d answered, want 2 of 3", o.Answered, o.Invited)
	}
	m, err := metrics.MonthOf(context.Background(), w, s)
	if err != nil {
		t.Fatal(err)
	}
	if m.NotSeen != 1 {
		t.Errorf("%d were not seen in the last two sessions, want Ben alone: Ana came to one of them", m.NotSeen)
	}
}

func TestPeriodsOfSeveralYearsComeOldestFirst(t *testing.T) {
	w := world(t, txtar.Parse([]byte(twice)))
	all, err := queries.Catalogue()
	if err != nil {
		t.Fatal(err)
	}
	answers, err := metrics.Ask(context.Background(), w, all, nil, metrics.Scope{Community: "c", Cohorts: []string{"a"}}, noon)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"2024/25 autumn", "2024/25 spring", "2025/26 autumn", "2025/26 spring"}
	for _, a := range answers {
		var got []string
		for _, r := range a.Readings {
			got = append(got, r.Period)
		}
		if got = slices.Compact(got); a.Indicator.Parts == nil && !a.Indicator.PartCycles && !slices.Equal(got, want) {
			t.Errorf("%s: %q", a.Indicator.ID, got)
		}
	}
}

// The later round of the two closes on 15 May; nobody answered it.
func TestRoundThatIsStillOpenIsNotUnanswered(t *testing.T) {
	w := world(t, txtar.Parse([]byte(twice)))
	catalogue, err := queries.Catalogue()
	if err != nil {
		t.Fatal(err)
	}
	for today, closed := range map[string]bool{"2026-04-01": false, "2026-05-15": false, "2026-05-16": true} {
		o, err := metrics.Summary(context.Background(), w, metrics.Scope{Community: "c", Today: day(t, today)})
		if err != nil {
			t.Fatal(err)
		}
		if o.Round != "first" || o.Unanswered != map[bool]string{true: "last"}[closed] {
			t.Errorf("on %s the round is %q, unanswered %q", today, o.Round, o.Unanswered)
		}
		now, err := time.Parse(time.DateOnly, today)
		if err != nil {
			t.Fatal(err)
		}
		answers, err := metrics.Ask(context.Background(), w, catalogue, []string{"response_rate"}, metrics.Scope{Community: "c", Cohorts: []string{"b"}}, now)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range answers[0].Readings {
			if spring := r.Period == "2025/26 spring"; spring && (r.Population != nil && *r.Population > 0) != closed {
				t.Errorf("on %s: %+v", today, r)
			}
		}
	}
}

// Its form asks about two cycles, and two have answered before it closes.
func TestAnsweredRoundAboutSeveralCyclesCountsWhileItIsOpen(t *testing.T) {
	broad := strings.NewReplacer("used,applied,yesno\n", "used,applied,yesno\nworth,immediate,likert\n", "first,used,f,1\n", "first,used,f,1\nfirst,worth,f,1\n").Replace(twice)
	w := world(t, txtar.Parse([]byte(broad)))
	s := metrics.Scope{Community: "c", Grain: "year", Today: day(t, "2025-12-10")}
	o, err := metrics.Summary(context.Background(), w, s)
	if err != nil {
		t.Fatal(err)
	}
	if o.Round != "first" || o.Answered != 2 || o.Invited != 3 {
		t.Errorf("%d of %d answered the round %q", o.Answered, o.Invited, o.Round)
	}
	kept, err := metrics.CalendarOf(context.Background(), w, "c", s.Today)
	if err != nil {
		t.Fatal(err)
	}
	for _, k := range kept.Months {
		if want := map[bool]int{true: 1}[k.Month == "2025-12"]; k.Rounds != want {
			t.Errorf("%s has %d rounds in %s, want %d", k.Cohort, k.Rounds, k.Month, want)
		}
	}
	catalogue, err := queries.Catalogue()
	if err != nil {
		t.Fatal(err)
	}
	now := time.Date(2025, 12, 10, 12, 0, 0, 0, time.UTC)
	answers, err := metrics.Ask(context.Background(), w, catalogue, []string{"response_rate", "response_gap"}, s, now)
	if err != nil {
		t.Fatal(err)
	}
	for i, a := range answers {
		r := a.Readings[slices.IndexFunc(a.Readings, func(r metrics.Reading) bool { return r.Cohort == "b" })]
		if i == 0 && r.Text != "2 of 3 (67 %)" || i == 1 && r.Note == "no_data" {
			t.Errorf("%s: %q %q", a.Indicator.ID, r.Text, r.Note)
		}
	}
}
