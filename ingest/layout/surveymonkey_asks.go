package layout

import (
	"strconv"
	"strings"

	"valuetrail/ingest/sheet"
	"valuetrail/internal/vocabulary"
)

// askMonkey makes the columns questions. A question stands over the first of its
// columns, or over each; under it stand its options, rows, or a word for the
// whole answer.
func (a *answerSheet) askMonkey(h monkeyHead) {
	names := map[string]int{}
	for c := 1; c <= a.wide; c++ {
		names[vocabulary.Loose(cell(h.label, c))]++
	}
	asked, nth := "", 0
	for c := 1; c <= a.wide; c++ {
		if a.meta[c] {
			asked = ""
			continue
		}
		text, label := cell(h.questions, c), cell(h.label, c)
		if text == "" || text == asked {
			nth++
		} else {
			asked, nth = text, 1
		}
		if text == "" && label == "" {
			a.bare[c] = true
		}
		q := Question{Column: c, Heading: part(asked, label, nth), Of: asked}
		if !isBeside(label) && names[vocabulary.Loose(label)] == 1 {
			q.Native = label
		}
		if code := cell(h.codes, c); code != "" {
			q.Heading, q.Wording, q.Native = code, q.Heading, ""
		}
		a.ask(q)
	}
}

// part names one column of a question: "question - option", the question alone
// for its whole answer.
func part(asked, label string, nth int) string {
	switch {
	case asked == "":
		return label
	case wholeAnswer[vocabulary.Loose(label)], label == "" && nth == 1:
		return asked
	case label == "":
		return asked + " (" + strconv.Itoa(nth) + ")"
	}
	return asked + " - " + label
}

// isBeside tells labels that say nothing without their question.
func isBeside(label string) bool {
	l := vocabulary.Loose(label)
	if l == "" || wholeAnswer[l] {
		return true
	}
	for _, b := range beside {
		if strings.HasPrefix(l, b) {
			return true
		}
	}
	return false
}

// AggregateError says that a file holds counts or shares of answers and not the
// answers. What is how they stand there.
type AggregateError struct{ Book, What string }

func (e *AggregateError) Error() string {
	return "read " + e.Book + ": it is " + e.What + ", not responses"
}

// Hint says what a person can do about it.
func (e *AggregateError) Hint() string {
	return `export the single answers instead: in SurveyMonkey "Export all", "All responses data", original view, as XLSX or CSV`
}

// aggregateIn tells a table of counts or shares by its first rows, "" for none.
func aggregateIn(rows []sheet.Row) string {
	heads, ends, lines, shares, values := 0, 0, 0, 0, 0
	for _, row := range rows {
		for c := 1; c < len(row.Cells); c++ {
			a, b := vocabulary.Loose(cell(row, c)), vocabulary.Loose(cell(row, c+1))
			if (a == "answer choices" || a == "answer options") && (b == "responses" || b == "response percent" || b == "response count") {
				heads++
			}
		}
		if first := vocabulary.Loose(cell(row, 1)); (first == "answered" || first == "skipped" || first == "answered question" || first == "skipped question") && filled(row.Cells) <= 3 {
			ends++
		}
		if cell(row, 1) != "" && filled(row.Cells) == 1 && isQuestion(cell(row, 1)) {
			lines++
		}
		for c := 3; c <= len(row.Cells); c++ {
			if v := cell(row, c); v != "" && cell(row, 1) == "" {
				values++
				if _, isNumber := readNumber(v, false); isNumber && strings.HasSuffix(v, "%") {
					shares++
				}
			}
		}
	}
	switch {
	case heads > 0 || ends >= 2 && lines > 0:
		return "a summary of a survey (how often each choice was given)"
	case lines > 0 && shares >= 8 && shares*10 >= values*7:
		return "a cross table of a survey (percentages by group)"
	}
	return ""
}
