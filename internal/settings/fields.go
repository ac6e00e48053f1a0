package settings

import (
	"fmt"
	"math"
	"slices"
	"time"

	"github.com/goccy/go-yaml/ast"

	"valuetrail/internal/message"
	"valuetrail/internal/vocabulary"
)

var (
	participations = vocabulary.Participations
	betters        = vocabulary.Choice{Name: "better", Words: []string{"more", "less"}}
)

// settings reads the whole file into s.
func (r *reader) settings(n ast.Node, s *Settings) {
	r.object(n, "the settings", keys{
		"community": func(n ast.Node) {
			r.object(n, "community", keys{"id": r.id(&s.Community.ID), "name": r.text(&s.Community.Name), "purpose": r.text(&s.Community.Purpose)})
		},
		"framework":         r.framework(&s.Framework),
		"time_zone":         r.timeZone(&s.TimeZone),
		"academic_year":     func(n ast.Node) { r.academicYear(n, &s.AcademicYear) },
		"cohorts":           r.list(func(n ast.Node) { r.cohort(n, &s.Cohorts) }),
		"agreed_outcomes":   r.list(func(n ast.Node) { r.outcome(n, &s.AgreedOutcomes) }),
		"leadership_groups": r.list(func(n ast.Node) { r.group(n, &s.LeadershipGroups) }),
		"participation":     func(n ast.Node) { r.participation(n, &s.Participation) },
		"privacy":           func(n ast.Node) { r.privacy(n, &s.Privacy) },
		"surveys":           r.list(func(n ast.Node) { r.survey(n, &s.Surveys) }),
		"targets":           r.list(func(n ast.Node) { r.target(n, &s.Targets) }),
		"report":            func(n ast.Node) { r.report(n, &s.Report) },
		"indicators":        r.text(&s.Indicators),
	})
}

func (r *reader) framework(to *vocabulary.Framework) func(ast.Node) {
	return func(n ast.Node) {
		s, _ := scalar(n)
		f, err := vocabulary.ParseFramework(s)
		if err != nil || s == "" {
			r.fault(n, "unknown framework "+shown(n), "want vcf2011 or vcf2020")
			return
		}
		*to = f
	}
}

func (r *reader) timeZone(to *string) func(ast.Node) {
	return func(n ast.Node) {
		name, ok := scalar(n)
		if _, err := time.LoadLocation(name); !ok || err != nil || name == "" || name == "Local" {
			r.fault(n, "unknown time zone "+shown(n), "name a place, like Europe/London")
			return
		}
		*to = name
	}
}

func (r *reader) academicYear(n ast.Node, a *AcademicYear) {
	var terms []Term
	own := AcademicYear{Starts: a.Starts}
	r.object(n, "academic_year", keys{"starts": r.monthDay(&own.Starts), "terms": r.list(func(n ast.Node) {
		var t Term
		clean := r.object(n, "a term", keys{"id": r.id(&t.ID), "title": r.text(&t.Title), "starts": r.monthDay(&t.Starts)})
		r.refuse(n, clean && t.ID == "", "a term needs id", "")
		r.refuse(n, clean && t.Starts == MonthDay{}, "a term needs starts", "")
		for _, other := range terms {
			if t.Starts == other.Starts && t.Starts != (MonthDay{}) {
				r.fault(n, fmt.Sprintf("terms %q and %q both start on %s", other.ID, t.ID, t.Starts), "a term lasts to the day before the next")
			}
		}
		r.twice(n, "term", t.ID, slices.ContainsFunc(terms, func(o Term) bool { return o.ID == t.ID }))
		terms = append(terms, t)
	})})
	switch {
	case terms != nil:
		own.Terms = terms
	case own.Starts == a.Starts:
		own.Terms = a.Terms
	default:
		own = yearFrom(own.Starts)
	}
	*a = own
}

// yearFrom is a year of three terms of four months.
func yearFrom(starts MonthDay) AcademicYear {
	return AcademicYear{Starts: starts, Terms: []Term{{ID: "1", Starts: starts}, {ID: "2", Starts: starts.later(4)}, {ID: "3", Starts: starts.later(8)}}}
}

func (r *reader) cohort(n ast.Node, all *[]Cohort) {
	c := Cohort{Participation: "voluntary"}
	clean := r.object(n, "a cohort", keys{"id": r.id(&c.ID), "title": r.text(&c.Title), "starts": r.day(&c.Starts), "ends": r.day(&c.Ends),
		"participation": r.word(participations, &c.Participation)})
	r.refuse(n, clean && c.ID == "", "a cohort needs id", "")
	r.refuse(n, clean && c.Starts == 0, "a cohort needs starts", "")
	if c.Ends != 0 && c.Ends < c.Starts {
		r.fault(n, fmt.Sprintf("cohort %q ends on %s, before it starts on %s", c.ID, c.Ends, c.Starts), "swap the two days")
	}
	r.twice(n, "cohort", c.ID, slices.ContainsFunc(*all, func(o Cohort) bool { return o.ID == c.ID }))
	if c.Title == "" {
		c.Title = c.ID
	}
	*all = append(*all, c)
}

func (r *reader) outcome(n ast.Node, all *[]Outcome) {
	var o Outcome
	clean := r.object(n, "an agreed outcome", keys{"measure": r.id(&o.Measure), "title": r.text(&o.Title), "better": r.word(betters, &o.Better),
		"baseline": r.optionalNumber(&o.Baseline), "target": r.optionalNumber(&o.Target)})
	r.refuse(n, clean && o.Measure == "", "an agreed outcome needs measure", "")
	r.twice(n, "agreed outcome", o.Measure, slices.ContainsFunc(*all, func(x Outcome) bool { return x.Measure == o.Measure }))
	*all = append(*all, o)
}

func (r *reader) group(n ast.Node, all *[]Group) {
	var g Group
	clean := r.object(n, "a leadership group", keys{"id": r.id(&g.ID), "title": r.text(&g.Title), "stewards": r.text(&g.Stewards)})
	r.refuse(n, clean && g.ID == "", "a leadership group needs id", "")
	r.twice(n, "leadership group", g.ID, slices.ContainsFunc(*all, func(x Group) bool { return x.ID == g.ID }))
	*all = append(*all, g)
}

func (r *reader) participation(n ast.Node, p *Participation) {
	clean := r.object(n, "participation", keys{"core": r.number(&p.Core, 0, 1), "active": r.number(&p.Active, 0, 1), "occasional": r.number(&p.Occasional, 0, 1),
		"minimum_sessions": r.count(&p.MinimumSessions, 1, 1000), "minimum_minutes": r.count(&p.MinimumMinutes, 0, 1440)})
	if what, hint := p.wrong(); clean && what != "" {
		r.fault(n, what, hint)
	}
}

// wrong says what is wrong with the cut-offs together, "" for nothing.
func (p Participation) wrong() (what, hint string) {
	if p.Core > p.Active && p.Active > p.Occasional {
		return "", ""
	}
	return fmt.Sprintf("want core > active > occasional, found %g, %g, %g", p.Core, p.Active, p.Occasional), "the more often somebody came, the higher the level"
}

func (r *reader) privacy(n ast.Node, p *Privacy) {
	clean := r.object(n, "privacy", keys{"minimum_group": r.count(&p.MinimumGroup, 2, 1000), "minimum_exact": r.count(&p.MinimumExact, 2, 1000),
		"minimum_quotes": r.count(&p.MinimumQuotes, 2, 1000)})
	if what, hint := p.wrong(); clean && what != "" {
		r.fault(n, what, hint)
	}
}

// wrong says what is wrong with the thresholds together, "" for nothing.
func (p Privacy) wrong() (what, hint string) {
	if p.MinimumExact >= p.MinimumGroup {
		return "", ""
	}
	return fmt.Sprintf("minimum_exact (%d) is below minimum_group (%d)", p.MinimumExact, p.MinimumGroup), "exact values need at least as many people as rounded ones"
}

func (r *reader) survey(n ast.Node, all *[]Survey) {
	var s Survey
	clean := r.object(n, "a survey", keys{"id": r.id(&s.ID), "title": r.text(&s.Title), "codebook": r.text(&s.Codebook), "anonymous": r.flag(&s.Anonymous)})
	r.refuse(n, clean && s.ID == "", "a survey needs id", "")
	r.twice(n, "survey", s.ID, slices.ContainsFunc(*all, func(x Survey) bool { return x.ID == s.ID }))
	*all = append(*all, s)
}

func (r *reader) target(n ast.Node, all *[]Target) {
	t := Target{Value: math.NaN()}
	clean := r.object(n, "a target", keys{"indicator": r.id(&t.Indicator), "cohort": r.id(&t.Cohort), "value": r.number(&t.Value, -math.MaxFloat64, math.MaxFloat64),
		"set_on": r.day(&t.SetOn), "set_by": r.text(&t.SetBy), "reason": r.text(&t.Reason)})
	r.refuse(n, clean && t.Indicator == "", "a target needs indicator", "")
	r.refuse(n, clean && math.IsNaN(t.Value), "a target needs value", "")
	*all, r.targets = append(*all, t), append(r.targets, n)
}

func (r *reader) report(n ast.Node, p *Report) {
	languages := vocabulary.Choice{Name: "language", Words: message.Languages()}
	r.object(n, "report", keys{"sponsor": r.text(&p.Sponsor), "logo": r.text(&p.Logo), "language": r.word(languages, &p.Language), "primary": r.text(&p.Primary),
		"colours": r.list(func(n ast.Node) { r.colour(n, &p.Colours) })})
}

// targetCohorts refuses targets for cohorts that do not exist; s holds all
// cohorts, targets are those of the file.
func (r *reader) targetCohorts(s Settings, targets []Target) {
	ids := cohortIDs(s)
	for i, t := range targets {
		if t.Cohort != "" && !slices.Contains(ids, t.Cohort) {
			r.fault(r.targets[i], fmt.Sprintf("a target for %s names the unknown cohort %q", t.Indicator, t.Cohort), nearest(t.Cohort, ids))
		}
	}
}

func (r *reader) refuse(n ast.Node, wrong bool, what, hint string) {
	if wrong {
		r.fault(n, what, hint)
	}
}

func (r *reader) twice(n ast.Node, what, id string, seen bool) {
	r.refuse(n, seen && id != "", fmt.Sprintf("two entries for %s %q", what, id), "give each its own id")
}
