package sheet

import (
	"bytes"
	"unicode/utf8"
)

// The ways in which nearly every cell holds its value.
var quickBodies = [...]struct{ open, close string }{
	{"<v>", "</v></c>"}, {"<is><t>", "</t></is></c>"}, {`<is><t xml:space="preserve">`, "</t></is></c>"},
}

// quickCell takes the next cell of a row at one go where it is written as nearly
// all are and lies whole in the buffer. Else it leaves everything as it was, for
// the tokens to be read one by one: that knows every way of writing a cell, and
// gives the same.
func (p *sheetRows) quickCell() (taken bool, err error) {
	m := p.m
	b := m.buf[m.pos:m.end]
	if m.empty || len(b) < 4 || b[0] != '<' || b[1] != 'c' || b[2] != ' ' && b[2] != '>' || m.depth+3 > maxDepth {
		return false, nil
	}
	end := bytes.IndexByte(b, '>')
	if end < 0 {
		return false, nil
	}
	attrs, value, n, ok := quickParts(b, end)
	if !ok {
		return false, nil
	}
	column := p.column
	m.attrs = attrs
	if err := p.startCell(); err == errMarkup {
		p.column, p.cell.open = column, false
		return false, nil // a ">" in an attribute's quotes, or nothing good
	} else if err != nil {
		return true, err
	}
	m.pos += n
	p.cell.open = false
	if value != nil {
		p.cell.value, p.cell.hasValue = append(p.cell.value, value...), true
	}
	return true, p.endCell()
}

// quickParts are the attributes and the value of the cell that b begins with,
// and its length; value is nil where there is none.
func quickParts(b []byte, end int) (attrs, value []byte, n int, ok bool) {
	attrs = b[2:end]
	if len(attrs) > 0 && attrs[len(attrs)-1] == '/' {
		return attrs[:len(attrs)-1], nil, end + 1, true
	}
	rest := b[end+1:]
	for _, body := range quickBodies {
		if len(rest) < len(body.open) || string(rest[:len(body.open)]) != body.open {
			continue
		}
		text := rest[len(body.open):]
		stop := bytes.IndexByte(text, '<')
		if stop < 0 || len(text) < stop+len(body.close) || string(text[stop:stop+len(body.close)]) != body.close {
			return nil, nil, 0, false
		}
		value = text[:stop]
		if bytes.IndexByte(value, '&') >= 0 || !utf8.Valid(value) {
			return nil, nil, 0, false
		}
		return attrs, value, end + 1 + len(body.open) + stop + len(body.close), true
	}
	return nil, nil, 0, false
}
