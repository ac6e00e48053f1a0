package stat

import "slices"

// Network is who has a tie with whom, both ways alike. Members are numbered from
// 0. Where it is undefined, every answer of its methods is undefined for the
// same reason.
type Network struct {
	Ties   int // each counted once
	Reason Reason
	near   [][]int // neighbours of each member, upwards
	tied   map[[2]int]bool
}

// Connect makes a network of so many members, those without a tie included, and
// ties between two of them; one that is told twice, either way round, counts
// once. Nobody is undefined (no_data), as are a member that there is not and a
// tie of one with oneself (out_of_range).
func Connect(members int, ties [][2]int) Network {
	if members <= 0 {
		reason := NoData
		if members < 0 {
			reason = OutOfRange
		}
		return Network{Reason: reason}
	}
	n := Network{near: make([][]int, members), tied: map[[2]int]bool{}}
	for _, tie := range ties {
		a, b := min(tie[0], tie[1]), max(tie[0], tie[1])
		if a < 0 || b >= members || a == b {
			return Network{Reason: OutOfRange}
		}
		if n.tied[[2]int{a, b}] {
			continue
		}
		n.tied[[2]int{a, b}] = true
		n.near[a], n.near[b] = append(n.near[a], b), append(n.near[b], a)
		n.Ties++
	}
	for _, neighbours := range n.near {
		slices.Sort(neighbours)
	}
	return n
}

// Members is how many there are.
func (n Network) Members() int { return len(n.near) }

// Defined tells whether there is a network.
func (n Network) Defined() bool { return n.Reason == "" }

func (n Network) linked(a, b int) bool { return n.tied[[2]int{min(a, b), max(a, b)}] }

// Density is the share of all pairs of members that have a tie, 2m/(n(n−1)). One
// member is undefined (too_few).
//
// R igraph::edge_density.
func (n Network) Density() Number {
	switch {
	case !n.Defined():
		return Number{Reason: n.Reason}
	case n.Members() < 2:
		return Number{Reason: TooFew}
	}
	members := float64(n.Members())
	return number(2 * float64(n.Ties) / (members * (members - 1)))
}

// Transitivity is the share of those pairs with a neighbour in common who have a
// tie themselves: 3 triangles/connected triples. Where nobody has two ties it is
// undefined (no_data).
//
// Newman 2010, Networks, section 7.9; R igraph::transitivity(type = "global").
func (n Network) Transitivity() Number {
	if !n.Defined() {
		return Number{Reason: n.Reason}
	}
	closed, triples := 0, 0
	for member := range n.near {
		c, t := n.around(member)
		closed, triples = closed+c, triples+t
	}
	if triples == 0 {
		return Number{Reason: NoData}
	}
	return number(float64(closed) / float64(triples))
}

// Clustering is the mean over all members of the share of the pairs of their
// neighbours that have a tie; members with fewer than two neighbours count as 0.
//
// Watts and Strogatz 1998, Nature 393:440–442;
// R igraph::transitivity(type = "localaverage", isolates = "zero").
func (n Network) Clustering() Number {
	if !n.Defined() {
		return Number{Reason: n.Reason}
	}
	shares := make([]float64, 0, n.Members())
	for member := range n.near {
		if closed, triples := n.around(member); triples > 0 {
			shares = append(shares, float64(closed)/float64(triples))
		}
	}
	return number(sum(shares) / float64(n.Members()))
}

// around counts the pairs of a member's neighbours, and those with a tie.
func (n Network) around(member int) (closed, triples int) {
	neighbours := n.near[member]
	for i, a := range neighbours {
		for _, b := range neighbours[i+1:] {
			if n.linked(a, b) {
				closed++
			}
		}
	}
	return closed, len(neighbours) * (len(neighbours) - 1) / 2
}

// Betweenness is, for each member, over how many of the shortest ways between
// two others the member lies, ways of equal length sharing; members who lie on
// none are 0. An undefined network has none.
//
// Freeman 1977, Sociometry 40:35–41; Brandes 2001, Journal of Mathematical
// Sociology 25:163–177; R igraph::betweenness. Ours, because gonum's visits
// members in the order of a map, so that its last digits differ from run to run.
func (n Network) Betweenness() []Number {
	through := make([]float64, n.Members())
	for source := range n.near {
		n.dependOn(source, through)
	}
	result := make([]Number, n.Members())
	for member, ways := range through {
		result[member] = number(ways / 2) // each pair was counted from both ends
	}
	return result
}

// dependOn adds, for each member, the share of the shortest ways from source to
// all others that lead through the member.
func (n Network) dependOn(source int, through []float64) {
	members := n.Members()
	far, ways, share := make([]int, members), make([]float64, members), make([]float64, members)
	far[source], ways[source] = 1, 1 // 0 is not reached yet
	queue := []int{source}
	for at := 0; at < len(queue); at++ {
		from := queue[at]
		for _, to := range n.near[from] {
			if far[to] == 0 {
				far[to] = far[from] + 1
				queue = append(queue, to)
			}
			if far[to] == far[from]+1 {
				ways[to] += ways[from]
			}
		}
	}
	for at := len(queue) - 1; at > 0; at-- {
		to := queue[at]
		for _, from := range n.near[to] {
			if far[from] == far[to]-1 {
				share[from] += ways[from] / ways[to] * (1 + share[to])
			}
		}
		through[to] += share[to]
	}
}

// BetweennessShare is Betweenness as a share of all pairs of others,
// 2b/((n−1)(n−2)), 0 to 1. Fewer than three members are undefined (too_few).
func (n Network) BetweennessShare() []Number {
	shares := n.Betweenness()
	members := float64(n.Members())
	for i := range shares {
		if n.Members() < 3 {
			shares[i] = Number{Reason: TooFew}
			continue
		}
		shares[i] = number(between(0, 2*shares[i].Value/((members-1)*(members-2)), 1))
	}
	return shares
}

// Constraint is, for each member i, how much their ties lead back to the same
// people: Σ over neighbours j of (p(ij) + Σ p(iq) p(qj) over q)², where p(ij) is
// 1/ties of i for a neighbour j and else 0. Low where a member links people who
// are not linked. Members without a tie are undefined (no_data). An undefined network has
// none.
//
// Burt 1992, Structural Holes, chapter 2; R igraph::constraint.
func (n Network) Constraint() []Number {
	result := make([]Number, n.Members())
	for i, neighbours := range n.near {
		if len(neighbours) == 0 {
			result[i].Reason = NoData
			continue
		}
		part := 1 / float64(len(neighbours))
		invested := map[int]float64{} // in each other, directly and through others
		for _, q := range neighbours {
			invested[q] += part
			for _, j := range n.near[q] {
				if n.linked(i, j) {
					invested[j] += part / float64(len(n.near[q]))
				}
			}
		}
		squares := make([]float64, 0, len(invested))
		for _, p := range invested {
			squares = append(squares, p*p)
		}
		result[i] = number(sum(squares))
	}
	return result
}

// Boundary counts the ties of a network whose members belong to groups.
type Boundary struct {
	External, Internal int    // ties between groups, and within
	EI                 Number // (external − internal)/all, −1 all within to 1 all between
	Expected           Number // what it would be if all pairs were as likely to have a tie
}

// EI is Krackhardt and Stern's E-I index of ties between groups, with the value to
// be expected from the sizes of the groups alone; groups names the group of each
// member. A network without a tie is undefined (no_data), as are groups that are
// not one for each member (unequal_lengths). One member has no Expected
// (too_few).
//
// Krackhardt and Stern 1988, Social Psychology Quarterly 51:123–140.
func (n Network) EI(groups []string) Boundary {
	none := func(reason Reason) Boundary {
		return Boundary{EI: Number{Reason: reason}, Expected: Number{Reason: reason}}
	}
	switch {
	case !n.Defined():
		return none(n.Reason)
	case len(groups) != n.Members():
		return none(UnequalLengths)
	}
	b := none(NoData)
	for tie := range n.tied {
		if groups[tie[0]] == groups[tie[1]] {
			b.Internal++
		} else {
			b.External++
		}
	}
	if n.Ties > 0 {
		b.EI = number(float64(b.External-b.Internal) / float64(n.Ties))
	}
	sizes := map[string]int{}
	for _, group := range groups {
		sizes[group]++
	}
	pairs, within := n.Members()*(n.Members()-1)/2, 0
	for _, size := range sizes {
		within += size * (size - 1) / 2
	}
	b.Expected = Number{Reason: TooFew}
	if pairs > 0 {
		b.Expected = number(float64(pairs-2*within) / float64(pairs))
	}
	return b
}
