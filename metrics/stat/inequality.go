package stat

import (
	"math"
	"slices"
)

// Inequality tells how unevenly something is shared out.
type Inequality struct {
	Gini      Number // 0, all the same, to 1 − 1/n, one has everything
	Corrected Number // times n/(n−1), so that one having everything is 1
}

// Gini is G = Σ(2i − n − 1) x(i)/(n Σx), x(i) being the i-th smallest share, zeros
// included. Nobody is undefined (no_data), as are shares that add up to 0
// (no_data), one below 0 (out_of_range) and what is not finite. Of one person
// only Gini is defined, 0 (too_few).
//
// Gini 1912; Cowell 2011, Measuring Inequality; R ineq::Gini(x), and
// Gini(x, corr = TRUE).
func Gini(xs []float64) Inequality {
	none := func(reason Reason) Inequality {
		return Inequality{Gini: Number{Reason: reason}, Corrected: Number{Reason: reason}}
	}
	if reason := observations(xs); reason != "" {
		return none(reason)
	}
	sorted := ascending(xs)
	n, most := float64(len(sorted)), sorted[len(sorted)-1]
	switch {
	case sorted[0] < 0:
		return none(OutOfRange)
	case most == 0:
		return none(NoData)
	}
	weighted, total := 0.0, 0.0
	for i, x := range sorted {
		weighted += (2*float64(i+1) - n - 1) * (x / most)
		total += x / most
	}
	g := between(0, weighted/(n*total), 1-1/n)
	all := Inequality{Gini: number(g), Corrected: Number{Reason: TooFew}}
	if len(sorted) > 1 {
		all.Corrected = number(between(0, g*n/(n-1), 1))
	}
	return all
}

// Diversity tells how many kinds there are and how evenly they occur. K is how
// many kinds could occur.
type Diversity struct {
	Shannon Number // −Σ p ln p, in nats, 0 to ln K
	Blau    Number // 1 − Σp²: the chance that two drawn differ, 0 to 1 − 1/K
	Pielou  Number // Shannon/ln K, 0 to 1
	IQV     Number // Blau/(1 − 1/K), 0 to 1
	K       int
}

// Diverse takes how often each kind occurs; kinds that could occur and did not
// are zeros, and count in K. Counts need not be whole. Nothing that occurs is
// undefined (no_data), as are a count below 0 (out_of_range) and what is not
// finite. Of one kind only, Pielou and IQV are undefined (constant).
//
// Shannon 1948; Blau 1977, Inequality and Heterogeneity; Pielou 1966, Journal of
// Theoretical Biology 13:131–144; Mueller and Schuessler 1961 (IQV);
// R vegan::diversity(x, "shannon"), "simpson" (Blau).
func Diverse(counts []float64) Diversity {
	reason := observations(counts)
	if reason == "" && slices.Min(counts) < 0 {
		reason = OutOfRange
	}
	if reason == "" && slices.Max(counts) == 0 {
		reason = NoData
	}
	if reason != "" {
		none := Number{Reason: reason}
		return Diversity{Shannon: none, Blau: none, Pielou: none, IQV: none, K: len(counts)}
	}
	sorted := ascending(counts)
	most, total := sorted[len(sorted)-1], 0.0
	for _, count := range sorted {
		total += count / most
	}
	shannon, together := 0.0, 0.0
	for _, count := range sorted {
		if p := count / most / total; p > 0 {
			shannon -= p * math.Log(p)
			together += p * p
		}
	}
	k := float64(len(counts))
	shannon, blau := between(0, shannon, math.Log(k)), between(0, 1-together, 1-1/k)
	d := Diversity{Shannon: number(shannon), Blau: number(blau), K: len(counts)}
	if len(counts) == 1 {
		d.Pielou, d.IQV = Number{Reason: Constant}, Number{Reason: Constant}
		return d
	}
	d.Pielou, d.IQV = number(between(0, shannon/math.Log(k), 1)), number(between(0, blau/(1-1/k), 1))
	return d
}

// Rotation tells how a role went round.
type Rotation struct {
	Turns    int    // that were taken
	Holders  int    // who took one
	Longest  int    // most turns in a row by one
	Evenness Number // Shannon of the turns/ln K, K being all who could: 1 where all took as many
	Led      Number // share of all who could that ever did
}

// Rotate takes who had the role, in order of time, one for each turn, and how
// many could have had it. No turn and nobody who could are undefined (no_data),
// as are more holders than could be (out_of_range). Where only one could,
// Evenness is undefined (constant).
func Rotate(holders []string, eligible int) Rotation {
	turns := map[string]float64{}
	r := Rotation{Turns: len(holders)}
	run := 0
	for i, holder := range holders {
		turns[holder]++
		if i == 0 || holders[i-1] != holder {
			run = 0
		}
		run++
		r.Longest = max(r.Longest, run)
	}
	r.Holders = len(turns)
	reason := Reason("")
	switch {
	case eligible < 0 || r.Holders > eligible:
		reason = OutOfRange
	case len(holders) == 0 || eligible == 0:
		reason = NoData
	}
	if reason != "" {
		r.Evenness, r.Led = Number{Reason: reason}, Number{Reason: reason}
		return r
	}
	r.Led = number(float64(r.Holders) / float64(eligible))
	if eligible == 1 {
		r.Evenness = Number{Reason: Constant}
		return r
	}
	counts := make([]float64, 0, len(turns))
	for _, count := range turns {
		counts = append(counts, count)
	}
	r.Evenness = number(between(0, Diverse(counts).Shannon.Value/math.Log(float64(eligible)), 1))
	return r
}
