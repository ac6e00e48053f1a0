package ingest

import (
	"encoding/json"
	"fmt"
	"strings"

	"valuetrail/internal/vocabulary"
)

// Meaning is what a question of a survey asks, as people decide it. Blank words
// say nothing.
type Meaning struct {
	// LeaveOut: its answers are not used. SameAs is the item it asks, in other
	// words. Else what follows makes it an item of its own.
	LeaveOut bool   `json:"leave_out,omitempty"`
	SameAs   string `json:"same_as,omitempty"`
	// Cycle, Kind and Direction are words of the question list.
	Cycle     string `json:"cycle,omitempty"`
	Kind      string `json:"kind,omitempty"`
	Direction string `json:"direction,omitempty"`
	// Min and Max are the ends of a scale, both 0 where there is none. Labels are
	// its words from the least to the most, with | between.
	Min     float64 `json:"min,omitempty"`
	Max     float64 `json:"max,omitempty"`
	Labels  string  `json:"labels,omitempty"`
	wording string
}

// String is the meaning as a decision holds it.
func (m Meaning) String() string {
	text, err := json.Marshal(m)
	if err != nil { // texts and numbers always marshal
		return ""
	}
	return string(text)
}

// ReadMeaning reads what String wrote; words that no list knows are an error.
func ReadMeaning(text string) (Meaning, error) {
	var m Meaning
	if err := json.Unmarshal([]byte(text), &m); err != nil {
		return m, fmt.Errorf("what a question asks: %w", err)
	}
	return m, m.check()
}

// check finds what no question list could hold.
func (m Meaning) check() error {
	s, _ := vocabulary.SheetOf(vocabulary.Codebook)
	for _, said := range []struct{ heading, word string }{{"cycle", m.Cycle}, {"kind", m.Kind}, {"direction", m.Direction}} {
		f := s.Fields[s.Index(said.heading)]
		if said.word != "" && !f.Choice.Has(said.word) {
			return &vocabulary.UnknownWordError{Choice: f.Choice, Word: said.word}
		}
	}
	if m.Min > m.Max {
		return fmt.Errorf("a scale from %g to %g has no length", m.Min, m.Max)
	}
	return nil
}

// item is the entry of the question list that a decided question is.
func (m Meaning) item(id string) DecidedItem {
	d := DecidedItem{Item: Item{ID: id, Text: m.wording, Kind: m.Kind, Labels: m.Labels}, Cycle: m.Cycle, Direction: m.Direction}
	if m.Labels != "" {
		d.ScaleMin, d.ScaleMax = 1, float64(strings.Count(m.Labels, "|")+1)
	} else {
		d.ScaleMin, d.ScaleMax = m.Min, m.Max
	}
	d.HasMin = d.ScaleMax > d.ScaleMin
	return d
}

// meanings are what people decided about questions, by the items that those
// have.
func (r rulings) meanings() (map[string]Meaning, error) {
	out := map[string]Meaning{}
	for key, d := range r {
		if key[0] != AskQuestion {
			continue
		}
		m, err := ReadMeaning(d.Object)
		if err != nil {
			return nil, fmt.Errorf("the decision about %q: %w", d.Shown, err)
		}
		m.wording = d.Shown
		out[d.Subject] = m
	}
	return out, nil
}
