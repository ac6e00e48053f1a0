package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"valuetrail/ingest"
	"valuetrail/metrics"
	"valuetrail/reports"
	"valuetrail/reports/form"
)

// warehouseReader is what answering needs of the warehouse, storeReader what
// looking at stored decisions needs.
type warehouseReader interface{ metrics.Source }

type storeReader interface {
	Read(ctx context.Context, f func(ingest.Batch) error) error
}

// decided reads the answers that somebody wrote into to-decide.xlsx: the one
// beside the data file, or one named among the inputs.
func (e *env) decided(inputs []string) ([]ingest.Decision, error) {
	path := e.beside(ingest.ToDecideFile)
	for _, in := range inputs {
		if filepath.Base(in) == ingest.ToDecideFile {
			path = in
		}
	}
	sheets, err := bookRows(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read your answers: %w", err)
	}
	var all []ingest.Decision
	for _, rows := range sheets {
		answers, unread := form.ReadDecisions(rows)
		for _, u := range unread {
			e.tell("%s row %d: %q is none of the answers offered (%s); left for next time", ingest.ToDecideFile, u.Row, u.Answer, strings.Join(u.Choices, ", "))
		}
		for _, a := range answers {
			all = append(all, decision(a, e.now()))
		}
	}
	if len(all) > 0 {
		e.tell("%s", e.Say.Say("decide.taken", len(all), ingest.ToDecideFile))
	}
	return all, nil
}

// decision turns an answer of the form into one that ingest stores. The id of a
// question about two meetings holds both.
func decision(a form.Decision, at time.Time) ingest.Decision {
	subject, object, _ := strings.Cut(a.ID, "|")
	d := ingest.Decision{At: at.UTC().Format(time.RFC3339), Who: whoami(), Subject: subject, Object: object, Why: a.Note}
	switch a.Answer {
	case form.Nobody:
		d.Verdict = "visitor"
	case form.NotAPerson:
		d.Verdict = "nobody"
	case form.Same:
		d.Verdict = "same"
	case form.Different:
		d.Verdict = "other"
	default:
		d.Verdict, d.Object = "same", a.Answer
	}
	d.ID = decisionID(d)
	return d
}

// decisionID names a decision after what it is about: one subject has one
// answer, but may be told apart from several.
func decisionID(d ingest.Decision) string {
	if d.Verdict == "other" {
		return d.Subject + " not " + d.Object
	}
	return d.Subject
}

func whoami() string { return cmp.Or(os.Getenv("USER"), os.Getenv("USERNAME"), "somebody") }

// writeToDecide writes what only people can tell, or takes the file away when
// nothing is left to ask.
func (e *env) writeToDecide(questions []ingest.Question) error {
	path := e.beside(ingest.ToDecideFile)
	if len(questions) == 0 {
		if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		return nil
	}
	data, err := form.ToDecide(e.forms(questions), "en")
	if err != nil {
		return err
	}
	return reports.WriteFile(path, data)
}

// forms puts questions as the form asks them.
func (e *env) forms(questions []ingest.Question) map[form.Part][]form.Question {
	all := map[form.Part][]form.Question{}
	for _, q := range questions {
		f := form.Question{ID: q.Subject, Found: q.Shown, File: q.File, Row: q.Row}
		if q.Kind == "session" {
			for _, c := range q.Candidates {
				one := f
				one.ID, one.Proposal = q.Subject+"|"+c.Object, c.Shown
				all[form.Sessions] = append(all[form.Sessions], one)
			}
			continue
		}
		for _, c := range q.Candidates {
			f.Candidates = append(f.Candidates, form.Candidate{ID: c.Object, Label: c.Shown, Reason: e.Say.Say("reason." + c.Reason)})
		}
		if len(f.Candidates) > 0 {
			f.Proposal = f.Candidates[0].Label
		}
		all[form.Names] = append(all[form.Names], f)
	}
	return all
}
