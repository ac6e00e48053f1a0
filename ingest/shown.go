package ingest

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"time"

	"valuetrail/ingest/layout"
	"valuetrail/ingest/sheet"
	"valuetrail/internal/vocabulary"
)

// ColumnReceipt is what a dry run took one column for: a field, question, mark or,
// "" with it, nothing. Sure is 0 to 1; Reason says why in words.
type ColumnReceipt struct {
	Sheet    int     `json:"sheet"`
	Column   int     `json:"column"`
	Heading  string  `json:"heading"`
	TakenFor string  `json:"taken_for"`
	Sure     float64 `json:"sure"`
	Reason   string  `json:"reason"`
}

// SpanReceipt is what a dry run took rows for that stand one below the other: the
// kind of what they hold, or one of the words below.
type SpanReceipt struct {
	Sheet    int    `json:"sheet"`
	First    int    `json:"first"`
	Last     int    `json:"last"`
	TakenFor string `json:"taken_for"`
	Reason   string `json:"reason"`
}

// What rows are taken for that hold nothing of their own.
const (
	spanAbove   = "above"    // headings, and what stands over them
	spanToCheck = "to_check" // kept for somebody to check
	spanLeftOut = "left_out"
	spanWaits   = "waits" // nobody knows yet
)

// mostCompared is how many rows of a file are compared with what they became.
const mostCompared = 500

// shown compares what stands in a file with what its rows became: so it holds for
// every layout, whatever that looked at.
func shown(book *sheet.Book, l Landing, zone *time.Location, say Sayer) ([]ColumnReceipt, []SpanReceipt) {
	if l.Rows == nil {
		return nil, nil // it waits: nothing became of it yet
	}
	at, kinds := map[[2]int][]Canonical{}, map[[2]int]vocabulary.Kind{}
	for r, err := range l.Rows {
		if err != nil {
			return nil, nil // landing the rows meets it too, and says so
		}
		if r.Kind == vocabulary.Meeting {
			continue
		}
		for _, no := range append([]int{r.Row.Row}, r.Also...) {
			here := [2]int{r.Sheet, no}
			if kinds[here] = r.Kind; len(at) < mostCompared || at[here] != nil {
				at[here] = append(at[here], r)
			}
		}
	}
	kept := map[[2]int]string{}
	for _, p := range l.Problems {
		if p.Severity == layout.Kept {
			kept[[2]int{p.Sheet, p.Row}], _ = say.Problem(p.Code, p.Value, p.Detail)
		}
	}
	var columns []ColumnReceipt
	var spans []SpanReceipt
	for _, s := range book.Sheets {
		c := &comparison{sheet: s, zone: zone, say: say, sum: l.Summary}
		for row, err := range s.Rows() {
			if err != nil {
				break // landing the rows meets it too, and says so
			}
			here := [2]int{s.No, row.No}
			c.take(row, at[here])
			spans = joined(spans, c.span(row, kinds[here], kept[here]))
		}
		columns = append(columns, c.columns()...)
	}
	return columns, spans
}

// comparison is one sheet's cells beside what they became.
type comparison struct {
	sheet    *sheet.Sheet
	zone     *time.Location
	say      Sayer
	sum      layout.Summary
	headings []string
	begun    bool
	filled   []int
	became   []map[string]int
}

func (c *comparison) take(row sheet.Row, rows []Canonical) {
	if len(rows) == 0 && !c.begun {
		c.headings = row.Cells // the last row over the data
	}
	if len(rows) == 0 {
		return
	}
	c.begun = true
	for i, text := range row.Cells {
		for len(c.filled) <= i {
			c.filled, c.became = append(c.filled, 0), append(c.became, map[string]int{})
		}
		if sheet.Blank(text) {
			continue
		}
		c.filled[i]++
		told := map[string]bool{}
		for _, r := range rows {
			if r.Column > 0 {
				told["mark"] = told["mark"] || r.Column == i+1
			}
			s, _ := vocabulary.SheetOf(r.Kind)
			for j, f := range s.Fields {
				ofMark := r.Column > 0 && (f.Heading == "status" || f.Heading == "mode") // another column's mark says the same
				if r.Column != i+1 && !ofMark || r.Column == 0 {
					told[f.Heading] = told[f.Heading] || !layout.WorkedOut(f.Heading) && layout.Says(text, f, r.Fields[j], c.zone)
				}
			}
		}
		for what, yes := range told {
			if yes {
				c.became[i][what]++
			}
		}
	}
}

// columns are what each column was taken for.
func (c *comparison) columns() []ColumnReceipt {
	if !c.begun {
		return nil
	}
	var all []ColumnReceipt
	for i := range max(len(c.headings), len(c.filled)) {
		r := ColumnReceipt{Sheet: c.sheet.No, Column: i + 1}
		if i < len(c.headings) {
			r.Heading = strings.TrimSpace(c.headings[i])
		}
		filled, most := 0, 0
		if i < len(c.filled) {
			filled = c.filled[i]
			for _, what := range slices.Sorted(maps.Keys(c.became[i])) {
				if n := c.became[i][what]; n > most {
					most, r.TakenFor = n, what
				}
			}
		}
		if q := slices.IndexFunc(c.sum.Questions, func(q layout.Question) bool { return q.Sheet == c.sheet.No && q.Column == i+1 }); q >= 0 && c.sum.Kind == vocabulary.Survey {
			r.TakenFor, r.Sure = layout.RoleQuestion, 1
			r.Heading = cmp.Or(c.sum.Questions[q].Heading, r.Heading)
			r.Reason = c.say.Say("dry.question")
		} else if most*2 > filled {
			r.Sure = float64(most) / float64(filled)
			r.Reason = c.say.Say("dry.became", most, filled)
		} else {
			r.TakenFor, r.Reason = "", c.say.Say("dry.unused")
		}
		if filled == 0 && r.Heading == "" {
			continue
		}
		if filled == 0 && r.TakenFor == "" {
			r.Reason = c.say.Say("dry.empty")
		}
		all = append(all, r)
	}
	return all
}

// span is what one row was taken for.
func (c *comparison) span(row sheet.Row, kind vocabulary.Kind, kept string) SpanReceipt {
	s := SpanReceipt{Sheet: c.sheet.No, First: row.No, Last: row.No}
	switch {
	case kind != "":
		s.TakenFor = string(kind)
	case kept != "" && c.sum.ToCheck > 0:
		s.TakenFor, s.Reason = spanToCheck, kept
	case !c.begun && c.sum.ToCheck < c.sum.Read:
		s.TakenFor = spanAbove
	case len(c.sum.Ignored) > 0:
		s.TakenFor, s.Reason = spanLeftOut, strings.ReplaceAll(strings.Join(reasonsOf(c.sum.Ignored), ", "), "_", " ")
	case c.sum.ToCheck > 0:
		s.TakenFor = spanToCheck
	default:
		s.TakenFor = spanAbove
	}
	return s
}

// reasonsOf are the reasons why rows of a file were left out.
func reasonsOf(all map[string]int) []string {
	return slices.DeleteFunc(slices.Sorted(maps.Keys(all)), func(k string) bool { return all[k] == 0 })
}

// joined adds a row to the spans: to the last one, where it was taken for the same.
func joined(all []SpanReceipt, s SpanReceipt) []SpanReceipt {
	if n := len(all) - 1; n >= 0 && all[n].Sheet == s.Sheet && all[n].TakenFor == s.TakenFor && all[n].Reason == s.Reason {
		all[n].Last = s.Last
		return all
	}
	return append(all, s)
}

// showWaiting puts into the receipt of a table that waits what it and its columns
// seem to be.
func showWaiting(f *FileReceipt, book *sheet.Book, questions []Question, say Sayer) {
	head, ok := layout.FindTable(book)
	i := slices.IndexFunc(questions, func(q Question) bool { return q.Kind == AskTable && q.Subject == head.Set() })
	if !ok || i < 0 {
		return
	}
	p := questions[i].Table
	f.Columns, f.Spans = nil, nil
	f.Proposed = &ProposedReceipt{Kind: string(p.Kind), Sure: p.Sure, Reason: say.Say("decide.table_why." + p.Reason), New: p.New, Gone: p.Gone}
	for _, c := range p.Columns {
		r := ColumnReceipt{Sheet: head.Sheet, Column: c.Column, Heading: c.Heading, TakenFor: c.Role, Sure: c.Sure, Reason: say.Say("decide.column_why."+c.Reason, c.Was)}
		if c.Role == layout.RoleLeftOut {
			r.TakenFor = ""
		}
		f.Columns = append(f.Columns, r)
	}
	n := 0
	for row, err := range book.Sheets[head.Sheet-1].Rows() {
		if err != nil {
			return
		}
		s := SpanReceipt{Sheet: head.Sheet, First: row.No, Last: row.No, TakenFor: spanWaits}
		if n++; n <= head.Above+1 {
			s.TakenFor = spanAbove
		}
		f.Spans = joined(f.Spans, s)
	}
}

// ProposedReceipt is what a table that waits seems to be, "-" for nothing of ours;
// New and Gone are headings that came and went since a table like it was read.
type ProposedReceipt struct {
	Kind   string   `json:"kind"`
	Sure   float64  `json:"sure"`
	Reason string   `json:"reason"`
	New    []string `json:"new,omitempty"`
	Gone   []string `json:"gone,omitempty"`
}
