package metrics

import (
	"context"
	"slices"

	"valuetrail/internal/privacy"
	"valuetrail/queries"
)

// Group is the set of answers behind a figure, as the ledger compares them.
type Group = privacy.Group

// Entry is one shown figure about answers and whose answers it rests on, for
// the ledger of releases. Words count: "nearly all" of a known number is one of
// two counts.
type Entry struct {
	Reading Reading
	// Members are the answers (or, where there are none, the people) behind the
	// figure, sorted: two rounds never share one.
	Members []string
}

// Ledger lists every shown figure of the answers that is about what people
// answered. Attendance and other events are not in it.
func Ledger(ctx context.Context, src Source, answers []Answer) ([]Entry, error) {
	var all []Entry
	for _, a := range answers {
		if !guarded(a.Indicator) {
			continue
		}
		seen, err := observations(ctx, src, a.Indicator, a.Scope)
		if err != nil {
			return nil, err
		}
		by := answerers(a.Indicator, seen)
		for _, r := range a.Readings {
			if !r.Shown {
				continue
			}
			all = append(all, Entry{Reading: r, Members: by[line{r.Community, r.Cohort, r.Period, r.Group, r.Part}]})
		}
	}
	return all, nil
}

// guarded reports whether a difference between two figures of the indicator
// could give an answer away.
func guarded(i queries.Indicator) bool { return i.Protects == "answers" || i.Protects == "sensitive" }

// answerers are the answers (or people) behind each line, sorted and each once.
func answerers(ind queries.Indicator, seen []observation) map[line][]string {
	by := map[line][]string{}
	for _, o := range seen {
		if o.x == nil || isGap(ind) && o.open {
			continue // that the silent came, or did not, is no answer
		}
		id := o.subject
		if id == "" {
			id = o.person
		}
		by[o.line] = append(by[o.line], id)
	}
	for l, members := range by {
		slices.Sort(members)
		by[l] = slices.Compact(members)
	}
	return by
}
