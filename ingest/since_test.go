package ingest_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"valuetrail/ingest"
)

// told are the codes of the last run that begin so, with what they name.
func (h *house) told(codes ...string) string {
	var all []string
	for _, f := range h.last.Files {
		for _, p := range f.Problems {
			for _, c := range codes {
				if p.Code == c {
					all = append(all, strings.TrimSpace(fmt.Sprintf("%s %s %s", p.Code, p.Value, strings.TrimSuffix(p.What, ".what"))))
				}
			}
		}
	}
	return strings.Join(all, "; ")
}

func TestWhatANewerFileLacksOfTheOneBeforeItIsTold(t *testing.T) {
	const lacks = "rows_lacking  since.lacks"
	for name, c := range map[string][3]string{
		"a mark taken away":        {"Name,2026-03-14,2026-03-28\nAna,x,x\nBen,x,x\n", "Name,2026-03-14,2026-03-28\nAna,x,\nBen,x,x\n", lacks},
		"a mark in a longer list":  {"Name,2026-03-14,2026-03-28\nAna,x,x\nBen,x,\n", "Name,2026-03-14,2026-03-28,2026-04-11\nAna,x,,x\nBen,x,,\nCy,,,x\n", lacks},
		"an answer written anew":   {"Timestamp,Email Address,Worth it?\n5/20/2026 10:11:12,a@x.org,4\n5/21/2026 10:11:12,b@x.org,5\n", "Timestamp,Email Address,Worth it?\n5/20/2026 10:11:12,a@x.org,3\n5/21/2026 10:11:12,b@x.org,5\n", lacks},
		"nothing but more rows":    {"Name,2026-03-14\nAna,x\nBen,x\n", "Name,2026-03-14,2026-03-28\nAna,x,x\nBen,x,\n", ""},
		"what lies before it":      {"Name,2026-03-14,2026-03-28\nAna,x,x\nBen,x,x\n", "Name,2026-03-28,2026-04-11\nAna,x,x\nBen,x,x\n", ""},
		"another group's own list": {"Name,2026-03-14\nAna,x\nBen,x\nCy,x\nDee,x\n", "Name,2026-03-14\nAna,x\nEve,x\nFay,x\nGus,x\n", ""},
	} {
		t.Run(name, func(t *testing.T) {
			h := newHouse(t, twoCohorts).take("one.csv", c[0]).take("two.csv", c[1])
			same(t, "what is told", h.told("rows_lacking"), c[2])
			h.run([]string{h.dir + "/two.csv"}, ingest.Options{Replaces: []string{h.ids["one.csv"]}})
			same(t, "once it took its place", h.told("rows_lacking"), "")
		})
	}
}

func TestQuestionsThatAreNewOrGoneSinceTheLastExportAreTold(t *testing.T) {
	form := func(month, questions, answers string) string {
		return "Timestamp,Email Address," + questions + "\n" + month + "/20/2026 10:11:12,a@x.org," + answers + "\n"
	}
	h := newHouse(t, twoCohorts).take("may.csv", form("5", "How useful was it?,Comment", "4,Good"))
	same(t, "the first", h.told("questions_changed"), "")
	h.take("june.csv", form("6", "how useful was it,Comment", "4,Fine"))
	same(t, "the same", h.told("questions_changed"), "")
	h.take("july.csv", form("7", "How useful was the meeting?,Comment,Worth it?", "4,Fine,5"))
	same(t, "new and gone", h.told("questions_changed"), "questions_changed since.worded since.maybe; questions_changed Worth it? since.new")
	h.take("august.csv", form("8", "Worth it?,Who brought you?", "5,Ann"))
	same(t, "gone", h.told("questions_changed"), "questions_changed Who brought you? since.new; questions_changed How useful was the meeting? · Comment since.gone")
	h.take("other.csv", form("8", "Which day suits you?,Where?,Who brings the cake?", "Monday,here,me"))
	same(t, "another form", h.told("questions_changed"), "")
}

func TestHiddenSheetsAreNamed(t *testing.T) {
	f := excelize.NewFile()
	for _, name := range []string{"old draft", "notes", "blank"} {
		if _, err := f.NewSheet(name); err != nil {
			t.Fatal(err)
		}
		if err := f.SetSheetVisible(name, false); err != nil {
			t.Fatal(err)
		}
	}
	for place, row := range map[string][]any{"Sheet1!A1": {"Name", "2026-03-14"}, "Sheet1!A2": {"Ana", "x"}, "old draft!A1": {"Name", "2026-03-28"}, "old draft!A2": {"Ana", "x"}, "notes!A1": {"remember the cake"}} {
		name, cell, _ := strings.Cut(place, "!")
		if err := f.SetSheetRow(name, cell, &row); err != nil {
			t.Fatal(err)
		}
	}
	h := newHouse(t, twoCohorts)
	path := h.dir + "/register.xlsx"
	if err := f.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	h.run([]string{path}, ingest.Options{})
	same(t, "hidden sheets", h.told("hidden_sheet", "hidden_sheet_counted"), "hidden_sheet_counted old draft hidden_sheet_counted; hidden_sheet notes hidden_sheet")
}

func TestAFileThatWaitsWaitsWhenItIsTakenAgain(t *testing.T) {
	const register = "Name,3/4/2026,5/4/2026\nAnn,x,x\nBo,x,\n"
	h := newHouse(t, twoCohorts).take("book.csv", register)
	if !h.last.Kept() {
		t.Fatal("nothing waits")
	}
	h.take("book.csv", register)
	if f := h.last.Files[0]; !h.last.Kept() || f.Status != ingest.StatusKnown || f.Rows.Waiting == 0 {
		t.Errorf("taken again: kept %v, %s, %+v", h.last.Kept(), f.Status, f.Rows)
	}
	h.run(nil, ingest.Options{Decisions: []ingest.Decision{ruled("01", ingest.AskOrder, "register/attendance", "dmy")}})
	h.take("book.csv", register)
	if f := h.last.Files[0]; h.last.Kept() || f.Rows.Waiting != 0 {
		t.Errorf("after the answer: kept %v, %+v", h.last.Kept(), f.Rows)
	}
}

func TestHeadingsThatChangedAreHeadingsAndNameNobody(t *testing.T) {
	for name, c := range map[string][3]string{
		"days in the first row":     {"Name,2026-03-14,2026-03-28\nAna,x,x\nBen,x,x\n", "Name,2026-03-14,2026-03-28,2026-04-11\nAna,x,,\nBen,x,x,x\n", "new 2026-04-11; gone "},
		"somebody in the first row": {"Facilitator,Ana Lee\nName,2026-03-14,2026-03-28\nAna Lee,x,x\nBen Oak,x,x\n", "Facilitator,Ben Oak\nName,2026-03-14,2026-03-28\nAna Lee,x,x\nBen Oak,x,\n", "new ; gone "},
	} {
		t.Run(name, func(t *testing.T) {
			h := newHouse(t, twoCohorts).take("one.csv", c[0]).take("two.csv", c[1])
			store := h.w.Store("c")
			files, err := store.Order(t.Context())
			if err != nil || len(files) != 2 {
				t.Fatalf("%d files, %v", len(files), err)
			}
			now, was := files[0], files[1]
			if now.Name != "two.csv" {
				now, was = was, now
			}
			got, err := store.Changes(t.Context(), now, was)
			if err != nil {
				t.Fatal(err)
			}
			same(t, "headings", fmt.Sprintf("new %s; gone %s", strings.Join(got.NewColumns, ", "), strings.Join(got.GoneColumns, ", ")), c[2])
		})
	}
}
