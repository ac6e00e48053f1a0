package main

import (
	"context"
	"errors"

	"valuetrail/internal/message"
	"valuetrail/metrics"
	"valuetrail/reports"
)

// course is how attendance went: term by term, of one cohort, and month by month,
// of all of them. A report of some days alone does not say.
func (g *gathering) course(ctx context.Context, in *reports.Input) (err error) {
	if g.scope.Since != 0 || g.scope.Until != 0 {
		return nil
	}
	s := metrics.CompareScope{Community: g.scope.Community, This: g.this.ID, Audience: g.scope.Audience}
	say := message.For(in.Language)
	var none *metrics.IncomparableError
	if len(g.scope.Cohorts) < 2 {
		if in.TermByTerm, err = metrics.TermByTerm(ctx, g.w, g.all, "attendance_rate", s, g.now(), say); err != nil && !errors.As(err, &none) {
			return err
		}
	}
	s.This, s.Against = "", metrics.AgainstUsual
	if in.Months, err = metrics.Compare(ctx, g.w, g.all, []string{"attendance_rate"}, s, g.now(), say); errors.As(err, &none) {
		return nil // there is no cohort yet
	}
	return err
}
