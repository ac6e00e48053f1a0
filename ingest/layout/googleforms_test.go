package layout

import (
	"strings"
	"testing"
	"time"

	"valuetrail/internal/vocabulary"
)

func TestGoogleFormsInEveryLanguageAndForm(t *testing.T) {
	rows := ",ann@b.org,8 / 10,4,\"A list, with notes, A contact\"\n"
	for name, c := range map[string]struct{ text, sent, to string }{
		"the sheet behind the form": {"Timestamp,Email Address,Score,How useful was it?,What did you take?\n9/18/2017 18:00:16" + rows, "2017-09-18T18:00:16Z", "2017-09-18 18:00:16"},
		"as the form downloads it":  {"Timestamp,Username,Score,How useful was it?,What did you take?\n2017/09/18 6:00:16 PM GMT+2" + rows, "2017-09-18T16:00:16Z", "2017-09-18 18:00:16"},
		"Spanish":                   {"Marca temporal,Dirección de correo electrónico,Puntuación,How useful was it?,What did you take?\n18/09/2017 18:00:16" + rows, "2017-09-18T18:00:16Z", "2017-09-18 18:00:16"},
		"German":                    {"Zeitstempel,E-Mail-Adresse,Punktzahl,How useful was it?,What did you take?\n18.09.2017 18:00:16" + rows, "2017-09-18T18:00:16Z", "2017-09-18 18:00:16"},
		"French":                    {"Horodateur,Adresse e-mail,Score,How useful was it?,What did you take?\n18/09/2017 18:00:16" + rows, "2017-09-18T18:00:16Z", "2017-09-18 18:00:16"},
		"Portuguese":                {"Carimbo de data/hora,Endereço de e-mail,Pontuação,How useful was it?,What did you take?\n18/09/2017 18:00:16" + rows, "2017-09-18T18:00:16Z", "2017-09-18 18:00:16"},
		"Italian":                   {"Informazioni cronologiche,Indirizzo email,Punteggio,How useful was it?,What did you take?\n18/09/2017 18.00.16" + rows, "2017-09-18T18:00:16Z", "2017-09-18 18:00:16"},
		"Polish":                    {"Sygnatura czasowa,Adres e-mail,Score,How useful was it?,What did you take?\n2017-09-18 18:00:16" + rows, "2017-09-18T18:00:16Z", "2017-09-18 18:00:16"},
		"between tabs": {strings.ReplaceAll("Timestamp,Email Address,Score,How useful was it?,What did you take?\n9/18/2017 18:00:16,ann@b.org,8 / 10,4,", ",", "\t") + "A list, with notes, A contact\n",
			"2017-09-18T18:00:16Z", "2017-09-18 18:00:16"},
	} {
		t.Run(name, func(t *testing.T) {
			sum, h := source(t, googleForms, "g.csv", c.text, Said{})
			s := h.of(vocabulary.Survey)
			if len(s) != 1 || s[0]["submitted_at"] != c.sent || s[0]["email"] != "ann@b.org" {
				t.Errorf("rows: %v", s)
			}
			same(t, "questions", headings(sum), "How useful was it?|What did you take?")
			same(t, "to", sum.To, c.to)
			same(t, "problems", h.codes(), "")
		})
	}
}

func TestGoogleFormsRowsThatNobodySentAreLeftOut(t *testing.T) {
	text := "Timestamp,,Useful?,Why was it useful?\n9/18/2017 18:00:16,,4,x\n9/19/2017 18:00:16,,5,\n,,,\n,,4.5,\nAverage,,4.5,\n,,4,typed in from paper\n"
	sum, h := source(t, googleForms, "g.csv", text, Said{})
	same(t, "responses", len(h.rows), 2)
	same(t, "read", sum.Read, 5)
	same(t, "sums", sum.Ignored["summary"], 2)
	same(t, "blank", sum.Skipped["blank"], 1)
	same(t, "kept", sum.ToCheck, 1)
	same(t, "problems", h.codes(), "!required_blank")
	same(t, "which", h.problems[0].Detail, "Timestamp")
	same(t, "where", h.problems[0].Row, 7)
	same(t, "questions", headings(sum), "Useful?|Why was it useful?")
}

func TestGoogleFormsAColumnWithoutAHeadingIsToldOnlyIfItHoldsSomething(t *testing.T) {
	sum, h := source(t, googleForms, "g.csv", "Timestamp,,Was it useful?\n9/18/2017 18:00:16,checked,4\n", Said{})
	same(t, "problems", h.codes(), "column_unnamed")
	same(t, "questions", headings(sum), "Was it useful?")
}

func TestGoogleFormsGridsAndTwins(t *testing.T) {
	sum, _ := source(t, googleForms, "g.csv", "Timestamp,How far do you agree? [I am heard],How far do you agree? [I know whom to ask],Other [I am heard]\n9/18/2017 18:00:16,4,5,3\n", Said{})
	same(t, "rows are questions", len(sum.Questions), 3)
	same(t, "a row by itself", sum.Questions[1].Native, "I know whom to ask")
	same(t, "a row of two grids", sum.Questions[0].Native, "")
	// The same form in another language asks one question more: each is read by
	// its own headings, and neither loses a column.
	twin, _ := source(t, googleForms, "g.csv", "Marca temporal,¿Hasta qué punto? [Me escuchan],¿Hasta qué punto? [Sé a quién preguntar],¿Algo más?\n18/9/2017 18:00:16,4,5,\n", Said{})
	same(t, "twin", headings(twin), "¿Hasta qué punto? [Me escuchan]|¿Hasta qué punto? [Sé a quién preguntar]|¿Algo más?")
}

func TestGoogleFormsWorkbookGivesWhatItsTextGives(t *testing.T) {
	at := time.Date(2017, 9, 18, 18, 0, 16, 0, time.UTC)
	b := formBook(t, map[string][][]any{"Liczba odpowiedzi 1": {{"Timestamp", "Email Address", "Was it useful?"}, {at, "ann@b.org", 4}, {at.Add(time.Hour), nil, 5}}, "Zestawienie": {{"Mean", 4.5}}})
	l, sum, h := recognised(t, b, Said{})
	same(t, "source", l, googleForms)
	_, text := source(t, googleForms, "g.csv", "Timestamp,Email Address,Was it useful?\n9/18/2017 18:00:16,ann@b.org,4\n9/18/2017 19:00:16,,5\n", Said{})
	for i := range text.rows {
		same(t, "row", strings.Join(h.rows[i].Fields, "|"), strings.Join(text.rows[i].Fields, "|"))
	}
	same(t, "to", sum.To, "2017-09-18 19:00:16")
	same(t, "problems", h.codes(), "sheet_unread")
}

func TestASignUpIsNoSurvey(t *testing.T) {
	for _, text := range []string{"Timestamp,Name,Email address,Company\n2025-09-01 10:00,Ann Lee,a@b.org,Boat\n", "Timestamp,Was it useful?\nsoon,4\n", "Timestamp\n2025-09-01 10:00\n"} {
		if l, err := Recognise(book(t, "g.csv", text)); err == nil {
			t.Errorf("%.30s: taken for %s", text, l.Source())
		}
	}
}

func TestGoogleFormsKnowItsTimeInEveryLanguage(t *testing.T) {
	for heading, sent := range map[string]string{
		"Časová značka": "18. 9. 2017 18:00:16", "Časová pečiatka": "18. 9. 2017 18:00:16", "Tidstämpel": "2017-09-18 18.00.16", "Aikaleima": "18.9.2017 klo 18.00.16", "Tidsmerke": "18.09.2017 kl. 18.00.16",
		"Időbélyeg": "2017. 09. 18. 18:00:16", "Marcaj de timp": "18.09.2017 18:00:16", "Zaman damgası": "18.09.2017 18:00:16", "Отметка времени": "18.09.2017 18:00:16", "Позначка часу": "18.09.2017 18:00:16",
		"Χρονική σήμανση": "18/09/2017 18:00:16", "Marca de temps": "18/09/2017 18:00:16", "タイムスタンプ": "2017/09/18 18:00:16", "时间戳记": "2017/9/18 下午6:00:16", "타임스탬프": "2017. 9. 18 오후 6:00:16",
	} {
		_, h := source(t, googleForms, "g.csv", heading+",Worth it?,Why was it?\n"+sent+",4,x\n", Said{})
		same(t, heading, h.lines(vocabulary.Survey, "submitted_at"), "2017-09-18T18:00:16Z")
	}
}

func TestGoogleFormsNameZonesByTheirLetters(t *testing.T) {
	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	for zone, want := range map[string]string{"CET": "17:00", "CEST": "16:00", "EET": "16:00", "EDT": "22:00", "PST": "02:00", "GMT+2": "16:00", "UTC": "18:00", "AEST": "08:00",
		"AST": "16:00", "CST": "16:00"} { // letters of several zones: the community's own
		_, h := source(t, googleForms, "g.csv", "Timestamp,Worth it?\n2017/09/18 6:00:16 PM "+zone+",4\n", Said{Zone: berlin})
		sent := h.lines(vocabulary.Survey, "submitted_at")
		same(t, zone, sent[min(11, len(sent)):min(16, len(sent))], want)
	}
	for _, text := range []string{"2017/09/18 6:00:16 PM XYZ", "18 Sep CET", "2017/09/18 CET", "2017/09/18 18:00 +02:00 CET"} {
		if w, ok := readDate(text); ok {
			t.Errorf("%q is read as %v", text, w)
		}
	}
}
