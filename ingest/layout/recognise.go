package layout

import (
	"fmt"
	"strings"

	"valuetrail/ingest/sheet"
)

// floor is the least certainty at which a book counts as recognised, tie the
// distance below which two layouts are as likely.
const (
	floor = 0.5
	tie   = 0.02
)

// All are the layouts, the most particular first.
func All() []Layout {
	return []Layout{
		Zoom{}, Teams{}, GoogleMeet{}, Webex{}, Luma{}, Eventbrite{},
		Qualtrics{}, SurveyMonkey{}, answersTool{microsoftForms, findForms}, answersTool{googleForms, findGoogle},
		answersTool{limeSurvey, findLime}, answersTool{redCap, findCap}, answersTool{odk, findODK}, answersTool{kobo, findKobo}, answersTool{surveyCTO, findCTO},
		answersTool{typeform, findType}, answersTool{alchemer, findGizmo}, answersTool{jotform, findJot},
		Own{}, Register{},
	}
}

// UnknownLayoutError says that no layout, or more than one, fits a book.
type UnknownLayoutError struct {
	Book string
	// Between are the sources that fit equally well, empty when none does.
	Between []string
	// Headings are those of the likeliest header row.
	Headings []string
	// Turned says that it seems to be a register with days down and names across.
	Turned bool
}

// Hint says what to do about a register the other way round, "" about other books.
func (e *UnknownLayoutError) Hint() string {
	if !e.Turned {
		return ""
	}
	return "it looks like a register with days down and names across: turn it so that names stand down and days across (copy, paste special, transpose), and ingest it again"
}

func (e *UnknownLayoutError) Error() string {
	if len(e.Between) > 0 {
		return fmt.Sprintf("recognise %s: could be any of %v", e.Book, e.Between)
	}
	seen := "it has no headings"
	if len(e.Headings) > 0 {
		seen = "its headings are " + strings.Join(e.Headings[:min(6, len(e.Headings))], ", ")
	}
	return fmt.Sprintf("recognise %s: not a layout that valuetrail knows: %s", e.Book, seen)
}

// Recognise finds the layout of a book: the surest above a floor. An
// *UnknownLayoutError says that none is, or that two are equally sure.
func Recognise(b *sheet.Book) (Layout, error) {
	var best Layout
	var sure float64
	var between []string
	for _, l := range All() {
		p, err := l.Match(b)
		if err != nil {
			return nil, fmt.Errorf("recognise %s: %w", b.Name, err)
		}
		switch {
		case p < floor:
		case p > sure+tie:
			best, sure, between = l, p, []string{l.Source()}
		case p > sure-tie:
			between = append(between, l.Source())
		}
	}
	if best == nil || len(between) > 1 {
		return nil, unknown(b, between)
	}
	return best, nil
}

// unknown is the error for a book, with the row that looks most like headings:
// the first of those with the most cells.
func unknown(b *sheet.Book, between []string) *UnknownLayoutError {
	e := &UnknownLayoutError{Book: b.Name, Between: between}
	for _, s := range b.Sheets {
		rows, err := firstRows(s, headRows)
		if err != nil {
			continue // the file's fault is told by whoever reads it whole
		}
		e.Turned = e.Turned || turned(rows)
		for _, row := range rows {
			if filled(row.Cells) > len(e.Headings) {
				e.Headings = e.Headings[:0]
				for _, c := range row.Cells {
					if c = tidy(c); c != "" {
						e.Headings = append(e.Headings, c)
					}
				}
			}
		}
	}
	return e
}
