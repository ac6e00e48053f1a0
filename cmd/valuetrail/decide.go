package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/user"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"valuetrail/ingest"
	"valuetrail/reports"
	"valuetrail/reports/form"
)

// storeReader is what looking at stored decisions needs of the warehouse.
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
	tables := tableAnswers{files: map[string]form.Decision{}, columns: map[string][]form.Decision{}}
	for _, s := range sheets {
		answers, unread := form.ReadDecisions(s.rows)
		for _, u := range unread {
			e.tell("%s", e.Say.Say("decide.unread", ingest.ToDecideFile, u.Row, strconv.Quote(u.Answer), strings.Join(u.Choices, ", "), s.name))
		}
		for _, a := range answers {
			if tables.take(a) {
				continue
			}
			d, err := decision(a, e.now())
			if err != nil {
				e.tell("%s, sheet %s, row %d: %v; left for next time", ingest.ToDecideFile, s.name, a.Row, err)
				continue
			}
			all = append(all, d)
		}
	}
	about, wrong := tables.decisions(e.now())
	for _, err := range wrong {
		e.tell("%s: %v; left for next time", ingest.ToDecideFile, err)
	}
	all = append(all, about...)
	if len(all) > 0 {
		e.tell("%s", e.Say.Say("decide.taken", len(all), ingest.ToDecideFile))
	}
	return all, nil
}

// decision turns an answer of the form into one that ingest stores. The id of a
// question about two meetings holds both; that of one about what files mean
// begins with its kind.
func decision(a form.Decision, at time.Time) (ingest.Decision, error) {
	d := ingest.Decision{At: at.UTC().Format(time.RFC3339), Who: whoami(), Why: a.Note, Shown: a.Found}
	kind, rest, _ := strings.Cut(a.ID, " ")
	switch {
	case kind == again:
		return ingest.Decision{ID: rest}, nil
	case kind == ingest.AskQuestion:
		m, err := meaningOf(a)
		if err != nil {
			return d, err
		}
		d.Verdict, d.Subject, d.Object = kind, rest, m.String()
	case meant[kind] != "":
		d.Verdict, d.Subject, d.Object = kind, rest, a.Answer
	default:
		d.Subject, d.Object, _ = strings.Cut(a.ID, "|")
		d.Verdict = map[string]string{form.Nobody: "visitor", form.NotAPerson: "nobody", form.Same: "same", form.Different: "other"}[a.Answer]
		if d.Verdict == "" {
			d.Verdict, d.Object = "same", a.Answer
		}
	}
	d.ID = decisionID(d)
	return d, nil
}

// again begins the id of a question that asks whether to forget a decision.
const again = "again"

// meant are the kinds of questions about what files mean, and the sheet that
// asks them.
var meant = map[string]form.Part{ingest.AskOrder: form.Meanings, ingest.AskMark: form.Meanings, ingest.AskWord: form.Meanings,
	ingest.AskQuestion: form.Questions, ingest.AskHeading: form.Columns, ingest.AskRound: form.Meanings, ingest.AskTable: form.Tables}

// partOf is the sheet that asks a kind of question.
func partOf(kind string) form.Part {
	switch kind {
	case ingest.AskName:
		return form.Names
	case ingest.AskSession:
		return form.Sessions
	}
	return meant[kind]
}

// decisionID names a decision after what it is about: one subject has one
// answer, but may be told apart from several.
func decisionID(d ingest.Decision) string {
	switch {
	case meant[d.Verdict] != "":
		return d.Verdict + " " + d.Subject
	case d.Verdict == "other":
		return d.Subject + " not " + d.Object
	case d.Verdict == ingest.VerdictSplit:
		return ingest.VerdictSplit + " " + d.Subject
	}
	return d.Subject
}

// whoami is who decides: whoever the operating system says is at work.
func whoami() string {
	if name := cmp.Or(os.Getenv("USER"), os.Getenv("USERNAME")); name != "" {
		return name
	}
	u, err := user.Current()
	if err != nil {
		return "somebody"
	}
	return cmp.Or(withoutDomain(u.Username), "somebody")
}

// withoutDomain is the name of an account without what Windows puts before it.
func withoutDomain(name string) string { return name[strings.LastIndex(name, `\`)+1:] }

// writeToDecide writes what only people can tell, with what they decided before
// on a sheet of its own; it takes the file away when nothing is left to ask.
func (e *env) writeToDecide(ctx context.Context, s storeReader, questions []ingest.Question) error {
	path := e.beside(ingest.ToDecideFile)
	if len(questions) == 0 {
		if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		return nil
	}
	all := e.forms(questions)
	err := s.Read(ctx, func(b ingest.Batch) error {
		decisions, err := b.Decisions(ctx)
		if err != nil || len(decisions) == 0 {
			return err
		}
		known, err := b.Known(ctx)
		for _, d := range decisions {
			all[form.Decided] = append(all[form.Decided], form.Question{ID: again + " " + d.ID, Found: e.decisionWords(d, known), Who: d.Who, When: dayOfInstant(d.At), Why: e.whyDecided(d, known)})
		}
		return err
	})
	if err != nil {
		return err
	}
	slices.SortFunc(all[form.Decided], func(a, b form.Question) int {
		return cmp.Or(cmp.Compare(a.When, b.When), cmp.Compare(a.Found, b.Found))
	})
	data, err := form.ToDecide(all, "en")
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
		switch {
		case q.Kind == ingest.AskSession:
			for _, c := range q.Candidates {
				one := f
				one.ID, one.Proposal = q.Subject+"|"+c.Object, c.Shown
				all[form.Sessions] = append(all[form.Sessions], one)
			}
		case q.Kind == ingest.AskName:
			for _, c := range q.Candidates {
				f.Candidates = append(f.Candidates, form.Candidate{ID: c.Object, Label: c.Shown, Reason: e.Say.Say("reason." + c.Reason)})
			}
			if q.Proposes() {
				f.Proposal = f.Candidates[0].Label
			}
			all[form.Names] = append(all[form.Names], f)
		case q.Kind == ingest.AskTable:
			table, columns := e.formsOfTable(f, q)
			all[form.Tables], all[form.TableColumns] = append(all[form.Tables], table), append(all[form.TableColumns], columns...)
		case q.Kind == ingest.AskQuestion:
			all[form.Questions] = append(all[form.Questions], e.formOfQuestion(f, q))
		default:
			all[meant[q.Kind]] = append(all[meant[q.Kind]], e.formOfMeaning(f, q))
		}
	}
	return all
}

// formOfMeaning puts a question about what files mean into words.
func (e *env) formOfMeaning(f form.Question, q ingest.Question) form.Question {
	scope, _, _ := strings.Cut(q.Subject, "|")
	source, kind, _ := strings.Cut(scope, "/")
	f.ID = q.Kind + " " + q.Subject
	f.Asked = e.Say.Say("decide.ask."+q.Kind, strings.TrimPrefix(source+" "+e.Say.Say("kind."+kind), "own "))
	for _, c := range q.Candidates {
		label := c.Shown
		switch {
		case q.Kind == ingest.AskOrder:
			label = e.Say.Say("decide.order."+c.Object, c.Shown)
		case q.Kind == ingest.AskMark:
			label = e.Say.Say("decide.mark." + c.Object)
		case c.Shown == "" || c.Object == "-":
			label = e.Say.Say("decide." + q.Kind + "." + c.Object)
		}
		f.Candidates = append(f.Candidates, form.Candidate{ID: c.Object, Label: label})
	}
	first := q.Candidates[0]
	if !q.Proposes() {
		return f
	}
	if f.Proposal = f.Candidates[0].Label; first.Reason != "" {
		f.Proposal += " (" + e.Say.Say("reason."+first.Reason) + ")"
	}
	return f
}
