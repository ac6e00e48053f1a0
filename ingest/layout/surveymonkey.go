package layout

import (
	"regexp"
	"slices"
	"strings"

	"valuetrail/ingest/sheet"
	"valuetrail/internal/vocabulary"
)

const surveyMonkey = "surveymonkey"

// SurveyMonkey reads exports of all responses: questions and, under them, their
// options in two heading rows; three with codes on top; one where they were
// flattened or somebody took the second away. Summaries and cross tables are
// refused: they hold no responses.
type SurveyMonkey struct{}

// Source implements Layout.
func (SurveyMonkey) Source() string { return surveyMonkey }

// monkeyWords are the headings of metadata, in the languages that the tool speaks.
var monkeyWords = map[string]string{
	"id": "respondent id, respondenten id, befragten id, teilnehmer id, id du répondant, identifiant du répondant, id répondant, id del encuestado, id de encuestado, identificador del encuestado, identificación del encuestado, id do respondente, " +
		"id de respondente, id do entrevistado, id rispondente, id del rispondente, id intervistato, id dell intervistato, id respondent, id van respondent, respondents id, svarandens id, svarande id, id för svarande, respondentens id, vastaajan id, vastaajatunnus, " +
		"respondent nr, id respondenta, identyfikator respondenta, katılımcı kimliği, yanıtlayan kimliği, идентификатор респондента, id респондента, 回答者 id, 回答者id, 受访者 id, 受訪者 id, 응답자 id",
	"collector": "collector id, kollektor id, id du collecteur, id collecteur, id del recopilador, id de recopilador, id do coletor, id de coletor, id collettore, id raccoglitore, id del raccoglitore, id dello strumento di raccolta, verzamelaar id, id van verzamelaar, insamlar id, " +
		"insamlarens id, indsamler id, innsamler id, kerääjän id, id kolektora, toplayıcı kimliği, идентификатор сборщика, コレクター id, コレクターid, 收集器 id, 수집기 id",
	"began": "start date, date created, startdatum, erstellungsdatum, datum erstellt, date de début, date de création, fecha de inicio, fecha de creación, data de início, data de criação, data di inizio, data inizio, data di creazione, data creazione, begindatum, startdato, " +
		"aloituspäivä, aloituspäivämäärä, data rozpoczęcia, data utworzenia, başlangıç tarihi, дата начала, дата создания, 開始日, 开始日期, 開始日期, 시작 날짜, 시작일",
	"ended": "end date, date modified, enddatum, änderungsdatum, bearbeitungsdatum, datum geändert, date de fin, date de modification, fecha de finalización, fecha de fin, fecha final, fecha de modificación, data de término, data de fim, data de conclusão, data de modificação, data di fine, data fine, " +
		"data di modifica, data modifica, einddatum, slutdatum, slutdato, sluttdato, lopetuspäivä, päättymispäivä, data zakończenia, data modyfikacji, bitiş tarihi, дата окончания, дата завершения, дата изменения, 終了日, 结束日期, 結束日期, 종료 날짜, 종료일",
	"ip": "ip address, ip adresse, adresse ip, dirección ip, endereço ip, endereço de ip, indirizzo ip, ip adres, ip adress, ip osoite, adres ip, ip adresi, ip адрес, ip アドレス, ipアドレス, ip 地址, ip 주소",
	"email": "email address, e mail adresse, adresse e mail, adresse email, adresse électronique, correo electrónico, dirección de correo electrónico, endereço de e mail, endereço de email, indirizzo e mail, indirizzo email, e mailadres, e mail adres, e postadress, " +
		"e mail adress, e postadresse, mailadresse, sähköpostiosoite, adres e mail, e posta adresi, адрес электронной почты, メールアドレス, 电子邮件地址, 電子郵件地址, 이메일 주소",
	"first":    "first name, vorname, prénom, primer nombre, voornaam, förnamn, fornavn, etunimi, imię, primeiro nome",
	"last":     "last name, nachname, nom de famille, apellido, apellidos, sobrenome, apelido, último nome, cognome, achternaam, efternamn, efternavn, etternavn, sukunimi, nazwisko",
	"complete": "completed, completion status, response status",
	"custom": "benutzerdefinierte daten, données personnalisées, datos personalizados, dados personalizados, dati personalizzati, aangepaste gegevens, anpassade data, anpassade uppgifter, brugerdefinerede data, egendefinerte data, mukautetut tiedot, dane niestandardowe, " +
		"özel veriler, пользовательские данные, カスタムデータ, 自定义数据, 自訂資料, 사용자 지정 데이터",
}

// monkeyMeta leads tight headings of metadata to what they say.
var monkeyMeta = func() map[string]string {
	meta := map[string]string{}
	for role, all := range monkeyWords {
		for word := range strings.SplitSeq(all, ", ") {
			meta[tight(word)] = role
		}
	}
	return meta
}()

var (
	customData = regexp.MustCompile(`^customdata\d{0,2}$`)
	// questionCode is the short name that some exports put over a question.
	questionCode = regexp.MustCompile(`^(?i:q|var|v)?\d{1,4}(?:[._-]\w{1,12})*$`)
	// wholeAnswer are the words that stand under a question in place of an option.
	wholeAnswer = words("response, open ended response, antwort, offene beantwortung, offene antwort, respuesta, respuesta abierta, réponse, réponse ouverte, resposta, resposta aberta, risposta, risposta aperta, reactie, antwoord, open antwoord, " +
		"svar, öppet svar, fritt svar, åbent svar, åpent svar, vastaus, avoin vastaus, odpowiedź, odpowiedź otwarta, yanıt, ответ, 回答, 自由回答, 开放式回答, 응답")
	// beside are the beginnings of labels of columns that stand beside an answer.
	beside = append([]string{"comment", "why", "please", "if ", "none", "n a", "not applicable"}, otherOption...)
	// otherOption are the beginnings of the option that people fill in.
	otherOption = []string{"other", "sonstige", "andere", "autre", "otro", "otra", "outro", "outra", "altro", "altra", "anders", "annat", "annan", "andet", "annet", "muu", "inne", "inny", "jiné", "iné", "egyéb", "diğer", "другое", "інше", "その他", "其他", "기타"}
)

// monkeyHead is where the heading rows of a sheet are.
type monkeyHead struct {
	first                   int // of the rows, the first heading
	codes, questions, label sheet.Row
	above                   int
	sure                    float64
}

func findMonkey(s *sheet.Sheet, rows []sheet.Row) (answerSheet, bool) {
	h, ok := headOfMonkey(rows)
	if !ok {
		return answerSheet{}, false
	}
	a := newAnswerSheet(surveyMonkey, s)
	a.names, a.above, a.heads, a.sure = h.questions, h.above, h.above-h.first, h.sure
	a.wide = max(len(h.codes.Cells), len(h.questions.Cells), len(h.label.Cells))
	for n, row := range []sheet.Row{h.questions, h.codes, h.label} {
		for c := 1; c <= len(row.Cells); c++ {
			role := monkeyRole(cell(row, c))
			if n == 0 {
				role = first(role, whoHeaded(cell(row, c))) // under a question a name may be a row of it
			}
			switch {
			case role == "" || a.meta[c]:
			case isWho(role) && a.at[role] > 0:
				a.take(role+again, c)
			default:
				a.take(role, c)
			}
		}
	}
	a.askMonkey(h)
	a.ways.gather = (*answersReader).uniteTicks
	return a, len(a.asks) > 0
}

// monkeyRole is what a heading of metadata says, "" for any other heading.
func monkeyRole(heading string) string {
	t := tight(heading)
	if customData.MatchString(t) {
		return "custom"
	}
	if role := monkeyMeta[strings.TrimRight(t, "0123456789")]; role == "custom" {
		return role
	}
	return monkeyMeta[t]
}

// headOfMonkey finds the headings: by the metadata, else by the words that
// stand under questions, else by questions that several columns answer.
func headOfMonkey(rows []sheet.Row) (monkeyHead, bool) {
	for i, row := range rows[:min(len(rows), 6)] {
		if at := rolesIn(row, monkeyRole); at["id"] > 0 && notOurs(row) {
			return headByID(rows, i, at)
		}
	}
	for i := 0; i+1 < len(rows) && i < 4; i++ {
		if labels(rows[i], rows[i+1]) {
			return monkeyHead{first: i, questions: rows[i], label: rows[i+1], above: i + 2, sure: 0.9}, true
		}
	}
	if len(rows) > 1 && sharedQuestions(rows) {
		return monkeyHead{questions: rows[0], above: 1, sure: 0.6}, true
	}
	return monkeyHead{}, false
}

// notOurs reports that a row with a respondent's id is no survey sheet of ours,
// which has such a column too.
func notOurs(row sheet.Row) bool {
	for _, c := range row.Cells {
		switch vocabulary.Loose(c) {
		case "wave id", "submitted at", "response id":
			return false
		}
	}
	return true
}

// headByID finds the heading rows around the one with a respondent's id.
func headByID(rows []sheet.Row, i int, at map[string]int) (monkeyHead, bool) {
	h := monkeyHead{first: i, questions: rows[i], above: i + 1, sure: 0.8}
	if at["collector"] > 0 || at["began"] > 0 && at["ended"] > 0 {
		h.sure = 0.97
	}
	var under []sheet.Row
	for _, row := range rows[i+1 : min(len(rows), i+3)] {
		if !underHeading(row, at) {
			break
		}
		under = append(under, row)
		h.above++
	}
	if len(under) > 0 {
		h.label = under[len(under)-1]
		h.sure = max(h.sure, 0.95)
	}
	switch {
	case i > 0 && codes(rows[i-1], at):
		h.codes, h.first = rows[i-1], i-1
	case len(under) > 0 && codes(rows[i], at):
		h.codes, h.questions, h.label = rows[i], under[0], sheet.Row{}
		if len(under) > 1 {
			h.label = under[1]
		}
	}
	return h, len(under) > 0 || h.sure > 0.9 || asksSomething(h.questions)
}

// underHeading reports that a row under the metadata's names is no response:
// where an id and times would stand is nothing, or the names again.
func underHeading(row sheet.Row, at map[string]int) bool {
	if id := cell(row, at["id"]); id != "" && monkeyRole(id) == "" {
		return false
	}
	for _, role := range []string{"began", "ended"} {
		if _, isTime := readDate(cell(row, at[role])); isTime {
			return false
		}
	}
	return slices.ContainsFunc(row.Cells, func(c string) bool {
		_, isNumber := readNumber(c, false)
		return !isNumber && !sheet.Blank(c)
	})
}

// codes reports that most of a row's questions are named by short codes.
func codes(row sheet.Row, at map[string]int) bool {
	named, coded := 0, 0
	for c := 1; c <= len(row.Cells); c++ {
		if h := cell(row, c); h != "" && monkeyRole(h) == "" {
			named++
			if questionCode.MatchString(h) {
				coded++
			}
		}
	}
	return coded > 0 && coded*10 >= named*6
}

// asksSomething reports that a heading reads like a question.
func asksSomething(row sheet.Row) bool {
	for _, c := range row.Cells {
		if isQuestion(tidy(c)) {
			return true
		}
	}
	return false
}

func isQuestion(heading string) bool {
	return len([]rune(heading)) >= 25 || strings.ContainsAny(heading, "?¿？") || strings.Contains(heading, " - ")
}

// labels reports that the second row holds what stands under questions: an
// option or a word for the whole answer in every column.
func labels(questions, under sheet.Row) bool {
	whole, continued, bare := 0, 0, 0
	for c := 1; c <= max(len(questions.Cells), len(under.Cells)); c++ {
		q, l := cell(questions, c), cell(under, c)
		if wholeAnswer[vocabulary.Loose(l)] {
			whole++
		}
		switch {
		case q == "" && l != "":
			continued++
		case q != "" && l == "":
			bare++
		}
		if _, isNumber := readNumber(l, false); isNumber {
			return false
		}
	}
	return bare == 0 && filled(questions.Cells) > 0 && cell(questions, 1) != "" && (whole >= 2 || whole == 1 && continued > 0)
}

// sharedQuestions reports that the first row asks long questions, and that two
// and more columns without a heading, each beside a question, hold something.
func sharedQuestions(rows []sheet.Row) bool {
	head := rows[0]
	named, asking, shared := 0, 0, 0
	for c := 1; c <= len(head.Cells); c++ {
		if h := cell(head, c); h != "" {
			named++
			if isQuestion(h) {
				asking++
			}
			continue
		}
		for _, row := range rows[1:] {
			if c > 1 && cell(row, c) != "" {
				shared++
				break
			}
		}
	}
	return named >= 4 && asking*10 >= named*7 && shared >= 2 && cell(head, 1) != ""
}

// Match implements Layout.
func (SurveyMonkey) Match(b *sheet.Book) (float64, error) {
	best, err := answersTool{surveyMonkey, findMonkey}.Match(b)
	if err != nil {
		return 0, err
	}
	for _, s := range b.Sheets {
		rows, err := firstRows(s, headRows)
		if err != nil {
			return 0, err
		}
		if aggregateIn(rows) != "" {
			best = max(best, 0.85)
		}
	}
	return best, nil
}

// Read implements Layout.
func (SurveyMonkey) Read(b *sheet.Book, said Said, to Sink) (Summary, error) {
	what, err := nothingButCounts(b)
	if err == nil && what != "" {
		err = &AggregateError{Book: b.Name, What: what}
	}
	if err != nil {
		return newReading(surveyMonkey, vocabulary.Survey, b, said, to).finish(), err
	}
	return answersTool{surveyMonkey, findMonkey}.Read(b, said, to)
}

// nothingButCounts is how counts or shares of answers stand in a book, "" where
// there are none, or stand beside responses that its owner made them of.
func nothingButCounts(b *sheet.Book) (string, error) {
	what := ""
	for _, s := range b.Sheets {
		rows, err := firstRows(s, headRows)
		if err != nil {
			return "", err
		}
		if _, ok := findMonkey(s, rows); ok {
			return "", nil
		}
		what = first(what, aggregateIn(rows))
	}
	return what, nil
}
