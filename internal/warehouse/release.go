package warehouse

import (
	"context"
	"fmt"
	"slices"
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
