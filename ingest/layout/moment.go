package layout

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// precision is how much of a moment was written.
type precision int

const (
	nothing precision = iota
	toMonth
	toDay
	toClock
)

// Moment is a day or a time as a file writes it: wall time, unless an offset
// stood beside it. The zero Moment is none.
type Moment struct {
	wall  time.Time // the written parts, kept in UTC whatever the zone
	known precision
	at    *time.Location // the offset written, nil when none was
}

// IsZero reports that there is no moment.
func (m Moment) IsZero() bool { return m.known == nothing }

// String is the moment as written locally: 2006-01-02 15:04:05, a day alone or
// a month alone, "" when there is none.
func (m Moment) String() string {
	switch m.known {
	case toMonth:
		return m.wall.Format("2006-01")
	case toDay:
		return m.wall.Format(time.DateOnly)
	case toClock:
		return m.wall.Format(time.DateTime)
	}
	return ""
}

// Day is the day alone, "" when less than a day is known.
func (m Moment) Day() string {
	if m.known < toDay {
		return ""
	}
	return m.wall.Format(time.DateOnly)
}

// Clock is the time of day, "" when it is not known.
func (m Moment) Clock() string {
	if m.known < toClock {
		return ""
	}
	return m.wall.Format("15:04")
}

// minute is the moment without its seconds: exports of one meeting differ in
// whether they give them.
func (m Moment) minute() string {
	if m.known < toClock {
		return m.Day()
	}
	return m.wall.Format("2006-01-02 15:04")
}

// utc is the instant in UTC, with zone for wall times (nil is UTC). A wall time
// that clocks skip is as much later as they were put forward; of one that comes
// twice it is one of the two.
func (m Moment) utc(zone *time.Location) time.Time {
	if m.at != nil {
		zone = m.at
	}
	if zone == nil {
		zone = time.UTC
	}
	w := m.wall
	if m.gap(zone) > 0 {
		before, _ := offsetsAround(m, zone)
		return w.Add(-before)
	}
	return time.Date(w.Year(), w.Month(), w.Day(), w.Hour(), w.Minute(), w.Second(), 0, zone).UTC()
}

// Instant is 2006-01-02T15:04:05Z, "" when no time of day is known.
func (m Moment) Instant(zone *time.Location) string {
	if m.known < toClock {
		return ""
	}
	return m.utc(zone).Format("2006-01-02T15:04:05Z")
}

// instantOrNoon is Instant; a day alone becomes its noon in UTC, which is the
// same day almost everywhere.
func (m Moment) instantOrNoon(zone *time.Location) string {
	if m.known == toDay {
		return m.Day() + "T12:00:00Z"
	}
	return m.Instant(zone)
}

// minutesUntil counts the minutes to a later moment, in wall time.
func (m Moment) minutesUntil(later Moment) float64 {
	return later.wall.Sub(m.wall).Minutes()
}

// after is the moment so many minutes later, in wall time.
func (m Moment) after(minutes float64) Moment {
	m.wall = m.wall.Add(time.Duration(minutes * float64(time.Minute)))
	return m
}

// dayOf reads a canonical day, the zero Moment when s is none.
func dayOf(s string) Moment {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return Moment{}
	}
	return Moment{wall: t, known: toDay}
}

// Spreadsheets count days from the end of 1899; below and above these bounds
// (1954 to 2119) a bare number is not taken for a day.
const firstSerial, lastSerial = 20_000, 80_000

// commaSerial is such a number as a country of decimal commas writes it.
var commaSerial = regexp.MustCompile(`^\d{5},\d+$`)

// serial reads a day that a spreadsheet left as a number.
func serial(s string) (Moment, bool) {
	if commaSerial.MatchString(s) {
		s = strings.Replace(s, ",", ".", 1)
	}
	if len(s) < 5 || strings.Trim(s, "0123456789.") != "" {
		return Moment{}, false
	}
	days, err := strconv.ParseFloat(s, 64)
	if err != nil || days < firstSerial || days >= lastSerial {
		return Moment{}, false
	}
	whole, part := math.Modf(days)
	wall := time.Date(1899, 12, 30+int(whole), 0, 0, 0, 0, time.UTC)
	if !strings.Contains(s, ".") {
		return Moment{wall: wall, known: toDay}, true
	}
	seconds := math.Round(part * 86400)
	return Moment{wall: wall.Add(time.Duration(seconds) * time.Second), known: toClock}, true
}

// span is the first and the last of the moments it saw.
type span struct{ first, last Moment }

func (s *span) add(m Moment) {
	if m.IsZero() {
		return
	}
	if s.first.IsZero() || m.wall.Before(s.first.wall) {
		s.first = m
	}
	if s.last.IsZero() || m.wall.After(s.last.wall) {
		s.last = m
	}
}
