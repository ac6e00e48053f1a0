package main

import (
	"context"
	"errors"
	"os"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"valuetrail/ingest"
	"valuetrail/internal/vocabulary"
	"valuetrail/internal/warehouse"
	"valuetrail/metrics"
	"valuetrail/queries"
)

func indicatorsCommand(e *env) *cli.Command {
	list := only(func(c *cli.Context) error { return runIndicatorsList(*e, c.String("indicators"), c.Bool("json")) })
	listFlags := []cli.Flag{&cli.StringFlag{Name: "indicators", Usage: "a `FOLDER` with indicators of your own"}, &cli.BoolFlag{Name: "json", Usage: "print JSON"}}
	return &cli.Command{
		Name: "indicators", Usage: "what can be measured: list, show, run; new, check and test for your own", Flags: listFlags, Action: list,
		Subcommands: []*cli.Command{
			{Name: "list", Usage: "every indicator with its question", Flags: listFlags, Action: list},
			{Name: "show", Usage: "how one is counted", ArgsUsage: "ID",
				Flags: append(listFlags, &cli.BoolFlag{Name: "sql", Usage: "print the whole statement"}),
				Action: func(c *cli.Context) error {
					return runIndicatorsShow(*e, c.Args().Slice(), c.String("indicators"), c.Bool("sql"), c.Bool("json"))
				}},
			{Name: "run", Usage: "the figures, for one audience", ArgsUsage: "[ID…]",
				Flags:  append(scopeFlags("convenor"), &cli.BoolFlag{Name: "all", Usage: "those too that no report asks for"}),
				Action: func(c *cli.Context) error { return runIndicatorsRun(c.Context, *e, c, c.Args().Slice()) }},
			indicatorsNewCommand(e), indicatorsCheckCommand(e), indicatorsTestCommand(e),
		},
	}
}

// catalogue is ours, with a folder of the user's own.
func (e *env) catalogue(folder string) ([]queries.Indicator, error) {
	if e.own = folder; folder == "" {
		if b, err := e.community(); err == nil {
			folder = e.besideSettings(b.Settings.Indicators)
		}
	}
	return indicatorsWith(folder)
}

// indicatorsWith are ours and those of a folder of the user's own, "" for none.
func indicatorsWith(folder string) ([]queries.Indicator, error) {
	ours, err := queries.Catalogue()
	if err != nil || folder == "" {
		return ours, err
	}
	if at, err := os.Stat(folder); err != nil || !at.IsDir() {
		return nil, noOwnFolder(folder)
	}
	theirs, err := readOwn(folder)
	if err != nil {
		return nil, &hinted{err, "valuetrail indicators check " + folder + " says all that is wrong"}
	}
	return queries.Join(ours, theirs)
}

// readOwn reads a folder of the user's own indicators, each held to its parse tree.
func readOwn(folder string) ([]queries.Indicator, error) {
	p, err := warehouse.NewParser()
	if err != nil {
		return nil, err
	}
	defer p.Close()
	return queries.ReadOwn(os.DirFS(folder), p.Tree)
}

// indicatorLine is an indicator as scripts read it.
type indicatorLine struct {
	ID       string   `json:"id"`
	Title    string   `json:"title"`
	Question string   `json:"question"`
	Group    string   `json:"group"`
	Cycle    string   `json:"cycle"`
	Kind     string   `json:"kind"`
	Evidence string   `json:"evidence"`
	Protects string   `json:"protects"`
	Unit     string   `json:"unit"`
	Better   string   `json:"better"`
	Needs    []string `json:"needs"`
	Source   string   `json:"source"`
	Counted  string   `json:"counted"`
	Core     bool     `json:"core"`
}

func lineOf(i queries.Indicator) indicatorLine {
	return indicatorLine{i.ID, i.Title, i.Question, i.Group, i.Cycle, i.Kind, i.Evidence, i.Protects, i.Unit, i.Better, i.Needs, i.Source, i.Counted, queries.IsCore(i.ID)}
}

func runIndicatorsList(e env, folder string, asJSON bool) error {
	all, err := e.catalogue(folder)
	if err != nil {
		return err
	}
	if asJSON {
		var lines []indicatorLine
		for _, i := range all {
			lines = append(lines, lineOf(i))
		}
		return e.json(listed(lines))
	}
	slices.SortStableFunc(all, func(a, b queries.Indicator) int { return groupRank(a) - groupRank(b) })
	var rows [][]string
	for n, i := range all {
		about := strings.ReplaceAll(i.Group, "_", " ")
		if n > 0 && all[n-1].Group == i.Group {
			about = ""
		}
		rows = append(rows, []string{about, i.ID, i.Title, i.Question, strings.Join(i.Needs, ", "), coreMark(i.ID)})
	}
	e.table([]string{"about", "indicator", "title", "question", "needs", "in every report"}, rows)
	return nil
}

// groupRank puts the groups in the order of the vocabulary, and in each what every
// report asks for first.
func groupRank(i queries.Indicator) int {
	rank := 2 * slices.Index(vocabulary.Groups.Words, i.Group)
	if !queries.IsCore(i.ID) {
		rank++
	}
	return rank
}

// coreMark is how a list marks the indicators of the core.
func coreMark(id string) string {
	if queries.IsCore(id) {
		return "core"
	}
	return ""
}

func runIndicatorsShow(e env, words []string, folder string, sql, asJSON bool) error {
	if len(words) != 1 {
		return &exit{exitUsage, &hinted{errors.New("indicators show needs one indicator"), "valuetrail indicators list names them"}}
	}
	all, err := e.catalogue(folder)
	if err != nil {
		return err
	}
	if err := allNamed(all, words); err != nil {
		return err
	}
	i := all[slices.IndexFunc(all, func(i queries.Indicator) bool { return i.ID == words[0] })]
	switch {
	case sql:
		text, err := queries.Splice(i, queries.Asking{})
		if err == nil {
			e.line("%s", text)
		}
		return err
	case asJSON:
		return e.json(lineOf(i))
	}
	e.table([]string{i.ID, i.Title}, [][]string{{"question", i.Question}, {"cycle", i.Cycle}, {"kind", i.Kind}, {"evidence", i.Evidence}, {"protects", i.Protects},
		{"unit", i.Unit}, {"better", i.Better}, {"needs", strings.Join(i.Needs, ", ")}, {"source", i.Source}})
	e.line("\n%s", i.Counted)
	return nil
}

// allNamed refuses an id that is not in the catalogue, before any data are read.
func allNamed(all []queries.Indicator, ids []string) error {
	names := queries.IDs(all)
	for _, id := range ids {
		if !slices.Contains(names, id) {
			return &exit{exitUsage, &metrics.UnknownIndicatorError{ID: id, Nearest: vocabulary.Nearest(id, names)}}
		}
	}
	return nil
}

func runIndicatorsRun(ctx context.Context, e env, c *cli.Context, ids []string) error {
	all, err := e.catalogue(c.String("indicators"))
	if err != nil {
		return err
	}
	if err := allNamed(all, ids); err != nil {
		return err
	}
	if c.Bool("all") {
		if len(ids) > 0 {
			return &exit{exitUsage, &hinted{errors.New("indicators run takes indicators or --all, not both"), "leave out the one or the other"}}
		}
		ids = queries.IDs(all)
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
		answers, err := metrics.Ask(ctx, w, all, ids, s, e.now())
		if err == nil {
			err = metrics.Qualify(ctx, w, all, answers, e.now(), e.Say)
		}
		if err != nil {
			return err
		}
		return e.printAnswers(answers, c.Bool("json"))
	})
}

func (e *env) printAnswers(answers []metrics.Answer, asJSON bool) error {
	var readings []metrics.Reading
	var rows [][]string
	for _, a := range answers {
		for _, r := range a.Readings {
			readings = append(readings, r)
			rows = append(rows, []string{r.Indicator, otherwise(r.Cohort, "all together"), r.Period, r.Group, r.Part, orNone(string(r.Grade)), r.Text, caveatsOf(r)})
		}
	}
	if asJSON {
		return e.json(listed(readings))
	}
	e.table([]string{"indicator", "cohort", "period", "group", "part", "data", "figure", "to know"}, rows)
	return nil
}

// orNone is a grade, a dash for none.
func orNone(grade string) string { return otherwise(grade, "–") }

// caveatsOf is what to know of a figure, in one line.
func caveatsOf(r metrics.Reading) string { return textsOf(r.Caveats) }

// textsOf is what caveats say, in one line.
func textsOf(caveats []metrics.Caveat) string {
	var all []string
	for _, c := range caveats {
		all = append(all, c.Text)
	}
	return strings.Join(all, "; ")
}
