package layout

import (
	"regexp"
	"slices"

	"valuetrail/ingest/sheet"
)

// evident reports that a sheet with session-like headings holds marks beside
// names. Days as headings need no mark yet where the names have their heading;
// numbers as headings, or names that only look like it, need more.
func (g grid) evident(above, below []sheet.Row, headed bool) bool {
	marks, cells, marked, named := 0, 0, 0, 0
	for _, row := range below {
		before := marks
		for _, s := range g.sessions {
			if text := cell(row, s.column); text != "" {
				cells++
				if saysPresence(text) {
					marks++
				}
			}
		}
		if marks > before {
			marked++
			if first(g.name(row), cell(row, g.who.email), cell(row, g.who.member)) != "" {
				named++
			}
		}
	}
	switch {
	case cells == 0:
		return headed && g.dated && (len(g.sessions) > 1 || len(below) == 0)
	case named*2 < marked:
		return false
	case headed && g.dated:
		return true
	case marks*3 < cells:
		return false
	case len(g.sessions) > 1:
		return !g.inside(above)
	}
	return g.dated && marks == cells && marked*2 >= len(below) && !g.inside(above)
}

// inside reports that the columns of the sessions hold marks above their
// headings: then these are a row of some other table.
func (g grid) inside(above []sheet.Row) bool {
	for _, row := range above {
		for _, s := range g.sessions {
			if text := cell(row, s.column); text != "" && saysPresence(text) {
				return true
			}
		}
	}
	return false
}

// packedTimes are times of coming and going in one cell: "12:27-12:45; 13:45-13:56; ".
var (
	packedTimes = regexp.MustCompile(`^(?:\d{1,2}:\d{2} ?[-–] ?\d{1,2}:\d{2}[;, ]*)+$`)
	packedTime  = regexp.MustCompile(`(\d{1,2}):(\d{2}) ?[-–] ?(\d{1,2}):(\d{2})`)
)

// packedMinutes counts the minutes of such a cell, those that overlap once.
func packedMinutes(text string) float64 {
	var there [48 * 60]bool
	n := 0
	for _, m := range packedTime.FindAllStringSubmatch(text, -1) {
		from, to := number(m[1])*60+number(m[2]), number(m[3])*60+number(m[4])
		if to < from {
			to += 24 * 60
		}
		for i := from; i < min(to, len(there)); i++ {
			if !there[i] {
				there[i] = true
				n++
			}
		}
	}
	return float64(n)
}

// likelyPresent reports that A seems to mean present (anwesend, asistió) in
// registers that do not say: nothing else marks presence, and it stands in half
// of the cells or more, or beside all of somebody whose times of coming and going stand beside it. It is
// what is proposed to whoever is asked, not what is read.
func likelyPresent(grids []grid) bool {
	marked, cells := 0, 0
	for _, g := range grids {
		for _, row := range g.rows {
			if g.isSummary(row) || first(g.name(row), cell(row, g.who.email), cell(row, g.who.member)) == "" {
				continue
			}
			here := 0
			for _, s := range g.sessions {
				switch mark := markOf(row.Cell(s.column)); {
				case mark == "a":
					here++
				case mark != "" && cameBy(mark):
					if _, known := surePresence[mark]; known || plainMarks[mark].status == "present" {
						return false
					}
				}
			}
			if here == len(g.sessions) && slices.ContainsFunc(row.Cells, packedTimes.MatchString) {
				return true
			}
			marked, cells = marked+here, cells+len(g.sessions)
		}
	}
	return marked > 0 && marked*2 >= cells
}
