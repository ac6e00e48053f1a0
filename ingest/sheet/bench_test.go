package sheet

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// wideText is a survey of so many rows and columns as csv.
func wideText(rows, columns int) []byte {
	var b bytes.Buffer
	for row := range rows {
		for column := range columns {
			if column > 0 {
				b.WriteByte(',')
			}
			if column%10 == 3 {
				fmt.Fprintf(&b, `"Agree, mostly %d"`, row%7)
			} else {
				fmt.Fprintf(&b, "%d", (row*31+column)%100_000)
			}
		}
		b.WriteString("\r\n")
	}
	return b.Bytes()
}

// wideWorkbook is the same as xlsx, written by another program's hand.
func wideWorkbook(t testing.TB, rows, columns int) []byte {
	t.Helper()
	f := excelize.NewFile()
	w, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		t.Fatal(err)
	}
	cells := make([]any, columns)
	for row := range rows {
		for column := range cells {
			if cells[column] = (row*31 + column) % 100_000; column%10 == 3 {
				cells[column] = fmt.Sprintf("Agree, mostly %d", row%7)
			}
		}
		at, err := excelize.CoordinatesToCellName(1, row+1)
		if err == nil {
			err = w.SetRow(at, cells)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func readAll(b *testing.B, data []byte) {
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		book, err := Read("bench", data, Options{})
		if err != nil {
			b.Fatal(err)
		}
		if _, err := countCells(book); err != nil {
			b.Fatal(err)
		}
	}
}

func countCells(b *Book) (n int, err error) {
	for _, s := range b.Sheets {
		for row, err := range s.Rows() {
			if err != nil {
				return n, err
			}
			n += len(row.Cells)
		}
	}
	return n, nil
}

func BenchmarkText100kx40(b *testing.B)    { readAll(b, wideText(100_000, 40)) }
func BenchmarkWorkbook20kx20(b *testing.B) { readAll(b, wideWorkbook(b, 20_000, 20)) }

// BenchmarkInflate20kx20 is the floor: unpacking the same workbook's parts once.
func BenchmarkInflate20kx20(b *testing.B) {
	data := wideWorkbook(b, 20_000, 20)
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			b.Fatal(err)
		}
		for _, f := range z.File {
			r, err := f.Open()
			if err != nil {
				b.Fatal(err)
			}
			if _, err := io.Copy(io.Discard, r); err != nil {
				b.Fatal(err)
			}
		}
	}
}

// BenchmarkExcelize20kx20 is the other reader of the same workbook.
func BenchmarkExcelize20kx20(b *testing.B) {
	data := wideWorkbook(b, 20_000, 20)
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{RawCellValue: true})
		if err != nil {
			b.Fatal(err)
		}
		rows, err := f.Rows("Sheet1")
		if err != nil {
			b.Fatal(err)
		}
		for rows.Next() {
			if _, err := rows.Columns(); err != nil {
				b.Fatal(err)
			}
		}
	}
}

func TestTextIsReadWithTwoAllocationsARow(t *testing.T) {
	book, err := Read("a.csv", []byte(strings.Repeat("a,b,c,d\n", 1000)), Options{})
	if err != nil {
		t.Fatal(err)
	}
	perPass := testing.AllocsPerRun(5, func() {
		if n, err := countCells(book); err != nil || n != 4000 {
			t.Fatalf("%d cells, %v", n, err)
		}
	})
	if perPass > 2100 {
		t.Errorf("%v allocations for 1000 rows", perPass)
	}
}
