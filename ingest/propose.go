package ingest

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"valuetrail/internal/vocabulary"
)

// wordScales are the scales that forms offer in words, from the least to the
// most.
var wordScales = [][]string{
	{"Strongly disagree", "Disagree", "Neither agree nor disagree", "Agree", "Strongly agree"},
	{"Strongly disagree", "Disagree", "Neutral", "Agree", "Strongly agree"},
	{"Strongly disagree", "Somewhat disagree", "Neither agree nor disagree", "Somewhat agree", "Strongly agree"},
	{"Strongly disagree", "Disagree", "Somewhat disagree", "Neither agree nor disagree", "Somewhat agree", "Agree", "Strongly agree"},
	{"Very dissatisfied", "Dissatisfied", "Neither satisfied nor dissatisfied", "Satisfied", "Very satisfied"},
	{"Very dissatisfied", "Dissatisfied", "Neutral", "Satisfied", "Very satisfied"},
	{"Not at all", "A little", "Somewhat", "Quite a bit", "Very much"},
	{"Not at all", "A little", "Moderately", "A lot", "A great deal"},
	{"Not at all", "Slightly", "Moderately", "Very", "Extremely"},
	{"Not at all useful", "Slightly useful", "Moderately useful", "Very useful", "Extremely useful"},
	{"Not at all useful", "Not very useful", "Somewhat useful", "Useful", "Very useful"},
	{"Very poor", "Poor", "Fair", "Good", "Very good"},
	{"Poor", "Fair", "Good", "Very good", "Excellent"},
	{"Never", "Rarely", "Sometimes", "Often", "Always"},
	{"Never", "Once", "A few times", "Many times"},
	{"Very unlikely", "Unlikely", "Neither likely nor unlikely", "Likely", "Very likely"},
	{"None", "A little", "Some", "A lot"},
	{"No", "Partly", "Yes"},
}

// numberScales are the scales that forms offer in numbers, the likeliest first.
var numberScales = [][2]float64{{1, 5}, {0, 5}, {1, 6}, {1, 7}, {1, 10}, {0, 10}}

// cycleWords are beginnings of words that tell what a question asks about. The
// first cycle with the most of them is proposed.
var cycleWords = []struct{ cycle, words string }{
	{"reframing", "success redefin reconsider rethink reframe what_counts"},
	{"realized", "result outcome performance improv saved revenue impact differen benefit measur achiev"},
	{"applied", "use using used apply applied applying practice tried implement adapt put"},
	{"potential", "learn skill knowledge confiden contact connect idea insight gain inspir resource understand trust know"},
	{"immediate", "worth useful enjoy satisf valuable relevan recommend expectation engag time meeting session helpful interest rate"},
	{"strategic", "purpose strateg priorit clear direction"},
	{"enabling", "support sponsor facilit organis organiz infrastructure host"},
	{"orienting", "network belong role position where_i"},
	{"transformative", "transform identity profession community_beyond"},
}

// badWords are beginnings of words by which a question asks about what is not
// wanted.
var badWords = words("difficult hard problem waste wasted barrier obstacle stress lost too cost harm worse confus frustrat bor negativ overload burden")

// plainWords tell nothing of what a question asks.
var plainWords = words("a about all an and any are as at be been did do does for from have has how i if in is it its last me my of on or our since so term than that the them there this to us was we were what when which who will with would you your year month")

func words(list string) map[string]bool {
	all := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		all[w] = true
	}
	return all
}

// propose guesses what a question asks from its wording and from the answers it
// had: it is a proposal for a person to judge.
func propose(wording string, all Answers) Meaning {
	m := answeredBy(all)
	m.Cycle = cycleOf(wording)
	bad := soundsBad(wording)
	switch {
	case m.Kind == "yesno" && bad:
		m.Kind = "negative"
	case m.Kind == "likert" && bad:
		m.Direction = "low_good"
	case m.Kind == "likert":
		m.Direction = "high_good"
	case m.Kind == "text", m.Kind == "choice":
		m.Cycle = ""
	}
	return m
}

// kindOf tells from answers how a question is answered.
func kindOf(answers []string) Meaning {
	least, most, whole := math.Inf(1), math.Inf(-1), true
	yes, texts := 0, 0
	for _, a := range answers {
		if yesNo[vocabulary.Loose(a)] {
			yes++
		}
		n, err := strconv.ParseFloat(strings.Replace(a, ",", ".", 1), 64)
		if err != nil {
			texts++
			continue
		}
		least, most, whole = min(least, n), max(most, n), whole && n == math.Trunc(n)
	}
	switch {
	case len(answers) > 0 && yes == len(answers):
		return Meaning{Kind: "yesno"}
	case texts == 0 && whole:
		for _, s := range numberScales {
			if s[0] <= least && most <= s[1] {
				return Meaning{Kind: "likert", Min: s[0], Max: s[1]}
			}
		}
		return Meaning{Kind: "count"}
	case texts == 0:
		return Meaning{Kind: "count"}
	}
	if scale := scaleOf(answers); scale != nil {
		return Meaning{Kind: "likert", Labels: strings.Join(scale, " | ")}
	}
	if len(answers) <= 8 && !slices.ContainsFunc(answers, func(a string) bool { return len(a) > 60 }) {
		return Meaning{Kind: "choice"}
	}
	return Meaning{Kind: "text"}
}

var yesNo = words("yes no y n true false ja nein oui non si sí sì tak nie nee sim não")

// scaleOf is the scale in words that holds all the answers, nil without one.
func scaleOf(answers []string) []string {
	for _, scale := range wordScales {
		known := map[string]bool{}
		for _, w := range scale {
			known[vocabulary.Loose(w)] = true
		}
		if len(answers) > 1 && !slices.ContainsFunc(answers, func(a string) bool { return !known[vocabulary.Loose(a)] }) {
			return scale
		}
	}
	return nil
}

// cycleOf is the cycle that most words of a question belong to, "" for none.
func cycleOf(wording string) string {
	best, most := "", 0
	said := strings.Fields(vocabulary.Loose(wording))
	for _, c := range cycleWords {
		n := 0
		for start := range strings.FieldsSeq(c.words) {
			if begins(said, start) {
				n++
			}
		}
		if n > most {
			best, most = c.cycle, n
		}
	}
	return best
}

func soundsBad(wording string) bool {
	said := strings.Fields(vocabulary.Loose(wording))
	for start := range badWords {
		if begins(said, start) {
			return true
		}
	}
	return false
}

// begins reports whether a word begins so; an underscore stands for a blank.
func begins(said []string, start string) bool {
	if strings.Contains(start, "_") {
		return strings.Contains(strings.Join(said, "_"), start)
	}
	return slices.ContainsFunc(said, func(w string) bool { return w == start || len(start) > 3 && strings.HasPrefix(w, start) })
}
