package reports

import (
	"cmp"
	"slices"
	"strings"

	"valuetrail/internal/vocabulary"
	"valuetrail/metrics"
)

// dataLine is one short line on how complete the data behind a figure are: the
// grade, and what is not there. "" where nothing says how much there should be.
// Members, who have no list of definitions, read what is half missing among what was
// done.
func (c *composer) dataLine(f Figure) string {
	if c.Audience == vocabulary.Members || c.Audience == vocabulary.Evaluator { // whose tables say it row by row
		return ""
	}
	best, worst, caveats := c.behind(f)
	grade := string(worst)
	switch {
	case worst == "":
		return ""
	case best != worst:
		grade = c.say("data.between", string(best), grade)
	}
	return c.say("data.line", grade, strings.Join(textsOf(caveats), "; "))
}

// behind is the best and the worst grade of the readings that a figure's numbers are
// taken from, and what lacks of each part: the worst of its caveats below A, of those
// alike the last. Where the figure has numbers of the whole span those decide, else
// each term is named.
func (c *composer) behind(f Figure) (best, worst metrics.Grade, caveats []metrics.Caveat) {
	readings, whole := c.readingsOf(f)
	at := map[string]int{}
	for _, r := range readings {
		if r.Grade != "" && (best == "" || r.Grade < best) {
			best = r.Grade
		}
		worst = max(worst, r.Grade)
		for _, x := range r.Caveats {
			if x.Grade <= "A" {
				continue
			}
			if !whole {
				x.Text = c.say("data.term", c.term(r.Period), x.Text)
			}
			switch n, known := at[x.Part]; {
			case !known:
				at[x.Part] = len(caveats)
				caveats = append(caveats, x)
			case x.Grade >= caveats[n].Grade:
				caveats[n] = x
			}
		}
	}
	return best, worst, caveats
}

// readingsOf are the readings whose numbers stand in a figure's table, in its order:
// those of the whole span, and whether there are any, else all.
func (c *composer) readingsOf(f Figure) (readings []metrics.Reading, whole bool) {
	var spans []metrics.Reading
	seen := map[string]bool{}
	for _, row := range f.Table.Rows {
		for _, cell := range row {
			name := cell.Of[:max(0, strings.LastIndex(cell.Of, "|"))]
			r, ok := c.named[name]
			if !ok || seen[name] {
				continue
			}
			seen[name] = true
			readings = append(readings, r)
			if c.whole(r.Indicator, r.Part).Period == r.Period {
				spans = append(spans, r)
			}
		}
	}
	if len(spans) > 0 {
		return spans, true
	}
	return readings, false
}

// nameReadings lists the readings about the cohort by what their numbers are called.
func nameReadings(in Input, cohort string) map[string]metrics.Reading {
	all := map[string]metrics.Reading{}
	for _, a := range in.Answers {
		for _, r := range a.Readings {
			if r.Cohort == cohort {
				all[strings.TrimSuffix(figureName(r, ""), "|")] = r
			}
		}
	}
	return all
}

// halfMissing reports whether a caveat is worth a place on page one.
func halfMissing(x metrics.Caveat) bool { return x.Grade >= "C" }

// mindSentence names what is half missing behind the figures of the whole span, but
// for who answered, which is said anyway, and for who read the stories.
func (c *composer) mindSentence() string {
	var found []metrics.Caveat
	for _, a := range c.Answers {
		if a.Scope.Grain == "term" {
			continue
		}
		for _, r := range a.Readings {
			for _, x := range r.Caveats {
				if r.Cohort == c.Cohort && halfMissing(x) && x.Part != "answers" && x.Part != "readers" && !slices.Contains(textsOf(found), x.Text) {
					found = append(found, x)
				}
			}
		}
	}
	if len(found) == 0 {
		return ""
	}
	slices.SortFunc(found, func(a, b metrics.Caveat) int {
		return cmp.Or(strings.Compare(a.Part, b.Part), strings.Compare(a.Text, b.Text))
	})
	return c.say("data.mind", c.print.List(textsOf(found)))
}

func textsOf(caveats []metrics.Caveat) []string {
	var all []string
	for _, x := range caveats {
		all = append(all, x.Text)
	}
	return all
}

// graded reports whether any figure has a grade, and so needs the rule.
func (c *composer) graded() bool {
	return slices.ContainsFunc(c.Answers, func(a metrics.Answer) bool {
		return slices.ContainsFunc(a.Readings, func(r metrics.Reading) bool { return r.Grade != "" })
	})
}
