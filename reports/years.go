package reports

import (
	"math"
	"slices"
	"strings"

	"valuetrail/metrics"
)

// thisAndLast is this year beside the one before, at the same time since each began.
func (c *composer) thisAndLast() Section {
	s := Section{ID: "years", Title: c.say("section.years"), Intro: c.say("section.years.intro")}
	s.Figures = c.present(c.yearDots())
	return s
}

// comparable reports whether there is a difference to speak of.
func comparable(x metrics.Comparison) bool {
	return x.Difference != nil && x.Verdict != metrics.NotComparable && x.Verdict != metrics.NotShown
}

// differs reports whether a difference is at least likely a real one.
func differs(x metrics.Comparison) bool {
	return comparable(x) && (x.Verdict == metrics.Clear || x.Verdict == metrics.Likely)
}

// yearDots has a row a figure: this year filled, last year hollow, and the
// difference in words.
func (c *composer) yearDots() Figure {
	if len(c.Comparisons) == 0 {
		return Figure{}
	}
	f := Figure{ID: "this-and-last", Title: c.yearsTitle(), Sentence: c.yearsSentence(), Caption: c.say("years.caption", c.Span, c.LastSpan), Chart: c.yearChart(),
		Counted: []string{c.say("years.rule"), c.say("years.holm"), c.say("years.cross_section")},
		Table: Table{Title: c.say("years.table"), Columns: []TableColumn{{Heading: c.say("column.figure")}, {Heading: c.spanOr("column.this_year", c.Span)},
			{Heading: c.spanOr("column.last_year", c.LastSpan)}, {Heading: c.say("column.difference")}, {Heading: c.say("column.words")}}, AtOnce: mostYearRows}}
	for _, x := range c.Comparisons {
		if !c.besideEachOther(x) {
			continue
		}
		this, last := untitled(cell(x.This), x.This), untitled(cell(x.Last), x.Last)
		difference := TableCell{Mark: "[z]"}
		if x.Verdict == metrics.NotShown {
			difference = TableCell{Mark: "[c]"}
		}
		if comparable(x) {
			difference = textCell(c.apart(x) + c.shares(x))
		}
		f.Table.Rows = append(f.Table.Rows, []TableCell{textCell(c.comparedName(x)), this, last, difference, textCell(c.verdictOf(x) + c.sizeOf(x))})
	}
	return f
}

// besideEachOther reports whether a comparison has a row: not where neither year
// has anything to say, nor a class that one of them does not have; practices
// have a section of their own, and only who works with the data wants them here
// too.
func (c *composer) besideEachOther(x metrics.Comparison) bool {
	absent := func(r metrics.Reading) bool {
		return !r.Shown && (r.Note == noData || r.Note == "not_asked" || isNeed(r))
	}
	switch {
	case absent(x.This) && absent(x.Last), x.Part != "" && (absent(x.This) || absent(x.Last)):
		return false
	}
	return c.closeBy() || x.Indicator != practiceDiffusion
}

// spanOr is the name of a year, or the words for it.
func (c *composer) spanOr(key, span string) string {
	if span == "" || c.Span == c.LastSpan {
		return c.say(key)
	}
	return span
}

// verdictOf is how sure a difference is, in a few words; why there is none,
// where there is none.
func (c *composer) verdictOf(x metrics.Comparison) string {
	switch {
	case !comparable(x) && x.Words != "":
		return x.Words
	case !comparable(x):
		return c.say("years.not_comparable")
	case x.Verdict == metrics.Told && (x.This.Low != nil || x.Last.Low != nil || x.This.Unit == "days"):
		return c.say("years.told_range")
	case x.Verdict == metrics.Told:
		return c.say("years.told")
	case apartByItself(x):
		return c.say("years.together", x.Together)
	}
	return c.say("years."+string(x.Verdict)+directionOf(x), "")
}

// sizeOf is how large a difference that is at least likely is, in a word.
func (c *composer) sizeOf(x metrics.Comparison) string {
	if !differs(x) || x.Size == "" {
		return ""
	}
	return c.say("years.size." + string(x.Size))
}

// apartByItself reports a difference that is more than chance by itself and too
// few to tell among all that were compared.
func apartByItself(x metrics.Comparison) bool {
	return x.Verdict == metrics.TooFew && x.Together > 1 && x.Low != nil && x.High != nil && (*x.Low > 0 || *x.High < 0)
}

// directionOf is the ending of a key: more or less where the verdict has a
// direction.
func directionOf(x metrics.Comparison) string {
	switch {
	case x.Verdict != metrics.Clear && x.Verdict != metrics.Likely:
		return ""
	case *x.Difference > 0:
		return ".more"
	}
	return ".less"
}

// lastYear says how a figure stands beside last year's, "" where nothing may be
// said.
func (c *composer) lastYear(id, part string) string {
	for _, x := range c.Comparisons {
		if x.Indicator == id && x.Part == part && comparable(x) {
			return c.comparedSentence(x)
		}
	}
	return ""
}

// shortFigure is a figure in two or three words: "11 of 26", "58 %".
func (c *composer) shortFigure(r metrics.Reading) string {
	switch {
	case tellingOf(r) != exact:
		return stopped(r.Text)
	case r.Unit == "percent" && r.Numerator != nil && r.People != nil && *r.Denominator == float64(*r.People):
		return c.say("years.count_of", *r.Numerator, *r.Denominator)
	case r.Unit == "percent":
		return c.print.Percent(*r.Value)
	case r.Unit == "score":
		return c.say("years.score", *r.Value)
	}
	return stopped(r.Text)
}

// yearsTitle counts the differences that are more than chance.
func (c *composer) yearsTitle() string {
	more, all := 0, 0
	for _, x := range c.Comparisons {
		if comparable(x) && x.Verdict != metrics.Told { // what is told beside has no chance in it
			all++
		}
		if differs(x) {
			more++
		}
	}
	switch {
	case !slices.ContainsFunc(c.Comparisons, comparable):
		return c.say("years.title.none")
	case more == 0:
		return c.say("years.title.same")
	}
	return c.say("years.title.some", more, all)
}

// yearsSentence speaks of the figure chosen beforehand, then of what else
// differs.
func (c *composer) yearsSentence() string {
	var first string
	var others []string
	for _, x := range c.Comparisons {
		switch {
		case x.Primary && comparable(x):
			first = c.say("named", c.comparedName(x), stopped(c.apart(x)+c.shares(x)+c.aside(x)))
		case differs(x):
			others = append(others, c.say("years.also", c.comparedName(x), c.apart(x)+c.shares(x), c.verdictOf(x)))
		}
	}
	if len(others) == 0 {
		if first == "" && !slices.ContainsFunc(c.Comparisons, comparable) {
			return c.say("years.nothing")
		}
		return join(first, c.say("years.no_other"))
	}
	return join(first, c.say("years.others", strings.Join(others, "; ")))
}

// aside is the verdict behind a comma in few words, "" where there is none.
func (c *composer) aside(x metrics.Comparison) string {
	if apartByItself(x) {
		return ", " + c.say("years.too_few")
	}
	if x.Verdict == metrics.Told {
		return ""
	}
	return ", " + c.verdictOf(x)
}

// mostYearRows is how many rows the eye can follow, in a chart or a table.
const mostYearRows = 12

// yearChart draws the shares and scores, on one scale from 0 to 100.
func (c *composer) yearChart() *Chart {
	chart := &Chart{Kind: YearDots, Unit: "score", Most: 100}
	this := Series{Name: c.spanOr("column.this_year", c.Span), Role: "this_year"}
	last := Series{Name: c.spanOr("column.last_year", c.LastSpan), Role: "last_year"}
	ranges := [4]Series{{Name: c.say("column.range"), Role: "low"}, {Role: "high"}, {Name: c.say("years.range_last"), Role: "low"}, {Role: "high"}}
	for _, x := range c.Comparisons {
		if len(chart.Rows) == mostYearRows || !comparable(x) || x.Part != "" || x.This.Unit != "percent" && x.This.Unit != "score" || x.This.Value == nil || x.Last.Value == nil {
			continue
		}
		chart.Rows = append(chart.Rows, c.comparedName(x))
		chart.Remarks = append(chart.Remarks, c.apart(x)+c.sharesBriefly(x)+c.aside(x))
		for _, one := range []struct {
			into *Series
			r    metrics.Reading
		}{{&this, x.This}, {&last, x.Last}} {
			one.into.Values = append(one.into.Values, scaled(one.r.Value, one.r.Unit))
			one.into.Labels = append(one.into.Labels, c.shortValue(one.r))
		}
		for i, v := range []*float64{x.This.Low, x.This.High, x.Last.Low, x.Last.High} {
			ranges[i].Values = append(ranges[i].Values, scaled(v, x.This.Unit))
		}
	}
	if len(chart.Rows) == 0 {
		return nil
	}
	chart.Series = []Series{this, ranges[0], ranges[1], last, ranges[2], ranges[3]}
	return chart
}

// shortValue is a value alone.
func (c *composer) shortValue(r metrics.Reading) string {
	if r.Unit == "percent" {
		return c.print.Percent(*r.Value)
	}
	return c.print.Number(*r.Value, 0)
}

// scaled puts a share on the scale of scores.
func scaled(v *float64, unit string) *float64 {
	if v == nil || unit != "percent" {
		return v
	}
	x := math.Round(*v*1e9) / 1e7
	return &x
}
