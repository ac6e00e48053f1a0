package reports

import (
	"slices"
	"strings"

	"valuetrail/metrics"
)

// levels are how many members take part how much: at five levels, or in the two
// bands that a reader gets where a level has few people.
func (c *composer) levels() Figure {
	if len(c.answers(levelShare, false)) == 0 || isNeed(c.whole(levelShare, "core")) {
		return Figure{}
	}
	f := Figure{ID: "levels", Title: c.levelTitle(), Sentence: c.say("levels.untold"), Caption: c.say("levels.caption", c.Span), Counted: []string{c.countedOf(levelShare)},
		Table: Table{Title: c.say("levels.table"), Columns: []TableColumn{{Heading: c.say("column.level")}, {Heading: c.say("column.members"), Number: true}, {Heading: c.say("column.share_members"), Number: true, Unit: "percent"}}}}
	unknown := true
	for _, level := range c.levelParts() {
		r, words := c.whole(levelShare, level), c.say("level."+levelKey(level))
		unknown = unknown && r.Note == noData
		f.Table.Rows = append(f.Table.Rows, []TableCell{textCell(c.say("level.row", words, level)), c.numberCell(r, r.Numerator), c.percentCell(r)})
	}
	switch says := c.levelSentence("levels.sentence"); {
	case says != "":
		f.Sentence = says
	case unknown:
		f.Sentence = c.say("levels.unknown")
	}
	return f
}

// levelSentence is how many members take part how much, as far as it is told, in
// the words of a key.
func (c *composer) levelSentence(key string) string {
	if len(c.answers(levelShare, false)) == 0 || isNeed(c.whole(levelShare, "core")) {
		return ""
	}
	var says []string
	for _, level := range c.levelParts() {
		if r := c.whole(levelShare, level); tellingOf(r) == exact && r.Numerator != nil {
			says = append(says, c.say("levels.part", *r.Numerator, c.say("level."+levelKey(level))))
		}
	}
	if len(says) == 0 {
		return ""
	}
	return c.say(key, c.print.List(says))
}

// levelParts are the levels, or bands of them, of the last period asked about.
func (c *composer) levelParts() []string {
	var parts []string
	period := ""
	for _, a := range c.answers(levelShare, false) {
		for _, r := range a.Readings {
			if r.Cohort != c.Cohort || r.Group != "" {
				continue
			}
			if r.Period != period {
				period, parts = r.Period, nil
			}
			if !slices.Contains(parts, r.Part) {
				parts = append(parts, r.Part)
			}
		}
	}
	return parts
}

// levelKey is what the words of a level, or of a band of levels, stand under.
func levelKey(level string) string { return strings.ReplaceAll(level, " + ", "_") }

// levelTitle says how many carry the community, as far as that may be seen.
func (c *composer) levelTitle() string {
	told := func(r metrics.Reading) bool { return tellingOf(r) == exact && r.Numerator != nil }
	parts := c.levelParts()
	if len(parts) == 2 {
		upper, lower := c.whole(levelShare, parts[0]), c.whole(levelShare, parts[1])
		if told(upper) && told(lower) {
			return c.say("levels.title.bands", *upper.Numerator, *lower.Numerator)
		}
		return c.say("levels.title.untold")
	}
	core, dormant := c.whole(levelShare, "core"), c.whole(levelShare, "dormant")
	switch {
	case !told(core) || !told(dormant):
		return c.say("levels.title.untold")
	case *core.Numerator == 0 && c.tooEarly():
		return c.say("levels.title.too_early")
	case *core.Numerator == 0:
		return c.say("levels.title.no_core")
	case *dormant.Numerator == 0:
		return c.say("levels.title.all_seen", *core.Numerator)
	}
	return c.say("levels.title.exact", *core.Numerator, *dormant.Numerator)
}

// tooEarly reports whether there were fewer sessions with a register than
// anybody needs to be told to carry the community.
func (c *composer) tooEarly() bool {
	registered := 0
	for _, m := range c.Meetings {
		if m.HasRegister && m.Status != "cancelled" {
			registered++
		}
	}
	return registered < c.Overview.CoreFrom
}
