package samples

import (
	"fmt"
	"strings"
	"sync"
	"testing"
)

// seeds are the delivered one and others; communities is filled once.
const seeds = 12

var communities = sync.OnceValues(func() (out []*Community, err error) {
	for seed := range uint64(seeds) {
		if seed == 0 {
			seed = DeliveredSeed
		}
		c, err := Generate(seed)
		if err != nil {
			return nil, err
		}
		out = append(out, c)
	}
	return out, nil
})

// manySeeds runs a check on communities of many seeds.
func manySeeds(t *testing.T, check func(t *testing.T, c *Community)) {
	t.Helper()
	all, err := communities()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range all {
		t.Run(fmt.Sprint(c.Truth.Seed), func(t *testing.T) { check(t, c) })
	}
}

// eachCohort runs a check on the three years of communities of many seeds.
func eachCohort(t *testing.T, check func(t *testing.T, c *Community, cohort string)) {
	t.Helper()
	manySeeds(t, func(t *testing.T, c *Community) {
		for _, cohort := range []string{"2023", "2024", "2025"} {
			t.Run(cohort, func(t *testing.T) { check(t, c, cohort) })
		}
	})
}

// those are the members of a cohort.
func those(c *Community, cohort string) (people []*Person) {
	for _, p := range c.Truth.People {
		if p.Cohort == cohort {
			people = append(people, p)
		}
	}
	return people
}

func TestEverySeedGivesThirtyFourMembersOrMoreInThreeSectors(t *testing.T) {
	sizes := map[string]int{"2023": 34, "2024": 36, "2025": 36}
	late := map[string]int{"2023": 4, "2024": 5, "2025": 7}
	mails := map[*Community]map[string]bool{}
	eachCohort(t, func(t *testing.T, c *Community, cohort string) {
		units, sectors, joined, gone := map[string]int{}, map[string]int{}, 0, map[string]int{}
		if mails[c] == nil {
			mails[c] = map[string]bool{}
		}
		for _, p := range those(c, cohort) {
			units[p.OrgUnit]++
			sectors[p.Sector]++
			if p.Email != "" && mails[c][p.Email] {
				t.Errorf("address %s is given twice", p.Email)
			}
			mails[c][p.Email] = true
			if p.FirstDay > cohort+"-09-01" {
				joined++
			}
			gone[p.LeaveReason]++
		}
		if n := len(those(c, cohort)); n != sizes[cohort] || len(sectors) != 3 || len(units) < 5 || len(units) > 6 || joined != late[cohort] {
			t.Errorf("%d people, sectors %v, organisations %v, %d late", n, sectors, units, joined)
		}
		for name, n := range units {
			if n < 4 || n > 12 {
				t.Errorf("%s has %d people", name, n)
			}
		}
		for name, n := range sectors {
			if n < 10 {
				t.Errorf("sector %s has %d people", name, n)
			}
		}
		if gone["left"] < 2 || gone["moved"] != 1 {
			t.Errorf("leavers: %v", gone)
		}
	})
}

func TestEverySeedHoldsNineMeetingsAYear(t *testing.T) {
	assists := map[string]int{"2023": 2, "2024": 3, "2025": 3}
	eachCohort(t, func(t *testing.T, c *Community, cohort string) {
		kinds, statuses := map[string]int{}, map[string]int{}
		for _, s := range c.Truth.Sessions {
			if s.Cohort != cohort {
				continue
			}
			if s.TookPlace {
				kinds[s.Kind]++
			}
			statuses[s.Status]++
			came := 0
			for _, a := range c.Truth.Attendance {
				if a.Session == s.SessionID && a.Attended {
					came++
				}
			}
			if s.TookPlace && s.HasRegister && came < 4 && gatherings[s.Kind].most == 0 || !s.TookPlace && came > 0 {
				t.Errorf("%s: %d came", s.SessionID, came)
			}
		}
		if kinds["meeting"] != 9 || kinds["peer_assist"] != assists[cohort] || statuses["moved"] > 1 || statuses["cancelled"] != 1 {
			t.Errorf("kinds %v, statuses %v", kinds, statuses)
		}
	})
}

func TestEverySeedPlantsWhatIsHardToRead(t *testing.T) {
	manySeeds(t, func(t *testing.T, c *Community) {
		seen := map[string]bool{}
		for _, n := range c.Truth.Names {
			seen[n.Rule] = true
		}
		for _, r := range c.Truth.AttendanceRows {
			seen["waiting"] = seen["waiting"] || r.Waiting
			seen["open ended"] = seen["open ended"] || r.OpenEnded
			seen["not on the list that day"] = seen["not on the list that day"] || r.Being == "member" && r.Email != "" && !enrolled(c, r)
		}
		for _, a := range c.Truth.Attendance {
			seen["in both"] = seen["in both"] || len(a.Modes) == 2
			seen[a.Status] = true
			seen["overlap"] = seen["overlap"] || overlaps(c, a)
		}
		for _, r := range c.Truth.Responses {
			seen[r.What] = true
		}
		for _, s := range c.Truth.Stories {
			seen[s.Fields["consent_scope"]], seen[s.Fields["valence"]], seen[s.Fields["kind"]] = true, true, true
			seen["anonymize "+s.Fields["anonymize"]] = true
		}
		for _, want := range []string{
			"auto_email", "auto_id", "by_roster_name", "same_file_name", "proposal", "visitor", "device", "bot", "shared_account",
			"waiting", "open ended", "not on the list that day", "in both", "overlap", "present", "too_short", "invited",
			"answer", "preview", "partial", "repeated", "late", "private", "community", "sponsor_anonymous", "sponsor_named", "public",
			"positive", "negative", "mixed", "account", "aspirational", "anonymize y", "anonymize n",
		} {
			if !seen[want] {
				t.Errorf("no %s", want)
			}
		}
	})
}

func enrolled(c *Community, r AttendanceRow) bool {
	for _, p := range c.Truth.People {
		if p.MemberID == r.Who {
			return p.EnrolledOn(sessionOf(c, r.Session).Date)
		}
	}
	return false
}

func sessionOf(c *Community, id string) *Session {
	for _, s := range c.Truth.Sessions {
		if s.SessionID == id {
			return s
		}
	}
	return nil
}

// overlaps tells whether intervals of one attendance add up to more than their
// union.
func overlaps(c *Community, a Attendance) bool {
	sum := 0
	for _, id := range a.Rows {
		if r := c.Truth.AttendanceRows[id]; r.Seconds != nil && !r.Waiting {
			sum += *r.Seconds
		}
	}
	return a.Seconds != nil && sum > *a.Seconds
}

func TestNobodyIsTakenForSomebodyElse(t *testing.T) {
	manySeeds(t, func(t *testing.T, c *Community) {
		links := map[string]string{}
		for _, n := range c.Truth.Names {
			if n.LinksTo != "" && n.LinksTo != n.Who {
				t.Errorf("%s: %q %s links to %s, but is %s", n.File, n.Name, n.Email, n.LinksTo, n.Who)
			}
			key := normalised(n.Name) + "\t" + strings.ToLower(n.Email)
			if before, known := links[key]; known && before != n.Who && n.Being != "device" {
				t.Errorf("%q %s is %s in one file and %s in another", n.Name, n.Email, before, n.Who)
			}
			links[key] = n.Who
		}
		for i, p := range c.Truth.People {
			for _, q := range c.Truth.People[:i] {
				if d := distance(normalised(p.Name), normalised(q.Name)); d < 5 && !(p.twin && q.twin) {
					t.Errorf("%s and %s are only %d letters apart", p.Name, q.Name, d)
				}
			}
			for _, o := range c.Truth.Outsiders {
				if o.Being == "visitor" && distance(normalised(p.Name), normalised(o.Name)) < 5 {
					t.Errorf("%s looks like %s", o.Name, p.Name)
				}
			}
		}
	})
}

func TestTwoMembersOfACohortShareANameInDifferentOrganisations(t *testing.T) {
	eachCohort(t, func(t *testing.T, c *Community, cohort string) {
		byName := map[string][]*Person{}
		for _, p := range those(c, cohort) {
			byName[p.Name] = append(byName[p.Name], p)
		}
		pairs := 0
		for _, people := range byName {
			if len(people) == 2 && people[0].OrgUnit != people[1].OrgUnit {
				pairs++
			}
		}
		if pairs != 1 || len(byName) != len(those(c, cohort))-1 {
			t.Errorf("%d pairs, %d names", pairs, len(byName))
		}
	})
}
