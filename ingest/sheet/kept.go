package sheet

// Kept is a sheet as a store kept it: its rows as Rows gave them, and what a
// reader asks of a sheet besides.
type Kept struct {
	Name   string
	Hidden bool
	// Blank counts the rows without content, as BlankRows did.
	Blank int
	Rows  []Row
}

// Restore makes a book again from what was kept of it, so that it can be read
// anew when people have said more about it. Its notes are not in it: they were
// told when the file itself was read.
func Restore(name, delimiter string, sum [32]byte, kept []Kept) *Book {
	b := &Book{Name: name, SHA256: sum, Delimiter: delimiter}
	for i, k := range kept {
		b.Sheets = append(b.Sheets, &Sheet{No: i + 1, Name: k.Name, Hidden: k.Hidden, book: b,
			open: func() (source, error) { return &keptRows{kept: k}, nil }})
	}
	return b
}

// keptRows gives the kept rows one by one.
type keptRows struct {
	kept Kept
	at   int
}

func (k *keptRows) next() (Row, bool, error) {
	if k.at >= len(k.kept.Rows) {
		return Row{}, false, nil
	}
	k.at++
	return k.kept.Rows[k.at-1], true, nil
}

func (k *keptRows) share() float64 { return shareOf(int64(k.at), int64(len(k.kept.Rows))) }

func (k *keptRows) last() int { return len(k.kept.Rows) + k.kept.Blank }

// Through is the book with every row of a pass given through a function of its
// own, which change makes when the pass begins. The rows that it gets are its to
// change; it may not change their numbers.
func (b *Book) Through(change func() func(Row) Row) *Book {
	out := *b
	out.Sheets = nil
	for _, s := range b.Sheets {
		one := &Sheet{No: s.No, Name: s.Name, Hidden: s.Hidden, book: &out}
		one.open = func() (source, error) {
			src, err := s.open()
			return &changedRows{src, change()}, err
		}
		out.Sheets = append(out.Sheets, one)
	}
	return &out
}

// changedRows gives the rows of a source changed.
type changedRows struct {
	source
	change func(Row) Row
}

func (c *changedRows) next() (Row, bool, error) {
	row, ok, err := c.source.next()
	if ok && err == nil && len(row.Cells) > 0 {
		row.Cells = append([]string(nil), row.Cells...)
		row = c.change(row)
	}
	return row, ok, err
}
