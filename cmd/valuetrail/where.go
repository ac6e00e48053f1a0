package main

import (
	"fmt"
	"path/filepath"

	"valuetrail/internal/settings"
	"valuetrail/internal/vocabulary"
	"valuetrail/queries"
)

// setupFile is the workbook with settings beside the settings file, whether or
// not there is one.
func (e *env) setupFile() string { return filepath.Join(filepath.Dir(e.Settings), settings.SetupFile) }

// where is the place in which people write down a setting: the sheet of the
// workbook where there is one, else the key of the settings file, else the
// workbook that init makes.
func (e *env) where(sheet, key string) string {
	title := sheet
	if s, ok := vocabulary.SetupSheetOf(sheet); ok {
		title = s.Title
	}
	switch {
	case exists(e.setupFile()):
		return e.Say.Say("where.setup", e.setupFile(), title)
	case exists(e.Settings):
		return e.Say.Say("where.yaml", e.Settings, key)
	}
	return e.Say.Say("where.none", settings.SetupFile, title)
}

// whereThreshold says how to write a threshold of at least n.
func (e *env) whereThreshold(key string, n int) string {
	if !exists(e.setupFile()) && exists(e.Settings) {
		return fmt.Sprintf("write %s: %d or more in your settings, under privacy", key, n)
	}
	s, _ := vocabulary.SetupSheetOf("thresholds")
	for _, c := range s.Columns {
		if c.Key == key {
			return fmt.Sprintf("write %d or more in %s, row %q", n, e.where("thresholds", "privacy"), c.Heading)
		}
	}
	return ""
}

// named refuses settings that name an indicator which nobody knows, neither
// valuetrail nor the folder of one's own indicators.
func (e *env) named(s settings.Settings) error {
	if e.own != "" { // those of a folder named on the command line are refused where they are read
		return nil
	}
	known, err := indicatorsWith(e.besideSettings(s.Indicators))
	if err != nil {
		return nil // the command that needs them says so
	}
	return settings.Named(e.Settings, s, queries.IDs(known))
}
