package metrics

import (
	"slices"
	"strings"

	"valuetrail/internal/privacy"
	"valuetrail/internal/vocabulary"
	"valuetrail/queries"
)

// banded is the note of a figure of several levels put together.
const banded = "band"

// byLevel reports whether the parts of an indicator are the levels of
// participation, each a number of people.
func byLevel(ind queries.Indicator) bool { return slices.Equal(ind.Parts, levels) }

// movements are the parts of the indicators that say who moved between levels, and
// who stays away: one to four of them would be known by name.
var movements = [][]string{{"inward", "outward", "stayed"}, {"into_core", "out_of_core"}, {"lapsed", "back"}}

// aboutLevels reports whether the parts of an indicator count people by the level
// they stand at or moved to, or by whether they still come.
func aboutLevels(ind queries.Indicator) bool {
	same := func(parts []string) bool { return slices.Equal(ind.Parts, parts) }
	return byLevel(ind) || slices.ContainsFunc(movements, same)
}

// mergeLevels gives two bands instead of the levels to all but the convenor, in
// every period in which a level of any line has one to four people: one cohort's
// levels could be taken from those of all together.
func mergeLevels(ind queries.Indicator, s Scope, all []figure) []figure {
	if !byLevel(ind) || s.Audience == vocabulary.Convenor {
		return all
	}
	small := map[line]bool{}
	for _, f := range all {
		if smallCell(f) {
			small[periodOf(f)] = true
		}
	}
	var merged []figure
	at := map[line]int{}
	for _, f := range all {
		if !small[periodOf(f)] || f.value == nil {
			merged = append(merged, f)
			continue
		}
		f.part = band(f.part)
		i, ok := at[f.line()]
		if !ok {
			at[f.line()] = len(merged)
			merged = append(merged, f)
			continue
		}
		merged[i].numerator = sum(merged[i].numerator, f.numerator)
		merged[i].value = valueOf(ind.Kind, merged[i])
	}
	return merged
}

// band names the band of a level by the levels in it.
func band(level string) string {
	upper, lower := levels[:2], levels[2:]
	if slices.Contains(upper, level) {
		return strings.Join(upper, " + ")
	}
	return strings.Join(lower, " + ")
}

func isBand(part string) bool { return strings.Contains(part, " + ") }

// hideSmallBands hides the levels of a cohort, or the moves between them, where even
// a band has one to four people, and with them those of all together, which would give them back.
func hideSmallBands(all []figure, verdicts []privacy.Verdict) {
	hidden := map[line]bool{}
	hide := func(f figure, cohort string) {
		hidden[line{community: f.community, period: f.period, group: f.group, cohort: cohort}] = true
	}
	for _, f := range all {
		if smallCell(f) {
			hide(f, f.cohort)
			hide(f, "")
		}
	}
	for i, f := range all {
		if hidden[line{community: f.community, period: f.period, group: f.group, cohort: f.cohort}] {
			verdicts[i] = privacy.Protected
		}
	}
}

// smallCell reports whether a figure counts one to four people.
func smallCell(f figure) bool {
	return f.numerator != nil && !privacy.CellsSafe([]float64{*f.numerator})
}

func periodOf(f figure) line { return line{community: f.community, period: f.period} }
