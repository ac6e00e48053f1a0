package warehouse

import (
	"context"
	"crypto/rand"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"valuetrail/queries"
)

// product is the mark by which a warehouse knows its own files.
const product = "valuetrail"

// ready brings a writer's file up to date and checks a reader's.
func (w *Warehouse) ready(ctx context.Context, o Options) error {
	steps, err := allSteps()
	if err != nil {
		return err
	}
	done, fresh, err := w.applied(ctx)
	if err != nil {
		return err
	}
	pending, err := w.pending(steps, done)
	if err != nil {
		return err
	}
	switch {
	case len(pending) == 0:
	case o.ReadOnly:
		return &OlderError{Path: w.path}
	default:
		if err := w.migrate(ctx, pending, fresh, o.Key); err != nil {
			return err
		}
	}
	return w.readKey(ctx)
}

// allSteps are the migrations and then the views.
func allSteps() ([]queries.Step, error) {
	schema, err := queries.Steps("schema")
	if err != nil {
		return nil, err
	}
	views, err := queries.Steps("views")
	return append(schema, views...), err
}

// applied gives the checksum of every step the file has had. A file without a
// single table is fresh; one with tables but without our mark is a stranger's.
func (w *Warehouse) applied(ctx context.Context) (done map[string]string, fresh bool, err error) {
	tables := 0
	ours := false
	for row, err := range w.Rows(ctx, "SELECT schema_name, table_name FROM duckdb_tables() WHERE NOT internal", nil) {
		if err != nil {
			return nil, false, w.translate(err)
		}
		tables++
		ours = ours || row[0] == "main" && row[1] == "schema_step"
	}
	if tables == 0 {
		return map[string]string{}, true, nil
	}
	stranger := &StrangerError{Path: w.path, What: "a database of another program"}
	if !ours {
		return nil, false, stranger
	}
	mark := false
	for row, err := range w.Rows(ctx, "SELECT value FROM private.secret WHERE name = 'product'", nil) {
		if err != nil {
			return nil, false, stranger
		}
		mark = row[0] == product
	}
	if !mark {
		return nil, false, stranger
	}
	done = map[string]string{}
	for row, err := range w.Rows(ctx, "SELECT name, checksum FROM main.schema_step", nil) {
		if err != nil {
			return nil, false, err
		}
		done[row[0].(string)] = row[1].(string)
	}
	return done, false, nil
}

// pending are the steps to run: migrations that never ran, views whose text
// changed. A migration that changed after it ran is a fault of the program.
func (w *Warehouse) pending(steps []queries.Step, done map[string]string) ([]queries.Step, error) {
	var todo []queries.Step
	known := map[string]bool{}
	for _, s := range steps {
		known[s.Name] = true
		sum, ran := done[s.Name]
		if ran && sum == s.Checksum() {
			continue
		}
		if ran && strings.HasPrefix(s.Name, "schema/") {
			return nil, fmt.Errorf("migrate %s: %s changed after it was applied; the file belongs to another build of valuetrail", w.Name(), s.Name)
		}
		todo = append(todo, s)
	}
	for name := range done {
		if !known[name] && strings.HasPrefix(name, "schema/") {
			return nil, &NewerError{Path: w.path, Step: name}
		}
	}
	return todo, nil
}

// migrate runs the steps in one transaction, after a copy of a file that holds
// anything already.
func (w *Warehouse) migrate(ctx context.Context, todo []queries.Step, fresh bool, key []byte) error {
	changes := slices.ContainsFunc(todo, func(s queries.Step) bool { return strings.HasPrefix(s.Name, "schema/") })
	if !fresh && changes {
		if err := copyFile(w.path, w.path+".before-"+w.now().Format("20060102-150405")); err != nil {
			return fmt.Errorf("migrate %s: %w", w.Name(), err)
		}
	}
	return w.inTransaction(ctx, func() error {
		for _, s := range todo {
			if _, err := w.conn.ExecContext(ctx, s.SQL); err != nil {
				return fmt.Errorf("migrate: %s: %w", s.Name, err)
			}
			if err := w.exec(ctx, "DELETE FROM main.schema_step WHERE name = $name", map[string]any{"name": s.Name}); err != nil {
				return err
			}
			named := map[string]any{"name": s.Name, "sum": s.Checksum(), "at": w.now().UTC()}
			if err := w.exec(ctx, "INSERT INTO main.schema_step VALUES ($name, $sum, $at)", named); err != nil {
				return err
			}
		}
		if !fresh {
			return nil
		}
		if key == nil {
			key = make([]byte, 32)
			rand.Read(key)
		}
		return w.exec(ctx, "INSERT INTO private.secret VALUES ('product', $product), ('pseudonym_key', $key)",
			map[string]any{"product": product, "key": hex.EncodeToString(key)})
	})
}

func (w *Warehouse) readKey(ctx context.Context) error {
	for row, err := range w.Rows(ctx, "SELECT value FROM private.secret WHERE name = 'pseudonym_key'", nil) {
		if err != nil {
			return err
		}
		w.key, err = hex.DecodeString(row[0].(string))
		return err
	}
	return fmt.Errorf("open %s: it has no key for its pseudonyms", w.path)
}

// inTransaction runs f whole or not at all.
func (w *Warehouse) inTransaction(ctx context.Context, f func() error) error {
	tx, err := w.conn.BeginTx(ctx, &sql.TxOptions{})
	if err != nil {
		return err
	}
	w.writing.Store(true)
	defer func() { w.writing.Store(false); w.answered.Clear() }()
	if err := f(); err != nil {
		return errors.Join(err, tx.Rollback())
	}
	return tx.Commit()
}

func copyFile(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	if _, err := io.Copy(out, in); err != nil {
		out.Close()
		return err
	}
	return errors.Join(out.Sync(), out.Close())
}
