package warehouse

import (
	"cmp"
	"context"
	"slices"

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
