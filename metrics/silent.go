package metrics

import (
	"slices"

	"valuetrail/internal/privacy"
	"valuetrail/internal/vocabulary"
	"valuetrail/queries"
)

// unknown is the group of everybody who stands under no label.
const unknown = "unknown"

// namelessSilence finds the lines, by community, cohort and period, of a rate of
// who answered in which somebody silent stands in no group: each group would
// then look as if all of it had answered.
func namelessSilence(ind queries.Indicator, all []figure) map[line]bool {
	found := map[line]bool{}
	if ind.Evidence != "census" || !isShare(ind) || !slices.Contains(ind.Needs, string(vocabulary.Survey)) {
		return found
	}
	for _, f := range all {
		if f.group == unknown && f.numerator != nil && *f.numerator < f.denominator {
			found[withoutGroup(f)] = true
		}
	}
	return found
}

// hideGroupsOf takes away every group of the lines.
func hideGroupsOf(lines map[line]bool, all []figure, verdicts []privacy.Verdict) {
	for i, f := range all {
		if f.group != "" && lines[withoutGroup(f)] {
			verdicts[i] = privacy.Protected
		}
	}
}

func withoutGroup(f figure) line {
	return line{community: f.community, cohort: f.cohort, period: f.period}
}
