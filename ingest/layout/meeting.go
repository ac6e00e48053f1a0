package layout

import (
	"strconv"
	"strings"
	"time"

	"valuetrail/ingest/sheet"
	"valuetrail/internal/vocabulary"
)

// meeting is what a file says about a meeting itself.
type meeting struct {
	id, session, day, title, source string
	mode                            string // how people took part, "" when nobody knows
	starts, ends                    Moment
	minutes                         string
	stated, headcount               int // -1 when the file does not say
	at                              place
}

func newMeeting(source string, at place) meeting {
	return meeting{source: source, at: at, mode: "online", stated: -1, headcount: -1}
}

// emitMeeting gives the meeting's own row.
func (r *reading) emitMeeting(m meeting) error {
	counted := func(n int) string {
		if n < 0 {
			return ""
		}
		return strconv.Itoa(n)
	}
	if m.day == "" {
		m.day = r.dayHere(m.starts)
	}
	return r.emit(vocabulary.Meeting, m.at, "meeting|"+m.id, meetingForm.fill("meeting_id", m.id, "session_id", m.session, "date", m.day,
		"title", m.title, "starts_at", m.starts.Instant(r.zone()), "ends_at", m.ends.Instant(r.zone()), "minutes", m.minutes,
		"stated_participants", counted(m.stated), "headcount", counted(m.headcount), "source", m.source))
}

// dayHere is the day of a moment where the community is: a time with an offset
// or in the zone of its own event may fall on another day there.
func (r *reading) dayHere(m Moment) string {
	if m.at == nil || m.known < toClock || r.zone() == nil {
		return m.Day()
	}
	return m.utc(nil).In(r.zone()).Format(time.DateOnly)
}

// participant is who a meeting file names, as written.
type participant struct{ name, email, upn string }

// handle is what tells participants of one meeting apart.
func (r *reading) handle(p participant) string {
	if e := NormaliseEmail(p.email); e != "" {
		return e
	}
	if u := strings.ToLower(strings.TrimSpace(p.upn)); u != "" {
		return u
	}
	return r.names.Normalise(p.name)
}

func (p participant) blank() bool {
	return strings.TrimSpace(p.name) == "" && strings.TrimSpace(p.email) == "" && strings.TrimSpace(p.upn) == ""
}

// stay is one interval that somebody was in a meeting, or all their time there
// when no clock is known.
type stay struct {
	who          participant
	joined, left Moment
	minutes      string
	open         bool   // the end is the meeting's, for the file has none
	key          string // the platform's own id of the row, "" when it has none
	at           place
	also         []int // other rows that tell of this stay
}

// emitStay gives one attendance row.
func (r *reading) emitStay(m meeting, s stay) error {
	open := ""
	if s.open {
		open = "yes"
	}
	joined := s.joined.Instant(r.zone())
	key := r.unique(first(s.key, strings.Join([]string{m.id, r.handle(s.who), s.joined.String()}, "|")))
	r.also = s.also
	return r.emit(vocabulary.Attendance, s.at, key, attendanceForm.fill("session_id", m.session, "session_date", m.day, "session_title", m.title,
		"email", s.who.email, "name", s.who.name, "platform_id", s.who.upn, "status", "present", "mode", m.mode, "minutes", s.minutes,
		"joined", joined, "left", s.left.Instant(r.zone()), "meeting_id", m.id, "seen_as", r.seenAs(s.who.name, s.who.email), "open", open))
}

// gather cuts stays into meetings where nobody was there for quiet minutes. The
// stays must stand in order of joining.
func gather(stays []stay, quiet float64) [][]stay {
	var all [][]stay
	var until Moment
	for i, s := range stays {
		if i == 0 || until.minutesUntil(s.joined) > quiet {
			all = append(all, nil)
			until = s.joined
		}
		all[len(all)-1] = append(all[len(all)-1], s)
		if s.left.known == toClock && s.left.wall.After(until.wall) {
			until = s.left
		}
	}
	return all
}

// datesNear is a column of dates of a meeting whose day may be known from
// outside.
func (r *reading) datesNear() dateColumn {
	if day := dayOf(r.said.SessionDay); !day.IsZero() {
		return dateColumn{near: day}
	}
	return dateColumn{near: nameDay(r.book.Name)}
}

// listOrder is the order of days in a list kept by hand: what was said, wherever
// the cells leave a choice, else what they say, "" when they leave it open.
func (r *reading) listOrder(c *dateColumn) string {
	if r.said.DateOrder != "" && !c.forced() && !c.mixed() {
		return r.said.DateOrder
	}
	return c.order()
}

// keepOpenDay keeps a row of such a list whose day could be two; the first of
// them is told of.
func (r *reading) keepOpenDay(at place, text string, told *bool) {
	r.sum.ToCheck++
	if !*told {
		r.problem(at, "date_order_unknown", text, "")
	}
	*told = true
}

// platformOrder is the order of days in a meeting platform's file; where the
// file leaves it open, the platform's habit, recorded as assumed.
func (r *reading) platformOrder(c *dateColumn, habit string) (order string, assumed bool) {
	order = c.order()
	switch {
	case c.forced():
	case c.mixed():
		return "", false
	case r.said.DateOrder != "":
		return r.said.DateOrder, false
	case order == "":
		r.sum.DateOrder = habit
		return habit, true
	}
	return order, false
}

// platformDates is platformOrder for the columns of a table; what had to be
// assumed is told.
func (r *reading) platformDates(no int, rows []sheet.Row, columns []int, c *dateColumn) dates {
	for _, row := range rows {
		for _, column := range columns {
			c.add(cell(row, column))
		}
	}
	order, assumed := r.platformOrder(c, mdy)
	if assumed {
		r.tellOrder(no, rows, columns, dates{order: order})
	}
	return dates{order: order}
}

// tellOrder tells once a file how the first of its open days was read.
func (r *reading) tellOrder(no int, rows []sheet.Row, columns []int, clock dates) {
	for _, row := range rows {
		for _, column := range columns {
			r.tellOpenDay(place{no, row.No, column}, cell(row, column), clock)
		}
	}
}

// tellOpenDay tells how a day was read that could be another one, once a file.
func (r *reading) tellOpenDay(at place, text string, clock dates) {
	if _, _, open := (dates{}).read(text); !open || r.orderTold {
		return
	}
	r.orderTold = true
	if m, ok, _ := clock.read(text); ok {
		r.note(at, "date_order_assumed", text, m.Day())
	}
}
