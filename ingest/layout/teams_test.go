package layout

import (
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"valuetrail/ingest/sheet"
	"valuetrail/internal/vocabulary"
)

const teamsEnglish = "1. Summary\nMeeting title\tScrum Meeting\nAttended participants\t3\nStart time\t6/24/25, 1:47:45 PM\nEnd time\t6/24/25, 2:50:00 PM\nMeeting duration\t1h 2m 15s\nAverage attendance time\t40m 1s\n\n" +
	"2. Participants\nName\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole\n" +
	"LEE ANN (EXT)\t6/24/25, 1:47:45 PM\t6/24/25, 2:50:00 PM\t59m 0s\tann@example.org\tann@corp.org\tOrganizer\n" +
	"Goliath, David\t6/24/25, 1:50:00 PM\t6/24/25, 2:00:00 PM\t10m 0s\t\tdavid@corp.org\tPresenter\n\n" +
	"3. In-Meeting Activities\nName\tJoin Time\tLeave Time\tDuration\tEmail\tRole\n" +
	"LEE ANN (EXT)\t6/24/25, 1:47:45 PM\t6/24/25, 2:00:00 PM\t12m 15s\tann@example.org\tOrganizer\n" +
	"LEE ANN (EXT)\t6/24/25, 2:03:15 PM\t6/24/25, 2:50:00 PM\t46m 45s\tann@example.org\tOrganizer\n" +
	"Goliath, David\t6/24/25, 1:50:00 PM\t6/24/25, 2:00:00 PM\t10m 0s\t\tPresenter\n"

const teamsPolish = "1. Podsumowanie;;;;;;\nTytuł spotkania;Spotkanie społeczności;;;;;\nUczestnicy, którzy wzięli udział;2;;;;;\nGodzina rozpoczęcia;06.10.26, 18:01:00;;;;;\nGodzina zakończenia;06.10.26, 20:30:00;;;;;\nCzas trwania spotkania;2 godz. 29 min;;;;;\n;;;;;;\n" +
	"2. Uczestnicy;;;;;;\nImię i nazwisko;Pierwsze dołączenie;Ostatnie wyjście;Czas udziału w spotkaniu;Adres e-mail;Identyfikator uczestnika (UPN);Rola\n" +
	"Łukasz Żak;06.10.26, 18:01:00;06.10.26, 20:20:19;2 godz. 19 min 19 s;lz@example.org;lz@corp.org;Organizator\nAnna (Gość);06.10.26, 18:30:00;06.10.26, 18:30:40;40 sek.;;;Osoba prowadząca\n"

func utf16le(s string) []byte {
	out := []byte{0xff, 0xfe}
	for _, u := range utf16.Encode([]rune(s)) {
		out = append(out, byte(u), byte(u>>8))
	}
	return out
}

func TestTeamsReportTakesIntervalsFromTheThirdSection(t *testing.T) {
	b, err := sheet.Read("r.csv", utf16le(strings.ReplaceAll(teamsEnglish, "\n", "\r\n")), sheet.Options{})
	if err != nil {
		t.Fatal(err)
	}
	source, sum, h := recognised(t, b, Said{})
	same(t, "source", source, "teams")
	m := h.of(vocabulary.Meeting)
	if len(m) != 1 || m[0]["title"] != "Scrum Meeting" || m[0]["starts_at"] != "2025-06-24T13:47:45Z" || m[0]["ends_at"] != "2025-06-24T14:50:00Z" || m[0]["stated_participants"] != "3" || m[0]["minutes"] != "62.25" {
		t.Errorf("meeting: %v", m)
	}
	a := h.of(vocabulary.Attendance)
	if len(a) != 3 || a[0]["platform_id"] != "ann@corp.org" || a[2]["platform_id"] != "david@corp.org" || a[2]["name"] != "Goliath, David" || a[1]["minutes"] != "46.75" {
		t.Errorf("attendance: %v", a)
	}
	same(t, "read", sum.Read, 3)
	same(t, "problems", h.codes(), "fewer_than_stated")
	same(t, "from", sum.From, "2025-06-24 13:47:45")
	same(t, "columns", sum.Columns, 7)
}

func TestTeamsReportInOtherLanguagesIsReadByPosition(t *testing.T) {
	sum, h := source(t, "teams", "r.csv", teamsPolish, Said{})
	a := h.of(vocabulary.Attendance)
	if len(a) != 2 || a[0]["joined"] != "2026-10-06T18:01:00Z" || a[0]["platform_id"] != "lz@corp.org" || a[0]["email"] != "lz@example.org" || !strings.HasPrefix(a[0]["minutes"], "139.3") {
		t.Errorf("attendance: %v", a)
	}
	same(t, "stated", sum.Stated, 2)
	same(t, "title", h.of(vocabulary.Meeting)[0]["title"], "Spotkanie społeczności")
	german := strings.NewReplacer("1. Podsumowanie", "1. Zusammenfassung", "2. Uczestnicy", "2. Teilnehmer", "2 godz. 19 min 19 s", "2 Std. 19 Min. 19 Sek.", "40 sek.", "40 Sek.", "Adres e-mail", "E-Mail", "Identyfikator uczestnika (UPN)", "Teilnehmer-ID (UPN)").Replace(teamsPolish)
	_, again := source(t, "teams", "r.csv", german, Said{})
	same(t, "German", again.of(vocabulary.Attendance)[0]["minutes"], a[0]["minutes"])
}

func TestTeamsSavedAgainWithCommasIsTheSameMeeting(t *testing.T) {
	_, a := source(t, "teams", "r.csv", teamsEnglish, Said{})
	var lines []string
	for line := range strings.SplitSeq(teamsEnglish, "\n") {
		cells := strings.Split(line, "\t")
		for i, c := range cells {
			if strings.Contains(c, ",") {
				cells[i] = `"` + c + `"`
			}
		}
		lines = append(lines, strings.Join(cells, ",")+strings.Repeat(",", 7-len(cells)))
	}
	_, b := source(t, "teams", "r.csv", strings.Join(lines, "\n"), Said{})
	for i := range a.rows {
		same(t, "key", b.rows[i].Key, a.rows[i].Key)
	}
}

func TestTeamsSummaryOf2021(t *testing.T) {
	text := "Meeting Summary\nTotal Number of Participants\t2\nMeeting Title\tWeekly\nMeeting Start Time\t6/14/2021, 9:00:01 AM\nMeeting End Time\t6/14/2021, 10:00:00 AM\nMeeting Id\t0c2d\n\n" +
		"Full Name\tJoin Time\tLeave Time\tDuration\tEmail\tRole\tParticipant ID (UPN)\n" +
		"Ann Lee\t6/14/2021, 9:00:01 AM\t6/14/2021, 10:00:00 AM\t59m 59s\tann@b.org\tOrganizer\tann@corp.org\nBo\t6/14/2021, 9:10:00 AM\t6/14/2021, 9:20:00 AM\t10m 0s\tbo@b.org\tAttendee\t\n"
	sum, h := source(t, "teams", "r.csv", text, Said{})
	m, a := h.of(vocabulary.Meeting)[0], h.of(vocabulary.Attendance)
	if m["title"] != "Weekly" || m["starts_at"] != "2021-06-14T09:00:01Z" || len(a) != 2 || a[0]["platform_id"] != "ann@corp.org" || a[1]["minutes"] != "10" {
		t.Errorf("%v %v", m, a)
	}
	same(t, "stated", sum.Stated, 2)
}

func TestTeamsListOfJoiningAndLeaving(t *testing.T) {
	oldest := "Full Name\tUser Action\tTimestamp\nAnn Lee\tJoined before\t14/12/2020, 12:00:00\nBo\tJoined\t14/12/2020, 12:05:00\nBo\tLeft\t14/12/2020, 12:15:30\nCy\tLeft\t14/12/2020, 12:20:00\nAnn Lee\tLeft\t14/12/2020, 12:30:00\nBo\tJoined\t14/12/2020, 12:31:00\nDi\tJoined\t14/12/2020, 12:40:00\n"
	sum, h := source(t, "teams", "list.csv", oldest, Said{})
	a := h.of(vocabulary.Attendance)
	if len(a) != 5 || a[1]["minutes"] != "10.5" || a[2]["minutes"] != "" || a[2]["joined"] != "" || a[3]["open"] != "yes" || a[3]["minutes"] != "9" || a[4]["minutes"] != "0" {
		t.Errorf("attendance: %v", a)
	}
	same(t, "problems", h.codes(), "left_without_join open_interval open_interval")
	same(t, "read", sum.Read, 7)
	same(t, "to", sum.To, "2020-12-14 12:40:00")
	// Newest first, in Portuguese, without headings: the same stays.
	lines := strings.Split(strings.TrimSpace(oldest), "\n")[1:]
	var turned []string
	for i := range lines {
		turned = append(turned, strings.NewReplacer("Joined before", "Entrou antes de", "Joined", "Ingressou", "Left", "Saiu").Replace(lines[len(lines)-1-i]))
	}
	_, again := source(t, "teams", "list.csv", strings.Join(turned, "\n")+"\n", Said{})
	same(t, "stays", len(again.of(vocabulary.Attendance)), 5)
	keys := map[string]bool{}
	for _, r := range h.rows {
		keys[r.Key] = true
	}
	for _, r := range again.rows {
		if !keys[r.Key] {
			t.Errorf("another key: %s", r.Key)
		}
	}
}

func TestTeamsHabitsOfDateOrder(t *testing.T) {
	for name, c := range map[string]struct{ times, name, from, assumed string }{
		"12 hours":      {"2/1/25, 9:04:01 pm", "l.csv", "2025-02-01 21:04:01", mdy},
		"24 hours":      {"11/12/2020, 12:27:24", "l.csv", "2020-12-11 12:27:24", dmy},
		"the file name": {"11/12/2020, 12:27:24", "l 2020-11-12.csv", "2020-11-12 12:27:24", ""},
	} {
		t.Run(name, func(t *testing.T) {
			sum, _ := source(t, "teams", c.name, "Full Name\tUser Action\tTimestamp\nAnn\tJoined\t"+c.times+"\n", Said{})
			same(t, "from", sum.From, c.from)
			same(t, "assumed", sum.DateOrder, c.assumed)
		})
	}
}

func TestTeamsListOfTwoDaysGivesTwoMeetings(t *testing.T) {
	text := "Full Name\tUser Action\tTimestamp\nAnn\tJoined\t14/12/2020, 12:00:00\nAnn\tLeft\t14/12/2020, 13:00:00\nAnn\tJoined\t21/12/2020, 12:00:00\nAnn\tdanced\t21/12/2020, 12:10:00\nAnn\tLeft\t21/12/2020, 13:00:00\n"
	sum, h := source(t, "teams", "list.csv", text, Said{})
	same(t, "meetings", len(h.of(vocabulary.Meeting)), 2)
	same(t, "problems", h.codes(), "!word_unknown")
	same(t, "kept", sum.ToCheck, 1)
}

func TestTeamsTownHallListIsInUTC(t *testing.T) {
	text := "SessionId,ParticipantId,FullName,UserAgent,UtcEventTimestamp,Action,Role\n" +
		"s,p1,Ann Lee,Chrome,3/25/2021 4:03:10 PM,Joined,Attendee\ns,p1,Ann Lee,Chrome,3/25/2021 4:33:10 PM,Left,Attendee\n"
	_, h := source(t, "teams", "live.csv", text, Said{Zone: time.FixedZone("", 7200)})
	a := h.of(vocabulary.Attendance)
	if len(a) != 1 || a[0]["joined"] != "2021-03-25T16:03:10Z" || a[0]["platform_id"] != "p1" || a[0]["minutes"] != "30" {
		t.Errorf("attendance: %v", a)
	}
}

func TestTeamsTellsOnceHowOpenDaysWereRead(t *testing.T) {
	log := "Full Name\tUser Action\tTimestamp\nAnn Lee\tJoined\t05/03/2026, 10:00:00\nAnn Lee\tLeft\t05/03/2026, 11:00:00\nBo Ode\tJoined\t05/03/2026, 10:05:00\n"
	sum, h := source(t, "teams", "t.csv", log, Said{})
	same(t, "order", sum.DateOrder, dmy)
	var told []Problem
	for _, p := range h.problems {
		if p.Code == "date_order_assumed" {
			told = append(told, p)
		}
	}
	if len(told) != 1 || told[0].Severity != Note || told[0].Row != 2 || told[0].Column != 3 || told[0].Value != "05/03/2026, 10:00:00" || told[0].Detail != "2026-03-05" {
		t.Errorf("told: %+v", told)
	}
	_, h = source(t, "teams", "t.csv", log, Said{DateOrder: mdy})
	same(t, "said", h.of(vocabulary.Meeting)[0]["date"], "2026-05-03")
	for _, text := range []string{strings.ReplaceAll(log, "05/03", "15/03"), strings.ReplaceAll(log, "05/03", "05/05")} {
		if _, h = source(t, "teams", "t.csv", text, Said{}); strings.Contains(h.codes(), "date_order_assumed") {
			t.Errorf("told although the file is plain: %s", h.codes())
		}
	}
}
