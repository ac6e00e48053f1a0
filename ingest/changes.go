package ingest

import (
	"cmp"
	"slices"
	"strings"

	"valuetrail/ingest/layout"
	"valuetrail/ingest/sheet"
	"valuetrail/internal/vocabulary"
)

// Changes are what a file changed of an earlier one that covers the same ground.
type Changes struct {
	File     string `json:"file"`
	FileID   string `json:"file_id"`
	Before   string `json:"before"`
	BeforeID string `json:"before_id"`
	Source   string `json:"source"`
	Kind     string `json:"kind"`
	// Added, Changed and Gone count rows; More tells that there are more than the
	// lists below name.
	Added   int  `json:"added"`
	Changed int  `json:"changed"`
	Gone    int  `json:"gone"`
	More    bool `json:"more,omitempty"`

	AddedRows   []RowPlace  `json:"added_rows"`
	GoneRows    []RowPlace  `json:"gone_rows"`
	ChangedRows []RowChange `json:"changed_rows"`
	NewColumns  []string    `json:"new_columns"`
	GoneColumns []string    `json:"gone_columns"`
	NewSheets   []string    `json:"new_sheets"`
	GoneSheets  []string    `json:"gone_sheets"`
}

// RowPlace is where a row stands: an added one in the later file, one that is
// gone in the earlier.
type RowPlace struct {
	Sheet int `json:"sheet"`
	Row   int `json:"row"`
}

// RowChange is a row that both files have, and what is otherwise in it.
type RowChange struct {
	RowPlace
	Before RowPlace      `json:"before"`
	Fields []FieldChange `json:"fields"`
}

// FieldChange is one value that changed. Old and New are shown where they tell
// nothing of a person; Withheld says that they are not.
type FieldChange struct {
	Field    string `json:"field"`
	Old      string `json:"old"`
	New      string `json:"new"`
	Withheld bool   `json:"withheld,omitempty"`
}

// RowFate is what became of one row, as the store tells it: added, changed or
// gone. Fields are those of its kind; of a response Cells are those of the row.
type RowFate struct {
	Fate                      string
	Kind                      vocabulary.Kind
	At, Before                RowPlace
	Fields, FieldsBefore      []string
	Cells, CellsBefore        []string
	Count                     int
	Questions, QuestionBefore []QuestionSeen
}

// SheetsOf are the sheets of a stored file by number, as Heads are.
type SheetsOf map[int]string

// Compare puts what became of rows, and the headings and sheets of two files,
// into words for people: places and values, none of which tells of a person.
func Compare(c Changes, fates []RowFate, heads, before []Head, sheets, sheetsBefore SheetsOf) Changes {
	c.AddedRows, c.GoneRows, c.ChangedRows = []RowPlace{}, []RowPlace{}, []RowChange{}
	counts := map[string]int{}
	for _, f := range fates {
		switch f.Fate {
		case "added":
			c.AddedRows, c.Added = append(c.AddedRows, f.At), f.Count
		case "gone":
			c.GoneRows, c.Gone = append(c.GoneRows, f.Before), f.Count
		default:
			if r := (RowChange{RowPlace: f.At, Before: f.Before, Fields: f.differences()}); len(r.Fields) > 0 {
				c.ChangedRows = append(c.ChangedRows, r)
			}
		}
		counts[f.Fate] = f.Count
	}
	c.Changed = len(c.ChangedRows)
	told := map[string]int{}
	for _, f := range fates {
		told[f.Fate]++
	}
	for fate, n := range told {
		c.More = c.More || n < counts[fate]
	}
	byPlace := func(a, b RowPlace) int { return cmp.Or(cmp.Compare(a.Sheet, b.Sheet), cmp.Compare(a.Row, b.Row)) }
	slices.SortFunc(c.AddedRows, byPlace)
	slices.SortFunc(c.GoneRows, byPlace)
	slices.SortStableFunc(c.ChangedRows, func(a, b RowChange) int {
		return cmp.Or(byPlace(a.RowPlace, b.RowPlace), byPlace(a.Before, b.Before))
	})
	c.NewColumns, c.GoneColumns = onlyIn(headingsIn(heads), headingsIn(before))
	c.NewSheets, c.GoneSheets = onlyIn(namesOf(sheets), namesOf(sheetsBefore))
	return c
}

// differences are the fields and answers that changed. What names somebody, what
// somebody wrote, and what somebody answered is never shown.
func (f RowFate) differences() []FieldChange {
	all := []FieldChange{}
	s, _ := vocabulary.SheetOf(f.Kind)
	for i, field := range s.Fields {
		if i >= len(f.Fields) || i >= len(f.FieldsBefore) || f.Fields[i] == f.FieldsBefore[i] || layout.WorkedOut(field.Heading) {
			continue
		}
		one := FieldChange{Field: field.Heading}
		if field.Identifies() || field.Holds == vocabulary.Text || field.Holds == vocabulary.People || f.Kind == vocabulary.Survey {
			one.Withheld = true
		} else {
			one.Old, one.New = f.FieldsBefore[i], f.Fields[i]
		}
		all = append(all, one)
	}
	was := answersBy(f.QuestionBefore, f.CellsBefore)
	now := answersBy(f.Questions, f.Cells)
	for _, q := range f.Questions {
		if key := vocabulary.Loose(q.Heading); q.Sheet == f.At.Sheet && key != "" && now[key] != was[key] {
			all = append(all, FieldChange{Field: strings.TrimSpace(q.Heading), Withheld: true})
			was[key] = now[key] // a heading that stands twice is told once
		}
	}
	return all
}

func answersBy(all []QuestionSeen, cells []string) map[string]string {
	out := map[string]string{}
	for _, q := range all {
		if q.Column <= len(cells) && q.Column > 0 {
			out[vocabulary.Loose(q.Heading)] += strings.TrimSpace(cells[q.Column-1])
		}
	}
	return out
}

// headingsIn are the headings of the sheets of a file, each once: those of a
// table, else of the first row that holds several cells.
func headingsIn(heads []Head) []string {
	bySheet := map[int][]sheet.Row{}
	var order []int
	for _, h := range heads {
		if _, there := bySheet[h.Sheet]; !there {
			order = append(order, h.Sheet)
		}
		bySheet[h.Sheet] = append(bySheet[h.Sheet], sheet.Row{No: h.Row, Cells: h.Cells})
	}
	var all []string
	for _, no := range order {
		for _, heading := range layout.HeadingsAmong(bySheet[no]) {
			if !slices.Contains(all, heading) {
				all = append(all, heading)
			}
		}
	}
	return all
}

func namesOf(all SheetsOf) []string {
	var names []string
	for _, name := range all {
		if name != "" {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// onlyIn are the words that only one of two lists has, compared loosely.
func onlyIn(now, was []string) (come, gone []string) {
	only := func(a, b []string) []string {
		out := []string{}
		for _, x := range a {
			if !slices.ContainsFunc(b, func(y string) bool { return vocabulary.Loose(x) == vocabulary.Loose(y) }) {
				out = append(out, x)
			}
		}
		return out
	}
	return only(now, was), only(was, now)
}

// SourceOrder is a stored file with what says which came after which.
type SourceOrder struct {
	FileID, Name, Source, Kind string
	// Ends is where its data end, Stored when it was stored, as texts that sort.
	Ends, Stored, OrderKey string
}

// Former is the file before one that covers the same ground: of the same source
// and kind, with rows of it, or of its name; false without one. Shared are the
// rows that others share with it, by their ids.
func Former(of SourceOrder, all []SourceOrder, shared map[string]int) (SourceOrder, bool) {
	var best SourceOrder
	for _, f := range all {
		same := f.FileID != of.FileID && f.Source == of.Source && f.Kind == of.Kind && (shared[f.FileID] > 0 || f.Name == of.Name)
		if same && f.Compare(of) < 0 && (best.FileID == "" || best.Compare(f) < 0) {
			best = f
		}
	}
	return best, best.FileID != ""
}

// Compare is negative where f came before other, positive where it came after.
func (f SourceOrder) Compare(other SourceOrder) int {
	return cmp.Or(cmp.Compare(f.Ends, other.Ends), cmp.Compare(f.Stored, other.Stored), cmp.Compare(f.OrderKey, other.OrderKey))
}
