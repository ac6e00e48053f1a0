package layout

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"time"

	"valuetrail/ingest/sheet"
	"valuetrail/internal/vocabulary"
)

// form places values into the fields of a kind by their headings.
type form struct {
	kind vocabulary.Kind
	at   map[string]int
}

func newForm(kind vocabulary.Kind) form {
	s, _ := vocabulary.SheetOf(kind) // a kind without a sheet has no fields to fill
	f := form{kind: kind, at: map[string]int{}}
	for i, field := range s.Fields {
		f.at[field.Heading] = i
	}
	return f
}

var (
	attendanceForm = newForm(vocabulary.Attendance)
	meetingForm    = newForm(vocabulary.Meeting)
	surveyForm     = newForm(vocabulary.Survey)
)

// fill gives fields from pairs of heading and value.
func (f form) fill(pairs ...string) []string {
	fields := make([]string, len(f.at))
	for i := 0; i < len(pairs); i += 2 {
		at, ok := f.at[pairs[i]]
		if !ok {
			panic(fmt.Sprintf("layout: %s has no field %q", f.kind, pairs[i]))
		}
		fields[at] = pairs[i+1]
	}
	return fields
}

// place says where in a book something stands.
type place struct{ sheet, row, column int }

// reading is a book being read: what was said, where rows go, what is summed up.
type reading struct {
	book      *sheet.Book
	said      Said
	to        Sink
	sum       Summary
	span      span
	keys      map[string]int // how often each key was given
	seen      map[[2]string]string
	names     Names
	also      []int          // other rows that the next emitted row speaks for
	read      int            // tables found
	unread    []*sheet.Sheet // sheets passed over that may hold data
	bare      []place        // tables without a data row
	orderTold bool           // somebody was told how open days are read
}

func newReading(source string, kind vocabulary.Kind, b *sheet.Book, said Said, to Sink) *reading {
	return &reading{book: b, said: said, to: to, sum: Summary{Source: source, Kind: kind, Stated: -1,
		Ignored: map[string]int{}, Skipped: map[string]int{}}, keys: map[string]int{}, seen: map[[2]string]string{}, names: Names{}}
}

// finish gives the summary.
func (r *reading) finish() Summary {
	r.sum.From, r.sum.To = r.span.first.String(), r.span.last.String()
	for i, at := range r.bare {
		if r.sum.Read == 0 && i == 0 {
			r.problem(at, "empty_table", "", "")
		} else if r.sum.Read > 0 {
			r.note(at, "empty_table", "", "")
		}
	}
	r.bare = nil
	return r.sum
}

// done is finish for a book that was read to its end: one without any table of
// the source is an error.
func (r *reading) done() (Summary, error) {
	if r.read == 0 {
		return r.finish(), unknown(r.book, nil)
	}
	for _, s := range r.unread {
		r.note(place{sheet: s.No}, "sheet_unread", s.Name, "")
	}
	return r.finish(), nil
}

// passOver leaves out a sheet whose first rows say nothing to the layout. One
// that people can see, and do not call a remark, is told of.
func (r *reading) passOver(s *sheet.Sheet, rows []sheet.Row) {
	if len(rows) > 0 && !s.Hidden && !aside[vocabulary.Loose(s.Name)] {
		r.unread = append(r.unread, s)
	}
	r.sum.Skipped["other_sheet"] += len(rows)
}

// aside are the names of sheets that hold no data.
var aside = map[string]bool{"readme": true, "read me": true, "notes": true, "note": true, "instructions": true, "how to fill this in": true, "help": true,
	"lists": true, "list": true, "choices": true, "legend": true, "info": true, "about": true, "cover": true, "contents": true, "changes": true}

func (r *reading) emit(kind vocabulary.Kind, at place, key string, fields []string) error {
	also := r.also
	r.also = nil
	return r.to.Row(Row{Kind: kind, Sheet: at.sheet, Row: at.row, Column: at.column, Also: also, Key: key, Fields: fields})
}

func (r *reading) note(at place, code, value, detail string) {
	r.to.Problem(Problem{Severity: Note, Sheet: at.sheet, Row: at.row, Column: at.column, Code: code, Value: value, Detail: detail})
}

func (r *reading) problem(at place, code, value, detail string) {
	r.to.Problem(Problem{Severity: Kept, Sheet: at.sheet, Row: at.row, Column: at.column, Code: code, Value: value, Detail: detail})
}

// keep says why a data row waits for somebody to check it, and counts it.
func (r *reading) keep(at place, code, value, detail string) {
	r.sum.ToCheck++
	r.problem(at, code, value, detail)
}

// empty notes a table without a data row; finish tells of it. It is a fault
// only where the whole file has none.
func (r *reading) empty(at place) { r.bare = append(r.bare, at) }

func (r *reading) ignore(reason string) { r.sum.Ignored[reason]++ }

// count notes a coded value worth showing, as the file writes it.
func (r *reading) count(column, value string) {
	if r.sum.Values == nil {
		r.sum.Values = map[string]map[string]int{}
	}
	if r.sum.Values[column] == nil {
		r.sum.Values[column] = map[string]int{}
	}
	r.sum.Values[column][value]++
}

// tellFailed tells of the cells of a row that hold an error in place of a value.
func (r *reading) tellFailed(no int, row sheet.Row) {
	for i, c := range row.Cells {
		if FailedFormula(c) {
			r.note(place{no, row.No, i + 1}, "formula_error", tidy(c), "")
		}
	}
}

// assumeZone records the zone that wall times were taken to be of.
func (r *reading) assumeZone() {
	if r.sum.Zone = "UTC"; r.said.Zone != nil {
		r.sum.Zone = r.said.Zone.String()
	}
}

// seenAs is SeenAs, worked out once a name and e-mail.
func (r *reading) seenAs(name, email string) string {
	who := [2]string{name, email}
	as, ok := r.seen[who]
	if !ok {
		as = SeenAs(name, email)
		r.seen[who] = as
	}
	return as
}

// unique numbers a key that the file gives again: two phones that both call
// themselves iPhone are two.
func (r *reading) unique(key string) string {
	r.keys[key]++
	if n := r.keys[key]; n > 1 {
		return fmt.Sprintf("%s|%d", key, n)
	}
	return key
}

// zone is the zone of wall times.
func (r *reading) zone() *time.Location { return r.said.Zone }

// hash is a short name of the parts, the same wherever they are the same.
func hash(parts ...string) string {
	h := sha256.Sum256([]byte(strings.Join(parts, "\x1f")))
	return hex.EncodeToString(h[:8])
}
