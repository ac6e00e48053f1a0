package metrics

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"valuetrail/metrics/stat"
	"valuetrail/queries"
)

// figure is one line of an answer before the gate. Blank cohort, group and part
// mean all together, everybody and none.
type figure struct {
	community, cohort, period, group, part string
	value, numerator, spread               *float64
	denominator                            float64
	people, population                     int
	low, high, lowAll, highAll             *float64
	// beside is the median of a mean of what was counted, the mean of a median and
	// the smallest class of an evenness and the ties of a density; nil for other kinds.
	beside *float64
	// accord is how far readers agree, nil for other kinds.
	accord *accord
	// sides are what figures hold of a cycle beside its stories, nil for other kinds.
	sides *sides
	named partName
}

// line is what a figure is about.
type line struct{ community, cohort, period, group, part string }

func (f figure) line() line { return line{f.community, f.cohort, f.period, f.group, f.part} }

// observation is one observation under a line; nil x did not answer.
type observation struct {
	line
	person, subject    string
	x                  *float64
	open               bool
	fileID             string
	sheet, row, column int
}

func figures(ctx context.Context, src Source, ind queries.Indicator, s Scope) ([]figure, error) {
	ctx, stop := patient(ctx, ind)
	defer stop()
	if err := keeps(ctx, src, ind, s); err != nil {
		return nil, err
	}
	sql, err := queries.Splice(ind, s.asking())
	if err != nil {
		return nil, err
	}
	var all []figure
	for r, err := range rowsOf(ctx, src, ind, sql, s.parameters()) {
		if err != nil {
			return nil, err
		}
		if len(r) != len(queries.Figures) {
			return nil, fmt.Errorf("indicator %s: %d columns, want %d", ind.ID, len(r), len(queries.Figures))
		}
		all = append(all, figure{
			community: text(r[0]), cohort: text(r[1]), period: text(r[2]), group: text(r[3]), part: text(r[4]),
			value: maybe(r[5]), numerator: maybe(r[6]), denominator: number(r[7]), people: whole(r[8]), population: whole(r[9]), spread: maybe(r[10]),
		})
	}
	if ordered(ind.Kind) || skewed(ind) {
		return orderStatistics(ctx, src, ind, s, all)
	}
	return all, nil
}

// ordered kinds are worked out from each observation.
func ordered(kind string) bool {
	return slices.Contains([]string{"median", "survival", "gini", "evenness", "agreement", "density"}, kind)
}

// skewed reports whether a mean needs its median beside it: a few count for much
// in what people do, unlike on a scale.
func skewed(ind queries.Indicator) bool { return ind.Kind == "mean" && ind.Evidence == "census" }

func observations(ctx context.Context, src Source, ind queries.Indicator, s Scope) ([]observation, error) {
	sql, err := queries.SpliceObservations(ind, s.asking())
	if err != nil {
		return nil, err
	}
	var all []observation
	for r, err := range rowsOf(ctx, src, ind, sql, s.parameters()) {
		if err != nil {
			return nil, err
		}
		if len(r) != len(queries.Observations) {
			return nil, fmt.Errorf("observations of %s: %d columns, want %d", ind.ID, len(r), len(queries.Observations))
		}
		open, _ := r[8].(bool)
		all = append(all, observation{
			line:   line{text(r[0]), text(r[1]), text(r[2]), text(r[3]), text(r[4])},
			person: text(r[5]), subject: text(r[6]), x: maybe(r[7]), open: open,
			fileID: text(r[9]), sheet: whole(r[10]), row: whole(r[11]), column: whole(r[12]),
		})
	}
	return all, nil
}

// orderStatistics fills in medians, Kaplan-Meier medians, Gini indices, evenness, density, how
// far readers agree and what stands beside a mean.
func orderStatistics(ctx context.Context, src Source, ind queries.Indicator, s Scope, all []figure) ([]figure, error) {
	seen, err := observations(ctx, src, ind, s)
	if err != nil {
		return nil, err
	}
	by := map[line][]observation{}
	for _, o := range seen {
		if o.x != nil {
			by[o.line] = append(by[o.line], o)
		}
	}
	withEmptyClasses(ind, by)
	for i := range all {
		if isAccord(ind) {
			ofReaders(&all[i], by[all[i].line()])
			continue
		}
		ofOrder(&all[i], ind, by[all[i].line()])
	}
	return all, nil
}

// ofOrder works out one median, Gini index, evenness or density, or the median beside a mean. A census has no
// interval, nor have fewer than nine: order statistics of so few would span nearly
// everything seen.
func ofOrder(f *figure, ind queries.Indicator, seen []observation) {
	const intervalLeast = 9
	xs, happened := make([]float64, len(seen)), make([]bool, len(seen))
	for i, o := range seen {
		xs[i], happened[i] = *o.x, !o.open
	}
	if !ordered(ind.Kind) {
		f.beside = defined(stat.Median(xs))
		return
	}
	f.value, f.low, f.high = nil, nil, nil
	if ind.Kind == "density" {
		f.value, f.beside = density(seen)
		return
	}
	if ind.Kind == "evenness" {
		f.value, f.beside = evenness(seen)
		return
	}
	var value, low, high stat.Number
	switch ind.Kind {
	case "gini":
		value = stat.Gini(xs).Gini
	case "survival":
		median := stat.Survive(xs, happened).Median()
		value, low, high = median.Value, median.Low, median.High
	default:
		m := stat.MedianInterval(xs)
		value = m.Value
		low, high = stat.Number{Value: m.Interval.Low, Reason: m.Interval.Reason}, stat.Number{Value: m.Interval.High, Reason: m.Interval.Reason}
		f.beside = defined(stat.MeanT(xs).Value)
	}
	f.value = defined(value)
	if len(xs) >= intervalLeast && ind.Evidence != "census" {
		f.low, f.high = defined(low), defined(high)
	}
}

func defined(n stat.Number) *float64 {
	if !n.Defined() {
		return nil
	}
	return &n.Value
}

// uncertainty adds the interval that the evidence calls for: none to a census,
// none to stories, Wilson or t to answers, with the bounds for the silent.
func uncertainty(ind queries.Indicator, f *figure) {
	if ind.Evidence != "answers" || f.value == nil || f.numerator == nil {
		return
	}
	bounds := func(i stat.Interval) (low, high *float64) {
		if i.Defined() {
			return &i.Low, &i.High
		}
		return nil, nil
	}
	switch ind.Kind {
	case "share":
		f.low, f.high = bounds(stat.Wilson(*f.numerator, f.denominator))
		f.lowAll, f.highAll = bounds(stat.SilentBounds(*f.numerator, f.denominator, float64(f.population)))
	case "mean":
		if f.spread != nil {
			f.low, f.high = bounds(stat.MeanTOf(*f.value, *f.spread, int(f.denominator)).Interval)
		}
		if ind.Unit == "score" {
			f.lowAll, f.highAll = bounds(stat.SilentMeanBounds(*f.numerator, f.denominator, float64(f.population), stat.Scale{Lowest: 0, Highest: 100}))
		}
	}
}

// sortFigures puts them by community, cohort, then oldest period first, group
// and part; all cohorts together come after the cohorts.
func sortFigures(all []figure, g *ground, parts []string) {
	rank := func(part string) int { return slices.Index(parts, part) }
	last := func(cohort string) int {
		if cohort == "" {
			return 1
		}
		return 0
	}
	when := func(f figure) span { return g.periods[f.community][f.period] }
	slices.SortFunc(all, func(a, b figure) int {
		for _, c := range []int{
			strings.Compare(a.community, b.community), last(a.cohort) - last(b.cohort), strings.Compare(a.cohort, b.cohort),
			cmp.Compare(when(a).first, when(b).first), cmp.Compare(when(a).ordinal, when(b).ordinal), strings.Compare(a.period, b.period),
			strings.Compare(a.group, b.group), rank(a.part) - rank(b.part), strings.Compare(a.part, b.part),
		} {
			if c != 0 {
				return c
			}
		}
		return 0
	})
}
