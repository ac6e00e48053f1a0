package sheet

// Note tells of one thing that was repaired, where it was.
type Note struct {
	Sheet  int    // Sheet.No
	Row    int    // Row.No
	Column int    // 1-based; 0 = the whole row
	What   string // one of the Note constants
}

// What notes tell.
const (
	NoteNUL        = "nul_characters"        // NUL characters were left out of the cell
	NoteBytes      = "broken_characters"     // bytes that the encoding does not know stand as U+FFFD
	NoteQuote      = "stray_quote"           // quotes in the cell have no partner: read as far as its line goes
	NoteFormula    = "formula_without_value" // a formula whose result the file does not hold: the cell is blank
	NoteNotANumber = "not_a_number"          // a number cell that holds other text: read as it stands
	NoteOrder      = "row_out_of_order"      // the row stands after one with a greater number
	NoteCut        = "last_line_cut"         // the last line has no end, and fewer cells than the one before
	NoteMore       = "more_notes"            // further notes on this sheet were not kept
)

const maxNotes = 1000

// note keeps what was repaired in a row and column of s.
func (s *Sheet) note(row, column int, what string) {
	s.noted++
	if s.noted > maxNotes+1 {
		return
	}
	if s.noted == maxNotes+1 {
		what = NoteMore
	}
	s.book.Notes = append(s.book.Notes, Note{Sheet: s.No, Row: row, Column: column, What: what})
}

// restart forgets what the pass before told, and gives it.
func (s *Sheet) restart() (told []Note) {
	kept := s.book.Notes[:0:0]
	for _, n := range s.book.Notes {
		if n.Sheet == s.No {
			told = append(told, n)
		} else {
			kept = append(kept, n)
		}
	}
	s.book.Notes, s.blank, s.noted = kept, 0, 0
	return told
}
