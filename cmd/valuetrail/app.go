package main

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/urfave/cli/v2"
)

// version is set at build time.
var version = "0.1.0"

// application is the command tree. Only what works is in it.
func application(e *env) *cli.App {
	app := &cli.App{
		Name: "valuetrail", Version: version, HideVersion: true, Suggest: true, UseShortOptionHandling: true, EnableBashCompletion: true,
		Usage:     "turn a community's attendance, survey and story spreadsheets into evidence",
		UsageText: "valuetrail [command] [options]\nWithout a command it says what it sees in this folder and what comes next.",
		Writer:    e.Stdout, ErrWriter: e.Stderr,
		ExitErrHandler: func(*cli.Context, error) {},
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "db", Value: "valuetrail.duckdb", Usage: "your data `FILE`", Destination: &e.DB},
			&cli.StringFlag{Name: "settings", Value: defaultSettings, Usage: "the settings `FILE`", Destination: &e.Settings},
			&cli.BoolFlag{Name: "version", Usage: "print the version"},
			&cli.StringFlag{Name: "now", Usage: "set the clock to `TIME` (2026-06-30 or 2026-06-30T12:00:00Z), for output that can be made again"},
		},
		Before: func(c *cli.Context) error { return setClock(e, c.String("now")) },
		Action: func(c *cli.Context) error {
			switch {
			case c.Bool("version"):
				e.line("valuetrail %s", version)
				return nil
			case c.Args().Present():
				return unknownCommand(c.App, c.Args().First())
			}
			return runHere(c.Context, *e)
		},
		Commands: []*cli.Command{
			demoCommand(e), initCommand(e), ingestCommand(e), sourcesCommand(e), peopleCommand(e),
			checkCommand(e), indicatorsCommand(e), compareCommand(e), explainCommand(e), reportCommand(e), releaseCommand(e),
		},
		OnUsageError: func(_ *cli.Context, err error, _ bool) error { return &exit{exitUsage, err} },
	}
	app.CustomAppHelpTemplate = cli.AppHelpTemplate + exitHelp()
	for _, c := range app.Commands {
		strict(c)
	}
	return app
}

// strict makes a mistake in a command's flags end with the code for it, and leaves
// every plain word to the commands that take some: the library would give help.
func strict(c *cli.Command) {
	c.HideHelpCommand = len(c.Subcommands) == 0
	c.OnUsageError = func(_ *cli.Context, err error, _ bool) error { return &exit{exitUsage, err} }
	for _, sub := range c.Subcommands {
		strict(sub)
	}
}

func exitHelp() string {
	var b strings.Builder
	b.WriteString("\nEXIT CODES:\n")
	for _, x := range exits {
		fmt.Fprintf(&b, "   %d  %s\n", x.Code, x.Meaning)
	}
	return b.String()
}

// setClock fixes the clock to what --now said.
func setClock(e *env, s string) error {
	if s == "" {
		return nil
	}
	for _, form := range []string{time.RFC3339, time.DateTime, time.DateOnly} {
		if t, err := time.Parse(form, s); err == nil {
			e.Clock = func() time.Time { return t }
			return nil
		}
	}
	return usage("--now %q is not a time we can read", s).hinted("write it like 2026-06-30 or 2026-06-30T12:00:00Z")
}

// unknownCommand names the command that was meant.
func unknownCommand(app *cli.App, word string) error {
	err := fmt.Errorf("no command %q", word)
	if near := nearestCommand(app.Commands, word); near != "" {
		return &exit{exitUsage, &hinted{err, fmt.Sprintf("did you mean %q?", near)}}
	}
	return &exit{exitUsage, &hinted{err, "valuetrail --help lists the commands"}}
}

// arrange puts flags before plain words, as people write them after: the cli
// library stops at the first plain word and would ignore what follows.
func arrange(app *cli.App, args []string) ([]string, error) {
	if len(args) == 0 {
		return args, nil
	}
	a := arranger{flags: app.Flags, commands: app.Commands, out: []string{args[0]}, global: app.Flags}
	rest, err := asked(app, args[1:])
	if err != nil {
		return nil, err
	}
	for len(rest) > 0 {
		n, err := a.take(rest)
		if err != nil {
			return nil, err
		}
		rest = rest[n:]
	}
	a.flush()
	return a.out, nil
}

// asked turns "help ingest" into "ingest --help", and knows no help about what
// is not there.
func asked(app *cli.App, words []string) ([]string, error) {
	if len(words) == 0 || words[0] != "help" && words[0] != "h" {
		return words, nil
	}
	if len(words) > 1 && !strings.HasPrefix(words[1], "-") && !slices.ContainsFunc(app.Commands, func(c *cli.Command) bool { return c.HasName(words[1]) }) {
		return nil, unknownCommand(app, words[1])
	}
	return append(slices.Clone(words[1:]), "--help"), nil
}

// arranger walks the arguments with the flags of the command it is in.
type arranger struct {
	flags    []cli.Flag
	global   []cli.Flag
	commands []*cli.Command
	out      []string
	named    []string
	plain    []string
	front    []string
	deep     bool
	ended    bool
}

// take moves one argument, with its value where it has one.
func (a *arranger) take(rest []string) (int, error) {
	word := rest[0]
	switch {
	case a.ended || word == "-" || !strings.HasPrefix(word, "-"):
		return 1, a.takePlain(word)
	case word == "--":
		a.ended = true
		return 1, nil
	}
	name, _, joined := strings.Cut(strings.TrimLeft(word, "-"), "=")
	f, global := findFlag(a.flags, name), false
	if f == nil {
		f, global = findFlag(a.global, name), true
	}
	if f == nil && !slices.Contains([]string{"help", "h", "version", "generate-bash-completion"}, name) {
		err := fmt.Errorf("no option --%s", name)
		if near := nearestFlag(append(slices.Clone(a.flags), a.global...), name); near != "" {
			return 0, &exit{exitUsage, &hinted{err, "did you mean --" + near + "?"}}
		}
		return 0, &exit{exitUsage, &hinted{err, "add --help to see the options of a command"}}
	}
	_, isBool := f.(*cli.BoolFlag)
	parts := rest[:1]
	if f != nil && !isBool && !joined {
		if len(rest) < 2 {
			return 0, usage("option --%s needs a value", name).hinted("write it after the option, such as --" + name + " " + wordFor(f))
		}
		parts = rest[:2]
	}
	if global && f != nil {
		a.front = append(a.front, parts...)
	} else {
		a.named = append(a.named, parts...)
	}
	return len(parts), nil
}

// wordFor is the word for an option's value in its help.
func wordFor(f cli.Flag) string {
	if d, ok := f.(cli.DocGenerationFlag); ok {
		if _, after, found := strings.Cut(d.GetUsage(), "`"); found {
			word, _, _ := strings.Cut(after, "`")
			return word
		}
	}
	return "VALUE"
}

// takePlain enters a command or keeps a plain word. Help asked for by a word is not
// what a file or folder of that name is given for.
func (a *arranger) takePlain(word string) error {
	if len(a.plain) == 0 {
		for _, c := range a.commands {
			if c.HasName(word) {
				a.out = append(append(a.out, a.named...), word)
				a.named, a.flags, a.commands, a.deep = nil, c.Flags, c.Subcommands, true
				return nil
			}
		}
	}
	if a.deep && len(a.commands) == 0 && len(a.plain) == 0 && !a.ended && (word == "help" || word == "h") && !exists(word) {
		a.named = append(a.named, "--help")
		return nil
	}
	a.plain = append(a.plain, word)
	return nil
}

// flush puts everything in the order the library wants: what belongs to the
// program first, then the command's options, then its plain words.
func (a *arranger) flush() {
	out := append([]string{a.out[0]}, a.front...)
	out = append(append(out, a.out[1:]...), a.named...)
	if a.deep && (slices.Contains(a.named, "--help") || slices.Contains(a.named, "-h")) {
		a.out = out // the library would look for help about a plain word
		return
	}
	if slices.ContainsFunc(a.plain, func(w string) bool { return strings.HasPrefix(w, "-") }) {
		out = append(out, "--")
	}
	a.out = append(out, a.plain...)
}
