package layout

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"valuetrail/ingest/sheet"
	"valuetrail/internal/vocabulary"
)

func TestDaysWithoutAYearTakeItFromTheDaysBesideThem(t *testing.T) {
	for heads, want := range map[string]string{
		"14 March,28 March,11 April 2025":               "2025-03-14 2025-03-28 2025-04-11",
		"14.03.2025,28.03.,11.04.2025":                  "2025-03-14 2025-03-28 2025-04-11",
		"12 Dec 2025,9 Jan,6 Feb":                       "2025-12-12 2026-01-09 2026-02-06",
		"11 April 2025,28 March,14 March":               "2025-04-11 2025-03-28 2025-03-14",
		"12.12.,09.01.2026":                             "2025-12-12 2026-01-09",
		"3/14/2025,3/28,4/11":                           "2025-03-14 2025-03-28 2025-04-11",
		"Kick-off 14 March 2025,Review 28 March,Mar-31": "2025-03-14 Kick-off 2025-03-28 Review 2025-03-31",
		"29 Feb,14.03.2024":                             "2024-02-29 2024-03-14",
	} {
		t.Run(heads, func(t *testing.T) {
			_, h := source(t, "register", "r.csv", "Name,"+heads+"\nAnn,x,x,x\nBo,x,,\n", Said{})
			same(t, "meetings", days(h), want)
			same(t, "problems", h.codes(), "year_assumed")
		})
	}
}

// days are the meetings' days and titles.
func days(h *heap) string {
	out := ""
	for _, m := range h.of(vocabulary.Meeting) {
		for _, v := range []string{m["date"], m["title"]} {
			if v != "" {
				out += " " + v
			}
		}
	}
	if out == "" {
		return out
	}
	return out[1:]
}

func TestDaysWithoutAYearTakeItFromWhatStandsAroundThem(t *testing.T) {
	table := "Name,14.3.,28.3.,11.4.\nAnn,x,x,\nBo,x,,x\n"
	winter := "Name,10 Oct,14 Nov,9 Jan\nAnn,x,x,\nBo,x,,x\n"
	for name, c := range map[string]struct{ file, text, want, problems string }{
		"a title":                 {"r.csv", "Register 2025\n" + table, "2025-03-14 2025-03-28 2025-04-11", "year_assumed"},
		"a school year":           {"r.csv", "Attendance 2025/26\n" + winter, "2025-10-10 2025-11-14 2026-01-09", "year_assumed"},
		"a school year in a name": {"register 2025-26.csv", winter, "2025-10-10 2025-11-14 2026-01-09", "year_assumed"},
		"counts under two names":  {"r.csv", "Présences 2025\nNom,14 mars,28 mars,11 avril\nAnn,P,P,A\nBo,P,A,P\nTotal présents,2,1,1\n", "2025-03-14 2025-03-28 2025-04-11", "year_assumed mark_assumed"},
		"counts without a word":   {"presence_2025.csv", "Groupe;Nom;14/03;28/03;11/04;%\nA;Ann;1;0;1;67%\n;Bo;1;1;;67%\nB;Cy;;1;1;67%\n;;2;2;2;\n", "2025-03-14 2025-03-28 2025-04-11", "year_assumed"},
		"the file's name":         {"register_2025.csv", table, "2025-03-14 2025-03-28 2025-04-11", "year_assumed"},
		"the day it was written":  {"register 2025-05-02.csv", table, "2025-03-14 2025-03-28 2025-04-11", "year_assumed"},
		"written before":          {"register 2026-01-10.csv", table, "2026-01-10 14.3. 2026-01-10 28.3. 2026-01-10 11.4.", "session_date_from_name"},
		"no year":                 {"r.csv", table, "14.3. 28.3. 11.4.", "!session_days_missing"},
		"one year for two":        {"r.csv", "Register 2025\n" + winter, "10 Oct 14 Nov 9 Jan", "!session_days_missing"},
		"two years":               {"r.csv", "Register 2025\nLast one: 2024\n" + table, "14.3. 28.3. 11.4.", "!session_days_missing"},
	} {
		t.Run(name, func(t *testing.T) {
			_, h := source(t, "register", c.file, c.text, Said{})
			same(t, "meetings", days(h), c.want)
			same(t, "problems", h.codes(), c.problems)
		})
	}
}

func TestNumbersOfPartsAreNoDays(t *testing.T) {
	for _, heads := range []string{"1.1,1.2,2.1", "1/3,2/3,3/3", "Sep-25,Oct-25,Nov-25"} {
		_, ok := findGrid(book(t, "r.csv", "Name,a\n").Sheets[0], []sheet.Row{
			{No: 1, Cells: append([]string{"Name"}, strings.Split(heads, ",")...)}, {No: 2, Cells: []string{"Ann", "1", "1", "0"}}, {No: 3, Cells: []string{"Bo", "0", "1", "1"}}})
		same(t, heads+" are sessions", ok, false)
	}
}

func TestAColumnOfMarksWithoutADayIsKeptToCheck(t *testing.T) {
	for heads, c := range map[string]struct {
		problems, want string
		both           bool // Ann and Bo have a mark there
	}{
		"14.03.2025,28.03.2025,Session 3":            {"!mark_column_undated", "2025-03-14 Ann present; 2025-03-28 Ann present; 2025-03-14 Bo present", true},
		"Session 1,28.03.2025,11.04.2025":            {"!mark_column_undated", "2025-03-28 Ann present; 2025-04-11 Ann present; 2025-04-11 Bo present", true},
		"2025-03-14,2025-03-28,2025-02-30":           {"!mark_column_undated", "2025-03-14 Ann present; 2025-03-28 Ann present; 2025-03-14 Bo present", true},
		"14.03.2025,Review,11.04.2025":               {"!mark_column_undated", "2025-03-14 Ann present; 2025-04-11 Ann present; 2025-03-14 Bo present; 2025-04-11 Bo present", false},
		"14.03.2025,,11.04.2025":                     {"!mark_column_undated", "2025-03-14 Ann present; 2025-04-11 Ann present; 2025-03-14 Bo present; 2025-04-11 Bo present", false},
		"2025-03-14,February 2025,2025-04-11":        {"!mark_column_undated", "2025-03-14 Ann present; 2025-04-11 Ann present; 2025-03-14 Bo present; 2025-04-11 Bo present", false},
		"14.03.2025,28.03.2025,Total":                {"", "2025-03-14 Ann present; 2025-03-28 Ann present; 2025-03-14 Bo present", false},
		"Paid,28.03.2025,11.04.2025":                 {"", "2025-03-28 Ann present; 2025-04-11 Ann present; 2025-04-11 Bo present", false},
		"14.03.2025,28.03.2025,Certificate":          {"", "2025-03-14 Ann present; 2025-03-28 Ann present; 2025-03-14 Bo present", false},
		"13/04/2025,04/14/2025,03/04/2025":           {"!date_order_mixed", "2025-04-13 Ann present; 2025-04-14 Ann present; 2025-04-13 Bo present", true},
		"5 May 2025,Introduction to things,3 Jun 25": {"!mark_column_undated", "2025-05-05 Ann present; 2025-06-03 Ann present; 2025-05-05 Bo present; 2025-06-03 Bo present", false},
	} {
		t.Run(heads, func(t *testing.T) {
			sum, h := source(t, "register", "r.csv", "Name,"+heads+"\nAnn,x,x,x\nBo,x,,x\n", Said{})
			want, kept := c.problems, 1
			if c.both {
				want, kept = c.problems+" "+c.problems, 2
			}
			if c.problems == "" {
				kept = 0
			}
			same(t, "problems", h.codes(), want)
			same(t, "kept", sum.ToCheck, kept)
			same(t, "marks", marks(h), c.want)
		})
	}
}

func TestOneDayIsNotTakenForSeveralColumnsOfMarks(t *testing.T) {
	sum, h := source(t, "register", "r.csv", "Name,14.3.,28.3.,11.4.\nAnn,x,x,\nBo,x,,x\n", Said{SessionDay: "2025-10-14"})
	same(t, "problems", h.codes(), "!one_day_for_several")
	same(t, "kept", sum.ToCheck, 2)
	same(t, "rows", len(h.rows), 0)
}

func TestDaysStandOverWhatIsBelowThem(t *testing.T) {
	table := [][]any{{"Nr", "Name", "E-mail", "2025-03-14", nil, "2025-03-28", nil}, {nil, nil, nil, "Here", "Minutes", "Here", "Minutes"},
		{1, "Ann", "a@x.org", "x", 60, "x", 45}, {2, "Bo", "b@x.org", "x", 50, nil, nil}}
	halves := [][]any{{nil, "2025-03-14", nil, "2025-03-28", nil}, {"Name", "Morning", "Afternoon", "Morning", "Afternoon"}, {"Ann", "x", "x", "x", nil}, {"Bo", "x", nil, nil, "x"}}
	for name, c := range map[string]struct {
		rows  [][]any
		merge [][2]string
		want  string
	}{
		"merged":     {table, [][2]string{{"D1", "E1"}, {"F1", "G1"}, {"B1", "B2"}}, "2025-03-14 Ann present 60; 2025-03-28 Ann present 45; 2025-03-14 Bo present 50"},
		"not merged": {table, nil, "2025-03-14 Ann present 60; 2025-03-28 Ann present 45; 2025-03-14 Bo present 50"},
		"parts of a day": {halves, [][2]string{{"B1", "C1"}, {"D1", "E1"}},
			"2025-03-14 Morning Ann present; 2025-03-14 Afternoon Ann present; 2025-03-28 Morning Ann present; 2025-03-14 Morning Bo present; 2025-03-28 Afternoon Bo present"},
	} {
		t.Run(name, func(t *testing.T) {
			_, sum, h := recognised(t, mergedBook(t, c.rows, c.merge), Said{})
			same(t, "source", sum.Source, "register")
			same(t, "marks", marks(h), c.want)
			same(t, "problems", h.codes(), "")
		})
	}
}

func mergedBook(t *testing.T, rows [][]any, merge [][2]string) *sheet.Book {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	for i, row := range rows {
		if err := f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+1), &row); err != nil {
			t.Fatal(err)
		}
	}
	for _, m := range merge {
		if err := f.MergeCell("Sheet1", m[0], m[1]); err != nil {
			t.Fatal(err)
		}
	}
	var data bytes.Buffer
	if err := f.Write(&data); err != nil {
		t.Fatal(err)
	}
	b, err := sheet.Read("r.xlsx", data.Bytes(), sheet.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return b
}
