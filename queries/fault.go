package queries

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// Fault is one thing that is wrong in a file of an indicator, and where. A Warning
// is no reason to refuse it.
type Fault struct {
	File    string
	Line    int
	Err     error
	Warning bool
}

func (f *Fault) Error() string { return fmt.Sprintf("%s:%d: %v", f.File, f.Line, f.Err) }

// Unwrap is what is wrong, without the place.
func (f *Fault) Unwrap() error { return f.Err }

func fault(file string, line int, format string, args ...any) *Fault {
	return &Fault{File: file, Line: line, Err: fmt.Errorf(format, args...)}
}

// Faults are those that an error is made of, in the order of files and lines; an
// error that is none of them gives none.
func Faults(err error) []*Fault {
	var all []*Fault
	var collect func(error)
	collect = func(err error) {
		var f *Fault
		switch several, ok := err.(interface{ Unwrap() []error }); {
		case ok:
			for _, one := range several.Unwrap() {
				collect(one)
			}
		case errors.As(err, &f):
			all = append(all, f)
		}
	}
	collect(err)
	slices.SortStableFunc(all, func(a, b *Fault) int {
		if a.File != b.File {
			return strings.Compare(a.File, b.File)
		}
		return a.Line - b.Line
	})
	return all
}
