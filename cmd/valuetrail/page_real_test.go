package main

import (
	"html"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"valuetrail/internal/need"
)

var (
	unseen = regexp.MustCompile(`(?s)<(script|style)[^>]*>.*?</(script|style)>`)
	tags   = regexp.MustCompile(`<[^>]+>`)
)

// readable is what somebody reads on a page, in its order, by single blanks.
func readable(page []byte) string {
	text := html.UnescapeString(tags.ReplaceAllString(unseen.ReplaceAllString(string(page), " "), " "))
	return strings.Join(strings.Fields(text), " ")
}

// Five Zoom and four Teams reports and nothing else: no settings, no member
// list. The figures were added up apart from this program: 72 people with ten
// minutes and more at one of nine meetings (the iPad is nobody, five guests
// left after five minutes), 7,410 minutes of theirs, which is 123 hours.
func TestAPageOfZoomAndTeamsFilesAloneMakesSense(t *testing.T) {
	shared := filepath.Join(need.Shared(t), "exports")
	d := newDesk(t)
	said := d.gets(exitDone, "ingest", filepath.Join(shared, "zoom"), filepath.Join(shared, "teams"))
	for _, words := range []string{"February 2024: 35 people came to 1 session", "There is no member list yet", "next: valuetrail report"} {
		if !strings.Contains(said, words) {
			t.Errorf("ingest does not say %q:\n%s", words, said)
		}
	}
	said = d.gets(exitDone, "report", "--out", d.path("sponsor"))
	page, err := os.ReadFile(d.path("sponsor.html"))
	if err != nil {
		t.Fatal(err)
	}
	text := readable(page)
	for _, words := range []string{"9 meetings", "72 people", "123 hours", "5 February 2024", "Between 5 and 44 came to a meeting", "15 January 2024 Held 44",
		"member list", "survey answers", "value-creation stories", "What this page needs to say more"} {
		if !strings.Contains(text, words) {
			t.Errorf("the page does not say %q:\n%s", words, text)
		}
	}
	if !strings.Contains(said, "9 meetings") {
		t.Errorf("report does not say what it drew: %s", said)
	}
	for _, words := range []string{"0 %", "NaN", "0 of 0", "%!", "not shown, to protect"} {
		if strings.Contains(text, words) {
			t.Errorf("the page says %q of what it cannot know", words)
		}
	}
	for _, name := range []string{"Harrison", "Compostela", "Mustermann", "university.edu", "harrison@gmail"} {
		if strings.Contains(string(page), name) {
			t.Errorf("the sponsor's page names %q", name)
		}
	}
}
