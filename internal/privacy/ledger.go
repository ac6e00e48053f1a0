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
	// Cohort and Period are whose figure it is and of when, the cohort blank for all
	// together and the period "all" for the whole time.
	Cohort, Period string
	// Marks are of each answer what stays when its round or whoever gave it is
	// called otherwise, and changes when it says something else; sorted, each once.
	// A ledger written before there were any has none.
	Marks []string
	// Shows is what a reader sees of the figure, blank where it changes while no
	// answer does.
	Shows string
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
	// Unknown says that the released one has no marks, so that it cannot be told
	// whether the answers are the same.
	Unknown bool
}

// Conflicts finds every fresh group that gives a group of fewer than least
// people away together with a released one or another fresh one: one inside
// the other with few outside it, two that exchange a few for a few (an answer
// given anew is another answer), or a whole less its disjoint parts. A figure of
// a cohort is held against every released one of it by the marks of the answers
// too. Groups that were released before do not conflict among themselves.
func Conflicts(fresh, released []Group, least int) []Conflict {
	all := otherwiseCalled(fresh, released, least)
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
				all = append(all, Conflict{whole.Figure, whole.Name, []string{part.Name}, left, false})
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

// otherwiseCalled finds the fresh groups whose answers, whatever their round is
// called, differ in one to least−1 from those of a released figure of the same
// cohort. Where that one has no marks it cannot be told, and counts as found:
// when the same answers show something else, and when none of the same period is
// known again while there are about as many.
func otherwiseCalled(fresh, released []Group, least int) []Conflict {
	var all []Conflict
	for _, now := range fresh {
		for _, then := range released {
			if now.Figure != then.Figure || now.Cohort != then.Cohort || len(now.Members) == 0 || len(then.Members) == 0 {
				continue
			}
			if len(then.Marks) == 0 {
				if cannotTell(now, then, least) {
					all = append(all, Conflict{now.Figure, now.Name, []string{then.Name}, 0, true})
				}
				continue
			}
			more, fewer := exchanged(now.Marks, then.Marks)
			if left := max(more, fewer); left > 0 && left < least {
				all = append(all, Conflict{now.Figure, now.Name, []string{then.Name}, left, false})
			}
		}
	}
	return all
}

// wholeTime is the period of a figure that goes over to every newer round.
const wholeTime = "all"

func cannotTell(now, then Group, least int) bool {
	if len(now.Marks) == 0 {
		return false // nobody keeps marks, so they are not missed
	}
	more, fewer := exchanged(now.Members, then.Members)
	if more == 0 && fewer == 0 {
		return now.Shows != "" && now.Shows != then.Shows
	}
	strangers := more == len(now.Members) && fewer == len(then.Members)
	return strangers && now.Period != wholeTime && now.Period == then.Period && max(more-fewer, fewer-more) < least
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
