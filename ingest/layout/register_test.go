package layout

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"valuetrail/ingest/sheet"
	"valuetrail/internal/vocabulary"
)

// workbook makes a book of sheets: name, then rows.
func workbook(t testing.TB, name string, sheets map[string][][]any) *sheet.Book {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	var names []string
	for n := range sheets {
		names = append(names, n)
	}
	slices.Sort(names)
	for i, n := range names {
		if i == 0 {
			if err := f.SetSheetName("Sheet1", n); err != nil {
				t.Fatal(err)
			}
		} else if _, err := f.NewSheet(n); err != nil {
			t.Fatal(err)
		}
		for j, row := range sheets[n] {
			if err := f.SetSheetRow(n, fmt.Sprintf("A%d", j+1), &row); err != nil {
				t.Fatal(err)
			}
		}
	}
	var data bytes.Buffer
	if err := f.Write(&data); err != nil {
		t.Fatal(err)
	}
	b, err := sheet.Read(name, data.Bytes(), sheet.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// marks are the attendance rows as "day title name status" lines.
func marks(h *heap) string {
	var all []string
	for _, a := range h.of(vocabulary.Attendance) {
		all = append(all, strings.Join(strings.Fields(a["session_date"]+" "+a["session_title"]+" "+a["name"]+" "+a["status"]+" "+a["mode"]+" "+a["minutes"]), " "))
	}
	return strings.Join(all, "; ")
}

func TestRegisterHeadingsInEveryFormOfDay(t *testing.T) {
	for heading, want := range map[string]string{
		"44118":              "2020-10-14",
		"\"Sun, 14 Jun 20\"": "2020-06-14",
		"2020-06-14":         "2020-06-14",
		"9/28/2026":          "2026-09-28",
		"28.09.2026":         "2026-09-28",
		"Kick-off 14 Jun 20": "2020-06-14 Kick-off",
		"2026-09-28 (CoP 3)": "2026-09-28 CoP 3",
	} {
		t.Run(heading, func(t *testing.T) {
			_, h := source(t, "register", "r.csv", "Name,"+heading+",Total\nAnn Lee,x,1\nBo,,0\nTotal,1,1\n", Said{})
			same(t, "marks", marks(h), want+" Ann Lee present")
			same(t, "meetings", len(h.of(vocabulary.Meeting)), 1)
			same(t, "problems", h.codes(), "")
		})
	}
}

func TestRegisterMarks(t *testing.T) {
	for name, c := range map[string]struct{ cells, want, problems string }{
		"x and blank":               {"x,X,,✓", "present present - present", ""},
		"ones and noughts":          {"1,0,1,", "present absent present -", ""},
		"yes and no":                {"Y,N,,y", "present absent - present", "mark_assumed"},
		"true and false":            {"TRUE,False,TRUE,", "present absent present -", ""},
		"tardy":                     {"P,T,A,E", "present late absent excused", "mark_assumed mark_assumed"},
		"T and F":                   {"T,F,T,", "present absent present -", "mark_assumed mark_assumed"},
		"a late one":                {"P,L,A,", "present late absent -", "mark_assumed"},
		"A beside x":                {"x,A,x,", "present absent present -", "mark_assumed"},
		"A alone":                   {"A,A,,A", "- - - -", "!mark_unknown"},
		"N beside A is not absent":  {"P,N,A,", "present - absent -", "mark_assumed !mark_unknown"},
		"N beside x":                {"x,N,,", "present - - -", "!mark_unknown"},
		"J for yes":                 {"J,N,J,", "present - present -", "!mark_unknown"},
		"J beside P is asked":       {"P,J,P,", "present - present -", "!mark_unknown"},
		"words in Portuguese":       {"Presença,atrasado,Falta,justificada", "present late absent excused", ""},
		"words in Polish":           {"obecna,spóźniona,nieobecny,usprawiedliwiony", "present late absent excused", ""},
		"a length as in French":     {"1h30,62',PT1H2M,1h02m", "present 90 present 62 present 62 present 62", ""},
		"a time in place of a mark": {"18h30,x,x,", "- present present -", "!mark_unknown"},
		"how they came":             {"online,in person,45 min,-", "present online present in_person present 45 -", ""},
		"a formula that went wrong": {"x,#DIV/0!,,", "present - - -", "formula_error"},
		"one strange mark is asked": {"x,Q,,✓", "present - - present", "!mark_unknown"},
	} {
		t.Run(name, func(t *testing.T) {
			sum, h := source(t, "register", "r.csv", "Name,2025-09-01,2025-10-01,2025-11-01,2025-12-01,Percent\nAnn,"+c.cells+",50%\n", Said{})
			days := map[string]string{}
			for _, a := range h.of(vocabulary.Attendance) {
				days[a["session_date"]] = strings.TrimSpace(strings.Join(strings.Fields(a["status"]+" "+a["mode"]+" "+a["minutes"]), " "))
			}
			var got []string
			for _, d := range []string{"2025-09-01", "2025-10-01", "2025-11-01", "2025-12-01"} {
				got = append(got, first(days[d], "-"))
			}
			if strings.Contains(c.problems, "!") {
				same(t, "kept", sum.ToCheck, 1)
				same(t, "ignored", len(sum.Ignored), 0)
			}
			same(t, "marks", strings.Join(got, " "), c.want)
			same(t, "problems", h.codes(), c.problems)
		})
	}
	_, h := source(t, "register", "r.csv", "Name,2025-09-01\nAnn,A\n", Said{Marks: map[string]string{"a": "present"}})
	same(t, "said", marks(h), "2025-09-01 Ann present")
}

func TestRegisterBelowTitlesWithNamesInTwoColumns(t *testing.T) {
	b := workbook(t, "r.xlsx", map[string][][]any{"Register": {
		{"Attendance 2025/26"}, {}, {nil, nil, nil, "2025-09-01", "2025-10-06", "Percent"}, {"Last name", "First name", "Email", "Kick-off", "Peer assists", nil},
		{"Lee", "Ann", "ann@b.org", "x", "x", "#DIV/0!"}, {"Ray", "Bo", nil, nil, "x", 0.5}, {nil, nil, nil, 1, 2, nil}}})
	source, sum, h := recognised(t, b, Said{})
	same(t, "source", source, "register")
	same(t, "marks", marks(h), "2025-09-01 Kick-off Ann Lee present; 2025-10-06 Peer assists Ann Lee present; 2025-10-06 Peer assists Bo Ray present")
	same(t, "summary", sum.Ignored["summary"], 1)
	same(t, "from", sum.From, "2025-09-01")
	same(t, "to", sum.To, "2025-10-06")
}

func TestRegisterSheetsOfGroupsAreSessionsOfTheirOwn(t *testing.T) {
	b := workbook(t, "20201211 groups.xlsx", map[string][][]any{
		"1A": {{nil, 2, 1, "nr", "name", "time", "ts"}, {0, "A", "A", 1, "Max", 33, "12:27-12:45; 13:45-13:56; "}},
		"1B": {{nil, 2, 1, "nr", "name", "time", "ts"}, {2, "A", nil, 3, "Uwe", 44, "12:32-12:38; "}}})
	_, sum, h := recognised(t, b, Said{Marks: map[string]string{"A": "present"}})
	same(t, "meetings", len(h.of(vocabulary.Meeting)), 4)
	same(t, "marks", marks(h), "2020-12-11 2 Max present; 2020-12-11 1 Max present; 2020-12-11 2 Uwe present")
	same(t, "from", sum.From, "2020-12-11")
	ids := map[string]bool{}
	for _, m := range h.of(vocabulary.Meeting) {
		ids[m["meeting_id"]] = true
	}
	same(t, "distinct meetings", len(ids), 4)
}

func TestRegisterWithoutDaysSaysSo(t *testing.T) {
	text := "Name,Day1,Day2,Day3,days_att\nAnn,1,0,1,2\nBo,1,1,1,3\n"
	_, h := source(t, "register", "r.csv", text, Said{})
	same(t, "problems", h.codes(), "!session_days_missing")
	same(t, "marks", marks(h), "Day1 Ann present; Day2 Ann absent; Day3 Ann present; Day1 Bo present; Day2 Bo present; Day3 Bo present")
	_, h = source(t, "register", "r.csv", "Name,1,2,3,4,5,6\nAnn,x,x,x,,x,\n", Said{SessionDay: "2025-09-01"})
	same(t, "one day for all of them", h.codes(), "!one_day_for_several")
	same(t, "marks", len(h.of(vocabulary.Attendance)), 0)
}

func TestRegisterWithAmbiguousDaysIsKeptWhole(t *testing.T) {
	text := "Name,01/02/2025,03/04/2025\nAnn,x,x\nBo,x,\n"
	sum, h := source(t, "register", "r.csv", text, Said{})
	same(t, "kept", sum.ToCheck, 2)
	same(t, "problems", h.codes(), "!date_order_unknown")
	same(t, "rows", len(h.rows), 0)
	_, h = source(t, "register", "r.csv", text, Said{DateOrder: dmy})
	same(t, "said", marks(h), "2025-02-01 Ann present; 2025-04-03 Ann present; 2025-02-01 Bo present")
	_, h = source(t, "register", "r.csv", "Name,05/09/2025,03/10/2025,07/11/2025\nAnn,x,x,x\n", Said{})
	same(t, "ascending", marks(h), "2025-09-05 Ann present; 2025-10-03 Ann present; 2025-11-07 Ann present")
}

func TestEmptyRegisterHasNobody(t *testing.T) {
	sum, h := source(t, "register", "r.csv", "Name,2025-09-01,2025-10-01,Total\n,,,0\n,,,0\n", Said{})
	same(t, "rows", len(h.of(vocabulary.Attendance)), 0)
	same(t, "problems", h.codes(), "!empty_table")
	same(t, "read", sum.Read, 0)
}

func TestRegisterWithARowAPersonAndSession(t *testing.T) {
	text := "name,date,time,topic,status\nAnn,2025-09-01,14:00,Kick-off,P\nBo,2025-09-01,14:00,Kick-off,A\nBo,2025-10-01,14:00,Second,??\nCy,then,,Second,P\n"
	sum, h := source(t, "register", "r.csv", text, Said{})
	same(t, "marks", marks(h), "2025-09-01 Kick-off Ann present; 2025-09-01 Kick-off Bo absent")
	same(t, "kept", sum.ToCheck, 2)
	same(t, "starts", h.of(vocabulary.Meeting)[0]["starts_at"], "2025-09-01T14:00:00Z")
	same(t, "problems", h.codes(), "mark_assumed !mark_unknown !date_unreadable")
}

func TestHeadcountsAreMeetingsWithoutPeople(t *testing.T) {
	for name, c := range map[string]struct{ text, want, from string }{
		"a row a session":   {"session_name,session_type,start_day_utc,start_time_utc,num_attendees\nOpen,Talk,\"4 August, 2022\",9:30:00,11\nOpen,Talk,\"5 August, 2022\",9:30:00,12\n", "2022-08-04 11; 2022-08-05 12", "2022-08-04 09:30:00"},
		"a day in the slug": {"Slug,Registered,Day1,Day2,Day3\n2015-08-20-msu,,18,12\n2015-08-20-MSU,35,27,26\n", "2015-08-20 18; 2015-08-20 27", "2015-08-20"},
		"only months":       {"id,topic,num_participants,date,location\n0,kick-off,57,November 2014,Here\n1,tools,56,April 2015,There\n", "57; 56", "2014-11"},
		"with a sum":        {"Date,Participants\n2025-09-01,12\nTotal,12\n", "2025-09-01 12", "2025-09-01"},
	} {
		t.Run(name, func(t *testing.T) {
			sum, h := source(t, "register", "h.csv", c.text, Said{})
			var got []string
			for _, m := range h.of(vocabulary.Meeting) {
				got = append(got, strings.TrimSpace(m["date"]+" "+m["headcount"]))
			}
			same(t, "meetings", strings.Join(got, "; "), c.want)
			same(t, "people", len(h.of(vocabulary.Attendance)), 0)
			same(t, "sums", sum.Ignored["summary"], strings.Count(c.text, "Total"))
			same(t, "from", sum.From, c.from)
			same(t, "kind", sum.Kind, vocabulary.Meeting)
		})
	}
}

func TestRegisterWithHeadcountsBesideNamesTellsWhoCame(t *testing.T) {
	counts := [][]any{{"Date", "Participants"}, {"2025-09-01", 12}}
	for name, people := range map[string][][]any{
		"names down": {{"Name", "2025-10-06", "2025-11-03"}, {"Ann", "x", "x"}},
		"a list":     {{"Date", "Name", "Status"}, {"2025-10-06", "Ann", "present"}},
		"signatures": {{"Name", "Date", "Signature"}, {"Ann", "2025-10-06", "AL"}},
	} {
		for _, names := range [][2]string{{"A", "B"}, {"B", "A"}} {
			b := workbook(t, "r.xlsx", map[string][][]any{names[0]: counts, names[1]: people})
			_, sum, _ := recognised(t, b, Said{})
			same(t, name+" on "+names[1], sum.Kind, vocabulary.Attendance)
		}
	}
}

func TestTitleOverAllColumnsIsNoSession(t *testing.T) {
	f := excelize.NewFile()
	defer f.Close()
	for i, row := range [][]any{{"Register since 2025-09-01"}, {"Name", "2025-09-01", "2025-10-06"}, {"Ann", "x", nil}} {
		if err := f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+1), &row); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.MergeCell("Sheet1", "A1", "E1"); err != nil {
		t.Fatal(err)
	}
	var data bytes.Buffer
	if err := f.Write(&data); err != nil {
		t.Fatal(err)
	}
	b, err := sheet.Read("r.xlsx", data.Bytes(), sheet.Options{})
	if err != nil {
		t.Fatal(err)
	}
	_, _, h := recognised(t, b, Said{})
	same(t, "marks", marks(h), "2025-09-01 Ann present")
	same(t, "meetings", len(h.of(vocabulary.Meeting)), 2)
}
