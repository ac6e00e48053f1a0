package layout

import (
	"regexp"
	"strings"

	"valuetrail/internal/vocabulary"
)

// completeTold fills what a table that no layout knows leaves to be understood:
// a sheet of names that says nothing of coming or not lists those who came, and
// a story without a number is named by what it tells.
func (o *ownReader) completeTold(fields []string) {
	switch o.t.schema.Kind {
	case vocabulary.Attendance:
		said := false
		for _, h := range []string{"status", "minutes", "mode", "joined"} {
			said = said || o.t.column[o.t.form.at[h]] > 0
		}
		if at := o.t.form.at["status"]; !said && fields[at] == "" {
			fields[at] = "present"
		}
	case vocabulary.Stories:
		if at := o.t.form.at["story_id"]; fields[at] == "" && o.field(fields, "activity") != "" {
			fields[at] = o.unique("story-" + hash(TableSource, o.t.set, o.field(fields, "collected_on"), strings.ToLower(first(o.field(fields, "teller_id"), o.field(fields, "teller_label"), o.field(fields, "activity")))))
		}
	}
}

// runningNumber is what a program or a person counts rows with: next month it may
// begin at 1 again, and then names another response.
var runningNumber = regexp.MustCompile(`^\d{1,6}$`)

// toldKey identifies a response among those of its table: by its own id and when
// it was sent, else by who answered when, "" where the table tells neither.
func (o *ownReader) toldKey(fields []string) string {
	parts := []string{TableSource, o.t.set, o.field(fields, "wave_id")}
	id, when := o.field(fields, "response_id"), o.field(fields, "submitted_at")
	switch who := first(o.field(fields, "respondent_id"), NormaliseEmail(o.field(fields, "email"))); {
	case id != "" && (when != "" || !runningNumber.MatchString(id)):
		return strings.Join(append(parts, "id", id, when), "|")
	case who != "" && when != "":
		return strings.Join(append(parts, "who", who, when), "|")
	}
	return ""
}
