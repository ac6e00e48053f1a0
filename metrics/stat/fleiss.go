package stat

import (
	"math"
	"slices"
)

// Readers is the agreement of several readers who all coded the same things.
type Readers struct {
	Kappa   Number // Fleiss' κ
	Z, P    Number // of the hypothesis that they agree as chance would, two-sided
	Conger  Number // the exact κ, which takes each reader's own habits into account
	Things  int    // coded by all
	Dropped int    // left out by one reader or more
	Readers int
	Codes   []CodeKappa // upwards by code
}

// CodeKappa is the agreement on one code against all others.
type CodeKappa struct {
	Code        float64
	Kappa, Z, P Number
}

// FleissKappa is the agreement beyond chance of a fixed number m of readers:
// κ = (P̄ − Pe)/(1 − Pe), where P̄ is the mean over things of the share of the pairs
// of readers who agree, and Pe = Σ p², p being how often a code is used in all.
// Conger's takes Σ p² − Σ s²/m for Pe, s² being the variance of the readers' own
// shares. codes holds one row for each thing and in it one code of each reader;
// NaN stands for none, and things that are not coded by all are left out (use
// Krippendorff's α for those). Nothing coded by all is undefined (no_data), as are
// one reader (too_few), a single code used throughout (constant), rows of unequal
// length (unequal_lengths) and an infinite code (not_finite).
//
// Fleiss 1971, Psychological Bulletin 76:378–382; Fleiss, Nee and Landis 1979,
// Psychological Bulletin 86:974–977 (z); Conger 1980, Psychological Bulletin
// 88:322–328; R irr::kappam.fleiss.
func FleissKappa(codes [][]float64) Readers {
	none := func(reason Reason) Readers {
		n := Number{Reason: reason}
		return Readers{Kappa: n, Z: n, P: n, Conger: n}
	}
	matrix, reason := questions(codes, nil)
	if reason != "" {
		return none(reason)
	}
	complete := completeRows(matrix)
	if len(complete) == 0 {
		return none(NoData)
	}
	readers := len(complete[0])
	if readers < 2 {
		return none(TooFew)
	}
	used := slices.Concat(complete...)
	slices.Sort(used)
	used = slices.Compact(used)
	if len(used) == 1 {
		return none(Constant)
	}
	r := Readers{Things: len(complete), Dropped: len(matrix) - len(complete), Readers: readers}
	r.fill(complete, used)
	return r
}

// fill computes all that is asked from the counts of each code, which are whole.
func (r *Readers) fill(complete [][]float64, used []float64) {
	n, m := float64(r.Things), float64(r.Readers)
	squares := make([]float64, len(used)) // Σ over things of the square of a code's count
	byReader := make([][]float64, len(used))
	for c := range used {
		byReader[c] = make([]float64, r.Readers)
	}
	for _, row := range complete {
		counts := make([]float64, len(used))
		for reader, code := range row {
			c, _ := slices.BinarySearch(used, code)
			counts[c]++
			byReader[c][reader]++
		}
		for c, count := range counts {
			squares[c] += count * count
		}
	}
	agreeing, chance, exact, spread, skew := 0.0, 0.0, 0.0, 0.0, 0.0
	for c := range used {
		total := sum(byReader[c])
		p := total / (n * m)
		agreeing += squares[c]
		chance += p * p
		_, s := moments(ascending(byReader[c]))
		exact += s / n * (s / n) / m
		spread += p * (1 - p)
		skew += p * (1 - p) * (1 - 2*p)
		own := (squares[c]/(n*m*(m-1)*p) - 1/(m-1) - p) / (1 - p)
		code := CodeKappa{Code: used[c], Kappa: number(own)}
		code.Z, code.P = normalTest(own / math.Sqrt(2/(n*m*(m-1))))
		r.Codes = append(r.Codes, code)
	}
	agreed := (agreeing - n*m) / (n * m * (m - 1))
	kappa := (agreed - chance) / (1 - chance)
	r.Kappa = number(kappa)
	r.Conger = number((agreed - chance + exact) / (1 - chance + exact))
	r.Z, r.P = normalTest(kappa / math.Sqrt(2/(n*m*(m-1))*(spread*spread-skew)) * spread)
}

// normalTest gives a standard normal statistic and its two-sided p-value.
func normalTest(at float64) (statistic, p Number) {
	statistic = number(at)
	if !statistic.Defined() {
		return statistic, statistic
	}
	return statistic, number(math.Erfc(math.Abs(at) / math.Sqrt2))
}
