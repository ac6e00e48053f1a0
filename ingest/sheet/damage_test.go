package sheet

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"maps"
	"math/rand"
	"slices"
	"strings"
	"testing"
)

// wholeBooks are small books of each format, by parts.
func wholeBooks() map[string]map[string]string {
	return map[string]map[string]string{
		"xlsx": with(parts(`<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>7</v></c></row><row r="2"><c r="A2" s="2"><v>44197.5</v></c><c r="C2" t="b"><v>1</v></c></row>`),
			"xl/worksheets/sheet1.xml", sheetXML(`<row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="3"><c r="A3" s="2"><v>44197.5</v></c><c r="D3" t="inlineStr"><is><t>x</t></is></c></row>`,
				`<mergeCells><mergeCell ref="A1:C1"/></mergeCells>`)),
		"ods": openParts(`<table:table-row table:number-rows-repeated="3">` + oneCell + `<table:table-cell table:style-name="Named" office:value-type="time" office:time-value="PT9H"/>` + rowEnd +
			tableRow + `<table:table-cell office:value-type="string" table:number-columns-spanned="2"><text:p>a<text:s/>b</text:p></table:table-cell>` + rowEnd),
	}
}

// said is everything that a book says, or false if it cannot be read whole.
func said(data []byte) (string, bool) {
	b, err := Read("t", data, Options{})
	if err != nil || b.Format == CSV {
		return "", false // text shows its damage: nobody takes it for the workbook
	}
	var all strings.Builder
	for _, s := range b.Sheets {
		fmt.Fprintf(&all, "sheet %q %v\n", s.Name, s.Hidden)
		for row, err := range s.Rows() {
			if err != nil {
				return "", false
			}
			fmt.Fprintf(&all, "%d %q %v\n", row.No, row.Cells, row.Merged)
		}
	}
	return all.String(), true
}

func TestNoDamageIsReadInSilence(t *testing.T) {
	for format, p := range wholeBooks() {
		for _, method := range []uint16{zip.Deflate, zip.Store} {
			whole := packed(t, p, method)
			want, ok := said(whole)
			if !ok || strings.Count(want, "\n") < 3 {
				t.Fatalf("%s: %q", format, want)
			}
			check := func(what string, at int, data []byte) {
				if got, ok := said(data); ok && got != want {
					t.Errorf("%s: %s at %d: silently\n%s", format, what, at, got)
				}
			}
			random := rand.New(rand.NewSource(4))
			for at := range whole {
				flipped := bytes.Clone(whole)
				flipped[at] ^= byte(1 + random.Intn(255))
				check("a byte flipped", at, flipped)
				check("cut", at, whole[:at])
				n := min(1+random.Intn(40), len(whole)-at)
				check("bytes lost", at, slices.Concat(whole[:at], whole[at+n:]))
				check("bytes zeroed", at, slices.Concat(whole[:at], make([]byte, n), whole[at+n:]))
			}
		}
	}
}

func TestAPartCutShortIsNeverTakenForWhole(t *testing.T) {
	step := 1
	if testing.Short() {
		step = 7
	}
	for format, p := range wholeBooks() {
		want, _ := said(zipped(t, p))
		for part, whole := range p {
			if part == "[Content_Types].xml" || part == "mimetype" || part == "META-INF/manifest.xml" {
				continue // says nothing of any cell
			}
			for n := 0; n < len(whole); n += step {
				cut := maps.Clone(p)
				cut[part] = whole[:n]
				if got, ok := said(zipped(t, cut)); ok && got != want {
					t.Fatalf("%s: %s cut at %d of %d: silently\n%s\n%s", format, part, n, len(whole), got, whole[:n])
				}
			}
		}
	}
}

func TestSizesAndSumsThatLieAreFoundOrHarmless(t *testing.T) {
	for format, p := range wholeBooks() {
		whole := zipped(t, p)
		want, _ := said(whole)
		lies := 0
		for at := 0; at+46 < len(whole); at++ {
			if !bytes.HasPrefix(whole[at:], []byte("PK\x01\x02")) {
				continue
			}
			for _, field := range []int{16, 20, 24, 42} { // sum, size packed, size unpacked, where it begins
				for _, by := range []int{-60, -1, 1, 50, 1 << 20} {
					lying := bytes.Clone(whole)
					value := binary.LittleEndian.Uint32(lying[at+field:])
					binary.LittleEndian.PutUint32(lying[at+field:], value+uint32(by))
					if got, ok := said(lying); ok && got != want {
						t.Errorf("%s: entry at %d, field %d by %d: silently\n%s", format, at, field, by, got)
					}
					lies++
				}
			}
		}
		if lies < 80 {
			t.Errorf("%s: only %d lies", format, lies)
		}
	}
}

// bombed is a zip in which a part of ten megabytes unpacks to ten gigabytes.
func bombed(t *testing.T, p map[string]string, part, before, after string) []byte {
	t.Helper()
	const blank, times = 64 << 20, 160
	stream := deflated(t, []byte(before), bytes.Repeat([]byte(" "), blank), times, []byte(after))
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, name := range slices.Sorted(maps.Keys(p)) {
		var into interface{ Write([]byte) (int, error) }
		var err error
		content := []byte(p[name])
		if name == part {
			content = stream
			into, err = w.CreateRaw(&zip.FileHeader{Name: name, Method: zip.Deflate, CRC32: crc32.ChecksumIEEE(nil),
				CompressedSize64: uint64(len(stream)), UncompressedSize64: uint64(len(before)+len(after)) + blank*times})
		} else {
			into, err = w.Create(name)
		}
		if err == nil {
			_, err = into.Write(content)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestTenMegabytesThatUnpackToTenGigabytesAreRefusedInUnderASecond(t *testing.T) {
	books := wholeBooks()
	cases := map[string]struct{ format, part, before, after string }{
		"rows":           {"xlsx", "xl/worksheets/sheet1.xml", xmlHead + `<worksheet ` + mainNS + `><sheetData><row r="1"><c r="A1" t="str"><v>`, `</v></c></row></sheetData></worksheet>`},
		"texts":          {"xlsx", "xl/sharedStrings.xml", xmlHead + `<sst ` + mainNS + `><si><t>`, `</t></si></sst>`},
		"styles":         {"xlsx", "xl/styles.xml", xmlHead + `<styleSheet ` + mainNS + `>`, `</styleSheet>`},
		"the list":       {"xlsx", "xl/workbook.xml", xmlHead + `<workbook ` + mainNS + `>`, `</workbook>`},
		"a table":        {"ods", "content.xml", content("")[:1300], `</office:document-content>`},
		"a table's file": {"ods", "META-INF/manifest.xml", xmlHead + `<manifest>`, `</manifest>`},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			data := bombed(t, books[c.format], c.part, c.before, c.after)
			if len(data) < 9<<20 || len(data) > 12<<20 {
				t.Fatalf("%d bytes", len(data))
			}
			began := spent()
			err := failure(t, data)
			if took := spent() - began; took > patience/5 {
				t.Errorf("took %v: %v", took, err)
			}
		})
	}
}
