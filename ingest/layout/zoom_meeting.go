package layout

import (
	"encoding/hex"
	"slices"
	"strings"
)

// quietMinutes without anybody there part two meetings in one file.
const quietMinutes = 6 * 60

// emitZoom gives the meetings of a report and who was there.
func (r *reading) emitZoom(z zoomReport, m meeting, stays []stay) error {
	stays = r.keepEndless(m, stays)
	timed := z.column[zoomJoin] > 0
	if len(z.preamble) > 0 && !m.starts.IsZero() || !timed {
		if m.day == "" {
			r.dayFromOutside(&m)
		}
		m.id = hash(zoom, zoomNumber(z.preamble[zoomID]), first(m.starts.minute(), m.day), r.untold(m))
		return r.emitStays(m, stays)
	}
	slices.SortStableFunc(stays, func(a, b stay) int { return a.joined.wall.Compare(b.joined.wall) })
	for _, group := range gather(stays, quietMinutes) {
		one := m
		one.starts, one.ends = bounds(group)
		one.day = r.dayHere(one.starts)
		one.id = hash(zoom, zoomNumber(z.preamble[zoomID]), one.starts.minute(), "")
		if err := r.emitStays(one, group); err != nil {
			return err
		}
	}
	return nil
}

// untold is what stands for a meeting without a day: its title, or the file.
func (r *reading) untold(m meeting) string {
	switch {
	case m.day != "":
		return ""
	case m.title != "":
		return strings.ToLower(m.title)
	}
	return hex.EncodeToString(r.book.SHA256[:])
}

// dayOutside is the day that somebody said or the file's name tells, or "".
func (r *reading) dayOutside() string { return first(r.said.SessionDay, nameDay(r.book.Name).Day()) }

// onDay gives a time of day that stands alone its day, where one is known.
func (r *reading) onDay(text, day string) string {
	if day != "" && clockOnly.MatchString(text) {
		return day + " " + text
	}
	return text
}

// dayFromOutside takes the day that somebody said or the file's name tells.
func (r *reading) dayFromOutside(m *meeting) {
	switch named := nameDay(r.book.Name); {
	case r.said.SessionDay != "":
		m.day = r.said.SessionDay
	case !named.IsZero():
		m.day = named.Day()
		r.note(m.at, "session_date_from_name", m.day, m.day)
	default:
		r.problem(m.at, "session_date_missing", "", "")
	}
	r.span.add(dayOf(m.day))
}

// emitStays closes what is open, by the length that the file states or else at
// the meeting's end, and gives the meeting and its stays in the
// order of the file.
func (r *reading) emitStays(m meeting, stays []stay) error {
	if m.title == "" {
		m.title = r.said.SessionTitle
	}
	end := m.ends
	for _, s := range stays {
		for _, t := range []Moment{s.joined, s.left} {
			r.span.add(t)
			if t.known == toClock && (end.IsZero() || t.wall.After(end.wall)) {
				end = t
			}
		}
	}
	slices.SortStableFunc(stays, func(a, b stay) int { return a.at.row - b.at.row })
	if err := r.emitMeeting(m); err != nil {
		return err
	}
	zoned := false
	for _, s := range stays {
		if long, known := readDuration(s.minutes); s.open && known && !s.joined.IsZero() {
			s.left, s.open = s.joined.after(long), false
		}
		if s.open && !s.joined.IsZero() {
			s.left = end
			r.note(s.at, "open_interval", s.who.name, end.Clock())
		}
		if s.minutes == "" && !s.joined.IsZero() && !s.left.IsZero() {
			s.minutes = plainNumber(s.joined.minutesUntil(s.left))
		}
		zoned = zoned || s.joined.known == toClock && s.joined.at == nil
		if err := r.emitStay(m, s); err != nil {
			return err
		}
	}
	if zoned || m.starts.known == toClock && m.starts.at == nil {
		r.assumeZone()
	}
	return nil
}

// bounds are the first joining and the last leaving.
func bounds(stays []stay) (from, to Moment) {
	var s span
	for _, one := range stays {
		s.add(one.joined)
		s.add(one.left)
	}
	return s.first, s.last
}

// zoomNumber is a meeting's number as two exports of it agree on.
func zoomNumber(s string) string {
	s = strings.Map(func(r rune) rune {
		if r == ' ' || r == '-' {
			return -1
		}
		return r
	}, s)
	return strings.TrimLeft(s, "0")
}

// first is the first of texts that is not blank.
func first(texts ...string) string {
	for _, t := range texts {
		if t != "" {
			return t
		}
	}
	return ""
}
