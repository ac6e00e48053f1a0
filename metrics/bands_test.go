package metrics_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"valuetrail/internal/vocabulary"
	"valuetrail/metrics"
)

// leveled are members of cohorts whose list says at which level each stands,
// with one meeting that nobody missed.
func leveled(cohorts map[string][5]int) string {
	names := []string{"core", "active", "occasional", "peripheral", "dormant"}
	var b, members, enrolled, sessions strings.Builder
	b.WriteString("-- setting.csv --\nname,number\nparticipation.core,0.75\nparticipation.active,0.5\nparticipation.occasional,0.2\nparticipation.minimum_sessions,3\n" +
		"-- session.csv --\nsession_id,day_no,status,kind,open_to,has_register\ns,2025-10-14,held,meeting,all,yes\n-- cohort.csv --\ncohort_id,first_day,last_day\n")
	periods := ""
	n := 0
	for cohort, sizes := range cohorts {
		fmt.Fprintf(&b, "%s,2025-09-01,2026-08-31\n", cohort)
		periods += cohort + ",year,2025/26,1,2025-09-01,2026-08-31\n"
		fmt.Fprintf(&sessions, "s,%s\n", cohort)
		for i, size := range sizes {
			for range size {
				n++
				fmt.Fprintf(&members, "m%d,yes\n", n)
				fmt.Fprintf(&enrolled, "m%d,%s,%s,2025-09-01,2026-08-31,list,1,%d,0\n", n, cohort, names[i], n)
			}
		}
	}
	return b.String() + "-- period.csv --\ncohort_id,grain,period,ordinal,first_day,last_day\n" + periods +
		"-- session_cohort.csv --\nsession_id,cohort_id\n" + sessions.String() +
		"-- presence.csv --\nsession_id,member_id,status,attended\ns,m1,present,yes\n-- member.csv --\nmember_id,listed\n" + members.String() +
		"-- enrolment.csv --\nmember_id,cohort_id,level_override,first_day,last_day,file_id,sheet_no,row_no,column_no\n" + enrolled.String()
}

func TestLevelsOfFewPeopleAreTwoBandsForAllButTheConvenor(t *testing.T) {
	hidden := "not shown, to protect members"
	cases := map[string]struct {
		cohorts map[string][5]int
		want    string
	}{
		"every level large": {map[string][5]int{"a": {5, 6, 7, 0, 8}},
			"a core 5 of 26 (19 %)|a active 6 of 26 (23 %)|a occasional 7 of 26 (27 %)|a peripheral 0 of 26 (0 %)|a dormant 8 of 26 (31 %)"},
		"three are core": {map[string][5]int{"a": {3, 6, 7, 0, 8}},
			"a core + active 9 of 24 (38 %), levels put together|a occasional + peripheral + dormant 15 of 24 (63 %), levels put together"},
		"the upper band small": {map[string][5]int{"a": {1, 2, 9, 0, 8}},
			"a core + active " + hidden + "|a occasional + peripheral + dormant " + hidden},
		"a small cohort": {map[string][5]int{"a": {6, 6, 6, 6, 6}, "b": {1, 1, 9, 0, 0}},
			"a core + active 12 of 30 (40 %), levels put together|a occasional + peripheral + dormant 18 of 30 (60 %), levels put together|" +
				"b core + active " + hidden + "|b occasional + peripheral + dormant " + hidden + "|" +
				" core + active " + hidden + "| occasional + peripheral + dormant " + hidden},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			w := world(t, txtar.Parse([]byte(leveled(c.cohorts))))
			s := metrics.Scope{Community: "c", Grain: "year"}
			if len(c.cohorts) == 1 {
				s.Cohorts = []string{"a"}
			}
			for _, audience := range []vocabulary.Audience{"readers", "members", "evaluator", "sponsor", "public"} {
				s.Audience = audience
				_, answer := said(t, w, "level_share", s)
				var got []string
				for _, r := range answer.Readings {
					got = append(got, r.Cohort+" "+r.Part+" "+r.Text)
					if strings.Contains(r.Part, "+") && r.Shown && r.Note != "band" {
						t.Errorf("a band has the note %q", r.Note)
					}
				}
				if strings.Join(got, "|") != c.want {
					t.Errorf("%s reads\n%s\nwant\n%s", audience, strings.Join(got, "|"), c.want)
				}
			}
			s.Audience = vocabulary.Convenor
			if _, answer := said(t, w, "level_share", s); len(answer.Readings)%5 != 0 || !answer.Readings[0].Shown || answer.Readings[0].Part != "core" {
				t.Errorf("the convenor reads %+v", answer.Readings)
			}
		})
	}
}

// tellers are stories of members by unit, each of another teller.
func tellers(units map[string]int) string {
	var members, enrolled, names, stories, cycles strings.Builder
	n := 0
	for unit, people := range units {
		for range people {
			n++
			fmt.Fprintf(&members, "m%d,yes\n", n)
			fmt.Fprintf(&enrolled, "m%d,a,%s,2025-09-01,2026-08-31,list,1,%d,0\n", n, unit, n)
			fmt.Fprintf(&names, "a%d,m%d\n", n, n)
			fmt.Fprintf(&stories, "t%d,2025-10-25,a%d,a,account,public\n", n, n)
			fmt.Fprintf(&cycles, "t%d,applied,yes,yes,told,stories,1,%d,5\n", n, n)
		}
	}
	return "-- setting.csv --\nname,word\nframework,vcf2011\n-- cohort.csv --\ncohort_id,first_day,last_day\na,2025-09-01,2026-08-31\n" +
		"-- period.csv --\ncohort_id,grain,period,ordinal,first_day,last_day\na,year,2025/26,1,2025-09-01,2026-08-31\n" +
		"-- member.csv --\nmember_id,listed\n" + members.String() +
		"-- enrolment.csv --\nmember_id,cohort_id,org_unit,first_day,last_day,file_id,sheet_no,row_no,column_no\n" + enrolled.String() + "idle,a,Quiet,2025-09-01,2026-08-31,list,1,99,0\n" +
		"-- identity.csv --\nalias_id,member_id\n" + names.String() +
		"-- story.csv --\nstory_id,collected_on,teller_alias_id,cohort_id,kind,consent_scope\n" + stories.String() +
		"-- story_cycle.csv --\nstory_id,cycle,asked,evidence,basis,file_id,sheet_no,row_no,column_no\n" + cycles.String()
}

func TestStoriesByUnitDoNotTieTellersToTheirUnit(t *testing.T) {
	const hidden = "not shown, to protect members"
	cases := map[string]struct {
		units map[string]int
		want  string
	}{
		"few in every unit":       {map[string]int{"Mill": 4, "Forge": 3}, " 7 of 7"},
		"few outside":             {map[string]int{"Mill": 6, "Forge": 4}, " 10 of 10"},
		"five and five":           {map[string]int{"Mill": 5, "Forge": 6}, "Forge 6 of 6|Mill 5 of 5|Quiet " + hidden},
		"the shown leave few":     {map[string]int{"Mill": 5, "Forge": 6, "Yard": 2}, "Forge 6 of 6|Mill " + hidden + "|Quiet " + hidden + "|Yard " + hidden},
		"two small units outside": {map[string]int{"Mill": 7, "Forge": 3, "Yard": 4}, "Forge " + hidden + "|Mill 7 of 7|Quiet " + hidden + "|Yard " + hidden},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			w := world(t, txtar.Parse([]byte(tellers(c.units))))
			ask := func(audience vocabulary.Audience) string {
				_, answer := said(t, w, "cycle_coverage", metrics.Scope{Community: "c", Cohorts: []string{"a"}, Grain: "year", By: "unit", Audience: audience})
				var got []string
				for _, r := range answer.Readings {
					if r.Part == "applied" {
						got = append(got, r.Group+" "+r.Text)
					}
				}
				return strings.Join(got, "|")
			}
			for _, audience := range []vocabulary.Audience{"members", "evaluator", "sponsor", "public"} {
				if got := ask(audience); got != c.want {
					t.Errorf("%s reads\n%s\nwant\n%s", audience, got, c.want)
				}
			}
			for _, audience := range []vocabulary.Audience{"convenor", "readers"} {
				if got := ask(audience); !strings.Contains(got, fmt.Sprintf("Mill %d of %d", c.units["Mill"], c.units["Mill"])) {
					t.Errorf("%s reads %s", audience, got)
				}
			}
		})
	}
}
