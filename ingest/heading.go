package ingest

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"valuetrail/ingest/sheet"
	"valuetrail/internal/vocabulary"
)

// headRows are how many rows of a sheet are looked through for headings.
const headRows = 20

// renamed is a book whose headings that people explained stand as they stood
// before. old leads loose new headings to the old ones; a row that has the old
// one as well is left alone, and so is all below the first row with the new one.
func renamed(book *sheet.Book, old map[string]string) *sheet.Book {
	if len(old) == 0 {
		return book
	}
	return book.Through(func() func(sheet.Row) sheet.Row {
		n, done := 0, map[string]bool{}
		return func(row sheet.Row) sheet.Row {
			if n++; n > headRows {
				return row
			}
			there := map[string]bool{}
			for _, c := range row.Cells {
				there[vocabulary.Loose(c)] = true
			}
			for i, c := range row.Cells {
				key := vocabulary.Loose(c)
				was, ok := old[key]
				if !ok || was == leftOut || done[key] || there[vocabulary.Loose(was)] {
					continue
				}
				done[key] = true
				row.Cells[i] = was
			}
			return row
		}
	})
}

// Head is one of the first rows of a stored file's sheet.
type Head struct {
	FileID     string
	Sheet, Row int
	Cells      []string
}

// headings are the cells of a row that could be headings, loose: texts with a
// letter in them.
func headings(cells []string) map[string]int {
	all := map[string]int{}
	for i, c := range cells {
		if key := vocabulary.Loose(c); strings.ContainsFunc(key, unicode.IsLetter) {
			if _, twice := all[key]; !twice {
				all[key] = i
			}
		}
	}
	return all
}

// rename is a heading that is new, and the ones of before that it may be, the
// likeliest first.
type rename struct {
	head   Head
	column int // of the new heading, from 1
	was    []string
}

// renames compares the headings of a file that nobody recognises with those of a
// stored file: nil unless most headings are the same, and a few new ones stand
// where a few are missing.
func renames(file, other []Head) []rename {
	var best []rename
	most := 0
	for _, f := range file {
		mine := headings(f.Cells)
		for _, o := range other {
			theirs := headings(o.Cells)
			both := 0
			for h := range theirs {
				if _, ok := mine[h]; ok {
					both++
				}
			}
			gone := len(theirs) - both
			if both <= most || both < 2 || gone == 0 || gone > 3 || gone > both || len(mine)-both > gone+2 {
				continue
			}
			if found := pairs(f, mine, o, theirs); len(found) > 0 {
				most, best = both, found
			}
		}
	}
	return best
}

// pairs leads each new heading to the missing ones, those in its place or of its
// words first.
func pairs(f Head, mine map[string]int, o Head, theirs map[string]int) []rename {
	var all []rename
	for key, i := range mine {
		if _, known := theirs[key]; known {
			continue
		}
		type candidate struct {
			heading string
			score   float64
		}
		var was []candidate
		for k, j := range theirs {
			if _, there := mine[k]; there {
				continue
			}
			score := headingsAlike(key, k)
			if i == j {
				score += 0.5
			}
			was = append(was, candidate{strings.TrimSpace(o.Cells[j]), score})
		}
		slices.SortFunc(was, func(a, b candidate) int {
			return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.heading, b.heading))
		})
		r := rename{head: f, column: i + 1}
		for _, c := range was {
			r.was = append(r.was, c.heading)
		}
		if len(was) > 0 && (was[0].score > 0 || len(was) == 1) {
			all = append(all, r)
		}
	}
	slices.SortFunc(all, func(a, b rename) int { return cmp.Compare(a.column, b.column) })
	return all
}

// headingsAlike is how much two headings have in common, 0 to 1: telling words, or
// being spelt alike.
func headingsAlike(a, b string) float64 {
	x := alikeness(a, b)
	if vocabulary.Nearest(a, []string{b}) != "" || vocabulary.Nearest(b, []string{a}) != "" {
		x = max(x, 0.7)
	}
	return x
}
