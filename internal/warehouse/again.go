package warehouse

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"valuetrail/ingest"
	"valuetrail/internal/vocabulary"
	"valuetrail/queries"
)

// Key is the key of the pseudonyms.
func (b *batch) Key() []byte { return b.w.key }

// keptTables hold what a file's bytes gave; a new reading leaves them alone.
var keptTables = []string{"file", "raw_line", "kept_sheet"}

// toldByBytes are the problems that only a file's bytes tell of.
var toldByBytes = []string{"cells_spread", "encoding_assumed", "nul_characters", "broken_characters", "stray_quote", "formula_without_value", "not_a_number", "row_out_of_order", "last_line_cut", "more_notes"}

// Kept is a stored file as it was read.
func (b *batch) Kept(ctx context.Context, fileID string) (ingest.KeptFile, error) {
	var k ingest.KeptFile
	named := b.named("file", fileID)
	for row, err := range b.w.Rows(ctx, queries.Question("kept_file"), named) {
		if err != nil {
			return k, err
		}
		k.ID, k.Name, k.SHA256 = fileID, text(row[0]), text(row[1])
	}
	if k.ID == "" {
		return k, fmt.Errorf("no file %s is stored", fileID)
	}
	at := map[int]int{}
	for row, err := range b.w.Rows(ctx, queries.Question("kept_sheets"), named) {
		if err != nil {
			return k, err
		}
		at[whole(row[0])] = len(k.Sheets)
		hidden, _ := row[2].(bool)
		k.Sheets = append(k.Sheets, ingest.KeptSheet{Name: text(row[1]), Hidden: hidden, Blank: whole(row[3]), Merged: text(row[5])})
		k.Delimiter = text(row[4])
	}
	for row, err := range b.w.Rows(ctx, queries.Question("kept_rows"), named) {
		if err != nil {
			return k, err
		}
		i, ok := at[whole(row[0])]
		if !ok {
			return k, fmt.Errorf("%s was stored by an older valuetrail, which kept too little to read it again: ingest it again", k.Name)
		}
		k.Sheets[i].Rows = append(k.Sheets[i].Rows, ingest.KeptRow{No: whole(row[1]), Cells: split(row[2])})
	}
	faults, err := b.problems(ctx, fileID)
	for _, f := range faults {
		if slices.Contains(toldByBytes, f.Code) {
			k.Notes = append(k.Notes, f)
		}
	}
	return k, err
}

// texts are the cells of a stored row.
func texts(v any) []string {
	all, _ := v.([]any)
	out := make([]string, len(all))
	for i, x := range all {
		out[i] = text(x)
	}
	return out
}

// Again stores what a new reading of a stored file gives.
func (b *batch) Again(ctx context.Context, f ingest.Landing) error {
	if err := b.remove(ctx, f.ID, keptTables); err != nil {
		return err
	}
	err := b.w.exec(ctx, "UPDATE private.file SET said = $said WHERE community_id = $community AND file_id = $file", b.named("said", f.Said, "file", f.ID))
	if err != nil {
		return err
	}
	return b.land(ctx, f, b.landSource, b.landCanonical, b.landAliases, b.landProblems)
}

// Decisions are what people decided, in the order of their making.
func (b *batch) Decisions(ctx context.Context) ([]ingest.Decision, error) {
	var all []ingest.Decision
	err := b.take(ctx, "known_decision", func(r []any) {
		all = append(all, ingest.Decision{ID: text(r[0]), At: text(r[1]), Who: text(r[2]), Subject: text(r[3]), Object: text(r[4]),
			Verdict: text(r[5]), Why: text(r[6]), Shown: text(r[7])})
	})
	slices.SortFunc(all, func(a, b ingest.Decision) int { return cmp.Or(cmp.Compare(a.At, b.At), cmp.Compare(a.ID, b.ID)) })
	return all, err
}

// Rounds are the rounds that a file could belong to, where there are several.
func (b *batch) Rounds(ctx context.Context) (map[string][]string, error) {
	s, _ := vocabulary.SheetOf(vocabulary.Survey)
	all := map[string][]string{}
	for r, err := range b.w.Rows(ctx, queries.Question("round_fits"), b.named("wave", s.Index("wave_id")+1)) {
		if err != nil {
			return nil, err
		}
		all[text(r[0])] = append(all[text(r[0])], text(r[1]))
	}
	return all, nil
}

// Heads are the first rows of every sheet, in their order.
func (b *batch) Heads(ctx context.Context) (map[string][]ingest.Head, error) {
	all := map[string][]ingest.Head{}
	err := b.take(ctx, "kept_heads", func(r []any) {
		id := text(r[0])
		all[id] = append(all[id], ingest.Head{FileID: id, Sheet: whole(r[1]), Row: whole(r[2]), Cells: split(r[3])})
	})
	return all, err
}

// Answers are the commonest answers to questions that no list knows.
func (b *batch) Answers(ctx context.Context) (map[string]ingest.Answers, error) {
	all := map[string]ingest.Answers{}
	err := b.take(ctx, "unlisted_answers", func(r []any) {
		a := all[text(r[0])]
		a.Words = append(a.Words, text(r[1]))
		a.Count = whole(r[2])
		all[text(r[0])] = a
	})
	for _, a := range all {
		slices.Sort(a.Words)
	}
	return all, err
}

// Twice are the first responses that two files both have, in the order of the first.
func (b *batch) Twice(ctx context.Context, now, was string) ([]ingest.Twice, error) {
	var all []ingest.Twice
	for r, err := range b.w.Rows(ctx, queries.Question("responses_twice"), b.named("file", now, "before", was)) {
		if err != nil {
			return nil, err
		}
		all = append(all, ingest.Twice{Sheet: whole(r[0]), SheetBefore: whole(r[1]), Cells: split(r[2]), CellsBefore: split(r[3])})
	}
	return all, nil
}

// givenFields are the fields of fields_given.sql, in its order.
var givenFields = []string{"email", "member_id", "joined", "left", "minutes"}

// Given are the fields by which attendance files tell who came and how long, of each
// file those that a row of it fills.
func (b *batch) Given(ctx context.Context) (map[string][]string, error) {
	s, _ := vocabulary.SheetOf(vocabulary.Attendance)
	var at []any
	for _, f := range givenFields {
		at = append(at, f, s.Index(f)+1)
	}
	all := map[string][]string{}
	for r, err := range b.w.Rows(ctx, queries.Question("fields_given"), b.named(at...)) {
		if err != nil {
			return nil, err
		}
		for i, f := range givenFields {
			if given, ok := r[i+1].(bool); ok && given {
				all[text(r[0])] = append(all[text(r[0])], f)
			}
		}
	}
	return all, nil
}

// Faults are what readers found that a person can explain, in the order of
// files and cells.
func (b *batch) Faults(ctx context.Context) ([]ingest.Fault, error) {
	all, err := b.problems(ctx, "")
	explained := []string{"date_order_unknown", "date_order_assumed", "mark_unknown", "word_unknown", "consent_unclear", "column_unknown", "heading_unknown"}
	return slices.DeleteFunc(all, func(f ingest.Fault) bool { return !slices.Contains(explained, f.Code) }), err
}

// problems are those of a file, or of all files when it is "".
func (b *batch) problems(ctx context.Context, fileID string) ([]ingest.Fault, error) {
	var all []ingest.Fault
	for r, err := range b.w.Rows(ctx, queries.Question("known_fault"), b.named("file", fileID)) {
		if err != nil {
			return nil, err
		}
		all = append(all, ingest.Fault{FileID: text(r[0]), Sheet: whole(r[1]), Row: whole(r[2]), Column: whole(r[3]), Code: text(r[4]), Value: text(r[5]), Detail: text(r[6])})
	}
	slices.SortFunc(all, func(a, b ingest.Fault) int {
		return cmp.Or(cmp.Compare(a.FileID, b.FileID), cmp.Compare(a.Sheet, b.Sheet), cmp.Compare(a.Row, b.Row), cmp.Compare(a.Column, b.Column),
			cmp.Compare(a.Code, b.Code), cmp.Compare(a.Value, b.Value))
	})
	return all, nil
}
