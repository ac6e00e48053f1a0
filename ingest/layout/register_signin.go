package layout

import (
	"regexp"
	"slices"
	"strings"

	"valuetrail/ingest/sheet"
	"valuetrail/internal/vocabulary"
)

// signIn is a sheet that people signed at the door: names, and beside them a
// signature, or when they came and went. The day stands above it, in a column,
// in the sheet's name or in the file's.
type signIn struct {
	sheet  *sheet.Sheet
	header sheet.Row
	above  []sheet.Row
	who    whoColumns
	column map[string]int
	all    bool // nothing but names: the title says that they came
	sure   float64
}

// What the columns of such a sheet hold, besides who it is.
const (
	signed   = "signed"
	signTime = "came"
	signLeft = "went"
	signDay  = "day"
)

var signWords = foreignWords(map[string]string{
	signed: "signature signatures signed sign initials signatureofparticipant participantsignature attendeesignature unterschrift signatur kurzel firma firmado handtekening paraaf podpis " +
		"assinatura rubrica emargement signaturedesparticipants paraphe",
	signTime: "timein signin signedin signintime signedinat arrival arrived arrivaltime timeofarrival checkin checkintime checkedin checkedinat in ankunft ankunftszeit gekommen kommt " +
		"heuredarrivee arrivee horadeentrada horadellegada entrada entrata oradingresso oradiingresso oradiarrivo aankomst aankomsttijd horadechegada chegada godzinaprzyjscia jointime joined timejoined",
	signLeft: "timeout signout signedout signouttime departure departed departuretime timeofdeparture checkout checkouttime out gegangen geht heurededepart depart horadesalida salida uscita " +
		"oradiuscita vertrek vertrektijd horadesaida saida godzinawyjscia leavetime left timeleft",
	signDay: "date day sessiondate meetingdate datum fecha data",
})

// signTitle takes the words for the sheet itself out of its title.
var signTitle = regexp.MustCompile(`(?i)\b(sign[ -]?in( sheet)?|attendance( list| sheet| register)?|register( of attendance)?|teilnehmerliste|anwesenheitsliste|unterschriftenliste|feuille de présence|` +
	`feuille d.émargement|lista de asistencia|lista de presença|foglio (delle )?(firme|presenze)|presentielijst|lista obecności|date|datum|fecha|data)\b`)

// findSignIn looks for the headings: who, and a signature or a time of arrival.
// Nobody writes at the door how long people stayed: meeting platforms do.
func findSignIn(s *sheet.Sheet, rows []sheet.Row) (signIn, bool) {
	for i, row := range rows[:min(len(rows), headRows)] {
		in := signIn{sheet: s, header: row, above: rows[:i], who: whoIn(row), column: wordColumns(row, signWords)}
		named := in.who.name+in.who.given > 0
		below := rows[i+1:]
		switch {
		case !named || filled(row.Cells) > 14:
			continue
		case in.column[signed] > 0:
			in.sure = 0.9
		case in.allCame():
			in.sure, in.all = 0.9, true
		case in.column[signTime] > 0 && wordColumns(row, meetWords)[zoomDuration]+columnsOf(row, zoomTable)[zoomDuration] == 0 && allCells(below, in.column[signTime], saysCame):
			if in.sure = 0.66; clocks(below, in.column[signTime]) {
				in.sure = 0.9
			}
		default:
			continue
		}
		return in, true
	}
	return signIn{}, false
}

// signList is what the title of a list of those who came says.
var signList = regexp.MustCompile(`(?i)\b(sign[ -]?in|attendance (list|sheet)|list of attendees|attendees|who came|present:?|teilnehmerliste|anwesenheitsliste|unterschriftenliste|feuille de présence|` +
	`feuille d.émargement|lista de asistencia|lista de presença|foglio (delle )?(firme|presenze)|presentielijst|lista obecności)\b`)

// allCame reports that the lines above a list of names call it a list of those
// who came, and tell the day: then nobody needed to sign.
func (in signIn) allCame() bool {
	if in.column[signTime] > 0 || in.column[signDay] > 0 || in.about().day == "" {
		return false
	}
	return slices.ContainsFunc(in.above, func(row sheet.Row) bool { return filled(row.Cells) <= 2 && signList.MatchString(firstCell(row)) })
}

// saysCame tells a time of day, a moment or a mark.
func saysCame(text string) bool {
	_, ok := readClock(text)
	return ok || isTime(text) || saysPresence(text)
}

// readSignIn gives the session of a sheet, or of each day on it, and who signed.
func (r *reading) readSignIn(in signIn, rows []sheet.Row) error {
	r.headings(in.header, len(in.above))
	at := place{sheet: in.sheet.No, row: in.header.No}
	about := in.about()
	clock, order := r.signDates(in, about, rows)
	if !order {
		for _, row := range rows {
			if r.isPersonRow(grid{header: in.header, who: in.who, sessions: in.cells()}, row) {
				r.sum.ToCheck++
			}
		}
		r.problem(at, "date_order_unknown", about.day, "")
		return nil
	}
	if in.all {
		r.note(at, "listed_as_present", "", "")
	}
	day, _, _ := clock.read(about.day)
	stays := map[string][]stay{}
	var days []string
	read := r.sum.Read
	for _, row := range rows {
		s, on, ok := r.signRow(in, row, clock, first(day.Day(), r.dayOutside()))
		if !ok {
			continue
		}
		if stays[on] == nil {
			days = append(days, on)
		}
		stays[on] = append(stays[on], s)
	}
	switch {
	case r.sum.Read == read:
		r.empty(at)
	case len(days) == 0:
		r.nobodyCame(at, "", true)
	}
	for _, on := range days {
		m := newMeeting(register, at)
		if m.day, m.title, m.mode = on, about.title, ""; in.column[signed] > 0 {
			m.mode = "in_person"
		}
		if m.day == "" {
			r.dayFromOutside(&m)
		}
		r.span.add(dayOf(m.day))
		m.id = hash(register, m.day+"\x1f"+vocabulary.Loose(first(m.title, r.said.SessionTitle)), r.untold(m))
		if err := r.emitStays(m, stays[on]); err != nil {
			return err
		}
	}
	return nil
}

// cells are the columns that say whether somebody came.
func (in signIn) cells() []session {
	var all []session
	for _, role := range []string{signed, signTime, signLeft} {
		if c := in.column[role]; c > 0 {
			all = append(all, session{column: c})
		}
	}
	return all
}

// about is what stands above the headings, with the sheet's name where that is a
// day.
func (in signIn) about() meetAbout {
	a := aboutMeet(in.sheet.No, in.above)
	a.day = first(a.day, dayWithin(in.sheet.Name))
	for _, row := range in.above {
		if a.title != "" {
			break
		}
		text := firstCell(row)
		if filled(row.Cells) > 2 || strings.HasSuffix(text, ":") {
			continue
		}
		if day := dayWithin(text); day != "" {
			text = strings.ReplaceAll(text, day, " ")
		}
		a.title = strings.Join(strings.Fields(strings.Trim(signTitle.ReplaceAllString(text, " "), " -–—:,.()|/")), " ")
	}
	return a
}

// signDates decides the order of days; it is false when that stays open.
func (r *reading) signDates(in signIn, about meetAbout, rows []sheet.Row) (dates, bool) {
	c := dateColumn{near: nameDay(r.book.Name)}
	c.add(about.day)
	for _, row := range rows {
		for _, role := range []string{signDay, signTime, signLeft} {
			c.add(cell(row, in.column[role]))
		}
	}
	order := r.listOrder(&c)
	return dates{order: order}, order != "" || c.differ == 0
}

// signRow reads one row, and the day it is about; false when it tells of nobody
// who came or is kept back.
func (r *reading) signRow(in signIn, row sheet.Row, clock dates, day string) (s stay, on string, came bool) {
	g := grid{header: in.header, who: in.who, sessions: in.cells()}
	if !r.isPersonRow(g, row) {
		return s, "", false
	}
	r.list(g, row)
	s = stay{who: participant{name: g.name(row), email: cell(row, in.who.email)}, at: place{sheet: in.sheet.No, row: row.No}}
	if text := cell(row, in.column[signDay]); text != "" {
		when, ok, _ := clock.read(text)
		if !ok || when.known < toDay {
			r.keep(place{in.sheet.No, row.No, in.column[signDay]}, "date_unreadable", text, "")
			return s, "", false
		}
		day = when.Day()
	}
	texts := [2]string{cell(row, in.column[signTime]), cell(row, in.column[signLeft])}
	if !in.all && !cameBy(cell(row, in.column[signed])) && !cameBy(texts[0]) && !cameBy(texts[1]) {
		r.ignore("no_mark")
		return s, "", false
	}
	for i, text := range texts {
		if hours, ok := readClock(text); ok && clockOnly.MatchString(text) && day != "" {
			texts[i] = day + " " + hours
		}
	}
	joined, ok, _ := clock.read(texts[0])
	left, too, _ := clock.read(texts[1])
	if ok && too && joined.known == toClock && left.known == toClock && !left.wall.Before(joined.wall) {
		s.joined, s.left = joined, left
		day = first(day, joined.Day())
	}
	return s, day, true
}

// cameBy tells a cell that says that somebody came: a signature, a time, a mark
// of presence; not a dash, a no or a word for absence.
func cameBy(text string) bool {
	mark := markOf(text)
	if mark == "" || FailedFormula(text) || slices.Contains([]string{"n", "a"}, mark) {
		return false
	}
	for _, known := range []map[string]meaning{surePresence, plainMarks} {
		if m, ok := known[mark]; ok {
			return m.status == "present" || m.status == "late"
		}
	}
	return true
}
