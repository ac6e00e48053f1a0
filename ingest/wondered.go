package ingest

import "valuetrail/ingest/layout"

// The kinds of questions; those but the first two are verdicts of decisions too.
const (
	AskName     = "name"       // who is it?
	AskSession  = "session"    // are two meetings one?
	AskOrder    = "date_order" // which comes first, the day or the month?
	AskMark     = "mark"       // what does a register's mark mean?
	AskWord     = "word"       // which word of a closed list is meant?
	AskHeading  = "heading"    // which column has another name now?
	AskRound    = "round"      // which round do these answers belong to?
	AskQuestion = "question"   // what does a survey ask here?
	AskTable    = "table"      // what is a table that no layout knows?
)

// Question is something only a person can answer.
type Question struct {
	// Kind is one of the kinds above. Subject names the question in a decision.
	Kind, Subject, Shown, FileID string
	// Reason is, of a heading, the code of what is wrong with the file for it.
	Reason string
	// File is the name of the file that raised it.
	File       string
	Sheet, Row int
	Candidates []Candidate
	// Proposed is what a survey's question seems to ask, Answers what it got.
	Proposed Meaning
	Answers  Answers
	// Table is what a table that no layout knows seems to be.
	Table layout.Proposal
}

// Candidate is a proposed answer, best first, with the reason's key.
type Candidate struct {
	Object, Shown, Reason string
	Score                 float64
	// Seen is what speaks for a question in other words and against it, by names with
	// blanks between; File names the one that asked it before.
	Seen, File string
}
