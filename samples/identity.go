package samples

import (
	"regexp"
	"strings"
)

// identities states, for every way somebody is written in a file, who it
// really is and what the rules of identity make of it by themselves.
func (g *generator) identities() error {
	days := map[[3]string][]string{}
	place := map[[3]string]int{}
	for _, row := range g.truth.AttendanceRows[g.from.rows:] {
		key := [3]string{row.Ref.File, row.Name, row.Email}
		if row.MemberID != "" {
			key[1] = row.MemberID
		}
		days[key] = append(days[key], g.meeting(row.Session).Date)
		if _, known := place[key]; known {
			continue
		}
		place[key] = len(g.truth.Names)
		g.truth.Names = append(g.truth.Names, Name{File: key[0], Name: key[1], Email: key[2], Being: row.Being, Who: row.Who})
	}
	for i := g.from.names; i < len(g.truth.Names); i++ {
		n := &g.truth.Names[i]
		if n.Name == n.Who {
			n.Rule, n.LinksTo, n.Why = "auto_id", n.Who, "the member list's own number"
			continue
		}
		g.decide(n, days[[3]string{n.File, n.Name, n.Email}])
	}
	g.answeringNames()
	g.tellingNames()
	return nil
}

func (g *generator) answeringNames() {
	seen := map[[3]string]bool{}
	for _, r := range g.truth.Responses[g.from.responses:] {
		key := [3]string{r.Ref.File, r.Respondent, r.Email}
		if r.MemberID == "" || seen[key] {
			continue
		}
		seen[key] = true
		n := Name{File: r.Ref.File, Name: r.Respondent, Email: r.Email, Being: "member", Who: r.MemberID, LinksTo: r.MemberID,
			Rule: "auto_email", Why: "the address on the member list"}
		if r.Respondent != "" {
			n.Rule, n.Why = "auto_id", "the member list's own number"
		}
		g.truth.Names = append(g.truth.Names, n)
	}
}

func (g *generator) tellingNames() {
	for _, s := range g.truth.Stories[g.from.stories:] {
		label := s.Fields["teller_label"]
		if label == "" {
			continue
		}
		for _, v := range s.Versions {
			n := Name{File: v.File, Name: label, Being: "visitor", Who: s.Teller}
			if g.person(s.Teller) != nil {
				n.Being = "member"
			}
			g.decide(&n, []string{s.Fields["collected_on"]})
			g.truth.Names = append(g.truth.Names, n)
		}
	}
}

var (
	notPeople  = regexp.MustCompile(`(?i)^otter\.ai|notetaker|fireflies`)
	deviceLike = regexp.MustCompile(`(?i)'s iphone$|^\+?[0-9 ]{8,}$`)
	sharedBox  = regexp.MustCompile(`(?i)^(office|info|hello|reception)@`)
	brackets   = regexp.MustCompile(`\s*\([^)]*\)`)
	honorifics = regexp.MustCompile(`^(dr|mr|mrs|ms|prof)\.? `)
)

// decide applies the rules in the order in which they outrank each other.
func (g *generator) decide(n *Name, days []string) {
	switch {
	case notPeople.MatchString(n.Name):
		n.Rule, n.Why = "bot", "a notetaker"
	case deviceLike.MatchString(n.Name):
		n.Rule, n.Why = "device", "a telephone"
	case sharedBox.MatchString(n.Email):
		n.Rule, n.Why = "shared_account", "an address of an office, not of a person"
	case g.byEmail(n.Email) != nil:
		n.Rule, n.LinksTo, n.Why = "auto_email", g.byEmail(n.Email).MemberID, "the address on the member list"
		n.Also = g.alsoByName(n, days)
	case n.Email == "" && g.sameFile(n) != nil:
		n.Rule, n.LinksTo, n.Why = "same_file_name", g.sameFile(n).MemberID, "the same name with an address in the same file"
		n.Also = g.alsoByName(n, days)
	default:
		g.decideByName(n, days)
	}
}

func (g *generator) decideByName(n *Name, days []string) {
	named, near := g.byName(n.Name, days)
	switch {
	case len(named) == 1 && (n.Email == "" || named[0].Email == ""):
		n.Rule, n.LinksTo, n.Why = "by_roster_name", named[0].MemberID, "equals exactly one member enrolled that day"
	case len(named) == 1:
		n.Rule, n.Why = "proposal", "the name of a member, but another address"
	case len(named) > 1:
		n.Rule, n.Why = "proposal", "two members bear this name"
	case near:
		n.Rule, n.Why = "proposal", "nearly the name of a member"
	default:
		n.Rule, n.Why = "visitor", "like nobody on the member list"
	}
}

func (g *generator) alsoByName(n *Name, days []string) []string {
	if named, _ := g.byName(n.Name, days); len(named) == 1 && named[0].MemberID == n.LinksTo {
		return []string{"by_roster_name"}
	}
	return nil
}

func (g *generator) byEmail(email string) *Person {
	for _, p := range g.people {
		if email != "" && strings.EqualFold(p.Email, email) {
			return p
		}
	}
	return nil
}

// sameFile finds the member whose address stands beside the same name in the
// same file, if it is one only.
func (g *generator) sameFile(n *Name) *Person {
	var found *Person
	for _, row := range g.truth.AttendanceRows[g.from.rows:] {
		if row.Ref.File != n.File || row.Email == "" || normalised(row.Name) != normalised(n.Name) {
			continue
		}
		p := g.byEmail(row.Email)
		if p == nil || found != nil && found != p {
			return nil
		}
		found = p
	}
	return found
}

// byName lists the members enrolled on all the days who bear the name as
// display name or alias, and tells whether somebody's name is close to it.
func (g *generator) byName(name string, days []string) (named []*Person, near bool) {
	wanted := normalised(name)
	for _, p := range g.people {
		enrolled := true
		for _, day := range days {
			enrolled = enrolled && p.EnrolledOn(day)
		}
		is := normalised(p.Name) == wanted || p.Alias != "" && normalised(p.Alias) == wanted
		if is && enrolled {
			named = append(named, p)
		}
		near = near || distance(normalised(p.Name), wanted) <= 2
	}
	return named, near
}

// normalised is a name without case, accents, brackets, firm, title, and with
// "Last, First" turned round.
func normalised(name string) string {
	s := plain(strings.ToLower(name))
	s = brackets.ReplaceAllString(s, "")
	s, _, _ = strings.Cut(s, " - ")
	s = honorifics.ReplaceAllString(strings.TrimSpace(s), "")
	if last, first, ok := strings.Cut(s, ","); ok {
		s = first + " " + last
	}
	return strings.Join(strings.Fields(s), " ")
}

// distance counts the letters to insert, delete or replace.
func distance(a, b string) int {
	last := make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := range len(a) {
		diagonal := last[0]
		last[0] = i + 1
		for j := range len(b) {
			cost := diagonal
			if a[i] != b[j] {
				cost++
			}
			diagonal = last[j+1]
			last[j+1] = min(cost, last[j]+1, last[j+1]+1)
		}
	}
	return last[len(b)]
}
