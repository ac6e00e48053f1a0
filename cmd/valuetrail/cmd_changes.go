package main

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"valuetrail/ingest"
	"valuetrail/internal/warehouse"
)

// mostChanged is how many rows a file's changes name on a terminal.
const mostChanged = 20

// runSourcesChanges says what files changed of earlier ones that cover the same
// ground: the one named, or the latest of each.
func runSourcesChanges(ctx context.Context, e env, words []string, asJSON bool) error {
	if len(words) > 1 {
		return usage("sources changes takes one file at most").hinted("valuetrail sources list shows names and ids")
	}
	return e.reading(ctx, func(w *warehouse.Warehouse, b ingest.Basis) error {
		store := w.Store(b.Settings.Community.ID)
		id := ""
		if len(words) == 1 {
			var err error
			if id, err = latestNamed(ctx, store, words[0]); err != nil {
				return err
			}
		}
		all, err := changesOf(ctx, store, id)
		switch {
		case err != nil:
			return err
		case asJSON:
			return e.json(listed(all))
		case len(all) == 0:
			e.line("%s", e.Say.Say("changes_of.none"))
			return nil
		}
		for i, c := range all {
			if i > 0 {
				e.line("")
			}
			e.printChanges(c)
		}
		return nil
	})
}

// latestNamed is the stored file of a name or id; of several of one name the
// latest.
func latestNamed(ctx context.Context, store *warehouse.Store, name string) (string, error) {
	found, err := filesNamed(ctx, store, name)
	if err != nil {
		return "", err
	}
	files, err := store.Order(ctx)
	if err != nil {
		return "", err
	}
	best := ingest.SourceOrder{FileID: found[0]}
	for _, f := range files {
		if slices.Contains(found, f.FileID) && (best.Name == "" || f.Compare(best) > 0) {
			best = f
		}
	}
	return best.FileID, nil
}

// changesOf are the changes that a file made, or, with "", that the latest of
// each line of files made.
func changesOf(ctx context.Context, store *warehouse.Store, id string) ([]ingest.Changes, error) {
	files, err := store.Order(ctx)
	if err != nil {
		return nil, err
	}
	slices.SortFunc(files, ingest.SourceOrder.Compare)
	type pair struct{ now, was ingest.SourceOrder }
	var pairs []pair
	followed := map[string]bool{}
	for _, f := range files {
		if id != "" && f.FileID != id {
			continue
		}
		shared, err := store.Shared(ctx, f.FileID)
		if err != nil {
			return nil, err
		}
		if was, ok := ingest.Former(f, files, shared[f.FileID]); ok {
			pairs = append(pairs, pair{f, was})
			followed[was.FileID] = true
		}
	}
	var all []ingest.Changes
	for _, p := range pairs {
		if id == "" && followed[p.now.FileID] {
			continue
		}
		c, err := store.Changes(ctx, p.now, p.was)
		if err != nil {
			return nil, err
		}
		all = append(all, c)
	}
	return all, nil
}

func (e *env) printChanges(c ingest.Changes) {
	before := c.Before
	if before == c.File {
		before = fmt.Sprintf("%s (%s)", c.Before, short(c.BeforeID))
	}
	e.line("%s", e.Say.Say("changes_of.file", c.File, before, e.Say.Say("kind."+c.Kind)))
	if c.Added+c.Changed+c.Gone == 0 {
		e.line("  %s", e.Say.Say("changes_of.same"))
	} else {
		e.line("  %s", e.Say.Say("changes_of.rows", c.Added, c.Changed, c.Gone))
	}
	for _, x := range []struct {
		key string
		all []string
	}{{"new_sheets", c.NewSheets}, {"gone_sheets", c.GoneSheets}, {"new_columns", c.NewColumns}, {"gone_columns", c.GoneColumns}} {
		if len(x.all) > 0 {
			e.line("  %s", e.Say.Say("changes_of."+x.key, strings.Join(x.all, ", ")))
		}
	}
	e.printPlaces("added", c.AddedRows)
	e.printPlaces("gone", c.GoneRows)
	for _, r := range c.ChangedRows[:min(mostChanged, len(c.ChangedRows))] {
		var parts []string
		for _, f := range r.Fields {
			parts = append(parts, e.fieldChange(f))
		}
		e.line("  %s", e.Say.Say("changes_of.changed", rowPlace(r.RowPlace), rowPlace(r.Before), strings.Join(parts, "; ")))
	}
	if more := len(c.ChangedRows) - mostChanged; more > 0 {
		e.line("  %s", e.Say.Say("changes_of.more", more))
	}
}

func (e *env) fieldChange(f ingest.FieldChange) string {
	if f.Withheld {
		return e.Say.Say("changes_of.withheld", strings.ReplaceAll(f.Field, "_", " "))
	}
	return e.Say.Say("changes_of.field", strings.ReplaceAll(f.Field, "_", " "), cmp.Or(f.Old, "–"), cmp.Or(f.New, "–"))
}

func rowPlace(p ingest.RowPlace) string {
	if p.Sheet > 1 {
		return fmt.Sprintf("%d!%d", p.Sheet, p.Row)
	}
	return fmt.Sprint(p.Row)
}

// printPlaces names rows, those that stand one below the other as one.
func (e *env) printPlaces(key string, all []ingest.RowPlace) {
	var parts []string
	for i := 0; i < len(all); {
		j := i
		for j+1 < len(all) && all[j+1].Sheet == all[i].Sheet && all[j+1].Row <= all[j].Row+1 {
			j++
		}
		part := rowPlace(all[i])
		if all[j].Row > all[i].Row {
			part += fmt.Sprintf("–%d", all[j].Row)
		}
		parts = append(parts, part)
		i = j + 1
	}
	switch {
	case len(parts) > mostChanged:
		e.line("  %s", e.Say.Say("changes_of."+key, strings.Join(parts[:mostChanged], ", ")+" …"))
	case len(parts) > 0:
		e.line("  %s", e.Say.Say("changes_of."+key, strings.Join(parts, ", ")))
	}
}
