package workbook

import (
	"strconv"
	"strings"

	"valuetrail/metrics"
	"valuetrail/reports"
)

// lists are the sheets after the figures; those without rows are left out.
func (b *book) lists(r reports.Report) []sheet {
	var all []sheet
	for _, s := range []sheet{b.figureList(r), b.comparisonList(r), b.reliabilityList(r), b.storyList(r), b.definitionList(r), b.statementList(r), b.noteList(r), b.sourceList(r)} {
		if len(s.table.Rows) > 0 {
			s.title, s.list = s.name, true
			all = append(all, s)
		}
	}
	return all
}

// storyParts are the keys of a story's six texts, in the order of the template.
var storyParts = [6]string{"activity", "output", "application", "personal", "organizational", "success"}

// storyList has a row for each text of a story: a cell a story would outgrow
// the highest row there is.
func (b *book) storyList(r reports.Report) sheet {
	t := reports.Table{Columns: b.columns("story.title", "story.part", "story.words", "story.day", "story.byline", "story.cohort", "story.kind", "story.valence",
		"story.cycles", "story.confirmation", "story.id")}
	for _, s := range stories(r) {
		about := []string{b.storyDay(s), s.Byline, s.Cohort, b.word("kind", s.Kind), b.word("valence", s.Valence), b.cycles(s), b.word("confirmation", s.Confirmation), s.ID}
		title := s.Title
		if title == "" {
			title = s.ID
		}
		told := false
		for i, words := range s.Texts {
			if words != "" {
				told = true
				t.Rows = append(t.Rows, textRow(append([]string{title, b.say.Say("workbook.story." + storyParts[i]), words}, about...)...))
			}
		}
		if !told {
			t.Rows = append(t.Rows, textRow(append([]string{title, "", ""}, about...)...))
		}
	}
	return sheet{name: b.say.Say("workbook.stories"), lines: []string{b.say.Say("workbook.stories.lead")}, table: t, tableName: "stories"}
}

func (b *book) storyDay(s metrics.Story) string {
	if s.Day == 0 {
		return ""
	}
	return b.say.Day(s.Day)
}

func (b *book) cycles(s metrics.Story) string {
	var all []string
	for _, c := range s.Cycles {
		all = append(all, b.say.Say("cycle."+string(c)+".title"))
	}
	return strings.Join(all, "; ")
}

// word is a word of a closed list as people read it; one that no sentence knows
// as it is, none as blank.
func (b *book) word(list, value string) string {
	key := "workbook." + list + "." + value
	if value == "" || !b.say.Has(key) {
		return value
	}
	return b.say.Say(key)
}

func (b *book) definitionList(r reports.Report) sheet {
	t := reports.Table{Columns: b.columns("definition.title", "definition.question", "definition.counted", "definition.unit", "definition.source", "definition.id")}
	for _, d := range r.Definitions {
		t.Rows = append(t.Rows, textRow(d.Title, d.Question, d.Counted, d.Unit, d.Source, d.ID))
	}
	return sheet{name: b.say.Say("workbook.definitions"), lines: []string{b.say.Say("workbook.definitions.lead")}, table: t, tableName: "definitions"}
}

func (b *book) noteList(r reports.Report) sheet {
	t := reports.Table{Columns: b.columns("note.mark", "note.meaning")}
	for i, words := range r.Notes {
		t.Rows = append(t.Rows, textRow("[note "+strconv.Itoa(i+1)+"]", words))
	}
	var all reports.Table
	for _, section := range r.Sections {
		for _, f := range section.Figures {
			all.Rows = append(all.Rows, f.Table.Rows...)
		}
	}
	for _, line := range b.marks(all) {
		mark, meaning, _ := strings.Cut(line, " ")
		t.Rows = append(t.Rows, textRow(mark, meaning))
	}
	return sheet{name: b.say.Say("workbook.notes"), lines: []string{b.say.Say("workbook.notes.lead")}, table: t, tableName: "notes"}
}

func (b *book) sourceList(r reports.Report) sheet {
	t := reports.Table{Columns: b.columns("source.what", "source.kind", "source.from", "source.to")}
	for _, c := range b.columns("source.read", "source.loaded", "source.repeated", "source.checked", "source.ignored") {
		c.Number, c.Unit = true, "count"
		t.Columns = append(t.Columns, c)
	}
	for _, s := range r.Sources {
		row := textRow(s.What, s.Kind, s.From, s.To)
		for _, n := range []int{s.Read, s.Loaded, s.Repeated, s.Checked, s.Ignored} {
			x := float64(n)
			row = append(row, reports.TableCell{Text: strconv.Itoa(n), Value: &x})
		}
		t.Rows = append(t.Rows, row)
	}
	return sheet{name: b.say.Say("workbook.sources"), lines: []string{b.say.Say("workbook.sources.lead")}, table: t, tableName: "sources"}
}

func (b *book) columns(keys ...string) []reports.TableColumn {
	var all []reports.TableColumn
	for _, key := range keys {
		all = append(all, reports.TableColumn{Heading: b.say.Say("workbook." + key)})
	}
	return all
}

func textRow(cells ...string) []reports.TableCell {
	var all []reports.TableCell
	for _, text := range cells {
		all = append(all, reports.TableCell{Text: text})
	}
	return all
}
