package vocabulary

import (
	"strings"
	"testing"
)

func TestHeadingsThatPeopleWriteAreUnderstood(t *testing.T) {
	for kind, all := range map[Kind]map[string]string{
		Roster: {"E-Mail": "email", "Email address": "email", "E-mail address": "email", "Mail": "email", "Full name": "display_name", "Name": "display_name",
			"Organisation": "org_unit", "Organization": "org_unit", "Company": "org_unit", "Start date": "join_date", "Joined": "join_date", "Left on": "leave_date",
			"Member No.": "member_id", "Member since": "join_date", "Job title": "role", "Industry": "sector", "ID": "", "Left": "", "Status": "", "Date": ""},
		Sessions:   {"Day": "date", "Topic": "title", "Start time": "start", "Type": "kind", "Facilitator": "facilitator_ids", "Topics": "topics", "Name": "", "Time": ""},
		Attendance: {"E-mail address": "email", "Full name": "name", "Date": "", "Topic": "", "Session": ""},
		Survey:     {"Email address": "email", "Name": "", "Timestamp": "", "Start date": ""},
		Stories:    {"Told by": "teller_label", "Told on": "collected_on", "Consent": "consent_scope", "Name": "", "Date": ""},
	} {
		s, _ := SheetOf(kind)
		for heading, want := range all {
			got := ""
			if i := s.Index(heading); i >= 0 {
				got = s.Fields[i].Heading
			}
			if got != want {
				t.Errorf("%s: %q is the field %q, want %q", kind, heading, got, want)
			}
		}
	}
}

func TestNoHeadingStandsForTwoFields(t *testing.T) {
	for kind, fields := range alsoHeaded {
		s, ok := SheetOf(kind)
		if !ok || s.Landed {
			t.Fatalf("%s is no sheet that people write", kind)
		}
		seen := map[string]string{}
		for _, f := range s.Fields {
			seen[f.loose] = f.Heading
		}
		for heading, list := range fields {
			if s.IndexOwn(Loose(heading)) < 0 {
				t.Errorf("%s has no field %q", kind, heading)
			}
			for also := range strings.SplitSeq(list, ", ") {
				if other, taken := seen[also]; taken {
					t.Errorf("%s: %q stands for %s and %s", kind, also, other, heading)
				}
				if seen[also] = heading; also != Loose(also) {
					t.Errorf("%s: %q is not written loosely: %q", kind, also, Loose(also))
				}
			}
		}
	}
}
