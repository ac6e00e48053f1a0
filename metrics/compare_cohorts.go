package metrics

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"valuetrail/queries"
)

// UnknownCohortError says that a community has no cohort of this id.
type UnknownCohortError struct {
	ID, Nearest string
	Cohorts     []string
}

func (e *UnknownCohortError) Error() string { return fmt.Sprintf("there is no cohort %q", e.ID) }

// Hint names the nearest id, else all of them.
func (e *UnknownCohortError) Hint() string {
	if e.Nearest != "" {
		return fmt.Sprintf("did you mean %q?", e.Nearest)
	}
	return "the cohorts are " + strings.Join(e.Cohorts, ", ")
}

// IncomparableError says why two cohorts cannot be compared at all.
type IncomparableError struct {
	What, Remedy string
}

func (e *IncomparableError) Error() string { return e.What }

// Hint says what to do.
func (e *IncomparableError) Hint() string { return e.Remedy }

// ErrOneCohort and ErrNoCohort say that there is nothing to compare. Where a
// cohort is written down, only who knows the settings' files can say.
var (
	ErrOneCohort = &IncomparableError{"there is only one cohort so far", "add the next one to the cohorts of your settings, or name it in the column cohort of the member list"}
	ErrNoCohort  = &IncomparableError{"there is no cohort yet", "ingest a file that tells what happened when, such as an attendance report, or give cohorts their days in your settings"}
)

// cohortDays is a cohort with its days.
type cohortDays struct {
	id, title     string
	first, last   int
	participation string
}

// matched is two cohorts and up to which day each is compared.
type matched struct {
	this, last cohortDays
	// untilThis is today, or earlier where the other cohort began later.
	untilThis int
	// untilLast is as many days after the first as This has data of.
	untilLast int
	// newest is the last day that any file tells of, or today.
	newest int
}

// match finds the two cohorts: those named, else the one begun last by today and
// the one before it. Neither is followed for longer than the other has been.
func match(ctx context.Context, src Source, s CompareScope, today int) (matched, error) {
	all, err := cohortsBySeniority(ctx, src, s.Community)
	if err != nil {
		return matched{}, err
	}
	newest, err := cutOff(ctx, src, s.Community)
	if err != nil {
		return matched{}, err
	}
	m := matched{newest: today}
	if newest != nil {
		m.newest = min(today, *newest)
	}
	if m.this, m.last, err = choose(all, s, today); err != nil {
		return matched{}, err
	}
	for _, c := range []cohortDays{m.this, m.last} {
		if c.first > m.newest {
			return matched{}, &IncomparableError{fmt.Sprintf("nothing is recorded yet since cohort %q began", c.id), "compare two that have begun, with --cohort and --with"}
		}
	}
	// A round may close after the last answer, so This goes on to today.
	m.untilThis = m.this.first + min(today-m.this.first, today-m.last.first)
	m.untilLast = m.last.first + min(m.newest-m.this.first, m.newest-m.last.first, m.this.last-m.this.first)
	return m, nil
}

func choose(all []cohortDays, s CompareScope, today int) (this, last cohortDays, err error) {
	at := func(id string) (int, error) {
		i := slices.IndexFunc(all, func(c cohortDays) bool { return c.id == id })
		if i >= 0 {
			return i, nil
		}
		return 0, unknownCohort(id, all)
	}
	i, j := -1, -1
	for _, named := range []struct {
		id string
		to *int
	}{{s.This, &i}, {s.Last, &j}} {
		if named.id == "" {
			continue
		}
		if *named.to, err = at(named.id); err != nil {
			return this, last, err
		}
	}
	if len(all) < 2 {
		return this, last, ErrOneCohort
	}
	for n, c := range all {
		if s.This == "" && c.first <= today {
			i = n
		}
	}
	if s.Last == "" {
		j = i - 1
	}
	switch {
	case i < 0:
		return this, last, &IncomparableError{"no cohort has begun yet", "compare when one has"}
	case j < 0:
		return this, last, &IncomparableError{fmt.Sprintf("no cohort began before %q", all[i].id), "name the one to compare it with: --with ID"}
	case i == j:
		return this, last, &IncomparableError{fmt.Sprintf("cohort %q cannot be compared with itself", all[i].id), "name another with --cohort or --with"}
	}
	return all[i], all[j], nil
}

// cohortsBySeniority are the cohorts, the one that began first first.
func cohortsBySeniority(ctx context.Context, src Source, community string) ([]cohortDays, error) {
	var all []cohortDays
	for r, err := range src.Rows(ctx, queries.Question("compared_cohorts"), map[string]any{"community": community}) {
		if err != nil {
			return nil, fmt.Errorf("cohorts: %w", err)
		}
		all = append(all, cohortDays{id: text(r[0]), title: cmp.Or(text(r[1]), text(r[0])), first: whole(r[2]), last: whole(r[3]), participation: text(r[4])})
	}
	slices.SortFunc(all, func(a, b cohortDays) int {
		return cmp.Or(cmp.Compare(a.first, b.first), cmp.Compare(a.last, b.last), strings.Compare(a.id, b.id))
	})
	if len(all) == 0 {
		return nil, ErrNoCohort
	}
	return all, nil
}

// cutOff is the last day that any file tells of, nil for none.
func cutOff(ctx context.Context, src Source, community string) (*int, error) {
	var day *int
	for r, err := range src.Rows(ctx, queries.Question("cut_off"), Scope{Community: community}.spanned()) {
		if err != nil {
			return nil, fmt.Errorf("cut-off: %w", err)
		}
		if r[0] != nil {
			n := whole(r[0])
			day = &n
		}
	}
	return day, nil
}
