package stat

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/stat/distuv"
)

// AlphaOfGroups is Krippendorff's α with a 95 % interval where things hang together
// in groups, as the codes of one story do: α ± t(g−1, 0.975)·s, at most 1, with
// s² = (g−1)/g Σ (α(i) − ᾱ)², where α(i) leaves group i out (delete-one jackknife) and
// g counts the groups in which some thing has two codes. group names the group of
// each thing, in the order of codes. α is as KrippendorffAlpha gives it; groups that
// do not run parallel to codes leave both undefined (unequal_lengths). Fewer than
// two groups leave the interval undefined (too_few), as do groups without which
// there is no α (for the reason that there is none) and an α that is the same
// whichever is left out (constant).
//
// Miller 1974, Biometrika 61:1–15.
func AlphaOfGroups(codes [][]float64, group []string, level Level) Estimate {
	if len(group) != len(codes) {
		return undefined(UnequalLengths)
	}
	whole := KrippendorffAlpha(codes, level).Alpha
	if !whole.Defined() {
		return undefined(whole.Reason)
	}
	e := Estimate{Value: whole}
	var names []string
	for i, row := range codes {
		if given, _ := answered(row); len(given) > 1 {
			names = append(names, group[i])
		}
	}
	slices.Sort(names)
	names = slices.Compact(names)
	if len(names) < 2 {
		e.Interval = Interval{Reason: TooFew}
		return e
	}
	without := make([]float64, len(names))
	for n, name := range names {
		var rest [][]float64
		for i, row := range codes {
			if group[i] != name {
				rest = append(rest, row)
			}
		}
		alpha := KrippendorffAlpha(rest, level).Alpha
		if !alpha.Defined() {
			e.Interval = Interval{Reason: alpha.Reason}
			return e
		}
		without[n] = alpha.Value
	}
	_, sd := moments(ascending(without))
	if sd == 0 {
		e.Interval = Interval{Reason: Constant}
		return e
	}
	g := float64(len(names))
	t := distuv.StudentsT{Mu: 0, Sigma: 1, Nu: g - 1}.Quantile(1 - tail)
	reach := t * sd * (g - 1) / math.Sqrt(g) // s² = (g−1)/g · (g−1) sd²
	e.Interval = interval(whole.Value-reach, math.Min(1, whole.Value+reach))
	return e
}
