package ingest

import (
	"cmp"
	"maps"
	"slices"

	"valuetrail/internal/vocabulary"
)

// identify writes down that the aliases of a set are one member.
func (d *detective) identify(g *group, member, how string) {
	p := d.people[member]
	if p == nil {
		p = &Person{MemberID: member}
		d.people[member] = p
	}
	for _, a := range g.aliases {
		h := how
		if a.Origin == "roster" {
			h = howMemberList
		}
		d.out.Identities = append(d.out.Identities, Identity{AliasID: a.ID, MemberID: member, How: h})
		if a.FirstDay != 0 && (p.FirstSeen == 0 || a.FirstDay < p.FirstSeen) {
			p.FirstSeen = a.FirstDay
		}
		if a.Shown != "" && (p.Name == "" || a.Shown < p.Name) {
			p.Name = a.Shown
		}
		if a.Email != "" && (p.Email == "" || a.Email < p.Email) {
			p.Email = a.Email
		}
	}
}

// result puts everything in an order that no key decides.
func (d *detective) result() Identified {
	for id, l := range d.roster.byID {
		p := d.people[id]
		if p == nil {
			p = &Person{MemberID: id}
			d.people[id] = p
		}
		p.Listed, p.Name, p.ListID = true, l.Name, l.ListID
		if l.Email != "" {
			p.Email = l.Email
		}
	}
	for _, id := range slices.Sorted(maps.Keys(d.people)) {
		d.out.Members = append(d.out.Members, *d.people[id])
	}
	// one row an alias: the surest way it is known
	slices.SortFunc(d.out.Identities, func(a, b Identity) int {
		return cmp.Or(cmp.Compare(a.AliasID, b.AliasID), cmp.Compare(sureness(a.How), sureness(b.How)), cmp.Compare(a.MemberID, b.MemberID))
	})
	d.out.Identities = slices.CompactFunc(d.out.Identities, func(a, b Identity) bool { return a.AliasID == b.AliasID })
	slices.SortFunc(d.out.Questions, func(a, b Question) int {
		return cmp.Or(cmp.Compare(a.Shown, b.Shown), cmp.Compare(a.FileID, b.FileID), cmp.Compare(a.Sheet, b.Sheet), cmp.Compare(a.Row, b.Row))
	})
	return d.out
}

func sureness(how string) int {
	return slices.Index([]string{howMemberList, howSure, howAccepted, howRosterName, howItself}, how)
}

// takesPart are the sheets whose people are worth a question: those who name a
// substantiator or a target's setter name somebody outside as often as not.
var takesPart = map[vocabulary.Kind]bool{vocabulary.Attendance: true, vocabulary.Survey: true, vocabulary.Stories: true,
	"leadership_groups": true, "peer_assists": true, "contributions": true}

// ask puts the question who a set of aliases is, when the member list has
// somebody to propose.
func (d *detective) ask(g *group, exact []Candidate) {
	if !slices.ContainsFunc(g.aliases, func(a Alias) bool { return takesPart[a.Origin] }) {
		return
	}
	named := slices.MinFunc(g.aliases, func(a, b Alias) int { // the fullest name, by nothing that a key decides
		return cmp.Or(cmp.Compare(len(b.Shown), len(a.Shown)), cmp.Compare(a.Shown, b.Shown), cmp.Compare(a.FileID, b.FileID),
			cmp.Compare(a.Sheet, b.Sheet), cmp.Compare(a.Row, b.Row))
	})
	all := exact
	if len(all) == 0 {
		all = d.roster.near(g)
	}
	all = slices.DeleteFunc(slices.Clone(all), func(c Candidate) bool { return d.refused(g, c.Object) })
	if len(all) == 0 {
		return
	}
	d.out.Questions = append(d.out.Questions, Question{Kind: "name", Subject: d.representative(g), Shown: named.Shown,
		FileID: named.FileID, Sheet: named.Sheet, Row: named.Row, Candidates: all[:min(3, len(all))]})
}
