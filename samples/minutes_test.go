package samples

import (
	"testing"
	"time"
)

func TestMinutesAreTheUnionOfIntervals(t *testing.T) {
	manySeeds(t, func(t *testing.T, c *Community) {
		used := map[int]bool{}
		for _, a := range c.Truth.Attendance {
			inside, present, untimed, total := map[int64]bool{}, false, false, 0
			for _, id := range a.Rows {
				r := c.Truth.AttendanceRows[id]
				if used[id] || r.Session != a.Session || r.Who != a.Who {
					t.Fatalf("row %d does not belong to %s at %s alone", id, a.Who, a.Session)
				}
				used[id] = true
				if r.Waiting || r.Status != "present" {
					continue
				}
				present = true
				switch {
				case r.Seconds == nil:
					untimed = true
				case r.Joined == "":
					total += *r.Seconds
				default:
					for s, end := unix(t, r.Joined), unix(t, r.Left); s < end; s++ {
						inside[s] = true
					}
				}
			}
			total += len(inside)
			if got := value(a.Seconds); got != total {
				t.Errorf("%s at %s: %d seconds, counted %d", a.Who, a.Session, got, total)
			}
			if want := present && (untimed || total >= 600); a.Attended != want {
				t.Errorf("%s at %s: attended %v after %d seconds", a.Who, a.Session, a.Attended, total)
			}
			if value(a.SecondsByRules) > value(a.Seconds) || a.AttendedByRules && !a.Attended {
				t.Errorf("%s at %s: the rules alone give more than the truth", a.Who, a.Session)
			}
		}
		for _, r := range c.Truth.AttendanceRows {
			if people := r.Being == "member" || r.Being == "visitor"; used[r.ID] != people {
				t.Errorf("row %d of %q: counted %v", r.ID, r.Name, used[r.ID])
			}
		}
	})
}

func TestDevicesAreBesideTheirOwners(t *testing.T) {
	manySeeds(t, func(t *testing.T, c *Community) {
		for _, r := range c.Truth.AttendanceRows {
			for _, o := range c.Truth.Outsiders {
				if o.ID == r.Who && o.BelongsTo != "" && !attended(c, r.Session, o.BelongsTo) {
					t.Errorf("%s is at %s without %s", r.Name, r.Session, o.BelongsTo)
				}
			}
		}
	})
}

func TestOnlyMembersOfTheDayAreInvited(t *testing.T) {
	manySeeds(t, func(t *testing.T, c *Community) {
		for _, s := range c.Truth.Sessions {
			invited := map[string]bool{}
			for _, id := range s.Invited {
				invited[id] = true
			}
			if s.Kind == "peer_assist" && len(invited) < 9 {
				t.Errorf("%s: %d invited", s.SessionID, len(invited))
			}
			for _, a := range c.Truth.Attendance {
				if a.Session == s.SessionID && s.OpenTo == "invited" && (!invited[a.Who] || !a.Enrolled) {
					t.Errorf("%s: %s was not invited", s.SessionID, a.Who)
				}
			}
		}
	})
}

func attended(c *Community, session, who string) bool {
	for _, a := range c.Truth.Attendance {
		if a.Session == session && a.Who == who {
			return a.Attended
		}
	}
	return false
}

func unix(t *testing.T, instant string) int64 {
	t.Helper()
	at, err := time.Parse("2006-01-02T15:04:05", instant)
	if err != nil {
		t.Fatal(err)
	}
	return at.Unix()
}

func value(n *int) int {
	if n == nil {
		return 0
	}
	return *n
}
