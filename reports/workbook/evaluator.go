package workbook

import (
	"slices"
	"strings"

	"valuetrail/metrics"
	"valuetrail/reports"
)

// The columns of the lists of an evaluator's edition, by their keys; those in
// numbers hold them as the command compare --json prints them.
var (
	comparisonColumns  = []string{"indicator", "title", "part", "against", "offset", "chosen", "this_cohort", "this_period", "this_value", "this_people", "last_cohort", "last_period", "last_value", "last_people", "unit", "this_mean", "last_mean", "pairs", "difference", "low", "high", "p", "p_holm", "together", "effect", "effect_measure", "size", "design", "missed", "verdict", "reason", "untested", "words"}
	comparisonNumbers  = []string{"this_value", "this_people", "last_value", "last_people", "this_mean", "last_mean", "pairs", "difference", "low", "high", "p", "p_holm", "together", "effect", "missed"}
	reliabilityColumns = []string{"construct", "cohort", "period", "questions", "complete", "alpha", "low", "high", "omega", "note"}
	reliabilityNumbers = []string{"questions", "complete", "alpha", "low", "high", "omega"}
)

// explained is a list whose columns are said one by one in the dictionary.
func (b *book) explained(name string, columns, numbers []string) sheet {
	s := sheet{name: b.say.Say("workbook." + name), lines: []string{b.say.Say("workbook." + name + ".lead")}, tableName: name}
	for _, key := range columns {
		column := b.columns(name + "." + key)[0]
		column.Number = slices.Contains(numbers, key)
		s.table.Columns = append(s.table.Columns, column)
		s.meanings = append(s.meanings, b.say.Say("workbook.holds."+name+"."+key))
	}
	return s
}

// comparisonList has a row for each comparison of an evaluator's edition.
func (b *book) comparisonList(r reports.Report) sheet {
	s := b.explained("comparisons", comparisonColumns, comparisonNumbers)
	for _, x := range r.Comparisons {
		chosen, together := "", float64(x.Together)
		if x.Primary {
			chosen = b.say.Say("workbook.comparisons.yes")
		}
		if x.Part == "" && x.This.Title != "" {
			x.Part = x.This.Title
		}
		row := textRow(x.Indicator, x.Title, x.Part, string(x.Against), x.Offset, chosen, x.This.Cohort, x.This.Period)
		row = append(row, figureCell(x.This, x.This.Value), figureCell(x.This, counted(x.This.People)))
		row = append(row, textRow(x.Last.Cohort, x.Last.Period)...)
		row = append(row, figureCell(x.Last, x.Last.Value), figureCell(x.Last, counted(x.Last.People)))
		row = append(row, textRow(x.This.Unit)...)
		for _, v := range []*float64{x.ThisMean, x.LastMean, counted(x.Pairs), x.Difference, x.Low, x.High, x.P, x.Holm, &together, x.Effect} {
			row = append(row, comparedCell(x, v))
		}
		row = append(row, textRow(x.EffectMeasure, string(x.Size), string(x.Design))...)
		row = append(append(row, comparedCell(x, x.Missed)), textRow(string(x.Verdict), x.Reason, x.Untested, x.Words)...)
		s.table.Rows = append(s.table.Rows, row)
	}
	s.lines = append(s.lines, b.marks(s.table)...)
	return s
}

// comparedCell is one number of a comparison, or the mark of why it is not there.
func comparedCell(x metrics.Comparison, v *float64) reports.TableCell {
	switch {
	case v != nil:
		return reports.TableCell{Value: v}
	case x.Verdict == metrics.NotShown:
		return reports.TableCell{Mark: "[c]"}
	}
	return reports.TableCell{Mark: "[z]"}
}

// reliabilityList has a row for each construct and round.
func (b *book) reliabilityList(r reports.Report) sheet {
	s := b.explained("reliability", reliabilityColumns, reliabilityNumbers)
	for _, x := range r.Reliability {
		questions := float64(x.Questions)
		row := append(textRow(x.Construct, x.Cohort, x.Period), reports.TableCell{Value: &questions})
		for _, v := range []*float64{counted(x.People), x.Alpha, x.Low, x.High, x.Omega} {
			c := reports.TableCell{Value: v}
			switch {
			case v != nil:
			case x.Note == "protected":
				c.Mark = "[c]"
			default:
				c.Mark = "[z]"
			}
			row = append(row, c)
		}
		s.table.Rows = append(s.table.Rows, append(row, textRow(x.Note)...))
	}
	s.lines = append(s.lines, b.marks(s.table)...)
	return s
}

// statementList has the whole SQL of each figure: one row, or more where it would
// outgrow a cell, to be put together in their order.
func (b *book) statementList(r reports.Report) sheet {
	s := b.explained("statements", []string{"indicator", "row", "sql"}, []string{"row"})
	s.low = true
	for _, d := range r.Definitions {
		for i, text := range cut(d.Statement, mostStatement) {
			n := float64(i + 1)
			s.table.Rows = append(s.table.Rows, []reports.TableCell{{Text: d.ID}, {Value: &n}, {Text: text}})
		}
	}
	return s
}

// mostStatement is how many characters of a statement stand in one cell: a cell
// holds 32,767, and what it shows of them is cut there.
const mostStatement = 30_000

// cut cuts a text at the ends of lines into pieces of at most so many characters.
func cut(text string, most int) []string {
	var all []string
	piece := ""
	for line := range strings.Lines(text) {
		if piece != "" && len(piece)+len(line) > most {
			all, piece = append(all, piece), ""
		}
		piece += line
	}
	if piece != "" {
		all = append(all, piece)
	}
	return all
}
