package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/urfave/cli/v2"

	"valuetrail/ingest"
	"valuetrail/internal/vocabulary"
	"valuetrail/internal/warehouse"
)

func peopleCommand(e *env) *cli.Command {
	jsonFlag := []cli.Flag{&cli.BoolFlag{Name: "json", Usage: "print JSON"}}
	list, listFlags := peopleList(e), peopleFlags()
	why := []cli.Flag{&cli.StringFlag{Name: "why", Usage: "the `REASON`, kept with the decision"}}
	return &cli.Command{
		Name: "people", Usage: "who is who: list, matches, accept, reject, split, decisions, undo (for the convenor: it prints names)", Flags: listFlags, Action: list,
		Subcommands: []*cli.Command{
			{Name: "list", Usage: "everybody identified, members first", Flags: listFlags, Action: list},
			{Name: "matches", Usage: "names that only you can tell, each with up to three proposals", Flags: jsonFlag,
				Action: only(func(c *cli.Context) error { return runMatches(c.Context, *e, c.Bool("json")) })},
			{Name: "accept", Usage: "say who a name is: the first proposal, or the member named", ArgsUsage: "NAME-OR-ID [MEMBER | visitor | nobody]",
				Flags:  why,
				Action: func(c *cli.Context) error { return runAccept(c.Context, *e, c.Args().Slice(), c.String("why")) }},
			{Name: "reject", Usage: "say that a name is not the member proposed", ArgsUsage: "NAME-OR-ID [MEMBER]",
				Flags:  why,
				Action: func(c *cli.Context) error { return runReject(c.Context, *e, c.Args().Slice(), c.String("why")) }},
			{Name: "split", Usage: "say that an e-mail or a name is not this person but somebody else", ArgsUsage: "NAME-OR-ID [E-MAIL-OR-NAME]", Flags: why,
				Action: func(c *cli.Context) error { return runSplit(c.Context, *e, c.Args().Slice(), c.String("why")) }},
			{Name: "decisions", Usage: "what was decided, by whom, when and why", Flags: jsonFlag,
				Action: only(func(c *cli.Context) error { return runDecisions(c.Context, *e, c.Bool("json")) })},
			{Name: "undo", Usage: "take back the last decision, or the one named; it is asked again", ArgsUsage: "[NAME-OR-ID]",
				Action: func(c *cli.Context) error { return runUndoDecision(c.Context, *e, c.Args().Slice()) }},
		},
	}
}

// matchLine is one open question as `people matches` prints it.
type matchLine struct {
	ID        string   `json:"id"`
	Shown     string   `json:"name"`
	File      string   `json:"file"`
	Row       int      `json:"row"`
	Proposals []string `json:"proposals"`
	Reasons   []string `json:"reasons"`
}

func runMatches(ctx context.Context, e env, asJSON bool) error {
	return e.reading(ctx, func(w *warehouse.Warehouse, b ingest.Basis) error {
		return w.Store(b.Settings.Community.ID).Read(ctx, func(x ingest.Batch) error {
			questions, _, err := ingest.Ask(ctx, x, b.Settings)
			if err != nil {
				return err
			}
			return e.printMatches(aboutPeople(questions), asJSON)
		})
	})
}

// aboutPeople are the questions about names and meetings: what files mean is
// asked in the workbook alone.
func aboutPeople(all []ingest.Question) []ingest.Question {
	return slices.DeleteFunc(slices.Clone(all), func(q ingest.Question) bool { return q.Kind != ingest.AskName && q.Kind != ingest.AskSession })
}

func (e *env) printMatches(questions []ingest.Question, asJSON bool) error {
	var lines []matchLine
	for _, q := range questions {
		l := matchLine{ID: short(q.Subject), Shown: q.Shown, File: q.File, Row: q.Row, Proposals: []string{}, Reasons: []string{}}
		for _, c := range q.Candidates {
			l.Proposals = append(l.Proposals, c.Shown)
			l.Reasons = append(l.Reasons, e.Say.Say("reason."+c.Reason))
		}
		lines = append(lines, l)
	}
	if asJSON {
		return e.json(listed(lines))
	}
	if len(lines) == 0 {
		e.line("Every name is known; nothing to decide.")
		return nil
	}
	for _, l := range lines {
		e.line("%s  %q in %s row %d", l.ID, l.Shown, l.File, l.Row)
		for i, p := range l.Proposals {
			e.line("          %d. %s (%s)", i+1, p, l.Reasons[i])
		}
	}
	e.line("")
	e.line("valuetrail people accept ID            takes the first proposal")
	e.line("valuetrail people accept ID MEMBER     names the member; or: visitor, nobody (a device)")
	e.line("valuetrail people reject ID            says it is not the first proposal")
	return nil
}

func runAccept(ctx context.Context, e env, words []string, why string) error {
	return e.decide(ctx, words, why, func(q ingest.Question, member string, known ingest.Known) (ingest.Decision, error) {
		d := ingest.Decision{Subject: q.Subject, Verdict: "same"}
		switch vocabulary.Loose(member) {
		case "visitor":
			d.Verdict = "visitor"
			return d, nil
		case "nobody":
			d.Verdict = "nobody"
			return d, nil
		}
		var err error
		d.Object, err = memberNamed(q, member, known)
		return d, err
	})
}

func runReject(ctx context.Context, e env, words []string, why string) error {
	return e.decide(ctx, words, why, func(q ingest.Question, member string, known ingest.Known) (ingest.Decision, error) {
		object, err := memberNamed(q, member, known)
		return ingest.Decision{Subject: q.Subject, Object: object, Verdict: "other"}, err
	})
}

// decide stores one decision about a name or a meeting.
func (e *env) decide(ctx context.Context, words []string, why string, judge func(ingest.Question, string, ingest.Known) (ingest.Decision, error)) error {
	if len(words) == 0 || len(words) > 2 {
		return &exit{exitUsage, &hinted{errors.New("needs a name or id, and perhaps a member"), "valuetrail people matches lists what is open"}}
	}
	member := ""
	if len(words) == 2 {
		member = words[1]
	}
	return e.judged(ctx, func(questions []ingest.Question, known ingest.Known, _ ingest.Basis) (ingest.Decision, error) {
		q, err := questionNamed(append(aboutPeople(questions), decidedNames(known)...), words[0])
		if err != nil {
			return ingest.Decision{}, err
		}
		d, err := judge(q, member, known)
		d.Why, d.Shown = why, q.Shown
		return d, err
	})
}

// decidedNames are the names that somebody decided about already, so that a
// decision can be taken anew.
func decidedNames(known ingest.Known) []ingest.Question {
	var all []ingest.Question
	seen := map[string]bool{}
	for _, d := range known.Decisions {
		for _, a := range known.Aliases {
			if a.ID == d.Subject && a.Shown != "" && !seen[d.Subject] {
				seen[d.Subject] = true
				all = append(all, ingest.Question{Kind: "name", Subject: d.Subject, Shown: a.Shown})
			}
		}
	}
	return all
}

func questionNamed(all []ingest.Question, word string) (ingest.Question, error) {
	var found []ingest.Question
	for _, q := range all {
		if strings.EqualFold(q.Shown, word) || len(word) >= 4 && strings.HasPrefix(q.Subject, strings.ToLower(word)) {
			found = append(found, q)
		}
	}
	switch len(found) {
	case 1:
		return found[0], nil
	case 0:
		return ingest.Question{}, &hinted{fmt.Errorf("no open question about %q", word), "valuetrail people matches lists what is open"}
	}
	return ingest.Question{}, &hinted{fmt.Errorf("%d open questions about %q", len(found), word), "name one by its id: valuetrail people matches"}
}

// memberNamed is the id of the member that a word means: by name, list id,
// e-mail or the number of a proposal; no word means the first proposal.
func memberNamed(q ingest.Question, word string, known ingest.Known) (string, error) {
	switch {
	case word == "" && len(q.Candidates) > 0 && !q.Proposes():
		var all []string
		for _, c := range q.Candidates {
			all = append(all, c.Shown)
		}
		return "", &hinted{fmt.Errorf("%q may be %s: nothing tells which", q.Shown, strings.Join(all, " or ")), "name the member by the id of your member list or by e-mail: valuetrail people accept NAME MEMBER"}
	case word == "" && len(q.Candidates) > 0:
		return q.Candidates[0].Object, nil
	case word == "":
		return "", &hinted{fmt.Errorf("who is %q?", q.Shown), "it was decided before; name the member, or: visitor, nobody"}
	}
	found := map[string]bool{}
	if n, err := strconv.Atoi(word); err == nil && n >= 1 && n <= len(q.Candidates) {
		found[q.Candidates[n-1].Object] = true // a proposal by its number, unless that is a member's id
	}
	for _, m := range known.Members {
		for _, text := range []string{m.Name, m.ListID, m.Email} {
			if strings.EqualFold(text, word) {
				found[m.AliasID] = true
			}
		}
	}
	for id := range found {
		if len(found) == 1 {
			return id, nil
		}
	}
	if len(found) > 1 {
		return "", &hinted{fmt.Errorf("%d members are called %q", len(found), word), "name the member by the whole name, by e-mail or by the id of your member list"}
	}
	return "", &hinted{fmt.Errorf("no member is called %q", word), "valuetrail people list shows names and ids"}
}
