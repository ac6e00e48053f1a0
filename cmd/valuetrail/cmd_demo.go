package main

import (
	"context"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"valuetrail/internal/settings"
	"valuetrail/samples"
)

func demoCommand(e *env) *cli.Command {
	return &cli.Command{
		Name: "demo", Usage: "a made-up community's three years, from its exports to the sponsor's page", ArgsUsage: "[FOLDER]",
		Action: func(c *cli.Context) error {
			if c.NArg() > 1 {
				return usage("demo takes one folder, not %d", c.NArg())
			}
			return runDemo(c.Context, *e, otherwise(c.Args().First(), "valuetrail-demo"))
		},
	}
}

// called is how this program was started: a newcomer's `go run` puts no
// valuetrail on the path.
func called() string {
	if path, err := os.Executable(); err == nil && strings.Contains(path, "go-build") {
		return "go run ./cmd/valuetrail"
	}
	return "valuetrail"
}

// demoKey makes the demo's pseudonyms, and so its files, the same each time.
func demoKey() []byte {
	key := sha256.Sum256([]byte("valuetrail demo"))
	return key[:]
}

// demoClock stands still soon after the sample year's end.
func demoClock() time.Time { return time.Date(2026, 7, 3, 9, 0, 0, 0, time.UTC) }

// runDemo writes the sample exports into a folder, reads them and draws both
// reports, each step by the very commands a convenor uses.
func runDemo(ctx context.Context, e env, folder string) error {
	if entries, err := os.ReadDir(folder); err == nil && len(entries) > 0 && !isDemo(folder) {
		return &hinted{fmt.Errorf("%s is not empty and not a demo", folder), "name another folder: valuetrail demo FOLDER"}
	}
	e.DB, e.Settings = filepath.Join(folder, "valuetrail.duckdb"), filepath.Join(folder, defaultSettings)
	for _, left := range []string{e.DB, e.DB + ".wal"} { // a log that a killed demo left belongs to no new file
		if err := os.RemoveAll(left); err != nil {
			return err
		}
	}
	copied, err := copySamples(folder)
	if err != nil {
		return err
	}
	e.Key = demoKey()
	e.Clock = demoClock
	quiet := e
	quiet.Stdout = e.Stderr
	if err := runIngest(ctx, quiet, ingestOptions{Inputs: []string{filepath.Join(folder, "exports")}, Quiet: true}); err != nil && err != error(errKept) {
		return err
	}
	out := filepath.Join(folder, "sponsor")
	if err := runReport(ctx, quiet, reportOptions{Out: out}); err != nil {
		return err
	}
	e.line("%s", e.Say.Say("demo.done", filepath.Base(folder), copied))
	e.line("open next:  %s.html   (the sponsor's page)", out)
	e.line("            %s.xlsx   (the same figures as a workbook)", out)
	e.line("look at:    %s   (the exports that they came from)", filepath.Join(folder, "exports"))
	e.line("try:        %s --db %s --settings %s indicators run", called(), e.DB, e.Settings)
	return nil
}

// isDemo reports whether a folder is that of an earlier demo, whose data can be
// made again: its settings are of the made-up community.
func isDemo(folder string) bool {
	text, err := fs.ReadFile(samples.Exports, defaultSettings)
	if err != nil {
		return false
	}
	made, err := settings.Parse(defaultSettings, text)
	if err != nil {
		return false
	}
	there, err := settings.Read(filepath.Join(folder, defaultSettings))
	return err == nil && there.Community == made.Community
}

// copySamples writes the samples and tells how many exports they are.
func copySamples(folder string) (exports int, err error) {
	err = fs.WalkDir(samples.Exports, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		to := filepath.Join(folder, filepath.FromSlash(path))
		switch {
		case d.IsDir() && path == "truth":
			return fs.SkipDir
		case d.IsDir():
			return os.MkdirAll(to, 0o755)
		}
		data, err := fs.ReadFile(samples.Exports, path)
		if err != nil {
			return err
		}
		if strings.HasPrefix(path, "exports/") {
			exports++
		}
		return os.WriteFile(to, data, 0o644)
	})
	return exports, err
}
