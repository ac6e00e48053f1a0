package reports

import (
	"strings"

	"valuetrail/internal/vocabulary"
	"valuetrail/metrics"
)

// mostFindings fit on page one.
const mostFindings = 5

// findings are the computed sentences of page one, each from a section.
func (c *composer) findings() []Finding {
	var all []Finding
	add := func(lead, anchor string, sentences ...string) {
		if says := join(sentences...); says != "" && len(all) < mostFindings {
			all = append(all, Finding{Lead: c.say("lead." + lead), Sentence: says, Anchor: anchor})
		}
	}
	if !c.listed() {
		add("came", "part", c.rangeSentence())
	}
	add("used", "used", c.found(appliedRate, "used"), c.timeSentence(c.whole(timeToUse, "")))
	add("worth", "used", c.found(immediateScore, "worth"))
	add("stories", "used", c.storiesSentence())
	flops := "flops"
	if !c.planned() && len(c.accounts()) == 0 {
		flops = "part"
	}
	attendance := c.attendanceSentence()
	if c.wentWell() {
		// the headline says it where there is no room for a finding of its own
		if c.listed() && len(all) < mostFindings-2 {
			add("came", "part", attendance)
		}
		attendance = ""
	}
	add("flops", flops, attendance, c.sessionsSentence(), c.badStoriesSentence())
	if c.listed() {
		sure, answered := "sure", c.answeredSentence()
		if answered == "" {
			sure = "used"
		}
		add("sure", sure, answered, c.gapSentence())
	} else {
		add("missing", "missing", c.missingSentence())
	}
	return all
}

// wentWell reports whether attendance did not fall, for good or in between.
func (c *composer) wentWell() bool {
	switch pathOf(c.terms(attendanceRate, "")).course {
	case fell, dipped, varied:
		return false
	}
	return true
}

// found is the sentence of a figure from answers, with how sure it is; nothing
// where it needs what nobody gave.
func (c *composer) found(id, key string) string {
	r := c.whole(id, "")
	if isNeed(r) || len(c.answers(id, false)) == 0 {
		return ""
	}
	return join(c.figureSentence(r, key), c.sureSentence(r))
}

// figureSentence says a figure as much as its reading tells of it.
func (c *composer) figureSentence(r metrics.Reading, key string) string {
	switch told := tellingOf(r); told {
	case exact:
		low, high := or(r.Low), or(r.High)
		all, lowAll, highAll := any(""), any(""), any("")
		if r.LowAll != nil && r.HighAll != nil && r.Population != nil && float64(*r.Population) > *r.Denominator {
			all, lowAll, highAll = *r.Population, *r.LowAll, *r.HighAll
		}
		return c.say(key+".exact", or(r.Numerator), *r.Denominator, *r.Value, low, high, all, lowAll, highAll)
	case about:
		return c.say(key+".about", *r.Value)
	case nearlyAll, nearlyNone:
		return c.say(key+"."+string(told), *r.People)
	}
	return c.say(key+".untold", r.Text)
}

// timeSentence says how soon people used what they learned.
func (c *composer) timeSentence(r metrics.Reading) string {
	switch {
	case tellingOf(r) == exact && *r.People < medianLeast:
		return c.say("time.few", *r.People)
	case tellingOf(r) == exact:
		return c.say("time.exact", tenths(*r.Value), *r.People, or(r.Low), or(r.High))
	case r.Shown && r.People != nil:
		return c.say("time.open", *r.People)
	}
	return ""
}

// storiesSentence counts the stories open to the reader and what they tell of.
func (c *composer) storiesSentence() string {
	told := c.accounts()
	if len(told) == 0 {
		if c.InConfidence > 0 {
			return c.say("stories.closed")
		}
		return ""
	}
	parts := []string{c.say("stories.open", len(told))}
	for _, cycle := range []vocabulary.Cycle{"applied", "realized"} {
		if r := c.whole(cycleCoverage, string(cycle)); r.Shown && r.Numerator != nil && *r.Denominator > 0 {
			parts = append(parts, c.say("stories.tell."+string(cycle), *r.Numerator, *r.Denominator))
		}
	}
	return join(append(parts, c.confirmedSentence(told), c.confidenceSentence())...)
}

// confidenceSentence says that there are more stories; how many is for those
// who work with them.
func (c *composer) confidenceSentence() string {
	switch {
	case c.InConfidence <= 0:
		return ""
	case c.closeBy():
		return c.say("stories.hidden", c.InConfidence)
	}
	return c.say("stories.others")
}

// confirmedSentence counts the stories that somebody else was asked about.
func (c *composer) confirmedSentence(told []metrics.Story) string {
	asked, confirmed := 0, 0
	for _, s := range told {
		switch s.Confirmation {
		case "confirmed":
			asked, confirmed = asked+1, confirmed+1
		case "asked":
			asked++
		}
	}
	if asked == 0 {
		return c.say("stories.unconfirmed")
	}
	return c.say("stories.confirmed", asked, confirmed)
}

// accounts are the stories of what happened; hopes are none.
func (c *composer) accounts() []metrics.Story {
	var all []metrics.Story
	for _, s := range c.Stories {
		if s.Kind != "aspirational" {
			all = append(all, s)
		}
	}
	return all
}

// answeredSentence says whom the answers speak for.
func (c *composer) answeredSentence() string {
	r := c.whole(responseRate, "")
	if isNeed(r) || len(c.answers(responseRate, false)) == 0 {
		return ""
	}
	says := c.figureSentence(r, "answered")
	if tellingOf(r) == exact && r.Numerator != nil {
		switch *r.Numerator {
		case *r.Denominator:
			says = c.say("answered.everybody", *r.Denominator)
		case 0:
			says = c.say("answered.nobody", *r.Denominator)
		}
	}
	if c.Overview.Unanswered != "" {
		return join(says, c.say("answered.later"))
	}
	return says
}

// gapSentence names the cycles without evidence.
func (c *composer) gapSentence() string {
	var open, unasked []string
	for _, cycle := range c.Framework.Cycles() {
		r := c.whole(cycleCoverage, string(cycle))
		switch {
		case c.hasFigure(cycle):
		case r.Note == "not_asked":
			unasked = append(unasked, c.question(cycle))
		case r.Shown && r.Numerator != nil && *r.Numerator == 0:
			open = append(open, c.question(cycle))
		}
	}
	return join(c.gap("gap.open", open), c.gap("gap.unasked", unasked))
}

func (c *composer) gap(key string, questions []string) string {
	if len(questions) == 0 {
		return ""
	}
	return c.say(key, strings.Join(questions, " "))
}

// hasFigure reports whether an answer about the cycle is told.
func (c *composer) hasFigure(cycle vocabulary.Cycle) bool {
	for _, a := range c.ofCycle(cycle) {
		if tellingOf(c.whole(a.Indicator.ID, "")) != untold {
			return true
		}
	}
	return false
}

// question is the plain question of a cycle.
func (c *composer) question(cycle vocabulary.Cycle) string {
	return c.print.Say("cycle." + string(cycle) + ".title")
}
