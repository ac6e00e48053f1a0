package workbook

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"math"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"valuetrail/reports"
)

func TestSheetsComeInTheOrderOfThePage(t *testing.T) {
	f := open(t, draw(t, lakeside()))
	want := []string{"Cover", "Contents", "Answers by question", "Table 2", "Table 3", "Stories", "Definitions", "Notes", "Sources", "Dictionary"}
	if got := f.GetSheetList(); !slices.Equal(got, want) {
		t.Errorf("sheets %q, want %q", got, want)
	}
	for i, name := range want[2:] {
		at := fmt.Sprintf("A%d", i+3)
		words, _ := f.GetCellValue("Contents", at)
		linked, target, _ := f.GetCellHyperLink("Contents", at)
		if words != name || !linked || target != "'"+name+"'!A1" {
			t.Errorf("contents %s is %q and leads to %q", at, words, target)
		}
	}
	if f.GetActiveSheetIndex() != 0 {
		t.Error("the workbook does not open on the cover")
	}
}

func TestSheetsAreNamedByTheirTables(t *testing.T) {
	r := lakeside()
	figures := []reports.Figure{answers(), answers(), answers(), answers()}
	for i, title := range []string{"Those who answered and those who did not", "Stories", "Was it worth the time? Scores by round", "What came of it: Stories"} {
		figures[i].Table.Title = title
	}
	r.Sections[0].Figures = figures
	got := open(t, draw(t, r)).GetSheetList()
	if want := []string{"Those who answered and those", "Stories 2", "Was it worth the time Scores", "What came of it Stories"}; !slices.Equal(got[2:6], want) || got[6] == "Stories 2" {
		t.Errorf("%q, want %q after the contents", got, want)
	}
}

func TestEveryTableIsTheReportCellByCell(t *testing.T) {
	r := lakeside()
	f := open(t, draw(t, r))
	for i, figure := range []reports.Figure{answers(), matrix(), terms()} {
		sheet := f.GetSheetList()[i+2]
		if title, _ := f.GetCellValue(sheet, "A1"); title != figure.Title {
			t.Errorf("%s: A1 is %q", sheet, title)
		}
		if caption, _ := f.GetCellValue(sheet, "A2"); caption != figure.Caption {
			t.Errorf("%s: A2 is %q", sheet, caption)
		}
		if data, _ := f.GetCellValue(sheet, "A3"); figure.Data != "" && data != figure.Data {
			t.Errorf("%s: A3 is %q", sheet, data)
		}
		header := headerRow(t, f, sheet)
		for row, cells := range figure.Table.Rows {
			for column, c := range cells {
				at, _ := excelize.CoordinatesToCellName(column+1, header+1+row)
				checkCell(t, f, sheet, at, c, figure.Table.Columns[column])
			}
		}
		rows, _ := f.GetRows(sheet)
		if len(rows) != header+len(figure.Table.Rows) {
			t.Errorf("%s has %d rows: something stands under the table", sheet, len(rows))
		}
	}
}

func checkCell(t *testing.T, f *excelize.File, sheet, at string, c reports.TableCell, of reports.TableColumn) {
	t.Helper()
	got, _ := f.GetCellValue(sheet, at, excelize.Options{RawCellValue: true})
	kind, _ := f.GetCellType(sheet, at)
	if c.Value == nil {
		want := c.Text + c.Mark
		if len(c.Chips) > 0 {
			want = "A quote in two days (confirmed by someone else); S-02 (nobody else asked yet)"
		}
		if strings.TrimPrefix(got, "'") != want {
			t.Errorf("%s!%s is %q, want %q", sheet, at, got, want)
		}
		return
	}
	x, err := strconv.ParseFloat(got, 64)
	if err != nil || x != *c.Value || kind != excelize.CellTypeUnset && kind != excelize.CellTypeNumber {
		t.Errorf("%s!%s is %q (type %v), want the number %v", sheet, at, got, kind, *c.Value)
	}
	id, _ := f.GetCellStyle(sheet, at)
	if s, _ := f.GetStyle(id); s.CustomNumFmt == nil || *s.CustomNumFmt != formats[of.Unit] {
		t.Errorf("%s!%s has no format for %s", sheet, at, of.Unit)
	}
}

func TestHeadingsAreThereAndDiffer(t *testing.T) {
	f := open(t, draw(t, lakeside()))
	rows, _ := f.GetRows("Table 3")
	got := rows[headerRow(t, f, "Table 3")-1]
	if want := []string{"Term", "Attendance", "attendance (2)", "(4)"}; !slices.Equal(got, want) {
		t.Errorf("headings %q, want %q", got, want)
	}
	for name, text := range parts(t, draw(t, lakeside())) {
		if strings.HasPrefix(name, "xl/tables/") && strings.Contains(text, `name="attendance (2)"`) {
			return
		}
	}
	t.Error("the Excel table does not have the headings of its sheet")
}

func TestWhatIsNotShownIsNotInTheFile(t *testing.T) {
	r := lakeside()
	secret := 0.4242424242
	cell := &r.Sections[1].Figures[0].Table.Rows[1][1]
	cell.Value, cell.Text = &secret, "42,42"
	r.Sections[0].Figures[0].Chart.Series[0].Values[3] = &secret
	r.Sections[0].Figures[0].Chart.Series[0].Labels = []string{"", "", "", "a label of the chart"}
	r.Sections[0].ID, r.Sections[0].Intro = "anchor-id", "an intro only the page has"
	r.Facts = nil
	for name, text := range parts(t, draw(t, r)) {
		for _, hidden := range []string{"4242", "42,42", "a label of the chart", "36 from 6"} {
			if strings.Contains(text, hidden) {
				t.Errorf("%s holds %q", name, hidden)
			}
		}
	}
}

func TestWorkbookSaysWhatItIs(t *testing.T) {
	f := open(t, draw(t, lakeside()))
	p, err := f.GetDocProps()
	if err != nil {
		t.Fatal(err)
	}
	if p.Title != "Lakeside owner-managers’ network, 2025/26" || p.Creator != "Valuetrail" || p.Language != "en" || p.Created != "2026-07-03T09:30:00Z" || p.Modified != p.Created {
		t.Errorf("properties %+v", p)
	}
	for _, sheet := range f.GetSheetList() {
		if shown, _ := f.GetSheetVisible(sheet); !shown {
			t.Errorf("%s is hidden", sheet)
		}
		rows, _ := f.GetRows(sheet)
		if sheet != "Contents" && !strings.Contains(fmt.Sprint(rows), "DRAFT of 3 July 2026") {
			t.Errorf("%s does not say that it is a draft", sheet)
		}
	}
	if names := f.GetDefinedName(); len(names) > 0 {
		t.Errorf("defined names %v", names)
	}
	r := lakeside()
	r.Draft, r.Release = false, 3
	for name, text := range parts(t, draw(t, r)) {
		if strings.Contains(text, "DRAFT") {
			t.Errorf("a release is marked as a draft in %s", name)
		}
	}
}

func TestStoriesAreToldTextByText(t *testing.T) {
	r := lakeside()
	silent := told()[0]
	silent.ID, silent.Title, silent.Texts = "S-09", "", [6]string{}
	r.Sections[1].Stories = append(r.Sections[1].Stories, silent)
	f := open(t, draw(t, r))
	rows, _ := f.GetRows("Stories")
	rows = rows[headerRow(t, f, "Stories"):]
	var got []string
	for _, row := range rows {
		got = append(got, row[0]+"|"+row[1]+"|"+row[2])
	}
	want := []string{"A quote in two days|What happened|Three of us compared how we price small jobs.", "A quote in two days|What it produced|A one-page template.",
		"A quote in two days|How it was used|Eleven quotes in January.", "A quote in two days|What changed for the organisation|Quotes go out in two days.", "S-09||"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if about := rows[0][3:]; !slices.Equal(about, []string{"8 March 2026", "the owner of a joinery", "", "something that happened", "good", "What did people gain?; What did they use?", "confirmed by someone else", "S-01"}) {
		t.Errorf("about the story: %q", about)
	}
}

func TestReportOfNothingHasCoverAndContentsOnly(t *testing.T) {
	f := open(t, draw(t, reports.Report{}))
	if got := f.GetSheetList(); !slices.Equal(got, []string{"Cover", "Contents"}) {
		t.Errorf("sheets %q", got)
	}
}

func TestNumbersThatAreNoneBecomeWords(t *testing.T) {
	r := lakeside()
	nan, inf := math.NaN(), math.Inf(1)
	row := r.Sections[1].Figures[0].Table.Rows[0]
	row[1], row[2] = reports.TableCell{Text: "none", Value: &nan}, reports.TableCell{Text: "endless", Value: &inf}
	f := open(t, draw(t, r))
	rows, _ := f.GetRows("Table 3")
	got := rows[headerRow(t, f, "Table 3")]
	if got[1] != "none" || got[2] != "endless" {
		t.Errorf("row %q", got)
	}
}

// TestSameReportGivesTheSameBytesInEveryProcess starts itself anew: maps are
// walked in another order there.
func TestSameReportGivesTheSameBytesInEveryProcess(t *testing.T) {
	if os.Getenv("WORKBOOK_SUM") != "" {
		fmt.Printf("sum %x\n", sha256.Sum256(draw(t, lakeside())))
		return
	}
	want := fmt.Sprintf("sum %x\n", sha256.Sum256(draw(t, lakeside())))
	for range 5 {
		if got := fmt.Sprintf("sum %x\n", sha256.Sum256(draw(t, lakeside()))); got != want {
			t.Fatal("two draws differ")
		}
	}
	for range 2 {
		again := exec.Command(os.Args[0], "-test.run=^TestSameReportGivesTheSameBytesInEveryProcess$", "-test.v")
		again.Env = append(os.Environ(), "WORKBOOK_SUM=1")
		out, err := again.Output()
		if err != nil || !bytes.Contains(out, []byte(want)) {
			t.Fatalf("another process drew %s, want %s (%v)", out, want, err)
		}
	}
}

type brokenWriter struct{ wrote int }

func (w *brokenWriter) Write(p []byte) (int, error) {
	w.wrote++
	return 0, errBroken
}

var errBroken = errors.New("disk full")

func TestWriteErrorsReachTheCaller(t *testing.T) {
	w := &brokenWriter{}
	if err := Draw(w, lakeside()); !errors.Is(err, errBroken) || w.wrote != 1 {
		t.Errorf("got %v after %d writes", err, w.wrote)
	}
}
