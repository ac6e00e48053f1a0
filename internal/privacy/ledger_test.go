package privacy

import (
	"fmt"
	"slices"
	"testing"
)

func people(from, to int) []string {
	var all []string
	for i := from; i < to; i++ {
		all = append(all, fmt.Sprintf("p%03d", i))
	}
	return all
}

func TestDifferencesOfOneToFourAreFound(t *testing.T) {
	total := Group{"applied_rate", "all", people(0, 25)}
	for name, c := range map[string]struct {
		fresh, released []Group
		want            int
	}{
		"the same people again":     {[]Group{total}, []Group{total}, 0},
		"one more answer":           {[]Group{{"applied_rate", "all", people(0, 26)}}, []Group{total}, 1},
		"four fewer":                {[]Group{{"applied_rate", "some", people(4, 25)}}, []Group{total}, 1},
		"five fewer":                {[]Group{{"applied_rate", "some", people(5, 25)}}, []Group{total}, 0},
		"another figure":            {[]Group{{"realized_rate", "all", people(0, 24)}}, []Group{total}, 0},
		"one exchanged for another": {[]Group{{"applied_rate", "else", people(1, 26)}}, []Group{total}, 1},
		"one out and four in":       {[]Group{{"applied_rate", "else", people(1, 29)}}, []Group{total}, 1},
		"five exchanged for five":   {[]Group{{"applied_rate", "else", people(5, 30)}}, []Group{total}, 0},
		"a total and parts that leave three": {
			[]Group{total, {"applied_rate", "a", people(0, 11)}, {"applied_rate", "b", people(11, 22)}}, nil, 1},
		"a total and all its parts": {
			[]Group{total, {"applied_rate", "a", people(0, 12)}, {"applied_rate", "b", people(12, 25)}}, nil, 0},
		"old releases among themselves": {nil, []Group{total, {"applied_rate", "b", people(0, 24)}}, 0},
	} {
		t.Run(name, func(t *testing.T) {
			for _, g := range append(slices.Clone(c.fresh), c.released...) {
				slices.Sort(g.Members)
			}
			if got := Conflicts(c.fresh, c.released, 5); len(got) != c.want {
				t.Errorf("%d conflicts, want %d: %v", len(got), c.want, got)
			}
		})
	}
}
