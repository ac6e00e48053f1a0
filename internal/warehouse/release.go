package warehouse

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"time"

	"valuetrail/metrics"
	"valuetrail/queries"
)

// Release is a report that went out: numbered, with the report itself and every
// guarded figure in it. Releases are never changed or removed.
type Release struct {
	ID, Audience string
	Number       int
	MadeAt       time.Time
	// FileHash is the SHA-256 of the page that went out, Report the gated report
	// as JSON.
	FileHash, Report string
	// Minimum are the thresholds it was made with.
	MinimumGroup, MinimumExact, MinimumQuotes int
	Entries                                   []metrics.Entry
}

// Releases are those made so far, without their reports and entries, by number.
func (s *Store) Releases(ctx context.Context) ([]Release, error) {
	var all []Release
	for r, err := range s.w.Rows(ctx, queries.Question("releases"), map[string]any{"community": s.community}) {
		if err != nil {
			return nil, err
		}
		at, _ := r[2].(time.Time)
		all = append(all, Release{ID: text(r[0]), Number: whole(r[1]), MadeAt: at, Audience: text(r[3]), FileHash: text(r[4]),
			MinimumGroup: whole(r[5]), MinimumExact: whole(r[6]), MinimumQuotes: whole(r[7])})
	}
	slices.SortFunc(all, func(a, b Release) int { return a.Number - b.Number })
	return all, nil
}

// ReleasedReport is the gated report of a release as JSON, "" where there is no
// such release.
func (s *Store) ReleasedReport(ctx context.Context, id string) (string, error) {
	for r, err := range s.w.Rows(ctx, queries.Question("released_report"), map[string]any{"community": s.community, "release": id}) {
		if err != nil {
			return "", fmt.Errorf("release %s: %w", id, err)
		}
		return text(r[0]), nil
	}
	return "", nil
}

// Released are the groups behind every guarded figure of all releases, each named
// as name does from the release's number, the cohort ("" for all together) and
// the period: by figure and release, the latest cohort first and all together last.
func (s *Store) Released(ctx context.Context, name func(release int, cohort, period string) string) ([]metrics.Group, error) {
	members := map[string][]string{}
	for r, err := range s.w.Rows(ctx, queries.Question("release_people"), map[string]any{"community": s.community}) {
		if err != nil {
			return nil, err
		}
		members[text(r[0])] = append(members[text(r[0])], text(r[1]))
	}
	for _, m := range members {
		slices.Sort(m)
	}
	type cell struct {
		figure         string
		release        int
		cohort, period string
		members        []string
	}
	var cells []cell
	for r, err := range s.w.Rows(ctx, queries.Question("release_cells"), map[string]any{"community": s.community}) {
		if err != nil {
			return nil, err
		}
		cells = append(cells, cell{text(r[0]), whole(r[1]), text(r[2]), text(r[3]), members[text(r[4])]})
	}
	slices.SortFunc(cells, func(a, b cell) int { // all together last
		return cmp.Or(cmp.Compare(a.figure, b.figure), cmp.Compare(a.release, b.release), cmp.Compare(b.cohort, a.cohort), cmp.Compare(a.period, b.period))
	})
	var all []metrics.Group
	for _, c := range cells {
		all = append(all, metrics.Group{Figure: c.figure, Name: name(c.release, c.cohort, c.period), Members: c.members})
	}
	return all, nil
}

// Keep stores a release whole.
func (s *Store) Keep(ctx context.Context, x Release) error {
	b := s.batch()
	err := s.w.inTransaction(ctx, func() error {
		reportID := "release-" + x.ID
		err := b.load(ctx, "release", "release_id number made_at audience file_hash report_text_id minimum_group minimum_exact minimum_quotes",
			each([]Release{x}, func(x Release) []any {
				return []any{x.ID, x.Number, x.MadeAt.UTC(), x.Audience, x.FileHash, reportID, x.MinimumGroup, x.MinimumExact, x.MinimumQuotes}
			}))
		if err != nil {
			return err
		}
		err = b.load(ctx, "text", "text_id file_id words", each([]Release{x}, func(x Release) []any { return []any{reportID, "", x.Report} }))
		if err != nil {
			return err
		}
		return b.keepEntries(ctx, x)
	})
	if err != nil {
		return fmt.Errorf("release %d: %w", x.Number, err)
	}
	return s.w.exec(ctx, "CHECKPOINT", nil)
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
			return []any{x.ID, r.Indicator, orNull(r.Cohort), r.Period, orNull(r.Group), orNull(r.Part), setID(e.Members), r.Shown, value, people}
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
			set := setID(e.Members)
			if known[set] {
				continue
			}
			known[set] = true
			for _, m := range e.Members {
				if !yield([]any{set, m}, nil) {
					return
				}
			}
		}
	})
}

// setID names a set of people by its members.
func setID(members []string) string {
	sum := sha256.Sum256([]byte(strings.Join(members, " ")))
	return hex.EncodeToString(sum[:8])
}
