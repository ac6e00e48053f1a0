package metrics

import (
	"context"
	"iter"
)

// Source answers portable SQL. The warehouse is one.
type Source interface {
	// Rows runs one SELECT with its named parameters ($name), passing over those that
	// it does not name, and yields its rows: each value is nil, string, int64,
	// float64, bool or time.Time. An error ends the rows. Several may be run at once.
	// Texts that are private are reached through it only by the SQL of queries.
	Rows(ctx context.Context, sql string, named map[string]any) iter.Seq2[[]any, error]
}
