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

// Load reads the settings file at path and what lies beside it: commentary.md.
// A file that is absent says nothing; none at all gives an error that is
// os.ErrNotExist. Faults of all files come in one *Error.
func Load(path string) (Settings, error) {
	s, err := Read(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) && !isFaulty(err) {
		return Settings{}, err
	}
	faulty := faultsOf(err)
	missing := err
	if errors.Is(err, fs.ErrNotExist) {
		s = Default()
		s.File = path
	}
	file := filepath.Join(filepath.Dir(path), CommentaryFile)
	text, lookErr := readShort(file)
	switch {
	case errors.Is(lookErr, fs.ErrNotExist):
	case lookErr != nil:
		return Settings{}, lookErr
	default:
		missing = nil
		words, err := ParseCommentary(file, text)
		if err != nil && !isFaulty(err) {
			return Settings{}, err
		}
		faulty = append(faulty, faultsOf(err)...)
		s.Words = s.Words.and(words)
	}
	switch {
	case len(faulty) > 0:
		return Settings{}, &Error{File: path, Faults: faulty}
	case missing != nil:
		return Settings{}, missing
	}
	return s, nil
}

// Fingerprint tells settings that give other facts or figures apart: neither
// the place of the file nor words count.
func (s Settings) Fingerprint() string {
	s.File, s.Words = "", Words{}
	text, err := json.Marshal(s)
	if err != nil {
		panic("settings: " + err.Error()) // they hold words, days and finite numbers only
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:8])
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

func isFaulty(err error) bool {
	var e *Error
	return errors.As(err, &e)
}

// faultsOf are the faults that an error tells of, each with its file.
func faultsOf(err error) []Fault {
	var e *Error
	if !errors.As(err, &e) {
		return nil
	}
	all := make([]Fault, len(e.Faults))
	for i, f := range e.Faults {
		if f.File == "" {
			f.File = e.File
		}
		all[i] = f
	}
	return all
}
