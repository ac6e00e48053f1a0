package ingest_test

import (
	"fmt"
	"strings"
	"testing"

	"valuetrail/ingest"
)

// googleForm is a month's answers to a form of three questions, of which the middle
// one is a yes or no.
func googleForm(month int, first, second, third string, answers ...string) string {
	text := fmt.Sprintf("Timestamp,Email Address,%s,%s,%s\n", first, second, third)
	for n := range 6 {
		rate := fmt.Sprint(n%4 + 2)
		if len(answers) > 0 {
			rate = answers[n%len(answers)]
		}
		text += fmt.Sprintf("%d/2%d/2026 10:11:12,p%d@x.org,%s,%s,because of point number %d\n", month, n, n, rate, []string{"Yes", "No"}[n%2], n)
	}
	return text
}

// before are the earlier questions that one may be, with what is seen of each and a
// star where it is proposed.
func (h *house) before(shown string) string {
	var all []string
	for _, q := range h.last.Questions {
		for _, c := range q.Candidates {
			if q.Shown == shown && c.Seen != "" {
				star := map[bool]string{true: "*"}[q.Proposed.SameAs == c.Object]
				all = append(all, fmt.Sprintf("%s%s of %s: %s", star, c.Shown, c.File, c.Seen))
			}
		}
	}
	return strings.Join(all, "; ")
}

func TestAQuestionThatAFormAsksInOtherWordsIsProposedAndNeverTakenForTheOther(t *testing.T) {
	const rate, used, why = "How useful was it?", "Did you use it?", "Why?"
	may := googleForm(5, rate, used, why)
	for name, c := range map[string]struct{ list, june, shown, want string }{
		"in the same place and answered alike": {"", googleForm(6, "How valuable did you find the gathering?", used, why),
			"How valuable did you find the gathering?", "How useful was it? of may.csv: place answers"},
		"with a word more": {"", googleForm(6, "How useful was it this month?", used, why),
			"How useful was it this month?", "*How useful was it? of may.csv: place answers words"},
		"in a file that holds the answers of before too": {"", googleForm(5, "How valuable did you find it?", used, why) + strings.SplitN(googleForm(6, "", "", ""), "\n", 2)[1],
			"How valuable did you find it?", "*How useful was it? of may.csv: rows place answers"},
		"that the question list knows": {"item_id,column_header,kind,cycle,scale_min,scale_max\nuseful,How useful was it?,likert,immediate,1,5\n", googleForm(6, "How valuable did you find it?", used, why),
			"How valuable did you find it?", "How useful was it? of may.csv: place answers"},
		"answered on another scale": {"", googleForm(6, "How useful was it to you?", used, why, "9", "10", "7"),
			"How useful was it to you?", "How useful was it? of may.csv: place scale words"},
		"answered in texts":   {"", googleForm(6, "What was useful for you?", used, why, "the talk about trust", "the exercise in pairs", "the walk at noon", "all of it", "the reading list", "meeting Ann again"), "What was useful for you?", ""},
		"that asks the other": {"", googleForm(6, rate, "Did you not use it?", why), "Did you not use it?", "Did you use it? of may.csv: place answers words sense"},
		"of another form":     {"", googleForm(6, "How was lunch?", "Would you come again?", "Which day?"), "How was lunch?", ""},
	} {
		t.Run(name, func(t *testing.T) {
			h := newHouse(t, twoCohorts)
			if c.list != "" {
				h.take("list.csv", c.list)
			}
			h.take("may.csv", may).take("june.csv", c.june)
			same(t, "proposed", h.before(c.shown), c.want)
			h.want("questions by themselves", "SELECT count(DISTINCT item_id) > 3 FROM main.question", "true")
			if got := strings.Contains(h.told("questions_changed"), "since.maybe"); got != (c.want != "") {
				t.Errorf("told %s", h.told("questions_changed"))
			}
		})
	}
}

// What was answered once is not asked again, in whatever words the next month has.
func TestAQuestionInOtherWordsIsAskedOnceAndThenRemembered(t *testing.T) {
	const used, why, first, then, last = "Did you use it?", "Why?", "How useful was it?", "How valuable was the gathering?", "What was the gathering worth?"
	const scored = "SELECT a.item_id, i.cycle, count(a.score) FROM main.answer AS a JOIN main.response AS r USING (file_id, row_no) JOIN main.item AS i USING (item_id) WHERE r.counts AND i.cycle = 'immediate' GROUP BY ALL"
	subject := func(h *house, shown string) string {
		for _, q := range h.last.Questions {
			if q.Shown == shown {
				return q.Subject
			}
		}
		return ""
	}
	h := newHouse(t, twoCohorts).take("may.csv", googleForm(5, first, used, why)).take("june.csv", googleForm(6, then, used, why))
	old, anew := subject(h, first), subject(h, then)
	h.run(nil, ingest.Options{Decisions: []ingest.Decision{ruled("01", ingest.AskQuestion, anew, ingest.Meaning{SameAs: old}.String())}})
	same(t, "asked about the new words", subject(h, then), "")
	same(t, "asked about the old ones", subject(h, first), old)
	h.run(nil, ingest.Options{Decisions: []ingest.Decision{ruled("01", ingest.AskQuestion, old, ingest.Meaning{Cycle: "immediate", Kind: "likert", Min: 1, Max: 5, Direction: "high_good"}.String())}})
	h.want("both months", scored, old+" immediate 12")

	h.take("july.csv", googleForm(7, last, used, why))
	third := subject(h, last)
	same(t, "the third wording", h.before(last), then+" of june.csv: place answers words sense")
	h.run(nil, ingest.Options{Decisions: []ingest.Decision{ruled("01", ingest.AskQuestion, third, ingest.Meaning{SameAs: old}.String())}})
	h.want("three months", scored, old+" immediate 18")
	h.take("july again.csv", googleForm(7, last, used, why)+"7/30/2026 10:11:12,q@x.org,3,Yes,\n")
	same(t, "asked again", h.before(last)+h.before(then), "")
	h.again(nil, "may.csv").want("without the first words", scored, old+" immediate 13")
	h.run(nil, ingest.Options{Decisions: []ingest.Decision{ruled("02", ingest.AskQuestion, old, ingest.Meaning{LeaveOut: true}.String())}})
	h.want("left out in all words", scored, "")
}
