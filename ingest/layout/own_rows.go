package layout

import (
	"strings"

	"valuetrail/ingest/sheet"
	"valuetrail/internal/vocabulary"
)

// ownReader reads the rows of one table.
type ownReader struct {
	*reading
	t        ownTable
	order    []dates // of each field that holds days
	open     []openColumn
	meetings []*meeting
	byID     map[string]*meeting
	unnamed  map[int]bool // columns without a heading that hold something
	commas   bool
	zoned    bool
}

// openColumn counts the cells of a column whose day depends on an order that
// nothing tells.
type openColumn struct {
	first place
	text  string
	cells int
}

func (r *reading) readOwn(t ownTable) error {
	o := &ownReader{reading: r, t: t, open: make([]openColumn, len(t.column)), byID: map[string]*meeting{}, unnamed: map[int]bool{}, commas: r.book.Delimiter == ";"}
	r.sum.Skipped["heading"]++
	r.sum.Columns = max(r.sum.Columns, len(t.header.Cells))
	if err := o.decideOrders(); err != nil {
		return err
	}
	o.tellColumns()
	if t.undecided {
		o.problem(place{sheet: t.sheet.No, row: t.header.No}, "members_or_contacts", "", "")
	}
	n := 0
	for row, err := range t.sheet.Rows() {
		if err != nil {
			return err
		}
		if n++; n <= t.above {
			r.sum.Skipped["preamble"]++
			continue
		}
		if n == t.above+1 {
			continue
		}
		if err := o.readRow(row); err != nil {
			return err
		}
	}
	r.sum.Skipped["blank"] += t.sheet.BlankRows()
	if n == t.above+1 {
		r.empty(place{sheet: t.sheet.No, row: t.header.No})
	}
	return o.finishTable()
}

// decideOrders reads the sheet once for the order of days of each column. A
// column that leaves it open follows the others if those agree.
func (o *ownReader) decideOrders() error {
	o.order = make([]dates, len(o.t.column))
	columns := map[int]*dateColumn{}
	for i, f := range o.t.schema.Fields {
		if o.t.column[i] > 0 && (f.Holds == vocabulary.Day || f.Holds == vocabulary.Instant) {
			columns[i] = &dateColumn{}
		}
	}
	if len(columns) == 0 {
		return nil
	}
	for row, err := range o.t.sheet.Rows() {
		if err != nil {
			return err
		}
		for i, c := range columns {
			if text := row.Cell(o.t.column[i]); text != "" && !isISO(text) {
				c.add(text)
			}
		}
	}
	told := map[string]bool{}
	for _, c := range columns {
		if order := c.order(); order != "" && c.differ > 0 {
			told[order] = true
		}
	}
	for i, c := range columns {
		o.order[i] = dates{order: o.columnOrder(c, told)}
	}
	return nil
}

func (o *ownReader) columnOrder(c *dateColumn, told map[string]bool) string {
	order := c.order()
	if c.seen == 0 || c.mixed() || c.forced() {
		return order
	}
	if o.said.DateOrder != "" {
		return o.said.DateOrder
	}
	if order == "" && len(told) == 1 {
		for order = range told {
			o.sum.DateOrder = order
		}
	}
	return order
}

// isISO tells a day or time that cannot be misread, without parsing it.
func isISO(s string) bool {
	return len(s) >= 10 && s[4] == '-' && s[7] == '-' && s[0] >= '1' && s[0] <= '2'
}

// tellColumns tells of columns that are no field, or makes them questions.
func (o *ownReader) tellColumns() {
	no := o.t.sheet.No
	for _, c := range o.t.strange {
		heading := strings.TrimSpace(o.t.header.Cell(c))
		switch {
		case heading == "" && o.t.told != nil:
			o.sum.Questions = append(o.sum.Questions, Question{Sheet: no, Column: c, Heading: "#" + sheet.ColumnName(c)})
		case heading == "":
			o.unnamed[c] = false
		case o.t.schema.Questions:
			o.sum.Questions = append(o.sum.Questions, Question{Sheet: no, Column: c, Heading: heading})
		default:
			var headings []string
			for i, f := range o.t.schema.Fields {
				if o.t.column[i] == 0 {
					headings = append(headings, f.Heading)
				}
			}
			o.note(place{no, o.t.header.No, c}, "column_unknown", heading, vocabulary.Nearest(heading, headings))
		}
	}
	if o.t.schema.Kind == vocabulary.Stories {
		o.tellAsked()
	}
	for _, c := range o.t.repeated {
		o.note(place{no, o.t.header.No, c}, "column_twice", strings.TrimSpace(o.t.header.Cell(c)), "")
	}
}

// tellAsked tells which texts a form for stories asked for: a blank one was
// asked and not told, a missing column was never asked.
func (o *ownReader) tellAsked() {
	for i, f := range o.t.schema.Fields {
		if c := o.t.column[i]; c > 0 && f.Holds == vocabulary.Text {
			o.sum.Questions = append(o.sum.Questions, Question{Sheet: o.t.sheet.No, Column: c, Heading: strings.TrimSpace(o.t.header.Cell(c)), Native: f.Heading})
		}
	}
}

// readRow gives one data row, or says why not.
func (o *ownReader) readRow(row sheet.Row) error {
	if o.isHeader(row) {
		o.sum.Skipped["heading"]++
		return nil
	}
	o.lookUnnamed(row)
	o.sum.Read++
	if o.t.undecided { // the headings carry the question
		o.sum.ToCheck++
		return nil
	}
	fields := make([]string, len(o.t.column))
	var faults []fault
	for i, column := range o.t.column {
		if column == 0 {
			continue
		}
		value, f := o.value(i, row)
		fields[i] = value
		if f.code != "" {
			f.at = place{o.t.sheet.No, row.No, column}
			faults = append(faults, f)
		}
	}
	o.putNames(row, fields)
	o.tellFailedAnswers(row)
	return o.judge(row, fields, faults)
}

// tellFailedAnswers tells of the answers of a survey that hold an error in place
// of a value.
func (o *ownReader) tellFailedAnswers(row sheet.Row) {
	if !o.t.schema.Questions {
		return
	}
	for _, c := range o.t.strange {
		if text := row.Cell(c); FailedFormula(text) {
			o.note(place{o.t.sheet.No, row.No, c}, "formula_error", tidy(text), "")
		}
	}
}

// putNames puts a name that stands in two columns into the field for a whole one.
func (o *ownReader) putNames(row sheet.Row, fields []string) {
	if o.t.given+o.t.family == 0 {
		return
	}
	if at := o.t.form.at[nameField[o.t.schema.Kind]]; fields[at] == "" {
		fields[at] = tidy(row.Cell(o.t.given) + " " + row.Cell(o.t.family))
	}
}

// isHeader tells a heading row that stands again further down.
func (o *ownReader) isHeader(row sheet.Row) bool {
	same, named := 0, 0
	for _, c := range o.t.column {
		if c > 0 {
			named++
			if row.Cell(c) == o.t.header.Cell(c) {
				same++
			}
		}
	}
	return named > 1 && same*2 > named
}

// lookUnnamed tells once of each column without a heading that holds something.
func (o *ownReader) lookUnnamed(row sheet.Row) {
	if len(o.unnamed) == 0 && len(row.Cells) <= len(o.t.header.Cells) {
		return
	}
	for c := 1; c <= len(row.Cells); c++ {
		told, blank := o.unnamed[c]
		if told || !blank && c <= len(o.t.header.Cells) || strings.TrimSpace(row.Cell(c)) == "" {
			continue
		}
		o.unnamed[c] = true
		o.note(place{o.t.sheet.No, row.No, c}, "column_unnamed", tidy(row.Cell(c)), "")
	}
}

// finishTable tells of the columns whose order is open and gives the meetings.
func (o *ownReader) finishTable() error {
	for _, c := range o.open {
		if c.cells > 0 {
			o.problem(c.first, "date_order_unknown", c.text, "")
		}
	}
	for _, m := range o.meetings {
		if err := o.emitMeeting(*m); err != nil {
			return err
		}
	}
	if o.zoned {
		o.assumeZone()
	}
	return nil
}
