package stat

import (
	"math"
	"slices"
	"sort"
)

// Curve is a Kaplan-Meier estimate. Where it is undefined, Steps is empty and
// every answer of its methods is undefined for the same reason.
type Curve struct {
	Steps  []Step // one for each distinct time, earliest first
	N      int    // how many were followed
	Events int    // how many of them had the event
	Reason Reason
}

// Step is the curve from Time up to the next step's.
type Step struct {
	Time     float64
	AtRisk   int      // followed up to Time, those leaving at it included
	Events   int      // had the event at Time
	Censored int      // last seen at Time, without the event
	Survival float64  // share still without the event after Time, 0 to 1
	Variance Number   // Greenwood's variance of Survival; undefined where Survival is 0 (none_left)
	Interval Interval // 95 %; undefined where Survival is 1 (no_events) or 0 (none_left)
}

// Crossing is the time at which a curve reaches a level, and the times at which
// the lower and the upper bound of its interval do. Each is undefined by itself
// (not_reached).
type Crossing struct {
	Value, Low, High Number
}

// Defined tells whether the curve could be estimated.
func (c Curve) Defined() bool { return c.Reason == "" }

// Survive is the Kaplan-Meier estimate from how long each was followed, in any
// unit of time, and whether the event was observed at the end (false: still
// open, censored): S(t) = ∏ (1 − d/n) over the times up to t, where d had the
// event and n were at risk; those censored at a time count as at risk at it.
// Greenwood's variance is S² Σ d/(n(n−d)); the interval is log-log,
// S^exp(± z √(Σ d/(n(n−d))) / ln S).
// Nobody followed is undefined (no_data), as are slices of unequal length
// (unequal_lengths), a time below 0 (out_of_range) or one that is not finite.
//
// Kaplan and Meier 1958, Journal of the American Statistical Association
// 53:457–481; Kalbfleisch and Prentice 2002, section 1.4;
// R survfit(conf.type = "log-log").
func Survive(times []float64, observed []bool) Curve {
	return survive(times, observed, logLog)
}

// SurviveLog is Survive with the interval that R gives by itself, on the
// logarithm of survival, S·exp(± z √(Σ d/(n(n−d)))) and at most 1. It covers less
// well where few are at risk.
//
// R survfit(conf.type = "log").
func SurviveLog(times []float64, observed []bool) Curve {
	return survive(times, observed, func(survival, error1 float64) (low, high float64) {
		return survival * math.Exp(-z*error1), survival * math.Exp(z*error1)
	})
}

// logLog are the bounds on the logarithm of the logarithm of survival.
func logLog(survival, error1 float64) (low, high float64) {
	spread := z * error1 / math.Abs(math.Log(survival))
	return math.Pow(survival, math.Exp(spread)), math.Pow(survival, math.Exp(-spread))
}

// survive takes how an interval is made of survival and √(Σ d/(n(n−d))).
func survive(times []float64, observed []bool, bounds func(survival, error1 float64) (low, high float64)) Curve {
	if len(times) != len(observed) {
		return Curve{Reason: UnequalLengths}
	}
	if reason := observations(times); reason != "" {
		return Curve{Reason: reason}
	}
	if slices.Min(times) < 0 {
		return Curve{Reason: OutOfRange}
	}
	curve := Curve{Steps: tally(times, observed), N: len(times)}
	atRisk, survival, sum := curve.N, 1.0, 0.0
	for i := range curve.Steps {
		step := &curve.Steps[i]
		step.AtRisk = atRisk
		n, d := float64(atRisk), float64(step.Events)
		survival *= (n - d) / n
		if step.Events < atRisk {
			sum += d / (n * (n - d))
		}
		step.Survival = survival
		step.Variance, step.Interval = greenwood(survival, sum, bounds)
		atRisk -= step.Events + step.Censored
		curve.Events += step.Events
	}
	return curve
}

// tally counts events and censorings at each distinct time, earliest first.
func tally(times []float64, observed []bool) []Step {
	at := map[float64]*Step{}
	for i, time := range times {
		time += 0 // −0 + 0 is +0
		step := at[time]
		if step == nil {
			step = &Step{Time: time}
			at[time] = step
		}
		if observed[i] {
			step.Events++
		} else {
			step.Censored++
		}
	}
	steps := make([]Step, 0, len(at))
	for _, step := range at {
		steps = append(steps, *step)
	}
	slices.SortFunc(steps, func(a, b Step) int {
		if a.Time < b.Time {
			return -1
		}
		return 1
	})
	return steps
}

// greenwood gives variance and interval where survival is what the sum of
// d/(n(n−d)) belongs to.
func greenwood(survival, sum float64, bounds func(survival, error1 float64) (low, high float64)) (Number, Interval) {
	switch {
	case survival == 0:
		return Number{Reason: NoneLeft}, Interval{Reason: NoneLeft}
	case sum == 0:
		return Number{}, Interval{Reason: NoEvents}
	}
	low, high := bounds(survival, math.Sqrt(sum))
	return number(survival * survival * sum), interval(between(0, low, survival), between(survival, high, 1))
}

// At is the curve at one time: the step that holds there, with Time as asked,
// AtRisk the number followed at least so long, and Events and Censored those at
// exactly that time. Before the first step Survival is 1. After the longest
// time nobody is at risk and the last step's Survival, which says nothing about
// so late a time, is repeated. The second result is why there is no answer: the
// curve's own reason, or a time that is NaN or infinite (not_finite).
func (c Curve) At(time float64) (Step, Reason) {
	if !c.Defined() {
		return Step{}, c.Reason
	}
	if !finite(time) {
		return Step{}, NotFinite
	}
	after := sort.Search(len(c.Steps), func(i int) bool { return c.Steps[i].Time > time })
	if after == 0 {
		return Step{Time: time, AtRisk: c.N, Survival: 1, Interval: Interval{Reason: NoEvents}}, ""
	}
	step := c.Steps[after-1]
	if step.Time == time {
		return step, ""
	}
	step.AtRisk -= step.Events + step.Censored
	step.Time, step.Events, step.Censored = time, 0, 0
	return step, ""
}

// Reaches is the first time at which survival is at most level, a fraction
// strictly between 0 and 1; other levels are undefined (out_of_range). A curve
// that stays above is undefined (not_reached): the longest time seen is never
// given instead. Low and High are where the bounds of the interval reach the
// level.
//
// Brookmeyer and Crowley 1982, Biometrics 38:29–41, with the log-log bounds;
// R quantile(survfit(...)), which differs where the curve is level at exactly
// that height: it then gives the middle of the step.
func (c Curve) Reaches(level float64) Crossing {
	reason := c.Reason
	switch {
	case reason != "":
	case !finite(level):
		reason = NotFinite
	case level <= 0 || level >= 1:
		reason = OutOfRange
	}
	if reason != "" {
		none := Number{Reason: reason}
		return Crossing{Value: none, Low: none, High: none}
	}
	// A product of fractions that is the level on paper may miss it by a bit.
	const rounding = 1e-9
	first := func(height func(Step) (float64, bool)) Number {
		for _, step := range c.Steps {
			if h, defined := height(step); defined && h <= level+rounding {
				return Number{Value: step.Time}
			}
		}
		return Number{Reason: NotReached}
	}
	return Crossing{
		Value: first(func(s Step) (float64, bool) { return s.Survival, true }),
		Low:   first(func(s Step) (float64, bool) { return s.Interval.Low, s.Interval.Defined() }),
		High:  first(func(s Step) (float64, bool) { return s.Interval.High, s.Interval.Defined() }),
	}
}

// Median is the first time at which at most half are without the event.
func (c Curve) Median() Crossing { return c.Reaches(0.5) }

// LowerQuartile is the first time at which a quarter or more had the event.
func (c Curve) LowerQuartile() Crossing { return c.Reaches(0.75) }

// UpperQuartile is the first time at which three quarters or more had it.
func (c Curve) UpperQuartile() Crossing { return c.Reaches(0.25) }
