package metrics

import (
	"context"

	"valuetrail/internal/privacy"
	"valuetrail/queries"
)

// levels is the order of the one attribute that has one.
var levels = []string{"core", "active", "occasional", "peripheral", "dormant"}

// mergeGroups puts groups of fewer people than may be shown together, line by
// line, and adds their figures up; order statistics are worked out again.
func mergeGroups(ctx context.Context, src Source, ind queries.Indicator, s Scope, g *ground, all []figure) ([]figure, error) {
	place := placing(all, s, g)
	var merged []figure
	at := map[line]int{}
	for _, f := range all {
		l := place(f.line())
		f.group = l.group
		if i, ok := at[l]; ok && isGap(ind) {
			merged[i] = gapTogether(merged[i], f)
			continue
		} else if ok {
			merged[i] = together(merged[i], f)
			continue
		}
		at[l] = len(merged)
		merged = append(merged, f)
	}
	for i := range merged {
		merged[i].value = valueOf(ind.Kind, merged[i])
	}
	if !ordered(ind.Kind) && !skewed(ind) {
		return merged, nil
	}
	seen, err := observations(ctx, src, ind, s)
	if err != nil {
		return nil, err
	}
	by := map[line][]observation{}
	for _, o := range seen {
		if o.x != nil {
			by[place(o.line)] = append(by[place(o.line)], o)
		}
	}
	withEmptyClasses(ind, by)
	for i := range merged {
		ofOrder(&merged[i], ind, by[merged[i].line()])
	}
	return merged, nil
}

// placing leads each line to the one its group is shown under.
func placing(all []figure, s Scope, g *ground) func(line) line {
	under := map[line]string{}
	for key, sizes := range groupSizes(all) {
		var order []string
		if s.By == "level" {
			order = levels
		}
		for label, to := range privacy.MergeSmall(sizes, order, g.threshold(key.community).Group) {
			at := key
			at.group = label
			under[at] = to
		}
	}
	return func(l line) line {
		part := l.part
		l.part = ""
		if to, ok := under[l]; ok {
			l.group = to
		}
		l.part = part
		return l
	}
}

// groupSizes are the groups of each line and the most people any class of them
// has.
func groupSizes(all []figure) map[line][]privacy.Size {
	most := map[line]int{}
	var order []line
	for _, f := range all {
		l := f.line()
		l.part = ""
		if _, ok := most[l]; !ok {
			order = append(order, l)
		}
		most[l] = max(most[l], f.people)
	}
	sizes := map[line][]privacy.Size{}
	for _, l := range order {
		key := l
		key.group = ""
		sizes[key] = append(sizes[key], privacy.Size{Label: l.group, People: most[l]})
	}
	return sizes
}

// together adds two groups up: nobody is in both.
func together(a, b figure) figure {
	a.numerator = sum(a.numerator, b.numerator)
	a.denominator += b.denominator
	a.people += b.people
	a.population += b.population
	a.spread = nil
	return a
}

func sum(a, b *float64) *float64 {
	switch {
	case a == nil:
		return b
	case b == nil:
		return a
	}
	s := *a + *b
	return &s
}

func valueOf(kind string, f figure) *float64 {
	switch {
	case kind == "gap":
		return f.value
	case f.numerator == nil:
		return nil
	case kind == "count", kind == "sum":
		return f.numerator
	case f.denominator == 0:
		return nil
	}
	v := *f.numerator / f.denominator
	return &v
}
