package privacy

import (
	"math"

	"valuetrail/internal/vocabulary"
)

// Thresholds say from how many people on a figure is shown at all, and exactly.
type Thresholds struct{ Group, Exact int }

// Usual are the thresholds where the settings say nothing.
var Usual = Thresholds{Group: 5, Exact: 10}

// The numbers that no setting changes.
const (
	remainderLeast = 5  // people left over by a breakdown
	wordsLeast     = 8  // people behind "nearly all"
	bandMost       = 4  // "up to 4 people"
	percentLeast   = 20 // stories before a percentage is said
)

// Figure is what the gate looks at. A figure without Value has no data and
// nothing to protect.
type Figure struct {
	// Protects is the header's word: event, answers, stories, sensitive.
	Protects string
	// Share says that each observation is yes or no; else Value is a mean.
	Share bool
	// Scaled says that a mean lies on 0–100.
	Scaled bool
	Value  *float64
	// Numerator is the sum of the observations, Denominator their number.
	Numerator, Denominator float64
	// People stand behind the figure; Silent are those whom a gap sets them
	// against, 0 for every other figure.
	People, Silent int
	// Spread is the sample standard deviation of a mean, nil for none.
	Spread *float64
}

// Verdict says how much of a figure may be shown.
type Verdict string

// The verdicts, from most to least. Exact shows everything; CountOnly k of n
// without a percentage; Rounded the value in steps of 5 points and nothing
// else; NearlyAll and NearlyNone words; Band "up to 4 people"; Protected
// nothing.
const (
	Exact      Verdict = "exact"
	CountOnly  Verdict = "few_stories"
	Rounded    Verdict = "rounded"
	NearlyAll  Verdict = "nearly_all"
	NearlyNone Verdict = "nearly_none"
	Band       Verdict = "band"
	Protected  Verdict = "protected"
)

// Most is the greatest number of people that Band speaks of.
const Most = bandMost

// Whole judges the figure of a whole cohort.
func Whole(f Figure, t Thresholds) Verdict {
	switch {
	case f.Value == nil:
		return Exact
	case f.Protects == "event":
		return Exact
	case f.Protects == "stories":
		if f.Share && f.Denominator < percentLeast {
			return CountOnly
		}
		return Exact
	case f.Protects == "sensitive":
		return sensitive(f, t)
	}
	return answers(f, t)
}

// answers also judges whatever it does not know: it is the strictest rule.
func answers(f Figure, t Thresholds) Verdict {
	if f.People < t.Group {
		return Protected
	}
	if end := near(f); end != Exact {
		if f.People < wordsLeast {
			return Protected
		}
		return end
	}
	if f.People < t.Exact {
		return Rounded
	}
	return Exact
}

// near reports whether everybody, or all but one, or 95 of a hundred say the
// same.
func near(f Figure) Verdict {
	switch {
	case f.Share && (f.Denominator-f.Numerator <= 1 || f.Numerator >= 0.95*f.Denominator):
		return NearlyAll
	case f.Share && (f.Numerator <= 1 || f.Numerator <= 0.05*f.Denominator):
		return NearlyNone
	case f.Share:
		return Exact
	case f.Scaled && *f.Value >= 95:
		return NearlyAll
	case f.Scaled && *f.Value <= 5:
		return NearlyNone
	case f.Spread != nil && *f.Spread == 0:
		return Protected
	}
	return Exact
}

// sensitive says "up to 4 people" for 0 to 4, and nothing where all but 0 to 4
// say it.
func sensitive(f Figure, t Thresholds) Verdict {
	switch {
	case f.People < t.Group, !f.Share:
		return Protected
	case f.Numerator <= bandMost:
		return Band
	case f.Denominator-f.Numerator <= bandMost:
		return Protected
	}
	return answers(f, t)
}

// Round is a value in steps of 5 points: of a fraction 0–1 where share says so,
// else of a score.
func Round(value float64, share bool) float64 {
	if share {
		return math.Round(value*20) / 20
	}
	return math.Round(value/5) * 5
}

// remainderSafe reports whether what the shown figures leave of the total may
// be worked out: nothing, or a group that could itself be shown. People counted
// twice leave a remainder below zero, which is judged by its size.
func remainderSafe(total Figure, shown []Figure) bool {
	left := leftOf(total, shown)
	if left.People == 0 && left.Denominator == 0 {
		return true
	}
	if abs(left.People) < remainderLeast {
		return false
	}
	if left.Protects == "sensitive" && left.Share && (left.Numerator <= bandMost || left.Denominator-left.Numerator <= bandMost) {
		return false
	}
	if !left.Share && left.Denominator <= 0 {
		return true // people counted twice leave no mean of anybody
	}
	return near(left) == Exact
}

// leftOf is the figure of those whom the shown figures leave of the total.
func leftOf(total Figure, shown []Figure) Figure {
	left := total
	squares, known := squaresOf(total)
	for _, f := range shown {
		left.People -= f.People
		left.Numerator -= f.Numerator
		left.Denominator -= f.Denominator
		s, spread := squaresOf(f)
		squares, known = squares-s, known && spread
	}
	if left.Share || left.Denominator <= 0 {
		return left
	}
	value := left.Numerator / left.Denominator
	left.Value, left.Spread = &value, nil
	if known {
		around := squares - left.Numerator*value
		// Where the rest is nothing but the error of the sums, all say the same.
		if all, _ := squaresOf(total); around <= 1e-9*all {
			around = 0
		}
		spread := math.Sqrt(around / max(1, left.Denominator-1))
		left.Spread = &spread
	}
	return left
}

// squaresOf is the sum of the squared observations of a mean, known where its
// spread is: a mean, its interval and its number give it away.
func squaresOf(f Figure) (squares float64, known bool) {
	if f.Spread == nil || f.Denominator <= 0 {
		return 0, false
	}
	return *f.Spread**f.Spread*(f.Denominator-1) + f.Numerator*f.Numerator/f.Denominator, true
}

func abs(n int) int { return max(n, -n) }

// guarded reports whether a figure is about answers, so that totals and parts
// must not give each other back.
func guarded(f Figure) bool { return f.Protects != "event" && f.Protects != "stories" }

// Names reports whether a story's teller may be named to an audience.
func Names(consent vocabulary.Consent, anonymize bool, a vocabulary.Audience) bool {
	return !anonymize && consent.Names(a)
}
