package workbook

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"valuetrail/internal/vocabulary"
	"valuetrail/metrics"
	"valuetrail/reports"
)

func number(text string, x float64) reports.TableCell {
	return reports.TableCell{Text: text, Value: &x}
}

func values(all ...float64) []*float64 {
	var out []*float64
	for _, x := range all {
		out = append(out, &x)
	}
	return out
}

// lakeside is a report with one of everything.
func lakeside() reports.Report {
	return reports.Report{
		Title: "Lakeside owner-managers’ network", Span: "2025/26", Audience: vocabulary.Sponsor, Language: "en", Draft: true,
		Headline: "Most members who answered used what they learned; a third report results. Spring attendance needs your help.",
		Purpose:  "Decide faster together.", MadeAt: time.Date(2026, 7, 3, 9, 30, 0, 0, time.UTC),
		Facts: []reports.Fact{{Label: "Members", Value: "36 from 6 organisations"}, {Label: "Meetings held", Value: "8 of 9 planned"}, {Label: "Answered", Value: "25 of 36 (69 %)"}},
		Findings: []reports.Finding{
			{Lead: "Used at work.", Anchor: "used", Sentence: "18 of 25 who answered put something into practice (72 %; 52–86 %). Of all 36 that is between 50 and 81 %, whatever the silent think."},
			{Lead: "What did not work.", Sentence: "Attendance 71 % autumn, 58 % spring; one meeting moved, one cancelled. Up to 4 people say it cost more than it gave."}},
		Asked: []string{"Free two hours a month for members in the spring term: Head of operations, by 30 September."},
		Sections: []reports.Section{
			{ID: "used", Title: "Used, and what came of it", Figures: []reports.Figure{answers(), matrix()}, Stories: told()},
			{ID: "part", Title: "Who takes part", Figures: []reports.Figure{terms(), {ID: "wordless", Title: "A figure without a table"}}, Stories: told()[:1]},
		},
		Definitions: []reports.Definition{{ID: "applied_rate", Title: "Used what they learned", Question: "What did people use?", Unit: "percent", Source: "Wenger, Trayner, de Laat 2011", Counted: "Of those who answered, the share who put something into practice since the last round."}},
		Sources:     []reports.SourceLine{{What: "Zoom reports", Kind: "attendance", From: "2025-09-17", To: "2026-06-17", Read: 1412, Loaded: 1398, Repeated: 9, Checked: 3, Ignored: 2}},
		Notes:       []string{"The meeting of 17 December was cancelled because of snow."},
	}
}

func answers() reports.Figure {
	row := func(question string, yes, no, silent float64) []reports.TableCell {
		return []reports.TableCell{{Text: question}, number("x", yes), number("x", no), number("x", silent), number("x", yes/(yes+no))}
	}
	return reports.Figure{ID: "cycles", Title: "Seven in ten who answered used something", Caption: "Number of members by answer; 25 of 36 answered; spring round, May 2026.", Data: "Data: B (no answer from 11 of 36 people).",
		Sentence: "18 of 25 who answered put something into practice (72 %; 52–86 %); 11 did not answer.",
		Counted:  []string{"One answer a member: the last complete one."},
		Chart: &reports.Chart{Kind: reports.AnswerBars, Unit: "people", Most: 36, Rows: []string{"a", "b", "c", "d"}, Series: []reports.Series{
			{Name: "Yes", Role: "yes", Values: values(22, 20, 18, 9)}, {Name: "No", Role: "no", Values: values(3, 5, 7, 16)}, {Name: "Did not answer", Role: "silent", Values: values(11, 11, 11, 11)}}},
		Table: reports.Table{Title: "Answers by question", Columns: []reports.TableColumn{{Heading: "Question"}, {Heading: "Yes", Number: true, Unit: "people"}, {Heading: "No", Number: true, Unit: "people"},
			{Heading: "Did not answer", Number: true, Unit: "people"}, {Heading: "Yes of those who answered", Number: true, Unit: "percent"}},
			Rows: [][]reports.TableCell{row("Was it worth the time?", 22, 3, 11), row("What did people gain?", 20, 5, 11), row("What did they use?", 18, 7, 11), row("What changed? [note 1]", 9, 16, 11)}}}
}

func matrix() reports.Figure {
	return reports.Figure{ID: "matrix", Title: "Stories and answers point the same way", Caption: "2025/26", Table: reports.Table{
		Columns: []reports.TableColumn{{Heading: "Question"}, {Heading: "Answers"}, {Heading: "Stories"}},
		Rows: [][]reports.TableCell{
			{{Text: "What did they use?"}, {Text: "18 of 25"}, {Chips: []reports.Chip{{StoryID: "S-01", Title: "A quote in two days", State: "confirmed"}, {StoryID: "S-02"}}}},
			{{Text: "What changed?"}, {Mark: "[c]"}, {Text: "no evidence yet"}}}}}
}

func terms() reports.Figure {
	return reports.Figure{ID: "cycles", Title: "Spring lost a third of the room", Sentence: "Spring lost a third of the room", Caption: "Attendance by term", Table: reports.Table{
		Columns: []reports.TableColumn{{Heading: "Term"}, {Heading: "Attendance", Number: true, Unit: "percent"}, {Heading: "attendance", Number: true, Unit: "days"}, {Heading: ""}},
		Rows: [][]reports.TableCell{
			{{Text: "Autumn"}, number("71 %", 0.7123456789), number("", 1234.5), {Text: "−3 is no formula"}},
			{{Text: "Spring"}, {Mark: "[c]"}, {Mark: "[x]"}, {Text: "-3 could be one"}},
			{{Text: "Summer"}, {Text: "moved"}, {Mark: "[z]"}}}}}
}

func told() []metrics.Story {
	return []metrics.Story{{ID: "S-01", Title: "A quote in two days", Byline: "the owner of a joinery", Kind: "account", Valence: "positive", Day: 20520, Confirmation: "confirmed",
		Cycles: []vocabulary.Cycle{"potential", "applied"}, Texts: [6]string{"Three of us compared how we price small jobs.", "A one-page template.", "Eleven quotes in January.", "", "Quotes go out in two days.", ""}}}
}

func draw(t interface {
	Helper()
	Fatal(...any)
}, r reports.Report) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := Draw(&out, r); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func open(t *testing.T, data []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// parts are the files inside a workbook.
func parts(t interface{ Fatal(...any) }, data []byte) map[string]string {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		all[f.Name] = string(text)
	}
	return all
}

// headerRow is the row of a sheet's table, from its Excel table.
func headerRow(t *testing.T, f *excelize.File, sheet string) int {
	t.Helper()
	tables, err := f.GetTables(sheet)
	if err != nil || len(tables) != 1 {
		t.Fatalf("%s has %d tables, %v", sheet, len(tables), err)
	}
	from, _, _ := strings.Cut(tables[0].Range, ":")
	_, row, err := excelize.CellNameToCoordinates(from)
	if err != nil {
		t.Fatal(err)
	}
	return row
}
