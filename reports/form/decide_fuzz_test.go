package form

import (
	"strings"
	"testing"
)

// Whatever people or their programs make of the workbook, reading it ends with
// answers that were offered, each on a row of the sheet.
func FuzzReadDecisions(f *testing.F) {
	head := "What we found\tYour answer\tNote\tdecision_id\twords_shown\tchoice_1\tchoice_2\tstands_for_1\tstands_for_2\n"
	f.Add(head + "Anna\tAnn\twhy\tq1\t\tAnn\tnot a person\tm1\tnot_a_person\n")
	f.Add(head + "Anna\tann \t\tq1\t\tAnn\tANN\tm1\tm2\n")
	f.Add("\n\nnotes\n" + head + "'=1+1\t'=2\t\tq\t\t'=2\t\tx\t\n")
	f.Add("What it asks\tYour answer\tdecision_id\tabout_choice_1\tabout_stands_for_1\tchoice_1\tstands_for_1\nb\t\tq\ta\tx\ty\tz\n")
	f.Add("decision_id\tYour answer\tchoice_1\n")
	f.Fuzz(func(t *testing.T, text string) {
		var rows [][]string
		for line := range strings.SplitSeq(text, "\n") {
			rows = append(rows, strings.Split(line, "\t"))
		}
		decided, unread := ReadDecisions(rows)
		if !IsToDecide(rows) && len(decided)+len(unread) > 0 {
			t.Fatal("answers come from a sheet that is none")
		}
		for _, d := range decided {
			if d.ID == "" || d.Answer == "" || d.Row < 1 || d.Row > len(rows) {
				t.Errorf("decision %+v of %d rows", d, len(rows))
			}
			if d.Answer != AsShown && !strings.Contains(text, d.Answer) {
				t.Errorf("answer %q was never offered", d.Answer)
			}
		}
		for _, u := range unread {
			if u.Row < 1 || u.Row > len(rows) {
				t.Errorf("row %d of %d", u.Row, len(rows))
			}
		}
	})
}
