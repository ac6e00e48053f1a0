package main

import (
	"regexp"
	"strings"
	"testing"
)

var (
	scripted  = regexp.MustCompile(`(?s)<(script|style)[^>]*>.*?</(script|style)>`)
	headingAt = regexp.MustCompile(`<h([1-6])[ >]`)
	idAt      = regexp.MustCompile(`\bid="([^"]+)"`)
	labelled  = regexp.MustCompile(`aria-labelledby="([^"]+)"`)
	headCell  = regexp.MustCompile(`<th[^>]*>`)
	linkAt    = regexp.MustCompile(`href="#([^"]+)"`)
)

// outlineHolds: what somebody who hears the page instead of seeing it goes by.
// The whole of it is looked at with axe-core by hand.
func outlineHolds(t *testing.T, page []byte) {
	t.Helper()
	text := scripted.ReplaceAllString(string(page), "")
	last := 0
	for _, m := range headingAt.FindAllStringSubmatch(text, -1) {
		level := int(m[1][0] - '0')
		if level > last+1 || level == 1 && last != 0 {
			t.Errorf("a heading of level %d follows one of level %d", level, last)
		}
		last = level
	}
	ids := map[string]bool{}
	for _, m := range idAt.FindAllStringSubmatch(text, -1) {
		if ids[m[1]] {
			t.Errorf("two places are called %s", m[1])
		}
		ids[m[1]] = true
	}
	for _, m := range append(labelled.FindAllStringSubmatch(text, -1), linkAt.FindAllStringSubmatch(text, -1)...) {
		if !ids[m[1]] {
			t.Errorf("%s leads nowhere", m[0])
		}
	}
	for _, cell := range headCell.FindAllString(text, -1) {
		if !strings.Contains(cell, `scope="`) && cell != "<thead>" && !strings.HasPrefix(cell, "<thead ") {
			t.Errorf("%s does not say what it heads", cell)
		}
	}
	for words, want := range map[string]int{"<main": 1, "<h1": 1, "<footer": 1, `class="skip"`: 1, `<html lang="en">`: 1} {
		if got := strings.Count(text, words); got != want {
			t.Errorf("%d of %s, want %d", got, words, want)
		}
	}
	if charts, said := strings.Count(text, `class="chart"`), strings.Count(text, `role="img" aria-label="`); charts == 0 || charts != said {
		t.Errorf("%d charts, %d in words", charts, said)
	}
}
