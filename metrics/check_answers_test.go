package metrics_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"valuetrail/metrics"
	"valuetrail/queries"
)

// twenty is a community of twenty, six of them of North and the others of South,
// that was asked two questions in one round after two meetings; by number from 1
// on, who answered, left the first question blank and came to the meetings.
type twenty struct{ answered, blank, came func(n int) bool }

func (c twenty) tables() *txtar.Archive {
	of := map[string]*strings.Builder{}
	add := func(table, format string, args ...any) {
		if of[table] == nil {
			of[table] = &strings.Builder{}
		}
		fmt.Fprintf(of[table], format+"\n", args...)
	}
	add("setting", "name,number\nparticipation.minimum_sessions,3\nparticipation.core,0.75\nparticipation.active,0.5\nparticipation.occasional,0.2")
	add("cohort", "cohort_id,first_day,last_day\n2025,2025-09-01,2026-08-31")
	add("period", "cohort_id,grain,period,ordinal,first_day,last_day\n2025,term,autumn,1,2025-09-01,2026-01-04\n2025,term,spring,2,2026-01-05,2026-08-31")
	add("session", "session_id,day_no,status,kind,open_to,has_register,listed,file_id,sheet_no,row_no,column_no")
	add("session_cohort", "session_id,cohort_id")
	add("wave", "wave_id,cohort,opened,closed,file_id,sheet_no,row_no,column_no\nw1,2025,2025-12-01,2025-12-15,waves,1,2,0")
	add("item", "item_id,wave_id,cycle,kind,scale_min,scale_max\nworth,,immediate,likert,1,5\nused,,applied,yesno,,")
	add("question", "wave_id,item_id,file_id,sheet_no,row_no,column_no\nw1,worth,f1,1,1,3\nw1,used,f1,1,1,4")
	add("member", "member_id,listed")
	add("enrolment", "member_id,cohort_id,org_unit,first_day,last_day,file_id,sheet_no,row_no,column_no")
	add("presence", "session_id,member_id,status,attended,file_id,sheet_no,row_no,column_no")
	add("invitation", "wave_id,cohort_id,seat,member_id,response_id")
	add("response", "wave_id,response_id,submitted_day,complete,file_id,sheet_no,row_no,column_no")
	add("answer", "wave_id,response_id,item_id,number,score,file_id,sheet_no,row_no,column_no")
	for s := 1; s <= 2; s++ {
		add("session", "s%d,2025-1%d-14,held,meeting,all,yes,yes,plan,1,%d,0", s, s-1, s+1)
		add("session_cohort", "s%d,2025", s)
	}
	for n := 1; n <= 20; n++ {
		unit := "South"
		if n <= 6 {
			unit = "North"
		}
		add("member", "m%d,yes", n)
		add("enrolment", "m%d,2025,%s,2025-09-01,2026-08-31,list,1,%d,0", n, unit, n+1)
		for s := 1; s <= 2; s++ {
			if c.came(n) {
				add("presence", "s%d,m%d,present,yes,register,1,%d,%d", s, n, n+1, s+1)
			}
		}
		if !c.answered(n) {
			add("invitation", "w1,2025,%d,m%d,", n, n)
			continue
		}
		add("invitation", "w1,2025,%d,m%d,r%d", n, n, n)
		add("response", "w1,r%d,2025-12-05,yes,f1,1,%d,0", n, n+1)
		add("answer", "w1,r%d,used,1,100,f1,1,%d,4", n, n+1)
		if !c.blank(n) {
			add("answer", "w1,r%d,worth,%d,75,f1,1,%d,3", n, n%3+3, n+1)
		}
	}
	a := &txtar.Archive{}
	for table, text := range of {
		a.Files = append(a.Files, txtar.File{Name: table + ".csv", Data: []byte(text.String())})
	}
	return a
}

func TestCheckTellsWhoDidNotAnswerAndWhatWasLeftBlank(t *testing.T) {
	catalogue, err := queries.Catalogue()
	if err != nil {
		t.Fatal(err)
	}
	upTo := func(most int) func(int) bool { return func(n int) bool { return n <= most } }
	nobody, everybody := upTo(0), upTo(20)
	nine := func(n int) bool { return n%2 == 1 && n < 19 }
	for name, c := range map[string]struct {
		of   twenty
		want []string
	}{
		"everybody answers everything":                {twenty{everybody, nobody, everybody}, nil},
		"one in ten left a question blank":            {twenty{everybody, upTo(2), everybody}, nil},
		"four in ten did":                             {twenty{everybody, upTo(8), everybody}, []string{"question_left_blank worth  f1 column 3 row 0: 8 of 20 people left it blank (40 %)"}},
		"what eight of nine left blank is not told":   {twenty{nine, func(n int) bool { return n > 1 }, everybody}, []string{"few_answered   waves column 0 row 2: 9 of 20 (45 %)"}},
		"fewer than half answer":                      {twenty{func(n int) bool { return n%5 < 2 }, nobody, everybody}, []string{"few_answered   waves column 0 row 2: 8 of 20 (40 %)"}},
		"half of a group is silent and all are heard": {twenty{func(n int) bool { return n > 3 }, nobody, everybody}, nil},
		"a group is silent":                           {twenty{func(n int) bool { return n > 5 }, nobody, everybody}, []string{"group_silent North unit waves column 0 row 2: 1 of 6 (17 %), of 15 of 20 (75 %)"}},
		"those who do not come are silent": {twenty{func(n int) bool { return n%4 > 0 }, nobody, func(n int) bool { return n%4 > 0 }},
			[]string{"answers_lean   waves column 0 row 2: of those who could come, 15 who answered came to 100 % of the meetings, 5 who did not answer to 0 %"}},
		"four silent are nobody's business": {twenty{func(n int) bool { return n%5 > 0 }, nobody, func(n int) bool { return n%5 > 0 }}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			found, err := metrics.Check(t.Context(), world(t, c.of.tables()), "c", day(t, "2026-03-01"), catalogue)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, f := range found {
				if f.Figure == "" {
					continue // about something else than answers
				}
				if f.Beside != "" {
					f.Figure += ", of " + f.Beside
				}
				got = append(got, fmt.Sprintf("%s %s %s %s column %d row %d: %s", f.Check, f.Thing, f.By, f.FileID, f.Column, f.Row, f.Figure))
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
	over, err := metrics.Check(t.Context(), world(t, twenty{upTo(9), nobody, everybody}.tables()), "c", day(t, "2027-06-01"), catalogue)
	if err != nil || slices.ContainsFunc(over, func(f metrics.Finding) bool { return f.Figure != "" }) {
		t.Errorf("of a round long over: %v, %+v", err, over)
	}
}
