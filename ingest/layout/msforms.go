package layout

import (
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"valuetrail/ingest/sheet"
)

const microsoftForms = "msforms"

// formsWords are the headings that the platform writes, in the languages it
// speaks. In others the first five are told by where they stand and what is under
// them; what whoWords say of who answers holds here too.
var formsWords = map[string]string{
	"id": "id, identyfikator, identifiant, identificador, identificativo, identificatie, kimlik, azonosító, tunnus, идентификатор, ідентифікатор, ид, αναγνωριστικό, 序号, 識別碼, 标识, 아이디, identifikátor, identificator",
	"began": "start time, startzeit, heure de début, hora de inicio, ora di inizio, ora inizio, hora de início, hora de começo, begintijd, starttijd, godzina rozpoczęcia, starttid, starttidspunkt, aloitusaika, alkamisaika, čas zahájení, " +
		"čas začatia, kezdés időpontja, kezdési idő, ora începerii, ora de începere, başlangıç saati, başlangıç zamanı, время начала, час початку, ώρα έναρξης, 開始時刻, 开始时间, 開始時間, 시작 시간, hora d inici",
	"ended": "completion time, fertigstellungszeit, abschlusszeit, heure de fin, heure d achèvement, hora de finalización, ora di completamento, ora completamento, hora de conclusão, hora da conclusão, hora de término, tijd van voltooien, " +
		"voltooiingstijd, godzina ukończenia, godzina zakończenia, slutförandetid, sluttid, fuldførelsestidspunkt, fullføringstidspunkt, sluttidspunkt, valmistumisaika, päättymisaika, čas dokončení, čas dokončenia, befejezés időpontja, " +
		"befejezési idő, ora finalizării, ora de finalizare, tamamlama saati, tamamlanma zamanı, время выполнения, время завершения, час завершення, час виконання, ώρα ολοκλήρωσης, 完了時刻, 完成时间, 完成時間, 완료 시간, hora de finalització",
	"changed": "last modified time, uhrzeit der letzten änderung, zeitpunkt der letzten änderung, zeit der letzten änderung, heure de la dernière modification, hora de la última modificación, ora dell ultima modifica, ora ultima modifica, " +
		"data ultima modifica, hora da última modificação, hora da última alteração, tijd van laatste wijziging, tijdstip van laatste wijziging, czas ostatniej modyfikacji, godzina ostatniej modyfikacji, tid för senaste ändring, " +
		"senast ändrad, tidspunkt for seneste ændring, senest ændret, tidspunkt for siste endring, sist endret, viimeisin muokkausaika, viimeksi muokattu, čas poslední změny, čas poslednej zmeny, utolsó módosítás időpontja, " +
		"ora ultimei modificări, son değiştirme zamanı, son değiştirilme saati, время последнего изменения, час останньої зміни, ώρα τελευταίας τροποποίησης, 最終変更時刻, 最終更新日時, 上次修改时间, 上次修改時間, 마지막으로 수정한 시간, 마지막 수정 시간",
	"email":    "mail",
	"name":     "nazwa, název, názov, 名称, 名稱, ad, användarnamn",
	"language": "language, sprache, langue, idioma, lingua, língua, taal, język, språk, sprog, kieli, jazyk, nyelv, limbă, limba, dil, язык, мова, γλώσσα, 言語, 语言, 語言, 언어, llengua, jezik",
	"quiz":     "total points, quiz feedback, grade posted time, gesamtpunktzahl, quizfeedback, total de puntos, punti totali, nombre total de points, total de pontos, totaal aantal punten, łączna liczba punktów",
}

// formsMeta leads tight headings to what they say.
var formsMeta = func() map[string]string {
	meta := maps.Clone(whoHeads)
	for role, all := range formsWords {
		for word := range strings.SplitSeq(all, ", ") {
			meta[tight(word)] = role
		}
	}
	return meta
}()

// findForms finds the workbook of answers that a form of Microsoft Forms gives,
// and the same saved again as text: a number, two times, an address and a name
// before the questions, in any language of the platform.
func findForms(s *sheet.Sheet, rows []sheet.Row) (answerSheet, bool) {
	for i, row := range rows[:min(len(rows), 6)] {
		if formsMeta[tight(cell(row, 1))] != "id" || len(row.Cells) < 5 {
			continue
		}
		a := headedBy(microsoftForms, s, rows, i)
		a.take("id", 1)
		began, ended := formsMeta[tight(cell(row, 2))] == "began", formsMeta[tight(cell(row, 3))] == "ended"
		switch {
		case began && ended:
			a.sure = 0.97
		case twoTimes(rows[i+1:]):
			a.sure = 0.85
		default:
			continue
		}
		a.take("began", 2)
		a.take("ended", 3)
		a.findWho(rows[i+1:])
		a.askOne(a.formsRole)
		// A form's numbers begin again when it is copied: there the moment counts.
		a.ways.native = func(_ sheet.Row, s sending) string {
			return strings.Join([]string{microsoftForms, s.id, s.at.minute()}, "|")
		}
		return a, len(a.asks) > 0
	}
	return answerSheet{}, false
}

// twoTimes reports that the second and third column hold times of day, the
// second never after the third: whatever their headings say, they are when
// somebody began and ended.
func twoTimes(rows []sheet.Row) bool {
	pairs := 0
	for _, row := range rows {
		if cell(row, 2) == "" && cell(row, 3) == "" {
			continue
		}
		from, ok := readDate(timeText(row.Cell(2)))
		to, ok2 := readDate(timeText(row.Cell(3)))
		if !ok || !ok2 || from.known != toClock || to.known != toClock {
			return false
		}
		after := true
		for _, order := range []string{dmy, mdy} {
			a, ok := from.in(order)
			b, ok2 := to.in(order)
			if ok && ok2 && !b.wall.Before(a.wall) {
				after = false
			}
		}
		if after {
			return false
		}
		pairs++
	}
	return pairs > 0
}

// findWho finds the address and the name, by their headings; else right behind the
// times, where the address column holds addresses and the like of anonymous, and
// the next holds names. Behind these comes when an answer was last changed: the
// platform asks for no times of day, so a column of nothing else is its own.
func (a *answerSheet) findWho(rows []sheet.Row) {
	known := func(c int) string { return formsMeta[tight(cell(a.names, c))] }
	own := func(c int) bool {
		return known(c) == "" && len([]rune(cell(a.names, c))) <= 45 && !strings.ContainsAny(cell(a.names, c), "?¿？")
	}
	mail := known(4) == "" && looksLikeWho(rows, 4)
	if mail {
		a.take("email", 4)
	}
	if own(5) && (mail && len([]rune(cell(a.names, 5))) <= 12 || (mail || known(4) == "email") && looksLikeNames(rows, 5)) {
		a.take("name", 5)
	}
	if own(6) && (a.at["name"] == 5 || known(5) == "name") && changesUnder(rows, 6) {
		a.take("changed", 6)
	}
}

// changesUnder reports that every answer has a time in a column, none before the
// answer was complete.
func changesUnder(rows []sheet.Row, column int) bool {
	times := 0
	for _, row := range rows {
		text := cell(row, column)
		if text == "" {
			continue
		}
		changed, ok := readDate(timeText(text))
		ended, ok2 := readDate(timeText(row.Cell(3)))
		if !ok || !ok2 || changed.known != toClock {
			return false
		}
		for _, order := range []string{dmy, mdy} {
			c, ok := changed.in(order)
			e, ok2 := ended.in(order)
			if ok && ok2 && c.wall.Before(e.wall) {
				return false
			}
		}
		times++
	}
	return times > 0
}

// looksLikeNames reports that a column holds nothing but words with capitals, of
// most people two and more, as names are written.
func looksLikeNames(rows []sheet.Row, column int) bool {
	names, whole := 0, 0
	for _, row := range rows {
		text := cell(row, column)
		if text == "" || nameless(text) {
			continue
		}
		parts := strings.Fields(text)
		capitals := 0
		for _, p := range parts {
			if r, _ := utf8.DecodeRuneInString(p); unicode.IsUpper(r) || unicode.In(r, unicode.Lo) {
				capitals++
			}
		}
		if len(parts) > 5 || capitals*2 <= len(parts) || strings.ContainsAny(text, "0123456789?!;:/@") {
			return false
		}
		if names++; capitals >= 2 {
			whole++
		}
	}
	return names > 0 && whole*2 > names
}

// looksLikeWho reports that a column says the same words of everybody who hides
// and addresses of everybody else.
func looksLikeWho(rows []sheet.Row, column int) bool {
	who := false
	for _, row := range rows {
		v := strings.ToLower(cell(row, column))
		switch {
		case v == "":
		case strings.Contains(v, "@") && !strings.Contains(v, " "), nameless(v):
			who = true
		default:
			return false
		}
	}
	return who
}

// formsRole is what the platform says in a column, "" for a question. Points and
// feedback of a quiz stand beside each question, headed by it.
func (a *answerSheet) formsRole(column int) string {
	heading := cell(a.names, column)
	if role := formsMeta[tight(heading)]; role != "" && (role == "quiz" || column <= 8) {
		return role
	}
	if role := whoHeaded(heading); role != "" {
		return role
	}
	for _, dash := range []string{" - ", " – "} {
		if what, of, ok := strings.Cut(heading, dash); ok && len([]rune(what)) <= 20 && slices.ContainsFunc(a.names.Cells, func(h string) bool { return tidy(h) == of }) {
			return "quiz"
		}
	}
	return ""
}
