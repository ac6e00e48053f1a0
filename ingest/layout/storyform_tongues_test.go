package layout

import (
	"testing"

	"valuetrail/internal/vocabulary"
)

var storyFormsElsewhere = map[string]string{
	"Spanish":    "Marca temporal,¿De qué actividad trata su historia?,¿Qué produjo la actividad?,¿Cómo lo utilizó?,¿Qué resultó de ello?,¿Podemos compartir su historia?",
	"German":     "Zeitstempel,Um welche Veranstaltung geht es?,Was haben Sie mitgenommen?,Wie haben Sie es angewendet?,Was hat sich dadurch verändert?,Dürfen wir Ihre Geschichte weitergeben?",
	"French":     "Horodateur,De quelle activité s'agit-il ?,Qu'avez-vous appris ?,Comment l'avez-vous utilisé ?,Quel a été le résultat ?,Pouvons-nous partager votre histoire ?",
	"Italian":    "Informazioni cronologiche,Di quale attività si tratta?,Che cosa ha prodotto?,Come lo ha utilizzato?,Che cosa è cambiato?,Possiamo condividere la sua storia?",
	"Portuguese": "Carimbo de data/hora,De que atividade trata a sua história?,O que a atividade produziu?,Como o utilizou?,Que resultado teve?,Podemos partilhar a sua história?",
	"Dutch":      "Tijdstempel,Over welke bijeenkomst gaat het?,Wat heb je meegenomen?,Hoe heb je het toegepast?,Wat is er veranderd?,Mogen we je verhaal delen?",
}

func TestStoryFormsInOtherLanguagesAreAskedAboutAndRead(t *testing.T) {
	for name, head := range storyFormsElsewhere {
		text := head + "\n2025-10-14 16:02:11,The circle in spring,a list of things,with three clients,two more orders,sí con mi nombre\n"
		_, h := source(t, googleForms, "g.csv", text, Said{})
		same(t, name+": asked which it is", h.codes(), "!stories_or_survey")
		_, h = source(t, googleForms, "g.csv", text, Said{Kind: vocabulary.Stories})
		same(t, name+": read as said", h.lines(vocabulary.Stories, "activity", "output", "application", "outcome_personal", "consent_scope"),
			"The circle in spring a list of things with three clients two more orders private")
		same(t, name+": what its teller allows is for a person to say", h.codes(), "consent_unclear")
	}
}

func TestSurveysInOtherLanguagesAreNoStories(t *testing.T) {
	for name, head := range map[string]string{
		"of the use of things": "Marca temporal,¿En qué actividad participó?,¿Qué aprendió?,¿Cómo lo utilizó?,¿Qué resultó de ello?",
		"of data":              "Zeitstempel,An welcher Veranstaltung haben Sie teilgenommen?,Was haben Sie gelernt?,Dürfen wir Ihre Antworten veröffentlichen?,Was hat sich verändert?",
	} {
		sum, h := source(t, googleForms, "g.csv", head+"\n2025-10-14 16:02:11,The circle in spring,a list of things,with three clients,two more orders\n", Said{})
		same(t, name, string(sum.Kind), string(vocabulary.Survey))
		same(t, name, h.codes(), "")
	}
}

func TestAFormThatAsksOnlyWhichActivityTellsOfThat(t *testing.T) {
	_, h := source(t, googleForms, "g.csv", "Timestamp,Which activity of the community is your story about?,What did the activity produce for you?,How did you use it?,What came of it?,May we share this story?\n"+
		"2025-10-14 16:02:11,Peer assist on pricing,a list,with three clients,two more orders,No\n2025-10-14 16:02:11,,a list,with three clients,two more orders,No\n", Said{Kind: vocabulary.Stories})
	same(t, "activity", h.lines(vocabulary.Stories, "activity", "activity_ref"), "Peer assist on pricing Peer assist on pricing")
	same(t, "the other", h.codes(), "!required_blank")
}

func TestABlankActivityIsNamedAsTheFormNamesIt(t *testing.T) {
	_, h := source(t, googleForms, "g.csv", "Timestamp,Which session is this story about?,What happened there that was of value to you? (immediate value),What did you do with it? (applied value),What did you take away? (potential value),What changed? (realized value),How may we use your story?\n"+
		"2025-10-14 16:02:11,Circle,,I used it,a list,it changed,private\n", Said{Kind: vocabulary.Stories})
	same(t, "problems", h.codes(), "!required_blank")
	same(t, "column and heading", h.problems[0].Detail, "What happened there that was of value to you? (immediate value)")
	same(t, "column", h.problems[0].Column, 3)
}
