package layout

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"

	"valuetrail/ingest/sheet"
	"valuetrail/internal/vocabulary"
)

// The roles of columns that are no field of a kind: a question of a survey, a
// column that somebody left out, the two halves of a name.
const (
	RoleQuestion = "question"
	RoleLeftOut  = "-"
	RoleGiven    = "given_name"
	RoleFamily   = "family_name"
)

// KindLeftOut is the kind of a table that somebody left out.
const KindLeftOut vocabulary.Kind = "-"

// Told is what somebody said of a table that no layout knows: what its rows are
// and what each of its columns is.
type Told struct {
	Kind vocabulary.Kind `json:"kind"`
	// Columns leads the keys of columns to fields of the kind or to roles.
	Columns map[string]string `json:"columns,omitempty"`
	// Order is how its days are written (dmy, mdy), "" where they tell themselves.
	Order string `json:"order,omitempty"`
	// Of names the headings that these have become, "" for their own: rows that
	// files of both have are one.
	Of string `json:"of,omitempty"`
}

// String is what was said as a decision holds it.
func (t Told) String() string {
	text, err := json.Marshal(t)
	if err != nil { // texts always marshal
		return ""
	}
	return string(text)
}

// ReadTold reads what String wrote; a kind or a role that there is not is an
// error.
func ReadTold(text string) (Told, error) {
	var t Told
	if err := json.Unmarshal([]byte(text), &t); err != nil {
		return t, fmt.Errorf("what a table holds: %w", err)
	}
	if t.Kind == KindLeftOut {
		return t, nil
	}
	if !slices.Contains(TableKinds, t.Kind) {
		return t, fmt.Errorf("what a table holds: there is no kind %q of table", t.Kind)
	}
	for _, key := range slices.Sorted(maps.Keys(t.Columns)) {
		if role := t.Columns[key]; !takes(t.Kind, role) {
			return t, fmt.Errorf("what a table holds: column %q: there is no %q in %s", key, role, t.Kind)
		}
	}
	return t, nil
}

// TableKinds are what the rows of a table that no layout knows can be, in the
// order in which people are offered them.
var TableKinds = []vocabulary.Kind{vocabulary.Attendance, vocabulary.Roster, vocabulary.Survey, vocabulary.Stories, vocabulary.Sessions}

// takes reports whether a column of a table of this kind can have a role.
func takes(kind vocabulary.Kind, role string) bool {
	s, _ := vocabulary.SheetOf(kind)
	switch role {
	case RoleLeftOut:
		return true
	case RoleQuestion:
		return s.Questions
	case RoleGiven, RoleFamily:
		return nameField[kind] != ""
	}
	return slices.ContainsFunc(s.Fields, func(f vocabulary.Field) bool { return f.Heading == role })
}

// nameField is the field of a kind that holds a whole name.
var nameField = map[vocabulary.Kind]string{vocabulary.Roster: "display_name", vocabulary.Attendance: "name", vocabulary.Stories: "teller_label"}

// TableHead is where a table has its headings.
type TableHead struct {
	Sheet, Row, Above int
	Columns           []TableColumn
}

// TableColumn is one column of a table. Key names it among the others whatever
// its place: its heading loose, numbered where it stands twice, its letter where
// it has none.
type TableColumn struct {
	Column       int
	Key, Heading string
}

// Set names the headings of a table, in whatever order they stand.
func (h TableHead) Set() string {
	var keys []string
	for _, c := range h.Columns {
		if c.Heading != "" {
			keys = append(keys, c.Key)
		}
	}
	slices.Sort(keys)
	return hash(keys...)
}

// FindTable finds the headings of a book that no layout knows: those of the sheet
// with the most columns. It is false for a book without a table.
func FindTable(b *sheet.Book) (TableHead, bool) {
	var best TableHead
	for _, s := range b.Sheets {
		if s.Hidden || aside[vocabulary.Loose(s.Name)] {
			continue
		}
		rows, err := firstRows(s, headRows)
		if err != nil {
			return best, false // the file's fault is told by whoever reads it whole
		}
		if h, ok := headOf(s, rows); ok && len(h.Columns) > len(best.Columns) {
			best = h
		}
	}
	return best, len(best.Columns) > 0
}

// headOf finds the heading row of a sheet: the first one nearly as wide as the
// widest whose cells are words, each another, with a row below it.
func headOf(s *sheet.Sheet, rows []sheet.Row) (TableHead, bool) {
	widest := 0
	for _, row := range rows {
		widest = max(widest, filled(row.Cells))
	}
	for i, row := range rows[:max(0, len(rows)-1)] {
		named, texts := 0, map[string]bool{}
		for _, c := range row.Cells {
			if c = tidy(c); c == "" {
				continue
			}
			named++
			_, isDate := readDate(c)
			_, isNumber := readNumber(c, false)
			if key := vocabulary.Loose(c); !isDate && !isNumber && !strings.Contains(c, "@") && strings.ContainsFunc(key, unicode.IsLetter) {
				texts[key] = true
			}
		}
		if named < 2 || named*10 < widest*6 || len(texts)*10 < named*8 {
			continue
		}
		return headAt(s, rows, i), true
	}
	return TableHead{}, false
}

// HeadOf is a row as the headings of a table that it is known to be.
func HeadOf(row sheet.Row) TableHead { return headAt(&sheet.Sheet{}, []sheet.Row{row}, 0) }

func headAt(s *sheet.Sheet, rows []sheet.Row, i int) TableHead {
	h := TableHead{Sheet: s.No, Row: rows[i].No, Above: i}
	seen := map[string]int{}
	for c := 1; c <= len(rows[i].Cells); c++ {
		heading := cell(rows[i], c)
		key := vocabulary.Loose(heading)
		if key == "" {
			if !slices.ContainsFunc(rows[i+1:], func(row sheet.Row) bool { return cell(row, c) != "" }) {
				continue
			}
			heading, key = "", "#"+sheet.ColumnName(c)
		}
		if seen[key]++; seen[key] > 1 {
			key = fmt.Sprintf("%s (%d)", key, seen[key])
		}
		h.Columns = append(h.Columns, TableColumn{c, key, heading})
	}
	return h
}

// Table reads a table as somebody said it is.
type Table struct{ Told Told }

// TableSource is the source of tables that no layout knows.
const TableSource = "table"

// Source implements Layout.
func (Table) Source() string { return TableSource }

// Match implements Layout: nothing is a table like this by itself.
func (Table) Match(*sheet.Book) (float64, error) { return 0, nil }

// Read implements Layout. Of a workbook it reads every sheet with the same
// headings.
func (t Table) Read(b *sheet.Book, said Said, to Sink) (Summary, error) {
	said.DateOrder = first(said.DateOrder, t.Told.Order)
	r := newReading(TableSource, t.Told.Kind, b, said, to)
	head, ok := FindTable(b)
	if !ok {
		return r.done()
	}
	for _, s := range b.Sheets {
		rows, err := firstRows(s, headRows)
		if err != nil {
			return r.finish(), err
		}
		h, ok := headOf(s, rows)
		switch {
		case ok && !s.Hidden && h.Set() == head.Set():
			r.read++
			if err := t.readSheet(r, s, h, rows[h.Above]); err != nil {
				return r.finish(), err
			}
		case len(rows) > 0:
			r.sum.Skipped["other_sheet"] += len(rows)
			if !s.Hidden && !aside[vocabulary.Loose(s.Name)] {
				r.note(place{sheet: s.No}, "sheet_unread", s.Name, "")
			}
		}
	}
	return r.done()
}

func (t Table) readSheet(r *reading, s *sheet.Sheet, h TableHead, header sheet.Row) error {
	if t.Told.Kind != KindLeftOut {
		return r.readOwn(t.table(s, h, header))
	}
	r.sum.Kind = ""
	r.sum.Columns = max(r.sum.Columns, len(h.Columns))
	n := 0
	for _, err := range s.Rows() {
		if err != nil {
			return err
		}
		switch n++; {
		case n <= h.Above:
			r.sum.Skipped["preamble"]++
		case n == h.Above+1:
			r.sum.Skipped["heading"]++
		default:
			r.sum.Read++
			r.ignore("left_out")
		}
	}
	return nil
}

// table is a sheet as one of ours, with each field where it was said to be.
func (t Table) table(s *sheet.Sheet, h TableHead, header sheet.Row) ownTable {
	schema, _ := vocabulary.SheetOf(t.Told.Kind) // ReadTold has made sure of it
	o := ownTable{schema: schema, form: newForm(schema.Kind), sheet: s, header: header, above: h.Above, column: make([]int, len(schema.Fields)), told: &t.Told, set: first(t.Told.Of, h.Set())}
	for _, c := range h.Columns {
		switch role := t.Told.Columns[c.Key]; role {
		case RoleLeftOut, "":
		case RoleQuestion:
			o.strange = append(o.strange, c.Column)
		case RoleGiven:
			o.given = c.Column
		case RoleFamily:
			o.family = c.Column
		default:
			if i := o.form.at[role]; o.column[i] == 0 {
				o.column[i] = c.Column
			}
		}
	}
	return o
}

// HeadingsAmong are the headings of a sheet by its first rows: those of a table,
// else the cells of the first row that holds several.
func HeadingsAmong(rows []sheet.Row) []string {
	var all []string
	if h, ok := headOf(&sheet.Sheet{}, rows); ok {
		for _, c := range h.Columns {
			if c.Heading != "" {
				all = append(all, c.Heading)
			}
		}
		return all
	}
	for _, row := range rows {
		if filled(row.Cells) < 2 {
			continue
		}
		for _, c := range row.Cells {
			if c = tidy(c); c != "" {
				all = append(all, c)
			}
		}
		break
	}
	return all
}
