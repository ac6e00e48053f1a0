package ingest

import (
	"cmp"
	"maps"
	"slices"
)

// verdicts are what people said about meetings: with which meeting or row each
// belongs, and which pairs do not.
type verdicts struct {
	same  map[string]string
	apart map[[2]string]bool
}

// heard reads decisions in the order of their making: about a pair the last one
// holds, and of all that a meeting was said to be, the last.
func heard(decisions []Decision) verdicts {
	all := slices.Clone(decisions)
	slices.SortFunc(all, func(a, b Decision) int {
		return cmp.Or(cmp.Compare(a.At, b.At), cmp.Compare(a.ID, b.ID), cmp.Compare(a.Subject, b.Subject), cmp.Compare(a.Object, b.Object), cmp.Compare(a.Verdict, b.Verdict))
	})
	v := verdicts{same: map[string]string{}, apart: map[[2]string]bool{}}
	for _, d := range all {
		pair, back := [2]string{d.Subject, d.Object}, [2]string{d.Object, d.Subject}
		switch d.Verdict {
		case "same":
			v.same[d.Subject] = d.Object
			delete(v.apart, pair)
			delete(v.apart, back)
		case "other":
			v.apart[pair], v.apart[back] = true, true
			if v.same[d.Subject] == d.Object {
				delete(v.same, d.Subject)
			}
			if v.same[d.Object] == d.Subject {
				delete(v.same, d.Object)
			}
		}
	}
	return v
}

// breakCircles drops one answer of every circle: of meetings that name each
// other the first stays where it is.
func (v verdicts) breakCircles() {
	for _, m := range slices.Sorted(maps.Keys(v.same)) {
		seen := map[string]bool{}
		for at := m; v.same[at] != "" && !seen[at]; {
			seen[at] = true
			if at = v.same[at]; at == m {
				delete(v.same, m)
			}
		}
	}
}
