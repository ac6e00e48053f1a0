package layout

import (
	"slices"

	"valuetrail/ingest/sheet"
	"valuetrail/internal/vocabulary"
)

// heads are the headings of a row by what they could be; dated are those that
// tell a day, with or without its year.
type heads struct {
	dated, numbered, titled, blank []session
	minutes                        []session
}

// heads sorts the headings of a row that are nobody's name.
func (g *grid) heads() heads {
	var all heads
	for c := 1; c <= len(g.header.Cells); c++ {
		if g.who.has(c) || merged(g.header, c) && !g.mergedDay(c) {
			continue
		}
		h, ok, weak := headed(g.header, c)
		switch {
		case ok && !weak:
			all.dated = append(all.dated, h)
		case ok:
			all.numbered = append(all.numbered, h)
		case headsLengths(h.title) && len(all.dated) > 0:
			all.minutes = append(all.minutes, h)
		case h.title != "":
			all.titled = append(all.titled, h)
		case cell(g.header, c) == "":
			all.blank = append(all.blank, h)
		}
	}
	return all
}

// days counts the headings that tell a day with its year.
func (h heads) days() int {
	n := 0
	for _, s := range h.dated {
		if !s.yearless {
			n++
		}
	}
	return n
}

// others are the headings that tell no day, with those that could be one and
// lack their year.
func (g *grid) others(h heads) []session {
	all := slices.Clone(h.titled)
	for _, s := range h.dated {
		all = append(all, session{column: s.column, title: cell(g.header, s.column)})
	}
	slices.SortFunc(all, func(a, b session) int { return a.column - b.column })
	return all
}

// mergedDay tells a day that stands over several columns of marks, beside the
// headings for names: not over them.
func (g *grid) mergedDay(c int) bool {
	w, ok := readDate(cell(g.header, c))
	return ok && w.known >= toDay && g.who.any() && !g.overNames(g.header, c)
}

// overNames reports a cell that stands over the columns of names too.
func (g *grid) overNames(row sheet.Row, c int) bool {
	return slices.ContainsFunc(row.Merged, func(m sheet.Merge) bool {
		for at := m.First; at <= m.Last; at++ {
			if m.First <= c && c <= m.Last && g.who.has(at) {
				return true
			}
		}
		return false
	})
}

// onesMarked are the columns that hold marks, each by itself.
func onesMarked(all []session, rows []sheet.Row) []session {
	return slices.DeleteFunc(slices.Clone(all), func(s session) bool { return !mostlyMarks(s.column, rows) })
}

// mostlyMarks reports a column of which four cells in five are marks, if it holds
// any.
func mostlyMarks(column int, rows []sheet.Row) bool {
	marks, cells := 0, 0
	for _, row := range rows {
		if text := cell(row, column); text != "" {
			cells++
			if looksLikeMark(text) {
				marks++
			}
		}
	}
	return marks*5 >= cells*4 && marks > 0
}

// aboutPeople are headings of columns that are ticked and are no session.
var aboutPeople = words("paid, bezahlt, payé, pagado, certificate, certificat, certificado, zertifikat, certified, active, aktiv, activo, actif, leader, host, new, newcomer, neu, nouveau, nuevo, member, mitglied, volunteer, photo, photos, foto, fotos, gdpr, dsgvo, rgpd, " +
	"privacy, datenschutz, newsletter, mailing list, first time, erstes mal, vegetarian, vegan, lunch, dinner, parking, invited, registered, angemeldet, inscrit, inscrito, completed, passed, graduated, staff, guest, gast, speaker, signed, waiver, whatsapp, slack, ok, done, dropped out, left")

// lostAmong are the columns of marks among dated ones, or after them, that tell
// no day: numbers, days that there are not, and words over the same marks.
func (g *grid) lostAmong(h heads, rows []sheet.Row) []session {
	if len(g.sessions) == 0 {
		return nil
	}
	firstDay, lastDay := g.sessions[0].column, g.sessions[len(g.sessions)-1].column
	lost := onesMarked(h.numbered, rows)
	same := g.alphabet(rows)
	for _, s := range append(slices.Clone(h.titled), h.blank...) {
		loose := vocabulary.Loose(s.title)
		role, _ := vocabulary.RoleOf(s.title)
		asDay := dateInside.MatchString(s.title)
		if w, ok := readDate(s.title); ok && w.known == toMonth {
			asDay = true
		}
		switch {
		case !mostlyMarks(s.column, rows):
		case asDay:
			lost = append(lost, s)
		case s.column < firstDay || role != "" || aboutPeople[loose] || sumHeadings[loose] || countsComers(s.title):
		case g.sameMarks(s.column, rows, same, s.column < lastDay):
			lost = append(lost, s)
		}
	}
	slices.SortFunc(lost, func(a, b session) int { return a.column - b.column })
	return lost
}

// alphabet are the marks that say in the dated columns that somebody came.
func (g *grid) alphabet(rows []sheet.Row) map[string]bool {
	all := map[string]bool{}
	for _, row := range rows {
		for _, s := range g.sessions {
			if mark := markOf(row.Cell(s.column)); cameBy(mark) {
				all[mark] = true
			}
		}
	}
	return all
}

// sameMarks reports that a column is ticked as the dated ones are. Numbers are
// only between dated ones: after them they count.
func (g *grid) sameMarks(column int, rows []sheet.Row, same map[string]bool, between bool) bool {
	here := false
	for _, row := range rows {
		mark := markOf(row.Cell(column))
		if !same[mark] {
			continue
		}
		if _, isNumber := readNumber(mark, false); !isNumber || between {
			here = true
		}
	}
	return here
}

// takeMinutes gives each session the column of minutes to its right, where each
// has one: a single one at the end sums up.
func (g *grid) takeMinutes(minutes []session, rows []sheet.Row) {
	if len(minutes) != len(g.sessions) {
		return
	}
	for i := range g.sessions {
		if minutes[i].column != g.sessions[i].column+1 {
			return
		}
	}
	for i := range g.sessions {
		g.sessions[i].minutes = lengthsUnder(minutes[i].title, minutes[i].column, rows)
	}
}

// partHeadings are what stands under a day that is over several columns.
var partHeadings = words("here, there, x, ✓, mark, came, yes no, da, war da, dabei, là, presente, asistió, vino, anw, pres, prés, obecny, obecna, aanw")

// headsMark tells a heading that says no more than that marks stand below it.
func headsMark(heading string) bool {
	loose := vocabulary.Loose(heading)
	return partHeadings[loose] || statusHeadings[loose]
}

// underDays reads row i as headings under days that stand in the row above, each
// over one column or several: whether they came, how long, or parts of the day.
func underDays(g grid, rows []sheet.Row, i int) (grid, bool) {
	if i == 0 {
		return grid{}, false
	}
	over := rows[i-1]
	if !g.who.any() {
		if g.who = whoIn(over); first(g.name(rows[i]), cell(rows[i], g.who.email), cell(rows[i], g.who.member)) != "" {
			return grid{}, false // somebody's row
		}
	}
	days, parts := g.daysOver(over)
	if len(days) == 0 || !g.who.any() || !parts {
		return grid{}, false
	}
	g.dated, g.sure = true, 0.87
	below := rows[i+1:]
	var minutes []session
	for c := 1; c <= len(g.header.Cells); c++ {
		text := cell(g.header, c)
		s, ok := days[c]
		if !ok || text == "" {
			continue
		}
		loose := vocabulary.Loose(text)
		if headsLengths(text) {
			minutes = append(minutes, session{column: c, title: text, when: s.when})
		} else if headsMark(text) {
			s.column = c
			g.sessions = append(g.sessions, s)
		} else if !sumHeadings[loose] && mostlyMarks(c, below) {
			s.column, s.title = c, text
			g.sessions = append(g.sessions, s)
		}
	}
	if len(onesMarked(g.sessions, below)) == 0 {
		return grid{}, false
	}
	g.takeMinutes(minutes, below)
	return g, g.evident(rows[:i-1], below, true)
}

// daysOver gives each column the day that stands over it, in a merged cell or in
// the last cell to the left that holds anything. parts tells that the headings
// under them part the days: some day is over several, or one says what is below.
func (g *grid) daysOver(over sheet.Row) (days map[int]session, parts bool) {
	days = map[int]session{}
	var last session
	from := 0
	for c := 1; c <= max(len(over.Cells), len(g.header.Cells)); c++ {
		text, under := cell(over, c), cell(g.header, c)
		own, isDay, weak := headed(sheet.Row{Cells: []string{text}}, 1)
		switch {
		case g.who.has(c), g.overNames(over, c):
			last = session{}
			continue
		case text == "" && under != "" && last.dated:
			parts = true
		case isDay && !weak && own.dated:
			parts = parts || from > 0 && text == cell(over, c-1)
			last, from = own, c
		default:
			last = session{}
			continue
		}
		_, isDate := readDate(under)
		if parts = parts || headsMark(under) || headsLengths(under); isDate {
			return nil, false // a row of days of its own
		}
		days[c] = last
	}
	return days, parts
}
