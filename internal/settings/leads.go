package settings

import (
	"cmp"
	"fmt"
	"path/filepath"
	"slices"

	"valuetrail/ingest/sheet"
)

// Leads refuses settings, read from the file at path and the workbook beside it,
// that want an indicator to lead the page which is none of known: with *Error and
// the place where it stands.
func Leads(path string, s Settings, known []string) error {
	id := s.Report.Primary
	if id == "" || slices.Contains(known, id) {
		return nil
	}
	at := Fault{File: path, What: fmt.Sprintf("report.primary: there is no indicator %q", shortened(id)), Hint: nearest(id, known)}
	if book, err := sheet.Open(filepath.Join(filepath.Dir(path), SetupFile), sheet.Options{}); err == nil {
		at = placed(book, filepath.Join(filepath.Dir(path), SetupFile), id, at)
	}
	at.Hint = cmp.Or(at.Hint, "valuetrail indicators list shows them")
	return &Error{File: at.File, Faults: []Fault{at}}
}

// placed is the fault with the cell of the workbook that names the indicator;
// as it was where none does.
func placed(book *sheet.Book, file, id string, f Fault) Fault {
	u := &setup{file: file, rows: map[string][]setupRow{}}
	for _, one := range book.Sheets {
		if known, ok := u.known(book, one); ok && known.Key == "community" && u.read(known, one) == nil {
			for _, r := range u.rows["community"] {
				if c, ok := r.cells["primary"]; ok && c.text == id {
					return Fault{File: file, Sheet: r.name, Line: c.row, Column: c.column, What: fmt.Sprintf("there is no indicator %q", shortened(id)), Hint: f.Hint}
				}
			}
		}
	}
	return f
}
