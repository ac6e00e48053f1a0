package reports

import (
	"cmp"
	"slices"

	"valuetrail/internal/vocabulary"
	"valuetrail/metrics"
)

// since is what was asked at the last review and what happened with it, and
// what the figures say otherwise than then.
func (c *composer) since() Section {
	s := Section{ID: "since", Title: c.say("section.since")}
	s.Figures = c.present(c.askedAndDone(), c.changed())
	return s
}

// sinceLines are the same on page one: in a line each.
func (c *composer) sinceLines() []string {
	var all []string
	if c.Audience == vocabulary.Members || c.Audience == vocabulary.Evaluator {
		return nil // their page has a section for it
	}
	for _, r := range c.done() {
		if len(all) < mostAsked {
			r.On = 0 // the day stands in the table of what was asked
			all = append(all, c.say("since.line", stopped(r.What), stopped(c.happened(r))))
		}
	}
	if says := c.changedSentence(); says != "" {
		all = append(all, says)
	}
	return all
}

// done is what was asked before: of the release before where it is kept, else
// as the convenor says.
func (c *composer) done() []Request {
	var all []Request
	if c.Before != nil {
		all = slices.Clone(c.Before.Report.Requests)
	}
	for _, r := range c.Words.Done {
		at := slices.IndexFunc(all, func(o Request) bool { return sameRequest(o, r) })
		if at < 0 {
			all = append(all, r)
			continue
		}
		all[at].Happened, all[at].On = r.Happened, r.On
	}
	return all
}

func (c *composer) happened(r Request) string {
	if r.Happened == "" {
		return c.say("since.not_said")
	}
	return c.say("since.happened", stopped(r.Happened), c.dayOrNone(r.On))
}

func (c *composer) askedAndDone() Figure {
	done := c.done()
	if len(done) == 0 {
		return Figure{}
	}
	said := 0
	f := Figure{ID: "asked-and-done", Caption: c.say("since.caption"), Table: Table{Title: c.say("since.table"),
		Columns: []TableColumn{{Heading: c.say("column.asked")}, {Heading: c.say("column.owner")}, {Heading: c.say("column.by")}, {Heading: c.say("column.happened")}}}}
	for _, r := range done {
		owner, by := textCell(r.Owner), textCell(c.dayOrNone(r.By))
		for _, x := range []*TableCell{&owner, &by} {
			if x.Text == "" {
				x.Mark = "[x]"
			}
		}
		if r.Happened != "" {
			said++
		}
		f.Table.Rows = append(f.Table.Rows, []TableCell{textCell(r.What), owner, by, textCell(c.happened(r))})
	}
	f.Title = c.say("since.title", len(done))
	f.Sentence = c.say("since.sentence", said, len(done))
	if said == len(done) {
		f.Sentence = c.say("since.sentence.all")
	}
	f.Table = withoutMissing(f.Table)
	return f
}

// withoutMissing leaves out the columns that no row has anything in.
func withoutMissing(t Table) Table {
	for j := len(t.Columns) - 1; j > 0; j-- {
		if slices.ContainsFunc(t.Rows, func(row []TableCell) bool { return row[j].Mark != "[x]" }) {
			continue
		}
		t.Columns = slices.Delete(t.Columns, j, j+1)
		for i := range t.Rows {
			t.Rows[i] = slices.Delete(t.Rows[i], j, j+1)
		}
	}
	return t
}

// change is a figure that says something else than in the release before.
type change struct {
	then, now metrics.Reading
	// old: the term was over already, so the figure was corrected.
	old bool
}

// changes are the figures of the whole span that say something else than then,
// and those of terms that were over then.
func (c *composer) changes() []change {
	if c.Before == nil {
		return nil
	}
	was, latest := map[string]metrics.Reading{}, map[string]string{} // by figure, and its last term
	for _, r := range c.Before.Report.Readings {
		was[figureName(r, "")] = r
		if c.isTerm(r) && r.Note != noData && !isNeed(r) {
			latest[r.Indicator+"|"+r.Part] = r.Period
		}
	}
	var all []change
	for _, now := range c.allReadings() {
		then, ok := was[figureName(now, "")]
		isTerm := c.isTerm(now)
		if !ok || then.Text == now.Text || isTerm && (then.Period == latest[then.Indicator+"|"+then.Part] || then.Note == noData) {
			continue
		}
		all = append(all, change{then, now, isTerm})
	}
	slices.SortStableFunc(all, func(a, b change) int {
		return cmp.Compare(c.place(a.now.Indicator, a.now.Part, a.old), c.place(b.now.Indicator, b.now.Part, b.old))
	})
	return all
}

// changesAtOnce is how many changes a page shows before the others are folded.
const changesAtOnce = 8

// isTerm reports whether a reading is of one term.
func (c *composer) isTerm(r metrics.Reading) bool { return yearsPattern.MatchString(r.Period) }

// changed lists what the figures said in the release before and say now, and
// why.
func (c *composer) changed() Figure {
	if c.Before == nil {
		return Figure{}
	}
	changes := c.changes()
	f := Figure{ID: "changed", Title: c.say("changed.title", len(changes)), Sentence: c.changedSentence(), Caption: c.say("changed.caption", c.Before.Number, c.print.Day(c.Before.Day)),
		Counted: []string{c.say("changed.rule")},
		Table: Table{Title: c.say("changed.table"), Columns: []TableColumn{{Heading: c.say("column.figure")}, {Heading: c.say("column.then")}, {Heading: c.say("column.now")},
			{Heading: c.say("column.why")}}, AtOnce: changesAtOnce}}
	if len(changes) == 0 {
		f.Title = c.say("changed.title.none")
		f.Table.Rows = [][]TableCell{{textCell(c.say("changed.nothing")), {Mark: "[z]"}, {Mark: "[z]"}, {Mark: "[z]"}}}
	}
	for _, x := range changes {
		f.Table.Rows = append(f.Table.Rows, []TableCell{textCell(c.changedName(x)), {Text: x.then.Text, Mark: cell(x.then).Mark}, cell(x.now), textCell(c.print.List(c.why(x)))})
	}
	return f
}

func (c *composer) changedName(x change) string {
	name := c.titleOf(x.now.Indicator)
	if x.now.Part != "" {
		name = c.comparedName(metrics.Comparison{Indicator: x.now.Indicator, Part: x.now.Part, This: x.now})
	}
	if x.old {
		name = c.say("changed.term", name, x.now.Period)
	}
	return name
}

// changedSentence counts what changed since the release before, and says what
// became of the figure that leads the page.
func (c *composer) changedSentence() string {
	if c.Before == nil {
		return ""
	}
	changes := c.changes()
	day := c.print.Day(c.Before.Day)
	if len(changes) == 0 {
		return c.say("changed.none", c.Before.Number, day)
	}
	corrected := 0
	lead := ""
	var reasons []string
	for _, x := range changes {
		if x.old {
			corrected++
			reasons = append(reasons, c.why(x)...)
		}
		if x.now.Indicator == c.Primary && x.now.Part == "" && !x.old {
			lead = c.say("changed.lead", c.titleOf(c.Primary), c.shortFigure(x.then), c.shortFigure(x.now), c.print.List(c.why(x)))
		}
	}
	return join(c.say("changed.some", len(changes), c.Before.Number, day, orNone(corrected), c.print.List(unique(reasons))), lead)
}
