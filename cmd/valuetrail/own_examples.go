package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/urfave/cli/v2"

	"valuetrail/internal/warehouse"
	"valuetrail/metrics/example"
	"valuetrail/queries"
)

// ownExample is what came of a worked example, as scripts read it.
type ownExample struct {
	Indicator string `json:"indicator"`
	File      string `json:"file"`
	Passed    bool   `json:"passed"`
	// Fault is why the example could not be played, "" where it could; its Line is 0
	// where it is about no line.
	Fault   string               `json:"fault"`
	Line    int                  `json:"line"`
	Differs []example.Difference `json:"differs"`
}

func indicatorsTestCommand(e *env) *cli.Command {
	return &cli.Command{
		Name: "test", Usage: "play the worked examples of a folder of your own indicators", ArgsUsage: "[FOLDER]",
		Flags: []cli.Flag{&cli.BoolFlag{Name: "json", Usage: "print JSON"}},
		Action: func(c *cli.Context) error {
			folder, err := e.ownFolder(c.Args().Slice())
			if err != nil {
				return err
			}
			return runIndicatorsTest(c.Context, *e, folder, c.Bool("json"))
		},
	}
}

func runIndicatorsTest(ctx context.Context, e env, folder string, asJSON bool) error {
	e.own = folder
	catalogue, err := indicatorsWith(folder)
	if err != nil {
		return err
	}
	played, wrong := []ownExample{}, 0
	for _, ind := range catalogue {
		if !ind.Own {
			continue
		}
		x, err := play(ctx, folder, catalogue, ind)
		if err != nil {
			return err
		}
		if !x.Passed {
			wrong++
		}
		played = append(played, x)
	}
	if asJSON {
		if err := e.json(played); err != nil {
			return err
		}
	} else {
		e.printExamples(played)
		e.line("%s", e.Say.Say("own.tested", len(played), wrong))
	}
	if wrong > 0 {
		return errKept
	}
	return nil
}

func (e *env) printExamples(played []ownExample) {
	for _, x := range played {
		switch {
		case x.Passed:
			e.line("%s: %s", x.Indicator, e.Say.Say("own.passed"))
		case x.Line > 0:
			e.line("%s:%d: %s", x.File, x.Line, x.Fault)
		case x.Fault != "":
			e.line("%s: %s", x.File, x.Fault)
		}
		for _, d := range x.Differs {
			e.line("%s:%s", x.File, d)
		}
	}
}

// play plays the worked example of one indicator, which stands beside it.
func play(ctx context.Context, folder string, catalogue []queries.Indicator, ind queries.Indicator) (ownExample, error) {
	file := filepath.Join(folder, ind.ID+".txtar")
	x := ownExample{Indicator: ind.ID, File: filepath.ToSlash(file), Differs: []example.Difference{}}
	text, err := os.ReadFile(file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		x.Fault = "there is no worked example: small tables, a question, and the figures wanted"
		return x, nil
	case err != nil:
		return x, fmt.Errorf("worked example: %w", err)
	}
	e, err := example.Parse(string(text))
	if err == nil {
		err = inAnEmptyWorld(ctx, func(w *warehouse.Warehouse) error {
			found, err := e.Run(ctx, w, catalogue, ind.ID)
			x.Differs = append(x.Differs, found...)
			return err
		})
	}
	var at *example.Error
	switch {
	case errors.As(err, &at):
		x.Line, x.Fault = at.Line, at.Err.Error()
	case ctx.Err() != nil:
		return x, ctx.Err()
	case err != nil:
		x.Fault = err.Error()
	}
	x.Passed = x.Fault == "" && len(x.Differs) == 0
	return x, nil
}
