package settings

import "valuetrail/internal/vocabulary"

// Words are what people add to the figures: what they say to a section, what
// they ask of their sponsor, what became of that, and what they plan. They stand
// in the sheet Words of setup.xlsx or in commentary.md; where both hold some,
// those of the sheet come first.
type Words struct {
	Comments []Comment
	// Asked is what the sponsor is asked for now.
	Asked []Request
	// Decided is what was asked earlier, and what happened.
	Decided []Answer
	Plan    []string
}

// Comment is what people say to a section of the report: a word of Sections, and
// plain text whose paragraphs are parted by a blank line. A section has at most
// one in each file.
type Comment struct{ Section, Text string }

// Request is a decision asked of somebody, by a day; Owner may be "", By 0.
type Request struct {
	What, Owner string
	By          Day
}

// Answer is what happened with something that was asked; On is 0 when no day was
// said.
type Answer struct {
	What, Happened string
	On             Day
}

// Sections are the parts of a report that can be commented, in its order.
// Overall stands at the top of page one.
var Sections = vocabulary.ReportSections

// and is both, what w says first.
func (w Words) and(more Words) Words {
	return Words{append(w.Comments, more.Comments...), append(w.Asked, more.Asked...), append(w.Decided, more.Decided...), append(w.Plan, more.Plan...)}
}
