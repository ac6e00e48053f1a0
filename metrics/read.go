package metrics

import (
	"math"
	"slices"
	"strings"

	"valuetrail/internal/privacy"
	"valuetrail/internal/vocabulary"
	"valuetrail/queries"
)

// read is a figure as the verdict lets it be seen. What may not be seen is not
// in it.
func read(ind queries.Indicator, f figure, v privacy.Verdict, note string, p Printer) Reading {
	r := Reading{Indicator: ind.ID, Community: f.community, Cohort: f.cohort, Period: f.period, Group: f.group, Part: f.part, Unit: ind.Unit, Title: f.named.title}
	if note != "" {
		return unseen(ind, r, f, v, note, p)
	}
	switch v {
	case privacy.Exact:
		r.Value, r.Numerator, r.Denominator = rounded(f.value), rounded(f.numerator), rounded(&f.denominator)
		r.People, r.Population = &f.people, &f.population
		r.Low, r.High, r.LowAll, r.HighAll = rounded(f.low), rounded(f.high), rounded(f.lowAll), rounded(f.highAll)
		r.Baseline, r.Target = rounded(f.named.baseline), rounded(f.named.target)
		r.Moved = f.named.moved(f.value)
		r.Text = exactly(ind, f, p)
		if isBand(f.part) && byLevel(ind) {
			r.Text, r.Note = p.Say("reading.levels", r.Text), banded
		}
	case privacy.CountOnly:
		r.Numerator, r.Denominator = rounded(f.numerator), rounded(&f.denominator)
		r.People, r.Population = &f.people, &f.population
		r.Text, r.Note = countOnly(ind, f, p), string(v)
	case privacy.Rounded:
		value := privacy.Round(*f.value, isShare(ind))
		r.Value = rounded(&value)
		r.Text = p.Say("reading.rounded_"+shape(ind), value)
	case privacy.NearlyAll, privacy.NearlyNone:
		r.People, r.Population = &f.people, &f.population
		r.Text, r.Note = p.Say("reading."+string(v)+"_"+shape(ind), f.people), string(v)
	case privacy.Band:
		r.Text, r.Note = p.Say("reading.band", privacy.Most), string(v)
	default:
		r.Text, r.Note = p.Say("note.protected"), string(privacy.Protected)
		return r
	}
	r.Shown = true
	return r
}

// unseen is a reading without a value and why. Without a member list it still
// counts people where headcounts are no secret.
func unseen(ind queries.Indicator, r Reading, f figure, v privacy.Verdict, note string, p Printer) Reading {
	r.Note, r.Text = note, p.Say("note."+note)
	if need, ok := strings.CutPrefix(note, "needs:"); ok {
		sheet, _ := vocabulary.SheetOf(vocabulary.Kind(need))
		r.Text = p.Say("note.needs", lowerFirst(sheet.Title))
	}
	if isAccord(ind) && f.accord != nil && v != privacy.Protected {
		r.Shown, r.Numerator, r.Denominator = true, rounded(f.numerator), rounded(&f.denominator)
		r.People, r.Population = &f.people, &f.population
		r.Text = inItsWords(ind, f, p)
		return r
	}
	if note == "not_computable" && ind.Protects == "stories" && v != privacy.Protected {
		r.Shown, r.People, r.Population, r.Denominator = true, &f.people, &f.population, rounded(&f.denominator)
		r.Text = p.Say("reading.not_yet_half", f.people)
	}
	return r
}

func lowerFirst(s string) string {
	if s == "" {
		return s
	}
	return strings.ToLower(s[:1]) + s[1:]
}

func isShare(ind queries.Indicator) bool { return strings.HasSuffix(ind.Kind, "share") }

// shape is the ending of the keys of a sentence about a figure.
func shape(ind queries.Indicator) string {
	if isShare(ind) {
		return "share"
	}
	return "score"
}

// inItsWords says a figure in the sentence that its indicator, its part of it or its
// kind has of its own, or that it has for none at all; "" where there is none.
func inItsWords(ind queries.Indicator, f figure, p Printer) string {
	title, unit := f.named.title, f.named.unit
	if title == "" {
		title = f.part
	}
	names := []string{ind.ID + "." + f.part, ind.ID + "." + f.named.aspect, ind.ID, "kind_" + ind.Kind}
	if f.numerator != nil && *f.numerator == 0 {
		names = slices.Insert(names, 0, ind.ID+".none")
	}
	moved := ""
	if way := f.named.moved(f.value); way != "" {
		moved = p.Say("reading.moved." + string(way))
	}
	for _, name := range names {
		key := "reading.of." + name
		words := p.Say(key, append([]any{spoken(ind, f.value), tenths(f.numerator), f.denominator, f.people, f.population,
			title, unit, hundredths(f.named.baseline), hundredths(f.named.target), moved, tenths(f.beside), tenths(f.spread)}, f.said(p)...)...)
		if words != key {
			return words
		}
	}
	return ""
}

// spoken is a value as a sentence takes it: a fraction whole, what has a unit of
// its own and what lies between 0 and 1 in hundredths, anything else in tenths.
func spoken(ind queries.Indicator, value *float64) any {
	switch {
	case (isShare(ind) || ind.Unit == "percent") && value != nil:
		return *value
	case ind.Unit == "own" || ind.Unit == "index":
		return hundredths(value)
	}
	return tenths(value)
}

// tenths is x with one decimal, blank for nil so that its part of a sentence
// falls away.
func tenths(x *float64) any {
	if x == nil {
		return ""
	}
	return math.Round(*x*10) / 10
}

// hundredths is x with two decimals, blank for nil.
func hundredths(x *float64) any {
	if x == nil {
		return ""
	}
	return math.Round(*x*100) / 100
}

// countOnly says k of n and no percentage.
func countOnly(ind queries.Indicator, f figure, p Printer) string {
	f.value = nil
	if words := inItsWords(ind, f, p); words != "" {
		return words
	}
	return p.Say("reading.count_of", *f.numerator, f.denominator)
}

// exactly says a figure with everything that is known of it.
func exactly(ind queries.Indicator, f figure, p Printer) string {
	low, high, lowAll, highAll := any(""), any(""), any(""), any("")
	if f.low != nil && f.high != nil {
		low, high = *f.low, *f.high
	}
	if f.lowAll != nil && f.highAll != nil && float64(f.population) > f.denominator {
		lowAll, highAll = *f.lowAll, *f.highAll
	}
	if f.sides != nil {
		return f.bothTold(p)
	}
	if words := inItsWords(ind, f, p); words != "" {
		return words
	}
	switch {
	case tellsMix(ind):
		return mix(f, p)
	case ind.Kind == "gap":
		return ofBothSides(f, p)
	case ind.Kind == "pair_share" && ind.Evidence != "stories":
		return p.Say("reading.rate", *f.value)
	case isShare(ind):
		return p.Say("reading.share", *f.numerator, f.denominator, *f.value, low, high, f.population, lowAll, highAll)
	case ind.Unit == "score":
		return p.Say("reading.score", *f.value, f.people, low, high)
	case ind.Unit == "days":
		return p.Say("reading.days", math.Round(*f.value*10)/10, f.people, low, high)
	}
	return p.Say("reading.count", math.Round(*f.value*10)/10, p.Say("unit."+ind.Unit))
}
