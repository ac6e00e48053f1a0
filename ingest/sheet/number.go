package sheet

import (
	"math"
	"strconv"
	"strings"
	"time"
)

// numberKind is what a number format makes of a number.
type numberKind uint8

const (
	plain   numberKind = iota
	date               // shows a date, a time or both
	elapsed            // shows hours beyond 24: a duration
)

// builtinKind is the kind of the formats that files name by number only.
func builtinKind(id int) numberKind {
	switch {
	case id == 46:
		return elapsed
	case id >= 14 && id <= 22, id >= 27 && id <= 36, id == 45, id == 47, id >= 50 && id <= 58, id >= 71 && id <= 81:
		return date
	}
	return plain
}

// formatKind reads a format code: a date has y, m, d, h or s in its first
// section outside quotes, escapes and brackets; [h], [m], [s] are elapsed.
func formatKind(code string) numberKind {
	kind := plain
	for i := 0; i < len(code); i++ {
		switch c := code[i]; c {
		case ';':
			return kind
		case '"':
			n := strings.IndexByte(code[i+1:], '"')
			if n < 0 {
				return kind
			}
			i += n + 1
		case '\\', '_', '*':
			i++
		case '[':
			n := strings.IndexByte(code[i:], ']')
			if n < 0 {
				return kind
			}
			if isElapsed(code[i+1 : i+n]) {
				return elapsed
			}
			i += n
		case 'G', 'g', 'S', 's', 'y', 'Y', 'm', 'M', 'd', 'D', 'h', 'H':
			if word := wordAt(code[i:]); strings.EqualFold(word, "General") || strings.EqualFold(word, "Standard") {
				i += len(word) - 1
			} else if c != 'G' && c != 'g' {
				kind = date
			}
		}
	}
	return kind
}

func isElapsed(bracket string) bool {
	low := strings.ToLower(bracket)
	return low != "" && (strings.Trim(low, "h") == "" || strings.Trim(low, "m") == "" || strings.Trim(low, "s") == "")
}

func wordAt(s string) string {
	n := 0
	for n < len(s) && isASCIILetter(rune(s[n])) {
		n++
	}
	return s[:n]
}

// appendNumber adds the canonical text of a number cell; ok is false if raw is
// no number, and then raw is added as it stands.
func appendNumber(dst, raw []byte, kind numberKind, date1904 bool) (text []byte, ok bool) {
	if kind == plain && isShortInteger(raw) {
		return append(dst, raw...), true
	}
	if !isDecimal(raw) {
		return append(dst, raw...), false
	}
	f, err := strconv.ParseFloat(string(raw), 64)
	if err != nil {
		return append(dst, raw...), false
	}
	switch kind {
	case date:
		if text, ok := appendDate(dst, f, date1904); ok {
			return text, true
		}
	case elapsed:
		if math.Abs(f) < maxSerial {
			return appendElapsed(dst, f), true
		}
	}
	return appendPlain(dst, f), true
}

// isShortInteger knows what is its own shortest decimal.
func isShortInteger(raw []byte) bool {
	if len(raw) == 0 || len(raw) > 15 || raw[0] == '0' && len(raw) > 1 {
		return false
	}
	for _, c := range raw {
		if !isDigit(c) {
			return false
		}
	}
	return true
}

// isDecimal is stricter than ParseFloat, which takes hexadecimals, "inf" and
// underscores.
func isDecimal(raw []byte) bool {
	digits := false
	for _, c := range raw {
		switch {
		case isDigit(c):
			digits = true
		case c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E':
		default:
			return false
		}
	}
	return digits
}

func appendPlain(dst []byte, f float64) []byte {
	if f == 0 {
		return append(dst, '0') // not "-0"
	}
	if a := math.Abs(f); a >= 1e21 || a < 1e-9 {
		return strconv.AppendFloat(dst, f, 'e', -1, 64)
	}
	return strconv.AppendFloat(dst, f, 'f', -1, 64)
}

const (
	daySeconds = 86_400
	maxSerial  = 2_958_466 // the day after 9999-12-31
)

// appendDate writes a serial number as the date or time it shows, to the
// second. A serial below 1 is a time of day. ok is false outside the calendar.
func appendDate(dst []byte, serial float64, date1904 bool) ([]byte, bool) {
	if serial < 0 || serial >= maxSerial {
		return dst, false
	}
	seconds := int64(math.Round(serial * daySeconds))
	day, second := int(seconds/daySeconds), int(seconds%daySeconds)
	clock := time.Unix(int64(second), 0).UTC()
	if serial < 1 && day == 0 {
		return clock.AppendFormat(dst, time.TimeOnly), true
	}
	dst, ok := appendDay(dst, day, date1904)
	if !ok {
		return dst, false
	}
	if second == 0 {
		return dst, true
	}
	return clock.AppendFormat(append(dst, ' '), time.TimeOnly), true
}

func appendDay(dst []byte, day int, date1904 bool) ([]byte, bool) {
	switch {
	case date1904:
		day += 1462
	case day == 60:
		return append(dst, "1900-02-29"...), true // a day that only the 1900 calendar of spreadsheets has
	case day < 60:
		day++
	}
	shown := time.Date(1899, 12, 30+day, 0, 0, 0, 0, time.UTC)
	return shown.AppendFormat(dst, time.DateOnly), shown.Year() <= 9999
}

// appendElapsed writes a duration in days as H:MM:SS.
func appendElapsed(dst []byte, days float64) []byte {
	seconds := int64(math.Round(days * daySeconds))
	if seconds < 0 {
		dst = append(dst, '-')
		seconds = -seconds
	}
	dst = strconv.AppendInt(dst, seconds/3600, 10)
	for _, part := range []int64{seconds / 60 % 60, seconds % 60} {
		dst = append(dst, ':', byte('0'+part/10), byte('0'+part%10))
	}
	return dst
}
