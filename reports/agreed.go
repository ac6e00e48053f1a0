package reports

import (
	"cmp"
	"math"
	"slices"

	"valuetrail/metrics"
)

// agreementsOn says when, by whom and why the targets of an indicator were set,
// also those that single terms had: first those of an unknown day, then the
// oldest.
func (c *composer) agreementsOn(id string) string {
	var set []metrics.Reading
	for _, byTerm := range []bool{false, true} {
		for _, a := range c.answers(id, byTerm) {
			for _, r := range a.Readings {
				if r.Cohort == c.Cohort && r.Agreed != nil && r.Target != nil {
					set = append(set, r)
				}
			}
		}
	}
	slices.SortStableFunc(set, func(a, b metrics.Reading) int {
		return cmp.Or(cmp.Compare(dayOr0(a.Agreed.On), dayOr0(b.Agreed.On)), cmp.Compare(*a.Target, *b.Target))
	})
	var says []string
	for _, r := range set {
		on := any("")
		if r.Agreed.On != nil {
			on = *r.Agreed.On
		}
		key, target := "agreed.told."+r.Unit, *r.Target
		if !c.print.Has("report." + key) {
			key = "agreed.told.count"
		}
		if r.Unit != "percent" {
			target = math.Round(target*100) / 100
		}
		says = append(says, c.say(key, target, on, r.Agreed.By, sentence(r.Agreed.Why)))
	}
	return join(unique(says)...)
}

func dayOr0(day *int) int {
	if day == nil {
		return 0
	}
	return *day
}
