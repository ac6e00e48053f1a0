package message

import (
	"errors"
	"fmt"
	"strings"
	"time"
)

// piece is a run of plain text, a placeholder, or an optional part.
type piece struct {
	text string
	// ref names the value: a position from 1, or a name.
	ref string
	// format is how to print it: "", day, short_day, month, percent, or the number of
	// decimals.
	format string
	// forms are the words for one and for many; bare prints them without the
	// number.
	forms []string
	bare  bool
	// optional is printed only when each of its values is there and not blank.
	optional []piece
}

var formats = map[string]bool{"": true, "day": true, "short_day": true, "month": true, "percent": true, "0": true, "1": true, "2": true}

// parseSentence reads {ref}, {ref format}, {ref one|many}, {ref: one|many} and
// [[optional parts]].
func parseSentence(s string) ([]piece, error) {
	var all []piece
	for s != "" {
		at := strings.IndexAny(s, "{[")
		switch {
		case at < 0:
			return append(all, piece{text: s}), nil
		case s[at] == '[' && !strings.HasPrefix(s[at:], "[["):
			all, s = append(all, piece{text: s[:at+1]}), s[at+1:]
			continue
		case at > 0:
			all, s = append(all, piece{text: s[:at]}), s[at:]
		}
		mark, end := "}", strings.Index(s, "}")
		if s[0] == '[' {
			mark, end = "]]", strings.Index(s, "]]")
		}
		if end < 0 {
			return nil, fmt.Errorf("%q is not closed", s)
		}
		p, err := parsePiece(strings.TrimLeft(s[:end], "{["), mark == "]]")
		if err != nil {
			return nil, err
		}
		all, s = append(all, p), s[end+len(mark):]
	}
	return all, nil
}

func parsePiece(body string, optional bool) (piece, error) {
	if optional {
		inner, err := parseSentence(body)
		if err == nil && len(refs(inner)) == 0 {
			err = errors.New("an optional part without a placeholder")
		}
		return piece{optional: inner}, err
	}
	ref, rest, _ := strings.Cut(body, " ")
	p := piece{ref: strings.TrimSuffix(ref, ":"), bare: strings.HasSuffix(ref, ":")}
	if strings.Contains(rest, "|") {
		p.forms = strings.Split(rest, "|")
	} else {
		p.format = rest
	}
	switch {
	case p.ref == "":
		return p, fmt.Errorf("{%s} names no value", body)
	case p.bare && p.forms == nil, !formats[p.format]:
		return p, fmt.Errorf("{%s}: want a format (day, short_day, month, percent, 0, 1, 2) or forms like person|people", body)
	}
	return p, nil
}

// refs are the values that pieces name, each once.
func refs(pieces []piece) map[string]bool {
	all := map[string]bool{}
	for _, p := range pieces {
		if p.ref != "" {
			all[p.ref] = true
		}
		for ref := range refs(p.optional) {
			all[ref] = true
		}
	}
	return all
}

// wrongForms is the first number of forms that is not the language's, 0 for
// none.
func wrongForms(pieces []piece, want int) int {
	for _, p := range pieces {
		if n := len(p.forms); n > 0 && n != want {
			return n
		}
		if n := wrongForms(p.optional, want); n > 0 {
			return n
		}
	}
	return 0
}

// fill prints pieces, and reports whether each value was there and not blank.
func (p Printer) fill(pieces []piece, value func(string) (any, bool)) (string, bool) {
	var b strings.Builder
	whole := true
	for _, one := range pieces {
		switch {
		case one.ref != "":
			v, ok := value(one.ref)
			words := "{" + one.ref + "}"
			if ok {
				words = p.show(one, v)
			}
			whole = whole && ok && words != ""
			b.WriteString(words)
		case one.optional != nil:
			if words, ok := p.fill(one.optional, value); ok {
				b.WriteString(words)
			}
		default:
			b.WriteString(one.text)
		}
	}
	return b.String(), whole
}

// isDay tells a day that stands as text: 2006-01-02.
func isDay(v any) bool {
	s, ok := v.(string)
	_, err := time.Parse(time.DateOnly, s)
	return ok && err == nil
}

func (p Printer) show(one piece, v any) string {
	n, isNumber := number(v)
	switch {
	case one.forms != nil && isNumber:
		form := one.forms[p.words().plural(n)]
		if one.bare {
			return form
		}
		return p.plain(n) + " " + form
	case one.format == "percent" && isNumber:
		return p.Percent(n)
	case one.format == "day" && isNumber:
		return p.Day(int(n))
	case one.format == "short_day" && isNumber:
		return p.ShortDay(int(n))
	case one.format == "day" && isDay(v):
		at, _ := time.Parse(time.DateOnly, v.(string))
		return p.Day(int(at.Unix() / 86400))
	case one.format == "month":
		return p.Month(fmt.Sprint(v))
	case one.format != "" && isNumber:
		return p.Number(n, int(one.format[0]-'0'))
	case isNumber:
		return p.plain(n)
	}
	if list, ok := v.([]string); ok {
		return p.List(list)
	}
	return fmt.Sprint(v)
}
