package stat

import (
	"fmt"
	"strconv"
)

func goldenSignedRank(rows []record) map[string]Number {
	test := SignedRank(column(rows, "before"), column(rows, "after"))
	return map[string]Number{"V": test.Statistic, "p_greater": test.Greater, "p_two_sided": test.P}
}

// group is the column of those rows that name it.
func group(rows []record, by, name, value string) (xs []float64) {
	for _, r := range rows {
		if r[by] == name {
			xs = append(xs, r.number(value))
		}
	}
	return xs
}

func goldenMannWhitney(rows []record) map[string]Number {
	test := MannWhitney(group(rows, "cohort", "2024", "score"), group(rows, "cohort", "2025", "score"))
	return map[string]Number{"W": test.Statistic, "p_two_sided": test.P}
}

func goldenCliff(rows []record) map[string]Number {
	delta := CliffDelta(group(rows, "group", "t", "value"), group(rows, "group", "c", "value"))
	got := map[string]Number{"delta": delta.Value}
	put(got, "unbiased_t", delta.Interval)
	got["lo"] = Number{delta.Consistent.Low, delta.Consistent.Reason}
	got["hi"] = Number{delta.Consistent.High, delta.Consistent.Reason}
	return got
}

func goldenHedges(rows []record) map[string]Number {
	g := HedgesG(group(rows, "cohort", "2024", "score"), group(rows, "cohort", "2025", "score"))
	got := map[string]Number{"d": g.D, "J": g.J, "g": g.Value}
	put(got, "nct", g.Noncentral)
	put(got, "z", g.Interval)
	return got
}

func goldenGini(rows []record) map[string]Number {
	g := Gini(column(rows, "x"))
	return map[string]Number{"gini": g.Gini, "gini_corrected": g.Corrected}
}

// karate is the network of the rows that hold a tie; its members are numbered
// from 1.
func karate(rows []record) Network {
	var ties [][2]int
	members := 0
	for _, r := range rows {
		from, err := strconv.Atoi(r["from"])
		to, err2 := strconv.Atoi(r["to"])
		if err == nil && err2 == nil {
			ties = append(ties, [2]int{from - 1, to - 1})
			members = max(members, from, to)
		}
	}
	return Connect(members, ties)
}

func goldenNetwork(rows []record) map[string]Number {
	n := karate(rows)
	got := map[string]Number{
		"nodes": {Value: float64(n.Members())}, "edges": {Value: float64(n.Ties)},
		"density": n.Density(), "transitivity": n.Transitivity(), "avg_clustering": n.Clustering(),
	}
	between, share := n.Betweenness(), n.BetweennessShare()
	for _, member := range []int{1, 34, 33, 3, 32, 12} {
		got[fmt.Sprintf("betweenness.%d", member)] = between[member-1]
	}
	for _, member := range []int{1, 34} {
		got[fmt.Sprintf("betweenness_norm.%d", member)] = share[member-1]
	}
	return got
}

func goldenBoundary(rows []record) map[string]Number {
	var groups []string
	for _, r := range rows {
		if r["group"] != "" {
			groups = append(groups, r["group"])
		}
	}
	b := karate(rows).EI(groups)
	return map[string]Number{
		"external": {Value: float64(b.External)}, "internal": {Value: float64(b.Internal)},
		"ei": b.EI, "ei_expected_random": b.Expected,
	}
}
