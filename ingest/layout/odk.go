package layout

import (
	"regexp"
	"strings"

	"valuetrail/ingest/sheet"
)

const odk = "odk"

var (
	// centralMeta are the columns that Central puts behind the key.
	centralMeta = map[string]string{"submitterid": "submitter", "submittername": "submitter", "attachmentspresent": "attachments", "attachmentsexpected": "attachments", "status": "status",
		"reviewstate": "review", "deviceid": "device", "edits": "edits", "formversion": "version", "isvalidated": "validated"}
	// setOf is a column that names the table of a repeat.
	setOf = regexp.MustCompile(`^(?i:set-of-\S+|setof[a-z0-9_]+)$`)
)

// findODK finds what ODK Central and Briefcase give of a form: a row a submission,
// with or without the paths of groups; and tells the tables of repeats, whose
// rows belong to submissions that stand in another file.
func findODK(s *sheet.Sheet, rows []sheet.Row) (answerSheet, bool) {
	if len(rows) == 0 {
		return answerSheet{}, false
	}
	at := columnsNamed(rows[0])
	a := headedBy(odk, s, rows, 0)
	if at["KEY"] > 0 && at["PARENT_KEY"] > 0 {
		a.ways.repeats, a.sure = true, 0.95
		return a, true
	}
	if at["KEY"] == 0 || at["SubmissionDate"] == 0 || at["formdef_version"] > 0 || at["CompletionDate"] > 0 {
		return answerSheet{}, false
	}
	a.sure = 0.9
	if at["SubmitterID"] > 0 || at["meta-instanceID"]+at["instanceID"] > 0 {
		a.sure = 0.97
	}
	a.take("sent", at["SubmissionDate"])
	a.take("id", at["KEY"])
	for c := at["KEY"] + 1; c <= a.wide; c++ {
		if role := centralMeta[xformName(cell(a.names, c))]; role != "" {
			a.take(role, c)
		}
	}
	for c := 1; c <= a.wide; c++ {
		if setOf.MatchString(cell(a.names, c)) {
			a.take("set", c)
		}
	}
	a.takeXform(rows[1:])
	a.askXform(rows[1:], "-/")
	a.odkWays()
	return a, len(a.asks) > 0
}

// odkWays says what the tool does otherwise: a submission may be refused by
// whoever reviews it, and one that nobody could decrypt says nothing.
func (a *answerSheet) odkWays() {
	review, status := a.at["review"], a.at["status"]
	a.ways.unreal = func(row sheet.Row) string {
		switch {
		case strings.EqualFold(cell(row, review), "rejected"):
			return "rejected"
		case strings.Contains(strings.ToLower(cell(row, status)), "crypted"):
			return "encrypted"
		}
		return ""
	}
	a.ways.native = a.scoped()
	a.countValuesOf(review)
}
