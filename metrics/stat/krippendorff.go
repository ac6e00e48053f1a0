package stat

import (
	"math"
	"slices"
)

// Level is what the codes of readers are, and so how far two of them differ.
type Level string

// The levels of measurement.
const (
	Nominal  Level = "nominal"  // names: two codes are the same or not
	Ordinal  Level = "ordinal"  // ranks: by how many codes lie between
	Measured Level = "interval" // numbers: by the square of their difference
	Ratio    Level = "ratio"    // amounts from 0 upwards: by the square of their difference as a share of their sum
)

// Coding is the agreement of readers who need not all have coded everything.
type Coding struct {
	Alpha  Number // 1 where all agree, 0 where they do as chance would
	Things int    // with two codes or more
	Codes  int    // given to these
}

// KrippendorffAlpha is α = 1 − Do/De = 1 − (n−1) ΣΣ o(ck) δ²/ΣΣ n(c) n(k) δ², where
// o(ck) counts how often codes c and k meet in a thing, each thing of m codes
// dividing its pairs by m−1, and n(c) how often c is given in all. codes holds
// one row for each thing and in it the code of each reader; NaN stands for none.
// Things with one code say nothing about agreement and are left out. No code at
// all is undefined (no_data), as are things none of which has two codes
// (too_few), a single code used throughout (constant: nothing could have been
// told apart, though all agree), rows of unequal length (unequal_lengths), an
// infinite code (not_finite), an unknown level and an amount below 0
// (out_of_range).
//
// Krippendorff 2019, Content Analysis, chapter 12; Krippendorff 2011, Computing
// Krippendorff's Alpha-Reliability; R irr::kripp.alpha, which gives 1 for a
// single code.
func KrippendorffAlpha(codes [][]float64, level Level) Coding {
	none := func(reason Reason) Coding { return Coding{Alpha: Number{Reason: reason}} }
	matrix, reason := questions(codes, nil)
	if reason != "" {
		return none(reason)
	}
	var given, used []float64
	var things [][]float64
	for _, row := range matrix {
		row, _ = answered(row)
		given = append(given, row...)
		if len(row) > 1 {
			things = append(things, ascending(row))
			used = append(used, row...)
		}
	}
	switch {
	case !slices.Contains([]Level{Nominal, Ordinal, Measured, Ratio}, level):
		return none(OutOfRange)
	case len(given) == 0:
		return none(NoData)
	case level == Ratio && slices.Min(given) < 0:
		return none(OutOfRange)
	case len(things) == 0:
		return none(TooFew)
	}
	used = slices.Compact(ascending(used))
	if len(used) == 1 {
		return none(Constant)
	}
	meet, often := coincidences(things, used)
	distance := distances(used, often, level)
	observed, expected, n := 0.0, 0.0, sum(often)
	for c := range used {
		for k := range c {
			observed += meet[c][k] * distance(c, k)
			expected += often[c] * often[k] * distance(c, k)
		}
	}
	return Coding{Alpha: number(1 - (n-1)*(observed/expected)), Things: len(things), Codes: int(n)}
}

// coincidences counts how often codes meet, and how often each is given. Pairs
// of things with as many codes are added up while they are whole, so that the
// order of things does not show.
func coincidences(things [][]float64, used []float64) (meet [][]float64, often []float64) {
	often = make([]float64, len(used))
	bySize := map[int][][]float64{}
	for _, thing := range things {
		pairs := bySize[len(thing)]
		if pairs == nil {
			pairs = Disagreement(len(used), func(int, int) float64 { return 0 })
			bySize[len(thing)] = pairs
		}
		for i, code := range thing {
			c, _ := slices.BinarySearch(used, code)
			often[c]++
			for j, other := range thing {
				if i != j {
					k, _ := slices.BinarySearch(used, other)
					pairs[c][k]++
				}
			}
		}
	}
	sizes := make([]int, 0, len(bySize))
	for size := range bySize {
		sizes = append(sizes, size)
	}
	slices.Sort(sizes)
	return Disagreement(len(used), func(c, k int) (met float64) {
		for _, size := range sizes {
			met += bySize[size][c][k] / float64(size-1)
		}
		return met
	}), often
}

// distances gives δ² between two codes by their place upwards.
func distances(used, often []float64, level Level) func(c, k int) float64 {
	// Measured in units of the largest, squares neither overflow nor vanish.
	unit := math.Max(math.Abs(used[0]), math.Abs(used[len(used)-1]))
	upTo := make([]float64, len(used)) // codes given up to the middle of a rank
	total := 0.0
	for c, count := range often {
		upTo[c] = total + count/2
		total += count
	}
	return func(c, k int) float64 {
		x, y := used[c]/unit, used[k]/unit
		switch level {
		case Ordinal:
			return (upTo[c] - upTo[k]) * (upTo[c] - upTo[k])
		case Measured:
			return (x - y) * (x - y)
		case Ratio:
			return (x - y) / (x + y) * ((x - y) / (x + y))
		}
		return 1
	}
}
