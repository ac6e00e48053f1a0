package main

import (
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
	"testing"

	"valuetrail/metrics"
)

// asks are the ways to ask, each with the periods that the answer has. Every
// world is asked the first three; the others are about the calendar alone.
var asks = []struct {
	flags string
	spans []truthSpan
}{
	{"--grain term", truthCalendar["term"]},
	{"--grain month", truthCalendar["month"]},
	{"--grain programme", truthCalendar["programme"]},
	{"--grain year", truthCalendar["year"]},
	{"--grain term_since_start", truthCalendar["term_since_start"]},
	{"--grain month_since_start", truthCalendar["month_since_start"]},
	{"--grain programme --since 2025-11-07 --until 2026-03-18", []truthSpan{{"2025", "all", "2025-11-07", "2026-03-18"}}},
	{"--grain programme --since 2025-03-01 --until 2025-11-30", []truthSpan{{"2024", "all", "2025-03-01", "2025-06-30"}, {"2025", "all", "2025-09-01", "2025-11-30"}}},
}

// The indicators, as the program prints them, equal what the definitions
// make of the truth, for every grain, cohort and audience.
func TestIndicatorsAreWhatTheirDefinitionsMakeOfTheTruth(t *testing.T) {
	var ids []string
	for _, k := range reckoners {
		ids = append(ids, k.id)
	}
	heldToTheTruth(t, ids, (*reckoning).holdAll)
}

// heldToTheTruth has hold compare what each world answers in each way to ask, and
// fails where it held an indicator to the truth in few figures only.
func heldToTheTruth(t *testing.T, ids []string, hold func(r *reckoning, flags string, spans []truthSpan, held map[string]int)) {
	t.Helper()
	held := map[string]int{}
	inWorlds(t, func(w *world) {
		for i, ask := range asks {
			if i >= 3 && w.truth.Seed != truthSeeds[0] {
				break
			}
			hold(w.reckon("convenor"), ask.flags, ask.spans, held)
			if i == 0 || i == 2 {
				hold(w.reckon("sponsor"), ask.flags, ask.spans, held)
			}
		}
	})
	for _, id := range ids {
		if held[id] < 10 {
			t.Errorf("%s was held to the truth in %d figures only", id, held[id])
		}
	}
}

// asked are the figures of some indicators as the program prints them, by
// indicator, cohort, period and part.
func (r *reckoning) asked(flags string, ids []string) map[string]metrics.Reading {
	r.Helper()
	var readings []metrics.Reading
	words := append([]string{"indicators", "run", "--json", "--audience", r.audience}, strings.Fields(flags)...)
	if err := json.Unmarshal(r.program(append(words, ids...)...), &readings); err != nil {
		r.Fatal(err)
	}
	found := map[string]metrics.Reading{}
	for _, one := range readings {
		name := fmt.Sprint(one.Indicator, "|", one.Cohort, "|", one.Period, "|", one.Part)
		if _, twice := found[name]; twice {
			r.Errorf("%s %s: %s stands twice", r.audience, flags, name)
		}
		found[name] = one
	}
	return found
}

// holdAll asks the program and compares every line of the answer.
func (r *reckoning) holdAll(flags string, spans []truthSpan, exact map[string]int) {
	r.Helper()
	var ids []string
	for _, k := range reckoners {
		ids = append(ids, k.id)
	}
	found, lines := r.asked(flags, ids), 0
	for _, k := range reckoners {
		for _, together := range sameSpans(spans) {
			for _, p := range together {
				lines += r.hold(k, askedLine{p.cohort, []truthSpan{p}, together}, found, exact)
			}
			lines += r.hold(k, askedLine{"", together, together}, found, exact)
		}
	}
	if lines != len(found) {
		r.Errorf("%s %s: %d figures, want %d", r.audience, flags, len(found), lines)
	}
}

// partsOf are the parts that an indicator has a line for: closed ones, or those
// that anything is about.
func (k reckoner) partsOf(parts map[string][]observed) []string {
	switch k.id {
	case "level_share":
		return levelNames
	case "cycle_coverage", "negative_answers", "negative_stories":
		return fiveCycles
	case "substantiation":
		return outcomes
	case "construct_score", "flow_count":
		if len(parts) > 0 {
			return slices.Sorted(maps.Keys(parts))
		}
	}
	return []string{""}
}

// sameSpans puts together the periods of all cohorts that have one id.
func sameSpans(spans []truthSpan) [][]truthSpan {
	var all [][]truthSpan
	at := map[string]int{}
	for _, p := range spans {
		if _, known := at[p.id]; !known {
			at[p.id] = len(all)
			all = append(all, nil)
		}
		all[at[p.id]] = append(all[at[p.id]], p)
	}
	return all
}

// partsIn are the observations of periods that count together: nobody is in two
// cohorts.
func (k reckoner) partsIn(r *reckoning, spans []truthSpan) map[string][]observed {
	all := map[string][]observed{}
	for _, p := range spans {
		for part, some := range k.of(r, p) {
			all[part] = append(all[part], some...)
		}
	}
	return all
}

// askedLine is one line of an answer: a cohort in one period, or, with a blank
// cohort, all together; beside it the periods of every cohort with that id.
type askedLine struct {
	cohort   string
	spans    []truthSpan
	together []truthSpan
}

// hold compares the lines of one indicator. It tells how many parts there are.
func (r *reckoning) hold(k reckoner, a askedLine, found map[string]metrics.Reading, exact map[string]int) int {
	parts := k.partsIn(r, a.spans)
	names := k.partsOf(parts)
	if k.id == "level_share" && r.audience != "convenor" && r.anyFew(k, a.together, false) {
		parts, names = inBands(parts)
		if fewInAny(parts) || a.cohort == "" && r.anyFew(k, a.together, true) {
			k.protects = "hidden"
		}
	}
	for _, part := range names {
		key := fmt.Sprint(k.id, "|", a.cohort, "|", a.spans[0].id, "|", part)
		got, ok := found[key]
		if !ok {
			r.Errorf("no line %s", key)
			continue
		}
		one := k
		if a.cohort == "" && k.givesBack(r, a.spans, part) {
			one.protects = "hidden"
		}
		if one.compare(r, key, got, one.figure(parts[part])) {
			exact[k.id]++
		}
	}
	return len(names)
}

// anyFew tells whether in a period one to four people are in a part, of any
// cohort or of all together: in a level, or in a band of levels.
func (r *reckoning) anyFew(k reckoner, together []truthSpan, bands bool) bool {
	lines := [][]truthSpan{together}
	for _, p := range together {
		lines = append(lines, []truthSpan{p})
	}
	return slices.ContainsFunc(lines, func(spans []truthSpan) bool {
		parts := k.partsIn(r, spans)
		if bands {
			parts, _ = inBands(parts)
		}
		return fewInAny(parts)
	})
}

// fewInAny tells whether one to four people are in a part.
func fewInAny(parts map[string][]observed) bool {
	for _, all := range parts {
		in := 0.0
		for _, one := range all {
			if one.x != nil {
				in += *one.x
			}
		}
		if in >= 1 && in <= 4 {
			return true
		}
	}
	return false
}

// inBands puts core with active, and the other levels together.
func inBands(parts map[string][]observed) (bands map[string][]observed, names []string) {
	bands = map[string][]observed{}
	for _, levels := range [][]string{levelNames[:2], levelNames[2:]} {
		name := strings.Join(levels, " + ")
		names = append(names, name)
		for i, one := range parts[levels[0]] {
			in := one.x
			for _, level := range levels[1:] {
				if in != nil {
					in = numberOf(*in + *parts[level][i].x)
				}
			}
			bands[name] = append(bands[name], observed{person: one.person, x: in})
		}
	}
	return bands, names
}

// compare holds a reading to the figure, as far as the gate lets it be seen; it
// tells whether the gate let everything be seen.
func (k reckoner) compare(r *reckoning, key string, got metrics.Reading, want reckonedFigure) bool {
	people, population := float64(want.people), float64(want.population)
	shown := k.seen(want)
	if got.Shown != (shown != "nothing") {
		r.Errorf("%s, %s: shown is %v, want %s of %+v", r.audience, key, got.Shown, shown, got)
	}
	fields := map[string][2]*float64{
		"value": {got.Value, want.value}, "numerator": {got.Numerator, want.numerator}, "denominator": {got.Denominator, want.denominator},
		"people": {wholeNumber(got.People), &people}, "population": {wholeNumber(got.Population), &population},
		"low": {got.Low, want.low}, "high": {got.High, want.high}, "low_all": {got.LowAll, want.lowAll}, "high_all": {got.HighAll, want.highAll},
	}
	visible := map[string][]string{"nothing": {}, "words": {"people", "population"}, "rounded": {"value"},
		"band": {}, "count": {"numerator", "denominator", "people", "population"}, "not yet half": {"denominator", "people", "population"},
		"everything": {"value", "numerator", "denominator", "people", "population", "low", "high", "low_all", "high_all"}}[shown]
	if shown == "rounded" {
		fields["value"] = [2]*float64{got.Value, numberOf(k.fives(*want.value))}
	}
	may := map[string]bool{}
	for _, name := range visible {
		may[name] = true
	}
	for name, pair := range fields {
		if !may[name] {
			pair[1] = nil
		}
		if !numbersAgree(pair[0], pair[1]) {
			r.Errorf("%s, %s: %s is %s, want %s", r.audience, key, name, numberText(pair[0]), numberText(pair[1]))
		}
	}
	return shown == "everything" || shown == "count"
}

// fives is a value in steps of five points.
func (k reckoner) fives(x float64) float64 {
	if k.kind == "mean" {
		return math.Round(x/5) * 5
	}
	return math.Round(x*20) / 20
}

// seen is how much of a figure the gate lets through.
func (k reckoner) seen(f reckonedFigure) string {
	n := *f.denominator
	unanimous := false
	switch {
	case n == 0:
		return "nothing"
	case k.protects == "hidden":
		return "nothing"
	case k.kind == "gap":
		if silent := f.people - int(n); n < 10 || silent > 0 && silent < 5 {
			return "nothing"
		}
		return "everything"
	case k.protects == "sensitive" && f.people >= 5 && *f.numerator <= 4:
		return "band"
	case k.protects == "sensitive" && n-*f.numerator <= 4:
		return "nothing"
	case k.protects == "event":
		return "everything"
	case k.protects == "stories" && f.value == nil:
		return "not yet half"
	case k.protects == "stories" && k.kind == "pairs" && n < 20:
		return "count"
	case k.protects == "stories":
		return "everything"
	case k.kind == "share":
		unanimous = n-*f.numerator <= 1 || *f.numerator <= 1 || *f.value >= 0.95 || *f.value <= 0.05
	case k.kind == "mean":
		unanimous = *f.value >= 95 || *f.value <= 5
	}
	switch {
	case f.people < 5 || unanimous && f.people < 8:
		return "nothing"
	case unanimous:
		return "words"
	case f.people < 10:
		return "rounded"
	}
	return "everything"
}

func wholeNumber(n *int) *float64 {
	if n == nil {
		return nil
	}
	return numberOf(float64(*n))
}

func numbersAgree(a, b *float64) bool {
	if a == nil || b == nil {
		return a == b
	}
	return math.Abs(*a-*b) < 1e-7*math.Max(1, math.Abs(*b))
}

func numberText(x *float64) string {
	if x == nil {
		return "nothing"
	}
	return fmt.Sprint(*x)
}
