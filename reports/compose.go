package reports

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"valuetrail/internal/message"
	"valuetrail/internal/vocabulary"
	"valuetrail/metrics"
)

// Input is everything that a report for one audience is made of. All of it has
// been asked for that audience and has passed the gate already.
type Input struct {
	// Name and Purpose are the community's; Sponsor is who the sponsor's edition
	// is made for, "" where it is not said.
	Name, Purpose, Sponsor string
	// Language is the tag of the language to write in, "" for English.
	Language string
	// Framework decides which cycles the matrix lists; "" is vcf2011.
	Framework vocabulary.Framework
	// Primary is the indicator that the headline speaks of; "" is applied_rate.
	Primary  string
	Audience vocabulary.Audience
	// Cohort is the cohort that the report is about, "" for all together.
	Cohort string
	// Draft reports carry the mark; a release has its number.
	Draft   bool
	Release int
	MadeAt  time.Time
	// Span names the time the report is about: "2025/26".
	Span string
	// Answers are the indicators asked twice: at grain term, and for the whole
	// span at grain programme (or year: then the last year counts as the span).
	Answers  []metrics.Answer
	Overview metrics.Overview
	// Meetings are the sessions of the span, in any order.
	Meetings []metrics.Meeting
	// Stories are those open to the audience; InConfidence is how many more were
	// told.
	Stories      []metrics.Story
	InConfidence int
	// Asked are at most three lines of what is asked of the reader.
	Asked   []string
	Sources []SourceLine
	// Definitions are said beside those of the indicators in Answers.
	Definitions []Definition
}

// Compose makes the report of an Input. It is a pure function: the same Input
// gives the same Report. It adds no figure: every number that it prints is in a
// reading or counts what the Input lists.
func Compose(in Input) Report {
	c := newComposer(in)
	r := Report{
		Title: in.Name, Purpose: in.Purpose, Audience: in.Audience, Language: c.print.Language(),
		Draft: in.Draft, Release: in.Release, MadeAt: in.MadeAt, Span: in.Span,
		Headline: c.headline(), Facts: c.facts(), Findings: c.findings(),
		Asked: in.Asked[:min(len(in.Asked), 3)],
	}
	for _, s := range []Section{c.used(), c.part(), c.flops(), c.sure(), c.missing()} {
		if len(s.Figures) > 0 {
			r.Sections = append(r.Sections, s)
		}
	}
	r.Definitions = c.definitions()
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
	// years is what every name of a term begins with, left out in sentences.
	years string
	// recordedYears are the academic years in which anything was recorded.
	recordedYears []string
}

func newComposer(in Input) *composer {
	c := &composer{Input: in, print: message.For(in.Language)}
	c.Framework, c.Primary = cmp.Or(c.Framework, vocabulary.VCF2011), cmp.Or(c.Primary, appliedRate)
	c.Audience = cmp.Or(c.Audience, vocabulary.Convenor)
	c.Cohort = cohortOf(in)
	c.recordedYears = yearsOf(in.Answers, c.Cohort)
	c.years = commonYears(c.Answers, c.about)
	c.Stories = slices.SortedStableFunc(slices.Values(in.Stories), func(a, b metrics.Story) int {
		return cmp.Or(cmp.Compare(a.Day, b.Day), strings.Compare(a.Title, b.Title), strings.Compare(a.Texts[0], b.Texts[0]))
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
		all = append(all, Definition{ID: i.ID, Title: i.Title, Question: i.Question, Counted: i.Counted, Unit: c.unit(i.Unit), Source: i.Source})
	}
	if judged {
		all = slices.Insert(all, 0, Definition{ID: "confidence", Title: c.say("sure.title"), Counted: c.say("sure.rule")})
	}
	return append(all, c.Definitions...)
}

func (c *composer) unit(unit string) string {
	if words := c.print.Say("unit." + unit); words != "unit."+unit {
		return words
	}
	return unit
}
