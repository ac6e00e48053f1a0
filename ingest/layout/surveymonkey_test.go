package layout

import (
	"errors"
	"strings"
	"testing"

	"valuetrail/internal/vocabulary"
)

const monkeyCSV = "Respondent ID,Collector ID,Start Date,End Date,IP Address,Email Address,First Name,Last Name,Custom Data 1,Was it worth your time?,What did you use?,,,How much do you agree?,,Anything else?\n" +
	",,,,,,,,,Response,A checklist,A contact,Other (please specify),I know whom to ask,I am heard,Open-Ended Response\n" +
	"10650304708,227548242,04/13/2019 04:47:21 AM,04/13/2019 04:49:59 PM,192.0.2.1,ann@b.org,Ann,Lee,,5,A checklist,,,4,Strongly agree,\n" +
	"10650304707,227548242,04/09/2019 4:47:21 AM,04/09/2019 4:49:59 AM,192.0.2.1,,,,,3,,A contact,\"a song, sung\",5,2,\"two\nlines\"\n"

func TestSurveyMonkeyWithTwoHeadingRows(t *testing.T) {
	sum, h := source(t, surveyMonkey, "s.csv", monkeyCSV, Said{Wave: "w1", Session: "s7"})
	s := h.of(vocabulary.Survey)
	if len(s) != 2 || s[0]["email"] != "ann@b.org" || s[0]["submitted_at"] != "2019-04-13T16:49:59Z" || s[1]["submitted_at"] != "2019-04-09T04:49:59Z" || s[1]["response_id"] != "10650304707" || s[1]["wave_id"] != "w1" || s[1]["session_id"] != "s7" {
		t.Errorf("rows: %v", s)
	}
	same(t, "key", h.rows[1].Key, "surveymonkey|10650304707")
	same(t, "problems", h.codes(), "")
	same(t, "from", sum.From, "2019-04-09 04:47:21")
	same(t, "to", sum.To, "2019-04-13 04:47:21")
	same(t, "zone", sum.Zone, "UTC")
	same(t, "headings", sum.Skipped["heading"], 2)
	same(t, "distinct questions", distinctQuestions(sum.Questions), 4)
	same(t, "headings", headings(sum), "Was it worth your time?|What did you use? - A checklist|What did you use? - A contact|What did you use? - Other (please specify)|"+
		"How much do you agree? - I know whom to ask|How much do you agree? - I am heard|Anything else?")
	same(t, "a row of a matrix", sum.Questions[4], Question{Sheet: 1, Column: 14, Heading: "How much do you agree? - I know whom to ask", Native: "I know whom to ask", Of: "How much do you agree?"})
	same(t, "a column beside", sum.Questions[3].Native, "")
}

func TestSurveyMonkeyHeadingsInEveryWay(t *testing.T) {
	const people = "1065030470%d,1,2019-04-13 04:47:21,2019-04-13 04:49:59,"
	rows := strings.ReplaceAll(people, "%d", "8") + "5,A list,,4\n" + strings.ReplaceAll(people, "%d", "7") + "3,,fax,\n"
	const meta = "Respondent ID,Collector ID,Start Date,End Date,"
	for name, c := range map[string]struct{ text, headings, codes string }{
		"a title above":      {"Our survey\n\n" + meta + "Worth it?,Used?,,How?\n,,,,Response,A list,Other,Response\n" + rows, "Worth it?|Used? - A list|Used? - Other|How?", ""},
		"names repeated":     {meta + "Worth it?,Used?,,How?\n" + meta + "Response,A list,Other,Response\n" + rows, "Worth it?|Used? - A list|Used? - Other|How?", ""},
		"questions repeated": {meta + "Worth it?,Used?,Used?,How?\n,,,,Response,A list,Other,Response\n" + rows, "Worth it?|Used? - A list|Used? - Other|How?", ""},
		"flattened":          {meta + "Worth it?,Used? - A list,Used? - Other,How?\n" + rows, "Worth it?|Used? - A list|Used? - Other|How?", ""},
		"codes on top":       {meta + "q0001,q0002_0001,q0002_0002,q0003\n,,,,Worth it?,Used?,,How?\n,,,,Response,A list,Other,Response\n" + rows, "q0001|q0002_0001|q0002_0002|q0003", ""},
		"codes over names":   {",,,,q1,q2_1,q2_2,q3\n" + meta + "Worth it?,Used?,,How?\n,,,,Response,A list,Other,Response\n" + rows, "q1|q2_1|q2_2|q3", ""},
		"older names":        {"RespondentID,CollectorID,StartDate,EndDate,Worth it?,Used?,,How?\n,,,,Response,A list,Other,Response\n" + rows, "Worth it?|Used? - A list|Used? - Other|How?", ""},
		"second row gone":    {meta + "Worth it?,Used?,,How?\n" + rows, "Worth it?|Used?|Used? (2)|How?", "second_heading_gone"},
	} {
		t.Run(name, func(t *testing.T) {
			sum, h := source(t, surveyMonkey, "s.csv", c.text, Said{})
			same(t, "headings", headings(sum), c.headings)
			same(t, "responses", len(h.of(vocabulary.Survey)), 2)
			same(t, "read", sum.Read, 2)
			same(t, "problems", h.codes(), c.codes)
			if strings.HasPrefix(name, "codes") {
				same(t, "wording", sum.Questions[3].Wording, "How?")
			}
		})
	}
}

func TestSurveyMonkeyTicksOfOneQuestionAreAskedAboutOnce(t *testing.T) {
	const meta = "Respondent ID,Collector ID,Start Date,End Date,"
	const people = "1065030470%d,1,2019-04-13 04:47:21,2019-04-13 04:49:59,"
	row := func(n, cells string) string { return strings.ReplaceAll(people, "%d", n) + cells + "\n" }
	for name, c := range map[string]struct{ text, wordings string }{
		"labels":          {meta + "Used?,,,,Agree?,\n,,,,A list,A van,A song,Other (please specify),I am heard,I ask\n" + row("1", "A list,,,fax,4,4") + row("2", "A list,A van,,,4,5"), "Used?|Used?|Used?|Used?||"},
		"flattened":       {meta + "Used? - A list,Used? - A van,Used? - Other,Agree? - I am heard,Agree? - I ask\n" + row("1", "A list,,fax,4,4") + row("2", "A list,A van,,4,5"), "Used?|Used?|Used?||"},
		"their places":    {meta + "Used?,,,Agree?,\n,,,,A list,A van,Other (please specify),I am heard,I ask\n" + row("1", "1,,fax,4,4") + row("2", "1,2,,4,5"), "Used?|Used?|Used?||"},
		"a matrix of one": {meta + "Agree?,\n,,,,I am heard,I ask\n" + row("1", "1,1") + row("2", "1,1"), "|"},
		"codes on top":    {meta + "q1_1,q1_2\n,,,,Used?,\n,,,,A list,A van\n" + row("1", "A list,") + row("2", "A list,A van"), "Used?|Used?"},
	} {
		sum, _ := source(t, surveyMonkey, "s.csv", c.text, Said{})
		var wordings []string
		for _, q := range sum.Questions {
			wordings = append(wordings, q.Wording)
		}
		same(t, name, strings.Join(wordings, "|"), c.wordings)
	}
}

func TestSurveyMonkeyWithoutItsMetadata(t *testing.T) {
	two := "Whom do you work for?,Did you use anything since the last round?,,Was it worth it?,\nResponse,Response,Comments:,Response,Comments:\nA firm,Yes,a list,Strongly agree,\nNobody,Comments:,,9,100%\n"
	sum, h := source(t, surveyMonkey, "s.csv", two, Said{})
	same(t, "responses", len(h.rows), 2)
	same(t, "questions", distinctQuestions(sum.Questions), 3)
	same(t, "problems", h.codes(), "times_missing")
	one := "Whom do you work for at present?,Did you use anything since the last round?,,Was it worth your time?,,Anything else you wish to say?\nA firm,Yes,a list,Strongly agree,,no\nNobody,No,,9,100%,\n"
	sum, h = source(t, surveyMonkey, "s.csv", one, Said{Wave: "w1"})
	same(t, "responses", len(h.rows), 2)
	same(t, "questions", distinctQuestions(sum.Questions), 4)
	same(t, "problems", h.codes(), "second_heading_gone")
	same(t, "columns named", h.problems[0].Value, "C, E")
}

func TestSurveyMonkeyIDsCutShortTellNobodyApart(t *testing.T) {
	text := "Respondent ID,Collector ID,Start Date,End Date,Worth it?\n1.07E+10,2,2019-04-13 04:47:21,2019-04-13 04:49:59,4\n1.07E+10,2,2019-04-13 04:47:21,2019-04-13 04:49:59,4\n10650304707,2,2019-04-13 04:47:21,2019-04-13 04:49:59,5\n"
	_, h := source(t, surveyMonkey, "s.csv", text, Said{})
	same(t, "responses", len(h.rows), 3)
	same(t, "key", h.rows[0].Key, "")
	same(t, "id", h.of(vocabulary.Survey)[0]["response_id"], "")
	same(t, "problems", h.codes(), "ids_damaged")
	same(t, "how many", h.problems[0].Detail, "2")
}

func TestSurveyMonkeyDaysAreReadAsTheWholeFileWritesThem(t *testing.T) {
	text := func(rows ...string) string {
		s := "Respondent ID,Collector ID,Start Date,End Date,Worth it?\n"
		for i, r := range rows {
			s += "1065030470" + plainNumber(float64(i)) + ",2," + r + ",4\n"
		}
		return s
	}
	for name, c := range map[string]struct {
		text, order, first, codes string
	}{
		"month first, one day tells":  {text("03/24/2020 7:14:41 AM,03/24/2020 7:18:09 AM", "03/04/2020 7:14:41 AM,03/04/2020 7:18:09 AM"), "", "2020-03-24T07:18:09Z", ""},
		"the other column tells":      {text("03/04/2020 7:14:41 AM,03/13/2020 7:18:09 AM"), "", "2020-03-13T07:18:09Z", ""},
		"iso":                         {text("2020-03-04 07:14:41,2020-03-04 07:18:09"), "", "2020-03-04T07:18:09Z", ""},
		"a spreadsheet's numbers":     {text("43894.30186,43894.30427"), "", "2020-03-04T07:18:09Z", ""},
		"open":                        {text("03/04/2020 7:14:41 AM,03/04/2020 7:18:09 AM"), "", "", "!date_order_unknown"},
		"open, and said":              {text("03/04/2020 7:14:41 AM,03/04/2020 7:18:09 AM"), dmy, "2020-04-03T07:18:09Z", ""},
		"said, but the file says not": {text("03/24/2020 7:14:41 AM,03/24/2020 7:18:09 AM"), dmy, "2020-03-24T07:18:09Z", ""},
	} {
		t.Run(name, func(t *testing.T) {
			sum, h := source(t, surveyMonkey, "s.csv", c.text, Said{DateOrder: c.order})
			same(t, "problems", h.codes(), c.codes)
			if c.first == "" {
				same(t, "kept", sum.ToCheck, sum.Read)
				return
			}
			same(t, "sent", h.of(vocabulary.Survey)[0]["submitted_at"], c.first)
		})
	}
}

func TestCountsAndSharesAreNoResponses(t *testing.T) {
	for name, text := range map[string]string{
		"a summary":         "Our survey\n\nWas it worth your time this autumn?,,\nAnswer Choices,Responses,\nYes,90.00%,18\nNo,10.00%,2\n,Answered,20\n,Skipped,1\n",
		"an older summary":  "Was it worth your time this autumn?\nAnswer Options,Response Percent,Response Count\nYes,90.0%,18\nanswered question,20\nskipped question,1\n",
		"a table of shares": "MEMBERS,,All,Age,\n,,,18 - 34,35 up\nWas it worth your time this autumn?,,,,\n,Yes,37%,29%,42%\n,No,46%,47%,46%\nDid you use what you learned there?,,,,\n,Yes,16%,18%,17%\n,No,5%,10%,2%\n",
	} {
		b := book(t, "s.csv", text)
		l, err := Recognise(b)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		_, err = l.Read(b, Said{}, &heap{})
		var aggregate *AggregateError
		if !errors.As(err, &aggregate) || !strings.Contains(aggregate.Hint(), "All responses") {
			t.Errorf("%s: %v", name, err)
		}
	}
	// Responses with a table of counts beside them are read.
	f := [][]any{}
	for line := range strings.Lines(monkeyCSV[:strings.Index(monkeyCSV, "10650304707")]) {
		var row []any
		for _, c := range strings.Split(strings.TrimSpace(line), ",") {
			row = append(row, c)
		}
		f = append(f, row)
	}
	b := formBook(t, map[string][][]any{"A counted": {{"Worth it?"}, {"Answer Choices", "Responses"}, {"Yes", "3"}}, "Answers": f})
	l, err := Recognise(b)
	if err != nil {
		t.Fatal(err)
	}
	h := &heap{}
	if _, err := l.Read(b, Said{}, h); err != nil || len(h.rows) != 1 || h.codes() != "sheet_unread" {
		t.Errorf("%d rows, %s, %v", len(h.rows), h.codes(), err)
	}
}

func TestOurOwnSurveySheetsStayOurs(t *testing.T) {
	for _, text := range []string{"respondent_id,wave_id,submitted_at,Was it worth your time?\nm1,w1,2025-09-01T10:00:00Z,4\n",
		"Respondent ID,Submitted at,Was it worth your time?\nm1,2025-09-01T10:00:00Z,4\n", "timestamp,story_id,collected_on,teller_id,activity,output\n2025-09-01 10:00,s1,2025-09-01,m1,We met,x\n"} {
		source(t, "own", "own.csv", text, Said{})
	}
}

func TestSurveyMonkeySpeaksManyLanguages(t *testing.T) {
	for name, head := range map[string]string{
		"Spanish":    "Id. del encuestado,Id. del recopilador,Fecha de inicio,Fecha de finalización,Dirección IP,Dirección de correo electrónico,Nombre,Apellido,Datos personalizados 1,Satisfied?,Used?,\n,,,,,,,,,Respuesta,Lista,Otro (especifique)\n",
		"German":     "Befragten-ID,Collector-ID,Startdatum,Enddatum,IP-Adresse,E-Mail-Adresse,Vorname,Nachname,Benutzerdefinierte Daten 1,Satisfied?,Used?,\n,,,,,,,,,Response,Liste,Sonstiges (bitte angeben)\n",
		"French":     "ID du répondant,ID du collecteur,Date de début,Date de fin,Adresse IP,Adresse email,Prénom,Nom,Données personnalisées 1,Satisfied?,Used?,\n,,,,,,,,,Response,Liste,Autre (veuillez préciser)\n",
		"Portuguese": "ID do respondente,ID do coletor,Data de início,Data de término,Endereço IP,Endereço de e-mail,Nome,Sobrenome,Dados personalizados 1,Satisfied?,Used?,\n,,,,,,,,,Response,Lista,Outro (especifique)\n",
		"Italian":    "ID rispondente,ID raccoglitore,Data di inizio,Data di fine,Indirizzo IP,Indirizzo e-mail,Nome,Cognome,Dati personalizzati 1,Satisfied?,Used?,\n,,,,,,,,,Response,Lista,Altro (specificare)\n",
		"Dutch":      "Respondent-ID,Collector-ID,Begindatum,Einddatum,IP-adres,E-mailadres,Voornaam,Achternaam,Aangepaste gegevens 1,Satisfied?,Used?,\n,,,,,,,,,Response,Lijst,Anders (geef nadere toelichting)\n",
	} {
		sum, h := source(t, surveyMonkey, "s.csv", head+"118000000001,41,2025-10-13 10:00:00,2025-10-13 10:05:00,192.0.2.1,ann@b.org,Ann,Lee,x,Very,Lista,\n118000000002,41,2025-10-14 10:00:00,2025-10-14 10:05:00,192.0.2.1,,,,,Not,,mine\n", Said{})
		same(t, name+": responses", h.lines(vocabulary.Survey, "response_id", "respondent_name", "email", "submitted_at"), "118000000001 Ann Lee ann@b.org 2025-10-13T10:05:00Z; 118000000002   2025-10-14T10:05:00Z")
		same(t, name+": columns asked", len(sum.Questions), 3)
		same(t, name+": asked first", sum.Questions[0].Heading, "Satisfied?")
		same(t, name+": headings", sum.Skipped["heading"], 2)
	}
}
