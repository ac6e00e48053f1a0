package settings

import (
	"cmp"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"valuetrail/ingest/sheet"
	"valuetrail/internal/vocabulary"
)

// Named refuses settings, read from the file at path and the workbook beside it,
// that name an indicator which is none of known, to lead the page or to reach a
// target: with *Error and the places where they stand.
func Named(path string, s Settings, known []string) error {
	keys := map[string]string{s.Report.Primary: "report.primary"}
	for _, t := range s.Targets {
		keys[t.Indicator] = cmp.Or(keys[t.Indicator], "targets")
	}
	maps.DeleteFunc(keys, func(id, _ string) bool { return id == "" || slices.Contains(known, id) })
	if len(keys) == 0 {
		return nil
	}
	file := filepath.Join(filepath.Dir(path), SetupFile)
	inBook := namedInBook(file)
	var faults []Fault
	for _, id := range slices.Sorted(maps.Keys(keys)) {
		f := Fault{What: fmt.Sprintf("there is no indicator %q", shortened(id)), Hint: nearestIndicator(id, known)}
		for _, at := range inBook[id] {
			f.File, f.Sheet, f.Line, f.Column = file, at.sheet, at.row, at.column
			faults = append(faults, f)
		}
		if inBook[id] == nil {
			f.What = keys[id] + ": " + f.What
			faults = append(faults, f)
		}
	}
	slices.SortStableFunc(faults, func(a, b Fault) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Sheet, b.Sheet), cmp.Compare(a.Line, b.Line))
	})
	return &Error{File: path, Faults: faults}
}

// namedAt is a cell of the workbook that names an indicator.
type namedAt struct {
	sheet       string
	row, column int
}

// namedInBook are the cells of the workbook that name indicators, by their id. A
// workbook that is absent or faulty has none: whoever read the settings said so.
func namedInBook(file string) map[string][]namedAt {
	book, err := sheet.Open(file, sheet.Options{})
	if err != nil {
		return nil
	}
	u := &setup{file: file, rows: map[string][]setupRow{}}
	all := map[string][]namedAt{}
	for _, one := range book.Sheets {
		s, ok := u.known(book, one)
		key, names := map[string]string{"community": "primary", "targets": "indicator"}[s.Key]
		if !ok || !names || u.read(s, one) != nil {
			continue
		}
		for _, r := range u.rows[s.Key] {
			if c, ok := r.cells[key]; ok {
				id := strings.Join(strings.Fields(c.text), " ") // as it was read
				all[id] = append(all[id], namedAt{r.name, c.row, c.column})
			}
		}
	}
	return all
}

// nearestIndicator leads to the right word; there are too many to name them all.
func nearestIndicator(id string, known []string) string {
	if near := vocabulary.Nearest(id, known); near != "" {
		return fmt.Sprintf("did you mean %q?", near)
	}
	return "valuetrail indicators list names those there are"
}
