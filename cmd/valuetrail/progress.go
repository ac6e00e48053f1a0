package main

import (
	"fmt"
	"strings"
	"time"

	"valuetrail/ingest"
)

const (
	barWidth = 20
	// redrawn is how long a line of progress stands at least.
	redrawn = 100 * time.Millisecond
	// patient is how long a run must have gone on before its end is foretold.
	patient = 2 * time.Second
)

// progress tells on a terminal how far reading has come: a bar, the file, rows
// a second, the time left. The line is gone when all is told.
func (e *env) progress() func(ingest.Progress) {
	if !e.Terminal {
		return nil
	}
	began := e.Clock()
	last, stage := began.Add(-redrawn), ""
	return func(p ingest.Progress) {
		now := e.Clock()
		if p.Stage == stage && p.Done < p.All && now.Sub(last) < redrawn {
			return
		}
		last, stage = now, p.Stage
		fmt.Fprint(e.Stderr, "\r\033[K"+e.progressLine(p, now.Sub(began)))
	}
}

// clearProgress takes the line of progress away.
func (e *env) clearProgress() {
	if e.Terminal {
		fmt.Fprint(e.Stderr, "\r\033[K")
	}
}

// progressLine is one line without its end.
func (e *env) progressLine(p ingest.Progress, gone time.Duration) string {
	if p.Stage == ingest.StageSettling {
		return e.Say.Say("progress.settling")
	}
	full := int(p.Share * barWidth)
	bar := "[" + strings.Repeat("#", full) + strings.Repeat(".", barWidth-full) + "]"
	line := e.Say.Say("progress."+p.Stage, bar, p.Done, p.All, fmt.Sprintf("%.40s", plainText(p.Name)))
	if seconds := gone.Seconds(); p.Rows > 0 && seconds >= 1 {
		line += ", " + e.Say.Say("progress.rate", int(float64(p.Rows)/seconds))
	}
	if gone >= patient && p.Share > 0.02 && p.Share < 1 {
		left := time.Duration(float64(gone) * (1 - p.Share) / p.Share).Round(time.Second)
		line += ", " + e.Say.Say("progress.left", spanOfTime(max(time.Second, left)))
	}
	return line
}

// spanOfTime is a time as people say it: 45 s, 3 min 20 s, 2 h 5 min.
func spanOfTime(d time.Duration) string {
	switch {
	case d < time.Minute:
		return fmt.Sprintf("%d s", int(d.Seconds()))
	case d < time.Hour:
		return fmt.Sprintf("%d min %d s", int(d.Minutes()), int(d.Seconds())%60)
	}
	return fmt.Sprintf("%d h %d min", int(d.Hours()), int(d.Minutes())%60)
}
