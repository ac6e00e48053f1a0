package queries

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"valuetrail/internal/vocabulary"
)

// Files holds the SQL of the warehouse itself (schema, shape, merge, views) and
// what the program asks of it beside indicators (ask).
//
//go:embed schema/*.sql shape/*.sql merge/*.sql views/*.sql ask/*.sql
var Files embed.FS

// Step is one SQL file with its checksum: a migration, a view or a merge step.
type Step struct {
	// Name is the path inside queries, "schema/0001_warehouse.sql".
	Name string
	SQL  string
}

// Checksum is the SHA-256 of the text, in hex.
func (s Step) Checksum() string {
	sum := sha256.Sum256([]byte(s.SQL))
	return hex.EncodeToString(sum[:])
}

// Steps are the files of one folder in the order of their names: migrations of
// schema, statements of merge, definitions of views.
func Steps(folder string) ([]Step, error) {
	names, err := fs.Glob(Files, path.Join(folder, "*.sql"))
	if err != nil {
		return nil, fmt.Errorf("steps of %s: %w", folder, err)
	}
	slices.Sort(names)
	var all []Step
	for _, name := range names {
		text, err := fs.ReadFile(Files, name)
		if err != nil {
			return nil, fmt.Errorf("steps of %s: %w", folder, err)
		}
		all = append(all, Step{Name: name, SQL: string(text)})
	}
	return all, nil
}

// Create is the text that makes a table as vocabulary describes it. There are
// no keys and no indexes: facts are checked by the merge, not by the engine.
func Create(t vocabulary.Table) string {
	var b strings.Builder
	fmt.Fprintf(&b, "CREATE TABLE %s (\n", t.Qualified())
	for i, c := range t.Columns {
		comma := ","
		if i == len(t.Columns)-1 {
			comma = ""
		}
		fmt.Fprintf(&b, "    %-28s %s%s\n", c.Name, c.Type, comma)
	}
	b.WriteString(");\n")
	return b.String()
}
