package main

import (
	"path/filepath"

	"valuetrail/internal/settings"
	"valuetrail/reports"
)

// lookOf is how the settings want pages to look; a picture that they name and that
// cannot be shown is refused.
func (e *env) lookOf(s settings.Report) (reports.Look, error) {
	var look reports.Look
	for i, to := range []*string{&look.Accent, &look.Second} {
		if i < len(s.Colours) {
			*to = s.Colours[i]
		}
	}
	if s.Logo == "" {
		return look, nil
	}
	kind, data, err := settings.ReadPicture(filepath.Dir(e.Settings), s.Logo)
	if err != nil {
		return look, err
	}
	look.Logo = &reports.Picture{Type: kind, Data: data}
	return look, nil
}
