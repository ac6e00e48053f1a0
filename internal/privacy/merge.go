package privacy

import (
	"cmp"
	"slices"
	"strings"
)

// Size is a group of a breakdown and how many people are in it.
type Size struct {
	Label  string
	People int
}

// Other is the label of groups put together because each was too small.
const Other = "other"

// MergeSmall puts together groups of 1 to least−1 people: ordered ones with the
// next lower (order lists them from the highest), others into "other"; if that
// is still too small, the smallest shown group joins it. The answer leads every
// label to the one to show it under; empty groups keep theirs.
func MergeSmall(sizes []Size, order []string, least int) map[string]string {
	under := map[string]string{}
	for _, s := range sizes {
		under[s.Label] = s.Label
	}
	if len(order) > 0 {
		mergeOrdered(sizes, order, least, under)
		return under
	}
	mergeOthers(sizes, least, under)
	return under
}

func mergeOthers(sizes []Size, least int, under map[string]string) {
	sorted := slices.Clone(sizes)
	slices.SortFunc(sorted, func(a, b Size) int {
		return cmp.Or(cmp.Compare(a.People, b.People), strings.Compare(a.Label, b.Label))
	})
	merged := 0
	for _, s := range sorted {
		if s.People > 0 && (s.People < least || merged > 0 && merged < least) {
			under[s.Label] = Other
			merged += s.People
		}
	}
}

// mergeOrdered walks from the highest group down, carrying what is too small;
// what is left at the bottom joins the group above it.
func mergeOrdered(sizes []Size, order []string, least int, under map[string]string) {
	type band struct {
		labels []string
		people int
	}
	var bands []band
	carried := band{}
	for _, label := range ranked(sizes, order) {
		at := slices.IndexFunc(sizes, func(s Size) bool { return s.Label == label })
		if sizes[at].People == 0 {
			continue
		}
		carried.labels, carried.people = append(carried.labels, label), carried.people+sizes[at].People
		if carried.people >= least {
			bands = append(bands, carried)
			carried = band{}
		}
	}
	if carried.people > 0 && len(bands) > 0 {
		last := &bands[len(bands)-1]
		last.labels = append(last.labels, carried.labels...)
	} else if carried.people > 0 {
		bands = append(bands, carried)
	}
	for _, b := range bands {
		for _, label := range b.labels {
			under[label] = strings.Join(b.labels, " + ")
		}
	}
}

// ranked are the labels of sizes: those of order in its order, then the others
// by name.
func ranked(sizes []Size, order []string) []string {
	var all []string
	for _, s := range sizes {
		all = append(all, s.Label)
	}
	place := func(label string) int {
		if at := slices.Index(order, label); at >= 0 {
			return at
		}
		return len(order)
	}
	slices.SortFunc(all, func(a, b string) int {
		return cmp.Or(cmp.Compare(place(a), place(b)), strings.Compare(a, b))
	})
	return all
}

// CellsSafe reports whether no cell of a table of people by attribute holds 1 to
// 4 people.
func CellsSafe(people []float64) bool {
	return !slices.ContainsFunc(people, func(n float64) bool { return n >= 1 && n < remainderLeast })
}
