package main

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"slices"
	"strconv"

	"github.com/urfave/cli/v2"

	"valuetrail/ingest"
	"valuetrail/internal/warehouse"
)

func sourcesCommand(e *env) *cli.Command {
	list := func(c *cli.Context) error { return runSourcesList(c.Context, *e, c.Bool("json")) }
	flags := []cli.Flag{&cli.BoolFlag{Name: "json", Usage: "print JSON"}}
	return &cli.Command{
		Name: "sources", Usage: "the files your data come from: list, show, changes, undo", Flags: flags, Action: only(list),
		Subcommands: []*cli.Command{
			{Name: "list", Usage: "every file with its rows", Flags: flags, Action: only(list)},
			{Name: "show", Usage: "one file: what it gave and what waits in it", ArgsUsage: "FILE", Flags: flags,
				Action: func(c *cli.Context) error {
					return runSourcesShow(c.Context, *e, c.Args().Slice(), c.Bool("json"))
				}},
			{Name: "changes", Usage: "what a file changed of the one before it, without FILE the latest of each kind", ArgsUsage: "[FILE]", Flags: flags,
				Action: func(c *cli.Context) error {
					return runSourcesChanges(c.Context, *e, c.Args().Slice(), c.Bool("json"))
				}},
			{Name: "undo", Usage: "take a file out with all that came from it; ingest it again to bring it back", ArgsUsage: "FILE",
				Action: func(c *cli.Context) error { return runSourcesUndo(c.Context, *e, c.Args().Slice()) }},
		},
	}
}

// only refuses plain words where a command takes none.
func only(f cli.ActionFunc) cli.ActionFunc {
	return func(c *cli.Context) error {
		if c.Args().Present() {
			return unexpected(c)
		}
		return f(c)
	}
}

func unexpected(c *cli.Context) error {
	word := c.Args().First()
	if near := nearestCommand(c.Command.Subcommands, word); near != "" {
		return &exit{exitUsage, &hinted{errors.New("no command " + strconv.Quote(word) + " in " + c.Command.Name), "did you mean " + strconv.Quote(near) + "?"}}
	}
	return &exit{exitUsage, &hinted{errors.New(c.Command.Name + " takes no " + strconv.Quote(word)), "add --help to see what it takes"}}
}

func sourceRows(ctx context.Context, w *warehouse.Warehouse, b ingest.Basis) ([]ingest.Source, error) {
	all, err := w.Store(b.Settings.Community.ID).Sources(ctx)
	slices.SortFunc(all, func(x, y ingest.Source) int {
		return cmp.Or(cmp.Compare(x.From, y.From), cmp.Compare(x.Name, y.Name), cmp.Compare(x.FileID, y.FileID))
	})
	return all, err
}

func runSourcesList(ctx context.Context, e env, asJSON bool) error {
	return e.reading(ctx, func(w *warehouse.Warehouse, b ingest.Basis) error {
		all, err := sourceRows(ctx, w, b)
		if err != nil {
			return err
		}
		if asJSON {
			return e.json(listed(all))
		}
		var rows [][]string
		for _, s := range all {
			rows = append(rows, []string{s.Name, s.Source, s.Kind, strconv.Itoa(s.Read), strconv.Itoa(s.Loaded), strconv.Itoa(s.Repeated),
				strconv.Itoa(s.ToCheck), strconv.Itoa(s.Ignored), s.From, s.To, short(s.FileID)})
		}
		e.table([]string{"file", "source", "kind", "rows", "loaded", "repeated", "to check", "left out", "from", "to", "id"}, rows)
		return nil
	})
}

func runSourcesShow(ctx context.Context, e env, words []string, asJSON bool) error {
	if len(words) != 1 {
		return &exit{exitUsage, &hinted{errors.New("sources show needs one file"), "valuetrail sources list shows names and ids"}}
	}
	return e.reading(ctx, func(w *warehouse.Warehouse, b ingest.Basis) error {
		id, err := fileNamed(ctx, w.Store(b.Settings.Community.ID), words[0])
		if err != nil {
			return err
		}
		s, err := w.Store(b.Settings.Community.ID).Source(ctx, id, e.Say)
		if err != nil {
			return err
		}
		if asJSON {
			return e.json(s)
		}
		e.table([]string{"file", s.Name}, [][]string{{"id", s.FileID}, {"source", s.Source}, {"kind", s.Kind}, {"rows read", strconv.Itoa(s.Read)},
			{"loaded", strconv.Itoa(s.Loaded)}, {"repeated", strconv.Itoa(s.Repeated)}, {"to check", strconv.Itoa(s.ToCheck)},
			{"left out", strconv.Itoa(s.Ignored)}, {"from", s.From}, {"to", s.To}})
		for _, p := range s.Problems {
			e.line("%s: %s%s %s", p.Severity, place(p), p.What, p.Remedy)
		}
		return nil
	})
}

func runSourcesUndo(ctx context.Context, e env, words []string) error {
	if len(words) != 1 {
		return &exit{exitUsage, &hinted{errors.New("sources undo needs one file"), "valuetrail sources list shows names and ids"}}
	}
	return e.writing(ctx, "sources undo", func(w *warehouse.Warehouse, b ingest.Basis) error {
		store := w.Store(b.Settings.Community.ID)
		id, err := fileNamed(ctx, store, words[0])
		if err != nil {
			return err
		}
		var questions []ingest.Question
		err = store.Write(ctx, func(x ingest.Batch) error {
			if err := x.Remove(ctx, id); err != nil {
				return err
			}
			questions, err = ingest.Settle(ctx, x, b, nil)
			return err
		})
		if err != nil {
			return err
		}
		if err := e.writeToDecide(ctx, store, questions); err != nil {
			return err
		}
		e.line("took %s out with all that came from it; valuetrail ingest brings it back", words[0])
		return nil
	})
}

// listed is a list as scripts want it: without anything in it [], not null.
func listed[T any](all []T) []T {
	if all == nil {
		return []T{}
	}
	return all
}

// json prints a value for scripts.
func (e *env) json(v any) error {
	x := json.NewEncoder(e.Stdout)
	x.SetEscapeHTML(false)
	x.SetIndent("", "  ")
	return x.Encode(v)
}
