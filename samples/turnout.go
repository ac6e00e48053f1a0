package samples

import (
	"sort"
	"strings"
)

// visit is one interval (or one mark) of somebody at a session, under the name
// they went by. Times are seconds after midnight, 0 when nobody noted them.
type visit struct {
	who, being  string
	name, email string
	from, to    int
	mode        string
	waiting     bool
	openEnded   bool
}

// turnout decides who came to which session, for how long, and under what
// name.
func (g *generator) turnout() error {
	g.came = map[string][]*visit{}
	for _, m := range g.sessions {
		if !m.TookPlace {
			continue
		}
		people := g.attendees(m)
		room, online := g.seats(m, people)
		var visits []*visit
		for _, p := range room {
			visits = append(visits, &visit{who: p.MemberID, being: "member", name: p.Name, mode: "in_person"})
		}
		if m.Recorded[0] != register {
			visits = append(visits, g.onlineVisits(m, online)...)
		}
		g.came[m.SessionID] = visits
	}
	g.registerOddities()
	return nil
}

// attendees draws those who really came, members only.
func (g *generator) attendees(m *meeting) []*Person {
	var came []*Person
	if m.OpenTo == "invited" {
		came = g.invite(m)
	} else {
		for _, p := range g.truth.People {
			wanted := g.wanted(m, p)
			if p.EnrolledOn(m.Date) && (g.chance(p.keen*m.pull) || wanted) {
				came = append(came, p)
			}
		}
	}
	return came
}

// wanted are those without whom a session would lack what it is there to show.
func (g *generator) wanted(m *meeting, p *Person) bool {
	if p.MemberID == "LK-001" { // brings the telephone
		return true
	}
	for _, id := range m.Facilitators {
		if id == p.MemberID {
			return true
		}
	}
	for _, q := range m.quirks {
		if q == "alias" && p.Alias != "" || q == "personal" && p.PersonalEmail != "" && p.Email != "" || q == "bare_twin" && p.twin {
			return true
		}
		if q == "unaccented" && plain(p.Name) != p.Name && p.keen > 0 {
			return true
		}
	}
	return m.SessionID == "M01" && p.twin || p.Email == "" && m.SessionID < "M03"
}

// invite asks the facilitator and eight to ten others; most come.
func (g *generator) invite(m *meeting) []*Person {
	var came []*Person
	n := g.between(9, 11)
	for _, p := range shuffled(g, g.truth.People) {
		owner := p.MemberID == m.Facilitators[0]
		if !p.EnrolledOn(m.Date) || p.keen == 0 || !owner && n == 0 {
			continue
		}
		if !owner {
			n--
		}
		m.Invited = append(m.Invited, p.MemberID)
		if owner || len(m.Invited)-len(came) > 4 || g.chance(0.8) {
			came = append(came, p)
		}
	}
	sort.Strings(m.Invited)
	sort.Slice(came, func(i, j int) bool { return came[i].MemberID < came[j].MemberID })
	return came
}

// seats tells who sat in the room and who was online; in the hybrid meeting
// two people did both. The second namesake never signs a register.
func (g *generator) seats(m *meeting, people []*Person) (room, online []*Person) {
	if !m.recordedBy(register) {
		return nil, people
	}
	hybrid := m.Recorded[0] != register
	both, twins := 0, 0
	for _, p := range people {
		if p.twin {
			twins++
		}
		second := p.twin && g.secondTwin() == p
		switch {
		case !hybrid && !second:
			room = append(room, p)
		case !hybrid:
			continue
		case second || p.Alias != "":
			online = append(online, p)
		case p.MemberID != "LK-001" && p.first != "" && both < 2 && p.Email != "" && !p.twin:
			room, online = append(room, p), append(online, p)
			both++
		case p.MemberID != "LK-001" && g.chance(0.42):
			room = append(room, p)
		default:
			online = append(online, p)
		}
	}
	return room, online
}

func (g *generator) secondTwin() *Person {
	var last *Person
	for _, p := range g.truth.People {
		if p.twin {
			last = p
		}
	}
	return last
}

// registerOddities plants a slip of the pen and a guest in the paper register.
func (g *generator) registerOddities() {
	for _, v := range g.came["M10"] {
		if p := g.person(v.who); !p.twin && plain(p.Name) == p.Name && p.Email != "" {
			v.name = g.misspell(p.Name)
			break
		}
	}
	seen := 0
	for _, v := range g.came["M06"] {
		if p := g.person(v.who); v.mode == "in_person" && p != nil && !p.twin {
			if seen++; seen == 2 {
				v.name = lastFirst(p.Name)
			}
		}
	}
	g.came["M10"] = append(g.came["M10"], &visit{who: "V6", being: "visitor", name: g.outsider("V6").Name, mode: "in_person"})
}

func lastFirst(name string) string {
	first, last, _ := strings.Cut(name, " ")
	return last + ", " + first
}

// misspell drops, doubles or swaps a letter inside the last name.
func (g *generator) misspell(name string) string {
	first, last, _ := strings.Cut(name, " ")
	i := g.between(2, len(last)-3)
	for last[i] == last[i+1] || last[i] == '-' || last[i+1] == '-' || last[i] == last[i-1] {
		i = g.between(2, len(last)-3)
	}
	switch g.rng.IntN(3) {
	case 0:
		last = last[:i] + last[i+1:]
	case 1:
		last = last[:i] + last[i:i+1] + last[i:]
	default:
		last = last[:i] + last[i+1:i+2] + last[i:i+1] + last[i+2:]
	}
	return first + " " + last
}
