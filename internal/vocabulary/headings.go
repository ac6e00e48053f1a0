package vocabulary

import (
	"slices"
	"strings"
	"sync"
)

// mailHeadings are the headings that people give to an address, in any sheet.
const mailHeadings = "e mail, email address, e mail address, mail, mail address"

// alsoHeaded are headings as people write them, loose, by the field they stand
// for in a kind of sheet. They help where the field's own heading is not there.
// A heading that could mean two things in a sheet is in none.
var alsoHeaded = map[Kind]map[string]string{
	Roster: {
		"member_id":    "member no, member nr, member number, membership id, membership no, membership number",
		"display_name": "name, full name, fullname, member, member name, name of member",
		"email":        mailHeadings,
		"aliases":      "alias, also known as, other names",
		"org_unit":     "organisation, organization, company, firm, employer, department, organisation or department",
		"sector":       "industry, line of business",
		"function":     "job function, kind of work",
		"role":         "job title, position",
		"join_date":    "joined, joined on, date joined, date of joining, joining date, start date, member since",
		"leave_date":   "left on, date left, leaving date, end date, member until",
		"leave_reason": "reason for leaving, reason left",
	},
	Sessions: {
		"date":            "day, session date, meeting date, date of session, date of meeting",
		"title":           "topic, session title, session name, meeting title",
		"start":           "start time, starts at",
		"minutes":         "duration, duration minutes, length in minutes",
		"kind":            "type, kind of session, session type, type of session",
		"facilitator_ids": "facilitator, facilitators, facilitated by",
	},
	Attendance: {
		"session_date":  "date of session",
		"session_title": "title of session, session name",
		"email":         mailHeadings,
		"name":          "full name, member name, participant, participant name",
		"minutes":       "duration minutes, minutes attended",
	},
	Survey: {"email": mailHeadings},
	Waves: {
		"opened":    "opened on, opens",
		"closed":    "closed on, closes",
		"invited_n": "invited, number invited",
	},
	Codebook: {
		"column_header": "column heading, heading",
		"text":          "question, wording, question text",
	},
	Stories: {
		"collected_on":  "collected, told on, date collected, date told",
		"teller_label":  "teller, told by, storyteller, name of teller",
		"consent_scope": "consent, who may read it",
	},
}

// meant is the position of the field that a loose heading, which is no field's
// own, stands for; -1 when it stands for none.
func (s Sheet) meant(loose string) int {
	if heading, ok := alsoMeant()[s.Kind][loose]; ok {
		return slices.IndexFunc(s.Fields, func(f Field) bool { return f.Heading == heading })
	}
	return -1
}

// alsoMeant is alsoHeaded the other way round: the heading that a loose one
// stands for, that of the first field where several are called so.
var alsoMeant = sync.OnceValue(func() map[Kind]map[string]string {
	all := map[Kind]map[string]string{}
	for _, s := range Sheets {
		all[s.Kind] = map[string]string{}
		for _, f := range s.Fields {
			for also := range strings.SplitSeq(alsoHeaded[s.Kind][f.Heading], ", ") {
				if _, taken := all[s.Kind][also]; also != "" && !taken {
					all[s.Kind][also] = f.Heading
				}
			}
		}
	}
	return all
})
