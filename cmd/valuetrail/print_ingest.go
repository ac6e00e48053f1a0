package main

import (
	"fmt"
	"path/filepath"
	"strings"

	"valuetrail/ingest"
	"valuetrail/reports/form"
)

// printReceipt says what became of each file, one line a file, and every row
// that waits with its place and what to do.
func (e *env) printReceipt(r ingest.Receipt, dry bool) {
	for _, f := range r.Files {
		if f.Status == ingest.StatusIgnored && e.ours(f.File) {
			continue
		}
		e.line("%s", e.fileLine(f, dry))
		if dry {
			e.printTaken(f)
		}
		e.printProblems(f)
		for _, n := range f.Namesakes {
			e.line("  note: %s", e.Say.Say("receipt.namesake", filepath.Base(f.File), n.Loaded, short(n.FileID), commandWord(f.File)))
		}
		if f.Hint != "" {
			e.line("  hint: %s", f.Hint)
		}
	}
	e.printAnew(r)
	if dry {
		e.printProposals(r)
	}
}

// printProposals says, of a dry run, what columns and words would be asked about
// and what they would be taken for.
func (e *env) printProposals(r ingest.Receipt) {
	all := e.forms(r.Questions)
	for _, q := range all[form.Questions] {
		e.line("%s", e.Say.Say("decide.dry.question", q.Found, q.File, q.Picks[form.About][0].Label, q.Picks[form.Kind][0].Label))
		if q.Asked != "" {
			e.line("  %s", strings.ReplaceAll(q.Asked, "\n", "\n  "))
		}
	}
	for _, part := range []form.Part{form.Columns, form.Meanings} { // files and their columns were shown above
		for _, q := range all[part] {
			e.line("%s", e.Say.Say("decide.dry.other", q.Found, q.File, q.Proposal))
		}
	}
}

// printAnew says what became of files whose rows waited for an answer.
func (e *env) printAnew(r ingest.Receipt) {
	for _, f := range r.Anew {
		kept := any("")
		if f.Rows.ToCheck > 0 {
			kept = f.Rows.ToCheck
		}
		e.line("%s", e.Say.Say("decide.again", filepath.Base(f.File), f.Rows.Loaded, f.Rows.Read, kept))
		e.printProblems(f)
	}
}

func (e *env) printProblems(f ingest.FileReceipt) {
	for _, p := range f.Problems {
		mark := "  note"
		if p.Waits() {
			mark = "  to check"
		}
		e.line("%s: %s%s %s", mark, place(p), p.What, p.Remedy)
	}
}

// ours reports whether a file in an ingested folder is one of the program's own.
func (e *env) ours(path string) bool {
	name := filepath.Base(path)
	return strings.HasPrefix(name, filepath.Base(e.DB)) || name == filepath.Base(e.Settings)
}

// fileLine is one file in one line: what it was, and where its rows went.
func (e *env) fileLine(f ingest.FileReceipt, dry bool) string {
	name := filepath.Base(f.File)
	switch f.Status {
	case ingest.StatusIgnored:
		return fmt.Sprintf("%s: left out (%s)", name, e.Say.Say("ignored."+f.Reason))
	case ingest.StatusFailed:
		return fmt.Sprintf("%s: not read: %s", name, f.Reason)
	case ingest.StatusUnknown:
		if f.Rows.Read > 0 {
			return e.Say.Say("receipt.waits", name, f.Rows.Read)
		}
		return fmt.Sprintf("%s: not recognised, nothing stored: %s", name, f.Reason)
	case ingest.StatusKnown:
		if was := f.Rows.Before; was != nil && *was != f.Rows.Loaded {
			return e.Say.Say("receipt.known_now", name, f.Rows.Loaded, f.Rows.Read, *was)
		}
		if f.Rows.Waiting > 0 {
			return e.Say.Say("receipt.known_waits", name, f.Rows.Waiting)
		}
		return fmt.Sprintf("%s: already stored, nothing changed", name)
	}
	rows := f.Rows
	verb := "stored"
	if dry {
		verb = "would store"
	}
	what := e.Say.Say("kind." + f.Kind)
	if f.Source != "own" {
		what = f.Source + " " + what
	}
	line := fmt.Sprintf("%s: %s, %s %d of %s", name, what, verb, rows.Loaded, e.Say.Say("count.rows", rows.Read))
	var rest []string
	for _, part := range []struct {
		n    int
		word string
	}{{rows.Repeated - rows.Otherwise, e.Say.Say("receipt.repeated", rows.Repeated-rows.Otherwise)}, {rows.Otherwise, e.Say.Say("receipt.otherwise", rows.Otherwise)}, {rows.ToCheck, "kept for you to check"}, {rows.Ignored, "left out: " + reasons(rows.Reasons)},
		{f.Facts.NotPeople, e.Say.Say("receipt.devices", f.Facts.NotPeople)}} {
		if part.n > 0 {
			rest = append(rest, strings.TrimSpace(fmt.Sprintf("%d %s", part.n, part.word)))
		}
	}
	if len(rest) > 0 {
		line += " (" + strings.Join(rest, "; ") + ")"
	}
	return line
}

func place(p ingest.ProblemReceipt) string {
	var parts []string
	if p.Sheet > 1 {
		parts = append(parts, fmt.Sprintf("sheet %d", p.Sheet))
	}
	if p.Row > 0 {
		parts = append(parts, fmt.Sprintf("row %d", p.Row))
	}
	if p.Column > 0 {
		parts = append(parts, "column "+columnName(p.Column))
	}
	if len(parts) == 0 {
		return ""
	}
	return strings.Join(parts, ", ") + ": "
}
