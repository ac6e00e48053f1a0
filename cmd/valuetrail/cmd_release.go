package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/urfave/cli/v2"

	"valuetrail/ingest"
	"valuetrail/internal/warehouse"
	"valuetrail/metrics"
	"valuetrail/reports"
)

func releaseCommand(e *env) *cli.Command {
	return &cli.Command{
		Name: "release", Usage: "make a report final: number it, keep it, write it", Flags: append(reportFlags(), &cli.BoolFlag{Name: "list", Usage: "list the releases made so far"},
			&cli.BoolFlag{Name: "json", Usage: "print the list as JSON"},
			&cli.IntFlag{Name: "show", Usage: "write the page and the workbook of the release `NUMBER` once more"},
			&cli.BoolFlag{Name: "again", Usage: "make a release though nothing has changed since the last one"}),
		Description: "A release is kept in your data file and compared with every later one: what would give away\nthe answers of one to four people is refused.",
		Action: only(func(c *cli.Context) error {
			switch {
			case c.Bool("list"):
				return runReleases(c.Context, *e, c.Bool("json"))
			case c.IsSet("show"):
				return runShowRelease(c.Context, *e, c.Int("show"), c.String("out"))
			case c.Bool("json"):
				return usage("--json is for release --list").hinted("valuetrail release --list --json")
			}
			o, err := reportOptionsOf(c)
			if err != nil {
				return err
			}
			return runRelease(c.Context, *e, o, c.Bool("again"))
		}),
	}
}

func runRelease(ctx context.Context, e env, o reportOptions, again bool) error {
	return e.writing(ctx, "release", func(w *warehouse.Warehouse, b ingest.Basis) error {
		store := w.Store(b.Settings.Community.ID)
		made, err := store.Releases(ctx)
		if err != nil {
			return err
		}
		if err := e.notLowered(b.Settings.Privacy, made); err != nil {
			return err
		}
		r, g, err := e.compose(ctx, w, b, &o)
		if err != nil {
			return err
		}
		if stands, err := g.stands(ctx); err != nil || stands > 0 && !again {
			if err == nil {
				e.line("%s", e.Say.Say("release.stands", stands))
			}
			return err
		}
		r.Draft, r.Release = false, len(made)+1
		entries, err := g.entries(ctx)
		if err != nil {
			return err
		}
		if entries, err = store.Marked(ctx, entries); err != nil {
			return err
		}
		if err := g.compare(ctx, store, entries, b.Settings.Privacy.MinimumGroup); err != nil {
			return err
		}
		x, html, xlsx, err := finished(r, entries, b)
		if err != nil {
			return err
		}
		pageFile, bookFile, err := stageBoth(o.Out, html, xlsx)
		if err != nil {
			return err
		}
		if err := store.Keep(ctx, x); err != nil {
			return errors.Join(err, pageFile.Discard(), bookFile.Discard())
		}
		if err := errors.Join(pageFile.Place(), bookFile.Place()); err != nil {
			return &hinted{fmt.Errorf("release %d is kept, but its files are not all in place: %w", x.Number, err), "mend the folder, then valuetrail report draws the same figures again"}
		}
		e.line("release %d for the %s: %s.html and %s.xlsx", x.Number, x.Audience, o.Out, o.Out)
		return e.namesInDoubt(ctx, w, o.Scope, "names.released")
	})
}

// finished is the release with both its files.
func finished(r reports.Report, entries []metrics.Entry, b ingest.Basis) (warehouse.Release, []byte, []byte, error) {
	html, xlsx, err := draw(r)
	if err != nil {
		return warehouse.Release{}, nil, nil, err
	}
	text, err := json.Marshal(r)
	if err != nil {
		return warehouse.Release{}, nil, nil, err
	}
	sum := sha256.Sum256(html)
	p := b.Settings.Privacy
	return warehouse.Release{ID: fmt.Sprintf("%s-%d", b.Settings.Community.ID, r.Release), Number: r.Release, MadeAt: r.MadeAt, Audience: string(r.Audience),
		FileHash: hex.EncodeToString(sum[:]), Report: string(text), MinimumGroup: p.MinimumGroup, MinimumExact: p.MinimumExact, MinimumQuotes: p.MinimumQuotes,
		Entries: entries}, html, xlsx, nil
}
