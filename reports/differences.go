package reports

import (
	"math"

	"valuetrail/metrics"
)

// apart says the size of a difference and its range: "30 points more (3 to 51)". A
// range that holds no difference has no more or less: "−15 to 12 points".
// Nor has what is not tested and not counted either, such as medians.
func (c *composer) apart(x metrics.Comparison) string {
	size := c.size(x)
	low, high := any(""), any("")
	if x.Low != nil && x.High != nil {
		low, high = c.print.Number(inUnits(*x.Low, x.This.Unit), 0), c.print.Number(inUnits(*x.High, x.This.Unit), 0)
	}
	key := "years.apart." + apartUnit(x.This.Unit)
	switch {
	case x.Low != nil && x.High != nil && *x.Low <= 0 && *x.High >= 0:
		return c.say(key+".either", low, inUnits(*x.High, x.This.Unit))
	case x.Untested == "order" && size != 0:
		return c.say(key+".apart", math.Abs(size))
	case size > 0:
		return c.say(key+".more", size, low, high)
	case size < 0:
		return c.say(key+".less", -size, low, high)
	}
	return c.say("years.apart.same", low, high)
}

// size is a difference in the whole units that it is printed in: that of the two
// numbers which stand beside it, so that a reader who subtracts finds it.
func (c *composer) size(x metrics.Comparison) float64 {
	this, last := x.This.Value, x.Last.Value
	if x.ThisMean != nil && x.LastMean != nil {
		this, last = x.ThisMean, x.LastMean
	}
	if this == nil || last == nil || apartUnit(x.This.Unit) != "points" {
		return inUnits(*x.Difference, x.This.Unit)
	}
	return inUnits(*this, x.This.Unit) - inUnits(*last, x.Last.Unit)
}

// shares are the numbers that a difference is the difference of, where those are
// not the figures themselves: the means of each member's own share. "" where
// they print alike.
func (c *composer) shares(x metrics.Comparison) string {
	if !c.ownShares(x) {
		return ""
	}
	return c.say("years.shares", *x.ThisMean, *x.LastMean)
}

// sharesBriefly is the same where there is room for three words.
func (c *composer) sharesBriefly(x metrics.Comparison) string {
	if !c.ownShares(x) {
		return ""
	}
	return c.say("years.shares.brief")
}

// ownShares reports whether a difference is that of members' own shares, and
// these print otherwise than the figures.
func (c *composer) ownShares(x metrics.Comparison) bool {
	if x.ThisMean == nil || x.LastMean == nil || x.This.Value == nil || x.Last.Value == nil {
		return false
	}
	return points(*x.ThisMean) != points(*x.This.Value) || points(*x.LastMean) != points(*x.Last.Value)
}

// inUnits is a value in the whole units that it is printed in.
func inUnits(x float64, unit string) float64 {
	if unit == "percent" || unit == "points" {
		x *= 100
	}
	return math.Round(x)
}

func apartUnit(unit string) string {
	switch unit {
	case "percent", "score", "points":
		return "points"
	case "days":
		return "days"
	}
	return "number"
}

// comparedSentence is a figure of last year, and how this year's stands beside
// it.
func (c *composer) comparedSentence(x metrics.Comparison) string {
	words := ""
	if x.Verdict != metrics.Told {
		words = c.verdictOf(x)
	}
	if c.ownShares(x) && !differs(x) {
		return c.say("years.sentence.unclear", c.shortFigure(x.Last))
	}
	if c.ownShares(x) {
		return c.say("years.sentence.shares", c.shortFigure(x.Last), c.apart(x), words, *x.ThisMean, *x.LastMean)
	}
	return c.say("years.sentence", c.shortFigure(x.Last), c.apart(x), words)
}
