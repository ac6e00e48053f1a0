package settings

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"valuetrail/ingest/sheet"
)

// Fault is one thing that is wrong in settings.
type Fault struct {
	// File is where, "" for the file of the Error, Sheet the sheet of a workbook:
	// there Line is the row.
	File, Sheet string
	// Line and Column count from 1; 0 means the file, or the line, as a whole.
	Line, Column int
	// What is wrong, and Hint what to do, "" for none.
	What, Hint string
	// OfWords says that it is in what people add to the figures: only who prints
	// Words needs it mended.
	OfWords bool
}

// Error is everything that is wrong in settings, file by file, top to bottom.
type Error struct {
	File   string
	Faults []Fault
}

// Error is one line a fault: valuetrail.yaml:3:1: unknown key "comunity".
func (e *Error) Error() string {
	var lines []string
	for _, f := range e.Faults {
		lines = append(lines, e.place(f)+f.What)
	}
	return strings.Join(lines, "\n")
}

// OfWords reports that all faults are in Words: the other settings can be used.
func (e *Error) OfWords() bool {
	return !slices.ContainsFunc(e.Faults, func(f Fault) bool { return !f.OfWords })
}

// Hint says what to do: the hint of each fault, with its place when there are
// several.
func (e *Error) Hint() string {
	if len(e.Faults) == 1 {
		return e.Faults[0].Hint
	}
	var lines []string
	for _, f := range e.Faults {
		if f.Hint != "" {
			lines = append(lines, e.spoken(f)+": "+f.Hint)
		}
	}
	return strings.Join(lines, "\n")
}

// file is the name of the file that a fault is in.
func (e *Error) file(f Fault) string { return cmp.Or(f.File, e.File) }

func (e *Error) place(f Fault) string {
	switch {
	case f.Sheet != "":
		return e.spoken(f) + ": "
	case f.Line == 0:
		return e.file(f) + ": "
	case f.Column == 0:
		return fmt.Sprintf("%s:%d: ", e.file(f), f.Line)
	}
	return fmt.Sprintf("%s:%d:%d: ", e.file(f), f.Line, f.Column)
}

// spoken is the place of a fault in words; the file is named where there are
// several, and with a sheet.
func (e *Error) spoken(f Fault) string {
	var place string
	switch {
	case f.Sheet == "" && f.Line == 0:
		return e.file(f)
	case f.Sheet == "":
		place = fmt.Sprintf("line %d", f.Line)
	case f.Line == 0:
		return fmt.Sprintf("%s: sheet %q", e.file(f), f.Sheet)
	case f.Column == 0:
		return fmt.Sprintf("%s: sheet %q: row %d", e.file(f), f.Sheet, f.Line)
	default:
		return fmt.Sprintf("%s: sheet %q: row %d, column %s", e.file(f), f.Sheet, f.Line, sheet.ColumnName(f.Column))
	}
	if slices.ContainsFunc(e.Faults, func(g Fault) bool { return e.file(g) != e.file(f) }) {
		return e.file(f) + " " + place
	}
	return place
}
