package sheet

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"
)

// sharedStrings are the texts that cells refer to by number, one after another.
type sharedStrings struct {
	all  string
	ends []int
}

func (s sharedStrings) at(i int) (string, bool) {
	if i < 0 || i >= len(s.ends) {
		return "", false
	}
	from := 0
	if i > 0 {
		from = s.ends[i-1]
	}
	return s.all[from:s.ends[i]], true
}

// readStrings joins the runs of each string and leaves phonetic guides out.
func (a *archive) readStrings(part string) (sharedStrings, error) {
	m, err := a.part(part)
	if err != nil {
		return sharedStrings{}, err
	}
	var s sharedStrings
	var all, item []byte
	var in textElement
	for {
		t, err := m.next()
		if err == nil {
			item, err = in.take(m, t, item)
		}
		if err != nil {
			return s, a.wrong(part, err)
		}
		switch {
		case t == tokenStart && string(m.name) == "si":
			item = item[:0]
		case t == tokenEnd && string(m.name) == "si":
			all = appendCellText(all, item)
			s.ends = append(s.ends, len(all))
		case t == tokenEOF:
			s.all = string(all)
			return s, nil
		}
	}
}

// textElement follows <t>, <r><t> and <rPh><t> in a string item.
type textElement struct {
	inText   bool
	phonetic int
}

// take adds to dst what belongs to the visible text.
func (e *textElement) take(m *markup, t token, dst []byte) ([]byte, error) {
	switch t {
	case tokenText:
		if e.inText {
			return m.appendText(dst)
		}
	case tokenStart, tokenEnd:
		switch string(m.name) {
		case "rPh":
			if t == tokenStart {
				e.phonetic++
			} else {
				e.phonetic--
			}
		case "t":
			e.inText = t == tokenStart && e.phonetic == 0
		}
	}
	return dst, nil
}

// appendCellText undoes what workbooks do to characters that XML cannot hold: a
// carriage return is written _x000D_. Line ends become line feeds, NUL goes.
func appendCellText(dst, text []byte) []byte {
	if bytes.IndexByte(text, '\r') < 0 && bytes.IndexByte(text, '_') < 0 {
		return append(dst, text...)
	}
	return append(dst, cellText(newlines(string(text)))...)
}

func cellText(s string) string {
	var b strings.Builder
	for {
		at := strings.Index(s, "_x")
		if at < 0 {
			b.WriteString(s)
			return newlines(b.String())
		}
		b.WriteString(s[:at])
		s = s[at:]
		code, err := uint64(0), error(strconv.ErrSyntax)
		if len(s) >= 7 && s[6] == '_' {
			code, err = strconv.ParseUint(s[2:6], 16, 32)
		}
		if err != nil || !utf8.ValidRune(rune(code)) {
			b.WriteString(s[:2])
			s = s[2:]
			continue
		}
		if code != 0 {
			b.WriteRune(rune(code))
		}
		s = s[7:]
	}
}

// readStyles gives the kind of number that each cell style shows.
func (a *archive) readStyles(part string) ([]numberKind, error) {
	custom := map[int]numberKind{}
	var ids []int
	within := false
	err := a.each(part, func(m *markup) error {
		switch string(m.name) {
		case "numFmt":
			if m.depth != 3 { // one of a conditional format
				return nil
			}
			id, err := m.intAttr("numFmtId")
			if err != nil {
				return err
			}
			code, err := m.attr("formatCode")
			custom[id] = formatKind(code)
			return err
		case "cellXfs":
			within = true
		case "cellStyles", "cellStyleXfs", "dxfs":
			within = false
		case "xf":
			if !within {
				return nil
			}
			id, err := m.intAttr("numFmtId")
			ids = append(ids, id)
			return err
		}
		return nil
	})
	kinds := make([]numberKind, len(ids))
	for i, id := range ids {
		kind, known := custom[id]
		if !known {
			kind = builtinKind(id)
		}
		kinds[i] = kind
	}
	return kinds, err
}

// intAttr is a whole-number attribute, 0 if the element has none.
func (m *markup) intAttr(local string) (int, error) {
	text, err := m.attr(local)
	if err != nil || text == "" {
		return 0, err
	}
	n, err := strconv.Atoi(text)
	if err != nil {
		return 0, errMarkup
	}
	return n, nil
}
