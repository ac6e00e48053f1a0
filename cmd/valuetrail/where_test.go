package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// setsUp writes a setup.xlsx of one sheet.
func (d desk) setsUp(sheet string, rows ...[]any) {
	d.t.Helper()
	book := excelize.NewFile()
	if err := book.SetSheetName("Sheet1", sheet); err != nil {
		d.t.Fatal(err)
	}
	for i, row := range rows {
		cell, _ := excelize.CoordinatesToCellName(1, i+1)
		if err := book.SetSheetRow(sheet, cell, &row); err != nil {
			d.t.Fatal(err)
		}
	}
	if err := book.SaveAs(d.path("setup.xlsx")); err != nil {
		d.t.Fatal(err)
	}
}

var questionAndAnswer = []any{"Question", "Answer"}

func TestAnIndicatorThatLeadsAndIsNoneIsRefusedWithItsRow(t *testing.T) {
	d, _, _ := strayDesk(t)
	d.setsUp("Community", questionAndAnswer, []any{"What is your community called?", "Lake"}, []any{"Which indicator leads the page?", "nonsense"})
	for _, words := range [][]string{{"report"}, {"check"}, {"ingest", d.path("in")}, {"compare"}} {
		code, _, said := d.types(words...)
		if code != exitFailed {
			t.Errorf("%s: exit code %d", words, code)
		}
		wants(t, said, `setup.xlsx: sheet "Community": row 3, column B: there is no indicator "nonsense"`, "valuetrail indicators list names those there are")
	}
	d.setsUp("Community", questionAndAnswer, []any{"Which indicator leads the page?", "aplied_rate"})
	_, _, said := d.types("report")
	wants(t, said, "row 2, column B", `did you mean "applied_rate"?`)
	d.setsUp("Community", questionAndAnswer, []any{"Which indicator leads the page?", "reach_rate"})
	d.gets(exitDone, "report", "--out", d.path("r"))
	yaml, _, _ := strayDesk(t, [3]string{"valuetrail.yaml", "community: {id: lake}", "community: {id: lake}\nreport: {primary: nonsense}"})
	_, _, said = yaml.types("report")
	wants(t, said, `valuetrail.yaml: report.primary: there is no indicator "nonsense"`)
}

func TestATargetForNoIndicatorIsRefusedWithItsRow(t *testing.T) {
	d, _, _ := strayDesk(t)
	head := []any{"Indicator", "Cohort", "Target"}
	d.setsUp("Targets", head, []any{"atendance_rate", "", 0.7}, []any{"reach_rate", "", 0.9}, []any{"nonsense", "", 3})
	for _, words := range [][]string{{"report"}, {"check"}, {"ingest", d.path("in")}} {
		code, _, said := d.types(words...)
		if code != exitFailed {
			t.Errorf("%s: exit code %d", words, code)
		}
		wants(t, said, `setup.xlsx: sheet "Targets": row 2, column A: there is no indicator "atendance_rate"`, `did you mean "attendance_rate"?`,
			`setup.xlsx: sheet "Targets": row 4, column A: there is no indicator "nonsense"`, "valuetrail indicators list names those there are")
	}
	d.setsUp("Targets", head, []any{"attendance_rate", "", 0.7})
	d.gets(exitDone, "report", "--out", d.path("r"))
	yaml, _, _ := strayDesk(t, [3]string{"valuetrail.yaml", "community: {id: lake}", "community: {id: lake}\ntargets: [{indicator: reach, value: 0.7}]"})
	_, _, said := yaml.types("report")
	wants(t, said, `valuetrail.yaml: targets: there is no indicator "reach"`)
	ours, err := os.ReadFile("../../queries/indicators/reach_rate.sql")
	if err != nil {
		t.Fatal(err)
	}
	folder := filepath.Join(t.TempDir(), "own")
	own, _, _ := strayDesk(t, [3]string{"valuetrail.yaml", "community: {id: lake}", "community: {id: lake}\nindicators: " + folder + "\ntargets: [{indicator: visits, value: 0.7}]"})
	_, _, said = own.types("report")
	wants(t, said, "there is no folder "+folder+" with indicators of yours")
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, "visits.sql"), []byte(strings.ReplaceAll(string(ours), "reach_rate", "visits")), 0o600); err != nil {
		t.Fatal(err)
	}
	own.gets(exitDone, "report", "--out", own.path("r"))
}

func TestHintsNameTheFileThatTheSettingsAreIn(t *testing.T) {
	d, _, _ := strayDesk(t)
	said := func(words ...string) string {
		_, out, said := d.types(words...)
		return out + said
	}
	wants(t, said("report", "--cohort", "1999"), "a new one is a row in "+d.path("valuetrail.yaml")+", under cohorts")
	wants(t, said("compare", "--cohort", "1999"), "a new one is a row in "+d.path("valuetrail.yaml")+", under cohorts")
	d.setsUp("Cohorts", []any{"Cohort", "First day"}, []any{"2025", "2025-09-01"})
	wants(t, said("report", "--cohort", "1999"), "a new one is a row in "+d.path("setup.xlsx")+", sheet Cohorts")
	wants(t, said("compare", "--cohort", "1999"), "a new one is a row in "+d.path("setup.xlsx")+", sheet Cohorts")
	wants(t, said("compare"), "there is only one cohort so far", "add the next one to "+d.path("setup.xlsx")+", sheet Cohorts")
	d.write("more.csv", []byte("member_id,display_name,cohort,join_date\nM77,Ada Byron,spring people,2025-09-01\n"))
	wants(t, said("ingest", d.path("more.csv")), `If it is one of yours, give that one the short name "spring people" in `+d.path("setup.xlsx")+", sheet Cohorts;")
	d.gets(exitDone, "release", "--out", d.path("r"))
	d.setsUp("Thresholds", questionAndAnswer, []any{"People a rounded answer needs", 3})
	wants(t, said("report"), "your settings lower minimum_group to 3", "write 5 or more in "+d.path("setup.xlsx")+`, sheet Thresholds, row "People a rounded answer needs"`)
	empty := newDesk(t)
	_, _, words := empty.types("report")
	wants(t, words, "valuetrail init starts a community here")
}
