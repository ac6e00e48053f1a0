package metrics

import (
	"context"
	"fmt"
	"slices"

	"valuetrail/internal/vocabulary"
	"valuetrail/queries"
)

// partName is what a class that comes from the data is called, and how a measure
// began, what was agreed for it and whether more or less of it is better ("" for
// nobody said).
type partName struct {
	aspect, title, unit, better string
	baseline, target            *float64
}

// titled reports whether the classes of an indicator have titles of their own.
func titled(ind queries.Indicator, sheet string) bool {
	return ind.PartData && slices.Contains(ind.Needs, sheet)
}

// nameParts fills in what the classes of practices and measures are called, names
// of people taken out for whoever does not know them anyway. A scope that names
// no community keeps the ids, unless it is the convenor's.
func nameParts(ctx context.Context, src Source, ind queries.Indicator, s Scope, all []figure) error {
	if !titled(ind, "practices") && !titled(ind, "measures") || s.Community == "" && s.Audience != vocabulary.Convenor {
		return nil
	}
	names, err := redactor(ctx, src, s)
	if err != nil {
		return err
	}
	found := map[line]partName{}
	for r, err := range src.Rows(ctx, queries.Question("part_names"), map[string]any{"community": orNull(s.Community)}) {
		if err != nil {
			return fmt.Errorf("names of parts: %w", err)
		}
		if !titled(ind, text(r[0])) {
			continue
		}
		n := partName{aspect: text(r[3]), title: names.text(text(r[4]), ""), unit: names.text(text(r[6]), ""), baseline: maybe(r[7]), target: maybe(r[8]), better: text(r[9])}
		if scope := text(r[5]); scope != "" {
			n.title += " (" + names.text(scope, "") + ")"
		}
		found[line{community: text(r[1]), part: text(r[2])}] = n
	}
	for i, f := range all {
		all[i].named = found[line{community: f.community, part: f.part}]
	}
	return nil
}
