package layout

import (
	"maps"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"valuetrail/internal/vocabulary"
)

var (
	pointNumber = regexp.MustCompile(`^[-+]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?(?:[eE][-+]?\d{1,3})?$`)
	commaNumber = regexp.MustCompile(`^[-+]?(?:\d+|\d{1,3}(?:\.\d{3})+)(?:,\d+)?$`)
	oneComma    = regexp.MustCompile(`^[-+]?\d{1,3},\d{3}$`)
	clockOnly   = regexp.MustCompile(`(?i)^(\d{1,2})[:.h](\d{2})(?::(\d{2})(?:\.\d+)?)?(?: ?([ap])\.? ?m\.?| uhr)?$`)
	clockHour   = regexp.MustCompile(`(?i)^(\d{1,2}) ?([ap])\.? ?m\.?$`)
)

// readNumber reads a number strictly, with a decimal point or comma, separators
// of thousands, a percent sign (70 % is 0.7) or a currency sign. "1,234" is
// twelve hundred unless the file writes decimal commas.
func readNumber(s string, commas bool) (float64, bool) {
	s = strings.Trim(tidy(s), "€$£ ")
	percent := strings.HasSuffix(s, "%")
	s = strings.ReplaceAll(strings.TrimSuffix(s, "%"), " ", "")
	s = strings.Replace(s, "−", "-", 1)
	switch {
	case oneComma.MatchString(s) && commas, !pointNumber.MatchString(s) && commaNumber.MatchString(s):
		s = strings.Replace(strings.ReplaceAll(s, ".", ""), ",", ".", 1)
	case pointNumber.MatchString(s):
		s = strings.ReplaceAll(s, ",", "")
	default:
		return 0, false
	}
	f, err := strconv.ParseFloat(s, 64)
	if err != nil || math.IsInf(f, 0) {
		return 0, false
	}
	if percent {
		f /= 100
	}
	return f, true
}

// whole reads a whole number from 0 on.
func whole(s string) (int, bool) {
	f, ok := readNumber(s, false)
	if !ok || f != math.Trunc(f) || f < 0 || f > 1e9 {
		return 0, false
	}
	return int(f), true
}

// readClock reads a time of day as 15:04: on a 12- or 24-hour clock, or as the
// part of a day that a spreadsheet left as a number.
func readClock(s string) (string, bool) {
	s = tidy(s)
	if m := clockOnly.FindStringSubmatch(s); m != nil {
		return clockOf(number(m[1]), number(m[2]), m[4])
	}
	if m := clockHour.FindStringSubmatch(s); m != nil {
		return clockOf(number(m[1]), 0, m[2])
	}
	if w, ok := readDate(s); ok && w.known == toClock {
		m, _ := w.in(dmy)
		return clockOf(m.wall.Hour(), m.wall.Minute(), "")
	}
	if f, err := strconv.ParseFloat(s, 64); err == nil && f >= 0 && f < 1 && strings.HasPrefix(s, "0.") {
		minutes := int(math.Round(f * 24 * 60))
		return clockOf(minutes/60, minutes%60, "")
	}
	return "", false
}

func clockOf(hour, minute int, half string) (string, bool) {
	if half != "" {
		if hour < 1 || hour > 12 {
			return "", false
		}
		if hour %= 12; strings.EqualFold(half, "p") {
			hour += 12
		}
	}
	if hour > 23 || minute > 59 {
		return "", false
	}
	return time.Date(2000, 1, 1, hour, minute, 0, 0, time.UTC).Format("15:04"), true
}

// yesNo are the words of a flag.
var yesNo = vocabulary.Choice{Name: "yes or no", Words: []string{"yes", "no"}, Synonyms: map[string]string{
	"y": "yes", "true": "yes", "1": "yes", "x": "yes", "✓": "yes", "✔": "yes", "ja": "yes", "oui": "yes", "si": "yes", "sí": "yes", "tak": "yes", "sim": "yes", "wahr": "yes", "vrai": "yes",
	"n": "no", "false": "no", "0": "no", "nein": "no", "non": "no", "nee": "no", "nie": "no", "não": "no", "falsch": "no", "faux": "no",
}}

func isYes(s string) bool {
	w, err := yesNo.Parse(s)
	return err == nil && w == "yes"
}

// unguarded takes off the ' that keeps a spreadsheet from running a text.
func unguarded(s string) string {
	if len(s) > 1 && s[0] == '\'' && strings.ContainsRune("=+-@", rune(s[1])) {
		return s[1:]
	}
	return s
}

// list gives the parts of a cell that holds several, joined by ";".
func list(s string) string {
	var parts []string
	for _, p := range strings.FieldsFunc(s, func(r rune) bool { return r == ';' || r == '|' || r == '\n' }) {
		if p = strings.TrimSpace(p); p != "" {
			parts = append(parts, p)
		}
	}
	return strings.Join(parts, ";")
}

var totalWords = map[string]bool{"total": true, "totals": true, "grand total": true, "sum": true, "sums": true, "subtotal": true, "average": true, "averages": true,
	"summe": true, "gesamt": true, "insgesamt": true, "durchschnitt": true, "mittelwert": true, "moyenne": true, "totale": true, "suma": true, "razem": true,
	"totaal": true, "gemiddelde": true, "count": true, "number present": true, "attendance rate": true, "present": true, "total present": true, "total attendance": true,
	"attendance": true, "percent": true, "%": true, "attendees": true, "participants": true, "anzahl": true}

// isTotal tells the word that begins a row of sums.
func isTotal(s string) bool { return totalWords[strings.TrimRight(vocabulary.Loose(s), " =")] }

var formulaErrors = map[string]bool{"#div/0!": true, "#n/a": true, "#name?": true, "#null!": true, "#num!": true, "#ref!": true, "#value!": true, "#spill!": true, "#calc!": true, "#getting_data": true, "#error!": true}

// FailedFormula tells the texts that stand where a formula failed: no value, and
// no answer.
func FailedFormula(text string) bool { return formulaErrors[strings.ToLower(strings.TrimSpace(text))] }

// FormulaErrors are those texts, in small letters and in order.
func FormulaErrors() []string { return slices.Sorted(maps.Keys(formulaErrors)) }
