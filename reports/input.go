package reports

import (
	"time"

	"valuetrail/internal/vocabulary"
	"valuetrail/metrics"
)

// Input is everything that a report for one audience is made of. All of it has
// been asked for that audience and has passed the gate already.
type Input struct {
	// Name and Purpose are the community's; Sponsor is who the sponsor's edition
	// is made for, "" where it is not said.
	Name, Purpose, Sponsor string
	// Look is how the community's pages look.
	Look Look
	// Language is the tag of the language to write in, "" for English.
	Language string
	// Framework decides which cycles the matrix lists; "" is vcf2011.
	Framework vocabulary.Framework
	// Primary is the indicator that the headline speaks of; "" is applied_rate.
	Primary  string
	Audience vocabulary.Audience
	// Cohort is the cohort that the report is about, "" for all together.
	Cohort string
	// Draft reports carry the mark; a release has its number.
	Draft   bool
	Release int
	MadeAt  time.Time
	// Span names the time the report is about: "2025/26".
	Span string
	// Answers are the indicators asked twice: at grain term, and for the whole
	// span at grain programme (or year: then the last year counts as the span).
	Answers  []metrics.Answer
	Overview metrics.Overview
	// Meetings are the sessions of the span, in any order.
	Meetings []metrics.Meeting
	// Stories are those open to the audience; InConfidence is how many more were
	// told.
	Stories      []metrics.Story
	InConfidence int
	// LastSpan names the year before, "" where there is none; LastMeetings are its
	// sessions, and Comparisons its figures beside those of this one.
	LastSpan     string
	LastMeetings []metrics.Meeting
	Comparisons  []metrics.Comparison
	// TermByTerm are every term of attendance beside every earlier one, and Months
	// each month of it, of all cohorts, beside what it does by itself.
	TermByTerm, Months []metrics.Comparison
	Words              Words
	// Open is what waits for the convenor, for the convenor's edition.
	Open []Waiting
	// Before is the release made last for the same reader about the same cohort,
	// nil for none.
	Before  *Before
	Basis   Basis
	Sources []SourceLine
	// Definitions are said beside those of the indicators in Answers.
	Definitions []Definition
	// For an evaluator: Contrasts are all comparisons of the cohort, with the one
	// before it, its own terms and what was agreed; Reliability that of its
	// constructs; InForce what was decided beforehand; Statements the whole SQL of
	// each indicator, by id.
	Contrasts   []metrics.Comparison
	Reliability []metrics.Reliability
	InForce     []Fact
	Statements  map[string]string
}

// Words are what the convenor has to say, beside what is computed.
type Words struct {
	// Asked is asked of the reader now, Done was asked before.
	Asked []Request
	Done  []Request
	// Plan are the next steps, in their order.
	Plan     []string
	Comments []Comment
}

// Request is a decision asked of the reader: What, of whom ("" for nobody said),
// By which day (0 for none), and what Happened with it, "" where that is not
// said, On which day (0 for none).
type Request struct {
	What, Owner string
	By          int
	Happened    string
	On          int
}

// Comment is what the convenor has to say about a section, named by its id;
// overall is the report as a whole. A blank line parts paragraphs.
type Comment struct{ Section, Text string }

// Before is a release made earlier.
type Before struct {
	Number int
	Day    int
	Report Report
}

// Basis is what a report rests on, as far as it explains why a later one says
// something else.
type Basis struct {
	// CutOff is the last day any file tells of, nil for no data.
	CutOff *int
	// Round is the latest survey round with answers, Answered how many answered
	// it.
	Round    string
	Answered int
	// Files are the ids of the files, sorted; Settings stands for the settings.
	Files    []string
	Settings string
	// About is what those files are, by id. Stories are the terms of the stories
	// of what happened that are open to the reader, by id. Both are nil in what
	// was released before they were kept.
	About   map[string]File
	Stories map[string]string
}

// File is what a file is: its kind, and the first day that it tells of, as
// 2006-01-02, "" where it tells of none.
type File struct{ Kind, From string }

// Waiting is something that waits for the convenor: what, how much of it, and
// where to find it.
type Waiting struct {
	What  string
	Count int
	Where string
}
