package reports

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"valuetrail/internal/vocabulary"
	"valuetrail/metrics"
)

// sure is how far the figures carry: who answered, and what all of it rests
// on.
func (c *composer) sure() Section {
	return Section{ID: "sure", Title: c.say("section.sure"), Intro: c.say("section.sure.intro"), Figures: c.present(c.answered(), c.gapByTerm(), c.restsOn())}
}

// answered is who answered, round by round.
func (c *composer) answered() Figure {
	whole := c.whole(responseRate, "")
	if isNeed(whole) || len(c.answers(responseRate, false)) == 0 {
		return Figure{}
	}
	f := Figure{ID: "answered", Title: c.answeredTitle(whole), Sentence: c.answeredSentence(), Caption: c.say("answered.caption", c.Span), Counted: []string{c.countedOf(responseRate)},
		Table: Table{Title: c.say("answered.table"), Columns: []TableColumn{{Heading: c.say("column.period")}, {Heading: c.say("column.share_invited"), Number: true, Unit: "percent"},
			{Heading: c.say("column.answered"), Number: true}, {Heading: c.say("column.invited"), Number: true}}}}
	if c.Overview.InvitedAssumed {
		f.Counted = append(f.Counted, c.say("answered.assumed"))
	}
	for _, r := range c.rounds(responseRate) {
		f.Table.Rows = append(f.Table.Rows, []TableCell{textCell(c.periodName(r)), c.percentCell(r), c.numberCell(r, r.Numerator), c.numberCell(r, r.Denominator)})
	}
	return f
}

// answeredTitle is how many of those invited answered.
func (c *composer) answeredTitle(r metrics.Reading) string {
	if tellingOf(r) == exact && r.Numerator != nil {
		switch *r.Numerator {
		case *r.Denominator:
			return c.say("answered.title.everybody")
		case 0:
			return c.say("answered.title.nobody")
		}
	}
	return c.titleBySide(r, "answered")
}

// restsOn lists what a report rests on for those who do not work with the
// files: kinds of files and their days, never a file's name, which may be a
// person's, and never its rows, which may count who answered.
func (c *composer) restsOn() Figure {
	if c.closeBy() || len(c.Sources) == 0 {
		return Figure{}
	}
	kinds := map[string][]SourceLine{}
	for _, s := range c.Sources {
		kinds[s.Kind] = append(kinds[s.Kind], s)
	}
	f := Figure{ID: "rests-on", Title: c.say("rests.title", len(c.Sources)), Sentence: c.say("rests.sentence", len(c.Sources), len(kinds)), Caption: c.say("rests.caption", c.Span),
		Table: Table{Title: c.say("rests.table"), Columns: []TableColumn{{Heading: c.say("column.what")}, {Heading: c.say("column.files"), Number: true}}}}
	for _, kind := range slices.SortedFunc(maps.Keys(kinds), func(a, b string) int { return cmp.Or(rank(a)-rank(b), strings.Compare(a, b)) }) {
		f.Table.Rows = append(f.Table.Rows, []TableCell{textCell(sheetTitle(kind)), c.intCell(len(kinds[kind]))})
	}
	return f
}

// rank is the place of a kind of file among the sheets, those unknown last.
func rank(kind string) int {
	at := slices.IndexFunc(vocabulary.Sheets, func(s vocabulary.Sheet) bool { return string(s.Kind) == strings.ReplaceAll(kind, " ", "_") })
	if at < 0 {
		return len(vocabulary.Sheets)
	}
	return at
}

// sheetTitle is how people call a kind of file.
func sheetTitle(kind string) string {
	if sheet, ok := vocabulary.SheetOf(vocabulary.Kind(strings.ReplaceAll(kind, " ", "_"))); ok {
		return sheet.Title
	}
	return strings.ReplaceAll(kind, "_", " ")
}

// isNeed reports whether a figure waits for a file that nobody gave.
func isNeed(r metrics.Reading) bool { return strings.HasPrefix(r.Note, "needs:") }

// needs are the kinds of files that figures wait for, each once, in order of
// the sheets, with the titles of the indicators that wait.
func (c *composer) needs() (kinds []string, wait map[string][]string) {
	wait = map[string][]string{}
	for _, a := range c.Answers {
		for _, r := range a.Readings {
			kind, ok := strings.CutPrefix(r.Note, "needs:")
			if ok && r.Cohort == c.Cohort && !slices.Contains(wait[kind], a.Indicator.Title) {
				wait[kind] = append(wait[kind], a.Indicator.Title)
			}
		}
	}
	if len(c.Meetings) > 0 && !c.planned() {
		wait[string(vocabulary.Sessions)] = []string{c.say("missing.planned")}
	}
	for _, sheet := range vocabulary.Sheets {
		if len(wait[string(sheet.Kind)]) > 0 {
			kinds = append(kinds, string(sheet.Kind))
		}
	}
	return kinds, wait
}

// missing is what the page needs in order to say more.
func (c *composer) missing() Section {
	s := Section{ID: "missing", Title: c.say("section.missing"), Intro: c.say("section.missing.intro")}
	kinds, wait := c.needs()
	if len(kinds) == 0 {
		return s
	}
	f := Figure{ID: "needs", Title: c.say("missing.title", len(kinds)), Sentence: c.missingSentence(), Caption: c.say("missing.caption", c.Span),
		Table: Table{Title: c.say("missing.table"), Columns: []TableColumn{{Heading: c.say("column.missing")}, {Heading: c.say("column.lets")}, {Heading: c.say("column.waits")}}}}
	for _, kind := range kinds {
		f.Table.Rows = append(f.Table.Rows, []TableCell{textCell(sheetTitle(kind)), textCell(c.thenOf(kind)), textCell(strings.Join(wait[kind], ", "))})
	}
	s.Figures = []Figure{f}
	return s
}

// thenOf is what a kind of file lets the page say.
func (c *composer) thenOf(kind string) string {
	switch vocabulary.Kind(kind) {
	case vocabulary.Roster, vocabulary.Survey, vocabulary.Stories, vocabulary.Attendance, vocabulary.Codebook, vocabulary.Sessions:
		return c.say("then." + kind)
	}
	sheet, _ := vocabulary.SheetOf(vocabulary.Kind(kind))
	return sheet.Purpose
}

// missingSentence names what is missing.
func (c *composer) missingSentence() string {
	kinds, _ := c.needs()
	if len(kinds) == 0 {
		return ""
	}
	var titles []string
	for _, kind := range kinds {
		title := sheetTitle(kind)
		titles = append(titles, strings.ToLower(title[:1])+title[1:])
	}
	return c.say("missing.sentence", c.print.List(titles))
}
