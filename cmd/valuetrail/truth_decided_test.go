package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// Somebody who knows answers every question in to-decide.xlsx. The next run
// takes the answers, nothing is left to ask, and everybody's attendance is what
// it really was.
func TestAnswersInToDecideMakeTheFactsWhatReallyHappened(t *testing.T) {
	inWorlds(t, func(w *world) {
		path := filepath.Join(w.folder, "to-decide.xlsx")
		w.program("sources", "undo", "targets.csv") // writes the questions again, and leaves the next run something to do
		if answered := w.answer(path); answered < 5 {
			w.Fatalf("only %d questions were answered", answered)
		}
		w.program("ingest", filepath.Join(w.folder, "exports"))
		if _, err := os.Stat(path); err == nil {
			w.Error("something is still asked")
		}
		w.decided = true
		w.learn()
		var want []string
		for _, a := range w.truth.Attendance {
			minutes, status := any(nil), a.Status
			if a.Seconds != nil {
				minutes = float64(*a.Seconds) / 60
			}
			if status == "too_short" {
				status = "present"
			}
			if status == "" { // nothing but the waiting room
				continue
			}
			want = append(want, w.join(a.Session, a.Who, status, minutes, a.Attended))
		}
		w.same("presence", w.lines(`SELECT session_id, member_id, status, minutes, attended FROM main.presence`), want)
		if n := len(w.questions()); n != 0 {
			w.Errorf("%d questions are open", n)
		}
	})
}

// answer chooses, in every row of the sheet of names, the member that the name
// truly is, elsewhere what is proposed first; it tells how many rows it found an
// answer for.
func (w *world) answer(path string) int {
	w.Helper()
	truly := map[string]string{}
	for _, n := range w.truth.Names {
		if n.Rule == "proposal" {
			truly[w.identityOf("", n.Email, n.Name)] = n.Who
		}
	}
	book, err := excelize.OpenFile(path)
	if err != nil {
		w.Fatal(err)
	}
	defer book.Close()
	answered := 0
	for _, sheet := range book.GetSheetList() {
		rows, err := book.GetRows(sheet)
		if err != nil {
			w.Fatal(err)
		}
		at := map[string]int{}
		for i, row := range rows {
			if at["decision_id"] == 0 {
				for column, heading := range row {
					at[heading] = column + 1
				}
				continue
			}
			for n := 1; n <= 3; n++ {
				number := string(rune('0' + n))
				object, words := cellAt(row, at["stands_for_"+number]), cellAt(row, at["choice_"+number])
				known := w.who[object] != "" && w.who[object] == truly[w.who[cellAt(row, at["decision_id"])]]
				if proposed := sheet != "names" && n == 1; !known && !proposed {
					continue
				}
				name, err := excelize.CoordinatesToCellName(at["Your answer"], i+1)
				if err != nil {
					w.Fatal(err)
				}
				if err := book.SetCellValue(sheet, name, strings.TrimSpace(words)); err != nil {
					w.Fatal(err)
				}
				answered++
			}
		}
	}
	if err := book.Save(); err != nil {
		w.Fatal(err)
	}
	return answered
}
