package example

import (
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strconv"
	"strings"

	"valuetrail/internal/vocabulary"
	"valuetrail/metrics"
)

// World is an empty warehouse.
type World interface {
	metrics.Source
	Load(ctx context.Context, table string, names []string, rows iter.Seq2[[]any, error]) error
}

// Fill puts the tables of an example into a world. A community_id is Community and
// counts is yes where no column says otherwise; a day may be written 2025-10-14.
func (e Example) Fill(ctx context.Context, w World) error {
	for _, s := range e.Tables {
		if err := s.Fill(ctx, w); err != nil {
			return err
		}
	}
	return nil
}

// Fill puts the rows of a section into the table of its name.
func (s Section) Fill(ctx context.Context, w World) error {
	table, ok := vocabulary.TableOf(s.Name)
	if !ok {
		return wrong(s.Line-1, "there is no table %s", near(s.Name, tableNames()))
	}
	lines, at, err := s.rows()
	if err != nil || len(lines) == 0 {
		return err
	}
	names, types := slices.Clone(lines[0]), map[string]vocabulary.Type{}
	for _, c := range table.Columns {
		types[c.Name] = c.Type
	}
	for _, name := range names {
		if types[name] == "" {
			return wrong(s.Line, "%s has no column %s", s.Name, near(name, columnNames(table)))
		}
	}
	for column, usual := range map[string]string{"community_id": Community, "counts": "yes"} {
		if types[column] == "" || slices.Contains(names, column) {
			continue
		}
		names = append(names, column)
		for i := range lines {
			lines[i] = append(lines[i], usual)
		}
	}
	return w.Load(ctx, s.Name, names, func(yield func([]any, error) bool) {
		for n, line := range lines[1:] {
			row := make([]any, len(names))
			for i, cell := range line {
				if table.Name == "raw_line" && names[i] == "line" {
					cell = strings.ReplaceAll(cell, "|", "\x1f") // as a row keeps its cells
				}
				v, err := valueOf(types[names[i]], cell)
				if err != nil {
					yield(nil, wrong(at[n+1], "%s: %w", names[i], err))
					return
				}
				row[i] = v
			}
			if !yield(row, nil) {
				return
			}
		}
	})
}

// rows are the lines of a section as cells, with the line that each stands in.
func (s Section) rows() (lines [][]string, at []int, err error) {
	r := csv.NewReader(strings.NewReader(s.Text))
	r.TrimLeadingSpace = true
	for {
		line, err := r.Read()
		if line == nil {
			var parse *csv.ParseError
			if errors.As(err, &parse) {
				return nil, nil, wrong(s.Line+parse.Line-1, "%w", parse.Err)
			}
			return lines, at, nil
		}
		row, _ := r.FieldPos(0)
		if err != nil {
			return nil, nil, wrong(s.Line+row-1, "%d cells under %d headings", len(line), len(lines[0]))
		}
		lines, at = append(lines, line), append(at, s.Line+row-1)
	}
}

func valueOf(kind vocabulary.Type, cell string) (any, error) {
	switch {
	case cell == "":
		return nil, nil
	case kind == vocabulary.TypeTexts:
		return strings.Split(cell, "|"), nil
	case kind == vocabulary.TypeFlag && cell != "yes" && cell != "no":
		return nil, fmt.Errorf("want yes or no, not %q", cell)
	case kind == vocabulary.TypeFlag:
		return cell == "yes", nil
	case kind == vocabulary.TypeNumber:
		x, err := strconv.ParseFloat(cell, 64)
		if err != nil {
			return nil, fmt.Errorf("want a number, not %q", cell)
		}
		return x, nil
	case kind != vocabulary.TypeInteger && kind != vocabulary.TypeBigint:
		return cell, nil
	case strings.Count(cell, "-") == 2:
		return Day(cell)
	}
	n, err := strconv.Atoi(cell)
	if err != nil {
		return nil, fmt.Errorf("want a whole number or a day like 2025-10-14, not %q", cell)
	}
	return n, nil
}

// near is a word that is not known, with the one that may be meant.
func near(word string, words []string) string {
	if meant := vocabulary.Nearest(word, words); meant != "" {
		return fmt.Sprintf("%q; did you mean %q?", word, meant)
	}
	return fmt.Sprintf("%q", word)
}

func tableNames() []string {
	var all []string
	for _, t := range vocabulary.Tables() {
		all = append(all, t.Name)
	}
	return all
}

func columnNames(t vocabulary.Table) []string {
	var all []string
	for _, c := range t.Columns {
		all = append(all, c.Name)
	}
	return all
}
