package main

import (
	"strings"
	"testing"
)

func TestOfTwoMembersWhoFitAlikeNoneIsProposed(t *testing.T) {
	d := newDesk(t)
	d.write("in/list.csv", []byte("member_id,display_name,email,cohort,join_date\nM1,Sam Reed,s1@x.example,c,2025-09-01\nM2,Sam Reed,s2@x.example,c,2025-09-01\nM3,\"Olena\nTkachuk\",o@x.example,c,2025-09-01\n"))
	d.write("in/came.csv", []byte("session_date,session_title,name,status\n2026-02-15,Clinic,Sam Reed,present\n2026-02-15,Clinic,O. Tkachuk,present\n"))
	d.write("in/answers.csv", []byte("wave_id,respondent_id,submitted_at,q1\nw1,M2,2026-01-05,4\n"))
	d.types("ingest", d.path("in"))
	code, _, said := d.types("people", "accept", "Sam Reed")
	if code != exitFailed {
		t.Errorf("it ends with %d", code)
	}
	wants(t, said, `"Sam Reed" may be Sam Reed (M1) or Sam Reed (M2): nothing tells which`, "by the id of your member list")
	sheets, err := bookRows(d.path("to-decide.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, row := range sheets[0].rows {
		if len(row) > 4 && row[0] == "Sam Reed" {
			if found++; row[3] != "" || !strings.Contains(row[4], "M1") || !strings.Contains(row[4], "M2") {
				t.Errorf("the sheet proposes %q of %q", row[3], row[4])
			}
		}
	}
	if found != 1 {
		t.Errorf("the sheet asks %d times", found)
	}
	d.gets(exitDone, "people", "accept", "Sam Reed", "M2")
	d.gets(exitDone, "people", "accept", "O. Tkachuk")
	wants(t, d.gets(exitDone, "people", "decisions"), `"Sam Reed" is Sam Reed (M2)`, `"O. Tkachuk" is Olena`, "(M3)")
	for _, line := range strings.Split(strings.TrimSpace(d.gets(exitDone, "people", "decisions", "--json")), "\n") {
		if strings.Contains(line, `"why": ""`) {
			t.Errorf("no reason is told: %s", line)
		}
	}
	for _, line := range strings.Split(d.gets(exitDone, "people", "list"), "\n") {
		if strings.Contains(line, "M1") && strings.Contains(line, "2026") || strings.HasPrefix(line, "Tkachuk") {
			t.Errorf("people list has the line %q", line)
		}
	}
}

// When somebody answered is not told where it says who came.
func TestNobodyIsSeenFirstOnTheDayOfAnAnswer(t *testing.T) {
	d := newDesk(t)
	d.write("in/list.csv", []byte("member_id,display_name,email,cohort,join_date\nM1,Sam Reed,s1@x.example,c,2025-09-01\n"))
	d.write("in/answers.csv", []byte("wave_id,respondent_id,submitted_at,q1\nw1,M1,2026-01-05,4\n"))
	d.types("ingest", d.path("in"))
	for _, flag := range []string{"--json", ""} {
		if list := d.gets(exitDone, strings.Fields("people list "+flag)...); strings.Contains(list, "2026-01-05") || !strings.Contains(list, "Sam Reed") {
			t.Errorf("the day of an answer is in %s", list)
		}
	}
}

func TestMarkAndDayThatNobodyCanTellProposeNothing(t *testing.T) {
	d := newDesk(t)
	d.write("in/marks.csv", []byte("Name,2026-03-01\nAnn Lee,x\nBo Skov,maybe\n"))
	d.write("in/days.csv", []byte("Name,3/4/2025,5/6/2025\nAnn Lee,x,x\nBo Skov,x,\n"))
	d.types("ingest", d.path("in"))
	sheets, err := bookRows(d.path("to-decide.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, s := range sheets {
		column := -1
		for _, row := range s.rows {
			for i, cell := range row {
				if cell == "What we propose" {
					column = i
				}
			}
			if len(row) > 0 && (row[0] == "maybe" || strings.HasPrefix(row[0], "3/4/")) {
				if found++; column < 0 || column < len(row) && row[column] != "" {
					t.Errorf("of %q it proposes something, in column %d: %q", row[0], column, row)
				}
			}
		}
	}
	if found != 2 {
		t.Errorf("%d of 2 are asked", found)
	}
}
