package metrics

import "testing"

// Each by hand: began, the value, the target, and which way was wished for.
func TestAMeasureIsHeldAgainstTheWayThatWasWishedFor(t *testing.T) {
	none := -1.0
	cases := map[string]struct {
		began, value, target float64
		better               string
		want                 Moved
	}{
		"24 to 16 days, 14 wanted":              {24, 16, 14, "less", Towards},
		"21 to 14 days, 14 wanted":              {21, 14, 14, "less", Reached},
		"21 to 13.999, printed as 14":           {21, 13.999, 14, "less", Reached},
		"14.004, printed as 14":                 {21, 14.004, 14, "less", Reached},
		"14.01 is not 14":                       {21, 14.01, 14, "less", Towards},
		"21 to 22 days, 14 wanted":              {21, 22, 14, "less", WrongWay},
		"6 to 7 vacancies, less is better":      {6, 7, none, "less", WrongWay},
		"6 to 5 vacancies, less is better":      {6, 5, none, "less", RightWay},
		"6 to 7 members, more is better":        {6, 7, none, "more", RightWay},
		"6 to 6":                                {6, 6.001, none, "more", Still},
		"10 to 12, at most 14 wanted":           {10, 12, 14, "less", Within},
		"14 at the beginning and now":           {14, 14, 14, "less", Reached},
		"no beginning, there":                   {none, 13, 14, "less", Reached},
		"no beginning, not there":               {none, 15, 14, "less", NotReached},
		"nobody said, but 14 is below 21":       {21, 16, 14, "", Towards},
		"nobody said, but 30 is above 21":       {21, 20, 30, "", WrongWay},
		"nobody said and nothing to go by":      {21, 20, none, "", ""},
		"nobody said and no way from 14 to 14":  {14, 20, 14, "", ""},
		"nothing to hold it against, less said": {none, 20, none, "less", ""},
	}
	maybe := func(x float64) *float64 {
		if x == none {
			return nil
		}
		return &x
	}
	for name, c := range cases {
		n := partName{better: c.better, baseline: maybe(c.began), target: maybe(c.target)}
		if got := n.moved(&c.value); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
	if got := (partName{better: "less"}).moved(nil); got != "" {
		t.Errorf("no value: %q", got)
	}
}
