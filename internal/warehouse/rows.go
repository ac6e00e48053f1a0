package warehouse

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"fmt"
	"iter"
	"math/big"
	"regexp"
	"slices"

	"github.com/duckdb/duckdb-go/v2"

	"valuetrail/internal/vocabulary"
)

// Rows runs one SELECT and yields its rows, read whole before the first is
// given, so that a caller may ask again inside the loop.
func (w *Warehouse) Rows(ctx context.Context, query string, named map[string]any) iter.Seq2[[]any, error] {
	return func(yield func([]any, error) bool) {
		all, err := w.read(ctx, query, named)
		if err != nil {
			yield(nil, ofKind(err))
			return
		}
		for _, row := range all {
			if !yield(row, nil) {
				return
			}
		}
	}
}

// read answers a question. As long as nothing is written the file stays as it
// is: several questions may be asked at once, and one that was asked before is
// not asked again.
func (w *Warehouse) read(ctx context.Context, query string, named map[string]any) ([][]any, error) {
	if w.writing.Load() {
		w.turn.Lock()
		defer w.turn.Unlock()
		return answer(ctx, w.conn.QueryContext, query, named)
	}
	asked := question{query, fmt.Sprintf("%#v", named)}
	if known, ok := w.answered.Load(asked); ok {
		return known.([][]any), nil
	}
	all, err := answer(ctx, w.db.QueryContext, query, named)
	if err == nil && len(all) <= remembered {
		w.answered.Store(asked, all)
	}
	return all, err
}

// question is a text with its named values.
type question struct{ text, named string }

// remembered is the number of rows up to which an answer is kept in memory.
const remembered = 10_000

func answer(ctx context.Context, ask func(context.Context, string, ...any) (*sql.Rows, error), query string, named map[string]any) ([][]any, error) {
	rows, err := ask(ctx, query, arguments(query, named)...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	names, err := rows.Columns()
	if err != nil {
		return nil, err
	}
	var all [][]any
	for rows.Next() {
		row, into := make([]any, len(names)), make([]any, len(names))
		for i := range row {
			into[i] = &row[i]
		}
		if err := rows.Scan(into...); err != nil {
			return nil, err
		}
		for i := range row {
			row[i] = plainValue(row[i])
		}
		all = append(all, row)
	}
	return all, rows.Err()
}

// plainValue leads every type DuckDB answers with to the few that callers know.
func plainValue(v any) any {
	switch x := v.(type) {
	case int32:
		return int64(x)
	case int16:
		return int64(x)
	case int8:
		return int64(x)
	case uint32:
		return int64(x)
	case float32:
		return float64(x)
	case *big.Int:
		return x.Int64()
	case duckdb.Decimal:
		return x.Float64()
	case []byte:
		return string(x)
	}
	return v
}

var parameter = regexp.MustCompile(`\$[a-z_]+`)

// arguments are the named values that a text uses: the driver refuses one that
// the text does not name.
func arguments(query string, named map[string]any) []any {
	used := parameter.FindAllString(query, -1)
	var all []any
	for name, value := range named {
		if slices.Contains(used, "$"+name) {
			all = append(all, sql.Named(name, value))
		}
	}
	return all
}

// exec runs one statement that gives no rows.
func (w *Warehouse) exec(ctx context.Context, query string, named map[string]any) error {
	defer w.answered.Clear()
	_, err := w.conn.ExecContext(ctx, query, arguments(query, named)...)
	return err
}

// Load appends rows to a table, columns that are not named NULL. It is how tests
// and ingest fill the warehouse; values are string, bool, int, int64, float64,
// time.Time, []string or nil.
func (w *Warehouse) Load(ctx context.Context, table string, names []string, rows iter.Seq2[[]any, error]) error {
	t, ok := vocabulary.TableOf(table)
	if !ok {
		return fmt.Errorf("load %s: there is no such table", table)
	}
	at := make([]int, len(t.Columns))
	for i, c := range t.Columns {
		at[i] = slices.Index(names, c.Name)
	}
	for _, n := range names {
		if !slices.ContainsFunc(t.Columns, func(c vocabulary.Column) bool { return c.Name == n }) {
			return fmt.Errorf("load %s: there is no column %s", table, n)
		}
	}
	schema := "main"
	if t.Private {
		schema = "private"
	}
	defer w.answered.Clear()
	return w.conn.Raw(func(raw any) error {
		a, err := duckdb.NewAppenderFromConn(raw.(driver.Conn), schema, t.Name)
		if err != nil {
			return fmt.Errorf("load %s: %w", table, err)
		}
		if err := appendRows(ctx, a, t, at, rows); err != nil {
			a.Clear()
			a.Close()
			return fmt.Errorf("load %s: %w", table, err)
		}
		if err := a.Close(); err != nil {
			return fmt.Errorf("load %s: %w", table, err)
		}
		return nil
	})
}

func appendRows(ctx context.Context, a *duckdb.Appender, t vocabulary.Table, at []int, rows iter.Seq2[[]any, error]) error {
	values, lists := make([]driver.Value, len(t.Columns)), make([][]any, len(t.Columns))
	n := 0
	for row, err := range rows {
		if err != nil {
			return err
		}
		for i, c := range t.Columns {
			values[i] = nil
			if at[i] >= 0 {
				values[i] = stored(row[at[i]], c.Type)
			}
			if texts, ok := values[i].([]string); ok {
				lists[i] = listed(lists[i], texts)
				values[i] = lists[i]
			}
		}
		if err := a.AppendRow(values...); err != nil {
			return err
		}
		if n++; n%10_000 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
	}
	return nil
}

// listed is a list as the appender takes it without looking into its type, which
// is slow; it is good until the next row.
func listed(into []any, texts []string) []any {
	into = into[:0]
	for _, s := range texts {
		into = append(into, s)
	}
	return into
}

// stored is v as the appender wants it for a column.
func stored(v any, t vocabulary.Type) any {
	switch x := v.(type) {
	case int:
		if t == vocabulary.TypeNumber {
			return float64(x)
		}
		if t == vocabulary.TypeBigint {
			return int64(x)
		}
		return int32(x)
	case int64:
		if t == vocabulary.TypeInteger {
			return int32(x)
		}
		if t == vocabulary.TypeNumber {
			return float64(x)
		}
	case []string:
		return x
	}
	return v
}

// Setting is a setting's word for a community, "" when it is not there.
func (w *Warehouse) Setting(ctx context.Context, community, name string) (string, error) {
	for row, err := range w.Rows(ctx, "SELECT word FROM main.setting WHERE community_id = $community AND name = $name", map[string]any{"community": community, "name": name}) {
		if err != nil {
			return "", err
		}
		return text(row[0]), nil
	}
	return "", nil
}
