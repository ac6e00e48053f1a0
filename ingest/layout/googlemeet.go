package layout

import (
	"regexp"
	"strings"

	"valuetrail/ingest/sheet"
)

// GoogleMeet reads attendance of Google Meet: the report that Workspace sends,
// with first and last name in two columns or one, with or without lines about
// the meeting on top; the lists that browser extensions write; and the log of
// the administrator's console, a row a stay.
type GoogleMeet struct{}

const googleMeet = "googlemeet"

// Source implements Layout.
func (GoogleMeet) Source() string { return googleMeet }

// What the columns of a Meet list hold, besides what Zoom's do.
const (
	meetSeconds = "seconds" // length of the stay in seconds
	meetWhen    = "when"    // the moment that a line of the log is about: of leaving
	meetCode    = "code"
	meetActor   = "actor"
	meetEvent   = "event"
)

// meetWords leads plain headings, in the languages of Workspace that are read by
// their words, to what the column holds.
var meetWords = foreignWords(map[string]string{
	zoomName:     "name fullname participantname participant displayname attendee names attendeename nomcomplet nombrecompleto nomecompleto vollstandigername volledigenaam nomdelaparticipante",
	zoomGiven:    "firstname givenname vorname prenom nombre nome voornaam imie",
	zoomFamily:   "lastname surname familyname nachname nom nomdefamille apellido apellidos cognome sobrenome achternaam nazwisko",
	zoomEmail:    "email emailaddress participantemail emailadresse adresseemail correoelectronico correo emailadres indirizzoemail enderecodeemail adresemail",
	zoomDuration: "duration timeincall totalduration timespent durationminutes attendedduration dauer duree duracion durata duur duracao czastrwania",
	meetSeconds:  "durationseconds durations durationinseconds durationsec",
	zoomJoin: "timejoined jointime joined joinedat firstseen firstseenat joinedtime timeofjoining beigetretenum zeitpunktdesbeitritts beitrittszeit heuredarrivee heuredentree " +
		"horadeentrada horadeunion horadeincorporacion oradingresso oradiingresso oradipartecipazione deelnametijd tijdvandeelname horadaentrada horariodeentrada godzinadolaczenia",
	zoomLeave: "timeexited exittime exitedat leavetime left leftat lastseen lastseenat timeleft lefttime verlassenum zeitpunktdesverlassens heuredesortie heurededepart " +
		"horadesalida oradiuscita tijdvanvertrek vertrektijd horadesaida horariodesaida godzinawyjscia",
	meetWhen:  "date dateandtime eventtime timestamp",
	meetCode:  "meetingcode conferencecode",
	meetActor: "participantidentifier actor actoremail participantid",
	meetEvent: "event eventname eventdescription description",
})

// meetingCode is how Meet names a meeting.
var meetingCode = regexp.MustCompile(`(?i)\b([a-z]{3})-?([a-z]{4})-?([a-z]{3})\b`)

// findMeet looks for the headings of a list.
func findMeet(no int, rows []sheet.Row) (listTable, bool) {
	for i, row := range rows[:min(len(rows), headRows)] {
		t := listTable{sheet: no, header: row, column: wordColumns(row, meetWords), above: rows[:i]}
		below := rows[i+1:]
		if t.sure = meetCertainty(t, below); t.sure == 0 {
			if t.column = meetByPlace(row, below); t.column != nil {
				t.sure = 0.6
			}
		}
		if t.sure == 0 || foreignToZoom(row) {
			continue
		}
		if about := aboutMeet(no, t.above); about.day != "" && first(about.title, about.code) != "" {
			t.sure = 0.94
		}
		return t, true
	}
	return listTable{}, false
}

// meetCertainty is how sure the headings are Meet's, 0 when they are not.
func meetCertainty(t listTable, below []sheet.Row) float64 {
	c := t.column
	named := c[zoomName]+c[zoomGiven]+c[zoomEmail] > 0
	is := func(role, word string) bool { return c[role] > 0 && plain(t.header.Cell(c[role])) == word }
	switch {
	case c[meetCode] > 0 && c[meetWhen] > 0 && c[meetSeconds]+c[zoomDuration] > 0 && (named || c[meetActor] > 0):
		return 0.93
	case !named || c[zoomTotal] > 0:
		return 0
	case is(zoomJoin, "timejoined") && (c[zoomLeave] > 0 || c[zoomDuration] > 0):
		return 0.92
	case is(zoomJoin, "firstseen") && (is(zoomDuration, "timeincall") || is(zoomLeave, "lastseen")):
		return 0.88
	case c[zoomJoin] > 0 && c[zoomLeave] > 0 && c[zoomDuration] > 0 && clocks(below, c[zoomJoin]):
		return 0.61
	case c[zoomEmail] > 0 && c[zoomDuration] > 0 && c[zoomJoin] == 0 && filled(t.header.Cells) <= 4 && lengths(below, c[zoomDuration]):
		return 0.56
	}
	return 0
}

// clocks reports that a column holds times of day, lengths that it holds lengths
// of time with their units.
func clocks(rows []sheet.Row, column int) bool { return allCells(rows, column, clockOnly.MatchString) }

func lengths(rows []sheet.Row, column int) bool {
	return allCells(rows, column, func(text string) bool {
		_, ok := readDuration(text)
		return (ok || shortLength.MatchString(text)) && !bareLength.MatchString(text)
	})
}

// allCells reports that a column of the first rows holds something, and nothing
// but texts that fit.
func allCells(rows []sheet.Row, column int, fits func(string) bool) bool {
	some := false
	for _, row := range rows[:min(len(rows), headRows)] {
		if text := cell(row, column); text != "" {
			if !fits(text) {
				return false
			}
			some = true
		}
	}
	return some
}

// meetByPlace finds the columns where the headings are in a language that
// nobody taught us: names, e-mail, length, two times of day, in this order.
func meetByPlace(header sheet.Row, below []sheet.Row) map[string]int {
	for _, first := range []int{1, 2} {
		mail := first + 1
		mails := allCells(below, mail, func(text string) bool { return strings.Contains(text, "@") })
		if !mails || strings.Contains(header.Cell(mail), "@") || !lengths(below, mail+1) || !clocks(below, mail+2) || !clocks(below, mail+3) {
			continue
		}
		if first == 1 {
			return map[string]int{zoomName: 1, zoomEmail: 2, zoomDuration: 3, zoomJoin: 4, zoomLeave: 5}
		}
		return map[string]int{zoomGiven: 1, zoomFamily: 2, zoomEmail: 3, zoomDuration: 4, zoomJoin: 5, zoomLeave: 6}
	}
	return nil
}

// Match implements Layout.
func (GoogleMeet) Match(b *sheet.Book) (float64, error) { return matchLists(b, findMeet) }

// Read implements Layout.
func (GoogleMeet) Read(b *sheet.Book, said Said, to Sink) (Summary, error) {
	return readLists(googleMeet, b, said, to, findMeet, (*reading).readMeet)
}
