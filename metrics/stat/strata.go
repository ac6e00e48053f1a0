package stat

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// Stratum is a group of people whose number is known, and the answers of those
// of them who gave one.
type Stratum struct {
	Population int
	Answers    []float64
}

// Weighted is a mean brought to the make-up of the population.
type Weighted struct {
	Estimate            // the weighted mean, in the unit of the answers
	Unweighted Number   // the mean of the answers as they came
	Weights    []Number // of each answer in a stratum, 1 where all are alike; parallel to the strata
	N          int      // answers
	Effect     Number   // Kish's design effect, at least 1
	Effective  Number   // N divided by it: as many equal answers say as much
}

// PostStratify weights answers so that each stratum counts for its share of the
// population: w(h) = (N(h)/N)/(n(h)/n), mean Σ N(h)/N · m(h). The design effect
// is n Σw²/(Σw)². The interval is mean ± t·√Σ(N(h)/N)² s²(h)/n(h), with
// Σ(n(h)−1) degrees of freedom after Satterthwaite; a stratum of one answer
// leaves it undefined (too_few), strata without any spread too (constant).
// A stratum with a population and no answer leaves all but the unweighted mean
// undefined (no_data), as do answers of nobody (out_of_range) and answers that
// are not finite: CollapseStrata first. Nobody at all is undefined (no_data).
//
// Holt and Smith 1979, Journal of the Royal Statistical Society A 142:33–46; Kish
// 1965, Survey Sampling, section 11.7; R survey::postStratify, whose standard
// error divides by n(h) where this one divides by n(h)−1.
func PostStratify(strata []Stratum) Weighted {
	var all []float64
	population := 0.0
	reason := Reason("")
	for _, s := range strata {
		all = append(all, s.Answers...)
		population += float64(s.Population)
		switch {
		case s.Population < 0 || s.Population < len(s.Answers):
			reason = OutOfRange
		case s.Population > 0 && len(s.Answers) == 0 && reason == "":
			reason = NoData
		}
	}
	if empty := observations(all); empty != "" {
		reason = empty
	}
	w := Weighted{N: len(all), Unweighted: MeanT(all).Value, Weights: make([]Number, len(strata))}
	if reason != "" {
		w.Estimate, w.Effect, w.Effective = undefined(reason), Number{Reason: reason}, Number{Reason: reason}
		for h := range w.Weights {
			w.Weights[h].Reason = reason
		}
		return w
	}
	n := float64(len(all))
	var squares []float64
	for h, s := range strata {
		if s.Population == 0 {
			w.Weights[h].Reason = NoData
			continue
		}
		share, here := float64(s.Population)/population, float64(len(s.Answers))
		weight := share * n / here
		w.Weights[h] = number(weight)
		squares = append(squares, here*weight*weight)
	}
	// The weights of all answers add up to n.
	w.Effect = number(math.Max(1, sum(squares)/n))
	w.Effective = number(n / w.Effect.Value)
	w.Estimate = stratified(strata, population)
	return w
}

// stratified is the weighted mean with its interval.
func stratified(strata []Stratum, population float64) Estimate {
	var means, variances, freedom []float64
	reason := Reason("")
	for _, s := range strata {
		if s.Population == 0 {
			continue
		}
		share, n := float64(s.Population)/population, float64(len(s.Answers))
		mean, sd := moments(ascending(s.Answers))
		means = append(means, share*mean)
		if n == 1 {
			reason = TooFew
			continue
		}
		v := share * share * sd * sd / n
		variances = append(variances, v)
		freedom = append(freedom, v*v/(n-1))
	}
	mean, variance := sum(means), sum(variances)
	if reason == "" && variance == 0 {
		reason = Constant
	}
	if reason != "" {
		return Estimate{Value: number(mean), Interval: Interval{Reason: reason}}
	}
	df := variance * variance / sum(freedom)
	if !finite(df) || df <= 0 {
		return Estimate{Value: number(mean), Interval: Interval{Reason: NotFinite}}
	}
	reach := distuv.StudentsT{Mu: 0, Sigma: 1, Nu: df}.Quantile(1-tail) * math.Sqrt(variance)
	return Estimate{Value: number(mean), Interval: interval(mean-reach, mean+reach)}
}

// fewestInStratum is the least number of answers on which a stratum is weighted.
const fewestInStratum = 5

// CollapseStrata joins each stratum of fewer than five answers with the next,
// the last with the one before it, in the order given, so that neighbours should
// be alike. Where all together have fewer than five there is one stratum left.
// No argument is changed.
func CollapseStrata(strata []Stratum) []Stratum {
	var collapsed []Stratum
	for _, s := range strata {
		last := len(collapsed) - 1
		if last >= 0 && len(collapsed[last].Answers) < fewestInStratum {
			collapsed[last] = join(collapsed[last], s)
			continue
		}
		collapsed = append(collapsed, s)
	}
	if last := len(collapsed) - 1; last > 0 && len(collapsed[last].Answers) < fewestInStratum {
		collapsed[last-1] = join(collapsed[last-1], collapsed[last])
		collapsed = collapsed[:last]
	}
	return collapsed
}

func join(a, b Stratum) Stratum {
	answers := make([]float64, 0, len(a.Answers)+len(b.Answers))
	return Stratum{Population: a.Population + b.Population, Answers: append(append(answers, a.Answers...), b.Answers...)}
}
