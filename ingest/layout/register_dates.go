package layout

import (
	"slices"

	"valuetrail/ingest/sheet"
)

// gridDates decides the order of days by all headings, and the years of those
// that have none. It is false when the order stays open: then nothing of the
// file is read.
func (r *reading) gridDates(grids []grid) (dates, bool) {
	c := dateColumn{near: nameDay(r.book.Name)}
	at, example := place{}, ""
	for i := range grids {
		g := &grids[i]
		if !g.dated && g.around == (yearSpan{}) {
			g.undated()
		}
		g.lendYears()
		for _, s := range g.sessions {
			if !s.dated {
				continue
			}
			c.addWritten(s.when)
			if _, _, open := (dates{}).of(s.when); at.row == 0 && open {
				at, example = place{g.sheet.No, g.header.No, s.column}, cell(g.header, s.column)
			}
		}
	}
	order := r.listOrder(&c)
	if order == "" && c.differ > 0 && !c.mixed() {
		r.problem(at, "date_order_unknown", example, "")
		return dates{}, false
	}
	clock := dates{order: order}
	for i := range grids {
		r.gridYears(&grids[i], clock)
	}
	return clock, true
}

// lendYears gives days without a year that of the day beside them for as long as
// the order of days is not decided.
func (g *grid) lendYears() {
	year := 0
	for _, back := range []bool{false, true} {
		for i := range g.sessions {
			if back {
				i = len(g.sessions) - 1 - i
			}
			s := &g.sessions[i]
			switch {
			case !s.dated:
			case !s.yearless:
				if m, ok, _ := (dates{order: dmy}).of(s.when); ok {
					year = m.wall.Year()
				} else if m, ok, _ := (dates{order: mdy}).of(s.when); ok {
					year = m.wall.Year()
				}
			case year > 0 && s.when.parts[2] == anyYear:
				lent := s.when
				lent.parts[2] = year
				if _, ok, open := (dates{}).of(lent); ok || open {
					s.when = lent
				}
			}
		}
	}
}

// gridYears gives days their years, and takes out the columns whose day stays
// unknown: they wait.
func (r *reading) gridYears(g *grid, clock dates) {
	if !slices.ContainsFunc(g.sessions, func(s session) bool { return s.dated }) {
		return
	}
	if told := g.fillYears(clock, g.around); !told && !g.dated {
		g.undated()
		return
	}
	g.dated = true
	g.sessions = slices.DeleteFunc(g.sessions, func(s session) bool {
		_, ok, _ := clock.of(s.when)
		lost := s.dated && (s.yearless || !ok)
		if lost {
			g.lost = append(g.lost, s)
		}
		return lost
	})
	slices.SortFunc(g.lost, func(a, b session) int { return a.column - b.column })
	if at := slices.IndexFunc(g.sessions, func(s session) bool { return s.filled }); at >= 0 {
		s := g.sessions[at]
		r.note(place{g.sheet.No, g.header.No, s.column}, "year_assumed", cell(g.header, s.column), s.when.whole.Day())
	}
}

// waits tells of each row with a mark in a column whose day is not known, once; a
// column that nobody has marked yet is told of at its heading.
func (r *reading) waits(g grid, row sheet.Row, clock dates) bool {
	for _, s := range g.lost {
		if cell(row, s.column) != "" {
			r.problem(place{g.sheet.No, row.No, s.column}, lostCode(s, clock), cell(g.header, s.column), "")
			return true
		}
	}
	return false
}

// lostCode says why the day of a column is not known.
func lostCode(s session, clock dates) string {
	if _, _, open := clock.of(s.when); s.dated && open {
		return "date_order_mixed"
	}
	return "mark_column_undated"
}

// undated makes numbers and words again of days that lack their year where
// nothing tells it.
func (g *grid) undated() {
	for i := range g.sessions {
		s := &g.sessions[i]
		s.dated, s.yearless, s.bare, s.when = false, false, false, writtenDate{}
		s.title = cell(g.header, s.column)
	}
}

// daysFromOutside is dayFromOutside for so many columns of marks.
func (r *reading) daysFromOutside(m *meeting, columns int) {
	if columns > 1 && r.dayOutside() == "" {
		r.problem(m.at, "session_days_missing", "", "")
		return
	}
	r.dayFromOutside(m)
}
