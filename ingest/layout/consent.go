package layout

import (
	"regexp"
	"strings"

	"valuetrail/internal/vocabulary"
)

// How far a story may go, in plain words: who is meant, and what takes it back.
var (
	toPublic = regexp.MustCompile(`\b(public|publicly|öffentlich|publique|público|pública)\b`)
	// everybody could be everybody in the room or in the world.
	toWhom      = regexp.MustCompile(`\b(anyone|anybody|everyone|everybody|anywhere|people|website|internet|publish\w*|social media|outside|beyond|wider)\b`)
	everyoneIn  = regexp.MustCompile(`\b(anyone|anybody|everyone|everybody|people) (else )?(in|within|inside|from|of|who is in) `)
	toSponsor   = regexp.MustCompile(`\b(sponsors?|funders?|management|board|executives?|geldgeber|förderer)\b`)
	toCommunity = regexp.MustCompile(`\b(community|members?|network|cohort|group|peers|mitglieder|gemeinschaft|communauté|comunidad)\b`)
	toNobody    = regexp.MustCompile(`\b(private|confidential|nobody|no one|not at all|keep it to yourself|vertraulich|privat|privé|privado)\b`)
	notNamed    = regexp.MustCompile(`(?:\bbut )?(?:\b(without|not|no|never|don t|do not)( \w+){0,3} (my |your |the )?names?\b|\banonym\w*|\bno names?\b|\bunnamed\b|\bohne (meinen )?namen\b|\bsans (mon )?nom\b|\bsin (mi )?nombre\b)`)
	named       = regexp.MustCompile(`\b(with|using|use|by|under|mention) (my |your |the )?(full )?names?\b|\bnamed\b|\bmit (meinem )?namen\b`)
	backwards   = regexp.MustCompile(`\b(no|not|don t|do not|never|none|nothing|except|but|unless|without|nein|nicht|non|ne|pas|if|when|ask|maybe|perhaps|depends|unsure|check|first|until)\b`)
	justThese   = regexp.MustCompile(`\b(only|just|within|inside|nur|seulement|solo|sólo)\b`)
	outside     = regexp.MustCompile(`\b(not|never|don t|do not)( \w+){0,3} (outside|beyond)\b`)
	plainYes    = map[string]bool{"yes": true, "y": true, "ja": true, "oui": true, "si": true, "sí": true, "sim": true, "tak": true, "i agree": true, "agree": true, "i consent": true, "of course": true, "sure": true, "ok": true}
	plainNo     = map[string]bool{"no": true, "n": true, "nein": true, "non": true, "não": true, "nie": true, "nee": true, "no thanks": true, "i do not agree": true, "i don t agree": true, "rather not": true}
)

func looseWords(s string) string {
	return vocabulary.Loose(strings.NewReplacer("'", " ", "’", " ", ",", " ", ";", " ", "!", " ").Replace(s))
}

// consentWords is the closed list of how far a story may go.
func consentWords() vocabulary.Choice {
	schema, _ := vocabulary.SheetOf(vocabulary.Stories)
	return schema.Fields[schema.Index("consent_scope")].Choice
}

// consentOf reads an answer to how far a story may go: a word of the closed
// list, or plain words. A bare yes goes as far as the question says. It gives
// private and false for what says nothing plainly, and "" for a blank.
func consentOf(answer, question string) (scope, nameless string, ok bool) {
	words := strings.Join(strings.Fields(looseWords(answer)), " ")
	if words == "" {
		return "", "", true
	}
	if w, err := consentWords().Parse(answer); err == nil {
		return w, "", true
	}
	switch {
	case plainNo[words]:
		return "private", "", true
	case plainYes[words]:
		return yesTo(looseWords(question))
	}
	scope, nameless, ok = consentIn(words)
	if hides, plain := yesByName(words); plain && !ok {
		if scope, _, ok = yesTo(looseWords(question)); ok && scope == "sponsor_anonymous" && !hides {
			scope = "sponsor_named"
		}
	}
	return scope, nameless, ok
}

// likelyConsent is how far an answer that says nothing plainly seems to let a
// story go: a proposal for a person to judge. Who speaks of a name and of nobody
// that may read it, has readers beyond those who know it in mind.
func likelyConsent(answer string) string {
	switch hides, plain := yesByName(strings.Join(strings.Fields(looseWords(answer)), " ")); {
	case plain && hides:
		return "sponsor_anonymous"
	case plain:
		return "sponsor_named"
	}
	return "private"
}

// yesByName reports an answer that says yes and whether the name may stand
// there, and nothing else.
func yesByName(words string) (hides, plain bool) {
	hides = notNamed.MatchString(words)
	rest := notNamed.ReplaceAllString(words, " ")
	open := named.MatchString(rest)
	rest = strings.Join(strings.Fields(named.ReplaceAllString(rest, " ")), " ")
	for _, filler := range []string{"please", "thanks", "thank you", "and", "but", "you may", "you can", "it", "is fine"} {
		rest = strings.TrimSpace(strings.TrimSuffix(" "+rest, " "+filler))
	}
	return hides, plainYes[rest] && hides != open
}

// yesTo is what a bare yes to a question allows: the one audience it names.
func yesTo(question string) (scope, nameless string, ok bool) {
	question = strings.Join(strings.Fields(question), " ")
	audiences := 0
	for _, to := range []*regexp.Regexp{toPublic, toSponsor, toCommunity} {
		if to.MatchString(question) {
			audiences++
		}
	}
	if audiences != 1 {
		return "private", "", false
	}
	return consentIn(question)
}

// consentIn reads plain words: the widest audience they name, unless something
// in them takes it back.
func consentIn(words string) (scope, nameless string, ok bool) {
	hidden := notNamed.MatchString(words)
	rest := strings.TrimSpace(notNamed.ReplaceAllString(words, " "))
	open := !hidden && named.MatchString(rest)
	rest = named.ReplaceAllString(rest, " ")
	if hidden {
		nameless = "yes"
	}
	inside := outside.MatchString(rest)
	rest = outside.ReplaceAllString(rest, " ")
	rest = everyoneIn.ReplaceAllString(rest, " ")
	public, sponsor, community := toPublic.MatchString(rest), toSponsor.MatchString(rest), toCommunity.MatchString(rest)
	var audiences int
	for _, to := range []bool{public, sponsor, community} {
		if to {
			audiences++
		}
	}
	taken := backwards.MatchString(rest) || toNobody.MatchString(rest) || toWhom.MatchString(rest)
	switch {
	case audiences == 0 && !toWhom.MatchString(rest) && toNobody.MatchString(rest):
		return "private", nameless, true
	case audiences == 0, taken, audiences > 1 && (inside || justThese.MatchString(rest)):
		return "private", nameless, false
	case inside && !community:
		return "private", nameless, false
	case public:
		return "public", nameless, true
	case sponsor && open:
		return "sponsor_named", nameless, true
	case sponsor:
		return "sponsor_anonymous", nameless, true
	}
	return "community", nameless, true
}

// namelessOf reads the answer to whether a story may carry its teller's name:
// yes when it may not. It is false for what says nothing plainly.
func namelessOf(answer, question string) (nameless string, ok bool) {
	words, asked := strings.Join(strings.Fields(looseWords(answer)), " "), looseWords(question)
	hides := strings.Contains(asked, "anonym") || strings.Contains(asked, "without")
	switch {
	case words == "":
		return "", false
	case plainYes[words] && hides, plainNo[words] && !hides:
		return "yes", true
	case plainNo[words], plainYes[words]:
		return "no", true
	case notNamed.MatchString(words):
		return "yes", true
	case named.MatchString(words) && !backwards.MatchString(words):
		return "no", true
	}
	return "", false
}
