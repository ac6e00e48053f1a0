package layout

import (
	"regexp"
	"slices"
	"strings"

	"valuetrail/ingest/sheet"
	"valuetrail/internal/vocabulary"
)

const surveyMonkey = "surveymonkey"

// SurveyMonkey reads exports of all responses: questions and, under them, their
// options in two heading rows; three with codes on top; one where they were
// flattened or somebody took the second away. Summaries and cross tables are
// refused: they hold no responses.
type SurveyMonkey struct{}

// Source implements Layout.
func (SurveyMonkey) Source() string { return surveyMonkey }

// monkeyMeta leads tight headings of metadata to what they say.
var monkeyMeta = map[string]string{
	"respondentid": "id", "collectorid": "collector", "startdate": "began", "datecreated": "began", "enddate": "ended", "datemodified": "ended",
	"ipaddress": "ip", "emailaddress": "email", "firstname": "first", "lastname": "last", "completed": "complete", "completionstatus": "complete",
	"responsestatus": "complete",
}

var (
	customData = regexp.MustCompile(`^customdata\d{0,2}$`)
	// questionCode is the short name that some exports put over a question.
	questionCode = regexp.MustCompile(`^(?i:q|var|v)?\d{1,4}(?:[._-]\w{1,12})*$`)
	// wholeAnswer are the words that stand under a question in place of an option.
	wholeAnswer = map[string]bool{"response": true, "open ended response": true}
	// beside are the beginnings of labels of columns that stand beside an answer.
	beside = []string{"other", "comment", "why", "please", "if ", "none", "n a", "not applicable"}
)

// monkeyHead is where the heading rows of a sheet are.
type monkeyHead struct {
	first                   int // of the rows, the first heading
	codes, questions, label sheet.Row
	above                   int
	sure                    float64
}

func findMonkey(s *sheet.Sheet, rows []sheet.Row) (answerSheet, bool) {
	h, ok := headOfMonkey(rows)
	if !ok {
		return answerSheet{}, false
	}
	a := newAnswerSheet(surveyMonkey, s)
	a.names, a.above, a.heads, a.sure = h.questions, h.above, h.above-h.first, h.sure
	a.wide = max(len(h.codes.Cells), len(h.questions.Cells), len(h.label.Cells))
	for _, row := range []sheet.Row{h.questions, h.codes, h.label} {
		for c := 1; c <= len(row.Cells); c++ {
			if role := monkeyRole(cell(row, c)); role != "" && !a.meta[c] {
				a.take(role, c)
			}
		}
	}
	a.askMonkey(h)
	a.ways.gather = (*answersReader).uniteTicks
	return a, len(a.asks) > 0
}

// monkeyRole is what a heading of metadata says, "" for any other heading.
func monkeyRole(heading string) string {
	t := tight(heading)
	if customData.MatchString(t) {
		return "custom"
	}
	return monkeyMeta[t]
}

// headOfMonkey finds the headings: by the metadata, else by the words that
// stand under questions, else by questions that several columns answer.
func headOfMonkey(rows []sheet.Row) (monkeyHead, bool) {
	for i, row := range rows[:min(len(rows), 6)] {
		if at := rolesIn(row, monkeyRole); at["id"] > 0 && notOurs(row) {
			return headByID(rows, i, at)
		}
	}
	for i := 0; i+1 < len(rows) && i < 4; i++ {
		if labels(rows[i], rows[i+1]) {
			return monkeyHead{first: i, questions: rows[i], label: rows[i+1], above: i + 2, sure: 0.9}, true
		}
	}
	if len(rows) > 1 && sharedQuestions(rows) {
		return monkeyHead{questions: rows[0], above: 1, sure: 0.6}, true
	}
	return monkeyHead{}, false
}

// notOurs reports that a row with a respondent's id is no survey sheet of ours,
// which has such a column too.
func notOurs(row sheet.Row) bool {
	for _, c := range row.Cells {
		switch vocabulary.Loose(c) {
		case "wave id", "submitted at", "response id":
			return false
		}
	}
	return true
}

// headByID finds the heading rows around the one with a respondent's id.
func headByID(rows []sheet.Row, i int, at map[string]int) (monkeyHead, bool) {
	h := monkeyHead{first: i, questions: rows[i], above: i + 1, sure: 0.8}
	if at["collector"] > 0 || at["began"] > 0 && at["ended"] > 0 {
		h.sure = 0.97
	}
	var under []sheet.Row
	for _, row := range rows[i+1 : min(len(rows), i+3)] {
		if !underHeading(row, at) {
			break
		}
		under = append(under, row)
		h.above++
	}
	if len(under) > 0 {
		h.label = under[len(under)-1]
		h.sure = max(h.sure, 0.95)
	}
	switch {
	case i > 0 && codes(rows[i-1], at):
		h.codes, h.first = rows[i-1], i-1
	case len(under) > 0 && codes(rows[i], at):
		h.codes, h.questions, h.label = rows[i], under[0], sheet.Row{}
		if len(under) > 1 {
			h.label = under[1]
		}
	}
	return h, len(under) > 0 || h.sure > 0.9 || asksSomething(h.questions)
}

// underHeading reports that a row under the metadata's names is no response:
// where an id and times would stand is nothing, or the names again.
func underHeading(row sheet.Row, at map[string]int) bool {
	if id := cell(row, at["id"]); id != "" && monkeyRole(id) == "" {
		return false
	}
	for _, role := range []string{"began", "ended"} {
		if _, isTime := readDate(cell(row, at[role])); isTime {
			return false
		}
	}
	return slices.ContainsFunc(row.Cells, func(c string) bool {
		_, isNumber := readNumber(c, false)
		return !isNumber && !sheet.Blank(c)
	})
}

// codes reports that most of a row's questions are named by short codes.
func codes(row sheet.Row, at map[string]int) bool {
	named, coded := 0, 0
	for c := 1; c <= len(row.Cells); c++ {
		if h := cell(row, c); h != "" && monkeyRole(h) == "" {
			named++
			if questionCode.MatchString(h) {
				coded++
			}
		}
	}
	return coded > 0 && coded*10 >= named*6
}

// asksSomething reports that a heading reads like a question.
func asksSomething(row sheet.Row) bool {
	for _, c := range row.Cells {
		if isQuestion(tidy(c)) {
			return true
		}
	}
	return false
}

func isQuestion(heading string) bool {
	return len([]rune(heading)) >= 25 || strings.ContainsAny(heading, "?¿？") || strings.Contains(heading, " - ")
}

// labels reports that the second row holds what stands under questions: an
// option or a word for the whole answer in every column.
func labels(questions, under sheet.Row) bool {
	whole, continued, bare := 0, 0, 0
	for c := 1; c <= max(len(questions.Cells), len(under.Cells)); c++ {
		q, l := cell(questions, c), cell(under, c)
		if wholeAnswer[vocabulary.Loose(l)] {
			whole++
		}
		switch {
		case q == "" && l != "":
			continued++
		case q != "" && l == "":
			bare++
		}
		if _, isNumber := readNumber(l, false); isNumber {
			return false
		}
	}
	return bare == 0 && filled(questions.Cells) > 0 && cell(questions, 1) != "" && (whole >= 2 || whole == 1 && continued > 0)
}

// sharedQuestions reports that the first row asks long questions, and that two
// and more columns without a heading, each beside a question, hold something.
func sharedQuestions(rows []sheet.Row) bool {
	head := rows[0]
	named, asking, shared := 0, 0, 0
	for c := 1; c <= len(head.Cells); c++ {
		if h := cell(head, c); h != "" {
			named++
			if isQuestion(h) {
				asking++
			}
			continue
		}
		for _, row := range rows[1:] {
			if c > 1 && cell(row, c) != "" {
				shared++
				break
			}
		}
	}
	return named >= 4 && asking*10 >= named*7 && shared >= 2 && cell(head, 1) != ""
}

// Match implements Layout.
func (SurveyMonkey) Match(b *sheet.Book) (float64, error) {
	best, err := answersTool{surveyMonkey, findMonkey}.Match(b)
	if err != nil {
		return 0, err
	}
	for _, s := range b.Sheets {
		rows, err := firstRows(s, headRows)
		if err != nil {
			return 0, err
		}
		if aggregateIn(rows) != "" {
			best = max(best, 0.85)
		}
	}
	return best, nil
}

// Read implements Layout.
func (SurveyMonkey) Read(b *sheet.Book, said Said, to Sink) (Summary, error) {
	what, err := nothingButCounts(b)
	if err == nil && what != "" {
		err = &AggregateError{Book: b.Name, What: what}
	}
	if err != nil {
		return newReading(surveyMonkey, vocabulary.Survey, b, said, to).finish(), err
	}
	return answersTool{surveyMonkey, findMonkey}.Read(b, said, to)
}

// nothingButCounts is how counts or shares of answers stand in a book, "" where
// there are none, or stand beside responses that its owner made them of.
func nothingButCounts(b *sheet.Book) (string, error) {
	what := ""
	for _, s := range b.Sheets {
		rows, err := firstRows(s, headRows)
		if err != nil {
			return "", err
		}
		if _, ok := findMonkey(s, rows); ok {
			return "", nil
		}
		what = first(what, aggregateIn(rows))
	}
	return what, nil
}
