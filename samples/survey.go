package samples

import (
	"slices"
	"strconv"
	"strings"
)

// question is an item and what moves its answers.
type question struct {
	Item
	labels, recall, pair string
	lift                 float64 // above or below the respondent's usual view
}

const agreement = "1=Strongly disagree; 2=Disagree; 3=Neither; 4=Agree; 5=Strongly agree"

func likert(id, header, cycle, capital, direction, text string, lift float64) question {
	return question{Item: Item{ItemID: id, Header: header, Text: text, Cycle: cycle, CapitalType: capital, Kind: "likert", Min: 1, Max: 5, Direction: direction},
		labels: agreement, lift: lift}
}

// questions is the termly form: fifteen items and one open comment. Only the
// question about learning together changes: until 2024/25 it has other words and
// seven steps.
func (p *plan) questions() []question {
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
		likert("be_open", "Q6_4", "", "", "high_good", "I can say here what went wrong", 0.2),
		likert("be_missed", "Q6_5", "", "", "high_good", "Somebody would ask after me if I stayed away", -0.1),
		{Item: Item{ItemID: "tx_comment", Header: "Q8", Text: "What else should we know?", Kind: "text"}},
	}
	for i := range all {
		switch all[i].ItemID {
		case changedItem:
			all[i].Construct, all[i].pair = "social_learning", changedItem
			if p.cohort < changedSince {
				all[i].Text, all[i].Max, all[i].labels = "In this network we learn a great deal from one another", 7, "1=Not at all; 7=Very much"
			}
		case "be_open", "be_missed":
			all[i].Construct, all[i].pair = "belonging", all[i].ItemID
		}
	}
	return all
}

// surveys writes the question list, the rounds, and the answers of each.
func (g *generator) surveys() error {
	g.asked = g.plan.questions()
	var waves []*Wave
	for _, r := range g.plan.rounds {
		w := Wave{WaveID: r.id, Cohort: g.plan.cohort, Opened: r.opened, Closed: r.closed, Items: itemIDs(g.asked), Session: r.after, Nameless: r.anonymous}
		if r.after != "" {
			w.Items = itemIDs(feedback)
		}
		for _, p := range g.people {
			if p.EnrolledOn(w.Opened) {
				w.Invited = append(w.Invited, p.MemberID)
			}
		}
		if r.counted {
			w.InvitedN = strconv.Itoa(len(w.Invited))
		}
		waves = append(waves, &w)
	}
	if err := g.codebook(); err != nil {
		return err
	}
	if err := g.waveList(waves); err != nil {
		return err
	}
	for i, r := range g.plan.rounds {
		g.truth.Waves = append(g.truth.Waves, *waves[i])
		round := &round{Wave: waves[i], roundPlan: r, remarks: r.comments}
		switch r.tool {
		case "msforms":
			if err := g.microsoftForms(round); err != nil {
				return err
			}
		case "surveymonkey":
			g.surveyMonkey(round, g.drafts(round))
		case "qualtrics":
			g.qualtrics(round, g.drafts(round))
		default:
			g.ownSurvey(round, g.drafts(round))
		}
	}
	return nil
}

func itemIDs(asked []question) (ids []string) {
	for _, q := range asked {
		ids = append(ids, q.ItemID)
	}
	return ids
}

// codebook writes the question list. A question whose words or scale changed
// afterwards is listed for each of its rounds, the others for all rounds.
func (g *generator) codebook() error {
	t := g.table("codebook", g.plan.questionList, []string{"item_id", "wave_id", "column_header", "text", "cycle", "construct", "capital_type", "kind",
		"scale_min", "scale_max", "labels", "direction", "pair_key", "recall", "weight"})
	t.sheet, t.key = "Questions", []int{0, 1}
	listed := g.asked
	if slices.ContainsFunc(g.plan.rounds, func(r roundPlan) bool { return r.after != "" }) {
		listed = append(slices.Clone(listed), feedback...)
	}
	for _, q := range listed {
		low, high := "", ""
		if q.Max > 0 {
			low, high = strconv.Itoa(q.Min), strconv.Itoa(q.Max)
		}
		waves := []string{""}
		if q.ItemID == changedItem && g.plan.cohort < changedSince {
			waves = waves[:0]
			for _, r := range g.plan.rounds {
				if r.after == "" {
					waves = append(waves, r.id)
				}
			}
		}
		for _, wave := range waves {
			q.WaveID = wave
			t.rows = append(t.rows, []string{q.ItemID, wave, q.Header, q.Text, q.Cycle, q.Construct, q.CapitalType, q.Kind, low, high, q.labels,
				q.Direction, q.pair, q.recall, ""})
			if !slices.Contains(g.truth.Items, q.Item) {
				g.truth.Items = append(g.truth.Items, q.Item)
			}
		}
	}
	return g.own(t)
}

func (g *generator) waveList(waves []*Wave) error {
	t := g.table("survey_waves", g.plan.waves, []string{"wave_id", "cohort", "opened", "closed", "invited_n", "anonymous"})
	t.key = []int{0}
	for _, w := range waves {
		t.rows = append(t.rows, []string{w.WaveID, w.Cohort, w.Opened, w.Closed, w.InvitedN, flag(w.Nameless)})
	}
	return g.own(t)
}

// round is a survey round being answered.
type round struct {
	*Wave
	roundPlan
	remarks []string // comments not given yet
}

// asAnswer is an answer with the number that it stands for, none where it is words.
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
		return a
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

func flag(yes bool) string {
	if yes {
		return "y"
	}
	return "n"
}
