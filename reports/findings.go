package reports

import (
	"slices"
	"strings"

	"valuetrail/internal/vocabulary"
	"valuetrail/metrics"
)

// mostFindings fit on page one.
const mostFindings = 5

// candidate is a finding and how much page one would miss it.
type candidate struct {
	weight int
	Finding
}

// findings are the computed sentences of page one, each from a section: those
// that matter most, in the order of the page.
func (c *composer) findings() []Finding {
	if c.Audience == vocabulary.Members || c.Audience == vocabulary.Evaluator {
		return nil // their page says all of it itself
	}
	var all []candidate
	add := func(weight int, lead, anchor string, sentences ...string) {
		if says := join(sentences...); says != "" {
			all = append(all, candidate{weight, Finding{Lead: c.say("lead." + lead), Sentence: says, Anchor: anchor}})
		}
	}
	if !c.listed() {
		add(9, "came", "part", c.rangeSentence())
	}
	results, measures := c.resultsSentence(), c.measuresSentence()
	add(9, "used", "used", c.found(appliedRate, "used"), c.lastYear(appliedRate, ""), c.timeSentence(c.whole(timeToUse, "")))
	if results != "" {
		add(7, "results", "used", results, c.lastYear(realizedRate, ""), c.toldOfResults())
	}
	if measures != "" {
		add(6, "measures", "used", measures, c.say("measures.cause"))
	}
	add(5, "worth", "used", c.found(immediateScore, "worth"), c.lastYear(immediateScore, ""))
	if results == "" {
		add(4, "stories", "used", c.storiesSentence())
	}
	c.addFlops(add)
	if c.listed() {
		sure, answered := "sure", c.answeredSentence()
		if len(c.sure().Figures) == 0 {
			sure = "used"
		}
		add(8, "sure", sure, answered, c.gapOfAnswers(), c.mindSentence(), c.gapSentence())
	} else {
		add(8, "missing", "missing", c.missingSentence())
	}
	return foremost(all)
}

// addFlops adds what did not work, and how attendance went.
func (c *composer) addFlops(add func(weight int, lead, anchor string, sentences ...string)) {
	flops := "flops"
	if !c.planned() && len(c.accounts()) == 0 && c.negativeSentence() == "" {
		flops = "part"
	}
	attendance := join(c.attendanceSentence(), c.agreedSentence(), c.lastYear(attendanceRate, ""))
	if c.wentWell() {
		if c.listed() {
			add(3, "came", "part", attendance)
		}
		attendance = ""
	}
	add(8, "flops", flops, attendance, c.unreachedSentence(), c.sessionsSentence(), c.negativeSentence(), c.badStoriesSentence())
}

// foremost are the findings that there is room for.
func foremost(all []candidate) []Finding {
	for len(all) > mostFindings {
		least := 0
		for i, x := range all {
			if x.weight <= all[least].weight {
				least = i
			}
		}
		all = slices.Delete(all, least, least+1)
	}
	var found []Finding
	for _, x := range all {
		found = append(found, x.Finding)
	}
	return found
}

// wentWell reports whether attendance did not fall, for good or in between.
func (c *composer) wentWell() bool {
	switch c.attendancePath().seen {
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
	return join(c.figureSentence(r, key), c.sureSentence(r), c.aimSentence(r))
}

// aimSentence says whether a figure from answers reached what was agreed: as sure
// as its range lies on one side of that.
func (c *composer) aimSentence(r metrics.Reading) string {
	if r.Target == nil || tellingOf(r) != exact || r.Low == nil || r.High == nil {
		return ""
	}
	how, unit := "unsure", "percent"
	switch {
	case *r.Low >= *r.Target, r.LowAll != nil && *r.LowAll >= *r.Target: // whatever the silent think
		how = "reached"
	case *r.High < *r.Target:
		how = "missed"
	}
	if r.Unit == "score" {
		unit = "score"
	}
	return c.say("agreed."+how+"."+unit, *r.Target)
}

// figureSentence says a figure as much as its reading tells of it; members have
// one page, which says once that nobody knows what the silent think.
func (c *composer) figureSentence(r metrics.Reading, key string) string {
	switch told := tellingOf(r); told {
	case exact:
		low, high := or(r.Low), or(r.High)
		all, lowAll, highAll, silent := any(""), any(""), any(""), any("")
		if c.Audience != vocabulary.Members && r.LowAll != nil && r.HighAll != nil && r.Population != nil && float64(*r.Population) > *r.Denominator {
			all, lowAll, highAll, silent = *r.Population, *r.LowAll, *r.HighAll, float64(*r.Population)-*r.Denominator
		}
		return c.say(key+".exact", or(r.Numerator), *r.Denominator, *r.Value, low, high, all, lowAll, highAll, silent)
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
	of := ""
	if len(told) == 1 {
		of = ".one"
	}
	switch {
	case asked == 0:
		return c.say("stories.unconfirmed" + of)
	case confirmed == 0:
		return c.say("stories.asked"+of, asked, len(told))
	}
	return c.say("stories.confirmed"+of, asked, confirmed, len(told))
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
