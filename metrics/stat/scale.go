package stat

// Scale is the range of answers that a question or score allows, both ends
// included.
type Scale struct{ Lowest, Highest float64 }

// LikertScore puts an answer on its scale onto 0 to 100:
// 100 (answer − lowest)/(highest − lowest), or 100 minus that where reverse
// says that agreeing means less. An answer outside the scale is undefined
// (out_of_range), as are a scale without length (constant), one that runs
// backwards (out_of_range), and what is not finite: "does not apply" is no
// answer and must not be coded as the middle.
//
// Percentage of maximum possible (POMP) score: Cohen, Cohen, Aiken and West
// 1999, Multivariate Behavioral Research 34:315–346.
func LikertScore(answer float64, scale Scale, reverse bool) Number {
	lowest, highest := scale.Lowest, scale.Highest
	switch {
	case !finite(answer, lowest, highest):
		return Number{Reason: NotFinite}
	case lowest == highest:
		return Number{Reason: Constant}
	case lowest > highest || answer < lowest || answer > highest:
		return Number{Reason: OutOfRange}
	}
	if reverse {
		return number(100 * (highest - answer) / (highest - lowest))
	}
	return number(100 * (answer - lowest) / (highest - lowest))
}
