package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"valuetrail/ingest"
	"valuetrail/internal/settings"
	"valuetrail/internal/vocabulary"
	"valuetrail/internal/warehouse"
	"valuetrail/metrics"
)

type compareOptions struct {
	Scope      metrics.CompareScope
	Indicators string
	IDs        []string
	JSON       bool
}

func compareCommand(e *env) *cli.Command {
	return &cli.Command{
		Name: "compare", Usage: "two cohorts at the same time since each began, or a cohort with its own past or targets", ArgsUsage: "[ID…]",
		Description: "Without options it compares the cohort that began last with the one before it, from the first\nday of each for as many days as the later one has data. Words such as likely and clear are for\ndifferences that the figures bear out; the others are too few to tell.\n\n--against holds one cohort against its term before (term), its first term (baseline), what was agreed\n(target), or each month of attendance against what attendance does by itself (usual).",
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "cohort", Usage: "this cohort `ID` (the one that began last if not said)"},
			&cli.StringFlag{Name: "with", Usage: "compared with this cohort `ID` (the one before it if not said)"},
			&cli.StringFlag{Name: "against", Value: "cohort", Usage: "held against another cohort, or its own term, baseline, target, or what is usual"},
			&cli.StringFlag{Name: "grain", Value: "programme", Usage: "all since the start (programme), or by month_since_start or term_since_start"},
			&cli.StringFlag{Name: "audience", Value: "convenor", Usage: "who will read it: convenor, readers, members, evaluator, sponsor or public"},
			&cli.StringFlag{Name: "indicators", Usage: "a `FOLDER` with indicators of your own"},
			&cli.BoolFlag{Name: "json", Usage: "print JSON"},
		},
		Action: func(c *cli.Context) error {
			o, err := compareOptionsOf(c)
			if err != nil {
				return err
			}
			return runCompare(c.Context, *e, o)
		},
	}
}

func compareOptionsOf(c *cli.Context) (compareOptions, error) {
	o := compareOptions{Scope: metrics.CompareScope{This: c.String("cohort"), Last: c.String("with")},
		Indicators: c.String("indicators"), IDs: c.Args().Slice(), JSON: c.Bool("json")}
	var err error
	if o.Scope.Audience, err = vocabulary.ParseAudience(c.String("audience")); err != nil {
		return o, wrongWord("audience", err)
	}
	if o.Scope.Grain, err = vocabulary.ParseGrain(c.String("grain")); err != nil {
		return o, wrongWord("grain", err)
	}
	if o.Scope.Against, err = metrics.ParseAgainst(c.String("against")); err != nil {
		var words []string
		for _, a := range metrics.AllAgainst {
			words = append(words, string(a))
		}
		return o, usage("%v", err).hinted("choose one of " + strings.Join(words, ", "))
	}
	if o.Scope.Against == metrics.AgainstUsual && len(o.IDs) > 0 && !slices.Contains(o.IDs, "attendance_rate") {
		return o, usage("only attendance is followed month by month").hinted("valuetrail compare --against usual")
	}
	for _, flag := range []string{"with", "grain"} {
		if o.Scope.Against != metrics.AgainstCohort && c.IsSet(flag) {
			return o, usage("--%s is for comparing two cohorts, not with --against %s", flag, o.Scope.Against).hinted("leave one of the two out")
		}
	}
	var words []string
	for _, g := range metrics.CompareGrains {
		if g == o.Scope.Grain {
			return o, nil
		}
		words = append(words, string(g))
	}
	return o, usage("cohorts cannot be compared by %s: the same %s is a different time since each began", o.Scope.Grain, o.Scope.Grain).hinted("choose one of " + strings.Join(words, ", "))
}

// primaryOf is the indicator that is judged by itself, chosen beforehand.
func primaryOf(s settings.Settings) string { return cmp.Or(s.Report.Primary, "applied_rate") }

func runCompare(ctx context.Context, e env, o compareOptions) error {
	all, err := e.catalogue(o.Indicators)
	if err != nil {
		return err
	}
	if err := allNamed(all, o.IDs); err != nil {
		return err
	}
	return e.answering(ctx, func(w *warehouse.Warehouse, b ingest.Basis) error {
		o.Scope.Community, o.Scope.Primary = b.Settings.Community.ID, primaryOf(b.Settings)
		found, err := metrics.Compare(ctx, w, all, o.IDs, o.Scope, e.now(), e.Say)
		var unknown *metrics.UnknownCohortError
		if errors.As(err, &unknown) {
			return &exit{exitUsage, &hinted{err, e.cohortHint(unknown.ID, unknown.Cohorts)}}
		}
		if errors.Is(err, metrics.ErrOneCohort) {
			return &hinted{err, fmt.Sprintf("add the next one to %s, or name it in the column cohort of the member list", e.where("cohorts", "cohorts"))}
		}
		if errors.Is(err, metrics.ErrNoCohort) {
			return &hinted{err, fmt.Sprintf("ingest a file that tells what happened when, such as an attendance report, or give cohorts their days in %s", e.where("cohorts", "cohorts"))}
		}
		if err != nil {
			return err
		}
		if o.JSON {
			return e.json(listed(found))
		}
		e.printComparisons(found, o.Scope, func(id string) string {
			c, _ := b.Settings.Cohort(id)
			return cmp.Or(c.Title, id)
		})
		return nil
	})
}
