package layout

import (
	"bytes"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"valuetrail/ingest/sheet"
)

// formBook is rows as a workbook, a sheet a name in the order of the names;
// times are written as dates.
func formBook(t testing.TB, sheets map[string][][]any) *sheet.Book {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	style, err := f.NewStyle(&excelize.Style{NumFmt: 22})
	if err != nil {
		t.Fatal(err)
	}
	for i, name := range slices.Sorted(maps.Keys(sheets)) {
		if i == 0 {
			err = f.SetSheetName("Sheet1", name)
		} else {
			_, err = f.NewSheet(name)
		}
		if err != nil {
			t.Fatal(err)
		}
		for r, row := range sheets[name] {
			for c, v := range row {
				at, err := excelize.CoordinatesToCellName(c+1, r+1)
				if err == nil {
					err = f.SetCellValue(name, at, v)
				}
				if _, isTime := v.(time.Time); isTime && err == nil {
					err = f.SetCellStyle(name, at, at, style)
				}
				if err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	var data bytes.Buffer
	if err := f.Write(&data); err != nil {
		t.Fatal(err)
	}
	b, err := sheet.Read("book.xlsx", data.Bytes(), sheet.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// headings are the questions of a summary, joined.
func headings(sum Summary) string {
	var all []string
	for _, q := range sum.Questions {
		all = append(all, q.Heading)
	}
	return strings.Join(all, "|")
}
