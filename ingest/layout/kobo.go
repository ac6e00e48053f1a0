package layout

import (
	"regexp"
	"strings"

	"valuetrail/ingest/sheet"
)

const kobo = "kobo"

var (
	// koboMeta leads the columns that the server adds, whatever the language, to
	// what they say.
	koboMeta = map[string]string{"_id": "number", "_uuid": "id", "_submission_time": "sent", "_validation_status": "review", "_notes": "notes", "_status": "status", "_submitted_by": "submitter",
		"_tags": "tags", "_index": "index", "_duration": "duration", "_xform_id": "form", "_xform_id_string": "form", "_attachments": "attachments", "_geolocation": "place", "_total_media": "media",
		"_media_count": "media", "_media_all_received": "media", "_bamboo_dataset_id": "dataset", "formhub/uuid": "form", "meta/rootuuid": "root", "_parent_index": "parent", "_parent_table_name": "parent"}
	koboVersion = regexp.MustCompile(`^_+version_*\d{0,3}$`)
	// koboPlace is what the server makes out of a question for a place.
	koboPlace = regexp.MustCompile(`^_(.+)_(?:latitude|longitude|altitude|precision)$`)
)

func koboRole(heading string) string {
	name := xformName(heading)
	if role := koboMeta[name]; role != "" {
		return role
	}
	switch {
	case koboVersion.MatchString(name):
		return "version"
	case strings.HasPrefix(name, "_submission__"):
		return "parent"
	}
	return ""
}

// findKobo finds exports of KoboToolbox: text with semicolons or the older one with
// commas, or a workbook that keeps each repeat on a sheet of its own; under the
// names of questions or under their labels in any language.
func findKobo(s *sheet.Sheet, rows []sheet.Row) (answerSheet, bool) {
	if len(rows) == 0 {
		return answerSheet{}, false
	}
	a := headedBy(kobo, s, rows, 0)
	for c := 1; c <= a.wide; c++ {
		if role := koboRole(cell(a.names, c)); role != "" {
			a.take(role, c)
		}
	}
	if a.at["parent"] > 0 && a.at["index"] > 0 {
		a.ways.repeats, a.sure = true, 0.97
		return a, true
	}
	known := 0
	for _, role := range []string{"id", "number", "sent", "index"} {
		if a.at[role] > 0 {
			known++
		}
	}
	if known < 2 || a.at["id"]+a.at["sent"] == 0 {
		return answerSheet{}, false
	}
	a.sure = 0.97
	if len(rows) > 1 && isTagRow(rows[1]) {
		a.above, a.heads = 2, 2
	}
	a.takePlaces()
	a.takeXform(rows[a.above:])
	a.askXform(rows[a.above:], "/")
	a.koboWays()
	return a, len(a.asks) > 0
}

// isTagRow tells the row of tags of the humanitarian exchange language.
func isTagRow(row sheet.Row) bool {
	tags := 0
	for _, c := range row.Cells {
		switch c = tidy(c); {
		case strings.HasPrefix(c, "#") && len(c) > 1:
			tags++
		case c != "":
			return false
		}
	}
	return tags > 0
}

// takePlaces takes the columns that say a place again in numbers.
func (a *answerSheet) takePlaces() {
	ends := map[string]bool{}
	for c := 1; c <= a.wide; c++ {
		ends[xformName(pathEnd(cell(a.names, c), "/"))] = true
		ends[xformName(cell(a.names, c))] = true
	}
	for c := 1; c <= a.wide; c++ {
		if m := koboPlace.FindStringSubmatch(xformName(pathEnd(cell(a.names, c), "/"))); m != nil && ends[m[1]] && !a.meta[c] {
			a.take("place", c)
		}
	}
}

// koboWays says what the tool does otherwise: the server's own times are in UTC,
// somebody who checks may refuse a submission, and one that was corrected keeps
// the name it had at first beside its new one.
func (a *answerSheet) koboWays() {
	if a.at["id"] == 0 {
		a.at["id"] = a.at["number"]
	}
	a.ways.utc = map[string]bool{"sent": true}
	a.ways.noTime = func(text string) bool { return strings.EqualFold(text, "n/a") }
	review, root := a.at["review"], a.at["root"]
	a.ways.unreal = func(row sheet.Row) string {
		if strings.HasSuffix(tight(cell(row, review)), "notapproved") {
			return "rejected"
		}
		return ""
	}
	a.countValuesOf(review)
	a.ways.native = func(row sheet.Row, s sending) string {
		return kobo + "|" + strings.TrimPrefix(first(cell(row, root), s.id), "uuid:")
	}
}
