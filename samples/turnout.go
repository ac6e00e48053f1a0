package samples

import (
	"slices"
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
	going := g.going()
	for _, m := range g.sessions {
		if !m.TookPlace || !m.HasRegister {
			continue
		}
		people := going[m]
		room, online := g.seats(m, people)
		var visits []*visit
		for _, p := range room {
			visits = append(visits, &visit{who: p.MemberID, being: "member", name: p.Name, mode: "in_person"})
		}
		if m.Recorded[0] != register && m.Recorded[0] != onList {
			visits = append(visits, g.onlineVisits(m, online)...)
		}
		g.came[m.SessionID] = visits
		g.registerOddities(m)
	}
	return nil
}

// going draws who comes to each session. Whoever ever comes, comes to two of
// those that are open to all: so who is reached does not depend on luck.
func (g *generator) going() map[*meeting][]*Person {
	all := map[*meeting][]*Person{}
	times := map[*Person]int{}
	for _, m := range g.sessions {
		if !m.TookPlace || !m.HasRegister {
			continue
		}
		all[m] = g.attendees(m)
		for _, p := range all[m] {
			if m.OpenTo == "all" {
				times[p]++
			}
		}
	}
	for _, p := range g.people {
		for _, m := range shuffled(g, g.sessions) {
			fits := m.TookPlace && m.HasRegister && m.OpenTo == "all" && p.EnrolledOn(m.Date) && m.Recorded[0] != register && g.plan.term(m.Date) != 1
			if p.keen > 0 && times[p] < 2 && fits && !slices.Contains(all[m], p) {
				all[m] = append(all[m], p)
				times[p]++
			}
		}
	}
	for _, people := range all {
		sort.Slice(people, func(i, j int) bool { return people[i].MemberID < people[j].MemberID })
	}
	return all
}

// attendees draws those who really came, members only.
func (g *generator) attendees(m *meeting) []*Person {
	if m.OpenTo == "invited" {
		return g.invite(m)
	}
	odds := map[*Person]float64{}
	for _, p := range g.people {
		switch {
		case !p.EnrolledOn(m.Date):
		case g.wanted(m, p):
			odds[p] = 1
		default:
			odds[p] = min(1, p.keen*m.pull)
		}
	}
	return g.draw(odds)
}

// draw takes each person with their own odds, and as many in all as the odds add
// up to, give or take one: a bad day of the dice makes no bad year.
func (g *generator) draw(odds map[*Person]float64) []*Person {
	var drawn []*Person
	next, sum := g.rng.Float64(), 0.0
	for _, p := range shuffled(g, g.people) {
		if sum += odds[p]; sum > next {
			drawn = append(drawn, p)
			next++
		}
	}
	return drawn
}

// wanted are those without whom a session would lack what it is there to show.
func (g *generator) wanted(m *meeting, p *Person) bool {
	if p == g.phone { // brings the telephone
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
	return m == g.sessions[0] && p.twin || p.Email == "" && (m == g.sessions[0] || m == g.sessions[1])
}

// invite asks the facilitator and some others; most come.
func (g *generator) invite(m *meeting) []*Person {
	var came []*Person
	asked := gatherings[m.Kind]
	n := g.between(asked.least, asked.most)
	for _, p := range shuffled(g, g.people) {
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
	switch {
	case m.recordedBy(onList):
		return people, nil
	case !m.recordedBy(register):
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
		case p != g.phone && both < 2 && p.Email != "" && !p.twin:
			room, online = append(room, p), append(online, p)
			both++
		case p != g.phone && g.chance(0.42):
			room = append(room, p)
		default:
			online = append(online, p)
		}
	}
	return room, online
}

func (g *generator) secondTwin() *Person {
	var last *Person
	for _, p := range g.people {
		if p.twin {
			last = p
		}
	}
	return last
}

// registerOddities plants a slip of the pen, a name turned round and a guest in
// the paper register.
func (g *generator) registerOddities(m *meeting) {
	for _, v := range g.came[m.SessionID] {
		p := g.person(v.who)
		if strings.Contains(m.paper, "slip") && p != nil && !p.twin && plain(p.Name) == p.Name && p.Email != "" && p.keen > 0.3 {
			v.name = g.misspell(p.Name)
			break
		}
	}
	seen := 0
	for _, v := range g.came[m.SessionID] {
		if p := g.person(v.who); strings.Contains(m.paper, "turned") && v.mode == "in_person" && p != nil && !p.twin {
			if seen++; seen == 2 {
				v.name = lastFirst(p.Name)
			}
		}
	}
	if _, id, ok := strings.Cut(m.paper, "guest:"); ok {
		g.came[m.SessionID] = append(g.came[m.SessionID], &visit{who: id, being: "visitor", name: g.outsider(id).Name, mode: "in_person"})
	}
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
