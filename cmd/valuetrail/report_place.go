package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"valuetrail/internal/settings"
	"valuetrail/internal/warehouse"
	"valuetrail/metrics"
	"valuetrail/reports"
)

// sparing is the name that a draft is written under: the one asked for, unless a
// released page stands there, which no draft takes the place of.
func sparing(ctx context.Context, store *warehouse.Store, out string) (string, error) {
	page, err := os.ReadFile(out + ".html")
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return out, nil
	case err != nil:
		return "", err
	}
	made, err := store.Releases(ctx)
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256(page)
	for _, release := range made {
		if release.FileHash == hex.EncodeToString(sum[:]) {
			return out + "-draft", nil
		}
	}
	return out, nil
}

// tellsSomething refuses to draw days that somebody named and of which nothing is
// recorded: an empty page would take the place of a good one.
func tellsSomething(in reports.Input, s metrics.Scope) error {
	if s.Since == 0 && s.Until == 0 || len(in.Meetings) > 0 || len(in.Stories) > 0 || in.Overview.Answered > 0 {
		return nil
	}
	span := "since " + settings.Day(s.Since).String()
	if s.Until != 0 {
		span = "until " + settings.Day(s.Until).String()
	}
	if s.Since != 0 && s.Until != 0 {
		span = fmt.Sprintf("from %s to %s", settings.Day(s.Since), settings.Day(s.Until))
	}
	return &hinted{fmt.Errorf("nothing is recorded %s", span), "name other days with --since and --until, or leave both out"}
}
