package vocabulary

import (
	"slices"
	"strings"
	"sync"
)

// Role is what a column says, of whatever kind its table is. FieldFor gives the
// field of a kind that says it.
type Role string

// The roles that headings tell of.
const (
	SaysName         Role = "name"
	SaysGiven        Role = "given_name"
	SaysFamily       Role = "family_name"
	SaysEmail        Role = "email"
	SaysMember       Role = "member_id"
	SaysDate         Role = "date"
	SaysJoined       Role = "joined"
	SaysLeft         Role = "left"
	SaysStatus       Role = "status"
	SaysMode         Role = "mode"
	SaysMinutes      Role = "minutes"
	SaysSession      Role = "session_id"
	SaysTitle        Role = "title"
	SaysResponse     Role = "response_id"
	SaysRound        Role = "wave_id"
	SaysCohort       Role = "cohort"
	SaysOrganisation Role = "org_unit"
	SaysSector       Role = "sector"
	SaysFunction     Role = "function"
	SaysJob          Role = "role"
	SaysMemberSince  Role = "join_date"
	SaysMemberUntil  Role = "leave_date"
	SaysActivity     Role = "activity"
	SaysOutput       Role = "output"
	SaysApplication  Role = "application"
	SaysPersonal     Role = "outcome_personal"
	SaysOrganization Role = "outcome_organizational"
	SaysSuccess      Role = "new_definition_of_success"
	SaysConsent      Role = "consent_scope"
	SaysFacilitator  Role = "facilitator_ids"
)

// roleFields leads roles to the field of each kind of table; where a kind is
// missing it has no such field, or one that is called like the role.
var roleFields = map[Role]map[Kind]string{
	SaysName:        {Roster: "display_name", Attendance: "name", Stories: "teller_label"},
	SaysGiven:       {Roster: "given_name", Attendance: "given_name", Stories: "given_name"},
	SaysFamily:      {Roster: "family_name", Attendance: "family_name", Stories: "family_name"},
	SaysEmail:       {Roster: "email", Attendance: "email", Survey: "email", Stories: "teller_id"},
	SaysMember:      {Roster: "member_id", Attendance: "member_id", Survey: "respondent_id", Stories: "teller_id"},
	SaysDate:        {Roster: "join_date", Attendance: "session_date", Survey: "submitted_at", Stories: "collected_on", Sessions: "date"},
	SaysJoined:      {Attendance: "joined", Sessions: "start"},
	SaysTitle:       {Attendance: "session_title", Stories: "title", Sessions: "title"},
	SaysMemberSince: {Roster: "join_date"},
	SaysMemberUntil: {Roster: "leave_date"},
}

// FieldFor is the field of a kind that says what a role says, "" where the kind
// has none.
func (r Role) FieldFor(k Kind) string {
	if f, ok := roleFields[r]; ok {
		return f[k]
	}
	s, _ := SheetOf(k)
	for _, f := range s.Fields {
		if f.Heading == string(r) {
			return f.Heading
		}
	}
	return ""
}

// saidInMany are headings as people write them in English, Spanish, German,
// French, Dutch, Portuguese and Italian, loose and without accents, by what they
// say. What could say two things is where it says the commoner one: whoever
// reads a file judges the proposal.
var saidInMany = []struct {
	role  Role
	words string
}{
	{SaysEmail, "email, e mail, mail, email address, e mail address, mail address, address email, correo, correo electronico, direccion de correo, direccion de correo electronico, direccion de email, emailadresse, e mail adresse, mailadresse, courriel, adresse email, adresse e mail, adresse mail, adresse electronique, adresse de courriel, e mailadres, emailadres, mailadres, endereco de email, endereco de e mail, endereco eletronico, correio eletronico, posta elettronica, indirizzo email, indirizzo e mail, indirizzo mail"},
	{SaysGiven, "first name, given name, forename, vorname, prenom, nombre de pila, nombres, voornaam, primeiro nome, nome proprio, nome di battesimo"},
	{SaysFamily, "last name, surname, family name, nachname, familienname, zuname, nom de famille, apellido, apellidos, primer apellido, achternaam, familienaam, sobrenome, apelido, ultimo nome, cognome"},
	{SaysName, "name, full name, display name, member, member name, participant, participant name, attendee, attendee name, delegate, person, who, nombre, nombre completo, nombre y apellido, nombre y apellidos, apellidos y nombre, apellidos y nombres, participante, asistente, persona, socio, socia, miembro, vor und nachname, vorname nachname, vorname und nachname, teilnehmer, teilnehmerin, teilnehmende, teilnehmername, mitglied, wer, nom, nom complet, nom et prenom, nom prenom, prenom et nom, participante, membre, adherent, naam, volledige naam, deelnemer, deelneemster, lid, wie, nome, nome completo, nome e sobrenome, nome e apelido, participante, membro, nome e cognome, cognome e nome, nominativo, partecipante, membro, socio"},
	{SaysMember, "member id, member no, member number, membership number, participant id, person id, respondent id, staff id, student id, numero de socio, n de socio, no de socio, codigo de socio, id de socio, id de participante, id participante, codigo de participante, mitgliedsnummer, mitglieds nr, mitglied nr, teilnehmer id, teilnehmernummer, personalnummer, numero de membre, numero d adherent, n adherent, id membre, id du participant, lidnummer, lid nr, deelnemernummer, deelnemer id, numero de membro, n de membro, id do participante, numero socio, n socio, numero di tessera, codice socio, codice partecipante, id partecipante, matricola"},
	{SaysResponse, "response id, submission id, answer id, record id, entry id, id, no, nr, nº, n°, id de respuesta, numero de respuesta, id respuesta, n de respuesta, antwort id, antwortnummer, antwort nr, lfd nr, laufende nummer, id de la reponse, id reponse, numero de reponse, n de reponse, antwoord id, antwoordnummer, volgnummer, id da resposta, numero da resposta, id risposta, numero risposta"},
	{SaysDate, "date, day, timestamp, time stamp, submitted, submitted at, submitted on, sent, sent at, answered on, completed on, session date, meeting date, date of session, date of meeting, date submitted, submission date, completion time, end time, fecha, dia, fecha y hora, fecha de envio, fecha de respuesta, fecha de la respuesta, fecha de la sesion, fecha de sesion, fecha de la reunion, fecha del encuentro, enviado, enviado el, enviada el, marca temporal, marca de tiempo, momento de envio, datum, tag, zeitstempel, zeitpunkt, datum und uhrzeit, abgeschickt, abgeschickt am, gesendet, gesendet am, eingegangen, eingegangen am, abgabedatum, datum der sitzung, sitzungsdatum, datum des treffens, jour, date et heure, horodatage, horodateur, envoye le, date d envoi, date de reponse, date de la reponse, date de la seance, date de seance, date de la reunion, soumis le, datum en tijd, tijdstempel, tijdstip, verzonden, verzonden op, ingediend, ingediend op, ingevuld op, datum van de sessie, sessiedatum, datum bijeenkomst, data, data e hora, data de envio, data da resposta, data de resposta, enviado em, data da sessao, data da reuniao, carimbo de data hora, giorno, data e ora, data invio, data di invio, inviato il, data risposta, data della risposta, data sessione, data della sessione, data incontro, data dell incontro, data riunione, informazioni cronologiche, told on, collected on"},
	{SaysJoined, "joined, join time, joined at, arrival, arrived, check in, entered, start, start time, from, entrada, hora de entrada, llegada, hora de llegada, hora de ingreso, ingreso, inicio, hora de inicio, desde, beitritt, beitrittszeit, ankunft, eingang, beginn, startzeit, von, eintritt, arrivee, heure d arrivee, entree, heure d entree, debut, heure de debut, binnenkomst, aankomst, aankomsttijd, begintijd, begin, starttijd, hora de chegada, chegada, hora de entrada, ingresso, ora di ingresso, ora di entrata, arrivo, inizio, ora di inizio, dalle"},
	{SaysLeft, "left, leave time, left at, departure, check out, end, until, to, salida, hora de salida, fin, hora de fin, hasta, austritt, austrittszeit, ende, bis, abgang, verlassen, depart, heure de depart, sortie, heure de sortie, heure de fin, vertrek, vertrektijd, eindtijd, einde, saida, hora de saida, fim, uscita, ora di uscita, fine, ora di fine, alle"},
	{SaysMinutes, "minutes, minutes attended, duration, duration minutes, duration in minutes, duration min, min, length, time attended, attended minutes, minutos, duracion, duracion en minutos, duracion minutos, duracion min, tiempo de conexion, tiempo conectado, tiempo en minutos, minutos conectado, minutos de conexion, minutos de asistencia, minuten, dauer, dauer in minuten, dauer minuten, dauer min, anwesend minuten, teilnahmedauer, anwesenheitsdauer, duree, duree en minutes, duree minutes, duree min, temps de presence, temps de connexion, duur, duur in minuten, duur minuten, aanwezig minuten, duracao, duracao em minutos, duracao minutos, tempo de conexao, tempo em minutos, minuti, durata, durata in minuti, durata minuti, tempo di connessione"},
	{SaysStatus, "status, attendance, attended, present, presence, came, rsvp, asistencia, asistio, presente, presencia, ha asistido, vino, estado, anwesend, anwesenheit, teilgenommen, teilnahme, war da, presence, presente, a participe, est venu, statut, aanwezig, aanwezigheid, bijgewoond, deelgenomen, presenca, compareceu, participou, presenza, ha partecipato, stato"},
	{SaysMode, "mode, format, in person or online, modalidad, modo, teilnahmeform, teilnahmeart, vor ort oder online, modalite, deelnamevorm, modalidade, modalita"},
	{SaysSession, "session id, meeting id, event id, session no, session number, id de sesion, id de la sesion, numero de sesion, n de sesion, sitzungsnummer, sitzung nr, termin nr, id seance, numero de seance, sessienummer, sessie id, id da sessao, numero da sessao, id sessione, numero sessione"},
	{SaysTitle, "title, session, session title, session name, meeting, meeting title, event, topic, workshop, titulo, sesion, titulo de la sesion, nombre de la sesion, reunion, encuentro, evento, tema, taller, titel, sitzung, treffen, veranstaltung, thema, termin, titre, seance, titre de la seance, reunion, rencontre, evenement, atelier, sujet, sessie, bijeenkomst, onderwerp, sessao, reuniao, oficina, titolo, sessione, incontro, riunione, argomento, laboratorio"},
	{SaysRound, "wave, wave id, round, survey round, oleada, ronda, welle, runde, befragungsrunde, vague, tour d enquete, ronde, golf, onda, rodada, ondata, tornata"},
	{SaysCohort, "cohort, class of, group, cohorte, promocion, grupo, kohorte, jahrgang, gruppe, promotion, groupe, cohort, jaargang, groep, coorte, turma, gruppo, annata"},
	{SaysOrganisation, "organisation, organization, company, firm, employer, department, institution, organizacion, empresa, entidad, institucion, departamento, unternehmen, firma, abteilung, einrichtung, arbeitgeber, entreprise, societe, etablissement, departement, service, employeur, organisatie, bedrijf, afdeling, instelling, werkgever, organizacao, instituicao, empregador, organizzazione, azienda, ditta, ente, reparto, dipartimento, istituzione"},
	{SaysSector, "sector, industry, line of business, rubro, branche, wirtschaftszweig, secteur, secteur d activite, setor, ramo, settore"},
	{SaysFunction, "function, job function, kind of work, area, funcion, area de trabajo, funktion, aufgabenbereich, fonction, functie, funcao, area de trabalho, funzione, area di lavoro"},
	{SaysJob, "role, job title, position, cargo, puesto, rol, rolle, stelle, berufsbezeichnung, role, poste, intitule du poste, rol, functietitel, papel, ruolo, posizione, mansione"},
	{SaysMemberSince, "join date, member since, joined on, date joined, fecha de alta, fecha de ingreso, alta, miembro desde, socio desde, mitglied seit, beitrittsdatum, eintrittsdatum, date d adhesion, membre depuis, lid sinds, datum van toetreding, membro desde, data de adesao, membro dal, data di adesione, data iscrizione, socio dal"},
	{SaysMemberUntil, "leave date, member until, date left, fecha de baja, baja, mitglied bis, austrittsdatum, date de depart, membre jusqu au, lid tot, data de saida, membro fino al"},
	{SaysConsent, "consent, consent scope, who may read it, consentimiento, autorizacion, quien puede leerla, einwilligung, freigabe, consentement, autorisation, toestemming, consentimento, autorizacao, consenso, autorizzazione"},
	{SaysFacilitator, "facilitator, facilitators, facilitated by, led by, facilitador, facilitadora, moderador, moderadora, moderation, moderator, moderatorin, leitung, animateur, animatrice, begeleider, gespreksleider, facilitatore, conduttore"},
	{SaysActivity, "activity, what happened, actividad, que paso, que ocurrio, aktivitat, was geschah, was ist passiert, activite, que s est il passe, activiteit, wat gebeurde er, atividade, o que aconteceu, attivita, che cosa e successo, cosa e successo"},
	{SaysOutput, "output, what came of it, what did you get out of it, resultado inmediato, que obtuvo, que aprendio, ergebnis, was kam dabei heraus, was haben sie gelernt, production, qu avez vous appris, opbrengst, wat leverde het op, o que aprendeu, che cosa ha imparato, cosa ha imparato"},
	{SaysApplication, "application, how did you use it, aplicacion, como lo uso, como lo aplico, anwendung, wie haben sie es genutzt, wie haben sie es angewendet, utilisation, comment l avez vous utilise, toepassing, hoe hebt u het gebruikt, aplicacao, como usou, como aplicou, applicazione, come lo ha usato, come l ha applicato"},
	{SaysPersonal, "outcome personal, what changed for you, que cambio para usted, que cambio para ti, was hat sich fur sie geandert, qu est ce qui a change pour vous, wat veranderde er voor u, o que mudou para voce, che cosa e cambiato per lei"},
	{SaysOrganization, "outcome organizational, what changed in your organisation, que cambio en su organizacion, was hat sich in ihrer organisation geandert, qu est ce qui a change dans votre organisation, wat veranderde er in uw organisatie, o que mudou na sua organizacao, che cosa e cambiato nella sua organizzazione"},
	{SaysSuccess, "new definition of success, nueva definicion de exito, neues verstandnis von erfolg, nouvelle definition du succes, nieuwe definitie van succes, nova definicao de sucesso, nuova definizione di successo"},
}

var plainLetters = strings.NewReplacer("á", "a", "à", "a", "â", "a", "ã", "a", "ä", "a", "å", "a", "ç", "c", "é", "e", "è", "e", "ê", "e", "ë", "e",
	"í", "i", "ì", "i", "î", "i", "ï", "i", "ñ", "n", "ó", "o", "ò", "o", "ô", "o", "õ", "o", "ö", "o", "ú", "u", "ù", "u", "û", "u", "ü", "u",
	"ß", "ss", "¿", "", "¡", "", "’", " ", ",", " ", "#", "")

// Plain is a heading loose and without accents, as roles are looked up.
func Plain(heading string) string {
	return strings.Join(strings.Fields(plainLetters.Replace(Loose(strings.NewReplacer("'", " ", "’", " ").Replace(heading)))), " ")
}

// heard leads every heading of saidInMany to what it says first.
var heard = sync.OnceValue(func() map[string]Role {
	all := map[string]Role{}
	for _, s := range saidInMany {
		for w := range strings.SplitSeq(s.words, ", ") {
			if _, there := all[w]; !there {
				all[w] = s.role
			}
		}
	}
	return all
})

// RoleOf is what a heading says in any of the languages known, "" for none.
// Whole tells that all of the heading says it, and not some words of it.
func RoleOf(heading string) (r Role, whole bool) {
	plain := Plain(heading)
	if r, ok := heard()[plain]; ok {
		return r, true
	}
	if strings.ContainsAny(heading, "?¿") {
		return "", false // a question speaks of many things
	}
	spoken := strings.Fields(plain)
	if len(spoken) > 5 {
		return "", false
	}
	for n := min(3, len(spoken)-1); n > 0; n-- { // the longest words first
		for i := 0; i+n <= len(spoken); i++ {
			part := strings.Join(spoken[i:i+n], " ")
			if r, ok := heard()[part]; ok && len(part) > 3 && !slices.Contains(vague, r) {
				return r, false
			}
		}
	}
	return "", false
}

// vague are the roles that a word among others does not tell of.
var vague = []Role{SaysResponse, SaysJob, SaysFunction, SaysActivity, SaysOutput, SaysApplication, SaysStatus, SaysLeft, SaysJoined}
