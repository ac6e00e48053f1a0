package ingest

import (
	"slices"

	"valuetrail/ingest/layout"
)

// Receipt is what a run did, file by file.
type Receipt struct {
	Files []FileReceipt `json:"files"`
	// Anew are files stored before that were read again, for people decided
	// something about them.
	Anew []FileReceipt `json:"read_again,omitempty"`
	// Questions are what only a person can tell, over all files.
	Questions []Question `json:"-"`
}

// Kept reports whether rows were kept back for somebody to check, now or before.
func (r Receipt) Kept() bool {
	for _, f := range slices.Concat(r.Files, r.Anew) {
		if f.Rows.ToCheck > 0 && f.Status != StatusKnown || f.Rows.Waiting > 0 {
			return true
		}
		for _, p := range f.Problems {
			if p.Waits() && f.Status != StatusKnown {
				return true
			}
		}
	}
	return false
}

// Waits reports whether somebody must look before all is read that a file holds; a
// file with headings and no rows holds nothing to wait for.
func (p ProblemReceipt) Waits() bool {
	return p.Severity == string(layout.Kept) && p.Code != "empty_table"
}

// Failed reports whether a file could not be read at all.
func (r Receipt) Failed() bool {
	for _, f := range r.Files {
		if f.Status == StatusFailed {
			return true
		}
	}
	return false
}

// The states a file can end in.
const (
	StatusStored  = "stored"         // its rows are in the warehouse
	StatusKnown   = "already_stored" // the same bytes are there already
	StatusIgnored = "ignored"        // no export: a lock file, a system file
	StatusFailed  = "failed"         // it could not be read
	StatusUnknown = "not_recognised" // nobody's layout
	StatusDry     = "would_store"
)

// FileReceipt is what became of one file. Rows read = loaded + repeated +
// to check + ignored.
type FileReceipt struct {
	File   string `json:"file"`
	FileID string `json:"file_id"`
	Source string `json:"source"`
	Kind   string `json:"kind"`
	Status string `json:"status"`
	Reason string `json:"reason,omitempty"`
	Hint   string `json:"hint,omitempty"`
	// Namesakes are other stored versions of a file of this name: their rows
	// count too where this one lacks them.
	Namesakes []Namesake       `json:"namesakes,omitempty"`
	Rows      RowsReceipt      `json:"rows"`
	Facts     Facts            `json:"facts"`
	Sessions  []SessionReceipt `json:"sessions"`
	From      string           `json:"from"`
	To        string           `json:"to"`
	Assumed   Assumed          `json:"assumed"`
	// Values counts coded values worth showing, such as a survey's status.
	Values   map[string]map[string]int `json:"values,omitempty"`
	Problems []ProblemReceipt          `json:"problems"`
	// Columns and Spans are what a dry run took each column and row for, Proposed
	// what a table seems to be that nobody told of.
	Columns  []ColumnReceipt  `json:"columns,omitempty"`
	Spans    []SpanReceipt    `json:"row_spans,omitempty"`
	Proposed *ProposedReceipt `json:"proposed,omitempty"`
}

// Namesake is another stored file of one name, with the rows of it that count.
type Namesake struct {
	FileID string `json:"file_id"`
	Loaded int    `json:"loaded"`
}

// RowsReceipt counts data rows; Reasons says why rows were ignored, Skipped what
// is no data row at all: headings, preamble, blank rows.
type RowsReceipt struct {
	Read     int `json:"read"`
	Loaded   int `json:"loaded"`
	Repeated int `json:"repeated"`
	// Otherwise are the repeated rows that say something else than the row that
	// counts, Before the rows that counted before other files went.
	Otherwise int  `json:"told_otherwise,omitempty"`
	Before    *int `json:"loaded_before,omitempty"`
	ToCheck   int  `json:"to_check"`
	// Waiting are, of a file that was stored before, the rows that still wait for
	// somebody to check them.
	Waiting int            `json:"still_waiting,omitempty"`
	Ignored int            `json:"ignored"`
	Reasons map[string]int `json:"reasons,omitempty"`
	Skipped map[string]int `json:"skipped,omitempty"`
}

// Facts is what one file yields by itself. People counts those that its own
// e-mails and names tell apart, devices and bots not among them; attendances are
// the marks or stays of those who came; minutes are summed as the file gives
// them and united where stays overlap; seconds are of closed stays alone.
type Facts struct {
	People             int     `json:"people"`
	Sessions           int     `json:"sessions"`
	Attendances        int     `json:"attendances"`
	Responses          int     `json:"responses"`
	Answers            int     `json:"answers"`
	Questions          int     `json:"questions"`
	Stories            int     `json:"stories"`
	Codes              int     `json:"codes"`
	DistinctIDs        int     `json:"distinct_ids"`
	DistinctNames      int     `json:"distinct_names"`
	DistinctEmails     int     `json:"distinct_emails"`
	MinutesSum         float64 `json:"minutes_sum"`
	MinutesUnion       float64 `json:"minutes_union"`
	OpenIntervals      int     `json:"open_intervals"`
	StatedParticipants *int    `json:"stated_participants"`
	Intervals          int     `json:"intervals"`
	SecondsSum         int     `json:"seconds_sum"`
	Columns            int     `json:"columns"`
	// NotPeople counts devices, bots, phones and rooms; Headcount the people
	// that a table of totals states.
	NotPeople int `json:"not_people"`
	Headcount int `json:"headcount"`
}

// SessionReceipt is one session as this file alone tells it. People are those
// who came.
type SessionReceipt struct {
	Title       string `json:"title"`
	Start       string `json:"start"`
	End         string `json:"end"`
	People      int    `json:"people"`
	Attendances int    `json:"attendances"`
}

// Assumed is what the file did not say.
type Assumed struct {
	Encoding  string `json:"encoding"`
	Delimiter string `json:"delimiter"`
	DateOrder string `json:"date_order"`
	TimeZone  string `json:"time_zone"`
}

// ProblemReceipt is a problem with its sentence and its remedy.
type ProblemReceipt struct {
	Severity string `json:"severity"`
	Sheet    int    `json:"sheet"`
	Row      int    `json:"row"`
	Column   int    `json:"column"`
	Code     string `json:"code"`
	Value    string `json:"value"`
	What     string `json:"what"`
	Remedy   string `json:"remedy"`
}

// Sayer turns a problem into words.
type Sayer interface {
	Problem(code, value, detail string) (what, remedy string)
	Say(key string, values ...any) string
}

func problemReceipt(p layout.Problem, say Sayer) ProblemReceipt {
	r := ProblemReceipt{Severity: string(p.Severity), Sheet: p.Sheet, Row: p.Row, Column: p.Column, Code: p.Code, Value: p.Value}
	r.What, r.Remedy = say.Problem(p.Code, p.Value, p.Detail)
	return r
}

// Source is a stored file as people see it in a list.
type Source struct {
	FileID   string           `json:"file_id"`
	Name     string           `json:"file"`
	Source   string           `json:"source"`
	Kind     string           `json:"kind"`
	Read     int              `json:"read"`
	Loaded   int              `json:"loaded"`
	Repeated int              `json:"repeated"`
	ToCheck  int              `json:"to_check"`
	Ignored  int              `json:"ignored"`
	From     string           `json:"from"`
	To       string           `json:"to"`
	Problems []ProblemReceipt `json:"problems,omitempty"`
}
