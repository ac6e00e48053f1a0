package reports

import (
	"slices"

	"valuetrail/metrics"
)

// flops is what did not work: what was moved or cancelled, and the stories of
// it.
func (c *composer) flops() Section {
	s := Section{ID: "flops", Title: c.say("section.flops"), Intro: c.say("section.flops.intro")}
	if s.Figures = c.present(c.failures()); !c.planned() && len(c.accounts()) == 0 {
		return s
	}
	f := Figure{ID: "flops-list", Title: c.flopTitle(), Sentence: join(c.sessionsSentence(), c.badStoriesSentence()), Caption: c.say("flops.caption", c.Span),
		Table: Table{Title: c.say("flops.table"), Columns: []TableColumn{{Heading: c.say("column.what")}, {Heading: c.say("column.day")}, {Heading: c.say("column.detail")}}}}
	for _, m := range c.disturbed() {
		f.Table.Rows = append(f.Table.Rows, []TableCell{textCell(c.titled(c.titleOfMeeting(m), "meetings.untitled")), textCell(c.print.Day(m.Day)), textCell(c.statusOf(m))})
	}
	for _, t := range c.badStories() {
		f.Table.Rows = append(f.Table.Rows, []TableCell{textCell(c.titled(t.Title, "stories.untitled")), textCell(c.print.Day(t.Day)), textCell(c.say("flops.story." + t.Valence))})
	}
	if len(f.Table.Rows) == 0 {
		f.Table.Rows = [][]TableCell{{textCell(c.say("flops.nothing")), {Mark: "[z]"}, {Mark: "[z]"}}}
	}
	s.Figures = append([]Figure{f}, s.Figures...)
	return s
}

// failures are what people answered about what did not work, cycle by cycle, as
// far as they were asked.
func (c *composer) failures() Figure {
	says := c.negativeSentence()
	if says == "" {
		return Figure{}
	}
	f := Figure{ID: "failures", Title: c.say("negative.title"), Sentence: says, Caption: c.say("negative.caption", c.Span), Counted: []string{c.countedOf(negativeAnswers)},
		Table: Table{Title: c.say("negative.table"), Columns: []TableColumn{{Heading: c.say("column.question")}, {Heading: c.say("column.figure")}}}}
	for _, part := range c.partsOf(negativeAnswers) {
		if r := c.whole(negativeAnswers, part); r.Note != "not_asked" && r.Note != noData && !isNeed(r) {
			f.Table.Rows = append(f.Table.Rows, []TableCell{textCell(c.partName(negativeAnswers, part)), cell(r)})
		}
	}
	return f
}

func (c *composer) flopTitle() string {
	moved, bad := len(c.disturbed()), len(c.badStories())
	if moved == 0 && bad == 0 {
		return c.say("flops.title.none")
	}
	return c.say("flops.title.some", moved, bad)
}

// titled is a title, or the words for something without one.
func (c *composer) titled(title, key string) string {
	if title == "" {
		return c.say(key)
	}
	return title
}

// planned reports whether anybody listed the sessions: attendance files alone
// cannot tell what was moved or cancelled.
func (c *composer) planned() bool {
	return slices.ContainsFunc(c.Meetings, func(m metrics.Meeting) bool { return m.Listed || m.Status == "moved" || m.Status == "cancelled" })
}

// disturbed are the sessions that were moved or cancelled, in order of time.
func (c *composer) disturbed() []metrics.Meeting {
	all := slices.Concat(c.meetings, c.others)
	all = slices.DeleteFunc(all, func(m metrics.Meeting) bool { return m.Status != "moved" && m.Status != "cancelled" })
	slices.SortStableFunc(all, func(a, b metrics.Meeting) int { return a.Day - b.Day })
	return all
}

// sessionsSentence counts the sessions that were moved and cancelled.
func (c *composer) sessionsSentence() string {
	if !c.planned() {
		return ""
	}
	moved, cancelled := 0, 0
	for _, m := range c.disturbed() {
		if m.Status == "moved" {
			moved++
		} else {
			cancelled++
		}
	}
	switch {
	case moved > 0 && cancelled > 0:
		return c.say("flops.both", moved, cancelled)
	case moved > 0:
		return c.say("flops.moved", moved)
	case cancelled > 0:
		return c.say("flops.cancelled", cancelled)
	}
	return c.say("flops.as_planned")
}

func (c *composer) badStories() []metrics.Story {
	return slices.DeleteFunc(c.accounts(), func(s metrics.Story) bool { return !bad(s) })
}

// badStoriesSentence counts the stories of what did not work, or says that
// silence proves nothing.
func (c *composer) badStoriesSentence() string {
	if n := len(c.badStories()); n > 0 {
		return c.say("flops.stories", n)
	}
	if len(c.accounts()) > 0 {
		return c.say("flops.no_story")
	}
	return ""
}
