package layout

import (
	"errors"
	"path/filepath"
	"testing"

	"valuetrail/ingest/sheet"
	"valuetrail/internal/need"
)

func TestSheetsWithoutMarksBesideNamesAreNoRegisters(t *testing.T) {
	for name, text := range map[string]string{
		"a day among other values": "maybe boolean?,description\n,empty\n0,0 (numeric)\n1,1 (numeric)\n2016-01-01,datetime\nTRUE,boolean true\nFALSE,boolean false\ncabbage,cabbage\ntrue,the string true\n",
		"sales by month":           "Name,2024-01-31,2024-02-29\nAnn,12,40\nBo,17,33\n",
		"ratings by question":      "Name,1,2,3\nAnn,4,5,3\nBo,2,5,5\n",
		"one numbered column":      "Name,1\nAnn,x\nBo,x\n",
		"orders":                   "Name,Date,Product,Status\nAnn,2025-09-01,lamp,shipped\nBo,2025-09-02,chair,returned\n",
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Recognise(book(t, "s.csv", text))
			var unknown *UnknownLayoutError
			if !errors.As(err, &unknown) {
				t.Errorf("recognised: %v", err)
			}
		})
	}
}

func TestPlainRegistersAreStillRecognised(t *testing.T) {
	for name, text := range map[string]string{
		"one day, few came":       "Name,2025-09-01\nAnn,\nBo,x\nCy,\nDi,\n",
		"no heading for names":    ",2025-09-01,2025-10-06\nAnn,x,\nBob,,x\n",
		"no heading, one day":     ",2025-09-01\nAnn,x\nBob,x\nCyd,\n",
		"numbers":                 "Name,1,2,3\nAnn,x,,\nBo,x,x,\n",
		"weeks":                   "Member,Week 1,Week 2\nAnn,P,A\nBo,P,P\n",
		"only ids":                "Member ID,2025-09-01,2025-10-06\nm1,1,0\nm2,1,1\n",
		"marks of their own":      "Name,2025-09-01,2025-10-06\nAnn,da,\nBo,da,da\n",
		"nobody has come yet":     "Name,2025-09-01,2025-10-06\nAnn,,\nBo,,\n",
		"a row a person and day":  "Name,Date,Status\nAnn,2025-09-01,present\nBo,2025-09-01,??\n",
		"words over their topics": "Name,Kick-off,Peer assist\nAnn,present,present\nBo,absent,present\n",
	} {
		t.Run(name, func(t *testing.T) { source(t, "register", "r.csv", text, Said{}) })
	}
}

func TestTortureFilesAreNotTakenForRegisters(t *testing.T) {
	folder := filepath.Join(need.Shared(t), "torture")
	for _, file := range []string{"xlsx/readxl__ext_type-me.xlsx", "xlsx/readxl__types.xlsx"} {
		b, err := sheet.Open(filepath.Join(folder, file), sheet.Options{})
		if err != nil {
			t.Fatal(err)
		}
		var unknown *UnknownLayoutError
		if l, err := Recognise(b); !errors.As(err, &unknown) {
			t.Errorf("%s: taken for %v (%v)", file, l, err)
		}
	}
}

func TestWhatAMeansIsAskedWithWhatItSeemsToMean(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"all that is marked, nearly everywhere": {"Name,2025-09-01,2025-10-06\nAnn,A,A\nBo,A,\n", "present"},
		"here and there":                        {"Name,2025-09-01,2025-10-06,2025-11-03\nAnn,A,,\nBo,,,\nCy,,A,\n", ""},
		"beside excused and unexcused":          {"Name;Vorname;03.09.2025;17.09.2025;01.10.2025\nLee;Ann;a;e;a\nRay;Bo;a;a;u\n", "present"},
		"beside times of coming and going":      {"name,2,1,time,ts\nAnn,A,A,33,12:27-12:45; 13:45-13:56; \nBo,,,,\nCy,,,,\nDi,,,,\n", "present"},
	} {
		t.Run(name, func(t *testing.T) {
			_, h := source(t, "register", "r 2025-09-01.csv", c.text, Said{})
			asked := 0
			for _, p := range h.problems {
				if p.Code == "mark_unknown" && Mark(p.Value) == "a" {
					asked++
					same(t, "seems", p.Detail, c.want)
				}
			}
			if asked == 0 {
				t.Errorf("nobody is asked: %s", h.codes())
			}
		})
	}
}

func TestTimesInPlaceOfMarksAreMinutes(t *testing.T) {
	_, h := source(t, "register", "r.csv", "Name,2025-09-03,2025-10-01\nAnn,12:27-12:45; 13:45-13:56; ,10:00-11:00\nBo,,\"10:05-11:00, 10:30 – 11:10\"\n", Said{})
	same(t, "marks", marks(h), "2025-09-03 Ann present 29; 2025-10-01 Ann present 60; 2025-10-01 Bo present 65")
}

func TestRegistersInWordsOfOtherLanguages(t *testing.T) {
	for name, text := range map[string]string{
		"Spanish":    "Nombre;Apellidos;03/09/2025;17/09/2025\nAnn;Lee;Asistió;No asistió\nBo;Ray;Justificado;Asistió\n",
		"French":     "Nom,Prénom,03/09/2025,17/09/2025\nLee,Ann,présente,absente\nRay,Bo,excusé,présent\n",
		"German":     "Name;Vorname;03.09.2025;17.09.2025\nLee;Ann;anwesend;abwesend\nRay;Bo;entschuldigt;anwesend\n",
		"Italian":    "Nome,Cognome,03/09/2025,17/09/2025\nAnn,Lee,presente,assente\nBo,Ray,giustificato,presente\n",
		"Dutch":      "Naam;Voornaam;03-09-2025;17-09-2025\nLee;Ann;aanwezig;afwezig\nRay;Bo;afgemeld;aanwezig\n",
		"Portuguese": "Nome,Sobrenome,03/09/2025,17/09/2025\nAnn,Lee,presente,faltou\nBo,Ray,justificado,compareceu\n",
		"Polish":     "Imię;Nazwisko;03.09.2025;17.09.2025\nAnn;Lee;obecna;nieobecna\nBo;Ray;usprawiedliwiony;obecny\n",
	} {
		t.Run(name, func(t *testing.T) {
			_, h := source(t, "register", "r.csv", text, Said{})
			same(t, "marks", marks(h), "2025-09-03 Ann Lee present; 2025-09-17 Ann Lee absent; 2025-09-03 Bo Ray excused; 2025-09-17 Bo Ray present")
			same(t, "problems", h.codes(), "")
		})
	}
}
