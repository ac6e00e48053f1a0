package stat

import (
	"math"
	"slices"
)

// Kappa is how far two readers agree beyond chance: 1 always, 0 as often as
// chance would, below 0 less than that.
type Kappa struct {
	Estimate
	N         int    // how many both read
	Agreement Number // share on which they agree, or with weights agree in part, 0 to 1
	Chance    Number // the share to be expected from how often each uses each code
}

// CrossTable counts how often the first reader gave one code and the second
// another, to the same things: rows are the first's, columns the second's, codes
// upwards. NaN stands for a thing that a reader did not code, which is left out.
// Undefined where there is nothing (no_data), slices are of unequal length
// (unequal_lengths) or a code is infinite (not_finite).
func CrossTable(first, second []float64) (table [][]float64, codes []float64, reason Reason) {
	if len(first) != len(second) {
		return nil, nil, UnequalLengths
	}
	var both [2][]float64
	for i := range first {
		if !math.IsNaN(first[i]) && !math.IsNaN(second[i]) {
			both[0], both[1] = append(both[0], first[i]+0), append(both[1], second[i]+0)
		}
	}
	codes = slices.Concat(both[0], both[1])
	if reason := observations(codes); reason != "" {
		return nil, nil, reason
	}
	slices.Sort(codes)
	codes = slices.Compact(codes)
	table = make([][]float64, len(codes))
	for i := range table {
		table[i] = make([]float64, len(codes))
	}
	for i := range both[0] {
		row, _ := slices.BinarySearch(codes, both[0][i])
		column, _ := slices.BinarySearch(codes, both[1][i])
		table[row][column]++
	}
	return table, codes, ""
}

// CohenKappa is the agreement of two readers on the same things, from a square
// table of counts, rows the first reader's codes, columns the second's, in the
// same order: κ = (po − pe)/(1 − pe). The interval is κ ± z·se with Fleiss, Cohen
// and Everitt's variance, within [−1, 1]. No counts are undefined (no_data), as
// are a table that is not square (unequal_lengths), a count below 0
// (out_of_range), what is not finite, and readers who use one and the same code
// throughout (constant). Full agreement has a κ of 1 and no interval (constant).
//
// Cohen 1960, Educational and Psychological Measurement 20:37–46; Fleiss, Cohen
// and Everitt 1969, Psychological Bulletin 72:323–327; R psych::cohen.kappa.
func CohenKappa(table [][]float64) Kappa {
	return WeightedKappa(table, Disagreement(len(table), func(a, b int) float64 {
		if a == b {
			return 0
		}
		return 1
	}))
}

// WeightedKappa is CohenKappa where some disagreements are graver than others:
// κ = 1 − Σ v p/Σ v e, with weights v of disagreement, 0 on the diagonal, as large
// as the table. Weights that are below 0, above 0 on the diagonal or all 0 are
// undefined (out_of_range), as is another size (unequal_lengths).
//
// Cohen 1968, Psychological Bulletin 70:213–220; Fleiss, Cohen and Everitt 1969.
func WeightedKappa(table, disagreement [][]float64) Kappa {
	none := func(reason Reason) Kappa {
		return Kappa{Estimate: undefined(reason), Agreement: Number{Reason: reason}, Chance: Number{Reason: reason}}
	}
	n, reason := squareTable(table)
	if reason != "" {
		return none(reason)
	}
	worst, reason := weights(disagreement, len(table))
	if reason != "" {
		return none(reason)
	}
	k := len(table)
	rows, columns := make([]float64, k), make([]float64, k)
	for a := range k {
		for b := range k {
			rows[a] += table[a][b] / n
			columns[b] += table[a][b] / n
		}
	}
	weight := func(a, b int) float64 { return 1 - disagreement[a][b]/worst }
	agreed, chance := 0.0, 0.0
	rowMean, columnMean := make([]float64, k), make([]float64, k)
	for a := range k {
		for b := range k {
			w := weight(a, b)
			agreed += w * table[a][b] / n
			chance += w * rows[a] * columns[b]
			rowMean[a] += w * columns[b]
			columnMean[b] += w * rows[a]
		}
	}
	if 1-chance < 1e-12 {
		return none(Constant)
	}
	result := Kappa{N: int(n), Agreement: number(between(0, agreed, 1)), Chance: number(between(0, chance, 1))}
	if 1-agreed < 1e-12 {
		result.Value, result.Interval = Number{Value: 1}, Interval{Reason: Constant}
		return result
	}
	kappa := (agreed - chance) / (1 - chance)
	variance := -math.Pow(kappa-chance*(1-kappa), 2)
	for a := range k {
		for b := range k {
			variance += table[a][b] / n * math.Pow(weight(a, b)-(rowMean[a]+columnMean[b])*(1-kappa), 2)
		}
	}
	reach := z * math.Sqrt(math.Max(0, variance)/n) / (1 - chance)
	result.Value = number(kappa)
	result.Interval = interval(between(-1, kappa-reach, kappa), between(kappa, kappa+reach, 1))
	return result
}

// Disagreement makes the weights of a table of so many codes from a rule.
func Disagreement(codes int, rule func(a, b int) float64) [][]float64 {
	all := make([][]float64, codes)
	for a := range all {
		all[a] = make([]float64, codes)
		for b := range all[a] {
			all[a][b] = rule(a, b)
		}
	}
	return all
}

// Linear disagreement grows with the steps between two codes in order.
func Linear(a, b int) float64 { return math.Abs(float64(a - b)) }

// Quadratic disagreement grows with the square of the steps.
func Quadratic(a, b int) float64 { return float64(a-b) * float64(a-b) }

// squareTable is the sum of a square table of counts, or what is wrong with it.
func squareTable(table [][]float64) (n float64, reason Reason) {
	var all []float64
	for _, row := range table {
		if len(row) != len(table) {
			return 0, UnequalLengths
		}
		all = append(all, row...)
	}
	if reason := observations(all); reason != "" {
		return 0, reason
	}
	n = sum(all)
	switch {
	case slices.Min(all) < 0:
		return 0, OutOfRange
	case n == 0:
		return 0, NoData
	case n > math.MaxInt32:
		return 0, OutOfRange
	}
	return n, ""
}

// weights gives the gravest disagreement, or what is wrong with the weights.
func weights(disagreement [][]float64, k int) (worst float64, reason Reason) {
	if len(disagreement) != k {
		return 0, UnequalLengths
	}
	for a, row := range disagreement {
		switch {
		case len(row) != k:
			return 0, UnequalLengths
		case !finite(row...):
			return 0, NotFinite
		case slices.Min(row) < 0 || row[a] != 0:
			return 0, OutOfRange
		}
		worst = math.Max(worst, slices.Max(row))
	}
	if worst == 0 { // one code has nothing to disagree about
		if k == 1 {
			return 0, Constant
		}
		return 0, OutOfRange
	}
	return worst, ""
}
