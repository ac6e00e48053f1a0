package reports

import (
	"valuetrail/internal/vocabulary"
)

// brief answers in a line each what a sponsor asks first: was it worth it, and
// for whom. The findings say the rest.
func (c *composer) brief() []Finding {
	if c.Audience == vocabulary.Members || !c.listed() {
		return nil
	}
	var all []Finding
	add := func(lead, anchor, says string) {
		if says != "" {
			all = append(all, Finding{Lead: c.say("lead.brief." + lead), Sentence: says, Anchor: anchor})
		}
	}
	add("worth", "used", c.worthSentence())
	add("whom", "part", join(c.reachSentence(c.whole(reachRate, "")), c.levelSentence("levels.brief")))
	return all
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
