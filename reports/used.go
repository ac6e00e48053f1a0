package reports

import (
	"cmp"
	"slices"

	"valuetrail/metrics"
)

// used is what people used and what came of it: answers, stories, cases.
func (c *composer) used() Section {
	s := Section{ID: "used", Title: c.say("section.used"), Intro: c.say("section.used.intro")}
	s.Figures = c.present(c.answerBars(), c.worth(), c.measures(), c.matrix(), c.timeToUse())
	s.Stories = c.cases()
	return s
}

// present leaves out figures that nothing was asked for.
func (c *composer) present(all ...Figure) []Figure {
	return slices.DeleteFunc(all, func(f Figure) bool { return f.ID == "" })
}

// answerBars has a row a question about a cycle that people answer with yes or
// no: who said which, and who was silent.
func (c *composer) answerBars() Figure {
	var asked []metrics.Answer
	for _, cycle := range c.Framework.Cycles() {
		for _, a := range c.ofCycle(cycle) {
			if a.Indicator.Kind == "share" && !isNeed(c.whole(a.Indicator.ID, "")) {
				asked = append(asked, a)
			}
		}
	}
	if len(asked) == 0 {
		return Figure{}
	}
	f := Figure{ID: "answers", Title: asked[0].Indicator.Question, Caption: c.say("answers.caption", c.Span), Table: c.answerTable(asked), Chart: c.answerChart(asked)}
	var says []string
	for _, a := range asked {
		r := c.whole(a.Indicator.ID, "")
		if a.Indicator.ID == appliedRate {
			f.Title = c.titleBySide(r, "answers")
		}
		says = append(says, c.namedSentence(r), c.sureSentence(r))
		f.Counted = append(f.Counted, a.Indicator.Counted)
	}
	f.Sentence, f.Counted = join(says...), append(f.Counted, c.say("answers.counted"))
	return f
}

// namedSentence is the sentence of a figure: in its own words where it has
// some, else by its title.
func (c *composer) namedSentence(r metrics.Reading) string {
	if key := map[string]string{appliedRate: "used", immediateScore: "worth", realizedRate: "results", responseRate: "answered"}[r.Indicator]; key != "" {
		return c.figureSentence(r, key)
	}
	return c.say("named", c.titleOf(r.Indicator), r.Text)
}

// titleBySide is the message of a figure from answers.
func (c *composer) titleBySide(r metrics.Reading, key string) string {
	switch told := tellingOf(r); told {
	case untold:
		return c.say(key + ".title.untold")
	case nearlyAll, nearlyNone:
		return c.say(key + ".title." + string(told))
	}
	return c.say(key + ".title." + sideOf(r))
}

func (c *composer) answerChart(asked []metrics.Answer) *Chart {
	chart := &Chart{Kind: AnswerBars, Unit: "people"}
	yes := Series{Name: c.say("answers.yes"), Role: "yes"}
	no := Series{Name: c.say("answers.no"), Role: "no"}
	silent := Series{Name: c.say("answers.silent"), Role: "silent"}
	for _, a := range asked {
		r := c.whole(a.Indicator.ID, "")
		chart.Rows = append(chart.Rows, a.Indicator.Question)
		values, label := split(r), ""
		if values[0] == nil {
			label = r.Text
		}
		for i, s := range []*Series{&yes, &no, &silent} {
			s.Values = append(s.Values, values[i])
			if values[i] != nil {
				label = c.print.Number(*values[i], 0)
			} else if i > 0 {
				label = ""
			}
			s.Labels = append(s.Labels, label)
		}
		if r.Population != nil {
			chart.Most = max(chart.Most, float64(*r.Population))
		}
	}
	chart.Series = []Series{yes, no, silent}
	return chart
}

// split is how many said yes, said no and were silent: three nils unless the
// reading shows all it takes.
func split(r metrics.Reading) [3]*float64 {
	if tellingOf(r) != exact || r.Numerator == nil || r.Population == nil {
		return [3]*float64{}
	}
	no, silent := *r.Denominator-*r.Numerator, float64(*r.Population)-*r.Denominator
	return [3]*float64{r.Numerator, &no, &silent}
}

func (c *composer) answerTable(asked []metrics.Answer) Table {
	t := Table{Title: c.say("answers.table"), Columns: []TableColumn{{Heading: c.say("column.question")}, {Heading: c.say("column.period")},
		{Heading: c.say("answers.yes"), Number: true}, {Heading: c.say("answers.no"), Number: true}, {Heading: c.say("answers.silent"), Number: true},
		{Heading: c.say("column.share_answered"), Number: true, Unit: "percent"}, {Heading: c.say("column.range")}, {Heading: c.say("column.range_all")}}}
	var latest [][]TableCell // one below the other, as the chart has them
	for _, a := range asked {
		rounds := c.rounds(a.Indicator.ID)
		for i, r := range rounds {
			row := []TableCell{textCell(a.Indicator.Question), textCell(c.periodName(r))}
			for _, v := range split(r) {
				row = append(row, c.numberCell(r, v))
			}
			row = append(row, c.percentCell(r), c.rangeCell(r, r.Low, r.High), c.rangeCell(r, r.LowAll, r.HighAll))
			if i == len(rounds)-1 {
				latest = append(latest, row)
			} else {
				t.Rows = append(t.Rows, row)
			}
		}
	}
	t.Rows = append(t.Rows, latest...)
	return t
}

// recorded are the terms of an indicator for which something was recorded.
func (c *composer) recorded(id string) []metrics.Reading {
	return slices.DeleteFunc(c.terms(id, ""), func(r metrics.Reading) bool { return r.Note == noData })
}

// rounds are the terms in which a survey round closed; the whole span, which
// shows the latest of them, only where there is none.
func (c *composer) rounds(id string) []metrics.Reading {
	if all := c.recorded(id); len(all) > 0 {
		return all
	}
	return []metrics.Reading{c.whole(id, "")}
}

// periodName is the term of a reading, or the whole span.
func (c *composer) periodName(r metrics.Reading) string {
	for _, a := range c.answers(r.Indicator, true) {
		if slices.ContainsFunc(a.Readings, func(t metrics.Reading) bool { return t.Period == r.Period }) {
			return r.Period
		}
	}
	return cmp.Or(c.Span, r.Period)
}

// rangeCell is an interval; where a value is shown without one, it has none to
// show.
func (c *composer) rangeCell(r metrics.Reading, low, high *float64) TableCell {
	switch {
	case low == nil || high == nil:
		if r.Shown && tellingOf(r) != exact {
			return TableCell{Mark: "[c]"}
		}
		if r.Shown {
			return TableCell{Text: c.say("range.none"), Mark: "[z]"}
		}
		return TableCell{Mark: cell(r).Mark}
	case r.Unit == "percent":
		return textCell(c.say("range.percent", *low, *high))
	}
	return textCell(c.say("range.score", *low, *high))
}
