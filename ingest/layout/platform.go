package layout

import (
	"slices"
	"strings"

	"valuetrail/ingest/sheet"
	"valuetrail/internal/vocabulary"
)

// platformHead is how many rows of a sheet tell whether a platform wrote it, and
// where its table begins: both when a book is recognised and when it is read.
const platformHead = 60

// matchSheets is how sure a platform is of the first sheet that it knows. sure
// is given a sheet's number and its first rows.
func matchSheets(b *sheet.Book, sure func(no int, head []sheet.Row) float64) (float64, error) {
	for _, s := range b.Sheets {
		head, err := firstRows(s, platformHead)
		if err != nil {
			return 0, err
		}
		if p := sure(s.No, head); p > 0 {
			return p, nil
		}
	}
	return 0, nil
}

// readSheets reads the sheets of a platform's book. read is given a sheet's
// number, its first rows as matchSheets gives them, and all its rows; it is
// false for a sheet that the platform did not write.
func readSheets(source string, b *sheet.Book, said Said, to Sink, read func(r *reading, no int, head, rows []sheet.Row) (bool, error)) (Summary, error) {
	r := newReading(source, vocabulary.Attendance, b, said, to)
	for _, s := range b.Sheets {
		rows, err := firstRows(s, -1)
		if err != nil {
			return r.finish(), err
		}
		r.sum.Skipped["blank"] += s.BlankRows()
		known, err := read(r, s.No, rows[:min(len(rows), platformHead)], rows)
		if err != nil {
			return r.finish(), err
		}
		if known {
			r.read++
		} else {
			r.sum.Skipped["other_sheet"] += len(rows)
		}
	}
	return r.done()
}

// listTable is where a platform's list stands on a sheet: one row of headings,
// and under it a row a stay or a guest.
type listTable struct {
	sheet  int
	header sheet.Row
	column map[string]int // 1-based, by what it holds
	above  []sheet.Row
	sure   float64
}

// at is where the list's headings stand.
func (t listTable) at() place { return place{sheet: t.sheet, row: t.header.No} }

// findList finds a platform's list among the first rows of a sheet.
type findList func(no int, head []sheet.Row) (listTable, bool)

// matchLists is matchSheets for a platform that writes lists.
func matchLists(b *sheet.Book, find findList) (float64, error) {
	return matchSheets(b, func(no int, head []sheet.Row) float64 {
		t, _ := find(no, head)
		return t.sure
	})
}

// readLists is readSheets for a platform that writes lists: read is given each
// list and the rows under its headings.
func readLists(source string, b *sheet.Book, said Said, to Sink, find findList, read func(*reading, listTable, []sheet.Row) error) (Summary, error) {
	return readSheets(source, b, said, to, func(r *reading, no int, head, rows []sheet.Row) (bool, error) {
		t, ok := find(no, head)
		if !ok {
			return false, nil
		}
		r.headings(t.header, len(t.above))
		rows = rows[len(t.above)+1:]
		r.tellBeyond(no, t.header, rows)
		return true, read(r, t, rows)
	})
}

// headings counts a table's row of headings, and so many rows above it.
func (r *reading) headings(header sheet.Row, above int) {
	r.sum.Skipped["preamble"] += above
	r.sum.Skipped["heading"]++
	r.sum.Columns = max(r.sum.Columns, len(header.Cells))
}

// tellBeyond tells of the cells under a table that stand past its headings.
func (r *reading) tellBeyond(no int, header sheet.Row, rows []sheet.Row) {
	var b beyondHeadings
	for _, row := range rows {
		for c := len(header.Cells) + 1; c <= len(row.Cells); c++ {
			if cell(row, c) != "" {
				b.add(row, c)
			}
		}
	}
	b.tell(r, no)
}

// wordColumns finds which 1-based column holds what by plain headings; the first
// of two wins.
func wordColumns(row sheet.Row, words map[string]string) map[string]int {
	found := map[string]int{}
	for i, heading := range row.Cells {
		if role := words[plain(heading)]; role != "" && found[role] == 0 {
			found[role] = i + 1
		}
	}
	return found
}

// stayIn begins the stay that a row of a list tells of; false when the row is
// the headings once more.
func (r *reading) stayIn(t listTable, row sheet.Row) (stay, bool) {
	if slices.Equal(row.Cells, t.header.Cells) {
		r.sum.Skipped["heading"]++
		return stay{}, false
	}
	r.sum.Read++
	return stay{who: participantIn(row, t.column), at: place{sheet: t.sheet, row: row.No}}, true
}

// participantIn is who a row is about, by the columns for e-mail and for the
// name, whole or in two halves.
func participantIn(row sheet.Row, c map[string]int) participant {
	halves := strings.TrimSpace(cell(row, c[zoomGiven]) + " " + cell(row, c[zoomFamily]))
	return participant{name: first(cell(row, c[zoomName]), halves), email: cell(row, c[zoomEmail])}
}

// somebody is false for a row that names nobody, which is kept back, and for a
// bot's, which is ignored.
func (r *reading) somebody(s stay) bool {
	switch {
	case s.who.blank():
		r.keep(s.at, "required_blank", "", "name")
		return false
	case r.seenAs(s.who.name, s.who.email) == aBot:
		r.ignore("bot")
		return false
	}
	return true
}
