package reports

import (
	"valuetrail/internal/vocabulary"
)

// brief answers in a line each what a sponsor asks first: was it worth it, for
// whom, and what is wanted. The findings say the rest.
func (c *composer) brief() []Finding {
	if c.Audience == vocabulary.Members || c.Audience == vocabulary.Evaluator || !c.listed() {
		return nil
	}
	var all []Finding
	add := func(lead, anchor, says string) {
		if says != "" {
			all = append(all, Finding{Lead: c.say("lead.brief." + lead), Sentence: says, Anchor: anchor})
		}
	}
	add("worth", "used", join(c.worthSentence(), c.sideBriefly(appliedRate, "used"), c.sideBriefly(realizedRate, "results")))
	add("whom", "part", join(c.reachBriefly(), c.levelSentence("levels.brief")))
	if asked := c.asked(); len(asked) > 0 && !c.closeBy() {
		all = append(all, Finding{Lead: c.say("lead.brief.asked"), Sentence: c.say("asked.brief", len(asked), c.dayOrNone(c.firstAsked())), Anchor: "asked"})
	}
	return all
}

// sideBriefly says on which side of half a share lies, and how sure that is.
func (c *composer) sideBriefly(id, key string) string {
	r := c.whole(id, "")
	switch told := tellingOf(r); told {
	case untold:
		return ""
	case nearlyAll, nearlyNone:
		return c.say("brief." + key + "." + string(told))
	}
	sure, above := sureOf(r, middleOf(r))
	switch {
	case sure == tooFew:
		return c.say("brief." + key + ".too_few")
	case above:
		return c.say("brief." + key + "." + string(sure) + ".more")
	}
	return c.say("brief." + key + "." + string(sure) + ".less")
}

// reachBriefly says how many members came at least once, from how many of their
// organisations, and how many never did.
func (c *composer) reachBriefly() string {
	r, o := c.whole(reachRate, ""), c.Overview
	if tellingOf(r) != exact || r.Numerator == nil || c.byTerm().ID == "" {
		return ""
	}
	never := orNone(int(*r.Denominator - *r.Numerator))
	if o.OrganisationsReached == 0 {
		return c.say("reach.brief", *r.Numerator, *r.Denominator, *r.Value, "", "", never)
	}
	return c.say("reach.organisations", *r.Numerator, *r.Denominator, *r.Value, o.OrganisationsReached, o.Organisations, never)
}

// firstAsked is the first day by which something is asked, 0 where none is said.
func (c *composer) firstAsked() int {
	first := 0
	for _, r := range c.foremostRequests() {
		if r.By != 0 && (first == 0 || r.By < first) {
			first = r.By
		}
	}
	return first
}

// worthSentence says what those who answered say of their time, and how many
// points they give it.
func (c *composer) worthSentence() string {
	r := c.whole(immediateScore, "")
	switch told := tellingOf(r); told {
	case untold:
		return ""
	case nearlyAll, nearlyNone:
		return c.say("headline.worth." + string(told))
	}
	side := c.say("headline.worth." + sideOf(r))
	switch {
	case tellingOf(r) == about:
		return c.say("worth.brief_about", stopped(side), *r.Value)
	case r.Low != nil && r.High != nil:
		return c.say("worth.brief", stopped(side), *r.Value, *r.Low, *r.High)
	}
	return side
}
