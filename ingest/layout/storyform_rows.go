package layout

import (
	"strings"

	"valuetrail/ingest/sheet"
	"valuetrail/internal/vocabulary"
)

var storiesForm = newForm(vocabulary.Stories)

// tellStory gives one story.
func (x *answersReader) tellStory(row sheet.Row, s sending) error {
	at := place{sheet: x.a.sheet.No, row: row.No}
	told := func(field string) string {
		if c := x.form.column[field]; c > 0 {
			if v := unguarded(strings.TrimSpace(row.Cell(c))); !sheet.Blank(v) && !FailedFormula(v) {
				return v
			}
		}
		return ""
	}
	activity := told("activity")
	if x.form.column["activity"] == 0 { // a form may ask for nothing but which activity it was
		activity = told("activity_ref")
	}
	if activity == "" {
		at.column = x.form.column["activity"]
		x.keep(at, "required_blank", "", first(cell(x.a.names, at.column), "activity"))
		return nil
	}
	day := s.sent.Day()
	if day == "" {
		x.keep(at, "required_blank", "", "collected_on")
		return nil
	}
	teller := first(told("teller_email"), s.email)
	if !strings.Contains(teller, "@") {
		teller = s.email
	}
	who := first(x.get(row, "respondent_id"), teller)
	label := first(told("teller_label"), x.wholeName(row))
	fields := storiesForm.fill("collected_on", day, "teller_id", who, "teller_label", label, "cohort", first(x.get(row, "cohort"), told("cohort")),
		"session_id", first(x.get(row, "session_id"), told("session_id"), x.said.Session), "activity_ref", told("activity_ref"), "title", told("title"),
		"other_contributors", told("other_contributors"), "enabled_that_would_not_have_happened", told("enabled_that_would_not_have_happened"))
	for _, field := range storyTexts {
		fields[storiesForm.at[field]] = told(field)
	}
	fields[storiesForm.at["activity"]] = activity
	for _, field := range storyDays {
		fields[storiesForm.at[field]] = x.storyDay(row, field)
	}
	x.consents(row, fields, told)
	id := x.storyID(s, first(who, label, activity))
	fields[storiesForm.at["story_id"]] = id
	return x.to.Row(Row{Kind: vocabulary.Stories, Sheet: at.sheet, Row: at.row, Fields: fields, Key: "stories|" + id, Modified: s.changed})
}

// storyID names a story by the form's own number where it has one, else by when
// and by whom it was told: the same in every export of the form.
func (x *answersReader) storyID(s sending, who string) string {
	if key := x.key(s); key != "" {
		return x.unique("story-" + hash(key))
	}
	return x.unique("story-" + hash(x.a.source, s.sent.String(), strings.ToLower(who)))
}

// storyDay reads a day that a teller gave; one that cannot be read is told and
// left out.
func (x *answersReader) storyDay(row sheet.Row, field string) string {
	c := x.form.column[field]
	text := timeText(row.Cell(c))
	if c == 0 || text == "" {
		return ""
	}
	at := place{x.a.sheet.No, row.No, c}
	m, ok, open := x.clock[c].read(text)
	switch {
	case open:
		x.note(at, "date_order_unknown", text, "")
		return ""
	case !ok:
		x.note(at, "date_unreadable", text, "")
	}
	return m.Day()
}

// consents says how far the story may go. What the teller's words do not say
// plainly stays private, and somebody is told.
func (x *answersReader) consents(row sheet.Row, fields []string, told func(string) string) {
	c := x.form.column["consent_scope"]
	words, heading := told("consent_scope"), cell(x.a.names, c)
	scope, nameless, ok := consentOf(words, heading)
	switch said := x.said.Words[vocabulary.Loose(words)]; {
	case ok:
	case said == "-": // left blank
		scope, ok = "", true
	case consentWords().Has(said):
		scope, ok = said, true
	}
	if !ok {
		x.note(place{x.a.sheet.No, row.No, c}, "consent_unclear", words, likelyConsent(words))
	}
	at := x.form.column["anonymize"]
	switch said, known := namelessOf(told("anonymize"), cell(x.a.names, at)); {
	case known && nameless != "yes": // either answer withholds the name
		nameless = said
	case known:
	case told("anonymize") != "":
		nameless = "yes"
		x.note(place{x.a.sheet.No, row.No, at}, "name_unclear", told("anonymize"), "")
	}
	fields[storiesForm.at["consent_scope"]] = scope
	fields[storiesForm.at["anonymize"]] = nameless
}
