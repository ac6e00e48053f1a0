package main

import (
	"context"
	"errors"
	"fmt"
	"strconv"

	"github.com/urfave/cli/v2"

	"valuetrail/ingest"
	"valuetrail/internal/warehouse"
	"valuetrail/metrics"
	"valuetrail/queries"
)

type explainOptions struct {
	Words      []string
	Line       metrics.Line
	Indicators string
	JSON       bool
}

func explainCommand(e *env) *cli.Command {
	return &cli.Command{
		Name: "explain", Usage: "where a figure comes from: every file, sheet, row and column (for the convenor)", ArgsUsage: "INDICATOR",
		Flags: append(scopeFlags("convenor"),
			&cli.StringFlag{Name: "period", Usage: "the `PERIOD` of the figure, as indicators run prints it (the last one if not said)"},
			&cli.StringFlag{Name: "part", Usage: "the `PART` of the figure, as indicators run prints it"},
			&cli.StringFlag{Name: "group", Usage: "the `GROUP` of the figure, where it is broken down"}),
		Action: func(c *cli.Context) error {
			o := explainOptions{Words: c.Args().Slice(), Indicators: c.String("indicators"), JSON: c.Bool("json"),
				Line: metrics.Line{Period: c.String("period"), Part: c.String("part"), Group: c.String("group")}}
			return runExplain(c.Context, *e, c, o)
		},
	}
}

func runExplain(ctx context.Context, e env, c *cli.Context, o explainOptions) error {
	if len(o.Words) != 1 {
		return &exit{exitUsage, &hinted{errors.New("explain needs one indicator"), "valuetrail indicators list names them"}}
	}
	all, err := e.catalogue(o.Indicators)
	if err != nil {
		return err
	}
	if err := allNamed(all, o.Words); err != nil {
		return err
	}
	s, err := scope(c)
	if err != nil {
		return err
	}
	return e.answering(ctx, func(w *warehouse.Warehouse, b ingest.Basis) error {
		s.Community = b.Settings.Community.ID
		if err := e.known(ctx, w, b, s.Cohorts); err != nil {
			return err
		}
		if len(s.Cohorts) == 1 {
			o.Line.Cohort = s.Cohorts[0]
		}
		if o.Line.Period == "" {
			if o.Line.Period, err = e.lastPeriod(ctx, w, all, o, s); err != nil {
				return err
			}
		}
		x, err := metrics.Explain(ctx, w, all, o.Words[0], s, o.Line, e.now())
		switch {
		case errors.Is(err, metrics.ErrNoLine):
			return &exit{exitUsage, &hinted{err, "valuetrail indicators run " + o.Words[0] + " shows the cohorts, periods, groups and parts there are; say --part where it has parts"}}
		case err != nil:
			return err
		case o.JSON:
			return e.json(x)
		}
		e.printExplanation(x)
		return nil
	})
}

// lastPeriod is the latest period of the line asked for that has a figure.
func (e *env) lastPeriod(ctx context.Context, w *warehouse.Warehouse, all []queries.Indicator, o explainOptions, s metrics.Scope) (string, error) {
	answers, err := metrics.Ask(ctx, w, all, o.Words, s, e.now())
	if err != nil {
		return "", err
	}
	last := ""
	for _, r := range answers[0].Readings {
		if r.Cohort == o.Line.Cohort && r.Group == o.Line.Group && r.Part == o.Line.Part && (r.Shown || last == "") {
			last = r.Period
		}
	}
	return last, nil
}

func (e *env) printExplanation(x *metrics.Explanation) {
	r := x.Reading
	e.line("%s, %s, %s: %s", r.Indicator, otherwise(r.Cohort, "all together"), r.Period, r.Text)
	if r.Grade != "" {
		e.line("%s", e.Say.Say("grade.line", string(r.Grade), e.Say.Say("grade."+string(r.Grade)), caveatsOf(r)))
	}
	sum := 0.0
	var rows [][]string
	for _, c := range x.Cells {
		sum += c.X
		at := "row"
		if c.Column > 0 {
			at = columnName(c.Column)
		}
		rows = append(rows, []string{c.File, strconv.Itoa(c.Sheet), strconv.Itoa(c.Row), at, strconv.FormatFloat(c.X, 'g', 6, 64), c.Words})
	}
	e.table([]string{"file", "sheet", "row", "column", "x", "says"}, rows)
	e.line("%s", fmt.Sprintf("%d cells, x adds up to %s", len(x.Cells), strconv.FormatFloat(sum, 'g', 9, 64)))
}
