package reports

import (
	"maps"
	"slices"

	"valuetrail/metrics"
)

// part is who takes part: meeting by meeting, term by term, and how much.
func (c *composer) part() Section {
	s := Section{ID: "part", Title: c.say("section.part"), Intro: c.say("section.part.intro")}
	s.Figures = c.present(c.meetingDots(), c.byTerm(), c.levels(), c.otherSessions())
	return s
}

// fewTerms is how many terms a sentence can name.
const fewTerms = 4

// attendanceSentence says how attendance went over the terms.
func (c *composer) attendanceSentence() string {
	p := c.attendancePath()
	switch {
	case p.course == none:
	case p.course != single && len(p.shown) <= fewTerms:
		var all []string
		for _, r := range p.shown {
			all = append(all, c.say("attendance.listed.term", c.term(r.Period), *r.Value))
		}
		return c.say("attendance.listed."+string(p.course), c.print.List(all))
	default:
		return c.say("attendance."+string(p.course), c.pathValues(p)...)
	}
	if r := c.whole(attendanceRate, ""); tellingOf(r) == exact {
		return c.say("attendance.whole", *r.Value)
	}
	return ""
}

// agreedSentence says whether attendance reached what was agreed; everybody was
// counted, so it did or it did not.
func (c *composer) agreedSentence() string {
	r := c.whole(attendanceRate, "")
	switch {
	case tellingOf(r) != exact || r.Target == nil:
		return ""
	case points(*r.Value) >= points(*r.Target):
		return c.say("attendance.agreed.reached", *r.Value, *r.Target)
	}
	return c.say("attendance.agreed.missed", *r.Value, *r.Target)
}

// unreachedSentence says from how many organisations nobody came.
func (c *composer) unreachedSentence() string {
	missed := c.Overview.Organisations - c.Overview.OrganisationsReached
	if missed <= 0 || c.Overview.OrganisationsReached == 0 {
		return ""
	}
	key := "flops.unreached"
	if !c.closeBy() {
		key += ".unnamed"
	}
	return c.say(key, missed, c.Overview.Organisations)
}

// byTerm is attendance and reach, term by term, and for the whole span.
func (c *composer) byTerm() Figure {
	whole, reach := c.whole(attendanceRate, ""), c.whole(reachRate, "")
	p := c.attendancePath()
	if p.course == none && (isNeed(whole) || len(c.answers(attendanceRate, false)) == 0) {
		return Figure{}
	}
	f := Figure{ID: "terms", Title: c.say("terms.title.none"), Caption: c.say("terms.caption", c.Span), Counted: []string{c.countedOf(attendanceRate), c.countedOf(reachRate)},
		Sentence: join(c.attendanceSentence(), c.reachSentence(reach)),
		Table: Table{Title: c.say("terms.table"), Columns: []TableColumn{{Heading: c.say("column.period")}, {Heading: c.say("column.attendance"), Number: true, Unit: "percent"},
			{Heading: c.say("column.reach"), Number: true, Unit: "percent"}, {Heading: c.say("column.reached"), Number: true}, {Heading: c.say("column.members"), Number: true}}}}
	if p.course != none {
		f.Title = c.say("terms.title."+string(p.course), c.pathValues(p)...)
	}
	if f.Sentence == "" {
		f.Sentence = c.say("attendance.untold", whole.Text)
	}
	for _, r := range append(c.terms(attendanceRate, ""), whole) {
		f.Table.Rows = append(f.Table.Rows, c.termRow(r, c.reachOf(r, whole, reach)))
	}
	return f
}

// reachOf is the reading of reach that stands beside one of attendance.
func (c *composer) reachOf(r, whole, reach metrics.Reading) metrics.Reading {
	if r.Period == whole.Period {
		return reach
	}
	for _, t := range c.terms(reachRate, "") {
		if t.Period == r.Period {
			return t
		}
	}
	return metrics.Reading{Indicator: reachRate, Note: noData, Text: c.print.Say("note.no_data")}
}

func (c *composer) termRow(attendance, reach metrics.Reading) []TableCell {
	return []TableCell{textCell(c.periodName(attendance)), c.percentCell(attendance), c.percentCell(reach), c.numberCell(reach, reach.Numerator), c.numberCell(reach, reach.Denominator)}
}

func (c *composer) reachSentence(r metrics.Reading) string {
	if tellingOf(r) != exact || r.Numerator == nil {
		return ""
	}
	return c.say("reach.exact", *r.Numerator, *r.Denominator, *r.Value)
}

// otherSessions counts what is no meeting, kind by kind.
func (c *composer) otherSessions() Figure {
	others := slices.DeleteFunc(slices.Clone(c.others), toCome)
	if len(others) == 0 {
		return Figure{}
	}
	f := Figure{ID: "others", Title: c.say("others.title", len(others)), Sentence: c.say("others.sentence", len(others)), Caption: c.say("others.caption", c.Span),
		Table: Table{Title: c.say("others.table"), Columns: []TableColumn{{Heading: c.say("column.kind")}, {Heading: c.say("column.sessions"), Number: true}}}}
	sessions := map[string]int{}
	for _, m := range others {
		sessions[m.Kind]++
	}
	for _, kind := range slices.Sorted(maps.Keys(sessions)) {
		f.Table.Rows = append(f.Table.Rows, []TableCell{textCell(c.kindName(kind)), c.intCell(sessions[kind])})
	}
	return f
}
