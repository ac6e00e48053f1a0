package layout

import (
	"strings"
	"testing"

	"valuetrail/internal/vocabulary"
)

func TestRowsThatCountThoseWhoCameAreNobody(t *testing.T) {
	for _, name := range []string{"Total", "TOTAL anwesend", "Anwesend", "Anwesende", "Teilnehmerzahl", "Anzahl der Teilnehmer", "Présents", "Nombre de présents", "Asistentes", "Nº de asistentes", "Presenti",
		"Aanwezig", "Aantal aanwezigen", "Obecni", "Liczba obecnych", "Presenças", "# present", "Number of attendees", "Total:", "Headcount", "Whoever was there", "Taux", "Attendance rate", "Taux de présence"} {
		for marks, counts := range map[string]string{"x,x,\nBo,x,,x": "2,1,1", "1,1,0\nBo,1,0,1": "2,1,1"} {
			sum, h := source(t, "register", "r.csv", "Name,2025-03-14,2025-03-28,2025-04-11\nAnn,"+marks+"\n"+name+","+counts+"\n", Said{})
			same(t, name+": left out", sum.Ignored["summary"], 1)
			same(t, name+": problems", h.codes(), "")
			same(t, name+": people", len(sum.Listed), 2)
		}
	}
	// Where every count is one, the word alone tells.
	sum, _ := source(t, "register", "r.csv", "Name,2025-03-14,2025-03-28\nAnn,x,\nBo,,x\nAnwesend,1,1\n", Said{})
	same(t, "counts of one", sum.Ignored["summary"], 1)
	sum, h := source(t, "register", "r.csv", "Name,2025-03-14,2025-03-28\nAnn,1,0\nBo,1,1\nCy Present,1,1\nPresent Ann,1,0\n", Said{})
	same(t, "people with such names", len(sum.Listed), 4)
	same(t, "their marks", len(h.of(vocabulary.Attendance)), 8)
}

// Under each group stands how many of it came, and under the last what marks mean.
func TestCountsOfGroupsAndLegendsAreNobody(t *testing.T) {
	const want = "2025-03-14 Ann present; 2025-03-28 Ann present; 2025-03-28 Bo present; 2025-03-14 Cy present; 2025-03-28 Cy present"
	for _, words := range [][3]string{{"Subtotal", "Subtotal", "Total"}, {"Sous-total", "Sous-total groupe B", "TOTAL"}, {"Zwischensumme", "Zwischensumme", "Summe"}, {"Nord", "3", "Insgesamt"}} {
		text := "Nom,Org,2025-03-14,2025-03-28\nGROUPE A,,,\nAnn,X,x,x\nBo,,,x\n" + words[0] + ",,1,2\nGuests:,,,\nCy,,x,x\n" + words[1] + ",,1,1\n" + words[2] + ",,2,3\n,,,\nx = present,,,\nFacilitator: Ann,,,\n"
		if words[1] == "3" { // a count of ones that has no word is somebody's marks for all we know
			text = strings.Replace(text, "3,,1,1\n", "", 1)
		}
		sum, h := source(t, "register", "r.csv", text, Said{})
		same(t, words[0]+": marks", marks(h), want)
		same(t, words[0]+": people", len(sum.Listed), 3)
		same(t, words[0]+": problems", h.codes(), "")
	}
}

func TestLinesThatPartGroupsAreNobody(t *testing.T) {
	sum, h := source(t, "register", "r.csv", "Name,Org,2025-03-14,2025-03-28\nGroup A,,,\nAnn,X,x,x\nGroup B,,,\nBo,Y,x,\nCy,,,\n", Said{})
	same(t, "people", len(sum.Listed), 3)
	same(t, "read", sum.Read, 3)
	same(t, "headings", sum.Skipped["heading"], 3)
	same(t, "marks", marks(h), "2025-03-14 Ann present; 2025-03-28 Ann present; 2025-03-14 Bo present")
}

func TestListsOfWhoCameKeepHowLong(t *testing.T) {
	for name, c := range map[string]struct{ head, one, two, want, problems string }{
		"minutes":               {"minutes", "60", "35", "60 35", ""},
		"minutes below ten":     {"Minutes", "6", "3.5", "6 3.5", ""},
		"a heading of hours":    {"duration (hours)", "1.5", "0.75", "90 45", ""},
		"whole numbers":         {"Dauer", "90", "75", "90 75", ""},
		"words":                 {"duration", "1 hour 2 minutes", "45 min", "62 45", ""},
		"a clock":               {"Duration", "01:30:00", "0:45:00", "90 45", ""},
		"no unit":               {"duration", "1.5", "0.75", "- -", "duration_unreadable duration_unreadable"},
		"one that is no length": {"minutes", "long", "45", "- 45", "duration_unreadable"},
		"Polish":                {"czas trwania", "1 godz. 2 min", "45 min", "62 45", ""},
	} {
		t.Run(name, func(t *testing.T) {
			sum, h := source(t, "register", "r.csv", "date,name,status,"+c.head+"\n2025-03-14,Ann,present,\""+c.one+"\"\n2025-03-14,Bo,late,\""+c.two+"\"\n2025-03-14,Cy,absent,\n", Said{})
			rows := h.of(vocabulary.Attendance)
			same(t, "rows", len(rows), 3)
			same(t, "minutes", first(rows[0]["minutes"], "-")+" "+first(rows[1]["minutes"], "-"), c.want)
			same(t, "of somebody absent", rows[2]["minutes"], "")
			same(t, "problems", h.codes(), c.problems)
			same(t, "kept", sum.ToCheck, 0)
		})
	}
}

func TestMinutesBesideEachDayOfARegisterAreKept(t *testing.T) {
	_, h := source(t, "register", "r.csv", "Name,14.03.2025,Minutes,28.03.2025,Minutes,Total\nAnn,x,60,,45,105\nBo,x,50,e,,50\n", Said{})
	same(t, "marks", marks(h), "2025-03-14 Ann present 60; 2025-03-28 Ann present 45; 2025-03-14 Bo present 50; 2025-03-28 Bo excused")
	_, h = source(t, "register", "r.csv", "Name,14.03.2025,28.03.2025,Minutes\nAnn,x,x,105\nBo,x,,50\n", Said{})
	same(t, "all minutes together", marks(h), "2025-03-14 Ann present; 2025-03-28 Ann present; 2025-03-14 Bo present")
}

func TestARegisterBesideOtherSheetsIsRead(t *testing.T) {
	marked := [][]any{{"Name", "2025-03-14", "2025-03-28"}, {"Ann", "x", "x"}, {"Bo", "x", nil}}
	want := "2025-03-14 Ann present; 2025-03-28 Ann present; 2025-03-14 Bo present"
	contacts := [][]any{{"Name", "E-mail"}, {"Ann", "a@x.org"}, {"Bo", "b@x.org"}}
	members := [][]any{{"member_id", "display_name", "email", "cohort"}, {1, "Ann", "a@x.org", "2025"}, {2, "Bo", "b@x.org", "2025"}}
	for _, names := range [][2]string{{"1", "2"}, {"2", "1"}} {
		_, sum, h := recognised(t, workbook(t, "r.xlsx", map[string][][]any{names[0]: marked, names[1]: contacts}), Said{})
		same(t, "beside contacts", marks(h), want)
		same(t, "kind", sum.Kind, vocabulary.Attendance)
		same(t, "problems", h.codes(), "sheet_unread")
		_, sum, h = recognised(t, workbook(t, "r.xlsx", map[string][][]any{names[0]: marked, names[1]: members}), Said{})
		same(t, "beside a member list", marks(h), want)
		same(t, "members", len(h.of(vocabulary.Roster)), 2)
		same(t, "problems", h.codes(), "")
		same(t, "read", sum.Read, 4)
	}
}

func TestWhatIsWrittenAboutADayIsNoSessionOfIt(t *testing.T) {
	for _, notes := range []string{"Commentaire 2025-03-28", "28/03/2025 - Notes", "Uwagi 28.3.2025"} {
		sum, h := source(t, "register", "r.csv", "Nom,Statut 2025-03-14,Statut 2025-03-28,"+notes+"\nAnn,x,,malade\nBo,x,x,\n", Said{})
		same(t, notes+": sessions", len(h.of(vocabulary.Meeting)), 2)
		same(t, notes+": problems", h.codes(), "")
		same(t, notes+": kept", sum.ToCheck, 0)
	}
}
