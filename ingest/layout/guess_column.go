package layout

import (
	"slices"
	"strings"
	"unicode"

	"valuetrail/ingest/sheet"
	"valuetrail/internal/vocabulary"
)

// evidence is what the cells of a column are like.
type evidence struct {
	filled                       int
	mails, days, clocks, names   int
	numbers, small, whole, marks int
	long, letters                int
	times                        dateColumn
	different                    map[string]int
	greatest                     float64
	timesOfDay, lengths          int
}

// mostDifferent is how many different cells of a column are told apart.
const mostDifferent = 1000

func (e *evidence) add(text string, commas bool) {
	text = tidy(text)
	if sheet.Blank(text) {
		return
	}
	e.filled++
	if len(e.different) < mostDifferent || e.different[text] > 0 {
		e.different[text]++
	}
	e.lengths += len([]rune(text))
	if strings.ContainsFunc(text, unicode.IsLetter) {
		e.letters++
	}
	if NormaliseEmail(text) != "" {
		e.mails++
	}
	n, isNumber := readNumber(text, commas)
	if isNumber {
		e.numbers++
		e.greatest = max(e.greatest, n)
		if n == float64(int64(n)) {
			e.whole++
			if n >= 0 && n <= 10 {
				e.small++
			}
		}
	}
	if w, ok := readDate(timeText(text)); ok && w.known >= toDay && !isNumber {
		e.days++
		if w.known == toClock {
			e.timesOfDay++
		}
		if !isISO(text) {
			e.times.add(timeText(text))
		}
	} else if _, ok := readClock(text); ok && !isNumber {
		e.clocks++
	}
	if presence, err := vocabulary.ParsePresence(text); err == nil && presence != "" {
		e.marks++
	}
	if len([]rune(text)) >= longAnswer {
		e.long++
	}
	if looksLikeName(text) {
		e.names++
	}
}

// looksLikeName tells two to five words that each begin with a capital letter,
// small particles between them apart.
func looksLikeName(s string) bool {
	capital, all := 0, strings.Fields(strings.ReplaceAll(s, ",", " "))
	for _, w := range all {
		r := []rune(w)[0]
		switch {
		case unicode.IsUpper(r):
			capital++
		case !unicode.IsLetter(r) || len(w) > 4:
			return false
		}
	}
	return capital >= 2 && len(all) <= 6 && !strings.ContainsFunc(s, unicode.IsDigit)
}

// most reports that nearly all of the cells are so.
func (e *evidence) most(n int) bool { return e.filled > 0 && n*10 >= e.filled*9 }

// alone reports that no two cells are the same.
func (e *evidence) alone() bool {
	return e.filled > 1 && e.filled <= mostDifferent && len(e.different) == e.filled || e.filled > mostDifferent && len(e.different) == mostDifferent
}

// repeats reports that the cells are few words again and again.
func (e *evidence) repeats() bool { return e.filled >= 6 && len(e.different)*3 <= e.filled }

// guess is what a column is taken for, before it is known what its rows are.
type guess struct {
	role   vocabulary.Role
	sure   float64
	reason string
	asks   float64 // how sure it is that the column asks something
	asking string  // and why
}

// The reasons of proposals, as sentences are found by them.
const (
	whyBoth     = "heading_and_cells" // the heading says it, and the cells are like that
	whyHeading  = "heading"           // the heading says it
	whyPart     = "part_of_heading"   // words of the heading say it
	whyCells    = "cells"             // the cells are like that
	whyBefore   = "before"            // it was so when the headings were others
	whyPlace    = "place_of_before"   // it stands where a column of before stood
	whyQuestion = "reads_as_question" // the heading is a question
	whyAnswers  = "cells_as_answers"  // the cells are answers: words of a list, numbers of a scale, texts
	whyRest     = "rest"              // what says nothing of the answering is a question
	whyNoField  = "no_field"          // rows of this kind have nothing of the sort
	whyTaken    = "taken"             // another column says it more surely
	whyEmpty    = "empty"             // no cell holds anything
	whySaid     = "said"              // somebody said so
	whyNumber   = "numbers_rows"      // it numbers the rows
)

// taste is the guess about one column by its heading and by its cells.
func taste(heading string, e *evidence) guess {
	role, whole := vocabulary.RoleOf(heading)
	if text := fieldOfStory(heading); role == "" && slices.Contains(storyTexts, text) {
		role = vocabulary.Role(text)
	}
	g := guess{role: role, reason: whyHeading, sure: 0.75}
	if !whole {
		g.sure, g.reason = 0.6, whyPart
	}
	fits, known := e.fits(role)
	switch {
	case role == "", !whole && role == vocabulary.SaysName && !fits:
		g = guess{}
	case known && fits:
		g.sure, g.reason = g.sure+0.2, whyBoth
	case known && e.filled > 0:
		g = guess{}
	}
	if g.role == "" {
		g = e.byCells(heading)
	}
	g.asks, g.asking = e.asks(heading)
	return g
}

// fits reports whether the cells are what a role says; known is false where
// cells tell nothing of it.
func (e *evidence) fits(r vocabulary.Role) (fits, known bool) {
	switch r {
	case vocabulary.SaysEmail:
		return e.mails*2 > e.filled, true
	case vocabulary.SaysDate, vocabulary.SaysMemberSince, vocabulary.SaysMemberUntil:
		return e.most(e.days), true
	case vocabulary.SaysJoined, vocabulary.SaysLeft:
		return e.most(e.days + e.clocks), true
	case vocabulary.SaysMinutes:
		return e.most(e.numbers + e.clocks), true
	case vocabulary.SaysStatus:
		other := e.long*2 > e.filled || e.most(e.days) || e.most(e.mails) || e.most(e.numbers) && e.greatest > 1
		return e.marks*2 > e.filled, e.marks*2 > e.filled || other
	case vocabulary.SaysName:
		return e.names*2 > e.filled, e.names*2 > e.filled || e.most(e.numbers) || e.most(e.mails)
	case vocabulary.SaysGiven, vocabulary.SaysFamily, vocabulary.SaysTitle:
		return e.most(e.letters), true
	case vocabulary.SaysResponse, vocabulary.SaysMember:
		return e.alone() || r == vocabulary.SaysMember, true
	}
	return false, false
}

// byCells is the guess where the heading says nothing.
func (e *evidence) byCells(heading string) guess {
	switch {
	case e.filled == 0:
		return guess{}
	case e.mails*10 >= e.filled*8:
		return guess{role: vocabulary.SaysEmail, sure: 0.85, reason: whyCells}
	case e.most(e.days) && e.timesOfDay*2 > e.filled:
		return guess{role: vocabulary.SaysDate, sure: 0.65, reason: whyCells}
	case e.most(e.days):
		return guess{role: vocabulary.SaysDate, sure: 0.55, reason: whyCells}
	case heading == "" && e.alone() && e.most(e.whole):
		return guess{role: vocabulary.SaysResponse, sure: 0.6, reason: whyNumber}
	}
	return guess{}
}

// asks is how sure it is that a column asks something, by its heading and its
// cells.
func (e *evidence) asks(heading string) (float64, string) {
	questions := strings.ContainsAny(heading, "?¿") || len(strings.Fields(heading)) >= 5
	switch {
	case e.filled == 0:
		return 0, ""
	case strings.ContainsAny(heading, "?¿"):
		return 0.9, whyQuestion
	case questions:
		return 0.7, whyQuestion
	case e.repeats() && !e.most(e.days) && !e.most(e.mails):
		return 0.6, whyAnswers
	case e.long*2 > e.filled:
		return 0.5, whyAnswers
	case e.most(e.small) && e.filled >= 6:
		return 0.5, whyAnswers
	}
	return 0.2, whyRest
}
