package reports

import (
	"valuetrail/internal/vocabulary"
	"valuetrail/metrics"
)

// headline is the message in one line: what was used, and whether people come.
func (c *composer) headline() string {
	if c.listed() {
		if says := join(c.headlineOfPrimary(), c.headlineOfAttendance()); says != "" {
			return says
		}
	}
	return c.headlineOfTheSeen()
}

// headlineOfTheSeen is what can be said without a member list or a survey.
func (c *composer) headlineOfTheSeen() string {
	o := c.Overview
	switch {
	case o.Held > 0 && len(c.others) > 0:
		return c.say("headline.seen_sessions", o.Held, o.Seen, c.hours(o.Hours))
	case o.Held > 0:
		return c.say("headline.seen", o.Held, o.Seen, c.hours(o.Hours))
	case len(c.Stories) > 0:
		return c.say("headline.stories", len(c.Stories))
	}
	return c.say("headline.nothing")
}

// headlineOfPrimary says which way the primary indicator points among those who
// answered.
func (c *composer) headlineOfPrimary() string {
	r := c.whole(c.Primary, "")
	if isNeed(r) || len(c.answers(c.Primary, false)) == 0 {
		return ""
	}
	key := map[string]string{appliedRate: "used", immediateScore: "worth"}[c.Primary]
	if key == "" {
		return c.say("headline.other", c.titleOf(c.Primary), r.Text)
	}
	switch told := tellingOf(r); told {
	case untold:
		return c.say("headline."+key+".untold", r.Text)
	case nearlyAll, nearlyNone:
		return c.say("headline." + key + "." + string(told))
	}
	return c.say("headline." + key + "." + sideOf(r))
}

// sideOf is where a value lies by the whole points that are printed: most above
// the middle, few below, half within the least step of it.
func sideOf(r metrics.Reading) string {
	value, middle := points(*r.Value), 50.0
	if r.Unit == "score" {
		value = points(*r.Value / 100)
	}
	switch {
	case value > middle+leastStep:
		return "most"
	case value < middle-leastStep:
		return "few"
	}
	return "half"
}

func (c *composer) headlineOfAttendance() string {
	p := c.attendancePath()
	if p.course == none {
		whole := c.whole(attendanceRate, "")
		if tellingOf(whole) != exact {
			return ""
		}
		return c.say("headline.attendance.whole", *whole.Value)
	}
	return c.say("headline.attendance."+string(p.course), c.pathValues(p)...)
}

// pathValues are the places and values that sentences about a path name, by
// position: first, last, lowest, highest, each the term and its value.
func (c *composer) pathValues(p path) []any {
	var all []any
	for _, r := range []metrics.Reading{p.first, p.last, p.lowest, p.highest} {
		all = append(all, c.term(r.Period), *r.Value)
	}
	return append(all, len(p.shown))
}

// facts are the short lines under the headline.
func (c *composer) facts() []Fact {
	var all []Fact
	add := func(key, value string) {
		if value != "" {
			all = append(all, Fact{Label: c.say("fact." + key), Value: value})
		}
	}
	o := c.Overview
	if c.Audience == vocabulary.Sponsor {
		add("sponsor", c.Sponsor)
	}
	if c.listed() {
		add("members", c.say("fact.members.value", o.Members, orNone(o.Organisations)))
	} else if o.Held > 0 {
		add("seen", c.print.Number(float64(o.Seen), 0))
	}
	sessions, planned := "sessions", any("")
	if len(c.others) == 0 {
		sessions = "meetings"
	}
	if c.planned() {
		planned = o.Planned
	}
	if o.Planned > 0 {
		add(sessions, c.say("fact.sessions.value", o.Held, planned, orNone(o.Moved), orNone(o.Cancelled)))
	}
	add("time", c.timeGiven())
	if r := c.whole(responseRate, ""); r.Note != noData && !isNeed(r) {
		add("answered", r.Text)
	}
	if o.CutOff != nil {
		add("cut_off", c.print.Day(*o.CutOff))
	}
	return all
}

// timeGiven is how long people were together, at least, where it is not known of
// everybody; "" where it is known of nobody.
func (c *composer) timeGiven() string {
	says := ""
	switch o := c.Overview; {
	case c.listed() && o.MemberHours > 0:
		says = c.say("fact.time.value", c.hours(o.MemberHours))
	case !c.listed() && o.Hours > 0:
		says = c.say("fact.time.seen", c.hours(o.Hours))
	}
	if says != "" && c.Overview.MinutesUnknown > 0 {
		return c.say("fact.time.least", says)
	}
	return says
}

// hours are whole hours, with one decimal where there are fewer than ten.
func (c *composer) hours(h float64) string {
	if h < 10 {
		return c.print.Number(h, 1)
	}
	return c.print.Number(h, 0)
}

// orNone is n, or "" for 0, so that an optional part of a sentence falls away.
func orNone(n int) any {
	if n == 0 {
		return ""
	}
	return n
}
