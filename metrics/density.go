package metrics

import "valuetrail/metrics/stat"

// density is the share of the pairs of members of a line that have a tie, and how
// many have one. A member is an observation of oneself (subject and person alike); a
// tie has two of its name (subject), one a person it ties, and counts where both are
// members of the line.
func density(seen []observation) (value, ties *float64) {
	place := map[string]int{}
	ends := map[string][]string{}
	for _, o := range seen {
		if o.person == o.subject {
			place[o.person] = len(place)
		} else {
			ends[o.subject] = append(ends[o.subject], o.person)
		}
	}
	var between [][2]int
	for _, people := range ends {
		if len(people) != 2 {
			continue
		}
		one, both := place[people[0]]
		other, members := place[people[1]]
		if both && members {
			between = append(between, [2]int{one, other})
		}
	}
	network := stat.Connect(len(place), between)
	count := float64(network.Ties)
	return defined(network.Density()), &count
}
