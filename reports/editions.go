package reports

import (
	"slices"
	"strings"

	"valuetrail/internal/vocabulary"
)

// sections are those of the reader's edition, in the order of the page; blank
// ones fall away.
func (c *composer) sections() []Section {
	switch c.Audience {
	case vocabulary.Members:
		return c.forMembers()
	case vocabulary.Convenor, vocabulary.Readers:
		return c.forConvenor()
	case vocabulary.Evaluator:
		return c.forEvaluator()
	}
	return []Section{c.since(), c.used(), c.part(), c.thisAndLast(), c.practices(), c.own(), c.flops(), c.sure(), c.plan(), c.missing()}
}

// mostAsked is how many things a page asks of its reader.
const mostAsked = 3

// asked are the lines of what is asked of the reader.
func (c *composer) asked() []string {
	var all []string
	if c.Audience == vocabulary.Members || c.Audience == vocabulary.Evaluator || c.Audience == vocabulary.Public {
		return nil // it is asked of the sponsor
	}
	for _, r := range c.foremostRequests() {
		all = append(all, c.requestLine(r))
	}
	return all
}

// requests are what is asked and nobody has said yet what happened with it: who
// asks for the same again says so in other words.
func (c *composer) requests() []Request {
	return slices.DeleteFunc(slices.Clone(c.Words.Asked), func(r Request) bool {
		return slices.ContainsFunc(c.Words.Done, func(d Request) bool { return d.Happened != "" && sameRequest(d, r) })
	})
}

// foremostRequests are those that there is room for.
func (c *composer) foremostRequests() []Request {
	open := c.requests()
	return open[:min(len(open), mostAsked)]
}

// sameRequest reports whether two requests ask for the same.
func sameRequest(a, b Request) bool { return strings.EqualFold(stopped(a.What), stopped(b.What)) }

// requestLine is a request with its owner and its day, as far as they are said.
func (c *composer) requestLine(r Request) string {
	return c.say("asked.line", stopped(r.What), r.Owner, c.dayOrNone(r.By))
}

// stopped is a text without the full stop that a sentence around it brings.
func stopped(s string) string { return strings.TrimRight(strings.TrimSpace(s), ".") }

// dayOrNone is a day in words, "" for none.
func (c *composer) dayOrNone(day int) string {
	if day == 0 {
		return ""
	}
	return c.print.Day(day)
}

// plan are the next steps.
func (c *composer) plan() Section {
	return Section{ID: "plan", Title: c.say("section.plan"), Lines: c.Words.Plan}
}

// commentsOn are the convenor's own words about a section, by paragraphs.
func (c *composer) commentsOn(id string) []string {
	var all []string
	for _, x := range c.Words.Comments {
		if x.Section != id {
			continue
		}
		for paragraph := range strings.SplitSeq(x.Text, "\n\n") {
			if text := strings.Join(strings.Fields(paragraph), " "); text != "" {
				all = append(all, text)
			}
		}
	}
	return all
}
