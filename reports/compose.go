package reports

import (
	"cmp"
	"slices"
	"strings"

	"valuetrail/internal/message"
	"valuetrail/internal/vocabulary"
	"valuetrail/metrics"
)

// Compose makes the report of an Input. It is a pure function: the same Input
// gives the same Report. It adds no figure: every number that it prints is in a
// reading or counts what the Input lists.
func Compose(in Input) Report {
	c := newComposer(in)
	r := Report{
		Title: in.Name, Purpose: in.Purpose, Audience: in.Audience, Cohort: in.Cohort, Language: c.print.Language(), Look: in.Look,
		Draft: in.Draft, Release: in.Release, MadeAt: in.MadeAt, Span: in.Span,
		Headline: c.headline(), Facts: c.facts(), Brief: c.brief(), Findings: c.findings(), Comments: c.commentsOn("overall"),
		Asked: c.asked(), Requests: c.requests(), Since: c.sinceLines(), Readings: c.allReadings(), Basis: in.Basis,
	}
	if c.Audience == vocabulary.Evaluator {
		r.Comparisons, r.Reliability = c.Contrasts, c.Reliability
	}
	for _, s := range c.sections() {
		s.Comments = c.commentsOn(s.ID)
		for i, f := range s.Figures {
			s.Figures[i].Data = c.dataLine(f)
		}
		if !s.blank() {
			r.Sections = append(r.Sections, s)
		}
	}
	if c.Audience != vocabulary.Members {
		r.Definitions = c.definitions()
	}
	if c.closeBy() {
		r.Sources = in.Sources
	}
	return r
}

// composer is one Input with what its parts need to speak.
type composer struct {
	Input
	print message.Printer
	// meetings are those that members as such could come to, others every other
	// session; both in order of time.
	meetings, others []metrics.Meeting
	// lastMeetings are those of the year before, in order of time.
	lastMeetings []metrics.Meeting
	// years is what every name of a term begins with, left out in sentences.
	years string
	// recordedYears are the academic years in which anything was recorded.
	recordedYears []string
	// named are the readings by what their numbers are called in a table.
	named map[string]metrics.Reading
}

func newComposer(in Input) *composer {
	if in.Audience == vocabulary.Evaluator {
		in = unplaced(in)
	}
	c := &composer{Input: in, print: message.For(in.Language)}
	c.Framework, c.Primary = cmp.Or(c.Framework, vocabulary.VCF2011), cmp.Or(c.Primary, appliedRate)
	c.Audience = cmp.Or(c.Audience, vocabulary.Convenor)
	c.Cohort = cohortOf(in)
	c.named = nameReadings(in, c.Cohort)
	c.recordedYears = yearsOf(in.Answers, c.Cohort)
	c.years = commonYears(c.Answers, c.about)
	c.Stories = slices.SortedStableFunc(slices.Values(in.Stories), func(a, b metrics.Story) int {
		return cmp.Or(cmp.Compare(a.Day, b.Day), strings.Compare(a.Title, b.Title), strings.Compare(a.Texts[0], b.Texts[0]))
	})
	c.Comparisons = slices.SortedStableFunc(slices.Values(in.Comparisons), func(a, b metrics.Comparison) int {
		return cmp.Compare(c.place(a.Indicator, a.Part, false), c.place(b.Indicator, b.Part, false))
	})
	c.sortMeetings()
	return c
}

// say is the sentence of a key under report.
func (c *composer) say(key string, values ...any) string {
	return c.print.Say("report."+key, values...)
}

// closeBy reports whether the reader works with the data: the convenor and the
// story readers.
func (c *composer) closeBy() bool {
	return c.Audience == vocabulary.Convenor || c.Audience == vocabulary.Readers
}

// listed reports whether there is a member list, without which no rate means
// anything.
func (c *composer) listed() bool { return c.Overview.HasRoster }

// join puts sentences after one another; blank ones leave no gap.
func join(sentences ...string) string {
	return strings.Join(slices.DeleteFunc(sentences, func(s string) bool { return s == "" }), " ")
}

// definitions are the words of confidence where answers call for them, then the
// indicators that do not all wait for a file, each once, then those given.
func (c *composer) definitions() []Definition {
	var all []Definition
	judged := false
	for _, a := range c.Answers {
		i := a.Indicator
		if slices.ContainsFunc(all, func(d Definition) bool { return d.ID == i.ID }) || !slices.ContainsFunc(a.Readings, func(r metrics.Reading) bool { return !isNeed(r) }) {
			continue
		}
		judged = judged || i.Evidence == "answers"
		d := Definition{ID: i.ID, Title: i.Title, Question: i.Question, Counted: c.countedOf(i.ID), Unit: c.unit(i.Unit), Source: i.Source}
		if c.Audience == vocabulary.Evaluator {
			d.SQL, d.Statement = ownText(i.SQL), c.Statements[i.ID]
		}
		all = append(all, d)
	}
	if judged {
		all = slices.Insert(all, 0, Definition{ID: "confidence", Title: c.say("sure.title"), Counted: c.say("sure.rule")})
	}
	if c.graded() {
		all = append(all, Definition{ID: "data", Title: c.say("data.title"), Counted: c.say("data.rule")})
	}
	return append(all, c.Definitions...)
}

func (c *composer) unit(unit string) string {
	if words := c.print.Say("unit." + unit); words != "unit."+unit {
		return words
	}
	return unit
}
