package samples

import (
	"encoding/json"
	"fmt"
)

// storyReading writes what the story readers made of the stories: codes by two
// of them, flows, links to indicators, and what others confirmed.
func (g *generator) storyReading() error {
	var all []material
	if err := json.Unmarshal(storyMaterial, &all); err != nil {
		return fmt.Errorf("stories: %w", err)
	}
	readers := g.readers()
	codes := &table{kind: "story_codes", month: "2026-06", name: "story codes.csv", key: []int{0, 1, 3, 5},
		headings: []string{"story_id", "coder_id", "coded_on", "cycle", "capital_type", "code", "quote"}}
	flows := &table{kind: "story_flows", month: "2026-06", name: "story flows.csv",
		headings: []string{"story_id", "from_cycle", "to_cycle", "quote", "attribution"}}
	for i, m := range all {
		id := fmt.Sprintf("ST-%03d", i+1)
		for _, flow := range m.Flows {
			flows.rows = append(flows.rows, []string{id, flow[0], flow[1], flow[2], flow[3]})
		}
		if i < 12 {
			g.codes(codes, id, m, readers)
		}
	}
	for _, t := range []*table{codes, flows, storyLinks(), substantiations()} {
		if err := g.own(t); err != nil {
			return err
		}
	}
	return nil
}

func (g *generator) readers() []string {
	var readers []string
	for _, p := range shuffled(g, g.truth.People[:18]) {
		if p.LastDay == "" && p.FirstDay == "2025-09-01" && !p.twin && len(readers) < 2 {
			readers = append(readers, p.MemberID)
		}
	}
	return readers
}

var capitals = []string{"human", "social", "tangible", "reputational", "learning"}

// codes lets both readers code each flow's ends; now and then the second sees
// it otherwise.
func (g *generator) codes(t *table, id string, m material, readers []string) {
	for n, reader := range readers {
		if n == 1 && g.chance(0.2) { // did not get round to this one
			continue
		}
		seen := map[string]bool{}
		for _, flow := range m.Flows {
			cycle := flow[1]
			if n == 1 && g.chance(0.2) {
				cycle = flow[0]
			}
			if seen[cycle] {
				continue
			}
			seen[cycle] = true
			capital := ""
			if cycle == "potential" {
				capital = capitals[(len(flow[2])+n*g.rng.IntN(2))%len(capitals)]
			}
			code := map[string]string{"immediate": "meeting", "potential": "gained", "applied": "tried", "realized": "changed a result", "reframing": "new measure"}[cycle]
			t.rows = append(t.rows, []string{id, reader, later(m.Collected, 7+n), cycle, capital, code, flow[2]})
		}
	}
}

func storyLinks() *table {
	return &table{kind: "story_links", month: "2026-06", name: "story links.csv", key: []int{0, 1},
		headings: []string{"story_id", "indicator_id", "relation", "strength", "note"},
		rows: [][]string{
			{"ST-001", "applied_rate", "supports", "2", "one of several who tried the pricing exercise"},
			{"ST-002", "immediate_score", "supports", "1", ""},
			{"ST-004", "applied_rate", "contradicts", "2", "used it, and it went wrong"},
			{"ST-011", "time_to_application", "explains", "3", "a fixed day made it quick"},
			{"ST-014", "attendance_rate", "explains", "2", "why March lost people"},
			{"ST-020", "applied_rate", "supports", "3", ""},
		}}
}

func substantiations() *table {
	return &table{kind: "substantiations", month: "2026-06", name: "substantiations.csv",
		headings: []string{"story_id", "claim", "asked_on", "substantiator_label", "independent", "response", "on", "comment"},
		rows: [][]string{
			{"ST-001", "The average quote went up by nine in the hundred", "2026-02-02", "the firm's bookkeeper", "y", "full", "2026-02-09", "Checked against the quotes book."},
			{"ST-002", "No overdraft in December", "2026-02-02", "the teller's brother", "n", "full", "2026-02-03", ""},
			{"ST-003", "Waiting time fell from eleven days to six", "2026-02-10", "a customer of the workshop", "y", "partial", "2026-03-01", "Seven, by my diary, but yes."},
			{"ST-004", "The manager left after the trial period", "2026-02-12", "a member of the team", "y", "full", "2026-02-20", ""},
			{"ST-011", "Small orders are decided the same day", "2026-05-04", "the teller's daughter", "n", "full", "2026-05-05", "And some large ones, he should know."},
			{"ST-013", "Late invoices fell to five", "2026-05-20", "the new bookkeeper", "y", "disagree", "2026-05-28", "Eight, if you count those we wrote off."},
			{"ST-015", "The gap filled within five weeks", "2026-06-08", "a supplier", "y", "no_answer", "", ""},
			{"ST-020", "From thirty days to ten", "2026-06-08", "the other partner", "y", "partial", "2026-06-15", "Twelve without the easy ones."},
		}}
}
