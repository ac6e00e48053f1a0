package reports

import (
	"slices"

	"valuetrail/metrics"
)

// forMembers is one page back to members: what we did, what you said, what
// changed, thanks, and what comes next.
func (c *composer) forMembers() []Section {
	said := Section{ID: "used", Title: c.say("section.said"), Lines: c.saidLines(), Figures: c.present(c.plainBars())}
	return []Section{
		{ID: "part", Title: c.say("section.did"), Lines: c.didLines()}, said,
		{ID: "since", Title: c.say("section.changed"), Lines: c.changedLines()},
		{ID: "flops", Title: c.say("section.flops"), Lines: present(c.sessionsSentence(), c.negativeSentence(), c.badStoriesSentence())},
		{ID: "thanks", Title: c.say("section.thanks"), Lines: c.thanksLines()},
		{ID: "plan", Title: c.say("section.next"), Lines: c.Words.Plan},
		{ID: "stories", Title: c.say("section.stories"), Stories: c.Stories},
	}
}

// present leaves out blank lines.
func present(lines ...string) []string {
	return slices.DeleteFunc(lines, func(s string) bool { return s == "" })
}

func (c *composer) didLines() []string {
	o := c.Overview
	held := ""
	if o.Held > 0 {
		held = c.say("members.held", o.Held, c.timeGiven())
	}
	others := ""
	if len(c.others) > 0 {
		others = c.otherSessions().Sentence
	}
	return present(held, c.rangeSentence(), others, c.reachSentence(c.whole(reachRate, "")), c.spreadSentence(), c.mindSentence())
}

func (c *composer) saidLines() []string {
	return present(c.answeredSentence(), join(c.found(appliedRate, "used"), c.lastYear(appliedRate, "")), c.found(immediateScore, "worth"), c.resultsSentence(), c.storiesSentence())
}

// plainBars are the answers as one picture, without what only the other
// editions explain.
func (c *composer) plainBars() Figure {
	f := c.answerBars()
	f.Counted, f.Sentence = nil, ""
	if f.ID != "" {
		f.Sentence = c.say("members.bars")
	}
	return f
}

// changedLines are what happened with what members asked for, and what was
// decided.
func (c *composer) changedLines() []string {
	var all []string
	for _, r := range c.done() {
		all = append(all, c.say("since.line", stopped(r.What), stopped(c.happened(r))))
	}
	return all
}

// thanksLines thank those who told a story: by name where they agreed to it.
func (c *composer) thanksLines() []string {
	if len(c.Stories) == 0 && c.InConfidence <= 0 {
		return nil
	}
	var named []string
	for _, s := range c.Stories {
		if s.Byline != "" && !slices.Contains(named, s.Byline) {
			named = append(named, s.Byline)
		}
	}
	slices.Sort(named)
	if len(named) == 0 {
		return []string{c.say("thanks.all")}
	}
	if anonymous := slices.ContainsFunc(c.Stories, func(s metrics.Story) bool { return s.Byline == "" }); !anonymous && c.InConfidence <= 0 {
		return []string{c.say("thanks.named", c.print.List(named))}
	}
	return []string{c.say("thanks.some", c.print.List(named))}
}

// spreadSentence is how many practices are in use somewhere.
func (c *composer) spreadSentence() string {
	if told := c.practicesTold(); len(told) > 0 {
		return c.practicesSentence(told)
	}
	return ""
}
