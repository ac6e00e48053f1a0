// Package workbook draws a report as one Excel workbook: a cover, a contents
// sheet, one real table a sheet with typed numbers, native charts of bars, the
// stories open to the reader, every figure, definitions, notes, sources and a
// dictionary. It shows what the
// Report holds and nothing else: no formulas, no hidden sheets, no outside
// links. The same Report gives the same bytes.
package workbook

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"valuetrail/internal/message"
	"valuetrail/metrics"
	"valuetrail/reports"
)

// Draw writes the workbook of r to w. After an error nothing has been written
// unless w itself failed.
func Draw(w io.Writer, r reports.Report) error {
	b, err := newBook(r)
	if err != nil {
		return fmt.Errorf("workbook: %w", err)
	}
	defer b.file.Close()
	if err := b.draw(r); err != nil {
		return fmt.Errorf("workbook: %w", err)
	}
	data, err := b.bytes()
	if err != nil {
		return fmt.Errorf("workbook: %w", err)
	}
	if _, err := w.Write(data); err != nil {
		return fmt.Errorf("workbook: %w", err)
	}
	return nil
}

// draw plans every sheet first, for the contents come second and link to all.
func (b *book) draw(r reports.Report) error {
	sheets := b.plan(r)
	if err := b.cover(r); err != nil {
		return fmt.Errorf("cover: %w", err)
	}
	for i := range sheets {
		name, err := b.sheet(sheets[i].name)
		if err != nil {
			return err
		}
		sheets[i].name = name
	}
	if err := b.contents(sheets[0].name, sheets[1:]); err != nil {
		return fmt.Errorf("contents: %w", err)
	}
	for _, s := range sheets[1:] {
		if err := b.tableSheet(s, sheets[0].name); err != nil {
			return fmt.Errorf("%s: %w", s.name, err)
		}
	}
	return nil
}

// sheet is one sheet with a table: a title, lines above the table, the table.
type sheet struct {
	name, title string
	lines       []string
	table       reports.Table
	// tableName is the name of the Excel table.
	tableName string
	chart     *drawing
	// list sheets are not figures: their title is their name.
	list bool
	// meanings are what the columns hold, for the dictionary, nil where their kind of
	// value says it.
	meanings []string
	// low says that the rows stay low, for what they hold is to be copied.
	low bool
}

// plan lists the sheets after the cover; the first is the contents.
func (b *book) plan(r reports.Report) []sheet {
	all, lists := []sheet{{name: b.say.Say("workbook.contents")}}, b.lists(r)
	taken := map[string]bool{strings.ToLower(b.say.Say("workbook.cover")): true, strings.ToLower(b.say.Say("workbook.dictionary")): true}
	for _, s := range append(lists, all...) {
		taken[strings.ToLower(s.name)] = true
	}
	for _, section := range r.Sections {
		for _, f := range section.Figures {
			if len(f.Table.Columns) == 0 || f.Listed {
				continue
			}
			s := sheet{name: b.figureSheet(f, len(all), taken), title: f.Title, table: f.Table, tableName: "figure_" + f.ID}
			s.lines = append(s.lines, f.Caption)
			if f.Data != "" {
				s.lines = append(s.lines, f.Data)
			}
			if f.Sentence != f.Title {
				s.lines = append(s.lines, f.Sentence)
			}
			s.lines = append(append(s.lines, f.Counted...), b.marks(f.Table)...)
			s.chart = chartOf(f)
			all = append(all, s)
		}
	}
	all = append(all, lists...)
	if len(all) == 1 {
		return all
	}
	return append(all, b.dictionary(all[1:]))
}

// mostSheetName is how long the name of a sheet may be.
const mostSheetName = 31

// figureSheet names the sheet of a figure by its table, cut at a blank; one that
// says nothing has a number.
func (b *book) figureSheet(f reports.Figure, n int, taken map[string]bool) string {
	name := f.Table.Title
	if strings.TrimSpace(name) == "" {
		name = b.say.Say("workbook.table", n)
	}
	for utf8.RuneCountInString(name) > mostSheetName {
		at := strings.LastIndex(name, " ")
		if at <= 0 {
			break // one long word is cut where it has to be
		}
		name = name[:at]
	}
	return message.SheetName(name, taken)
}

// marks say what the marks in a table mean.
func (b *book) marks(t reports.Table) []string {
	var lines []string
	for _, mark := range []string{"[c]", "[x]", "[z]"} {
		if slices.ContainsFunc(t.Rows, func(row []reports.TableCell) bool {
			return slices.ContainsFunc(row, func(c reports.TableCell) bool { return c.Mark == mark })
		}) {
			lines = append(lines, mark+" "+b.say.Say("workbook.mark."+mark[1:2]))
		}
	}
	return lines
}

// stories are the stories of all sections, each once, in order.
func stories(r reports.Report) []metrics.Story {
	var all []metrics.Story
	for _, s := range r.Sections {
		for _, story := range s.Stories {
			if !slices.ContainsFunc(all, func(o metrics.Story) bool { return o.ID == story.ID }) {
				all = append(all, story)
			}
		}
	}
	return all
}

// day is a moment's day in UTC since 1970-01-01.
func day(at time.Time) int { return int(at.UTC().Truncate(24*time.Hour).Unix() / 86400) }
