package queries

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"valuetrail/internal/vocabulary"
)

// Shape is the SQL that turns the landed canonical rows of one kind into facts:
// the file shape/<kind>.sql, or for a sheet whose rows become one table as they
// are, the text that follows from its fields. $community and $files (file
// ids joined by a blank) are its parameters. Each statement reads the CTE landed, which this function writes:
// one column a field, named by its heading, and one a pseudonym.
func Shape(s vocabulary.Sheet) ([]string, error) {
	text, err := fs.ReadFile(Files, "shape/"+string(s.Kind)+".sql")
	if errors.Is(err, fs.ErrNotExist) && s.Table != "" {
		return append(shapeTexts(s), landed(s)+plain(s)), nil
	}
	if err != nil {
		return nil, fmt.Errorf("shape %s: %w", s.Kind, err)
	}
	all := shapeTexts(s)
	for statement := range strings.SplitSeq(string(text), "\n;\n") {
		if strings.TrimSpace(statement) == "" {
			continue
		}
		all = append(all, strings.Replace(statement, "{{landed}}", landed(s), 1))
	}
	return all, nil
}

// landed is the CTE that names the values of the canonical rows of one file.
func landed(s vocabulary.Sheet) string {
	var b strings.Builder
	b.WriteString("WITH landed AS (\n    SELECT community_id, file_id, sheet_no, row_no, column_no, row_key, modified_at, counts")
	n := 0
	value := func(name string) {
		n++
		fmt.Fprintf(&b, ",\n           nullif(fields[%d], '') AS %s", n, quoted(name))
	}
	for _, f := range s.Fields {
		value(f.Heading)
	}
	for _, p := range s.Persons() {
		value(vocabulary.AliasColumn(p))
	}
	for _, f := range s.Fields {
		if f.Holds == vocabulary.People {
			value(strings.TrimSuffix(f.Heading, "_ids") + "_alias_ids")
		}
	}
	fmt.Fprintf(&b, "\n    FROM private.canonical_row\n    WHERE community_id = $community AND file_id IN (SELECT unnest(string_split($files, ' '))) AND kind = '%s'\n)\n", s.Kind)
	return b.String()
}

// plain inserts one row a landed row, field by field.
func plain(s vocabulary.Sheet) string {
	names := []string{"community_id", "file_id", "sheet_no", "row_no", "column_no", "row_key", "modified_at", "counts"}
	values := append([]string(nil), names...)
	done := map[string]bool{}
	for _, f := range s.Fields {
		column, value := f.Column, quoted(f.Heading)
		switch f.Holds {
		case vocabulary.Text:
			column += "_text_id"
			value = TextID(s, f.Heading)
		case vocabulary.People:
			column = strings.TrimSuffix(f.Column, "_ids") + "_alias_ids"
			value = quoted(strings.TrimSuffix(f.Heading, "_ids") + "_alias_ids")
		case vocabulary.Day:
			value = fmt.Sprintf("CAST(%s AS date) - DATE '1970-01-01'", value)
		case vocabulary.Whole, vocabulary.Number, vocabulary.Instant:
			value = fmt.Sprintf("CAST(%s AS %s)", value, f.Holds.Type())
		case vocabulary.Flag:
			value += " = 'yes'"
		}
		if f.Person != "" {
			column = vocabulary.AliasColumn(f.Person)
			value = quoted(column)
		}
		if !done[column] {
			done[column] = true
			names, values = append(names, column), append(values, value)
		}
	}
	return fmt.Sprintf("INSERT INTO main.%s (%s)\nSELECT %s\nFROM landed", s.Table, strings.Join(names, ", "), strings.Join(values, ",\n       "))
}

// TextID is the expression of the id of a text: its file, its cell and the
// heading's place in the sheet. It is NULL where the cell is blank.
func TextID(s vocabulary.Sheet, heading string) string {
	return fmt.Sprintf("CASE WHEN %s IS NOT NULL THEN concat_ws('-', file_id, sheet_no, row_no, column_no, %d) END", quoted(heading), s.Index(heading)+1)
}

// shapeTexts puts every text of the landed rows into private.text.
func shapeTexts(s vocabulary.Sheet) []string {
	var parts []string
	for _, f := range s.Fields {
		if f.Holds == vocabulary.Text {
			parts = append(parts, fmt.Sprintf("SELECT community_id, %s, file_id, %s FROM landed WHERE %[2]s IS NOT NULL", TextID(s, f.Heading), quoted(f.Heading)))
		}
	}
	if parts == nil {
		return nil
	}
	return []string{landed(s) + "INSERT INTO private.text (community_id, text_id, file_id, words)\n" + strings.Join(parts, "\nUNION ALL ")}
}

func quoted(name string) string { return `"` + strings.ReplaceAll(name, `"`, `""`) + `"` }

// Recount is the text that carries the verdict of the canonical rows into a
// table of facts.
func Recount(t vocabulary.Table) string {
	return fmt.Sprintf(`UPDATE %s AS f
SET counts = c.counts
FROM private.canonical_row AS c
WHERE f.community_id = $community AND c.community_id = f.community_id AND c.file_id = f.file_id AND c.sheet_no = f.sheet_no
  AND c.row_no = f.row_no AND c.column_no = f.column_no AND c.row_key = f.row_key AND f.counts IS DISTINCT FROM c.counts`, t.Qualified())
}
