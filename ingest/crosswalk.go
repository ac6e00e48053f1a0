package ingest

import (
	"cmp"
	"context"
	"slices"
	"strings"
)

// What is seen of a question that may be an earlier one in other words, the
// strongest first, and what speaks against it.
const (
	SeenRows    = "rows"    // both files give the same answers in the responses that both have
	SeenID      = "id"      // the tool gives both one id
	SeenCode    = "code"    // both stand under one code
	SeenPlace   = "place"   // it stands where the other stood, between the same questions
	SeenAnswers = "answers" // it is answered alike
	SeenWords   = "words"   // some words are the same
	SeenScale   = "scale"   // but on another scale
	SeenSense   = "sense"   // but one asks what the other does not
)

// What each of them adds, of one, and from where on a question is offered as
// another.
var seenWeight = map[string]float64{SeenRows: 0.9, SeenID: 0.6, SeenCode: 0.4, SeenPlace: 0.3, SeenAnswers: 0.15, SeenScale: -0.1, SeenSense: -0.2}

const (
	wordsWeight = 0.4
	offeredFrom = 0.4
	// mostChanged questions come or go at most where a form is still the same form;
	// fewestShared answers in both files tell that two questions are one.
	mostChanged, fewestShared = 100, 5
)

// crosswalk leads the questions of a form that are new to those of the export before
// that are gone.
type crosswalk struct {
	asked   map[string]askedForm
	order   []SourceOrder
	items   map[string]Item
	linked  map[cellOf]string // the item of a question that has one
	answers map[string]Answers
	batch   Batch
}

// cellOf is a column of a file.
type cellOf struct {
	file          string
	sheet, column int
}

// newCrosswalk is one without answers.
func newCrosswalk(b Batch, order []SourceOrder, seen []QuestionSeen, items []Item, links QuestionLinks) crosswalk {
	c := crosswalk{asked: askedForms(seen), order: order, items: map[string]Item{}, linked: map[cellOf]string{}, batch: b}
	for _, it := range items {
		c.items[it.ID] = it
	}
	for _, d := range links.Items {
		c.items[d.ID] = d.Item
	}
	for _, q := range links.Questions {
		c.linked[cellOf{q.FileID, q.Sheet, q.Column}] = q.Item
	}
	return c
}

// item is the one that the answers to a question belong to, its own where people
// left it out.
func (c crosswalk) item(q QuestionSeen) string {
	return cmp.Or(c.linked[cellOf{q.FileID, q.Sheet, q.Column}], unlistedItem(q))
}

// Twice is a response that two files both have: its cells in each, and their sheets.
type Twice struct {
	Sheet, SheetBefore int
	Cells, CellsBefore []string
}

// cell is what a question got in a row; columns count from 1.
func (q QuestionSeen) cell(sheet int, cells []string) string {
	if q.Sheet != sheet || q.Column < 1 || q.Column > len(cells) {
		return ""
	}
	return strings.TrimSpace(cells[q.Column-1])
}

// likely are the questions that are gone since the export before one and that new
// ones may be in other words, by the item a new one has by itself, the likeliest first. None
// is a finding: only people can tell.
func (c crosswalk) likely(ctx context.Context, of SourceOrder) (map[string][]Candidate, error) {
	was, ok := formBefore(of, c.order, c.asked)
	if !ok {
		return nil, nil
	}
	come, gone := changedQuestions(c.asked[of.FileID], c.asked[was.FileID])
	if len(come) == 0 || len(gone) == 0 || max(len(come), len(gone)) > mostChanged {
		return nil, nil
	}
	twice, err := c.batch.Twice(ctx, of.FileID, was.FileID)
	if err != nil {
		return nil, err
	}
	here, there := slots(c.asked[of.FileID].questions, come), slots(c.asked[was.FileID].questions, gone)
	out := map[string][]Candidate{}
	for _, q := range come {
		var all []Candidate
		for _, g := range gone {
			one := Candidate{Object: c.item(g), Shown: g.words(), Reason: reasonReworded, File: was.Name}
			shared, differ := sharedAnswers(q, g, twice)
			at, atBefore := here[q], there[g]
			if differ || !c.see(&one, q, g, shared, at.of > 0 && at == atBefore) {
				continue
			}
			all = append(all, one)
		}
		slices.SortStableFunc(all, func(a, b Candidate) int { return cmp.Compare(b.Score, a.Score) })
		out[unlistedItem(q)] = all[:min(2, len(all))]
	}
	return out, nil
}

// see notes what is seen of a question that may be one that is gone; false where it
// cannot be, or too little speaks for it.
func (c crosswalk) see(one *Candidate, q, g QuestionSeen, shared, place bool) bool {
	score := 0.0
	note := func(what string, seen bool) {
		if seen {
			one.Seen, score = strings.TrimSpace(one.Seen+" "+what), score+seenWeight[what]
		}
	}
	note(SeenRows, shared)
	note(SeenID, sameID(q.Native, g.Native))
	note(SeenCode, sameID(codeOf(q), codeOf(g)))
	note(SeenPlace, place)
	switch c.answered(q, g, one.Object) {
	case otherKind:
		return false
	case sameScale:
		note(SeenAnswers, true)
	case otherScale:
		note(SeenScale, true)
	}
	alike := headingsAlike(q.words(), g.words())
	note(SeenWords, alike >= 0.3)
	score += wordsWeight * alike
	note(SeenSense, !sameSense(q.words(), g.words()))
	one.Score = min(score, 0.99)
	return score >= offeredFrom
}

// likely reports whether what is seen of a question leaves little doubt that it is
// the other in other words.
func (c Candidate) likely(shown string) bool {
	seen := func(what string) bool { return slices.Contains(strings.Fields(c.Seen), what) }
	switch {
	case c.Reason != reasonReworded || seen(SeenScale) || seen(SeenSense):
		return false
	case seen(SeenRows), nearlyEqual(shown, c.Shown):
		return true
	}
	return seen(SeenAnswers) && (seen(SeenID) || seen(SeenCode) && seen(SeenWords))
}

// sharedAnswers reports whether two questions got the same answers, not all alike, in
// the responses that two files both have, and whether they got other ones.
func sharedAnswers(q, g QuestionSeen, all []Twice) (same, differ bool) {
	equal, other, said := 0, 0, map[string]bool{}
	for _, r := range all {
		now, was := q.cell(r.Sheet, r.Cells), g.cell(r.SheetBefore, r.CellsBefore)
		switch {
		case now == "" && was == "":
		case now == was:
			equal++
			said[now] = true
		default:
			other++
		}
	}
	return other == 0 && equal >= fewestShared && len(said) > 1, other > equal
}

// How the answers to two questions compare.
const (
	unknownAnswers = iota
	sameScale
	otherScale
	otherKind
)

// answered compares the answers to a question with those to one of before, or with
// what the question list says of that.
func (c crosswalk) answered(q, g QuestionSeen, item string) int {
	now := answeredBy(c.answers[unlistedItem(q)])
	was := answeredBy(c.answers[unlistedItem(g)])
	if it, ok := c.items[item]; ok && it.Kind != "" {
		was = Meaning{Kind: it.Kind, Min: it.ScaleMin, Max: now.Max, Labels: it.Labels}
		if it.Kind == "negative" {
			was.Kind = "yesno"
		}
	}
	words := map[string]bool{"choice": true, "multi": true, "text": true} // which of these, few answers do not tell
	switch {
	case now.Kind == "" || was.Kind == "":
		return unknownAnswers
	case words[now.Kind] && words[was.Kind]:
		return sameScale
	case now.Kind != was.Kind:
		return otherKind
	case now.Kind == "likert" && (now.Labels == "") != (was.Labels == ""),
		now.Kind == "likert" && now.Labels == "" && (now.Min != was.Min || now.Max != was.Max):
		return otherScale
	}
	return sameScale
}

// answeredBy is how a question is answered by what it got, "" of one without answers.
func answeredBy(all Answers) Meaning {
	if len(all.Words) == 0 {
		return Meaning{}
	}
	m := kindOf(all.Words)
	if m.Kind == "choice" && all.Count < 3*len(all.Words) { // words that few repeat are no list to choose from
		m.Kind = "text"
	}
	return m
}
