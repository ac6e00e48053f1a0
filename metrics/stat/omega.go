package stat

import (
	"math"

	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/optimize"
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

// oneFactor finds the uniquenesses ψ of the greatest likelihood, and the loadings
// that belong to them. ψ = 0.005 + 0.995 sin²u keeps them within their bounds, so
// that u is free.
func oneFactor(r [][]float64) (loadings, unique []float64, settled bool) {
	start := make([]float64, len(r))
	for i := range start {
		start[i] = math.Pi / 4
	}
	misfit := func(u []float64) float64 {
		f, _, _ := factor(r, uniqueness(u))
		return f
	}
	slope := func(at, u []float64) {
		unique := uniqueness(u)
		_, _, gradient := factor(r, unique)
		for i := range at {
			at[i] = gradient[i] * (1 - leastUnique) * math.Sin(2*u[i])
		}
	}
	// The line search ends with an error where rounding lets it get no further;
	// whether that is far enough is seen from the slope.
	found, _ := optimize.Minimize(optimize.Problem{Func: misfit, Grad: slope}, start,
		&optimize.Settings{GradientThreshold: 1e-10, MajorIterations: 2000, Converger: optimize.NeverTerminate{}}, &optimize.BFGS{})
	if found == nil || !finite(found.X...) {
		return nil, nil, false
	}
	steepest := make([]float64, len(r))
	slope(steepest, found.X)
	for _, s := range steepest {
		if !(math.Abs(s) < 1e-6) {
			return nil, nil, false
		}
	}
	unique = uniqueness(found.X)
	_, loadings, _ = factor(r, unique)
	return loadings, unique, true
}

func uniqueness(u []float64) []float64 {
	unique := make([]float64, len(u))
	for i := range u {
		unique[i] = leastUnique + (1-leastUnique)*math.Sin(u[i])*math.Sin(u[i])
	}
	return unique
}

// factor gives how badly the best loadings for these uniquenesses fit, the sum of
// θ − ln θ − 1 over all but the greatest eigenvalue θ of Ψ^−½ R Ψ^−½; these
// loadings; and how the misfit changes with each uniqueness.
func factor(r [][]float64, unique []float64) (misfit float64, loadings, gradient []float64) {
	k := len(r)
	loadings, gradient = make([]float64, k), make([]float64, k)
	scaled := mat.NewSymDense(k, nil)
	for i := range k {
		for j := i; j < k; j++ {
			scaled.SetSym(i, j, r[i][j]/math.Sqrt(unique[i]*unique[j]))
		}
	}
	var eigen mat.EigenSym
	if !eigen.Factorize(scaled, true) {
		return math.Inf(1), loadings, gradient
	}
	var vectors mat.Dense
	eigen.VectorsTo(&vectors)
	values := eigen.Values(nil)
	for _, theta := range values[:k-1] {
		theta = math.Max(theta, 1e-12) // questions that follow from each other
		misfit += theta - math.Log(theta) - 1
	}
	length := math.Sqrt(math.Max(0, values[k-1]-1))
	for i := range k {
		loadings[i] = math.Sqrt(unique[i]) * length * vectors.At(i, k-1)
		gradient[i] = (loadings[i]*loadings[i] + unique[i] - r[i][i]) / (unique[i] * unique[i])
	}
	return misfit, loadings, gradient
}
