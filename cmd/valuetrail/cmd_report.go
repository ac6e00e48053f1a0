package main

import (
	"bytes"
	"context"
	"errors"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"valuetrail/ingest"
	"valuetrail/internal/vocabulary"
	"valuetrail/internal/warehouse"
	"valuetrail/metrics"
	"valuetrail/reports"
	"valuetrail/reports/page"
	"valuetrail/reports/workbook"
)

type reportOptions struct {
	Out, Indicators string
	Scope           metrics.Scope
}

// reportFlags are those of report and release: the page decides its own grain.
func reportFlags() []cli.Flag {
	flags := slices.DeleteFunc(scopeFlags("sponsor"), func(f cli.Flag) bool {
		return f.Names()[0] == "grain" || f.Names()[0] == "by" || f.Names()[0] == "json"
	})
	return append(flags, &cli.StringFlag{Name: "out", Usage: "write to `NAME`.html and NAME.xlsx (the audience's name if not said)"})
}

func reportCommand(e *env) *cli.Command {
	return &cli.Command{
		Name: "report", Usage: "draw the page and the workbook for an audience, as a draft", Flags: reportFlags(),
		Description: "A draft changes nothing and is not in the list of releases. valuetrail release makes it final.",
		Action: only(func(c *cli.Context) error {
			o, err := reportOptionsOf(c)
			if err != nil {
				return err
			}
			return runReport(c.Context, *e, o)
		}),
	}
}

func reportOptionsOf(c *cli.Context) (reportOptions, error) {
	s, err := scope(c)
	return reportOptions{Out: c.String("out"), Indicators: c.String("indicators"), Scope: s}, err
}

func runReport(ctx context.Context, e env, o reportOptions) error {
	return e.answering(ctx, func(w *warehouse.Warehouse, b ingest.Basis) error {
		r, g, err := e.compose(ctx, w, b, &o)
		if err != nil {
			return err
		}
		r.Draft = true
		html, xlsx, err := draw(r)
		if err != nil {
			return err
		}
		if o.Out, err = sparing(ctx, w.Store(b.Settings.Community.ID), o.Out); err != nil {
			return err
		}
		if err := writeBoth(o.Out, html, xlsx); err != nil {
			return err
		}
		e.line("%s.html  %s", o.Out, r.Headline)
		e.line("%s.xlsx  the same figures as a workbook", o.Out)
		if refused := e.releasable(ctx, w, b, g); refused != nil {
			e.tell("this draft could not be released: %s", strings.TrimPrefix(refused.Error(), "not released: "))
			return errKept
		}
		e.line("a draft for the %s; valuetrail release makes it final and numbers it", o.Scope.Audience)
		return nil
	})
}

// releasable says why a draft could not be made final, nil when it could or when
// nothing was released before.
func (e *env) releasable(ctx context.Context, w *warehouse.Warehouse, b ingest.Basis, g *gathering) error {
	store := w.Store(b.Settings.Community.ID)
	made, err := store.Releases(ctx)
	if err != nil || len(made) == 0 {
		return err
	}
	entries, err := g.entries(ctx)
	if err != nil {
		return err
	}
	return g.compare(ctx, store, entries, b.Settings.Privacy.MinimumGroup)
}

// compose asks and composes the report for the options, filling in what they
// leave open, and gives what it was asked from.
func (e *env) compose(ctx context.Context, w *warehouse.Warehouse, b ingest.Basis, o *reportOptions) (reports.Report, *gathering, error) {
	if o.Scope.Audience == "" {
		o.Scope.Audience = vocabulary.Sponsor
	}
	o.Scope.Community = b.Settings.Community.ID
	if err := e.known(ctx, w, b, o.Scope.Cohorts); err != nil {
		return reports.Report{}, nil, err
	}
	if o.Out == "" {
		o.Out = e.beside(string(o.Scope.Audience))
	}
	if ext := filepath.Ext(o.Out); ext == ".html" || ext == ".xlsx" {
		o.Out = o.Out[:len(o.Out)-len(ext)]
	}
	if err := hasPlace(o.Out+".html", "--out NAME"); err != nil {
		return reports.Report{}, nil, err
	}
	all, err := e.catalogue(o.Indicators)
	if err != nil {
		return reports.Report{}, nil, err
	}
	g := &gathering{env: e, w: w, b: b, all: all, scope: o.Scope}
	in, err := g.input(ctx)
	if err != nil {
		return reports.Report{}, nil, err
	}
	if err := tellsSomething(in, o.Scope); err != nil {
		return reports.Report{}, nil, err
	}
	g.in = in
	return reports.Compose(in), g, nil
}

// draw draws both forms of a report in memory, so that neither is written when
// one fails.
func draw(r reports.Report) (html, xlsx []byte, err error) {
	var p, x bytes.Buffer
	err = atOnce(func() error { return page.Draw(&p, r) }, func() error { return workbook.Draw(&x, r) })
	return p.Bytes(), x.Bytes(), err
}

// stageBoth writes both forms beside the names they will have; of neither
// anything is left when one cannot be written.
func stageBoth(out string, html, xlsx []byte) (pageFile, bookFile *reports.Staged, err error) {
	if pageFile, err = reports.Stage(out+".html", html); err != nil {
		return nil, nil, writable(err, out+".html", "--out NAME")
	}
	if bookFile, err = reports.Stage(out+".xlsx", xlsx); err != nil {
		return nil, nil, errors.Join(writable(err, out+".xlsx", "--out NAME"), pageFile.Discard())
	}
	return pageFile, bookFile, nil
}

// writeBoth puts both forms in place. The workbook comes first: where it cannot
// be replaced, as when somebody has it open, the page stays the one that goes
// with it.
func writeBoth(out string, html, xlsx []byte) error {
	pageFile, bookFile, err := stageBoth(out, html, xlsx)
	if err != nil {
		return err
	}
	if err := bookFile.Place(); err != nil {
		return errors.Join(err, pageFile.Discard())
	}
	return pageFile.Place()
}
