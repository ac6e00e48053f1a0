package layout

import (
	"regexp"
	"slices"
	"strings"

	"valuetrail/ingest/sheet"
	"valuetrail/internal/vocabulary"
)

// grid is a sheet with names down and sessions across.
type grid struct {
	sheet    *sheet.Sheet
	header   sheet.Row
	above    int // rows to the first data row
	who      whoColumns
	sessions []session
	dated    bool // the headings are days
	rows     []sheet.Row
	sure     float64
	// lost are the columns of marks beside dated ones whose day cannot be told.
	lost []session
	// around is the time that what stands around the table names.
	around yearSpan
	// sums are the rows, by number, that count the marks above them.
	sums map[int]bool
}

// session is one column of marks.
type session struct {
	column int
	when   writtenDate // of a heading that holds a day
	dated  bool
	title  string
	m      meeting
	// yearless tells a day that still lacks its year, bare one in two numbers
	// that could be no day, filled one whose year others told.
	yearless, bare, filled bool
	minutes                lengthColumn // how long people stayed, beside their marks
}

// whoColumns are the columns that tell who a row is about.
type whoColumns struct{ name, given, family, email, member int }

func (w whoColumns) any() bool { return w.name+w.given+w.family+w.email+w.member > 0 }

var (
	nameHeadings   = words("name, full name, fullname, display name, participant, participant name, participants, member, member name, attendee, attendee name, student, student name, person, who, names, teilnehmer, teilnehmerin, teilnehmer in, nom, nombre, nome, naam, imię i nazwisko, nazwisko i imię, mitglied")
	givenHeadings  = words("first name, firstname, given name, forename, vorname, prénom, prenom, nombre de pila, voornaam, imię")
	familyHeadings = words("last name, lastname, surname, family name, nachname, familienname, nom de famille, apellido, apellidos, cognome, achternaam, nazwisko, sobrenome, apelido")
	mailHeadings   = words("email, e mail, email address, e mail address, mail, user email, adres e mail, correo, courriel")
	memberHeadings = words("member id, id, member no, member number, student id, respondent id, participant id, person id, roll no, matriculation")
	sumHeadings    = words("total, totals, sum, percent, percentage, %, points, overall, days att, days attended, num workshops visited, attended, attendance, absences, absent, present, late, left early, early, rate, average, score, count, sessions attended, summe, prozent, gesamt, nr, no, time, ts, klasse, class, group, notes, comment, comments, grade, age, year")
)

func words(list string) map[string]bool {
	all := map[string]bool{}
	for w := range strings.SplitSeq(list, ", ") {
		all[w] = true
	}
	return all
}

var (
	ordinalHeading = regexp.MustCompile(`^(?:(?:day|session|week|meeting|class|lesson|workshop|module|call|event|tag|termin|sitzung|stunde|einheit|séance|sesión|sessione|sessie|spotkanie|s|w|d|m|#) ?)?\d{1,3}$`)
	dateInside     = regexp.MustCompile(`\d{4}-\d{2}-\d{2}(?: \d{1,2}:\d{2}(?::\d{2})?)?|\d{1,4}([./-])\d{1,2}[./-]\d{2,4}|\d{1,2}(?:st|nd|rd|th|\.)? ?\pL{3,9}\.?,? \d{2,4}|\pL{3,9}\.? \d{1,2}(?:st|nd|rd|th)?, ?\d{4}`)
)

// whoIn finds the columns that tell who somebody is.
func whoIn(row sheet.Row) whoColumns {
	var w whoColumns
	for i := range row.Cells {
		h := vocabulary.Loose(row.Cell(i + 1))
		for _, c := range []struct {
			known map[string]bool
			into  *int
		}{{nameHeadings, &w.name}, {givenHeadings, &w.given}, {familyHeadings, &w.family}, {mailHeadings, &w.email}, {memberHeadings, &w.member}} {
			if c.known[h] && *c.into == 0 {
				*c.into = i + 1
				break
			}
		}
	}
	return w.halved(row)
}

// halfNames are headings for a name that stand for half of it where the other
// half has a heading of its own: Nom beside Prénom, Name beside Vorname, Nombre
// beside Apellidos.
var halfNames = words("name, nom, nombre, nome, naam")

func (w whoColumns) halved(row sheet.Row) whoColumns {
	switch {
	case w.name == 0 || !halfNames[vocabulary.Loose(row.Cell(w.name))]:
	case w.given > 0 && w.family == 0:
		w.name, w.family = 0, w.name
	case w.family > 0 && w.given == 0:
		w.name, w.given = 0, w.name
	}
	return w
}

// notesHeadings, beside a day, head what somebody wrote about that day's marks.
var notesHeadings = words("comment, comments, note, notes, remark, remarks, reason, excuse, commentaire, commentaires, remarque, remarques, observation, observations, raison, motif, justification, kommentar, kommentare, bemerkung, bemerkungen, " +
	"anmerkung, anmerkungen, grund, comentario, comentarios, observaciones, motivo, nota, notas, comentário, comentários, observação, observações, commento, commenti, osservazioni, opmerking, opmerkingen, reden, uwaga, uwagi, powód")

// headed reads a heading as a session: a day, a day with a title, a number.
func headed(row sheet.Row, column int) (s session, ok, weak bool) {
	text := cell(row, column)
	s.column = column
	if w, ok := readDate(text); ok && w.known >= toDay {
		s.when, s.dated = w, true
		return s, true, false
	}
	loose := vocabulary.Loose(text)
	if sumHeadings[loose] || text == "" {
		return s, false, false
	}
	if w, ok, bare := readYearless(text); ok {
		s.when, s.dated, s.yearless, s.bare = w, true, true, bare
		return s, true, false
	}
	if ordinalHeading.MatchString(loose) {
		s.title = text
		return s, true, true
	}
	if at := dateInside.FindStringIndex(text); at != nil {
		if w, ok := readDate(text[at[0]:at[1]]); ok && w.known >= toDay {
			s.when, s.dated = w, true
			s.title = strings.Trim(text[:at[0]]+" "+text[at[1]:], " -–:,()|/")
			if notesHeadings[vocabulary.Loose(s.title)] {
				return session{column: column, title: text}, false, false
			}
			return s, true, false
		}
	}
	if w, title, ok := yearlessIn(text); ok && !notesHeadings[vocabulary.Loose(title)] {
		s.when, s.dated, s.yearless, s.title = w, true, true, title
		return s, true, false
	}
	s.title = text
	return s, false, false
}

// findGrid finds the heading row with the most sessions across.
func findGrid(s *sheet.Sheet, rows []sheet.Row) (grid, bool) {
	var best grid
	for i := range rows[:min(len(rows), headRows)] {
		g, ok := gridAt(s, rows, i)
		if ok && (g.sure > best.sure || g.sure == best.sure && len(g.sessions) > len(best.sessions)) {
			best = g
		}
	}
	return best, best.sure > 0
}

// gridAt tries row i as the heading row.
func gridAt(s *sheet.Sheet, rows []sheet.Row, i int) (grid, bool) {
	g := grid{sheet: s, header: rows[i], above: i + 1, who: whoIn(rows[i])}
	if under, ok := underDays(g, rows, i); ok {
		return under, true
	}
	h := g.heads()
	titles := g.otherHeading(rows, i)
	below := rows[min(g.above, len(rows)):]
	switch {
	case h.days() > 0:
		g.sessions, g.dated, g.sure = marked(h.dated, below), true, 0.86
		g.lost = g.lostAmong(h, below)
		g.takeMinutes(h.minutes, below)
	case len(h.dated) > 1 && plausible(h.dated) && len(onesMarked(h.dated, people(below))) > 1:
		g.sessions, g.sure = onesMarked(h.dated, people(below)), 0.7
		g.takeMinutes(h.minutes, below)
	case len(h.numbered) > 1:
		g.sessions, g.sure = marked(h.numbered, people(below)), 0.7
	case len(g.others(h)) > 1 && g.who.any():
		g.sessions, g.sure = ticked(g.others(h), below), 0.56
	}
	g.entitle(titles)
	headed := g.who.any()
	if !headed && g.dated {
		g.who.name = textColumn(below, g.sessions)
	}
	if len(g.sessions) == 0 || !g.who.any() || !g.evident(rows[:i], below, headed) {
		return grid{}, false
	}
	return g, true
}

// merged reports a cell that stands over several columns: a title's.
func merged(row sheet.Row, c int) bool {
	return slices.ContainsFunc(row.Merged, func(m sheet.Merge) bool { return m.First < m.Last && m.First <= c && c <= m.Last })
}

func (w whoColumns) has(c int) bool {
	return c == w.name || c == w.given || c == w.family || c == w.email || c == w.member
}

// otherHeading takes the names' headings from the row below a row of days, or
// above it, where the row itself has none. It returns the row that may hold the
// sessions' titles.
func (g *grid) otherHeading(rows []sheet.Row, i int) sheet.Row {
	above := sheet.Row{}
	if i > 0 {
		above = rows[i-1]
	}
	if g.who.any() {
		return above
	}
	if i+1 < len(rows) {
		if w := whoIn(rows[i+1]); w.any() {
			g.who, g.above = w, i+2
			return rows[i+1]
		}
	}
	w := whoIn(above)
	for _, c := range []int{w.name, w.given, w.family, w.email, w.member} {
		if cell(rows[i], c) != "" {
			return sheet.Row{}
		}
	}
	g.who = w
	return above
}

// entitle gives days without a title the text that stands over or under them,
// if most have one of their own there.
func (g *grid) entitle(row sheet.Row) {
	texts := map[string]int{}
	for _, s := range g.sessions {
		if t := cell(row, s.column); t != "" && !sumHeadings[vocabulary.Loose(t)] {
			texts[t]++
		}
	}
	if len(row.Merged) > 0 || len(texts)*2 <= len(g.sessions) {
		return
	}
	for i := range g.sessions {
		if s := &g.sessions[i]; s.dated && s.title == "" && texts[cell(row, s.column)] > 0 {
			s.title = cell(row, s.column)
		}
	}
}

// marked are the columns if most of their cells together are marks: a column
// with strange marks stays, so that somebody is asked about them. Columns of
// numbers instead of days go one by one, for numbers head other things too.
func marked(all []session, rows []sheet.Row) []session {
	marks, cells := 0, 0
	var kept []session
	for _, s := range all {
		here, full := 0, 0
		for _, row := range rows {
			if text := cell(row, s.column); text != "" {
				full++
				if looksLikeMark(text) {
					here++
				}
			}
		}
		marks, cells = marks+here, cells+full
		if s.dated || here*5 >= full*4 {
			kept = append(kept, s)
		}
	}
	if len(kept) > 0 && kept[0].dated && marks*2 < cells {
		return nil
	}
	return kept
}

// ticked keeps the columns that hold nothing but words of presence, and some.
func ticked(all []session, rows []sheet.Row) []session {
	kept := slices.DeleteFunc(slices.Clone(all), func(s session) bool {
		some := false
		for _, row := range rows {
			text := cell(row, s.column)
			if text == "" {
				continue
			}
			if _, sure := surePresence[strings.ToLower(text)]; !sure {
				return true
			}
			some = true
		}
		return !some
	})
	if len(kept) < 2 {
		return nil
	}
	return kept
}

// textColumn is the first column that holds texts which are no marks.
func textColumn(rows []sheet.Row, sessions []session) int {
	for c := 1; c <= 6; c++ {
		if slices.ContainsFunc(sessions, func(s session) bool { return s.column == c }) {
			continue
		}
		texts, cells := 0, 0
		for _, row := range rows {
			text := cell(row, c)
			if text == "" {
				continue
			}
			cells++
			if _, isNumber := readNumber(text, false); !isNumber && !looksLikeMark(text) {
				texts++
			}
		}
		if texts > 0 && texts*2 > cells {
			return c
		}
	}
	return 0
}
