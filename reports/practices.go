package reports

import (
	"valuetrail/metrics"
)

const practiceDiffusion = "practice_diffusion"

// practices are how far each practice that the community tried has spread.
func (c *composer) practices() Section {
	s := Section{ID: "practices", Title: c.say("section.practices"), Intro: c.say("section.practices.intro")}
	s.Figures = c.present(c.practiceBars())
	return s
}

// practicesTold are the readings of practices of which a count may be seen.
func (c *composer) practicesTold() []metrics.Reading {
	var all []metrics.Reading
	for _, part := range c.partsOf(practiceDiffusion) {
		if r := c.whole(practiceDiffusion, part); r.Shown && r.Numerator != nil && r.Denominator != nil {
			all = append(all, r)
		}
	}
	return all
}

// practiceBars has a row a practice: how many organisations use it now, of those
// that could.
func (c *composer) practiceBars() Figure {
	told := c.practicesTold()
	if len(told) == 0 {
		return Figure{}
	}
	f := Figure{ID: "spread", Title: c.practicesTitle(told), Sentence: c.practicesSentence(told), Caption: c.say("practices.caption", c.Span), Counted: []string{c.countedOf(practiceDiffusion)},
		Table: Table{Title: c.say("practices.table"), Columns: []TableColumn{{Heading: c.say("column.practice")}, {Heading: c.say("practices.now"), Number: true},
			{Heading: c.say("practices.not"), Number: true}, {Heading: c.say("column.eligible"), Number: true}}}}
	chart := &Chart{Kind: PracticeBars, Unit: "organisations"}
	now, not := Series{Name: c.say("practices.now"), Role: "now"}, Series{Name: c.say("practices.not"), Role: "not_yet"}
	for _, r := range told {
		rest := *r.Denominator - *r.Numerator
		f.Table.Rows = append(f.Table.Rows, []TableCell{textCell(r.Part), c.numberCell(r, r.Numerator), c.numberCell(r, &rest), c.numberCell(r, r.Denominator)})
		chart.Rows = append(chart.Rows, r.Part)
		now.Values, not.Values = append(now.Values, r.Numerator), append(not.Values, &rest)
		now.Labels, not.Labels = append(now.Labels, c.print.Number(*r.Numerator, 0)), append(not.Labels, c.print.Number(rest, 0))
		chart.Most = max(chart.Most, *r.Denominator)
	}
	chart.Series = []Series{now, not}
	f.Chart = chart
	return f
}

// practicesTitle names the practice that most use.
func (c *composer) practicesTitle(told []metrics.Reading) string {
	most := told[0]
	for _, r := range told {
		if *r.Numerator > *most.Numerator {
			most = r
		}
	}
	if *most.Numerator == 0 {
		return c.say("practices.title.none")
	}
	return c.say("practices.title", *most.Numerator, *most.Denominator, most.Part)
}

// practicesSentence counts the practices in use, and those in use nowhere.
func (c *composer) practicesSentence(told []metrics.Reading) string {
	used, nowhere := 0, []string{}
	for _, r := range told {
		if *r.Numerator > 0 {
			used++
		} else {
			nowhere = append(nowhere, r.Part)
		}
	}
	says := c.say("practices.sentence", used, len(told))
	if len(nowhere) > 0 && used > 0 {
		says = join(says, c.say("practices.nowhere", c.print.List(nowhere)))
	}
	return says
}
