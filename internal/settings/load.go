package settings

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// Load reads the settings file at path and what lies beside it: setup.xlsx,
// which wins where it says something, and commentary.md. A file that is absent
// says nothing; none at all gives an error that is os.ErrNotExist. Faults of all
// files come in one *Error: where they are all of Words, the settings come with
// it, without any words.
func Load(path string) (Settings, error) {
	var l loading
	data, err := readShort(path)
	l.found(err)
	s, r := parse(path, data) // nothing gives the default ones
	targets := s.Targets
	s = l.setup(filepath.Join(filepath.Dir(path), SetupFile), s)
	r.targetCohorts(s, targets)
	if err := r.err(path); err != nil {
		l.found(err)
	}
	s = l.commentary(filepath.Join(filepath.Dir(path), CommentaryFile), s)
	switch {
	case l.err != nil:
		return Settings{}, l.err
	case len(l.faults) > 0:
		faulty := &Error{File: path, Faults: l.faults}
		if !faulty.OfWords() {
			return Settings{}, faulty
		}
		s.Words = Words{}
		return s, faulty
	case !l.any:
		return Settings{}, err
	}
	return s, nil
}

// loading is what was found while settings were read from several files.
type loading struct {
	any    bool
	faults []Fault
	err    error
}

// found takes how reading a file ended and reports whether it was there.
func (l *loading) found(err error) bool {
	var faulty *Error
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return false
	case errors.As(err, &faulty):
		l.faults = append(l.faults, faultsOf(faulty)...)
	case err != nil && l.err == nil:
		l.err = err
	}
	l.any = true
	return err == nil
}

// setup is s with what setup.xlsx says.
func (l *loading) setup(file string, s Settings) Settings {
	if _, err := os.Stat(file); err != nil {
		l.found(err)
		return s
	}
	with, err := s.WithSetup(file)
	if faulty := (*Error)(nil); !l.found(err) && !(errors.As(err, &faulty) && faulty.OfWords()) {
		return s
	}
	return with
}

// commentary is s with the words of commentary.md.
func (l *loading) commentary(file string, s Settings) Settings {
	text, err := readShort(file)
	if !l.found(err) {
		return s
	}
	words, err := ParseCommentary(file, text)
	if l.found(err) {
		s.Words = s.Words.and(words)
	}
	return s
}

// stored counts the forms in which a warehouse has kept settings: one that keeps
// them in an older form stores them anew.
const stored = 4

// Fingerprint tells settings that give other facts or figures apart: neither the
// place of the file counts, nor words, nor how a page looks. Settings that were
// read always have one; a number in them that is none gives an error.
func (s Settings) Fingerprint() (string, error) {
	s.File, s.Words, s.Report.Logo, s.Report.Colours = "", Words{}, "", nil
	text, err := json.Marshal(struct {
		Stored int
		Settings
	}{stored, s})
	if err != nil {
		return "", fmt.Errorf("settings: %w", err)
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:8]), nil
}

// readShort reads a file of which settings are made: at most one byte more than
// what is read as settings.
func readShort(path string) ([]byte, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("read settings: %w", err)
	}
	defer file.Close()
	data, err := io.ReadAll(io.LimitReader(file, mostBytes+1))
	if err != nil {
		return nil, fmt.Errorf("read settings: %w", err)
	}
	return data, nil
}

// faultsOf are the faults of an error, each with its file.
func faultsOf(e *Error) []Fault {
	all := make([]Fault, len(e.Faults))
	for i, f := range e.Faults {
		f.File = e.file(f)
		all[i] = f
	}
	return all
}
