//go:build !unix

package warehouse

import (
	"errors"
	"fmt"
	"os"
	"time"
)

// lock is the file beside the warehouse that says who writes. Where there is no
// flock, DuckDB's own lock on the warehouse decides and this one only tells.
type lock struct{ file *os.File }

func acquire(path, command string, now time.Time) (*lock, error) {
	f, err := os.OpenFile(path+".lock", os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", path, err)
	}
	if err := writeHolder(f, command, now); err != nil {
		f.Close()
		return nil, fmt.Errorf("lock %s: %w", path, err)
	}
	return &lock{f}, nil
}

func (l *lock) release() error {
	return errors.Join(l.file.Truncate(0), l.file.Close())
}
