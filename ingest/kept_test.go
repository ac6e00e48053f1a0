package ingest

import (
	"io/fs"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"valuetrail/ingest/layout"
	"valuetrail/ingest/sheet"
	"valuetrail/internal/need"
)

// keep is what a store keeps of a book.
func keep(t *testing.T, l Landing) KeptFile {
	t.Helper()
	k := KeptFile{StoredFile: StoredFile{ID: l.ID, Name: l.Name}, SHA256: l.SHA256, Delimiter: l.Delimiter}
	for _, s := range l.Sheets {
		one := KeptSheet{Name: s.Name, Hidden: s.Hidden}
		var merged []string
		for row, err := range s.Rows() {
			if err != nil {
				t.Fatal(err)
			}
			one.Rows = append(one.Rows, KeptRow{row.No, row.Cells})
			merged = append(merged, Merged(row)...)
		}
		one.Merged, one.Blank = strings.Join(merged, " "), s.BlankRows()
		k.Sheets = append(k.Sheets, one)
	}
	return k
}

// allOf are the rows of a landing, which must be the same at each pass.
func allOf(t *testing.T, l Landing) []Canonical {
	t.Helper()
	var passes [2][]Canonical
	for i := range passes {
		for c, err := range l.Rows {
			if err != nil {
				t.Fatal(err)
			}
			passes[i] = append(passes[i], c)
		}
	}
	if !reflect.DeepEqual(passes[0], passes[1]) {
		t.Errorf("%s: a second pass gives other rows", l.Name)
	}
	return passes[0]
}

func TestAFileReadAgainFromWhatWasKeptGivesTheSame(t *testing.T) {
	folder := filepath.Join(need.Shared(t), "exports")
	read := 0
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		if info, err := d.Info(); err != nil || testing.Short() && info.Size() > 128<<10 {
			return err
		}
		book, err := sheet.Open(path, sheet.Options{})
		if err != nil {
			return nil
		}
		said := sayings{sayZone: "Europe/London"}
		first, err := readBook(book, []byte("k"), said, newRoom(keptRows))
		if err != nil {
			return nil
		}
		read++
		kept := keep(t, first)
		anew, err := kept.book()
		if err != nil {
			t.Fatal(err)
		}
		second, err := readBook(anew, []byte("k"), said, newRoom(0))
		if err != nil {
			t.Errorf("%s: %v", path, err)
			return nil
		}
		first.Problems = slices.DeleteFunc(first.Problems, func(p layout.Problem) bool { // what the bytes alone tell
			return p.Code == "encoding_assumed" || slices.ContainsFunc(book.Notes, func(n sheet.Note) bool { return n.What == p.Code })
		})
		if a, b := allOf(t, first), allOf(t, second); !reflect.DeepEqual(a, b) {
			t.Errorf("%s: read anew at each pass it gives other rows: %d and %d", path, len(a), len(b))
		}
		second.Bytes, first.Sheets, second.Sheets, first.Rows, second.Rows = first.Bytes, nil, nil, nil, nil
		first.long, second.long = false, false // in memory or not, it is the same
		if !reflect.DeepEqual(first, second) {
			t.Errorf("%s: read again it gives something else:\n%+v\n%+v", path, first.Summary, second.Summary)
		}
		return nil
	})
	if err != nil || read < 10 {
		t.Errorf("%d files were read: %v", read, err)
	}
}
