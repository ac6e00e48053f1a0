package layout

import "time"

// sameHour is how far a stay may seem to run backwards when clocks are put back
// an hour, with a few minutes for rounding.
const sameHour = 65 * time.Minute

// gap is how far clocks were put forward over a wall time that no clock showed,
// 0 for every other time.
func (m Moment) gap(zone *time.Location) time.Duration {
	if m.known < toClock || m.at != nil || zone == nil {
		return 0
	}
	before, after := offsetsAround(m, zone)
	if after <= before {
		return 0
	}
	if m.shownAt(before, zone) || m.shownAt(after, zone) {
		return 0
	}
	return after - before
}

// shownAt reports that clocks of the zone showed the wall time while they were
// this far from UTC.
func (m Moment) shownAt(offset time.Duration, zone *time.Location) bool {
	_, there := m.wall.Add(-offset).In(zone).Zone()
	return time.Duration(there)*time.Second == offset
}

// offsetsAround are the zone's distances from UTC half a day before a wall time
// and half a day after it.
func offsetsAround(m Moment, zone *time.Location) (before, after time.Duration) {
	at := time.Date(m.wall.Year(), m.wall.Month(), m.wall.Day(), m.wall.Hour(), m.wall.Minute(), 0, 0, zone)
	_, b := at.Add(-12 * time.Hour).Zone()
	_, a := at.Add(12 * time.Hour).Zone()
	return time.Duration(b) * time.Second, time.Duration(a) * time.Second
}

// acrossChange sets right a stay that a change of clocks runs through, by its
// stated length where the walls alone cannot tell it: one that seems to end
// before it began because clocks were put back, and one that began at a time
// which clocks skipped.
func (r *reading) acrossChange(s *stay) {
	zone := r.zone()
	if zone == nil || s.joined.at != nil || s.left.at != nil || s.joined.known < toClock || s.left.known < toClock {
		return
	}
	length, stated := readDuration(s.minutes)
	long := time.Duration(length * float64(time.Minute))
	if gap := s.joined.gap(zone); gap > 0 {
		if !stated {
			long = s.left.wall.Sub(s.joined.wall)
		}
		if long >= 0 {
			s.left = momentAt(s.joined.utc(zone).Add(long), zone)
		}
		return
	}
	back := s.joined.wall.Sub(s.left.wall)
	before, after := offsetsAround(s.joined, zone)
	if back <= 0 || back >= sameHour || before <= after || !s.joined.shownAt(before, zone) || !s.left.shownAt(after, zone) {
		return
	}
	if !stated {
		if long = before - after - back; long < 0 {
			return
		}
		s.minutes = plainNumber(long.Minutes())
	}
	s.joined.at = time.FixedZone("", int(before/time.Second))
	s.left = momentAt(s.joined.utc(zone).Add(long), zone)
	r.assumeZone()
}

// momentAt is the instant as clocks of the zone show it, with its distance from
// UTC, so that an hour which comes twice stays the one it is.
func momentAt(at time.Time, zone *time.Location) Moment {
	_, offset := at.In(zone).Zone()
	there := time.FixedZone("", offset)
	local := at.In(there)
	wall := time.Date(local.Year(), local.Month(), local.Day(), local.Hour(), local.Minute(), local.Second(), 0, time.UTC)
	return Moment{wall: wall, known: toClock, at: there}
}
