package sheet

import (
	"bytes"
	"io"
	"strings"
)

// heldContent is how many bytes of a document's content are kept unpacked, so
// that a later table need not be sought from the start. Longer content is
// unpacked anew for each table.
const heldContent = 32 << 20

const (
	contentPart = "content.xml"
	stylesPart  = "styles.xml"
	calcType    = "application/vnd.oasis.opendocument.spreadsheet"
	oldCalcType = "application/vnd.sun.xml.calc"
)

// document is what the tables of one OpenDocument spreadsheet share.
type document struct {
	archive *archive // nil where the document is one flat file
	content []byte   // nil where it is too long to be held
	// epoch is the day that the document counts from: a time of day without a
	// date is written as one of it.
	epoch  string
	styles tableStyles
}

// tableSeen is one table as the survey found it.
type tableSeen struct {
	name, style string
	from, to    int64 // offsets of its start and end in the content
	outside     bool  // a copy of a table of another file
}

// openDocument fills b from the parts of an OpenDocument spreadsheet.
func openDocument(b *Book, a *archive) error {
	if reason, err := a.documentReason(); err != nil || reason != "" {
		return orRefuse(err, b.Name, reason)
	}
	d := &document{archive: a, styles: newTableStyles()}
	if a.parts[stylesPart] != nil {
		if err := a.each(stylesPart, d.styles.take); err != nil {
			return err
		}
	}
	r, err := a.open(contentPart)
	if err != nil {
		return err
	}
	head, err := appendAll(nil, io.LimitReader(r, heldContent))
	if err != nil {
		return a.wrong(contentPart, err)
	}
	if len(head) < heldContent {
		d.content = head
	}
	return d.fill(b, newMarkup(io.MultiReader(bytes.NewReader(head), r)))
}

// openFlat fills b from a document that is one file of XML.
func openFlat(b *Book, text []byte) error {
	if encoding := declaredEncoding(text[:min(len(text), 256)]); encoding != "" {
		return refuse(b.Name, Broken, "it says that it is in "+encoding, nil)
	}
	d := &document{content: text, styles: newTableStyles()}
	return d.fill(b, newMarkup(bytes.NewReader(text)))
}

// isFlat reports whether text is a spreadsheet as flat OpenDocument.
func isFlat(text []byte) bool {
	head := text[:min(len(text), 8192)]
	return bytes.HasPrefix(bytes.TrimLeft(head, "\ufeff \t\r\n"), []byte("<")) && bytes.Contains(head, []byte(":document")) &&
		bytes.Contains(head, []byte(calcType))
}

func orRefuse(err error, name string, reason Reason) error {
	if err != nil {
		return err
	}
	return refuse(name, reason, "", nil)
}

// documentReason is why an OpenDocument file is refused: encrypted, a text or
// slides, the format before it.
func (a *archive) documentReason() (Reason, error) {
	if a.parts["mimetype"] != nil {
		r, err := a.open("mimetype")
		if err != nil {
			return "", err
		}
		kind, err := appendAll(nil, io.LimitReader(r, 256))
		switch {
		case err != nil:
			return "", a.wrong("mimetype", err)
		case strings.HasPrefix(string(kind), oldCalcType):
			return OpenDocument, nil
		case !strings.HasPrefix(string(kind), calcType):
			return Document, nil
		}
	}
	const manifest = "meta-inf/manifest.xml"
	locked := a.parts["encrypted-package"] != nil
	if a.parts[manifest] != nil {
		err := a.each(manifest, func(m *markup) error {
			locked = locked || string(m.name) == "encryption-data"
			return nil
		})
		if err != nil {
			return "", err
		}
	}
	if locked {
		return Encrypted, nil
	}
	return "", nil
}

// fill reads the whole content once for its tables and styles: so damage shows
// before any row was given out.
func (d *document) fill(b *Book, m *markup) error {
	b.Format = ODS
	tables, err := d.survey(m)
	if err != nil {
		return d.wrong(b, err)
	}
	for _, t := range tables {
		if t.outside {
			continue
		}
		s := &Sheet{No: len(b.Sheets) + 1, Name: t.name, Hidden: d.styles.hidden[t.style], book: b}
		s.open = func() (source, error) {
			m, err := d.at(t.from)
			if err != nil {
				return nil, d.wrong(b, err)
			}
			return &tableRows{sheet: s, doc: d, m: m, size: t.to - t.from}, nil
		}
		b.Sheets = append(b.Sheets, s)
	}
	if len(b.Sheets) == 0 {
		return refuse(b.Name, NoWorksheet, "", nil)
	}
	return nil
}

func (d *document) wrong(b *Book, err error) error {
	a := d.archive
	if a == nil {
		a = &archive{name: b.Name}
	}
	return a.wrong(contentPart, err)
}

// survey finds the tables. Those inside cells, drawings and lists of changes
// are no sheets.
func (d *document) survey(m *markup) ([]tableSeen, error) {
	var tables []tableSeen
	body := 0 // depth of the spreadsheet element
	for {
		t, err := m.next()
		if err != nil || t == tokenEOF {
			return tables, err
		}
		switch {
		case t == tokenEnd && m.depth < body:
			body = 0
		case t == tokenEnd && m.depth == body && len(tables) > 0:
			tables[len(tables)-1].to = m.behind()
		case t != tokenStart:
		case body == 0 && string(m.name) == "spreadsheet":
			body = m.depth
		case body == 0:
			err = d.styles.take(m)
		case m.depth == body+1 && string(m.name) == "table":
			var one tableSeen
			one, err = seenTable(m)
			tables = append(tables, one)
		case m.depth == body+2 && string(m.name) == "null-date":
			d.epoch, err = m.attr("date-value")
		}
		if err != nil {
			return nil, err
		}
		if len(tables) > maxParts {
			return nil, errMarkup
		}
	}
}

func seenTable(m *markup) (t tableSeen, err error) {
	t.from = m.from
	if t.name, err = m.attr("name"); err != nil {
		return t, err
	}
	t.outside = strings.HasPrefix(t.name, "'") && strings.Contains(t.name, "'#")
	t.style, err = m.attr("style-name")
	return t, err
}

// at is the content from an offset on.
func (d *document) at(from int64) (*markup, error) {
	var r io.Reader
	if d.content != nil {
		r = bytes.NewReader(d.content[from:])
	} else {
		part, err := d.archive.open(contentPart)
		if err != nil {
			return nil, err
		}
		if _, err := io.CopyN(io.Discard, part, from); err != nil {
			return nil, err
		}
		r = part
	}
	m := newMarkup(r)
	m.fragment = true
	return m, nil
}

// dayZero is the day that the document counts from.
func (d *document) dayZero() string {
	if d.epoch == "" {
		return "1899-12-30"
	}
	return d.epoch
}
