package ingest

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"valuetrail/ingest/layout"
)

// How an identity is known.
const (
	howMemberList = "member_list"
	howSure       = "handle"
	howRosterName = "by_roster_name"
	howAccepted   = "accepted"
	howItself     = "itself"
)

// Identified is who everybody is, and what only a person can tell.
type Identified struct {
	Identities []Identity
	Members    []Person
	Questions  []Question
}

// Identify decides who each alias is. E-mails, platform ids and the member
// list's own ids link by themselves; a name alone only where it equals the name
// or an alias of exactly one member enrolled on those days, and no e-mail
// speaks against it. All else is a question, and the alias is itself meanwhile.
// The answer depends on the set of aliases, not on their order.
func Identify(aliases []Alias, members []Listed, decisions []Decision) Identified {
	d := newDetective(aliases, members, decisions)
	d.linkMembers()
	for _, root := range slices.Sorted(maps.Keys(d.groups)) {
		d.decide(d.groups[root])
	}
	return d.result()
}

// detective holds the clues while they are put together.
type detective struct {
	aliases []Alias
	roster  *roster
	verdict map[string][]Decision
	parent  map[string]string
	shared  map[string]bool
	groups  map[string]*group
	out     Identified
	people  map[string]*Person
}

// group is a set of aliases that are one person without a doubt.
type group struct {
	aliases []Alias
	member  string
}

func newDetective(aliases []Alias, members []Listed, decisions []Decision) *detective {
	d := &detective{roster: newRoster(members), verdict: map[string][]Decision{}, parent: map[string]string{},
		shared: map[string]bool{}, groups: map[string]*group{}, people: map[string]*Person{}}
	d.aliases = slices.Clone(aliases)
	slices.SortFunc(d.aliases, func(a, b Alias) int {
		return cmp.Or(cmp.Compare(a.ID, b.ID), cmp.Compare(a.FileID, b.FileID), cmp.Compare(a.Sheet, b.Sheet), cmp.Compare(a.Row, b.Row), cmp.Compare(a.Shown, b.Shown))
	})
	for _, v := range decisions {
		d.verdict[v.Subject] = append(d.verdict[v.Subject], v)
	}
	d.findShared()
	for _, a := range d.aliases {
		if a.Kind != "name" && a.SameAs != a.ID && !d.shared[a.ID] && !d.shared[a.SameAs] && !d.split(a.ID) && !d.split(a.SameAs) {
			d.union(a.ID, a.SameAs)
		}
	}
	for _, a := range d.aliases {
		if a.Kind == "name" && a.Origin == "roster" && a.SameAs != a.ID {
			d.roster.alsoKnown(a.SameAs, a.Handle)
			continue
		}
		if d.shared[a.ID] {
			continue
		}
		root := d.find(a.ID)
		if d.groups[root] == nil {
			d.groups[root] = &group{}
		}
		d.groups[root].aliases = append(d.groups[root].aliases, a)
	}
	return d
}

// VerdictSplit says of a handle that it is somebody of their own, whatever rows
// link it to.
const VerdictSplit = "split"

// split reports whether somebody said that a handle is a person of its own.
func (d *detective) split(id string) bool {
	return slices.ContainsFunc(d.verdict[id], func(v Decision) bool { return v.Verdict == VerdictSplit })
}

// findShared marks e-mails that the member list gives to two members: a shared
// account is nobody.
func (d *detective) findShared() {
	owner := map[string]string{}
	ids := map[string]bool{}
	for _, a := range d.aliases {
		if a.Origin == "roster" && (a.Kind == "member" || a.Kind == "listed") {
			ids[a.ID] = true
		}
	}
	for _, a := range d.aliases {
		if a.Origin != "roster" || a.Kind != "email" || !ids[a.SameAs] {
			continue
		}
		if before, ok := owner[a.ID]; ok && before != a.SameAs {
			d.shared[a.ID] = true
		}
		owner[a.ID] = a.SameAs
	}
}

func (d *detective) find(id string) string {
	for d.parent[id] != "" && d.parent[id] != id {
		id = d.parent[id]
	}
	return id
}

// union joins two sets under the lesser root, so that order does not show.
func (d *detective) union(a, b string) {
	a, b = d.find(a), d.find(b)
	if a == b {
		return
	}
	if b < a {
		a, b = b, a
	}
	d.parent[b] = a
}

// linkMembers gives every set that holds exactly one member of the list its
// member id: the pseudonym of the list's own id, else of the handle that the set
// goes by, which no key decides.
func (d *detective) linkMembers() {
	for _, g := range d.groups {
		ids, others := map[string]bool{}, map[string]bool{}
		for _, a := range g.aliases {
			switch {
			case a.Origin != "roster":
			case d.isListID(a.SameAs):
				ids[a.SameAs] = true
			default:
				others[a.SameAs] = true
			}
		}
		switch {
		case len(ids) == 1:
			g.member = slices.Collect(maps.Keys(ids))[0]
		case len(ids) == 0 && len(others) > 0:
			var rows group
			for id := range others {
				rows.aliases = append(rows.aliases, d.called(id)...)
			}
			g.member = d.representative(&rows)
		}
		for id := range ids {
			d.roster.owner[id] = cmp.Or(g.member, id)
		}
		for id := range others {
			d.roster.owner[id] = cmp.Or(g.member, id)
		}
	}
	d.linkListed()
	d.roster.settle()
}

// linkListed leads a row of the list that had only a name to the one member of
// that name in another export of the list.
func (d *detective) linkListed() {
	listed := map[string]*group{}
	for _, g := range d.groups {
		for _, a := range g.aliases {
			if a.Kind == "listed" && a.ID == g.member {
				listed[a.Name] = g
			}
		}
	}
	owners, files := map[string]map[string]bool{}, map[string]map[string]bool{}
	note := func(all map[string]map[string]bool, name, x string) {
		if all[name] == nil {
			all[name] = map[string]bool{}
		}
		all[name][x] = true
	}
	for _, a := range d.aliases {
		if g := listed[a.Name]; g != nil && a.Origin == "roster" && a.Kind == "name" && a.SameAs != g.member && a.Handle == a.Name {
			note(owners, a.Name, d.member(a.SameAs))
			note(files, a.Name, a.FileID)
		}
	}
	for name, g := range listed {
		together := slices.ContainsFunc(g.aliases, func(a Alias) bool { return files[name][a.FileID] })
		if len(owners[name]) == 1 && !together {
			d.roster.owner[g.member] = slices.Collect(maps.Keys(owners[name]))[0]
			g.member = d.roster.owner[g.member]
		}
	}
}

func (d *detective) isListID(id string) bool {
	return slices.ContainsFunc(d.called(id), func(a Alias) bool { return a.Kind == "member" && a.Origin == "roster" })
}

// called is every place at which a handle stands.
func (d *detective) called(id string) []Alias {
	first, _ := slices.BinarySearchFunc(d.aliases, id, func(a Alias, id string) int { return cmp.Compare(a.ID, id) })
	last := first
	for last < len(d.aliases) && d.aliases[last].ID == id {
		last++
	}
	return d.aliases[first:last]
}

// decide says who one set of aliases is.
func (d *detective) decide(g *group) {
	if g.member != "" {
		d.identify(g, g.member, howSure)
		return
	}
	if listed, ok := d.rosterIDs(g); ok { // two members whose handles met in one row
		rest := slices.DeleteFunc(slices.Clone(g.aliases), func(a Alias) bool { return listed[a.ID] != "" })
		for _, a := range g.aliases {
			if member := listed[a.ID]; member != "" {
				d.identify(&group{aliases: []Alias{a}}, d.member(member), howSure)
			} else {
				d.identify(&group{aliases: []Alias{a}}, d.representative(&group{aliases: rest}), howItself)
			}
		}
		return
	}
	itself := d.representative(g)
	switch v, who := d.decided(g); v {
	case "same":
		d.identify(g, who, howAccepted)
		return
	case "nobody":
		return
	case "visitor":
		d.identify(g, itself, howItself)
		return
	}
	exact := d.roster.exact(g)
	if len(exact) == 1 && exact[0].Reason == reasonSameName && !d.refused(g, exact[0].Object) {
		d.identify(g, exact[0].Object, howRosterName)
		return
	}
	if !sharedAccount(g) {
		d.identify(g, itself, howItself)
	}
	d.ask(g, exact)
}

// sharedAccount reports whether the set is the address of an office: nobody,
// until somebody says who sat there.
func sharedAccount(g *group) bool {
	return !slices.ContainsFunc(g.aliases, func(a Alias) bool { return a.Kind != "email" || !layout.SharedMailbox(a.Handle) })
}

// rosterIDs are the members of the list whose handles the set holds, when there
// is more than one.
func (d *detective) rosterIDs(g *group) (map[string]string, bool) {
	all, members := map[string]string{}, map[string]bool{}
	for _, a := range g.aliases {
		if a.Origin == "roster" {
			all[a.ID], members[a.SameAs] = a.SameAs, true
		}
	}
	return all, len(members) > 1
}

// representative is the handle an unlisted person goes by: the e-mail, else
// another handle, the first in the alphabet.
func (d *detective) representative(g *group) string {
	best := g.aliases[0]
	rank := func(a Alias) int { return strings.Index("email platform member name", a.Kind) }
	for _, a := range g.aliases[1:] {
		if cmp.Or(cmp.Compare(rank(a), rank(best)), cmp.Compare(a.Handle, best.Handle)) < 0 {
			best = a
		}
	}
	return best.ID
}

// decided is the last decision about any alias of the set.
func (d *detective) decided(g *group) (verdict, object string) {
	var last *Decision
	for _, a := range g.aliases {
		for _, v := range d.verdict[a.ID] {
			if v.Verdict != "other" && v.Verdict != VerdictSplit && !d.takenBack(g, v) && (last == nil || cmp.Or(cmp.Compare(v.At, last.At), cmp.Compare(v.ID, last.ID)) > 0) {
				last = &v
			}
		}
	}
	if last == nil {
		return "", ""
	}
	return last.Verdict, d.member(last.Object)
}

// takenBack reports whether somebody later said of the set that it is not the
// member that a decision led to.
func (d *detective) takenBack(g *group, v Decision) bool {
	return v.Verdict == "same" && slices.ContainsFunc(g.aliases, func(a Alias) bool {
		return slices.ContainsFunc(d.verdict[a.ID], func(later Decision) bool {
			return (later.Verdict == "other" || later.Verdict == VerdictSplit) && later.At > v.At && d.member(later.Object) == d.member(v.Object)
		})
	})
}

// member is the member that a row of the list is, else the id itself.
func (d *detective) member(id string) string { return cmp.Or(d.roster.owner[id], id) }

// refused reports whether somebody said that the set is not that member.
func (d *detective) refused(g *group, member string) bool {
	for _, a := range g.aliases {
		for _, v := range d.verdict[a.ID] {
			if (v.Verdict == "other" || v.Verdict == VerdictSplit) && d.member(v.Object) == member {
				return true
			}
		}
	}
	return false
}
