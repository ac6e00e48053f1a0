package reports

import (
	"cmp"
	"slices"
	"strings"

	"valuetrail/internal/vocabulary"
	"valuetrail/metrics"
)

// matrix is a row a cycle: what people answered, how many stories tell of it,
// and which.
func (c *composer) matrix() Figure {
	if c.noEvidence() {
		return Figure{}
	}
	f := Figure{ID: "matrix", Caption: c.say("matrix.caption", c.Span), Counted: []string{c.countedOf(cycleCoverage), c.say("matrix.counted")},
		Table: Table{Title: c.say("matrix.table"), Columns: []TableColumn{{Heading: c.say("column.question")}, {Heading: c.say("matrix.answers")},
			{Heading: c.say("matrix.told")}, {Heading: c.say("matrix.stories")}}}}
	evident, all := 0, c.Framework.Cycles()
	for _, cycle := range all {
		if c.hasFigure(cycle) || len(c.tellingOf(cycle)) > 0 {
			evident++
		}
		f.Table.Rows = append(f.Table.Rows, c.matrixRow(cycle))
	}
	f.Title = c.say("matrix.title.some", evident, len(all))
	switch evident {
	case 0:
		f.Title = c.say("matrix.title.none")
	case len(all):
		f.Title = c.say("matrix.title.all")
	}
	f.Sentence = join(c.openSentence(), c.confidenceSentence(), c.gapSentence())
	return f
}

// noEvidence reports whether nobody gave stories or answers at all.
func (c *composer) noEvidence() bool {
	asked := len(c.answers(cycleCoverage, false)) > 0
	for _, cycle := range c.Framework.Cycles() {
		if c.hasFigure(cycle) || asked && !isNeed(c.whole(cycleCoverage, string(cycle))) {
			return false
		}
	}
	return len(c.Stories) == 0 && c.InConfidence <= 0
}

func (c *composer) matrixRow(cycle vocabulary.Cycle) []TableCell {
	return []TableCell{
		textCell(c.say("matrix.row", c.question(cycle), string(cycle))),
		c.answersCell(cycle), c.toldCell(cycle), c.chipsCell(cycle),
	}
}

// answersCell is what people answered about a cycle, by every indicator there
// is.
func (c *composer) answersCell(cycle vocabulary.Cycle) TableCell {
	var said []string
	mark := "[x]"
	for _, a := range c.ofCycle(cycle) {
		r := c.whole(a.Indicator.ID, "")
		name := c.titleOf(a.Indicator.ID)
		if a.Indicator.Unit == "score" { // its name would say the row's question again
			name = c.say("worth.dots")
		}
		said = append(said, c.say("named", name, r.Text))
		switch {
		case r.Shown:
			mark = ""
		case r.Note == "protected" && mark != "":
			mark = "[c]"
		}
	}
	if said == nil {
		return TableCell{Text: c.say("matrix.no_question"), Mark: "[x]"}
	}
	return TableCell{Text: strings.Join(said, " "), Mark: mark}
}

// toldCell is how many of the stories that were asked about a cycle tell of it.
func (c *composer) toldCell(cycle vocabulary.Cycle) TableCell {
	r := c.whole(cycleCoverage, string(cycle))
	return TableCell{Text: r.Text, Mark: cell(r).Mark}
}

// chipsCell is a chip for each story open to the reader that tells of a cycle.
func (c *composer) chipsCell(cycle vocabulary.Cycle) TableCell {
	var chips []Chip
	for _, s := range c.tellingOf(cycle) {
		state := s.Confirmation
		if state == "" {
			state = "none"
		}
		title := s.Title
		if title == "" {
			title = c.say("stories.untitled")
		}
		chips = append(chips, Chip{StoryID: s.ID, Title: title, State: state})
	}
	switch {
	case chips != nil:
		return TableCell{Chips: chips}
	case c.whole(cycleCoverage, string(cycle)).Note == "not_asked":
		return TableCell{Text: c.print.Say("note.not_asked"), Mark: "[z]"}
	}
	return textCell(c.say("matrix.empty"))
}

// sureness is how far somebody else was asked about a story.
var sureness = map[string]int{"confirmed": 2, "asked": 1}

// tellingOf are the stories of what happened that tell of a cycle, those that
// somebody else confirmed first.
func (c *composer) tellingOf(cycle vocabulary.Cycle) []metrics.Story {
	all := slices.DeleteFunc(c.accounts(), func(s metrics.Story) bool { return !slices.Contains(s.Cycles, cycle) })
	slices.SortStableFunc(all, func(a, b metrics.Story) int { return cmp.Compare(sureness[b.Confirmation], sureness[a.Confirmation]) })
	return all
}

// openSentence counts the stories open to the reader.
func (c *composer) openSentence() string {
	if n := len(c.accounts()); n > 0 {
		return c.say("stories.open", n)
	}
	return c.say("stories.none")
}
