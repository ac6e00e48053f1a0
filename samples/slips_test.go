package samples

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// slip fails unless an error says what is wrong.
func slip(t *testing.T, err error, says string) {
	t.Helper()
	if err == nil || !strings.Contains(err.Error(), says) {
		t.Errorf("want %q, got %v", says, err)
	}
}

func TestSlipInAPlanIsAnError(t *testing.T) {
	for _, p := range plans() {
		if err := p.check(); err != nil {
			t.Fatal(err)
		}
	}
	p := plan2025()
	p.sessions = append([]sessionPlan(nil), p.sessions...)
	p.sessions[1].date = "2025-10-36"
	slip(t, p.check(), `session M02: "2025-10-36" is no day`)
	p = plan2024()
	p.rounds = append([]roundPlan(nil), p.rounds...)
	p.rounds[0].closed = ""
	slip(t, p.check(), p.rounds[0].id+`: "" is no day`)
}

func TestSlipInAStoryIsAnError(t *testing.T) {
	g := &generator{year: &year{sessions: []*meeting{{Session: &Session{SessionID: "M01", Date: "2025-09-18"}}}}}
	for says, m := range map[string]tale{
		`"soon" is no day`:          {Collected: "soon", Session: "M01"},
		`"2025-09-31" is no day`:    {Collected: "2025-10-01", On: "2025-09-31"},
		`"" is no day`:              {Collected: "2025-10-01", AppliedIn: 3, ResultIn: -1},
		`there is no session "M0l"`: {Collected: "2025-10-01", Session: "M0l"},
	} {
		slip(t, g.check(m), says)
	}
	for _, m := range []tale{{Collected: "2025-10-01", Session: "M01"}, {Collected: "2025-10-01", AppliedIn: -1, ResultIn: -1}} {
		if err := g.check(m); err != nil {
			t.Error(err)
		}
	}
}

func TestMeetingThatNobodyCanTellOfIsAnError(t *testing.T) {
	p := &Person{MemberID: "LK01", Email: "ann@fernhollow-yard.example", FirstDay: "2025-09-01"}
	m := &meeting{Session: &Session{SessionID: "M01", Date: "2025-09-18"}}
	g := &generator{year: &year{rng: rand.New(rand.NewPCG(1, 2)), people: []*Person{p}, came: map[string][]*visit{"M01": {{who: "LK01", mode: "in_person"}}}}}
	used := map[*Person]bool{}
	if teller, err := g.typing(m, "2025-10-01", used); err != nil || teller != p {
		t.Fatal(teller, err)
	}
	_, err := g.typing(m, "2025-10-01", used)
	slip(t, err, "nobody with an address was at M01")
}
