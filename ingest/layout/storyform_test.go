package layout

import (
	"strings"
	"testing"

	"valuetrail/internal/vocabulary"
)

// published are the questions of the published form for a story, shortened
// ones beside them.
var (
	published = map[string]string{
		"Describe a meaningful activity you participated in and your experience of it (e.g., a conversation, a working session, a project, etc.)": "activity",
		"Describe a specific resource this activity produced for you (e.g., an idea or a document) and why you thought it might be useful.":       "output",
		"Tell how you used this resource in your practice and what it enabled that would not have happened otherwise.":                            "application",
		"Explain how it affected your success (e.g., being an effective leader).":                                                                 "outcome_personal",
		"Has your participation contributed to the success of your organization (e.g., metrics they use)?":                                        "outcome_organizational",
		"Sometimes, such a story changes your understanding of what success is. If it happened this time, then include this here.":                "new_definition_of_success",
		"May we share this story with our sponsor?":                    "consent_scope",
		"Who may read this story?":                                     "consent_scope",
		"May we use your name?":                                        "anonymize",
		"Should the story be anonymous?":                               "anonymize",
		"Give your story a title":                                      "title",
		"Which session or conversation is it about?":                   "activity_ref",
		"When did it happen?":                                          "activity_date",
		"When did you first use it?":                                   "application_date",
		"Your name":                                                    "teller_label",
		"Your e-mail address":                                          "teller_email",
		"What else contributed to the result?":                         "other_contributors",
		"How could you use what you learned?":                          "output",
		"How useful was the coffee?":                                   "",
		"Immediate value: what happened, and what was it like?":        "activity",
		"Potential value: what did it produce?":                        "output",
		"Applied value: how did you use it?":                           "application",
		"Realized value: what was the difference for you?":             "outcome_personal",
		"Realised value: what was the difference for your company?":    "outcome_organizational",
		"Transformative value / reframing":                             "new_definition_of_success",
		"What did you apply, and where?":                               "application",
		"What did you take away (an idea, a contact, a tool)?":         "output",
		"Did you put anything into practice?":                          "application",
		"What did this enable that would not have happened otherwise?": "enabled_that_would_not_have_happened",
		"Email":                      "teller_email",
		"What did you take part in?": "activity", "What have you taken part in this term?": "activity", "What were you part of?": "activity",
		"What came out of it?": "output", "What has come out of it for you?": "output", "What came out?": "output",
		"How have you used it?": "application", "What did you use it for?": "application", "Where was it used?": "application",
		"What changed?": "outcome_personal", "What has changed since?": "outcome_personal", "What did it change?": "outcome_personal", "What changes did you see?": "outcome_personal",
		"What changed for your company?": "outcome_organizational",
		"May we use your story?":         "consent_scope", "May we share it?": "consent_scope", "Is it ok to share this story?": "consent_scope", "May your story be shown to others?": "consent_scope",
		"Which of these did you get? (tick all that apply)": "", "Where do you work? (select all that apply)": "", "Choose any which apply to you": "",
		"What did you use? (check all that apply)": "application", "What did you apply?": "application",
		"What would you change next time?": "", "What to change?": "",
	}
	short = "Timestamp,Email Address,Your name,What was the activity you took part in?,What resource did it produce?,How did you use it?,What was the outcome for you?,What changed for your company?," +
		"Did it change what success is for you?,May we share this story?,When did it happen?,Which session?,Favourite colour\n"
	told = "10/14/2025 16:02:11,ann@b.org,Ann Lee,We met at the lake and compared how each of us decides,A checklist for decisions that takes one page,I put it on the wall and used it twice on Monday," +
		"I slept better and decided three days sooner,Two proposals were accepted within the week,,Yes with the community and the sponsor but not my name,9/30/2025,Kick-off,blue\n"
)

func TestQuestionsOfAStoryFormLeadToItsFields(t *testing.T) {
	for question, field := range published {
		same(t, question, fieldOfStory(question), field)
	}
}

func TestAStoryFormIsToldAndNotAnswered(t *testing.T) {
	sum, h := source(t, googleForms, "g.csv", short+told, Said{Session: "s7"})
	s := h.of(vocabulary.Stories)
	if len(s) != 1 {
		t.Fatalf("stories: %v", s)
	}
	for field, want := range map[string]string{"collected_on": "2025-10-14", "teller_id": "ann@b.org", "teller_label": "Ann Lee", "activity": "We met at the lake and compared how each of us decides",
		"output": "A checklist for decisions that takes one page", "application": "I put it on the wall and used it twice on Monday", "outcome_personal": "I slept better and decided three days sooner",
		"outcome_organizational": "Two proposals were accepted within the week", "new_definition_of_success": "", "consent_scope": "sponsor_anonymous", "anonymize": "yes", "activity_date": "2025-09-30",
		"activity_ref": "Kick-off", "session_id": "s7"} {
		same(t, field, s[0][field], want)
	}
	same(t, "kind", sum.Kind, vocabulary.Stories)
	same(t, "changed", h.rows[0].Modified, "2025-10-14T16:02:11Z")
	same(t, "problems", h.codes(), "column_unknown")
	var asked []string
	for _, q := range sum.Questions {
		asked = append(asked, q.Native)
	}
	same(t, "asked for", strings.Join(asked, " "), "activity output application outcome_personal outcome_organizational new_definition_of_success ")
}

func TestAStoryKeepsItsIDInEveryExport(t *testing.T) {
	_, one := source(t, googleForms, "g.csv", short+told, Said{})
	other := strings.ReplaceAll(told, "10/14/2025", "10/13/2025")
	_, two := source(t, googleForms, "g.csv", short+other+told, Said{})
	same(t, "id", two.rows[1].Fields[0], one.rows[0].Fields[0])
	if two.rows[0].Fields[0] == one.rows[0].Fields[0] {
		t.Error("two stories have one id")
	}
	forms := "ID,Start time,Completion time,Email,Name," + strings.Join(strings.Split(short, ",")[3:], ",")
	told := func(id, changed string) string {
		return id + ",2025-10-14 16:02:11,2025-10-14 16:12:11,anonymous,," + strings.Join(strings.Split(changed, ",")[3:], ",")
	}
	_, three := source(t, microsoftForms, "f.csv", forms+told("1", oneStory), Said{})
	_, four := source(t, microsoftForms, "f.csv", forms+told("2", oneStory)+told("1", strings.ReplaceAll(oneStory, "twice", "thrice")), Said{})
	same(t, "id of a story that was mended", four.rows[1].Fields[0], three.rows[0].Fields[0])
	same(t, "teller who hides", three.of(vocabulary.Stories)[0]["teller_id"]+three.of(vocabulary.Stories)[0]["teller_label"], "")
	same(t, "source", strings.HasPrefix(three.rows[0].Key, "stories|story-"), true)
}

func TestStoriesWhoseIDsWereCutShortKeepTheirsInEveryExport(t *testing.T) {
	head := "Respondent ID,Collector ID,Start Date,End Date," + strings.Join(strings.Split(short, ",")[3:], ",")
	told := func(minute, changed string) string {
		return "1.18E+11,7,2025-10-14 16:" + minute + ":11,2025-10-14 16:" + minute + ":59," + strings.Join(strings.Split(changed, ",")[3:], ",")
	}
	another := strings.ReplaceAll(oneStory, "twice", "thrice")
	_, one := source(t, surveyMonkey, "s.csv", head+told("02", oneStory), Said{})
	_, two := source(t, surveyMonkey, "s.csv", head+told("30", another)+told("02", oneStory), Said{}) // the newest first
	same(t, "stories", len(two.of(vocabulary.Stories)), 2)
	same(t, "id", two.of(vocabulary.Stories)[1]["story_id"], one.of(vocabulary.Stories)[0]["story_id"])
	same(t, "told", two.codes(), "column_unknown ids_damaged")
}

// oneStory is told, where a test has a told of its own.
var oneStory = told

func TestBetweenStoryAndSurveyTheOwnerIsAsked(t *testing.T) {
	three := "Timestamp,What did you gain from the session?,How did you apply it?,What difference did it make for you?,How useful was it?\n" +
		"10/14/2025 16:02:11,A checklist for decisions that takes one page,I put it on the wall and used it twice,I slept better and decided three days sooner,5\n" +
		"10/15/2025 16:02:11,A contact in the next town whom I called,I called her about a customer of ours,We now share a van on the Tuesdays of the month,4\n"
	sum, h := source(t, googleForms, "g.csv", three, Said{})
	same(t, "problems", h.codes(), "!stories_or_survey")
	same(t, "kept", sum.ToCheck, 2)
	same(t, "rows", len(h.rows), 0)
	sum, h = source(t, googleForms, "g.csv", three, Said{Kind: vocabulary.Survey})
	same(t, "responses", len(h.of(vocabulary.Survey)), 2)
	same(t, "questions", len(sum.Questions), 4)
	sum, h = source(t, googleForms, "g.csv", three, Said{Kind: vocabulary.Stories})
	same(t, "without what happened no story", h.codes(), "column_unknown !required_blank !required_blank")
	same(t, "kept", sum.ToCheck, 2)
	// The same words as ratings, or as choices, are a survey.
	rated := "Timestamp,The activity was worth my time,I got useful resources,I applied them,My company had results,What success is has changed\n10/14/2025 16:02:11,5,4,3,2,1\n"
	_, h = source(t, googleForms, "g.csv", rated, Said{})
	same(t, "ratings", len(h.of(vocabulary.Survey)), 1)
	chosen := "Timestamp,Which activity did you take part in?,What resource did it produce?,How did you use it?,What was the outcome for you?\n"
	for range 6 {
		chosen += "10/14/2025 16:02:11,The peer assist in the autumn term,A document or a checklist we wrote,I used it once and told a colleague,It saved me some time in the week\n"
	}
	_, h = source(t, googleForms, "g.csv", chosen, Said{})
	same(t, "choices", len(h.of(vocabulary.Survey)), 6)
}

func TestAFormThatAsksForAStoryInFewWordsIsNeverTakenForASurvey(t *testing.T) {
	const head = "Timestamp,Your name,What did you take part in?,What came out of it?,How did you use it?,What changed?"
	rows := func(consent ...string) string {
		return "\n2026/06/20 5:02:11 PM GMT+1,Ann Lee,The June meeting,A list,I used the list on Monday,We saved a day" + consent[0] +
			"\n2026/06/20 6:02:11 PM GMT+1,Bo Ode,The June meeting,A list,I used it,Nothing" + consent[1] + "\n"
	}
	sum, h := source(t, googleForms, "g.csv", head+",May we use your story?"+rows(",no", ",members only"), Said{})
	same(t, "stories", len(h.of(vocabulary.Stories)), 2)
	same(t, "kind", sum.Kind, vocabulary.Stories)
	for name, text := range map[string]string{
		"nobody asked for leave":     head + rows("", ""),
		"asked for leave to share":   head + ",May we share it?" + rows(",no", ",no"),
		"two texts, told as a story": "Timestamp,What came out of it?,What changed?,May we use your story?\n2026/06/20 5:02:11 PM,A list,We saved a day,no\n",
	} {
		sum, h := source(t, googleForms, "g.csv", text, Said{})
		same(t, name, h.codes(), "!stories_or_survey")
		same(t, name, len(h.rows), 0)
		same(t, name, sum.ToCheck > 0, true)
	}
}

func TestConsentInPlainWords(t *testing.T) {
	const ask = "May we share this story?"
	for name, c := range map[string]struct{ answer, question, scope, nameless, ok string }{
		"a word of ours":                  {"sponsor_named", ask, "sponsor_named", "", "ok"},
		"nothing":                         {"", ask, "", "", "ok"},
		"no":                              {"No", ask, "private", "", "ok"},
		"a bare yes":                      {"Yes", ask, "private", "", ""},
		"yes to one audience":             {"Yes", "May we share this story within the community?", "community", "", "ok"},
		"yes to the sponsor without name": {"Yes!", "May we share it with our sponsor, without your name?", "sponsor_anonymous", "yes", "ok"},
		"yes to two":                      {"yes", "May we share it with the community or the sponsor?", "private", "", ""},
		"no to the sponsor":               {"no", "May we share it with our sponsor?", "private", "", "ok"},
		"only the community":              {"Only within the community, please", ask, "community", "", "ok"},
		"not outside":                     {"Not outside our network", ask, "community", "", "ok"},
		"everyone in it":                  {"Everyone in the group may read it", ask, "community", "", "ok"},
		"everyone":                        {"Everyone", ask, "private", "", ""},
		"the sponsor too":                 {"The community and the sponsor", ask, "sponsor_anonymous", "", "ok"},
		"by name":                         {"Yes, the sponsor may see it with my name", ask, "sponsor_named", "", "ok"},
		"not by name":                     {"Sponsor, but without my name", ask, "sponsor_anonymous", "yes", "ok"},
		"not the sponsor":                 {"The community, not the sponsor", ask, "private", "", ""},
		"public":                          {"Yes, you can make it public", ask, "public", "", "ok"},
		"public without name":             {"Public, anonymously", ask, "public", "yes", "ok"},
		"not public":                      {"Please don't make this public", ask, "private", "", ""},
		"members of the public":           {"members of the public", ask, "public", "", "ok"},
		"confidential":                    {"Keep it confidential", ask, "private", "", "ok"},
		"a condition":                     {"The sponsor, if you ask me first", ask, "private", "", ""},
		"something else":                  {"42", ask, "private", "", ""},
		"withdrawn":                       {"withdrawn", ask, "private", "", "ok"},
		"members only":                    {"members only", ask, "community", "", "ok"},
		"without name, for whom unsaid":   {"Yes, but without my name", ask, "private", "yes", ""},
		"with name, for whom unsaid":      {"Yes, with my name", ask, "private", "", ""},
		"without name, the sponsor asks":  {"Yes, but without my name", "May we share it with our sponsor?", "sponsor_anonymous", "yes", "ok"},
		"with name, the sponsor asks":     {"Yes, with my name", "May we share it with our sponsor?", "sponsor_named", "", "ok"},
		"with name, among ourselves":      {"Yes, use my name", "May we share it within the community?", "community", "", "ok"},
		"in German":                       {"Gerne öffentlich", ask, "public", "", "ok"},
		"in French":                       {"Oui, avec notre communauté", ask, "community", "", "ok"},
	} {
		scope, nameless, ok := consentOf(c.answer, c.question)
		if scope != c.scope || nameless != c.nameless || ok != (c.ok == "ok") {
			t.Errorf("%s: %q is %q, name withheld %q, plain %v; want %q, %q, %q", name, c.answer, scope, nameless, ok, c.scope, c.nameless, c.ok)
		}
	}
}

// There are too many ways to say no for a list of them: an answer with a word
// that is not known gives nothing away.
func TestAStoryGoesNowhereOnWordsThatMayTakeItBack(t *testing.T) {
	for _, answer := range []string{"You can't make it public", "This shouldn't be public", "I'd rather it wasn't public", "It cannot be public", "Não público", "jamais public", "nunca público", "niemals öffentlich",
		"public, privé", "Public after the merger is announced", "Public once I have left", "Sponsor, later", "hardly the sponsor", "Neither the community nor the sponsor", "I refuse to share it with the community",
		"I would hate it to be public", "Hide it from the sponsor", "keep it from management", "The sponsor must approve it", "Community, excluding the sponsor", "community (excl. management)", "the community minus the sponsor",
		"Please withhold it from the public", "I withdraw my consent for the community", "The sponsor can read it, members can't", "keep it out of the public eye", "the community rather than the public", "semi-public",
		"the community or the sponsor"} {
		if scope, _, ok := consentOf(answer, "May we share this story?"); scope != "private" || ok {
			t.Errorf("%q lets it go to %q, plain %v", answer, scope, ok)
		}
	}
	for _, question := range []string{"Should we keep it from the sponsor?", "May we share it with the community once the sponsor has left?", "Shall we withhold it from the public?"} {
		if scope, _, ok := consentOf("Yes", question); scope != "private" || ok {
			t.Errorf("yes to %q lets it go to %q, plain %v", question, scope, ok)
		}
	}
	for _, answer := range []string{"I can't have it with my name", "I would hate it with my name", "with my name, once I have left", "with my name for the sponsor"} {
		if said, _ := namelessOf(answer, "May we use your name?"); said == "no" {
			t.Errorf("%q lets the name stand there", answer)
		}
	}
}

func TestWhatAnUnclearConsentSeemsToSayIsOnlyProposed(t *testing.T) {
	for answer, want := range map[string]string{
		"Yes, but without my name": "sponsor_anonymous", "yes, anonymously": "sponsor_anonymous", "OK, but don't use my name please": "sponsor_anonymous",
		"Yes, with my name": "sponsor_named", "Yes, and use my name": "sponsor_named", "sure, by name": "sponsor_named",
		"Yes": "private", "I'd rather not say": "private", "No, not with my name": "private", "Yes, with my name, if you ask me first": "private",
		"Yes, without my name, not for the sponsor": "private", "without my name": "private", "42": "private", "": "private",
	} {
		same(t, answer, likelyConsent(answer), want)
	}
	text := short + strings.Replace(told, "Yes with the community and the sponsor but not my name", `"Yes, but without my name"`, 1)
	_, h := source(t, googleForms, "g.csv", text, Said{})
	same(t, "stored", h.of(vocabulary.Stories)[0]["consent_scope"], "private")
	same(t, "told", h.codes(), "column_unknown consent_unclear")
	same(t, "proposed", h.problems[1].Detail, "sponsor_anonymous")
}

func TestANameIsWithheldUnlessTheTellerSaysPlainly(t *testing.T) {
	for name, c := range map[string]struct{ answer, question, want, ok string }{
		"yes":              {"Yes", "May we use your name?", "no", "ok"},
		"no":               {"no", "May we use your name?", "yes", "ok"},
		"anonymous, yes":   {"yes", "Should it be anonymous?", "yes", "ok"},
		"anonymous, no":    {"No", "Should it be anonymous?", "no", "ok"},
		"in other words":   {"without my name", "May we use your name?", "yes", "ok"},
		"with it":          {"with my name", "May we use your name?", "no", "ok"},
		"something else":   {"the first one", "May we use your name?", "", ""},
		"nothing was said": {"", "May we use your name?", "", ""},
	} {
		got, ok := namelessOf(c.answer, c.question)
		if got != c.want || ok != (c.ok == "ok") {
			t.Errorf("%s: %q, %v", name, got, ok)
		}
	}
	odd := strings.Replace(short, "Favourite colour", "May we use your name?", 1)
	_, h := source(t, googleForms, "g.csv", odd+strings.Replace(strings.Replace(told, "Yes with the community and the sponsor but not my name", "public", 1), ",blue", ",the first one", 1), Said{})
	same(t, "withheld", h.of(vocabulary.Stories)[0]["anonymize"], "yes")
	same(t, "told", h.codes(), "name_unclear")
	_, h = source(t, googleForms, "g.csv", short+strings.Replace(told, "Yes with the community and the sponsor but not my name", "Whatever", 1), Said{})
	same(t, "private", h.of(vocabulary.Stories)[0]["consent_scope"], "private")
	same(t, "told", h.codes(), "column_unknown consent_unclear")
	_, h = source(t, googleForms, "g.csv", short+strings.Replace(told, "Yes with the community and the sponsor but not my name", "Whatever", 1), Said{Words: map[string]string{"whatever": "community"}})
	same(t, "as somebody explained", h.of(vocabulary.Stories)[0]["consent_scope"], "community")
	same(t, "told", h.codes(), "column_unknown")
	_, h = source(t, googleForms, "g.csv", short+strings.Replace(told, "Yes with the community and the sponsor but not my name", "Whatever", 1), Said{Words: map[string]string{"whatever": "-"}})
	same(t, "as somebody left it", h.of(vocabulary.Stories)[0]["consent_scope"], "")
	same(t, "not told again", h.codes(), "column_unknown")
	both := strings.Replace(strings.Replace(told, "Yes with the community and the sponsor but not my name", `"Public, but without my name"`, 1), ",blue", ",yes", 1)
	_, h = source(t, googleForms, "g.csv", odd+both, Said{})
	same(t, "withheld by one answer of two", h.of(vocabulary.Stories)[0]["anonymize"], "yes")
}
