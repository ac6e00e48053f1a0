package reports

import (
	"slices"

	"valuetrail/metrics"
)

// forConvenor is everything: what waits for somebody, the sponsor's sections,
// and each figure in a table.
func (c *composer) forConvenor() []Section {
	part := c.part()
	part.Figures = c.present(append(part.Figures, c.rhythm())...)
	return []Section{c.open(), c.since(), c.used(), part, c.thisAndLast(), c.practices(), c.own(), c.flops(), c.sure(), c.plan(), c.everything(), c.missing()}
}

// open is what waits for somebody: members not seen, questions, gaps.
func (c *composer) open() Section {
	s := Section{ID: "open", Title: c.say("section.open")}
	f := Figure{ID: "waiting", Caption: c.say("open.caption"), Table: Table{Title: c.say("open.table"),
		Columns: []TableColumn{{Heading: c.say("column.what")}, {Heading: c.say("column.how_many"), Number: true}, {Heading: c.say("column.where")}}}}
	for _, x := range c.Open {
		if x.Count > 0 {
			f.Table.Rows = append(f.Table.Rows, []TableCell{textCell(x.What), c.intCell(x.Count), textCell(x.Where)})
		}
	}
	for _, m := range c.withoutRegister() {
		f.Table.Rows = append(f.Table.Rows, []TableCell{textCell(c.say("open.register", c.titled(m.Title, "meetings.untitled"), c.print.Day(m.Day))), c.intCell(1), textCell(c.say("open.register.where"))})
	}
	f.Title, f.Sentence = c.say("open.title", len(f.Table.Rows)), c.say("open.sentence")
	if len(f.Table.Rows) > 0 {
		s.Figures = []Figure{f}
	}
	return s
}

// withoutRegister are the sessions that were held and nobody wrote down.
func (c *composer) withoutRegister() []metrics.Meeting {
	all := slices.Concat(c.meetings, c.others)
	all = slices.DeleteFunc(all, func(m metrics.Meeting) bool { return m.HasRegister || !tookPlace(m) })
	slices.SortStableFunc(all, func(a, b metrics.Meeting) int { return a.Day - b.Day })
	return all
}

// everything is each figure, a table for each group of indicators.
func (c *composer) everything() Section {
	s := Section{ID: "figures", Title: c.say("section.figures"), Intro: c.say("section.figures.intro")}
	var groups []string
	for _, a := range c.Answers {
		groups = append(groups, a.Indicator.Group)
	}
	for _, group := range unique(groups) {
		if f := c.everyFigure(group); len(f.Table.Rows) > 0 {
			s.Figures = append(s.Figures, f)
		}
	}
	return s
}

// everyFigure lists the figures of a group: the whole span first, then its
// terms.
func (c *composer) everyFigure(group string) Figure {
	name := c.say("group." + group)
	f := Figure{ID: "all-" + group, Title: name, Caption: c.say("figures.caption", c.Span),
		Table: Table{Title: name, Columns: []TableColumn{{Heading: c.say("column.figure")}, {Heading: c.say("column.period")}, {Heading: c.say("column.value")}}}}
	var ids []string
	for _, a := range c.Answers {
		if a.Indicator.Group == group {
			ids = append(ids, a.Indicator.ID)
		}
	}
	ids = unique(ids)
	for _, id := range ids {
		for _, part := range c.partsOf(id) {
			for _, r := range append([]metrics.Reading{c.whole(id, part)}, c.terms(id, part)...) {
				if r.Note == noData || isNeed(r) {
					continue
				}
				f.Table.Rows = append(f.Table.Rows, []TableCell{textCell(c.comparedName(metrics.Comparison{Indicator: id, Part: part, This: r})), textCell(c.periodName(r)), cell(r)})
			}
		}
	}
	f.Sentence = c.say("figures.sentence", len(ids), len(f.Table.Rows))
	return f
}

// rhythm is which months stand out of what attendance does by itself: an XmR chart
// in words and numbers, once there are months enough for its limits.
func (c *composer) rhythm() Figure {
	if len(c.Months) == 0 || c.Months[0].Limits == nil {
		return Figure{}
	}
	limits := c.Months[0].Limits
	f := Figure{ID: "rhythm", Caption: c.say("rhythm.caption"), Counted: []string{c.say("rhythm.counted")},
		Table: Table{Title: c.say("rhythm.table"), Columns: []TableColumn{{Heading: c.say("column.month")}, {Heading: c.say("column.share_came"), Number: true, Unit: "percent"}, {Heading: c.say("column.words")}}}}
	outside := 0
	for _, x := range c.Months {
		words := c.say("rhythm.within")
		if x.Verdict == metrics.Signal {
			outside++
			words = c.say("rhythm.outside")
		}
		f.Table.Rows = append(f.Table.Rows, []TableCell{textCell(x.Offset), {Text: c.print.Percent(*x.This.Value), Value: x.This.Value}, textCell(words)})
	}
	f.Title = c.say("rhythm.title.some", outside)
	if outside == 0 {
		f.Title = c.say("rhythm.title.none")
	}
	f.Sentence = c.say("rhythm.sentence", limits.Months, limits.Center, limits.Low, min(1, limits.High))
	return f
}
