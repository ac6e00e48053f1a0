package reports

import (
	"cmp"
	"math"
	"regexp"
	"slices"
	"strings"

	"valuetrail/internal/vocabulary"
	"valuetrail/metrics"
)

// The indicators that sections speak of by name.
const (
	appliedRate    = "applied_rate"
	attendanceRate = "attendance_rate"
	reachRate      = "reach_rate"
	levelShare     = "level_share"
	immediateScore = "immediate_score"
	timeToUse      = "time_to_application"
	cycleCoverage  = "cycle_coverage"
	responseRate   = "response_rate"
)

// telling is how much of a figure a reading tells.
type telling string

// exact tells value and count, about a rounded value and nothing else,
// countOnly k of n, nearlyAll and nearlyNone words, untold only why not.
const (
	exact      telling = "exact"
	about      telling = "about"
	countOnly  telling = "count"
	nearlyAll  telling = "nearly_all"
	nearlyNone telling = "nearly_none"
	untold     telling = "untold"
)

func tellingOf(r metrics.Reading) telling {
	switch {
	case !r.Shown:
		return untold
	case r.Value != nil && r.Denominator != nil:
		return exact
	case r.Value != nil:
		return about
	case r.People != nil && (r.Note == string(nearlyAll) || r.Note == string(nearlyNone)):
		return telling(r.Note)
	case r.Numerator != nil && r.Denominator != nil:
		return countOnly
	}
	return untold
}

// answers are the answers about an indicator, by term or for the whole span.
func (c *composer) answers(id string, byTerm bool) []metrics.Answer {
	var all []metrics.Answer
	for _, a := range c.Answers {
		if a.Indicator.ID == id && (a.Scope.Grain == "term") == byTerm {
			all = append(all, a)
		}
	}
	return all
}

// terms are the readings of an indicator term by term, oldest first.
func (c *composer) terms(id, part string) []metrics.Reading {
	return slices.DeleteFunc(c.readings(c.answers(id, true), part), func(r metrics.Reading) bool { return !c.about(r) })
}

// about reports whether a term lies in a year that the report is about: one in
// which anything was recorded, or any where nothing was.
func (c *composer) about(r metrics.Reading) bool {
	year := yearsPattern.FindString(r.Period)
	return year == "" || len(c.recordedYears) == 0 || slices.Contains(c.recordedYears, year)
}

// yearsOf are the academic years of the terms of a cohort with anything
// recorded.
func yearsOf(answers []metrics.Answer, cohort string) []string {
	var all []string
	for _, a := range answers {
		for _, r := range a.Readings {
			year := yearsPattern.FindString(r.Period)
			if a.Scope.Grain == "term" && r.Cohort == cohort && year != "" && r.Note != noData && !isNeed(r) && !slices.Contains(all, year) {
				all = append(all, year)
			}
		}
	}
	return all
}

// whole is the reading of an indicator for the whole span. An indicator that
// was not asked gives one with nothing to show.
func (c *composer) whole(id, part string) metrics.Reading {
	all := c.readings(c.answers(id, false), part)
	if len(all) == 0 {
		return metrics.Reading{Indicator: id, Part: part, Note: noData, Text: c.print.Say("note.no_data")}
	}
	return all[len(all)-1]
}

// noData is the note of a reading that nothing was recorded for.
const noData = "no_data"

// allReadings are every figure about the cohort, in the order they were asked.
func (c *composer) allReadings() []metrics.Reading {
	var all []metrics.Reading
	for _, a := range c.Answers {
		for _, r := range a.Readings {
			if r.Cohort == c.Cohort && c.about(r) {
				all = append(all, r)
			}
		}
	}
	return all
}

func (c *composer) readings(from []metrics.Answer, part string) []metrics.Reading {
	var all []metrics.Reading
	for _, a := range from {
		for _, r := range a.Readings {
			if r.Cohort == c.Cohort && r.Group == "" && r.Part == part {
				all = append(all, r)
			}
		}
	}
	return all
}

// cohortOf is the cohort whose readings are there: the one asked for, else the
// first that there is.
func cohortOf(in Input) string {
	var there []string
	for _, a := range in.Answers {
		for _, r := range a.Readings {
			there = append(there, r.Cohort)
		}
	}
	if len(there) == 0 || slices.Contains(there, in.Cohort) {
		return in.Cohort
	}
	return slices.Min(there)
}

// ofCycle are the indicators asked of people about a cycle, by id.
func (c *composer) ofCycle(cycle vocabulary.Cycle) []metrics.Answer {
	var all []metrics.Answer
	for _, a := range c.Answers {
		if a.Scope.Grain != "term" && a.Indicator.Cycle == string(cycle) && a.Indicator.Evidence == "answers" {
			all = append(all, a)
		}
	}
	slices.SortStableFunc(all, func(a, b metrics.Answer) int { return cmp.Compare(a.Indicator.ID, b.Indicator.ID) })
	return all
}

var yearsPattern = regexp.MustCompile(`^\d{4}/\d{2} `)

// commonYears is the academic year that every term asked about lies in, with
// the blank after it, "" where there are several.
func commonYears(answers []metrics.Answer, about func(metrics.Reading) bool) string {
	years, first := "", true
	for _, a := range answers {
		if a.Scope.Grain != "term" {
			continue
		}
		for _, r := range a.Readings {
			if !about(r) {
				continue
			}
			found := yearsPattern.FindString(r.Period)
			if !first && found != years {
				return ""
			}
			years, first = found, false
		}
	}
	return years
}

// term is the name of a term in a sentence.
func (c *composer) term(period string) string { return strings.TrimPrefix(period, c.years) }

// points are a fraction in the whole points that it is printed in.
func points(fraction float64) float64 { return math.Round(fraction * 100) }

// tenths are days with one decimal.
func tenths(days float64) float64 { return math.Round(days*10) / 10 }

// figureName names a number of a figure: whose it is and which of its fields.
func figureName(r metrics.Reading, field string) string {
	return strings.Join([]string{r.Indicator, r.Cohort, r.Period, r.Group, r.Part, field}, "|")
}

// cell is a reading in words; what is not shown has its mark and its reason.
func cell(r metrics.Reading) TableCell {
	switch {
	case r.Shown && tellingOf(r) == about: // a number by itself would look exact
		return TableCell{Text: r.Text, Of: figureName(r, "text")}
	case r.Shown:
		return TableCell{Text: r.Text, Value: r.Value, Of: figureName(r, "text")}
	case r.Note == "protected":
		return TableCell{Text: r.Text, Mark: "[c]"}
	}
	return TableCell{Text: r.Text, Mark: "[x]"}
}

// percentCell is a reading's value alone, as a percentage.
func (c *composer) percentCell(r metrics.Reading) TableCell {
	switch tellingOf(r) {
	case exact:
		return TableCell{Text: c.print.Percent(*r.Value), Value: r.Value, Of: figureName(r, "value")}
	}
	return cell(r)
}

// numberCell is one of a reading's counts: nil because it may not be seen has
// the mark of what is protected.
func (c *composer) numberCell(r metrics.Reading, value *float64) TableCell {
	switch {
	case value != nil:
		of := ""
		switch value {
		case r.Numerator:
			of = figureName(r, "numerator")
		case r.Denominator:
			of = figureName(r, "denominator")
		}
		return TableCell{Text: c.print.Number(*value, 0), Value: value, Of: of}
	case r.Shown:
		return TableCell{Mark: "[c]"}
	}
	return TableCell{Mark: cell(r).Mark}
}

// peopleCell is how many people stand behind a reading.
func (c *composer) peopleCell(r metrics.Reading) TableCell {
	made := c.numberCell(r, float(r.People))
	if r.People != nil {
		made.Of = figureName(r, "people")
	}
	return made
}

// intCell is a whole number.
func (c *composer) intCell(n int) TableCell {
	value := float64(n)
	return TableCell{Text: c.print.Number(value, 0), Value: &value}
}

func textCell(text string) TableCell { return TableCell{Text: text} }

func float(n *int) *float64 {
	if n == nil {
		return nil
	}
	x := float64(*n)
	return &x
}

// or is the value at p, or "" so that an optional part of a sentence falls
// away.
func or(p *float64) any {
	if p == nil {
		return ""
	}
	return *p
}
