package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"valuetrail/ingest"
	"valuetrail/internal/settings"
	"valuetrail/internal/vocabulary"
	"valuetrail/internal/warehouse"
	"valuetrail/queries"
)

// answering runs f on the data file, open for reading, for a command that gives
// figures: settings that lower a threshold after a release get none.
func (e *env) answering(ctx context.Context, f func(*warehouse.Warehouse, ingest.Basis) error) error {
	return e.reading(ctx, func(w *warehouse.Warehouse, b ingest.Basis) error {
		made, err := w.Store(b.Settings.Community.ID).Releases(ctx)
		if err != nil {
			return err
		}
		if err := e.notLowered(b.Settings.Privacy, made); err != nil {
			return err
		}
		return f(w, b)
	})
}

// known refuses a cohort that the data do not have.
func (e *env) known(ctx context.Context, w *warehouse.Warehouse, b ingest.Basis, cohorts []string) error {
	if len(cohorts) == 0 {
		return nil
	}
	var names []string
	for row, err := range w.Rows(ctx, queries.Question("cohorts"), map[string]any{"community": b.Settings.Community.ID}) {
		if err != nil {
			return err
		}
		if id, ok := row[0].(string); ok {
			names = append(names, id)
		}
	}
	for _, c := range cohorts {
		if !slices.Contains(names, c) {
			return &exit{exitUsage, &hinted{fmt.Errorf("there is no cohort %q", c), e.cohortHint(c, names)}}
		}
	}
	return nil
}

// cohortHint names the cohort that may be meant, else all of them, and where a new
// one is written down.
func (e *env) cohortHint(id string, names []string) string {
	meant := "the cohorts are " + strings.Join(names, ", ")
	if len(names) == 0 {
		meant = "there is none yet"
	}
	if near := vocabulary.Nearest(id, names); near != "" {
		meant = fmt.Sprintf("did you mean %q?", near)
	}
	return fmt.Sprintf("%s; a new one is a row in %s", meant, e.where("cohorts", "cohorts"))
}

// notLowered refuses thresholds below those of any release: what was withheld
// once could be worked out from what is shown later.
func (e *env) notLowered(now settings.Privacy, made []warehouse.Release) error {
	for _, r := range made {
		for _, t := range []struct {
			name         string
			then, wanted int
		}{{"minimum_group", r.MinimumGroup, now.MinimumGroup}, {"minimum_exact", r.MinimumExact, now.MinimumExact}, {"minimum_quotes", r.MinimumQuotes, now.MinimumQuotes}} {
			if t.wanted < t.then {
				return &hinted{fmt.Errorf("your settings lower %s to %d, and release %d was made with %d: after a release it may rise, but never go down", t.name, t.wanted, r.Number, t.then),
					e.whereThreshold(t.name, t.then)}
			}
		}
	}
	return nil
}
