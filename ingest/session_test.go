package ingest

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

const day = 20362 // 2025-10-01

// seen is a meeting on that day; from and to are clocks in UTC, "" unknown.
func seen(id, title, from, to string) MeetingSeen {
	return MeetingSeen{ID: id, Title: title, FileID: "file of " + id, Day: day, Starts: clock(from), Ends: clock(to)}
}

func clock(s string) int64 {
	t, err := time.Parse("15:04", s)
	if err != nil {
		return 0
	}
	return day*86400 + int64(t.Hour()*3600+t.Minute()*60)
}

func row(id, title, starts string, minutes float64) SessionListed {
	return SessionListed{ID: id, Title: title, Day: day, Starts: starts, Minutes: minutes, Status: "held"}
}

func named(m MeetingSeen, session string) MeetingSeen { m.SessionID = session; return m }

func status(s SessionListed, status string) SessionListed { s.Status = status; return s }

func TestWhichMeetingWasWhichSessionFollowsRulesThatCanBeSaid(t *testing.T) {
	cases := map[string]struct {
		meetings []MeetingSeen
		listed   []SessionListed
		want     string
		asks     string
	}{
		"a Zoom file and a paper register of one title are one session": {[]MeetingSeen{seen("zoom", "Kick-off", "10:00", "11:00"), seen("paper", "kick off", "", "")}, nil,
			"paper=zoom zoom=zoom", ""},
		"both are the one row of the sheet that day": {[]MeetingSeen{seen("zoom", "Lakeside call", "10:00", "11:00"), seen("paper", "Room 4", "", "")}, []SessionListed{row("s1", "Kick-off", "10:00", 60)},
			"paper=s1 zoom=s1", ""},
		"two titles at one time that no sheet lists are asked about": {[]MeetingSeen{seen("a", "Kick-off", "10:00", "11:00"), seen("b", "Room 4", "10:05", "11:00")}, nil, "a=a b=b", "b? a"},
		"two meetings of one day apart in time are two":              {[]MeetingSeen{seen("a", "Call", "09:00", "10:00"), seen("b", "Call", "15:00", "16:00")}, nil, "a=a b=b", ""},
		"each of two finds its row by time":                          {[]MeetingSeen{seen("a", "Call", "09:00", "10:00"), seen("b", "Call", "15:00", "16:00")}, []SessionListed{row("s1", "", "09:00", 60), row("s2", "", "15:00", 60)}, "a=s1 b=s2", ""},
		"without a time the title finds it":                          {[]MeetingSeen{seen("p", "Peer assist", "", "")}, []SessionListed{row("s1", "Kick-off", "09:00", 60), row("s2", "Peer Assist", "15:00", 60)}, "p=s2", ""},
		"without time or title it is asked":                          {[]MeetingSeen{seen("p", "Room 4", "", "")}, []SessionListed{row("s1", "Kick-off", "09:00", 60), row("s2", "Peer Assist", "15:00", 60)}, "p=p", "p? s1 s2"},
		"a meeting begun again is one":                               {[]MeetingSeen{seen("a", "Call", "10:00", "10:20"), seen("b", "Call", "10:25", "11:30")}, nil, "a=a b=a", ""},
		"begun again and again it is still one":                      {[]MeetingSeen{seen("c", "Call", "11:40", "12:10"), seen("a", "Call", "10:00", "10:20"), seen("b", "Call", "10:25", "11:30")}, nil, "a=a b=a c=a", ""},
		"a register without a time does not join what time tells apart": {[]MeetingSeen{seen("a", "Call", "09:00", "10:00"), seen("b", "Call", "15:00", "16:00"), seen("0", "Call", "", "")}, nil,
			"0=0 a=a b=b", "0? a b"},
		"a file that names the session is believed":         {[]MeetingSeen{named(seen("a", "Call", "09:00", "10:00"), "s2")}, []SessionListed{row("s1", "", "09:00", 60), row("s2", "", "15:00", 60)}, "a=s2", ""},
		"a named session that no sheet lists takes its own": {[]MeetingSeen{seen("zoom", "Kick-off", "09:00", "10:00"), named(seen("own", "Kick-off", "", ""), "s9")}, nil, "own=s9 zoom=s9", ""},
		"a cancelled row takes nobody when another fits":    {[]MeetingSeen{seen("a", "Call", "", "")}, []SessionListed{status(row("s1", "Call", "", 0), "cancelled"), row("s2", "Extra", "", 0)}, "a=s2", ""},
		"a row at another time is another meeting":          {[]MeetingSeen{seen("a", "Call", "09:00", "10:00")}, []SessionListed{row("s1", "Call", "15:00", 60)}, "a=a", ""},
		"a row without a length lasts two hours":            {[]MeetingSeen{seen("a", "", "10:50", "11:30")}, []SessionListed{row("s1", "Call", "09:00", 0)}, "a=s1", ""},
		"a row for the day takes what bears its title":      {[]MeetingSeen{seen("a", "Call", "09:00", "10:00"), seen("b", "Board", "15:00", "16:00")}, []SessionListed{row("s1", "Call", "", 0)}, "a=s1 b=b", "b? s1"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			sessions, questions := Unite(c.meetings, c.listed, nil, time.UTC)
			same(t, "sessions", united(sessions), c.want)
			same(t, "questions", wondered(questions), c.asks)
		})
	}
}

func united(all []SameSession) string {
	var words []string
	for _, s := range all {
		words = append(words, s.MeetingID+"="+s.SessionID)
	}
	slices.Sort(words)
	return strings.Join(words, " ")
}

func wondered(all []Question) string {
	var words []string
	for _, q := range all {
		text := q.Subject + "?"
		for _, c := range q.Candidates {
			text += " " + c.Object
		}
		words = append(words, text)
	}
	slices.Sort(words)
	return strings.Join(words, "; ")
}

func TestMeetingsOfAnotherDayAreOthers(t *testing.T) {
	a, b := seen("a", "Call", "", ""), seen("b", "Call", "", "")
	b.Day++
	unknown, also := seen("x", "Call", "", ""), seen("y", "Call", "", "")
	unknown.Day, also.Day = 0, 0
	sessions, questions := Unite([]MeetingSeen{a, b, unknown, also}, []SessionListed{row("s1", "Call", "", 0)}, nil, time.UTC)
	same(t, "sessions", united(sessions), "a=s1 b=b x=x y=y")
	same(t, "questions", len(questions), 0)
}

func TestWhatWasDecidedAboutMeetingsHolds(t *testing.T) {
	meetings := []MeetingSeen{seen("a", "Kick-off", "10:00", "11:00"), seen("b", "Room 4", "10:05", "11:00"), seen("c", "Kick-off", "", "")}
	decide := func(at, subject, verdict, object string) Decision {
		return Decision{ID: subject + verdict + object, At: at, Subject: subject, Verdict: verdict, Object: object}
	}
	sheet := []SessionListed{row("s1", "Kick-off", "10:00", 60)}
	cases := map[string]struct {
		listed    []SessionListed
		decisions []Decision
		want      string
	}{
		"the same": {nil, []Decision{decide("1", "b", "same", "a")}, "a=a b=a c=a"},
		"the same as one that is a row of the sheet":     {[]SessionListed{row("s1", "Kick-off", "10:00", 30), row("s2", "Other", "10:00", 30)}, []Decision{decide("1", "b", "same", "a")}, "a=s1 b=s1 c=s1"},
		"the same as a row":                              {sheet, []Decision{decide("1", "b", "same", "s1")}, "a=s1 b=s1 c=s1"},
		"told apart from a meeting":                      {nil, []Decision{decide("1", "b", "other", "a")}, "a=a b=b c=a"},
		"told apart from a row":                          {sheet, []Decision{decide("1", "b", "other", "s1")}, "a=s1 b=b c=s1"},
		"later wins":                                     {nil, []Decision{decide("2", "b", "other", "a"), decide("1", "b", "same", "a")}, "a=a b=b c=a"},
		"two that name each other are one":               {nil, []Decision{decide("1", "b", "same", "a"), decide("2", "a", "same", "b")}, "a=a b=a c=a"},
		"told apart from one, it may still be of others": {nil, []Decision{decide("1", "c", "other", "b")}, "a=a b=b c=a"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			sessions, _ := Unite(meetings, c.listed, c.decisions, time.UTC)
			same(t, "sessions", united(sessions), c.want)
		})
	}
	_, questions := Unite(meetings, nil, []Decision{decide("1", "b", "other", "a")}, time.UTC)
	same(t, "asked again", wondered(questions), "")
}

func TestTheSheetsClockIsTheCommunitys(t *testing.T) {
	zone, err := time.LoadLocation("Europe/London")
	if err != nil {
		t.Fatal(err)
	}
	cases := map[string]struct {
		day          string
		clock        string
		startsUTC    string
		wantSameTime bool
	}{
		"in summer":                       {"2025-07-01", "10:00", "2025-07-01T09:00:00Z", true},
		"in winter":                       {"2025-12-01", "10:00", "2025-12-01T10:00:00Z", true},
		"just after midnight":             {"2025-07-02", "00:30", "2025-07-01T23:30:00Z", true},
		"on the day the clocks go back":   {"2025-10-26", "10:00", "2025-10-26T10:00:00Z", true},
		"before they go back that day":    {"2025-10-26", "00:30", "2025-10-25T23:30:00Z", true},
		"on the day they go forward":      {"2025-03-30", "10:00", "2025-03-30T09:00:00Z", true},
		"an hour and a half off is other": {"2025-07-01", "10:00", "2025-07-01T12:30:00Z", false},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			starts, err := time.Parse(time.RFC3339, c.startsUTC)
			if err != nil {
				t.Fatal(err)
			}
			m := MeetingSeen{ID: "m", Day: dayNo(c.day), Starts: starts.Unix(), Ends: starts.Unix() + 600}
			listed := []SessionListed{{ID: "s", Day: dayNo(c.day), Starts: c.clock, Minutes: 60}}
			sessions, _ := Unite([]MeetingSeen{m}, listed, nil, zone)
			same(t, "found", sessions[0].SessionID == "s", c.wantSameTime)
		})
	}
}

func TestEveryMeetingIsOneSessionWhateverTheOrder(t *testing.T) {
	clocks := []string{"", "09:00", "09:20", "10:00", "12:00"}
	rapid.Check(t, func(t *rapid.T) {
		var meetings []MeetingSeen
		var listed []SessionListed
		var decisions []Decision
		for n := rapid.IntRange(0, 6).Draw(t, "meetings"); n > 0; n-- {
			m := seen(fmt.Sprint("m", n), pick(t, []string{"Call", "call", "Board", ""}, "title"), pick(t, clocks, "from"), "")
			if m.Starts != 0 {
				m.Ends = m.Starts + int64(rapid.IntRange(0, 90).Draw(t, "minutes"))*60
			}
			m.SessionID = pick(t, []string{"", "", "", "s1", "s8"}, "names")
			m.Day += rapid.IntRange(0, 1).Draw(t, "day")
			meetings = append(meetings, m)
		}
		for n := rapid.IntRange(0, 3).Draw(t, "rows"); n > 0; n-- {
			listed = append(listed, status(row(fmt.Sprint("s", n), pick(t, []string{"Call", "Board", ""}, "title"), pick(t, clocks, "start"), 60), pick(t, []string{"held", "moved", "cancelled"}, "status")))
		}
		for n := rapid.IntRange(0, 3).Draw(t, "decisions"); n > 0; n-- {
			decisions = append(decisions, Decision{ID: fmt.Sprint(n), At: pick(t, []string{"1", "2"}, "at"), Verdict: pick(t, []string{"same", "other"}, "verdict"),
				Subject: pick(t, []string{"m1", "m2", "m3", "gone"}, "subject"), Object: pick(t, []string{"m1", "m2", "m4", "s1", "gone", "gone too"}, "object")})
		}
		want, asked := Unite(meetings, listed, decisions, time.UTC)
		got, again := Unite(rapid.Permutation(meetings).Draw(t, "order"), rapid.Permutation(listed).Draw(t, "rows"), rapid.Permutation(decisions).Draw(t, "decisions"), time.UTC)
		if united(got) != united(want) || wondered(again) != wondered(asked) {
			t.Fatalf("got %s, %s\nwant %s, %s", united(got), wondered(again), united(want), wondered(asked))
		}
		found := map[string]string{}
		for _, s := range want {
			if _, ok := found[s.MeetingID]; ok {
				t.Fatalf("%s is of two sessions", s.MeetingID)
			}
			found[s.MeetingID] = s.SessionID
		}
		for _, m := range meetings {
			if found[m.ID] == "" {
				t.Fatalf("%s is of no session", m.ID)
			}
			if own := found[m.ID]; found[own] != "" && found[own] != own {
				t.Fatalf("%s is of %s, which is of %s", m.ID, own, found[own])
			}
		}
	})
}
