package layout

import (
	"strings"
	"testing"

	"valuetrail/internal/vocabulary"
)

const signInSheet = "Lakeside network,,,\nSign-in sheet: Peer assist – 3 September 2025,,,\n,,,\nNo,Name,Organisation,Email,Signature\n1,Ann Lee,Farm,ann@example.org,A. Lee\n2,Bo Ray,Mill,,✓\n3,Cy Fox,Inn,cy@example.org,\n4,Di Moss,Inn,,no\n5,,,,\n6,,,,\n"

func TestSignInSheetTellsWhoSigned(t *testing.T) {
	sum, h := source(t, "register", "sheet.csv", signInSheet, Said{})
	m, a := h.of(vocabulary.Meeting), h.of(vocabulary.Attendance)
	if len(m) != 1 || m[0]["date"] != "2025-09-03" || len(a) != 2 || a[0]["name"] != "Ann Lee" || a[0]["email"] != "ann@example.org" || a[1]["mode"] != "in_person" || a[0]["status"] != "present" {
		t.Errorf("%v %v", m, a)
	}
	same(t, "read", sum.Read, 4)
	same(t, "did not sign", sum.Ignored["no_mark"], 2)
	same(t, "problems", h.codes(), "")
	same(t, "from", sum.From, "2025-09-03")
	same(t, "listed", len(sum.Listed), 4)
}

func TestSignInSheetsInManyForms(t *testing.T) {
	for name, c := range map[string]struct{ file, text, want, meeting string }{
		"times of coming and going": {"s.csv", "Date:,2025-09-03,,\nSession:,Kick-off,,\nName,Time in,Time out,Signature\nAnn Lee,14:02,16:00,AL\nBo Ray,2:15 pm,,BR\n",
			"Ann Lee 14:02:00-16:00:00 118; Bo Ray -", "2025-09-03 Kick-off"},
		"a column of days": {"s.csv", "Name,Date,Signature\nAnn Lee,03/09/2025,x\nBo Ray,17/09/2025,x\nAnn Lee,17/09/2025,x\n",
			"Ann Lee -; Bo Ray -; Ann Lee -", "2025-09-03 ; 2025-09-17 "},
		"the day in the file's name": {"sign-in 2025-09-03.csv", "First name,Last name,Initials\nAnn,Lee,AL\nBo,Ray,\n", "Ann Lee -", "2025-09-03 "},
		"German":                     {"s.csv", "Teilnehmerliste Werkstatt;;\nDatum: 03.09.2025;;\nName;E-Mail;Unterschrift\nAnn Lee;ann@example.org;gez. Lee\nBo Ray;;\n", "Ann Lee ann@example.org -", "2025-09-03 Werkstatt"},
		"Spanish":                    {"s.csv", "Lista de asistencia: Taller,,\n3 de septiembre de 2025,,\nNombre,Hora de llegada,Firma\nAnn Lee,10:00,AL\nBo Ray,,\n", "Ann Lee -", "2025-09-03 Taller"},
		"French":                     {"s.csv", "Feuille d'émargement,,\n13/09/2025,,\nNom,Prénom,Émargement\nLee,Ann,AL\n", "Ann Lee -", "2025-09-13 "},
		"Dutch, Italian headings":    {"s 2025-09-03.csv", "Naam,Handtekening\nAnn Lee,AL\nBo Ray,-\n", "Ann Lee -", "2025-09-03 "},
		"only a time of coming":      {"s 2025-09-03.csv", "Name,Email,Sign in\nAnn Lee,ann@example.org,09:58\nBo Ray,,\n", "Ann Lee ann@example.org -", "2025-09-03 "},
	} {
		t.Run(name, func(t *testing.T) {
			_, h := source(t, "register", c.file, c.text, Said{})
			same(t, "stays", stays(h), c.want)
			var all []string
			for _, m := range h.of(vocabulary.Meeting) {
				all = append(all, m["date"]+" "+m["title"])
			}
			same(t, "meetings", strings.Join(all, "; "), c.meeting)
		})
	}
}

func TestSignInSheetsOfABookAreSessionsByTheirSheets(t *testing.T) {
	b := workbook(t, "sign-in.xlsx", map[string][][]any{"2025-09-03": {{"Name", "Signature"}, {"Ann Lee", "AL"}}, "2025-10-01": {{"Name", "Signature"}, {"Ann Lee", "AL"}, {"Bo Ray", "BR"}}})
	_, _, h := recognised(t, b, Said{})
	same(t, "marks", marks(h), "2025-09-03 Ann Lee present in_person; 2025-10-01 Ann Lee present in_person; 2025-10-01 Bo Ray present in_person")
}

func TestSignInSheetWithoutADayOrASignatureSaysSo(t *testing.T) {
	_, h := source(t, "register", "s.csv", "Name,Signature\nAnn Lee,AL\n", Said{})
	same(t, "no day", h.codes(), "!session_date_missing")
	_, h = source(t, "register", "s 2025-09-03.csv", "Name,Signature\nAnn Lee,\nBo Ray,\n", Said{})
	same(t, "nobody signed", h.codes(), "!nobody_checked_in")
	sum, h := source(t, "register", "s.csv", "03/04/2025,\nName,Signature\nAnn Lee,AL\nBo Ray,BR\n", Said{})
	same(t, "an open day", h.codes(), "!date_order_unknown")
	same(t, "kept", sum.ToCheck, 2)
	_, h = source(t, "register", "s.csv", "03/04/2025,\nName,Signature\nAnn Lee,AL\nBo Ray,BR\n", Said{DateOrder: dmy})
	same(t, "said", marks(h), "2025-04-03 Ann Lee present in_person; 2025-04-03 Bo Ray present in_person")
}

func TestAListOfThoseWhoCameNeedsNoSignature(t *testing.T) {
	text := "Attendance list\nWorkshop 3 September 2025\nName,Organisation\nAnn Lee,Farm\nBo Ray,Mill\n"
	_, h := source(t, "register", "list.csv", text, Said{})
	same(t, "marks", marks(h), "2025-09-03 Workshop Ann Lee present; 2025-09-03 Workshop Bo Ray present")
	same(t, "told", h.codes(), "listed_as_present")
	for _, other := range []string{strings.Replace(text, "Attendance list", "Members", 1), strings.Replace(text, "3 September 2025", "", 1)} {
		if l, err := Recognise(book(t, "list.csv", other)); err == nil && l.Source() == "register" {
			t.Errorf("taken for a list of those who came: %q", other)
		}
	}
}

func TestHalvesOfNamesUnderAnyHeadingMakeOne(t *testing.T) {
	for heads, row := range map[string]string{"Nom,Prénom": "Lee,Ann", "Name,Vorname": "Lee,Ann", "Nombre,Apellidos": "Ann,Lee", "Nome,Cognome": "Ann,Lee", "Naam,Voornaam": "Lee,Ann",
		"Name,Surname": "Ann,Lee", "Name,First name": "Ann Lee,Ann", "Full name,Surname": "Ann Lee,Lee"} {
		_, h := source(t, "register", "r.csv", heads+",2025-09-01,2025-10-06\n"+row+",x,x\n", Said{})
		same(t, heads, marks(h), "2025-09-01 Ann Lee present; 2025-10-06 Ann Lee present")
	}
}
