package layout

import (
	"strings"

	"valuetrail/ingest/sheet"
	"valuetrail/internal/vocabulary"
)

// judge gives the row, or keeps or ignores it.
func (o *ownReader) judge(row sheet.Row, fields []string, faults []fault) error {
	at := place{o.t.sheet.No, row.No, 0}
	o.complete(fields)
	if o.t.told != nil {
		o.completeTold(fields)
	}
	missing := o.missing(fields)
	if isTotal(firstCell(row)) && (missing != "" || onlyNumbers(row)) {
		o.ignore("summary")
		return nil
	}
	if reason := o.unwanted(fields); reason != "" {
		o.ignore(reason)
		return nil
	}
	kept := false
	for _, f := range faults {
		switch {
		case f.open:
			kept = true
		case f.need == vocabulary.Required, o.answers(f, missing):
			kept = true
			o.problem(f.at, f.code, f.value, f.detail)
		default:
			o.note(f.at, f.code, f.value, f.detail)
		}
	}
	if !kept && missing != "" {
		kept = true
		o.problem(at, "required_blank", "", missing)
	}
	if kept {
		o.sum.ToCheck++
		return nil
	}
	if o.t.schema.Kind == vocabulary.Attendance {
		o.meet(at, fields)
	}
	out := Row{Kind: o.t.schema.Kind, Sheet: at.sheet, Row: at.row, Fields: fields, Key: o.key(fields)}
	if o.t.schema.Modified != "" {
		out.Modified = o.field(fields, o.t.schema.Modified)
	}
	return o.to.Row(out)
}

// answers reports whether the faulty cell is one that would fill what is missing.
func (o *ownReader) answers(f fault, missing string) bool {
	if missing == "" {
		return false
	}
	for i, c := range o.t.column {
		if c == f.at.column {
			for h := range strings.SplitSeq(missing, ", ") {
				if o.t.schema.Index(h) == i {
					return true
				}
			}
		}
	}
	return false
}

// onlyNumbers reports that nothing but numbers follows a row's first cell.
func onlyNumbers(row sheet.Row) bool {
	said := false
	for _, c := range row.Cells {
		if sheet.Blank(c) {
			continue
		}
		if _, ok := readNumber(c, false); !ok && said {
			return false
		}
		said = true
	}
	return said
}

func firstCell(row sheet.Row) string {
	for _, c := range row.Cells {
		if !sheet.Blank(c) {
			return c
		}
	}
	return ""
}

// complete fills what was said about the file, and what follows from the row.
func (o *ownReader) complete(fields []string) {
	set := func(heading, value string) {
		if i := o.t.form.at[heading]; fields[i] == "" {
			fields[i] = value
		}
	}
	switch o.t.schema.Kind {
	case vocabulary.Survey:
		set("wave_id", o.said.Wave)
	case vocabulary.Attendance:
		if o.field(fields, "session_id") == "" && o.field(fields, "session_date") == "" {
			set("session_date", o.said.SessionDay)
			set("session_title", o.said.SessionTitle)
		}
		minutes := o.field(fields, "minutes")
		if o.field(fields, "mode")+o.field(fields, "joined") != "" || minutes != "" && minutes != "0" {
			set("status", "present")
		}
		if o.field(fields, "member_id") != "" {
			set("seen_as", aPerson)
		}
		set("seen_as", o.seenAs(o.field(fields, "name"), o.field(fields, "email")))
	}
}

// unwanted is the reason why a row does not count, "" when it does.
func (o *ownReader) unwanted(fields []string) string {
	switch {
	case o.t.schema.Kind == vocabulary.Survey && o.field(fields, "test") == "yes":
		return "test"
	case o.t.schema.Kind == vocabulary.Attendance && o.field(fields, "seen_as") == aBot:
		return "bot"
	}
	return ""
}

// key is the row's native key, "" when what identifies it is blank: then its
// content does. Optional headings of a key may be blank.
func (o *ownReader) key(fields []string) string {
	s := o.t.schema
	if len(s.Key) == 0 {
		return ""
	}
	if o.t.told != nil && s.Kind == vocabulary.Survey { // two surveys may number alike
		return o.toldKey(fields)
	}
	switch s.Kind {
	case vocabulary.Survey:
		return o.surveyKey(fields)
	case vocabulary.Roster:
		return o.rosterKey(fields)
	}
	parts := []string{string(s.Kind)}
	for _, h := range s.Key {
		i := s.Index(h)
		v := fields[i]
		switch f := s.Fields[i]; {
		case v == "" && f.Need != vocabulary.Optional:
			return ""
		case f.Holds == vocabulary.Email:
			v = first(NormaliseEmail(v), v)
		case f.Holds == vocabulary.Name:
			v = first(o.names.Normalise(v), v)
		case f.Holds == vocabulary.Text:
			v = strings.ToLower(v)
		}
		parts = append(parts, v)
	}
	return strings.Join(parts, "|")
}

// rosterKey identifies a stay in a cohort; who comes back has two.
func (o *ownReader) rosterKey(fields []string) string {
	who := first(o.field(fields, "member_id"), NormaliseEmail(o.field(fields, "email")))
	if who == "" {
		return ""
	}
	return o.unique(strings.Join([]string{"roster", who, o.field(fields, "cohort")}, "|"))
}

// surveyKey identifies a response: by its own id, else by who answered when.
// Two anonymous answers of one moment are two.
func (o *ownReader) surveyKey(fields []string) string {
	wave, id := o.field(fields, "wave_id"), o.field(fields, "response_id")
	if id != "" {
		return strings.Join([]string{"survey", wave, id}, "|")
	}
	who := first(o.field(fields, "respondent_id"), NormaliseEmail(o.field(fields, "email")))
	if who == "" {
		return ""
	}
	return strings.Join([]string{"survey", wave, who, o.field(fields, "submitted_at")}, "|")
}

// meet notes the meeting that an attendance row is about, and its id.
func (o *ownReader) meet(at place, fields []string) {
	session, day, title := o.field(fields, "session_id"), o.field(fields, "session_date"), o.field(fields, "session_title")
	id := hash("own", "session", session)
	if session == "" {
		id = hash("own", day, strings.ToLower(title))
	}
	fields[o.t.form.at["meeting_id"]] = id
	m := o.byID[id]
	if m == nil {
		started := newMeeting("own", at)
		m = &started
		m.id, m.session, m.day, m.title = id, session, day, title
		o.byID[id] = m
		o.meetings = append(o.meetings, m)
	}
	m.day, m.title = first(m.day, day), first(m.title, title)
}
