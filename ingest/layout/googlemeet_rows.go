package layout

import (
	"regexp"
	"slices"
	"strings"
	"time"

	"valuetrail/ingest/sheet"
)

// shortLength is "32:14": minutes and seconds, or hours and minutes.
var shortLength = regexp.MustCompile(`^(\d{1,3}):([0-5]\d)$`)

// readMeet reads the rows under a list's headings.
func (r *reading) readMeet(t listTable, rows []sheet.Row) error {
	about := aboutMeet(t.sheet, t.above)
	m := newMeeting(googleMeet, t.at())
	m.title = about.title
	clock := r.meetDates(t, about, rows)
	if when, ok, open := clock.read(about.day); ok {
		m.day = when.Day()
	} else if open {
		r.problem(about.at, "date_order_unknown", about.day, "")
	}
	l := meetLines{listTable: t, clock: clock, day: first(m.day, r.dayOutside()), short: shortUnit(t, rows)}
	m.starts, _, _ = clock.read(r.onDay(about.starts, l.day))
	m.ends, _, _ = clock.read(r.onDay(about.ends, l.day))
	var stays []stay
	codes := map[int]string{} // by row
	before := r.sum.Read
	for _, row := range rows {
		if s, ok := r.meetRow(l, row); ok {
			codes[row.No] = codeOf(cell(row, t.column[meetCode]))
			stays = append(stays, s)
		}
	}
	if r.sum.Read == before {
		r.empty(m.at)
	}
	stays = r.keepEndless(m, stays)
	return r.emitMeet(m, stays, func(s stay) string { return first(codes[s.at.row], about.code, codeInName(r.book.Name)) })
}

// meetDates decides the order of days by every time in the list.
func (r *reading) meetDates(t listTable, about meetAbout, rows []sheet.Row) dates {
	c := r.datesNear()
	c.add(about.day)
	return r.platformDates(t.sheet, slices.Concat(t.above, rows), []int{t.column[zoomJoin], t.column[zoomLeave], t.column[meetWhen], about.at.column}, &c)
}

// meetLines is how the rows of a list are read.
type meetLines struct {
	listTable
	clock dates
	day   string  // of times that stand without one
	short float64 // what the first part of "32:14" counts, in minutes; 0 is not known
}

// shortUnit tells what "32:14" means in a list: minutes and seconds where no
// stay could be so many hours, else what fits the times beside it.
func shortUnit(t listTable, rows []sheet.Row) float64 {
	hours, minutes := 0, 0
	for _, row := range rows {
		m := shortLength.FindStringSubmatch(cell(row, t.column[zoomDuration]))
		if m == nil {
			continue
		}
		if number(m[1]) >= 10 {
			return 1
		}
		long := clocksApart(cell(row, t.column[zoomJoin]), cell(row, t.column[zoomLeave]))
		switch here := number(m[1])*60 + number(m[2]); {
		case long < 0:
		case long >= here-1 && long <= here+1:
			hours++
		default:
			minutes++
		}
	}
	switch {
	case hours > minutes:
		return 60
	case minutes > hours:
		return 1
	}
	return 0
}

// clocksApart counts the minutes between two times of day, -1 when one is none.
func clocksApart(from, to string) int {
	a, ok := readClock(from)
	b, too := readClock(to)
	if !ok || !too {
		return -1
	}
	minutes := func(s string) int { return number(s[:2])*60 + number(s[3:]) }
	return (minutes(b) - minutes(a) + 24*60) % (24 * 60)
}

// meetRow reads one row; false when it tells of no stay or is kept back.
func (r *reading) meetRow(l meetLines, row sheet.Row) (stay, bool) {
	c := l.column
	s, ok := r.stayIn(l.listTable, row)
	if !ok {
		return s, false
	}
	if actor := cell(row, c[meetActor]); s.who.email == "" && strings.Contains(actor, "@") {
		s.who.email = actor
	}
	switch {
	case !r.somebody(s):
		return s, false
	case c[meetCode] > 0 && otherEvent(cell(row, c[meetEvent])):
		r.ignore("other_event")
		return s, false
	}
	r.meetMinutes(l, &s, row)
	if c[meetWhen] > 0 && c[zoomJoin] == 0 {
		return s, r.meetLeft(l, &s, cell(row, c[meetWhen]))
	}
	texts := [2]string{cell(row, c[zoomJoin]), cell(row, c[zoomLeave])}
	if texts == [2]string{} {
		return s, true
	}
	day := l.day
	if when, ok, _ := l.clock.read(cell(row, c[meetWhen])); ok && when.known >= toDay {
		day = when.Day()
	}
	if clockOnly.MatchString(texts[0]) && day == "" {
		if long := clocksApart(texts[0], texts[1]); s.minutes == "" && long >= 0 {
			s.minutes = plainNumber(float64(long))
		}
		return s, true
	}
	return s, r.stayTimes(&s, r.bothOnDay(texts, day), [2]int{c[zoomJoin], c[zoomLeave]}, l.clock)
}

// isLog tells the administrator's log, which counts in seconds.
func (l meetLines) isLog() bool {
	return l.column[meetCode] > 0 && l.column[meetWhen] > 0 && l.column[zoomJoin] == 0
}

// otherEvent tells the lines of the log that are about no stay: a poll, a
// recording, an invitation. English words, as the log of any account has them.
func otherEvent(text string) bool {
	return text != "" && !strings.Contains(strings.ToLower(text), "left") && !strings.Contains(strings.ToLower(text), "ended")
}

// bothOnDay gives two times of day their day: who left earlier than they came
// left on the next.
func (r *reading) bothOnDay(texts [2]string, day string) [2]string {
	out := [2]string{r.onDay(texts[0], day), r.onDay(texts[1], day)}
	a, ok := readClock(texts[0])
	b, too := readClock(texts[1])
	if ok && too && b < a && out[1] != texts[1] {
		out[1] = r.onDay(texts[1], dayOf(day).wall.AddDate(0, 0, 1).Format(time.DateOnly))
	}
	return out
}

// meetMinutes reads how long a stay was.
func (r *reading) meetMinutes(l meetLines, s *stay, row sheet.Row) {
	if text := cell(row, l.column[meetSeconds]); text != "" {
		if seconds, ok := readNumber(text, false); ok && seconds >= 0 {
			s.minutes = plainNumber(seconds / 60)
			return
		}
	}
	text := cell(row, l.column[zoomDuration])
	if l.isLog() && bareLength.MatchString(text) && !strings.Contains(plain(l.header.Cell(l.column[zoomDuration])), "min") {
		s.minutes = plainNumber(decimal(text) / 60)
		return
	}
	if m := shortLength.FindStringSubmatch(text); m != nil && l.short > 0 {
		s.minutes = plainNumber((float64(number(m[1]))*60 + float64(number(m[2]))) * l.short / 60)
		return
	}
	r.stayMinutes(s, text, l.column[zoomDuration])
}

// meetLeft reads a line of the administrator's log: the moment when somebody
// left, after so many seconds.
func (r *reading) meetLeft(l meetLines, s *stay, text string) bool {
	at := place{s.at.sheet, s.at.row, l.column[meetWhen]}
	left, ok, open := l.clock.read(text)
	switch {
	case open:
		r.keep(at, "date_order_unknown", text, "")
		return false
	case !ok || left.known != toClock:
		r.keep(at, "instant_unreadable", text, "")
		return false
	}
	s.left = left
	if long, ok := readDuration(s.minutes); ok {
		s.joined = left.after(-long)
	}
	return true
}

// emitMeet gives the meetings of a list and who was there: one, where the list
// says what it is about or has no times; else those that times tell apart.
func (r *reading) emitMeet(m meeting, stays []stay, code func(stay) string) error {
	byCode := map[string][]stay{}
	var codes []string
	for _, s := range stays {
		c := code(s)
		if byCode[c] == nil {
			codes = append(codes, c)
		}
		byCode[c] = append(byCode[c], s)
	}
	if len(stays) == 0 {
		codes = []string{""}
	}
	for _, c := range codes {
		all := byCode[c]
		slices.SortStableFunc(all, func(a, b stay) int { return whenOf(a).wall.Compare(whenOf(b).wall) })
		groups := [][]stay{all}
		if m.day == "" && len(all) > 0 && whenOf(all[0]).known == toClock {
			groups = gather(all, quietMinutes)
		}
		for _, group := range groups {
			if err := r.emitMeetOne(m, group, c); err != nil {
				return err
			}
		}
	}
	return nil
}

// whenOf is when a stay began, or ended where that is all that is known.
func whenOf(s stay) Moment {
	if s.joined.IsZero() {
		return s.left
	}
	return s.joined
}

func (r *reading) emitMeetOne(m meeting, stays []stay, code string) error {
	if from, to := bounds(stays); m.starts.IsZero() {
		m.starts, m.ends = from, to
	}
	if m.day == "" {
		m.day = r.dayHere(m.starts)
	}
	if m.day == "" {
		r.dayFromOutside(&m)
	}
	when := first(m.starts.minute(), m.day)
	if code != "" {
		when = m.day
	}
	m.id = hash(googleMeet, code, when, r.untold(m))
	return r.emitStays(m, stays)
}
