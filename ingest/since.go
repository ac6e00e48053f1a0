package ingest

import (
	"cmp"
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
	seen, _, err := b.Asked(ctx)
	if err != nil {
		return err
	}
	for _, f := range fresh {
		i := slices.IndexFunc(order, func(o SourceOrder) bool { return o.FileID == f.FileID })
		if i < 0 {
			continue
		}
		if err := r.lacks(ctx, b, f, order[i], order, shared[f.FileID]); err != nil {
			return err
		}
		f.asksOtherwise(order[i], order, seen, r.options.Say)
	}
	return nil
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
// export: that of the files before it of the same source which has most of them,
// half of the fewer at least.
func (f *FileReceipt) asksOtherwise(of SourceOrder, all []SourceOrder, seen []QuestionSeen, say Sayer) {
	asked := map[string][]string{}
	for _, q := range seen {
		if heading := strings.TrimSpace(cmp.Or(q.Wording, q.Heading)); heading != "" && !slices.Contains(asked[q.FileID], heading) {
			asked[q.FileID] = append(asked[q.FileID], heading)
		}
	}
	now := asked[of.FileID]
	var best SourceOrder
	most := 0
	for _, o := range all {
		was := asked[o.FileID]
		if o.FileID == of.FileID || o.Source != of.Source || o.Kind != of.Kind || o.Compare(of) >= 0 || len(was) == 0 {
			continue
		}
		fresh, _ := onlyIn(now, was)
		both := len(now) - len(fresh)
		if both > 0 && both*2 >= min(len(now), len(was)) && (both > most || both == most && best.Compare(o) < 0) {
			best, most = o, both
		}
	}
	if most == 0 {
		return
	}
	come, gone := onlyIn(now, asked[best.FileID])
	for _, x := range []struct {
		key string
		all []string
	}{{"new", come}, {"gone", gone}} {
		if len(x.all) == 0 {
			continue
		}
		named := strings.Join(x.all[:min(mostNamed, len(x.all))], " · ")
		if len(x.all) > mostNamed {
			named += " …"
		}
		f.note(codeQuestions, named, say.Say("since."+x.key+".what", len(x.all), best.Name, named), say.Say("since."+x.key+".remedy"))
	}
}
