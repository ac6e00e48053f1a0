package layout

import (
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
			g.rows = rows[g.above:]
			grids = append(grids, g)
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
			r.sum.Skipped["other_sheet"] += len(rows)
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
