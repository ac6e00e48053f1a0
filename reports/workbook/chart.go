package workbook

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"valuetrail/internal/message"
	"valuetrail/reports"
)

// drawing is the chart of the workbook and where its numbers stand in the
// table of its figure: the first row, how many, and one column a series.
type drawing struct {
	figure     reports.Figure
	from, rows int
	columns    []int
}

// chartOf finds the rows and columns of the table that hold a chart's bars, and
// the longest run among those rows with all their numbers; nil for other charts,
// and where the table does not hold them. The table may have more rows than the
// chart: earlier rounds above the latest.
func chartOf(f reports.Figure) *drawing {
	if f.Chart == nil || f.Chart.Kind != reports.AnswerBars && f.Chart.Kind != reports.PracticeBars || len(f.Chart.Series) == 0 || len(f.Chart.Rows) == 0 {
		return nil
	}
	for above := len(f.Table.Rows) - len(f.Chart.Rows); above >= 0; above-- {
		if d := runOf(f, above); d != nil {
			return d
		}
	}
	return nil
}

// runOf is chartOf where the chart's first row stands below so many others.
func runOf(f reports.Figure, above int) *drawing {
	d := &drawing{figure: f}
	for _, series := range f.Chart.Series {
		column := columnOf(f, series, above, d.columns)
		if column < 0 {
			return nil
		}
		d.columns = append(d.columns, column)
	}
	run := 0
	for i := above; i < above+len(f.Chart.Rows); i++ {
		if !whole(f, d.columns, i) {
			run = 0
			continue
		}
		if run++; run > d.rows {
			d.from, d.rows = i-run+1, run
		}
	}
	if d.rows == 0 || d.rows < len(f.Chart.Rows) && d.rows < 2 {
		return nil
	}
	return d
}

// columnOf is the number column with the series' values: the one headed like
// the series first.
func columnOf(f reports.Figure, s reports.Series, above int, taken []int) int {
	found := -1
	for j, c := range f.Table.Columns {
		if !c.Number || slices.Contains(taken, j) || !sameValues(f, s, above, j) {
			continue
		}
		if strings.EqualFold(c.Heading, s.Name) {
			return j
		}
		if found < 0 {
			found = j
		}
	}
	return found
}

func sameValues(f reports.Figure, s reports.Series, above, column int) bool {
	for i := range f.Chart.Rows {
		var drawn *float64
		if i < len(s.Values) {
			drawn = s.Values[i]
		}
		value := valueAt(f.Table, above+i, column)
		if drawn == nil && value != nil && *value == 0 {
			continue // a bar of nobody is not drawn
		}
		if (drawn == nil) != (value == nil) || drawn != nil && *drawn != *value {
			return false
		}
	}
	return true
}

// valueAt is the number that the sheet shows there, nil for a mark or text.
func valueAt(t reports.Table, row, column int) *float64 {
	if column >= len(t.Rows[row]) || t.Rows[row][column].Mark != "" {
		return nil
	}
	return t.Rows[row][column].Value
}

func whole(f reports.Figure, columns []int, row int) bool {
	for _, column := range columns {
		if valueAt(f.Table, row, column) == nil {
			return false
		}
	}
	return true
}

// A look is how bars of a role are filled: yes solid, no outlined, did not
// answer hatched. The library draws plain fills only: the chart is written with
// a colour that stands for the look, and the look takes its place.
type look struct{ standsFor, label, shape string }

const outline = `<a:ln w="15875"><a:solidFill><a:srgbClr val="%s"></a:srgbClr></a:solidFill></a:ln>`

var (
	yesLook = look{"12436D", "FFFFFF", `<a:solidFill><a:srgbClr val="12436D"></a:srgbClr></a:solidFill>` + fmt.Sprintf(outline, "12436D")}
	noLook  = look{"FEFEFE", "000000", `<a:solidFill><a:srgbClr val="FFFFFF"></a:srgbClr></a:solidFill>` + fmt.Sprintf(outline, "12436D")}
)

var looks = map[string]look{
	"now":     yesLook,
	"stopped": noLook,
	"not_yet": {"E3E8EC", "000000", `<a:solidFill><a:srgbClr val="E3E8EC"></a:srgbClr></a:solidFill>`},
	"yes":     yesLook,
	"no":      noLook,
	"silent": {"F0F0F1", "000000", `<a:pattFill prst="ltUpDiag"><a:fgClr><a:srgbClr val="8C8C8C"></a:srgbClr></a:fgClr><a:bgClr><a:srgbClr val="FFFFFF"></a:srgbClr></a:bgClr></a:pattFill>` +
		fmt.Sprintf(outline, "595959")},
}

// other is the look of roles that have none.
var other = look{"BFBFBF", "000000", `<a:solidFill><a:srgbClr val="BFBFBF"></a:srgbClr></a:solidFill>` + fmt.Sprintf(outline, "595959")}

// chart draws the bars below the table whose numbers they show: beside a wide
// table they would make the sheet too wide to print.
func (b *book) chart(s sheet, header int) error {
	d := s.chart
	first, last := header+1+d.from, header+d.from+d.rows
	span := func(column int) string {
		name, _ := excelize.ColumnNumberToName(column + 1) // a table's column always has a name
		return fmt.Sprintf("'%s'!$%s$%d:$%s$%d", s.name, name, first, name, last)
	}
	overlap, gap, zero, vary := 100, uint(40), 0.0, false
	c := &excelize.Chart{Type: excelize.BarStacked, Overlap: &overlap, GapWidth: &gap, VaryColors: &vary, Legend: excelize.ChartLegend{Position: "top"},
		Format:    excelize.GraphicOptions{AltText: b.altText(d), LockAspectRatio: true},
		Dimension: excelize.ChartDimension{Width: 640, Height: uint(120 + 44*d.rows)},
		PlotArea:  excelize.ChartPlotArea{ShowVal: true}, YAxis: excelize.ChartAxis{None: true, Minimum: &zero},
		XAxis: excelize.ChartAxis{ReverseOrder: true, Font: excelize.Font{Size: 10, Color: ink}}, Border: excelize.LineOptions{Type: excelize.LineNone}}
	if d.figure.Chart.Most > 0 {
		c.YAxis.Maximum = &d.figure.Chart.Most
	}
	for i, column := range d.columns {
		l := lookOf(d.figure.Chart.Series[i].Role)
		heading, _ := excelize.CoordinatesToCellName(column+1, header, true)
		c.Series = append(c.Series, excelize.ChartSeries{Name: fmt.Sprintf("'%s'!%s", s.name, heading), Categories: span(0), Values: span(column),
			Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"#" + l.standsFor}}, DataLabel: excelize.ChartDataLabel{Font: excelize.Font{Size: 10, Color: "#" + l.label}}})
	}
	at, err := excelize.CoordinatesToCellName(1, header+len(s.table.Rows)+2)
	if err != nil {
		return err
	}
	// a sheet of paper of its own: a table would push a chart over the edge
	if err := firstError(b.file.AddChart(s.name, at, c), b.file.InsertPageBreak(s.name, at)); err != nil {
		return err
	}
	b.charts++
	return b.dressChart(d)
}

func lookOf(role string) look {
	if l, ok := looks[role]; ok {
		return l
	}
	return other
}

// altText is the chart in words, as long as Excel takes.
func (b *book) altText(d *drawing) string {
	words := []rune(message.Cell(strings.Join(strings.Fields(d.figure.Title+". "+d.figure.Sentence), " ")))
	if len(words) > 250 {
		words = append(words[:249], '…')
	}
	return string(words)
}

// dressChart puts the looks in the place of the colours that stand for them.
func (b *book) dressChart(d *drawing) error {
	part := fmt.Sprintf("xl/charts/chart%d.xml", b.charts)
	stored, ok := b.file.Pkg.Load(part)
	xml, isBytes := stored.([]byte)
	if !ok || !isBytes {
		return errors.New("chart: the library wrote no " + part)
	}
	for _, series := range d.figure.Chart.Series {
		l := lookOf(series.Role)
		plain := []byte(`<spPr><a:solidFill><a:srgbClr val="` + l.standsFor + `"></a:srgbClr></a:solidFill></spPr>`)
		if !bytes.Contains(xml, plain) && !bytes.Contains(xml, []byte(l.shape)) {
			return fmt.Errorf("chart: no bars in the colour %s", l.standsFor)
		}
		xml = bytes.ReplaceAll(xml, plain, []byte("<spPr>"+l.shape+"</spPr>"))
	}
	b.file.Pkg.Store(part, xml)
	return nil
}
