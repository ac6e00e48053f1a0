package ingest

import (
	"fmt"
	"testing"
)

func TestAQuestionInOtherWordsIsFoundAgain(t *testing.T) {
	items := []Item{{ID: "use", Text: "Have you used something from the community in your work?"}, {ID: "gain", Text: "What did you gain?"}, {ID: "there", Text: "Have you used ideas of the community in your work?"}}
	got := asksTheSame("Did you use or have you used something from our community at your work?", Meaning{Kind: "yesno"}, items, map[string]bool{"there": true})
	if len(got) != 1 || got[0].ID != "use" {
		t.Errorf("found %+v", got)
	}
	if got := asksTheSame("What did you use?", Meaning{Kind: "text"}, items, nil); len(got) != 0 {
		t.Errorf("found %+v, which share no word that tells anything", got)
	}
}

// takenFor is the item that a question is proposed to be, "" for a new one.
func takenFor(wording, kind string, items ...Item) string {
	found := asksTheSame(wording, Meaning{Kind: kind, Min: 1, Max: 5}, items, nil)
	if len(found) == 0 || !nearlyEqual(wording, found[0].Text) {
		return ""
	}
	return found[0].ID
}

func TestOnlyNearlyTheSameWordsAreProposedAsTheSameQuestion(t *testing.T) {
	for _, c := range []struct {
		before, kind, now, answered string
		same                        bool
	}{
		{"Have you used something from the community in your work?", "yesno", "Have you used something from our community at work?", "yesno", true},
		{"Was this session worth your time?", "likert", "Was the session worth your time", "likert", true},
		{"I know whom to ask for advice", "likert", "I know whom I can ask for advice", "likert", true},
		{"Was it a waste of your time?", "negative", "Was this a waste of time?", "negative", true},
		{"What did you use?", "text", "What have you used?", "text", true},
		{"Did you try something that didn't work?", "negative", "Have you tried something that did not work?", "negative", true},

		{"Did you try something from the network that did not work?", "negative", "Have you used something from the network at work?", "yesno", false},
		{"Did you try something that did not work?", "negative", "Did you try something that did work?", "yesno", false},
		{"Have you used something from the network?", "yesno", "Have you never used something from the network?", "yesno", false},
		{"Have you used something from the network?", "yesno", "Haven't you used something from the network?", "yesno", false},
		{"Have you used something from the network?", "yesno", "Have you stopped using something from the network?", "yesno", false},
		{"Do you spend more time on reports now?", "yesno", "Do you spend less time on reports now?", "yesno", false},
		{"Was the autumn meeting worth your time?", "likert", "Was the spring meeting worth your time?", "likert", false},
		{"How confident are you in asking peers for advice on orders?", "likert", "How confident are you in giving peers advice on orders?", "likert", false},
		{"Have you used something from the network at work?", "yesno", "What have you used from the network at work?", "text", false},
		{"Have you used something from the network at work?", "negative", "Have you used something from the network at work", "yesno", false},
		{"How easy was it to make time for meetings?", "likert", "How difficult was it to make time for meetings?", "likert", false},
		{"What did you use?", "text", "When did you use it?", "text", false},
		{"What did you gain?", "text", "What did you use?", "text", false},
	} {
		t.Run(fmt.Sprint(c.before, " ", c.now), func(t *testing.T) {
			item := Item{ID: "it", Text: c.before, Kind: c.kind}
			if got := takenFor(c.now, c.answered, item) == "it"; got != c.same {
				t.Errorf("proposed as the same is %v", got)
			}
			if back := takenFor(c.before, c.kind, Item{ID: "it", Text: c.now, Kind: c.answered}) == "it"; back != c.same {
				t.Errorf("the other way round it is %v", back)
			}
		})
	}
}

// Whatever a question asks, it is itself in other marks, and no longer itself
// once a word turns it round.
func TestAWordThatTurnsAQuestionRoundMakesItAnother(t *testing.T) {
	for _, wording := range []string{"Have you used something from the network at work?", "I feel part of the network", "The sessions helped me with orders"} {
		if !nearlyEqual(wording, wording+" !") {
			t.Errorf("%q is not itself", wording)
		}
		for turn := range turningWords {
			if nearlyEqual(wording, turn+" "+wording) || nearlyEqual(wording+" "+turn, wording) {
				t.Errorf("%q is the same with %q", wording, turn)
			}
		}
	}
}

func TestAScaleThatBeginsElsewhereIsAnotherQuestion(t *testing.T) {
	was := Item{ID: "it", Text: "Was it worth your time?", Kind: "likert", HasMin: true, ScaleMin: 0}
	if takenFor(was.Text, "likert", was) != "" {
		t.Error("answers of 1 to 5 are taken for those from 0")
	}
	if was.ScaleMin = 1; takenFor(was.Text, "likert", was) != "it" {
		t.Error("answers on the same scale are not")
	}
}
