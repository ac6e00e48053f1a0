// Package warehouse is the one DuckDB file of a community: opened, locked,
// migrated and locked down. It answers metrics.Source and keeps ingest.Store's
// promise that a run is stored whole or not at all. No caller knows DuckDB.
package warehouse

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/duckdb/duckdb-go/v2"
)

// Options say how to open a warehouse. The zero value writes, with the defaults.
type Options struct {
	ReadOnly bool
	// Command is named to whoever finds the file busy.
	Command string
	// MemoryLimit is DuckDB's, "" for 1GiB.
	MemoryLimit string
	// Threads is the number DuckDB may use for one question, 0 for as many as the
	// file is worth: one while it is small and stays so, else all cores.
	Threads int
	// Incoming is the size in bytes of the files that are about to be stored.
	Incoming int64
	// Key fixes the key of the pseudonyms of a new file; nil makes one.
	Key []byte
	// Now is the clock; nil is time.Now.
	Now func() time.Time
}

// Warehouse is an open file. It may be asked several questions at once; what
// writes is for one goroutine.
type Warehouse struct {
	path string
	db   *sql.DB
	conn *sql.Conn
	// several questions may be asked at once; while something is written one waits
	// for the other, for all of that goes over the one connection
	writing  atomic.Bool
	turn     sync.Mutex
	answered sync.Map // of question
	closing  sync.Once
	locked   error
	lock     *lock
	key      []byte
	now      func() time.Time
	spill    string
}

// Open opens the file, making and migrating it when it is opened for writing.
// A reader of a file that is not there gets an error that is fs.ErrNotExist; a
// file whose schema or views are older than this program's gives *OlderError to
// a reader. *BusyError says who holds the file, *StrangerError that it is not
// one of valuetrail's, *NewerError that a later version wrote it.
func Open(ctx context.Context, path string, o Options) (*Warehouse, error) {
	if o.Now == nil {
		o.Now = time.Now
	}
	if err := recognise(path, o.ReadOnly); err != nil {
		return nil, err
	}
	w := &Warehouse{path: path, now: o.Now, spill: path + ".spill"}
	if !o.ReadOnly {
		l, err := acquire(path, o.Command, o.Now())
		if err != nil {
			return nil, err
		}
		w.lock = l
		if err := errors.Join(clearSpill(w.spill), begin(ctx, path, o)); err != nil {
			return nil, errors.Join(err, w.Close())
		}
	}
	if err := w.start(ctx, o); err != nil {
		return nil, errors.Join(err, w.Close())
	}
	return w, nil
}

// begin makes a file that is not there whole before it has its name: a process
// that dies meanwhile leaves nothing that looks like data.
func begin(ctx context.Context, path string, o Options) error {
	if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	unborn := path + ".new"
	for _, left := range []string{unborn, unborn + ".wal"} {
		if err := os.Remove(left); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("open %s: %w", path, err)
		}
	}
	w := &Warehouse{path: unborn, now: o.Now, spill: path + ".spill"}
	if err := errors.Join(w.start(ctx, o), w.Close()); err != nil {
		return errors.Join(err, os.Remove(unborn))
	}
	// names and texts lie in it: it is its owner's alone
	if err := errors.Join(os.Chmod(unborn, 0o600), os.Rename(unborn, path)); err != nil {
		return fmt.Errorf("open %s: %w", path, err)
	}
	return nil
}

// start opens the database and makes it ready; the lock is the caller's.
func (w *Warehouse) start(ctx context.Context, o Options) error {
	if err := w.connect(ctx, o); err != nil {
		return err
	}
	return w.ready(ctx, o)
}

// recognise refuses what cannot be a DuckDB file before DuckDB touches it.
func recognise(path string, reading bool) error {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist) && !reading:
		return nil
	case err != nil:
		return fmt.Errorf("open %s: %w", path, err)
	case info.IsDir():
		return &StrangerError{Path: path, What: "a folder"}
	}
	f, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("open %s: %w", path, err)
	}
	defer f.Close()
	head := make([]byte, 12)
	if n, _ := f.Read(head); n < len(head) || string(head[8:12]) != "DUCK" {
		return &StrangerError{Path: path, What: "not a database of valuetrail"}
	}
	return nil
}

// clearSpill empties the folder that a killed process may have left plaintext in.
func clearSpill(folder string) error {
	if err := os.RemoveAll(folder); err != nil {
		return fmt.Errorf("clear %s: %w", folder, err)
	}
	return nil
}

func (w *Warehouse) connect(ctx context.Context, o Options) error {
	limit := o.MemoryLimit
	if limit == "" {
		limit = "1GiB"
	}
	q := url.Values{"memory_limit": {limit}, "default_block_size": {strconv.Itoa(block)}}
	if o.Threads == 0 && isSmall(w.path, o.Incoming) {
		o.Threads = 1
	}
	if o.Threads > 0 {
		q.Set("threads", strconv.Itoa(o.Threads))
	}
	if o.ReadOnly {
		q.Set("access_mode", "READ_ONLY")
	}
	if err := os.MkdirAll(w.spill, 0o700); err != nil && !o.ReadOnly {
		return fmt.Errorf("open %s: %w", w.path, err)
	}
	connector, err := duckdb.NewConnector(w.path+"?"+q.Encode(), w.lockDownOnce)
	if err != nil {
		return w.translate(err)
	}
	w.db = sql.OpenDB(connector)
	w.db.SetMaxOpenConns(1 + readers)
	if w.conn, err = w.db.Conn(ctx); err != nil {
		return w.translate(err)
	}
	return nil
}

// small is the size of a file up to which a question is answered before a second
// thread would be any help: it only costs. Three years of a community of fifty
// take a seventh of it.
const small = 64 << 20

// swelling is how many bytes of the file a byte of an export comes to: its row is
// kept as it was, as it was read, and as the fact that came of it.
const swelling = 3

func isSmall(path string, incoming int64) bool {
	size := swelling * incoming
	if info, err := os.Stat(path); err == nil {
		size += info.Size()
	}
	return size < small
}

// block is the size of the blocks of a new file. There are a hundred tables, most
// of them small: with DuckDB's own 256 KiB three years of a community of fifty
// take 22 MB instead of 8; a month's ingest takes a tenth longer, a report too.
const block = 32 << 10

// readers is how many questions a file answers at once while nothing is written.
const readers = 2

// lockDownOnce locks the database down with its first connection: what is set
// holds for all, and cannot be set again.
func (w *Warehouse) lockDownOnce(x driver.ExecerContext) error {
	w.closing.Do(func() { w.locked = w.lockDown(x) })
	return w.locked
}

// lockDown closes every way out of the file, fixes the clock's zone, and then
// the settings themselves. It runs on the first connection there is. The spill
// folder comes first: without external access it cannot be named any more.
func (w *Warehouse) lockDown(x driver.ExecerContext) error {
	for _, s := range []string{
		"SET GLOBAL temp_directory = '" + strings.ReplaceAll(w.spill, "'", "''") + "'",
		"SET GLOBAL autoinstall_known_extensions = false",
		"SET GLOBAL autoload_known_extensions = false",
		"SET GLOBAL allow_community_extensions = false",
		"SET GLOBAL enable_external_access = false",
		"SET GLOBAL TimeZone = 'UTC'",
		// what a question held goes back to the system soon: storing a million rows
		// takes 0.3 GiB less
		"SET GLOBAL allocator_flush_threshold = '32MiB'",
		"SET GLOBAL lock_configuration = true",
	} {
		if _, err := x.ExecContext(context.Background(), s, nil); err != nil {
			return fmt.Errorf("%s: %w", s, err)
		}
	}
	return nil
}

// Close lets go of the file. It is safe to call twice.
func (w *Warehouse) Close() error {
	var all []error
	if w.conn != nil {
		all = append(all, w.conn.Close())
		w.conn = nil
	}
	if w.db != nil {
		all = append(all, w.db.Close())
		w.db = nil
	}
	if w.lock != nil {
		all = append(all, clearSpill(w.spill), w.lock.release())
		w.lock = nil
	} else if entries, err := os.ReadDir(w.spill); err == nil && len(entries) == 0 {
		os.Remove(w.spill)
	}
	return errors.Join(all...)
}

// Path is the file's.
func (w *Warehouse) Path() string { return w.path }

// Key is the key of the pseudonyms.
func (w *Warehouse) Key() []byte { return w.key }

// Name is the file's name without its folder, for sentences.
func (w *Warehouse) Name() string { return filepath.Base(w.path) }
