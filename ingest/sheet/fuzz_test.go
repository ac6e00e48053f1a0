package sheet

import (
	"bytes"
	"encoding/csv"
	"slices"
	"testing"
	"unicode/utf8"
)

// holds checks what every book promises, whatever the bytes were.
func holds(t *testing.T, data []byte, o Options) {
	b, err := Read("fuzz", data, o)
	if err != nil {
		if hinted, ok := err.(interface{ Hint() string }); !ok || hinted.Hint() == "" {
			t.Fatalf("no hint: %v", err)
		}
		return
	}
	for _, s := range b.Sheets {
		var first [][2]int // number and width
		for pass := range 2 {
			i := 0
			for row, err := range s.Rows() {
				if err != nil {
					if hinted, ok := err.(interface{ Hint() string }); !ok || hinted.Hint() == "" {
						t.Fatalf("no hint: %v", err)
					}
					break
				}
				checkRow(t, row)
				if pass == 0 {
					first = append(first, [2]int{row.No, len(row.Cells)})
				} else if i >= len(first) || first[i] != [2]int{row.No, len(row.Cells)} {
					t.Fatalf("the second pass differs at row %d", row.No)
				}
				i++
			}
			if i != len(first) {
				t.Fatalf("pass %d gave %d rows, then %d", pass, len(first), i)
			}
		}
	}
}

func checkRow(t *testing.T, row Row) {
	if row.No < 1 || len(row.Cells) == 0 || len(row.Cells) > MaxColumns || Blank(row.Cells[len(row.Cells)-1]) {
		t.Fatalf("row %d has %d cells", row.No, len(row.Cells))
	}
	for _, cell := range row.Cells {
		if !utf8.ValidString(cell) || bytes.IndexByte([]byte(cell), 0) >= 0 {
			t.Fatalf("row %d holds %q", row.No, cell)
		}
	}
}

func FuzzReadCSV(f *testing.F) {
	for _, seed := range []string{
		"a,b\n1,2\n", "a;b\r\n\"x;y\";\"z\"\"\"\r\n", "sep=|\n1|2", "\ufeffName\tJoin\nA, B\t1\n", "\"open\n", "a\x00b,c", "caf\xe9,\x9c\n",
		"\xff\xfea\x00,\x00b\x00\n\x00", "\xfe\xff\x00a\x00;", "\"a\"b\",c\n\"d\n\"e\",f", "<html>", "{\"a\":1}", "\r\r\n,,\r", " \t \n",
	} {
		f.Add([]byte(seed), "")
		f.Add([]byte(seed), "windows-1250")
	}
	f.Fuzz(func(t *testing.T, data []byte, encoding string) {
		holds(t, data, Options{Encoding: encoding})
		agreesWithRFC4180(t, data)
	})
}

// agreesWithRFC4180 compares the cells of flawless text with those that the
// strict reader of the standard library finds.
func agreesWithRFC4180(t *testing.T, data []byte) {
	if bytes.IndexByte(data, '\r') >= 0 {
		return
	}
	strict := csv.NewReader(bytes.NewReader(data))
	strict.FieldsPerRecord = -1
	want, err := strict.ReadAll()
	if err != nil {
		return
	}
	r := newRecords(data, ',')
	var got [][]string
	for err := r.read(); !r.done; err = r.read() {
		if err != nil {
			t.Fatalf("%q: %v", data, err)
		}
		if len(r.ends) > 1 || r.ends[0] > 0 || r.quoted[0] { // the other skips blank lines
			got = append(got, r.cells())
		}
	}
	if !slices.EqualFunc(got, want, slices.Equal) {
		t.Fatalf("%q: got %q, want %q", data, got, want)
	}
}

// FuzzReadWorkbook tries foreign parts in a whole zip, so that the fuzzer does
// not spend itself on packing and sums.
func FuzzReadWorkbook(f *testing.F) {
	p := parts(`<row r="1"><c r="A1" t="s"><v>1</v></c><c t="b"><v>1</v></c><c s="2"><v>44197.5</v></c></row>`)
	names := []string{"xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"}
	for i, name := range names {
		f.Add(uint8(i), []byte(p[name]))
	}
	f.Add(uint8(0), []byte(sheetXML(`<row><c r="XFD1"><v>1e9</v></c></row>`, `<mergeCells><mergeCell ref="A1:C9"/></mergeCells>`)))
	f.Add(uint8(0), []byte(sheetXML(`<row><c t="inlineStr"><is><t>&#x41;<![CDATA[<]]></t></is></c><!-- --></row>`, "")))
	f.Add(uint8(9), zipped(f, p))
	f.Fuzz(func(t *testing.T, which uint8, data []byte) {
		if int(which) >= len(names) {
			holds(t, data, Options{})
			return
		}
		holds(t, zipped(t, with(parts(""), names[which], string(data)+" ")), Options{})
	})
}

// FuzzReadDocument does the same with the content of an OpenDocument
// spreadsheet, and with a flat one.
func FuzzReadDocument(f *testing.F) {
	p := openParts(`<table:table-column table:default-cell-style-name="lasts"/><table:table-row table:number-rows-repeated="2">` + oneCell +
		`<table:table-cell table:number-columns-repeated="3" office:value-type="string" table:number-columns-spanned="2"><text:p>a<text:s text:c="2"/>b</text:p></table:table-cell>` +
		`<table:table-cell office:value-type="time" office:time-value="-P1DT2H3M4.5S"/><table:table-cell office:value-type="date" office:date-value="2021-01-01T10:10:10"/>` + rowEnd)
	names := []string{"content.xml", "styles.xml", "META-INF/manifest.xml", "mimetype"}
	for i, name := range names {
		f.Add(uint8(i), []byte(p[name]))
	}
	f.Add(uint8(9), []byte(`<office:document office:mimetype="`+calcType+`">`+p["content.xml"]+`</office:document>`))
	f.Fuzz(func(t *testing.T, which uint8, data []byte) {
		if int(which) >= len(names) {
			holds(t, data, Options{})
			return
		}
		holds(t, zipped(t, with(openParts(tableRow+oneCell+rowEnd), names[which], string(data)+" ")), Options{})
	})
}
