package ingest

import (
	"cmp"
	"maps"
	"slices"

	"valuetrail/ingest/layout"
)

// The reasons of a proposal, as keys of their words.
const (
	reasonSameName   = "same_name"
	reasonOtherEmail = "same_name_other_email"
	reasonNotThen    = "same_name_not_enrolled_then"
	reasonTwo        = "same_name_as_another"
	reasonInitial    = "same_family_name_and_initial"
	reasonGiven      = "same_given_name_and_initial"
	reasonShort      = "short_for"
	reasonPart       = "part_of_name"
	reasonFirstOnly  = "first_name_only"
	reasonFamilyOnly = "family_name_only"
	reasonNear       = "spelt_alike"
)

// doubts are what may speak against a name that is equal, the gravest last.
var doubts = []string{reasonSameName, reasonNotThen, reasonOtherEmail}

// roster is the member list as identities need it.
type roster struct {
	lines []Listed
	// owner leads the pseudonym of a list row to its member id.
	owner  map[string]string
	byID   map[string]Listed
	spans  map[string][][2]int
	names  map[string][]string
	emails map[string]map[string]bool
	extra  map[string][]string
	// plain is each member's name normalised, bearers how many members have it.
	plain   map[string]string
	bearers map[string]int
}

func newRoster(lines []Listed) *roster {
	r := &roster{lines: slices.Clone(lines), owner: map[string]string{}, byID: map[string]Listed{}, spans: map[string][][2]int{},
		names: map[string][]string{}, emails: map[string]map[string]bool{}, extra: map[string][]string{}, plain: map[string]string{}, bearers: map[string]int{}}
	slices.SortFunc(r.lines, func(a, b Listed) int {
		return cmp.Or(cmp.Compare(a.FirstDay, b.FirstDay), cmp.Compare(a.Name, b.Name), cmp.Compare(a.ListID, b.ListID), cmp.Compare(a.Email, b.Email),
			cmp.Compare(a.Cohort, b.Cohort), cmp.Compare(a.LastDay, b.LastDay))
	})
	return r
}

// alsoKnown notes another name of the list row that goes by a pseudonym.
func (r *roster) alsoKnown(alias, name string) { r.extra[alias] = append(r.extra[alias], name) }

// settle gathers the rows of each member, once owners are known.
func (r *roster) settle() {
	for _, l := range r.lines {
		id := cmp.Or(r.owner[l.AliasID], l.AliasID)
		r.byID[id] = l
		r.spans[id] = append(r.spans[id], [2]int{l.FirstDay, cmp.Or(l.LastDay, 1<<30)})
		if r.emails[id] == nil {
			r.emails[id] = map[string]bool{}
		}
		if e := layout.NormaliseEmail(l.Email); e != "" {
			r.emails[id][e] = true
		}
		r.plain[id] = layout.NormaliseName(l.Name)
		for _, n := range append([]string{r.plain[id]}, r.extra[l.AliasID]...) {
			if n != "" && !slices.Contains(r.names[n], id) {
				r.names[n] = append(r.names[n], id)
			}
		}
	}
	for _, name := range r.plain {
		r.bearers[name]++
	}
}

// enrolled reports whether the member belonged on any day of the span; a span
// without days fits everybody.
func (r *roster) enrolled(id string, first, last int) bool {
	if first == 0 {
		return true
	}
	return slices.ContainsFunc(r.spans[id], func(s [2]int) bool { return s[0] <= last && first <= s[1] })
}

// exact are the members whose name or alias equals a name of the set. One alone
// with reasonSameName may link by itself.
func (r *roster) exact(g *group) []Candidate {
	found := map[string]string{}
	for _, a := range g.aliases {
		for _, id := range r.names[a.Name] {
			if a.Name == "" {
				continue
			}
			reason := reasonSameName
			switch {
			case !r.enrolled(id, a.FirstDay, a.LastDay):
				reason = reasonNotThen
			case a.Email != "" && len(r.emails[id]) > 0 && !r.emails[id][a.Email]:
				reason = reasonOtherEmail
			}
			if slices.Index(doubts, reason) >= slices.Index(doubts, found[id]) { // the gravest, whatever the order
				found[id] = reason
			}
		}
	}
	then := 0
	for _, reason := range found {
		if reason != reasonNotThen {
			then++
		}
	}
	var all []Candidate
	for _, id := range slices.Sorted(maps.Keys(found)) {
		reason := found[id]
		if then > 1 && reason == reasonSameName {
			reason = reasonTwo
		}
		if then == 1 && reason == reasonNotThen {
			continue
		}
		all = append(all, Candidate{Object: id, Shown: r.known(id), Reason: reason, Score: 1})
	}
	r.order(all)
	return all
}

// nearEnough is how alike a name must be to be proposed.
const nearEnough = 0.86

// near are the members whose names are spelt alike, best first.
func (r *roster) near(g *group) []Candidate {
	best := map[string]Candidate{}
	for _, a := range g.aliases {
		if a.Name == "" {
			continue
		}
		for name, ids := range r.names {
			score, reason := likeness(a.Name, name)
			for _, id := range ids {
				if c := best[id]; score >= nearEnough && (score > c.Score || score == c.Score && reason < c.Reason) && r.enrolled(id, a.FirstDay, a.LastDay) {
					best[id] = Candidate{Object: id, Shown: r.known(id), Reason: reason, Score: score}
				}
			}
		}
	}
	all := slices.Collect(maps.Values(best))
	r.order(all)
	return all
}

// known is how people know a member: the name, and where another has it too
// the list's id or the e-mail.
func (r *roster) known(id string) string {
	l := r.byID[id]
	if more := cmp.Or(l.ListID, l.Email); r.bearers[r.plain[id]] > 1 && more != "" {
		return l.Name + " (" + more + ")"
	}
	return l.Name
}

// order sorts by score, then by what people see: never by an id.
func (r *roster) order(all []Candidate) {
	slices.SortFunc(all, func(a, b Candidate) int {
		x, y := r.byID[a.Object], r.byID[b.Object]
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.Shown, b.Shown), cmp.Compare(x.ListID, y.ListID), cmp.Compare(x.Email, y.Email))
	})
}
