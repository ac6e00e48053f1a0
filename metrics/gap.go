package metrics

import (
	"valuetrail/internal/privacy"
	"valuetrail/queries"
)

// nameless is the note of a gap that cannot be told because nobody knows who was
// silent.
const nameless = "nameless"

// isGap reports whether an indicator sets those who answered against everybody.
func isGap(ind queries.Indicator) bool { return ind.Kind == "gap" }

// silent is how many people a gap sets those who answered against.
func (f figure) silent() int { return f.people - int(f.denominator) }

// sumOfAll is the sum of x of everybody, worked out of a gap.
func (f figure) sumOfAll() float64 {
	if f.value == nil || f.denominator == 0 {
		return 0
	}
	return (*f.numerator/f.denominator - *f.value) * float64(f.people)
}

// ofBothSides says what both sides of a gap did; where nobody was silent there is
// one side.
func ofBothSides(f figure, p Printer) string {
	answering := *f.numerator / f.denominator
	if f.silent() == 0 {
		return p.Say("reading.gap_of_nobody", answering)
	}
	others := (f.sumOfAll() - *f.numerator) / float64(f.silent())
	return p.Say("reading.gap", answering, others, f.denominator, f.silent())
}

// gapTogether adds the gaps of two groups up: nobody is in both.
func gapTogether(a, b figure) figure {
	all := a.sumOfAll() + b.sumOfAll()
	sum := together(a, b)
	if sum.value = nil; sum.numerator != nil && sum.denominator > 0 {
		value := *sum.numerator/sum.denominator - all/float64(sum.people)
		sum.value = &value
	}
	return sum
}

// bothSides is what the gate looks at of a gap.
func bothSides(ind queries.Indicator, f figure) privacy.Figure {
	one := gated(ind, f)
	one.People, one.Silent = int(f.denominator), f.silent()
	return one
}
