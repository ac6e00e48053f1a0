package warehouse

import "strings"

// The signs in private.raw_line, as queries/schema/0003_raw_line.sql has them.
const (
	between = "\x1f"
	escape  = "\x1b"
)

var (
	escaped   = strings.NewReplacer(escape, escape+"0", between, escape+"1")
	unescaped = strings.NewReplacer(escape+"0", escape, escape+"1", between)
)

// joined are the cells of a row as one text: appended in half the time of a list.
// What stands between cells is hardly ever in one; where it is, the text has
// another sign for it, so that no cell is ever taken for two.
func joined(cells []string) string {
	line := strings.Join(cells, between)
	if !strings.Contains(line, escape) && strings.Count(line, between) == max(len(cells), 1)-1 {
		return line
	}
	var b strings.Builder
	for i, c := range cells {
		if i > 0 {
			b.WriteString(between)
		}
		escaped.WriteString(&b, c)
	}
	return b.String()
}

// split are the cells of a row that was joined, none of NULL; a row without any
// has a blank one then.
func split(v any) []string {
	line, ok := v.(string)
	if !ok {
		return nil
	}
	cells := strings.Split(line, between)
	if strings.Contains(line, escape) {
		for i, c := range cells {
			cells[i] = unescaped.Replace(c)
		}
	}
	return cells
}
