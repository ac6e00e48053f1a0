package layout

import (
	"path"
	"regexp"
	"slices"
	"strings"
	"time"

	"valuetrail/ingest/sheet"
)

// anyYear stands for the year of a heading that has none, till the others tell
// it: a leap year, so that 29 February is a day.
const anyYear = 2024

// Headings that tell a day and no year: 28.03., Fri 14/3, 14 March, Mar-14.
var (
	numbersAlone   = regexp.MustCompile(`^(?i:` + weekdayPart + `)(\d{1,2})([./])(\d{1,2})(\.?)$`)
	dayMonthAlone  = regexp.MustCompile(`^(?i:` + weekdayPart + `)(\d{1,2})(?:st|nd|rd|th|º|\.)?(?:[ /-]+| de | of |)` + monthWord + `$`)
	monthDayAlone  = regexp.MustCompile(`^(?i:` + weekdayPart + `)` + monthWord + `[ -]?(\d{1,2})(?:st|nd|rd|th)?$`)
	yearlessInside = []*regexp.Regexp{regexp.MustCompile(`\d{1,2}\.\d{1,2}\.`), regexp.MustCompile(`\d{1,2}(?:st|nd|rd|th|\.)? ?\pL{3,9}`), regexp.MustCompile(`\pL{3,9}\.? \d{1,2}(?:st|nd|rd|th)?`)}
)

// readYearless reads a day without its year, as one of anyYear. bare tells two
// numbers that could be something else: a part 1.2, a group 2/3.
func readYearless(text string) (w writtenDate, ok, bare bool) {
	text = tidy(text)
	w.known = toDay
	if m := numbersAlone.FindStringSubmatch(text); m != nil && len(text) <= 64 {
		w.parts, w.dotted = [3]int{number(m[1]), number(m[3]), anyYear}, m[2] == "."
		bare = m[4] == "" || !w.dotted
	} else if m := dayMonthAlone.FindStringSubmatch(text); m != nil {
		w.parts, w.order = [3]int{number(m[1]), monthOf(m[2]), anyYear}, dmy
	} else if m := monthDayAlone.FindStringSubmatch(text); m != nil && !strings.EqualFold(m[1], "set") { // a set of something
		w.parts, w.order = [3]int{monthOf(m[1]), number(m[2]), anyYear}, mdy
	}
	_, isDMY := w.in(dmy)
	_, isMDY := w.in(mdy)
	return w, isDMY || isMDY, bare
}

// yearlessIn finds such a day in a heading that holds more: Kick-off 14 March.
func yearlessIn(text string) (w writtenDate, title string, ok bool) {
	for _, form := range yearlessInside {
		for _, at := range form.FindAllStringIndex(text, 4) {
			if w, ok, _ := readYearless(text[at[0]:at[1]]); ok {
				return w, strings.Trim(text[:at[0]]+" "+text[at[1]:], " -–:,()|/"), true
			}
		}
	}
	return w, "", false
}

// plausible reports that headings without a year are days and not numbers of
// parts or months of years, where nothing beside them is a day: some number is
// above twelve, and of months with a number not all numbers are the same.
func plausible(all []session) bool {
	bare, above, numbers, months := 0, false, map[int]bool{}, 0
	for _, s := range all {
		if s.bare {
			bare++
		}
		above = above || s.when.parts[0] > 12 && s.when.order == "" || s.when.parts[1] > 12
		if s.when.order == mdy {
			months++
			numbers[s.when.parts[1]] = true
		}
	}
	return (bare == 0 || above) && (months < 2 || len(numbers) > 1)
}

// fillYears gives the days of a row of headings the years that they lack, from
// the days beside them, else from what stands around the table. It is false when
// that leaves more than one year: then they keep none.
func (g *grid) fillYears(clock dates, outside yearSpan) bool {
	var at []int
	for i, s := range g.sessions {
		if s.dated {
			at = append(at, i)
		}
	}
	slices.SortStableFunc(at, func(a, b int) int { return g.sessions[a].column - g.sessions[b].column })
	days, known := make([]Moment, len(at)), make([]bool, len(at))
	lacking, fixed := 0, 0
	for i, no := range at {
		days[i], known[i], _ = clock.of(g.sessions[no].when)
		if g.sessions[no].yearless && known[i] {
			known[i] = false
			lacking++
		} else if known[i] {
			fixed++
		} else {
			return !g.lacksYears() // its order is open, so nothing beside it tells more
		}
	}
	if lacking == 0 {
		return true
	}
	filled, ok := outside.fill(days)
	if fixed > 0 {
		filled, ok = between(days, known)
	}
	if !ok {
		return false
	}
	for i, no := range at {
		if s := &g.sessions[no]; s.yearless {
			s.when = writtenDate{order: ymd, known: toDay, whole: filled[i]}
			s.yearless, s.filled = false, true
		}
	}
	return true
}

// lacksYears reports that some heading tells a day without its year.
func (g *grid) lacksYears() bool {
	return slices.ContainsFunc(g.sessions, func(s session) bool { return s.yearless })
}

// between fills in years so that the days run on from those known, forwards or
// backwards: the shorter of the two runs, if it is much the shorter.
func between(days []Moment, known []bool) ([]Moment, bool) {
	up, isUp := run(days, known, 1)
	down, isDown := run(days, known, -1)
	long := func(run []Moment) time.Duration { return run[len(run)-1].wall.Sub(run[0].wall).Abs() }
	const year = 366 * 24 * time.Hour
	isUp, isDown = isUp && long(up) <= year, isDown && long(down) <= year
	switch {
	case isUp && isDown && long(up)*2 <= long(down):
		return up, true
	case isUp && isDown && long(down)*2 <= long(up):
		return down, true
	case isUp != isDown && isUp:
		return up, true
	case isUp != isDown:
		return down, true
	}
	return nil, false
}

// run gives each day without a year the nearest one that keeps to the direction:
// 1 for days that go on, -1 for days that go back.
func run(days []Moment, known []bool, way int) ([]Moment, bool) {
	out := slices.Clone(days)
	from := slices.Index(known, true)
	for i := from - 1; i >= 0; i-- {
		out[i] = toward(days[i], out[i+1], -way)
	}
	for i := from + 1; i < len(out); i++ {
		if !known[i] {
			out[i] = toward(days[i], out[i-1], way)
		}
	}
	for i := range out {
		if out[i].IsZero() || i > 0 && out[i].wall.Compare(out[i-1].wall)*way < 0 {
			return nil, false
		}
	}
	return out, true
}

// toward is the day with the year that brings it nearest to another, on or
// after it (way 1) or on or before it (way -1).
func toward(day, to Moment, way int) Moment {
	if to.IsZero() {
		return Moment{}
	}
	for _, plus := range []int{-1, 0, 1} {
		if got := day.inYear(to.wall.Year() + plus*way); !got.IsZero() && got.wall.Compare(to.wall)*way >= 0 {
			return got
		}
	}
	return Moment{}
}

// inYear is the same day of another year, the zero Moment where that has none.
func (m Moment) inYear(year int) Moment {
	wall := time.Date(year, m.wall.Month(), m.wall.Day(), 0, 0, 0, 0, time.UTC)
	if wall.Month() != m.wall.Month() {
		return Moment{}
	}
	return Moment{wall: wall, known: toDay}
}

// yearSpan is the time that a register is about, as what stands around it tells;
// the zero yearSpan is none.
type yearSpan struct{ from, to time.Time }

// fill gives the days the one year each that lies in the span, if they run one
// way through it.
func (y yearSpan) fill(days []Moment) ([]Moment, bool) {
	out := make([]Moment, len(days))
	up, down := true, true
	for i, day := range days {
		for year := y.from.Year(); year <= y.to.Year(); year++ {
			if at := day.inYear(year); !at.IsZero() && !at.wall.Before(y.from) && !at.wall.After(y.to) {
				out[i] = at
				break
			}
		}
		if out[i].IsZero() {
			return nil, false
		}
		if i > 0 {
			up = up && !out[i].wall.Before(out[i-1].wall)
			down = down && !out[i].wall.After(out[i-1].wall)
		}
	}
	return out, !y.from.IsZero() && (up || down)
}

var yearsInside = regexp.MustCompile(`(?:^|[^0-9])((?:19|20)\d{2})(?:(?: ?[/–-] ?|_)((?:20)?\d{2}))?(?:[^0-9]|$)`)

// spanIn is the year that a text names, or the school year: 2025/26.
func spanIn(text string) yearSpan {
	m := yearsInside.FindStringSubmatch(text)
	if m == nil || dateInside.MatchString(text) {
		return yearSpan{}
	}
	year := number(m[1])
	if m[2] != "" && number(m[2])%100 == (year+1)%100 {
		return yearSpan{time.Date(year, 8, 1, 0, 0, 0, 0, time.UTC), time.Date(year+1, 7, 31, 0, 0, 0, 0, time.UTC)}
	}
	return yearSpan{time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(year, 12, 31, 0, 0, 0, 0, time.UTC)}
}

// spanAround is the time that the lines above a table name, else its sheet, else
// its file; none where the lines name several.
func spanAround(above []sheet.Row, sheetName, file string) yearSpan {
	var found yearSpan
	for _, row := range above {
		for _, text := range row.Cells {
			switch y := spanIn(text); {
			case y == yearSpan{}:
			case found == yearSpan{}:
				found = y
			case found != y:
				return yearSpan{}
			}
		}
	}
	file = path.Base(strings.ReplaceAll(file, `\`, "/"))
	if day := nameDay(file); !day.IsZero() && found == (yearSpan{}) && spanIn(sheetName) == (yearSpan{}) {
		return yearSpan{time.Date(day.wall.Year(), 1, 1, 0, 0, 0, 0, time.UTC), day.wall} // the day it was written
	}
	for _, text := range []string{sheetName, strings.TrimSuffix(file, path.Ext(file))} {
		if found == (yearSpan{}) {
			found = spanIn(text)
		}
	}
	return found
}
