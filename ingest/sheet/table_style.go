package sheet

// tableStyles are what the styles of an OpenDocument spreadsheet say that
// matters to its rows.
type tableStyles struct {
	hidden map[string]bool // table styles that are not displayed
	cells  map[string]cellStyle
	// lasting are the time formats that count hours beyond 24.
	lasting map[string]bool
	current string // the table style being read
}

type cellStyle struct{ format, parent string }

func newTableStyles() tableStyles {
	return tableStyles{hidden: map[string]bool{}, cells: map[string]cellStyle{}, lasting: map[string]bool{}}
}

// take reads the element that m stands at the start of.
func (t *tableStyles) take(m *markup) error {
	switch string(m.name) {
	case "style":
		return t.takeStyle(m)
	case "table-properties":
		shown, err := m.attr("display")
		if shown == "false" && t.current != "" {
			t.hidden[t.current] = true
		}
		return err
	case "time-style":
		name, err := m.attr("name")
		if err != nil {
			return err
		}
		truncates, err := m.attr("truncate-on-overflow")
		if truncates == "false" {
			t.lasting[name] = true
		}
		return err
	}
	return nil
}

func (t *tableStyles) takeStyle(m *markup) error {
	var family, name string
	var c cellStyle
	for local, into := range map[string]*string{"family": &family, "name": &name, "data-style-name": &c.format, "parent-style-name": &c.parent} {
		var err error
		if *into, err = m.attr(local); err != nil {
			return err
		}
	}
	t.current = ""
	switch family {
	case "table":
		t.current = name
	case "table-cell":
		t.cells[name] = c
	}
	return nil
}

// elapsed reports whether cells of a style show a time as a duration.
func (t *tableStyles) elapsed(style string) bool {
	for range 16 { // styles may not inherit in a ring
		c, ok := t.cells[style]
		if !ok {
			return false
		}
		if c.format != "" {
			return t.lasting[c.format]
		}
		style = c.parent
	}
	return false
}
