package main

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"valuetrail/ingest"
	"valuetrail/reports/form"
)

// The words of the drop-downs of a survey's question that are no words of the
// question list. noWord says that nothing of the kind is meant.
const (
	noWord  = "none"
	sameAs  = "same:"
	inWords = "words"
	inScale = "scale "
	// mostSeen answers are listed at most, and none of fewer than fewAnswers.
	mostSeen   = 12
	fewAnswers = 5
)

// formOfQuestion asks what a question of a survey asks: what it is about, how it
// is answered and which answers are good, each with what it seems filled in.
func (e *env) formOfQuestion(f form.Question, q ingest.Question) form.Question {
	f.ID, f.Row = q.Kind+" "+q.Subject, 0
	f.Seen = e.seenAnswers(q)
	f.Words, f.Asked = q.Proposed.Labels, e.askedBefore(q)
	f.Picks = map[string][]form.Candidate{form.About: e.abouts(q), form.Kind: e.kinds(q.Proposed), form.Better: e.betters(q.Proposed)}
	return f
}

// askedBefore says which earlier questions of its form a question may be in other
// words, how likely that is and what speaks for it.
func (e *env) askedBefore(q ingest.Question) string {
	var all []string
	for _, c := range q.Candidates {
		if c.Seen == "" {
			continue
		}
		how := "decide.before.possible"
		if q.Proposed.SameAs == c.Object {
			how = "decide.before.likely"
		}
		var seen []string
		for what := range strings.FieldsSeq(c.Seen) {
			seen = append(seen, e.Say.Say("decide.before."+what))
		}
		all = append(all, e.Say.Say(how, c.Shown, c.File, strings.Join(seen, "; ")))
	}
	if len(all) == 0 {
		return ""
	}
	return strings.Join(append(all, e.Say.Say("decide.before.if", e.Say.Say("decide.column.about"))), "\n")
}

// seenAnswers says what answers there were. Who answered what is nobody's
// business: of few answers nothing is said, and of texts only that they are.
func (e *env) seenAnswers(q ingest.Question) string {
	switch {
	case q.Answers.Count < fewAnswers:
		return e.Say.Say("decide.seen.few")
	case q.Proposed.Kind == "text":
		return e.Say.Say("decide.seen.texts")
	case len(q.Answers.Words) > mostSeen:
		return e.Say.Say("decide.seen.numbers")
	}
	words := slices.Clone(q.Answers.Words)
	slices.SortStableFunc(words, func(a, b string) int {
		x, err1 := strconv.ParseFloat(a, 64)
		y, err2 := strconv.ParseFloat(b, 64)
		if err1 != nil || err2 != nil {
			return strings.Compare(a, b)
		}
		return cmp.Compare(x, y)
	})
	return strings.Join(words, ", ")
}

// abouts are what a question can be about, what is proposed first.
func (e *env) abouts(q ingest.Question) []form.Candidate {
	var all []form.Candidate
	for _, c := range q.Candidates {
		if c.Reason == "cycle" {
			all = append(all, form.Candidate{ID: c.Object, Label: e.Say.Say("decide.cycle", e.Say.Say("cycle."+c.Object+".title"), c.Object)})
		} else {
			all = append(all, form.Candidate{ID: sameAs + c.Object, Label: e.Say.Say("decide.same_as", c.Shown)})
		}
	}
	all = append(all, form.Candidate{ID: noWord, Label: e.Say.Say("decide.no_cycle")})
	first := noWord
	switch {
	case q.Proposed.SameAs != "":
		first = sameAs + q.Proposed.SameAs
	case q.Proposed.Cycle != "":
		first = q.Proposed.Cycle
	}
	return putFirst(all, first)
}

// kinds are the ways to answer a question, what is proposed first.
func (e *env) kinds(m ingest.Meaning) []form.Candidate {
	ids := []string{"yesno", "negative", inWords, "count", "choice", "multi", "text"}
	first := m.Kind
	switch {
	case m.Kind == "likert" && m.Labels != "":
		first = inWords
	case m.Kind == "likert":
		first = inScale + scaleText(m.Min, m.Max)
	}
	for _, s := range [][2]float64{{1, 4}, {1, 5}, {1, 6}, {1, 7}, {1, 10}, {0, 5}, {0, 10}} {
		ids = append(ids, inScale+scaleText(s[0], s[1]))
	}
	var all []form.Candidate
	for _, id := range ids {
		label := ""
		if scale, ok := strings.CutPrefix(id, inScale); ok {
			least, most, _ := strings.Cut(scale, " ")
			label = e.Say.Say("decide.kind.scale", least, most)
		} else {
			label = e.Say.Say("decide.kind." + id)
		}
		all = append(all, form.Candidate{ID: id, Label: label})
	}
	return putFirst(all, first)
}

func scaleText(least, most float64) string { return fmt.Sprintf("%g %g", least, most) }

// betters are which answers are good, what is proposed first.
func (e *env) betters(m ingest.Meaning) []form.Candidate {
	first := noWord
	switch {
	case m.Kind == "negative" || m.Direction == "low_good":
		first = "low_good"
	case m.Kind == "yesno" || m.Kind == "count" || m.Direction == "high_good":
		first = "high_good"
	}
	var all []form.Candidate
	for _, id := range []string{"high_good", "low_good", noWord} {
		all = append(all, form.Candidate{ID: id, Label: e.Say.Say("decide.better." + id)})
	}
	return putFirst(all, first)
}

// putFirst moves the candidate with an id to the front.
func putFirst(all []form.Candidate, id string) []form.Candidate {
	slices.SortStableFunc(all, func(a, b form.Candidate) int {
		switch {
		case a.ID == id && b.ID != id:
			return -1
		case b.ID == id && a.ID != id:
			return 1
		}
		return 0
	})
	return all
}

// meaningOf is what somebody decided about a question.
func meaningOf(a form.Decision) (ingest.Meaning, error) {
	var m ingest.Meaning
	about, kind, better := a.Picked[form.About], a.Picked[form.Kind], a.Picked[form.Better]
	same, isSame := strings.CutPrefix(about, sameAs)
	switch {
	case a.Answer == form.LeftOut:
		m.LeaveOut = true
		return m, nil
	case isSame:
		m.SameAs = same
		return m, nil
	}
	m.Cycle, m.Direction = wordOf(about), wordOf(better)
	scale, isScale := strings.CutPrefix(kind, inScale)
	switch {
	case isScale:
		m.Kind = "likert"
		if _, err := fmt.Sscanf(scale, "%g %g", &m.Min, &m.Max); err != nil {
			return m, fmt.Errorf("the scale %q: %w", scale, err)
		}
	case kind == inWords:
		m.Kind, m.Labels = "likert", a.Words
		if strings.Count(a.Words, "|") == 0 {
			return m, errNoWords
		}
	case kind == "yesno" && m.Direction == "low_good":
		m.Kind = "negative" // yes says that something went wrong
	default:
		m.Kind = kind
	}
	if m.Kind != "likert" {
		m.Direction = ""
	}
	return ingest.ReadMeaning(m.String())
}

// errNoWords says that a scale in words has none.
var errNoWords = errors.New("the words of the scale are missing: write them from the least to the most with | between, as in Not at all | A little | Very much")

// wordOf is a word of the question list, "" for the one that means none.
func wordOf(word string) string {
	if word == noWord {
		return ""
	}
	return word
}
