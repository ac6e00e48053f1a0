package reports

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"valuetrail/metrics"
)

const (
	realizedRate    = "realized_rate"
	measureChange   = "measure_change"
	negativeAnswers = "negative_answers"
	responseGap     = "response_gap"
)

// partsOf are the parts of an indicator for the whole span, in their order.
func (c *composer) partsOf(id string) []string {
	var parts []string
	for _, a := range c.answers(id, false) {
		for _, r := range a.Readings {
			if r.Cohort == c.Cohort && r.Group == "" {
				parts = append(parts, r.Part)
			}
		}
	}
	return unique(parts)
}

func unique(words []string) []string {
	seen := map[string]bool{}
	var all []string
	for _, w := range words {
		if !seen[w] {
			seen[w] = true
			all = append(all, w)
		}
	}
	return all
}

// resultsSentence is what members report of results.
func (c *composer) resultsSentence() string { return c.found(realizedRate, "results") }

// measuresSentence says what became of what the community set out to move.
func (c *composer) measuresSentence() string {
	var says []string
	for _, part := range c.partsOf(measureChange) {
		if r := c.whole(measureChange, part); r.Shown {
			says = append(says, sentence(r.Text))
		}
	}
	return join(says...)
}

// sentence is the text of a figure as a sentence of its own.
func sentence(text string) string {
	text = stopped(text)
	if text == "" {
		return ""
	}
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + text[size:] + "."
}

// negativeSentence is how many say that something did not work: a class where
// there are few, and never how few.
func (c *composer) negativeSentence() string {
	var worst metrics.Reading
	for _, part := range c.partsOf(negativeAnswers) {
		r := c.whole(negativeAnswers, part)
		switch {
		case !r.Shown:
		case !worst.Shown, tellingOf(r) == exact && (tellingOf(worst) != exact || *r.Value > *worst.Value):
			worst = r
		}
	}
	switch {
	case !worst.Shown:
		return ""
	case tellingOf(worst) == exact && worst.Numerator != nil:
		return c.say("negative.exact", *worst.Numerator, *worst.Denominator, c.aboutCycle(worst.Part))
	}
	return c.say("negative.other", stopped(worst.Text))
}

// aboutCycle is what a question about a cycle is about, in the middle of a
// sentence, "" where there are no words for it.
func (c *composer) aboutCycle(part string) string {
	if key := "report.negative.about." + part; c.print.Has(key) {
		return c.print.Say(key)
	}
	return ""
}

// toldOfResults counts the stories that name results, and of how many of those
// somebody else was asked.
func (c *composer) toldOfResults() string {
	r := c.whole(cycleCoverage, "realized")
	if len(c.accounts()) == 0 || !r.Shown || r.Numerator == nil || *r.Denominator == 0 {
		return ""
	}
	says := c.say("results.stories", *r.Numerator, *r.Denominator)
	told := slices.DeleteFunc(c.accounts(), func(s metrics.Story) bool { return !slices.Contains(s.Cycles, "realized") })
	if len(told) == 0 || float64(len(told)) != *r.Numerator { // nobody could tell which stories are meant
		return says
	}
	return join(says, c.confirmedSentence(told))
}

// measures lists what the community set out to move.
func (c *composer) measures() Figure {
	f := Figure{ID: "measures", Caption: c.say("measures.caption", c.Span), Counted: []string{c.countedOf(measureChange)},
		Table: Table{Title: c.say("measures.table"), Columns: []TableColumn{{Heading: c.say("column.measure")}, {Heading: c.say("column.figure")}}}}
	for _, part := range c.partsOf(measureChange) {
		if r := c.whole(measureChange, part); !isNeed(r) && r.Note != noData {
			f.Table.Rows = append(f.Table.Rows, []TableCell{textCell(nameOf(r)), untitled(cell(r), r)})
		}
	}
	if len(f.Table.Rows) == 0 {
		return Figure{}
	}
	f.Title, f.Sentence = c.say("measures.title", len(f.Table.Rows)), c.measuresSentence()
	if f.Sentence == "" {
		f.Sentence = c.say("measures.untold")
	}
	return f
}

// untitled is a cell beside its figure's title, which it need not say again.
func untitled(made TableCell, r metrics.Reading) TableCell {
	if said, found := strings.CutPrefix(r.Text, r.Title+": "); found && r.Title != "" && made.Of != "" {
		made.Text, made.Of = said, figureName(r, "said")
	}
	return made
}

// gapOfAnswers says how those who answered differ from the silent, and what
// that makes of the answers: of the whole time, or of the last round that tells
// it. A round that is not the last one answered is named: the sentence before
// speaks of that.
func (c *composer) gapOfAnswers() string {
	r, when := c.whole(responseGap, ""), ""
	for _, t := range slices.Backward(c.terms(responseGap, "")) {
		if r.Shown {
			break
		}
		r, when = t, c.term(t.Period)
	}
	if round := c.roundOf(c.whole(responseGap, "")); round != "" && round != c.roundOf(c.whole(responseRate, "")) {
		when = c.term(round)
	}
	if !r.Shown {
		return ""
	}
	favourable := ""
	if tellingOf(r) == exact && points(*r.Value) >= leastStep {
		favourable = c.say("gap.favourable")
	}
	if when != "" {
		return join(c.say("gap.earlier", when, stopped(r.Text)), favourable)
	}
	return join(sentence(r.Text), favourable)
}

// roundOf is the last term that tells the very figure of the whole time, so the
// one its survey round closed in; "" where none does.
func (c *composer) roundOf(whole metrics.Reading) string {
	for _, t := range slices.Backward(c.terms(whole.Indicator, whole.Part)) {
		if whole.Shown && t.Shown && t.Text == whole.Text && or(t.Denominator) == or(whole.Denominator) && or(t.Numerator) == or(whole.Numerator) {
			return t.Period
		}
	}
	return ""
}

// gapByTerm lists how those who answered differ from the silent, by round.
func (c *composer) gapByTerm() Figure {
	whole := c.whole(responseGap, "")
	if isNeed(whole) || whole.Note == noData {
		return Figure{}
	}
	f := Figure{ID: "response-gap", Title: c.say("gap.title"), Sentence: c.gapOfAnswers(), Caption: c.say("gap.caption", c.Span), Counted: []string{c.countedOf(responseGap)},
		Table: Table{Title: c.say("gap.table"), Columns: []TableColumn{{Heading: c.say("column.period")}, {Heading: c.say("column.figure")}}}}
	for _, r := range c.rounds(responseGap) {
		f.Table.Rows = append(f.Table.Rows, []TableCell{textCell(c.periodName(r)), cell(r)})
	}
	if f.Sentence == "" {
		f.Sentence = sentence(whole.Text)
	}
	return f
}
