package warehouse

import (
	"context"
	"database/sql"
	"fmt"

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
