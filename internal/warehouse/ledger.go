package warehouse

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"valuetrail/metrics"
	"valuetrail/queries"
)

// marked stands before the marks among those of a set; what has nothing before it
// is a member.
const marked = "mark "

// Marked gives entries their marks: of each answer the day it was given, or where
// no day is known whose it is with everything it says.
func (s *Store) Marked(ctx context.Context, entries []metrics.Entry) ([]metrics.Entry, error) {
	given := map[string]string{}
	for r, err := range s.w.Rows(ctx, queries.Question("release_answers"), map[string]any{"community": s.community}) {
		if err != nil {
			return nil, err
		}
		given[text(r[0])] = strings.Join([]string{fmt.Sprint(r[1]), text(r[2]), text(r[3])}, "\x1f")
	}
	all := slices.Clone(entries)
	for i := range all {
		all[i].Marks = all[i].MarksBy(s.w.key, given)
	}
	return all, nil
}

// Released are the groups behind every guarded figure of all releases, each named
// as name does from the release's number, the cohort ("" for all together) and
// the period: by figure and release, the latest cohort first and all together last.
func (s *Store) Released(ctx context.Context, name func(release int, cohort, period string) string) ([]metrics.Group, error) {
	members, marks := map[string][]string{}, map[string][]string{}
	for r, err := range s.w.Rows(ctx, queries.Question("release_people"), map[string]any{"community": s.community}) {
		if err != nil {
			return nil, err
		}
		set := text(r[0])
		if mark, ok := strings.CutPrefix(text(r[1]), marked); ok {
			marks[set] = append(marks[set], mark)
		} else {
			members[set] = append(members[set], text(r[1]))
		}
	}
	for _, of := range []map[string][]string{members, marks} {
		for _, m := range of {
			slices.Sort(m)
		}
	}
	type cell struct {
		release int
		group   metrics.Group
	}
	var cells []cell
	for r, err := range s.w.Rows(ctx, queries.Question("release_cells"), map[string]any{"community": s.community}) {
		if err != nil {
			return nil, err
		}
		set := text(r[4])
		cells = append(cells, cell{whole(r[1]), metrics.Group{Figure: text(r[0]), Name: name(whole(r[1]), text(r[2]), text(r[3])), Members: members[set],
			Cohort: text(r[2]), Period: text(r[3]), Marks: marks[set], Shows: metrics.Shown(r[5], r[6])}})
	}
	slices.SortFunc(cells, func(a, b cell) int { // all together last
		return cmp.Or(cmp.Compare(a.group.Figure, b.group.Figure), cmp.Compare(a.release, b.release),
			cmp.Compare(b.group.Cohort, a.group.Cohort), cmp.Compare(a.group.Period, b.group.Period))
	})
	var all []metrics.Group
	for _, c := range cells {
		all = append(all, c.group)
	}
	return all, nil
}

func (b *batch) keepEntries(ctx context.Context, x Release) error {
	err := b.load(ctx, "release_cell", "release_id indicator cohort_id period grouping part person_set_id shown value people",
		each(x.Entries, func(e metrics.Entry) []any {
			r := e.Reading
			var value, people any
			if r.Value != nil {
				value = *r.Value
			}
			if r.People != nil {
				people = *r.People
			}
			return []any{x.ID, r.Indicator, orNull(r.Cohort), r.Period, orNull(r.Group), orNull(r.Part), setID(setOf(e)), r.Shown, value, people}
		}))
	if err != nil {
		return err
	}
	known := map[string]bool{}
	for r, err := range b.w.Rows(ctx, "SELECT DISTINCT person_set_id FROM main.release_person WHERE community_id = $community", b.named()) {
		if err != nil {
			return err
		}
		known[text(r[0])] = true
	}
	return b.load(ctx, "release_person", "person_set_id person", func(yield func([]any, error) bool) {
		for _, e := range x.Entries {
			set := setID(setOf(e))
			if known[set] {
				continue
			}
			known[set] = true
			for _, m := range setOf(e) {
				if !yield([]any{set, m}, nil) {
					return
				}
			}
		}
	})
}

// setOf is what is kept of the answers behind an entry.
func setOf(e metrics.Entry) []string {
	all := slices.Clone(e.Members)
	for _, mark := range e.Marks {
		all = append(all, marked+mark)
	}
	return all
}

// setID names a set of people by its members.
func setID(members []string) string {
	sum := sha256.Sum256([]byte(strings.Join(members, " ")))
	return hex.EncodeToString(sum[:8])
}
