package samples

import (
	"sort"
	"strings"
)

// onlineVisits lets everybody join, some of them oddly.
func (g *generator) onlineVisits(m *meeting, people []*Person) []*visit {
	odd := map[*Person]string{}
	for _, quirk := range m.quirks {
		if p := g.candidate(m, quirk, people, odd); p != nil {
			odd[p] = quirk
		}
	}
	if m.recordedBy(teamsLog) || hasQuirk(m, "bare_twin") { // names alone cannot tell namesakes apart
		people = without(people, g.secondTwin())
	}
	var visits []*visit
	for _, p := range people {
		visits = append(visits, g.joins(m, p, odd[p])...)
	}
	if hasQuirk(m, "early_guest") {
		visits = append(visits, g.earlyGuest(m))
	}
	for _, id := range m.guests {
		o := g.outsider(id)
		from, to := g.stay(m)
		name := o.Name
		if m.recordedBy(teamsNew) {
			name += " (Guest)"
		}
		visits = append(visits, &visit{who: o.ID, being: o.Being, name: name, email: o.Email, from: from, to: to, mode: "online"})
	}
	sort.SliceStable(visits, func(i, j int) bool { return visits[i].from < visits[j].from })
	return visits
}

// candidate finds somebody among those online for an oddity, or nobody.
func (g *generator) candidate(m *meeting, quirk string, people []*Person, odd map[*Person]string) *Person {
	for _, p := range shuffled(g, people) {
		often := p.keen > 0.3
		usual := often && !p.twin && p.Alias == "" && p.PersonalEmail == "" && p.Email != "" && p != g.phone
		fits := usual && plain(p.Name) == p.Name
		switch quirk {
		case "alias":
			fits = p.Alias != ""
		case "personal":
			fits = p.PersonalEmail != "" && p.Email != ""
		case "device":
			fits = p == g.phone
		case "unaccented":
			fits = usual && plain(p.Name) != p.Name
		case "bare_twin":
			fits = p.twin && p != g.secondTwin()
		case "short", "split_short": // enough must stay to tell of it
			fits = usual && len(odd)+6 < len(people)
		case "no_email", "rejoin", "waiting":
			fits = usual
		}
		if fits && odd[p] == "" {
			return p
		}
	}
	return nil
}

// joins is how one person shows up: by default under the own name and address.
func (g *generator) joins(m *meeting, p *Person, quirk string) []*visit {
	v := &visit{who: p.MemberID, being: "member", mode: "online"}
	v.name, v.email = g.guise(p, quirk)
	v.from, v.to = g.stay(m)
	all := []*visit{v}
	switch quirk {
	case "two_devices", "initials": // the same name a second time, not signed in, overlapping
		w := *v
		w.email, w.from, w.to = "", v.from+g.between(600, 1500), v.to-g.between(0, 900)
		v.to -= g.between(1000, 1800)
		all = append(all, &w)
	case "device":
		d := g.device(p)
		all = append(all, &visit{who: d.ID, being: "device", name: d.Name, from: v.from + 240, to: v.to - 120, mode: "online"})
	case "notetaker":
		b := g.notetaker(p)
		all = append(all, &visit{who: b.ID, being: "bot", name: b.Name, from: v.from + 20, to: v.to + 15, mode: "online"})
	case "short":
		v.to = v.from + g.between(150, 540)
	case "split_short": // 6 and 6 minutes, 4 of them the same
		w := *v
		v.to, w.from = v.from+360, v.from+120
		w.to = w.from + 360
		all = append(all, &w)
	case "waiting":
		w := *v
		w.from, w.to, w.waiting = v.from-g.between(60, 400), v.from, true
		all = append(all, &w)
	case "open_ended":
		v.openEnded = true
	}
	if quirk == "rejoin" || quirk == "" && g.chance(0.12) && !m.recordedBy(zoomUnique) {
		w := *v
		v.to = v.from + g.between(1200, 2400)
		w.from = v.to + g.between(40, 400)
		all = append(all, &w)
	}
	return all
}

// guise is the name and address somebody goes by.
func (g *generator) guise(p *Person, quirk string) (name, email string) {
	name, email = p.Name, p.Email
	if p.Email == "" { // signed in with an address that the member list lacks
		email = p.PersonalEmail
	}
	first, last, _ := strings.Cut(p.Name, " ")
	switch quirk {
	case "caps":
		return strings.ToUpper(name), ""
	case "pronouns":
		return name + " (" + p.pronoun + ")", ""
	case "firm":
		return name + " - " + p.OrgUnit, ""
	case "last_first":
		return lastFirst(name), ""
	case "last_first_mail":
		return lastFirst(name) + " (EXT)", email
	case "misspelt":
		return g.misspell(name), ""
	case "no_email", "bare_twin":
		return name, ""
	case "spaces":
		return " " + first + "  " + last + " ", ""
	case "titled":
		return "Dr " + name, ""
	case "initials":
		return first[:1] + ". " + last, email
	case "alias":
		return p.Alias, ""
	case "personal":
		return name, p.PersonalEmail
	case "unaccented":
		return plain(name), ""
	}
	return name, email
}

// stay is when somebody comes and goes, give or take.
func (g *generator) stay(m *meeting) (from, to int) {
	start := seconds(m.Start)
	return start + g.between(-290, 420), start + m.Minutes*60 + g.between(-420, 90)
}

// earlyGuest lets somebody look in before joining the month after.
func (g *generator) earlyGuest(m *meeting) *visit {
	for _, p := range g.people {
		if p.FirstDay > m.Date && p.FirstDay <= later(m.Date, 40) {
			from, to := g.stay(m)
			return &visit{who: p.MemberID, being: "member", name: p.Name, email: p.Email, from: from, to: to, mode: "online"}
		}
	}
	return nil
}

func (g *generator) device(p *Person) *Outsider {
	return g.companion(Outsider{ID: "D-" + p.MemberID, Being: "device", Name: p.first + "'s iPhone", BelongsTo: p.MemberID})
}

func (g *generator) notetaker(p *Person) *Outsider {
	id := "B2-" + p.MemberID
	return g.companion(Outsider{ID: id, Being: "bot", Name: p.Name + "'s Notetaker (Fireflies)", BelongsTo: p.MemberID})
}

func (g *generator) companion(o Outsider) *Outsider {
	if known := g.outsider(o.ID); known != nil {
		return known
	}
	g.truth.Outsiders = append(g.truth.Outsiders, &o)
	return &o
}

func hasQuirk(m *meeting, quirk string) bool {
	for _, q := range m.quirks {
		if q == quirk {
			return true
		}
	}
	return false
}

func without(people []*Person, gone *Person) []*Person {
	var out []*Person
	for _, p := range people {
		if p != gone {
			out = append(out, p)
		}
	}
	return out
}

func seconds(clock string) int {
	return (int(clock[0]-'0')*10+int(clock[1]-'0'))*3600 + (int(clock[3]-'0')*10+int(clock[4]-'0'))*60
}
