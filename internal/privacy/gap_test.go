package privacy

import "testing"

// gap is one cohort's gap between so many who answered and so many silent.
func gap(cohort string, answered, silent int) Entry {
	value := 0.1
	return Entry{Cohort: cohort, Figure: Figure{Protects: "answers", Value: &value, People: answered, Denominator: float64(answered), Silent: silent}}
}

func TestGapsNeedEnoughPeopleOnBothSides(t *testing.T) {
	for name, c := range map[string]struct {
		entries []Entry
		want    []Verdict
	}{
		"enough":                   {[]Entry{gap("a", 10, 5)}, []Verdict{Exact}},
		"nobody was silent":        {[]Entry{gap("a", 24, 0)}, []Verdict{Exact}},
		"one was silent":           {[]Entry{gap("a", 24, 1)}, []Verdict{Protected}},
		"four were silent":         {[]Entry{gap("a", 24, 4)}, []Verdict{Protected}},
		"nine answered":            {[]Entry{gap("a", 9, 20)}, []Verdict{Protected}},
		"all but two silent ones":  {[]Entry{gap("a", 20, 9), gap("b", 20, 2), gap("", 40, 11)}, []Verdict{Exact, Protected, Protected}},
		"all but four answers":     {[]Entry{gap("a", 20, 9), gap("b", 4, 9), gap("", 24, 18)}, []Verdict{Exact, Protected, Protected}},
		"all but seven answers":    {[]Entry{gap("a", 20, 9), gap("b", 7, 9), gap("", 27, 18)}, []Verdict{Exact, Protected, Exact}},
		"two small ones together":  {[]Entry{gap("a", 20, 2), gap("b", 20, 3), gap("", 40, 5)}, []Verdict{Protected, Protected, Exact}},
		"a cohort without silence": {[]Entry{gap("a", 20, 9), gap("b", 20, 0), gap("", 40, 9)}, []Verdict{Exact, Exact, Exact}},
	} {
		totals := map[string]Figure{}
		for _, e := range c.entries {
			totals[e.Cohort] = e.Figure
		}
		Gaps(c.entries, totals, Usual)
		for i, e := range c.entries {
			if e.Verdict != c.want[i] {
				t.Errorf("%s: %q is %s, want %s", name, e.Cohort, e.Verdict, c.want[i])
			}
		}
	}
}

func TestGroupsOfAGapLeaveNoFewOnEitherSide(t *testing.T) {
	groups := []Entry{gap("a", 12, 6), gap("a", 12, 6), gap("a", 12, 3)}
	for i := range groups {
		groups[i].Group = string(rune('x' + i))
	}
	Gaps(groups, map[string]Figure{"a": gap("a", 36, 15).Figure}, Usual)
	told := 0
	for _, e := range groups {
		if e.Verdict != Protected {
			told++
		}
	}
	if told > 1 || groups[2].Verdict != Protected {
		t.Errorf("the three who were silent in the last group are what two groups leave: %v %v %v", groups[0].Verdict, groups[1].Verdict, groups[2].Verdict)
	}
}
