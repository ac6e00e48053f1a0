package metrics

import "testing"

func TestAQuestionIsWordedOtherwiseOnlyWhereItsWordsAre(t *testing.T) {
	for name, c := range map[string]struct {
		one, other string
		want       bool
	}{
		"the same words":                         {"Did you use any of it?", "Did you use any of it?", false},
		"other words":                            {"Did you use any of it?", "Did you use all of it?", true},
		"typed otherwise":                        {"Did you use  any of it", "did you use any of it ?", false},
		"another number in front":                {"3. Did you use any of it?", "Q4 Did you use any of it?", false},
		"rows of a matrix as two tools write it": {"How useful was it? [The visit]", "How useful was it? - The visit", false},
		"another row of the matrix":              {"How useful was it? [The visit]", "How useful was it? [The book]", true},
		"markup around the words":                {"<p>Did you use&nbsp;<b>any</b> of it?</p>", "Did you use any of it?", false},
		"a code and a wording":                   {"Q4", "Did you use any of it?", false},
		"two languages, one of them in both":     {"Did you use any of it?\x1fHaben Sie etwas davon verwendet?", "Did you use any of it?", false},
		"two languages, both changed":            {"Did you use any of it?\x1fHaben Sie etwas davon verwendet?", "Have you used all of it?", true},
		"nothing known":                          {"", "Did you use any of it?", false},
	} {
		t.Run(name, func(t *testing.T) {
			if got := saidOtherwise(bareWords(c.one), bareWords(c.other)); got != c.want {
				t.Errorf("%q and %q: worded otherwise: %v", c.one, c.other, got)
			}
		})
	}
}
