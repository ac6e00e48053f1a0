package stat

import "math"

// Likert sums up the answers to one question that has a few answers in order.
// Shares are fractions of those who answered.
type Likert struct {
	N       int   // how many answered
	Missing int   // how many did not
	Counts  []int // of each answer, from the lowest of the scale to the highest
	Median  Number
	Mean    Number
	// Top is the share of the two highest answers with its Wilson interval,
	// Bottom that of the two lowest, and Net Top less Bottom, in [−1, 1].
	Top, Bottom Estimate
	Net         Number
	Reason      Reason // why none of this is defined
}

// longestScale is how many answers a question may offer: more are a measure.
const longestScale = 101

// LikertSummary counts the answers to one question. NaN stands for no answer,
// and for "does not apply", which is no answer either and never the middle. The
// median is of type 7. A question that nobody answered is undefined (no_data),
// as are an infinite answer (not_finite), one that is not on the scale or
// between its steps of 1 (out_of_range), and a scale that has no length, runs
// backwards or is longer than 101 steps (out_of_range). On fewer than four steps
// the two highest are also the two lowest, and Top, Bottom and Net are undefined
// (out_of_range).
func LikertSummary(answers []float64, scale Scale) Likert {
	given, missing := answered(answers)
	all := Likert{N: len(given), Missing: missing}
	steps := scale.Highest - scale.Lowest + 1
	switch reason := observations(given); {
	case reason != "":
		all.Reason = reason
	case !finite(scale.Lowest, scale.Highest):
		all.Reason = NotFinite
	case steps < 2 || steps > longestScale || steps != math.Trunc(steps):
		all.Reason = OutOfRange
	}
	if all.Reason == "" {
		all.Counts = make([]int, int(steps))
		for _, answer := range given {
			at := answer - scale.Lowest
			if at < 0 || at >= steps || at != math.Trunc(at) {
				all.Reason, all.Counts = OutOfRange, nil
				break
			}
			all.Counts[int(at)]++
		}
	}
	if all.Reason != "" {
		none := Number{Reason: all.Reason}
		all.Median, all.Mean, all.Net = none, none, none
		all.Top, all.Bottom = undefined(all.Reason), undefined(all.Reason)
		return all
	}
	all.Median, all.Mean = Median(given), MeanT(given).Value
	if len(all.Counts) < 4 {
		all.Top, all.Bottom, all.Net = undefined(OutOfRange), undefined(OutOfRange), Number{Reason: OutOfRange}
		return all
	}
	last := len(all.Counts) - 1
	top, bottom := all.Counts[last]+all.Counts[last-1], all.Counts[0]+all.Counts[1]
	all.Top, all.Bottom = Share(float64(top), float64(all.N)), Share(float64(bottom), float64(all.N))
	all.Net = number(float64(top-bottom) / float64(all.N))
	return all
}

// GroupedMedian is the median of answers in classes of a width, taken to lie
// evenly within their class: L + (n/2 − F)/f·width, where the class of the
// median begins at L = median − width/2 and holds f answers, and F lie below.
// Where the two middle answers differ it is the middle of them, which is their
// median. In the unit of the answers. NaN stands for no answer. No answers are
// undefined (no_data), as are a width that is not above 0 (out_of_range) and
// what is not finite.
//
// Yule and Kendall 1950, section 5.12; R psych::interp.median.
func GroupedMedian(answers []float64, width float64) Number {
	given, _ := answered(answers)
	if reason := observations(given); reason != "" {
		return Number{Reason: reason}
	}
	switch {
	case !finite(width):
		return Number{Reason: NotFinite}
	case width <= 0:
		return Number{Reason: OutOfRange}
	}
	median := Median(given)
	below, within := 0.0, 0.0
	for _, answer := range given {
		switch {
		case answer < median.Value:
			below++
		case answer == median.Value:
			within++
		}
	}
	if !median.Defined() || within == 0 {
		return median
	}
	return number(median.Value + width*((float64(len(given))/2-below)/within-0.5))
}

// answered leaves out what is NaN, and counts it.
func answered(answers []float64) (given []float64, missing int) {
	for _, answer := range answers {
		if math.IsNaN(answer) {
			missing++
		} else {
			given = append(given, answer)
		}
	}
	return given, missing
}
