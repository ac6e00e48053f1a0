package main

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// crowdMember is somebody of the made-up member list.
type crowdMember struct {
	id, given, short, family, email, other string
	joined                                 string
}

func (m crowdMember) name() string { return m.given + " " + m.family }

// sighting is one row that names somebody: what stands there, and who it is ("" a
// stranger, "device" nobody at all).
type sighting struct{ name, email, who, why string }

// crowd is a member list and three files that name its people in the ways that
// people and tools write names.
type crowd struct {
	rng     *rand.Rand
	members []crowdMember
	sources map[string][]sighting
}

const crowdSize = 400

func newCrowd(seed uint64) *crowd {
	c := &crowd{rng: rand.New(rand.NewPCG(seed, 400)), sources: map[string][]sighting{}}
	for n := range crowdSize {
		m := c.somebody(n)
		m.id = fmt.Sprintf("M%03d", n+1)
		c.members = append(c.members, m)
	}
	for _, source := range []string{"zoom.csv", "survey.csv", "register.csv"} {
		for i := range c.members {
			c.sources[source] = append(c.sources[source], c.seen(source, i))
		}
		for n := range crowdSize / 20 { // one in twenty is somebody else
			m := c.somebody(crowdSize + n)
			c.sources[source] = append(c.sources[source], sighting{m.name(), c.mail(source, m), "", "stranger"})
		}
		rows := c.sources[source]
		c.rng.Shuffle(len(rows), func(a, b int) { rows[a], rows[b] = rows[b], rows[a] })
	}
	return c
}

func (c *crowd) oneIn(n int) bool { return c.rng.IntN(n) == 0 }

func (c *crowd) of(all []string) string { return all[c.rng.IntN(len(all))] }

// somebody is a new person. Names meet as they do where 400 people do: a
// few bear the same.
func (c *crowd) somebody(n int) crowdMember {
	called := strings.Split(c.of(crowdGiven), "/")
	m := crowdMember{given: called[0], short: called[0], family: strings.ReplaceAll(c.of(crowdFamily), "De-", "De "), joined: "2025-09-01"}
	if len(called) > 1 {
		m.short = called[1+c.rng.IntN(len(called)-1)]
	}
	plain := strings.ToLower(withoutMarks.Replace(m.given + "." + m.family))
	plain = strings.NewReplacer(" ", "", "'", "").Replace(plain)
	m.email = fmt.Sprintf("%s%d@%s.example", plain, n, c.of([]string{"firm", "school", "clinic", "council"}))
	m.other = fmt.Sprintf("%s%d@home.example", c.of([]string{strings.Split(plain, ".")[0], "sunny", "x", plain}), n+1000)
	return m
}

// mail is the e-mail that a row gives: the listed one with noise, another, none.
func (c *crowd) mail(source string, m crowdMember) string {
	if source == "register.csv" {
		return ""
	}
	switch n := c.rng.IntN(100); {
	case n < 55:
		return m.email
	case n < 60:
		return strings.ToUpper(m.email[:1]) + m.email[1:]
	case n < 65:
		return strings.Replace(m.email, "@", "+meetings@", 1)
	case n < 75:
		return m.other
	}
	return ""
}

// seen is how a source names a member.
func (c *crowd) seen(source string, i int) sighting {
	m := c.members[i]
	s := sighting{who: m.id, email: c.mail(source, m)}
	s.name, s.why = c.guise(m)
	if s.why == "device" {
		s.who, s.email = "device", ""
	}
	return s
}

// guise is a name as it may be written, and what was done to it.
func (c *crowd) guise(m crowdMember) (name, why string) {
	name = m.name()
	at := c.rng.IntN(100)
	for _, g := range guises {
		if at -= g.share; at < 0 {
			return g.make(c, m), g.why
		}
	}
	return name, "as listed"
}

// guises are ways to write a name, in so many of a hundred rows each; the rest
// is as the member list has it.
var guises = []struct {
	why   string
	share int
	make  func(c *crowd, m crowdMember) string
}{
	{"capitals", 5, func(c *crowd, m crowdMember) string {
		if c.oneIn(2) {
			return strings.ToUpper(m.name())
		}
		return strings.ToLower(m.name())
	}},
	{"no accents", 4, func(_ *crowd, m crowdMember) string { return withoutMarks.Replace(m.name()) }},
	{"two letters for one", 2, func(_ *crowd, m crowdMember) string { return asTelegrams.Replace(m.name()) }},
	{"family name first", 5, func(_ *crowd, m crowdMember) string { return m.family + ", " + m.given }},
	{"family name first, no comma", 2, func(_ *crowd, m crowdMember) string { return m.family + " " + m.given }},
	{"something behind", 6, func(c *crowd, m crowdMember) string {
		return m.name() + c.of([]string{" (Guest)", " (she/her)", " - Firm Ltd", " (EXT)", " | Council", ", PhD", " [Clinic]"})
	}},
	{"something before", 2, func(c *crowd, m crowdMember) string {
		return c.of([]string{"Dr ", "Prof. ", "Ms ", "07 - "}) + m.name()
	}},
	{"blanks", 3, func(_ *crowd, m crowdMember) string { return "\u200b" + m.given + "  " + m.family + " " }},
	{"short name", 6, func(_ *crowd, m crowdMember) string { return m.short + " " + m.family }},
	{"slip", 6, func(c *crowd, m crowdMember) string { return c.slip(m.name()) }},
	{"initial", 3, func(_ *crowd, m crowdMember) string { return string([]rune(m.given)[:1]) + ". " + m.family }},
	{"family initial", 2, func(_ *crowd, m crowdMember) string { return m.given + " " + string([]rune(m.family)[:1]) }},
	{"given name alone", 2, func(_ *crowd, m crowdMember) string { return m.given }},
	{"middle name", 3, func(c *crowd, m crowdMember) string {
		return m.given + " " + strings.Split(c.of(crowdGiven), "/")[0] + " " + m.family
	}},
	{"half a double name", 2, func(_ *crowd, m crowdMember) string {
		return m.given + " " + strings.Split(m.family, "-")[0]
	}},
	{"another family name", 1, func(c *crowd, m crowdMember) string { return m.given + " " + c.of(crowdFamily) }},
	{"device", 1, func(_ *crowd, m crowdMember) string { return m.given + "'s iPhone" }},
}

// slip is one slip of the fingers: a letter lost, doubled, changed, or two turned.
func (c *crowd) slip(name string) string {
	r := []rune(name)
	at := 1 + c.rng.IntN(len(r)-2)
	for r[at] == ' ' || r[at+1] == ' ' {
		at = 1 + c.rng.IntN(len(r)-2)
	}
	switch c.rng.IntN(4) {
	case 0:
		return string(r[:at]) + string(r[at+1:])
	case 1:
		return string(r[:at]) + string(r[at]) + string(r[at:])
	case 2:
		return string(r[:at]) + string(rune('a'+c.rng.IntN(26))) + string(r[at+1:])
	}
	r[at], r[at+1] = r[at+1], r[at]
	return string(r)
}
