package stat

import (
	"math"

	"gonum.org/v1/gonum/mat"
)

// Uniqueness below this is not believed: R's factanal stops there too.
const leastUnique = 0.005

// OneFactor is what several questions have in common: one factor by maximum
// likelihood.
type OneFactor struct {
	// Omega is McDonald's ω, the share of the variance of the standardised sum
	// that the factor explains, 0 to 1.
	Omega    Number
	Loadings []float64 // correlation of each question with the factor
	Unique   []float64 // variance of each that the factor leaves, 0.005 to 1
	Complete int       // how many answered every question
}

// McDonaldOmega fits one factor to the correlations of the questions by maximum
// likelihood and gives ω = (Σλ)²/((Σλ)² + Σψ), λ being the loadings and ψ the
// uniquenesses, not below 0.005. answers and reversed are as for CronbachAlpha;
// rows that are not complete are left out. The factor points so that the sum of
// its loadings is not negative. Undefined where nobody answered everything
// (no_data), there are fewer than three questions or not more respondents than
// questions (too_few), a question is constant (constant), rows are of unequal
// length (unequal_lengths), an answer is infinite (not_finite), or the fit does
// not settle (not_reached).
//
// McDonald 1999, Test Theory, chapter 6; Lawley and Maxwell 1971, Factor Analysis
// as a Statistical Method, chapter 4; R factanal(x, 1).
func McDonaldOmega(answers [][]float64, reversed []bool) OneFactor {
	none := func(reason Reason) OneFactor { return OneFactor{Omega: Number{Reason: reason}} }
	matrix, reason := questions(answers, reversed)
	if reason != "" {
		return none(reason)
	}
	complete := completeRows(matrix)
	k := len(matrix[0])
	switch {
	case len(complete) == 0:
		return none(NoData)
	case k < 3 || len(complete) <= k:
		return none(TooFew)
	}
	r := correlations(covariance(complete, k))
	if r.reason != "" {
		return none(r.reason)
	}
	for _, row := range r.of {
		if !finite(row...) {
			return none(NotFinite)
		}
	}
	loadings, unique, settled := oneFactor(r.of)
	if !settled {
		return none(NotReached)
	}
	common, own := sum(loadings), sum(unique)
	if common < 0 {
		for i := range loadings {
			loadings[i] = -loadings[i]
		}
	}
	return OneFactor{
		Omega:    number(common * common / (common*common + own)),
		Loadings: loadings, Unique: unique, Complete: len(complete),
	}
}

// oneFactor finds the loadings and uniquenesses at which both are those of the
// other: loadings are the greatest eigenvector of Ψ^−½ R Ψ^−½, and Ψ is what they
// leave of the diagonal. Each step is half as long as proposed, so that it does
// not swing.
func oneFactor(r [][]float64) (loadings, unique []float64, settled bool) {
	k := len(r)
	unique = make([]float64, k)
	for i := range unique {
		unique[i] = 0.5
	}
	scaled := mat.NewSymDense(k, nil)
	for range 20000 {
		for i := range k {
			for j := i; j < k; j++ {
				scaled.SetSym(i, j, r[i][j]/math.Sqrt(unique[i]*unique[j]))
			}
		}
		var eigen mat.EigenSym
		if !eigen.Factorize(scaled, true) {
			return nil, nil, false
		}
		var vectors mat.Dense
		eigen.VectorsTo(&vectors)
		length := math.Sqrt(math.Max(0, eigen.Values(nil)[k-1]-1))
		loadings = make([]float64, k)
		moved := 0.0
		for i := range k {
			loadings[i] = math.Sqrt(unique[i]) * length * vectors.At(i, k-1)
			next := between(leastUnique, 1-loadings[i]*loadings[i], 1)
			step := (next - unique[i]) / 2
			unique[i] += step
			moved = math.Max(moved, math.Abs(step))
		}
		if moved < 1e-12 {
			return loadings, unique, true
		}
	}
	return nil, nil, false
}
