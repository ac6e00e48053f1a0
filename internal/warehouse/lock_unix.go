//go:build unix

package warehouse

import (
	"errors"
	"fmt"
	"os"
	"syscall"
	"time"
)

// lock is the file beside the warehouse that a writer holds: flock, so that it
// goes with its process, and inside it who that is.
type lock struct{ file *os.File }

func acquire(path, command string, now time.Time) (*lock, error) {
	f, err := os.OpenFile(path+".lock", os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", path, err)
	}
	if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
		f.Close()
		if errors.Is(err, syscall.EWOULDBLOCK) {
			return nil, busy(path)
		}
		return nil, fmt.Errorf("lock %s: %w", path, err)
	}
	if err := writeHolder(f, command, now); err != nil {
		f.Close()
		return nil, fmt.Errorf("lock %s: %w", path, err)
	}
	return &lock{f}, nil
}

// release empties the file before letting go: removing it would race with the
// next writer, who may have opened it already.
func (l *lock) release() error {
	return errors.Join(l.file.Truncate(0), l.file.Close())
}
