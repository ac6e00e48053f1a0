package reports

import (
	"slices"

	"valuetrail/metrics"
)

// worth is the score of immediate value, round by round.
func (c *composer) worth() Figure {
	whole := c.whole(immediateScore, "")
	if isNeed(whole) || len(c.answers(immediateScore, false)) == 0 {
		return Figure{}
	}
	rounds := c.rounds(immediateScore)
	f := Figure{ID: "worth", Title: c.titleBySide(whole, "worth"), Caption: c.say("worth.caption", c.Span),
		Sentence: join(c.figureSentence(whole, "worth"), c.sureSentence(whole)),
		Counted:  []string{c.countedOf(immediateScore)},
		Table: Table{Title: c.say("worth.table"), Columns: []TableColumn{{Heading: c.say("column.period")}, {Heading: c.say("column.score"), Number: true, Unit: "score"},
			{Heading: c.say("column.range")}, {Heading: c.say("column.range_all")}, {Heading: c.say("column.answered"), Number: true}}}}
	dots := Series{Name: c.say("worth.dots"), Role: "this_year"}
	low, high := Series{Name: c.say("column.range"), Role: "low"}, Series{Name: c.say("column.range"), Role: "high"}
	chart := &Chart{Kind: ScoreDots, Unit: "score", Most: 100}
	for _, r := range rounds {
		score := cell(r)
		if tellingOf(r) == exact {
			score.Text, score.Of = c.print.Number(*r.Value, 0), figureName(r, "value")
		}
		f.Table.Rows = append(f.Table.Rows, []TableCell{textCell(c.periodName(r)), score, c.rangeCell(r, r.Low, r.High), c.rangeCell(r, r.LowAll, r.HighAll), c.peopleCell(r)})
		chart.Rows = append(chart.Rows, c.periodName(r))
		dots.Values, dots.Labels = append(dots.Values, r.Value), append(dots.Labels, score.Text)
		low.Values, high.Values = append(low.Values, r.Low), append(high.Values, r.High)
	}
	chart.Series = []Series{dots, low, high}
	if slices.ContainsFunc(dots.Values, func(v *float64) bool { return v != nil }) {
		f.Chart = chart
	}
	return f
}

// countedOf is how an indicator is counted and how its targets came about, ""
// where nobody asked it.
func (c *composer) countedOf(id string) string {
	for _, a := range c.Answers {
		if a.Indicator.ID == id {
			return join(a.Indicator.Counted, c.agreementsOn(id))
		}
	}
	return ""
}

// medianLeast is how many people a term needs for its own middle: fewer have no
// range.
const medianLeast = 9

// timeToUse is how soon people used what they learned.
func (c *composer) timeToUse() Figure {
	whole := c.whole(timeToUse, "")
	if isNeed(whole) || len(c.answers(timeToUse, false)) == 0 {
		return Figure{}
	}
	f := Figure{ID: "time", Title: c.say("time.title.untold"), Sentence: c.timeSentence(whole), Caption: c.say("time.caption", c.Span), Counted: []string{c.countedOf(timeToUse)},
		Table: Table{Title: c.say("time.table"), Columns: []TableColumn{{Heading: c.say("column.period")}, {Heading: c.say("column.days")}, {Heading: c.say("column.people"), Number: true}}}}
	switch {
	case tellingOf(whole) == exact && *whole.People < medianLeast:
	case tellingOf(whole) == exact:
		f.Title = c.say("time.title.exact", tenths(*whole.Value))
	case f.Sentence != "":
		f.Title = c.say("time.title.open")
	default:
		f.Sentence = c.say("time.untold", whole.Text)
	}
	enough := slices.DeleteFunc(c.recorded(timeToUse), func(r metrics.Reading) bool { return r.People == nil || *r.People < medianLeast })
	for _, r := range append(enough, whole) {
		days := cell(r)
		if tellingOf(r) == exact && *r.People < medianLeast {
			days = TableCell{Text: c.say("time.too_few"), Mark: "[x]"}
		}
		f.Table.Rows = append(f.Table.Rows, []TableCell{textCell(c.periodName(r)), days, c.peopleCell(r)})
	}
	return f
}
