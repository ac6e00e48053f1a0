package metrics

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"valuetrail/internal/privacy"
	"valuetrail/metrics/stat"
	"valuetrail/queries"
)

// usualLeast is how many months it takes to tell what attendance does by itself.
const usualLeast = 12

// usualOf is the indicator that is followed month by month.
const usualOf = "attendance_rate"

// Limits are the natural limits of a figure that is measured once a month, in its
// unit (XmR: the mean of the Months ∓ 3 mean steps/1.128, Low not below 0). They
// hold what it does by itself nearly always.
type Limits struct {
	Center float64 `json:"center"`
	Low    float64 `json:"low"`
	High   float64 `json:"high"`
	Months int     `json:"months"`
}

// usual holds each month of attendance against the natural limits of all of them:
// those of the cohort that is named, else of all cohorts together. Only a month
// outside the limits is a signal. Fewer than twelve have no limits; a month without
// a register is no month, and a step is counted only to the next month of the
// calendar.
func (c *comparer) usual(family []queries.Indicator) ([]compared, error) {
	c.s.Primary = ""
	at := slices.IndexFunc(family, func(i queries.Indicator) bool { return i.ID == usualOf })
	if at < 0 {
		return nil, nil
	}
	all, err := cohortsBySeniority(c.ctx, c.src, c.s.Community)
	if err != nil {
		return nil, err
	}
	name := ""
	if c.s.This != "" {
		if c.this, err = chosen(all, c.s.This, c.g.today); err != nil {
			return nil, err
		}
		name, c.scope.Cohorts = c.this.title, []string{c.this.id}
	}
	c.scope.Grain = "month"
	if c.g, err = survey(c.ctx, c.src, c.scope, c.now); err != nil {
		return nil, err
	}
	ind := family[at]
	told, err := answer(c.ctx, c.src, ind, c.scope, c.g, c.p)
	if err != nil {
		return nil, err
	}
	var months []Reading
	var points []stat.Point
	none := Reading{Indicator: ind.ID, Community: c.s.Community, Cohort: c.this.id, Unit: ind.Unit, Note: noData, Text: c.p.Say("note." + noData)}
	for _, r := range told {
		if r.Cohort == c.this.id && !r.Shown && r.Note != "" {
			none = r
		}
		if period, ok := monthOf(r.Period); ok && r.Cohort == c.this.id && r.Shown && r.Value != nil {
			months, points = append(months, r), append(points, stat.Point{Period: period, Value: *r.Value})
		}
	}
	if len(months) == 0 {
		return []compared{c.noMonth(ind, name, none)}, nil
	}
	return c.outside(ind, name, months, points), nil
}

// noMonth says why there is no month to tell of.
func (c *comparer) noMonth(ind queries.Indicator, name string, none Reading) compared {
	return compared{ind: ind, names: [2]string{cmp.Or(name, c.p.Say("compare.any_month")), ""}, gate: [2]privacy.Verdict{privacy.Protected, privacy.Protected},
		Comparison: Comparison{Against: AgainstUsual, Indicator: ind.ID, Title: ind.Title, This: none, Last: none, Verdict: NotComparable, Reason: none.Note}}
}

// outside has a line for each month, or one that says why there is none.
func (c *comparer) outside(ind queries.Indicator, name string, months []Reading, points []stat.Point) []compared {
	line := func(r Reading) compared {
		return compared{ind: ind, gate: [2]privacy.Verdict{gateOf(r), gateOf(r)}, names: [2]string{strings.TrimSpace(name + " " + r.Period), ""},
			Comparison: Comparison{Against: AgainstUsual, Indicator: ind.ID, Title: ind.Title, This: r, Offset: r.Period, Verdict: Usual,
				Last: Reading{Indicator: ind.ID, Community: c.s.Community, Cohort: r.Cohort, Unit: ind.Unit, Note: "usual"}}}
	}
	xmr := stat.XmR(points)
	if len(months) < usualLeast || !xmr.High.Defined() {
		l := line(months[len(months)-1])
		l.Verdict, l.Reason, l.Months = NotComparable, "months", len(months)
		switch {
		case len(months) < usualLeast:
		case xmr.High.Reason == stat.Constant:
			l.Reason = "constant"
		default:
			l.Reason = "apart"
		}
		return []compared{l}
	}
	limits := &Limits{Center: *rounded(&xmr.Center.Value), Low: *rounded(&xmr.Low.Value), High: *rounded(&xmr.High.Value), Months: len(months)}
	signals := xmr.Signals(points)
	var all []compared
	for i, r := range months {
		l := line(r)
		d := *r.Value - limits.Center
		l.Limits, l.Difference = limits, rounded(&d)
		if slices.Contains(signals, stat.Signal{Period: points[i].Period, Rule: stat.Outside}) {
			l.Verdict = Signal
		}
		all = append(all, l)
	}
	return all
}

// monthOf numbers the months of the calendar one after the other.
func monthOf(period string) (int, bool) {
	year, month, found := strings.Cut(period, "-")
	y, err := strconv.Atoi(year)
	m, err2 := strconv.Atoi(month)
	return 12*y + m, found && err == nil && err2 == nil
}

// besideUsual says how a month stands beside what attendance does by itself.
func (c *comparer) besideUsual(l compared) string {
	low, high := c.figure(l, &l.Limits.Low), c.figure(l, new(min(1, l.Limits.High)))
	key := "compare.usual.within"
	switch {
	case l.Verdict != Signal:
	case *l.Difference > 0:
		key = "compare.usual.more"
	default:
		key = "compare.usual.less"
	}
	return c.p.Say(key, low, high)
}

// besideNumber says how a figure stands beside a target or a beginning.
func (c *comparer) besideNumber(l compared) string {
	key, way := fmt.Sprintf("compare.%s.", l.Last.Note), ".more"
	if *l.Difference < 0 {
		way = ".less"
	}
	switch {
	case l.Verdict == Told && c.apart(l) == c.amount(l, 0):
		return c.p.Say(key + "same")
	case l.Verdict == Told:
		return c.p.Say(key+"told"+way, c.apart(l))
	case l.Verdict == AboutTheSame:
		return c.p.Say(key+"about", c.amount(l, max(-*l.Low, *l.High)))
	case l.Verdict == TooFew:
		return c.p.Say(key+"too_few", c.amount(l, max(0, -*l.Low)), c.amount(l, max(0, *l.High)))
	}
	near, far := *l.Low, *l.High
	if *l.Difference < 0 {
		near, far = -*l.High, -*l.Low
	}
	return c.p.Say(key+string(l.Verdict)+way, c.apart(l), c.short(l, near), c.short(l, far))
}
