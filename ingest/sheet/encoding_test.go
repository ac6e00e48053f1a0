package sheet

import (
	"errors"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

func encoded(t *testing.T, e encoding.Encoding, text string) []byte {
	t.Helper()
	if e == nil {
		return []byte(text)
	}
	b, err := e.NewEncoder().Bytes([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestEncodingIsFound(t *testing.T) {
	polish := "Imię i nazwisko;Działania podczas spotkania\nŁukasz Wójcik;Godzina dołączenia\nGrażyna Święcicka;źle\n"
	czech := "Jméno;Účastníci\nJiří Dvořák;přišel pozdě\nZdeněk Růžička;žluťoučký kůň\n"
	hungarian := "Név;Válasz\nSzűcs Győző;köszönöm szépen\nŐri Jenő;jövő hét\n"
	french := "Nom;Réponse\nHélène Lefèvre;Très utile, à refaire\nAnaïs Forêt;ça m’a plu\n"
	german := "Name;Rückmeldung\nJürgen Groß;schön, für später\nÄnne Möller;ä\n"
	spanish := "Nombre;Opinión\nBegoña Núñez;¿Cuándo será la próxima sesión?\n"
	portuguese := "Nome;Opinião\nJoão Simões;não aplicável, avaliação útil\n"
	nordic := "Navn;Svar\nSøren Ågård;på mødet\nHåkon Bjørnstjerne;gjør noe\n"
	english := "name;comment\nAnn;I don’t know – “maybe”\nZoë;café …\n"
	mac, w1250, w1252 := charmap.Macintosh, charmap.Windows1250, charmap.Windows1252
	cases := map[string]struct {
		e          encoding.Encoding
		text, want string
		assumed    bool
	}{
		"utf-8":                   {nil, polish, "utf-8", false},
		"ascii":                   {nil, "a;b\n1;2\n", "utf-8", false},
		"utf-8 with mark":         {nil, "\ufeff" + polish, "utf-8", false},
		"utf-16le with mark":      {unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), polish, "utf-16le", false},
		"utf-16be with mark":      {unicode.UTF16(unicode.BigEndian, unicode.UseBOM), polish, "utf-16be", false},
		"utf-16le without mark":   {unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), polish, "utf-16le", false},
		"utf-16be without mark":   {unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), czech, "utf-16be", false},
		"utf-16 of Cyrillic":      {unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "имя;ответ\nАнна;да, конечно\n", "utf-16le", false},
		"Polish windows":          {w1250, polish, "windows-1250", true},
		"two Polish headings":     {w1250, "Identyfikator;Godzina rozpoczęcia;Godzina ukończenia\n1;2;3\n", "windows-1250", true},
		"Czech windows":           {w1250, czech, "windows-1250", true},
		"Hungarian windows":       {w1250, hungarian, "windows-1250", true},
		"French windows":          {w1252, french, "windows-1252", true},
		"German windows":          {w1252, german, "windows-1252", true},
		"Spanish windows":         {w1252, spanish, "windows-1252", true},
		"Portuguese windows":      {w1252, portuguese, "windows-1252", true},
		"Nordic windows":          {w1252, nordic, "windows-1252", true},
		"English windows":         {w1252, english, "windows-1252", true},
		"French Macintosh":        {mac, french, "macintosh", true},
		"German Macintosh":        {mac, german, "macintosh", true},
		"English Macintosh":       {mac, english, "macintosh", true},
		"one curly apostrophe":    {mac, "a;b\nI don’t;x\n", "macintosh", true},
		"one accent, windows":     {w1252, "a;b\nZoë;x\n", "windows-1252", true},
		"a lone capital, windows": {w1252, "a;b\nÉ;x\n", "windows-1252", true},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			b, err := Read("t.csv", encoded(t, c.e, c.text), Options{})
			if err != nil {
				t.Fatal(err)
			}
			if b.Encoding != c.want || b.EncodingAssumed != c.assumed {
				t.Errorf("encoding %s, assumed %v", b.Encoding, b.EncodingAssumed)
			}
			if c.assumed != (len(b.AssumedWords) > 0) {
				t.Errorf("words to judge by: %q", b.AssumedWords)
			}
			got := strings.ReplaceAll(joined(t, b), "¦", ";")
			if want := strings.TrimPrefix(c.text, "\ufeff"); got != want {
				t.Errorf("got %q", got)
			}
		})
	}
}

func joined(t *testing.T, b *Book) string {
	t.Helper()
	var s strings.Builder
	for row, err := range b.Sheets[0].Rows() {
		if err != nil {
			t.Fatal(err)
		}
		s.WriteString(strings.Join(row.Cells, "¦") + "\n")
	}
	return s.String()
}

func TestAPersonMaySayTheEncoding(t *testing.T) {
	data := encoded(t, charmap.ISO8859_2, "id;name\n1;Świętosława\n")
	b, err := Read("t.csv", data, Options{Encoding: "ISO-8859-2"})
	if err != nil {
		t.Fatal(err)
	}
	if got := joined(t, b); got != "id¦name\n1¦Świętosława\n" || b.EncodingAssumed {
		t.Errorf("got %q, assumed %v", got, b.EncodingAssumed)
	}
	_, err = Read("t.csv", data, Options{Encoding: "latin-9000"})
	var refused *RefusedError
	if !errors.As(err, &refused) || refused.Reason != BadEncoding || !strings.Contains(refused.Hint(), "windows-1250") {
		t.Errorf("error %v", err)
	}
}

func TestAMarkWinsOverWhatAPersonSays(t *testing.T) {
	b, err := Read("t.csv", []byte("\ufeffa,b\né,1\n"), Options{Encoding: "windows-1252"})
	if err != nil {
		t.Fatal(err)
	}
	if got := joined(t, b); got != "a¦b\né¦1\n" || b.Encoding != "utf-8" {
		t.Errorf("%s: %q", b.Encoding, got)
	}
}

func TestAFewBrokenBytesDoNotChangeTheEncoding(t *testing.T) {
	text := "id,name\n" + strings.Repeat("1,Zoë Müller\n", 20) + "2,br\xffken\n"
	b, err := Read("t.csv", []byte(text), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if got := joined(t, b); !strings.HasSuffix(got, "2¦br\ufffdken\n") || b.Encoding != "utf-8" {
		t.Errorf("%s: %q", b.Encoding, got)
	}
	if len(b.Notes) != 1 || b.Notes[0] != (Note{1, 22, 2, NoteBytes}) {
		t.Errorf("notes %v", b.Notes)
	}
}
