package metrics

import (
	"math"
	"strings"

	"valuetrail/internal/privacy"
	"valuetrail/internal/vocabulary"
	"valuetrail/queries"
)

// tellsMix reports whether an indicator sets what those are who took part against
// what all members are: that is a table of people by attribute.
func tellsMix(ind queries.Indicator) bool { return isGap(ind) && ind.Protects == "event" }

// hideSmallMix hides a table of who took part, by attribute and period, from all but
// the convenor where one of its cells holds one to four people, who did or did not
// take part: the other cells, and those of another cohort, would give it back.
func hideSmallMix(ind queries.Indicator, s Scope, all []figure, verdicts []privacy.Verdict) {
	if !tellsMix(ind) || s.Audience == vocabulary.Convenor {
		return
	}
	cells := map[line][]float64{}
	of := func(f figure) line {
		// "came: sector: food" is a cell of the table "came: sector"
		table := strings.SplitN(f.part, ": ", 3)
		return line{community: f.community, period: f.period, part: strings.Join(table[:min(2, len(table))], ": ")}
	}
	for _, f := range all {
		if f.numerator != nil {
			cells[of(f)] = append(cells[of(f)], *f.numerator, math.Round(f.sumOfAll()-*f.numerator))
		}
	}
	for i, f := range all {
		if !privacy.CellsSafe(cells[of(f)]) {
			verdicts[i] = privacy.Protected
		}
	}
}

// mix says what share a class has of those who took part, and of all members.
func mix(f figure, p Printer) string {
	return p.Say("reading.mix", *f.numerator/f.denominator, f.sumOfAll()/float64(f.people), f.denominator, f.people)
}
