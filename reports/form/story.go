package form

import (
	"valuetrail/internal/message"
	"valuetrail/internal/vocabulary"
)

// storyPage is one side of the story sheet.
type storyPage struct {
	Title, Intro string
	Blocks       []storyBlock
}

type storyBlock struct {
	Title, Intro string
	Rows         [][]storyBox
}

// storyBox is a field to fill in: its heading is that of the sheet stories.
type storyBox struct {
	Question, Heading, Size string
	Ticks                   []storyTick
}

// storyTick is a word to choose: what stands in the cell, and what it means.
type storyTick struct{ Say, Word string }

// storyLayout is what the story sheet asks, side by side: blocks of rows of
// headings, each with its height. The words of closed lists are ticked.
var storyLayout = [][]struct {
	block string
	rows  [][]string
}{
	{
		{"who", [][]string{{"story_id:s1", "collected_on:s1", "session_id:s1"}, {"teller_id:s1", "teller_label:s1", "collector_id:s1"}}},
		{"start", [][]string{{"activity:s3"}, {"output:s3"}, {"activity_date:s1", "activity_ref:s1"}}},
		{"ending", [][]string{{"kind:s1"}, {"application:s3"}, {"application_date:s1", "applied_unit:s1"}}},
	},
	{
		{"results", [][]string{{"outcome_personal:s2", "outcome_organizational:s2"}, {"metric_name:s1", "metric_before:s1", "metric_after:s1"},
			{"other_contributors:s2", "new_definition_of_success:s2"}, {"valence:s1"}}},
		{"consent", [][]string{{"consent_scope:s1"}, {"anonymize:s1", "follow_up_due:s1"}}},
	},
}

// StorySheet is a sheet of two pages on which a story is written down in ten
// minutes: how it began, how it went on or how people hope it will, and who may
// read it, in plain words. Its fields are headings of the sheet stories. It is
// one HTML file that needs nothing else. community may be "".
func StorySheet(community, lang string) ([]byte, error) {
	say := message.For(lang)
	view := struct {
		Lang, Title string
		Pages       []storyPage
	}{Lang: say.Language(), Title: say.Say("storysheet.title")}
	for i, blocks := range storyLayout {
		p := storyPage{Title: say.Say("storysheet.title"), Intro: say.Say("storysheet.intro."+[]string{"front", "back"}[i], community)}
		for _, b := range blocks {
			block := storyBlock{Title: say.Say("storysheet.block." + b.block), Intro: say.Say("storysheet.block." + b.block + ".intro")}
			for _, row := range b.rows {
				block.Rows = append(block.Rows, storyRow(say, row))
			}
			p.Blocks = append(p.Blocks, block)
		}
		view.Pages = append(view.Pages, p)
	}
	return onPaper("story", view)
}

func storyRow(say message.Printer, row []string) []storyBox {
	stories, _ := vocabulary.SheetOf(vocabulary.Stories)
	var all []storyBox
	for _, cell := range row {
		heading, size := cell[:len(cell)-3], cell[len(cell)-2:]
		box := storyBox{Question: say.Say("storysheet." + heading), Heading: heading, Size: size}
		if at := stories.Index(heading); at >= 0 {
			f := stories.Fields[at]
			words := f.Choice.Words
			if f.Holds == vocabulary.Flag {
				words = []string{say.Say("form.yes"), say.Say("form.no")}
			}
			for _, w := range words {
				box.Ticks = append(box.Ticks, storyTick{say.Say("storysheet." + heading + "." + w), w})
			}
		}
		all = append(all, box)
	}
	return all
}
