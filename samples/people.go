package samples

import (
	"fmt"
	"slices"
	"strings"
)

// enrol invents a cohort: organisations of 4 to 12, three sectors of ten or
// more, late joiners, leavers, two namesakes, two without an e-mail address, and
// some who never come to anything.
func (g *generator) enrol() error {
	pp := g.plan.people
	place, sectorOf := g.houses()
	firsts, lasts := shuffled(g, pp.firsts), shuffled(g, pp.lasts)
	foremost(firsts, pp.phone)
	for i := range pp.count {
		org := place[i]
		p := &Person{
			MemberID: fmt.Sprintf("%s-%03d", g.plan.members, i+1), Cohort: g.plan.cohort, Name: firsts[i] + " " + lasts[i], first: firsts[i],
			OrgUnit: organisations[org].name, Sector: sectorOf[org], keen: g.keenness(i),
			Function: pick(g, "operations", "sales", "finance", "production"),
			Role:     pick(g, "owner-manager", "owner-manager", "co-owner", "successor"),
			FirstDay: g.plan.first, pronoun: "she/her",
		}
		if said, ok := pronouns[p.first]; ok {
			p.pronoun = said
		}
		p.Email = address(p.Name, organisations[org].domain)
		g.people = append(g.people, p)
	}
	if pp.phone != "" {
		g.phone = g.people[0]
	}
	g.namesakes()
	g.comingAndGoing()
	g.oddities()
	g.truth.People = append(g.truth.People, g.people...)
	for _, v := range g.plan.guests {
		if g.outsider(v.ID) == nil {
			g.truth.Outsiders = append(g.truth.Outsiders, &v)
		}
	}
	return nil
}

// foremost moves a name to the place of the keenest.
func foremost(firsts []string, name string) {
	for i, first := range firsts {
		if first == name {
			firsts[0], firsts[i] = firsts[i], firsts[0]
		}
	}
}

// houses gives each member an organisation, and each organisation a sector.
// Where those who never come are an organisation by themselves, it is the last.
func (g *generator) houses() (place []int, sectorOf map[int]string) {
	pp := g.plan.people
	totals := shuffled(g, pick(g, pp.sizes...))
	sectorOf = map[int]string{}
	single := -1
	if g.chance(0.3) { // five organisations instead of six
		for i, n := range totals {
			if n <= 12 {
				single = i
			}
		}
	}
	apart := -1
	var idle []int
	for i, total := range totals {
		sizes := []int{total}
		if i != single {
			first := g.between(max(4, total-9), total-4)
			if pp.apart && apart < 0 {
				first = pp.idle
			}
			sizes = []int{first, total - first}
		}
		of := shuffled(g, pp.houses[3*i:3*i+3])
		for k, n := range sizes {
			sectorOf[of[k]] = sectors[i]
			if pp.apart && apart < 0 && i != single && k == 0 {
				apart = of[k]
				idle = slices.Repeat([]int{apart}, n)
				continue
			}
			place = append(place, slices.Repeat([]int{of[k]}, n)...)
		}
	}
	return append(shuffled(g, place), idle...), sectorOf
}

// keenness makes a small core, a broad middle, an edge, and some who never come.
func (g *generator) keenness(i int) float64 {
	pp := g.plan.people
	switch rest := pp.count - pp.idle - i; {
	case rest <= 0:
		return 0
	case rest <= 2:
		return 0.14 + 0.08*g.rng.Float64()
	case i < 7:
		return 0.86 + 0.1*g.rng.Float64()
	case i < 18:
		return 0.58 + 0.24*g.rng.Float64()
	}
	return 0.32 + 0.18*g.rng.Float64()
}

// namesakes gives two middling members of different organisations one name.
func (g *generator) namesakes() {
	a := g.people[8]
	for _, b := range g.people[9:18] {
		if b.OrgUnit == a.OrgUnit {
			continue
		}
		domain := b.Email[strings.Index(b.Email, "@")+1:]
		b.Name, b.first, b.pronoun = a.Name, a.first, a.pronoun
		b.Email = address(b.Name, domain)
		a.twin, b.twin = true, true
		return
	}
}

// comingAndGoing sets the days of late joiners and leavers; namesakes, the core
// and those who never come stay all year.
func (g *generator) comingAndGoing() {
	pp := g.plan.people
	var free []*Person
	for _, p := range g.people[7 : pp.count-pp.idle] {
		if !p.twin {
			free = append(free, p)
		}
	}
	free = shuffled(g, free)
	late := pp.count - pp.founded
	for i, p := range free[:late] {
		p.FirstDay = pp.joining[min(i/2, len(pp.joining)-1)]
	}
	for i, gone := range pp.leaving {
		free[late+i].LastDay, free[late+i].LeaveReason = gone.day, gone.why
	}
}

// oddities plants second surnames, a private address, missing addresses and a
// level set by hand, each on somebody who comes often enough to be seen.
func (g *generator) oddities() {
	var steady []*Person
	for _, p := range g.people[1:24] {
		if !p.twin && p.LastDay == "" && p.FirstDay == g.plan.first {
			steady = append(steady, p)
		}
	}
	for i, last := range g.plan.people.aliases {
		steady[i].Alias = steady[i].first + " " + last
	}
	steady[2].PersonalEmail = strings.ToLower(plain(steady[2].first)) + ".at.home@postbox.example"
	last := len(steady) - 1
	steady[last].Email, steady[last-1].Email = "", ""
	steady[last].PersonalEmail = strings.ToLower(plain(steady[last].first)) + ".evenings@postbox.example"
	g.people[len(g.people)-2].LevelOverride = "peripheral"
	g.people[3].LevelOverride = "core"
}

// person is a member of the year, nil for none.
func (g *generator) person(id string) *Person {
	for _, p := range g.people {
		if p.MemberID == id {
			return p
		}
	}
	return nil
}

func (g *generator) outsider(id string) *Outsider {
	for _, o := range g.truth.Outsiders {
		if o.ID == id {
			return o
		}
	}
	return nil
}

func address(name, domain string) string {
	return strings.ReplaceAll(strings.ToLower(plain(name)), " ", ".") + "@" + domain
}

// plain takes the accents off the names used here.
func plain(s string) string {
	return strings.NewReplacer("â", "a", "ë", "e", "é", "e", "ł", "l").Replace(s)
}

func pick[T any](g *generator, choices ...T) T { return choices[g.rng.IntN(len(choices))] }
