package stat

import (
	"cmp"
	"math"
	"slices"
)

// RankTest is a test on ranks: its statistic, as R gives it, and its p-values.
// All numbers are undefined together where nothing can be computed; where only
// the p-values are, their reason says why.
type RankTest struct {
	Statistic Number // W of the rank sum, V of the signed rank
	// P is two-sided; Greater is small where x lies above y, Less where below.
	P, Greater, Less Number
	// Effect is what goes with the test, from −1 (x always below y) to 1:
	// Cliff's δ of two groups, the matched rank biserial correlation of pairs.
	Effect Number
	Used   int  // how many observations, or pairs that differ, were ranked
	Exact  bool // from all arrangements of the ranks; else a normal approximation
}

func noRankTest(reason Reason) RankTest {
	none := Number{Reason: reason}
	return RankTest{Statistic: none, P: none, Greater: none, Less: none, Effect: none}
}

// exactBelow is the size of a group from which on arrangements are not counted
// any more: R's limit.
const exactBelow = 50

// MannWhitney compares two independent groups by their ranks. Statistic is W,
// the pairs in which x is above y, ties counting half; Effect is
// δ = 2W/(n1 n2) − 1. Without ties and with fewer than 50 in each group the
// p-values are exact; otherwise they come from the normal distribution with
// continuity correction and variance n1 n2/12 ((N+1) − Σ(t³−t)/(N(N−1))), t
// being how many share a value. Undefined (no_data, not_finite) where either
// group is empty or holds what is not finite; groups that are all equal have a
// W and no p-values (constant).
//
// Mann and Whitney 1947, Annals of Mathematical Statistics 18:50–60; Lehmann
// 1975, Nonparametrics, section 1.4 (ties); R wilcox.test(x, y).
func MannWhitney(x, y []float64) RankTest {
	for _, xs := range [][]float64{x, y} {
		if reason := observations(xs); reason != "" {
			return noRankTest(reason)
		}
	}
	n1, n2 := float64(len(x)), float64(len(y))
	ranks, ties := midranks(slices.Concat(x, y))
	w := -n1 * (n1 + 1) / 2
	for _, rank := range ranks[:len(x)] {
		w += rank
	}
	test := RankTest{Statistic: number(w), Effect: number(between(-1, 2*w/(n1*n2)-1, 1)), Used: len(x) + len(y)}
	if ties == 0 && len(x) < exactBelow && len(y) < exactBelow {
		test.Exact = true
		test.P, test.Greater, test.Less = tails(rankSums(len(x), len(y)), int(w))
		return test
	}
	n := n1 + n2
	variance := n1 * n2 / 12 * (n + 1 - ties/(n*(n-1)))
	test.P, test.Greater, test.Less = approximate(w-n1*n2/2, variance)
	return test
}

// SignedRank compares pairs, x less y, by the ranks of how far they differ.
// Pairs that do not differ are dropped. Statistic is V, the sum of the ranks of
// the differences above 0; Effect is (V − V')/(V + V'), where V' is that of the
// differences below. Without ties, without dropped pairs and with fewer than
// 50 the p-values are exact; otherwise they come from the normal distribution
// with continuity correction and variance n(n+1)(2n+1)/24 − Σ(t³−t)/48.
// Differences that are equal on paper but not in their last bits are equal: they
// are measured in steps of 10⁻¹² of the greatest value. No pairs are undefined
// (no_data), as are slices of unequal length (unequal_lengths) and what is not
// finite; pairs none of which differ have V = 0 and no p-values (constant).
//
// Wilcoxon 1945, Biometrics Bulletin 1:80–83; Lehmann 1975, section 3.2; Kerby
// 2014, Comprehensive Psychology 3:1 (effect);
// R wilcox.test(x, y, paired = TRUE).
func SignedRank(x, y []float64) RankTest {
	differences, reason := differences(x, y)
	if reason != "" {
		return noRankTest(reason)
	}
	all := len(differences)
	differences = slices.DeleteFunc(differences, func(d float64) bool { return d == 0 })
	if len(differences) == 0 {
		test := noRankTest(Constant)
		test.Statistic = Number{}
		return test
	}
	distances := make([]float64, len(differences))
	for i, d := range differences {
		distances[i] = math.Abs(d)
	}
	ranks, ties := midranks(distances)
	v := 0.0
	for i, rank := range ranks {
		if differences[i] > 0 {
			v += rank
		}
	}
	n := float64(len(ranks))
	total := n * (n + 1) / 2
	test := RankTest{Statistic: number(v), Effect: number(2*v/total - 1), Used: len(ranks)}
	if ties == 0 && len(ranks) == all && all < exactBelow {
		test.Exact = true
		test.P, test.Greater, test.Less = tails(signedSums(len(ranks)), int(v))
		return test
	}
	variance := n*(n+1)*(2*n+1)/24 - ties/48
	test.P, test.Greater, test.Less = approximate(v-total/2, variance)
	return test
}

// midranks ranks xs upwards from 1, parallel to xs; equal ones share the mean of
// their ranks. ties is Σ(t³−t) over the groups of t equal ones. Ranks are whole
// or half, so that their sums are exact in any order.
func midranks(xs []float64) (ranks []float64, ties float64) {
	order := make([]int, len(xs))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(xs[a], xs[b]) })
	ranks = make([]float64, len(xs))
	for first := 0; first < len(order); {
		after := first + 1
		for after < len(order) && xs[order[after]] == xs[order[first]] {
			after++
		}
		for _, i := range order[first:after] {
			ranks[i] = float64(first+1+after) / 2
		}
		t := float64(after - first)
		ties += t*t*t - t
		first = after
	}
	return ranks, ties
}

// differences are those of pairs, x less y, in steps of 10⁻¹² of the greatest
// value, so that 0.3 − 0.2 is 0.2 − 0.1; and why there are none.
func differences(x, y []float64) ([]float64, Reason) {
	if len(x) != len(y) {
		return nil, UnequalLengths
	}
	greatest := 0.0
	for _, xs := range [][]float64{x, y} {
		if reason := observations(xs); reason != "" {
			return nil, reason
		}
		for _, v := range xs {
			greatest = math.Max(greatest, math.Abs(v))
		}
	}
	all := make([]float64, len(x))
	for i := range x {
		if greatest > 0 {
			all[i] = math.Round((x[i]/greatest - y[i]/greatest) * 1e12)
		}
	}
	return all, ""
}

// approximate gives the p-values of a statistic that lies so far from what is
// expected of it, in steps of 1, with continuity correction.
func approximate(distance, variance float64) (p, greater, less Number) {
	if variance <= 0 {
		none := Number{Reason: Constant}
		return none, none, none
	}
	sd := math.Sqrt(variance)
	above := func(z float64) float64 { return math.Erfc(z/math.Sqrt2) / 2 }
	two := 1.0
	if distance != 0 {
		two = math.Min(1, 2*above((math.Abs(distance)-0.5)/sd))
	}
	return number(two), number(above((distance - 0.5) / sd)), number(above(-(distance + 0.5) / sd))
}

// tails gives the exact p-values of a statistic from the probabilities of each
// of its values, which lie symmetric.
func tails(probability []float64, at int) (p, greater, less Number) {
	below := func(last int) (sum float64) { // smallest terms first
		for _, share := range probability[:last+1] {
			sum += share
		}
		return sum
	}
	atMost := math.Min(1, below(at))
	atLeast := math.Min(1, below(len(probability)-1-at))
	return number(math.Min(1, 2*math.Min(atMost, atLeast))), number(atLeast), number(atMost)
}

// rankSums are the probabilities of W = 0, 1, … n1 n2 where all arrangements are
// equally likely: the greatest of all is of the first group in n1 of n1 + n2.
func rankSums(n1, n2 int) []float64 {
	row := make([][]float64, n2+1) // of i in the first group and j in the second
	for j := range row {
		row[j] = make([]float64, n1*j+1)
		row[j][0] = 1
	}
	for i := 1; i <= n1; i++ {
		for j := 1; j <= n2; j++ {
			share := float64(i) / float64(i+j)
			for w := i * j; w >= 0; w-- { // from above, so that w−j is still that of i−1
				p := 0.0
				if w >= j {
					p = share * row[j][w-j]
				}
				if w <= i*(j-1) {
					p += (1 - share) * row[j-1][w]
				}
				row[j][w] = p
			}
		}
	}
	return row[n2]
}

// signedSums are the probabilities of V = 0, 1, … n(n+1)/2 where each rank is of
// a difference above 0 or below with equal chance.
func signedSums(n int) []float64 {
	sums := make([]float64, n*(n+1)/2+1)
	sums[0] = 1
	for rank := 1; rank <= n; rank++ {
		for v := rank * (rank + 1) / 2; v >= 0; v-- {
			sums[v] /= 2
			if v >= rank {
				sums[v] += sums[v-rank] / 2
			}
		}
	}
	return sums
}
