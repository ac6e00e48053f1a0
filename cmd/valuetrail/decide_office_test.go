package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"valuetrail/internal/need"
)

// acceptAll chooses the first word of every drop-down in the column for answers
// that is still blank; it tells how many it filled in, by sheet.
func acceptAll(t *testing.T, path string) map[string]int {
	t.Helper()
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	filled := map[string]int{}
	for _, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		at := map[string]int{}
		for i, row := range rows {
			if i == 0 {
				for c, heading := range row {
					at[heading] = c + 1
				}
				continue
			}
			if sheet == "decided already" || at["Your answer"] == 0 { // columns of files go with their file
				continue
			}
			cell, err := excelize.CoordinatesToCellName(at["Your answer"], i+1)
			if err != nil {
				t.Fatal(err)
			}
			if err := f.SetCellStr(sheet, cell, cellAt(row, at["choice_1"])); err != nil {
				t.Fatal(err)
			}
			filled[sheet]++
		}
	}
	if err := f.Save(); err != nil {
		t.Fatal(err)
	}
	return filled
}

// byOffice has LibreOffice open a workbook and save it under its own name.
func byOffice(t *testing.T, path string) {
	t.Helper()
	office, folder := need.LibreOffice(t), t.TempDir()
	out, err := exec.Command(office, "--headless", "-env:UserInstallation=file://"+filepath.Join(folder, "profile"),
		"--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", folder, path).CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	data, err := os.ReadFile(filepath.Join(folder, filepath.Base(path)))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
}

const strangeSurvey = "respondent_id,submitted_at,Was this session worth your time?,Have you used anything since?,\"How hard, or easy, was it?\"\n" +
	"LK-001,2025-10-02,4,yes,Very hard\nLK-002,2025-10-02,5,no,Easy\nLK-003,2025-10-03,2,yes,Easy\n"

// Every kind of question, answered in LibreOffice as proposed: nothing is left to
// ask, and nothing kept back.
func TestAnswersSavedByLibreOfficeLeaveNothingToAsk(t *testing.T) {
	t.Chdir(t.TempDir())
	writeSamples(t)
	for name, text := range map[string]string{"survey.csv": strangeSurvey, "dates.csv": "Name,3/4/2026,5/4/2026\nAnn,x,x\nBo,x,\n", "marks.csv": "Name,2026-03-01\nAnn,x\nBo,Q\n",
		"sessions two.csv": "session_id,date,title,status\nz1,2025-10-01,Extra,canceld\n",
		"asistencia.csv":   "Correo;Apellidos y nombre;Fecha de la sesión;Minutos;Asistió\nlk@ejemplo.es;Ruiz, Ana;03/02/2026;30,5;Sí\n"} {
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	program(t, exitKept, "ingest", "exports/2025-26/2025-09", "survey.csv", "dates.csv", "marks.csv", "sessions two.csv", "asistencia.csv")
	filled := acceptAll(t, "to-decide.xlsx")
	if filled["names"] == 0 || filled["survey questions"] != 3 || filled["days marks words"] != 3 || filled["files"] != 1 {
		t.Fatalf("answers: %v", filled)
	}
	byOffice(t, "to-decide.xlsx")
	out, errs := program(t, exitDone, "ingest", "to-decide.xlsx")
	if exists("to-decide.xlsx") || strings.Contains(out, "kept for you") {
		t.Errorf("something is still open:\n%s%s", out, errs)
	}
	if !strings.Contains(out, "dates.csv was read again with your answers: 2 of 2 rows stored") {
		t.Errorf("nothing is said of the rows that waited:\n%s", out)
	}
	if !strings.Contains(out, "asistencia.csv was read again with your answers: 1 of 1 row stored") {
		t.Errorf("nothing is said of the table that nobody knew:\n%s", out)
	}
}
