package metrics

import (
	"context"
	"fmt"

	"valuetrail/queries"
)

// Month is what a convenor wants to know at once: the days of a scope in a few
// numbers.
type Month struct {
	// Sessions with a register, and the people who came to them: Members on the
	// list and Visitors; FirstTime of them had never come before.
	Sessions, Came, Visitors, FirstTime int
	// NotSeen members missed the last two sessions open to them.
	NotSeen int
	// WithoutRegister are the titles of held sessions that nobody wrote down.
	WithoutRegister []string
}

// MonthOf is the Month of a scope. Scope.Community must be named.
func MonthOf(ctx context.Context, src Source, s Scope) (Month, error) {
	var m Month
	for r, err := range src.Rows(ctx, queries.Question("month"), s.spanned()) {
		if err != nil {
			return m, fmt.Errorf("month: %w", err)
		}
		m.Sessions, m.Came, m.Visitors, m.FirstTime, m.NotSeen = whole(r[0]), whole(r[1]), whole(r[2]), whole(r[3]), whole(r[4])
	}
	span, ever := s.whole(), s
	ever.Since, ever.Until = 0, 0 // who asks for a month has most often asked for all of them
	meetings, err := Meetings(ctx, src, ever)
	if err != nil {
		return m, err
	}
	for _, x := range meetings {
		if x.Day >= span.Since && x.Day <= span.Until && !x.HasRegister && x.Status != "cancelled" && x.Status != Planned {
			m.WithoutRegister = append(m.WithoutRegister, x.Title)
		}
	}
	return m, nil
}
