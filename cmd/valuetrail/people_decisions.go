package main

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"

	"valuetrail/ingest"
	"valuetrail/internal/warehouse"
)

// decisionLine is one decision as `people decisions` prints it.
type decisionLine struct {
	ID      string `json:"id"`
	Decided string `json:"decided"`
	Who     string `json:"who"`
	When    string `json:"when"`
	Why     string `json:"why"`
}

// mark is how people name a decision to take it back.
func mark(d ingest.Decision) string {
	sum := sha256.Sum256([]byte(d.ID))
	return hex.EncodeToString(sum[:4])
}

func runDecisions(ctx context.Context, e env, asJSON bool) error {
	return e.reading(ctx, func(w *warehouse.Warehouse, b ingest.Basis) error {
		var lines []decisionLine
		err := w.Store(b.Settings.Community.ID).Read(ctx, func(x ingest.Batch) error {
			known, err := x.Known(ctx)
			for _, d := range known.Decisions {
				lines = append(lines, decisionLine{mark(d), e.decisionWords(d, known), d.Who, d.At, e.whyDecided(d, known)})
			}
			return err
		})
		switch {
		case err != nil:
			return err
		case asJSON:
			return e.json(listed(lines))
		case len(lines) == 0:
			e.line("%s", e.Say.Say("decision.none"))
			return nil
		}
		var rows [][]string
		for _, l := range lines {
			rows = append(rows, []string{l.ID, l.Decided, l.Who, dayOfInstant(l.When), l.Why})
		}
		e.table([]string{"id", "decided", "by", "when", "why"}, rows)
		e.line("")
		e.line("valuetrail people undo ID    takes one back; it is asked again")
		return nil
	})
}

// dayOfInstant is the day of an instant of RFC 3339.
func dayOfInstant(at string) string { return at[:min(10, len(at))] }

// runUndoDecision takes back the last decision, or the one named.
func runUndoDecision(ctx context.Context, e env, words []string) error {
	if len(words) > 1 {
		return &exit{exitUsage, &hinted{errors.New("takes one decision at most"), "valuetrail people decisions lists them"}}
	}
	return e.writing(ctx, "people undo", func(w *warehouse.Warehouse, b ingest.Basis) error {
		store := w.Store(b.Settings.Community.ID)
		var left []ingest.Question
		undone := ""
		err := store.Write(ctx, func(x ingest.Batch) error {
			known, err := x.Known(ctx)
			if err != nil {
				return err
			}
			d, err := decisionNamed(known.Decisions, words)
			if err != nil {
				return err
			}
			undone = e.decisionWords(d, known)
			left, err = ingest.Settle(ctx, x, b, []ingest.Decision{{ID: d.ID}})
			return err
		})
		if err != nil {
			return err
		}
		e.line("%s", e.Say.Say("decision.undone", undone, e.Say.Say("count.open_names", len(left))))
		return e.writeToDecide(ctx, store, left)
	})
}

// decisionNamed is the decision that a word names, or the last one. Answers that
// came together have no last one.
func decisionNamed(all []ingest.Decision, words []string) (ingest.Decision, error) {
	hint := "name one by its id: valuetrail people decisions lists them"
	var found []ingest.Decision
	for _, d := range all {
		switch {
		case len(words) == 0 && d.At == all[len(all)-1].At,
			len(words) == 1 && (strings.EqualFold(d.Shown, words[0]) || len(words[0]) >= 4 && (strings.HasPrefix(mark(d), strings.ToLower(words[0])) || strings.HasPrefix(d.Subject, strings.ToLower(words[0])))):
			found = append(found, d)
		}
	}
	switch {
	case len(found) == 1:
		return found[0], nil
	case len(all) == 0:
		return ingest.Decision{}, &hinted{errors.New("nothing has been decided yet"), "valuetrail people matches lists what is open"}
	case len(words) == 0:
		return ingest.Decision{}, &hinted{fmt.Errorf("the last %d decisions came together", len(found)), hint}
	case len(found) == 0:
		return ingest.Decision{}, &hinted{fmt.Errorf("no decision is about %q", words[0]), hint}
	}
	return ingest.Decision{}, &hinted{fmt.Errorf("%d decisions are about %q", len(found), words[0]), hint}
}

// whyDecided is the reason that was given, else the one that the names give.
func (e *env) whyDecided(d ingest.Decision, known ingest.Known) string {
	if reason := ingest.ReasonOf(d, known); d.Why == "" && reason != "" {
		return e.Say.Say("reason." + reason)
	}
	return d.Why
}

// decisionWords is a decision as a sentence.
func (e *env) decisionWords(d ingest.Decision, known ingest.Known) string {
	shown, object := d.Shown, d.Object
	for _, a := range known.Aliases {
		if a.ID == d.Subject && shown == "" {
			shown = a.Shown
		}
	}
	for _, m := range known.Members {
		if m.AliasID == d.Object {
			object = m.Name
			if more := cmp.Or(m.ListID, m.Email); more != "" {
				object += " (" + more + ")"
			}
		}
	}
	for _, m := range known.Meetings {
		if m.ID == d.Subject {
			return e.Say.Say("decision.session."+d.Verdict, otherwise(shown, m.Title), sessionWords(d.Object, known))
		}
	}
	scope, _, _ := strings.Cut(d.Subject, "|")
	source, kind, _ := strings.Cut(scope, "/")
	switch d.Verdict {
	case ingest.AskOrder:
		object = e.Say.Say("decision.first." + d.Object)
	case ingest.AskMark:
		object = e.Say.Say("decide.mark." + d.Object)
	case ingest.AskRound:
		_, object, _ = strings.Cut(d.Object, " ")
	case ingest.AskQuestion:
		object = e.meaningWords(d.Object, known)
	case ingest.AskTable:
		object = e.toldWords(d.Object)
	case ingest.AskHeading, ingest.AskWord:
		if d.Object == "-" {
			object = e.Say.Say("decide." + d.Verdict + ".-")
		}
	}
	return e.Say.Say("decision."+d.Verdict, shown, object, strings.TrimPrefix(source+" "+e.Say.Say("kind."+kind), "own "))
}

// sessionWords is a session or meeting as people know it.
func sessionWords(id string, known ingest.Known) string {
	for _, s := range known.Sessions {
		if s.ID == id && s.Title != "" {
			return dayWords(s.Day) + " " + s.Title
		}
	}
	for _, m := range known.Meetings {
		if m.ID == id {
			return dayWords(m.Day) + " " + m.Title
		}
	}
	return id
}

// meaningWords is what somebody decided about a survey's question.
func (e *env) meaningWords(text string, known ingest.Known) string {
	m, err := ingest.ReadMeaning(text)
	switch {
	case err != nil:
		return text
	case m.LeaveOut:
		return e.Say.Say("decide.left_out")
	case m.SameAs != "":
		for _, d := range known.Decisions {
			if d.Verdict == ingest.AskQuestion && d.Subject == m.SameAs {
				return e.Say.Say("decide.same_as", d.Shown)
			}
		}
		if ingest.IsUnlisted(m.SameAs) { // nobody said yet what that asks
			return e.Say.Say("decide.same_as_earlier")
		}
		return e.Say.Say("decide.same_as", m.SameAs)
	case m.Cycle == "":
		return e.kinds(m)[0].Label
	}
	return e.Say.Say("cycle."+m.Cycle+".title") + " " + e.kinds(m)[0].Label
}
