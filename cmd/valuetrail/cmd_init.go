package main

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"

	"valuetrail/internal/settings"
	"valuetrail/internal/vocabulary"
	"valuetrail/reports"
	"valuetrail/reports/form"
)

type initOptions struct {
	Folder                             string
	Name, Purpose, Cohort, First, Last string
	Zone, Sponsor                      string
}

func initCommand(e *env) *cli.Command {
	return &cli.Command{
		Name: "init", Usage: "start a community: settings and templates to fill in", ArgsUsage: "[FOLDER]",
		Description: "Asks what the options do not say, when somebody sits at the keyboard. Nothing that is there is overwritten.",
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "name", Usage: "what the community is `CALLED`"},
			&cli.StringFlag{Name: "purpose", Usage: "what it is `FOR`"},
			&cli.StringFlag{Name: "cohort", Usage: "the first cohort's `TITLE`, such as 2025/26"},
			&cli.StringFlag{Name: "first-day", Usage: "its first `DAY` (2025-09-01)"},
			&cli.StringFlag{Name: "last-day", Usage: "its last `DAY`"},
			&cli.StringFlag{Name: "time-zone", Usage: "the time `ZONE` of your meetings (Europe/London)"},
			&cli.StringFlag{Name: "sponsor", Usage: "who `READS` the report"},
		},
		Action: func(c *cli.Context) error {
			if c.NArg() > 1 {
				return usage("init takes one folder, not %d", c.NArg())
			}
			return runInit(*e, initOptions{Folder: otherwise(c.Args().First(), "."), Name: c.String("name"), Purpose: c.String("purpose"), Cohort: c.String("cohort"),
				First: c.String("first-day"), Last: c.String("last-day"), Zone: c.String("time-zone"), Sponsor: c.String("sponsor")})
		},
	}
}

func runInit(e env, o initOptions) error {
	file := filepath.Join(o.Folder, "valuetrail.yaml")
	if exists(file) {
		return &hinted{fmt.Errorf("%s is there already", file), "edit it, or name another folder: valuetrail init FOLDER"}
	}
	if e.Asks {
		o.ask(&e)
	}
	a := settings.Answers{Name: o.Name, Purpose: o.Purpose, CohortTitle: o.Cohort, TimeZone: o.Zone, Sponsor: o.Sponsor}
	for word, day := range map[string]*settings.Day{o.First: &a.First, o.Last: &a.Last} {
		if word == "" {
			continue
		}
		d, err := settings.ParseDay(word)
		if err != nil {
			return &exit{exitUsage, &hinted{err, "write days like 2025-09-01"}}
		}
		*day = d
	}
	text := settings.Starter(a)
	if _, err := settings.Parse(file, text); err != nil {
		return &exit{exitUsage, err}
	}
	templates := filepath.Join(o.Folder, "templates")
	if err := os.MkdirAll(templates, 0o755); err != nil {
		return fmt.Errorf("init: %w", err)
	}
	kinds := form.Kinds()
	for _, k := range kinds {
		if err := writeTemplate(templates, k); err != nil {
			return err
		}
	}
	if err := reports.WriteFile(file, text); err != nil {
		return err
	}
	e.line("wrote %s: what your community is called, its cohorts, thresholds and privacy; every line says what it means", file)
	e.line("wrote %d templates in %s: start with roster.xlsx (the member list) and sessions.xlsx", len(kinds), templates)
	e.line("next: put Zoom, Teams and survey exports and the filled-in templates into a folder, then: valuetrail ingest FOLDER")
	e.line("keep a copy of your data file: the key of its pseudonyms is in it and cannot be made again")
	return nil
}

// ask asks what the options did not say; an empty answer leaves it open.
func (o *initOptions) ask(e *env) {
	in := bufio.NewScanner(e.Stdin)
	for _, q := range []struct {
		to   *string
		text string
	}{{&o.Name, "What is your community called?"}, {&o.Purpose, "What is it for, in one sentence?"}, {&o.Cohort, "What do you call this year's cohort (2025/26)?"},
		{&o.First, "Its first day (2025-09-01)?"}, {&o.Last, "Its last day (2026-06-30)?"}, {&o.Sponsor, "Who reads the report?"}} {
		if *q.to != "" {
			continue
		}
		fmt.Fprintf(e.Stderr, "%s ", q.text)
		if !in.Scan() {
			return
		}
		*q.to = strings.TrimSpace(in.Text())
	}
}

func writeTemplate(folder string, k vocabulary.Kind) error {
	path := filepath.Join(folder, string(k)+".xlsx")
	if exists(path) {
		return nil
	}
	data, err := form.Template(k, form.Known{}, "en")
	if err != nil {
		return err
	}
	return errors.Join(reports.WriteFile(path, data))
}
