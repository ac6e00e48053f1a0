package reports

import (
	"slices"
	"strings"
	"time"

	"valuetrail/metrics"
)

const substantiation = "substantiation"

// why are the reasons for a change, as far as what lies behind both tells.
func (c *composer) why(x change) []string {
	is := c.Basis
	asked := c.answerOf(x.now.Indicator)
	var all []string
	switch asked.Indicator.Evidence {
	case "stories":
		all = append(c.whyConfirmed(x), c.whyStories(x)...)
	case "answers":
		all = c.whyAnswers(x)
	}
	if len(all) == 0 && asked.Indicator.Evidence != "answers" && !x.old && c.later() {
		all = append(all, c.say("why.data", c.print.Day(*is.CutOff)))
	}
	all = append(all, c.whyFiles(asked, len(all) == 0)...)
	if c.Before.Report.Basis.Settings != is.Settings {
		all = append(all, c.say("why.settings"))
	}
	if len(all) == 0 {
		return []string{c.say("why.decisions")}
	}
	return all
}

// later reports whether files tell of later days than then.
func (c *composer) later() bool {
	was, is := c.Before.Report.Basis.CutOff, c.Basis.CutOff
	return is != nil && (was == nil || *is > *was)
}

// answerOf is an answer of an indicator, blank where nobody asked it.
func (c *composer) answerOf(id string) metrics.Answer {
	for _, a := range c.Answers {
		if a.Indicator.ID == id {
			return a
		}
	}
	return metrics.Answer{}
}

// whyStories are the stories that came, went, or have another day: all of them,
// or for a term those of the term. Nothing where the release before did not
// keep its stories.
func (c *composer) whyStories(x change) []string {
	was, is := c.Before.Report.Basis.Stories, c.Basis.Stories
	if was == nil || is == nil {
		return nil
	}
	ours := func(term string) bool { return !x.old || term == x.now.Period }
	more, closed, moved := 0, 0, 0
	for id, term := range is {
		then, told := was[id]
		switch {
		case !told && ours(term):
			more++
		case told && x.old && then != term && (ours(then) || ours(term)):
			moved++
		}
	}
	for id, term := range was {
		if _, open := is[id]; !open && ours(term) {
			closed++
		}
	}
	came := "why.stories"
	if x.old {
		came = "why.stories_late"
	}
	var all []string
	for _, reason := range []struct {
		key   string
		count int
	}{{came, more}, {"why.stories_closed", closed}, {"why.stories_moved", moved}} {
		if reason.count > 0 {
			all = append(all, c.say(reason.key, reason.count))
		}
	}
	return all
}

// whyConfirmed says that somebody else was asked about stories since, where that
// is what a figure counts.
func (c *composer) whyConfirmed(x change) []string {
	added := missingFrom(c.Before.Report.Basis.Files, c.Basis.Files)
	if x.now.Indicator != substantiation || len(kindsOf(added, c.Basis.About, []string{"substantiations"}, "")) == 0 {
		return nil
	}
	return []string{c.say("why.confirmations")}
}

// whyAnswers are a new round, or more answers to the same one.
func (c *composer) whyAnswers(x change) []string {
	was, is := c.Before.Report.Basis, c.Basis
	switch {
	case !x.old && is.Round != was.Round && is.Round != "":
		return []string{c.say("why.round", c.lastRecorded(x.now))}
	case x.then.People != nil && x.now.People != nil && *x.now.People > *x.then.People, !x.old && is.Answered > was.Answered:
		return []string{c.say("why.answers")}
	}
	return nil
}

// lastRecorded is the last term with anything recorded of a figure, "" for none.
func (c *composer) lastRecorded(r metrics.Reading) string {
	for _, t := range slices.Backward(c.terms(r.Indicator, r.Part)) {
		if t.Note != noData && t.Note != "not_asked" {
			return t.Period
		}
	}
	return ""
}

// whyFiles are the files that a figure needs and that were taken back or, where
// nothing else explains the change, added for days reported before: by their
// kinds where both releases kept them.
func (c *composer) whyFiles(asked metrics.Answer, unexplained bool) []string {
	was, is := c.Before.Report.Basis, c.Basis
	gone, added := missingFrom(is.Files, was.Files), missingFrom(was.Files, is.Files)
	if was.About == nil || is.About == nil {
		switch {
		case len(gone) > 0:
			return []string{c.say("why.taken_back")}
		case len(added) > 0 && unexplained:
			return []string{c.say("why.added")}
		}
		return nil
	}
	if len(kindsOf(gone, was.About, asked.Indicator.Needs, "")) > 0 {
		return []string{c.say("why.taken_back")}
	}
	if !unexplained || len(added) == 0 {
		return nil
	}
	until := ""
	if was.CutOff != nil {
		until = time.Unix(int64(*was.CutOff)*86400, 0).UTC().Format(time.DateOnly)
	}
	if kinds := kindsOf(added, is.About, asked.Indicator.Needs, until); len(kinds) > 0 {
		return []string{c.say("why.added_kinds", c.print.List(kinds))}
	}
	return []string{c.say("why.added")}
}

// kindsOf are the kinds of those files that a figure needs and that tell of days
// up to until, "" for any day: as people call them, each once, in order.
func kindsOf(files []string, about map[string]File, needs []string, until string) []string {
	var all []string
	for _, f := range files {
		if x := about[f]; slices.Contains(needs, x.Kind) && (until == "" || x.From <= until) {
			all = append(all, strings.ToLower(sheetTitle(x.Kind)))
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// missingFrom are the files wanted that are not there.
func missingFrom(there, wanted []string) []string {
	return slices.DeleteFunc(slices.Clone(wanted), func(f string) bool { return slices.Contains(there, f) })
}
