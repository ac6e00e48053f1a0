package workbook

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"valuetrail/internal/need"
	"valuetrail/reports"
)

func TestChartShowsTheNumbersOfItsOwnTable(t *testing.T) {
	p := parts(t, draw(t, lakeside()))
	chart := p["xl/charts/chart1.xml"]
	for _, want := range []string{`<f>&#39;Answers by question&#39;!$B$9:$B$12</f>`, `<f>&#39;Answers by question&#39;!$D$9:$D$12</f>`, `<f>&#39;Answers by question&#39;!$A$9:$A$12</f>`, `<f>&#39;Answers by question&#39;!$C$8</f>`,
		`pattFill prst="ltUpDiag"`, `val="12436D"`, `<max val="36"></max>`, `<grouping val="stacked">`} {
		if !strings.Contains(chart, want) {
			t.Errorf("the chart lacks %s", want)
		}
	}
	if strings.Contains(chart, "FEFEFE") || strings.Contains(chart, "F0F0F1") {
		t.Error("a colour that stands for a look is left in the chart")
	}
	if !strings.Contains(p["xl/drawings/drawing1.xml"], `descr="Seven in ten who answered used something. 18 of 25`) {
		t.Error("the chart has no words for those who do not see it")
	}
	if _, second := p["xl/charts/chart2.xml"]; second {
		t.Error("a second chart")
	}
}

func TestRowsThatAreNotShownAreNotDrawn(t *testing.T) {
	r := lakeside()
	f := &r.Sections[0].Figures[0]
	for i := 1; i < 5; i++ {
		f.Table.Rows[3][i] = reports.TableCell{Mark: "[c]"}
	}
	for i := range f.Chart.Series {
		f.Chart.Series[i].Values[3] = nil
	}
	chart := parts(t, draw(t, r))["xl/charts/chart1.xml"]
	if !strings.Contains(chart, `$B$10:$B$12<`) || strings.Contains(chart, "$B$13") {
		t.Error("the chart does not stop at the rows that are shown")
	}
	f.Table.Rows[1], f.Table.Rows[2] = f.Table.Rows[3], f.Table.Rows[3]
	if _, drawn := parts(t, draw(t, r))["xl/charts/chart1.xml"]; drawn {
		t.Error("one single row is drawn")
	}
}

func TestNoChartWhenTheTableSaysSomethingElse(t *testing.T) {
	r := lakeside()
	x := 23.0
	r.Sections[0].Figures[0].Chart.Series[0].Values[0] = &x
	if _, drawn := parts(t, draw(t, r))["xl/charts/chart1.xml"]; drawn {
		t.Error("a chart whose numbers are not in its table is drawn")
	}
}

func TestChartOfTheLatestRoundIsFoundBelowEarlierOnes(t *testing.T) {
	r := lakeside()
	f := &r.Sections[0].Figures[0]
	f.Chart.Rows = f.Chart.Rows[3:]
	for i := range f.Chart.Series {
		f.Chart.Series[i].Values = f.Chart.Series[i].Values[3:]
	}
	if chart := parts(t, draw(t, r))["xl/charts/chart1.xml"]; !strings.Contains(chart, "!$B$12<") && !strings.Contains(chart, "!$B$12:$B$12<") {
		t.Errorf("the chart does not show the last row of the table: %s", chart)
	}
}

func TestEachFigureOfBarsHasItsOwnChart(t *testing.T) {
	r := lakeside()
	gap := answers()
	gap.ID = "gap"
	for i := 1; i < 5; i++ {
		gap.Table.Rows[0][i] = reports.TableCell{Mark: "[c]"}
	}
	for i := range gap.Chart.Series {
		gap.Chart.Series[i].Values[0] = nil
	}
	r.Sections[0].Figures = append([]reports.Figure{gap}, r.Sections[0].Figures...)
	drawn := parts(t, draw(t, r))
	for name, sheet := range map[string]string{"xl/charts/chart1.xml": "Answers by question", "xl/charts/chart2.xml": "Answers by question 2"} {
		if !strings.Contains(drawn[name], sheet) || !strings.Contains(drawn[name], `<a:pattFill prst="ltUpDiag">`) {
			t.Errorf("%s does not show %s in its looks", name, sheet)
		}
	}
}

func TestBarsOfPracticesAreDrawnThoughSomeAreOfNobody(t *testing.T) {
	at := func(x float64) *float64 { return &x }
	cell := func(x float64) reports.TableCell { return reports.TableCell{Text: fmt.Sprint(x), Value: &x} }
	f := reports.Figure{ID: "spread", Title: "Practices", Sentence: "s", Caption: "c",
		Table: reports.Table{Columns: []reports.TableColumn{{Heading: "Practice"}, {Heading: "Now", Number: true}, {Heading: "Stopped", Number: true}},
			Rows: [][]reports.TableCell{{{Text: "Stand-up"}, cell(4), cell(0)}, {{Text: "Quiet hour"}, cell(2), cell(1)}}},
		Chart: &reports.Chart{Kind: reports.PracticeBars, Rows: []string{"Stand-up", "Quiet hour"}, Most: 6,
			Series: []reports.Series{{Name: "Now", Role: "now", Values: []*float64{at(4), at(2)}}, {Name: "Stopped", Role: "stopped", Values: []*float64{nil, at(1)}}}}}
	r := reports.Report{Title: "t", Sections: []reports.Section{{ID: "practices", Title: "p", Figures: []reports.Figure{f}}}}
	if chart := parts(t, draw(t, r))["xl/charts/chart1.xml"]; !strings.Contains(chart, "$B$") || !strings.Contains(chart, "$C$") {
		t.Errorf("the practices have no chart: %.200s", chart)
	}
}

// TestOfficeProgramDrawsTheChart looks for the bars' dark blue on the page.
func TestOfficeProgramDrawsTheChart(t *testing.T) {
	office, pictures := need.LibreOffice(t), need.Pdftoppm(t)
	dir := t.TempDir()
	file := filepath.Join(dir, "report.xlsx")
	if err := os.WriteFile(file, draw(t, lakeside()), 0o600); err != nil {
		t.Fatal(err)
	}
	run(t, office, "-env:UserInstallation=file://"+filepath.Join(dir, "profile"), "--headless", "--convert-to", "pdf", "--outdir", dir, file)
	run(t, pictures, "-r", "60", "-png", filepath.Join(dir, "report.pdf"), filepath.Join(dir, "page"))
	pages, err := filepath.Glob(filepath.Join(dir, "page*.png"))
	if err != nil || len(pages) < 9 {
		t.Fatalf("%d pages, %v", len(pages), err)
	}
	if keep := os.Getenv("WORKBOOK_PICTURES"); keep != "" {
		run(t, "cp", append(append([]string{}, pages...), file, keep)...)
	}
	most := 0
	for _, page := range pages {
		data, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		most = max(most, darkBlue(t, data))
	}
	if most < 2000 {
		t.Errorf("at most %d dots of a page are dark blue: no bars", most)
	}
}

func darkBlue(t *testing.T, data []byte) int {
	t.Helper()
	picture, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return countNear(picture, 0x12, 0x43, 0x6d)
}

func countNear(picture image.Image, red, green, blue uint32) int {
	near := func(a, b uint32) bool { return a>>8 < b+12 && b < a>>8+12 }
	n := 0
	for y := picture.Bounds().Min.Y; y < picture.Bounds().Max.Y; y++ {
		for x := picture.Bounds().Min.X; x < picture.Bounds().Max.X; x++ {
			if r, g, b, _ := picture.At(x, y).RGBA(); near(r, red) && near(g, green) && near(b, blue) {
				n++
			}
		}
	}
	return n
}

func run(t *testing.T, program string, args ...string) {
	t.Helper()
	if out, err := exec.Command(program, args...).CombinedOutput(); err != nil {
		t.Fatalf("%s: %v\n%s", program, err, out)
	}
}
