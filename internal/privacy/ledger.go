package privacy

import "slices"

// Group is a set of people (or their answers) that one shown figure rests on.
// Members are sorted and each once.
type Group struct {
	// Figure is what was asked; only groups of one figure can be subtracted.
	Figure string
	// Name says which group it is, for a sentence.
	Name    string
	Members []string
}

// Conflict is two or more groups that give away a group of one to four by
// subtraction.
type Conflict struct {
	Figure string
	// Whole is the larger group, Parts what can be taken from it, Left how many
	// remain.
	Whole string
	Parts []string
	Left  int
}

// Conflicts finds every fresh group that gives a group of fewer than least
// people away together with a released one or another fresh one: one inside
// the other with few outside it, two that exchange a few for a few (an answer
// given anew is another answer), or a whole less its disjoint parts. Groups
// that were released before do not conflict among themselves.
func Conflicts(fresh, released []Group, least int) []Conflict {
	var all []Conflict
	known := append(slices.Clone(fresh), released...)
	for i, whole := range known {
		var parts []Group
		newPart := false
		for j, part := range known {
			if i == j || part.Figure != whole.Figure || len(part.Members) > len(whole.Members) {
				continue
			}
			isNew := i < len(fresh) || j < len(fresh)
			more, fewer := exchanged(whole.Members, part.Members)
			if left := max(more, fewer); isNew && left > 0 && left < least && (more != fewer || i < j) {
				all = append(all, Conflict{whole.Figure, whole.Name, []string{part.Name}, left})
			}
			if fewer == 0 && more > 0 && apart(part, parts) {
				parts, newPart = append(parts, part), newPart || isNew
			}
		}
		if left := remainder(whole, parts); len(parts) > 1 && newPart && left > 0 && left < least {
			c := Conflict{Figure: whole.Figure, Whole: whole.Name, Left: left}
			for _, p := range parts {
				c.Parts = append(c.Parts, p.Name)
			}
			all = append(all, c)
		}
	}
	return all
}

func remainder(whole Group, parts []Group) int {
	left := len(whole.Members)
	for _, p := range parts {
		left -= len(p.Members)
	}
	return left
}

// exchanged is how many of a are not in b, and how many of b are not in a; both
// are sorted.
func exchanged(a, b []string) (more, fewer int) {
	i, j := 0, 0
	for i < len(a) && j < len(b) {
		switch {
		case a[i] == b[j]:
			i, j = i+1, j+1
		case a[i] < b[j]:
			i, more = i+1, more+1
		default:
			j, fewer = j+1, fewer+1
		}
	}
	return more + len(a) - i, fewer + len(b) - j
}

// apart reports whether the group shares nobody with the others.
func apart(g Group, others []Group) bool {
	for _, o := range others {
		for _, m := range g.Members {
			if _, found := slices.BinarySearch(o.Members, m); found {
				return false
			}
		}
	}
	return true
}
