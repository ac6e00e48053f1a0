package samples

import (
	"slices"
	"strings"
	"testing"

	"valuetrail/internal/vocabulary"
)

func TestOwnSheetsKeepToTheSchema(t *testing.T) {
	c := generated(t)
	for _, about := range c.Truth.Files {
		if about.Source != "own" {
			continue
		}
		kind, known := vocabulary.SheetOf(vocabulary.Kind(about.Kind))
		if !known {
			t.Fatalf("%s: no kind %q", about.Path, about.Kind)
		}
		rows := grid(t, byPath(t, c, about.Path), about.Sheet)
		headings := rows[about.HeadingRow]
		for before, now := range about.Renamed {
			headings[slices.Index(headings, now)] = before
		}
		for _, heading := range headings {
			if kind.Index(heading) < 0 && !kind.Questions {
				t.Errorf("%s: the schema has no %q", about.Path, heading)
			}
		}
		for _, field := range kind.Fields {
			if field.Need == vocabulary.Required && !strings.Contains("\t"+strings.Join(headings, "\t")+"\t", "\t"+field.Heading+"\t") {
				t.Errorf("%s lacks %s", about.Path, field.Heading)
			}
		}
		ids := map[string]int{}
		for r := about.HeadingRow + 1; r < len(rows); r++ {
			values := map[string]string{}
			for i, cell := range rows[r] {
				values[headings[i]] = cell
				if at := kind.Index(headings[i]); at >= 0 {
					checkWord(t, about.Path, r, kind.Fields[at], cell)
				}
			}
			id := ""
			for _, heading := range kind.Key {
				id += values[heading] + "\t"
			}
			if before := ids[id]; before > 0 && len(kind.Key) > 0 {
				t.Errorf("%s: rows %d and %d have one id: %q", about.Path, before, r, id)
			}
			ids[id] = r
		}
	}
}

func checkWord(t *testing.T, path string, row int, field vocabulary.Field, cell string) {
	t.Helper()
	if field.Holds != vocabulary.Word {
		return
	}
	if _, err := field.Choice.Parse(cell); err != nil {
		t.Errorf("%s row %d: %v", path, row, err)
	}
}
