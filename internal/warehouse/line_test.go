package warehouse

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// rowsWithSigns are rows whose cells hold the very signs that rows are kept with.
func rowsWithSigns() map[string][]string {
	return map[string][]string{
		"plain":                  {"Ann Lee", "5", "it helped"},
		"blank cells":            {"", "x", "", "", "y"},
		"blank cells at the end": {"x", "", ""},
		"one cell":               {"x"},
		"one blank cell":         {""},
		"the sign between cells": {"a\x1fb", "c"},
		"nothing but signs":      {"\x1f", "\x1f\x1f", "\x1b", "\x1b\x1b"},
		"the sign for a sign":    {"\x1b0", "\x1b1", "1", "\x1b", "0", "\x1b01", "\x1b10"},
		"both signs":             {"\x1b\x1f", "\x1f\x1b", "\x1b1\x1f0"},
		"other scripts":          {"Zoë 山田", "e\u0301", "👩‍👧", "\u001e\u001c"},
		"lines and quotes":       {"a\nb", `"`, "'", "a\tb"},
	}
}

func TestRowsComeBackAsTheyWereRead(t *testing.T) {
	w := open(t, filepath.Join(t.TempDir(), "a.duckdb"), Options{})
	for name, cells := range rowsWithSigns() {
		if err := w.Load(t.Context(), "raw_line", []string{"community_id", "file_id", "line"}, rowsOf([]any{"c", name, joined(cells)})); err != nil {
			t.Fatal(err)
		}
		if got := split(joined(cells)); !slices.Equal(got, cells) {
			t.Errorf("%s: %q come back as %q", name, cells, got)
		}
		for row, err := range w.Rows(t.Context(), "SELECT cells FROM private.raw_row WHERE file_id = $file", map[string]any{"file": name}) {
			if err != nil {
				t.Fatal(err)
			}
			if got := texts(row[0]); !slices.Equal(got, cells) {
				t.Errorf("%s: %q are %q to a question", name, cells, got)
			}
		}
	}
}

func FuzzRowsComeBackAsTheyWereRead(f *testing.F) {
	for _, cells := range rowsWithSigns() {
		f.Add(strings.Join(cells, "\x00"))
	}
	f.Fuzz(func(t *testing.T, text string) {
		cells := strings.Split(text, "\x00")
		if got := split(joined(cells)); !slices.Equal(got, cells) {
			t.Errorf("%q come back as %q", cells, got)
		}
	})
}
