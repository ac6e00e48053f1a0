package layout

import (
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// The orders in which the parts of a day are written.
const (
	dmy = "dmy"
	mdy = "mdy"
	ymd = "ymd"
)

// writtenDate is a date as it stands in a cell: its parts, and the order where
// the writing itself tells it.
type writtenDate struct {
	parts  [3]int // as they stand
	order  string // "" when only the column can tell
	dotted bool
	known  precision
	clock  [3]int
	twelve bool // a 12-hour clock
	at     *time.Location
	whole  Moment // read as one: a spreadsheet's number, the plain form
}

const (
	weekdayPart = `(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? +|(?:mo|di|mi|do|fr|sa|so)\.?, ?|\pL{3,10}(?:tag|woch|d[iì]|dag|es|do|go|to|ca|che|ek|oda|ota|ela),? +)?`
	monthWord   = `(\pL{3,12})\.?`
)

var (
	clockEnd   = regexp.MustCompile(`(?i)(?:[ ,T]| at | um )[ ,]*(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?(?: ?([ap])\.? ?m\.?)?(?: ?(z|(?:utc|gmt)? ?[+-]\d{1,2}(?::?\d{2})?|utc|gmt))?$`)
	numbered   = regexp.MustCompile(`^(?i:` + weekdayPart + `)(\d{1,4})([./-])(\d{1,2})([./-])(\d{1,4})\.?$`)
	dayMonth   = regexp.MustCompile(`^(?i:` + weekdayPart + `)(\d{1,2})(?:st|nd|rd|th|º|\.)?(?:[ /-]+| de | of |)` + monthWord + `(?:,? +|,|[/-]+| de )'?(\d{4}|\d{2})$`)
	monthDay   = regexp.MustCompile(`^(?i:` + weekdayPart + `)` + monthWord + ` ?(\d{1,2})(?:st|nd|rd|th)?(?:, *| +)'?(\d{4}|\d{2})$`)
	monthYear  = regexp.MustCompile(`^` + monthWord + `,? +(\d{4})$`)
	yearMonth  = regexp.MustCompile(`^(\d{4})-(\d{2})$`)
	compactDay = regexp.MustCompile(`^(\d{4})(\d{2})(\d{2})$`)
)

// readDate reads a date strictly: all of s must be one. Numbers that a
// spreadsheet left in place of a date count.
func readDate(s string) (writtenDate, bool) {
	s = tidy(s)
	if len(s) < 5 || len(s) > 64 {
		return writtenDate{}, false
	}
	if m, ok := plainISO(s); ok {
		return writtenDate{order: ymd, known: m.known, whole: m}, true
	}
	if m, ok := serial(s); ok {
		return writtenDate{order: ymd, known: m.known, whole: m}, true
	}
	var w writtenDate
	w.known = toDay
	untied, zone := takeZone(s)
	if m := clockEnd.FindStringSubmatch(untied); m != nil && (zone == nil || m[5] == "") {
		if !w.readClock(m) {
			return writtenDate{}, false
		}
		if s = untied; zone != nil {
			w.at = zone
		}
		s = strings.TrimRight(s[:len(s)-len(m[0])], " ,")
	}
	ok := w.readNumbers(s) || w.readWords(s)
	if !ok || w.known == toMonth && w.clock != [3]int{} {
		return writtenDate{}, false
	}
	for _, o := range []string{dmy, mdy, ymd} {
		if _, ok := w.in(o); ok {
			return w, true
		}
	}
	return writtenDate{}, false
}

// plainISO reads the two forms that workbooks and most tools give, which are
// most of all cells, without looking further.
func plainISO(s string) (Moment, bool) {
	if len(s) == len(time.DateOnly) && isISO(s) {
		t, err := time.Parse(time.DateOnly, s)
		return Moment{wall: t, known: toDay}, err == nil && t.Year() >= 1900 && t.Year() < 2200
	}
	if len(s) == len(time.DateTime) && isISO(s) && s[10] == ' ' {
		t, err := time.Parse(time.DateTime, s)
		return Moment{wall: t, known: toClock}, err == nil && t.Year() >= 1900 && t.Year() < 2200
	}
	return Moment{}, false
}

// tidy makes every kind of blank one blank, drops what cannot be seen, and
// takes off the guards that tools put around texts (="..." and a leading ').
func tidy(s string) string {
	s = strings.TrimSpace(s)
	if len(s) > 3 && strings.HasPrefix(s, `="`) && strings.HasSuffix(s, `"`) {
		s = s[2 : len(s)-1]
	}
	s = strings.TrimPrefix(s, "'")
	if isPlain(s) {
		return s
	}
	s = strings.Map(func(r rune) rune {
		if isFormat(r) {
			return -1
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

// isPlain reports that tidying cannot change s further.
func isPlain(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf || s[i] < ' ' || s[i] == ' ' && i > 0 && s[i-1] == ' ' {
			return false
		}
	}
	return s == strings.TrimSpace(s)
}

func (w *writtenDate) readClock(m []string) bool {
	h, minute, second := number(m[1]), number(m[2]), number(m[3])
	if m[4] != "" {
		w.twelve = true
		if h < 1 || h > 12 {
			return false
		}
		h %= 12
		if strings.EqualFold(m[4], "p") {
			h += 12
		}
	}
	w.clock, w.known = [3]int{h, minute, second}, toClock
	if m[5] != "" {
		w.at = offset(m[5])
	}
	return h < 24 && minute < 60 && second < 60
}

// offset reads Z, UTC, GMT+2, +02:00, -0400.
func offset(s string) *time.Location {
	s = strings.ToUpper(strings.ReplaceAll(s, " ", ""))
	s = strings.TrimPrefix(strings.TrimPrefix(s, "UTC"), "GMT")
	if s == "" || s == "Z" {
		return time.UTC
	}
	digits := strings.ReplaceAll(s[1:], ":", "")
	hours, minutes := digits, "0"
	if len(digits) > 2 {
		hours, minutes = digits[:len(digits)-2], digits[len(digits)-2:]
	}
	seconds := number(hours)*3600 + number(minutes)*60
	if s[0] == '-' {
		seconds = -seconds
	}
	return time.FixedZone("", seconds)
}

func (w *writtenDate) readNumbers(s string) bool {
	if m := compactDay.FindStringSubmatch(s); m != nil {
		w.parts, w.order = [3]int{number(m[1]), number(m[2]), number(m[3])}, ymd
		return w.parts[0] >= 1990 && w.parts[0] < 2100
	}
	if m := yearMonth.FindStringSubmatch(s); m != nil {
		w.parts, w.order = [3]int{number(m[1]), number(m[2]), 1}, ymd
		return w.lessThanADay()
	}
	m := numbered.FindStringSubmatch(s)
	if m == nil || m[2] != m[4] || len(m[1]) == 3 || len(m[5]) == 3 {
		return false
	}
	w.parts = [3]int{number(m[1]), number(m[3]), number(m[5])}
	switch {
	case len(m[1]) == 4 && len(m[5]) <= 2:
		w.order = ymd
	case len(m[1]) == 4 || len(m[5]) == 1:
		return false
	}
	w.dotted = m[2] == "."
	return true
}

func (w *writtenDate) readWords(s string) bool {
	if m := dayMonth.FindStringSubmatch(s); m != nil {
		w.parts, w.order = [3]int{number(m[1]), monthOf(m[2]), number(m[3])}, dmy
		return w.parts[1] > 0
	}
	if m := monthDay.FindStringSubmatch(s); m != nil {
		w.parts, w.order = [3]int{monthOf(m[1]), number(m[2]), number(m[3])}, mdy
		return w.parts[0] > 0
	}
	if m := monthYear.FindStringSubmatch(s); m != nil {
		w.parts, w.order = [3]int{1, monthOf(m[1]), number(m[2])}, dmy
		return w.parts[1] > 0 && w.lessThanADay()
	}
	return false
}

// lessThanADay marks a month without a day; a clock beside it makes no sense.
func (w *writtenDate) lessThanADay() bool {
	if w.known == toClock {
		return false
	}
	w.known = toMonth
	return true
}

// in gives the moment when the parts stand in this order, unless the writing
// itself tells another; false when there is no such day.
func (w writtenDate) in(order string) (Moment, bool) {
	if !w.whole.IsZero() {
		return w.whole, true
	}
	if w.order != "" {
		order = w.order
	}
	d, m, y := w.parts[0], w.parts[1], w.parts[2]
	switch order {
	case mdy:
		d, m = m, d
	case ymd:
		d, y = y, d
	}
	switch {
	case y < 70:
		y += 2000
	case y < 100:
		y += 1900
	}
	if m < 1 || m > 12 || y < 1900 || y > 2199 {
		return Moment{}, false
	}
	wall := time.Date(y, time.Month(m), d, w.clock[0], w.clock[1], w.clock[2], 0, time.UTC)
	if wall.Day() != d || int(wall.Month()) != m {
		return Moment{}, false
	}
	return Moment{wall: wall, known: w.known, at: w.at}, true
}

// number reads digits, 0 for none.
func number(digits string) int {
	n, err := strconv.Atoi(digits)
	if err != nil {
		return 0
	}
	return n
}
