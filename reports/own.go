package reports

// own are the indicators that the community counts by itself, each with its figures
// term by term and for the whole span; how each is counted stands among the
// definitions.
func (c *composer) own() Section {
	s := Section{ID: "own", Title: c.say("section.own"), Intro: c.say("section.own.intro")}
	s.Figures = c.present(c.ownFigures())
	return s
}

func (c *composer) ownFigures() Figure {
	var ids []string
	for _, a := range c.Answers {
		if i := a.Indicator; i.Own && !isNeed(c.whole(i.ID, "")) {
			ids = append(ids, i.ID)
		}
	}
	if ids = unique(ids); ids == nil {
		return Figure{}
	}
	f := Figure{ID: "own", Title: c.say("own.title", len(ids)), Sentence: c.say("own.sentence"), Caption: c.say("own.caption", c.Span),
		Table: Table{Title: c.say("own.table"), Columns: []TableColumn{{Heading: c.say("column.indicator")}, {Heading: c.say("column.part")},
			{Heading: c.say("column.period")}, {Heading: c.say("column.figure")}}}}
	for _, id := range ids {
		f.Counted = append(f.Counted, c.countedOf(id))
		for _, part := range c.partsOf(id) {
			for _, r := range append(c.terms(id, part), c.whole(id, part)) {
				if r.Part == part && r.Note != noData {
					f.Table.Rows = append(f.Table.Rows, []TableCell{textCell(c.titleOf(id)), textCell(nameOf(r)), textCell(c.periodName(r)), cell(r)})
				}
			}
		}
	}
	if f.Table.Rows == nil {
		return Figure{}
	}
	return f
}
