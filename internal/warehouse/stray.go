package warehouse

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"valuetrail/ingest"
	"valuetrail/internal/vocabulary"
	"valuetrail/queries"
)

// Listed are the ids that lists give, by the code of what is not among them.
func (b *batch) Listed(ctx context.Context) (map[string][]string, error) {
	all := map[string][]string{}
	err := b.take(ctx, "known_list", func(r []any) { all[text(r[0])] = append(all[text(r[0])], text(r[1])) })
	for _, ids := range all {
		slices.Sort(ids)
	}
	return all, err
}

// Strays are what files name that no list knows, by place.
func (b *batch) Strays(ctx context.Context) ([]ingest.Stray, error) {
	s, _ := vocabulary.SheetOf(vocabulary.Survey)
	var all []ingest.Stray
	for r, err := range b.w.Rows(ctx, queries.Question("stray"), b.named("wave", s.Index("wave_id")+1)) {
		if err != nil {
			return nil, err
		}
		all = append(all, ingest.Stray{FileID: text(r[0]), Sheet: whole(r[1]), Row: whole(r[2]), Code: text(r[3]), Value: text(r[4]), Day: whole(r[5]), Rows: whole(r[6])})
	}
	slices.SortFunc(all, func(a, b ingest.Stray) int {
		return cmp.Or(cmp.Compare(a.FileID, b.FileID), cmp.Compare(a.Sheet, b.Sheet), cmp.Compare(a.Row, b.Row), cmp.Compare(a.Code, b.Code), cmp.Compare(a.Value, b.Value))
	})
	return all, nil
}

// Otherwise are the rows of files that contradict others, by place.
func (b *batch) Otherwise(ctx context.Context, files []string) ([]ingest.ToldOtherwise, error) {
	asked := map[string][]ingest.QuestionSeen{}
	err := b.take(ctx, "known_question", func(r []any) {
		q := ingest.QuestionSeen{FileID: text(r[0]), Sheet: whole(r[1]), Column: whole(r[2]), Heading: text(r[3])}
		asked[q.FileID] = append(asked[q.FileID], q)
	})
	if err != nil {
		return nil, err
	}
	var all []ingest.ToldOtherwise
	for r, err := range b.w.Rows(ctx, queries.Question("told_otherwise"), b.named("files", strings.Join(files, " "))) {
		if err != nil {
			return nil, err
		}
		counts, _ := r[7].(bool)
		o := ingest.ToldOtherwise{FileID: text(r[1]), OtherFileID: text(r[8]), Column: whole(r[4]), Counts: counts}
		o.Fate = ingest.RowFate{Fate: "changed", Kind: vocabulary.Kind(text(r[0])), At: ingest.RowPlace{Sheet: whole(r[2]), Row: whole(r[3])},
			Before: ingest.RowPlace{Sheet: whole(r[9]), Row: whole(r[10])}, Fields: texts(r[5]), FieldsBefore: texts(r[11]), Cells: split(r[6]), CellsBefore: split(r[12]),
			Questions: asked[o.FileID], QuestionBefore: asked[o.OtherFileID]}
		all = append(all, o)
	}
	slices.SortFunc(all, func(a, b ingest.ToldOtherwise) int {
		return cmp.Or(cmp.Compare(a.FileID, b.FileID), cmp.Compare(a.Fate.At.Sheet, b.Fate.At.Sheet), cmp.Compare(a.Fate.At.Row, b.Fate.At.Row), cmp.Compare(a.Column, b.Column),
			cmp.Compare(a.OtherFileID, b.OtherFileID), cmp.Compare(a.Fate.Before.Sheet, b.Fate.Before.Sheet), cmp.Compare(a.Fate.Before.Row, b.Fate.Before.Row), cmp.Compare(a.Fate.Kind, b.Fate.Kind))
	})
	return all, nil
}
