package layout

import (
	"strings"
	"testing"

	"valuetrail/internal/vocabulary"
)

const limeCSV = `"id","submitdate","lastpage","startlanguage","seed","token","startdate","datestamp","ipaddr","G01Q01","G01Q02[SQ001]","G01Q02[SQ002]","G01Q02[other]","groupTime12"` + "\n" +
	`"1","2025-10-01 14:03:22","3","en","1719","xa8","2025-10-01 14:00:00","2025-10-01 14:03:22","192.0.2.1","A4","Y","","","12.5"` + "\n" +
	`"2","","1","en","1720","xa9","2025-10-01 15:00:00","2025-10-01 15:02:00","","A2","","Y","fax",""` + "\n"

func TestLimeSurveyWithItsOwnColumns(t *testing.T) {
	sum, h := source(t, limeSurvey, "r.csv", limeCSV, Said{})
	s := h.of(vocabulary.Survey)
	if len(s) != 2 || s[0]["submitted_at"] != "2025-10-01T14:03:22Z" || s[0]["complete"] != "yes" || s[0]["response_id"] != "1" {
		t.Errorf("rows: %v", s)
	}
	same(t, "stopped half-way", s[1]["complete"], "no")
	same(t, "its last action", s[1]["submitted_at"], "2025-10-01T15:02:00Z")
	same(t, "key", h.rows[1].Key, "limesurvey|2|1720")
	same(t, "problems", h.codes(), "")
	same(t, "columns", sum.Columns, 14)
	same(t, "from", sum.From, "2025-10-01 14:00:00")
	var all []string
	for _, q := range sum.Questions {
		all = append(all, q.Heading+"="+q.Native)
	}
	same(t, "questions", strings.Join(all, " "), "G01Q01=G01Q01 G01Q02[SQ001]=G01Q02[SQ001] G01Q02[SQ002]=G01Q02[SQ002] G01Q02[other]=G01Q02[other]")
}

func TestLimeSurveyHeadingsInEveryWay(t *testing.T) {
	rows := "1,2025-10-01 14:03:22,3,en,4,Yes,No\n2,2025-10-02 14:03:22,3,en,5,No,No\n"
	for name, c := range map[string]struct{ head, wordings, natives string }{
		"codes":             {"id,submitdate,lastpage,startlanguage,worth,used[1],used[2]", "||", "worth|used[1]|used[2]"},
		"codes and texts":   {"id. Response ID,submitdate. Date submitted,lastpage. Last page,startlanguage. Start language,worth. Was it worth it?,used[1]. What did you use? [A list],used[2]. What did you use? [A van]", "Was it worth it?|What did you use? [A list]|What did you use? [A van]", "worth|used[1]|used[2]"},
		"an older divider":  {"id._.Response ID,submitdate._.Date submitted,lastpage._.Last page,startlanguage._.Start language,worth._.Was it worth it?,used[1]._.[A list],used[2]._.[A van]", "Was it worth it?|A list|A van", "worth|used[1]|used[2]"},
		"texts":             {"Response ID,Date submitted,Last page,Start language,Was it worth it?,What did you use? [A list],What did you use? [A van]", "||", "||"},
		"texts, in German":  {"Antwort ID,Datum Abgeschickt,Letzte Seite,Start-Sprache,War es das wert?,Was haben Sie benutzt? [Liste],Was haben Sie benutzt? [Bus],Gruppenzeit: Alles,Gesamtzeit", "||", "||"},
		"texts, in French":  {"ID de la réponse,Date de soumission,Dernière page,Langue de départ,Utile ?,Quoi ? [Liste],Quoi ? [Bus]", "||", "||"},
		"texts, in Spanish": {"ID de respuesta,Fecha de envío,Última página,Lenguaje inicial,¿Útil?,¿Qué? [Lista],¿Qué? [Bus]", "||", "||"},
	} {
		t.Run(name, func(t *testing.T) {
			sum, h := source(t, limeSurvey, "r.csv", c.head+"\n"+rows, Said{})
			var wordings, natives []string
			for _, q := range sum.Questions {
				wordings, natives = append(wordings, q.Wording), append(natives, q.Native)
			}
			same(t, "wordings", strings.Join(wordings, "|"), c.wordings)
			same(t, "codes", strings.Join(natives, "|"), c.natives)
			same(t, "sent", h.of(vocabulary.Survey)[1]["submitted_at"], "2025-10-02T14:03:22Z")
			same(t, "complete", h.of(vocabulary.Survey)[0]["complete"], "yes")
			same(t, "problems", h.codes(), "")
		})
	}
}

func TestLimeSurveyWithoutItsOwnColumns(t *testing.T) {
	head := `socio1. In which country do you work?,rse3[SQ001]. Who uses the code? [],"likert0[time1]. [In a month, how much?]",tool5[multi]. Which platform? [Cloud],tool5[multi]. Which platform? [Desktop],proj1_can. How many?` + "\n"
	for name, text := range map[string]string{
		"numbers in disorder":   "," + head + "9,UK,3,2,Yes,No,4\n2,France,3,2,No,No,4\n7,,3,1 (None),No,No,4\n",
		"a table's own numbers": "," + head + "0,UK,3,2,Yes,No,4\n2,France,3,2,No,No,4\n7,,3,1 (None),No,No,4\n",
		"written once more":     "Unnamed: 0," + head + "0,UK,3,2,Yes,No,4\n2,France,3,2,No,No,4\n7,,3,1 (None),No,No,4\n",
	} {
		t.Run(name, func(t *testing.T) {
			sum, h := source(t, limeSurvey, "r.csv", text, Said{})
			s := h.of(vocabulary.Survey)
			same(t, "id", s[2]["response_id"], "7")
			same(t, "key", h.rows[2].Key, "")
			same(t, "problems", h.codes(), "times_missing")
			same(t, "questions", distinctQuestions(sum.Questions), 6)
			same(t, "an empty part", sum.Questions[1].Wording, "Who uses the code?")
			same(t, "nothing but a part", sum.Questions[2].Wording, "In a month, how much?")
			same(t, "a code of several", sum.Questions[3].Native, "")
		})
	}
	dated := "startdate. Date started," + head + "2025-10-01 14:00:00,UK,3,2,Yes,No,4\n"
	sum, h := source(t, limeSurvey, "r.csv", dated, Said{})
	same(t, "one column of its own", len(sum.Questions), 6)
	same(t, "begun", h.of(vocabulary.Survey)[0]["submitted_at"], "2025-10-01T14:00:00Z")
	sum, h = source(t, limeSurvey, "r.csv", head+"UK,3,2,Yes,No,4\n", Said{Wave: "w1"})
	same(t, "no numbers either", len(h.rows), 1)
	same(t, "questions", len(sum.Questions), 6)
	same(t, "problems", h.codes(), "")
}

func TestLimeSurveyWithoutTimesTellsSurveysApart(t *testing.T) {
	read := func(head, row string) (Row, string) {
		_, h := source(t, limeSurvey, "r.csv", "id,submitdate,lastpage,startlanguage,"+head+"\n"+row+"\n", Said{})
		return h.rows[0], h.codes()
	}
	one, codes := read("worth,used", "1,1980-01-01 00:00:00,3,en,4,5")
	same(t, "problems", codes, "times_missing")
	same(t, "sent", one.Fields[surveyForm.at["submitted_at"]], "")
	same(t, "complete", one.Fields[surveyForm.at["complete"]], "yes")
	again, _ := read("worth,used", "1,1980-01-01 00:00:00,3,en,4,2")
	other, _ := read("worth,else", "1,1980-01-01 00:00:00,3,en,4,5")
	same(t, "the same survey", again.Key, one.Key)
	if one.Key == other.Key || one.Key == "" {
		t.Errorf("two surveys, one key %q", one.Key)
	}
}

func TestQuestionsBehindPlainNumbersAreNotTakenForOthers(t *testing.T) {
	for name, head := range map[string]string{
		"a column of another kind": "Name,Q1. Was it useful?,Q2. Why?",
		"a code alone":             "Q1,Q2,Q3",
		"sentences":                "Dr. Jones came,Mr. Smith came,Who else came",
	} {
		if p, err := (answersTool{limeSurvey, findLime}).Match(book(t, "r.csv", head+"\na,b,c\n")); err != nil || p >= floor {
			t.Errorf("%s: %v, %v", name, p, err)
		}
	}
	same(t, "a question of that code", limeRole("token. What is a token to you?"), "")
	same(t, "the tool's own", limeRole("token. Access code"), "token")
}

func FuzzLimeSurvey(f *testing.F) {
	fuzzLayout(f, answersTool{limeSurvey, findLime}, limeCSV, ",a1. Why?,b2[SQ001]. Who? [me],\"c3[SQ002]. [In a month, how much?]\"\n0,x,Y,3\n4,,N/A,2\n",
		"Antwort ID,Datum Abgeschickt,Letzte Seite,Start-Sprache,Zufallsstartwert,Warum?\n1,18.09.2025 18:00:16,2,de,77,darum\n2,,1,de,78,\n")
}
