package main

import (
	"fmt"
	"strings"
	"testing"
)

// saysSince is what the page of a release says of the one before it.
func saysSince(t *testing.T, d desk, name string) string {
	t.Helper()
	text := readable(fileOf(t, d.path(name+".html")))
	_, after, found := strings.Cut(text, "Since the last review")
	if !found {
		return ""
	}
	return after
}

func TestSecondReleaseSaysWhatChangedSinceTheFirstAndWhy(t *testing.T) {
	d, _ := late(t, 9, 21)
	if says := saysSince(t, d, "first"); says != "" {
		t.Errorf("the first release has none before it: %.200s", says)
	}
	var rows []string
	for i := range 5 {
		rows = append(rows, fmt.Sprintf("may-c,c-u-s-s%d,2026-05-21 10:0%d:00,%d,yes", i, i, 40+i))
	}
	d.answers("late.csv", rows...)
	d.gets(exitDone, "release", "--out", d.path("second"))
	says := saysSince(t, d, "second")
	// 9 of 21 said yes; with five more who all said yes 14 of 26
	for _, words := range []string{"else than in release 1 (3 July 2026)", "Used what they learned: 9 of 21 then, 14 of 26 now (more answers to the same round)"} {
		if !strings.Contains(says, words) {
			t.Errorf("the second release does not say %q: %.600s", words, says)
		}
	}
	wants(t, d.gets(exitDone, "release", "--out", d.path("third")), "nothing has changed since release 2: release 2 stands")
	d.gets(exitDone, "release", "--again", "--out", d.path("third"))
	if says := saysSince(t, d, "third"); !strings.Contains(says, "No figure says anything else than in release 2 (3 July 2026)") {
		t.Errorf("nothing changed since the second release: %.300s", says)
	}
}

// What one reader was told is not for another to be compared with.
func TestAReleaseIsHeldAgainstThoseForTheSameReader(t *testing.T) {
	d, _ := late(t, 9, 21)
	d.gets(exitDone, "release", "--audience", "convenor", "--out", d.path("convenor"))
	if says := saysSince(t, d, "convenor"); says != "" {
		t.Errorf("the convenor's first release is held against the sponsor's: %.300s", says)
	}
}

func TestWordsOfTheConvenorStandOnThePage(t *testing.T) {
	d, _ := late(t, 9, 21)
	d.write("commentary.md", []byte("## Overall\nA slow spring.\n\n## Asked\n- Two hours a month for each member | the board | 2026-09-01\n\n## Decided\n- A second room | granted in May | 2026-05-12\n\n## Plan\n- Ask again in November\n"))
	d.gets(exitDone, "release", "--out", d.path("second"))
	text := readable(fileOf(t, d.path("second.html")))
	for _, words := range []string{"A slow spring.", "Asked of you Two hours a month for each member: the board, by 1 September 2026.", "A second room: granted in May.", "What comes next Ask again in November"} {
		if !strings.Contains(text, words) {
			t.Errorf("the page does not say %q", words)
		}
	}
	d.write("commentary.md", []byte("## Decided\n- two hours a month for each member. | agreed | 2026-06-30\n"))
	d.gets(exitDone, "release", "--out", d.path("third"))
	if text := readable(fileOf(t, d.path("third.html"))); !strings.Contains(text, "Two hours a month for each member the board 1 September 2026 agreed (30 June 2026)") {
		t.Errorf("what was asked is not followed up: %.1500s", saysSince(t, d, "third"))
	}
}
