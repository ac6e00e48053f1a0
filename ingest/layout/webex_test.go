package layout

import (
	"strings"
	"testing"

	"valuetrail/ingest/sheet"
	"valuetrail/internal/vocabulary"
)

// webexReport holds two meetings; times stand guarded, as Webex writes them.
const webexReport = "Meeting Name\tMeeting Start Time\tMeeting End Time\tDisplay Name\tFirst Name\tLast Name\tRole\tAttendee Email\tJoin Time\tLeave Time\tAttendance Duration\tConnection Type\tSession Name\n" +
	"Peer assist\t=\"2024-01-15 10:00:00\"\t=\"2024-01-15 11:00:00\"\tAnn Lee\tAnn\tLee\tHost\tann@example.org\t=\"2024-01-15 09:58:00\"\t=\"2024-01-15 11:00:00\"\t62 mins\tDesktop app\t\n" +
	"Peer assist\t=\"2024-01-15 10:00:00\"\t=\"2024-01-15 11:00:00\"\tBo Ray\tBo\tRay\tAttendee\tbo@example.org\t=\"2024-01-15 10:05:00\"\t=\"2024-01-15 10:50:00\"\t45 mins\tDesktop app\t\n" +
	"Peer assist\t=\"2024-01-15 10:00:00\"\t=\"2024-01-15 11:00:00\"\tCall-in User_1\t\t\tAttendee\t\t=\"2024-01-15 10:05:00\"\t=\"2024-01-15 10:50:00\"\t45 mins\tPhone\t\n" +
	"Review\t=\"2024-01-22 10:00:00\"\t=\"2024-01-22 11:00:00\"\tAnn Lee\tAnn\tLee\tHost\tann@example.org\t=\"2024-01-22 10:00:00\"\t\t30 mins\tDesktop app\t\n"

func TestWebexReportGivesEveryMeetingInIt(t *testing.T) {
	b, err := sheet.Read("webex.csv", utf16le(webexReport), sheet.Options{})
	if err != nil {
		t.Fatal(err)
	}
	from, sum, h := recognised(t, b, Said{})
	same(t, "source", from, "webex")
	same(t, "meetings", h.lines(vocabulary.Meeting, "title", "starts_at", "ends_at"), "Peer assist 2024-01-15T10:00:00Z 2024-01-15T11:00:00Z; Review 2024-01-22T10:00:00Z 2024-01-22T11:00:00Z")
	same(t, "stays", stays(h), "Ann Lee ann@example.org 09:58:00-11:00:00 62; Bo Ray bo@example.org 10:05:00-10:50:00 45; Call-in User_1 10:05:00-10:50:00 45; Ann Lee ann@example.org 10:00:00-10:30:00 30")
	same(t, "phone", h.of(vocabulary.Attendance)[2]["seen_as"], "phone")
	same(t, "problems", h.codes(), "")
	same(t, "read", sum.Read, 4)
	same(t, "order", sum.DateOrder, "")
}

func TestWebexIsTheSameHoweverItWasSaved(t *testing.T) {
	_, want := source(t, "webex", "a.csv", webexReport, Said{})
	abroad := func(heads string) string {
		_, rows, _ := strings.Cut(webexReport, "\n")
		return strings.ReplaceAll(heads, ",", "\t") + "\n" + rows
	}
	for name, text := range map[string]string{
		"semicolons":                  strings.ReplaceAll(webexReport, "\t", ";"),
		"not guarded":                 strings.NewReplacer("=\"", "", "\"", "").Replace(webexReport),
		"Portuguese":                  abroad("Nome da reunião,Data de início da reunião,Data de término da reunião,Nome de exibição,Nome,Sobrenome,Função,E-mail do convidado,Hora da entrada,Hora da saída,Duração da presença,Tipo de conexão,Nome da sessão"),
		"a language nobody taught us": abroad("Møtenavn,Starttid for møte,Sluttid for møte,Visningsnavn,Fornavn,Etternavn,Rolle,E-post,Ble med,Forlot,Varighet,Tilkobling,Økt"),
	} {
		t.Run(name, func(t *testing.T) {
			_, h := source(t, "webex", "b.csv", text, Said{})
			same(t, "rows", len(h.rows), len(want.rows))
			for i := range h.rows {
				same(t, "key", h.rows[i].Key, want.rows[i].Key)
				same(t, "fields", strings.Join(h.rows[i].Fields, "|"), strings.Join(want.rows[i].Fields, "|"))
			}
		})
	}
}

func TestWebexRowsThatCannotBeReadAreKept(t *testing.T) {
	text := strings.NewReplacer("=\"2024-01-15 10:05:00\"\t=\"2024-01-15 10:50:00\"\t45 mins\tDesktop", "soon\t=\"2024-01-15 10:50:00\"\t45 mins\tDesktop", "Call-in User_1", "").Replace(webexReport)
	sum, h := source(t, "webex", "a.csv", text, Said{})
	same(t, "kept", sum.ToCheck, 2)
	same(t, "problems", h.codes(), "!instant_unreadable !required_blank")
}
