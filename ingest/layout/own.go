package layout

import (
	"slices"

	"valuetrail/ingest/sheet"
	"valuetrail/internal/vocabulary"
)

// Own reads every table of vocabulary.Sheets by its own headings, in any order,
// several sheets of a workbook each for itself.
type Own struct{}

// Source implements Layout.
func (Own) Source() string { return "own" }

// ownTable is one table found on a sheet.
type ownTable struct {
	schema vocabulary.Sheet
	form   form
	sheet  *sheet.Sheet
	header sheet.Row
	above  int
	// column is the 1-based column of each field, 0 when the file lacks it.
	column []int
	// strange are the columns that are no field.
	strange  []int
	repeated []int
	sure     float64
	// meant says that what the kind needs is there only under headings that
	// people write in place of its own.
	meant bool
	// undecided says that nobody can tell whether these are members: all rows wait.
	undecided bool
	// given and family are the columns of a member list that gives names in two,
	// 0 and 0 where it does not.
	given, family int
	// told is what somebody said of a table that has no headings of ours, set the
	// name of those it has; nil and "" where it has ours.
	told *Told
	set  string
}

// findOwn finds the header that fits a kind best among the first rows, with
// only that kind considered when one is given.
func findOwn(s *sheet.Sheet, rows []sheet.Row, only vocabulary.Kind) (ownTable, bool) {
	var best ownTable
	for i, row := range rows[:min(len(rows), headRows)] {
		loose := make([]string, len(row.Cells))
		for j, h := range row.Cells {
			loose[j] = vocabulary.Loose(h)
		}
		for _, schema := range vocabulary.Sheets {
			if schema.Landed || only != "" && schema.Kind != only {
				continue
			}
			if t, ok := fits(schema, loose); ok && t.sure > best.sure && (!t.meant || only != "" || t.likely(loose, s, rows)) {
				t.sheet, t.header, t.above = s, row, i
				best = t
			}
		}
	}
	if best.sure == 0 {
		return best, false
	}
	best.form = newForm(best.schema.Kind)
	return best, true
}

// fits reports whether the headings hold what the kind requires, and how sure
// that is: by the share of headings that are fields.
func fits(schema vocabulary.Sheet, loose []string) (ownTable, bool) {
	t := ownTable{schema: schema, column: make([]int, len(schema.Fields))}
	var others []int
	named := 0
	for i, h := range loose {
		if h != "" {
			named++
		}
		switch at := schema.IndexOwn(h); {
		case h == "":
			t.strange = append(t.strange, i+1)
		case at < 0:
			others = append(others, i+1)
		case t.column[at] > 0:
			t.repeated = append(t.repeated, i+1)
		default:
			t.column[at] = i + 1
		}
	}
	t.meant = !t.complete()
	for _, c := range others {
		if at := schema.IndexLoose(loose[c-1]); at >= 0 && t.column[at] == 0 {
			t.column[at] = c
		} else {
			t.strange = append(t.strange, c)
		}
	}
	slices.Sort(t.strange)
	t.findNames(loose)
	known := t.known()
	if known < 2 || !t.complete() {
		return t, false
	}
	share := float64(known) / float64(named)
	if schema.Questions {
		share = max(share, 0.5)
	}
	// A kind with more of its fields there is the likelier one of two that fit.
	t.sure = 0.55 + 0.35*share + 0.05*float64(known)/float64(known+2) + 0.04*float64(known)/float64(len(schema.Fields))
	return t, true
}

// known counts the fields that have a column.
func (t ownTable) known() int {
	n := 0
	for _, c := range t.column {
		n += min(c, 1)
	}
	return n + min(t.given, 1) + min(t.family, 1)
}

// findNames finds the two columns of names of a member list without a whole one.
func (t *ownTable) findNames(loose []string) {
	at := t.schema.Index("display_name")
	if t.schema.Kind != vocabulary.Roster || t.column[at] > 0 {
		return
	}
	given, family := 0, 0
	for _, c := range t.strange {
		switch {
		case givenHeadings[loose[c-1]] && given == 0:
			given = c
		case familyHeadings[loose[c-1]] && family == 0:
			family = c
		}
	}
	if given > 0 && family > 0 {
		t.given, t.family = given, family
		t.strange = slices.DeleteFunc(t.strange, func(c int) bool { return c == given || c == family })
	}
}

// complete reports that the table has what its kind needs.
func (t ownTable) complete() bool {
	for i, f := range t.schema.Fields {
		if f.Need == vocabulary.Required && t.column[i] == 0 && !(t.given > 0 && f.Heading == "display_name") && !(t.schema.Kind == vocabulary.Survey && namesAnswers(t)) {
			return false
		}
	}
	for _, group := range t.schema.OneOf {
		if !slices.ContainsFunc(group, func(h string) bool { return t.column[t.schema.Index(h)] > 0 || t.given > 0 && h == "display_name" }) {
			return false
		}
	}
	return true
}

// namesAnswers reports that a table says who answered and when: then it may
// leave the round to whoever ingests it.
func namesAnswers(t ownTable) bool {
	has := func(h string) bool { return t.column[t.schema.Index(h)] > 0 }
	return has("submitted_at") && (has("respondent_id") || has("email") || has("response_id"))
}

// Match implements Layout.
func (Own) Match(b *sheet.Book) (float64, error) {
	best := 0.0
	for _, s := range b.Sheets {
		rows, err := firstRows(s, headRows)
		if err != nil {
			return 0, err
		}
		t, ok := findOwn(s, rows, "")
		switch {
		case ok && len(b.Sheets) > 1 && t.namesOnly():
			best = max(best, floor) // an address book beside what the workbook is about
		case ok:
			best = max(best, t.sure)
		}
	}
	return best, nil
}

// Read implements Layout. A register beside our own sheets is read as well.
func (Own) Read(b *sheet.Book, said Said, to Sink) (Summary, error) {
	r := newReading("own", "", b, said, to)
	var grids []grid
	for _, s := range b.Sheets {
		rows, err := firstRows(s, headRows)
		if err != nil {
			return r.finish(), err
		}
		t, ok := findOwn(s, rows, said.Kind)
		if !ok && said.Kind != "" {
			t, ok = findOwn(s, rows, "")
		}
		if !ok {
			if g, ok := datedGrid(s, rows, b.Name); ok && !s.Hidden {
				grids = append(grids, g)
			} else {
				r.passOver(s, rows)
			}
			continue
		}
		r.read++
		t.undecided = said.Kind == "" && t.namesOnly()
		if r.sum.Kind == "" {
			r.sum.Kind = t.schema.Kind
		}
		if err := r.readOwn(t); err != nil {
			return r.finish(), err
		}
	}
	if r.read > 0 {
		if err := r.readGrids(grids); err != nil {
			return r.finish(), err
		}
	}
	return r.done()
}
