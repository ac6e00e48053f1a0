package layout

import (
	"slices"
	"strings"

	"valuetrail/ingest/sheet"
	"valuetrail/internal/vocabulary"
)

// What the columns of a Zoom report hold.
const (
	zoomName     = "name"
	zoomGiven    = "first"
	zoomFamily   = "last"
	zoomEmail    = "email"
	zoomJoin     = "join"
	zoomLeave    = "leave"
	zoomDuration = "duration"
	zoomTotal    = "total"
	zoomGuest    = "guest"
	zoomWaiting  = "waiting"
	zoomConsent  = "consent"
	zoomAttended = "attended"
	zoomID       = "id"
	zoomTopic    = "topic"
	zoomStart    = "start"
	zoomEnd      = "end"
	zoomCount    = "participants"
	zoomHost     = "host"
)

// zoomTable and zoomPreamble lead tight headings to what the column holds.
var (
	zoomTable = map[string]string{
		"nameoriginalname": zoomName, "name": zoomName, "participant": zoomName, "username": zoomName, "usernameoriginalname": zoomName, "displayname": zoomName,
		"useremail": zoomEmail, "email": zoomEmail, "emailaddress": zoomEmail,
		"jointime": zoomJoin, "leavetime": zoomLeave, "durationminutes": zoomDuration, "duration": zoomDuration, "timeinsessionminutes": zoomDuration,
		"totaldurationminutes": zoomTotal, "totalduration": zoomTotal, "guest": zoomGuest, "isguest": zoomGuest,
		"inwaitingroom": zoomWaiting, "recordingconsent": zoomConsent, "recordingdisclaimerresponse": zoomConsent,
		"attended": zoomAttended, "firstname": zoomGiven, "lastname": zoomFamily,
	}
	zoomPreamble = map[string]string{
		"meetingid": zoomID, "webinarid": zoomID, "id": zoomID, "topic": zoomTopic, "meetingtopic": zoomTopic, "webinartopic": zoomTopic,
		"starttime": zoomStart, "actualstarttime": zoomStart, "endtime": zoomEnd, "actualendtime": zoomEnd, "participants": zoomCount, "uniqueviewers": zoomCount,
		"durationminutes": zoomDuration, "duration": zoomDuration, "actualdurationminutes": zoomDuration,
		"useremail": zoomHost, "hostemail": zoomHost, "hostname": zoomHost,
	}
)

// zoomAbroad leads headings in other languages, plain and without blanks, to
// what the column holds.
var zoomAbroad = foreignWords(map[string]string{
	zoomName: "nameursprunglichername nameoriginalername benutzername benutzernameoriginalname nom nomnomdorigine nomnominitial nomnomoriginal nomdutilisateur " +
		"nomdutilisateurnomdorigine nombre nombrenombreoriginal nombredeusuario nombredeusuarionombreoriginal nome nomenomeoriginale nomeutente " +
		"nomeutentenomeoriginale nomenomeoriginal nomedeusuario nomedousuarionomeoriginal naam naamoriginelenaam naamoorspronkelijkenaam gebruikersnaam " +
		"gebruikersnaamoriginelenaam nazwaoryginalnanazwa imieinazwisko imieinazwiskooryginalnanazwa nazwauzytkownika",
	zoomGiven:  "vorname prenom nombredepila voornaam imie primeironome",
	zoomFamily: "nachname nomdefamille apellido apellidos cognome achternaam nazwisko sobrenome apelido",
	zoomEmail: "benutzeremail emaildesbenutzers emailadresse emaildelutilisateur adresseemail courriel correoelectronico correoelectronicodelusuario emaildelusuario " +
		"emailutente emaildellutente indirizzoemail emailvangebruiker gebruikersemail emailadres emaildousuario enderecodeemail emaildoutilizador emailuzytkownika adresemail",
	zoomJoin: "beitrittszeit beitrittszeitpunkt zeitpunktdesbeitritts beitretenum teilnahmezeit heuredarrivee heuredentree heuredeconnexion horadeentrada horaparaunirse " +
		"horadeunion horadeingreso oradingresso oradiingresso oradiaccesso oradientrata deelnametijd tijdvandeelname deelnametijdstip horariodeentrada czasdolaczenia godzinadolaczenia",
	zoomLeave: "verlassenszeit austrittszeit verlassenzeit zeitpunktdesverlassens verlassenum heuredesortie heurededepart heurededeconnexion horadesalida horaparasalir " +
		"oradiuscita oraduscita vertrektijd tijdvanvertrek verlaattijd horadesaida horariodesaida czasopuszczenia godzinaopuszczenia czaswyjscia",
	zoomDuration: "dauerminuten dauerinminuten dureeminutes dureeenminutes duracionminutos duracionenminutos durataminuti duratainminuti duurminuten duurinminuten duracaominutos " +
		"duracaoemminutos czastrwaniaminuty zeitindersitzungminuten tempsdanslasessionminutes tiempoenlasesionminutos temponellasessioneminuti tijdinsessieminuten temponasessaominutos",
	zoomTotal: "gesamtdauerminuten gesamtdauerinminuten dureetotaleminutes duraciontotalminutos duratatotaleminuti totaleduurminuten duracaototalminutos lacznyczastrwaniaminuty",
	zoomGuest: "gast invite invitado ospite convidado gosc istgast estinvite esinvitado",
	zoomAttended: "teilgenommen hatteilgenommen apresent aparticipe participe asistio haasistido participo hapartecipato partecipato bijgewoond deelgenomen aanwezig " +
		"participou compareceu uczestniczyl",
})

// waitingStems begin the words for a waiting room in other languages.
var waitingStems = []string{"waiting", "warte", "attente", "espera", "attesa", "wacht", "poczekal"}

// foreignWords turns "what it holds: headings" round.
func foreignWords(lists map[string]string) map[string]string {
	all := map[string]string{}
	for role, list := range lists {
		for w := range strings.FieldsSeq(list) {
			all[w] = role
		}
	}
	return all
}

// plain is a heading in plain letters without blanks, as zoomAbroad writes them.
func plain(heading string) string {
	return strings.ReplaceAll(fold(vocabulary.Loose(heading)), " ", "")
}

// zoomColumns finds what the columns of a table hold by their headings, the
// English ones first.
func zoomColumns(row sheet.Row) map[string]int {
	found := columnsOf(row, zoomTable)
	taken := map[int]bool{}
	for _, c := range found {
		taken[c] = true
	}
	for i, heading := range row.Cells {
		word := plain(heading)
		role := zoomAbroad[word]
		if role == "" && slices.ContainsFunc(waitingStems, func(stem string) bool { return strings.Contains(word, stem) }) {
			role = zoomWaiting
		}
		if role != "" && !taken[i+1] && found[role] == 0 {
			found[role] = i + 1
		}
	}
	return found
}

// zoomByPlace finds the columns of a table whose headings are in a language
// that nobody taught us: name, e-mail, two times and minutes stand in this order
// in all of them, as name, e-mail and minutes do where a row is a person.
func zoomByPlace(header sheet.Row, below []sheet.Row) map[string]int {
	if filled(header.Cells) < 4 || isTime(cell(header, 3)) || strings.Contains(cell(header, 2), "@") {
		return nil
	}
	bracketed := strings.ContainsAny(header.Cell(1), "(（")
	timed, total, mails := 0, 0, 0
	below = below[:min(len(below), headRows)]
	for _, row := range below {
		mail := cell(row, 2)
		if cell(row, 1) == "" || mail != "" && !strings.Contains(mail, "@") {
			return nil
		}
		if mail != "" {
			mails++
		}
		if _, ok := whole(cell(row, 5)); ok && isTime(cell(row, 3)) && isTime(cell(row, 4)) {
			timed++
		} else if _, ok := whole(cell(row, 3)); ok && !isTime(cell(row, 4)) {
			total++
		}
	}
	switch {
	case len(below) == 0 || mails == 0 && !bracketed:
		return nil
	case timed == len(below):
		return map[string]int{zoomName: 1, zoomEmail: 2, zoomJoin: 3, zoomLeave: 4, zoomDuration: 5, zoomWaiting: zoomColumns(header)[zoomWaiting]}
	case total == len(below) && bracketed && strings.ContainsAny(header.Cell(3), "(（"):
		return map[string]int{zoomName: 1, zoomEmail: 2, zoomTotal: 3}
	}
	return nil
}

// preambleOf reads the meeting's own lines: headings, and values under them. In
// other languages than English the values say which is which.
func preambleOf(headings, values sheet.Row) map[string]string {
	found := map[string]string{}
	if col := columnsOf(headings, zoomPreamble); col[zoomTopic] > 0 && col[zoomStart] > 0 {
		for role, c := range col {
			found[role] = cell(values, c)
		}
		return found
	}
	if filled(headings.Cells) < 4 || slices.ContainsFunc(headings.Cells, isTime) {
		return nil
	}
	counts := 0
	for c := 1; c <= len(values.Cells); c++ {
		text, role := cell(values, c), ""
		_, number := whole(text)
		switch digits := zoomNumber(text); {
		case text == "":
		case isTime(text):
			if role = zoomStart; found[zoomStart] != "" {
				role = zoomEnd
			}
		case len(digits) >= 8 && len(digits) <= 12 && strings.Trim(digits, "0123456789") == "":
			role = zoomID
		case number && strings.Contains(headings.Cell(c), "("):
			role = zoomDuration
		case number:
			role = zoomCount
			counts++
		case !strings.Contains(text, "@"):
			role = zoomTopic
		}
		if role != "" && found[role] == "" {
			found[role] = text
		}
	}
	if counts > 1 { // of those who registered, and of others
		delete(found, zoomCount)
	}
	if found[zoomStart] == "" || found[zoomID] == "" {
		return nil
	}
	return found
}
