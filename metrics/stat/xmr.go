package stat

import (
	"cmp"
	"math"
	"slices"
)

// What a mean moving range is divided by to give a standard deviation, 2/√π, and
// what it is multiplied by to give its own limit.
const (
	d2         = 1.1283791670955126
	rangeLimit = 3.267
)

// Limits are the natural limits of a process that is measured once a period, all
// in the unit of the value. Where they are undefined they give no signals.
type Limits struct {
	Center    Number // mean of the points
	MeanRange Number // mean step from one period to the next
	Low, High Number // Center ∓ 3 MeanRange/1.128379
	RangeHigh Number // the limit of a step, 3.267 MeanRange
	Points    int
	Ranges    int // steps between consecutive periods
}

// Point is a value of a period; periods are numbered one after the other, so that
// 11 and 13 are not consecutive.
type Point struct {
	Period int
	Value  float64
}

// XmR computes the limits of individual values and moving ranges. A step counts
// only between consecutive periods. The lower limit is not below 0 unless a point
// is. No points are undefined (no_data), as are two of one period (out_of_range)
// and what is not finite. Points none of which follow on another have a centre
// and no limits (too_few); so have those that never move (constant). How many
// points make limits worth drawing is for others to decide: limits of fewer than
// 8 are guesses.
//
// Wheeler 1993, Understanding Variation; Montgomery, Introduction to Statistical
// Quality Control, section 6.4.
func XmR(points []Point) Limits {
	none := func(reason Reason) Limits {
		n := Number{Reason: reason}
		return Limits{Center: n, MeanRange: n, Low: n, High: n, RangeHigh: n}
	}
	sorted, reason := byPeriod(points)
	if reason != "" {
		return none(reason)
	}
	var values, ranges []float64
	for i, p := range sorted {
		values = append(values, p.Value)
		if i > 0 && p.Period == sorted[i-1].Period+1 {
			ranges = append(ranges, math.Abs(p.Value-sorted[i-1].Value))
		}
	}
	if !finite(ranges...) {
		return none(NotFinite)
	}
	limits := none(TooFew)
	limits.Points, limits.Ranges = len(values), len(ranges)
	limits.Center = MeanT(values).Value
	if !limits.Center.Defined() {
		return none(limits.Center.Reason)
	}
	if len(ranges) == 0 {
		return limits
	}
	limits.MeanRange = MeanT(ranges).Value
	step := limits.MeanRange.Value
	if step == 0 {
		none := Number{Reason: Constant}
		limits.Low, limits.High, limits.RangeHigh = none, none, none
		return limits
	}
	reach := 3 * step / d2
	low := limits.Center.Value - reach
	if slices.Min(values) >= 0 {
		low = math.Max(0, low)
	}
	limits.Low, limits.High = number(low), number(limits.Center.Value+reach)
	limits.RangeHigh = number(rangeLimit * step)
	return limits
}

// Rule is what makes a point a signal.
type Rule string

// The rules of detection.
const (
	Outside     Rule = "outside"        // the point lies outside the limits
	Jump        Rule = "jump"           // the step from the period before is above its limit
	ThreeOfFour Rule = "three_of_four"  // with two others of the last four, nearer to the same limit than to the centre
	EightInARow Rule = "eight_in_a_row" // the eighth or later on one side of the centre
)

// Signal is a point that the process as it was does not explain.
type Signal struct {
	Period int
	Rule   Rule
}

// Signals looks for signals among points, which need not be those that the limits
// were computed from; earliest first, and of one period in the order of the rules
// above. Points on the centre belong to neither side. Undefined limits and points
// that XmR would refuse give none.
//
// Wheeler 1993, Understanding Variation (the three rules); Western Electric 1956.
func (l Limits) Signals(points []Point) []Signal {
	sorted, reason := byPeriod(points)
	if reason != "" || !l.High.Defined() || !l.Low.Defined() {
		return nil
	}
	var signals []Signal
	run, side := 0, 0
	for i, p := range sorted {
		add := func(rule Rule) { signals = append(signals, Signal{Period: p.Period, Rule: rule}) }
		if p.Value > l.High.Value || p.Value < l.Low.Value {
			add(Outside)
		}
		if i > 0 && p.Period == sorted[i-1].Period+1 && math.Abs(p.Value-sorted[i-1].Value) > l.RangeHigh.Value {
			add(Jump)
		}
		if l.threeOfFour(sorted[max(0, i-3) : i+1]) {
			add(ThreeOfFour)
		}
		switch now := l.side(p.Value, 0); {
		case now == 0:
			run, side = 0, 0
		case now == side:
			run++
		default:
			run, side = 1, now
		}
		if run >= 8 {
			add(EightInARow)
		}
	}
	return signals
}

// threeOfFour tells whether the last of up to four points and two others lie
// nearer to the same limit than to the centre.
func (l Limits) threeOfFour(last []Point) bool {
	half := (l.High.Value - l.Center.Value) / 2
	side := l.side(last[len(last)-1].Value, half)
	if side == 0 {
		return false
	}
	same := 0
	for _, p := range last {
		if l.side(p.Value, half) == side {
			same++
		}
	}
	return same >= 3
}

// side is 1 where value lies further than beyond above the centre, −1 where below,
// else 0.
func (l Limits) side(value, beyond float64) int {
	switch {
	case value > l.Center.Value+beyond:
		return 1
	case value < l.Center.Value-beyond:
		return -1
	}
	return 0
}

// byPeriod sorts points, or tells why they cannot be computed with.
func byPeriod(points []Point) ([]Point, Reason) {
	if len(points) == 0 {
		return nil, NoData
	}
	sorted := slices.Clone(points)
	slices.SortFunc(sorted, func(a, b Point) int { return cmp.Compare(a.Period, b.Period) })
	for i, p := range sorted {
		if !finite(p.Value) {
			return nil, NotFinite
		}
		if i > 0 && p.Period == sorted[i-1].Period {
			return nil, OutOfRange
		}
	}
	return sorted, ""
}
