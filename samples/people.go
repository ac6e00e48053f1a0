package samples

import (
	"fmt"
	"strings"
)

const members, founders = 36, 29

// people invents the cohort: organisations of 4 to 12, three sectors of ten or
// more, late joiners, leavers, two namesakes, two without an e-mail address.
func (g *generator) people() error {
	units, sectorOf := g.units()
	firsts, lasts := shuffled(g, firstNames), shuffled(g, lastNames)
	g.rosterSpecials(firsts)
	place := shuffled(g, units)
	for i := range members {
		org := place[i]
		p := &Person{
			MemberID: fmt.Sprintf("LK-%03d", i+1), Name: firsts[i] + " " + lasts[i], first: firsts[i],
			OrgUnit: organisations[org].name, Sector: sectorOf[org], keen: g.keenness(i),
			Function: pick(g, "operations", "sales", "finance", "production"),
			Role:     pick(g, "owner-manager", "owner-manager", "co-owner", "successor"),
			FirstDay: "2025-09-01", pronoun: "she/her",
		}
		if said, ok := pronouns[p.first]; ok {
			p.pronoun = said
		}
		p.Email = address(p.Name, organisations[org].domain)
		g.truth.People = append(g.truth.People, p)
	}
	g.namesakes()
	g.comingAndGoing()
	g.oddities()
	for _, v := range visitors {
		g.truth.Outsiders = append(g.truth.Outsiders, &v)
	}
	return nil
}

// rosterSpecials moves Priya to the keenest, whose telephone joins by itself.
func (g *generator) rosterSpecials(firsts []string) {
	for i, name := range firsts {
		if name == "Priya" {
			firsts[0], firsts[i] = firsts[i], firsts[0]
		}
	}
}

// units gives one organisation a member, and the sector of each organisation.
func (g *generator) units() (units []int, sectorOf map[int]string) {
	totals := pick(g, []int{12, 12, 12}, []int{11, 12, 13}, []int{10, 12, 14}, []int{10, 11, 15})
	totals = shuffled(g, totals)
	sectorOf = map[int]string{}
	single := -1
	if g.chance(0.3) { // five organisations instead of six
		for i, n := range totals {
			if n <= 12 {
				single = i
			}
		}
	}
	for i, total := range totals {
		sizes := []int{total}
		if i != single {
			first := g.between(max(4, total-9), total-4)
			sizes = []int{first, total - first}
		}
		of := shuffled(g, []int{3 * i, 3*i + 1, 3*i + 2})
		for k, n := range sizes {
			sectorOf[of[k]] = sectors[i]
			for range n {
				units = append(units, of[k])
			}
		}
	}
	return units, sectorOf
}

// keenness makes a small core, a broad middle and an edge.
func (g *generator) keenness(i int) float64 {
	switch {
	case i < 7:
		return 0.86 + 0.1*g.rng.Float64()
	case i < 18:
		return 0.55 + 0.25*g.rng.Float64()
	case i < 30:
		return 0.28 + 0.2*g.rng.Float64()
	case i < 34:
		return 0.08 + 0.1*g.rng.Float64()
	}
	return 0
}

// namesakes gives two middling members of different organisations one name.
func (g *generator) namesakes() {
	a := g.truth.People[8]
	for _, b := range g.truth.People[9:18] {
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

// comingAndGoing sets the days of late joiners and leavers; namesakes and the
// core stay all year.
func (g *generator) comingAndGoing() {
	var free []*Person
	for _, p := range g.truth.People[7:34] {
		if !p.twin {
			free = append(free, p)
		}
	}
	free = shuffled(g, free)
	for i, p := range free[:members-founders] {
		p.FirstDay = "2026-01-12"
		if i < 2 {
			p.FirstDay = "2025-11-03"
		}
	}
	going := []struct{ day, why string }{{"2025-12-19", "left"}, {"2026-02-27", "moved"}, {"2026-03-31", "left"}, {"2026-05-29", "completed"}}
	for i, gone := range going {
		p := free[members-founders+i]
		p.LastDay, p.LeaveReason = gone.day, gone.why
	}
}

// oddities plants a second surname, a private address, missing addresses and a
// level set by hand, each on somebody who comes often enough to be seen.
func (g *generator) oddities() {
	var steady []*Person
	for _, p := range g.truth.People[1:24] {
		if !p.twin && p.LastDay == "" && p.FirstDay == "2025-09-01" {
			steady = append(steady, p)
		}
	}
	for i, last := range []string{"Brandreth", "Mauleverer"} {
		steady[i].Alias = steady[i].first + " " + last
	}
	steady[2].PersonalEmail = strings.ToLower(plain(steady[2].first)) + ".at.home@postbox.example"
	last := len(steady) - 1
	steady[last].Email, steady[last-1].Email = "", ""
	steady[last].PersonalEmail = strings.ToLower(plain(steady[last].first)) + ".evenings@postbox.example"
	g.truth.People[34].LevelOverride = "peripheral"
	g.truth.People[3].LevelOverride = "core"
}

func (g *generator) person(id string) *Person {
	for _, p := range g.truth.People {
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
