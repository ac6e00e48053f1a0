package sheet

import (
	"math"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

// oracleFails are files that the other reader is no oracle for.
var oracleFails = map[string]string{
	"synth__utf16_sheet.xlsx":  "gives blank cells",
	"synth__far_cell.xlsx":     "takes minutes: it makes every row before the last",
	"synth__far_col_many.xlsx": "takes gigabytes: it makes every column before the last",
}

func TestWorkbooksReadAsExcelizeReadsThem(t *testing.T) {
	compared := 0
	for _, folder := range []string{"exports", "torture"} {
		eachFile(t, folder, func(path, name string) {
			if ext := filepath.Ext(path); ext != ".xlsx" && ext != ".xlsm" || oracleFails[filepath.Base(path)] != "" {
				return
			}
			b, err := Open(path, Options{})
			if err != nil {
				return
			}
			f, err := excelize.OpenFile(path, excelize.Options{RawCellValue: true})
			if err != nil {
				t.Logf("excelize: %s: %v", name, err)
				return
			}
			defer f.Close()
			for _, s := range b.Sheets {
				compared += compareSheet(t, name, s, f)
			}
		})
	}
	if compared < 10_000 {
		t.Errorf("only %d cells compared", compared)
	}
}

func compareSheet(t *testing.T, name string, s *Sheet, f *excelize.File) (compared int) {
	t.Helper()
	rows, err := f.Rows(s.Name)
	if err != nil {
		t.Logf("excelize: %s: %v", name, err)
		return 0
	}
	theirs := map[int][]string{}
	for no := 1; rows.Next(); no++ {
		if cells, err := rows.Columns(); err == nil && len(cutBlanks(cells)) > 0 {
			theirs[no] = cells
		}
	}
	props, err := f.GetWorkbookProps()
	if err != nil {
		t.Fatal(err)
	}
	date1904 := props.Date1904 != nil && *props.Date1904
	for row, err := range s.Rows() {
		if err != nil {
			return compared // the oracle swallows what we refuse
		}
		other := theirs[row.No]
		delete(theirs, row.No)
		merged := map[int]bool{}
		for _, m := range row.Merged {
			for c := m.First + 1; c <= m.Last; c++ {
				merged[c] = true
			}
		}
		for column := 1; column <= max(len(row.Cells), len(other)); column++ {
			theirCell := ""
			if column <= len(other) {
				theirCell = other[column-1]
			}
			compared++
			if ours := row.Cell(column); !merged[column] && !agree(ours, theirCell, date1904) {
				t.Errorf("%s: %s: %s%d: we say %q, excelize %q", name, s.Name, ColumnName(column), row.No, ours, theirCell)
			}
		}
	}
	for no, cells := range theirs {
		t.Errorf("%s: %s: row %d is missing: %q", name, s.Name, no, cells)
	}
	return compared
}

// agree compares our canonical text with a raw value.
func agree(ours, raw string, date1904 bool) bool {
	if ours == raw || ours == newlines(raw) || Blank(ours) && Blank(raw) {
		return true
	}
	if raw == "1" && ours == "TRUE" || raw == "0" && ours == "FALSE" {
		return true
	}
	number, err := strconv.ParseFloat(raw, 64)
	if err != nil {
		return false
	}
	if same, err := strconv.ParseFloat(ours, 64); err == nil {
		return same == number
	}
	serial, ok := serialOf(ours, date1904)
	return ok && math.Abs(serial-number)*daySeconds < 0.51
}

// serialOf undoes a date, time or duration by plain calendar arithmetic.
func serialOf(text string, date1904 bool) (float64, bool) {
	epoch := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	if date1904 {
		epoch = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	for _, layout := range []string{time.DateOnly, time.DateTime} {
		at, err := time.Parse(layout, text)
		if err != nil {
			continue
		}
		serial := at.Sub(epoch).Hours() / 24
		if !date1904 && serial < 61 {
			serial--
		}
		return serial, true
	}
	part := strings.Split(text, ":")
	if len(part) != 3 {
		return 0, false
	}
	seconds := 0.0
	for _, p := range part {
		n, err := strconv.Atoi(p)
		if err != nil {
			return 0, false
		}
		seconds = seconds*60 + float64(n)
	}
	return seconds / daySeconds, true
}
