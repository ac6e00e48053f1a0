package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"valuetrail/internal/warehouse"
	"valuetrail/queries"
)

// ownFault is a fault of an own indicator as scripts read it.
type ownFault struct {
	File     string `json:"file"`
	Line     int    `json:"line"`
	Severity string `json:"severity"`
	What     string `json:"what"`
}

func indicatorsCheckCommand(e *env) *cli.Command {
	return &cli.Command{
		Name: "check", Usage: "all that is wrong in a folder of your own indicators, with file and line", ArgsUsage: "[FOLDER]",
		Flags: []cli.Flag{&cli.BoolFlag{Name: "json", Usage: "print JSON"}},
		Action: func(c *cli.Context) error {
			folder, err := e.ownFolder(c.Args().Slice())
			if err != nil {
				return err
			}
			return runIndicatorsCheck(c.Context, *e, folder, c.Bool("json"))
		},
	}
}

// ownFolder is the folder of own indicators that a command is given, else that of
// the settings.
func (e *env) ownFolder(words []string) (string, error) {
	if len(words) > 1 {
		return "", usage("one folder of indicators, not %d", len(words)).hinted("put all indicators of yours into one folder")
	}
	folder := strings.Join(words, "")
	if folder == "" {
		b, err := e.communityButWords()
		if err != nil {
			return "", err
		}
		folder = e.besideSettings(b.Settings.Indicators)
	}
	switch at, err := os.Stat(folder); {
	case folder == "":
		return "", usage("which folder of indicators?").hinted("name it, or write it in your settings under indicators:")
	case err != nil || !at.IsDir():
		return "", noOwnFolder(folder)
	}
	return folder, nil
}

func noOwnFolder(folder string) error {
	return &hinted{fmt.Errorf("there is no folder %s with indicators of yours", folder), "check --indicators, or indicators: in your settings; valuetrail indicators new ID begins one"}
}

// besideSettings is a place that the settings name, which is seen from their folder.
func (e *env) besideSettings(place string) string {
	if place == "" || filepath.IsAbs(place) {
		return place
	}
	return filepath.Join(filepath.Dir(e.Settings), place)
}

func runIndicatorsCheck(ctx context.Context, e env, folder string, asJSON bool) error {
	all, faults, err := e.checkOwn(ctx, folder)
	if err != nil {
		return err
	}
	lines, wrong := []ownFault{}, 0
	for _, f := range faults {
		l := ownFault{File: filepath.ToSlash(filepath.Join(folder, f.File)), Line: f.Line, Severity: "fault", What: f.Err.Error()}
		if f.Warning {
			l.Severity = "warning"
		} else {
			wrong++
		}
		lines = append(lines, l)
	}
	if asJSON {
		if err := e.json(lines); err != nil {
			return err
		}
	} else {
		for _, l := range lines {
			e.line("%s:%d: %s: %s", l.File, l.Line, l.Severity, l.What)
		}
		e.line("%s", e.Say.Say("own.checked", len(all), wrong, len(lines)-wrong))
	}
	if wrong > 0 {
		return errKept
	}
	return nil
}

// checkOwn is a folder's indicators and all that is wrong with them.
func (e *env) checkOwn(ctx context.Context, folder string) ([]queries.Indicator, []*queries.Fault, error) {
	all, err := readOwn(folder)
	faults := queries.Faults(err)
	if err != nil && len(faults) == 0 {
		return nil, nil, err
	}
	ours, err := queries.Catalogue()
	if err != nil {
		return nil, nil, err
	}
	_, taken := queries.Join(ours, all)
	faults = append(faults, queries.Faults(taken)...)
	faulty := map[string]bool{}
	for _, f := range faults {
		faulty[f.File] = true
	}
	err = inAnEmptyWorld(ctx, func(w *warehouse.Warehouse) error {
		for _, ind := range all {
			if !faulty[ind.File] {
				found, err := bound(ctx, w, ind)
				if err != nil {
					return err
				}
				faults = append(faults, found...)
			}
			for _, warning := range queries.Portable(ind) {
				if !slices.ContainsFunc(faults, func(f *queries.Fault) bool { return f.File == ind.File && f.Line == warning.Line }) {
					faults = append(faults, warning)
				}
			}
		}
		return nil
	})
	slices.SortStableFunc(faults, func(a, b *queries.Fault) int {
		if a.File != b.File {
			return strings.Compare(a.File, b.File)
		}
		return a.Line - b.Line
	})
	return all, faults, err
}

// bound lets the engine look up every name in an indicator, and holds its columns
// to what observations are.
func bound(ctx context.Context, w *warehouse.Warehouse, ind queries.Indicator) ([]*queries.Fault, error) {
	sql, first, err := queries.SpliceFile(ind)
	if err != nil {
		return nil, err
	}
	named := map[string]any{}
	for _, name := range queries.Parameters {
		named[name] = nil
	}
	names, types, err := w.Columns(ctx, sql, named)
	var unknown *warehouse.BindError
	switch {
	case errors.As(err, &unknown):
		return []*queries.Fault{{File: ind.File, Line: max(unknown.Line-first+1, 1), Err: unknown}}, nil
	case err != nil:
		return nil, err
	}
	return queries.ColumnFaults(ind, names, types), nil
}

// inAnEmptyWorld makes a data file without data for as long as it is used.
func inAnEmptyWorld(ctx context.Context, use func(*warehouse.Warehouse) error) error {
	folder, err := os.MkdirTemp("", "valuetrail-")
	if err != nil {
		return err
	}
	w, err := warehouse.Open(ctx, filepath.Join(folder, "empty.duckdb"), warehouse.Options{Command: "indicators", Key: []byte("a world without anybody in it, 32")})
	if err == nil {
		err = errors.Join(use(w), w.Close())
	}
	return errors.Join(err, os.RemoveAll(folder))
}
