package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"valuetrail/internal/settings"
	"valuetrail/internal/vocabulary"
	"valuetrail/metrics"
)

func findFlag(flags []cli.Flag, name string) cli.Flag {
	for _, f := range flags {
		if slices.Contains(f.Names(), name) {
			return f
		}
	}
	return nil
}

func nearestFlag(flags []cli.Flag, name string) string {
	var names []string
	for _, f := range flags {
		names = append(names, f.Names()...)
	}
	return vocabulary.Nearest(name, names)
}

func nearestCommand(commands []*cli.Command, word string) string {
	var names []string
	for _, c := range commands {
		names = append(names, c.Names()...)
	}
	return vocabulary.Nearest(word, names)
}

// nearOr names the word that was meant, or all there are.
func nearOr(word string, words []string) string {
	if near := vocabulary.Nearest(word, words); near != "" {
		return fmt.Sprintf("did you mean %q?", near)
	}
	return "choose one of " + strings.Join(words, ", ")
}

// wrongWord is a word after an option that is none of those there are.
func wrongWord(option string, err error) error {
	var unknown *vocabulary.UnknownWordError
	if !errors.As(err, &unknown) {
		return &exit{exitUsage, err}
	}
	return usage("--%s %q: there is no such %s", option, unknown.Word, unknown.Choice.Name).hinted(nearOr(unknown.Word, unknown.Choice.Words))
}

// scopeFlags are the options of every command that answers.
func scopeFlags(audience string) []cli.Flag {
	return []cli.Flag{
		&cli.StringSliceFlag{Name: "cohort", Usage: "only this cohort `ID` (may be repeated)"},
		&cli.StringFlag{Name: "grain", Value: "term", Usage: "periods: month, term, year, programme, month_since_start or term_since_start"},
		&cli.StringFlag{Name: "since", Usage: "from this `DAY` on (2025-09-01)"},
		&cli.StringFlag{Name: "until", Usage: "up to this `DAY`"},
		&cli.StringFlag{Name: "by", Value: "none", Usage: "broken down by unit, function, role, sector or level"},
		&cli.StringFlag{Name: "audience", Value: audience, Usage: "who will read it: convenor, readers, members, evaluator, sponsor or public"},
		&cli.StringFlag{Name: "indicators", Usage: "a `FOLDER` with indicators of your own"},
		&cli.BoolFlag{Name: "json", Usage: "print JSON"},
	}
}

// scope reads the options that scopeFlags declares; the community is for the
// caller to fill in.
func scope(c *cli.Context) (metrics.Scope, error) {
	s := metrics.Scope{Cohorts: c.StringSlice("cohort")}
	var err error
	if s.Grain, err = vocabulary.ParseGrain(c.String("grain")); err != nil {
		return s, wrongWord("grain", err)
	}
	if s.Audience, err = vocabulary.ParseAudience(c.String("audience")); err != nil {
		return s, wrongWord("audience", err)
	}
	if s.By, err = vocabulary.Attributes.Parse(c.String("by")); err != nil {
		return s, wrongWord("by", err)
	}
	for _, said := range []struct {
		option string
		to     *int
	}{{"since", &s.Since}, {"until", &s.Until}} {
		if c.String(said.option) == "" {
			continue
		}
		d, err := settings.ParseDay(c.String(said.option))
		if err != nil {
			return s, usage("--%s %q is not a day we can read", said.option, c.String(said.option)).hinted("write it like 2025-09-01")
		}
		*said.to = int(d)
	}
	if s.Until != 0 && s.Until < s.Since {
		return s, usage("--since %s is after --until %s", c.String("since"), c.String("until")).hinted("the first day goes with --since, the last with --until")
	}
	return s, nil
}
