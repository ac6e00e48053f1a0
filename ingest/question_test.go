package ingest

import (
	"fmt"
	"strings"
	"testing"
)

func TestAQuestionFindsItsItemByAnyOfItsWords(t *testing.T) {
	items := []Item{{ID: "use", Header: "q1", Text: "Did you use it?"}, {ID: "useful", Wave: "w1", Header: "q2", Text: "How useful was it?"},
		{ID: "useful_later", Wave: "w2", Header: "q2"}, {ID: "value", Header: "q3"}, {ID: "value_once", Wave: "w1", Header: "q3"}}
	cases := map[string]struct {
		seen QuestionSeen
		want string
	}{
		"by its heading":                    {QuestionSeen{Heading: "Q1"}, "any=use"},
		"by its wording":                    {QuestionSeen{Heading: "Question 7", Wording: "did you use it"}, "any=use"},
		"by its item id":                    {QuestionSeen{Heading: "use"}, "any=use"},
		"by the platform's own id":          {QuestionSeen{Heading: "x", Native: "q1"}, "any=use"},
		"round by round, else as unlisted":  {QuestionSeen{Heading: "q2"}, "any=unlisted w1=useful w2=useful_later"},
		"in one round another than in all":  {QuestionSeen{Heading: "q3"}, "any=value w1=value_once"},
		"one that no list knows is its own": {QuestionSeen{Heading: "What else?"}, "any=unlisted"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) { same(t, "links", links(LinkQuestions([]QuestionSeen{c.seen}, items, nil)), c.want) })
	}
}

func links(l QuestionLinks) string {
	var any, words []string
	for _, q := range l.Questions {
		id, _, _ := strings.Cut(q.Item, "-")
		if q.Wave == "" {
			any = append(any, "any="+id)
		} else {
			words = append(words, q.Wave+"="+id)
		}
	}
	return strings.Join(append(any, words...), " ")
}

func TestAnUnlistedQuestionIsTheSameOneInEveryFile(t *testing.T) {
	a := LinkQuestions([]QuestionSeen{{FileID: "f", Column: 3, Heading: "Q3", Wording: "What else?"}}, nil, nil).Questions[0]
	b := LinkQuestions([]QuestionSeen{{FileID: "g", Column: 9, Heading: "Q7", Wording: "what  else"}}, nil, nil).Questions[0]
	other := LinkQuestions([]QuestionSeen{{FileID: "g", Column: 9, Heading: "What more?"}}, nil, nil).Questions[0]
	if a.Item != b.Item || a.Item == other.Item {
		t.Errorf("%s, %s, %s", a.Item, b.Item, other.Item)
	}
}

func TestLabelsStandForNumbers(t *testing.T) {
	cases := map[string]struct {
		item Item
		want string
	}{
		"numbered":                       {Item{Labels: "1=Not at all; 5 = Very much"}, "not at all=1 very much=5"},
		"the number last":                {Item{Labels: "Never=0; Always=4"}, "never=0 always=4"},
		"counted up from one":            {Item{Labels: "Never | Now and then | Always"}, "never=1 now and then=2 always=3"},
		"counted up from the least":      {Item{Labels: "Never;Always", ScaleMin: 0, HasMin: true}, "never=0 always=1"},
		"counted on from a number":       {Item{Labels: "3=Some;More"}, "some=3 more=4"},
		"none":                           {Item{Labels: " ; "}, ""},
		"a label said twice counts once": {Item{Labels: "1=Low;2=low;3=High"}, "low=1 high=3"},
		"a label that holds an = sign":   {Item{Labels: "a=b;c"}, "a=b=1 c=2"},
		"codes":                          {Item{Kind: "choice", Labels: "A1=Law; A2 = Trade"}, "law=1 a1=1 trade=2 a2=2"},
		"numbers that are codes":         {Item{Kind: "multi", Labels: "1=Law; 3=Trade"}, "law=1 1=1 trade=3 3=3"},
		"a project's dictionary":         {Item{Kind: "choice", Labels: "1, Law | 7, Trade, or craft"}, "law=1 1=1 trade, or craft=7 7=7"},
		"commas in all labels":           {Item{Labels: "Yes, always | No, never"}, "yes, always=1 no, never=2"},
		"commas in some labels alone":    {Item{Labels: "Yes, always | Never"}, "yes, always=1 never=2"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			var words []string
			for _, l := range LinkQuestions(nil, []Item{c.item}, nil).Labels {
				words = append(words, fmt.Sprintf("%s=%v", l.Label, l.Number))
			}
			same(t, "labels", strings.Join(words, " "), c.want)
		})
	}
}
