package layout

import (
	"strings"
	"testing"

	"valuetrail/internal/vocabulary"
)

func TestMicrosoftFormsTakeNoNameForAnAnswer(t *testing.T) {
	for name, c := range map[string]struct{ head, more string }{
		"Portuguese":                   {"ID,Hora de início,Hora de conclusão,Email,Nome", ""},
		"Portuguese of Portugal":       {"ID,Hora de início,Hora da conclusão,E-mail,Nome", ""},
		"French and the language":      {"ID,Heure de début,Heure de fin,Adresse de messagerie,Nom,Langue", ",français"},
		"French and the last change":   {"ID,Heure de début,Heure de fin,Adresse de messagerie,Nom,Heure de la dernière modification", ",2025-10-14 17:00:00"},
		"Italian":                      {"ID,Ora di inizio,Ora di completamento,Posta elettronica,Nome,Lingua", ",italiano"},
		"Swedish":                      {"ID,Starttid,Slutförandetid,E-post,Namn,Språk", ",svenska"},
		"Danish":                       {"ID,Starttidspunkt,Fuldførelsestidspunkt,Mail,Navn", ""},
		"Norwegian":                    {"ID,Starttidspunkt,Fullføringstidspunkt,E-postadresse,Navn", ""},
		"Finnish":                      {"Tunnus,Aloitusaika,Valmistumisaika,Sähköposti,Nimi", ""},
		"Czech":                        {"ID,Čas zahájení,Čas dokončení,E-mail,Jméno", ""},
		"Hungarian":                    {"Azonosító,Kezdés időpontja,Befejezés időpontja,E-mail,Név", ""},
		"Polish with a word for ID":    {"Identyfikator,Godzina rozpoczęcia,Godzina ukończenia,Adres e-mail,Nazwa", ""},
		"Russian":                      {"ИД,Время начала,Время выполнения,Адрес электронной почты,Имя", ""},
		"Japanese":                     {"ID,開始時刻,完了時刻,メール,名前", ""},
		"words nobody told us":         {"ID,Hefst,Lýkur,E-mail,Fullt heiti,Síðast breytt", ",2025-10-14 17:00:00"},
		"a question for the name, too": {"ID,Start time,Completion time,Email,Name,Your name", ",Ann Lee"},
	} {
		text := c.head + ",Useful?,Why?\n1,2025-10-14 16:02:11,2025-10-14 16:05:11,ann@b.org,Ann Lee" + c.more + ",4,it was\n2,2025-10-14 17:02:11,2025-10-14 17:05:11,bo@b.org,Bo Skov" + strings.Replace(c.more, "17:0", "18:0", 1) + ",5,so so\n"
		sum, h := source(t, microsoftForms, "f.csv", text, Said{})
		same(t, name+": asked", headings(sum), "Useful?|Why?")
		same(t, name+": who", h.lines(vocabulary.Survey, "respondent_name", "email"), "Ann Lee ann@b.org; Bo Skov bo@b.org")
	}
}

func TestShortAnswersBehindTheAddressAreNoNames(t *testing.T) {
	sum, _ := source(t, microsoftForms, "f.csv", "ID,Start time,Completion time,Email,Which of them,Why?\n1,2025-10-14 16:02:11,2025-10-14 16:05:11,ann@b.org,A list,x\n2,2025-10-14 16:02:11,2025-10-14 16:05:11,bo@b.org,Nothing,y\n", Said{})
	same(t, "asked", headings(sum), "Which of them|Why?")
}

func TestNamesThatAFormAsksForAreNoAnswers(t *testing.T) {
	for name, c := range map[string]struct{ source, head, cells, who string }{
		"Jotform":                         {jotform, "Submission Date,Name,E-mail,Useful?,Submission ID", "2025-10-13 14:03:22,Ann Lee,ann@b.org,4,77", "Ann Lee ann@b.org"},
		"Jotform in two columns":          {jotform, "Submission Date,First Name,Last Name,E-mail,Useful?,Submission ID", "2025-10-13 14:03:22,Ann,Lee,ann@b.org,4,77", "Ann Lee ann@b.org"},
		"Jotform with the question's own": {jotform, "Submission Date,Name - First Name,Name - Last Name,Useful?,Submission ID", "2025-10-13 14:03:22,Ann,Lee,4,77", "Ann Lee "},
		"Jotform in German":               {jotform, "Submission Date,Vorname,Nachname,E-Mail-Adresse,Useful?,Submission ID", "2025-10-13 14:03:22,Ann,Lee,ann@b.org,4,77", "Ann Lee ann@b.org"},
		"a given name beside a name":      {googleForms, "Horodateur,Prénom,Nom,Useful?", "2025-10-13 14:03:22,Ann,Lee,4", "Ann Lee "},
		"a name beside a family name":     {googleForms, "Marca temporal,Nombre,Apellidos,Useful?", "2025-10-13 14:03:22,Ann,Lee,4", "Ann Lee "},
		"an address asked for again":      {googleForms, "Timestamp,Email Address,Your email,Full name,Useful?", "2025-10-13 14:03:22,,ann@b.org,Ann Lee,4", "Ann Lee ann@b.org"},
		"Typeform":                        {typeform, "#,First name,Last name,Email,Useful?,Start Date (UTC),Submit Date (UTC),Network ID", "a1,Ann,Lee,ann@b.org,4,2025-10-13 14:03:22,2025-10-13 14:04:22,n1", "Ann Lee ann@b.org"},
		"SurveyMonkey":                    {surveyMonkey, "Respondent ID,Collector ID,Start Date,End Date,Your name,Useful?", "11,2,2025-10-13 14:03:22,2025-10-13 14:04:22,Ann Lee,4", "Ann Lee "},
	} {
		sum, h := source(t, c.source, "f.csv", c.head+"\n"+c.cells+"\n", Said{})
		same(t, name+": asked", headings(sum), "Useful?")
		same(t, name+": who", h.lines(vocabulary.Survey, "respondent_name", "email"), c.who)
	}
}

func TestErrorsOfFormulasAreNoAnswers(t *testing.T) {
	for name, text := range map[string]string{
		"Microsoft Forms": "ID,Start time,Completion time,Email,Name,Useful?,Why?\n1,2025-10-14 16:02:11,2025-10-14 16:05:11,anonymous,#N/A,#DIV/0!,x\n2,2025-10-14 16:02:11,2025-10-14 16:05:11,anonymous,,4,y\n",
		"Google Forms":    "Timestamp,Name,Useful?,Why?\n2025-10-14 16:02:11,#REF!,#N/A,x\n2025-10-14 16:03:11,,4,y\n",
		"Qualtrics":       "StartDate,EndDate,Status,IPAddress,Progress,Finished,RecordedDate,ResponseId,RecipientEmail,Q1,Q2\n2025-10-14 16:02:11,2025-10-14 16:05:11,0,,100,1,2025-10-14 16:05:11,R_1,#N/A,#N/A,x\n2025-10-14 16:02:11,2025-10-14 16:05:11,0,,100,1,2025-10-14 16:05:11,R_2,,4,y\n",
		"REDCap":          "record_id,redcap_survey_identifier,s_timestamp,worth,why,s_complete\n1,#N/A,2025-10-01 10:00:00,#VALUE!,x,2\n2,,2025-10-01 10:00:00,4,y,2\n",
	} {
		_, h := book2(t, text)
		same(t, name, h.codes(), "formula_error formula_error")
		same(t, name+": who", h.lines(vocabulary.Survey, "respondent_name", "email"), " ;  ")
	}
	_, h := book2(t, "wave_id,respondent_id,submitted_at,Useful?\nw1,a,2025-10-14,#N/A\nw1,b,2025-10-14,4\n")
	same(t, "a survey sheet of ours", h.codes(), "formula_error")
}

// book2 reads a text by the layout that recognises it.
func book2(t *testing.T, text string) (Summary, *heap) {
	t.Helper()
	_, sum, h := recognised(t, book(t, "f.csv", text), Said{Wave: "w1"})
	return sum, h
}

func TestCellsBeyondTheLastHeadingAreTold(t *testing.T) {
	for name, text := range map[string]string{
		"Google Forms": "Timestamp,One?,Two?\n2025-10-14 16:02:11,4,x,lost,\"\",gone\n2025-10-14 16:03:11,5\n2025-10-14 16:04:11,5,x,again\n",
		"Qualtrics":    "StartDate,EndDate,Status,Progress,Finished,RecordedDate,ResponseId,Q1\n2025-10-14 16:02:11,2025-10-14 16:05:11,0,100,1,2025-10-14 16:05:11,R_1,x,lost,,gone\n2025-10-14 16:02:11,2025-10-14 16:05:11,0,100,1,2025-10-14 16:05:11,R_2,4,again\n",
	} {
		_, h := book2(t, text)
		same(t, name, h.codes(), "column_unnamed column_unnamed")
		same(t, name+": what and where", h.problems[0].Value+h.problems[1].Value, "lostgone")
		same(t, name+": row", h.problems[0].Row, 2)
	}
}
