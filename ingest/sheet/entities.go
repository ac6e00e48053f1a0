package sheet

import (
	"bytes"
	"errors"
	"strconv"
	"unicode/utf8"
)

// nextAttr splits the first attribute off raw attributes. An empty name means
// that none is left.
func nextAttr(attrs []byte) (name, value, rest []byte, err error) {
	attrs = skipSpace(attrs)
	if len(attrs) == 0 {
		return nil, nil, nil, nil
	}
	n := bytes.IndexByte(attrs, '=')
	if n <= 0 {
		return nil, nil, nil, errMarkup
	}
	name = dropSpace(attrs[:n])
	attrs = skipSpace(attrs[n+1:])
	if len(attrs) == 0 || attrs[0] != '"' && attrs[0] != '\'' {
		return nil, nil, nil, errMarkup
	}
	end := bytes.IndexByte(attrs[1:], attrs[0])
	if end < 0 {
		return nil, nil, nil, errMarkup
	}
	return name, attrs[1 : end+1], attrs[end+2:], nil
}

func skipSpace(b []byte) []byte {
	for len(b) > 0 && isSpace(b[0]) {
		b = b[1:]
	}
	return b
}

func dropSpace(b []byte) []byte {
	for len(b) > 0 && isSpace(b[len(b)-1]) {
		b = b[:len(b)-1]
	}
	return b
}

func isSpace(b byte) bool { return b == ' ' || b == '\n' || b == '\t' || b == '\r' }

// attr is the decoded value of the attribute with this local name, "" if the
// element has none.
func (m *markup) attr(local string) (string, error) {
	for rest := m.attrs; ; {
		name, value, after, err := nextAttr(rest)
		if err != nil || len(name) == 0 {
			return "", err
		}
		if string(localName(name)) == local {
			text, err := appendEntities(nil, value)
			return string(text), err
		}
		rest = after
	}
}

// appendText adds the decoded character data that m stands on.
func (m *markup) appendText(dst []byte) ([]byte, error) {
	if !utf8.Valid(m.text) {
		return dst, errors.New("bytes that are not UTF-8")
	}
	if m.cdata {
		return append(dst, m.text...), nil
	}
	return appendEntities(dst, m.text)
}

var entities = map[string]byte{"lt": '<', "gt": '>', "amp": '&', "quot": '"', "apos": '\''}

func appendEntities(dst, raw []byte) ([]byte, error) {
	for {
		at := bytes.IndexByte(raw, '&')
		if at < 0 {
			return append(dst, raw...), nil
		}
		dst = append(dst, raw[:at]...)
		end := bytes.IndexByte(raw[at:], ';')
		if end < 0 || end > 12 {
			return dst, errMarkup
		}
		entity := string(raw[at+1 : at+end])
		raw = raw[at+end+1:]
		if c, known := entities[entity]; known {
			dst = append(dst, c)
			continue
		}
		r, ok := numericEntity(entity)
		if !ok {
			return dst, errMarkup
		}
		dst = utf8.AppendRune(dst, r)
	}
}

func numericEntity(entity string) (rune, bool) {
	base, digits := 10, ""
	switch {
	case len(entity) > 2 && entity[0] == '#' && (entity[1] == 'x' || entity[1] == 'X'):
		base, digits = 16, entity[2:]
	case len(entity) > 1 && entity[0] == '#':
		digits = entity[1:]
	}
	n, err := strconv.ParseUint(digits, base, 21)
	return rune(n), err == nil && n != 0 && utf8.ValidRune(rune(n))
}
