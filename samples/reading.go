package samples

// storyReading writes what the story readers made of the stories: codes by two
// of them, and flows.
func (g *generator) storyReading() error {
	tales := g.plan.tales
	codes := g.table("story_codes", tales.codes, []string{"story_id", "coder_id", "coded_on", "cycle", "capital_type", "code", "quote"})
	codes.key = []int{0, 1, 3, 5}
	flows := g.table("story_flows", tales.flows, []string{"story_id", "from_cycle", "to_cycle", "quote", "attribution"})
	for i, m := range g.tales {
		id := g.storyID(i)
		for _, flow := range m.Flows {
			flows.rows = append(flows.rows, []string{id, flow[0], flow[1], flow[2], flow[3]})
		}
		if i < tales.coded {
			g.codes(codes, id, m, g.readers())
		}
	}
	if err := g.own(codes); err != nil {
		return err
	}
	return g.own(flows)
}

// readers are the two story readers of the year.
func (g *generator) readers() []string {
	if len(g.pair) > 0 {
		return g.pair
	}
	for _, p := range shuffled(g, g.people[:18]) {
		if p.LastDay == "" && p.FirstDay == g.plan.first && !p.twin && len(g.pair) < 2 {
			g.pair = append(g.pair, p.MemberID)
		}
	}
	return g.pair
}

var capitals = []string{"human", "social", "tangible", "reputational", "learning"}

// codes lets both readers code each flow's ends; now and then the second sees
// it otherwise.
func (g *generator) codes(t *table, id string, m tale, readers []string) {
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
