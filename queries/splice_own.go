package queries

import (
	"fmt"
	"slices"
	"strings"

	"valuetrail/internal/vocabulary"
)

// ObservationColumns are the columns of the SELECT of an indicator's file.
var ObservationColumns = []string{"community", "cohort", "period", "part", "person", "subject", "x", "open", "file_id", "sheet_no", "row_no", "column_no"}

// observing is the file of an indicator as it stands in the splice. For one that a
// user wrote there are no other stories than those open to the audience: consent
// holds whatever the file says.
func observing(ind Indicator) string {
	if !ind.Own {
		return ind.SQL
	}
	var open []string
	for _, t := range ofStories {
		if !slices.Contains(ind.Reads, t) {
			continue
		}
		join := "JOIN open_story AS o ON o.community_id = t.community_id AND o.story_id = t.story_id"
		if t == "story_open" {
			join = "JOIN asked AS o ON o.audience = t.audience"
		}
		open = append(open, fmt.Sprintf("%s AS (SELECT t.* FROM %s AS t %s)", t, t, join))
	}
	with := ""
	if open != nil {
		with = "WITH " + strings.Join(open, ",\n") + "\n"
	}
	return with + "SELECT f." + strings.Join(ObservationColumns, ", f.") + "\nFROM (\n" + strings.TrimSuffix(ind.SQL, "\n") + "\n) AS f"
}

// SpliceFile is a statement that answers with what the SELECT of an indicator's
// file does, and on which of its lines the file begins.
func SpliceFile(ind Indicator) (sql string, first int, err error) {
	prelude, err := kindText("prelude")
	if err != nil {
		return "", 0, fmt.Errorf("splice %s: %w", ind.ID, err)
	}
	before, _, _ := strings.Cut(prelude, "-- The observations of the indicator's file.")
	before = without(before, map[string]bool{})
	tail := "SELECT f.*\nFROM (\n" + ind.SQL + "\n) AS f"
	sql = leaning(before, tail, strings.NewReplacer().Replace)
	at := strings.Index(sql, ind.SQL)
	return sql, lineAt(sql, at), nil
}

// columnTypes are the types that a column of the observations may have.
var columnTypes = map[string][]string{
	"x": {"DOUBLE"}, "open": {"BOOLEAN"},
	"sheet_no": wholeNumbers, "row_no": wholeNumbers, "column_no": wholeNumbers,
}

var wholeNumbers = []string{"INTEGER", "BIGINT", "SMALLINT", "HUGEINT"}

// typeWords are those types as they are written.
var typeWords = map[string]string{"DOUBLE": "double precision", "BOOLEAN": "boolean", "INTEGER": "integer", "VARCHAR": "text"}

// ColumnFaults holds what the SELECT of a file answers with, names and types, to
// ObservationColumns.
func ColumnFaults(ind Indicator, names, types []string) []*Fault {
	var all []*Fault
	last := strings.Count(strings.TrimRight(ind.SQL, "\n"), "\n") + 1
	for i, name := range names {
		want := columnTypes[name]
		if want == nil {
			want = []string{"VARCHAR"}
		}
		switch line := lineOfColumn(ind, name, last); {
		case !slices.Contains(ObservationColumns, name):
			near := vocabulary.Nearest(name, ObservationColumns)
			if near != "" {
				near = fmt.Sprintf("; did you mean %q?", near)
			}
			all = append(all, fault(ind.File, line, "no column %q in observations%s", name, near))
		case slices.Contains(names[:i], name):
			all = append(all, fault(ind.File, line, "column %s stands twice", name))
		case !slices.Contains(want, types[i]):
			all = append(all, fault(ind.File, line, "%s: want %s, as CAST(… AS %s) gives, not %s", name, typeWords[want[0]], typeWords[want[0]], strings.ToLower(types[i])))
		}
	}
	for _, name := range ObservationColumns {
		if !slices.Contains(names, name) {
			all = append(all, fault(ind.File, last, "column %s is missing: observations have exactly %s", name, strings.Join(ObservationColumns, ", ")))
		}
	}
	return all
}

// lineOfColumn is the last line that ends in AS name, or in name: the SELECT of the
// observations comes last.
func lineOfColumn(ind Indicator, name string, last int) int {
	lines := strings.Split(ind.SQL, "\n")
	for i, line := range slices.Backward(lines) {
		code := strings.TrimRight(strings.TrimSpace(withoutRemark(line)), ",")
		if words := strings.FieldsFunc(code, func(r rune) bool { return r == ' ' || r == '.' || r == '"' }); len(words) > 0 && strings.EqualFold(words[len(words)-1], name) {
			return i + 1
		}
	}
	return last
}
