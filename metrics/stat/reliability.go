package stat

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// Reliability is Cronbach's α of a scale: 1 where its questions rank everybody
// alike, around 0 where they have nothing in common; it may fall below 0.
type Reliability struct {
	Estimate        // raw α of those who answered every question, with Feldt's interval
	Questions   int // in the scale
	Complete    int // how many answered every question
	Dropped     int // how many left out one or more
	Pairwise    Number
	Standard    Number   // of the questions brought to the same spread
	WithoutEach []Number // raw α of the scale without each of its questions
}

// CronbachAlpha is the reliability of the sum of several questions:
// α = k/(k−1) (1 − Σs²i/s²), where s²i is the variance of question i and s² that
// of the sum. answers holds one row for each respondent and in it one answer to
// each question; NaN stands for none. reversed, nil or as long as a row, tells
// which questions are turned round first. α is that of complete rows; Pairwise
// takes each covariance from all who answered both (what psych::alpha does by
// itself), Standard replaces covariances by correlations. The interval is
// 1 − (1−α) F with n−1 and (n−1)(k−1) degrees of freedom, exact where the
// questions are normal and equally reliable. Undefined where nobody answered
// everything (no_data), only one did or there is one question (too_few), the sums
// are all equal (constant), rows or reversed are of unequal length
// (unequal_lengths), or an answer is infinite (not_finite). Standard is undefined
// (constant) where a question is.
//
// Cronbach 1951, Psychometrika 16:297–334; Feldt 1965, Psychometrika 30:357–370;
// R psych::alpha.
func CronbachAlpha(answers [][]float64, reversed []bool) Reliability {
	r := Reliability{}
	matrix, reason := questions(answers, reversed)
	if reason != "" {
		r.Estimate, r.Pairwise, r.Standard = undefined(reason), Number{Reason: reason}, Number{Reason: reason}
		return r
	}
	complete := completeRows(matrix)
	r.Questions, r.Complete, r.Dropped = len(matrix[0]), len(complete), len(matrix)-len(complete)
	covariances := covariance(complete, r.Questions)
	r.Value = alpha(covariances)
	r.Interval = Interval{Reason: r.Value.Reason}
	if r.Value.Defined() {
		r.Interval = feldt(r.Value.Value, r.Complete, r.Questions)
	}
	r.Standard = alpha(correlations(covariances))
	r.Pairwise = alpha(covariance(matrix, r.Questions))
	r.WithoutEach = make([]Number, r.Questions)
	for left := range r.WithoutEach {
		r.WithoutEach[left] = alpha(without(covariances, left))
	}
	return r
}

// questions copies the answers with the reversed ones negated, which is turning
// them round as far as variances go; and why they cannot be computed with.
func questions(answers [][]float64, reversed []bool) ([][]float64, Reason) {
	if len(answers) == 0 || len(answers[0]) == 0 {
		return nil, NoData
	}
	k := len(answers[0])
	if reversed != nil && len(reversed) != k {
		return nil, UnequalLengths
	}
	matrix := make([][]float64, len(answers))
	for i, row := range answers {
		if len(row) != k {
			return nil, UnequalLengths
		}
		matrix[i] = make([]float64, k)
		for q, answer := range row {
			if math.IsInf(answer, 0) {
				return nil, NotFinite
			}
			if reversed != nil && reversed[q] {
				answer = -answer
			}
			matrix[i][q] = answer
		}
	}
	return matrix, ""
}

func completeRows(matrix [][]float64) (complete [][]float64) {
	for _, row := range matrix {
		if finite(row...) {
			complete = append(complete, row)
		}
	}
	return complete
}

// spread is a matrix of covariances, or why there is none.
type spread struct {
	of     [][]float64
	reason Reason
}

// covariance is that of each two questions, from the rows that have both.
func covariance(rows [][]float64, k int) spread {
	c := spread{of: make([][]float64, k)}
	for a := range k {
		c.of[a] = make([]float64, k)
	}
	for a := range k {
		for b := a; b < k; b++ {
			var xs, ys []float64
			for _, row := range rows {
				if !math.IsNaN(row[a]) && !math.IsNaN(row[b]) {
					xs, ys = append(xs, row[a]), append(ys, row[b])
				}
			}
			switch {
			case len(xs) == 0:
				return spread{reason: NoData}
			case len(xs) == 1:
				return spread{reason: TooFew}
			}
			c.of[a][b] = together(xs, ys)
			c.of[b][a] = c.of[a][b]
		}
	}
	return c
}

// together is the sample covariance of two or more pairs.
func together(xs, ys []float64) float64 {
	mx, sx := moments(ascending(xs))
	my, sy := moments(ascending(ys))
	if sx == 0 || sy == 0 {
		return 0
	}
	products := make([]float64, len(xs))
	for i := range xs {
		products[i] = (xs[i] - mx) * (ys[i] - my)
	}
	return sum(products) / float64(len(xs)-1)
}

// sum adds up in an order of its own: floating-point sums depend on it.
func sum(xs []float64) (total float64) {
	for _, x := range ascending(xs) {
		total += x
	}
	return total
}

// correlations are the covariances of questions brought to a deviation of 1.
func correlations(c spread) spread {
	if c.reason != "" {
		return c
	}
	r := spread{of: make([][]float64, len(c.of))}
	for a := range c.of {
		if c.of[a][a] == 0 {
			return spread{reason: Constant}
		}
		r.of[a] = make([]float64, len(c.of))
		for b := range c.of {
			r.of[a][b] = c.of[a][b] / (math.Sqrt(c.of[a][a]) * math.Sqrt(c.of[b][b]))
		}
	}
	return r
}

// without is the scale with one question left out.
func without(c spread, left int) spread {
	if c.reason != "" {
		return c
	}
	fewer := spread{}
	for a := range c.of {
		if a == left {
			continue
		}
		var row []float64
		for b := range c.of {
			if b != left {
				row = append(row, c.of[a][b])
			}
		}
		fewer.of = append(fewer.of, row)
	}
	return fewer
}

// alpha is k/(k−1) (1 − trace/sum) of the covariances.
func alpha(c spread) Number {
	k := float64(len(c.of))
	var own, all []float64
	for a := range c.of {
		own = append(own, c.of[a][a])
		all = append(all, c.of[a]...)
	}
	trace, total := sum(own), sum(all)
	switch {
	case c.reason != "":
		return Number{Reason: c.reason}
	case k < 2:
		return Number{Reason: TooFew}
	case !finite(trace, total):
		return Number{Reason: NotFinite}
	case total <= 1e-12*trace || trace == 0: // opposites cancel but for rounding
		return Number{Reason: Constant}
	}
	return number(k / (k - 1) * (1 - trace/total))
}

// feldt is the interval of α of n respondents and k questions.
func feldt(alpha float64, n, k int) Interval {
	if alpha >= 1 {
		return Interval{Reason: Constant}
	}
	f := distuv.F{D1: float64(n - 1), D2: float64(n-1) * float64(k-1)}
	return interval(1-(1-alpha)*f.Quantile(1-tail), 1-(1-alpha)*f.Quantile(tail))
}
