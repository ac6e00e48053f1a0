// Package ingest takes a row from file to fact: it opens, recognises and reads
// what people drop into a folder, decides who is who and which meeting is
// which, and hands all of it to a Store as one whole. It draws no figures and
// knows no database.
package ingest

import (
	"context"
	"iter"

	"valuetrail/ingest/layout"
	"valuetrail/ingest/sheet"
	"valuetrail/internal/vocabulary"
)

// Store keeps files, facts and decisions. Facts are a pure function of the set
// of stored files, the settings and the decisions: order never matters.
type Store interface {
	// Key is the key of the pseudonyms.
	Key() []byte
	// Write runs f as one transaction: all of what it did is kept, or nothing.
	Write(ctx context.Context, f func(Batch) error) error
}

// Batch is what a run may do inside its one transaction, for one community.
type Batch interface {
	// Files are the files stored, by file id.
	Files(ctx context.Context) ([]StoredFile, error)
	// Land stores a file: its raw rows, its canonical rows, who it names.
	Land(ctx context.Context, f Landing) error
	// Key is the key of the pseudonyms.
	Key() []byte
	// Kept is a stored file as it was read; Again stores what a new reading of it
	// gives, in place of what the one before gave.
	Kept(ctx context.Context, fileID string) (KeptFile, error)
	Again(ctx context.Context, f Landing) error
	// Decisions are what people decided; Faults what readers found that a person
	// can explain.
	Decisions(ctx context.Context) ([]Decision, error)
	// Rounds are the rounds that files could belong to, by file, where there is
	// more than one; the one they are in meanwhile comes first.
	Rounds(ctx context.Context) (map[string][]string, error)
	// Listed are the ids that lists give to what strays of a code are about: of
	// members, sessions and rounds, each in its order; Strays what files name that
	// is not among them, by place.
	Listed(ctx context.Context) (map[string][]string, error)
	Strays(ctx context.Context) ([]Stray, error)
	// Otherwise are the rows of files that contradict others, by place.
	Otherwise(ctx context.Context, files []string) ([]ToldOtherwise, error)
	// Order are the stored files that gave rows; Shared the rows of files that
	// others have too, by the ids of both; Lacked the rows of a file that count and
	// that a later one lacks, in their order.
	Order(ctx context.Context) ([]SourceOrder, error)
	Shared(ctx context.Context, files []string) (map[string]map[string]int, error)
	Lacked(ctx context.Context, by, of string) iter.Seq2[RowFate, error]
	// Heads are the first rows of the sheets of every file, by its id.
	Heads(ctx context.Context) (map[string][]Head, error)
	// Answers are those to questions that no list knows, by item.
	Answers(ctx context.Context) (map[string]Answers, error)
	// Twice are the first responses that two files both have.
	Twice(ctx context.Context, now, was string) ([]Twice, error)
	Faults(ctx context.Context) ([]Fault, error)
	// Given are the fields by which attendance files tell who came and how long, of
	// each file those that a row of it fills.
	Given(ctx context.Context) (map[string][]string, error)
	// Remove takes a file out with all that came from it.
	Remove(ctx context.Context, fileID string) error
	// Count decides which of the rows with one key counts.
	Count(ctx context.Context) error
	// Shape makes the facts of the files from their canonical rows, of every kind
	// but surveys; ShapeSurveys makes those of surveys again, by the links given.
	Shape(ctx context.Context, files []string) error
	ShapeSurveys(ctx context.Context, files []string, links QuestionLinks) error
	// Set stores the settings as SQL reads them.
	Set(ctx context.Context, all []Setting) error
	// Asked are the question columns of surveys, and the question list.
	Asked(ctx context.Context) ([]QuestionSeen, []Item, error)
	// Known is what identities and sessions are decided from.
	Known(ctx context.Context) (Known, error)
	// Decide stores people's decisions.
	Decide(ctx context.Context, all []Decision) error
	// Derive stores what was decided and works out everything derived.
	Derive(ctx context.Context, d Derived) error
	// Counts are the rows of each file after Derive.
	Counts(ctx context.Context) (map[string]RowCounts, error)
}

// StoredFile is a file the store holds.
type StoredFile struct {
	ID, Name, Source string
	// OrderKey orders files with rows of one key.
	OrderKey string
	Kind     vocabulary.Kind
	Kinds    []vocabulary.Kind
	Said     string
	// Shaped is false between landing and the making of its facts.
	Shaped bool
}

// RowCounts are the rows of a file that are loaded, repeated and kept to check.
type RowCounts struct{ Loaded, Repeated, ToCheck int }

// Landing is everything one file gives.
type Landing struct {
	ID, Name, SHA256, Said string
	// Delimiter is that of delimited text, "" for a workbook.
	Delimiter string
	Bytes     int64
	Summary   layout.Summary
	// OrderKey orders files with rows of one key: where the data ends, the last day
	// that its rows name, then the hash.
	OrderKey string
	Sheets   []*sheet.Sheet
	// Rows are the canonical rows, from the start at each pass; those of a long
	// file are read again for each. Kinds are theirs.
	Rows     iter.Seq2[Canonical, error]
	Kinds    []vocabulary.Kind
	Aliases  []Alias
	Problems []layout.Problem
	// told is what the rows tell by themselves, nil when there are none.
	told *tally
	// long says that the rows are not in memory.
	long bool
}

// Canonical is a canonical row ready to store: its fields, then one pseudonym a
// person, then one list of pseudonyms a field of people.
type Canonical struct {
	layout.Row
	Values []string
}

// Alias is one way somebody appears in one file.
type Alias struct {
	// ID is the pseudonym of the handle: keyed, so that it leads nowhere
	// without the key. SameAs is the pseudonym the row goes by.
	ID, SameAs string
	// Kind is what the handle is: member, email, platform or name.
	Kind, Handle string
	// Origin is the kind of the sheet; a roster's aliases are members.
	Origin vocabulary.Kind
	// Shown is the name as written; Name it normalised, Email normalised.
	Shown, Name, Email string
	FileID             string
	Sheet, Row         int
	// FirstDay and LastDay are the days it appears on, 0 when it has none.
	FirstDay, LastDay int
}

// Known is what the store knows that decisions rest on.
type Known struct {
	Aliases   []Alias
	Members   []Listed
	Meetings  []MeetingSeen
	Sessions  []SessionListed
	Decisions []Decision
	// CohortNames are the cohorts that rosters and waves name; FirstDay and
	// LastDay the span of all facts, 0 and 0 without any.
	CohortNames       []string
	FirstDay, LastDay int
}

// Listed is a row of the member list that counts.
type Listed struct {
	AliasID, ListID, Name, Email, Cohort string
	FirstDay, LastDay                    int
}

// MeetingSeen is a meeting as an attendance file knows it; Starts and Ends are
// seconds since 1970 in UTC, 0 when unknown.
type MeetingSeen struct {
	ID, SessionID, Title, FileID string
	Day                          int
	Starts, Ends                 int64
}

// SessionListed is a row of the sessions sheet that counts.
type SessionListed struct {
	ID, Title    string
	Day, Planned int
	Starts       string
	Minutes      float64
	Status       string
}

// QuestionSeen is a question column of a file; Item one row of a question list.
type QuestionSeen struct {
	FileID                   string
	Sheet, Column            int
	Heading, Wording, Native string
}

// Item is one row of a question list.
type Item struct {
	ID, Wave, Header, Text, Kind, Labels string
	ScaleMin                             float64
	HasMin                               bool
}

// QuestionLinks says which question of a file is which item, and what the
// labels of items stand for; Items are those that people decided about, Unlisted
// the questions that nobody has told about.
type QuestionLinks struct {
	Questions []QuestionLink
	Labels    []ItemLabel
	Items     []DecidedItem
	Unlisted  []Unlisted
}

// DecidedItem is a question that no list knows, as people decided what it asks.
type DecidedItem struct {
	Item
	Cycle, Direction string
	// ScaleMax is the greatest number of the scale, where HasMin says there is one.
	ScaleMax float64
}

// Unlisted is a question that no list knows, and the item it has meanwhile.
type Unlisted struct {
	QuestionSeen
	Item string
}

// Answers are what was said to a question that no list knows: its commonest
// answers, at most thirteen, and how many answers it had in all.
type Answers struct {
	Words []string
	Count int
}

// QuestionLink leads a column of a file to an item, in the rounds of Wave or,
// when it is "", in all.
type QuestionLink struct {
	FileID        string
	Sheet, Column int
	Wave, Item    string
}

// ItemLabel is the number a label stands for.
type ItemLabel struct {
	Item, Wave, Label string
	Number            float64
}

// Derived is what one run decided.
type Derived struct {
	Community  Community
	Cohorts    []Cohort
	Terms      []Span
	Periods    []Period
	Identities []Identity
	Members    []Person
	Sessions   []SameSession
}

// Setting is one setting as SQL reads it: a number or a word. Text may name
// people, so it is kept apart and the word leads to it.
type Setting struct {
	Name       string
	Number     *float64
	Word, Text string
}

// Community, Cohort, Span and Period are what settings and data say of time.
type Community struct {
	ID, Title, Framework string
	FirstDay, LastDay    int
}

// Cohort is a cohort with its days.
type Cohort struct {
	ID, Title, Participation string
	FirstDay, LastDay        int
}

// Span is a term of the calendar.
type Span struct {
	ID, Title         string
	FirstDay, LastDay int
}

// Period is one period of one cohort and grain.
type Period struct {
	Cohort, Grain, Period string
	Ordinal               int
	FirstDay, LastDay     int
}

// Identity leads a pseudonym to the member it is, and says how that is known:
// itself, email, platform, member_list, by_roster_name, accepted.
type Identity struct{ AliasID, MemberID, How string }

// Person is somebody identified. Listed people are on the member list.
type Person struct {
	MemberID, Name, Email, ListID string
	Listed                        bool
	FirstSeen                     int
}

// SameSession leads a meeting to its session: listed, same_day, alone, decided.
type SameSession struct{ SessionID, MeetingID, How string }

// Decision is what somebody decided: subject, verdict and object are one plain
// sentence.
type Decision struct {
	ID, At, Who string
	// Of names and meetings Subject is a pseudonym or a meeting, Object the member
	// or the session, Verdict same, other, visitor or nobody (not a person). Of
	// what files mean the verdict is the kind of the question and Object the
	// answer. A decision without a verdict takes the one with its ID back.
	Subject, Object, Verdict, Why string
	// Shown is what the decision is about, as people saw it.
	Shown string
}
