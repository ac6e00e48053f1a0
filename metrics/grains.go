package metrics

import (
	"context"
	"slices"
	"strings"
	"time"

	"valuetrail/internal/message"
	"valuetrail/internal/vocabulary"
	"valuetrail/queries"
)

// AskGrains is what Ask answers at each of several lengths of period, one after
// the other, without a breakdown; but each indicator is asked once for all of
// them. No two of them may have a period of the same name, as months and terms
// since the start have.
func AskGrains(ctx context.Context, src Source, catalogue []queries.Indicator, ids []string, s Scope, grains []vocabulary.Grain, now time.Time) ([]Answer, error) {
	wanted, err := find(catalogue, ids)
	if err != nil {
		return nil, err
	}
	s.By, s.Today = "none", dayOf(now)
	var names []string
	scopes, grounds := make([]Scope, len(grains)), make([]*ground, len(grains))
	for i, grain := range grains {
		s.Grain = grain
		scopes[i] = s.whole()
		if grounds[i], err = survey(ctx, src, scopes[i], now); err != nil {
			return nil, err
		}
		grounds[i].catalogue = catalogue
		names = append(names, string(grain))
	}
	s.grains = "|" + strings.Join(names, "|") + "|"
	all := make([]Answer, len(grains)*len(wanted))
	err = atOnce(len(wanted), func(n int) error {
		ind := wanted[n]
		found, err := figures(ctx, src, ind, s.whole().sofar(ind, grounds[0]))
		for i, g := range grounds {
			if err != nil {
				return err
			}
			own := slices.DeleteFunc(slices.Clone(found), func(f figure) bool {
				_, ours := g.periods[f.community][f.period]
				return !ours
			})
			one := Answer{Indicator: ind, Scope: scopes[i]}
			one.Readings, err = readings(ctx, src, ind, scopes[i].sofar(ind, g), g, message.For("en"), own)
			all[i*len(wanted)+n] = one
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	return all, nil
}
