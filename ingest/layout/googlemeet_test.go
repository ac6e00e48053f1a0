package layout

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"valuetrail/internal/vocabulary"
)

const meetReport = "First name,Last name,Email,Duration,Time joined,Time exited\nAda,Nova,ada@example.org,58 min,18:02,19:00\nGrace,Hop,grace@example.org,1 hr 2 min,17:58,19:00\n" +
	"Guest,,,5 min,18:10,18:15\nFireflies.ai Notetaker,,,60 min,18:00,19:00\n"

// stays are the attendance rows as "name e-mail joined-left minutes".
func stays(h *heap) string {
	var all []string
	for _, a := range h.of(vocabulary.Attendance) {
		clock := func(s string) string { return strings.TrimSuffix(strings.TrimPrefix(s, a["session_date"]+"T"), "Z") }
		all = append(all, strings.Join(strings.Fields(fmt.Sprint(a["name"], " ", a["email"], " ", clock(a["joined"]), "-", clock(a["left"]), " ", a["minutes"])), " "))
	}
	return strings.Join(all, "; ")
}

func TestGoogleMeetTakesItsDayFromOutside(t *testing.T) {
	want := "Ada Nova ada@example.org 18:02:00-19:00:00 58; Grace Hop grace@example.org 17:58:00-19:00:00 62; Guest 18:10:00-18:15:00 5"
	for name, said := range map[string]Said{"abc-defg-hij 2025-09-03 – Attendance report.csv": {}, "attendance.csv": {SessionDay: "2025-09-03", SessionTitle: "Kick-off"}} {
		sum, h := source(t, "googlemeet", name, meetReport, said)
		same(t, name, stays(h), want)
		same(t, "day", h.of(vocabulary.Meeting)[0]["date"], "2025-09-03")
		same(t, "bots", sum.Ignored["bot"], 1)
		same(t, "read", sum.Read, 4)
		same(t, "title", h.of(vocabulary.Meeting)[0]["title"], said.SessionTitle)
		same(t, "device", h.of(vocabulary.Attendance)[2]["seen_as"], "device")
	}
	sum, h := source(t, "googlemeet", "attendance.csv", meetReport, Said{})
	same(t, "without a day", stays(h), "Ada Nova ada@example.org - 58; Grace Hop grace@example.org - 62; Guest - 5")
	same(t, "problems", h.codes(), "!session_date_missing")
	same(t, "kept", sum.ToCheck, 0)
}

func TestGoogleMeetInAllItsForms(t *testing.T) {
	for name, c := range map[string]struct{ text, want, meeting string }{
		"one column of names, instants": {"Name,Email,Duration,Time joined,Time exited\nAlice Martin,alice@example.org,210,2026-06-10T09:00:00Z,2026-06-10T12:30:00Z\nBob Dupont,,175,2026-06-10T09:05:00Z,2026-06-10T12:00:00Z\n",
			"Alice Martin alice@example.org 09:00:00-12:30:00 210; Bob Dupont 09:05:00-12:00:00 175", "2026-06-10  2026-06-10T09:00:00Z"},
		"days with the times": {"Name,Email,Duration,Time joined,Time exited\nAnn Lee,ann@example.org,42m,2026-05-25 11:01:14,2026-05-25 11:43:08\n",
			"Ann Lee ann@example.org 11:01:14-11:43:08 42", "2026-05-25  2026-05-25T11:01:14Z"},
		"lines about the meeting": {"Meeting title,Date,Start time,End time\nStandup,2026-05-11,09:00,09:32\n\nName,Email,Duration,Time joined,Time exited\nAnn Lee,ann@example.org,32m,9:00:12,9:32:01\n",
			"Ann Lee ann@example.org 09:00:12-09:32:01 32", "2026-05-11 Standup 2026-05-11T09:00:00Z"},
		"the same beside their names": {"Meeting title,Standup\nDate,11 May 2026\nMeeting code,abc-defg-hij\n\nName,Email,Duration,Time joined,Time exited\nAnn Lee,ann@example.org,32m,9:00:12 AM,9:32:01 AM\n",
			"Ann Lee ann@example.org 09:00:12-09:32:01 32", "2026-05-11 Standup 2026-05-11T09:00:12Z"},
		"only how long": {"Meeting title,Date,Start time,End time\nStandup,2026-05-11,09:00,09:32\n\nName,Email,Duration\nAnn Lee,ann@example.org,32:14\n",
			"Ann Lee ann@example.org - 32.233333333333334", "2026-05-11 Standup 2026-05-11T09:00:00Z"},
		"hours and minutes": {"Name,Email,Duration,Time joined,Time exited\nAnn Lee,ann@example.org,1:05,2026-05-25 11:00:00,2026-05-25 12:05:00\n",
			"Ann Lee ann@example.org 11:00:00-12:05:00 65", "2026-05-25  2026-05-25T11:00:00Z"},
		"over midnight": {"Date,2026-05-25\nName,Email,Duration,Time joined,Time exited\nAnn Lee,ann@example.org,40 min,23:40,00:20\n",
			"Ann Lee ann@example.org 23:40:00-2026-05-26T00:20:00 40", "2026-05-25  2026-05-25T23:40:00Z"},
		"a browser extension's list": {"* Meeting code: abc-defg-hij\n* Created on 2021-02-15 08:47:02\n* Ended on 2021-02-15 09:40:10\n\nFull Name,First Seen,Time in Call\nAnn Lee,08:47:02,00:47:12\n",
			"Ann Lee 08:47:02-09:34:14 47.2", "2021-02-15  2021-02-15T08:47:02Z"},
		"the administrator's log": {"Date,Event name,Meeting code,Participant identifier,Participant name,Duration (seconds)\n2021-03-25T17:03:10+01:00,Endpoint left,ABCDEFGHIJ,ann@example.org,Ann Lee,900\n2021-03-25T17:05:00+01:00,Poll answered,ABCDEFGHIJ,ann@example.org,Ann Lee,\n",
			"Ann Lee ann@example.org 15:48:10-16:03:10 15", "2021-03-25  2021-03-25T15:48:10Z"},
		"times without lengths": {"Date,2026-05-25\nFirst name,Last name,Email,Time joined,Time exited\nAna,Lee,,10:00,10:30\n", "Ana Lee 10:00:00-10:30:00 30", "2026-05-25  2026-05-25T10:00:00Z"},
	} {
		t.Run(name, func(t *testing.T) {
			_, h := source(t, "googlemeet", "attendance.csv", c.text, Said{})
			same(t, "stays", stays(h), c.want)
			m := h.of(vocabulary.Meeting)
			same(t, "meeting", m[0]["date"]+" "+m[0]["title"]+" "+m[0]["starts_at"], c.meeting)
			same(t, "meetings", len(m), 1)
			for _, p := range h.problems {
				if p.Severity == Kept {
					t.Errorf("kept back: %+v", p)
				}
			}
		})
	}
}

func TestGoogleMeetInOtherLanguages(t *testing.T) {
	for tongue, c := range map[string][2]string{
		"de":      {"Vorname,Nachname,E-Mail-Adresse,Dauer,Beigetreten um,Verlassen um", "1 Std. 2 Min."},
		"fr":      {"Prénom,Nom,Adresse e-mail,Durée,Heure d’arrivée,Heure de départ", "1 h 2 min"},
		"es":      {"Nombre,Apellidos,Correo electrónico,Duración,Hora de entrada,Hora de salida", "1 hora 2 min"},
		"pt":      {"Nome,Sobrenome,E-mail,Duração,Horário de entrada,Horário de saída", "1 h 2 min"},
		"it":      {"Nome,Cognome,Indirizzo email,Durata,Ora di ingresso,Ora di uscita", "1 ora 2 min"},
		"nl":      {"Voornaam,Achternaam,E-mailadres,Duur,Deelnametijd,Vertrektijd", "1 uur 2 min"},
		"another": {"Ime,Prezime,E-pošta,Trajanje,Pridružen,Otišao", "1 h 2 min"},
	} {
		t.Run(tongue, func(t *testing.T) {
			text := c[0] + "\nGrace,Hop,grace@example.org," + c[1] + ",17:58,19:00\nAda,Nova,ada@example.org,58 min,18:02,19:00\n"
			for _, delimiter := range []string{",", ";", "\t"} {
				_, h := source(t, "googlemeet", "x 2025-09-03.csv", strings.ReplaceAll(text, ",", delimiter), Said{Zone: time.FixedZone("", 3600)})
				same(t, "stays", stays(h), "Grace Hop grace@example.org 16:58:00-18:00:00 62; Ada Nova ada@example.org 17:02:00-18:00:00 58")
			}
		})
	}
}

func TestGoogleMeetReExportHasTheSameKeys(t *testing.T) {
	text := "Name,Email,Duration,Time joined,Time exited\nAnn Lee,ann@example.org,42m,2026-05-25 11:01:14,2026-05-25 11:43:08\n"
	_, a := source(t, "googlemeet", "a.csv", text, Said{})
	_, b := source(t, "googlemeet", "b.csv", strings.NewReplacer("2026-05-25 11:01:14", "11:01:14", "2026-05-25 11:43:08", "11:43:08").Replace(text), Said{SessionDay: "2026-05-25"})
	for i := range a.rows {
		same(t, "key", b.rows[i].Key, a.rows[i].Key)
	}
}

func TestTheAdministratorsLogCountsInSeconds(t *testing.T) {
	for heading, lengths := range map[string][2]string{"Duration": {"3600", "1800"}, "Duration (seconds)": {"3600", "1800"}, "Duration (minutes)": {"60", "30"}} {
		text := "Date,Event Name,Meeting Code,Participant Identifier," + heading + ",Participant Name\n2025-05-14T11:02:03+02:00,Endpoint left,ABCDEFGHIJ,ann@x.org," + lengths[0] +
			",Ann\n2025-05-14T10:40:03+02:00,Endpoint left,ABCDEFGHIJ,bo@x.org," + lengths[1] + ",Bo\n"
		_, h := source(t, "googlemeet", "log.csv", text, Said{})
		same(t, heading, h.lines(vocabulary.Attendance, "name", "minutes", "joined"), "Ann 60 2025-05-14T08:02:03Z; Bo 30 2025-05-14T08:10:03Z")
	}
}
