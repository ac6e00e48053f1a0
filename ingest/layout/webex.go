package layout

import (
	"strings"

	"valuetrail/ingest/sheet"
)

// Webex reads the attendance report of Webex meetings: a row a join, with the
// meeting's name, start and end in each row, so that one file may hold several.
type Webex struct{}

const webex = "webex"

// webexHow is the column that says how somebody was connected.
const webexHow = "how"

// Source implements Layout.
func (Webex) Source() string { return webex }

// webexWords leads plain headings to what the column holds; in languages that
// are not here the columns are found by their order.
var webexWords = foreignWords(map[string]string{
	zoomTopic: "meetingname meetingtopic nomedareuniao nombredelareunion nomdelareunion meetingnaam besprechungsname meetingtitel nomeriunione",
	zoomStart: "meetingstarttime meetingstart meetingstartdate datadeiniciodareuniao horadeiniciodareunion horadeiniciodelareunion heurededebutdelareunion startzeitdesmeetings " +
		"besprechungsstartzeit starttijdvanvergadering oradiiniziodellariunione",
	zoomEnd: "meetingendtime meetingend meetingenddate datadeterminodareuniao horadefinalizaciondelareunion heuredefindelareunion endzeitdesmeetings besprechungsendzeit " +
		"eindtijdvanvergadering oradifinedellariunione",
	zoomName:     "displayname name attendeename participantname nomedeexibicao nombreparamostrar nombrevisible nomdaffichage anzeigename weergavenaam nomevisualizzato",
	zoomGiven:    "firstname vorname prenom nombre nome voornaam",
	zoomFamily:   "lastname nachname nomdefamille nom apellido apellidos sobrenome cognome achternaam",
	zoomEmail:    "attendeeemail email emailaddress inviteeemail emaildoconvidado correoelectronicodelasistente emailduparticipant emaildesteilnehmers teilnehmeremail emaildeelnemer emailpartecipante",
	zoomJoin:     "jointime joined horadaentrada horadeentrada horadeunion heuredarrivee heuredentree beitrittszeit beitrittszeitpunkt deelnametijd oradiingresso",
	zoomLeave:    "leavetime left horadasaida horadesalida heurededepart heuredesortie austrittszeit verlassenszeit vertrektijd oradiuscita",
	zoomDuration: "attendanceduration duration duracaodapresenca duraciondelaasistencia dureedeparticipation dureedepresence teilnahmedauer anwesenheitsdauer aanwezigheidsduur duratapartecipazione",
	webexHow:     "connectiontype tipodeconexao tipodeconexion typedeconnexion verbindungstyp verbindingstype tipodiconnessione",
	zoomAttended: "attended",
})

// findWebex looks for the headings: a meeting's start beside the time of joining.
func findWebex(no int, rows []sheet.Row) (listTable, bool) {
	for i, row := range rows[:min(len(rows), headRows)] {
		c := wordColumns(row, webexWords)
		t := listTable{sheet: no, header: row, column: c, above: rows[:i], sure: 0.88}
		switch {
		case c[zoomStart] > 0 && c[zoomJoin] > 0 && c[zoomLeave] > 0 && c[zoomName]+c[zoomGiven]+c[zoomEmail] > 0:
			if c[webexHow] > 0 || c[zoomTopic] > 0 {
				t.sure = 0.95
			}
			return t, true
		case filled(row.Cells) >= 8:
			if t.column = webexByPlace(row, rows[i+1:]); t.column != nil {
				t.sure = 0.7
				return t, true
			}
		}
	}
	return listTable{}, false
}

// webexByPlace finds the columns by their order: name, start and end of the
// meeting, who it was, e-mail, joined, left, and how long.
func webexByPlace(header sheet.Row, below []sheet.Row) map[string]int {
	for _, c := range []int{2, 3, 9, 10} {
		if isTime(cell(header, c)) || !allCells(below, c, isTime) {
			return nil
		}
	}
	mails := allCells(below, 8, func(text string) bool { return strings.Contains(text, "@") })
	if !mails || !allCells(below, 11, func(text string) bool { _, ok := readDuration(text); return ok }) {
		return nil
	}
	return map[string]int{zoomTopic: 1, zoomStart: 2, zoomEnd: 3, zoomName: 4, zoomGiven: 5, zoomFamily: 6, zoomEmail: 8, zoomJoin: 9, zoomLeave: 10, zoomDuration: 11}
}

// Match implements Layout.
func (Webex) Match(b *sheet.Book) (float64, error) { return matchLists(b, findWebex) }

// Read implements Layout.
func (Webex) Read(b *sheet.Book, said Said, to Sink) (Summary, error) {
	return readLists(webex, b, said, to, findWebex, (*reading).readWebex)
}

// readWebex gives each meeting that the rows name, in the order of the file.
func (r *reading) readWebex(t listTable, rows []sheet.Row) error {
	c := r.datesNear()
	clock := r.platformDates(t.sheet, rows, []int{t.column[zoomStart], t.column[zoomEnd], t.column[zoomJoin], t.column[zoomLeave]}, &c)
	var meetings []meeting
	stays := map[string][]stay{} // by meeting
	before := r.sum.Read
	for _, row := range rows {
		s, ok := r.webexRow(t, row, clock)
		if !ok {
			continue
		}
		m := r.webexMeeting(t, row, clock)
		if _, known := stays[m.id]; !known {
			meetings = append(meetings, m)
		}
		stays[m.id] = append(stays[m.id], s)
	}
	if r.sum.Read == before {
		r.empty(t.at())
	}
	for _, m := range meetings {
		there := r.keepEndless(m, stays[m.id])
		if m.starts.IsZero() {
			m.starts, m.ends = bounds(there)
		}
		if err := r.emitStays(m, there); err != nil {
			return err
		}
	}
	return nil
}

// webexMeeting is what a row says of its meeting.
func (r *reading) webexMeeting(t listTable, row sheet.Row, clock dates) meeting {
	m := newMeeting(webex, place{sheet: t.sheet, row: row.No})
	m.title = cell(row, t.column[zoomTopic])
	m.starts, _, _ = clock.read(cell(row, t.column[zoomStart]))
	m.ends, _, _ = clock.read(cell(row, t.column[zoomEnd]))
	if m.day = r.dayHere(m.starts); m.day == "" {
		joined, _, _ := clock.read(cell(row, t.column[zoomJoin]))
		m.day = r.dayHere(joined)
	}
	m.id = hash(webex, strings.ToLower(m.title), first(m.starts.minute(), m.day))
	return m
}

// webexRow reads one row; false when it tells of no stay or is kept back.
func (r *reading) webexRow(t listTable, row sheet.Row, clock dates) (stay, bool) {
	c := t.column
	s, ok := r.stayIn(t, row)
	if !ok {
		return s, false
	}
	texts := [2]string{undashed(cell(row, c[zoomJoin])), undashed(cell(row, c[zoomLeave]))}
	switch {
	case c[zoomAttended] > 0 && !attended(cell(row, c[zoomAttended]), texts[0]):
		r.ignore(noShow)
		return s, false
	case !r.somebody(s):
		return s, false
	}
	r.stayMinutes(&s, undashed(cell(row, c[zoomDuration])), c[zoomDuration])
	return s, r.stayTimes(&s, texts, [2]int{c[zoomJoin], c[zoomLeave]}, clock)
}
