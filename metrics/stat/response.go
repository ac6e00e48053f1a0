package stat

import "math"

// Share is x of n, a fraction, with its Wilson interval. Undefined as Wilson is.
func Share(x, n float64) Estimate {
	i := Wilson(x, n)
	if !i.Defined() {
		return undefined(i.Reason)
	}
	return Estimate{Value: number(x / n), Interval: i}
}

// ResponseRate is the share of those asked who answered in full, with its Wilson
// interval. Nobody asked is undefined (no_data), as are more answers than people
// (out_of_range).
//
// AAPOR 2016, Standard Definitions, RR1.
func ResponseRate(complete, eligible int) Estimate {
	return Share(float64(complete), float64(eligible))
}

// Silence compares those who answered with those who did not by what is known
// of both, such as their attendance.
type Silence struct {
	Rate       Estimate   // of response
	Difference Difference // mean of those who answered less that of the silent, in the unit of the value
	G          Effect
	Delta      Dominance
	Test       RankTest
	// Bias is how far the mean of those who answered lies from that of all,
	// (1 − rate)(mean answered − mean silent), in the unit of the value.
	Bias Number
	// Warn tells that the answers may not stand for all: δ is at least 0.147,
	// either way, or fewer than half answered.
	Warn bool
}

// What makes Silence warn: an effect that is not negligible (Romano et al. 2006),
// and a rate below a half.
const (
	notNegligible = 0.147
	halfAnswered  = 0.5
)

// NonResponse compares what is known of those who answered with what is known of
// the silent. Where either group is empty its differences are undefined
// (no_data); where nobody was asked, the rate is as well. Where everybody
// answered, Bias is 0.
//
// Groves 2006, Public Opinion Quarterly 70:646–675.
func NonResponse(answered, silent []float64) Silence {
	s := Silence{
		Rate:       ResponseRate(len(answered), len(answered)+len(silent)),
		Difference: Welch(answered, silent),
		G:          HedgesG(answered, silent),
		Delta:      CliffDelta(answered, silent),
		Test:       MannWhitney(answered, silent),
	}
	s.Bias = Number{Reason: s.Difference.Value.Reason}
	switch {
	case len(answered) > 0 && len(silent) == 0:
		s.Bias = Number{Reason: observations(answered)}
	case s.Bias.Defined():
		s.Bias = number((1 - s.Rate.Value.Value) * s.Difference.Value.Value)
	}
	s.Warn = s.Rate.Value.Defined() && s.Rate.Value.Value < halfAnswered ||
		s.Delta.Value.Defined() && math.Abs(s.Delta.Value.Value) >= notNegligible
	return s
}
