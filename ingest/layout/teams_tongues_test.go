package layout

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"

	"valuetrail/ingest/sheet"
	"valuetrail/internal/vocabulary"
)

// teamsTongue is how Teams writes a report in a language: its three sections,
// the lines of the first, both tables' headings, and days and lengths of time.
type teamsTongue struct {
	sections, lines, people, activities string
	day, long, short, minute            string // long is 1 hour 5 minutes 3 seconds
	log, actions                        string // the older list
}

var teamsTongues = map[string]teamsTongue{
	"German": {"1. Zusammenfassung|2. Teilnehmer|3. Aktivitäten in der Besprechung", "Besprechungstitel|Teilnehmer|Startzeit|Endzeit|Besprechungsdauer|Durchschnittliche Teilnahmezeit",
		"Name|Erster Beitritt|Letztes Verlassen|Dauer der Besprechung|E-Mail|Teilnehmer-ID (UPN)|Rolle", "Name|Beitreten|Verlassen|Dauer|E-Mail|Rolle",
		"06.10.26, ", "1 Std. 5 Min. 3 Sek.", "40 Sek.", "1 Std. 8 Min.", "Vollständiger Name|Benutzeraktion|Zeitstempel", "Beigetreten|Verlassen|Bereits beigetreten"},
	"French": {"1. Résumé|2. Participants|3. Activités en réunion", "Titre de la réunion|Participants présents|Heure de début|Heure de fin|Durée de la réunion|Temps moyen de présence",
		"Nom|Première arrivée|Dernier départ|Durée en réunion|E-mail|ID du participant (UPN)|Rôle", "Nom|Heure d’arrivée|Heure de départ|Durée|E-mail|Rôle",
		"06/10/2026 ", "1 h 5 min 3 s", "40 s", "1 h 8 min", "Nom complet|Action de l’utilisateur|Horodatage", "A rejoint|A quitté|A rejoint avant"},
	"Spanish": {"1. Resumen|2. Participantes|3. Actividades en la reunión", "Título de la reunión|Participantes asistidos|Hora de inicio|Hora de finalización|Duración de la reunión|Tiempo medio de asistencia",
		"Nombre|Primera unión|Última salida|Duración de la reunión|Correo electrónico|Id. de participante (UPN)|Rol", "Nombre|Hora de unión|Hora de salida|Duración|Correo electrónico|Rol",
		"6/10/26, ", "1 h 5 min 3 seg.", "40 seg.", "1 h 8 min", "Nombre completo|Acción del usuario|Marca de tiempo", "Se unió|Salió|Se unió antes"},
	"Dutch": {"1. Samenvatting|2. Deelnemers|3. Activiteiten in vergadering", "Titel van vergadering|Aanwezige deelnemers|Begintijd|Eindtijd|Duur van vergadering|Gemiddelde aanwezigheidstijd",
		"Naam|Eerste deelname|Laatste vertrek|Duur in vergadering|E-mail|Deelnemer-id (UPN)|Rol", "Naam|Tijd van deelname|Tijd van vertrek|Duur|E-mail|Rol",
		"06-10-2026 ", "1 u 5 m 3 s", "40 s", "1 uur 8 min", "Volledige naam|Gebruikersactie|Tijdstempel", "Deelgenomen|Verlaten|Eerder deelgenomen"},
	"Portuguese": {"1. Resumo|2. Participantes|3. Atividades durante a reunião", "Título da reunião|Participantes presentes|Hora de início|Hora de término|Duração da reunião|Tempo médio de participação",
		"Nome|Primeiro ingresso|Última saída|Duração da reunião|E-mail|ID do participante (UPN)|Função", "Nome|Hora de ingresso|Hora de saída|Duração|E-mail|Função",
		"06/10/2026, ", "1 h 5 min 3 s", "40 s", "1 h 8 min", "Nome Completo|Atividade|Carimbo de data/hora", "Ingressou|Saiu|Entrou antes de"},
	"Italian": {"1. Riepilogo|2. Partecipanti|3. Attività durante la riunione", "Titolo della riunione|Partecipanti presenti|Ora di inizio|Ora di fine|Durata della riunione|Tempo medio di partecipazione",
		"Nome|Primo accesso|Ultima uscita|Durata della riunione|Email|ID partecipante (UPN)|Ruolo", "Nome|Ora di ingresso|Ora di uscita|Durata|Email|Ruolo",
		"06/10/26, ", "1 ora 5 min 3 sec", "40 sec", "1 ora 8 min", "Nome completo|Azione utente|Timestamp", "Entrato|Uscito|Entrato prima"},
	"Polish": {"1. Podsumowanie|2. Uczestnicy|3. Działania podczas spotkania", "Tytuł spotkania|Uczestnicy, którzy wzięli udział|Godzina rozpoczęcia|Godzina zakończenia|Czas trwania spotkania|Średni czas udziału",
		"Imię i nazwisko|Pierwsze dołączenie|Ostatnie wyjście|Czas udziału w spotkaniu|Adres e-mail|Identyfikator uczestnika (UPN)|Rola", "Imię i nazwisko|Godzina dołączenia|Godzina opuszczenia|Czas trwania|Adres e-mail|Rola",
		"06.10.2026, ", "1 godz. 5 min 3 s", "40 sek.", "1 godz. 8 min", "Imię i nazwisko|Akcja użytkownika|Sygnatura czasowa", "Dołączył(a)|Opuścił(a)|Dołączył(a) wcześniej"},
}

// report is a meeting of two people and a bot, as Teams writes it.
func (l teamsTongue) report() string {
	part, line := strings.Split(l.sections, "|"), strings.Split(l.lines, "|")
	at := func(clock string) string { return l.day + clock }
	rows := [][]string{{part[0]}, {line[0], "Lakeside"}, {line[1], "3"}, {line[2], at("18:01:00")}, {line[3], at("19:09:00")}, {line[4], l.minute}, {line[5], l.short}, {},
		{part[1]}, strings.Split(l.people, "|"),
		{"Ann Lee", at("18:01:00"), at("19:09:00"), l.long, "ann@example.org", "ann@corp.example", "x"},
		{"Bo Ray (Guest)", at("18:30:00"), at("18:30:40"), l.short, "", "", "x"}, {"Otter.ai", at("18:30:00"), at("18:30:40"), l.short, "", "", "x"}, {},
		{part[2]}, strings.Split(l.activities, "|"),
		{"Ann Lee", at("18:01:00"), at("19:06:03"), l.long, "ann@example.org", "x"}, {"Ann Lee", at("19:08:20"), at("19:09:00"), l.short, "ann@example.org", "x"},
		{"Bo Ray (Guest)", at("18:30:00"), at("18:30:40"), l.short, "", "x"}, {"Otter.ai", at("18:30:00"), at("18:30:40"), l.short, "", "x"}}
	var b strings.Builder
	for _, row := range rows {
		b.WriteString(strings.Join(row, "\t") + "\r\n")
	}
	return b.String()
}

func TestTeamsReportsOfEveryLanguageSayTheSame(t *testing.T) {
	for name, l := range teamsTongues {
		t.Run(name, func(t *testing.T) {
			for saved, data := range map[string][]byte{"UTF-16": utf16le(l.report()), "UTF-8": []byte(l.report()), "Excel": excelSaved(t, name, l.report(), ";")} {
				b, err := sheet.Read("r.csv", data, sheet.Options{})
				if err != nil {
					t.Fatal(err)
				}
				from, sum, h := recognised(t, b, Said{})
				same(t, saved, from, "teams")
				m, a := h.of(vocabulary.Meeting), h.of(vocabulary.Attendance)
				same(t, "meeting", fmt.Sprint(m[0]["title"], " ", m[0]["starts_at"], " ", m[0]["ends_at"], " ", m[0]["minutes"], " ", m[0]["stated_participants"]), "Lakeside 2026-10-06T18:01:00Z 2026-10-06T19:09:00Z 68 3")
				same(t, "stays", stays(h), "Ann Lee ann@example.org 18:01:00-19:06:03 65.05; Ann Lee ann@example.org 19:08:20-19:09:00 0.6666666666666666; Bo Ray (Guest) 18:30:00-18:30:40 0.6666666666666666")
				same(t, "user id", a[0]["platform_id"], "ann@corp.example")
				same(t, "bots", sum.Ignored["bot"], 1)
				for _, p := range h.problems {
					if p.Code != "date_order_assumed" {
						t.Errorf("%s: %+v", saved, p)
					}
				}
			}
		})
	}
}

// excelSaved is a report as a spreadsheet of that country saves it: padded, with
// another delimiter, in letters of one byte.
func excelSaved(t *testing.T, tongue, text, delimiter string) []byte {
	t.Helper()
	page := charmap.Windows1252
	if tongue == "Polish" {
		page = charmap.Windows1250
	}
	var lines []string
	for line := range strings.SplitSeq(strings.TrimRight(text, "\r\n"), "\r\n") {
		cells := strings.Split(line, "\t")
		lines = append(lines, strings.Join(append(cells, make([]string, 7-len(cells))...), delimiter))
	}
	data, err := page.NewEncoder().Bytes([]byte(strings.Join(lines, "\r\n") + "\r\n"))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestTeamsListsOfEveryLanguageSayTheSame(t *testing.T) {
	for name, l := range teamsTongues {
		t.Run(name, func(t *testing.T) {
			a := strings.Split(l.actions, "|")
			text := strings.ReplaceAll(l.log, "|", "\t") + "\n" + "Ann Lee\t" + a[2] + "\t" + l.day + "18:01:00\nBo Ray\t" + a[0] + "\t" + l.day + "18:05:00\nBo Ray\t" + a[1] + "\t" + l.day + "18:15:30\nAnn Lee\t" + a[1] + "\t" + l.day + "18:30:00\n"
			_, h := source(t, "teams", "list.csv", text, Said{})
			same(t, "stays", stays(h), "Ann Lee 18:01:00-18:30:00 29; Bo Ray 18:05:00-18:15:30 10.5")
		})
	}
}

func TestTeamsWebinarTellsWhoOnlyRegistered(t *testing.T) {
	text := "1. Summary\nMeeting title\tOpen day\nAttended participants\t2\nStart time\t6/24/25, 1:47:45 PM\nEnd time\t6/24/25, 2:50:00 PM\nMeeting duration\t1h 2m 15s\nAverage attendance time\t40m 1s\n\n" +
		"2. Participants\nName\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole\tRegistration First Name\tRegistration Last Name\tRegistration Email\tRegistration Time\tRegistration Status\n" +
		"Ann Lee\t6/24/25, 1:47:45 PM\t6/24/25, 2:50:00 PM\t1h 2m 15s\t\t\tAttendee\tAnn\tLee\tann@example.org\t6/1/25, 9:00:00 AM\tRegistered\n" +
		"Bo Ray\t6/24/25, 1:50:00 PM\t6/24/25, 2:00:00 PM\t10m 0s\tbo@corp.example\tbo@corp.example\tPresenter\t\t\t\t\t\n" +
		"Cy Fox\t\t\t0s\t\t\tAttendee\tCy\tFox\tcy@example.org\t6/2/25, 9:00:00 AM\tRegistered\n\n" +
		"3. In-Meeting Activities\nName\tJoin Time\tLeave Time\tDuration\tEmail\tRole\n" +
		"Ann Lee\t6/24/25, 1:47:45 PM\t6/24/25, 2:50:00 PM\t1h 2m 15s\t\tAttendee\nBo Ray\t6/24/25, 1:50:00 PM\t6/24/25, 2:00:00 PM\t10m 0s\tbo@corp.example\tPresenter\n"
	sum, h := source(t, "teams", "webinar.csv", text, Said{})
	same(t, "stays", stays(h), "Ann Lee ann@example.org 13:47:45-14:50:00 62.25; Bo Ray bo@corp.example 13:50:00-14:00:00 10")
	same(t, "no show", sum.Ignored["no_show"], 1)
	same(t, "problems", h.codes(), "")
}
