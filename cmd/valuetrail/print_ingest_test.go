package main

import (
	"bytes"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"valuetrail/ingest"
	"valuetrail/internal/message"
)

func TestProgressShowsNamesAsATerminalMay(t *testing.T) {
	var said bytes.Buffer
	now := time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC)
	e := env{Stderr: &said, Terminal: true, Say: message.For("en"), Clock: func() time.Time { now = now.Add(time.Second); return now }}
	show := e.progress()
	show(ingest.Progress{Stage: ingest.StageReading, Done: 1, All: 3, Name: strings.Repeat("x", 39) + "é and more"})
	show(ingest.Progress{Stage: ingest.StageReading, Done: 2, All: 3, Name: "a\x1b]0;title\x07.csv"})
	if text := said.String(); !utf8.ValidString(text) || !strings.Contains(text, "xé") || strings.Contains(text, "and more") || strings.Contains(text, "\x1b]") {
		t.Errorf("the terminal gets %q", text)
	}
}

func TestProgressTellsTheRateAndTheTimeLeft(t *testing.T) {
	e := env{Say: message.For("en")}
	p := ingest.Progress{Stage: ingest.StageReading, All: 1, Name: "may.csv", Rows: 90_000, Share: 0.25}
	for gone, want := range map[time.Duration]string{
		0:                "[#####...............] 0 of 1 file read, may.csv",
		time.Second:      "[#####...............] 0 of 1 file read, may.csv, 90,000 rows a second",
		3 * time.Second:  "[#####...............] 0 of 1 file read, may.csv, 30,000 rows a second, 9 s left",
		90 * time.Second: "[#####...............] 0 of 1 file read, may.csv, 1,000 rows a second, 4 min 30 s left",
		time.Hour:        "[#####...............] 0 of 1 file read, may.csv, 25 rows a second, 3 h 0 min left",
	} {
		if got := e.progressLine(p, gone); got != want {
			t.Errorf("after %v: %q, want %q", gone, got, want)
		}
	}
	p = ingest.Progress{Stage: ingest.StageStoring, All: 1, Name: "may.csv", Rows: 90_000, Share: 1}
	if got, want := e.progressLine(p, 3*time.Second), "[####################] storing may.csv, 30,000 rows a second"; got != want {
		t.Errorf("at the end: %q, want %q", got, want)
	}
}
