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
	total := Group{Figure: "applied_rate", Name: "all", Members: people(0, 25)}
	for name, c := range map[string]struct {
		fresh, released []Group
		want            int
	}{
		"the same people again":     {[]Group{total}, []Group{total}, 0},
		"one more answer":           {[]Group{{Figure: "applied_rate", Name: "all", Members: people(0, 26)}}, []Group{total}, 1},
		"four fewer":                {[]Group{{Figure: "applied_rate", Name: "some", Members: people(4, 25)}}, []Group{total}, 1},
		"five fewer":                {[]Group{{Figure: "applied_rate", Name: "some", Members: people(5, 25)}}, []Group{total}, 0},
		"another figure":            {[]Group{{Figure: "realized_rate", Name: "all", Members: people(0, 24)}}, []Group{total}, 0},
		"one exchanged for another": {[]Group{{Figure: "applied_rate", Name: "else", Members: people(1, 26)}}, []Group{total}, 1},
		"one out and four in":       {[]Group{{Figure: "applied_rate", Name: "else", Members: people(1, 29)}}, []Group{total}, 1},
		"five exchanged for five":   {[]Group{{Figure: "applied_rate", Name: "else", Members: people(5, 30)}}, []Group{total}, 0},
		"a total and parts that leave three": {
			[]Group{total, {Figure: "applied_rate", Name: "a", Members: people(0, 11)}, {Figure: "applied_rate", Name: "b", Members: people(11, 22)}}, nil, 1},
		"a total and all its parts": {
			[]Group{total, {Figure: "applied_rate", Name: "a", Members: people(0, 12)}, {Figure: "applied_rate", Name: "b", Members: people(12, 25)}}, nil, 0},
		"old releases among themselves": {nil, []Group{total, {Figure: "applied_rate", Name: "b", Members: people(0, 24)}}, 0},
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

// A round may be called otherwise, a whole file be read in again under other
// names: then no member is known again, and the marks of the answers are.
func TestTheSameAnswersAreKnownUnderAnotherName(t *testing.T) {
	group := func(cohort, period string, members, marks []string, shows string) Group {
		return Group{Figure: "applied_rate", Name: "all", Cohort: cohort, Period: period, Members: members, Marks: marks, Shows: shows}
	}
	then, old := group("a", "autumn", people(0, 20), people(500, 520), "0.7 20"), group("a", "autumn", people(0, 20), nil, "0.7 20")
	for name, c := range map[string]struct {
		now, then Group
		want      int
		unknown   bool
	}{
		"one more":                          {group("a", "autumn", people(100, 121), people(500, 521), "0.67 21"), then, 1, false},
		"one more, beside the whole time":   {group("a", "all", people(100, 121), people(500, 521), "0.67 21"), then, 1, false},
		"one says otherwise":                {group("a", "autumn", people(0, 20), people(501, 521), "0.75 20"), then, 1, false},
		"nothing else":                      {group("a", "autumn", people(100, 120), people(500, 520), "0.7 20"), then, 0, false},
		"five more":                         {group("a", "autumn", people(100, 125), people(500, 525), "0.6 25"), then, 0, false},
		"another round":                     {group("a", "autumn", people(100, 121), people(600, 621), "0.67 21"), then, 0, false},
		"another cohort":                    {group("b", "autumn", people(100, 121), people(500, 521), "0.67 21"), then, 0, false},
		"no marks then, the same":           {group("a", "autumn", people(0, 20), people(500, 520), "0.7 20"), old, 0, false},
		"no marks then, says otherwise":     {group("a", "autumn", people(0, 20), people(501, 521), "0.75 20"), old, 1, true},
		"no marks then, attendance only":    {group("a", "autumn", people(0, 20), people(501, 521), ""), old, 0, false},
		"no marks then, all strangers":      {group("a", "autumn", people(100, 121), people(500, 521), "0.67 21"), old, 1, true},
		"no marks then, a later term":       {group("a", "spring", people(100, 121), people(500, 521), "0.67 21"), old, 0, false},
		"no marks then, a later round":      {group("a", "all", people(100, 121), people(500, 521), "0.67 21"), group("a", "all", people(0, 20), nil, "0.7 20"), 0, false},
		"no marks then, five more":          {group("a", "autumn", people(100, 125), people(500, 525), "0.6 25"), old, 0, false},
		"no marks then, five more and five": {group("a", "autumn", people(0, 25), people(500, 525), "0.6 25"), old, 0, false},
	} {
		t.Run(name, func(t *testing.T) {
			got := Conflicts([]Group{c.now}, []Group{c.then}, 5)
			if len(got) != c.want || c.want > 0 && got[0].Unknown != c.unknown {
				t.Errorf("%+v, want %d, unknown %t", got, c.want, c.unknown)
			}
		})
	}
}
