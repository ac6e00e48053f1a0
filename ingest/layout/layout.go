// Package layout knows the spreadsheets that tools write: one file a source. It
// recognises a book by its content, says which rows are what, and gives each
// data row in canonical form. It decides nothing about who somebody is and
// stores nothing.
package layout

import (
	"time"

	"valuetrail/ingest/sheet"
	"valuetrail/internal/vocabulary"
)

// Row is one data row in canonical form. One row of a sheet may give several:
// a register gives one a mark, an attendance file one for the meeting itself.
type Row struct {
	Kind vocabulary.Kind
	// Sheet, Row and Column say where it stands, as Book counts; Column is 0
	// when the whole row says it.
	Sheet, Row, Column int
	// Also are other rows of the sheet that say the same: the row of a log where
	// somebody left, beside the one where they came.
	Also []int
	// Fields are the values in the order of the kind's sheet in vocabulary, all
	// as text: days 2006-01-02, instants 2006-01-02T15:04:05Z (UTC), clocks
	// 15:04, numbers with a decimal point, flags yes or no, words of the closed
	// lists, lists joined by ";". "" is blank. Names and e-mails are as written.
	Fields []string
	// Key is the native id that every export of this row carries, "" when the
	// source has none.
	Key string
	// Modified is the instant the source says the row was last changed, or "".
	Modified string
}

// Problem is something in a file that a person should know. Code is the key of
// its sentence and remedy; Value the offending text; Detail what the sentence
// needs besides (the nearest known word, the row it repeats).
type Problem struct {
	Severity           Severity
	Sheet, Row, Column int
	Code               string
	Value, Detail      string
}

// Severity says what a problem costs.
type Severity string

// A Kept problem keeps its row for somebody to check; a Note only tells.
const (
	Kept Severity = "to_check"
	Note Severity = "note"
)

// Sink takes what a layout reads, in the order of the file.
type Sink interface {
	Row(Row) error
	Problem(Problem)
}

// Said is what somebody said about a file, by a flag or a decision; zero
// values say nothing.
type Said struct {
	Kind vocabulary.Kind
	Wave string
	// Session is the id of the session that a survey asks about.
	Session      string
	SessionDay   string // 2006-01-02
	SessionTitle string
	DateOrder    string // dmy, mdy or ymd
	Zone         *time.Location
	// Marks leads a register's marks (lower case) to attendance statuses.
	Marks map[string]string
	// Words leads words of closed lists that nobody knows (loose, as
	// vocabulary.Loose gives them) to the words they mean, "-" to a blank.
	Words map[string]string
}

// Mark is a register's mark as Said.Marks names it.
func Mark(text string) string { return markOf(text) }

// DayIn is the day, 2006-01-02, that a text means when its numbers stand in this
// order (dmy, mdy or ymd), "" when it is none.
func DayIn(text, order string) string {
	m, ok, _ := dates{order: order}.read(text)
	if !ok || m.known < toDay {
		return ""
	}
	return m.Day()
}

// Summary is what a layout says of a whole file.
type Summary struct {
	Source string
	Kind   vocabulary.Kind
	// Read counts the data rows: headings, preamble and blank rows are not.
	// Read = loaded + Ignored + ToCheck; what repeats another file is ingest's.
	Read, ToCheck int
	// Ignored counts data rows left out, by reason: bot, waiting_room, test,
	// preview, summary, no_show, no_mark, duplicate, not_a_person …
	Ignored map[string]int
	// Skipped counts what is no data row: heading, preamble, blank.
	Skipped map[string]int
	// Columns is the width of the (widest) header; Stated the number of
	// participants the file itself names, -1 when it names none.
	Columns, Stated int
	// From and To are the first and last moment in the file as written locally,
	// "2006-01-02 15:04:05" or a day alone, "" when it holds none.
	From, To string
	// DateOrder and Zone are what was assumed, "" when nothing had to be.
	DateOrder, Zone string
	// Questions are the columns that are questions: of surveys every one, of
	// stories the six texts that the form asked for (Native is the field).
	Questions []Question
	// Values counts coded values worth showing (status, finished), by column.
	Values map[string]map[string]int
	// Listed is whoever a register lists, with or without a mark that was loaded.
	Listed []Named
}

// Named is how a row names somebody, as written.
type Named struct{ Member, Email, Name string }

// Question is one question column of a survey file.
type Question struct {
	Sheet, Column int
	// Heading is the column's name in the file, Wording the question's text
	// where the file has both; Native the platform's own id of it.
	Heading, Wording, Native string
	// Of is the question that several columns answer together, each one option,
	// row or comment of it; "" or Heading for a column by itself.
	Of string
}

// Layout is one source's way of writing files.
type Layout interface {
	// Source is the word for it: zoom, teams, qualtrics, register, own.
	Source() string
	// Match says how sure the layout is that it can read the book: 0 not at
	// all, 1 beyond doubt. It looks at the first rows of each sheet.
	Match(b *sheet.Book) (float64, error)
	// Read gives every data row to the sink. It must be a pure function of the
	// book and of what was said.
	Read(b *sheet.Book, said Said, to Sink) (Summary, error)
}
