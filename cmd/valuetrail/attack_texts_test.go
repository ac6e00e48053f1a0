package main

import (
	"fmt"
	"strings"
	"testing"
)

// The attacks on texts: each story says words that no other says, and the test
// knows who may read them.

// storyRow is a planted story of a member about something that happened.
func storyRow(id, teller, consent, anonymize, words string) string {
	return fmt.Sprintf("%s,2026-02-0%d,%s,c,account,%q,%q,,,%s,%s", id, len(id)%8+1, teller, "Of "+words, words, consent, anonymize)
}

func TestConsentDecidesWhatASponsorReads(t *testing.T) {
	d := newDesk(t)
	members := join(group("c", "u", "s", 5, spread(11, 57)...))
	teller := func(i int) string { return members[i].id }
	p := plant{souls: members, stories: []string{
		storyRow("a", teller(0), "private", "n", "ostrich piano"),
		storyRow("b", teller(1), "community", "n", "walrus trombone"),
		storyRow("c", teller(2), "sponsor_named", "y", "badger accordion"),
		storyRow("d", teller(3), "sponsor_named", "n", "penguin bassoon"),
		storyRow("e", teller(4), "sponsor_anonymous", "n", "lemur harmonica"),
		storyRow("f", teller(5), "withdrawn", "n", "heron tambourine"),
		storyRow("g", teller(6), "", "n", "otter glockenspiel"),
		storyRow("h", teller(7), "perhaps", "n", "marmot theremin"),
		storyRow("i", teller(8), "public", "n", "ferret zither"),
	}}
	p.sow(d, exitKept, exitDone)
	d.gets(exitDone, "report", "--out", d.path("sponsor"))
	all := d.drawn(d.path("sponsor")).haystacks()
	for words, open := range map[string]bool{"ostrich piano": false, "walrus trombone": false, "badger accordion": true, "penguin bassoon": true, "lemur harmonica": true,
		"heron tambourine": false, "otter glockenspiel": false, "marmot theremin": false, "ferret zither": true} {
		if where := holds(all, words); (where != "") != open {
			t.Errorf("%q: open is %v, found %q", words, open, where)
		}
	}
	for i := range members {
		where := holds(all, planted(i)+" ") + holds(all, planted(i)+"<")
		if named := i == 3 || i == 8; (where != "") != named {
			t.Errorf("%s, story %c: may be named is %v, found %q", planted(i), 'a'+i, named, where)
		}
	}
}

// Consent lets a story be read, not the names of others in it; and a meeting is
// often called after its host.
func TestNamesInTextsAndTitlesAreTakenOut(t *testing.T) {
	d := newDesk(t)
	members := group("c", "u", "s", 5, spread(11, 57)...)
	host, helper := planted(4), planted(7)
	p := plant{souls: members, stories: []string{
		storyRow("a", members[0].id, "sponsor_named", "n", "ostrich piano of "+helper+" and "+strings.ToUpper(host)+", ring +44 7700 900123 or quiet@nowhere.example, says "+planted(0)),
	}}
	p.sow(d, exitDone)
	d.write("more/sessions.csv", []byte("session_id,date,title,status,kind\nM1,2026-01-15,"+host+"'s Zoom Meeting,cancelled,meeting\nM2,2026-02-15,The clinic,held,meeting\n"))
	d.write("more/came.csv", []byte("session_id,session_date,member_id,status\nM2,2026-02-15,"+members[1].id+",present\nM2,2026-02-15,"+members[2].id+",present\n"))
	d.gets(exitDone, "ingest", d.path("more"))
	d.gets(exitDone, "report", "--out", d.path("sponsor"))
	all := d.drawn(d.path("sponsor")).haystacks()
	for _, gone := range []string{host, helper, "7700 900123", "quiet@nowhere"} {
		if where := holds(all, gone); where != "" {
			t.Errorf("%q is in the %s", gone, where)
		}
	}
	for _, there := range []string{"ostrich piano of […] and […]", "says " + planted(0), "[…]'s zoom meeting"} {
		if holds(all, there) == "" {
			t.Errorf("%q is nowhere", there)
		}
	}
	// The convenor's own page says all of it.
	d.gets(exitDone, "report", "--audience", "convenor", "--out", d.path("own"))
	if own := d.drawn(d.path("own")).haystacks(); holds(own, host+"'s Zoom Meeting") == "" || holds(own, "ostrich piano of "+helper) == "" {
		t.Error("the convenor's page lacks names too")
	}
}
