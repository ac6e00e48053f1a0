package layout

import (
	"strings"
	"testing"

	"valuetrail/ingest/sheet"
	"valuetrail/internal/vocabulary"
)

// heap keeps what a layout gives.
type heap struct {
	rows     []Row
	problems []Problem
}

func (h *heap) Row(r Row) error { h.rows = append(h.rows, r); return nil }

func (h *heap) Problem(p Problem) { h.problems = append(h.problems, p) }

// of are the rows of a kind, as maps from heading to value.
func (h *heap) of(kind vocabulary.Kind) []map[string]string {
	schema, _ := vocabulary.SheetOf(kind)
	var all []map[string]string
	for _, r := range h.rows {
		if r.Kind != kind {
			continue
		}
		m := map[string]string{}
		for i, f := range schema.Fields {
			if r.Fields[i] != "" {
				m[f.Heading] = r.Fields[i]
			}
		}
		all = append(all, m)
	}
	return all
}

// lines are the values under some headings in the rows of a kind, blanks between
// them and semicolons between rows.
func (h *heap) lines(kind vocabulary.Kind, headings ...string) string {
	var all []string
	for _, row := range h.of(kind) {
		var values []string
		for _, heading := range headings {
			values = append(values, row[heading])
		}
		all = append(all, strings.Join(values, " "))
	}
	return strings.Join(all, "; ")
}

// codes are the problems' codes, joined, with ! before what keeps a row.
func (h *heap) codes() string {
	var all []string
	for _, p := range h.problems {
		if p.Severity == Kept {
			p.Code = "!" + p.Code
		}
		all = append(all, p.Code)
	}
	return strings.Join(all, " ")
}

func book(t testing.TB, name, text string) *sheet.Book {
	t.Helper()
	b, err := sheet.Read(name, []byte(text), sheet.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// recognised reads a book by the layout that recognises it.
func recognised(t testing.TB, b *sheet.Book, said Said) (string, Summary, *heap) {
	t.Helper()
	l, err := Recognise(b)
	if err != nil {
		t.Fatal(err)
	}
	h := &heap{}
	sum, err := l.Read(b, said, h)
	if err != nil {
		t.Fatal(err)
	}
	checkAll(t, sum, h)
	return l.Source(), sum, h
}

// checkAll holds what every file must fulfil.
func checkAll(t testing.TB, sum Summary, h *heap) {
	t.Helper()
	meetings := map[string]bool{}
	for _, r := range h.rows {
		schema, ok := vocabulary.SheetOf(r.Kind)
		if !ok || len(r.Fields) != len(schema.Fields) {
			t.Fatalf("row %+v does not fit its kind", r)
		}
		if r.Kind == vocabulary.Meeting {
			meetings[r.Fields[0]] = true
		}
	}
	for _, a := range h.of(vocabulary.Attendance) {
		if !meetings[a["meeting_id"]] {
			t.Errorf("attendance without its meeting: %v", a)
		}
	}
	ignored := sum.ToCheck
	for _, n := range sum.Ignored {
		ignored += n
	}
	if ignored > sum.Read {
		t.Errorf("read %d rows, but %d ignored or to check", sum.Read, ignored)
	}
}

// source reads a text that must be recognised as of a source.
func source(t *testing.T, want, name, text string, said Said) (Summary, *heap) {
	t.Helper()
	got, sum, h := recognised(t, book(t, name, text), said)
	if got != want {
		t.Fatalf("recognised as %s, want %s", got, want)
	}
	return sum, h
}

// same compares in words.
func same[T comparable](t *testing.T, what string, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("%s: got %v, want %v", what, got, want)
	}
}
