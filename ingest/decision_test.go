package ingest

import "testing"

func TestWhatPeopleDecidedIsReplayed(t *testing.T) {
	w := theList(newWorld("k")).file("zoom", "attendance", came(inAutumn, "B. Skov", ""), came(inAutumn, "Cy Ng", ""))
	subject, byName := w.alias("zoom", 1), w.alias("zoom", 2)
	bo, cy, ann := w.alias("list", 2), w.alias("list", 3), w.alias("list", 1)
	type verdict [4]string
	cases := map[string]struct {
		decisions   []verdict
		first, then string
		asks        int
	}{
		"nothing decided asks":    {nil, "B. Skov, itself", "m3, by_roster_name", 1},
		"the same":                {[]verdict{{"1", "same", subject, bo}}, "m2, accepted", "m3, by_roster_name", 0},
		"a visitor":               {[]verdict{{"1", "visitor", subject, ""}}, "B. Skov, itself", "m3, by_roster_name", 0},
		"nobody":                  {[]verdict{{"1", "nobody", subject, ""}}, "nobody", "m3, by_roster_name", 0},
		"another than proposed":   {[]verdict{{"1", "other", subject, bo}}, "B. Skov, itself", "m3, by_roster_name", 0},
		"the later decision wins": {[]verdict{{"2", "visitor", subject, ""}, {"1", "same", subject, bo}}, "B. Skov, itself", "m3, by_roster_name", 0},
		"the later decision wins, whatever the order":  {[]verdict{{"1", "visitor", subject, ""}, {"2", "same", subject, ann}}, "m1, accepted", "m3, by_roster_name", 0},
		"taken back by telling them apart":             {[]verdict{{"1", "same", subject, bo}, {"2", "other", subject, bo}}, "B. Skov, itself", "m3, by_roster_name", 0},
		"accepted after all":                           {[]verdict{{"1", "other", subject, bo}, {"2", "same", subject, bo}}, "m2, accepted", "m3, by_roster_name", 0},
		"told apart from somebody else changes little": {[]verdict{{"1", "same", subject, bo}, {"2", "other", subject, ann}}, "m2, accepted", "m3, by_roster_name", 0},
		"a link by name is revoked":                    {[]verdict{{"1", "other", byName, cy}, {"1", "visitor", subject, ""}}, "B. Skov, itself", "Cy Ng, itself", 0},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			w.decisions = nil
			for _, v := range c.decisions {
				w.decide("2026-01-0"+v[0]+"T10:00:00Z", v[1], v[2], v[3])
			}
			found := w.identify()
			same(t, "first", w.who(found)["zoom 1"], c.first)
			same(t, "second", w.who(found)["zoom 2"], c.then)
			same(t, "questions", len(found.Questions), c.asks)
		})
	}
}

func TestADecisionIsKeptWhenAnEmailTurnsUp(t *testing.T) {
	w := theList(newWorld("k")).file("zoom", "attendance", came(inAutumn, "B. Skov", "b@home.org"))
	w.decide("2026-01-01T10:00:00Z", "same", w.alias("zoom", 1), w.alias("list", 2))
	w.file("teams", "attendance", told{"session_date", inAutumn, "name", "Skov", "email", "b@home.org", "platform_id", "U7"})
	w.file("third", "attendance", told{"session_date", inAutumn, "name", "Skov", "platform_id", "U7"})
	for _, row := range []string{"zoom 1", "teams 1", "third 1"} {
		same(t, row, w.who(w.identify())[row], "m2, accepted")
	}
}

func TestADecisionForAMemberHoldsWhenTheListGetsIds(t *testing.T) {
	w := newWorld("k").file("old", "roster", told{"display_name", "Bo Skov", "email", "bo@firm.org"})
	w.file("zoom", "attendance", came(inAutumn, "B. Skov", ""))
	w.decide("2026-01-01T10:00:00Z", "same", w.alias("zoom", 1), w.alias("old", 1))
	w.file("new", "roster", told{"member_id", "m2", "display_name", "Bo Skov", "email", "bo@firm.org"})
	same(t, "row", w.who(w.identify())["zoom 1"], "m2, accepted")
}
