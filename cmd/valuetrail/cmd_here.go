package main

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"valuetrail/ingest"
	"valuetrail/ingest/sheet"
	"valuetrail/internal/settings"
	"valuetrail/internal/warehouse"
)

// runHere says what the program sees in this folder and what comes next.
func runHere(ctx context.Context, e env) error {
	b, err := e.community()
	if err != nil {
		return err
	}
	e.line("valuetrail turns a community's attendance, survey and story spreadsheets into evidence.")
	e.line("")
	hasSettings := e.sayWho(b.Settings)
	hasData := exists(e.DB)
	spreadsheets := spreadsheetsIn(filepath.Dir(e.DB))
	if !hasData {
		e.line("      no data yet (%s).", e.DB)
		if spreadsheets > 0 {
			e.line("      %s to read.", e.Say.Say("count.spreadsheets", spreadsheets))
		}
		e.line("")
		switch {
		case spreadsheets > 0:
			e.line("Next: valuetrail ingest .       reads them")
		case hasSettings:
			e.line("Next: valuetrail ingest FOLDER  reads your exports and filled-in templates")
		default:
			e.line("Next: valuetrail init           starts your community: settings and templates")
			e.line("      valuetrail ingest FOLDER  reads the exports you have")
			e.line("      valuetrail demo           shows it all with a made-up community")
		}
		e.line("      valuetrail --help         lists every command")
		return nil
	}
	return e.reading(ctx, func(w *warehouse.Warehouse, b ingest.Basis) error {
		files, err := sourceRows(ctx, w, b)
		if err != nil {
			return err
		}
		waiting := 0
		for _, f := range files {
			waiting += f.ToCheck
		}
		e.line("      %s, %s.", e.DB, e.Say.Say("count.files", len(files)))
		if waiting > 0 {
			e.line("      %s kept for you to check: valuetrail sources list", e.Say.Say("count.rows", waiting))
		}
		e.line("")
		if exists(e.beside(ingest.ToDecideFile)) {
			e.line("Next: open %s, choose the answers, save it, and run valuetrail ingest again", e.beside(ingest.ToDecideFile))
			e.line("      valuetrail report           draws the sponsor's page and workbook (draft)")
			return nil
		}
		e.line("Next: valuetrail report         draws the sponsor's page and workbook (draft)")
		e.line("      valuetrail ingest FOLDER  reads this month's exports")
		e.line("      valuetrail --help         lists every command")
		return nil
	})
}

// sayWho says whose folder this is, by its settings, and reports whether there
// are any. Settings that run out are said while there is time to add a row.
func (e *env) sayWho(s settings.Settings) bool {
	var there []string
	setup := e.setupFile()
	for _, file := range []string{setup, e.Settings, filepath.Join(filepath.Dir(e.Settings), settings.CommentaryFile)} {
		if exists(file) {
			there = append(there, file)
		}
	}
	if len(there) == 0 {
		e.line("Here: no settings yet (%s).", e.Settings)
		return false
	}
	e.line("Here: settings (%s).", strings.Join(there, ", "))
	today := settings.DayOf(e.now())
	e.line("      %s", e.Say.Say("here.who", s.Community.Name, len(s.Cohorts)))
	if len(s.Cohorts) > 0 && !slices.ContainsFunc(s.Cohorts, func(c settings.Cohort) bool { return c.Ends == 0 || c.Ends >= today }) {
		if exists(setup) {
			e.line("      %s", e.Say.Say("here.over", setup))
		} else {
			e.line("      %s", e.Say.Say("here.over_yaml", e.Settings))
		}
	}
	return true
}

// spreadsheetsIn counts what looks like an export in a folder.
func spreadsheetsIn(folder string) int {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return 0
	}
	n := 0
	for _, entry := range entries {
		name := strings.ToLower(entry.Name())
		info, err := entry.Info()
		if err != nil || entry.IsDir() || name == ingest.ToDecideFile || name == settings.SetupFile {
			continue
		}
		if _, skip := sheet.Ignorable(entry.Name(), info.Size()); skip {
			continue
		}
		switch filepath.Ext(name) {
		case ".csv", ".tsv", ".xlsx", ".txt":
			n++
		}
	}
	return n
}
