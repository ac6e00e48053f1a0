package layout

import (
	"regexp"
	"slices"
)

// storyAsked tells the question how far a story may go, in languages other than
// English: by the word for a story, beside one for sharing or for leave to do so.
// Anything else may be a survey, whatever it asks of the use of things.
var storyAsked = regexp.MustCompile(
	// Spanish, Portuguese, Italian
	`\b(compart|publi[ck]|usar|utiliz|contar|difund|divulg|citar|partilh|condivid|pubblic|raccont|diffond|consent|permis|autoriz|autorizz|consens)\w*\b.*\b(historia|história|relato|testimonio|testemunho|depoimento|storia|racconto|testimonianza)` +
		// French
		`|\b(partag|publi|utilis|racont|diffus|cit|consent|permi|autoris)\w*\b.*\b(histoire|récit|témoignage)` +
		// German
		`|\b(geschichte|erzählung|erfahrungsbericht)\b.*(\bteilen\b|\bgeteilt\b|veröffentlich|verwend|weitergeb|weitergegeben|weitererzähl|\bnutzen\b|zitier|\blesen\b)|\b(einwillig|zustimm|erlaub)\w*\b.*\b(geschichte|erzählung|erfahrungsbericht)` +
		// Dutch
		`|\bverhaal\b.*\b(delen|gedeeld|publiceren|gebruik|vertellen|citeren)|\b(delen|publiceren|gebruiken|toestemming)\b.*\bverhaal` +
		// Polish
		`|(udostępni|podziel|opublik|wykorzyst|użyć|opowiedzie|zgod)\pL*.*\b(histori|opowieś)` +
		// Swedish, Danish, Norwegian
		`|\b(dela|dele|publicera|offentligg|publisere|använda|bruge|bruke|berätta|fortælle|fortelle|samtyck|samtykk)\w*.*\b(berättelse|historia|historie|fortælling|fortelling)`)

// storyWordsElsewhere are storyWords in the languages of storyAsked, for forms
// that ask it. The first that fits counts.
var storyWordsElsewhere = []struct {
	field string
	words *regexp.Regexp
}{
	{"consent_scope", storyAsked},
	{"teller_label", regexp.MustCompile(`^(¿?cómo se llama|¿?quién es|wie heißen sie|wer sind sie|qui êtes|chi sei|quem é)`)},
	{"new_definition_of_success", regexp.MustCompile(`éxito|sucesso|successo|succès|réussite|erfolg|succes\b|sukces|framgång|succé|suksess`)},
	{"outcome_organizational", regexp.MustCompile(`organiza[cç]|organisation|organisatie|organizzazione|organizacj|empresa|entreprise|azienda|unternehmen|firma|bedrijf|företag|virksomhed|virksomhet`)},
	{"activity_ref", regexp.MustCompile(`\b(qué|que|cuál|cual|a que|quelle|quel|quale|che|welche[rsnm]?|welk|welke|której|którego|jakiej|vilken|vilket|hvilken|hvilket) (actividad|sesión|reunión|encuentro|taller|evento|atividade|sessão|reunião|encontro|oficina|activité|séance|session|réunion|rencontre|atelier|attività|sessione|riunione|incontro|laboratorio|evento|aktivität|sitzung|treffen|veranstaltung|workshop|aktivitet|aktiviteit|sessie|bijeenkomst|spotkani|zajęć|aktywnoś|träff|möte|møde|møte)`)},
	{"outcome_personal", regexp.MustCompile(`\b(r[eé]sult|cambi|mud(ou|an)|chang|efect|efeito|effet|effett|ergebnis|ergeb|verändert|bewirkt|wirkung|impact|impatto|consegu|cambiat|verander|resultaat|zmieni|efekt|förändr|ændre|endre|resultat)|\bqué (logró|consiguió)|herausgekommen|apport(é|ato)\b`)},
	{"application", regexp.MustCompile(`\b(utiliz|us(ó|aste|ado|asti|ou|ato|ado)|aplic|pus(o|ieron|iste) en práctica|applic|appliqu|utilis|impieg|angewend|angewandt|genutzt|verwendet|eingesetzt|umgesetzt|gebruikt|toegepast|użył|zastosow|wykorzysta|använ|brug|brukt|anvend)|\bcómo lo us|\bcome (l|lo|la) hai us`)},
	{"output", regexp.MustCompile(`\b(produj|produz|produit|prodott|recurso|ressource|risors|obtuvo|aprendi|aprend|appris|imparat|gelernt|mitgenommen|entstanden|hervorgebracht|geleerd|opgeleverd|meegenomen|nauczy|powstał|lärt|lært|idea|ideia|idée)`)},
	{"activity", regexp.MustCompile(`actividad|atividade|activité|attività|aktivität|aktiviteit|aktywnoś|aktivitet|\b(qué|que) (ocurrió|pasó|sucedió|aconteceu)|s est passé|\bcosa è successo|\bwas (ist passiert|geschah)|wat (is er gebeurd|gebeurde)|co się (wydarzyło|stało)|vad hände|hvad skete|hva skjedde|particip|teilgenommen|deelgenomen`)},
}

// tellsElsewhere reports that one of the questions is how far a story may go, in
// a language other than English.
func tellsElsewhere(asks []Question) bool {
	return slices.ContainsFunc(asks, func(q Question) bool { return storyAsked.MatchString(looseHeading(first(q.Wording, q.Heading))) })
}

// fieldElsewhere is fieldOfStory for such a form.
func fieldElsewhere(heading string) string {
	h := looseHeading(heading)
	for _, w := range storyWordsElsewhere {
		if w.words.MatchString(h) {
			return w.field
		}
	}
	return ""
}
