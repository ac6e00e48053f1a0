package vocabulary

import (
	"strings"
	"testing"
)

func TestHeadingsInSevenLanguagesSayWhatTheyMean(t *testing.T) {
	for role, headings := range map[Role][]string{
		SaysEmail:   {"Correo electrónico", "E-Mail-Adresse", "Adresse e-mail", "E-mailadres", "Endereço de e-mail", "Indirizzo email", "EMAIL"},
		SaysDate:    {"Fecha de envío", "Datum und Uhrzeit", "Date de la séance", "Ingevuld op", "Data da sessão", "Data dell'incontro"},
		SaysMinutes: {"Duración (minutos)", "Dauer in Minuten", "Durée (min)", "Duur", "Duração", "Durata"},
		SaysName:    {"Nombre y apellidos", "Vor- und Nachname", "Nom et prénom", "Volledige naam", "Nome completo", "Nome e cognome"},
		SaysStatus:  {"¿Asistió", "Anwesend", "Présence", "Aanwezig", "Presença", "Presenza"},
		"":          {"¿Ha usado algo de lo aprendido?", "wingspan", "Wie nützlich war das Treffen für Ihre Arbeit?", "", "?"},
	} {
		for _, h := range headings {
			if got, _ := RoleOf(h); got != role {
				t.Errorf("%q says %q, want %q", h, got, role)
			}
		}
	}
	if r, whole := RoleOf("Su correo electrónico preferido"); r != SaysEmail || whole {
		t.Errorf("words of a heading: %q, the whole of it %v", r, whole)
	}
}

func TestEveryHeadingOfManyIsWrittenAsItIsLookedUp(t *testing.T) {
	for _, s := range saidInMany {
		for w := range strings.SplitSeq(s.words, ", ") {
			if Plain(w) != strings.TrimSpace(w) {
				t.Errorf("%s: %q is looked up as %q", s.role, w, Plain(w))
			}
		}
		some := false
		for _, sheet := range Sheets {
			some = some || s.role.FieldFor(sheet.Kind) != ""
		}
		if !some {
			t.Errorf("no sheet has a field for %q", s.role)
		}
	}
}
