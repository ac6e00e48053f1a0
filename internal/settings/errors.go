package settings

import (
	"fmt"
	"strings"
)

// Fault is one thing that is wrong in a settings file.
type Fault struct {
	// Line and Column count from 1; 0 means the file as a whole.
	Line, Column int
	// What is wrong, and Hint what to do, "" for none.
	What, Hint string
}

// Error is everything that is wrong in a settings file, top to bottom.
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

// Hint says what to do: the hint of each fault, with its line when there are
// several.
func (e *Error) Hint() string {
	if len(e.Faults) == 1 {
		return e.Faults[0].Hint
	}
	var lines []string
	for _, f := range e.Faults {
		if f.Hint != "" {
			lines = append(lines, fmt.Sprintf("line %d: %s", f.Line, f.Hint))
		}
	}
	return strings.Join(lines, "\n")
}

func (e *Error) place(f Fault) string {
	if f.Line == 0 {
		return e.File + ": "
	}
	return fmt.Sprintf("%s:%d:%d: ", e.File, f.Line, f.Column)
}
