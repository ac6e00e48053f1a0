package message

import (
	"fmt"
	"strings"
)

// tongue is one language: its sentences and how it writes numbers and days.
type tongue struct {
	tag, file                        string
	decimal, thousands, percent, and string
	day, shortDay, month             []piece
	months, shortMonths              []string
	plural                           func(n float64) int
	forms                            int
	sentences                        map[string][]piece
}

// pluralRules say which form a number takes; the first form is the singular.
var pluralRules = map[string]struct {
	forms int
	form  func(n float64) int
}{
	"one":    {1, func(float64) int { return 0 }},
	"two":    {2, func(n float64) int { return which(n != 1) }},
	"french": {2, func(n float64) int { return which(n >= 2) }},
	"slavic": {3, slavic},
}

func which(many bool) int {
	if many {
		return 1
	}
	return 0
}

// slavic is the Polish rule: 1, then 2–4 but not 12–14, then the rest.
func slavic(n float64) int {
	last, lastTwo := int(n)%10, int(n)%100
	switch {
	case n == 1:
		return 0
	case last >= 2 && last <= 4 && (lastTwo < 12 || lastTwo > 14) && n == float64(int(n)):
		return 1
	}
	return 2
}

// readTongue reads "key = sentence" lines: # starts a comment, [section] puts
// "section." before the keys under it, an indented line continues the last one.
func readTongue(file, text string) (*tongue, error) {
	raw, lines := map[string]string{}, map[string]int{}
	section, last := "", ""
	for i, line := range strings.Split(text, "\n") {
		line = strings.TrimRight(line, " \t\r")
		fault := func(what string) error { return fmt.Errorf("%s:%d: %s", file, i+1, what) }
		bare := strings.TrimLeft(line, " \t")
		switch {
		case bare == "" || strings.HasPrefix(line, "#"):
			last = ""
		case bare != line:
			if last == "" {
				return nil, fault("an indented line continues the key above it, and there is none")
			}
			raw[last] += " " + bare
		case strings.HasPrefix(line, "[") && strings.HasSuffix(line, "]"):
			section, last = strings.Trim(line, "[] ")+".", ""
		default:
			name, words, ok := strings.Cut(line, "=")
			key := section + strings.TrimSpace(name)
			if !ok || strings.ContainsAny(strings.TrimSpace(name), " \t") {
				return nil, fault("want key = sentence")
			}
			if lines[key] > 0 {
				return nil, fault(fmt.Sprintf("%s is on line %d already", key, lines[key]))
			}
			raw[key], lines[key], last = strings.TrimSpace(words), i+1, key
		}
	}
	return newTongue(file, raw, lines)
}

func newTongue(file string, raw map[string]string, lines map[string]int) (*tongue, error) {
	t := &tongue{file: file, sentences: map[string][]piece{}}
	parsed := map[string][]piece{}
	for key, words := range raw {
		pieces, err := parseSentence(words)
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %s: %w", file, lines[key], key, err)
		}
		parsed[key] = pieces
		if !strings.HasPrefix(key, "_") {
			t.sentences[key] = pieces
		}
	}
	if err := t.habits(raw, parsed); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	for key, pieces := range t.sentences {
		if n := wrongForms(pieces, t.forms); n > 0 {
			return nil, fmt.Errorf("%s:%d: %s: %d forms between bars, this language has %d", file, lines[key], key, n, t.forms)
		}
	}
	return t, nil
}

// habits reads the keys that begin with an underscore: how the language writes.
func (t *tongue) habits(raw map[string]string, parsed map[string][]piece) error {
	for _, key := range []string{"_language", "_plural", "_decimal", "_thousands", "_percent", "_and", "_months", "_months_short", "_day", "_day_short", "_month"} {
		if raw[key] == "" {
			return fmt.Errorf("%s is missing", key)
		}
	}
	rule, ok := pluralRules[raw["_plural"]]
	if !ok {
		return fmt.Errorf("_plural: unknown rule %q", raw["_plural"])
	}
	t.tag, t.plural, t.forms = strings.ToLower(raw["_language"]), rule.form, rule.forms
	t.decimal, t.thousands = unblank(raw["_decimal"]), unblank(raw["_thousands"])
	t.percent, t.and = raw["_percent"], " "+raw["_and"]+" "
	t.day, t.shortDay, t.month = parsed["_day"], parsed["_day_short"], parsed["_month"]
	t.months, t.shortMonths = strings.Fields(raw["_months"]), strings.Fields(raw["_months_short"])
	if len(t.months) != 12 || len(t.shortMonths) != 12 {
		return fmt.Errorf("_months and _months_short: want twelve words each")
	}
	if !strings.Contains(t.percent, "#") {
		return fmt.Errorf("_percent: want # where the number stands")
	}
	return nil
}

// unblank reads the word for a blank that a line's end cannot show.
func unblank(s string) string {
	switch s {
	case "blank":
		return "\u00a0"
	case "nothing":
		return ""
	}
	return s
}
