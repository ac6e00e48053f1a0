package samples

import (
	"fmt"
	"sort"
	"strconv"
	"strings"
)

// question is an item and what moves its answers.
type question struct {
	Item
	labels, recall, pair string
	lift                 float64 // above or below the respondent's usual view
}

const springWave = "2026-spring"

const agreement = "1=Strongly disagree; 2=Disagree; 3=Neither; 4=Agree; 5=Strongly agree"

func likert(id, header, cycle, capital, direction, text string, lift float64) question {
	return question{Item: Item{ItemID: id, Header: header, Text: text, Cycle: cycle, CapitalType: capital, Kind: "likert", Min: 1, Max: 5, Direction: direction},
		labels: agreement, lift: lift}
}

// questions is the termly form: thirteen items and one open comment.
func questions() []question {
	since := "since the last survey"
	all := []question{
		likert("im_relevant", "Q1_1", "immediate", "", "high_good", "The sessions dealt with what matters in my firm now", 0.3),
		likert("im_enjoyed", "Q1_2", "immediate", "", "high_good", "I looked forward to the sessions", 0.1),
		likert("im_waste", "Q1_3", "immediate", "", "low_good", "I would have used the time better at my own bench", 0),
		likert("po_skills", "Q2_1", "potential", "human", "high_good", "I learned something I did not know how to do before", 0.1),
		likert("po_people", "Q2_2", "potential", "social", "high_good", "I know somebody here whom I would ring with a problem", 0.4),
		likert("po_tools", "Q2_3", "potential", "tangible", "high_good", "I took home a sheet, list or tool", -0.2),
		{Item: Item{ItemID: "ap_used", Header: "Q3", Text: "Did you use something from the network in your own firm?", Cycle: "applied", Kind: "yesno"}, recall: since},
		{Item: Item{ItemID: "ap_tried", Header: "Q4", Text: "How many ideas or tools from the network did you try?", Cycle: "applied", Kind: "count"}, recall: since},
		{Item: Item{ItemID: "re_results", Header: "Q5", Text: "Did it change a result you care about?", Cycle: "realized", Kind: "yesno"}, recall: since},
		likert("en_support", "Q6_1", "enabling", "", "high_good", "Meetings are well prepared and easy to join", 0.2),
		likert("st_sponsor", "Q6_2", "strategic", "", "high_good", "Those who pay for the network know what it is for", -0.4),
		{Item: Item{ItemID: "ne_failed", Header: "Q7", Text: "Did you try something from the network that did not work?", Cycle: "applied", Kind: "negative"}, recall: since},
		likert("so_learn", "Q6_3", "", "", "high_good", "We are getting better at learning from each other", 0),
		{Item: Item{ItemID: "tx_comment", Header: "Q8", Text: "What else should we know?", Kind: "text"}},
	}
	for i := range all {
		if all[i].ItemID == "so_learn" {
			all[i].Construct, all[i].pair = "social_learning", "so_learn"
		}
	}
	return all
}

// surveys writes the question list, the rounds, and both rounds' answers.
func (g *generator) surveys() error {
	g.asked, g.remarks = questions(), map[string][]string{}
	for wave, said := range comments {
		g.remarks[wave] = said
	}
	for _, q := range g.asked {
		g.truth.Items = append(g.truth.Items, q.Item)
	}
	g.truth.Waves = []Wave{
		{WaveID: "2025-autumn", Opened: "2025-12-01", Closed: "2025-12-15"},
		{WaveID: springWave, Opened: "2026-05-18", Closed: "2026-06-01"},
	}
	for i := range g.truth.Waves {
		w := &g.truth.Waves[i]
		for _, p := range g.truth.People {
			if p.EnrolledOn(w.Opened) {
				w.Invited = append(w.Invited, p.MemberID)
			}
		}
	}
	g.truth.Waves[0].InvitedN = strconv.Itoa(len(g.truth.Waves[0].Invited))
	if err := g.codebook(); err != nil {
		return err
	}
	if err := g.waveList(); err != nil {
		return err
	}
	g.qualtrics(g.drafts(&g.truth.Waves[0]))
	return g.ownSurvey(g.drafts(&g.truth.Waves[1]))
}

func (g *generator) codebook() error {
	t := &table{kind: "codebook", month: "2025-12", name: "codebook.xlsx", sheet: "Questions", key: []int{0, 1},
		headings: []string{"item_id", "wave_id", "column_header", "text", "cycle", "construct", "capital_type", "kind", "scale_min", "scale_max",
			"labels", "direction", "pair_key", "recall", "weight"}}
	for _, q := range g.asked {
		low, high := "", ""
		if q.Max > 0 {
			low, high = strconv.Itoa(q.Min), strconv.Itoa(q.Max)
		}
		t.rows = append(t.rows, []string{q.ItemID, "", q.Header, q.Text, q.Cycle, q.Construct, q.CapitalType, q.Kind, low, high, q.labels,
			q.Direction, q.pair, q.recall, ""})
	}
	return g.own(t)
}

func (g *generator) waveList() error {
	t := &table{kind: "survey_waves", month: "2025-12", name: "survey rounds.csv", key: []int{0},
		headings: []string{"wave_id", "cohort", "opened", "closed", "invited_n", "anonymous"}}
	for _, w := range g.truth.Waves {
		t.rows = append(t.rows, []string{w.WaveID, cohortID, w.Opened, w.Closed, w.InvitedN, "n"})
	}
	return g.own(t)
}

// draft is an answered form before it is written into a file.
type draft struct {
	wave    *Wave
	person  *Person
	day     string
	second  int
	what    string // answer, preview, partial, repeated, late
	answers map[string]Answer
}

// drafts lets most of those invited answer, in the order of submission. One
// breaks off, one breaks off and answers again, one is late.
func (g *generator) drafts(w *Wave) []*draft {
	var all []*draft
	for _, id := range w.Invited {
		p := g.person(id)
		if p.Email == "" && w.WaveID != springWave || !g.chance(0.5+0.5*p.keen) {
			continue
		}
		all = append(all, &draft{wave: w, person: p, day: later(w.Opened, g.between(0, 13)), second: g.between(7*3600, 22*3600), what: "answer"})
	}
	for i, d := range all {
		d.answers = g.answers(d, 1)
		switch {
		case i == 2:
			d.what, d.answers = "partial", g.answers(d, 0.28)
		case i == 4:
			again := *d
			d.what, d.answers = "repeated", g.answers(d, 0.28)
			again.second += 3000
			all = append(all, &again)
		case i == 6 && w.WaveID == springWave:
			d.what, d.day = "late", later(w.Closed, 2)
		}
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].when() < all[j].when() })
	return all
}

func (d *draft) when() string { return clock(d.day, d.second) }

// comments are by round; each is given once at most.
var comments = map[string][]string{
	"2025-autumn": {
		"More peer assists, please. Fewer slides.",
		"The half-past-nine start costs me the school run, yet I come.",
		"I still do not know half of the names.",
		"Best two hours of my month, and I say so as a sceptic.",
		"Could somebody write down what we agree? I forget it by the car park.",
		"My partner asks what we pay for. I have no short answer yet.",
		"I was put in a breakout room with nobody in it.",
		"Moving the November date lost me a day's fitting.",
	},
	springWave: {
		"=HYPERLINK(\"http://x\",\"y\") is what our till prints, by the way; \"><img src=x onerror=alert(1)> too.",
		"March was a waste; everything else was not.",
		"I tried the one-page rule, and it made a quarrel shorter.",
		"The cash sheet is on our wall. The stock list is in the bin.",
		"I came less than I meant to. That is my doing, not yours.",
		"Please never again a salesman.",
		"The tin whistle before the meetings should become a custom.",
		"I would like to bring my foreman along next year.",
	},
}

// answers fills in the first share of the form, with a blank here and there.
func (g *generator) answers(d *draft, share float64) map[string]Answer {
	mood := 2.6 + 1.6*d.person.keen + 0.5*g.rng.NormFloat64()
	shown := int(share * float64(len(g.asked)))
	out := map[string]Answer{}
	blanks := 0
	for i, q := range g.asked[:shown] {
		if i > 3 && g.chance(0.04) && blanks < 2 {
			blanks++
			continue
		}
		if raw, ok := g.answer(q, mood, d); ok {
			out[q.ItemID] = asAnswer(q, raw)
		}
	}
	return out
}

func (g *generator) answer(q question, mood float64, d *draft) (string, bool) {
	second := d.wave.WaveID == springWave
	switch q.Kind {
	case "likert":
		x := mood + q.lift + 0.6*g.rng.NormFloat64()
		if q.Direction == "low_good" {
			x = 6 - x
		}
		return strconv.Itoa(min(5, max(1, int(x+0.5)))), true
	case "count":
		n := g.between(0, 2)
		if second {
			n = g.between(0, 4)
		}
		return strconv.Itoa(n), true
	case "text":
		return g.comment(d)
	}
	odds := map[string]float64{"ap_used": 0.5, "re_results": 0.3, "ne_failed": 0.2}[q.ItemID]
	if second {
		odds += 0.12
	}
	return yes(g.chance(odds)), true
}

// comment takes the next remark of the round; the first goes to whoever
// answers first, so that the hostile one is always there.
func (g *generator) comment(d *draft) (string, bool) {
	left := g.remarks[d.wave.WaveID]
	if len(left) == 0 || len(left) < len(comments[d.wave.WaveID]) && g.chance(0.6) {
		return "", false
	}
	g.remarks[d.wave.WaveID] = left[1:]
	return left[0], true
}

func asAnswer(q question, raw string) Answer {
	a := Answer{Raw: raw}
	n, err := strconv.ParseFloat(raw, 64)
	switch {
	case q.Kind == "text":
		return a
	case raw == "Yes":
		n = 1
	case raw == "No":
		n = 0
	case err != nil:
		panic(fmt.Sprintf("samples: answer %q", raw)) // only answers made above
	}
	a.Number = &n
	return a
}

// inWords says a number of the agreement scale by its label.
func inWords(a Answer) Answer {
	for _, label := range strings.Split(agreement, "; ") {
		if number, words, _ := strings.Cut(label, "="); number == a.Raw {
			a.Raw = words
		}
	}
	return a
}
