package layout

import (
	"fmt"
	"strings"
	"testing"

	"valuetrail/internal/vocabulary"
)

// zoomTongues are the headings of Zoom's reports in other languages: the
// meeting's own lines, the table, and the table of unique users.
var zoomTongues = map[string][3]string{
	"de": {"Thema,ID,Name des Hosts,E-Mail des Hosts,Startzeit,Endzeit,Teilnehmer,Dauer (Minuten)",
		"Name (ursprünglicher Name),E-Mail,Beitrittszeit,Verlassenszeit,Dauer (Minuten),Gast,Antwort auf den Aufzeichnungshinweis,Im Warteraum",
		"Name (ursprünglicher Name),E-Mail,Gesamtdauer (Minuten),Gast"},
	"fr": {"Sujet,ID,Nom de l’hôte,E-mail de l’hôte,Heure de début,Heure de fin,Participants,Durée (minutes)",
		"Nom (nom d’origine),E-mail,Heure d’arrivée,Heure de départ,Durée (minutes),Invité,Réponse à l’avertissement d’enregistrement,En salle d’attente",
		"Nom (nom d’origine),E-mail,Durée totale (minutes),Invité"},
	"es": {"Tema,ID,Nombre del anfitrión,Correo del anfitrión,Hora de inicio,Hora de finalización,Participantes,Duración (minutos)",
		"Nombre (nombre original),Correo electrónico,Hora de entrada,Hora de salida,Duración (minutos),Invitado,Respuesta al descargo de responsabilidad relativa a la grabación,En sala de espera",
		"Nombre (nombre original),E-mail del usuario,Duración total (minutos),Invitado"},
	"nl": {"Onderwerp,ID,Naam van host,E-mail van host,Begintijd,Eindtijd,Deelnemers,Duur (minuten)",
		"Naam (originele naam),E-mailadres,Deelnametijd,Vertrektijd,Duur (minuten),Gast,Reactie op opnamemelding,In wachtkamer",
		"Naam (originele naam),E-mailadres,Totale duur (minuten),Gast"},
	"pt": {"Tópico,ID,Nome do anfitrião,E-mail do anfitrião,Hora de início,Hora de término,Participantes,Duração (minutos)",
		"Nome (nome original),E-mail do usuário,Hora de entrada,Hora de saída,Duração (minutos),Convidado,Resposta ao aviso de gravação,Na sala de espera",
		"Nome (nome original),E-mail do usuário,Duração total (minutos),Convidado"},
	"it": {"Argomento,ID,Nome dell’host,E-mail dell’host,Ora di inizio,Ora di fine,Partecipanti,Durata (minuti)",
		"Nome (nome originale),E-mail,Ora di ingresso,Ora di uscita,Durata (minuti),Ospite,Risposta al disclaimer di registrazione,Nella sala d’attesa",
		"Nome (nome originale),E-mail,Durata totale (minuti),Ospite"},
	"another": {"Тема,Идентификатор,Организатор,Почта,Начало,Конец,Участники,Длительность (мин)",
		"Имя (настоящее имя),Эл. почта,Вход,Выход,Длительность (мин),Гость,Согласие,Ожидание",
		"Имя (настоящее имя),Эл. почта,Общая длительность (мин),Гость"},
}

// zoomAbroadSeed is a report in one of the languages, somebody left waiting.
func zoomAbroadSeed(tongue string) string {
	no, yes := "Non", map[string]string{"de": "Ja", "nl": "Ja", "fr": "Oui", "pt": "Sim"}[tongue]
	return zoomTongues[tongue][0] + "\nLakeside call,812 3456 7890,Hal,hal@example.org,09/23/2025 14:58:11,09/23/2025 16:05:42,3,68\n\n" + zoomTongues[tongue][1] + "\n" +
		"Ann Lee,ann@example.org,09/23/2025 14:58:11,09/23/2025 16:05:42,68," + no + ",OK," + no + "\nBo Ray,,09/23/2025 15:00:00,09/23/2025 15:30:00,30," + no + ",," + no + "\n" +
		"Cy Fox,cy@example.org,09/23/2025 14:50:00,09/23/2025 14:58:00,8," + no + ",," + first(yes, "Sí") + "\n"
}

func TestZoomReportInOtherLanguagesIsRead(t *testing.T) {
	for tongue, heads := range zoomTongues {
		t.Run(tongue, func(t *testing.T) {
			waiting := 1
			if tongue == "another" {
				waiting = 0 // nobody can tell which column is the waiting room
			}
			sum, h := source(t, "zoom", "participants.csv", zoomAbroadSeed(tongue), Said{})
			m, a := h.of(vocabulary.Meeting), h.of(vocabulary.Attendance)
			same(t, "meeting", fmt.Sprint(m[0]["title"], m[0]["starts_at"], m[0]["ends_at"], m[0]["minutes"], m[0]["stated_participants"]), "Lakeside call2025-09-23T14:58:11Z2025-09-23T16:05:42Z683")
			same(t, "meetings", len(m), 1)
			same(t, "waiting", sum.Ignored["waiting_room"], waiting)
			same(t, "stays", len(a), 3-waiting)
			same(t, "first", a[0]["name"]+a[0]["email"]+a[0]["joined"]+a[0]["minutes"], "Ann Leeann@example.org2025-09-23T14:58:11Z68")
			same(t, "problems", h.codes(), "")

			bare := strings.SplitN(zoomAbroadSeed(tongue), "\n", 4)[3]
			_, h = source(t, "zoom", "participants.csv", bare, Said{})
			same(t, "without the meeting's lines", len(h.of(vocabulary.Attendance)), 3-waiting)
			_, h = source(t, "zoom", "participants 2025-09-03.csv", heads[2]+"\nAnn Lee,ann@example.org,61,Non\nBo Ray,,12,Non\n", Said{})
			a = h.of(vocabulary.Attendance)
			same(t, "unique users", fmt.Sprint(len(a), a[0]["minutes"], a[0]["session_date"]), "2612025-09-03")
		})
	}
}

func TestZoomTimesWithoutADayTakeTheMeetings(t *testing.T) {
	text := "Nombre (nombre original),Correo electrónico,Hora de entrada,Hora de salida,Duración (minutos),Invitado\nAnn Lee,ann@example.org,09:01:05,10:31:00,90,No\n"
	_, h := source(t, "zoom", "zoom 2026-05-25.csv", text, Said{})
	same(t, "joined", h.of(vocabulary.Attendance)[0]["joined"], "2026-05-25T09:01:05Z")
	sum, h := source(t, "zoom", "zoom.csv", text, Said{})
	same(t, "kept", sum.ToCheck, 1)
	same(t, "problems", h.codes(), "!instant_unreadable")
}
