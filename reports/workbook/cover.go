package workbook

import (
	"strconv"

	"valuetrail/internal/vocabulary"
	"valuetrail/reports"
)

// coverLine is a line of the cover: what it is and what it says. A heading
// stands alone.
type coverLine struct {
	label, words string
	heading      bool
}

// cover is the first sheet: the message and what a sponsor needs to know.
func (b *book) cover(r reports.Report) error {
	name, err := b.sheet(b.say.Say("workbook.cover"))
	if err != nil {
		return err
	}
	if err := firstError(b.begin(name, 30, 100), b.text(name, 1, 1, r.Title, style{bold: true, size: 18})); err != nil {
		return err
	}
	row := 2
	if b.draft != "" {
		if err := b.text(name, 1, row, b.draft, style{bold: true}); err != nil {
			return err
		}
		row++
	}
	for _, line := range b.coverLines(r) {
		left, right := style{wrapped: true}, style{wrapped: true}
		if line.heading {
			left = style{bold: true, size: 13, underlined: true}
			right = style{underlined: true}
		}
		if err := firstError(b.text(name, 1, row, line.label, left), b.text(name, 2, row, line.words, right)); err != nil {
			return err
		}
		row++
	}
	return b.end(name)
}

func (b *book) coverLines(r reports.Report) []coverLine {
	state := b.say.Say("workbook.release", r.Release)
	if r.Draft {
		state = b.say.Say("workbook.state.draft")
	}
	var all []coverLine
	add := func(label, words string) {
		if words != "" {
			all = append(all, coverLine{label: label, words: words})
		}
	}
	part := func(key string, n int) {
		if n > 0 {
			all = append(all, coverLine{label: b.say.Say(key), heading: true})
		}
	}
	add(b.say.Say("workbook.headline"), r.Headline)
	add(b.say.Say("workbook.purpose"), r.Purpose)
	add(b.say.Say("workbook.span"), r.Span)
	add(b.say.Say("workbook.audience"), b.say.Say("audience."+string(r.Audience)))
	add(b.say.Say("workbook.state"), state)
	add(b.say.Say("workbook.made"), b.say.Day(day(r.MadeAt)))
	part("workbook.facts", len(r.Facts))
	for _, f := range r.Facts {
		add(f.Label, f.Value)
	}
	for _, f := range r.Brief {
		add(f.Lead, f.Sentence)
	}
	part("workbook.comments", len(r.Comments))
	for _, words := range r.Comments {
		add("–", words)
	}
	part("workbook.findings", len(r.Findings))
	for i, f := range r.Findings {
		add(strconv.Itoa(i+1)+". "+f.Lead, f.Sentence)
	}
	asked := "workbook.asked"
	if r.Audience == vocabulary.Convenor || r.Audience == vocabulary.Readers {
		asked = "workbook.asked_them"
	}
	part(asked, len(r.Asked))
	for i, line := range r.Asked {
		add(strconv.Itoa(i+1)+".", line)
	}
	part("workbook.since", len(r.Since))
	for i, line := range r.Since {
		add(strconv.Itoa(i+1)+".", line)
	}
	for _, s := range r.Sections {
		if lines := append(s.Lines[:len(s.Lines):len(s.Lines)], s.Comments...); len(lines) > 0 {
			all = append(all, coverLine{label: s.Title, heading: true})
			for _, line := range lines {
				add("–", line)
			}
		}
	}
	return all
}

// contents lists the sheets with links.
func (b *book) contents(name string, sheets []sheet) error {
	err := firstError(b.begin(name, 34, 100), b.text(name, 1, 1, b.say.Say("workbook.contents"), style{bold: true, size: 14}),
		b.text(name, 1, 2, b.say.Say("workbook.sheet"), style{bold: true, underlined: true}), b.text(name, 2, 2, b.say.Say("workbook.about"), style{bold: true, underlined: true}))
	if err != nil {
		return err
	}
	for i, s := range sheets {
		row, about := i+3, s.title
		if s.list {
			about = s.lines[0]
		}
		err := firstError(b.text(name, 1, row, s.name, style{link: true}), b.goTo(name, 1, row, s.name), b.text(name, 2, row, about, style{wrapped: true}))
		if err != nil {
			return err
		}
	}
	return b.end(name)
}
