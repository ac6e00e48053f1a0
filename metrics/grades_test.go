package metrics_test

import (
	"fmt"
	"slices"
	"testing"

	"valuetrail/internal/message"
	"valuetrail/metrics"
	"valuetrail/queries"
)

// twoOfThree answered a round; of ten rows of attendance one waits.
const twoOfThree = `
-- wave.csv --
wave_id,cohort,opened,closed
w1,2025,2025-12-01,2025-12-15
-- question.csv --
wave_id,item_id,file_id,sheet_no,row_no,column_no
w1,used,f1,1,1,3
-- item.csv --
item_id,wave_id,cycle,kind
used,,applied,yesno
-- invitation.csv --
wave_id,cohort_id,seat,member_id,response_id
w1,2025,1,m1,r1
w1,2025,2,m2,r2
w1,2025,3,m3,
-- response.csv --
wave_id,response_id,submitted_day,complete,file_id,sheet_no,row_no,column_no
w1,r1,2025-12-05,yes,f1,1,2,0
w1,r2,2025-12-05,yes,f1,1,3,0
-- answer.csv --
wave_id,response_id,item_id,number,score,file_id,sheet_no,row_no,column_no
w1,r1,used,1,100,f1,1,2,3
w1,r2,used,0,0,f1,1,3,3
-- source_file.csv --
file_id,kind,rows_read,rows_to_check
zoom,attendance,10,1
plan,sessions,8,0
`

// Four of six sessions have a register, 67 %: C. Of ten rows of attendance one waits,
// 90 % are there: A; three cannot be right, 70 %: B. The worst of them counts. Of
// the three people of the round two answered, 67 %: C.
func TestCheckGradesEachKindOfDataByItsWorstPart(t *testing.T) {
	catalogue, err := queries.Catalogue()
	if err != nil {
		t.Fatal(err)
	}
	w := world(t, exampleOf(t, "register_coverage", twoOfThree))
	wrong := metrics.Finding{Check: "attended_before_joining", Severity: "impossible", FileID: "zoom"}
	waits := metrics.Finding{Check: "rows_waiting", Severity: "waiting", FileID: "zoom"}
	of := func(found ...metrics.Finding) (all []string) {
		grades, err := metrics.Grades(t.Context(), w, catalogue, "c", day(t, "2026-06-01"), found, message.For("en"))
		if err != nil {
			t.Fatal(err)
		}
		for _, g := range grades {
			line := fmt.Sprintf("%q %s %s", g.Cohort, g.Kind, g.Grade)
			for _, c := range g.Caveats {
				line += ", " + c.Text + " " + string(c.Grade)
			}
			all = append(all, line)
		}
		return all
	}
	registers := "2 of 6 sessions have no attendance file C"
	cohort := []string{`"2025" attendance C, ` + registers, `"2025" survey C, no answer from 1 of 3 people C`}
	rows := `"" attendance C, ` + registers + ", 1 of 10 rows of the attendance waits to be checked A"
	answers := `"" survey C, no answer from 1 of 3 people C`
	for name, c := range map[string]struct {
		found []metrics.Finding
		want  []string
	}{
		"nothing is wrong": {[]metrics.Finding{waits}, append(slices.Clone(cohort), rows, answers)},
		"three rows are":   {[]metrics.Finding{wrong, waits, wrong, wrong}, append(slices.Clone(cohort), rows+", 3 of 10 rows of the attendance cannot be right B", answers)},
		"six rows are": {slices.Repeat([]metrics.Finding{wrong}, 6), append(slices.Clone(cohort),
			`"" attendance D, `+registers+", 1 of 10 rows of the attendance waits to be checked A, 6 of 10 rows of the attendance cannot be right D", answers)},
	} {
		if got := of(c.found...); !slices.Equal(got, c.want) {
			t.Errorf("%s:\ngot  %q\nwant %q", name, got, c.want)
		}
	}
}
