package workbook

import (
	"strings"

	"valuetrail/metrics"
	"valuetrail/reports"
)

// figureColumns are the columns of the list of figures, by their keys: what a
// figure is, then its numbers, then how it is said.
var (
	figureWhat    = []string{"indicator", "cohort", "period", "part", "group"}
	figureNumbers = []string{"value", "numerator", "denominator", "people", "population", "low", "high", "low_all", "high_all"}
	figureSaid    = []string{"unit", "text", "note", "grade", "caveats"}
)

// figureList has a row for each figure of the edition, with the numbers as the
// command indicators run prints them: shares as fractions.
func (b *book) figureList(r reports.Report) sheet {
	t := reports.Table{Columns: b.columns(prefixed("figure.", figureWhat)...)}
	for _, c := range b.columns(prefixed("figure.", figureNumbers)...) {
		c.Number = true
		t.Columns = append(t.Columns, c)
	}
	t.Columns = append(t.Columns, b.columns(prefixed("figure.", figureSaid)...)...)
	for _, x := range r.Readings {
		row := textRow(x.Indicator, x.Cohort, x.Period, x.Part, x.Group)
		for _, v := range []*float64{x.Value, x.Numerator, x.Denominator, counted(x.People), counted(x.Population), x.Low, x.High, x.LowAll, x.HighAll} {
			row = append(row, figureCell(x, v))
		}
		t.Rows = append(t.Rows, append(row, textRow(x.Unit, x.Text, x.Note, string(x.Grade), caveats(x))...))
	}
	return sheet{name: b.say.Say("workbook.figures"), lines: append([]string{b.say.Say("workbook.figures.lead")}, b.marks(t)...), table: t, tableName: "figures"}
}

// caveats are what is not there of what a figure should rest on.
func caveats(x metrics.Reading) string {
	var all []string
	for _, c := range x.Caveats {
		all = append(all, c.Text)
	}
	return strings.Join(all, "; ")
}

// figureCell is one number of a figure, or the mark of why it is not there.
func figureCell(x metrics.Reading, v *float64) reports.TableCell {
	switch {
	case v != nil:
		return reports.TableCell{Value: v}
	case x.Shown && x.Note == "":
		return reports.TableCell{Mark: "[z]"}
	case x.Shown || x.Note == "protected":
		return reports.TableCell{Mark: "[c]"}
	}
	return reports.TableCell{Mark: "[x]"}
}

func counted(n *int) *float64 {
	if n == nil {
		return nil
	}
	x := float64(*n)
	return &x
}

func prefixed(prefix string, words []string) []string {
	var all []string
	for _, w := range words {
		all = append(all, prefix+w)
	}
	return all
}

// dictionary says what each column of each sheet holds.
func (b *book) dictionary(sheets []sheet) sheet {
	t := reports.Table{Columns: b.columns("dictionary.sheet", "dictionary.column", "dictionary.holds")}
	for _, s := range sheets {
		for i, heading := range headings(s.table.Columns) {
			t.Rows = append(t.Rows, textRow(s.name, heading, b.holds(s, i)))
		}
	}
	return sheet{name: b.say.Say("workbook.dictionary"), lines: []string{b.say.Say("workbook.dictionary.lead")}, table: t, tableName: "dictionary", title: b.say.Say("workbook.dictionary"), list: true}
}

// holds is what a column holds: for a column of the list of figures its meaning,
// for others what kind of values.
func (b *book) holds(s sheet, column int) string {
	c := s.table.Columns[column]
	if s.meanings != nil {
		return s.meanings[column]
	}
	if s.tableName == "figures" {
		keys := append(append(append([]string{}, figureWhat...), figureNumbers...), figureSaid...)
		return b.say.Say("workbook.holds." + keys[column])
	}
	switch {
	case c.Number && c.Unit == "percent":
		return b.say.Say("workbook.holds.percent")
	case c.Number && c.Unit == "score":
		return b.say.Say("workbook.holds.score")
	case c.Number && c.Unit == "hours":
		return b.say.Say("workbook.holds.hours")
	case c.Number:
		return b.say.Say("workbook.holds.count")
	}
	return b.say.Say("workbook.holds.words")
}
