package layout

import (
	"regexp"
	"strings"

	"valuetrail/ingest/sheet"
	"valuetrail/internal/vocabulary"
)

const limeSurvey = "limesurvey"

// limeMeta leads tight headings of the tool's own columns, by code or in words,
// to what they say. datestamp is the time of the last action: of a response that
// was never sent it is the nearest there is.
var limeMeta = map[string]string{
	"id": "id", "responseid": "id", "antwortid": "id", "iddelaréponse": "id", "idderespuesta": "id", "idderéponse": "id", "antwoordid": "id", "reactieid": "id", "idrisposta": "id", "iddaresposta": "id", "idodpowiedzi": "id",
	"submitdate": "sent", "datesubmitted": "sent", "completed": "sent", "datumabgeschickt": "sent", "datedesoumission": "sent", "fechadeenvío": "sent", "datumverzonden": "sent", "datumingestuurd": "sent", "datadiinvio": "sent", "datadeenvio": "sent", "dataprzesłania": "sent",
	"lastpage": "page", "letzteseite": "page", "dernièrepage": "page", "últimapágina": "page", "laatstepagina": "page", "ultimapagina": "page", "ostatniastrona": "page",
	"startlanguage": "language", "startsprache": "language", "languededépart": "language", "languedépart": "language", "lenguajeinicial": "language", "idiomainicial": "language", "starttaal": "language", "linguainiziale": "language", "linguadipartenza": "language", "językpoczątkowy": "language",
	"seed": "seed", "zufallsstartwert": "seed", "têtedesérie": "seed", "semilla": "seed", "seme": "seed", "semente": "seed",
	"startdate": "began", "datestarted": "began", "datumgestartet": "began", "datededébut": "began", "datedelancement": "began", "fechadeinicio": "began", "datumgestart": "began", "datadiinizio": "began", "datadeinício": "began",
	"datestamp": "ended", "datelastaction": "ended", "datumletzteaktivität": "ended", "datedeladernièreaction": "ended", "fechadelaúltimaacción": "ended", "datumlaatsteactie": "ended", "datadellultimaazione": "ended",
	"ipaddr": "ip", "ipaddress": "ip", "ipadresse": "ip", "refurl": "referrer", "referrerurl": "referrer", "token": "token", "accesscode": "token", "zugangscode": "token", "zugangsschlüssel": "token",
	"interviewtime": "timing", "totaltime": "timing", "gesamtzeit": "timing", "savedid": "saved",
}

var (
	// limeHeading is a question's code, the codes of a row or option of it in
	// brackets, and its text behind a full stop.
	limeHeading = regexp.MustCompile(`(?s)^([A-Za-z][A-Za-z0-9_-]*(?:\[[^\[\]]{1,40}\]){0,2})(?:\s*\.\s*(?:_\.\s*)?(.*))?$`)
	// limeTiming is a column of seconds that a page or a question took.
	limeTiming = regexp.MustCompile(`^(?i:grouptime\d+|(group|question) time\b.*|gruppenzeit\b.*|fragenzeit\b.*)$`)
	// plainCode is a code that people of any tool number their questions with.
	plainCode = regexp.MustCompile(`^(?i:q|question|frage|item|v)_?\d+[a-z]?$`)
	// indexHeading is what stands over row numbers that a program of statistics
	// has put before a table.
	indexHeading = map[string]bool{"": true, "unnamed 0": true}
)

// limeParts are a heading's code and text; the text of one without a code is all
// of it.
func limeParts(heading string) (code, text string) {
	m := limeHeading.FindStringSubmatch(heading)
	switch {
	case m == nil || m[2] == "" && strings.Contains(heading, " "):
		return "", heading
	case m[2] == "" && !strings.ContainsAny(heading, "0123456789[_") && strings.HasSuffix(heading, "."):
		return "", heading // a word and its full stop
	}
	text = strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(m[2]), "[]"))
	if strings.HasPrefix(text, "[") && strings.HasSuffix(text, "]") && strings.Count(text, "[") == 1 {
		text = strings.TrimSpace(text[1 : len(text)-1])
	}
	return m[1], text
}

// limeRole is what a column of the tool's own says, "" for a question.
func limeRole(heading string) string {
	code, text := limeParts(heading)
	if limeTiming.MatchString(heading) || limeTiming.MatchString(code) || limeTiming.MatchString(text) {
		return "timing"
	}
	role := limeMeta[tight(first(code, heading))]
	if code != "" && text != "" && role != "" && limeMeta[tight(text)] == "" {
		return "" // a question that happens to have such a code
	}
	return role
}

// findLime finds exports of responses of LimeSurvey: one heading row of question
// codes, of codes and texts, or of texts alone, whatever the export was asked
// for; with the tool's own columns before the questions, or with nothing but questions.
func findLime(s *sheet.Sheet, rows []sheet.Row) (answerSheet, bool) {
	for i, row := range rows[:min(len(rows), 4)] {
		own := rolesIn(row, limeRole)
		sure := limeSure(own)
		if sure == 0 && i == 0 {
			sure = sureByCodes(row)
			own = beyondDoubt(row, own)
		}
		if sure == 0 {
			continue
		}
		a := headedBy(limeSurvey, s, rows, i)
		a.sure = sure
		a.askLime(own, rows[i+1:])
		return a, len(a.asks) > 0
	}
	return answerSheet{}, false
}

// limeSure is how sure the tool's own columns make: its last page and its
// starting language are no other tool's.
func limeSure(own map[string]int) float64 {
	switch {
	case own["page"] > 0 && (own["id"] > 0 || own["sent"] > 0 || own["language"] > 0 || own["ended"] > 0):
		return 0.97
	case own["language"] > 0 && own["id"] > 0 && (own["sent"] > 0 || own["seed"] > 0):
		return 0.95
	case own["sent"] > 0 && own["id"] > 0 && own["seed"] > 0:
		return 0.95
	}
	return 0
}

// beyondDoubt are those of the tool's own columns that could be no question: code
// and words both say so, or the code is of no word that people use.
func beyondDoubt(row sheet.Row, own map[string]int) map[string]int {
	sure := map[string]int{}
	for role, c := range own {
		code, text := limeParts(cell(row, c))
		switch {
		case code != "" && text != "", tight(code) == "submitdate", tight(code) == "datestamp", tight(code) == "startlanguage", tight(code) == "lastpage":
			sure[role] = c
		}
	}
	return sure
}

// sureByCodes is how sure headings make where the tool's own columns are gone:
// nearly each is a code and a text, and the codes are more than numbers.
func sureByCodes(row sheet.Row) float64 {
	named, coded, telling, parts := 0, 0, 0, 0
	for c := 1; c <= len(row.Cells); c++ {
		h := cell(row, c)
		if h == "" {
			continue
		}
		named++
		code, text := limeParts(h)
		if code == "" || text == "" && !strings.Contains(code, "[") {
			continue
		}
		coded++
		if strings.Contains(code, "[") {
			parts++
		}
		if !plainCode.MatchString(code) {
			telling++
		}
	}
	switch {
	case coded < 2 || coded*10 < named*8:
		return 0
	case parts > 1, telling > 2 && telling*2 > coded:
		return 0.9
	case telling == 0 && coded == named:
		return 0.55
	}
	return 0
}

// askLime makes every column a question that is none of the tool's own. A code
// that stands over one column names it; codes that stand over several, as where
// their parts were taken out, name none.
func (a *answerSheet) askLime(own map[string]int, rows []sheet.Row) {
	last, codes := 0, map[string]int{}
	for role, c := range own {
		a.take(role, c)
		if role != "timing" {
			last = max(last, c)
		}
	}
	for c := 1; c <= a.wide; c++ {
		code, _ := limeParts(cell(a.names, c))
		codes[code]++
	}
	for c := 1; c <= a.wide; c++ {
		heading := cell(a.names, c)
		code, text := limeParts(heading)
		switch {
		case a.meta[c]:
		case c == 1 && indexHeading[vocabulary.Loose(heading)] && numbersRows(rows, c):
			a.take("index", c)
		case len(own) > 0 && limeRole(heading) != "":
			a.take(limeRole(heading), c)
		case c < last && a.takeLimeWho(code, text, c):
		default:
			q := Question{Column: c, Heading: heading, Wording: text}
			if codes[code] == 1 {
				q.Native = code
			}
			if text == heading {
				q.Wording = ""
			}
			a.bare[c] = heading == ""
			a.ask(q)
		}
	}
	a.limeWays()
}

// takeLimeWho takes the columns of whom the survey was sent to, which an export
// puts among the tool's own.
func (a *answerSheet) takeLimeWho(code, text string, column int) bool {
	role := map[string]string{"firstname": "first", "lastname": "last", "email": "email", "emailaddress": "email", "emailstatus": "invited"}[tight(first(code, text))]
	if role == "" && strings.HasPrefix(code, "attribute_") {
		role = "attribute"
	}
	if role != "" {
		a.take(role, column)
	}
	return role != ""
}

// limeWays says what the tool does otherwise: who stopped half-way was never
// sent, dates of a survey that keeps none are the first of 1980, and ids begin
// again in each survey.
func (a *answerSheet) limeWays() {
	a.ways.undated = true
	a.ways.noTime = func(text string) bool {
		return strings.HasPrefix(text, "1980-01-01") || strings.HasPrefix(text, "01.01.1980")
	}
	sent := a.at["sent"]
	a.ways.finished = func(row sheet.Row) string {
		switch {
		case sent == 0:
			return ""
		case cell(row, sent) == "":
			return "no"
		}
		return "yes"
	}
	if a.at["id"] == 0 && a.at["index"] > 0 {
		a.at["id"] = a.at["index"]
		a.ways.native = func(sheet.Row, sending) string { return "" }
		return
	}
	seed, form := a.at["seed"], a.formName()
	a.ways.native = func(row sheet.Row, s sending) string {
		return strings.Join([]string{limeSurvey, s.id, first(cell(row, seed), s.began.minute(), s.at.minute(), form)}, "|")
	}
}

// numbersRows reports that a column holds whole numbers, none of them twice:
// somebody's numbers of the rows.
func numbersRows(rows []sheet.Row, column int) bool {
	seen := map[int]bool{}
	for _, row := range rows {
		n, ok := whole(cell(row, column))
		if !ok || seen[n] {
			return false
		}
		seen[n] = true
	}
	return len(rows) > 0
}
