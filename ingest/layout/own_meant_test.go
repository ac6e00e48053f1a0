package layout

import (
	"errors"
	"strings"
	"testing"

	"valuetrail/internal/vocabulary"
)

func TestMemberListsAreReadUnderTheHeadingsThatPeopleWrite(t *testing.T) {
	for head, want := range map[string]string{
		"Name,E-Mail,Company,Start date":                    "Ann Lee ann@b.org Boat 2025-09-01",
		"Full name,Email address,Organisation,Joined":       "Ann Lee ann@b.org Boat 2025-09-01",
		"Full Name,E-mail address,Organization,Date joined": "Ann Lee ann@b.org Boat 2025-09-01",
		"Name,Mail,Shoe size,Joined":                        "Ann Lee ann@b.org  2025-09-01",
		"display_name,Name,Company,join_date":               "Ann Lee  Boat 2025-09-01",
	} {
		sum, h := source(t, "own", "list.csv", head+"\nAnn Lee,ann@b.org,Boat,2025-09-01\n", Said{})
		same(t, "kind", sum.Kind, vocabulary.Roster)
		r := h.of(vocabulary.Roster)
		if len(r) != 1 {
			t.Fatalf("%s: %v", head, r)
		}
		same(t, head, r[0]["display_name"]+" "+r[0]["email"]+" "+r[0]["org_unit"]+" "+r[0]["join_date"], want)
	}
}

func TestSessionsAreReadUnderTheHeadingsThatPeopleWrite(t *testing.T) {
	sum, h := source(t, "own", "s.csv", "Date,Topic,Type,Start time\n2025-09-01,Kick-off,meeting,14:00\n", Said{})
	same(t, "kind", sum.Kind, vocabulary.Sessions)
	s := h.of(vocabulary.Sessions)[0]
	same(t, "session", s["date"]+" "+s["title"]+" "+s["kind"]+" "+s["start"], "2025-09-01 Kick-off meeting 14:00")
}

func TestNamesAndAddressesAloneWaitUntilSomebodySaysTheyAreMembers(t *testing.T) {
	for _, head := range []string{"Name,Email", "Full name,E-mail address", "First name,Last name,Email", "Name,Email,Phone"} {
		name := "Jo"
		if strings.HasPrefix(head, "First") {
			name = "Jo,Lee"
		}
		text := head + "\n" + name + ",jo@b.org\n" + name + ",bo@b.org\n"
		sum, h := source(t, "own", "contacts.csv", text, Said{})
		same(t, head, strings.Contains(h.codes(), "!members_or_contacts"), true)
		same(t, "rows of "+head, len(h.rows), 0)
		same(t, "kept of "+head, sum.ToCheck, 2)
		same(t, "read of "+head, sum.Read, 2)
		_, h = source(t, "own", "contacts.csv", text, Said{Kind: vocabulary.Roster})
		same(t, "members of "+head, len(h.of(vocabulary.Roster)), 2)
		same(t, "problems of "+head, strings.Contains(h.codes(), "members_or_contacts"), false)
	}
	for _, text := range []string{"Name,Email,Joined\nJo,jo@b.org,2025-09-01\n", "Name,Email,Cohort\nJo,jo@b.org,2025\n", "Name,Email,member_id\nJo,jo@b.org,M1\n", "display_name,email\nJo,jo@b.org\n"} {
		_, h := source(t, "own", "list.csv", text, Said{})
		same(t, text, len(h.of(vocabulary.Roster)), 1)
	}
}

func TestANameAndAnAddressAloneMakeNoMemberList(t *testing.T) {
	for text, want := range map[string]string{
		"Name,Email,2025-09-01,2025-10-06\nAnn Lee,a@b.org,x,\nBo Ode,,x,x\n":                                     "register",
		"Name,Email,Day1,Day2\nAnn Lee,a@b.org,1,0\nBo Ode,,1,1\n":                                                "register",
		"Name,Email,Kick-off,Second\nAnn Lee,a@b.org,present,absent\nBo Ode,,present,present\n":                   "register",
		"Name,Email,Date,Topic,Status\nAnn Lee,a@b.org,2025-09-01,Kick-off,present\n":                             "register",
		"Date,Topic,Participants\n2014-11-01,kick-off,57\n":                                                       "register",
		"Name,Email,Join time,Leave time,Duration\nAnn Lee,a@b.org,2025-09-01 10:00:00,2025-09-01 11:00:00,60\n":  "zoom",
		"Timestamp,Name,Email address,Company\n2025-09-01 10:00,Ann Lee,a@b.org,Boat\n":                           "",
		"Name,Email,How satisfied were you with the last session of our group?,Company\nAnn Lee,a@b.org,4,Boat\n": "",
		"Name,Email,Phone,Street,Town,Birthday\nAnn Lee,a@b.org,1,2,3,4\n":                                        "",
	} {
		l, err := Recognise(book(t, "f.csv", text))
		var unknown *UnknownLayoutError
		switch {
		case want == "" && !errors.As(err, &unknown):
			t.Errorf("%.40s: taken for %v (%v)", text, l, err)
		case want != "" && (err != nil || l.Source() != want):
			t.Errorf("%.40s: taken for %v (%v), want %s", text, l, err, want)
		}
	}
}
