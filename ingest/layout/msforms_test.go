package layout

import (
	"strings"
	"testing"
	"time"

	"valuetrail/internal/vocabulary"
)

var (
	formsBegan = time.Date(2025, 10, 14, 16, 2, 11, 0, time.UTC)
	formsRows  = [][]any{{1, formsBegan, formsBegan.Add(3 * time.Minute), "ann@b.org", "Ann Lee", 4, "A list;A contact;"},
		{2, formsBegan.Add(time.Hour), formsBegan.Add(65 * time.Minute), "anonymous", "Anonymous", 5, "A song;"}}
)

func TestMicrosoftFormsInEveryLanguage(t *testing.T) {
	for name, head := range map[string][]any{
		"English":                   {"ID", "Start time", "Completion time", "Email", "Name"},
		"German":                    {"ID", "Startzeit", "Fertigstellungszeit", "E-Mail", "Name"},
		"Spanish":                   {"ID", "Hora de inicio", "Hora de finalización", "Correo electrónico", "Nombre"},
		"Polish":                    {"ID", "Godzina rozpoczęcia", "Godzina ukończenia", "Adres e-mail", "Nazwa"},
		"Dutch":                     {"Id", "Begintijd", "Tijd van voltooien", "E-mail", "Naam"},
		"a language nobody told us": {"ID", "Aloitusaika", "Valmistumisaika", "Sähköposti", "Nimi"},
	} {
		t.Run(name, func(t *testing.T) {
			rows := append([][]any{append(head, "How useful\u00a0was it?", "What did you take?")}, formsRows...)
			l, sum, h := recognised(t, formBook(t, map[string][][]any{"Sheet1": rows}), Said{Wave: "w1"})
			same(t, "source", l, microsoftForms)
			s := h.of(vocabulary.Survey)
			if len(s) != 2 || s[0]["email"] != "ann@b.org" || s[0]["respondent_name"] != "Ann Lee" || s[1]["respondent_name"] != "" || s[1]["email"] != "" || s[0]["submitted_at"] != "2025-10-14T16:05:11Z" || s[1]["response_id"] != "2" || s[0]["wave_id"] != "w1" {
				t.Errorf("rows: %v", s)
			}
			same(t, "key", h.rows[1].Key, "msforms|2|2025-10-14 17:02")
			same(t, "questions", headings(sum), "How useful was it?|What did you take?")
			same(t, "span", sum.From+" "+sum.To, "2025-10-14 16:02:11 2025-10-14 17:02:11")
			same(t, "problems", h.codes(), "")
		})
	}
}

func TestMicrosoftFormsSavedAgainAsText(t *testing.T) {
	_, want := source(t, microsoftForms, "f.csv", "ID,Start time,Completion time,Email,Name,Useful?\n7,2025-10-14 16:02:11,2025-10-14 16:05:11,ann@b.org,Ann Lee,4\n", Said{})
	for name, text := range map[string]string{
		"with semicolons":     "Id;Startzeit;Fertigstellungszeit;E-Mail;Name;Useful?\n7;14.10.2025 16:02;14.10.2025 16:05;ann@b.org;Ann Lee;4\n",
		"with bare numbers":   "Id,Start time,Completion time,Email,Name,Useful?\n7,45944.668183,45944.670266,ann@b.org,Ann Lee,4\n",
		"with American times": "Id,Start time,Completion time,Email,Name,Useful?\n7,10/14/25 16:02:11,10/14/25 16:05:11,ann@b.org,Ann Lee,4\n",
	} {
		_, h := source(t, microsoftForms, "f.csv", text, Said{})
		same(t, name, h.rows[0].Key, want.rows[0].Key)
		same(t, name, h.of(vocabulary.Survey)[0]["submitted_at"][:16], "2025-10-14T16:05")
	}
}

func TestMicrosoftFormsPointsFeedbackAndChangesAreNoQuestions(t *testing.T) {
	text := "ID,Start time,Completion time,Email,Name,Language,Last modified time,Total points,Quiz feedback,What is a cycle?,Points - What is a cycle?,Feedback - What is a cycle?,Session - what did you miss?\n" +
		"1,2025-10-14 16:02:11,2025-10-14 16:05:11,ann@b.org,Ann Lee,English,2025-10-20 09:00:00,3,,A loop,3,good,nothing\n"
	sum, h := source(t, microsoftForms, "f.csv", text, Said{})
	same(t, "questions", headings(sum), "What is a cycle?|Session - what did you miss?")
	same(t, "sent", h.of(vocabulary.Survey)[0]["submitted_at"], "2025-10-14T16:05:11Z")
	same(t, "changed", h.rows[0].Modified, "2025-10-20T09:00:00Z")
	same(t, "problems", h.codes(), "")
}

func TestACopiedFormBeginsItsNumbersAgain(t *testing.T) {
	row := func(day string) string {
		return "ID,Start time,Completion time,Email,Name,Useful?\n1,2025-" + day + " 16:02:11,2025-" + day + " 16:05:11,,,4\n"
	}
	_, one := source(t, microsoftForms, "f.csv", row("10-14"), Said{})
	_, two := source(t, microsoftForms, "f.csv", row("11-14"), Said{})
	if one.rows[0].Key == two.rows[0].Key || strings.Contains(one.rows[0].Key, "||") {
		t.Errorf("%q and %q", one.rows[0].Key, two.rows[0].Key)
	}
}

func TestAFormMayCarryRoundSessionAndMember(t *testing.T) {
	text := "Timestamp,Wave ID,Session ID,Member ID,Cohort,Was it useful?\n2025-10-14 16:02:11,w2,s3,m4,2025,4\n"
	sum, h := source(t, googleForms, "g.csv", text, Said{Wave: "w1", Session: "s1"})
	s := h.of(vocabulary.Survey)[0]
	same(t, "carried", s["wave_id"]+s["session_id"]+s["respondent_id"]+s["cohort"], "w2s3m42025")
	same(t, "questions", headings(sum), "Was it useful?")
}
