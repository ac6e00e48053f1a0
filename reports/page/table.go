package page

import (
	"cmp"
	"regexp"
	"strconv"
	"unicode/utf8"

	"valuetrail/reports"
)

// table is one made ready: its cells marked, and what is folded apart.
type table struct {
	reports.Table
	// Label names the table for those who cannot see where it stands.
	Label    string
	Rows     [][]cell
	HasChips bool
	// Rest are the rows that a reader opens, nil for none.
	Rest *table
}

// Class is how a table looks.
func (t *table) Class() string {
	switch {
	case t.HasChips:
		return "matrix"
	case t.AtOnce > 0:
		return "tall even"
	case len(t.Columns) > 2:
		return "tall"
	}
	return ""
}

type cell struct {
	Parts []part
	// Class says how the cell looks, Heading which column it stands in.
	Class, Heading string
	// Of names the figure that a number is taken from.
	Of string
	// Chips are those seen at once, Folded those that a reader opens.
	Chips, Folded []chip
}

// part is a run of text; Note is the number of the note it refers to.
type part struct {
	Text string
	Note int
}

// chip is a story in the matrix; Mark says how sure, in a shape and in words.
type chip struct{ Anchor, Title, Mark, Says string }

func (v *view) table(f reports.Figure) *table {
	t := f.Table
	out := &table{Table: t, Label: cmp.Or(t.Title, f.Title)}
	for _, row := range t.Rows {
		cells := make([]cell, len(row))
		for i, c := range row {
			cells[i] = v.cell(c, i < len(t.Columns) && t.Columns[i].Number)
			if i < len(t.Columns) {
				cells[i].Heading = t.Columns[i].Heading
			}
			out.HasChips = out.HasChips || len(c.Chips) > 0
		}
		out.Rows = append(out.Rows, cells)
	}
	if t.AtOnce > 0 && len(out.Rows) > t.AtOnce+1 {
		rest := *out
		rest.Title, rest.Label = "", out.Label+", "+v.More(len(out.Rows)-t.AtOnce)
		out.Rows, rest.Rows = out.Rows[:t.AtOnce], out.Rows[t.AtOnce:]
		out.Rest = &rest
	}
	return out
}

func (v *view) cell(c reports.TableCell, number bool) cell {
	text := c.Text
	if text == "" && c.Mark != "" {
		text = v.markOf(c)
	}
	out := cell{Parts: v.parts(text), Of: c.Of}
	switch {
	case c.Mark != "" && number:
		out.Class = "withheld number"
	case c.Mark != "":
		out.Class = "withheld"
	case number:
		out.Class = "number"
	case aDay.MatchString(text):
		out.Class = "date"
	case text != "" && utf8.RuneCountInString(text) <= 12:
		out.Class = "brief"
	}
	for _, s := range c.Chips {
		mark, says := v.sure(s.State)
		out.Chips = append(out.Chips, chip{Anchor: v.anchors[s.StoryID], Title: s.Title, Mark: mark, Says: says})
	}
	if len(out.Chips) > chipsAtOnce+1 {
		out.Chips, out.Folded = out.Chips[:chipsAtOnce], out.Chips[chipsAtOnce:]
	}
	return out
}

// chipsAtOnce is how many stories a cell shows before the others are folded.
const chipsAtOnce = 5

// aDay is a day written out, which must not be cut in two.
var aDay = regexp.MustCompile(`^\d{1,2} \pL+ \d{4}$`)

var noteReference = regexp.MustCompile(`\[note (\d+)\]`)

// parts cuts text at its references to notes that exist.
func (v *view) parts(text string) []part {
	var out []part
	end := 0
	for _, at := range noteReference.FindAllStringSubmatchIndex(text, -1) {
		n, err := strconv.Atoi(text[at[2]:at[3]])
		if err != nil || n < 1 || n > len(v.Notes) {
			continue
		}
		out = append(out, part{Text: text[end:at[0]]}, part{Text: text[at[0]:at[1]], Note: n})
		end = at[1]
	}
	return append(out, part{Text: text[end:]})
}

// sure is the mark of a confirmation, and its words.
func (v *view) sure(confirmation string) (mark, says string) {
	switch confirmation {
	case "confirmed":
		return "full", v.Word("confirmed")
	case "asked":
		return "half", v.Word("asked_for")
	}
	return "hollow", v.Word("not_asked")
}
