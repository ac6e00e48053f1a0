package metrics

import (
	"maps"
	"math"
	"slices"
	"strings"

	"valuetrail/metrics/stat"
	"valuetrail/queries"
)

// readLeast is how many choices it takes for a coefficient: of fewer it would say
// next to nothing.
const readLeast = 30

// fewRead is the note of a figure without a coefficient for that.
const fewRead = "few_read"

// accord is how far readers agree on what all of them could choose.
type accord struct {
	agree, differ int
	// agreed is the share of the choices they agree on, yes that of all marks that
	// say yes; kappa is Cohen's, of two readers and enough choices.
	agreed, yes float64
	kappa       *float64
}

func isAccord(ind queries.Indicator) bool { return ind.Kind == "agreement" }

// choices are the marks of the readers, reader by reader, of each thing that was
// marked by two or more.
func choices(seen []observation) map[string]map[string]float64 {
	all := map[string]map[string]float64{}
	for _, o := range seen {
		if o.x != nil {
			put(all, o.subject, o.person, *o.x)
		}
	}
	maps.DeleteFunc(all, func(_ string, marks map[string]float64) bool { return len(marks) < 2 })
	return all
}

// unanimous reports whether all readers made the same mark.
func unanimous(marks map[string]float64) bool {
	all := slices.Sorted(maps.Values(marks))
	return all[0] == all[len(all)-1]
}

// ofReaders works out how far readers agree: the value is Krippendorff's α, with a
// range over the stories that the things belong to, the numerator what they agree
// on, the denominator all things, the people the readers.
func ofReaders(f *figure, seen []observation) {
	f.value, f.numerator, f.low, f.high = nil, nil, nil, nil
	all := choices(seen)
	codes, stories := coded(all)
	f.denominator, f.people = float64(len(codes)), 0
	if len(codes) == 0 {
		return
	}
	f.people = len(codes[0])
	a := &accord{}
	yes, marked := 0.0, 0.0
	for _, marks := range all {
		for _, mark := range marks {
			yes, marked = yes+mark, marked+1
		}
		if unanimous(marks) {
			a.agree++
		}
	}
	a.differ = len(codes) - a.agree
	a.agreed, a.yes = float64(a.agree)/float64(len(codes)), yes/marked
	agree := float64(a.agree)
	f.numerator, f.accord = &agree, a
	if len(codes) < readLeast {
		return
	}
	e := stat.AlphaOfGroups(codes, stories, stat.Nominal)
	f.value = defined(e.Value)
	if e.Interval.Defined() {
		f.low, f.high = &e.Interval.Low, &e.Interval.High
	}
	a.kappa = kappaOf(codes)
}

// coded has a row for each thing and in it the mark of each reader, NaN for none,
// and beside it the story that the thing belongs to.
func coded(all map[string]map[string]float64) (codes [][]float64, stories []string) {
	readers := map[string]bool{}
	for _, marks := range all {
		for reader := range marks {
			readers[reader] = true
		}
	}
	names := slices.Sorted(maps.Keys(readers))
	for _, thing := range slices.Sorted(maps.Keys(all)) {
		row := make([]float64, len(names))
		for i, reader := range names {
			mark, made := all[thing][reader]
			if !made {
				mark = math.NaN()
			}
			row[i] = mark
		}
		story := thing
		if at := strings.LastIndexByte(thing, '/'); at > 0 {
			story = thing[:at]
		}
		codes, stories = append(codes, row), append(stories, story)
	}
	return codes, stories
}

// kappaOf is Cohen's κ of two readers, nil for more or where there is none.
func kappaOf(codes [][]float64) *float64 {
	if len(codes[0]) != 2 {
		return nil
	}
	var first, second []float64
	for _, row := range codes {
		first, second = append(first, row[0]), append(second, row[1])
	}
	table, _, reason := stat.CrossTable(first, second)
	if reason != "" {
		return nil
	}
	return defined(stat.CohenKappa(table).Value)
}

// disagreements are the observations of things that readers do not mark alike: what
// they have to talk about.
func disagreements(seen []observation) []observation {
	all := choices(seen)
	return slices.DeleteFunc(slices.Clone(seen), func(o observation) bool {
		marks, read := all[o.subject]
		return !read || unanimous(marks)
	})
}

// said are the parts of a sentence about readers; each is blank for other figures.
// How sure a coefficient is, is said by Krippendorff's own bounds.
func (f figure) said(p Printer) []any {
	if f.accord == nil {
		return []any{"", "", "", "", "", "", ""}
	}
	a, sure := f.accord, ""
	switch {
	case f.value == nil:
	case *f.value < 0.667:
		sure = p.Say("reading.accord.weak")
	case *f.value < 0.8:
		sure = p.Say("reading.accord.tentative")
	default:
		sure = p.Say("reading.accord.sound")
	}
	return []any{a.differ, a.agreed, a.yes, hundredths(a.kappa), hundredths(f.low), hundredths(f.high), sure}
}
