package reports

import (
	"slices"

	"valuetrail/metrics"
)

// shareCame is which part of the members who could come to a meeting came, nil
// where that is not known.
func (c *composer) shareCame(m metrics.Meeting) *float64 {
	n := c.came(m)
	if n == nil || !c.listed() || m.Eligible == 0 {
		return nil
	}
	share := *n / float64(m.Eligible)
	return &share
}

// besideLast reports whether the meetings stand beside those of the year
// before: then as shares, for the cohorts differ in size.
func (c *composer) besideLast() bool {
	known := func(m metrics.Meeting) bool { return c.shareCame(m) != nil }
	return slices.ContainsFunc(c.lastMeetings, known) && slices.ContainsFunc(c.meetings, known)
}

// meetingChart is a mark a meeting in order of time; beside them those of the
// year before, the first beside the first.
func (c *composer) meetingChart() *Chart {
	chart := &Chart{Kind: MeetingDots, Unit: "people"}
	value := c.came
	if c.besideLast() {
		chart.Unit, chart.Most, value = "percent", 1, c.shareCame
	}
	held := Series{Name: c.say("meetings.held"), Role: "this_year"}
	moved := Series{Name: c.say("meetings.moved"), Role: "moved"}
	cancelled := Series{Name: c.say("meetings.cancelled"), Role: "cancelled"}
	day := c.dayOf()
	for _, m := range c.meetings {
		chart.Rows = append(chart.Rows, day(m.Day))
		n, zero := value(m), 0.0
		values, labels := [3]*float64{}, [3]string{}
		switch {
		case m.Status == "cancelled":
			values[2], labels[2] = &zero, c.say("meetings.cancelled")
		case n != nil && m.Status == "moved":
			values[1], labels[1] = n, c.mark(chart.Unit, *n)
		case n != nil:
			values[0], labels[0] = n, c.mark(chart.Unit, *n)
		}
		for i, s := range []*Series{&held, &moved, &cancelled} {
			s.Values, s.Labels = append(s.Values, values[i]), append(s.Labels, labels[i])
		}
		if chart.Unit == "people" {
			chart.Most = max(chart.Most, float64(m.Eligible), float64(m.People))
		}
	}
	chart.Series = []Series{held}
	if chart.Unit == "percent" {
		chart.Series[0].Name = c.say("meetings.held_in", c.Span)
	}
	for _, s := range []Series{moved, cancelled} {
		if slices.ContainsFunc(s.Values, func(v *float64) bool { return v != nil }) {
			chart.Series = append(chart.Series, s)
		}
	}
	if chart.Unit == "percent" {
		c.addLastYear(chart)
	}
	return chart
}

// mark is a value as it stands at its mark.
func (c *composer) mark(unit string, x float64) string {
	if unit == "percent" {
		return c.print.Percent(x)
	}
	return c.print.Number(x, 0)
}

// addLastYear puts the meetings of the year before beside these, by their place
// in the year.
func (c *composer) addLastYear(chart *Chart) {
	last := Series{Name: c.LastSpan, Role: "last_year"}
	for i, m := range c.lastMeetings {
		if i == len(chart.Rows) {
			chart.Rows = append(chart.Rows, c.say("meetings.nth", i+1))
			for at := range chart.Series {
				chart.Series[at].Values, chart.Series[at].Labels = append(chart.Series[at].Values, nil), append(chart.Series[at].Labels, "")
			}
		}
		last.Values = append(last.Values, c.shareCame(m))
	}
	for len(last.Values) < len(chart.Rows) {
		last.Values = append(last.Values, nil)
	}
	chart.Series = append(chart.Series, last)
}

func (c *composer) meetingTable() Table {
	titled := slices.ContainsFunc(c.meetings, func(m metrics.Meeting) bool { return c.titleOfMeeting(m) != "" })
	t := Table{Title: c.say("meetings.table"), Columns: []TableColumn{{Heading: c.say("column.day")}}}
	if titled {
		t.Columns = append(t.Columns, TableColumn{Heading: c.say("column.title")})
	}
	t.Columns = append(t.Columns, TableColumn{Heading: c.say("column.status")})
	if c.listed() {
		t.Columns = append(t.Columns, TableColumn{Heading: c.say("column.members_came"), Number: true}, TableColumn{Heading: c.say("column.could"), Number: true})
	} else {
		t.Columns = append(t.Columns, TableColumn{Heading: c.say("column.people_came"), Number: true}, TableColumn{Heading: c.say("column.hours"), Number: true, Unit: "hours"})
	}
	if c.besideLast() {
		t.Columns = append(t.Columns, TableColumn{Heading: c.say("column.share_came"), Number: true, Unit: "percent"}, TableColumn{Heading: c.say("column.share_last", c.LastSpan), Number: true, Unit: "percent"})
	}
	for i, m := range c.meetings {
		row := []TableCell{textCell(c.print.Day(m.Day))}
		if titled {
			row = append(row, textCell(c.titled(c.titleOfMeeting(m), "meetings.untitled")))
		}
		row = append(append(row, textCell(c.statusOf(m))), c.cameCells(m)...)
		if c.besideLast() {
			row = append(row, c.shareCell(m), c.lastShareCell(i))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// cameCells are who came, and who could have, or how long they stayed.
func (c *composer) cameCells(m metrics.Meeting) []TableCell {
	came := TableCell{Mark: "[x]", Text: c.say("meetings.no_register")}
	if n := c.came(m); n != nil {
		came = c.intCell(int(*n))
	} else if !tookPlace(m) {
		came = TableCell{Mark: "[z]"}
	}
	if !c.listed() {
		return []TableCell{came, c.hoursCell(m)}
	}
	could := c.intCell(m.Eligible)
	if !tookPlace(m) {
		could = TableCell{Mark: "[z]"}
	}
	return []TableCell{came, could}
}

// lastShareCell is the share who came to the meeting in the same place of the
// year before.
func (c *composer) lastShareCell(i int) TableCell {
	if i >= len(c.lastMeetings) {
		return TableCell{Mark: "[z]"}
	}
	return c.shareCell(c.lastMeetings[i])
}

func (c *composer) shareCell(m metrics.Meeting) TableCell {
	if s := c.shareCame(m); s != nil {
		return TableCell{Text: c.print.Percent(*s), Value: s}
	}
	if !tookPlace(m) {
		return TableCell{Mark: "[z]"}
	}
	return TableCell{Mark: "[x]"}
}
