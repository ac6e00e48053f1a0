package metrics_test

import (
	"fmt"
	"slices"
	"testing"

	"valuetrail/metrics"
)

// October: two meetings, one with a register. November: one that only its
// attendance file knows. December: cancelled, and planned for after today. A round
// with a question that no list has; two of three answered it.
const autumnOfGaps = `
-- setting.csv --
name,number
participation.minimum_sessions,3
-- cohort.csv --
cohort_id,first_day,last_day
2025,2025-09-01,2026-08-31
-- period.csv --
cohort_id,grain,period,ordinal,first_day,last_day
2025,month,2025-10,1,2025-10-01,2025-10-31
2025,month,2025-11,2,2025-11-01,2025-11-30
2025,month,2025-12,3,2025-12-01,2025-12-31
-- session.csv --
session_id,day_no,status,kind,open_to,has_register,listed,file_id,sheet_no,row_no,column_no
s1,2025-10-07,held,meeting,all,yes,yes,plan,1,2,0
s2,2025-10-21,moved,meeting,all,no,yes,plan,1,3,0
x,2025-11-04,held,meeting,all,yes,no,zoom,1,1,0
s3,2025-12-02,cancelled,meeting,all,no,yes,plan,1,4,0
s4,2025-12-16,held,meeting,all,no,yes,plan,1,5,0
-- session_cohort.csv --
session_id,cohort_id
s1,2025
s2,2025
x,2025
s3,2025
s4,2025
-- wave.csv --
wave_id,cohort,opened,closed,file_id,sheet_no,row_no,column_no
w1,2025,2025-11-10,2025-11-20,waves,1,2,0
w2,2025,2025-12-10,2025-12-20,waves,1,3,0
-- item.csv --
item_id,wave_id,cycle,kind
used,,applied,yesno
-- question.csv --
wave_id,item_id,file_id,sheet_no,row_no,column_no
w1,used,f1,1,1,3
w1,new,f1,1,1,4
-- invitation.csv --
wave_id,cohort_id,seat,member_id,response_id,assumed
w1,2025,1,m1,r1,yes
w1,2025,2,m2,r2,yes
w1,2025,3,m3,,yes
-- response.csv --
wave_id,response_id,session_id,submitted_day,complete,file_id,sheet_no,row_no,column_no
w1,r1,s1,2025-11-12,yes,f1,1,2,0
w1,r2,,2025-11-12,yes,f1,1,3,0
-- story.csv --
story_id,collected_on,session_id,cohort_id,kind,consent_scope,file_id,sheet_no,row_no,column_no
t1,2025-10-25,s1,2025,account,private,stories,1,2,0
-- enrolment.csv --
member_id,cohort_id,first_day,last_day,file_id,sheet_no,row_no,column_no
m1,2025,2025-11-15,2026-08-31,list,1,2,0
`

func TestCalendarSaysWhatThereIsAndWhatIsMissing(t *testing.T) {
	kept, err := metrics.CalendarOf(t.Context(), world(t, archive(t, autumnOfGaps)), "c", day(t, "2025-12-10"))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, m := range kept.Months {
		got = append(got, fmt.Sprintf("%s %s: %d members, %d of %d with a register, without %q, unlisted %q, %d rounds, %d stories", m.Cohort, m.Month, m.Members, m.Registers, m.Sessions, m.WithoutRegister, m.Unlisted, m.Rounds, m.Stories))
	}
	for _, s := range kept.Sessions {
		got = append(got, fmt.Sprintf("%s %s: listed %v, register %v, %d answers, %d stories", s.Session, s.Status, s.Listed, s.HasRegister, s.Answers, s.Stories))
	}
	for _, r := range kept.Rounds {
		got = append(got, fmt.Sprintf("%s: %d of %d (assumed %v), %d questions, %d unknown", r.Round, r.Answered, r.Invited, r.Assumed, r.Questions, r.Unknown))
	}
	want := []string{
		`2025 2025-10: 0 members, 1 of 2 with a register, without ["s2"], unlisted [], 0 rounds, 1 stories`,
		`2025 2025-11: 1 members, 1 of 1 with a register, without [], unlisted ["2025-11-04"], 1 rounds, 0 stories`,
		`2025 2025-12: 1 members, 0 of 0 with a register, without [], unlisted [], 0 rounds, 0 stories`,
		"s1 held: listed true, register true, 1 answers, 1 stories",
		"s2 moved: listed true, register false, 0 answers, 0 stories",
		"2025-11-04 held: listed false, register true, 0 answers, 0 stories",
		"s3 cancelled: listed true, register false, 0 answers, 0 stories",
		"w1: 2 of 3 (assumed true), 2 questions, 1 unknown",
		"w2: 0 of 0 (assumed false), 0 questions, 0 unknown",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if of := kept.Of([]string{"2024"}); len(of.Months)+len(of.Sessions)+len(of.Rounds) > 0 {
		t.Errorf("another cohort has %+v", of)
	}
}
