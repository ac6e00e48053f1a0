package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"valuetrail/internal/need"
	"valuetrail/internal/settings"
	"valuetrail/internal/vocabulary"
	"valuetrail/reports/form"
)

// typedRow is what somebody could type under each heading of a template: one
// row, every cell filled in. overrides are by kind.heading or heading.
func typedRow(kind vocabulary.Kind, f vocabulary.Field) any {
	overrides := map[string]any{"codebook.column_header": "Was it worth it?", "scale_min": 1, "scale_max": 5, "labels": "", "codebook.wave_id": "w1", "survey_waves.wave_id": "w1", "survey.wave_id": "w1",
		"session_id": "s1", "sessions.cohort": "2025", "cohort": "2025", "leadership_group": "value_detectives", "first_day": typedDay(1), "last_day": typedDay(60), "join_date": typedDay(0),
		"leave_date": "", "leave_reason": "", "level_override": "", "cycles": "applied; realized", "application_date": typedDay(20), "realized_date": typedDay(40),
		"from_cycle": "immediate", "to_cycle": "applied", "stopped_on": "", "follows_story_id": "", "roster.aliases": "Annie", "opened": typedDay(10), "closed": typedDay(80), "helper_id": "007", "mentee_id": "007",
		"on": typedDay(45), "substantiations.asked_on": typedDay(42), "decided_on": typedDay(30), "status": "", "sessions.status": "held", "practices.status": "adopted", "attendance.status": "present", "strength": 2,
		"indicator_id": "applied_rate", "session_date": typedDay(13), "submitted_at": typedDay(20), "month": time.Date(2025, 10, 1, 0, 0, 0, 0, time.UTC), "display_name": "Ann Lee", "name": "Ann Lee", "email": "ann@example.org"}
	for _, key := range []string{string(kind) + "." + f.Heading, f.Heading} {
		if v, ok := overrides[key]; ok {
			return v
		}
	}
	switch f.Holds {
	case vocabulary.Day, vocabulary.Instant:
		return typedDay(13)
	case vocabulary.Clock:
		return 14*time.Hour + 30*time.Minute
	case vocabulary.MemberID, vocabulary.People:
		return "007" // an id that a spreadsheet program would like to make a number of
	case vocabulary.Number, vocabulary.Whole:
		return 3
	case vocabulary.Flag:
		return "yes"
	case vocabulary.Word:
		return f.Choice.Words[0]
	case vocabulary.Email:
		return "ann@example.org"
	case vocabulary.Name:
		return "Ann Lee"
	}
	return "x1"
}

func typedDay(later int) time.Time { return time.Date(2025, 10, 1+later, 0, 0, 0, 0, time.UTC) }

// throughOffice has LibreOffice open the workbooks of a folder and save them
// again, as somebody who fills them in does.
func throughOffice(t *testing.T, from, to string) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(from, "*.xlsx"))
	if err != nil || len(files) == 0 {
		t.Fatal("no workbooks", err)
	}
	args := append([]string{"--headless", "-env:UserInstallation=file://" + filepath.Join(t.TempDir(), "profile"), "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", to}, files...)
	if out, err := exec.Command(need.LibreOffice(t), args...).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
}

func TestTemplatesFilledInAndSavedByLibreOfficeLoadWithNothingToCheck(t *testing.T) {
	d := newDesk(t)
	d.write("members.csv", []byte("member_id,display_name,email,cohort,join_date\n007,Ann Lee,ann@example.org,2025,2025-10-01\n"))
	d.gets(exitDone, "init", d.folder, "--name", "Lakeside", "--cohort", "2025", "--first-day", "2025-09-01", "--last-day", "2026-06-30", "--time-zone", "Europe/London", "--members", d.path("members.csv"))
	setup, err := os.ReadFile(d.path(settings.SetupFile))
	if err != nil {
		t.Fatal(err)
	}
	d.write("templates/setup.xlsx", setup)
	// saved as they are, they hold nothing
	throughOffice(t, d.path("templates"), d.path("blank"))
	_, files := d.receipts("--dry-run", d.path("blank"))
	if len(files) != len(form.Kinds()) {
		t.Fatalf("%d of %d templates came back", len(files), len(form.Kinds()))
	}
	for _, f := range files {
		if f.number("rows.loaded") != 0 || f.number("rows.to_check") != 0 {
			t.Errorf("an empty template gives rows: %s", asJSON(f))
		}
	}
	if before, after := d.settled(defaultSettings), d.settled("blank/"+defaultSettings); after != before {
		t.Errorf("setup.xlsx says something else when saved: %s, not %s", after, before)
	}
	for _, kind := range form.Kinds() {
		fillIn(t, filepath.Join(d.path("templates"), string(kind)+".xlsx"), kind)
	}
	throughOffice(t, d.path("templates"), d.path("filled"))
	code, files := d.receipts(d.path("filled"))
	if code != exitDone {
		t.Errorf("exit code %d", code)
	}
	for _, f := range files {
		if f["source"] != "own" || f.number("rows.read") != 1 || f.number("rows.loaded") != 1 || f.number("rows.to_check") != 0 || len(f["problems"].([]any)) > 0 {
			t.Errorf("%s", asJSON(f))
		}
	}
	if !strings.Contains(d.gets(exitDone, "people", "list"), "007") {
		t.Error("an id lost its zeros")
	}
}

// settled tells the settings that a file and what lies beside it make.
func (d desk) settled(file string) string {
	d.t.Helper()
	s, err := settings.Load(d.path(file))
	if err != nil {
		d.t.Fatal(err)
	}
	print, err := s.Fingerprint()
	if err != nil {
		d.t.Fatal(err)
	}
	return print
}

// fillIn types one row under the headings of a template.
func fillIn(t *testing.T, path string, kind vocabulary.Kind) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	book, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	s, _ := vocabulary.SheetOf(kind)
	sheet := book.GetSheetList()[0]
	fields := form.Fields(s)
	for i, f := range fields {
		at, _ := excelize.CoordinatesToCellName(i+1, 2)
		if v := typedRow(kind, f); v != "" {
			if err := book.SetCellValue(sheet, at, v); err != nil {
				t.Fatal(err)
			}
		}
	}
	if kind == vocabulary.Survey {
		head, _ := excelize.CoordinatesToCellName(len(fields)+1, 1)
		answer, _ := excelize.CoordinatesToCellName(len(fields)+1, 2)
		_ = book.SetCellValue(sheet, head, "Was it worth it?")
		_ = book.SetCellValue(sheet, answer, 4)
	}
	if err := book.SaveAs(path); err != nil {
		t.Fatal(err)
	}
}
