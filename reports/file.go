package reports

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// WriteFile writes the file whole or not at all: into a file beside it, which
// then takes its name. What was there before survives every failure.
func WriteFile(name string, data []byte) error {
	f, err := Stage(name, data)
	if err != nil {
		return err
	}
	return f.Place()
}

// Staged is a file that is written and waits beside the name it will have.
type Staged struct{ from, name string }

// Stage writes data beside name, to be placed or discarded.
func Stage(name string, data []byte) (*Staged, error) {
	f, err := os.CreateTemp(filepath.Dir(name), ".valuetrail-*")
	if err != nil {
		return nil, fmt.Errorf("write %s: %w", name, err)
	}
	s := &Staged{f.Name(), name}
	_, err = f.Write(data)
	if err == nil {
		err = f.Sync()
	}
	if err = errors.Join(err, f.Close(), os.Chmod(f.Name(), 0o644)); err != nil {
		return nil, fmt.Errorf("write %s: %w", name, errors.Join(err, s.Discard()))
	}
	return s, nil
}

// Place gives the file its name.
func (s *Staged) Place() error {
	if err := os.Rename(s.from, s.name); err != nil {
		return fmt.Errorf("write %s: %w", s.name, errors.Join(err, s.Discard()))
	}
	return nil
}

// Discard takes the file away.
func (s *Staged) Discard() error { return os.Remove(s.from) }
