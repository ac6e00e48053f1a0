package sheet

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func container(streams ...string) []byte {
	data := append([]byte(compoundFile), make([]byte, 504)...)
	for _, s := range streams {
		data = append(data, utf16le(s)...)
		data = append(data, make([]byte, 64)...)
	}
	return data
}

func gzipped(t *testing.T, data []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write(data); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestFilesAreRefusedWithAReason(t *testing.T) {
	cases := map[string]struct {
		data []byte
		want Reason
	}{
		"no bytes":                 {nil, Empty},
		"only blanks":              {[]byte(" \r\n\t\n"), Hollow},
		"only NULs":                {make([]byte, 4096), Hollow},
		"only a mark":              {[]byte("\ufeff"), Hollow},
		"an encrypted workbook":    {container("EncryptionInfo", "EncryptedPackage"), Encrypted},
		"an old workbook":          {container("Workbook"), OldExcel},
		"a very old workbook":      {container("Book"), OldExcel},
		"an old document":          {container("WordDocument"), Document},
		"another container":        {container("Nothing"), Binary},
		"BIFF without container":   {[]byte("\x09\x02\x06\x00\x00\x00\x10\x00"), OldExcel},
		"a binary workbook":        {zipped(t, map[string]string{"[Content_Types].xml": "x", "xl/workbook.bin": "x"}), BinaryExcel},
		"an old OpenOffice book":   {zipped(t, map[string]string{"mimetype": oldCalcType, "content.xml": "x"}), OpenDocument},
		"an OpenDocument text":     {zipped(t, map[string]string{"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "x"}), Document},
		"a flat OpenDocument text": {[]byte(`<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:mimetype="application/vnd.oasis.opendocument.text">`), Document},
		"a text document":          {zipped(t, map[string]string{"[Content_Types].xml": "x", "word/document.xml": "x"}), Document},
		"slides":                   {zipped(t, map[string]string{"[Content_Types].xml": "x", "ppt/presentation.xml": "x"}), Document},
		"Apple Numbers":            {zipped(t, map[string]string{"Index/Document.iwa": "x", "Metadata/Properties.plist": "x"}), Numbers},
		"a zip of exports":         {zipped(t, map[string]string{"may.csv": "a,b", "june.csv": "a,b"}), ZipOfFiles},
		"an empty zip":             {zipped(t, nil), Hollow},
		"gzip":                     {gzipped(t, []byte("a,b\n")), Archive},
		"PDF":                      {[]byte("%PDF-1.7\n"), PDF},
		"a picture":                {[]byte("\x89PNG\r\n\x1a\n...."), Picture},
		"a web page":               {[]byte("\r\n<!DOCTYPE html><html>"), HTML},
		"a table of a web page":    {[]byte("<!-- x --><TABLE border=1><tr>"), HTML},
		"an XML spreadsheet":       {[]byte(`<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">`), XMLSheet},
		"XML":                      {[]byte(`<?xml version="1.0"?><a/>`), XML},
		"a drawing":                {[]byte(`<svg xmlns="x">`), Picture},
		"JSON":                     {[]byte(`[{"a":1},{"a":2}]`), JSON},
		"lines of JSON":            {[]byte("{\"a\":1}\n{\"a\":2}\n"), JSON},
		"a DuckDB file":            {append([]byte("12345678DUCK"), make([]byte, 99)...), Database},
		"SQLite":                   {[]byte("SQLite format 3\x00..."), Database},
		"a program":                {[]byte("\x7fELF\x02\x01"), Binary},
		"noise":                    {[]byte(strings.Repeat("\x01\x02\x03abc\x04", 50)), Binary},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) { checkRefusal(t, c.data, c.want) })
	}
}

func checkRefusal(t *testing.T, data []byte, want Reason) {
	t.Helper()
	err := failure(t, data)
	var refused *RefusedError
	if !errors.As(err, &refused) || refused.Reason != want {
		t.Errorf("got %v, want %s", err, want)
	}
}

func TestDamagedWorkbooksAreRefused(t *testing.T) {
	one := `<row><c><v>1</v></c></row>`
	whole := zipped(t, parts(one))
	cases := map[string]struct {
		data []byte
		want Reason
	}{
		"a zip cut short":         {whole[:len(whole)/2], Broken},
		"a zip with bytes lost":   {append(append([]byte{}, whole[:300]...), whole[340:]...), Broken},
		"no workbook in it":       {zipped(t, with(parts(one), "_rels/.rels", "", "xl/workbook.xml", "")), NoWorksheet},
		"no list of parts":        {zipped(t, with(parts(one), "xl/_rels/workbook.xml.rels", "")), Broken},
		"a missing sheet part":    {zipped(t, with(parts(one), "xl/worksheets/sheet1.xml", "")), Broken},
		"no sheets":               {zipped(t, with(parts(one), "xl/workbook.xml", "<workbook><sheets/></workbook>")), NoWorksheet},
		"a document type":         {zipped(t, parts(`<!DOCTYPE a>`+one)), Doctype},
		"entities":                {zipped(t, with(parts(one), "xl/sharedStrings.xml", `<?xml version="1.0"?><!DOCTYPE s [<!ENTITY a "b">]><sst/>`)), Doctype},
		"an unknown entity":       {zipped(t, parts(`<row><c t="str"><v>&a;</v></c></row>`)), Broken},
		"elements crossed":        {zipped(t, parts(`<row><c><v>1</c></v></row>`)), Broken},
		"rows cut short":          {zipped(t, with(parts(one), "xl/worksheets/sheet1.xml", `<worksheet><sheetData><row><c>`)), Broken},
		"bytes that are no UTF-8": {zipped(t, parts("<row><c t=\"str\"><v>\xff</v></c></row>")), Broken},
		"another encoding":        {zipped(t, with(parts(one), "xl/styles.xml", `<?xml version="1.0" encoding="ISO-8859-1"?><styleSheet/>`)), Broken},
		"a merge that is none":    {zipped(t, with(parts(one), "xl/worksheets/sheet1.xml", sheetXML(one, `<mergeCells><mergeCell ref="A1:2B"/></mergeCells>`))), Broken},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) { checkRefusal(t, c.data, c.want) })
	}
}

func TestEveryReasonHasItsWords(t *testing.T) {
	for reason, s := range sayings {
		if s.what == "" || s.hint == "" || strings.HasSuffix(s.hint, ".") {
			t.Errorf("%s: %+v", reason, s)
		}
	}
}

func TestAnyFlippedByteIsFoundOrHarmless(t *testing.T) {
	want := "1: name¦7"
	whole := zipped(t, with(parts(`<row><c t="s"><v>0</v></c><c><v>7</v></c></row>`), "docProps/app.xml", ""))
	for i := range whole {
		data := bytes.Clone(whole)
		data[i] ^= 0x10
		b, err := Read("t", data, Options{})
		if err != nil || b.Format == CSV {
			continue
		}
		rows, err := everyRow(b)
		if err != nil {
			continue
		}
		if len(rows) != 1 || "1: "+strings.Join(rows[0].Cells, "¦") != want {
			t.Fatalf("byte %d: silently %v", i, rows)
		}
	}
}

func TestAZipBombIsRefusedWhateverItDeclares(t *testing.T) {
	p := parts("")
	p["xl/worksheets/sheet1.xml"] = sheetXML(strings.Repeat(" ", freeInflated+1<<20), "")
	honest := zipped(t, p)
	lying := bytes.Clone(honest)
	name := bytes.LastIndex(lying, []byte("xl/worksheets/sheet1.xml")) // in the directory
	binary.LittleEndian.PutUint32(lying[name-22:], 10)                 // the size when unpacked
	for _, c := range []struct {
		data []byte
		want Reason
	}{{honest, Bomb}, {lying, Broken}} {
		checkRefusal(t, c.data, c.want)
	}
}

func TestOpenSaysWhatStandsInTheWay(t *testing.T) {
	dir := t.TempDir()
	empty := filepath.Join(dir, "empty.csv")
	if err := os.WriteFile(empty, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]Reason{dir: Folder, filepath.Join(dir, "no.csv"): Unreadable, empty: Empty, os.DevNull: NotAFile} {
		_, err := Open(path, Options{})
		var refused *RefusedError
		if !errors.As(err, &refused) || refused.Reason != want || refused.Hint() == "" {
			t.Errorf("%s: %v", path, err)
		}
	}
	if _, err := Open(filepath.Join(dir, "no.csv"), Options{}); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a missing file: %v", err)
	}
	large := filepath.Join(dir, "large.csv")
	f, err := os.Create(large)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := f.Truncate(MaxFile + 1); err != nil { // a hole: takes no room
		t.Fatal(err)
	}
	var refused *RefusedError
	if _, err := Open(large, Options{}); !errors.As(err, &refused) || refused.Reason != TooLarge {
		t.Errorf("a large file: %v", err)
	}
}

func TestOpenReadsByContentNotByName(t *testing.T) {
	path := filepath.Join(t.TempDir(), "really-a-workbook.csv")
	if err := os.WriteFile(path, zipped(t, parts(`<row><c><v>1</v></c></row>`)), 0o600); err != nil {
		t.Fatal(err)
	}
	b, err := Open(path, Options{})
	if err != nil || b.Format != XLSX || b.Size == 0 || b.SHA256 == [32]byte{} {
		t.Errorf("%+v, %v", b, err)
	}
}

func TestFilesThatAreNoExportsArePassedOver(t *testing.T) {
	for name, want := range map[string]string{
		"~$book.xlsx": IgnoreLock, ".~lock.book.xlsx#": IgnoreLock, "x/.DS_Store": IgnoreSystem, `x\desktop.ini`: IgnoreSystem,
		"Thumbs.db": IgnoreSystem, "._may.csv": IgnoreSystem, ".may.csv.icloud": IgnoreCloud, "may.gsheet": IgnoreCloud,
		"valuetrail.duckdb": IgnoreOther, "valuetrail.duckdb.lock": IgnoreOther, "valuetrail.duckdb.wal": IgnoreOther,
		"report.html": IgnoreOther, "Report.PDF": IgnoreOther, "logo.png": IgnoreOther, "minutes.docx": IgnoreOther,
		"may.csv": "", "may.XLSX": "", "may.tsv": "", "may.txt": "", "may.xls": "", "may": "", "may.zip": "", "~may.csv": "",
	} {
		if got, ok := Ignorable(name, 10); got != want || ok != (want != "") {
			t.Errorf("Ignorable(%q) = %q, %v", name, got, ok)
		}
	}
	if got, ok := Ignorable("may.csv", 0); got != IgnoreCloud || !ok {
		t.Errorf("no bytes: %q, %v", got, ok)
	}
}
