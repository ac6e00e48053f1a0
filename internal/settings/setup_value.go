package settings

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"valuetrail/internal/vocabulary"
)

// The readers of single cells. Each leaves what it was given where the cell is
// blank or wrong, and says what is wrong.

func (u *setup) text(r setupRow, key string, to *string) {
	c, ok := r.cells[key]
	switch {
	case !ok:
	case strings.ContainsFunc(c.text, func(x rune) bool { return x < ' ' && x != '\n' && x != '\t' || x == 0x7f }):
		u.fault(r, c, "text holds a control character", "write it again by hand")
	default:
		*to = strings.Join(strings.Fields(c.text), " ")
	}
}

// long is text that keeps its paragraphs.
func (u *setup) long(r setupRow, key string, to *string) {
	c := r.cells[key]
	var line string
	if u.text(r, key, &line); line != "" {
		*to = paragraphs(strings.ReplaceAll(strings.ReplaceAll(c.text, "\r\n", "\n"), "\n", "\n\n"))
	}
}

// id reads a short name; where the cell is blank it is made, which may be "" for
// none.
func (u *setup) id(r setupRow, key, made string, to *string) {
	c, ok := r.cells[key]
	switch {
	case !ok && made != "":
		*to = made
	case ok && !isID(c.text):
		u.fault(r, c, fmt.Sprintf("%q cannot be a short name", shortened(c.text)), "use up to 60 letters, without ; and |")
	case ok:
		*to = c.text
	}
}

func (u *setup) day(r setupRow, key string, to *Day) {
	c, ok := r.cells[key]
	if !ok {
		return
	}
	d, err := ParseDay(strings.TrimSuffix(strings.ReplaceAll(c.text, "T", " "), " 00:00:00"))
	if err != nil || d == 0 {
		u.fault(r, c, fmt.Sprintf("want a day, found %q", shortened(c.text)), "write it like 2025-09-01")
		return
	}
	*to = d
}

// monthDay reads a day of every year; spreadsheet programs like to add a year.
func (u *setup) monthDay(r setupRow, key string, to *MonthDay) {
	c, ok := r.cells[key]
	if !ok {
		return
	}
	text := strings.TrimSuffix(strings.ReplaceAll(c.text, "T", " "), " 00:00:00")
	if at, err := time.Parse(time.DateOnly, text); err == nil {
		text = at.Format("01-02")
	}
	d, err := parseMonthDay(text)
	if err != nil {
		u.fault(r, c, fmt.Sprintf("want a day of every year, found %q", shortened(c.text)), "write it like 09-01 (month, then day); 29 February is none")
		return
	}
	*to = d
}

// number reads 0.75 or 75 %.
func (u *setup) number(r setupRow, key string, to *float64, least, most float64) {
	c, ok := r.cells[key]
	if !ok {
		return
	}
	digits, isPercent := strings.CutSuffix(c.text, "%")
	x, err := strconv.ParseFloat(strings.TrimSpace(digits), 64)
	if isPercent {
		x /= 100
	}
	switch {
	case err != nil || math.IsNaN(x) || math.IsInf(x, 0):
		u.fault(r, c, fmt.Sprintf("want a number, found %q", shortened(c.text)), "write it like 0.75 or 75 %, with a point")
	case x < least || x > most:
		u.fault(r, c, fmt.Sprintf("%s is out of range", shortened(c.text)), fmt.Sprintf("want a number from %g to %g", least, most))
	default:
		*to = x
	}
}

func (u *setup) optional(r setupRow, key string, to **float64) {
	var x float64
	before := len(u.faults)
	u.number(r, key, &x, -math.MaxFloat64, math.MaxFloat64)
	if _, ok := r.cells[key]; ok && len(u.faults) == before {
		*to = &x
	}
}

func (u *setup) count(r setupRow, key string, to *int, least, most int) {
	x, before := float64(*to), len(u.faults)
	u.number(r, key, &x, float64(least), float64(most))
	switch {
	case len(u.faults) > before:
	case x != math.Trunc(x):
		u.fault(r, r.cells[key], fmt.Sprintf("want a whole number, found %q", shortened(r.cells[key].text)), "")
	default:
		*to = int(x)
	}
}

func (u *setup) word(r setupRow, key string, to *string) {
	c, ok := r.cells[key]
	if !ok {
		return
	}
	for _, column := range r.sheet.Columns {
		if column.Key != key {
			continue
		}
		w, err := column.Choice.Parse(c.text)
		if err != nil {
			u.fault(r, c, fmt.Sprintf("unknown %s %q", column.Choice.Name, shortened(c.text)), nearest(c.text, column.Offered()))
			return
		}
		*to = w
	}
}

func (u *setup) flag(r setupRow, key string, to *bool) {
	c, ok := r.cells[key]
	if !ok {
		return
	}
	switch vocabulary.Loose(c.text) {
	case "yes", "y", "true", "1":
		*to = true
	case "no", "n", "false", "0":
		*to = false
	default:
		u.fault(r, c, fmt.Sprintf("want yes or no, found %q", shortened(c.text)), "choose from the list")
	}
}

// isID reports whether files and flags can repeat a short name.
func isID(s string) bool {
	return s != "" && len([]rune(s)) <= 60 && !strings.ContainsAny(s, ";|\n")
}
