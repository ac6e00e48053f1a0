package metrics

import (
	"math"
	"strings"

	"valuetrail/internal/privacy"
	"valuetrail/internal/vocabulary"
)

// words says the difference of a line, or why there is none. Which of the two
// is more is said only where the interval leaves out no difference.
func (c *comparer) words(l compared) string {
	switch l.Verdict {
	case NotComparable:
		return c.why(l)
	case NotShown:
		return c.p.Say("compare.not_shown." + l.Reason)
	case Signal, Usual:
		return c.besideUsual(l)
	}
	beside := l.Last.Note == besideTarget || l.Last.Note == besideBaseline
	if l.Verdict == Told && (!beside || l.Difference == nil) {
		return c.told(l)
	}
	said := []string{}
	switch {
	case l.Design == Matched:
		said = append(said, c.p.Say("compare.matched.means", *l.Pairs, c.figure(l, l.ThisMean), c.figure(l, l.LastMean)))
	case l.Design == CrossSection && (l.Against == AgainstTerm || l.Against == AgainstBaseline):
		said = append(said, c.p.Say("compare.cross_section"))
	}
	if l.Design != Matched && l.ThisMean != nil && c.figure(l, l.ThisMean) != c.figure(l, l.This.Value) || l.Design != Matched && l.LastMean != nil && c.figure(l, l.LastMean) != c.figure(l, l.Last.Value) {
		said = append(said, c.p.Say("compare.own", c.figure(l, l.ThisMean), c.figure(l, l.LastMean)))
	}
	if beside {
		said = append(said, c.besideNumber(l))
	} else {
		said = append(said, c.difference(l))
	}
	if (l.Verdict == Clear || l.Verdict == Likely) && l.Size != "" {
		said = append(said, c.p.Say("compare.size."+string(l.Size)))
	}
	if l.Missed != nil {
		said = append(said, c.p.Say("compare.missed", c.amount(l, *l.Missed)))
	}
	return strings.Join(said, " ")
}

// difference says a difference that has an interval.
func (c *comparer) difference(l compared) string {
	low, high := *l.Low, *l.High
	which, near, far := "more", low, high
	if *l.Difference < 0 {
		which, near, far = "less", -high, -low
	}
	switch {
	case l.Verdict == Clear && l.ind.Evidence != "census":
		return c.p.Say("compare.clear_answers."+which, c.apart(l), c.short(l, near), c.short(l, far))
	case l.Verdict == Clear || l.Verdict == Likely:
		return c.p.Say("compare."+string(l.Verdict)+"."+which, c.apart(l), c.short(l, near), c.short(l, far))
	case l.Verdict == AboutTheSame:
		return c.p.Say("compare.about_the_same", c.amount(l, max(math.Abs(low), math.Abs(high))))
	case low > 0 || high < 0:
		return c.p.Say("compare.together."+which, c.apart(l), c.short(l, near), c.short(l, far), l.Together)
	}
	return c.p.Say("compare.too_few", c.amount(l, -low), c.amount(l, high))
}

// apart is the size of a difference in the unit of the indicator. Where that is
// points it is that of the two numbers which are printed, so that a reader who
// subtracts finds it.
func (c *comparer) apart(l compared) string {
	this, last := l.This.Value, l.Last.Value
	if l.ThisMean != nil && l.LastMean != nil {
		this, last = l.ThisMean, l.LastMean
	}
	if this == nil || last == nil || !inPoints(l) {
		return c.amount(l, math.Abs(*l.Difference))
	}
	return c.p.Say("compare.points", math.Abs(c.points(l, *this)-c.points(l, *last)))
}

// told says why two figures have no interval between them.
func (c *comparer) told(l compared) string {
	switch {
	case l.Untested == untestedChange:
		return c.p.Say("compare.told.change")
	case ordered(l.ind.Kind):
		return c.p.Say("compare.told.median")
	case l.ind.Evidence == "stories":
		return c.p.Say("compare.told.stories")
	}
	return c.p.Say("compare.told.count")
}

// why says why two figures cannot be compared.
func (c *comparer) why(l compared) string {
	names := l.names
	if need, ok := strings.CutPrefix(l.Reason, "needs:"); ok {
		sheet, _ := vocabulary.SheetOf(vocabulary.Kind(need))
		return c.p.Say("compare.why.needs", lowerFirst(sheet.Title))
	}
	switch l.Reason {
	case "participation":
		if c.this.participation != "required" {
			names[0], names[1] = names[1], names[0]
		}
		return c.p.Say("compare.why.participation", names[0], names[1])
	case "response_rates":
		return c.p.Say("compare.why.response_rates", answering(l.This), names[0], answering(l.Last), names[1])
	case "first", "months":
		return c.p.Say("compare.why."+l.Reason, l.names[0], l.Months)
	case "rounds", "wording", "scale", "kind", "questions", "constant", "apart":
		return c.p.Say("compare.why." + l.Reason)
	}
	var without []string
	for n, r := range []Reading{l.This, l.Last} {
		if r.Note == l.Reason {
			without = append(without, names[n])
		}
	}
	return c.p.Say("compare.why."+l.Reason, without)
}

// answering is the share of those invited who answered.
func answering(r Reading) float64 { return float64(*r.People) / float64(*r.Population) }

// paragraph says both figures and what lies between them.
func (c *comparer) paragraph(l compared) string {
	said := func(r Reading, v privacy.Verdict) string {
		if v == privacy.Exact && r.Shown && isShare(l.ind) && r.Numerator != nil && r.Value != nil && l.This.Note != banded {
			if l.ind.Kind == "pair_share" && l.ind.Evidence != "stories" {
				return c.figure(l, r.Value)
			}
			return c.p.Say("compare.share", *r.Numerator, *r.Denominator, *r.Value)
		}
		return r.Text
	}
	switch {
	case l.Against == AgainstUsual && l.This.Value != nil:
		return c.p.Say("compare.paragraph.month", l.names[0], c.figure(l, l.This.Value), l.Words)
	case !l.This.Shown && !l.Last.Shown, l.names[1] == "":
		return l.Words
	}
	return c.p.Say("compare.paragraph", l.names[0], said(l.This, l.gate[0]), l.names[1], said(l.Last, l.gate[1]), l.Words)
}

// figure is a value in the unit of the indicator.
func (c *comparer) figure(l compared, x *float64) string {
	switch {
	case x == nil:
		return ""
	case l.ind.Unit == "percent" || isShare(l.ind):
		return c.p.Say("compare.percent", *x)
	}
	return c.amount(l, *x)
}

// amount is a difference in the unit of the indicator, as people read it.
func (c *comparer) amount(l compared, x float64) string {
	if inPoints(l) {
		return c.p.Say("compare.points", c.points(l, x))
	}
	return c.p.Say("compare.amount", c.points(l, x), c.p.Say("unit."+l.ind.Unit))
}

// inPoints reports whether a difference is said in points of a hundred.
func inPoints(l compared) bool { return l.scaled() || isShare(l.ind) }

// short is amount without its unit.
func (c *comparer) short(l compared, x float64) string {
	return c.p.Say("compare.bare", c.points(l, x))
}

func (c *comparer) points(l compared, x float64) float64 {
	switch {
	case l.ind.Unit == "percent" || isShare(l.ind):
		return math.Round(100 * x)
	case l.ind.Unit == "score":
		return math.Round(x)
	}
	return math.Round(10*x) / 10
}
