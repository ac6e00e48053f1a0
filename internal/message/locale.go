package message

import (
	"math"
	"reflect"
	"strconv"
	"strings"
	"time"
)

// missing is printed for a number that is none.
const missing = "–"

// Number is x with that many decimals: "1,234.5", "−3".
func (p Printer) Number(x float64, decimals int) string {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return missing
	}
	// Rounded at nine places first: what metrics computed as 2.5 may arrive as
	// 2.4999999999999996.
	if rounded := math.Round(x*1e9) / 1e9; !math.IsInf(rounded, 0) {
		x = rounded
	}
	scale := math.Pow(10, float64(decimals))
	if scaled := math.Round(x * scale); !math.IsInf(scaled, 0) {
		x = scaled / scale
	}
	digits := strconv.FormatFloat(math.Abs(x), 'f', decimals, 64)
	whole, rest, _ := strings.Cut(digits, ".")
	t := p.words()
	text := group(whole, t.thousands)
	if rest != "" {
		text += t.decimal + rest
	}
	if x < 0 {
		return "−" + text
	}
	return text
}

// Percent is a fraction as whole points: 0.72 is "72 %".
func (p Printer) Percent(fraction float64) string {
	return strings.Replace(p.words().percent, "#", p.Number(fraction*100, 0), 1)
}

// Day is a day since 1970-01-01 in full: "14 October 2025".
func (p Printer) Day(dayNo int) string { return p.date(p.words().day, dayNo) }

// ShortDay is a day without its year: "14 Oct".
func (p Printer) ShortDay(dayNo int) string { return p.date(p.words().shortDay, dayNo) }

// Month is a month written 2025-10 as "October 2025"; anything else as it is.
func (p Printer) Month(month string) string {
	at, err := time.Parse("2006-01", month)
	if err != nil {
		return month
	}
	return p.dateParts(p.words().month, at)
}

// List is "a", "a and b" or "a, b and c"; none gives "".
func (p Printer) List(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + p.words().and + words[last]
}

func (p Printer) date(pieces []piece, dayNo int) string {
	return p.dateParts(pieces, time.Unix(0, 0).UTC().AddDate(0, 0, dayNo))
}

func (p Printer) dateParts(pieces []piece, at time.Time) string {
	t := p.words()
	text, _ := p.fill(pieces, func(ref string) (any, bool) {
		v, ok := map[string]string{
			"day": strconv.Itoa(at.Day()), "year": strconv.Itoa(at.Year()),
			"month": t.months[at.Month()-1], "month_short": t.shortMonths[at.Month()-1],
		}[ref]
		return v, ok
	})
	return text
}

// plain is a number with the decimals it needs, two at most.
func (p Printer) plain(x float64) string {
	for decimals := range 2 {
		scale := math.Pow(10, float64(decimals))
		if math.Abs(math.Round(x*scale)/scale-x) < 1e-9 {
			return p.Number(x, decimals)
		}
	}
	return p.Number(x, 2)
}

// group puts the mark between thousands.
func group(digits, mark string) string {
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + mark + digits[i:]
	}
	return digits
}

// number reads a value of any number type, or a pointer to one.
func number(v any) (float64, bool) {
	r := reflect.ValueOf(v)
	if r.Kind() == reflect.Pointer && !r.IsNil() {
		r = r.Elem()
	}
	switch {
	case !r.IsValid():
		return 0, false
	case r.CanInt():
		return float64(r.Int()), true
	case r.CanUint():
		return float64(r.Uint()), true
	case r.CanFloat():
		return r.Float(), true
	}
	return 0, false
}
