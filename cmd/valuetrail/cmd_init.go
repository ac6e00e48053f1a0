package main

import (
	"cmp"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"valuetrail/internal/settings"
)

type initOptions struct {
	Folder string
	// Setup is a filled-in setup.xlsx to begin with, "" for none.
	Setup                              string
	Name, Purpose, Cohort, First, Last string
	Zone, Sponsor, Members             string
}

func initCommand(e *env) *cli.Command {
	return &cli.Command{
		Name: "init", Usage: "start a community: settings, templates to fill in, cards and a story sheet to print", ArgsUsage: "[SETUP.XLSX] [FOLDER]",
		Description: "Asks six questions when somebody sits at the keyboard, and for the time zone where the machine does not know it; options and a filled-in setup.xlsx answer them\nbeforehand. In a folder that was begun already it adds what is missing. Nothing that is there is overwritten.",
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "name", Usage: "what the community is `CALLED`"},
			&cli.StringFlag{Name: "purpose", Usage: "what it is `FOR`"},
			&cli.StringFlag{Name: "cohort", Usage: "the first cohort's `TITLE`, such as 2025/26"},
			&cli.StringFlag{Name: "first-day", Usage: "its first `DAY` (2025-09-01)"},
			&cli.StringFlag{Name: "last-day", Usage: "its last `DAY`"},
			&cli.StringFlag{Name: "time-zone", Usage: "the time `ZONE` of your meetings (Europe/London)"},
			&cli.StringFlag{Name: "members", Usage: "your member list, a `FILE`: its ids go into the drop-downs of the templates"},
			&cli.StringFlag{Name: "sponsor", Usage: "who `READS` the report"},
		},
		Action: func(c *cli.Context) error {
			o := initOptions{Folder: ".", Name: c.String("name"), Purpose: c.String("purpose"), Cohort: c.String("cohort"),
				First: c.String("first-day"), Last: c.String("last-day"), Zone: c.String("time-zone"), Sponsor: c.String("sponsor"), Members: c.String("members")}
			folders := 0
			for _, word := range c.Args().Slice() {
				if strings.EqualFold(filepath.Ext(word), ".xlsx") && o.Setup == "" {
					o.Setup = word
					continue
				}
				o.Folder = word
				folders++
			}
			if folders > 1 {
				return usage("init takes one folder, not %d", folders)
			}
			return runInit(*e, o)
		},
	}
}

// answered reports whether an option answered one of the questions.
func (o initOptions) answered() bool {
	return o.Name+o.Purpose+o.Cohort+o.First+o.Last+o.Zone+o.Sponsor != ""
}

func runInit(e env, o initOptions) error {
	begun, err := o.begun()
	if err != nil {
		return err
	}
	var s settings.Settings
	switch {
	case begun != "":
		s, err = settings.Load(filepath.Join(o.Folder, defaultSettings))
	case o.Setup != "":
		s, err = settings.Default().WithSetup(o.Setup)
	default:
		s, err = o.settings(&e)
	}
	if err != nil {
		return err
	}
	members, err := e.memberList(o.Members)
	if err != nil {
		return err
	}
	made, err := e.kit(o, s, members)
	if err != nil {
		return err
	}
	fresh, err := placeAll(made)
	if err != nil {
		return err
	}
	e.begin(o, s, fresh)
	return nil
}

// begun names the settings file that the folder has already, "" for none. What
// options say would be lost then, so they are refused.
func (o initOptions) begun() (string, error) {
	own := filepath.Join(o.Folder, settings.SetupFile)
	for _, file := range []string{filepath.Join(o.Folder, defaultSettings), own} {
		if !exists(file) {
			continue
		}
		if o.answered() || o.Setup != "" && filepath.Clean(o.Setup) != filepath.Clean(own) {
			return "", &hinted{fmt.Errorf("%s is there already", file), "edit " + own + ", or name another folder: valuetrail init FOLDER"}
		}
		return file, nil
	}
	if o.Setup != "" && !exists(o.Setup) {
		return "", &hinted{fmt.Errorf("there is no file %s", o.Setup), "valuetrail init alone writes a setup.xlsx to fill in"}
	}
	if o.Setup != "" && o.answered() {
		return "", usage("init takes either %s or options, not both", o.Setup).hinted("write it into " + filepath.Base(o.Setup))
	}
	return "", nil
}

// settings are those that the options and the answers make.
func (o *initOptions) settings(e *env) (settings.Settings, error) {
	a := settings.Answers{Name: o.Name, Purpose: o.Purpose, CohortTitle: o.Cohort, TimeZone: o.Zone, Sponsor: o.Sponsor}
	for _, said := range []struct {
		word string
		to   *settings.Day
	}{{o.First, &a.First}, {o.Last, &a.Last}} {
		if said.word == "" {
			continue
		}
		d, err := dayWritten(said.word)
		if err != nil {
			return settings.Settings{}, &exit{exitUsage, &hinted{err, "write days like 2025-09-01"}}
		}
		*said.to = d
	}
	if a.Last != 0 && a.Last < a.First {
		return settings.Settings{}, usage("the last day %s is before the first, %s", a.Last, a.First).hinted("swap the two days")
	}
	if a.TimeZone != "" && !isZone(a.TimeZone) {
		return settings.Settings{}, usage("--time-zone %q is not a time zone we know", a.TimeZone).hinted("write it like Europe/Paris")
	}
	a.TimeZone = cmp.Or(a.TimeZone, e.Zone)
	if e.Asks {
		if err := o.ask(e, &a); err != nil {
			return settings.Settings{}, err
		}
	}
	return a.Settings(), nil
}

// dayWritten reads a day as people type it, where that is not open to doubt.
func dayWritten(s string) (settings.Day, error) {
	for _, form := range []string{time.DateOnly, "2 January 2006", "2 Jan 2006", "January 2, 2006"} {
		if at, err := time.Parse(form, strings.TrimSpace(s)); err == nil {
			return settings.DayOf(at), nil
		}
	}
	return 0, fmt.Errorf("%q is not a day", s)
}

// begin says what was written and what comes next.
func (e *env) begin(o initOptions, s settings.Settings, made map[string]int) {
	in := func(name string) string { return filepath.Join(o.Folder, name) }
	if len(made) == 0 {
		e.line("%s", e.Say.Say("init.complete", spoken(o.Folder)))
	}
	for _, what := range []string{settings.SetupFile, defaultSettings, "templates", cardsFile, storyFile} {
		if made[what] > 0 {
			e.line("%s", e.Say.Say("init.wrote."+strings.TrimSuffix(strings.TrimSuffix(what, filepath.Ext(what)), "."), in(what), made[what]))
		}
	}
	switch {
	case s.TimeZone == "":
		e.line("%s", e.Say.Say("init.zone", in(settings.SetupFile)))
	case s.TimeZone == e.Zone && o.Zone == "":
		e.line("%s", e.Say.Say("init.zone_here", s.TimeZone, in(settings.SetupFile)))
	}
	e.line("%s", e.Say.Say("init.edit", in(settings.SetupFile)))
	if o.Members != "" {
		e.line("%s", e.Say.Say("init.members", commandWord(o.Members)))
	} else {
		e.line("%s", e.Say.Say("init.roster", filepath.Join(in("templates"), "roster.xlsx"), filepath.Join(in("templates"), "sessions.xlsx")))
	}
	e.line("%s", e.Say.Say("init.next"))
	e.line("%s", e.Say.Say("init.key"))
}

// commandWord is a file name as one word of a command line.
func commandWord(s string) string {
	if strings.ContainsAny(s, " '\"$&()") {
		return fmt.Sprintf("%q", s)
	}
	return s
}

var errEnded = errors.New("the questions ended early; nothing is written")
