package main

import (
	"slices"

	"valuetrail/samples"
)

// What stories say that did not work, what backs them, which links they tell of
// and what others said of them, from the truth.

var fiveCycles = []string{"immediate", "potential", "applied", "realized", "reframing"}

func (r *reckoning) tells(s samples.Story, cycle string) bool {
	return slices.Contains(r.evidence(s), cycle)
}

// badly are the stories of something that did not work, by the cycles they give
// evidence of; the form asks every teller about all five.
func (r *reckoning) badly(p truthSpan) map[string][]observed {
	all := map[string][]observed{}
	for _, s := range r.accounts(p) {
		bad := s.Fields["valence"] == "negative" || s.Fields["valence"] == "mixed"
		for _, cycle := range fiveCycles {
			all[cycle] = append(all[cycle], observed{person: s.Teller, x: countedAs(bad && r.tells(s, cycle))})
		}
	}
	return all
}

// backed are the stories of results, and whether they give a figure before and
// after.
func (r *reckoning) backed(p truthSpan) map[string][]observed {
	all := map[string][]observed{}
	for _, s := range r.accounts(p) {
		if r.tells(s, "realized") {
			f := s.Fields
			all[""] = append(all[""], observed{person: s.Teller, x: countedAs(f["metric_name"] != "" && f["metric_before"] != "" && f["metric_after"] != "")})
		}
	}
	return all
}

// flows are the links that readers found, each once a story.
func (r *reckoning) flows(p truthSpan) map[string][]observed {
	all := map[string][]observed{}
	for _, s := range r.accounts(p) {
		seen := map[string]bool{}
		for _, row := range r.table("story_flows").Rows {
			from, to := row.Values["from_cycle"], row.Values["to_cycle"]
			link := from + " → " + to
			if slices.Index(fiveCycles, to) < slices.Index(fiveCycles, from) {
				link += " (loop)"
			}
			if row.Values["story_id"] == s.StoryID && !seen[link] {
				seen[link] = true
				all[link] = append(all[link], observed{person: s.Teller, x: numberOf(1)})
			}
		}
	}
	return all
}

var outcomes = []string{"asked", "confirmed", "partly", "disputed", "no_answer"}

// confirmed is, of the stories of a use or a result, of which somebody else was
// asked, and of those what the least agreeing said.
func (r *reckoning) confirmed(p truthSpan) map[string][]observed {
	all := map[string][]observed{}
	for _, s := range r.accounts(p) {
		said := ""
		for _, row := range r.table("substantiations").Rows {
			if row.Values["story_id"] == s.StoryID {
				said = least(said, row.Values["response"])
			}
		}
		if said != "" || r.tells(s, "applied") || r.tells(s, "realized") {
			all["asked"] = append(all["asked"], observed{person: s.Teller, x: countedAs(said != "")})
		}
		for _, outcome := range outcomes[1:] {
			if said != "" {
				all[outcome] = append(all[outcome], observed{person: s.Teller, x: countedAs(outcome == said)})
			}
		}
	}
	return all
}

// least is which of two answers agrees less, after who gave none.
func least(said, response string) string {
	outcome := map[string]string{"full": "confirmed", "partial": "partly", "disagree": "disputed", "no_answer": "no_answer"}[response]
	order := []string{"disputed", "partly", "confirmed", "no_answer", ""}
	if slices.Index(order, outcome) < slices.Index(order, said) {
		return outcome
	}
	return said
}
