package vocabulary

import (
	"slices"
	"strings"
	"sync"
)

// Type is a column's SQL type, the same text on DuckDB and PostgreSQL.
type Type string

// The types in use. Days are whole numbers since 1970-01-01; instants are UTC.
const (
	TypeText    Type = "text"
	TypeInteger Type = "integer"
	TypeBigint  Type = "bigint"
	TypeNumber  Type = "double precision"
	TypeFlag    Type = "boolean"
	TypeInstant Type = "timestamp"
	TypeTexts   Type = "text[]"
)

// Column is one column of a table of the warehouse.
type Column struct {
	Name string
	Type Type
}

// Table is one table of the warehouse.
type Table struct {
	// Private tables live in the schema private: names, texts, raw rows.
	Private bool
	Name    string
	Columns []Column
	// Fact tables hold what files say, each row with its cell; the others are
	// worked out from facts, settings and decisions, or are the program's own.
	Fact bool
	// Repeats: several files may hold the same row; the column counts says
	// which one does.
	Repeats bool
	// Uploaded tables may leave the laptop: pseudonymous facts only.
	Uploaded bool
	// Since is the migration that makes the table, 0 for the first.
	Since int
	// Until is the migration that takes the table away, 0 for none yet.
	Until int
}

// Qualified is the table's name with its schema.
func (t Table) Qualified() string {
	if t.Private {
		return "private." + t.Name
	}
	return "main." + t.Name
}

// Type is the SQL type of the column that a field fills.
func (h Holds) Type() Type {
	switch h {
	case Day, Whole:
		return TypeInteger
	case Number:
		return TypeNumber
	case Flag:
		return TypeFlag
	case Instant:
		return TypeInstant
	}
	return TypeText
}

// Columns are the columns that the sheet's fields fill, in field order: a text
// leaves its text_id, the fields of one person one alias_id.
func (s Sheet) Columns() []Column {
	var all []Column
	done := map[string]bool{}
	for _, f := range s.Fields {
		c := Column{Name: f.Column, Type: f.Holds.Type()}
		switch {
		case f.Person != "":
			c.Name = AliasColumn(f.Person)
		case f.Holds == Text:
			c.Name += "_text_id"
		case f.Holds == People:
			c.Name = strings.TrimSuffix(c.Name, "_ids") + "_alias_ids"
		}
		if !done[c.Name] {
			done[c.Name] = true
			all = append(all, c)
		}
	}
	return all
}

// CellColumns say where a fact stands: column_no 0 is the whole row.
var CellColumns = []Column{{"file_id", TypeText}, {"sheet_no", TypeInteger}, {"row_no", TypeInteger}, {"column_no", TypeInteger}}

// RepeatColumns are what tells which of two rows with one key counts.
var RepeatColumns = []Column{{"row_key", TypeText}, {"modified_at", TypeInstant}, {"counts", TypeFlag}}

// Tables are all tables of the warehouse, each once: those that follow from
// Sheets first, then the others in the order they are filled.
func Tables() []Table {
	return slices.DeleteFunc(slices.Clone(allTables()), func(t Table) bool { return t.Until != 0 })
}

// MadeBy are the tables that a migration makes, 0 for the first, in the order of
// Tables: those too that a later migration takes away.
func MadeBy(migration int) []Table {
	return slices.DeleteFunc(slices.Clone(allTables()), func(t Table) bool { return t.Since != migration })
}

var allTables = sync.OnceValue(func() []Table {
	var all []Table
	for _, s := range Sheets {
		if s.Table == "" {
			continue
		}
		t := fact(s.Table, s.Columns()...)
		t.Columns = append(t.Columns, extraColumns[s.Table]...)
		all = append(all, t)
	}
	return append(append(all, factTables()...), ownTables()...)
})

// TableOf is the table with this name.
func TableOf(name string) (Table, bool) {
	for _, t := range allTables() {
		if t.Name == name && t.Until == 0 {
			return t, true
		}
	}
	return Table{}, false
}

func fact(name string, columns ...Column) Table {
	t := Table{Name: name, Fact: true, Repeats: true, Uploaded: true, Columns: []Column{{"community_id", TypeText}}}
	t.Columns = append(append(append(t.Columns, CellColumns...), RepeatColumns...), columns...)
	return t
}

// columns reads "name:type name name" where a bare name is text.
func columns(notation string) []Column {
	var all []Column
	for _, word := range strings.Fields(notation) {
		name, kind, _ := strings.Cut(word, ":")
		t := map[string]Type{"": TypeText, "int": TypeInteger, "big": TypeBigint, "num": TypeNumber, "flag": TypeFlag, "at": TypeInstant, "texts": TypeTexts}[kind]
		all = append(all, Column{name, t})
	}
	return all
}

func own(name, notation string) Table {
	return Table{Name: name, Uploaded: true, Columns: append([]Column{{"community_id", TypeText}}, columns(notation)...)}
}

func private(name, notation string) Table {
	return Table{Private: true, Name: name, Columns: append([]Column{{"community_id", TypeText}}, columns(notation)...)}
}

// since says that a later migration than the first makes a table.
func since(migration int, t Table) Table {
	t.Since = migration
	return t
}

// until says that a later migration takes a table away.
func until(migration int, t Table) Table {
	t.Until = migration
	return t
}
