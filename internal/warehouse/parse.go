package warehouse

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/duckdb/duckdb-go/v2"
)

// Parser reads SQL without running it and without any data.
type Parser struct{ db *sql.DB }

// NewParser makes one. It holds memory until it is closed.
func NewParser() (*Parser, error) {
	connector, err := duckdb.NewConnector("?threads=1&memory_limit=256MB&enable_external_access=false&lock_configuration=true", nil)
	if err != nil {
		return nil, fmt.Errorf("parser: %w", err)
	}
	return &Parser{sql.OpenDB(connector)}, nil
}

// Tree is the parse tree of a text as JSON; a text that is no SQL gives a tree
// that says so.
func (p *Parser) Tree(text string) ([]byte, error) {
	var tree string
	err := p.db.QueryRowContext(context.Background(), "SELECT CAST(json_serialize_sql(CAST($1 AS VARCHAR)) AS VARCHAR)", text).Scan(&tree)
	if err != nil {
		return nil, fmt.Errorf("parse: %w", err)
	}
	return []byte(tree), nil
}

// Close lets go of it.
func (p *Parser) Close() error { return p.db.Close() }

// BindError says what the engine does not know in a statement, and on which of its
// lines, 0 where it does not say.
type BindError struct {
	Line int
	What string
}

func (e *BindError) Error() string { return e.What }

var lineOfError = regexp.MustCompile(`(?m)^LINE (\d+):`)

// closing ends the list of names that the engine gives where it knows no better.
func closing(what string) string {
	if strings.Contains(what, "Candidate bindings: :") {
		return ")"
	}
	return ""
}

// Columns are the names and types of what a statement answers with; it is not
// answered. What the engine does not know gives *BindError.
func (w *Warehouse) Columns(ctx context.Context, query string, named map[string]any) (names, types []string, err error) {
	rows, err := w.conn.QueryContext(ctx, query+"\nLIMIT 0", arguments(query, named)...)
	var said *duckdb.Error
	if errors.As(err, &said) {
		e := &BindError{}
		if at := lineOfError.FindStringSubmatchIndex(said.Msg); at != nil {
			e.Line, _ = strconv.Atoi(said.Msg[at[2]:at[3]])
			said.Msg = said.Msg[:at[0]]
		}
		_, what, found := strings.Cut(said.Msg, "Error: ")
		if !found {
			what = said.Msg
		}
		e.What = strings.ReplaceAll(strings.Join(strings.Fields(what), " "), "Candidate bindings: :", "(there is:") + closing(what)
		return nil, nil, e
	} else if err != nil {
		return nil, nil, err
	}
	defer rows.Close()
	all, err := rows.ColumnTypes()
	if err != nil {
		return nil, nil, err
	}
	for _, c := range all {
		names, types = append(names, c.Name()), append(types, c.DatabaseTypeName())
	}
	return names, types, rows.Err()
}
