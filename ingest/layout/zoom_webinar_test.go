package layout

import (
	"errors"
	"strings"
	"testing"

	"valuetrail/ingest/sheet"
	"valuetrail/internal/vocabulary"
)

// zoomWebinar has a host, a panelist whose two stays overlap, an attendee who
// came twice, two who registered and stayed away, a bot and a telephone.
const zoomWebinar = "\ufeffAttendee Report,,,,,,,,,,,,\r\nReport Generated:,\"Mar 23, 2025 6:26 PM\",,,,,,,,,,,\r\n" +
	"Topic,Webinar ID,Actual Start Time,Actual Duration (minutes),# Registered,# Cancelled,Unique Viewers,Total Users,Max Concurrent Views,Enable Registration,,,\r\n" +
	"\"Open session, spring\",847 5984 1045,\"Mar 22, 2025 7:13 PM\",282,5,1,4,6,3,Yes,,,\r\n" +
	"Host Details,,,,,,,,,,,,\r\nAttended,User Name (Original Name),Email,Join Time,Leave Time,Time in Session (minutes),Is Guest,Country/Region Name,,,,,\r\n" +
	"Yes,Ann Lee,ann@example.org,\"Mar 22, 2025 19:13:27\",\"Mar 22, 2025 23:55:19\",282,No,India,,,,,\r\n" +
	"Panelist Details,,,,,,,,,,,,\r\nAttended,User Name (Original Name),Email,Join Time,Leave Time,Time in Session (minutes),Is Guest,Country/Region Name,,,,,\r\n" +
	"Yes,Bo Ray,bo@example.org,\"Mar 22, 2025 19:28:32\",\"Mar 22, 2025 23:55:19\",267,Yes,India,,,,,\r\n" +
	"Yes,Bo Ray,bo@example.org,\"Mar 22, 2025 20:52:29\",\"Mar 22, 2025 23:55:19\",183,Yes,India,,,,,\r\n" +
	"Attendee Details,,,,,,,,,,,,\r\nAttended,User Name (Original Name),First Name,Last Name,Email,Phone,Registration Time,Approval Status,Join Time,Leave Time,Time in Session (minutes),Is Guest,Country/Region Name\r\n" +
	"Yes,Cy Fox,Cy,Fox,cy@example.org,,\"Mar 1, 2025 10:00:00\",approved,\"Mar 22, 2025 19:20:00\",\"Mar 22, 2025 19:50:00\",30,Yes,Spain\r\n" +
	"Yes,Cy Fox,,,cy@example.org,,NA,NA,\"Mar 22, 2025 20:00:00\",\"Mar 22, 2025 21:00:00\",60,Yes,Spain\r\n" +
	"No,--,Di,Moss,di@example.org,,\"Mar 2, 2025 10:00:00\",approved,--,--,--,--,--\r\n" +
	"No,Ed Oak,Ed,Oak,ed@example.org,,\"Mar 2, 2025 11:00:00\",cancelled by self,--,--,--,--,--\r\n" +
	"Yes,Otter.ai,,,,,NA,NA,\"Mar 22, 2025 19:20:00\",\"Mar 22, 2025 19:50:00\",30,Yes,\r\n" +
	"Other Attended,,,,,,,,,,,,\r\nUser Name,Join Time,Leave Time,Time in Session (minutes),Country/Region Name,,,,,,,,\r\n" +
	"15551234567,\"Mar 22, 2025 19:30:00\",\"Mar 22, 2025 19:45:00\",15,United States,,,,,,,,\r\n"

func TestZoomWebinarTellsWhoCameAndWhoOnlyRegistered(t *testing.T) {
	sum, h := source(t, "zoom", "attendee.csv", zoomWebinar, Said{})
	m := h.of(vocabulary.Meeting)
	if len(m) != 1 || m[0]["title"] != "Open session, spring" || m[0]["starts_at"] != "2025-03-22T19:13:00Z" || m[0]["minutes"] != "282" || m[0]["stated_participants"] != "4" {
		t.Errorf("meeting: %v", m)
	}
	same(t, "stays", h.lines(vocabulary.Attendance, "name", "minutes", "seen_as"), "Ann Lee 282 person; Bo Ray 267 person; Bo Ray 183 person; Cy Fox 30 person; Cy Fox 60 person; 15551234567 15 phone")
	same(t, "read", sum.Read, 9)
	same(t, "no show", sum.Ignored["no_show"], 2)
	same(t, "bots", sum.Ignored["bot"], 1)
	same(t, "problems", h.codes(), "")
	same(t, "from", sum.From, "2025-03-22 19:13:00")
	same(t, "to", sum.To, "2025-03-22 23:55:19")
}

func TestZoomWebinarIsTheSameInAllItsForms(t *testing.T) {
	_, first := source(t, "zoom", "a.csv", zoomWebinar, Said{})
	american := strings.NewReplacer("\"Mar 22, 2025 7:13 PM\"", "03/22/2025 07:13 PM", "\"Mar 22, 2025 19:13:27\"", "03/22/2025 07:13:27 PM", "\"Mar 22, 2025 23:55:19\"", "03/22/2025 11:55:19 PM",
		"\"Mar 22, 2025 19:28:32\"", "03/22/2025 07:28:32 PM", "\"Mar 22, 2025 20:52:29\"", "03/22/2025 08:52:29 PM", "\"Mar 22, 2025 19:20:00\"", "03/22/2025 07:20:00 PM",
		"\"Mar 22, 2025 19:50:00\"", "03/22/2025 07:50:00 PM", "\"Mar 22, 2025 20:00:00\"", "03/22/2025 08:00:00 PM", "\"Mar 22, 2025 21:00:00\"", "03/22/2025 09:00:00 PM",
		"\"Mar 22, 2025 19:30:00\"", "03/22/2025 07:30:00 PM", "\"Mar 22, 2025 19:45:00\"", "03/22/2025 07:45:00 PM", "Report Generated:", "Report generated time").Replace(zoomWebinar)
	_, tables, _ := strings.Cut(zoomWebinar, "Host Details")
	for name, c := range map[string]struct {
		text  string
		keyed bool
	}{
		"numbers for months":  {american, true},
		"not padded":          {strings.ReplaceAll(zoomWebinar, ",,,,,\r\n", "\r\n"), true},
		"semicolons":          {strings.ReplaceAll(strings.NewReplacer(", ", "~ ", ",", ";").Replace(zoomWebinar), "~", ","), true},
		"without its top":     {"Host Details" + tables, false},
		"blank lines between": {strings.ReplaceAll(zoomWebinar, "\r\nPanelist", "\r\n\r\nPanelist"), true},
		"its top in German":   {strings.NewReplacer("Attendee Report", "Teilnehmerbericht", "Topic,Webinar ID,Actual Start Time,Actual Duration (minutes)", "Thema,Webinar-ID,Startzeit,Dauer (Minuten)").Replace(zoomWebinar), true},
		"all in Spanish": {strings.NewReplacer("Attendee Report", "Informe de asistentes", "Topic,Webinar ID,Actual Start Time,Actual Duration (minutes)", "Tema,ID del seminario web,Hora de inicio,Duración (minutos)",
			"Attended,", "Asistió,", "User Name (Original Name)", "Nombre de usuario (nombre original)", "First Name,Last Name", "Nombre de pila,Apellidos", ",Email,", ",Correo electrónico,", "Join Time", "Hora de entrada", "Leave Time", "Hora de salida",
			"Time in Session (minutes)", "Tiempo en la sesión (minutos)", "User Name,", "Nombre de usuario,", "\nYes,", "\nSí,").Replace(zoomWebinar), true},
	} {
		t.Run(name, func(t *testing.T) {
			sum, h := source(t, "zoom", "a.csv", c.text, Said{})
			same(t, "read", sum.Read, 9)
			same(t, "no show", sum.Ignored["no_show"], 2)
			same(t, "rows", len(h.rows), len(first.rows))
			same(t, "problems", h.codes(), "")
			for i := range h.rows {
				if c.keyed && h.rows[i].Key != first.rows[i].Key {
					t.Errorf("another key: %s, %s", h.rows[i].Key, first.rows[i].Key)
				}
			}
		})
	}
}

func TestZoomWebinarToWhichNobodyCameIsEmpty(t *testing.T) {
	top, _, _ := strings.Cut(zoomWebinar, "Host Details")
	_, h := source(t, "zoom", "a.csv", top, Said{})
	same(t, "problems", h.codes(), "!empty_table")
}

func TestOtherReportsOfAWebinarAreRefusedWithARemedy(t *testing.T) {
	for _, report := range []string{"Poll Report", "Question Report", "Q&A Report", "Registration Report"} {
		b := book(t, report+".csv", report+",\nReport Generated:,\"Mar 23, 2025 6:26 PM\"\nTopic,Webinar ID,Actual Start Time,Actual Duration (minutes)\nX,1,\"Mar 23, 2025 6:26 PM\",60\n"+
			"#,User Name,User Email,Submitted Date/Time\n1,Ann,ann@example.org,\"Mar 22, 2025 19:30:00\",Yes\n")
		tellsOfNoPresence(t, b)
	}
}

// tellsOfNoPresence holds that a book is refused, with what to export instead.
func tellsOfNoPresence(t *testing.T, b *sheet.Book) {
	t.Helper()
	l, err := Recognise(b)
	if err != nil {
		t.Fatal(err)
	}
	_, err = l.Read(b, Said{}, &heap{})
	var refused *NoPresenceError
	if !errors.As(err, &refused) || refused.Hint() == "" || !strings.Contains(err.Error(), "not who came") {
		t.Errorf("%s: got %v", b.Name, err)
	}
}
