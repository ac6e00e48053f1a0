package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"valuetrail/ingest"
	"valuetrail/ingest/layout"
	"valuetrail/internal/vocabulary"
)

// printTaken says of a dry run what each column and row of a file was taken for,
// how sure that is and why.
func (e *env) printTaken(f ingest.FileReceipt) {
	kind := vocabulary.Kind(f.Kind)
	if p := f.Proposed; p != nil {
		kind = vocabulary.Kind(p.Kind)
		e.line("  %s", e.Say.Say("decide.dry.kind", e.Say.Say("decide.kind_of."+p.Kind), e.Say.Say("decide.table."+surely(p.Sure)), p.Reason))
		if len(p.New) > 0 {
			e.line("  %s", e.Say.Say("decide.dry.new", p.New))
		}
		if len(p.Gone) > 0 {
			e.line("  %s", e.Say.Say("decide.dry.gone", p.Gone))
		}
	}
	var rows [][]string
	for _, c := range f.Columns {
		rows = append(rows, []string{"  " + columnPlace(c), shortened(c.Heading), e.roleWords(kind, c.TakenFor), e.percentSure(c), c.Reason})
	}
	if len(rows) > 0 {
		e.table([]string{"  " + e.Say.Say("decide.dry.columns"), "", e.Say.Say("decide.dry.taken_for"), e.Say.Say("decide.dry.sure"), e.Say.Say("decide.dry.why")}, rows)
	}
	for _, s := range f.Spans {
		e.line("  %s %s", spanPlace(s, e.Say.Say("decide.dry.rows")), e.spanWords(s))
	}
}

// mostHeading is how much of a heading a line shows.
const mostHeading = 40

func shortened(heading string) string {
	r := []rune(strings.Join(strings.Fields(heading), " "))
	if len(r) > mostHeading {
		return string(r[:mostHeading-1]) + "…"
	}
	return string(r)
}

func columnPlace(c ingest.ColumnReceipt) string {
	if c.Sheet > 1 {
		return fmt.Sprintf("%d!%s", c.Sheet, columnName(c.Column))
	}
	return columnName(c.Column)
}

func (e *env) percentSure(c ingest.ColumnReceipt) string {
	if c.TakenFor == "" {
		return ""
	}
	return strconv.Itoa(int(c.Sure*100+0.5)) + " %"
}

// roleWords is a field, question or mark as people know it. The words of roles are
// about tables of who came, members, answers, stories and sessions: "status" means
// whether somebody came in the first of them alone, and "title" nothing of these
// in a list of practices.
func (e *env) roleWords(kind vocabulary.Kind, role string) string {
	if s, known := vocabulary.SheetOf(kind); known && s.Index(role) >= 0 &&
		(!slices.Contains(layout.TableKinds, kind) || role == "status" && kind != vocabulary.Attendance) {
		return strings.ReplaceAll(role, "_", " ")
	}
	for _, key := range []string{"decide.role." + generalOfAny(role), "decide.dry.role." + role} {
		if role != "" && e.Say.Has(key) {
			return e.Say.Say(key)
		}
	}
	if role == "" {
		return e.Say.Say("decide.dry.unused")
	}
	return strings.ReplaceAll(role, "_", " ")
}

func spanPlace(s ingest.SpanReceipt, rows string) string {
	place := fmt.Sprintf("%s %d–%d:", rows, s.First, s.Last)
	if s.First == s.Last {
		place = fmt.Sprintf("%s %d:", rows, s.First)
	}
	if s.Sheet > 1 {
		return fmt.Sprintf("sheet %d, %s", s.Sheet, place)
	}
	return place
}

func (e *env) spanWords(s ingest.SpanReceipt) string {
	words := ""
	if key := "decide.dry.span." + s.TakenFor; e.Say.Has(key) {
		words = e.Say.Say(key)
	} else {
		words = e.Say.Say("kind." + s.TakenFor)
	}
	if s.Reason != "" {
		words += " (" + s.Reason + ")"
	}
	return words
}
