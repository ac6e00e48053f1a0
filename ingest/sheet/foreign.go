package sheet

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"strings"
	"unicode/utf16"
)

// magic is how files of a kind begin. Where that could as well begin a table,
// a NUL must follow soon.
type magic struct {
	at     int
	bytes  string
	reason Reason
	words  bool
}

var magics = []magic{
	{0, "%PDF-", PDF, false},
	{0, "\x89PNG\r\n\x1a\n", Picture, false},
	{0, "\xff\xd8\xff", Picture, false},
	{0, "GIF87a", Picture, true},
	{0, "GIF89a", Picture, true},
	{0, "II*\x00", Picture, false},
	{0, "MM\x00*", Picture, false},
	{0, "RIFF", Picture, true},
	{0, "OggS", Picture, true},
	{0, "ID3", Picture, true},
	{4, "ftyp", Picture, true},
	{0, "\x1f\x8b", Archive, false},
	{0, "BZh91AY&SY", Archive, false},
	{0, "\xfd7zXZ\x00", Archive, false},
	{0, "7z\xbc\xaf\x27\x1c", Archive, false},
	{0, "Rar!\x1a\x07", Archive, false},
	{0, "\x28\xb5\x2f\xfd", Archive, false},
	{257, "ustar", Archive, true},
	{8, "DUCK", Database, true},
	{0, "SQLite format 3\x00", Database, false},
	{0, "PAR1", Database, true},
	{4, "Standard Jet DB", Database, true},
	{4, "Standard ACE DB", Database, true},
	{0, `{\rtf`, Document, false},
	{0, "bplist00", Binary, false},
	{0, "\x7fELF", Binary, false},
	{0, "\x09\x00\x04\x00", OldExcel, false}, // BIFF2, 3, 4: no container yet
	{0, "\x09\x02\x06\x00", OldExcel, false},
	{0, "\x09\x04\x06\x00", OldExcel, false},
}

const compoundFile = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

func isZip(data []byte) bool {
	return bytes.HasPrefix(data, []byte("PK\x03\x04")) || bytes.HasPrefix(data, []byte("PK\x05\x06")) ||
		bytes.HasPrefix(data, []byte("PK\x07\x08"))
}

// foreign is the reason for refusing data by its content, "" if it may be a
// zip or text.
func foreign(data []byte) Reason {
	if len(data) == 0 {
		return Empty
	}
	if bytes.HasPrefix(data, []byte(compoundFile)) {
		return compound(data)
	}
	for _, m := range magics {
		if len(data) < m.at || !bytes.HasPrefix(data[m.at:], []byte(m.bytes)) {
			continue
		}
		if !m.words || bytes.IndexByte(data[:min(len(data), 512)], 0) >= 0 {
			return m.reason
		}
	}
	switch {
	case isZip(data):
		return ""
	case bytes.HasPrefix(data, []byte("BM")) && len(data) > 14 && binary.LittleEndian.Uint32(data[2:]) == uint32(len(data)):
		return Picture
	case len(bytes.Trim(data, "\x00")) == 0:
		return Hollow
	}
	return ""
}

// compound tells apart what is kept in a compound file, by the names of its
// streams. The names are looked for in all bytes: a directory that is damaged
// or made to mislead can then cost neither time nor a panic.
func compound(data []byte) Reason {
	has := func(name string) bool {
		return bytes.Contains(data, utf16le("\x00"+name+"\x00")) || bytes.Contains(data, utf16le(name+"\x00"))
	}
	switch {
	case has("EncryptedPackage"), has("EncryptionInfo"):
		return Encrypted
	case has("WordDocument"), has("PowerPoint Document"):
		return Document
	case has("Workbook"), has("Book"), has("WORKBOOK"), has("BOOK"):
		return OldExcel
	}
	return Binary
}

func utf16le(s string) []byte {
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		b = binary.LittleEndian.AppendUint16(b, u)
	}
	return b
}

var webTags = []string{"<!doctype html", "<html", "<head", "<body", "<table", "<meta", "<style", "<script", "<div", "<center", "<br"}

// foreignText is the reason for refusing decoded text, "" if it may be a table.
func foreignText(text []byte) Reason {
	head := text[:min(len(text), 4096)]
	start := strings.ToLower(strings.TrimLeft(string(head), "\ufeff \t\r\n\x00"))
	if start == "" && Blank(strings.ReplaceAll(string(text), "\x00", "")) {
		return Hollow
	}
	for strings.HasPrefix(start, "<!--") {
		_, after, found := strings.Cut(start, "-->")
		if !found {
			return HTML
		}
		start = strings.TrimSpace(after)
	}
	for _, tag := range webTags {
		if strings.HasPrefix(start, tag) {
			return HTML
		}
	}
	switch {
	case strings.HasPrefix(start, "<?xml"), strings.HasPrefix(start, "<!doctype"), strings.HasPrefix(start, "<svg"):
		return xmlReason(start)
	case isJSON(text):
		return JSON
	case mostlyControl(head):
		return Binary
	}
	return ""
}

func xmlReason(start string) Reason {
	switch {
	case strings.Contains(start, "office:spreadsheet"):
		return XMLSheet
	case strings.Contains(start, "opendocument:xmlns:office"):
		return Document
	case strings.Contains(start, "<html"), strings.Contains(start, "<!doctype html"):
		return HTML
	case strings.Contains(start, "<svg"):
		return Picture
	}
	return XML
}

// isJSON knows a JSON document, or lines of JSON objects, from a table that
// happens to begin with a bracket.
func isJSON(text []byte) bool {
	text = bytes.TrimLeft(text, "\ufeff \t\r\n")
	if len(text) == 0 || text[0] != '{' && text[0] != '[' {
		return false
	}
	if len(text) <= 16<<20 && json.Valid(text) {
		return true
	}
	line, _, _ := bytes.Cut(text, []byte("\n"))
	if json.Valid(bytes.TrimSpace(line)) && text[0] == '{' {
		return true
	}
	dec := json.NewDecoder(bytes.NewReader(text))
	for range 16 {
		if _, err := dec.Token(); err != nil {
			return false
		}
	}
	return true
}

// mostlyControl reports whether more than one byte in twenty is a control
// character that no table holds. NUL has its own rule in cells, but many of
// them are no text either.
func mostlyControl(head []byte) bool {
	control := 0
	for _, b := range head {
		if b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != '\v' && b != 0x1a {
			control++
		}
	}
	return control*20 > len(head) && control > 4
}
