package layout

import (
	"strconv"
	"strings"
	"time"

	"valuetrail/internal/vocabulary"
)

// Says reports whether a cell says the value that a field of a row has, in
// whatever way it is written.
func Says(cell string, f vocabulary.Field, value string, zone *time.Location) bool {
	cell = tidy(cell)
	if cell == "" || value == "" {
		return false
	}
	if strings.EqualFold(cell, value) {
		return true
	}
	switch f.Holds {
	case vocabulary.Day, vocabulary.Instant:
		return saysTime(cell, value, zone)
	case vocabulary.Clock:
		v, ok := readClock(cell)
		return ok && v == value
	case vocabulary.Number, vocabulary.Whole:
		want, err := strconv.ParseFloat(value, 64)
		for _, commas := range []bool{false, true} {
			if n, ok := readNumber(cell, commas); err == nil && ok && n == want {
				return true
			}
		}
		n, ok := readDuration(cell)
		return err == nil && ok && n-want < 1 && want-n < 1
	case vocabulary.Flag:
		v, err := yesNo.Parse(cell)
		return err == nil && v == value
	case vocabulary.Word:
		v, err := f.Choice.Parse(cell)
		return err == nil && v == value
	case vocabulary.List, vocabulary.People:
		return list(cell) == value
	}
	return false
}

func saysTime(cell, value string, zone *time.Location) bool {
	w, ok := readDate(timeText(cell))
	if !ok {
		return false
	}
	for _, order := range []string{dmy, mdy} {
		m, ok := w.in(order)
		if ok && (m.Day() == value || m.instantOrNoon(zone) == value) {
			return true
		}
	}
	return false
}

// WorkedOut reports whether a field is one that no cell says, but the program
// itself.
func WorkedOut(heading string) bool {
	for _, h := range notSaid {
		if h == heading {
			return true
		}
	}
	return false
}
