package settings

import (
	"cmp"
	"fmt"
	"slices"
	"time"
)

// Day is a day as the number of days since 1970-01-01; 0 means not said.
type Day int

// ParseDay reads a day written 2025-09-01.
func ParseDay(s string) (Day, error) {
	at, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return 0, fmt.Errorf("%q is not a day", s)
	}
	return DayOf(at), nil
}

// DayOf is the day of a moment in the moment's own zone.
func DayOf(at time.Time) Day {
	year, month, day := at.Date()
	return dayOn(year, month, day)
}

// Time is the day's midnight in UTC.
func (d Day) Time() time.Time { return time.Unix(int64(d)*86400, 0).UTC() }

// String is the day as 2025-09-01, "" when not said.
func (d Day) String() string {
	if d == 0 {
		return ""
	}
	return d.Time().Format(time.DateOnly)
}

func dayOn(year int, month time.Month, day int) Day {
	return Day(time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Unix() / 86400)
}

// MonthDay is a day of every year, written 09-01. 29 February is none.
type MonthDay struct {
	Month time.Month
	Day   int
}

// String is the day as 09-01.
func (m MonthDay) String() string { return fmt.Sprintf("%02d-%02d", int(m.Month), m.Day) }

func parseMonthDay(s string) (MonthDay, error) {
	at, err := time.Parse("2006-01-02", "2001-"+s) // 2001 has no 29 February
	if err != nil {
		return MonthDay{}, fmt.Errorf("%q is not a day of every year", s)
	}
	return MonthDay{at.Month(), at.Day()}, nil
}

func (m MonthDay) before(other MonthDay) bool {
	return m.Month < other.Month || m.Month == other.Month && m.Day < other.Day
}

// later is the day that many months on, the 28th at the latest.
func (m MonthDay) later(months int) MonthDay {
	return MonthDay{(m.Month-1+time.Month(months))%12 + 1, min(m.Day, 28)}
}

// Span is a stretch of days with a name, both ends included.
type Span struct {
	// ID is "2025/26" for a year, "2025/26 autumn" for a term.
	ID string
	// Year is the id of the academic year, Term the id of the term or "".
	Year, Term  string
	First, Last Day
}

// Year is the academic year that a day lies in.
func (a AcademicYear) Year(on Day) Span {
	return a.year(a.startYear(on))
}

// Years are the academic years that the days from first to last touch, oldest
// first; none when last is before first.
func (a AcademicYear) Years(first, last Day) []Span {
	var all []Span
	if last < first {
		return nil
	}
	for y := a.startYear(first); y <= a.startYear(last); y++ {
		all = append(all, a.year(y))
	}
	return all
}

// TermsBetween are the terms that the days from first to last touch, oldest
// first. The last term before a year's first one reaches into that year. No
// terms give the years themselves.
func (a AcademicYear) TermsBetween(first, last Day) []Span {
	if last < first {
		return nil
	}
	var all []Span
	for y := a.startYear(first) - 1; y <= a.startYear(last)+1; y++ {
		all = append(all, a.termStarts(y)...)
	}
	slices.SortStableFunc(all, func(x, y Span) int { return cmp.Compare(x.First, y.First) })
	var touched []Span
	for i := range all[:len(all)-1] {
		all[i].Last = all[i+1].First - 1
		if all[i].First <= last && all[i].Last >= first {
			touched = append(touched, all[i])
		}
	}
	return touched
}

func (a AcademicYear) termStarts(startYear int) []Span {
	year := a.year(startYear)
	if len(a.Terms) == 0 {
		return []Span{year}
	}
	var all []Span
	for _, t := range a.Terms {
		calendarYear := startYear
		if t.Starts.before(a.Starts) {
			calendarYear++
		}
		all = append(all, Span{ID: year.ID + " " + t.ID, Year: year.ID, Term: t.ID, First: dayOn(calendarYear, t.Starts.Month, t.Starts.Day)})
	}
	return all
}

func (a AcademicYear) startYear(on Day) int {
	at := on.Time()
	if (MonthDay{at.Month(), at.Day()}).before(a.starts()) {
		return at.Year() - 1
	}
	return at.Year()
}

func (a AcademicYear) year(startYear int) Span {
	from := a.starts()
	s := Span{First: dayOn(startYear, from.Month, from.Day), Last: dayOn(startYear+1, from.Month, from.Day) - 1}
	s.ID = fmt.Sprintf("%d/%02d", startYear, (startYear+1)%100)
	if from == (MonthDay{time.January, 1}) {
		s.ID = fmt.Sprint(startYear)
	}
	s.Year = s.ID
	return s
}

// starts is the first day of the year; the zero AcademicYear starts on 1
// January.
func (a AcademicYear) starts() MonthDay {
	if a.Starts == (MonthDay{}) {
		return MonthDay{time.January, 1}
	}
	return a.Starts
}

// Year is the id of the academic year that a day lies in: "2025/26".
func (s Settings) Year(on Day) string { return s.AcademicYear.Year(on).ID }

// Terms are the terms that the days from first to last touch, oldest first.
func (s Settings) Terms(first, last Day) []Span { return s.AcademicYear.TermsBetween(first, last) }
