package form

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"valuetrail/internal/message"
	"valuetrail/internal/vocabulary"
)

// listsSheet is the hidden sheet that long drop-downs take their words from.
const listsSheet = "Lists"

// mostInline is how many characters a list may have that stands in the
// drop-down itself; the format allows 255 and no commas in a word.
const mostInline = 250

// Known is what a community has said of itself, for drop-downs of its own. What
// is empty gives none.
type Known struct {
	Members []Member
	// Cohorts, Groups and Indicators are the ids that sheets repeat.
	Cohorts, Groups, Indicators []string
}

// Member is a line of the member list: the id to write, and who that is.
type Member struct{ ID, Name string }

// words are what a drop-down under the field offers, none for free cells.
func (b *book) words(kind vocabulary.Kind, f vocabulary.Field) []string {
	switch {
	case f.Holds == vocabulary.Flag:
		return []string{b.say.Say("form.yes"), b.say.Say("form.no")}
	case len(f.Choice.Words) > 0:
		return f.Choice.Words
	case f.Holds == vocabulary.MemberID && kind != vocabulary.Roster:
		var ids []string
		for _, m := range b.known.Members {
			ids = append(ids, m.ID)
		}
		return ids
	case f.Heading == "cohort":
		return b.known.Cohorts
	case f.Heading == "leadership_group":
		return b.known.Groups
	case f.Heading == "indicator_id":
		return b.known.Indicators
	}
	return nil
}

// dropDown offers words under a heading; other words pass with a warning, for
// the reader knows synonyms. No words give a hint alone.
func (b *book) dropDown(sheet, sqref string, words []string, title, hint string) error {
	list := excelize.NewDataValidation(true)
	list.Sqref = sqref
	list.SetInput(cut(title, 32), cut(hint, 255))
	if len(words) == 0 {
		list.Type = "none"
		return b.file.AddDataValidation(sheet, list)
	}
	if joined := strings.Join(words, ","); len(joined) <= mostInline && strings.Count(joined, ",") == len(words)-1 {
		if err := list.SetDropList(words); err != nil {
			return fmt.Errorf("%s: %w", title, err)
		}
	} else {
		from, err := b.list(words)
		if err != nil {
			return err
		}
		list.SetSqrefDropList(from)
	}
	list.SetError(excelize.DataValidationErrorStyleWarning, cut(title, 32), b.say.Say("form.unknown_word"))
	return b.file.AddDataValidation(sheet, list)
}

// list is where words stand on the sheet Lists, which holds each list once.
func (b *book) list(words []string) (string, error) {
	key := strings.Join(words, "\n")
	if b.lists[key] != "" {
		return b.lists[key], nil
	}
	if len(b.lists) == 0 {
		if _, err := b.file.NewSheet(listsSheet); err != nil {
			return "", err
		}
		if err := b.file.SetSheetVisible(listsSheet, false); err != nil {
			return "", err
		}
	}
	column, err := excelize.ColumnNumberToName(len(b.lists) + 1)
	if err != nil {
		return "", err
	}
	for i, w := range words {
		if err := b.file.SetCellStr(listsSheet, fmt.Sprintf("%s%d", column, i+1), message.Stored(message.Cell(w))); err != nil {
			return "", err
		}
	}
	b.lists[key] = fmt.Sprintf("%s!$%s$1:$%s$%d", listsSheet, column, column, len(words))
	return b.lists[key], nil
}

// cut is text of at most n UTF-16 units, as the format counts.
func cut(text string, n int) string {
	units := 0
	for i, r := range text {
		if units++; r > 0xFFFF {
			units++
		}
		if units > n {
			return text[:i]
		}
	}
	return text
}
