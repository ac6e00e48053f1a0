package layout

import (
	"testing"

	"valuetrail/internal/vocabulary"
)

func FuzzSurveyMonkey(f *testing.F) {
	fuzzLayout(f, SurveyMonkey{}, monkeyCSV, "q1,q2_1,q2_2\nRespondent ID,Used?,\n,A list,Other\n1.07E+10,A list,fax\n",
		"Whom do you work for?,Did you use anything since the last round?,\nResponse,Response,Comments:\nA firm,Yes,a list\n",
		"Was it worth your time this autumn?\nAnswer Choices,Responses,\nYes,90.00%,18\n")
}

func FuzzGoogleForms(f *testing.F) {
	fuzzLayout(f, answersTool{googleForms, findGoogle}, short+told, "Zeitstempel,E-Mail-Adresse,Was it useful? [I am heard],Why?\n18.09.2017 18:00:16,a@b.org,4,\n,,4.5,\n")
}

func FuzzMicrosoftForms(f *testing.F) {
	fuzzLayout(f, answersTool{microsoftForms, findForms}, "ID,Start time,Completion time,Email,Name,Last modified time,Useful?,Points - Useful?\n1,2025-10-14 16:02:11,2025-10-14 16:05:11,a@b.org,Ann,,a;b;,2\n",
		"ID,Aloitusaika,Valmistumisaika,E,N,Q\n1,45944.6,45944.7,anonymous,,4\n")
}

// A story goes no further than its teller says: whatever the words, nothing but
// an audience that they or the question name is given, and every answer gives a
// word of the closed list.
func FuzzConsent(f *testing.F) {
	for _, s := range [][2]string{{"Yes", "May we share it with our sponsor?"}, {"Not outside our network", ""}, {"public, but without my name", ""}, {"Everyone", "Who?"}, {"sponsor_named", "x"}} {
		f.Add(s[0], s[1])
	}
	schema, _ := vocabulary.SheetOf(vocabulary.Stories)
	scopes := schema.Fields[schema.Index("consent_scope")].Choice
	f.Fuzz(func(t *testing.T, answer, question string) {
		scope, nameless, ok := consentOf(answer, question)
		if scope != "" && !scopes.Has(scope) || nameless != "" && nameless != "yes" || !ok && scope != "private" {
			t.Errorf("%q to %q: %q %q %v", answer, question, scope, nameless, ok)
		}
		if w := looseWords(answer); plainNo[w] && scope != "private" {
			t.Errorf("no to %q is %q", question, scope)
		}
		if scope, _, _ := consentOf(answer+" hornswoggle", question); scope != "private" {
			t.Errorf("a word that nobody knows behind %q lets it go to %q", answer, scope)
		}
		if said, ok := namelessOf(answer, question); ok != (said != "") {
			t.Errorf("%q to %q: %q %v", answer, question, said, ok)
		}
	})
}
