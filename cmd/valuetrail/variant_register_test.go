package main

import (
	"bytes"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/charmap"

	"valuetrail/internal/need"
)

// days are the sessions of a small register, came who was there on each.
var (
	days = []time.Time{time.Date(2025, 9, 30, 0, 0, 0, 0, time.UTC), time.Date(2025, 10, 14, 0, 0, 0, 0, time.UTC), time.Date(2025, 11, 11, 0, 0, 0, 0, time.UTC)}
	came = []struct {
		name  string
		there [3]bool
	}{{"Ann Lee", [3]bool{true, true, true}}, {"Björn Åkesson", [3]bool{true, false, true}}, {"Chidi Okafor", [3]bool{false, true, false}},
		{"Dana Novák", [3]bool{true, true, false}}, {"Eve Onuoha", [3]bool{false, false, false}}}
)

// marks are how a hand writes that somebody came, and that they did not.
type marks struct{ came, stayedAway string }

// grid is the register as rows: names down, days across.
func grid(day func(time.Time) any, m marks) [][]any {
	head := []any{"Name"}
	for _, d := range days {
		head = append(head, day(d))
	}
	rows := [][]any{head}
	for _, p := range came {
		row := []any{p.name}
		for _, there := range p.there {
			mark := m.stayedAway
			if there {
				mark = m.came
			}
			row = append(row, mark)
		}
		rows = append(rows, row)
	}
	return rows
}

// iso writes a day as 2025-09-30; written writes it by a pattern.
func iso(d time.Time) any { return d.Format(time.DateOnly) }
func written(form string) func(d time.Time) any {
	return func(d time.Time) any { return d.Format(form) }
}

// serial is a day as a workbook counts them.
func serial(d time.Time) any {
	return int(d.Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)).Hours() / 24)
}

// csvOf is rows as delimited text.
func csvOf(rows [][]any, delimiter string) []byte {
	var b strings.Builder
	for _, row := range rows {
		for i, c := range row {
			if i > 0 {
				b.WriteString(delimiter)
			}
			text := fmt.Sprint(c)
			if strings.Contains(text, delimiter) {
				text = `"` + text + `"`
			}
			b.WriteString(text)
		}
		b.WriteString("\n")
	}
	return []byte(b.String())
}

// bookOf is rows as a workbook of one sheet.
func bookOf(t *testing.T, rows [][]any, o ...excelize.Options) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	for i, row := range rows {
		if err := f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+1), &row); err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b, o...); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// withColumnBefore adds a column between the names and the days, withColumnAfter
// one behind them.
func withColumnBefore(rows [][]any, heading string, value func(i int) any) [][]any {
	var out [][]any
	for i, row := range rows {
		extra := any(heading)
		if i > 0 {
			extra = value(i)
		}
		out = append(out, append([]any{row[0], extra}, row[1:]...))
	}
	return out
}

func withColumnAfter(rows [][]any, heading string, value func(i int) any) [][]any {
	var out [][]any
	for i, row := range rows {
		extra := any(heading)
		if i > 0 {
			extra = value(i)
		}
		out = append(out, append(append([]any{}, row...), extra))
	}
	return out
}

// registers are one register, kept in many ways, by file name.
func registers(t *testing.T) map[string][]byte {
	t.Helper()
	x := marks{"x", ""}
	total := func(i int) any {
		n := 0
		for _, there := range came[i-1].there {
			if there {
				n++
			}
		}
		return n
	}
	windows, err := charmap.Windows1252.NewEncoder().Bytes(csvOf(grid(iso, x), ";"))
	if err != nil {
		t.Fatal(err)
	}
	return map[string][]byte{
		"crosses.csv":               csvOf(grid(iso, x), ","),
		"large crosses.csv":         csvOf(grid(iso, marks{"X", ""}), ","),
		"ones and noughts.csv":      csvOf(grid(iso, marks{"1", "0"}), ","),
		"present and absent.csv":    csvOf(grid(iso, marks{"P", "A"}), ","),
		"whole words.csv":           csvOf(grid(iso, marks{"Present", "Absent"}), ","),
		"yes and no.csv":            csvOf(grid(iso, marks{"Y", "N"}), ","),
		"true and false.csv":        csvOf(grid(iso, marks{"TRUE", "FALSE"}), ","),
		"ticks.csv":                 csvOf(grid(iso, marks{"✓", ""}), ","),
		"semicolons.csv":            windows,
		"tabs.tsv":                  csvOf(grid(iso, x), "\t"),
		"American days.csv":         csvOf(grid(written("1/2/2006"), x), ","),
		"days with points.csv":      csvOf(grid(written("02.01.2006"), x), ","),
		"days in words.csv":         csvOf(grid(written("Mon, 2 Jan 06"), x), ","),
		"months in words.csv":       csvOf(grid(written("January 2, 2006"), x), ","),
		"counted days.csv":          csvOf(grid(serial, x), ","),
		"workbook.xlsx":             bookOf(t, grid(iso, x)),
		"days as dates.xlsx":        bookOf(t, grid(func(d time.Time) any { return d }, x)),
		"counted days.xlsx":         bookOf(t, grid(serial, x)),
		"numbers as marks.xlsx":     bookOf(t, grid(iso, marks{"1", "0"})),
		"a title above.csv":         append([]byte("Register of our meetings,,,\n,,,\n"), csvOf(grid(iso, x), ",")...),
		"totals beside.csv":         csvOf(withColumnAfter(withColumnAfter(grid(iso, x), "Total", total), "Percent", func(i int) any { return fmt.Sprintf("%d%%", 33*total(i).(int)) }), ","),
		"points between.csv":        csvOf(withColumnBefore(grid(iso, x), "Points", func(i int) any { return 10 * i }), ","),
		"a sum below.csv":           append(csvOf(grid(iso, x), ","), []byte("Total,3,3,2\n")...),
		"many empty rows below.csv": append(csvOf(grid(iso, x), ","), bytes.Repeat([]byte(",,,\n"), 900)...),
	}
}

func TestARegisterGivesTheSameHoweverItIsKept(t *testing.T) {
	d, files := newDesk(t), registers(t)
	for name, data := range files {
		d.write(filepath.Join("in", name), data)
	}
	_, all := d.receipts("--dry-run", d.path("in"))
	want := map[string]float64{"rows.to_check": 0, "facts.people": 5, "facts.sessions": 3, "facts.attendances": 8, "facts.distinct_names": 5, "facts.not_people": 0}
	for _, r := range all {
		name := filepath.Base(r["file"].(string))
		for key, n := range want {
			if have, ok := r.sum(key); !ok || have != n {
				t.Errorf("%s: %s is %v, want %v", name, key, have, n)
			}
		}
		var people []string
		for _, s := range r.list("sessions") {
			people = append(people, fmt.Sprintf("%s: %v", s["start"], s["people"]))
		}
		if got := strings.Join(people, ", "); got != "2025-09-30: 3, 2025-10-14: 3, 2025-11-11: 2" || r["source"] != "register" {
			t.Errorf("%s: %v, %s", name, r["source"], got)
		}
		balances(t, r)
	}
	if len(all) != len(files) {
		t.Errorf("%d receipts for %d files", len(all), len(files))
	}
}

func TestTardyIsThereBesidePresentAndAbsent(t *testing.T) {
	d := newDesk(t)
	file := d.write("register.csv", []byte("Name,2025-09-30,2025-10-14,2025-11-13\nAnn Lee,P,T,A\nBea Ode,T,P,P\nCy Fox,A,A,A\n"))
	code, files := d.receipts(file)
	r := files[0]
	if code != exitDone || r.number("facts.people") != 3 || r.number("facts.attendances") != 5 || r.number("rows.loaded") != 3 {
		t.Errorf("exit code %d, rows %s, facts %s", code, asJSON(r["rows"]), asJSON(r["facts"]))
	}
	if !r.codes()["mark_assumed"] {
		t.Errorf("nobody is told how T and A were read: %v", r.codes())
	}
}

func TestAnEmptyTemplateHoldsNobody(t *testing.T) {
	d := newDesk(t)
	_, files := d.receipts(d.write("register.csv", []byte("Name,2025-09-30,2025-10-14,Total\n,,,#DIV/0!\n,,,#DIV/0!\n")))
	if r := files[0]; r.number("facts.people") != 0 || r.number("facts.attendances") != 0 || r["source"] != "register" {
		t.Errorf("%v, facts %s", r["source"], asJSON(r["facts"]))
	}
}

func TestASurveyGivesTheSameHoweverItWasSaved(t *testing.T) {
	file := filepath.Join(need.Shared(t), "exports", "qualtrics", "ropensci__inst__extdata__sample.csv")
	agree(t, file, map[string]variant{
		"UTF-16":            {as: utf16LE},
		"a mark in front":   {change: func(s string) string { return "\ufeff" + s }},
		"Windows line ends": {change: replace("\n", "\r\n")},
		"labels, not codes": {change: replace("18 08:28:48,0,", "18 08:28:48,IP Address,", "100,38,1,", "100,38,True,")},
		"English headings":  {change: replace("Anfangsdatum,Enddatum,Antworttyp", "Start Date,End Date,Response Type")},
		"padded":            {change: eachLine(func(l string) string { return l + ",," })},
	})
}

func TestAPreviewOfASurveyIsNoAnswer(t *testing.T) {
	file := filepath.Join(need.Shared(t), "exports", "qualtrics", "ropensci__inst__extdata__sample.csv")
	text := unmarked(t, file)
	preview := strings.NewReplacer("R_2YPOQ602ER1jkf1", "R_preview", ",anonymous,", ",preview,", "18 08:28:48,0,", "18 08:28:48,1,").Replace(lastLine(text))
	d := newDesk(t)
	_, files := d.receipts(d.write("survey.csv", []byte(text+preview)), "--wave", "spring")
	if r := files[0]; r.number("facts.responses") != 1 || r.number("rows.ignored") != 1 || r.number("rows.loaded") != 1 {
		t.Errorf("rows %s, facts %s", asJSON(r["rows"]), asJSON(r["facts"]))
	}
}

func lastLine(s string) string {
	lines := strings.Split(strings.TrimRight(s, "\n"), "\n")
	return lines[len(lines)-1] + "\n"
}
