package layout

import (
	"slices"

	"valuetrail/ingest/sheet"
	"valuetrail/internal/vocabulary"
)

// Register reads lists kept by hand: names down and sessions across, a row a
// person and session, sheets signed at the door, or only how many came to each
// session.
type Register struct{}

const register = "register"

// Source implements Layout.
func (Register) Source() string { return register }

// Match implements Layout.
func (Register) Match(b *sheet.Book) (float64, error) {
	best := 0.0
	for _, s := range b.Sheets {
		rows, err := firstRows(s, 4*headRows)
		if err != nil {
			return 0, err
		}
		if g, ok := findGrid(s, rows); ok {
			best = max(best, g.sure)
		} else if _, ok := findLong(s, rows); ok {
			best = max(best, 0.7)
		} else if _, ok := findHeadcount(s, rows); ok {
			best = max(best, 0.75)
		} else if in, ok := findSignIn(s, rows); ok {
			best = max(best, in.sure)
		}
	}
	return best, nil
}

// with is the grid with the rows of its sheet, in a file of this name.
func (g grid) with(rows []sheet.Row, file string) grid {
	g.rows = rows[g.above:]
	above := slices.IndexFunc(rows, func(row sheet.Row) bool { return row.No == g.header.No })
	g.around = spanAround(rows[:above], g.sheet.Name, file)
	return g
}

// datedGrid finds a register with days across on a sheet of a workbook that is
// something else, with all its rows.
func datedGrid(s *sheet.Sheet, head []sheet.Row, file string) (grid, bool) {
	g, ok := findGrid(s, head)
	if !ok || !g.dated {
		return grid{}, false
	}
	rows, err := firstRows(s, -1)
	if err != nil {
		return grid{}, false // told where the sheet is read
	}
	return g.with(rows, file), true
}

// Read implements Layout.
func (Register) Read(b *sheet.Book, said Said, to Sink) (Summary, error) {
	r := newReading(register, vocabulary.Attendance, b, said, to)
	var grids []grid
	counts, people := 0, 0 // tables of how many came, and of who
	for _, s := range b.Sheets {
		rows, err := firstRows(s, -1)
		if err != nil {
			return r.finish(), err
		}
		r.sum.Skipped["blank"] += s.BlankRows()
		head := rows[:min(len(rows), 4*headRows)]
		if g, ok := findGrid(s, head); ok {
			grids = append(grids, g.with(rows, b.Name))
		} else if l, ok := findLong(s, head); ok {
			people++
			err = r.readLong(l, rows[l.above:])
		} else if h, ok := findHeadcount(s, head); ok {
			counts++
			err = r.readHeadcount(h, rows[h.above:])
		} else if in, ok := findSignIn(s, head); ok {
			people++
			err = r.readSignIn(in, rows[len(in.above)+1:])
		} else {
			r.passOver(s, rows)
		}
		if err != nil {
			return r.finish(), err
		}
	}
	people += len(grids)
	if r.read = counts + people; counts > 0 && people == 0 {
		r.sum.Kind = vocabulary.Meeting
	}
	if err := r.readGrids(grids); err != nil {
		return r.finish(), err
	}
	return r.done()
}
