package layout

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"valuetrail/ingest/sheet"
	"valuetrail/internal/vocabulary"
)

// asProposed reads a table as it seems to be: what somebody does who agrees to
// everything.
type asProposed struct{}

func (asProposed) Source() string { return TableSource }

func (asProposed) Match(b *sheet.Book) (float64, error) {
	if p, ok := Propose(b, Told{}, nil); !ok || p.Kind == KindLeftOut {
		return 0, nil
	}
	return 1, nil
}

func (asProposed) Read(b *sheet.Book, said Said, to Sink) (Summary, error) {
	p, _ := Propose(b, Told{}, nil)
	return Table{p.Told}.Read(b, said, to)
}

const (
	asistencia = "Informe;;;;\nApellidos y nombre;Correo;Fecha de la sesión;Asistió;Minutos de conexión\nRuiz Gómez, Ana;ana@ejemplo.es;03/02/2026;Sí;45,5\nPérez Mora, Luis;luis@ejemplo.es;03/02/2026;Justificado;0,0\nSoler Vidal, Eva;;03/02/2026;No;\n"
	umfrage    = "Zeitpunkt;E-Mail-Adresse;Wie nützlich war das Treffen?;Was haben Sie seither angewendet?\n13.02.2026 10:15;a@b.de;4;Den Leitfaden im Teamgespräch benutzt\n14.02.2026 11:20;c@d.de;2;\n"
	membres    = "Nom et prénom,Adresse e-mail,Entreprise,Membre depuis\nDurand Zoé,zoe@exemple.fr,Aciérie,01/09/2025\nPetit Léo,leo@exemple.fr,Moulin,15/09/2025\n"
)

func FuzzTable(f *testing.F) {
	fuzzLayout(f, asProposed{}, asistencia, umfrage, membres, "Datum,Titel,Dauer\n2026-02-03,Start,60\n", ";a;b\n1;x y;z\n2;x;z\n")
}

func TestTablesInSevenLanguagesSeemToBeWhatTheyAre(t *testing.T) {
	for name, c := range map[string]struct{ text, kind, columns string }{
		"attendance in Spanish":   {asistencia, "attendance", "name email session_date status minutes"},
		"attendance in Dutch":     {"Volledige naam,E-mailadres,Datum van de sessie,Aanwezig\nJan de Vries,j@x.nl,2026-02-03,ja\nPiet Bos,p@x.nl,2026-02-03,nee\n", "attendance", "name email session_date status"},
		"attendance in Italian":   {"Cognome e nome,Indirizzo email,Data incontro,Durata (minuti)\nRossi Ada,a@x.it,2026-02-03,45\nBianchi Ugo,u@x.it,2026-02-03,50\n", "attendance", "name email session_date minutes"},
		"a survey in German":      {umfrage, "survey", "submitted_at email question question"},
		"a survey in Portuguese":  {"Carimbo de data/hora,Endereço de e-mail,O encontro valeu a pena?,O que você aplicou?\n2026-02-13 10:15:00,a@b.pt,5,Usei o guia com a minha equipa\n2026-02-13 10:20:00,b@b.pt,4,\n", "survey", "submitted_at email question question"},
		"a member list in French": {membres, "roster", "display_name email org_unit join_date"},
		"names in two columns":    {"Nombre de pila,Apellidos,Empresa\nAna,Ruiz Gómez,Norte\nLuis,Pérez Mora,Sur\n", "roster", "given_name family_name org_unit"},
		"sessions":                {"Datum,Thema,Dauer (Minuten)\n2026-02-03,Angebote schreiben,90\n2026-03-03,Preise,60\n", "sessions", "date title minutes"},
		"nothing of ours":         {"species,wingspan\nwren,15\nheron,185\n", "-", "- -"},
		"a budget":                {"Item,Amount\nRoom,200\nCake,12\n", "-", "- -"},
	} {
		t.Run(name, func(t *testing.T) {
			p, ok := Propose(book(t, "x.csv", c.text), Told{}, nil)
			if !ok {
				t.Fatal("no table")
			}
			var roles []string
			for _, col := range p.Columns {
				roles = append(roles, col.Role)
				if col.Sure <= 0 || col.Sure > 1 || col.Reason == "" {
					t.Errorf("%s: certainty %v, reason %q", col.Heading, col.Sure, col.Reason)
				}
			}
			if got := strings.Join(roles, " "); string(p.Kind) != c.kind || got != c.columns {
				t.Errorf("seems to be %s: %s, want %s: %s", p.Kind, got, c.kind, c.columns)
			}
			if p.Speaks() != (c.kind != "-") {
				t.Errorf("speaks: %v", p.Speaks())
			}
		})
	}
}

func TestSpanishAttendanceWithDecimalCommasGivesItsRows(t *testing.T) {
	b, h := book(t, "x.csv", asistencia), &heap{}
	p, _ := Propose(b, Told{}, nil)
	if p.OpenDay != "03/02/2026" || p.Order != "dmy" {
		t.Errorf("open day %q, order %q", p.OpenDay, p.Order)
	}
	sum, err := Table{p.Told}.Read(b, Said{Zone: time.UTC}, h)
	if err != nil || sum.Read != 3 || sum.ToCheck != 0 {
		t.Fatalf("%+v, %v", sum, err)
	}
	checkAll(t, sum, h)
	var got []string
	for _, a := range h.of(vocabulary.Attendance) {
		got = append(got, fmt.Sprint(a["name"], " ", a["session_date"], " ", a["status"], " ", a["minutes"]))
	}
	want := []string{"Ruiz Gómez, Ana 2026-02-03 present 45.5", "Pérez Mora, Luis 2026-02-03 excused 0", "Soler Vidal, Eva 2026-02-03 absent "}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

// The order of columns is nobody's decision: shuffled, a table has the same
// headings, seems to be the same and gives the same rows.
func TestOrderOfColumnsChangesNothing(t *testing.T) {
	for _, text := range []string{asistencia[strings.Index(asistencia, "\n")+1:], umfrage, membres} {
		delimiter := map[bool]string{true: ";", false: ","}[strings.Contains(text, ";")]
		first := book(t, "x.csv", text)
		p, _ := Propose(first, Told{}, nil)
		want := fieldsOf(t, first, p.Told)
		for seed := range uint64(20) {
			rnd := rand.New(rand.NewPCG(seed, 7))
			var lines []string
			order := rnd.Perm(len(p.Columns))
			for line := range strings.Lines(text) {
				line = strings.TrimSpace(line)
				if strings.Count(line, delimiter) != len(order)-1 {
					t.Fatalf("a line with the delimiter inside: %q", line)
				}
				cells := strings.Split(line, delimiter)
				var moved []string
				for _, i := range order {
					moved = append(moved, cells[i])
				}
				lines = append(lines, strings.Join(moved, delimiter))
			}
			b := book(t, "x.csv", strings.Join(lines, "\n")+"\n")
			q, ok := Propose(b, Told{}, nil)
			if !ok || q.Head.Set() != p.Head.Set() || !reflect.DeepEqual(q.Told, p.Told) {
				t.Fatalf("%q seems to be %+v, want %+v", lines[0], q.Told, p.Told)
			}
			if got := fieldsOf(t, b, p.Told); !reflect.DeepEqual(got, want) {
				t.Fatalf("%q gives %q, want %q", lines[0], got, want)
			}
		}
	}
}

func fieldsOf(t *testing.T, b *sheet.Book, told Told) [][]string {
	t.Helper()
	h := &heap{}
	if _, err := (Table{told}).Read(b, Said{Zone: time.UTC}, h); err != nil {
		t.Fatal(err)
	}
	var all [][]string
	for _, r := range h.rows {
		if r.Kind != vocabulary.Meeting {
			all = append(all, append(slices.Clone(r.Fields), r.Key))
		}
	}
	return all
}

func TestRenamedNewAndGoneHeadingsAreProposedAsBefore(t *testing.T) {
	p, _ := Propose(book(t, "x.csv", umfrage), Told{}, nil)
	told := p.Told
	told.Columns["wie nützlich war das treffen"] = RoleLeftOut // somebody left it out
	before := &Before{Set: p.Head.Set(), Columns: p.Head.Columns, Told: told}
	b := book(t, "y.csv", "Eingang;E-Mail-Adresse;Wie nützlich war das Treffen?;Ort\n13.03.2026 10:15;a@b.de;4;Ulm\n")
	head, _ := FindTable(b)
	if _, alike := head.Alike(*before); !alike {
		t.Fatal("nothing like before")
	}
	q, _ := Propose(b, Told{}, before)
	roles := map[string]string{}
	for _, c := range q.Columns {
		roles[c.Heading] = c.Role + " " + c.Reason
	}
	want := map[string]string{"Eingang": "submitted_at place_of_before", "E-Mail-Adresse": "email before", "Wie nützlich war das Treffen?": "- before", "Ort": "question cells_as_answers"}
	want["Ort"] = roles["Ort"] // a single cell tells nothing
	if !reflect.DeepEqual(roles, want) || !strings.HasPrefix(roles["Ort"], "question ") {
		t.Errorf("got  %v\nwant %v", roles, want)
	}
	if !slices.Equal(q.New, []string{"Eingang", "Ort"}) || !slices.Equal(q.Gone, []string{"Zeitpunkt", "Was haben Sie seither angewendet?"}) || q.Of != p.Head.Set() {
		t.Errorf("new %q, gone %q, of %q", q.New, q.Gone, q.Of)
	}
}

// A program that begins to count anew next month names other responses.
func TestRunningNumbersAloneNameNoResponse(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		keys int
	}{
		"numbers and no time":       {"Nr,Frage eins?\n1,ja\n2,nein\n", 0},
		"numbers and a time":        {"Nr,Zeitpunkt,Frage eins?\n1,2026-01-02 10:00,ja\n2,2026-01-02 10:05,nein\n", 2},
		"ids of their own, no time": {"Antwort-ID,Frage eins?\nq7x-112,ja\nq7x-113,nein\n", 2},
	} {
		b := book(t, "x.csv", c.text)
		p, _ := Propose(b, Told{Kind: vocabulary.Survey}, nil)
		keys := 0
		for _, fields := range fieldsOf(t, b, p.Told) {
			if fields[len(fields)-1] != "" {
				keys++
			}
		}
		if keys != c.keys {
			t.Errorf("%s: %d rows with a key of their own, want %d (%v)", name, keys, c.keys, p.Told)
		}
	}
}

func TestWhatWasSaidOfATableIsReadBackOrRefused(t *testing.T) {
	told := Told{Kind: vocabulary.Survey, Columns: map[string]string{"correo": "email", "x": RoleQuestion, "y": RoleLeftOut}, Order: "dmy", Of: "abc"}
	if back, err := ReadTold(told.String()); err != nil || !reflect.DeepEqual(back, told) {
		t.Errorf("%+v, %v", back, err)
	}
	for _, text := range []string{"", "{", `{"kind":"birds"}`, `{"kind":"roster","columns":{"x":"question"}}`, `{"kind":"survey","columns":{"x":"minutes"}}`} {
		if _, err := ReadTold(text); err == nil {
			t.Errorf("%q is read", text)
		}
	}
	const several = `{"kind":"survey","columns":{"e":"minutes","d":"minutes","c":"minutes","b":"minutes","a":"minutes"}}`
	if _, err := ReadTold(several); err == nil || !strings.Contains(err.Error(), `column "a"`) {
		t.Errorf("of several columns that are wrong the first is not told: %v", err)
	}
}
