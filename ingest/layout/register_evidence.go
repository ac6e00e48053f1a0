package layout

import "valuetrail/ingest/sheet"

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
