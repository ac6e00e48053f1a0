package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"

	"valuetrail/ingest"
	"valuetrail/internal/settings"
	"valuetrail/internal/warehouse"
)

// community is the settings of the folder and their fingerprint. Without a
// settings file the defaults hold, under the name of the folder. Where nothing
// is wrong but people's words, the rest comes with the error.
func (e *env) community() (ingest.Basis, error) {
	s, err := settings.Load(e.Settings)
	if !exists(e.Settings) && filepath.Base(e.Settings) != defaultSettings {
		return ingest.Basis{}, &hinted{fmt.Errorf("there is no settings file %s", e.Settings), "check the name, or run valuetrail init to make one"}
	}
	var faulty *settings.Error
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return ingest.Basis{Settings: e.unnamed(settings.Default()), Fingerprint: "default"}, nil
	case errors.As(err, &faulty) && !faulty.OfWords():
		return ingest.Basis{}, err
	case err != nil && faulty == nil:
		return ingest.Basis{}, &hinted{fmt.Errorf("settings: %w", err), "name your settings file with --settings, or run valuetrail init"}
	}
	if !exists(e.Settings) {
		s = e.unnamed(s)
	}
	s.Community.ID = cmp.Or(s.Community.ID, "community")
	s.Community.Name = cmp.Or(s.Community.Name, s.Community.ID)
	if unknown := e.named(s); unknown != nil {
		return ingest.Basis{}, unknown
	}
	print, unprinted := s.Fingerprint()
	if unprinted != nil {
		return ingest.Basis{}, unprinted
	}
	return ingest.Basis{Settings: s, Fingerprint: print}, err
}

// communityButWords is community for a command that prints no words of people: a
// fault in those is told and does not stop it.
func (e *env) communityButWords() (ingest.Basis, error) {
	b, err := e.community()
	var faulty *settings.Error
	if !errors.As(err, &faulty) || !faulty.OfWords() {
		return b, err
	}
	e.explain(err)
	e.tell("%s", e.Say.Say("here.words", len(faulty.Faults)))
	return b, nil
}

// unnamed calls a community that has said no name by its folder.
func (e *env) unnamed(s settings.Settings) settings.Settings {
	s.Community.ID = cmp.Or(s.Community.ID, "community")
	if folder, err := filepath.Abs(filepath.Dir(e.DB)); err == nil {
		s.Community.Name = cmp.Or(s.Community.Name, filepath.Base(folder))
	}
	return s
}

// howToBegin is a hint for a folder without data: one without settings either
// has not been begun.
func (e *env) howToBegin(hint string) string {
	if exists(e.setupFile()) || exists(e.Settings) {
		return hint
	}
	return "valuetrail init starts a community here; " + hint
}

// defaultSettings is the settings file that a folder is expected to have.
const defaultSettings = "valuetrail.yaml"

// write opens the data file for a command that changes it; incoming is the size
// in bytes of the files it is about to store.
func (e *env) write(ctx context.Context, command string, incoming int64) (*warehouse.Warehouse, error) {
	w, err := warehouse.Open(ctx, e.DB, warehouse.Options{Command: command, Key: e.Key, Now: e.Clock, Incoming: incoming})
	if err != nil {
		return nil, writable(err, e.DB, "--db FILE")
	}
	return w, nil
}

// read opens the data file for a command that only answers. A file that an
// older program or older settings made is first brought up to date.
func (e *env) read(ctx context.Context, b ingest.Basis) (*warehouse.Warehouse, error) {
	w, err := warehouse.Open(ctx, e.DB, warehouse.Options{ReadOnly: true, Now: e.Clock})
	if errors.Is(err, fs.ErrNotExist) {
		return nil, &hinted{fmt.Errorf("there is no data yet: %s is not there", e.DB), e.howToBegin("valuetrail ingest FOLDER reads your exports; valuetrail demo shows what comes of it")}
	}
	var older *warehouse.OlderError
	stale := errors.As(err, &older)
	if err != nil && !stale {
		return nil, err
	}
	if !stale {
		print, err := w.Setting(ctx, b.Settings.Community.ID, ingest.FingerprintSetting)
		if err != nil {
			return nil, errors.Join(err, w.Close())
		}
		if print == "" || print == b.Fingerprint {
			return w, nil
		}
		if err := w.Close(); err != nil {
			return nil, err
		}
	}
	why := "the settings have changed"
	if stale {
		why = "an older valuetrail made this data file"
	}
	if err := e.refresh(ctx, b, why); err != nil {
		return nil, err
	}
	return warehouse.Open(ctx, e.DB, warehouse.Options{ReadOnly: true, Now: e.Clock})
}

// refresh makes everything derived again, with the settings as they are now.
func (e *env) refresh(ctx context.Context, b ingest.Basis, why string) error {
	e.tell("%s: working everything out again", why)
	w, err := e.write(ctx, "refresh", 0)
	if err != nil {
		return err
	}
	var elsewhere []string
	err = w.Store(b.Settings.Community.ID).Write(ctx, func(x ingest.Batch) error {
		if _, err := ingest.Settle(ctx, x, b, nil); err != nil {
			return err
		}
		elsewhere, err = ingest.ReadElsewhere(ctx, x, b.Settings)
		return err
	})
	if len(elsewhere) > 0 {
		e.tell("%s", e.Say.Say("zone.elsewhere", len(elsewhere), b.Settings.Zone().String(), elsewhere[:min(3, len(elsewhere))]))
	}
	return errors.Join(err, w.Close())
}

// noticed tells that settings have changed since the data were worked out.
func (e *env) noticed(ctx context.Context, w *warehouse.Warehouse, b ingest.Basis) error {
	print, err := w.Setting(ctx, b.Settings.Community.ID, ingest.FingerprintSetting)
	if err == nil && print != "" && print != b.Fingerprint {
		e.tell("%s", e.Say.Say("here.changed"))
	}
	return err
}

// reading runs f on the data file, open for reading, with the settings.
func (e *env) reading(ctx context.Context, f func(*warehouse.Warehouse, ingest.Basis) error) error {
	b, err := e.community()
	if err != nil {
		return err
	}
	w, err := e.read(ctx, b)
	if err != nil {
		return err
	}
	return errors.Join(f(w, b), w.Close())
}

// writing runs f on the data file, open for writing, with the settings.
func (e *env) writing(ctx context.Context, command string, f func(*warehouse.Warehouse, ingest.Basis) error) error {
	b, err := e.community()
	if err != nil {
		return err
	}
	if !exists(e.DB) {
		return &hinted{fmt.Errorf("there is no data yet: %s is not there", e.DB), e.howToBegin("valuetrail ingest FOLDER reads your exports first")}
	}
	w, err := e.write(ctx, command, 0)
	if err != nil {
		return err
	}
	return errors.Join(f(w, b), w.Close())
}
