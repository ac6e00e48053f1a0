package ingest_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
)

const (
	waves    = "wave_id,cohort,opened,closed,invited_n,anonymous\n"
	answered = "wave_id,respondent_id,submitted_at,complete,Useful?\n"
	four     = "member_id,display_name,cohort\nm1,Ann Lee,a\nm2,Bo Skov,a\nm3,Cy Ng,a\nm4,Di Oz,a\n"
	// seats is each seat as its member and whether there is an answer.
	seats = `SELECT i.cohort_id, i.seat, coalesce(p.member_list_id, '-'), CASE WHEN i.response_id IS NULL THEN '-' ELSE strftime(r.submitted_at, '%d') END
		FROM main.invitation AS i LEFT JOIN private.person AS p ON p.member_id = i.member_id LEFT JOIN main.response AS r ON r.response_id = i.response_id AND r.counts`
)

// answers is the given days of October, each of a member (none: "").
func answers(of ...string) string {
	var b strings.Builder
	b.WriteString(answered)
	for i := 0; i < len(of); i += 2 {
		day, complete, _ := strings.Cut(of[i+1], " ")
		complete, blank := strings.CutSuffix(complete, " blank")
		said := "4"
		if blank {
			said = ""
		}
		b.WriteString("w1," + of[i] + ",2025-10-" + day + "T10:00:00Z," + complete + "," + said + "\n")
	}
	return b.String()
}

func TestARoundHasASeatForEverybodyInvited(t *testing.T) {
	round := func(closed, invited, anonymous string) string {
		return waves + "w1,a,2025-10-01," + closed + "," + invited + "," + anonymous + "\n"
	}
	cases := map[string]struct{ list, round, answers, count, answered string }{
		"as many as were invited":                              {four, round("", "6", ""), answers("m1", "02", "m2", "03"), "6", "m1 02; m2 03"},
		"not named silent when fewer were invited than belong": {four, round("", "3", ""), answers("m1", "02", "m2", "03"), "3", "m1 02; m2 03"},
		"everybody enrolled when nobody said how many":         {four, round("", "", ""), answers("m1", "02"), "4", "m1 02"},
		"no fewer than answered":                               {four, round("", "1", ""), answers("m1", "02", "m2", "03"), "2", "m1 02; m2 03"},
		"an anonymous round names nobody":                      {four, round("", "", "yes"), answers("m1", "02", "m2", "03"), "4", "- 02; - 03"},
		"an answer after the close is not in it":               {four, round("2025-10-10", "", ""), answers("m1", "02", "m2", "11"), "4", "m1 02"},
		"an answer on the last day is":                         {four, round("2025-10-10", "", ""), answers("m1", "10"), "4", "m1 10"},
		"of two answers the last":                              {four, round("", "", ""), answers("m1", "02", "m1", "05", "m1", "04"), "4", "m1 05"},
		"of two answers the last complete one":                 {four, round("", "", ""), answers("m1", "02 yes", "m1", "05 no blank"), "4", "m1 02"},
		"a visitor's answer takes no member's seat":            {four, round("", "", ""), answers("m1", "02", "v9", "03"), "4", "m1 02"},
		"without a member list those who answered":             {"", round("", "", ""), answers("m1", "02", "v9", "03"), "2", "- 02; - 03"},
		"without a list as many as were invited":               {"", round("", "7", ""), answers("m1", "02"), "7", "- 02"},
		"an answer without a name takes a seat":                {four, round("", "", ""), answers("m1", "02", "", "03"), "4", "- 03; m1 02"},
		"nobody answered":                                      {four, round("", "", ""), answered, "4", ""},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			files := []string{"waves.csv", c.round, "answers.csv", c.answers}
			if c.list != "" {
				files = append(files, "list.csv", c.list)
			}
			h := newHouse(t, twoCohorts).take(files...)
			h.want("seats", "SELECT count(*) FROM main.invitation", c.count)
			h.want("numbered", "SELECT min(seat), max(seat), count(DISTINCT seat) = count(*) FROM main.invitation", "1 "+c.count+" true")
			h.want("answers", `SELECT coalesce(p.member_list_id, '-'), strftime(r.submitted_at, '%d') FROM main.invitation AS i JOIN main.response AS r ON r.response_id = i.response_id
				LEFT JOIN private.person AS p ON p.member_id = i.member_id`, c.answered)
			h.want("assumed unless said", "SELECT DISTINCT i.assumed = (w.invited_n IS NULL) FROM main.invitation AS i JOIN main.wave AS w ON w.wave_id = i.wave_id", "true")
		})
	}
}

func TestARoundThatNoSheetListsTakesItsMonth(t *testing.T) {
	h := newHouse(t, twoCohorts).take("list.csv", four, "answers.csv", "respondent_id,submitted_at,Useful?\nm1,2025-10-30T10:00:00Z,4\nm2,2025-11-02T10:00:00Z,4\n")
	h.want("round", "SELECT wave_id, opened - 20362, closed - 20362, listed FROM main.wave", "2025-10 29 32 false")
	h.take("waves.csv", waves+"late,a,2025-10-15,2025-10-31,,\nlast,a,2025-11-01,,,\n")
	h.want("late rounds take their answers", "SELECT wave_id, count(*) FROM main.response GROUP BY wave_id", "last 1; late 1")
	h.want("rounds", "SELECT wave_id FROM main.wave", "last; late")
}

const asks = "item_id,wave_id,column_header,kind,cycle,construct,scale_min,scale_max,labels,direction\n"

func TestAnswersBecomeScoresByTheirQuestion(t *testing.T) {
	cases := map[string]struct{ item, cell, want string }{ // want: number, score, text?
		"a scale":                        {"q,,Q,likert,,,1,5,,", "4", "4 75 false"},
		"its least":                      {"q,,Q,likert,,,1,5,,", "1", "1 0 false"},
		"a reversed scale":               {"q,,Q,likert,,,1,5,,reversed", "4", "4 25 false"},
		"with a decimal comma":           {"q,,Q,likert,,,1,5,,", "\"3,5\"", "3.5 62.5 false"},
		"beyond the scale":               {"q,,Q,likert,,,1,5,,", "6", "6 . false"},
		"without a scale":                {"q,,Q,likert,,,,,,", "4", "4 . false"},
		"a label":                        {"q,,Q,likert,,,1,5,1=Never;5=Always,", "ALWAYS", "5 100 false"},
		"a label that counts":            {"q,,Q,likert,,,0,2,No|So so|Yes,", "so so", "1 50 false"},
		"a number and its label":         {"q,,Q,likert,,,1,5,,", "4 - Agree", "4 75 false"},
		"a label with an unseen blank":   {"q,,Q,likert,,,1,5,1=Never;5=Very often,", "Very\u00a0 often", "5 100 false"},
		"a label of a typesetter":        {"q,,Q,likert,,,1,5,1=I don't;5=I do,", "I don’t", "1 0 false"},
		"a number before its label":      {"q,,Q,likert,,,1,5,,", "4 (agree)", "4 75 false"},
		"a number in brackets":           {"q,,Q,likert,,,1,5,,", "(4) Agree", "4 75 false"},
		"stars":                          {"q,,Q,likert,,,1,5,,", "4 stars", "4 75 false"},
		"of the most there is":           {"q,,Q,likert,,,1,5,,", "4 / 5", "4 75 false"},
		"of another most":                {"q,,Q,likert,,,1,5,,", "4/10", ". . true"},
		"one of two numbers":             {"q,,Q,likert,,,1,5,,", "3 or 4", ". . true"},
		"words behind, no scale":         {"q,,Q,likert,,,,,,", "4 stars", ". . true"},
		"no label of it":                 {"q,,Q,likert,,,1,5,1=Never;5=Always,", "Perhaps", ". . true"},
		"yes":                            {"q,,Q,yesno,,,,,,", "Yes", "1 100 false"},
		"no":                             {"q,,Q,yesno,,,,,,", "nein", "0 0 false"},
		"a count":                        {"q,,Q,count,,,,,,", "3", "3 100 false"},
		"none counted":                   {"q,,Q,count,,,,,,", "0", "0 0 false"},
		"words":                          {"q,,Q,text,,,,,,", "12 angry men", ". . true"},
		"a number as words":              {"q,,Q,text,,,,,,", "12", ". . true"},
		"a question that no list knows":  {"z,,Z,text,,,,,,", "4", "4 . false"},
		"the item of the very round":     {"q,,Q,likert,,,1,5,,\nq,w1,Q,likert,,,1,9,,", "5", "5 50 false"},
		"the mark of one seen, not told": {"q,,Q,likert,,,1,5,,", "-99", ""},
		"blank":                          {"q,,Q,likert,,,1,5,,", "", ""},
	}
	// one round asks them all: the question of the n-th case is qn
	items, headings, cells, names := asks, "", "", slices.Sorted(maps.Keys(cases))
	for n, name := range names {
		own := strings.NewReplacer("q,", fmt.Sprintf("q%d,", n), "Q,", fmt.Sprintf("Q%d,", n), "z,", fmt.Sprintf("z%d,", n), "Z,", fmt.Sprintf("Z%d,", n))
		items += own.Replace(cases[name].item) + "\n"
		headings += fmt.Sprintf(",Q%d", n)
		cells += "," + cases[name].cell
	}
	h := newHouse(t, twoCohorts).take("list.csv", four, "waves.csv", waves+"w1,a,2025-10-01,,,\n", "items.csv", items,
		"answers.csv", "wave_id,respondent_id,submitted_at"+headings+"\nw1,m1,2025-10-02T10:00:00Z"+cells+"\n")
	for n, name := range names {
		c, at := cases[name], fmt.Sprintf(" WHERE column_no = %d", n+4)
		h.want(name, "SELECT number, score, text_id IS NOT NULL FROM main.answer"+at, c.want)
		if strings.HasSuffix(c.want, "true") {
			h.want(name+", in words", "SELECT t.words FROM main.answer AS a JOIN private.text AS t USING (text_id)"+at, c.cell)
		}
	}
}

func TestChoicesTickedTogetherAreToldApartByTheirLabels(t *testing.T) {
	// The labels hold commas, and begin like one another.
	items := asks + "q,,Took,multi,,,,,\"A list|A list, with notes|A contact (new; or old)|Nothing\",\n"
	for cell, want := range map[string]string{
		"A list":                              "1 false",
		"A list, with notes":                  "2 false",
		"A list, with notes, A list":          "1 false; 2 false",
		"Nothing; A list;":                    "1 false; 4 false",
		"a LIST, A contact (new; or old)":     "1 false; 3 false",
		"A list, A list":                      "1 false",
		"A list, my sister's van":             ". true; 1 false",
		"my sister's van":                     ". true",
		"A listing":                           ". true",
		"Not a list":                          ". true",
		"A\u00a0list,  with notes; A  list":   "1 false; 2 false",
		"A list, with notes, A list of lists": ". true; 2 false",
	} {
		h := newHouse(t, twoCohorts).take("list.csv", four, "waves.csv", waves+"w1,a,2025-10-01,,,\n", "items.csv", items,
			"answers.csv", "wave_id,respondent_id,submitted_at,Took\nw1,m1,2025-10-02T10:00:00Z,\""+cell+"\"\n")
		h.want(cell, "SELECT number, text_id IS NOT NULL FROM main.answer", want)
		h.want(cell+", as text", "SELECT count(*), min(words) FROM private.text WHERE text_id LIKE 'answer-%'", map[bool]string{true: "1 " + cell, false: "0 ."}[strings.Contains(want, "true")])
	}
	h := newHouse(t, twoCohorts).take("list.csv", four, "waves.csv", waves+"w2,a,2025-10-01,,,\n", "items.csv", asks+"q,,Took,multi,,,,,A list|A van,\nq,w2,Took,multi,,,,,A list|A song,\n",
		"answers.csv", "wave_id,respondent_id,submitted_at,Took\nw2,m1,2025-10-02T10:00:00Z,\"A song, A list\"\nw2,m2,2025-10-02T10:00:00Z,A list;\n")
	h.want("by the labels of the very round", "SELECT number, count(*) FROM main.answer GROUP BY number", "1 2; 2 1")
	h.want("people by choice", "SELECT number, people FROM main.answer_cell", "1 2; 2 1")
}

func TestAScoreOfAResponseNeedsHalfItsQuestions(t *testing.T) {
	items := asks + "q1,,Q1,likert,immediate,joy,1,5,,\nq2,,Q2,likert,immediate,,1,5,,reversed\nq3,,Q3,likert,applied,,1,5,,\nq4,,Q4,likert,applied,,1,5,,\nq5,,Q5,likert,applied,,1,5,,\nq1,w1,Q1,likert,immediate,joy,1,5,,\n"
	h := newHouse(t, twoCohorts).take("list.csv", four, "waves.csv", waves+"w1,a,2025-10-01,,,\n", "items.csv", items,
		"answers.csv", "wave_id,respondent_id,submitted_at,complete,Q1,Q2,Q3,Q4,Q5\nw1,m1,2025-10-02T10:00:00Z,yes,5,,4,,\nw1,m2,2025-10-02T10:00:00Z,yes,5,5,3,4,\nw1,m3,2025-10-02T10:00:00Z,yes,,,,,9\n")
	h.want("scores", `SELECT p.member_list_id, s.part, s.shown, s.answered, s.mean FROM main.response_score AS s JOIN main.invitation AS i ON i.response_id = s.response_id
		JOIN private.person AS p ON p.member_id = i.member_id`,
		"m1 applied 3 1 .; m1 immediate 2 1 100; m1 joy 1 1 100; m2 applied 3 2 62.5; m2 immediate 2 2 50; m2 joy 1 1 100; m3 applied 3 0 .; m3 immediate 2 0 .; m3 joy 1 0 .")
	h.want("cells", "SELECT item_id, number, people FROM main.answer_cell WHERE item_id IN ('q1', 'q3')", "q1 5 2; q3 3 1; q3 4 1")
}

func TestALateQuestionListShapesTheAnswersAgain(t *testing.T) {
	scores := "SELECT item_id LIKE 'unlisted%', number, score FROM main.answer"
	file := "wave_id,respondent_id,submitted_at,Q\nw1,m1,2025-10-02T10:00:00Z,4\n"
	h := newHouse(t, twoCohorts).take("answers.csv", file)
	h.want("before", scores, "true 4 .")
	h.take("items.csv", asks+"q,,Q,likert,,,1,5,,\n").want("after", scores, "false 4 75")
	late := h.dump()
	h = newHouse(t, twoCohorts).take("items.csv", asks+"q,,Q,likert,,,1,5,,\n", "answers.csv", file)
	sameDump(t, late, h.dump())
}

func TestAnonymousAnswersAreJoinedToNobodyHoweverLateThatIsSaid(t *testing.T) {
	h := newHouse(t, twoCohorts).take("list.csv", four, "answers.csv", answers("m1", "02", "v7", "03"))
	h.want("before", "SELECT count(alias_id) FROM main.response", "2")
	h.take("waves.csv", waves+"w1,a,2025-10-01,,,yes\n")
	h.want("responses", "SELECT count(*), count(alias_id) FROM main.response", "2 0")
	h.want("seats", "SELECT count(*), count(member_id) FROM main.invitation", "4 0")
	h.want("people that only it names", "SELECT count(*) FROM main.identity AS i JOIN private.alias AS a ON a.alias_id = i.alias_id WHERE a.handle = 'v7'", "0")
}

func TestAnswersOfOneMomentWithoutANameAreAllKept(t *testing.T) {
	monday := "wave_id,submitted_at,Q\nw1,2025-10-06,4\nw1,2025-10-06,4\nw1,2025-10-06,2\n"
	h := newHouse(t, twoCohorts).take("monday.csv", monday)
	h.want("in one file", "SELECT number, count(*) FROM main.answer JOIN main.response USING (response_id, file_id, row_no) WHERE counts GROUP BY number", "2 1; 4 2")
	h.take("more.csv", "wave_id,submitted_at,Q\nw1,2025-10-06,5\nw1,2025-10-06,1\n")
	h.want("typed in from another pile", "SELECT number, count(*) FROM main.answer JOIN main.response USING (response_id, file_id, row_no) WHERE counts GROUP BY number", "1 1; 2 1; 4 2; 5 1")
	h.take("again.csv", monday+"w1,2025-10-07,3\n")
	h.want("exported again", "SELECT number, count(*) FROM main.answer JOIN main.response USING (response_id, file_id, row_no) WHERE counts GROUP BY number", "1 1; 2 1; 3 1; 4 2; 5 1")
}

func TestAFileWithAnAnonymousRoundStillNamesTheAnswersOfTheOthers(t *testing.T) {
	h := newHouse(t, twoCohorts).take("list.csv", four, "waves.csv", waves+"w1,a,2025-10-01,,,yes\nw2,a,2025-11-01,,,\n",
		"answers.csv", answered+"w1,m1,2025-10-02T10:00:00Z,,4\nw2,m2,2025-11-02T10:00:00Z,,4\nw2,v9,2025-11-02T10:00:00Z,,4\nw1,v7,2025-10-02T10:00:00Z,,4\n")
	h.want("who answered", "SELECT r.wave_id, a.handle FROM main.response AS r JOIN main.identity AS i USING (alias_id) JOIN private.alias AS a ON a.alias_id = i.alias_id AND a.file_id = r.file_id", "w2 m2; w2 v9")
	h.want("nobody that only the anonymous round names", "SELECT count(*) FROM main.identity AS i JOIN private.alias AS a USING (alias_id) WHERE a.handle = 'v7'", "0")
}
