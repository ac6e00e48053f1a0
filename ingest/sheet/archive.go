package sheet

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"github.com/klauspost/compress/flate"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// Bounds on what a zip may inflate to by the sizes that it declares. Unpacking a
// part fails as soon as it gives more than that, so none needs to be tried.
const (
	maxInflated  = 2 << 30  // bytes of all parts together
	freeInflated = 64 << 20 // bytes a part may have whatever its packing
	maxRatio     = 200      // beyond that, packed 200:1 at most
	maxParts     = 20_000
)

// archive is the parts of a zip by path, compared without case.
type archive struct {
	name     string // of the file, for messages
	bytes    uint64 // of the file
	parts    map[string]*zip.File
	opened   map[string]bool // by path
	inflated uint64          // bytes of these
}

func openArchive(name string, data []byte) (*archive, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, refuse(name, Broken, "", err)
	}
	z.RegisterDecompressor(zip.Deflate, flate.NewReader)
	if len(z.File) > maxParts {
		return nil, refuse(name, Bomb, fmt.Sprintf("%d parts", len(z.File)), nil)
	}
	a := &archive{name: name, bytes: uint64(len(data)), parts: make(map[string]*zip.File, len(z.File)), opened: map[string]bool{}}
	for _, f := range z.File {
		if strings.HasSuffix(f.Name, "/") {
			continue
		}
		key := partKey(f.Name)
		if a.parts[key] != nil {
			return nil, refuse(name, Broken, fmt.Sprintf("part %q is there twice", f.Name), nil)
		}
		if own, ok := ownName(data, f); !ok || partKey(own) != key {
			return nil, refuse(name, Broken, fmt.Sprintf("part %q is called %q where it stands", f.Name, own), nil)
		}
		a.parts[key] = f
	}
	return a, nil
}

// ownName is the name that a part bears where it stands. No sum guards the
// names: a part whose name is damaged in the list would be missed in silence.
func ownName(data []byte, f *zip.File) (string, bool) {
	const fixed = 30 // bytes of a head before the name
	body, err := f.DataOffset()
	if err != nil || body > int64(len(data)) {
		return "", false
	}
	for extra := int64(0); extra <= 0xffff; extra++ {
		head := body - extra - fixed - int64(len(f.Name))
		if head < 0 {
			break
		}
		at := data[head:body]
		if bytes.HasPrefix(at, []byte("PK\x03\x04")) && int(binary.LittleEndian.Uint16(at[26:])) == len(f.Name) && int64(binary.LittleEndian.Uint16(at[28:])) == extra {
			return string(at[fixed : fixed+len(f.Name)]), true
		}
	}
	return "", false
}

func partKey(name string) string {
	return strings.ToLower(strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(name, `\`, "/")), "/"))
}

// foreign is the reason for refusing a zip that is no workbook.
func (a *archive) foreign() Reason {
	has := func(part string) bool { return a.parts[part] != nil }
	under := func(prefixes ...string) bool {
		for key := range a.parts {
			for _, p := range prefixes {
				if strings.HasPrefix(key, p) {
					return true
				}
			}
		}
		return false
	}
	switch {
	case has("xl/workbook.bin"):
		return BinaryExcel
	case has("[content_types].xml") && under("word/", "ppt/", "visio/"):
		return Document
	case under("index/") && under("metadata/", "index/document.iwa"), has("index.zip"):
		return Numbers
	case has("[content_types].xml"), under("xl/", "_rels/"), a.isDocument():
		return ""
	case len(a.parts) == 0:
		return Hollow
	}
	return ZipOfFiles
}

// isDocument reports whether the parts are those of an OpenDocument file.
func (a *archive) isDocument() bool {
	return a.parts["[content_types].xml"] == nil && (a.parts[contentPart] != nil || a.parts["mimetype"] != nil && a.parts["encrypted-package"] != nil)
}

// wrong is the error for something wrong in a part.
func (a *archive) wrong(part string, err error) error {
	var known *RefusedError
	var placed *CellError
	if errors.As(err, &known) || errors.As(err, &placed) {
		return err
	}
	reason := Broken
	switch {
	case errors.Is(err, errDoctype):
		reason = Doctype
	case errors.Is(err, zip.ErrAlgorithm):
		reason = Compression
	}
	return refuse(a.name, reason, "part "+part, err)
}

// open gives a part's bytes as UTF-8 without byte order mark. Reading to its
// end checks its sum.
func (a *archive) open(part string) (io.Reader, error) {
	f := a.parts[partKey(part)]
	if f == nil {
		return nil, refuse(a.name, Broken, "part "+part+" is missing", nil)
	}
	if f.Flags&1 != 0 {
		return nil, refuse(a.name, Encrypted, "", nil)
	}
	if err := a.admit(f); err != nil {
		return nil, err
	}
	unpacked, err := f.Open()
	if err != nil {
		return nil, a.wrong(part, err)
	}
	head := make([]byte, 256)
	n, err := io.ReadFull(unpacked, head)
	if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
		return nil, a.wrong(part, err)
	}
	head = head[:n]
	whole := io.MultiReader(bytes.NewReader(head), unpacked)
	switch {
	case bytes.HasPrefix(head, []byte("\xff\xfe")), bytes.HasPrefix(head, []byte("\xfe\xff")):
		utf16 := unicode.UTF16(unicode.BigEndian, unicode.ExpectBOM)
		return transform.NewReader(whole, utf16.NewDecoder()), nil
	case bytes.HasPrefix(head, []byte("\ufeff")):
		return io.MultiReader(bytes.NewReader(head[3:]), unpacked), nil
	}
	if declares := declaredEncoding(head); declares != "" {
		return nil, refuse(a.name, Broken, fmt.Sprintf("part %s is in %s", part, declares), nil)
	}
	return whole, nil
}

// admit refuses a part that would grow beyond all measure.
func (a *archive) admit(f *zip.File) error {
	if !a.opened[f.Name] {
		a.opened[f.Name] = true
		a.inflated += min(f.UncompressedSize64, maxInflated+1)
	}
	ratio := f.UncompressedSize64 / max(1, min(f.CompressedSize64, a.bytes))
	if f.UncompressedSize64 > freeInflated && ratio >= maxRatio || a.inflated > maxInflated {
		return refuse(a.name, Bomb, fmt.Sprintf("part %s would be %d MiB", f.Name, f.UncompressedSize64>>20), nil)
	}
	return nil
}

// declaredEncoding is the encoding an XML declaration says, "" if it may be
// read as UTF-8.
func declaredEncoding(head []byte) string {
	declaration, _, found := strings.Cut(string(head), "?>")
	if !found || !strings.HasPrefix(declaration, "<?xml") {
		return ""
	}
	_, after, found := strings.Cut(declaration, "encoding=")
	if !found || len(after) < 2 {
		return ""
	}
	name, _, _ := strings.Cut(after[1:], after[:1])
	switch strings.ToLower(name) {
	case "utf-8", "utf8", "us-ascii", "ascii":
		return ""
	}
	return name
}

// part opens a part as markup.
func (a *archive) part(part string) (*markup, error) {
	r, err := a.open(part)
	if err != nil {
		return nil, err
	}
	return newMarkup(r), nil
}
