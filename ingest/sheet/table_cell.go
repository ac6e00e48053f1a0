package sheet

import (
	"bytes"
	"strconv"
	"strings"
)

// tableCell is what the markup says about the cell being read.
type tableCell struct {
	open    bool
	depth   int
	first   int // column
	spans   int // columns that it is merged over
	kind    string
	failed  bool // its formula gave an error
	value   string
	valued  bool
	formula bool
	style   string

	said       []byte // its paragraphs
	paragraphs int
	in         int  // depth of the paragraph being read, 0 for none
	gap        bool // the paragraph's text ends in a blank, or has not begun
}

// startCell reads a cell's attributes. Those of two vocabularies have one local
// name: calcext:value-type adds "error" to office:value-type.
func (p *tableRows) startCell() error {
	c := &p.cell
	*c = tableCell{open: true, depth: p.m.depth, said: c.said[:0], spans: 1}
	times, typed := 1, ""
	for rest := p.m.attrs; ; {
		name, raw, after, err := nextAttr(rest)
		if err != nil {
			return err
		}
		if len(name) == 0 {
			break
		}
		rest = after
		switch string(localName(name)) {
		case "number-columns-repeated":
			times, err = atoi(raw)
		case "number-columns-spanned":
			c.spans, err = atoi(raw)
		case "value-type":
			if bytes.HasPrefix(name, []byte("calcext:")) {
				c.failed = string(raw) == "error"
			} else {
				c.kind = tableKind(raw)
			}
		case "formula":
			c.formula = true
		case "style-name":
			c.style, err = attrText(raw)
		case "value", "date-value", "time-value", "boolean-value", "string-value":
			typed, err = attrText(raw)
			c.valued = true
		}
		if err != nil {
			return err
		}
	}
	c.value = typed
	c.first = p.column + 1
	p.column = min(p.column+max(1, times), 2*MaxColumns)
	c.first = min(c.first, 2*MaxColumns)
	return nil
}

// tableKind is a value type without an allocation for those that exist.
func tableKind(raw []byte) string {
	for _, known := range [...]string{"string", "float", "date", "time", "percentage", "currency", "boolean"} {
		if string(raw) == known {
			return known
		}
	}
	return string(raw)
}

func attrText(raw []byte) (string, error) {
	if bytes.IndexByte(raw, '&') < 0 {
		return strings.ToValidUTF8(string(raw), "\ufffd"), nil
	}
	text, err := appendEntities(nil, raw)
	return string(text), err
}

// startInCell follows a cell's paragraphs. What is no part of its text (a
// comment, a drawing, a reading aid) is stepped over.
func (p *tableRows) startInCell(name string) error {
	c := &p.cell
	if c.in == 0 {
		switch name {
		case "p", "h":
			if c.in = p.m.depth; c.paragraphs > 0 {
				c.said = append(c.said, '\n')
			}
			c.paragraphs++
			c.gap = true
		case "list", "list-item", "section":
		default:
			p.skip = p.m.depth
		}
		return nil
	}
	switch name {
	case "s":
		n, err := repetition(p.m, "c")
		if err != nil || n > MaxCellLength {
			return orMarkup(err)
		}
		c.said = append(c.said, strings.Repeat(" ", n)...)
		c.gap = true
	case "tab":
		c.said, c.gap = append(c.said, '\t'), true
	case "line-break":
		c.said, c.gap = append(c.said, '\n'), true
	case "annotation", "note", "ruby-text", "frame", "custom-shape", "tracked-changes", "script":
		p.skip = p.m.depth
	}
	return nil
}

func orMarkup(err error) error {
	if err == nil {
		err = errMarkup
	}
	return err
}

func (p *tableRows) endInCell() {
	if p.m.depth < p.cell.in {
		p.cell.in = 0
	}
}

// chars adds text of a paragraph, runs of white space as one blank: more of
// them are written as elements.
func (p *tableRows) chars() error {
	c := &p.cell
	if p.skip > 0 || !c.open || c.in == 0 {
		return nil
	}
	from := len(c.said)
	var err error
	if c.said, err = p.m.appendText(c.said); err != nil {
		return err
	}
	out := c.said[:from]
	for _, b := range c.said[from:] {
		if isSpace(b) {
			if c.gap {
				continue
			}
			b = ' '
		}
		c.gap = b == ' '
		out = append(out, b)
	}
	c.said = out
	return nil
}

// endCell puts the canonical text of the cell just read into the row.
func (p *tableRows) endCell() error {
	c := &p.cell
	from := len(p.text)
	said := bytes.TrimSpace(c.said)
	switch {
	case c.failed || c.formula && c.kind != "string" && isErrorWord(string(said)):
		p.text = append(p.text, said...)
	case c.kind == "string" && c.valued && c.value != "":
		p.text = append(p.text, newlines(c.value)...)
	case c.kind == "" || c.kind == "string":
		if p.text = append(p.text, c.said...); c.formula && c.kind == "" && len(said) == 0 {
			p.sheet.note(p.row, c.first, NoteFormula)
		}
	case !c.valued:
		p.text = append(p.text, c.said...)
	default:
		if err := p.typed(c.value); err != nil {
			return err
		}
	}
	if bytes.IndexByte(p.text[from:], 0) >= 0 {
		p.text = append(p.text[:from], bytes.ReplaceAll(p.text[from:], []byte{0}, nil)...)
	}
	return p.put(from)
}

// typed adds a value in the form that a workbook's has.
func (p *tableRows) typed(value string) error {
	value = strings.TrimSpace(value)
	switch p.cell.kind {
	case "float", "percentage", "currency":
		ok := true
		if value != "" {
			p.text, ok = appendNumber(p.text, []byte(value), plain, false)
		}
		if !ok {
			p.sheet.note(p.row, p.cell.first, NoteNotANumber)
		}
	case "boolean":
		p.text = append(p.text, boolText([]byte(value))...)
	case "date":
		p.text = append(p.text, p.dateText(value)...)
	case "time":
		if days, ok := lastingDays(value); ok {
			p.text = appendTime(p.text, days, p.elapsed())
		} else {
			p.text = append(p.text, value...)
		}
	default:
		return p.sheet.wrong(p.row, p.cell.first, saveAs, "unknown cell type %q", p.cell.kind)
	}
	return nil
}

// dateText is a date as ISO text; one of the day that the document counts from
// is a time of day.
func (p *tableRows) dateText(value string) string {
	if clock, found := strings.CutPrefix(value, p.doc.dayZero()+"T"); found {
		return isoText(clock)
	}
	if value == p.doc.dayZero() {
		return isoText("00:00:00")
	}
	return isoText(value)
}

// appendTime writes days as a time of day, or as a duration where the cell
// shows one or no clock does.
func appendTime(dst []byte, days float64, elapsed bool) []byte {
	if !elapsed && days >= 0 && days < 1 {
		if text, ok := appendDate(dst, days, false); ok && len(text)-len(dst) == len("15:04:05") {
			return text
		}
	}
	return appendElapsed(dst, days)
}

// lastingDays reads a duration as XML writes it: "PT10H10M10.5S", "-P1DT2H".
func lastingDays(value string) (float64, bool) {
	rest, negative := strings.CutPrefix(value, "-")
	rest, found := strings.CutPrefix(rest, "P")
	if !found {
		return 0, false
	}
	seconds, clock, parts := 0.0, false, 0
	for rest != "" {
		if rest[0] == 'T' && !clock {
			clock, rest = true, rest[1:]
			continue
		}
		n := strings.IndexAny(rest, "DHMSYW")
		if n <= 0 || !isDecimal([]byte(rest[:n])) {
			return 0, false
		}
		amount, err := strconv.ParseFloat(rest[:n], 64)
		unit := secondsOf(rest[n], clock)
		if err != nil || unit == 0 {
			return 0, false
		}
		seconds += amount * unit
		parts++
		rest = rest[n+1:]
	}
	if negative {
		seconds = -seconds
	}
	days := seconds / daySeconds
	return days, parts > 0 && days > -maxSerial && days < maxSerial
}

// secondsOf is the length of a part of a duration; months and years have none.
func secondsOf(unit byte, clock bool) float64 {
	switch {
	case unit == 'D' && !clock:
		return daySeconds
	case unit == 'H' && clock:
		return 3600
	case unit == 'M' && clock:
		return 60
	case unit == 'S' && clock:
		return 1
	}
	return 0
}
