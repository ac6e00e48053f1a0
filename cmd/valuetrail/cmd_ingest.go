package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"valuetrail/ingest"
	"valuetrail/ingest/layout"
	"valuetrail/ingest/sheet"
	"valuetrail/internal/warehouse"
)

type ingestOptions struct {
	Inputs                         []string
	DryRun, JSON, Quiet            bool
	As, Wave, Session, Day, Title  string
	Zone, Order, Encoding, Replace string
	Marks, Columns                 []string
}

func ingestCommand(e *env) *cli.Command {
	return &cli.Command{
		Name: "ingest", Usage: "read exports (files or folders) into your data file", ArgsUsage: "FILE-OR-FOLDER…",
		Description: "Zoom and Teams attendance reports, hand-kept registers, answers from Qualtrics, SurveyMonkey, Microsoft\nForms and Google Forms, and every sheet with valuetrail's own headings are recognised by their content. The same file twice changes nothing.",
		Flags: []cli.Flag{
			&cli.BoolFlag{Name: "dry-run", Usage: "show what each file would give and change nothing"},
			&cli.StringFlag{Name: "as", Usage: "read the files as this `SOURCE`: " + strings.Join(sources(), ", ") + "; or what its rows are: attendance, roster, survey, stories, sessions"},
			&cli.StringSliceFlag{Name: "column", Usage: "what a `COLUMN` of a file is that nobody knows: \"Correo=email\" (may be repeated, with --as; kept for files with these headings)"},
			&cli.StringFlag{Name: "wave", Usage: "the survey round (`ID`) that answers belong to"},
			&cli.StringFlag{Name: "session", Usage: "the session (`ID`) that answers or stories are about, where the file does not say"},
			&cli.StringFlag{Name: "session-date", Usage: "the `DAY` of the session, where the file has none"},
			&cli.StringFlag{Name: "session-title", Usage: "the `TITLE` of the session, where the file has none"},
			&cli.StringFlag{Name: "time-zone", Usage: "the time `ZONE` of the file's times, instead of the settings' (Europe/Paris)"},
			&cli.StringFlag{Name: "date-order", Usage: "how ambiguous dates are written: dmy, mdy or ymd"},
			&cli.StringFlag{Name: "encoding", Usage: "the file's text `ENCODING`, such as windows-1252"},
			&cli.StringSliceFlag{Name: "mark", Usage: "what a register's `MARK` means: A=present (may be repeated)"},
			&cli.StringFlag{Name: "replaces", Usage: "the `FILE` (its name or id) that this one takes the place of"},
			&cli.BoolFlag{Name: "json", Usage: "print the receipt as JSON"},
		},
		Action: func(c *cli.Context) error {
			return runIngest(c.Context, *e, ingestOptions{Inputs: c.Args().Slice(), DryRun: c.Bool("dry-run"), JSON: c.Bool("json"),
				As: c.String("as"), Wave: c.String("wave"), Session: c.String("session"), Day: c.String("session-date"), Title: c.String("session-title"), Zone: c.String("time-zone"),
				Order: c.String("date-order"), Encoding: c.String("encoding"), Replace: c.String("replaces"), Marks: c.StringSlice("mark"), Columns: c.StringSlice("column")})
		},
	}
}

func sources() []string {
	var all []string
	for _, l := range layout.All() {
		all = append(all, l.Source())
	}
	return all
}

func runIngest(ctx context.Context, e env, o ingestOptions) error {
	said, err := o.said()
	if err != nil {
		return err
	}
	told, err := o.toldByFlags(e.now())
	if err != nil {
		return err
	}
	if err := areThere(o.Inputs); err != nil {
		return err
	}
	if err := hasPlace(e.DB, "--db FILE"); err != nil {
		return err
	}
	b, err := e.communityButWords()
	if err != nil {
		return err
	}
	decisions, err := e.decided(o.Inputs)
	if err != nil {
		return err
	}
	o.Inputs = slices.DeleteFunc(slices.Clone(o.Inputs), func(in string) bool { return filepath.Base(in) == ingest.ToDecideFile })
	if len(o.Inputs) == 0 && len(decisions) == 0 {
		e.tell("%s", e.Say.Say("decide.none", ingest.ToDecideFile))
		return nil
	}
	fresh := !exists(e.DB)
	w, err := e.write(ctx, "ingest", ingest.Bytes(o.Inputs))
	if err != nil {
		return err
	}
	if err := e.noticed(ctx, w, b); err != nil {
		return errors.Join(err, w.Close())
	}
	options := ingest.Options{Settings: b.Settings, Fingerprint: b.Fingerprint, Said: said, Encoding: o.Encoding, As: o.source(), DryRun: o.DryRun,
		Say: e.Say, Progress: e.progress(), Decisions: decisions, Table: told}
	if o.Replace != "" {
		if options.Replaces, err = filesNamed(ctx, w.Store(b.Settings.Community.ID), o.Replace); err != nil {
			return errors.Join(err, w.Close())
		}
	}
	receipt, err := ingest.Run(ctx, w.Store(b.Settings.Community.ID), o.Inputs, options)
	e.clearProgress()
	if err != nil {
		return errors.Join(usageOf(err), w.Close(), e.forget(fresh))
	}
	report := e.tellsOf(ctx, w, b, o, receipt, len(decisions))
	if err := w.Close(); err != nil {
		return err
	}
	if o.DryRun || nothingStored(receipt) {
		if err := e.forget(fresh); err != nil {
			return err
		}
	}
	return report
}

// tellsOf says what a run did, or why it did nothing: without a file to store it
// may still have taken answers.
func (e *env) tellsOf(ctx context.Context, w *warehouse.Warehouse, b ingest.Basis, o ingestOptions, r ingest.Receipt, answers int) error {
	if answers == 0 {
		if err := e.nothing(o, r); err != nil {
			return err
		}
	}
	return e.after(ctx, w, b, o, r)
}

// usageOf tells a word of the command that cannot be meant from what went wrong.
func usageOf(err error) error {
	var unknown *ingest.UnknownRoundError
	var column *ingest.UnknownColumnError
	if errors.As(err, &unknown) || errors.As(err, &column) {
		return &exit{exitUsage, err}
	}
	return err
}

// areThere makes sure that there is something under every name.
func areThere(inputs []string) error {
	if len(inputs) == 0 {
		return &exit{exitUsage, &hinted{errors.New("ingest needs a file or folder"), "valuetrail ingest exports/"}}
	}
	for _, in := range inputs {
		_, err := os.Stat(in)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return &hinted{fmt.Errorf("there is no file or folder %s", in), "check the name; names with blanks need quotation marks around them"}
		case err != nil:
			return fmt.Errorf("ingest: %w", err)
		}
	}
	return nil
}

// forget takes away a data file that this run made for nothing.
func (e *env) forget(fresh bool) error {
	if !fresh {
		return nil
	}
	for _, suffix := range []string{"", ".wal", ".lock"} {
		if err := os.Remove(e.DB + suffix); err != nil && !errors.Is(err, os.ErrNotExist) {
			return err
		}
	}
	return nil
}

func nothingStored(r ingest.Receipt) bool {
	for _, f := range r.Files {
		switch f.Status {
		case ingest.StatusStored, ingest.StatusKnown, ingest.StatusDry:
			return false
		case ingest.StatusUnknown:
			if f.Rows.Read > 0 { // its rows wait
				return false
			}
		}
	}
	return true
}

// nothing says, on stderr, why a run found nothing to store: there is no
// result. It is nil when there was something.
func (e *env) nothing(o ingestOptions, r ingest.Receipt) error {
	if !nothingStored(r) {
		return nil
	}
	if o.JSON {
		if err := e.json(r); err != nil {
			return err
		}
	}
	var bad []ingest.FileReceipt
	for _, f := range r.Files {
		if f.Status != ingest.StatusIgnored {
			bad = append(bad, f)
		}
	}
	switch len(bad) {
	case 0:
		return &hinted{fmt.Errorf("there is no spreadsheet in %s", strings.Join(o.Inputs, ", ")), "export attendance, answers or stories as .csv or .xlsx and put the files there"}
	case 1:
		return &hinted{fmt.Errorf("nothing stored: %s: %s", filepath.Base(bad[0].File), bad[0].Reason), remedy(bad[0])}
	}
	for _, f := range bad {
		e.tell("%s: %s", filepath.Base(f.File), f.Reason)
	}
	return &hinted{fmt.Errorf("nothing stored: none of %d files could be read", len(bad)), "take one at a time: valuetrail ingest FILE says more of each"}
}

// remedy is what to do about a file that was not read.
func remedy(f ingest.FileReceipt) string {
	if f.Hint == "" && f.Status == ingest.StatusUnknown {
		return "valuetrail ingest reads attendance reports, answers of forms and sheets with headings of ours; valuetrail init writes templates with them, and --as says what a file is where it does not"
	}
	if f.Hint == "" {
		return "open it in a spreadsheet program, save it as .xlsx and take that"
	}
	return f.Hint
}

// after prints what the run did and says how it ended.
func (e *env) after(ctx context.Context, w *warehouse.Warehouse, b ingest.Basis, o ingestOptions, r ingest.Receipt) error {
	if o.JSON {
		if err := e.json(r); err != nil {
			return err
		}
	} else if !o.Quiet {
		e.printReceipt(r, o.DryRun)
	}
	if !o.DryRun {
		if err := e.writeToDecide(ctx, w.Store(b.Settings.Community.ID), r.Questions); err != nil {
			return err
		}
		if !o.JSON && !o.Quiet {
			if err := e.printMonth(ctx, w, b, r); err != nil {
				return err
			}
		}
	}
	switch {
	case r.Failed():
		names, hint := failures(r)
		return &hinted{fmt.Errorf("not read: %s; the others are stored", strings.Join(names, ", ")), hint}
	case r.Kept() || unrecognised(r):
		return errKept
	}
	return nil
}

// failures names the files that could not be read, and what to do about the
// first.
func failures(r ingest.Receipt) (names []string, hint string) {
	for _, f := range r.Files {
		if f.Status == ingest.StatusFailed {
			names = append(names, filepath.Base(f.File))
			hint = cmp.Or(hint, remedy(f))
		}
	}
	return names, hint
}

func unrecognised(r ingest.Receipt) bool {
	for _, f := range r.Files {
		if f.Status == ingest.StatusUnknown {
			return true
		}
	}
	return false
}

// filesNamed are the ids of the stored files of a name, or of the one whose id
// begins with it.
func filesNamed(ctx context.Context, s storeReader, name string) ([]string, error) {
	var found []string
	err := s.Read(ctx, func(b ingest.Batch) error {
		all, err := b.Files(ctx)
		for _, f := range all {
			if f.Name == name || len(name) >= 4 && strings.HasPrefix(f.ID, strings.ToLower(name)) {
				found = append(found, f.ID)
			}
		}
		return err
	})
	if err == nil && len(found) == 0 {
		err = &hinted{fmt.Errorf("no stored file is called %q", name), "valuetrail sources list shows names and ids"}
	}
	return found, err
}

// fileNamed is the only one of filesNamed.
func fileNamed(ctx context.Context, s storeReader, name string) (string, error) {
	found, err := filesNamed(ctx, s, name)
	if err != nil {
		return "", err
	}
	if len(found) > 1 {
		var ids []string
		for _, id := range found {
			ids = append(ids, short(id))
		}
		return "", &hinted{fmt.Errorf("%d stored files are called %q", len(found), name), "name one by its id: " + strings.Join(ids, " or ")}
	}
	return found[0], nil
}

// namedRows are the rows of one sheet of a workbook.
type namedRows struct {
	name string
	rows [][]string
}

// bookRows reads a workbook into rows of cells, sheet by sheet.
func bookRows(path string) ([]namedRows, error) {
	book, err := sheet.Open(path, sheet.Options{})
	if err != nil {
		return nil, err
	}
	var all []namedRows
	for _, s := range book.Sheets {
		var rows [][]string
		for row, err := range s.Rows() {
			if err != nil {
				return nil, err
			}
			for len(rows) < row.No-1 {
				rows = append(rows, nil)
			}
			rows = append(rows, row.Cells)
		}
		all = append(all, namedRows{s.Name, rows})
	}
	return all, nil
}
