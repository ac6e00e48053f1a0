package warehouse

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/duckdb/duckdb-go/v2"

	"valuetrail/metrics"
)

// BusyError says that somebody else has the file open.
type BusyError struct {
	Path string
	// Command, Since and Process name the holder, zero when it is not known.
	Command, Since, Process string
}

func (e *BusyError) Error() string {
	if e.Process == "" {
		return fmt.Sprintf("another program has %s open", filepath.Base(e.Path))
	}
	return fmt.Sprintf("another valuetrail is writing to %s (%s, since %s, process %s)", filepath.Base(e.Path), e.Command, e.Since, e.Process)
}

// Hint says what to do.
func (e *BusyError) Hint() string { return "wait until it is done, or close it, and try again" }

// StrangerError says that the file is not a warehouse of valuetrail.
type StrangerError struct{ Path, What string }

func (e *StrangerError) Error() string { return fmt.Sprintf("%s is %s", e.Path, e.What) }

// Hint says what to do.
func (e *StrangerError) Hint() string {
	return "name another data file with --db, or move this one away; nothing in it was changed"
}

// NewerError says that a later version of the program wrote the file.
type NewerError struct{ Path, Step string }

func (e *NewerError) Error() string {
	return fmt.Sprintf("%s was written by a newer valuetrail (it has %s)", filepath.Base(e.Path), e.Step)
}

// Hint says what to do.
func (e *NewerError) Hint() string {
	return "install the newer version; nothing in the file was changed"
}

// OlderError says that a reader found a file that has to be brought up to date.
type OlderError struct{ Path string }

func (e *OlderError) Error() string {
	return filepath.Base(e.Path) + " was written by an older valuetrail"
}

// Hint says what to do.
func (e *OlderError) Hint() string {
	return "run any command that writes, such as valuetrail ingest, once"
}

// DamagedError says that the file is one of ours and cannot be read any more.
type DamagedError struct {
	Path string
	Err  error
}

func (e *DamagedError) Error() string {
	return filepath.Base(e.Path) + " is damaged: a part of it is missing or was changed"
}

// Unwrap is what the database said.
func (e *DamagedError) Unwrap() error { return e.Err }

// Hint says what to do.
func (e *DamagedError) Hint() string {
	return "put your last copy of it back, or move it away and ingest the exports again"
}

// MemoryError says that what was to be stored at once does not fit into the memory
// that the database may take, not even with the room beside the file.
type MemoryError struct{ Err error }

func (e *MemoryError) Error() string {
	return "there is more in the files than can be stored at once: nothing was stored"
}

// Unwrap is what the database said.
func (e *MemoryError) Unwrap() error { return e.Err }

// Hint says what to do.
func (e *MemoryError) Hint() string {
	return "take fewer files at a time, the largest by itself; a file with very many columns or very long texts needs the most"
}

// FullError says that there is no room on the disk.
type FullError struct {
	Path string
	Err  error
}

func (e *FullError) Error() string {
	return fmt.Sprintf("there is no room left beside %s: nothing was stored", filepath.Base(e.Path))
}

// Unwrap is what the database said.
func (e *FullError) Unwrap() error { return e.Err }

// Hint says what to do.
func (e *FullError) Hint() string { return "make room on the disk and try again" }

// RefusedError says that the database refused what a run wanted to store: a fault
// of the program, or of what it read. The step that it happened in is all that
// people need of it.
type RefusedError struct {
	Step string
	Err  error
}

func (e *RefusedError) Error() string {
	return fmt.Sprintf("what was read could not be stored (%s): nothing was stored", e.Step)
}

// Unwrap is what the database said.
func (e *RefusedError) Unwrap() error { return e.Err }

// Hint says what to do.
func (e *RefusedError) Hint() string {
	return "take the files one at a time: the others are stored then; send the one that fails, without names, to who looks after valuetrail"
}

// plain puts what the database says of a run that writes into words for people;
// what is said of anything else stays.
func (w *Warehouse) plain(err error) error {
	var de *duckdb.Error
	if !errors.As(err, &de) || de.Type == duckdb.ErrorTypeInterrupt {
		return err
	}
	switch {
	case de.Type == duckdb.ErrorTypeOutOfMemory && !strings.Contains(de.Msg, "max_temp_directory_size"):
		return &MemoryError{Err: err}
	case strings.Contains(de.Msg, "No space left") || de.Type == duckdb.ErrorTypeOutOfMemory:
		return &FullError{Path: w.path, Err: err}
	case strings.Contains(de.Msg, "Corrupt") || de.Type == duckdb.ErrorTypeSerialization:
		return &DamagedError{Path: w.path, Err: err}
	}
	step, _, _ := strings.Cut(err.Error(), ": ")
	return &RefusedError{Step: step, Err: err}
}

// ofKind adds to what the database says of a question the kind of it, for those who
// may not read the rest.
func ofKind(err error) error {
	var de *duckdb.Error
	if !errors.As(err, &de) {
		return err
	}
	failed := &metrics.FailedError{Err: err}
	switch de.Type {
	case duckdb.ErrorTypeConversion:
		failed.Failure = metrics.NotConvertible
	case duckdb.ErrorTypeOutOfRange:
		failed.Failure = metrics.OutOfRange
	case duckdb.ErrorTypeDivideByZero:
		failed.Failure = metrics.DividedByZero
	case duckdb.ErrorTypeInvalidInput, duckdb.ErrorTypeInvalidType, duckdb.ErrorTypeMismatchType:
		failed.Failure = metrics.NotTaken
	case duckdb.ErrorTypeOutOfMemory:
		failed.Failure = metrics.TooMuch
	case duckdb.ErrorTypeBinder, duckdb.ErrorTypeCatalog, duckdb.ErrorTypeParser, duckdb.ErrorTypeSyntax, duckdb.ErrorTypeNotImplemented:
		failed.Failure = metrics.Unknown
	case duckdb.ErrorTypeIO:
		failed.Failure = metrics.Unreadable
	}
	return failed
}

// translate turns DuckDB's errors into ours where a caller decides by them.
func (w *Warehouse) translate(err error) error {
	var de *duckdb.Error
	if errors.As(err, &de) {
		if strings.Contains(de.Msg, "Could not set lock on file") || strings.Contains(de.Msg, "lock on file") {
			return busy(w.path)
		}
		if de.Type == duckdb.ErrorTypeSerialization || strings.Contains(de.Msg, "newer version of DuckDB") {
			return &NewerError{Path: w.path, Step: "a newer storage format"}
		}
		if de.Type == duckdb.ErrorTypeIO || strings.Contains(de.Msg, "Corrupt") || strings.Contains(de.Msg, "IO Error") {
			return &DamagedError{Path: w.path, Err: err}
		}
	}
	return fmt.Errorf("open %s: %w", w.path, err)
}

// busy names the holder from what it wrote into the lock file.
func busy(path string) error {
	e := &BusyError{Path: path}
	text, err := os.ReadFile(path + ".lock")
	if err != nil {
		return e
	}
	if parts := strings.Split(strings.TrimSpace(string(text)), "\n"); len(parts) == 3 {
		e.Process, e.Since, e.Command = parts[0], parts[1], parts[2]
	}
	return e
}

func writeHolder(f *os.File, command string, now time.Time) error {
	if err := f.Truncate(0); err != nil {
		return err
	}
	_, err := f.WriteAt(fmt.Appendf(nil, "%d\n%s\n%s\n", os.Getpid(), now.Format("15:04"), command), 0)
	return err
}
