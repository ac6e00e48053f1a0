package stat

import "math"

// AddsUp tells whether percentages printed to so many decimals can be the parts
// of one whole: each is off by at most half a unit of its last place, so that
// they add up to 100 give or take that much for each. A table that does not has
// lost a part, counts somebody twice or mistakes a digit. No percentages are
// undefined (no_data), as are one below 0 or above 100 and fewer than 0 or more
// than 9 decimals (out_of_range), and what is not finite.
func AddsUp(percentages []float64, decimals int) (bool, Reason) {
	if reason := observations(percentages); reason != "" {
		return false, reason
	}
	if decimals < 0 || decimals > 9 {
		return false, OutOfRange
	}
	for _, p := range percentages {
		if p < 0 || p > 100 {
			return false, OutOfRange
		}
	}
	half := math.Pow10(-decimals) / 2
	return math.Abs(sum(percentages)-100) <= half*float64(len(percentages))+1e-9, ""
}
