package ingest

import (
	"context"
	"path/filepath"
	"slices"
	"strings"

	"valuetrail/ingest/layout"
	"valuetrail/internal/vocabulary"
)

// The codes of what a file has otherwise than the one before it: rows that it
// lacks, and questions of a form.
const (
	codeLacks     = "rows_lacking"
	codeQuestions = "questions_changed"
)

// since puts into the receipts of the files that were stored now what they lack of
// the files before them: what a newer file lacks still counts, and what a form does
// not ask any more nobody answers.
func (r *run) since(ctx context.Context, b Batch, to *Receipt) error {
	var fresh []*FileReceipt
	var ids []string
	for i := range to.Files {
		if f := &to.Files[i]; f.FileID != "" && (f.Status == StatusStored || f.Status == StatusDry) {
			fresh, ids = append(fresh, f), append(ids, f.FileID)
		}
	}
	if len(fresh) == 0 {
		return nil
	}
	order, err := b.Order(ctx)
	if err != nil {
		return err
	}
	shared, err := b.Shared(ctx, ids)
	if err != nil {
		return err
	}
	c, err := r.crosswalk(ctx, b, order)
	if err != nil {
		return err
	}
	for _, f := range fresh {
		f.lostHeadings(to.Questions, r.options.Say)
		i := slices.IndexFunc(order, func(o SourceOrder) bool { return o.FileID == f.FileID })
		if i < 0 {
			continue
		}
		if err := r.lacks(ctx, b, f, order[i], order, shared[f.FileID]); err != nil {
			return err
		}
		f.asksOtherwise(order[i], c, to.Questions, r.options.Say)
	}
	return nil
}

// lostHeadings tells of the headings of a report that may be those it lacks.
func (f *FileReceipt) lostHeadings(questions []Question, say Sayer) {
	for _, q := range questions {
		if q.FileID == f.FileID && q.Reason == codeDrift {
			f.Problems = append(f.Problems, problemReceipt(layout.Problem{Severity: layout.Note, Sheet: q.Sheet, Row: q.Row, Code: codeDrift, Value: q.Shown, Detail: q.Candidates[0].Object}, say))
		}
	}
}

// lacks tells of the rows that a file covering the ground of an earlier one lacks.
// It covers that ground where it has at least as many of its rows as it lacks, of
// the days between its own first and last.
func (r *run) lacks(ctx context.Context, b Batch, f *FileReceipt, of SourceOrder, all []SourceOrder, shared map[string]int) error {
	was, ok := Former(of, all, shared)
	if !ok || shared[was.FileID] == 0 || was.Name == of.Name { // of its own name the receipt tells already
		return nil
	}
	var first RowPlace
	n := 0
	for x, err := range b.Lacked(ctx, of.FileID, was.FileID) {
		if err != nil {
			return err
		}
		if day := x.dayBefore(); day != "" && f.From != "" && (day < f.From[:min(10, len(f.From))] || day > f.To[:min(10, len(f.To))]) {
			continue
		}
		if n++; n == 1 {
			first = x.Before
		}
	}
	if n == 0 || n > shared[was.FileID] {
		return nil
	}
	say := r.options.Say
	f.note(codeLacks, "", say.Say("since.lacks.what", n, was.Name, first.Row), say.Say("since.lacks.remedy", asTyped(was.Name), asTyped(filepath.Base(f.File))))
	return nil
}

// note adds what is good to know of a file as a whole.
func (f *FileReceipt) note(code, value, what, remedy string) {
	f.Problems = append(f.Problems, ProblemReceipt{Severity: string(layout.Note), Code: code, Value: value, What: what, Remedy: remedy})
}

// dayBefore is the first day that the fields of a row that is gone name, "" for
// none; a member list's days say nothing of when the row was written.
func (x RowFate) dayBefore() string {
	s, _ := vocabulary.SheetOf(x.Kind)
	if x.Kind == vocabulary.Roster {
		return ""
	}
	for i, f := range s.Fields {
		if (f.Holds == vocabulary.Day || f.Holds == vocabulary.Instant) && i < len(x.FieldsBefore) && len(x.FieldsBefore[i]) >= 10 {
			return x.FieldsBefore[i][:10]
		}
	}
	return ""
}

// mostNamed is how many questions a line names.
const mostNamed = 5

// asksOtherwise tells which questions of a form are new and gone since its last
// export, and which are, or may be, earlier ones in other words.
func (f *FileReceipt) asksOtherwise(of SourceOrder, c crosswalk, questions []Question, say Sayer) {
	was, ok := formBefore(of, c.order, c.asked)
	if !ok {
		return
	}
	come, gone := changedQuestions(c.asked[of.FileID], c.asked[was.FileID])
	told := map[string][]string{}
	come = slices.DeleteFunc(come, func(q QuestionSeen) bool {
		i, how := c.wordedBefore(q, gone, questions)
		if i < 0 {
			return false
		}
		told[how] = append(told[how], say.Say("since.worded", gone[i].words(), q.words()))
		gone = slices.Delete(gone, i, i+1)
		return true
	})
	for _, q := range come {
		told["new"] = append(told["new"], q.words())
	}
	for _, g := range gone {
		told["gone"] = append(told["gone"], g.words())
	}
	for _, how := range []string{"reworded", "maybe", "new", "gone"} {
		all := told[how]
		if len(all) == 0 {
			continue
		}
		named := strings.Join(all[:min(mostNamed, len(all))], " · ")
		if len(all) > mostNamed {
			named += " …"
		}
		f.note(codeQuestions, named, say.Say("since."+how+".what", len(all), was.Name, named), say.Say("since."+how+".remedy"))
	}
}

// wordedBefore is the place among those that are gone of the question that a new one
// is in other words: reworded where that is known, maybe where people are asked.
func (c crosswalk) wordedBefore(q QuestionSeen, gone []QuestionSeen, questions []Question) (at int, how string) {
	if at = slices.IndexFunc(gone, func(g QuestionSeen) bool { return c.item(g) == c.item(q) }); at >= 0 {
		return at, "reworded"
	}
	for _, asked := range questions {
		if asked.Kind != AskQuestion || asked.Subject != unlistedItem(q) {
			continue
		}
		for _, one := range asked.Candidates {
			if at = slices.IndexFunc(gone, func(g QuestionSeen) bool { return one.Reason == reasonReworded && c.item(g) == one.Object }); at >= 0 {
				return at, "maybe"
			}
		}
	}
	return -1, ""
}

// crosswalk is the one of all stored forms, as people decided so far.
func (r *run) crosswalk(ctx context.Context, b Batch, order []SourceOrder) (crosswalk, error) {
	seen, items, err := b.Asked(ctx)
	if err != nil {
		return crosswalk{}, err
	}
	decisions, err := b.Decisions(ctx)
	if err != nil {
		return crosswalk{}, err
	}
	meant, err := rule(decisions).meanings()
	return newCrosswalk(b, order, seen, items, LinkQuestions(seen, items, meant)), err
}
