package reports

import (
	"math"
	"slices"
)

// agreementsOn says when, by whom and why the targets of an indicator were set:
// that of the whole time, then others that single terms had.
func (c *composer) agreementsOn(id string) string {
	var says []string
	for _, byTerm := range []bool{false, true} {
		for _, a := range c.answers(id, byTerm) {
			for _, r := range a.Readings {
				if r.Cohort != c.Cohort || r.Agreed == nil || r.Target == nil {
					continue
				}
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
				if told := c.say(key, target, on, r.Agreed.By, sentence(r.Agreed.Why)); !slices.Contains(says, told) {
					says = append(says, told)
				}
			}
		}
	}
	return join(says...)
}
