package reports

import (
	"cmp"
	"slices"
	"strings"

	"valuetrail/metrics"
)

// The indicators whose classes are made of cycles.
const (
	flowCount       = "flow_count"
	valueByActivity = "value_by_activity"
)

// titleOf is what an indicator is called among figures: by its plain words where
// its title is a term of the framework, its id where nobody asked it.
func (c *composer) titleOf(id string) string { return c.plain(id, c.answerOf(id).Indicator.Title) }

// plain is a title in plain words.
func (c *composer) plain(id, title string) string {
	if key := "report.name." + id; c.print.Has(key) {
		return c.print.Say(key)
	}
	return cmp.Or(title, id)
}

// comparedName is what a comparison is about: the figure and its part.
func (c *composer) comparedName(x metrics.Comparison) string {
	title := c.titleOf(x.Indicator)
	if x.Title != "" {
		title = c.plain(x.Indicator, x.Title)
	}
	if x.Part == "" {
		return title
	}
	name := c.partName(x.Indicator, x.Part)
	if x.This.Title != "" {
		name = x.This.Title
		if strings.HasSuffix(x.Part, ever) {
			name = c.say("practices.ever", name)
		}
	}
	return c.say("years.part", title, name)
}

// partName is a part of an indicator in plain words.
func (c *composer) partName(id, part string) string {
	switch id {
	case flowCount:
		link, loop := strings.CutSuffix(part, " (loop)")
		if from, to, found := strings.Cut(link, " → "); found && loop {
			return c.say("name.loop", c.cycleName(from), c.cycleName(to))
		} else if found {
			return c.say("name.flow", c.cycleName(from), c.cycleName(to))
		}
	case valueByActivity:
		if kind, cycle, found := strings.Cut(part, ": "); found {
			return c.say("name.activity", c.kindName(kind), c.cycleName(cycle))
		}
	}
	for _, key := range []string{"report.part." + id + "." + part, "report.level." + levelKey(part)} {
		if c.print.Has(key) {
			return c.print.Say(key)
		}
	}
	return c.cycleName(part)
}

// cycleName is the plain question of a cycle; other words stay as they are.
func (c *composer) cycleName(cycle string) string {
	if key := "cycle." + cycle + ".title"; c.print.Has(key) {
		return c.print.Say(key)
	}
	return strings.ReplaceAll(cycle, "_", " ")
}

// kindName is what a kind of session is called.
func (c *composer) kindName(kind string) string {
	if key := "report.kind." + kind; c.print.Has(key) {
		return c.print.Say(key)
	}
	return strings.ReplaceAll(kind, "_", " ")
}

// place is how far down a list a figure stands: those of page one first, each
// with its terms, then other figures, then their parts.
func (c *composer) place(id, part string, isTerm bool) int {
	matters := []string{c.Primary, appliedRate, realizedRate, measureChange, attendanceRate, immediateScore, negativeAnswers, reachRate, responseRate, timeToUse}
	at := slices.Index(matters, id)
	switch {
	case at < 0 && part == "":
		return 2 * len(matters)
	case at < 0:
		return 2*len(matters) + 1
	case isTerm:
		return 2*at + 1
	}
	return 2 * at
}
