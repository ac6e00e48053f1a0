package layout

import (
	"regexp"
	"slices"
	"strings"

	"valuetrail/internal/vocabulary"
)

// How far a story may go, in plain words: who is meant.
var (
	toPublic    = wordSet("public publicly öffentlich publique público pública")
	toSponsor   = wordSet("sponsor sponsors funder funders management board executive executives geldgeber förderer")
	toCommunity = wordSet("community member members network cohort group peers mitglieder gemeinschaft communauté comunidad")
	toNobody    = wholly(`private|confidential|nobody|no one|not at all|keep it to yourself|vertraulich|privat|privé|privado`)
	// everybody could be everybody in the room or in the world.
	toWhom     = wholly(`anyone|anybody|everyone|everybody|anywhere|people|website|internet|publish\w*|social media|outside|beyond|wider`)
	everyoneIn = regexp.MustCompile(`\b(anyone|anybody|everyone|everybody|people) (else )?(in|within|inside|from|of|who is in) `)
	justThese  = wordSet("only just within inside nur seulement solo sólo")
	outside    = regexp.MustCompile(`\b(not|never|don t|do not)( \w+){0,3} (outside|beyond)\b`)
	notNamed   = regexp.MustCompile(`(?:\bbut )?(?:\b(without|not|no|never|don t|do not)( \w+){0,3} (my |your |the )?names?\b|\banonym\w*|\bno names?\b|\bunnamed\b|\bohne (meinen )?namen\b|\bsans (mon )?nom\b|\bsin (mi )?nombre\b)`)
	named      = regexp.MustCompile(`\b(with|using|use|by|under|mention) (my |your |the )?(full )?names?\b|\bnamed\b|\bmit (meinem )?namen\b`)
	// harmless words neither take back what the others give nor give more. Any
	// other word may: there are too many ways to say no for a list of them.
	harmless = wordSet(`yes ok okay sure please thanks thank you your yours i im m am me my we us our ours it its s this that these the a an all whole both other
		is are was be been being d ll ve re like want would could can may might do does will shall should let have give
		make made share shared sharing show shown tell told read see seen use used keep stay stays go open
		to with within in inside among amongst between for of by and & + also too only just as well fully
		fine alright happy glad gladly willing course agree agreed consent permission allow allowed story stories practice practitioners rest
		ja gerne bitte danke mit der die das dem den des ihr sie es dürfen darf teilen geteilt werden und für im unser unsere unseren unserem unserer auch nur
		oui avec le la les l notre nos et pour dans à au aux vous pouvez partager seulement merci
		sí si sim com con el los las nuestro nuestra nosso nossa y e para en solo sólo gracias`)
	plainYes = map[string]bool{"yes": true, "y": true, "ja": true, "oui": true, "si": true, "sí": true, "sim": true, "tak": true, "i agree": true, "agree": true, "i consent": true, "of course": true, "sure": true, "ok": true}
	plainNo  = map[string]bool{"no": true, "n": true, "nein": true, "non": true, "não": true, "nie": true, "nee": true, "no thanks": true, "i do not agree": true, "i don t agree": true, "rather not": true}
)

func wordSet(list string) map[string]bool {
	all := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		all[w] = true
	}
	return all
}

// wholly finds words that are no parts of others, in any alphabet.
func wholly(any string) *regexp.Regexp {
	return regexp.MustCompile(`(?:^|[^\pL\pN])(?:` + any + `)(?:$|[^\pL\pN])`)
}

// holds reports whether a text has a word of a set.
func holds(text string, set map[string]bool) bool {
	return slices.ContainsFunc(strings.Fields(text), func(w string) bool { return set[w] })
}

// holdsOnly reports whether every word of a text is of one of the sets.
func holdsOnly(text string, sets ...map[string]bool) bool {
	return !slices.ContainsFunc(strings.Fields(text), func(w string) bool {
		return !slices.ContainsFunc(sets, func(set map[string]bool) bool { return set[w] })
	})
}

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
	for _, to := range []map[string]bool{toPublic, toSponsor, toCommunity} {
		if holds(question, to) {
			audiences++
		}
	}
	if audiences != 1 {
		return "private", "", false
	}
	return consentIn(question)
}

// consentIn reads plain words: the widest audience they name, unless one of them
// is not known to leave it so.
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
	public, sponsor, community := holds(rest, toPublic), holds(rest, toSponsor), holds(rest, toCommunity)
	var audiences int
	for _, to := range []bool{public, sponsor, community} {
		if to {
			audiences++
		}
	}
	plain := holdsOnly(rest, harmless, toPublic, toSponsor, toCommunity)
	switch {
	case audiences == 0 && !toWhom.MatchString(rest) && toNobody.MatchString(rest):
		return "private", nameless, true
	case audiences == 0, !plain, audiences > 1 && (inside || holds(rest, justThese)):
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
	case named.MatchString(words) && holdsOnly(named.ReplaceAllString(words, " "), harmless):
		return "no", true
	}
	return "", false
}
