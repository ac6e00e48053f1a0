package sheet

import (
	"bytes"
	"strings"
	"time"
	"unicode/utf8"
)

// cellKind is the attribute t without an allocation for those that exist.
func cellKind(value []byte) string {
	for _, known := range [...]string{"s", "n", "str", "inlineStr", "b", "e", "d"} {
		if string(value) == known {
			return known
		}
	}
	return string(value)
}

func atoi(digits []byte) (int, error) {
	n := 0
	for _, c := range digits {
		if !isDigit(c) || n > 1<<40 {
			return 0, errMarkup
		}
		n = n*10 + int(c-'0')
	}
	if len(digits) == 0 {
		return 0, errMarkup
	}
	return n, nil
}

// endCell puts the canonical text of the cell just read into the row.
func (p *sheetRows) endCell(text []byte) error {
	c := &p.cell
	if !c.hasValue {
		if c.formula {
			p.sheet.note(p.row, p.column, NoteFormula)
		}
		return nil
	}
	if c.kind == "s" {
		return p.sharedCell(text)
	}
	from := len(p.text)
	value := bytes.TrimSpace(text)
	switch c.kind {
	case "", "n":
		kind, ok := plain, true
		if c.style < len(p.book.styles) {
			kind = p.book.styles[c.style]
		}
		if len(value) > 0 {
			p.text, ok = appendNumber(p.text, value, kind, p.book.date1904)
		}
		if !ok {
			p.sheet.note(p.row, p.column, NoteNotANumber)
		}
	case "b":
		p.text = append(p.text, boolText(value)...)
	case "d":
		p.text = append(p.text, isoText(string(value))...)
	case "e":
		p.text = append(p.text, value...)
	case "str", "inlineStr":
		p.text = appendCellText(p.text, text)
	default:
		return p.sheet.wrong(p.row, p.column, saveAs, "unknown cell type %q", c.kind)
	}
	if len(p.text) == from {
		return nil
	}
	p.cells = append(p.cells, placed{column: p.column, from: from, to: len(p.text)})
	if len(p.text)-from <= MaxCellLength {
		return nil
	}
	return p.sheet.checkLength(p.row, p.column, string(p.text[from:]))
}

func (p *sheetRows) sharedCell(text []byte) error {
	digits := bytes.TrimSpace(text)
	if len(digits) == 0 {
		return nil
	}
	index, err := atoi(digits)
	if err != nil {
		index = -1
	}
	shared, ok := p.book.strings.at(index)
	if !ok {
		return p.sheet.wrong(p.row, p.column, "ask for the workbook again; its texts are damaged",
			"refers to shared text %.20q of %d", digits, len(p.book.strings.ends))
	}
	if shared == "" {
		return nil
	}
	p.cells = append(p.cells, placed{column: p.column, shared: index + 1})
	return p.sheet.checkLength(p.row, p.column, shared)
}

// checkLength refuses what no spreadsheet program could have kept whole.
func (s *Sheet) checkLength(row, column int, text string) error {
	if len(text) <= MaxCellLength {
		return nil
	}
	units := 0
	for _, r := range text {
		if units++; r > 0xffff {
			units++
		}
	}
	if units <= MaxCellLength {
		return nil
	}
	return s.wrong(row, column, "divide the text over several cells", "the text is longer than the %d characters that a cell can hold", MaxCellLength)
}

func boolText(value []byte) string {
	switch strings.ToLower(string(value)) {
	case "1", "true":
		return "TRUE"
	case "0", "false":
		return "FALSE"
	}
	return string(value)
}

// isoText gives a date cell (t="d") the form that a date-styled number has.
func isoText(value string) string {
	if t, err := time.Parse("15:04:05", strings.TrimPrefix(value, "T")); err == nil {
		return t.Round(time.Second).Format(time.TimeOnly)
	}
	for _, layout := range []string{time.DateOnly, "2006-01-02T15:04:05", "2006-01-02T15:04:05Z07:00", "2006-01-02T15:04"} {
		t, err := time.Parse(layout, value)
		if err != nil {
			continue
		}
		if t = t.Round(time.Second); t.Hour() == 0 && t.Minute() == 0 && t.Second() == 0 {
			return t.Format(time.DateOnly)
		}
		return t.Format(time.DateTime)
	}
	return strings.ToValidUTF8(value, string(utf8.RuneError))
}
