package main

import (
	"bytes"
	"encoding/binary"
	"encoding/csv"
	"errors"
	"io"
	"path/filepath"
	"strings"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"
)

// books reads the exports of a world as any other program would: with
// encoding/csv and excelize.
type books struct {
	*world
	read map[string][][][]string // rows by sheet, by file
}

func (b *books) pathOf(file string) string {
	return filepath.Join(b.folder, "exports", filepath.FromSlash(file))
}

func (b *books) sheets(name string, data []byte) [][][]string {
	b.Helper()
	if strings.HasSuffix(name, ".xlsx") {
		return b.workbook(data)
	}
	return [][][]string{b.text(data)}
}

func (b *books) workbook(data []byte) [][][]string {
	b.Helper()
	book, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		b.Fatal(err)
	}
	defer book.Close()
	var all [][][]string
	for _, name := range book.GetSheetList() {
		rows, err := book.GetRows(name)
		if err != nil {
			b.Fatal(err)
		}
		all = append(all, rows)
	}
	return all
}

// text reads delimited text. encoding/csv skips blank lines; a spreadsheet
// program does not, so they are put back.
func (b *books) text(data []byte) [][]string {
	b.Helper()
	s := decoded(data)
	r := csv.NewReader(strings.NewReader(s))
	r.FieldsPerRecord, r.LazyQuotes, r.Comma = -1, true, ','
	if strings.Count(s, "\t") > strings.Count(s, ",") {
		r.Comma = '\t'
	}
	var rows [][]string
	at := 0
	for {
		record, err := r.Read()
		if errors.Is(err, io.EOF) {
			return rows
		}
		if err != nil {
			b.Fatal(err)
		}
		for strings.HasPrefix(s[at:], "\n") || strings.HasPrefix(s[at:], "\r\n") {
			at += strings.Index(s[at:], "\n") + 1
			rows = append(rows, []string{})
		}
		at = int(r.InputOffset())
		rows = append(rows, record)
	}
}

// decoded is text without its byte order mark.
func decoded(data []byte) string {
	if !bytes.HasPrefix(data, []byte{0xff, 0xfe}) {
		return strings.TrimPrefix(string(data), "\ufeff")
	}
	units := make([]uint16, 0, len(data)/2)
	for i := 2; i+1 < len(data); i += 2 {
		units = append(units, binary.LittleEndian.Uint16(data[i:]))
	}
	return string(utf16.Decode(units))
}
