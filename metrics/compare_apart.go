package metrics

import (
	"maps"
	"slices"

	"valuetrail/internal/privacy"
	"valuetrail/internal/vocabulary"
)

// matchable are the pairs of terms, the earlier first, whose matched people may be
// told of: with the other figures of the same answers, of everybody, of the matched
// people of other pairs and of the groups of a breakdown, they must not tell a few
// people apart. Earlier pairs come first, for they could be read before the later
// ones were there, and of those the one with the first term. What construct_change
// tells of the matched people of that pair counts as told whatever is decided here.
func (c *comparer) matchable(t terms, part string) (map[[2]string]bool, error) {
	var order []line
	known := map[line][]Group{}
	for _, r := range t.of(part, c.p) {
		if l := lineOf(r); len(t.people[l]) > 0 {
			order = append(order, l)
			known[l] = []Group{{Members: slices.Sorted(maps.Keys(t.people[l]))}}
		}
	}
	var broken map[line][][]Group // asked for once there is a pair that may be told so far
	may := map[[2]string]bool{}
	for j := 1; j < len(order); j++ {
		for _, i := range slices.Compact([]int{0, j - 1}) {
			then, now := order[i], order[j]
			both := Group{Members: bothTimes(t.people[now], t.people[then]).who}
			if len(both.Members) < c.g.threshold(c.s.Community).Exact || c.tellsApart(both, known[then][:1]) || c.tellsApart(both, known[now][:1]) {
				continue
			}
			apart := c.tellsApart(both, known[then]) || c.tellsApart(both, known[now])
			if !apart && broken == nil {
				var err error
				if broken, err = c.brokenDown(t); err != nil {
					return nil, err
				}
			}
			apart = apart || c.tellsApart(both, known[then], broken[then]...) || c.tellsApart(both, known[now], broken[now]...)
			may[[2]string{then.period, now.period}] = !apart
			if !apart || i == 0 && t.ind.ID == "construct_score" {
				known[then], known[now] = append(known[then], both), append(known[now], both)
			}
		}
	}
	return may, nil
}

// tellsApart reports whether a group beside those known of the same answers would
// tell of a few people; broken are the groups of each breakdown. A group that is
// one of those known tells nothing that they do not tell.
func (c *comparer) tellsApart(both Group, known []Group, broken ...[]Group) bool {
	if slices.ContainsFunc(known, func(g Group) bool { return slices.Equal(g.Members, both.Members) }) {
		return false // nobody answered only once: who is known is told of already
	}
	least := max(c.g.threshold(c.s.Community).Group, leastApart)
	if len(privacy.Conflicts([]Group{both}, known, least)) > 0 {
		return true
	}
	all := append(slices.Clone(known), both)
	if privacy.Isolates(all, least) {
		return true
	}
	for _, groups := range broken {
		if privacy.Isolates(slices.Concat(all, groups), least) {
			return true
		}
	}
	return false
}

// brokenDown are the people of every line by each attribute that it can be broken
// down by: those groups that are large enough to be told of.
func (c *comparer) brokenDown(t terms) (map[line][][]Group, error) {
	all := map[line][][]Group{}
	for _, by := range vocabulary.Attributes.Words {
		if by == "none" {
			continue
		}
		s := c.scope
		s.By = by
		seen, err := observations(c.ctx, c.src, t.ind, s.sofar(t.ind, c.g))
		if err != nil {
			return nil, err
		}
		groups := map[line]map[string]map[string]bool{}
		for _, o := range seen {
			l := o.line
			if l.group = ""; o.x != nil && o.group != "" && o.person != "" {
				if groups[l] == nil {
					groups[l] = map[string]map[string]bool{}
				}
				put(groups[l], o.group, o.person, true)
			}
		}
		for l, labels := range groups {
			var told []Group
			for _, label := range slices.Sorted(maps.Keys(labels)) {
				if members := slices.Sorted(maps.Keys(labels[label])); len(members) >= c.g.threshold(c.s.Community).Exact {
					told = append(told, Group{Name: label, Members: members})
				}
			}
			if len(told) > 0 {
				all[l] = append(all[l], told)
			}
		}
	}
	return all, nil
}
