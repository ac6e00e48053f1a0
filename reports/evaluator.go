package reports

import (
	"math"
	"slices"
	"strings"

	"valuetrail/internal/vocabulary"
	"valuetrail/metrics"
)

// forEvaluator is everything that can be checked: each figure with what it rests
// on, each comparison with how it was made, how reliable the question lists are,
// and what was decided beforehand. No story is told in it, and nobody is named.
func (c *composer) forEvaluator() []Section {
	var all []Section
	for _, group := range vocabulary.Groups.Words {
		all = append(all, c.figuresOf(group))
	}
	return append(all, c.contrasts(), c.reliability(), c.inForce(), Section{ID: "since", Title: c.say("evaluator.since"), Figures: c.present(c.changed())}, c.missing())
}

// ownText is the SQL of a file without the header, which is told in words.
func ownText(sql string) string {
	for strings.HasPrefix(sql, "--") {
		_, sql, _ = strings.Cut(sql, "\n")
	}
	return strings.TrimSpace(sql)
}

// How many rows of a long table a page shows before the others are folded.
const (
	atOnceRows  = 12
	atOnceTerms = 4
)

// figuresOf are the figures of a group of indicators: of the whole span, and then
// term by term.
func (c *composer) figuresOf(group string) Section {
	s := Section{ID: "figures-" + strings.ReplaceAll(group, "_", "-"), Title: c.say("group." + group)}
	var whole, byTerm Table
	for _, key := range []string{"figure", "value", "counted", "range", "bounds", "data"} {
		column := TableColumn{Heading: c.say("evaluator.column." + key)}
		whole.Columns, byTerm.Columns = append(whole.Columns, column), append(byTerm.Columns, column)
	}
	byTerm.Columns = slices.Insert(byTerm.Columns, 1, TableColumn{Heading: c.say("evaluator.column.term")})
	whole.AtOnce, byTerm.AtOnce = atOnceRows, atOnceTerms
	for _, a := range c.Answers {
		if a.Indicator.Group != group {
			continue
		}
		for _, r := range a.Readings {
			switch {
			case r.Cohort != c.Cohort || !recorded(r):
			case a.Scope.Grain == "term" && c.about(r):
				row := c.checkedRow(a, r)
				byTerm.Rows = append(byTerm.Rows, slices.Insert(row, 1, textCell(c.term(r.Period))))
			case a.Scope.Grain != "term":
				whole.Rows = append(whole.Rows, c.checkedRow(a, r))
			}
		}
	}
	if len(whole.Rows) > 0 {
		s.Figures = append(s.Figures, Figure{ID: s.ID + "-whole", Title: c.say("evaluator.whole", s.Title), Sentence: c.rowsSentence(whole), Caption: c.say("evaluator.whole.caption", c.Span), Table: whole, Listed: true})
	}
	if len(byTerm.Rows) > 0 {
		s.Figures = append(s.Figures, Figure{ID: s.ID + "-terms", Title: c.say("evaluator.terms", s.Title), Sentence: c.rowsSentence(byTerm), Caption: c.say("evaluator.terms.caption", c.Span), Table: byTerm, Listed: true})
	}
	return s
}

// rowsSentence says how many figures a table has, and how many of them are not
// shown.
func (c *composer) rowsSentence(t Table) string {
	hidden, value := 0, slices.IndexFunc(t.Columns, func(x TableColumn) bool { return x.Heading == c.say("evaluator.column.value") })
	for _, row := range t.Rows {
		if row[value].Mark != "" {
			hidden++
		}
	}
	return c.say("evaluator.rows", len(t.Rows), orNone(hidden))
}

// recorded reports whether there is anything behind a reading.
func recorded(r metrics.Reading) bool {
	return r.Note != noData && r.Note != "not_asked" && !isNeed(r)
}

// checkedRow is a figure with what it rests on, cell by cell.
func (c *composer) checkedRow(a metrics.Answer, r metrics.Reading) []TableCell {
	name := c.titleOf(r.Indicator)
	if r.Part != "" {
		name = c.say("years.part", name, c.readingPart(r))
	}
	return []TableCell{textCell(name), c.valueCell(r), c.countedCell(a, r), c.whyRange(a, r), c.boundsCell(a, r), c.gradeCell(r)}
}

// readingPart is the part of a reading by its own name, else in plain words.
func (c *composer) readingPart(r metrics.Reading) string {
	if r.Title != "" {
		return r.Title
	}
	return c.partName(r.Indicator, r.Part)
}

// valueCell is the value alone where it stands exactly, else what is told of it.
func (c *composer) valueCell(r metrics.Reading) TableCell {
	if tellingOf(r) == exact && r.Note == "" {
		return TableCell{Text: c.inUnit(*r.Value, r.Unit), Value: r.Value, Of: figureName(r, "value")}
	}
	return cell(r)
}

// countedCell is the n of a figure: what was counted of how many, or how many
// people stand behind it, and of how many it speaks.
func (c *composer) countedCell(a metrics.Answer, r metrics.Reading) TableCell {
	if !r.Shown || tellingOf(r) == about || tellingOf(r) == untold {
		return TableCell{Mark: markOf(r)}
	}
	people := ""
	if r.People != nil && *r.People > 0 { // nobody stands behind what counts sessions
		people = c.say("evaluator.people", *r.People)
		if r.Population != nil && *r.Population > *r.People {
			people = c.say("evaluator.people_of", *r.People, *r.Population)
		}
	}
	if strings.HasSuffix(a.Indicator.Kind, "share") && r.Numerator != nil && r.Denominator != nil {
		return textCell(c.say("evaluator.of", c.inUnit(*r.Numerator, ""), c.inUnit(*r.Denominator, ""), people))
	}
	if people == "" {
		return TableCell{Mark: "[z]"}
	}
	return textCell(people)
}

// whyRange is the 95 % interval of a figure, or why there is none.
func (c *composer) whyRange(a metrics.Answer, r metrics.Reading) TableCell {
	switch {
	case r.Low != nil && r.High != nil:
		return textCell(c.say("evaluator.range", c.inUnit(*r.Low, r.Unit), c.inUnit(*r.High, r.Unit)))
	case !r.Shown:
		return TableCell{Mark: markOf(r)}
	case a.Indicator.Evidence == "answers" && tellingOf(r) != exact:
		return TableCell{Mark: "[c]"}
	case a.Indicator.Protects == "sensitive":
		return TableCell{Mark: "[c]"}
	}
	return textCell(c.say("evaluator.none." + a.Indicator.Evidence))
}

// boundsCell is what a figure could be for everybody, whatever the silent think.
func (c *composer) boundsCell(a metrics.Answer, r metrics.Reading) TableCell {
	switch {
	case r.LowAll != nil && r.HighAll != nil:
		return textCell(c.say("evaluator.range", c.inUnit(*r.LowAll, r.Unit), c.inUnit(*r.HighAll, r.Unit)))
	case !r.Shown:
		return TableCell{Mark: markOf(r)}
	case a.Indicator.Evidence == "answers" && tellingOf(r) != exact:
		return TableCell{Mark: "[c]"}
	}
	return TableCell{Mark: "[z]"}
}

// markOf is the mark of a figure that is not shown.
func markOf(r metrics.Reading) string {
	if r.Shown || r.Note == "protected" {
		return "[c]"
	}
	return "[x]"
}

// gradeCell is how complete the data behind a figure are, and what is not there.
func (c *composer) gradeCell(r metrics.Reading) TableCell {
	if r.Grade == "" {
		return TableCell{Mark: "[z]"}
	}
	return textCell(c.say("evaluator.grade", string(r.Grade), strings.Join(textsOf(r.Caveats), "; ")))
}

// inUnit is a number as it is printed in its unit.
func (c *composer) inUnit(x float64, unit string) string {
	switch {
	case unit == "percent":
		return c.print.Percent(x)
	case unit == "ratio", unit == "index":
		return c.print.Number(x, 2)
	case x == math.Trunc(x):
		return c.print.Number(x, 0)
	}
	return c.print.Number(x, 1)
}

// reliability is how far the questions of each construct tell the same.
func (c *composer) reliability() Section {
	s := Section{ID: "reliability", Title: c.say("evaluator.reliability"), Intro: c.say("evaluator.reliability.intro")}
	t := Table{Title: c.say("evaluator.reliability.table")}
	for _, key := range []string{"construct", "term", "questions", "complete", "alpha", "omega"} {
		t.Columns = append(t.Columns, TableColumn{Heading: c.say("evaluator.column." + key), Number: key == "questions" || key == "complete" || key == "omega"})
	}
	for _, x := range c.Reliability {
		if x.Cohort == c.Cohort {
			t.Rows = append(t.Rows, c.reliabilityRow(x))
		}
	}
	if t.Rows != nil {
		told := 0
		for _, row := range t.Rows {
			if row[3].Mark == "" {
				told++
			}
		}
		s.Figures = []Figure{{ID: "reliability-constructs", Title: c.say("evaluator.reliability.title"), Sentence: c.say("evaluator.reliability.sentence", told, len(t.Rows)), Caption: c.say("evaluator.reliability.caption", c.Span), Table: t, Listed: true}}
	}
	return s
}

func (c *composer) reliabilityRow(x metrics.Reliability) []TableCell {
	questions, people, omega := c.intCell(x.Questions), TableCell{Mark: "[c]"}, TableCell{Mark: "[c]"}
	if x.People != nil {
		people, omega = c.intCell(*x.People), TableCell{Mark: "[x]"}
	}
	if x.Note == "one_question" {
		people = TableCell{Mark: "[z]"}
	}
	if x.Questions < 3 && x.Note != "protected" {
		omega = TableCell{Mark: "[z]"}
	}
	alpha := textCell(c.say("evaluator.alpha." + x.Note))
	switch {
	case x.Note == "protected":
		alpha = TableCell{Mark: "[c]"}
	case x.Alpha != nil && x.Low != nil && x.High != nil:
		alpha = textCell(c.say("evaluator.alpha", c.print.Number(*x.Alpha, 2), c.print.Number(*x.Low, 2), c.print.Number(*x.High, 2)))
	case x.Alpha != nil:
		alpha = textCell(c.print.Number(*x.Alpha, 2))
	}
	if x.Omega != nil {
		omega = TableCell{Text: c.print.Number(*x.Omega, 2), Value: x.Omega}
	}
	return []TableCell{textCell(c.partName("construct_score", x.Construct)), textCell(c.term(x.Period)), questions, people, alpha, omega}
}

// inForce is what was decided before anything was counted.
func (c *composer) inForce() Section {
	s := Section{ID: "in-force", Title: c.say("evaluator.settings"), Intro: c.say("evaluator.settings.intro")}
	t := Table{Title: c.say("evaluator.settings.table"), Columns: []TableColumn{{Heading: c.say("evaluator.column.setting")}, {Heading: c.say("evaluator.column.holds")}}}
	for _, f := range c.InForce {
		t.Rows = append(t.Rows, []TableCell{textCell(f.Label), textCell(f.Value)})
	}
	if t.Rows != nil {
		s.Figures = []Figure{{ID: "settings", Title: c.say("evaluator.settings.title"), Sentence: c.say("evaluator.settings.sentence"), Caption: c.say("evaluator.settings.caption"), Table: t}}
	}
	return s
}

// unplaced is an Input without the figures that go by the names of organisations:
// no page for readers outside the community names one.
func unplaced(in Input) Input {
	named := func(r metrics.Reading) bool { return strings.Contains(r.Part, ": unit: ") }
	in.Answers = slices.Clone(in.Answers)
	for i, a := range in.Answers {
		in.Answers[i].Readings = slices.DeleteFunc(slices.Clone(a.Readings), named)
	}
	in.Contrasts = slices.DeleteFunc(slices.Clone(in.Contrasts), func(x metrics.Comparison) bool { return named(x.This) || named(x.Last) })
	return in
}
