package layout

import "math"

// dayMinutes is the longest stay that is believed where a file does not say how
// long its meeting was.
const dayMinutes = 24 * 60

// length is how many minutes the file says that a meeting took, false when it
// does not say.
func (m meeting) length() (float64, bool) {
	if m.starts.known == toClock && m.ends.known == toClock {
		if long := m.starts.minutesUntil(m.ends); long > 0 {
			return long, true
		}
	}
	return readDuration(m.minutes)
}

// keepEndless keeps back the stays that nobody can have made: longer than a day
// or, where the file says how long the meeting took, many hours longer than it.
// A row cut in its middle, a clock that was wrong and seconds taken for minutes
// all look so. m must be what the file itself says of the meeting.
func (r *reading) keepEndless(m meeting, stays []stay) []stay {
	took, known := m.length()
	var all []stay
	for _, s := range stays {
		limit := float64(dayMinutes)
		switch {
		case known && s.joined.known == toClock:
			limit = took + quietMinutes
		case known: // the time of several devices may be in one number
			limit = max(limit, took+quietMinutes)
		}
		long := r.lasted(m, s)
		if long <= limit {
			all = append(all, s)
			continue
		}
		detail := ""
		if known {
			detail = plainNumber(math.Round(took))
		}
		r.keep(s.at, "stay_too_long", plainNumber(math.Round(long)), detail)
		r.sum.ToCheck += len(s.also)
	}
	return all
}

// lasted is how many minutes a stay was, by its times or by what the row says,
// whichever is more; to the meeting's end where it has no end of its own.
func (r *reading) lasted(m meeting, s stay) float64 {
	long, _ := readDuration(s.minutes)
	left := s.left
	if s.open && s.minutes == "" {
		left = m.ends
	}
	if s.joined.known == toClock && left.known == toClock {
		long = max(long, left.utc(r.zone()).Sub(s.joined.utc(r.zone())).Minutes())
	}
	return long
}

// tellFewer tells of a report that names fewer participants than it says there
// were: most likely its end is missing. A report that goes on after the list of
// participants is not cut there; then it is only worth a note.
func (r *reading) tellFewer(m meeting, held int, wentOn bool) {
	if m.stated <= held || held == 0 { // of an empty table something else is told
		return
	}
	value, detail := plainNumber(float64(m.stated)), plainNumber(float64(held))
	if wentOn {
		r.note(m.at, "fewer_than_stated", value, detail)
		return
	}
	r.problem(m.at, "fewer_than_stated", value, detail)
}
