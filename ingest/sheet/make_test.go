package sheet

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
)

const (
	xmlHead  = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`
	mainNS   = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`
	relNS    = `xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	relKinds = `http://schemas.openxmlformats.org/officeDocument/2006/relationships/`
)

// parts are those of a small workbook with one sheet; tests replace some.
func parts(sheet string) map[string]string {
	rels := func(lines string) string {
		return xmlHead + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` + lines + `</Relationships>`
	}
	return map[string]string{
		"[Content_Types].xml": xmlHead + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
		"_rels/.rels":         rels(`<Relationship Id="r1" Type="` + relKinds + `officeDocument" Target="xl/workbook.xml"/>`),
		"xl/workbook.xml":     xmlHead + `<workbook ` + mainNS + ` ` + relNS + `><sheets><sheet name="One" sheetId="1" r:id="r1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": rels(`<Relationship Id="r1" Type="` + relKinds + `worksheet" Target="worksheets/sheet1.xml"/>` +
			`<Relationship Id="r2" Type="` + relKinds + `styles" Target="/xl/styles.xml"/>` +
			`<Relationship Id="r3" Type="` + relKinds + `sharedStrings" Target="sharedStrings.xml"/>`),
		"xl/styles.xml": xmlHead + `<styleSheet ` + mainNS + `><numFmts count="3"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd hh:mm"/>` +
			`<numFmt numFmtId="165" formatCode="[h]:mm"/><numFmt numFmtId="166" formatCode="&quot;days&quot; 0.00 [Red]"/></numFmts>` +
			`<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/>` +
			`<xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="20"/></cellXfs><dxfs><dxf><numFmt numFmtId="164" formatCode="0"/></dxf></dxfs></styleSheet>`,
		"xl/sharedStrings.xml": xmlHead + `<sst ` + mainNS + `><si><t>name</t></si><si><r><t>bold</t></r><r><t xml:space="preserve"> and plain</t></r>` +
			`<rPh sb="0" eb="1"><t>guide</t></rPh></si><si/><si><t>a_x000D_&#10;b &amp; _x0041_ _x00e9_ _xyz_</t></si></sst>`,
		"xl/worksheets/sheet1.xml": sheetXML(sheet, ""),
	}
}

func sheetXML(rows, tail string) string {
	return xmlHead + `<worksheet ` + mainNS + `><sheetViews><sheetView/></sheetViews><sheetData>` + rows + `</sheetData>` + tail + `</worksheet>`
}

// zipped packs parts as office programs do.
func zipped(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	return packed(t, parts, zip.Deflate)
}

// packed zips parts with their sums, squeezed or stored, always in the same
// order.
func packed(t testing.TB, parts map[string]string, method uint16) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		p, err := w.CreateHeader(&zip.FileHeader{Name: name, Method: method})
		if err == nil {
			_, err = p.Write([]byte(parts[name]))
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

// with is parts with pairs of name and content replaced; an empty content
// takes the part away.
func with(parts map[string]string, pairs ...string) map[string]string {
	for i := 0; i < len(pairs); i += 2 {
		if parts[pairs[i]] = pairs[i+1]; pairs[i+1] == "" {
			delete(parts, pairs[i])
		}
	}
	return parts
}

func readParts(t *testing.T, parts map[string]string) *Book {
	t.Helper()
	b, err := Read("t.xlsx", zipped(t, parts), Options{})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// failure is the error of opening and reading all of data, which must be one
// with a hint.
func failure(t *testing.T, data []byte) error {
	t.Helper()
	b, err := Read("t", data, Options{})
	if err == nil {
		_, err = everyRow(b)
	}
	if err == nil {
		t.Fatal("no error")
	}
	hinted, ok := err.(interface{ Hint() string })
	if !ok || hinted.Hint() == "" {
		t.Errorf("no hint: %v", err)
	}
	if text := err.Error(); !strings.HasPrefix(text, "read t: ") || strings.HasSuffix(text, ".") {
		t.Errorf("error reads %q", text)
	}
	return err
}

// deflated packs head, a filling so many times, and tail: the filling is packed
// once and its blocks repeated.
func deflated(t *testing.T, head, filling []byte, times int, tail []byte) []byte {
	t.Helper()
	piece := func(data []byte, last bool) []byte {
		var b bytes.Buffer
		w, err := flate.NewWriter(&b, flate.BestCompression)
		if err == nil {
			_, err = w.Write(data)
		}
		if err == nil && last {
			err = w.Close()
		} else if err == nil {
			err = w.Flush()
		}
		if err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	return slices.Concat(piece(head, false), bytes.Repeat(piece(filling, false), times), piece(tail, true))
}

// manyTableRows are rows of an OpenDocument table, each another.
func manyTableRows(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, `<table:table-row table:style-name="ro1"><table:table-cell table:style-name="ce1" office:value-type="float" office:value="%d" calcext:value-type="float"><text:p>%d</text:p></table:table-cell>`+
			`<table:table-cell table:number-columns-repeated="2" office:value-type="string" calcext:value-type="string"><text:p>Agree, mostly %d</text:p></table:table-cell></table:table-row>`, i, i, i%7)
	}
	return b.String()
}
