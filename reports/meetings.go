package reports

import (
	"cmp"
	"slices"
	"strings"

	"valuetrail/metrics"
)

// sortMeetings tells meetings from every other session. A community that calls
// nothing a meeting has only meetings.
func (c *composer) sortMeetings() {
	c.meetings, c.others = parted(c.Meetings)
	c.lastMeetings, _ = parted(c.LastMeetings)
}

// parted are the meetings among sessions, and the others, both in order of time.
func parted(sessions []metrics.Meeting) (meetings, others []metrics.Meeting) {
	inTime := slices.SortedStableFunc(slices.Values(sessions), func(a, b metrics.Meeting) int {
		return cmp.Or(cmp.Compare(a.Day, b.Day), strings.Compare(a.Title, b.Title))
	})
	for _, m := range inTime {
		if m.Kind == "" || m.Kind == "meeting" {
			meetings = append(meetings, m)
		} else {
			others = append(others, m)
		}
	}
	if meetings == nil {
		return others, nil
	}
	return meetings, others
}

// tookPlace reports whether a meeting was held, for all that is known.
func tookPlace(m metrics.Meeting) bool { return m.Status != "cancelled" && !toCome(m) }

func toCome(m metrics.Meeting) bool { return m.Status == metrics.Planned }

// came is how many came to a meeting: members where there is a member list,
// everybody identified where there is none; nil where nobody wrote it down.
func (c *composer) came(m metrics.Meeting) *float64 {
	if !m.HasRegister || !tookPlace(m) {
		return nil
	}
	n := float64(m.People)
	if c.listed() {
		n = float64(m.Came)
	}
	return &n
}

// headcount is the meetings with a count, and of them the first, the last, the
// fullest and the emptiest.
type headcount struct {
	all                            []metrics.Meeting
	first, last, fullest, emptiest metrics.Meeting
}

func (c *composer) headcount() (k headcount) {
	for _, m := range c.meetings {
		n := c.came(m)
		if n == nil {
			continue
		}
		if k.all == nil {
			k.first, k.fullest, k.emptiest = m, m, m
		}
		k.all, k.last = append(k.all, m), m
		if *n > *c.came(k.fullest) {
			k.fullest = m
		}
		if *n < *c.came(k.emptiest) {
			k.emptiest = m
		}
	}
	return k
}

// rangeSentence says between which numbers people came.
func (c *composer) rangeSentence() string {
	k := c.headcount()
	if k.all == nil {
		return ""
	}
	most, least, day := *c.came(k.fullest), *c.came(k.emptiest), c.dayOf()
	switch {
	case len(k.all) == 1:
		return c.say("meetings.sentence.one", most, day(k.first.Day))
	case most == least:
		return c.say("meetings.sentence.same", most, len(k.all))
	}
	return c.say("meetings.sentence.range", least, most, day(k.fullest.Day), day(k.emptiest.Day), *c.came(k.first), *c.came(k.last))
}

// meetingDots is a dot a meeting: held, moved or cancelled.
func (c *composer) meetingDots() Figure {
	past := slices.DeleteFunc(slices.Clone(c.meetings), toCome)
	if len(past) == 0 {
		return Figure{}
	}
	k := c.headcount()
	f := Figure{ID: "meetings", Title: c.say("meetings.title.none"), Sentence: c.say("meetings.sentence.none", len(past)),
		Counted: []string{c.say("meetings.counted")}, Table: c.meetingTable()}
	if c.Overview.MinutesUnknown > 0 && c.timeGiven() != "" {
		f.Counted = append(f.Counted, c.say("meetings.hours"))
	}
	f.Caption = c.say("meetings.caption.seen", c.Span)
	switch {
	case c.besideLast():
		f.Caption = c.say("meetings.caption.share", c.Span, c.LastSpan)
	case c.listed():
		f.Caption = c.say("meetings.caption.members", c.Span, c.Overview.Members)
	}
	if k.all == nil {
		return f
	}
	most, least := *c.came(k.fullest), *c.came(k.emptiest)
	f.Title = c.say("meetings.title.range", least, most)
	switch {
	case len(k.all) == 1:
		f.Title = c.say("meetings.title.one", most)
	case most == least:
		f.Title = c.say("meetings.title.same", most)
	}
	f.Sentence, f.Chart = c.rangeSentence(), c.meetingChart()
	return f
}

// dayOf prints days without their year where that is plain enough.
func (c *composer) dayOf() func(int) string {
	if n := len(c.meetings); n > 0 && c.meetings[n-1].Day-c.meetings[0].Day < 365 {
		return c.print.ShortDay
	}
	return c.print.Day
}

func (c *composer) hoursCell(m metrics.Meeting) TableCell {
	if m.Minutes == nil {
		return TableCell{Mark: "[x]"}
	}
	h := *m.Minutes / 60
	return TableCell{Text: c.print.Number(h, 1), Value: &h}
}

// titleOfMeeting is a title that the community gave. One that a meeting tool
// made may hold a person's name and is for those who work with the data.
func (c *composer) titleOfMeeting(m metrics.Meeting) string {
	if m.Listed || c.closeBy() {
		return m.Title
	}
	return ""
}

// statusOf says what became of a meeting.
func (c *composer) statusOf(m metrics.Meeting) string {
	switch {
	case m.Status == "cancelled":
		return c.say("meetings.cancelled")
	case m.Status == metrics.Planned:
		return c.say("meetings.to_come")
	case m.Status == "moved" && m.PlannedOn != nil && *m.PlannedOn != m.Day:
		return c.say("meetings.moved_from", c.dayOf()(*m.PlannedOn))
	case m.Status == "moved":
		return c.say("meetings.moved")
	case !m.HasRegister:
		return c.say("meetings.no_register")
	}
	return c.say("meetings.held")
}
