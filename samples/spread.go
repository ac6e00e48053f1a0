package samples

import (
	"bytes"
	"encoding/binary"
	"encoding/csv"
	"fmt"
	"strings"
	"time"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"
)

// csvText writes rows as CSV; a nil row is a blank line.
func csvText(rows [][]string, bom, crlf bool) []byte {
	var out bytes.Buffer
	if bom {
		out.WriteString("\ufeff")
	}
	w := csv.NewWriter(&out)
	w.UseCRLF = crlf
	for _, row := range rows {
		if row == nil {
			w.Flush()
			if crlf {
				out.WriteByte('\r')
			}
			out.WriteByte('\n')
			continue
		}
		_ = w.Write(row) // a bytes.Buffer takes everything
	}
	w.Flush()
	return out.Bytes()
}

// tabText writes tab-separated rows as Teams does: UTF-16LE with a byte order
// mark.
func tabText(rows [][]string, lineEnd string) []byte {
	var text strings.Builder
	for _, row := range rows {
		text.WriteString(strings.Join(row, "\t") + lineEnd)
	}
	out := []byte{0xff, 0xfe}
	for _, unit := range utf16.Encode([]rune(text.String())) {
		out = binary.LittleEndian.AppendUint16(out, unit)
	}
	return out
}

// A sheet is one worksheet to write. Cells are strings, ints, floats, or
// time.Time for a real date, or moment.
type sheet struct {
	name   string
	rows   [][]any
	merged string // a range such as A1:F1, or blank
}

// workbook writes a workbook whose bytes depend on its sheets only.
func workbook(author string, sheets ...sheet) ([]byte, error) {
	f := excelize.NewFile()
	defer f.Close()
	when := "2025-09-01T09:00:00Z" // the same for all: nothing reads it
	props := &excelize.DocProperties{Creator: author, LastModifiedBy: author, Created: when, Modified: when}
	if err := f.SetDocProps(props); err != nil {
		return nil, err
	}
	format := "yyyy-mm-dd"
	style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &format})
	if err != nil {
		return nil, err
	}
	clock := "m/d/yy h:mm:ss"
	timed, err := f.NewStyle(&excelize.Style{CustomNumFmt: &clock})
	if err != nil {
		return nil, err
	}
	for i, s := range sheets {
		if err := fill(f, i, s, style, timed); err != nil {
			return nil, fmt.Errorf("sheet %s: %w", s.name, err)
		}
	}
	var out bytes.Buffer
	if _, err := f.WriteTo(&out); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

func fill(f *excelize.File, i int, s sheet, dateStyle, timeStyle int) error {
	if i == 0 {
		if err := f.SetSheetName("Sheet1", s.name); err != nil {
			return err
		}
	} else if _, err := f.NewSheet(s.name); err != nil {
		return err
	}
	for r, row := range s.rows {
		for c, value := range row {
			cell, err := excelize.CoordinatesToCellName(c+1, r+1)
			if err != nil {
				return err
			}
			if value == nil || value == "" {
				continue
			}
			style := 0
			switch v := value.(type) {
			case time.Time:
				style = dateStyle
			case moment:
				style, value = timeStyle, v.serial()
			}
			if err := f.SetCellValue(s.name, cell, value); err != nil {
				return err
			}
			if style == 0 {
				continue
			}
			if err := f.SetCellStyle(s.name, cell, cell, style); err != nil {
				return err
			}
		}
	}
	if s.merged == "" {
		return nil
	}
	from, to, _ := strings.Cut(s.merged, ":")
	return f.MergeCell(s.name, from, to)
}

// date is an ISO day as a real date, or nil for a blank.
func date(iso string) any {
	if iso == "" {
		return nil
	}
	t, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		return iso
	}
	return t
}

func cells(row []string) []any {
	out := make([]any, len(row))
	for i, v := range row {
		out[i] = v
	}
	return out
}

// later is a day so many days on.
func later(iso string, days int) string { return at(iso, 0).AddDate(0, 0, days).Format(time.DateOnly) }
