package reports

import (
	"valuetrail/metrics"
)

// contrasts are the comparisons of the cohort: with the one before it, with its own
// terms, and with what was agreed; those that were tested first.
func (c *composer) contrasts() Section {
	s := Section{ID: "comparisons", Title: c.say("evaluator.comparisons"), Intro: c.say("evaluator.comparisons.intro"), Lines: []string{c.say("years.rule"), c.say("evaluator.holm"), c.say("evaluator.designs")}}
	for _, against := range metrics.AllAgainst {
		s.Figures = append(s.Figures, c.present(c.tested(against), c.besides(against))...)
	}
	if s.Figures == nil {
		s.Lines = nil
	}
	return s
}

// contrastsWith are the comparisons against something, but for those of which
// neither side has anything to say.
func (c *composer) contrastsWith(against metrics.Against, tested bool) []metrics.Comparison {
	var all []metrics.Comparison
	for _, x := range c.Contrasts {
		if x.Against == against && (x.Low != nil && x.High != nil) == tested && (recorded(x.This) || recorded(x.Last) && against == metrics.AgainstCohort) {
			all = append(all, x)
		}
	}
	return all
}

// tested has a row for each difference with an interval.
func (c *composer) tested(against metrics.Against) Figure {
	t := Table{AtOnce: atOnceRows}
	for _, key := range []string{"figure", "now", "against", "difference", "p", "effect", "design", "words"} {
		t.Columns = append(t.Columns, TableColumn{Heading: c.say("evaluator.column." + key)})
	}
	apart := 0
	for _, x := range c.contrastsWith(against, true) {
		if differs(x) {
			apart++
		}
		t.Rows = append(t.Rows, []TableCell{textCell(c.contrastName(x)), c.sideCell(x.This), c.sideCell(x.Last), textCell(c.difference(x)), c.pCell(x), c.effectCell(x), c.wordsCell(c.designOf(x)), c.wordsCell(x.Words)})
	}
	if t.Rows == nil {
		return Figure{}
	}
	return Figure{ID: "tested-" + string(against), Title: c.say("evaluator.tested." + string(against)), Sentence: c.say("evaluator.tested.sentence", apart, len(t.Rows)), Caption: c.say("evaluator.tested.caption"), Table: t, Listed: true}
}

// besides has a row for each pair of figures without a test, and why there is none.
func (c *composer) besides(against metrics.Against) Figure {
	t := Table{AtOnce: atOnceRows}
	for _, key := range []string{"figure", "now", "against", "why"} {
		t.Columns = append(t.Columns, TableColumn{Heading: c.say("evaluator.column." + key)})
	}
	for _, x := range c.contrastsWith(against, false) {
		t.Rows = append(t.Rows, []TableCell{textCell(c.contrastName(x)), c.sideCell(x.This), c.sideCell(x.Last), c.wordsCell(x.Words)})
	}
	if t.Rows == nil {
		return Figure{}
	}
	return Figure{ID: "besides-" + string(against), Title: c.say("evaluator.besides." + string(against)), Sentence: c.say("evaluator.besides.sentence", len(t.Rows)), Caption: c.say("evaluator.besides.caption"), Table: t, Listed: true}
}

// contrastName is what is compared; the one chosen beforehand says so.
func (c *composer) contrastName(x metrics.Comparison) string {
	name := c.comparedName(x)
	if x.Against == metrics.AgainstUsual {
		name = c.say("years.part", name, x.Offset)
	}
	if x.Primary {
		name = c.say("evaluator.primary", name)
	}
	return name
}

// sideCell is one side of a comparison, without its part's name before it.
func (c *composer) sideCell(r metrics.Reading) TableCell {
	made := untitled(cell(r), r)
	made.Of = "" // a figure of other days than the one in the tables above
	switch {
	case made.Text == "" && r.Value != nil: // a number that somebody wrote down
		made.Text, made.Mark = c.inUnit(*r.Value, r.Unit), ""
	case made.Text == "" && made.Mark == "":
		made.Mark = "[z]"
	}
	return made
}

// wordsCell are words, or the mark that there are none.
func (c *composer) wordsCell(words string) TableCell {
	if words == "" {
		return TableCell{Mark: "[z]"}
	}
	return textCell(words)
}

// difference is the size of a difference with its 95 % interval.
func (c *composer) difference(x metrics.Comparison) string {
	unit, scale := x.This.Unit, 1.0
	if unit == "percent" {
		scale = 100
	}
	number := func(v float64) string { return c.print.Number(v*scale, 1) }
	return c.say("evaluator.difference", number(*x.Difference), c.say("evaluator.unit."+apartUnit(unit)), number(*x.Low), number(*x.High))
}

// pCell is the p-value of a difference, and the same after Holm.
func (c *composer) pCell(x metrics.Comparison) TableCell {
	if x.P == nil {
		return TableCell{Mark: "[z]"}
	}
	holm := any("")
	if x.Holm != nil {
		holm = c.probability(*x.Holm)
	}
	return textCell(c.say("evaluator.p", c.probability(*x.P), holm))
}

// probability is a p-value to three decimals.
func (c *composer) probability(p float64) string {
	if p < 0.001 {
		return c.say("evaluator.p.least")
	}
	return c.print.Number(p, 3)
}

// effectCell is the size of a difference without a unit, and in a word.
func (c *composer) effectCell(x metrics.Comparison) TableCell {
	if x.Effect == nil {
		return TableCell{Mark: "[z]"}
	}
	return textCell(c.say("evaluator.effect", c.say("evaluator.effect."+x.EffectMeasure), c.print.Number(*x.Effect, 2), c.say("evaluator.size."+string(x.Size))))
}

// designOf is whose difference it is.
func (c *composer) designOf(x metrics.Comparison) string {
	if x.Pairs != nil {
		return c.say("evaluator.design.pairs", *x.Pairs)
	}
	if x.Design == "" {
		return ""
	}
	return c.say("evaluator.design." + string(x.Design))
}
