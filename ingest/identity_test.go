package ingest

import "testing"

// theList is a member list of three, Ann of which left in spring.
func theList(w *world) *world {
	return w.file("list", "roster",
		told{"member_id", "m1", "display_name", "Ann Lee", "email", "ann@firm.org", "aliases", "Annie Lee;ann@home.org", "join_date", "2025-09-01", "leave_date", "2026-03-31"},
		told{"member_id", "m2", "display_name", "Bo Skov", "email", "bo@firm.org", "join_date", "2025-09-01"},
		told{"member_id", "m3", "display_name", "Cy Ng", "join_date", "2025-09-01"})
}

const inAutumn, inMay = "2025-10-06", "2026-05-04"

func came(day, name, email string) told {
	return told{"session_date", day, "name", name, "email", email, "status", "present"}
}

func TestWhoSomebodyIsFollowsRulesThatCanBeSaid(t *testing.T) {
	cases := map[string]struct {
		rows      []told
		want, ask []string
	}{
		"an e-mail of the list links by itself":                    {[]told{came(inAutumn, "A. L.", "Ann@Firm.org")}, []string{"m1, surely"}, nil},
		"an e-mail that the list gives as an alias links":          {[]told{came(inAutumn, "", "ann@home.org")}, []string{"m1, surely"}, nil},
		"an e-mail links even after somebody left":                 {[]told{came(inMay, "Ann Lee", "ann@firm.org")}, []string{"m1, surely"}, nil},
		"the list's own id links":                                  {[]told{{"session_date", inAutumn, "member_id", "M2"}}, []string{"m2, surely"}, nil},
		"the name of one enrolled member links, and is marked":     {[]told{came(inAutumn, "Ann  LEE", "")}, []string{"m1, by_roster_name"}, nil},
		"an alias of the list is a name like any other":            {[]told{came(inAutumn, "Lee, Annie", "")}, []string{"m1, by_roster_name"}, nil},
		"another e-mail beside the name is a question":             {[]told{came(inAutumn, "Ann Lee", "ann@other.org")}, []string{"Ann Lee, itself"}, []string{"Ann Lee? Ann Lee (same_name_other_email)"}},
		"an e-mail beside the name of a member without one links":  {[]told{came(inAutumn, "Cy Ng", "cy@firm.org")}, []string{"m3, by_roster_name"}, nil},
		"a name on a day when nobody of it belonged is a question": {[]told{came(inMay, "Ann Lee", "")}, []string{"Ann Lee, itself"}, []string{"Ann Lee? Ann Lee (same_name_not_enrolled_then)"}},
		"a name spelt alike is a question":                         {[]told{came(inAutumn, "Bo Skow", "")}, []string{"Bo Skow, itself"}, []string{"Bo Skow? Bo Skov (spelt_alike)"}},
		"an initial is a question":                                 {[]told{came(inAutumn, "B. Skov", "")}, []string{"B. Skov, itself"}, []string{"B. Skov? Bo Skov (same_family_name_and_initial)"}},
		"a stranger is nobody's question":                          {[]told{came(inAutumn, "Zoe Quist", "zoe@firm.org")}, []string{"Zoe Quist, itself"}, nil},
		"a device is nobody":                                       {[]told{{"session_date", inAutumn, "name", "Ann Lee's iPhone", "seen_as", "device"}}, []string{"nobody"}, nil},
		"a bot is nobody though it has an e-mail":                  {[]told{{"session_date", inAutumn, "name", "Note taker", "email", "bo@firm.org", "seen_as", "bot"}}, []string{"nobody"}, nil},
		"a name alone is who stands beside its one e-mail":         {[]told{came(inAutumn, "Ann Q", "ann@firm.org"), came(inAutumn, "Ann Q", "")}, []string{"m1, surely", "m1, surely"}, nil},
		"a name alone beside two e-mails is neither":               {[]told{came(inAutumn, "Al X", "ann@firm.org"), came(inAutumn, "Al X", "bo@firm.org"), came(inAutumn, "Al X", "")}, []string{"m1, surely", "m2, surely", "Al X, itself"}, nil},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			w := theList(newWorld("k")).file("zoom", "attendance", c.rows...)
			found := w.identify()
			for i, want := range c.want {
				same(t, "row", w.who(found)[rowOf("zoom", i+1)], want)
			}
			sameList(t, "questions", asked(found), c.ask)
		})
	}
}

func rowOf(file string, row int) string { return file + " " + string(rune('0'+row)) }

func TestTwoMembersOfOneNameAreAskedForBoth(t *testing.T) {
	w := newWorld("k").file("list", "roster",
		told{"member_id", "m1", "display_name", "Ann Lee", "email", "ann@a.org"}, told{"member_id", "m2", "display_name", "Ann Lee", "email", "ann@b.org"})
	w.file("zoom", "attendance", came(inAutumn, "Ann Lee", ""))
	found := w.identify()
	same(t, "row", w.who(found)["zoom 1"], "Ann Lee, itself")
	sameList(t, "questions", asked(found), []string{"Ann Lee? Ann Lee (m1) (same_name_as_another) Ann Lee (m2) (same_name_as_another)"})
	if c := found.Questions[0].Candidates; c[0].Object == c[1].Object {
		t.Error("one member is proposed twice")
	}
}

func TestOfTwoMembersOfOneNameTheOneEnrolledThenIsMeant(t *testing.T) {
	w := newWorld("k").file("list", "roster",
		told{"member_id", "m1", "display_name", "Ann Lee", "email", "ann@a.org", "join_date", "2024-09-01", "leave_date", "2025-06-30"},
		told{"member_id", "m2", "display_name", "Ann Lee", "email", "ann@b.org", "join_date", "2025-09-01"})
	w.file("zoom", "attendance", came(inAutumn, "Ann Lee", ""))
	same(t, "row", w.who(w.identify())["zoom 1"], "m2, by_roster_name")
}

func TestAnAccountThatTwoMembersShareIsNobody(t *testing.T) {
	lists := map[string][]told{
		"with ids": {{"member_id", "m1", "display_name", "Ann Lee", "email", "office@firm.org"}, {"member_id", "m2", "display_name", "Bo Skov", "email", "office@firm.org"}},
		"without":  {{"display_name", "Ann Lee", "email", "office@firm.org"}, {"display_name", "Bo Skov", "email", "office@firm.org"}},
	}
	for name, list := range lists {
		t.Run(name, func(t *testing.T) {
			w := newWorld("k").file("list", "roster", list...)
			w.file("zoom", "attendance", came(inAutumn, "Office", "office@firm.org"), came(inAutumn, "Bo Skov", ""))
			found := w.identify()
			who := w.who(found)
			same(t, "the shared account", who["zoom 1"], "nobody")
			same(t, "people", len(found.Members), 2)
			if who["list 1"] == who["list 2"] || who["list 1"] == "nobody" || who["list 2"] == "nobody" {
				t.Errorf("the members are %q and %q", who["list 1"], who["list 2"])
			}
			if who["zoom 2"] != "m2, by_roster_name" && who["zoom 2"] != "Bo Skov, by_roster_name" {
				t.Errorf("the name alone is %q", who["zoom 2"])
			}
		})
	}
}

func TestAMemberOfANameAloneIsLinkedByNameOnlyWhileEnrolled(t *testing.T) {
	w := newWorld("k").file("list", "roster", told{"display_name", "Ann Lee", "cohort", "2025", "join_date", "2025-09-01", "leave_date", "2025-12-31"},
		told{"display_name", "Cy Ng", "cohort", "2025"}, told{"member_id", "m3", "display_name", "Cy Ng"})
	w.file("zoom", "attendance", came(inMay, "Ann Lee", ""), came(inMay, "Cy Ng", ""))
	found := w.identify()
	same(t, "after she left", w.who(found)["zoom 1"], "Ann Lee, itself")
	same(t, "of two", w.who(found)["zoom 2"], "Cy Ng, itself")
	same(t, "questions", len(found.Questions), 2)
}

func TestUserNameAndEmailInOneRowAreOnePerson(t *testing.T) {
	for _, upn := range []string{"AL123", "alee@tenant.org"} {
		w := theList(newWorld("k")).file("teams", "attendance",
			told{"session_date", inAutumn, "name", "A", "email", "ann@firm.org", "platform_id", upn}, told{"session_date", inAutumn, "name", "B", "platform_id", upn})
		w.file("later", "attendance", told{"session_date", inAutumn, "name", "C", "platform_id", upn})
		who := w.who(w.identify())
		for _, row := range []string{"teams 1", "teams 2", "later 1"} {
			same(t, upn+" "+row, who[row], "m1, surely")
		}
	}
}

func TestAMemberListExportedAgainNamesTheSamePeople(t *testing.T) {
	with := []told{{"member_id", "m1", "display_name", "Ann Lee", "email", "ann@firm.org"}, {"member_id", "m2", "display_name", "Bo Skov", "email", "bo@firm.org"}}
	without := []told{{"display_name", "Ann Lee", "email", "ann@firm.org"}, {"display_name", "Bo Skov", "email", "bo@firm.org"}}
	for name, lists := range map[string][2][]told{"without, then with ids": {without, with}, "with, then without ids": {with, without}, "the same again": {with, with}} {
		w := newWorld("k").file("first", "roster", lists[0]...).file("second", "roster", lists[1]...)
		found := w.identify()
		same(t, name+": people", len(found.Members), 2)
		for _, row := range []string{"first 1", "second 1"} {
			same(t, name+": "+row, w.who(found)[row], "m1, surely")
		}
	}
}

func TestHandlesOfTwoMembersInOneRowMergeNobody(t *testing.T) {
	w := theList(newWorld("k")).file("typo", "attendance", told{"session_date", inAutumn, "member_id", "m1", "email", "bo@firm.org", "platform_id", "pc9"})
	w.file("zoom", "attendance", came(inAutumn, "Ann", "ann@firm.org"), came(inAutumn, "Bo", "bo@firm.org"))
	found := w.identify()
	who := w.who(found)
	same(t, "Ann", who["zoom 1"], "m1, surely")
	same(t, "Bo", who["zoom 2"], "m2, surely")
	same(t, "the list's id is believed", who["typo 1"], "m1, surely")
	if p := found.Members; len(p) != 4 {
		t.Errorf("there are %d people, want the three of the list and whoever uses pc9", len(p))
	}
	for _, p := range found.Members {
		if !p.Listed && p.MemberID == w.alias("zoom", 2) {
			t.Error("whoever uses pc9 goes by the e-mail of Bo")
		}
	}
}
