package ingest

import (
	"regexp"
	"strconv"
	"strings"
)

// writtenLabel is one answer of the question list as it is written there: its
// text, and the number or the code before or behind it.
type writtenLabel struct {
	text, code string
	number     float64
	numbered   bool
}

// labelsOf reads "1=Not at all; 5=Very much" or "Not at all | … | Very much":
// labels without a number count up from the least of the scale. Where all have a
// code, "A1=Law; A2=Trade" or as a project's dictionary writes them "1, Law | 2,
// Trade", exports under codes say the same as exports under labels.
func labelsOf(it Item) []ItemLabel {
	next := 1.0
	if it.HasMin {
		next = it.ScaleMin
	}
	var all []ItemLabel
	done := map[string]bool{}
	add := func(label string, number float64) {
		if label = plainLabel(label); label != "" && !done[label] { // said twice, an answer would be two
			done[label] = true
			all = append(all, ItemLabel{Item: it.ID, Wave: it.Wave, Label: label, Number: number})
		}
	}
	for _, l := range writtenLabels(it) {
		number := next
		if l.numbered {
			number = l.number
		}
		next = number + 1
		add(l.text, number)
		add(l.code, number)
	}
	return all
}

// plainMarks writes the blanks and apostrophes of typesetters as a keyboard has
// them.
var plainMarks = strings.NewReplacer("’", "'", "‘", "'", "ʼ", "'", "“", `"`, "”", `"`, "\u00a0", " ", "\u202f", " ")

// plainLabel is a label as answers are compared with it; the shape of surveys makes
// answers the same way.
func plainLabel(label string) string {
	return strings.ToLower(strings.Join(strings.Fields(plainMarks.Replace(label)), " "))
}

// codedLabel is a code, an = sign and a text; before a comma only what holds a
// number is a code: "Yes, always" is a label.
var (
	codedLabel = regexp.MustCompile(`^([^\s=]{1,40})\s*=\s*(\S.*)$`)
	commaLabel = regexp.MustCompile(`^(-?[A-Za-z]{0,3}\d{1,6}), (\S.*)$`)
)

// writtenLabels are the answers of an item in their order.
func writtenLabels(it Item) []writtenLabel {
	sep := ";"
	if strings.Contains(it.Labels, "|") {
		sep = "|"
	}
	var parts []string
	for part := range strings.SplitSeq(it.Labels, sep) {
		if part = strings.TrimSpace(part); part != "" {
			parts = append(parts, part)
		}
	}
	coded := codedLabel
	if sep == "|" && allAre(parts, commaLabel) {
		coded = commaLabel
	}
	codes := allAre(parts, coded)
	chosen := it.Kind == "choice" || it.Kind == "multi"
	var all []writtenLabel
	for _, part := range parts {
		all = append(all, readLabel(part, coded, codes, chosen))
	}
	return all
}

// readLabel reads one answer. The number of a choice is its code too: it stands
// for a word there, and for a quantity elsewhere.
func readLabel(part string, coded *regexp.Regexp, codes, chosen bool) writtenLabel {
	m := coded.FindStringSubmatch(part)
	if coded == commaLabel && m != nil {
		part = m[1] + "=" + m[2]
	}
	front, behind, ok := strings.Cut(part, "=")
	front, behind = strings.TrimSpace(front), strings.TrimSpace(behind)
	if !ok {
		return writtenLabel{text: part}
	}
	if v, err := strconv.ParseFloat(front, 64); err == nil {
		l := writtenLabel{text: behind, number: v, numbered: true}
		if chosen {
			l.code = front
		}
		return l
	}
	if v, err := strconv.ParseFloat(behind, 64); err == nil {
		return writtenLabel{text: front, number: v, numbered: true}
	}
	if codes && m != nil {
		return writtenLabel{text: m[2], code: m[1]}
	}
	return writtenLabel{text: part}
}

// allAre reports that there are parts and that each is written so.
func allAre(parts []string, so *regexp.Regexp) bool {
	for _, p := range parts {
		if !so.MatchString(p) {
			return false
		}
	}
	return len(parts) > 0
}
