package ingest

import (
	"errors"
	"strings"
	"testing"

	"valuetrail/internal/vocabulary"
)

func TestWhatAQuestionAsksIsProposedFromItsWordsAndAnswers(t *testing.T) {
	for wording, c := range map[string]struct {
		answers string
		count   int
		want    Meaning
	}{
		"Was this session worth your time?":                  {"3,4,5", 20, Meaning{Cycle: "immediate", Kind: "likert", Min: 1, Max: 5, Direction: "high_good"}},
		"Have you used anything you learned?":                {"Yes,No", 20, Meaning{Cycle: "applied", Kind: "yesno"}},
		"How many of the ideas have you tried out?":          {"0,3,12", 20, Meaning{Cycle: "applied", Kind: "count"}},
		"I feel more confident to try":                       {"Agree,Strongly agree,Disagree", 20, Meaning{Cycle: "potential", Kind: "likert", Direction: "high_good", Labels: "Strongly disagree | Disagree | Neither agree nor disagree | Agree | Strongly agree"}},
		"How difficult was it to make time for the meetings": {"1,7", 20, Meaning{Cycle: "immediate", Kind: "likert", Min: 1, Max: 7, Direction: "low_good"}},
		"Was it a waste of your time?":                       {"yes,no", 20, Meaning{Cycle: "immediate", Kind: "negative"}},
		"What result did it bring?":                          {"saved time,nothing yet,a new client", 3, Meaning{Kind: "text"}},
		"Which sector are you in?":                           {"retail,farming", 20, Meaning{Kind: "choice"}},
		"0 to 10: would you recommend it?":                   {"0,10", 20, Meaning{Cycle: "immediate", Kind: "likert", Max: 10, Direction: "high_good"}},
		"How do you now see success?":                        {"1,2", 20, Meaning{Cycle: "reframing", Kind: "likert", Min: 1, Max: 5, Direction: "high_good"}},
	} {
		t.Run(wording, func(t *testing.T) {
			same(t, "proposal", propose(wording, Answers{strings.Split(c.answers, ","), c.count}), c.want)
		})
	}
}

func TestADecisionAboutAQuestionIsReadBackAsItWas(t *testing.T) {
	m := Meaning{Cycle: "applied", Kind: "likert", Min: 1, Max: 5, Direction: "low_good"}
	got, err := ReadMeaning(m.String())
	if err != nil || got != m {
		t.Errorf("%+v, %v", got, err)
	}
	for _, text := range []string{"", "{", `{"cycle":"aplied"}`, `{"kind":"stars"}`, `{"min":3,"max":1}`} {
		if _, err := ReadMeaning(text); err == nil {
			t.Errorf("%q is taken for a decision", text)
		}
	}
	var unknown *vocabulary.UnknownWordError
	if _, err := ReadMeaning(`{"cycle":"moon","kind":"poem","direction":"up"}`); !errors.As(err, &unknown) || unknown.Word != "moon" {
		t.Errorf("of three words that no list knows the first is not told: %v", err)
	}
}
