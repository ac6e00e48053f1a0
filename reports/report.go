// Package reports composes what a person with ten minutes reads: a Report of
// sections of figures, tables and stories, in words first. Drawing it is the
// work of reports/page and reports/workbook. It cannot reach the database: it
// knows readings that the gate has controlled already.
package reports

import (
	"time"

	"valuetrail/internal/vocabulary"
	"valuetrail/metrics"
)

// Report is everything a page and a workbook show, for one audience.
type Report struct {
	// Title is the community's name; Headline the message, one sentence.
	Title, Headline, Purpose string
	Audience                 vocabulary.Audience
	// Cohort is the one that the report is about, "" for all together.
	Cohort   string
	Language string
	// Look is the community's own, as far as it has one.
	Look Look
	// Draft reports carry the mark DRAFT; a release has its number.
	Draft   bool
	Release int
	MadeAt  time.Time
	// Span names the time the report is about: "2025/26".
	Span string
	// Facts are the short lines under the headline: members and organisations,
	// meetings held of planned, member-hours, who answered, data cut-off.
	Facts []Fact
	// Comments are what the convenor has to say about the whole, by paragraphs.
	Comments []string
	// Brief says in a line each whether it was worth it, for whom, and how much is
	// asked.
	Brief []Finding
	// Findings are at most five computed sentences; Asked at most three lines;
	// Since says what became of what was asked before, and what has changed.
	Findings []Finding
	Asked    []string
	Since    []string
	Sections []Section
	// Requests are what Asked says, for the report after this one.
	Requests []Request
	// Readings are all figures that the report was made of, as the gate gave
	// them, by indicator, period and part; Basis is what they rest on. The next
	// release is held against both.
	Readings []metrics.Reading
	Basis    Basis
	// Definitions say how each figure was counted; Sources where it came from.
	Definitions []Definition
	Sources     []SourceLine
	// Notes are numbered remarks: "[note 1]" in a table means Notes[0].
	Notes []string
	// Comparisons and Reliability are those of an evaluator's edition, with every
	// number that there is of them.
	Comparisons []metrics.Comparison  `json:",omitempty"`
	Reliability []metrics.Reliability `json:",omitempty"`
}

// Look is what a page has of a community's own: the colour of headings, links and
// rules, and that of what is picked out, both #RRGGBB and "" for the program's
// own; and a picture, nil for none. Charts have colours that can be told apart.
type Look struct {
	Accent, Second string
	Logo           *Picture
}

// Picture is one that a browser shows: image/png, image/jpeg or image/svg+xml.
type Picture struct {
	Type string
	Data []byte
}

// Fact is one short line of the summary: "Meetings held", "8 of 9 planned".
type Fact struct{ Label, Value string }

// Finding is one computed sentence with a lead of two or three words. Anchor
// names the section that it comes from.
type Finding struct{ Lead, Sentence, Anchor string }

// Section is a heading with figures, in the order of the page.
type Section struct {
	ID, Title, Intro string
	// Lines are a list, such as the steps of a plan; Comments what the convenor
	// has to say about it.
	Lines, Comments []string
	Figures         []Figure
	Stories         []metrics.Story
}

// blank reports whether there is nothing to read in a section.
func (s Section) blank() bool {
	return len(s.Figures) == 0 && len(s.Lines) == 0 && len(s.Comments) == 0 && len(s.Stories) == 0
}

// Figure is one chart with its sentence and its real table, or a table alone.
type Figure struct {
	ID string
	// Title is the message, Sentence what the figure says in words, Caption the
	// measure, coverage and period.
	Title, Sentence, Caption string
	// Data is a line on how complete the data behind it are, "" for none.
	Data  string
	Chart *Chart
	Table Table
	// Counted is how it was counted, one click away.
	Counted []string
	// Listed says that a list of the workbook has all of it in more detail.
	Listed bool `json:",omitempty"`
}

// Chart is what to draw, free of any chart library.
type Chart struct {
	Kind ChartKind
	// Unit of the values: percent (as fractions 0–1), people, score, days.
	Unit string
	// Rows are the categories, top to bottom or left to right.
	Rows   []string
	Series []Series
	// Most is the end of the value axis, 0 to fit the data.
	Most float64
	// Remarks are words beside the rows, one each or none at all.
	Remarks []string
}

// ChartKind is a way to draw.
type ChartKind string

// AnswerBars is one stacked bar a row, 0 to Most people: yes solid, no
// outlined, did not answer hatched. MeetingDots is one dot a meeting in order of
// time: held solid, moved half, cancelled a cross. ScoreDots is a dot with its
// interval a row. YearDots is a filled dot and a hollow one a row, each with its
// interval, and a remark beside them. PracticeBars is one bar a practice, 0 to
// Most organisations: using it solid, stopped outlined, not using it hatched.
const (
	AnswerBars   ChartKind = "answer_bars"
	MeetingDots  ChartKind = "meeting_dots"
	ScoreDots    ChartKind = "score_dots"
	YearDots     ChartKind = "year_dots"
	PracticeBars ChartKind = "practice_bars"
)

// Series is one run of values, one a row; a nil value is not drawn.
type Series struct {
	// Name is shown beside the marks; Role decides the look: yes, no, silent,
	// this_year, last_year, moved, cancelled, low, high.
	Name, Role string
	Values     []*float64
	// Labels are printed at the marks, "" for none.
	Labels []string
}

// Table is a real table: a header row, then rows whose first cell is a row
// heading.
type Table struct {
	Title   string
	Columns []TableColumn
	Rows    [][]TableCell
	// AtOnce is how many rows a page shows before the others are folded, 0 for
	// all.
	AtOnce int
}

// TableColumn is one column: its heading, whether it holds numbers, and their
// unit (percent for fractions 0–1, "" for text).
type TableColumn struct {
	Heading string
	Number  bool
	Unit    string
}

// TableCell is one cell: Text as a page prints it, Value for the workbook when
// it is a number. Mark is [c] (not shown, to protect members), [x] (not
// available), [z] (not applicable) or "". Chips are story chips of the matrix.
// Of names the figure that the number is taken from, "" for none.
type TableCell struct {
	Text  string
	Value *float64
	Mark  string
	Chips []Chip
	Of    string
}

// Chip is one story in a cell of the matrix: filled confirmed, half asked,
// hollow not asked.
type Chip struct{ StoryID, Title, State string }

// Definition says how a figure was counted: in words and, for an evaluator, in SQL,
// as its file has it and as the whole Statement that the database is asked.
type Definition struct {
	ID, Title, Question, Counted, Unit, Source string

	SQL       string `json:",omitempty"`
	Statement string `json:",omitempty"`
}

// SourceLine is one file the report rests on: what it was and its rows.
type SourceLine struct {
	What, Kind, From, To                     string
	Read, Loaded, Repeated, Checked, Ignored int
}
