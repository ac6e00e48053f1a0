package sheet

import (
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
	if m.empty || len(b) < 4 || b[0] != '<' || b[1] != 'c' || m.depth+3 > maxDepth {
		return false, nil
	}
	column, n, ok := p.quickAttributes(b)
	if !ok || column <= p.column || column > MaxColumns {
		return false, nil
	}
	if b[n] == '/' {
		if n+1 == len(b) || b[n+1] != '>' {
			return false, nil
		}
		p.column = column
		m.pos += n + 2
		return true, nil
	}
	value, body, ok := quickBody(b[n+1:])
	if !ok {
		return false, nil
	}
	p.column = column
	p.cell.hasValue, p.cell.formula = true, false
	m.pos += n + 1 + body
	return true, p.endCell(value)
}

// quickAttributes reads the address, style and type of the cell that b begins
// with, and how far they reach: b[n] is then '/' or '>'.
func (p *sheetRows) quickAttributes(b []byte) (column, n int, ok bool) {
	column, p.cell.style, p.cell.kind = p.column+1, 0, ""
	for i := 2; i+4 < len(b); {
		switch b[i] {
		case '>', '/':
			return column, i, true
		case ' ':
		default:
			return 0, 0, false
		}
		if b[i+2] != '=' || b[i+3] != '"' {
			return 0, 0, false
		}
		name := b[i+1]
		i += 4
		from := i
		for i < len(b) && b[i] != '"' && b[i] != '<' {
			i++
		}
		if i == len(b) || b[i] != '"' {
			return 0, 0, false
		}
		value := b[from:i]
		i++
		switch name {
		case 'r':
			at, row, good := parseRef(value)
			if !good || row != p.row {
				return 0, 0, false
			}
			column = at
		case 's':
			style, err := atoi(value)
			if err != nil {
				return 0, 0, false
			}
			p.cell.style = style
		case 't':
			p.cell.kind = cellKind(value)
		default:
			return 0, 0, false
		}
	}
	return 0, 0, false
}

// quickBody is the value of a cell whose start tag ends before b, and how far the
// cell reaches.
func quickBody(b []byte) (value []byte, n int, ok bool) {
	for _, body := range quickBodies {
		if len(b) < len(body.open) || string(b[:len(body.open)]) != body.open {
			continue
		}
		text := b[len(body.open):]
		i, high := 0, byte(0)
		for i < len(text) && text[i] != '<' && text[i] != '&' {
			high |= text[i]
			i++
		}
		rest := text[i:]
		if len(rest) < len(body.close) || string(rest[:len(body.close)]) != body.close || high >= utf8.RuneSelf && !utf8.Valid(text[:i]) {
			return nil, 0, false
		}
		return text[:i], len(body.open) + i + len(body.close), true
	}
	return nil, 0, false
}
