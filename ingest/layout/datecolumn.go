package layout

import "time"

// dateColumn decides by all its cells in which order a column writes its days.
// The zero dateColumn has seen nothing.
type dateColumn struct {
	seen   int        // days written in numbers, year not first
	differ int        // of these, how many are another day in the other order
	cannot [2]bool    // dmy, mdy: some cell is no day in this order
	turns  [2]turning // whether the column ascends or descends
	near   Moment     // a day that the column is known to be about
	far    [2]bool    // some cell lies more than a day from near
	dotted bool
	twelve bool // some clock has twelve hours
}

// turning follows a sequence of moments.
type turning struct {
	last     time.Time
	up, down bool // it rose, it fell, somewhere
	moves    int
}

var twoOrders = [2]string{dmy, mdy}

// add takes a cell's text into account; what is no date is passed over.
func (c *dateColumn) add(text string) {
	if w, ok := readDate(text); ok {
		c.addWritten(w)
	}
}

func (c *dateColumn) addWritten(w writtenDate) {
	c.twelve = c.twelve || w.twelve
	if w.order != "" {
		return
	}
	c.seen++
	c.dotted = c.dotted || w.dotted
	var read [2]Moment
	for i, order := range twoOrders {
		m, ok := w.in(order)
		if !ok {
			c.cannot[i] = true
			continue
		}
		read[i] = m
		c.turns[i].step(m.wall)
		if !c.near.IsZero() && m.wall.Sub(c.near.wall).Abs() > 36*time.Hour {
			c.far[i] = true
		}
	}
	if read[0] != read[1] {
		c.differ++
	}
}

func (t *turning) step(at time.Time) {
	if !t.last.IsZero() {
		t.up = t.up || at.After(t.last)
		t.down = t.down || at.Before(t.last)
		if !at.Equal(t.last) {
			t.moves++
		}
	}
	t.last = at
}

// order is what the cells say: dmy or mdy, "" when they leave it open. It is
// dmy when both orders give the same days.
func (c *dateColumn) order() string {
	switch {
	case c.cannot[0] && c.cannot[1]:
		return ""
	case c.cannot[0]:
		return mdy
	case c.cannot[1], c.differ == 0:
		return dmy
	case c.dotted:
		return dmy
	case !c.near.IsZero() && c.far[0] != c.far[1]:
		if c.far[0] {
			return mdy
		}
		return dmy
	}
	straight := [2]bool{!(c.turns[0].up && c.turns[0].down), !(c.turns[1].up && c.turns[1].down)}
	if c.turns[0].moves >= 2 && straight[0] != straight[1] {
		if straight[0] {
			return dmy
		}
		return mdy
	}
	return ""
}

// forced reports that only one order reads every cell, or that it makes no
// difference: nothing that is said can change it.
func (c *dateColumn) forced() bool { return c.cannot[0] != c.cannot[1] || c.differ == 0 }

// mixed reports that no one order fits all cells.
func (c *dateColumn) mixed() bool { return c.cannot[0] && c.cannot[1] }

// OrderTold is the order of days, dmy or mdy, that columns of these tables tell
// without doubt, for some day of theirs can be read in no other; "" where none
// does or two differ. Days with dots say nothing about how others are written.
func OrderTold(tables [][][]string) string {
	told := map[string]bool{}
	for _, rows := range tables {
		columns := map[int]*dateColumn{}
		for _, cells := range rows {
			for i, text := range cells {
				if columns[i] == nil {
					columns[i] = &dateColumn{}
				}
				columns[i].add(text)
			}
		}
		for _, c := range columns {
			if c.cannot[0] != c.cannot[1] && !c.dotted {
				told[c.order()] = true
			}
		}
	}
	switch {
	case told[dmy] == told[mdy]:
		return ""
	case told[dmy]:
		return dmy
	}
	return mdy
}

// dates reads the cells of a column whose order has been decided.
type dates struct {
	order string // "" reads only what every order reads alike
}

// read gives the moment a cell means. It is false for what is no date; open
// tells that the cell is one, but which day depends on the order.
func (d dates) read(text string) (m Moment, ok, open bool) {
	w, ok := readDate(text)
	if !ok {
		return Moment{}, false, false
	}
	return d.of(w)
}

func (d dates) of(w writtenDate) (m Moment, ok, open bool) {
	if d.order != "" {
		m, ok = w.in(d.order)
		return m, ok, false
	}
	a, isDMY := w.in(dmy)
	b, isMDY := w.in(mdy)
	switch {
	case isDMY && isMDY && a != b:
		return Moment{}, false, true
	case isDMY:
		return a, true, false
	}
	return b, isMDY, false
}
