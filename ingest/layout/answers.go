package layout

import (
	"slices"
	"strings"

	"valuetrail/ingest/sheet"
	"valuetrail/internal/vocabulary"
)

// answersTool is the Layout of a tool whose exports are sheets of answers to a
// form: find finds where things stand on one, by its first rows.
type answersTool struct {
	source string
	find   func(*sheet.Sheet, []sheet.Row) (answerSheet, bool)
}

// Source implements Layout.
func (t answersTool) Source() string { return t.source }

// Match implements Layout: a book is as sure as the surest of its sheets.
func (t answersTool) Match(b *sheet.Book) (float64, error) {
	best := 0.0
	for _, s := range b.Sheets {
		rows, err := firstRows(s, headRows)
		if err != nil {
			return 0, err
		}
		if a, ok := t.find(s, rows); ok {
			best = max(best, a.sure)
		}
	}
	return best, nil
}

// Read implements Layout. It reads every sheet that find knows.
func (t answersTool) Read(b *sheet.Book, said Said, to Sink) (Summary, error) {
	r := newReading(t.source, "", b, said, to)
	for _, s := range b.Sheets {
		rows, err := firstRows(s, headRows)
		if err != nil {
			return r.finish(), err
		}
		a, ok := t.find(s, rows)
		if !ok {
			r.passOver(s, rows)
			continue
		}
		r.read++
		if a.ways.repeats {
			err = r.readRepeats(a)
		} else {
			err = r.readAnswerSheet(a)
		}
		if err != nil {
			return r.finish(), err
		}
		r.sum.Skipped["blank"] += s.BlankRows()
	}
	if r.sum.Kind == "" && r.read > 0 { // nothing but what belongs to responses
		r.sum.Kind = vocabulary.Survey
	}
	return r.done()
}

// answersReader reads the rows under the headings of one sheet.
type answersReader struct {
	*reading
	a    answerSheet
	kind vocabulary.Kind
	// undecided says that nobody can tell whether the rows are responses or
	// stories: all of them wait.
	undecided bool
	clock     map[int]dates // of the columns that hold times
	dated     map[int]int   // how many of their cells hold something
	seen      []columnSeen
	open      openColumn
	form      storyForm // which columns could tell of a story
	cut       int       // ids that a spreadsheet program cut short
	beyond    beyondHeadings
}

// columnSeen is what the cells of one column are like: the first that holds
// something, and whether another holds something else. told are its texts of
// more than one word, long those of many letters, words the different ones, of
// columns that could tell of a story.
type columnSeen struct {
	filled, told, long int
	first              string
	many               bool
	words              map[string]bool
}

// timesOf are the roles of columns that hold times, the surest for when an
// answer was sent first.
var timesOf = []string{"sent", "ended", "began", "changed"}

func (r *reading) readAnswerSheet(a answerSheet) error {
	x := &answersReader{reading: r, a: a, dated: map[int]int{}, seen: make([]columnSeen, a.wide+1)}
	x.form = findStory(a.asks)
	for _, q := range x.form.texts {
		x.seen[q.Column].words = map[string]bool{}
	}
	r.sum.Skipped["heading"] += a.heads
	r.sum.Skipped["preamble"] += a.above - a.heads
	r.sum.Columns = max(r.sum.Columns, a.wide)
	if err := x.look(); err != nil {
		return err
	}
	x.dropBare()
	if a.ways.gather != nil {
		a.ways.gather(x)
	}
	x.decideKind()
	if r.sum.Kind == "" {
		r.sum.Kind = x.kind
	}
	x.tellColumns()
	n := 0
	for row, err := range a.sheet.Rows() {
		if err != nil {
			return err
		}
		if n++; n <= a.above {
			continue
		}
		if err := x.readRow(row); err != nil {
			return err
		}
	}
	if n == a.above {
		r.empty(place{sheet: a.sheet.No, row: a.names.No})
	}
	x.tellTimes()
	return nil
}

// look reads the sheet once: for the order in which its days are written, and
// for what its columns hold.
func (x *answersReader) look() error {
	columns := map[int]*dateColumn{}
	for _, role := range timesOf {
		for _, c := range x.a.columnsOf(role) {
			columns[c] = &dateColumn{}
		}
	}
	n := 0
	for row, err := range x.a.sheet.Rows() {
		if err != nil {
			return err
		}
		if n++; n <= x.a.above {
			continue
		}
		for i, c := range row.Cells {
			if sheet.Blank(c) {
				continue
			}
			if i >= x.a.wide {
				x.beyond.add(row, i+1)
				continue
			}
			if x.seen[i+1].filled++; x.seen[i+1].filled == 1 {
				x.seen[i+1].first = tidy(c)
			} else if !x.seen[i+1].many {
				x.seen[i+1].many = tidy(c) != x.seen[i+1].first
			}
			x.seen[i+1].tell(c)
			if d := columns[i+1]; d != nil && !x.a.isNoTime(c) {
				x.dated[i+1]++
				if !isISO(c) {
					d.add(timeText(c))
				}
			}
		}
	}
	x.decideOrders(columns)
	x.beyond.tell(x.reading, x.a.sheet.No)
	return nil
}

// decideOrders decides the order of days of each column of times. One that
// leaves it open follows the others if those agree: one program wrote them all.
func (x *answersReader) decideOrders(columns map[int]*dateColumn) {
	told := map[string]bool{}
	for _, c := range columns {
		if order := c.order(); order != "" && c.differ > 0 {
			told[order] = true
		}
	}
	x.clock = map[int]dates{}
	for at, c := range columns {
		order := c.order()
		switch {
		case c.seen == 0 || c.mixed() || c.forced():
		case x.said.DateOrder != "":
			order = x.said.DateOrder
		case order == "" && len(told) == 1:
			for order = range told {
				x.sum.DateOrder = order
			}
		}
		x.clock[at] = dates{order: order}
	}
}

// dropBare leaves out the columns that have neither a heading nor an answer, and
// tells of those that have only answers.
func (x *answersReader) dropBare() {
	x.a.asks = slices.DeleteFunc(x.a.asks, func(q Question) bool {
		seen := x.seen[q.Column]
		if q.Heading == "" && seen.filled > 0 {
			x.note(place{x.a.sheet.No, x.a.names.No, q.Column}, "column_unnamed", seen.first, "")
		}
		return x.a.bare[q.Column] && seen.filled == 0 || q.Heading == ""
	})
}

// tellColumns notes what the headings lack.
func (x *answersReader) tellColumns() {
	head := place{sheet: x.a.sheet.No, row: x.a.names.No}
	var columns []string
	for _, q := range x.a.asks {
		if x.a.bare[q.Column] {
			columns = append(columns, sheet.ColumnName(q.Column))
		}
	}
	if len(columns) > 0 {
		x.note(head, "second_heading_gone", strings.Join(columns, ", "), "")
	}
	if x.kind == vocabulary.Survey && !x.undecided {
		x.sum.Questions = append(x.sum.Questions, x.a.asks...)
	}
	times := 0
	for _, n := range x.dated {
		times += n
	}
	if times == 0 && x.kind == vocabulary.Survey && x.said.Wave == "" && x.a.at["wave_id"] == 0 {
		x.note(head, "times_missing", "", "")
	}
}

// tellTimes tells of the days that cannot be read, and of the zone of the rest.
func (x *answersReader) tellTimes() {
	if x.open.cells > 0 {
		x.problem(x.open.first, "date_order_unknown", x.open.text, "")
	}
	if x.cut > 0 {
		x.note(place{x.a.sheet.No, x.a.names.No, x.a.at["id"]}, "ids_damaged", "", plainNumber(float64(x.cut)))
	}
}
