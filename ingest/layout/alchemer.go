package layout

import (
	"strings"

	"valuetrail/ingest/sheet"
)

const alchemer = "alchemer"

var (
	// gizmoMeta leads tight headings that are the tool's own to what they say.
	// Another tool has an id, a status and an address beside its own times as well;
	// sessions, contacts and legacy comments are this one's alone.
	gizmoMeta = map[string]string{"responseid": "id", "timestarted": "began", "datesubmitted": "sent", "status": "status", "contactid": "contact", "legacycomments": "legacy", "sessionid": "session",
		"extendedreferer": "referer"}
	// gizmoBeside are the tool's own only right beside those: as questions they
	// would do as well.
	gizmoBeside = map[string]bool{"comments": true, "language": true, "referer": true, "useragent": true, "longitude": true, "latitude": true, "country": true, "city": true, "stateregion": true,
		"postal": true, "tags": true, "ipaddress": true, "linkname": true, "timezone": true, "timetocompleteseconds": true}
)

// findGizmo finds response exports of Alchemer, formerly SurveyGizmo: one heading
// row, the tool's own columns first, and "option:question" over each column of a
// question that several columns answer.
func findGizmo(s *sheet.Sheet, rows []sheet.Row) (answerSheet, bool) {
	for i, row := range rows[:min(len(rows), 3)] {
		own := rolesIn(row, func(h string) string { return gizmoMeta[tight(h)] })
		if own["sent"] == 0 || own["status"] == 0 && len(own) < 4 || own["began"]+own["session"]+own["legacy"] == 0 {
			continue
		}
		a := headedBy(alchemer, s, rows, i)
		a.sure = 0.95
		if len(own) >= 4 {
			a.sure = 0.98 // no other tool has these beside each other
		}
		a.takeAll(own)
		for c := 2; c <= a.wide; c++ {
			if !a.meta[c] && a.meta[c-1] && gizmoBeside[tight(cell(row, c))] {
				a.take("beside", c)
			}
		}
		a.askOne(whoRole(row))
		a.gizmoWays()
		return a, len(a.asks) > 0
	}
	return answerSheet{}, false
}

// gizmoWays says what the tool does otherwise: rows that somebody wrote while
// trying the survey out are marked, and ids begin again in each survey.
func (a *answerSheet) gizmoWays() {
	status := a.at["status"]
	a.ways.undated = true
	a.ways.gather = (*answersReader).uniteOptions
	a.countValuesOf(status)
	a.ways.unreal = func(row sheet.Row) string {
		switch said := strings.ToLower(cell(row, status)); {
		case strings.Contains(said, "test"):
			return "test"
		case strings.Contains(said, "preview"):
			return "preview"
		case strings.Contains(said, "deleted"):
			return "deleted"
		}
		return ""
	}
	a.ways.finished = func(row sheet.Row) string {
		switch said := strings.ToLower(cell(row, status)); said {
		case "":
			return ""
		case "complete", "completed":
			return "yes"
		}
		return "no"
	}
	form := a.formName()
	a.ways.native = func(_ sheet.Row, s sending) string {
		return strings.Join([]string{alchemer, s.id, first(s.began.minute(), s.at.minute(), form)}, "|")
	}
}

// uniteOptions gives the columns of a question of several choices the question
// as their wording: "option:question" over cells that hold nothing but the
// option. Where the cells hold more the row of a matrix comes behind it.
func (x *answersReader) uniteOptions() {
	ticked := map[string]bool{}
	for i := range x.a.asks {
		q := &x.a.asks[i]
		seen := x.seen[q.Column]
		if asked, ok := strings.CutPrefix(q.Heading, seen.first+":"); ok && seen.filled > 0 && !seen.many && tidy(asked) != "" {
			q.Wording = tidy(asked)
			ticked[q.Wording] = true
		}
	}
	for i := range x.a.asks {
		q := &x.a.asks[i]
		option, asked, ok := strings.Cut(q.Heading, ":")
		asked = strings.TrimLeft(asked, ": ")
		switch {
		case q.Wording != "" || !ok || asked == "":
		case ticked[asked] && (x.seen[q.Column].filled == 0 || isOther(option)):
			q.Wording = asked
		case strings.Count(q.Heading, ":") == 1 && !isQuestion(option):
			q.Wording = asked + " - " + tidy(option)
		}
	}
}
