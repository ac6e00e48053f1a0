package ingest

import (
	"fmt"
	"iter"
	"maps"
	"slices"
	"strconv"
	"sync/atomic"

	"valuetrail/ingest/layout"
	"valuetrail/ingest/sheet"
	"valuetrail/internal/vocabulary"
)

// keptRows is how many rows the files of one run may keep in memory together.
// Files with more are read again at each pass, so that memory does not grow
// with them.
const keptRows = 100_000

// heldBytes is how much of the rows of workbooks, as they stand there, the files of
// one run may hold in memory together.
const heldBytes = 128 << 20

// room is the rows that may still be kept.
type room struct{ left atomic.Int64 }

func newRoom(rows int64) *room {
	r := &room{}
	r.left.Store(rows)
	return r
}

// gathering is one file read to its canonical rows. The first pass gathers what
// must be known of all rows before any can be told: whom its names stand for.
type gathering struct {
	layout  layout.Layout
	book    *sheet.Book
	said    layout.Said
	decided map[string]string // by heading: what was decided of the whole file
	key     []byte
	room    *room

	rows     []layout.Row // of the first pass, while there is room
	many     bool         // there was not
	problems []layout.Problem
	sum      layout.Summary
	people   *pseudonymiser
	kinds    map[vocabulary.Kind]bool
	sheets   map[int]int // the rows that each gave
	lastDay  string
	answers  func(Canonical) (string, bool)
}

// gather makes the first pass.
func (g *gathering) gather() error {
	g.kinds, g.sheets = map[vocabulary.Kind]bool{}, map[int]int{}
	g.people = newPseudonymiser(g.key, fileID(g.book))
	var err error
	g.sum, err = g.layout.Read(g.book, g.said, g)
	g.answers = answersSaid(g.book, g.sum.Questions, tellsMoment(g.sum.Source, g.said.Zone))
	return err
}

// Problem implements layout.Sink.
func (g *gathering) Problem(p layout.Problem) { g.problems = append(g.problems, p) }

// Row implements layout.Sink.
func (g *gathering) Row(r layout.Row) error {
	if err := g.check(r); err != nil {
		return err
	}
	g.kinds[r.Kind] = true
	g.sheets[r.Sheet]++
	g.lastDay = max(g.lastDay, lastDay(r))
	g.people.meet(r)
	switch {
	case g.many:
	case g.room.left.Add(-1) >= 0:
		g.rows = append(g.rows, r)
	default:
		g.room.left.Add(int64(len(g.rows)))
		g.many, g.rows = true, nil
	}
	return nil
}

// hidden tells of the sheets that nobody sees who opens the workbook, and whether
// their rows were read. Those of our own workbooks hold the words to choose from.
func (g *gathering) hidden() error {
	for _, s := range g.book.Sheets {
		if !s.Hidden || g.sheets[s.No] == 0 && g.sum.Source == ownSource {
			continue
		}
		p := layout.Problem{Severity: layout.Note, Sheet: s.No, Code: "hidden_sheet_counted", Value: s.Name, Detail: strconv.Itoa(g.sheets[s.No])}
		if g.sheets[s.No] == 0 {
			p.Code, p.Detail = "hidden_sheet", ""
			rows, err := anyRow(s)
			if err != nil {
				return err
			}
			if !rows {
				continue
			}
		}
		g.Problem(p)
	}
	return nil
}

// anyRow reports whether a sheet has a row.
func anyRow(s *sheet.Sheet) (bool, error) {
	for _, err := range s.Rows() {
		return err == nil, err
	}
	return false, nil
}

// check makes sure that a row has the shape of its kind, and fills in what was
// said for the whole file.
func (g *gathering) check(r layout.Row) error {
	s, ok := vocabulary.SheetOf(r.Kind)
	if !ok || len(r.Fields) != len(s.Fields) {
		return fmt.Errorf("row %d: a canonical row of %q needs %d fields, not %d", r.Row, r.Kind, len(s.Fields), len(r.Fields))
	}
	if i := s.Index("wave_id"); g.said.Wave != "" && r.Kind == vocabulary.Survey && i >= 0 {
		r.Fields[i] = g.said.Wave
	}
	return nil
}

// canonical are the rows with pseudonyms and keys, in the order of the file.
func (g *gathering) canonical() iter.Seq2[Canonical, error] {
	return func(yield func(Canonical, error) bool) {
		keys := &rowKeyer{key: g.key, said: g.answers, seen: map[[16]byte]int{}}
		one := func(r layout.Row) Canonical {
			c := g.people.canonical(r)
			keys.give(&c)
			fillDecided(c, g.decided) // after the key: an answer stays itself in whatever round
			return c
		}
		if !g.many {
			for _, r := range g.rows {
				if !yield(one(r), nil) {
					return
				}
			}
			return
		}
		again := &rereading{check: g.check, yield: func(r layout.Row) bool { return yield(one(r), nil) }}
		if _, err := g.layout.Read(g.book, g.said, again); err != nil && !again.stopped {
			yield(Canonical{}, err)
		}
	}
}

// kindsRead are the kinds of the rows, in the order of their words.
func (g *gathering) kindsRead() []vocabulary.Kind { return slices.Sorted(maps.Keys(g.kinds)) }

// rereading is the sink of a later pass: its problems were told in the first.
type rereading struct {
	check   func(layout.Row) error
	yield   func(layout.Row) bool
	stopped bool
}

func (a *rereading) Problem(layout.Problem) {}

func (a *rereading) Row(r layout.Row) error {
	if err := a.check(r); err != nil {
		return err
	}
	if a.stopped = a.stopped || !a.yield(r); a.stopped {
		return errStopped
	}
	return nil
}

// lastDay is the latest day that a row names: of two member lists with the same
// people the one that knows who left is the later.
func lastDay(r layout.Row) string {
	s, _ := vocabulary.SheetOf(r.Kind)
	last := ""
	for i, f := range s.Fields {
		if f.Holds == vocabulary.Day {
			last = max(last, r.Fields[i])
		}
	}
	return last
}

// fillDecided writes what was decided of a whole file into the blank fields of
// a response.
func fillDecided(c Canonical, decided map[string]string) {
	if c.Kind != vocabulary.Survey {
		return
	}
	s, _ := vocabulary.SheetOf(c.Kind)
	for heading, value := range decided {
		if i := s.Index(heading); value != "" && i >= 0 && c.Fields[i] == "" {
			c.Fields[i], c.Values[i] = value, value
		}
	}
}
