package metrics

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"valuetrail/internal/privacy"
	"valuetrail/internal/vocabulary"
	"valuetrail/queries"
)

// endless is the day that stands for "without end" in SQL.
const endless = math.MaxInt32

// UnknownIndicatorError says that nothing in the catalogue has this id.
type UnknownIndicatorError struct{ ID, Nearest string }

func (e *UnknownIndicatorError) Error() string { return fmt.Sprintf("unknown indicator %q", e.ID) }

// Hint names the nearest id.
func (e *UnknownIndicatorError) Hint() string {
	if e.Nearest == "" {
		return "valuetrail indicators list shows them all"
	}
	return fmt.Sprintf("did you mean %q?", e.Nearest)
}

// find is the indicators of ids in the order of ids, each once; no ids mean the
// whole catalogue but what is secondary.
func find(catalogue []queries.Indicator, ids []string) ([]queries.Indicator, error) {
	var all []queries.Indicator
	if len(ids) == 0 {
		for _, i := range catalogue {
			if !i.Secondary {
				all = append(all, i)
			}
		}
		return all, nil
	}
	for _, id := range ids {
		at := slices.IndexFunc(catalogue, func(i queries.Indicator) bool { return i.ID == id })
		if at < 0 {
			return nil, &UnknownIndicatorError{ID: id, Nearest: vocabulary.Nearest(id, queries.IDs(catalogue))}
		}
		if !slices.ContainsFunc(all, func(i queries.Indicator) bool { return i.ID == id }) {
			all = append(all, catalogue[at])
		}
	}
	return all, nil
}

// whole is the scope with its zero values said out loud.
func (s Scope) whole() Scope {
	if s.Grain == "" {
		s.Grain = "term"
	}
	if s.By == "" {
		s.By = "none"
	}
	if s.Audience == "" {
		s.Audience = vocabulary.Convenor
	}
	if s.Until == 0 {
		s.Until = endless
	}
	if s.Today == 0 {
		s.Today = endless
	}
	return s
}

// parameters are the named values of a splice.
func (s Scope) parameters() map[string]any {
	s = s.whole()
	cohort := any(nil)
	if len(s.Cohorts) == 1 {
		cohort = s.Cohorts[0]
	}
	if s.each != "" {
		cohort = s.each
	}
	grain := string(s.Grain)
	if s.grains != "" {
		grain = s.grains
	}
	return map[string]any{
		"community": orNull(s.Community), "cohort": cohort, "since": s.Since, "until": s.Until,
		"grain": grain, "by": s.By, "audience": string(s.Audience), "today": s.Today,
	}
}

// asking is what of the scope shapes the statements that answer it.
func (s Scope) asking() queries.Asking {
	return queries.Asking{By: s.By, Named: s.parameters()["cohort"] != nil, Alone: s.Community != ""}
}

func orNull(s string) any {
	if s == "" {
		return nil
	}
	return s
}

// has reports whether the scope asks for a cohort's line; blank is all together.
func (s Scope) has(cohort string) bool {
	return len(s.Cohorts) == 0 || slices.Contains(s.Cohorts, cohort)
}

// span is a period's place in time.
type span struct{ ordinal, first, last int }

// ground is what Ask knows beside the figures: which sheets are filled in, the
// order of the periods, and the thresholds, each by community.
type ground struct {
	sheets     map[string]map[string]bool
	periods    map[string]map[string]span
	thresholds map[string]privacy.Thresholds
	// targets are by community and indicator.
	targets map[string]map[string][]goal
	today   int
	// catalogue is every indicator there is, for those that look at others.
	catalogue []queries.Indicator
}

func survey(ctx context.Context, src Source, s Scope, now time.Time) (*ground, error) {
	g := &ground{sheets: map[string]map[string]bool{}, periods: map[string]map[string]span{}, thresholds: map[string]privacy.Thresholds{}}
	g.today = dayOf(now)
	read := func(name string, row func(community string, r []any)) error {
		for r, err := range src.Rows(ctx, queries.Question(name), s.parameters()) {
			if err != nil {
				return fmt.Errorf("ask %s: %w", name, err)
			}
			row(text(r[0]), r)
		}
		return nil
	}
	err := read("sheets", func(c string, r []any) { put(g.sheets, c, text(r[1]), true) })
	if err == nil {
		err = read("periods", func(c string, r []any) {
			put(g.periods, c, text(r[1]), span{whole(r[2]), whole(r[3]), whole(r[4])})
		})
	}
	if err == nil {
		err = read("thresholds", func(c string, r []any) {
			t, ok := g.thresholds[c]
			if !ok {
				t = privacy.Usual
			}
			switch text(r[1]) {
			case "privacy.minimum_group":
				t.Group = int(math.Ceil(number(r[2])))
			case "privacy.minimum_exact":
				t.Exact = int(math.Ceil(number(r[2])))
			}
			g.thresholds[c] = t
		})
	}
	if err == nil {
		g.targets, err = goals(ctx, src, s)
	}
	return g, err
}

// dayOf is a moment's day since 1970-01-01.
func dayOf(t time.Time) int { return int(t.Unix() / (24 * 60 * 60)) }

func (g *ground) threshold(community string) privacy.Thresholds {
	if t, ok := g.thresholds[community]; ok {
		return t
	}
	return privacy.Usual
}

// lacks is the first sheet an indicator needs that is not filled in, "" for
// none.
func (g *ground) lacks(community string, needs []string) string {
	for _, need := range needs {
		if !g.sheets[community][need] {
			return need
		}
	}
	return ""
}

// ahead reports whether a period has not begun.
func (g *ground) ahead(community, period string) bool {
	p, ok := g.periods[community][period]
	return ok && p.first > g.today
}

func put[V any](m map[string]map[string]V, outer, inner string, v V) {
	if m[outer] == nil {
		m[outer] = map[string]V{}
	}
	m[outer][inner] = v
}

// The values of a row: nil reads as "" and 0.

func text(v any) string { s, _ := v.(string); return strings.TrimSpace(s) }

func whole(v any) int { return int(number(v)) }

func number(v any) float64 {
	switch x := v.(type) {
	case float64:
		return x
	case int64:
		return float64(x)
	case int32:
		return float64(x)
	case int:
		return float64(x)
	}
	return 0
}

func maybe(v any) *float64 {
	if v == nil {
		return nil
	}
	x := number(v)
	return &x
}

// rounded is x at 1e-9, so that the number of threads does not show.
func rounded(x *float64) *float64 {
	if x == nil || math.IsNaN(*x) || math.IsInf(*x, 0) {
		return nil
	}
	r := math.Round(*x*1e9) / 1e9
	if r == 0 {
		r = 0 // no −0
	}
	return &r
}
