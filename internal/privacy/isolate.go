package privacy

import (
	"math"
	"slices"
)

// mostTried is how many sets of a few people are looked at before the answer is
// taken to be yes.
const mostTried = 20000

// Isolates reports whether the sums of several groups, added and subtracted in any
// way, tell of fewer than least people alone: from two groups that together are the
// whole, the whole can be taken away, and those who are in both are left. It is the
// exact answer for sums, and so for means whose numbers are told, where Conflicts
// looks at one group inside another; it takes no account of what the values can be.
// Where there is too much to look at the answer is yes.
func Isolates(groups []Group, least int) bool {
	columns, sizes := kinds(groups)
	full := rank(columns)
	var small []int
	for i, n := range sizes {
		if n < least {
			small = append(small, i)
		}
	}
	tried := 0
	var among func(from, people int, chosen []int) bool
	among = func(from, people int, chosen []int) bool {
		for i := from; i < len(small); i++ {
			total := people + sizes[small[i]]
			if total >= least {
				continue
			}
			if tried++; tried > mostTried {
				return true
			}
			some := append(slices.Clone(chosen), small[i])
			if rank(without(columns, some)) < full || among(i+1, total, some) {
				return true
			}
		}
		return false
	}
	return among(0, 0, nil)
}

// kinds are the people by which groups they are in: for each kind a 1 for every
// group that counts it, and how many they are.
func kinds(groups []Group) (columns [][]float64, sizes []int) {
	in := map[string][]float64{}
	for g := range groups {
		for _, m := range groups[g].Members {
			if in[m] == nil {
				in[m] = make([]float64, len(groups))
			}
			in[m][g] = 1
		}
	}
	for _, column := range in {
		at := slices.IndexFunc(columns, func(c []float64) bool { return slices.Equal(c, column) })
		if at < 0 {
			at = len(columns)
			columns, sizes = append(columns, column), append(sizes, 0)
		}
		sizes[at]++
	}
	return columns, sizes
}

func without(columns [][]float64, some []int) [][]float64 {
	var left [][]float64
	for i, c := range columns {
		if !slices.Contains(some, i) {
			left = append(left, c)
		}
	}
	return left
}

// rank is that of a matrix of ones and zeros, by Gauss with the greatest pivot.
func rank(columns [][]float64) int {
	var rows [][]float64
	for _, c := range columns {
		rows = append(rows, slices.Clone(c))
	}
	found := 0
	for at := 0; len(rows) > 0 && at < len(rows[0]) && found < len(rows); at++ {
		best := found
		for i := found; i < len(rows); i++ {
			if math.Abs(rows[i][at]) > math.Abs(rows[best][at]) {
				best = i
			}
		}
		if math.Abs(rows[best][at]) < 1e-9 {
			continue
		}
		rows[found], rows[best] = rows[best], rows[found]
		for i := found + 1; i < len(rows); i++ {
			times := rows[i][at] / rows[found][at]
			for j := at; j < len(rows[i]); j++ {
				rows[i][j] -= times * rows[found][j]
			}
		}
		found++
	}
	return found
}
