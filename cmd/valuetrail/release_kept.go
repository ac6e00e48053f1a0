package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"valuetrail/ingest"
	"valuetrail/internal/warehouse"
	"valuetrail/reports"
)

// releaseLine is a release as `release --list --json` prints it.
type releaseLine struct {
	Number   int    `json:"release"`
	MadeAt   string `json:"made_at"`
	Audience string `json:"audience"`
	SHA256   string `json:"sha256"`
}

func runReleases(ctx context.Context, e env, asJSON bool) error {
	return e.reading(ctx, func(w *warehouse.Warehouse, b ingest.Basis) error {
		all, err := w.Store(b.Settings.Community.ID).Releases(ctx)
		if err != nil {
			return err
		}
		var lines []releaseLine
		var rows [][]string
		for _, x := range all {
			lines = append(lines, releaseLine{x.Number, x.MadeAt.UTC().Format("2006-01-02T15:04:05Z"), x.Audience, x.FileHash})
			rows = append(rows, []string{fmt.Sprint(x.Number), x.MadeAt.Format("2006-01-02 15:04"), x.Audience, x.FileHash})
		}
		if asJSON {
			return e.json(listed(lines))
		}
		e.table([]string{"release", "made", "for", "sha-256 of the page"}, rows)
		return nil
	})
}

// stands is the number of the release made last for the same reader about the
// same cohort when nothing has changed since, else 0: composed as on that day,
// after the releases before it, the report is the one that was kept.
func (g *gathering) stands(ctx context.Context) (int, error) {
	if g.in.Before == nil {
		return 0, nil
	}
	in, last := g.in, g.in.Before
	if err := g.earlierThan(ctx, &in, last.Number); err != nil {
		return 0, err
	}
	now := reports.Compose(in)
	now.Draft, now.Release, now.MadeAt = false, last.Number, last.Report.MadeAt
	text, err := json.Marshal(now)
	if err != nil {
		return 0, err
	}
	kept, err := json.Marshal(last.Report)
	if err != nil || string(kept) != string(text) {
		return 0, err
	}
	return last.Number, nil
}

// runShowRelease writes a release once more, drawn from the report that was kept.
func runShowRelease(ctx context.Context, e env, number int, out string) error {
	return e.reading(ctx, func(w *warehouse.Warehouse, b ingest.Basis) error {
		store := w.Store(b.Settings.Community.ID)
		all, err := store.Releases(ctx)
		if err != nil {
			return err
		}
		at := slices.IndexFunc(all, func(x warehouse.Release) bool { return x.Number == number })
		if at < 0 {
			return &hinted{fmt.Errorf("there is no release %d", number), "valuetrail release --list names those there are"}
		}
		text, err := store.ReleasedReport(ctx, all[at].ID)
		if err != nil {
			return err
		}
		var r reports.Report
		if err := json.Unmarshal([]byte(text), &r); err != nil {
			return fmt.Errorf("release %d: %w", number, err)
		}
		html, xlsx, err := draw(r)
		if err != nil {
			return err
		}
		if out == "" {
			out = e.beside(fmt.Sprintf("release-%d", number))
		}
		if ext := filepath.Ext(out); ext == ".html" || ext == ".xlsx" {
			out = strings.TrimSuffix(out, ext)
		}
		if err := hasPlace(out+".html", "--out NAME"); err != nil {
			return err
		}
		if err := writeBoth(out, html, xlsx); err != nil {
			return err
		}
		key := "release.shown"
		if sum := sha256.Sum256(html); hex.EncodeToString(sum[:]) != all[at].FileHash {
			key = "release.redrawn"
		}
		e.line("%s", e.Say.Say(key, number, all[at].Audience, out))
		return nil
	})
}
