package metrics_test

import (
	"context"
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"valuetrail/internal/vocabulary"
	"valuetrail/internal/warehouse"
	"valuetrail/metrics"
	"valuetrail/queries"
)

// round writes the tables of one survey round: for each group of people how
// many answered yes, how many no and how many were silent.
type group struct {
	cohort, unit, sector string
	yes, no, silent      int
}

func round(groups []group) string {
	var members, enrolled, seats, responses, answers, cohorts, periods strings.Builder
	seen := map[string]bool{}
	n, seat := 0, map[string]int{}
	for _, g := range groups {
		if !seen[g.cohort] {
			seen[g.cohort] = true
			fmt.Fprintf(&cohorts, "%s,2025-09-01,2026-08-31\n", g.cohort)
			fmt.Fprintf(&periods, "%s,term,autumn,1,2025-09-01,2026-01-04\n", g.cohort)
		}
		for i := range g.yes + g.no + g.silent {
			n++
			seat[g.cohort]++
			response := fmt.Sprintf("r%d", n)
			fmt.Fprintf(&members, "m%d,yes\n", n)
			fmt.Fprintf(&enrolled, "m%d,%s,%s,%s,2025-09-01,2026-08-31,list,1,%d,0\n", n, g.cohort, g.unit, g.sector, n)
			if i >= g.yes+g.no {
				response = ""
			}
			fmt.Fprintf(&seats, "w,%s,%d,m%d,%s\n", g.cohort, seat[g.cohort], n, response)
			if response == "" {
				continue
			}
			score := 0
			if i < g.yes {
				score = 100
			}
			fmt.Fprintf(&responses, "w,%s,2025-12-05,yes,f,1,%d,0\n", response, n)
			fmt.Fprintf(&answers, "w,%s,used,%d,%d,f,1,%d,3\n", response, score/100, score, n)
		}
	}
	return "-- cohort.csv --\ncohort_id,first_day,last_day\n" + cohorts.String() +
		"-- period.csv --\ncohort_id,grain,period,ordinal,first_day,last_day\n" + periods.String() +
		"-- wave.csv --\nwave_id,opened,closed\nw,2025-12-01,2025-12-15\n" +
		"-- item.csv --\nitem_id,cycle,kind\nused,applied,yesno\n" +
		"-- question.csv --\nwave_id,item_id,file_id,sheet_no\nw,used,f,1\n" +
		"-- member.csv --\nmember_id,listed\n" + members.String() +
		"-- enrolment.csv --\nmember_id,cohort_id,org_unit,sector,first_day,last_day,file_id,sheet_no,row_no,column_no\n" + enrolled.String() +
		"-- invitation.csv --\nwave_id,cohort_id,seat,member_id,response_id\n" + seats.String() +
		"-- response.csv --\nwave_id,response_id,submitted_day,complete,file_id,sheet_no,row_no,column_no\n" + responses.String() +
		"-- answer.csv --\nwave_id,response_id,item_id,number,score,file_id,sheet_no,row_no,column_no\n" + answers.String()
}

// said asks one indicator and gives each reading in short: "cohort/group text".
func said(t *testing.T, w *warehouse.Warehouse, id string, s metrics.Scope) (string, metrics.Answer) {
	t.Helper()
	catalogue, err := queries.Catalogue()
	if err != nil {
		t.Fatal(err)
	}
	answers, err := metrics.Ask(context.Background(), w, catalogue, []string{id}, s, noon)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, r := range answers[0].Readings {
		all = append(all, r.Cohort+"/"+r.Group+" "+r.Text)
	}
	return strings.Join(all, "\n"), answers[0]
}

func TestSmallCohortIsNotGivenBackByAllTogether(t *testing.T) {
	w := world(t, txtar.Parse([]byte(round([]group{{"a", "u", "s", 6, 8, 0}, {"b", "u", "s", 2, 1, 0}}))))
	got, _ := said(t, w, "applied_rate", metrics.Scope{Community: "c"})
	want := "a/ 6 of 14 (43 %; 21 % to 67 %)\nb/ not shown, to protect members\n/ not shown, to protect members"
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestAudiencesAllReadTheSameOfAnswers(t *testing.T) {
	w := world(t, txtar.Parse([]byte(round([]group{{"a", "u", "s", 3, 3, 4}, {"b", "u", "s", 2, 1, 0}}))))
	convenor, _ := said(t, w, "applied_rate", metrics.Scope{Community: "c"})
	if !strings.Contains(convenor, "a/ about 50 %") {
		t.Fatalf("got %s", convenor)
	}
	for _, a := range vocabulary.Audiences.Words {
		if got, _ := said(t, w, "applied_rate", metrics.Scope{Community: "c", Audience: vocabulary.Audience(a)}); got != convenor {
			t.Errorf("%s reads\n%s\nthe convenor\n%s", a, got, convenor)
		}
	}
}

func TestBreakdownOfAnswersNeedsTenInEachPart(t *testing.T) {
	w := world(t, txtar.Parse([]byte(round([]group{
		{"a", "u1", "food", 4, 3, 0}, {"a", "u2", "food", 4, 3, 1}, {"a", "u3", "metal", 5, 6, 0}, {"a", "u4", "wood", 3, 4, 0},
	}))))
	got, _ := said(t, w, "applied_rate", metrics.Scope{Community: "c", Cohorts: []string{"a"}, By: "sector"})
	want := "a/food 8 of 14 (57 %; 33 % to 79 %); of all 15 between 53 % and 60 %\na/metal not shown, to protect members\na/wood not shown, to protect members" // of the total they would leave the 7 of wood
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestBreakdownThatCannotBeShownFallsBackAndSaysSo(t *testing.T) {
	w := world(t, txtar.Parse([]byte(round([]group{
		{"a", "u1", "food", 3, 2, 0}, {"a", "u2", "food", 4, 3, 0}, {"a", "u3", "metal", 3, 3, 0}, {"a", "u4", "metal", 3, 3, 0},
	}))))
	got, answer := said(t, w, "applied_rate", metrics.Scope{Community: "c", Cohorts: []string{"a"}, By: "unit"})
	if answer.Scope.By != "sector" || answer.Readings[0].Note != "instead:sector" || !strings.HasPrefix(got, "a/food 7 of 12") {
		t.Errorf("by %s: %s %+v", answer.Scope.By, got, answer.Readings)
	}
}

func TestMeetingsByAttributeMergeSmallGroups(t *testing.T) {
	var marks strings.Builder
	for n := 1; n <= 13; n++ {
		fmt.Fprintf(&marks, "s,m%d,present,yes,f,1,%d,2\n", n, n)
	}
	text := round([]group{{"a", "u1", "food", 8, 0, 0}, {"a", "u2", "metal", 3, 0, 0}, {"a", "u3", "wood", 4, 0, 0}}) +
		"-- session.csv --\nsession_id,day_no,status,kind,open_to,has_register\ns,2025-10-14,held,meeting,all,yes\n" +
		"-- session_cohort.csv --\nsession_id,cohort_id\ns,a\n" +
		"-- presence.csv --\nsession_id,member_id,status,attended,file_id,sheet_no,row_no,column_no\n" + marks.String()
	w := world(t, txtar.Parse([]byte(text)))
	got, _ := said(t, w, "reach_rate", metrics.Scope{Community: "c", Cohorts: []string{"a"}, By: "sector"})
	if want := "a/food 8 of 8 (100 %)\na/other 5 of 7 (71 %)"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	got, _ = said(t, w, "reach_rate", metrics.Scope{Community: "c", Cohorts: []string{"a"}})
	if want := "a/ 13 of 15 (87 %)"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// Silent seats without names cannot be put under a unit: every unit would look
// as if all of it had answered.
func TestWhoAnsweredByUnitNeedsTheNamesOfTheSilent(t *testing.T) {
	named := round([]group{{"a", "u1", "food", 4, 3, 2}, {"a", "u2", "metal", 4, 3, 3}})
	s := metrics.Scope{Community: "c", Cohorts: []string{"a"}, By: "unit", Audience: vocabulary.Sponsor}
	got, _ := said(t, world(t, txtar.Parse([]byte(named))), "response_rate", s)
	if want := "a/u1 7 of 9 (78 %)\na/u2 7 of 10 (70 %)"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	nameless := regexp.MustCompile(`(?m)^(w,a,[0-9]+,)m[0-9]+,$`).ReplaceAllString(named, "$1,")
	got, answer := said(t, world(t, txtar.Parse([]byte(nameless))), "response_rate", s)
	if got != "a/ 14 of 19 (74 %)" || answer.Readings[0].Note != "instead:none" {
		t.Errorf("got %s, %q", got, answer.Readings[0].Note)
	}
}

func TestRatesWithoutAMemberListSayThatTheyNeedOne(t *testing.T) {
	text := strings.ReplaceAll(round([]group{{"all", "", "", 6, 6, 0}}), ",yes\nm", ",no\nm")
	text = strings.Replace(text, "m12,yes", "m12,no", 1)
	w := world(t, txtar.Parse([]byte(text)))
	for _, id := range []string{"attendance_rate", "reach_rate", "level_share"} {
		got, answer := said(t, w, id, metrics.Scope{Community: "c"})
		for _, r := range answer.Readings {
			if r.Note != "needs:roster" || r.Value != nil || r.People != nil {
				t.Errorf("%s: %+v", id, r)
			}
		}
		if !strings.Contains(got, "needs: member list") {
			t.Errorf("%s says %q", id, got)
		}
	}
	if got, _ := said(t, w, "applied_rate", metrics.Scope{Community: "c"}); !strings.Contains(got, "6 of 12") {
		t.Errorf("answers need no member list: %s", got)
	}
}

// Whatever the survey, the bytes for a sponsor hold no number about the answers
// of one to four people: every reading is read again from its JSON.
func TestNoBytesTellOfOneToFourAnswers(t *testing.T) {
	number := regexp.MustCompile(`[0-9]`)
	for _, few := range []group{{"b", "u", "s", 0, 1, 0}, {"b", "u", "s", 1, 1, 3}, {"b", "u", "s", 3, 0, 9}, {"b", "u", "s", 2, 2, 0}} {
		w := world(t, txtar.Parse([]byte(round([]group{{"a", "u", "s", 7, 9, 2}, few}))))
		for _, by := range []string{"none", "unit", "sector"} {
			_, answer := said(t, w, "applied_rate", metrics.Scope{Community: "c", By: by, Audience: vocabulary.Sponsor})
			for _, r := range answer.Readings {
				if r.Cohort == "a" {
					continue
				}
				text, err := json.Marshal(r)
				if err != nil {
					t.Fatal(err)
				}
				if r.Shown || number.Match(text) {
					t.Errorf("%+v by %s: %s", few, by, text)
				}
			}
		}
	}
}

func TestUnknownIndicatorNamesTheNearest(t *testing.T) {
	catalogue, err := queries.Catalogue()
	if err != nil {
		t.Fatal(err)
	}
	_, err = metrics.Ask(context.Background(), nil, catalogue, []string{"aplied_rate"}, metrics.Scope{}, noon)
	hinted, ok := err.(interface{ Hint() string })
	if !ok || !strings.Contains(hinted.Hint(), "applied_rate") {
		t.Errorf("got %v", err)
	}
}
