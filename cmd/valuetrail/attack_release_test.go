package main

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The attacks with two releases: what changed in between is what one late
// answer said.

// late plants twenty-one answers of thirty and releases them.
func late(t *testing.T, used int, n int) (d desk, before string) {
	t.Helper()
	d = newDesk(t)
	d.like(fmt.Sprintf("%d of %d and a release", used, n), func(d desk) {
		plant{souls: join(group("c", "u", "s", used, spread(n, 57)...), silent("c", "u", "s", 9))}.sow(d)
		d.gets(exitDone, "release", "--out", d.path("first"))
	})
	return d, d.fingerprint()
}

// fingerprint is that of every file of the first release, and of what is known
// of releases.
func (d desk) fingerprint() string {
	d.t.Helper()
	files, err := filepath.Glob(d.path("first.*"))
	if err != nil || len(files) != 2 {
		d.t.Fatalf("files of the first release: %v, %v", files, err)
	}
	sum := sha256.New()
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			d.t.Fatal(err)
		}
		fmt.Fprintf(sum, "%s %d\n%s", f, len(data), data)
	}
	return fmt.Sprintf("%x\n%s", sum.Sum(nil), d.gets(exitDone, "release", "--list"))
}

// answers adds rows of the round, in a file of their own.
func (d desk) answers(name string, rows ...string) {
	d.t.Helper()
	d.write("in/"+name, []byte("wave_id,respondent_id,submitted_at,worth,used\n"+strings.Join(rows, "\n")+"\n"))
	d.gets(exitDone, "ingest", d.path("in/"+name))
}

func TestReleaseAfterOneLateAnswerIsRefused(t *testing.T) {
	cases := map[string]struct{ used, n int }{"told exactly": {9, 21}, "told in steps": {3, 8}, "told in words": {12, 12}}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			d, before := late(t, c.used, c.n)
			d.answers("late.csv", "may-c,c-u-s-s0,2026-05-21 10:00:00,13.13,no")
			code, _, said := d.types("release", "--out", d.path("first"))
			if code != exitFailed || !strings.Contains(said, "not released") || !strings.Contains(said, "1–4 people") || !strings.Contains(said, "late answers wait for the next round") {
				t.Errorf("exit code %d, said: %s", code, said)
			}
			if !strings.Contains(said, " as it is now") || !strings.Contains(said, `"Used what they learned" of`) || !strings.Contains(said, " in release 1 ") || strings.Contains(said, "applied_rate") || strings.Contains(said, " all ") {
				t.Errorf("it says what no reader knows: %s", said)
			}
			if d.fingerprint() != before {
				t.Error("the first release or the list of releases has changed")
			}
			if strings.Contains(said, "c-u-s-s0") || strings.Contains(said, "13.13") {
				t.Errorf("the refusal tells who or what: %s", said)
			}
			left, _ := filepath.Glob(d.path(".*"))
			more, _ := filepath.Glob(d.path("*.tmp*"))
			if len(left)+len(more) > 0 {
				t.Errorf("left behind: %v %v", left, more)
			}
		})
	}
}

// A later complete answer of somebody replaces the first: the difference is what
// that one person changed.
func TestReleaseAfterOneAnswerGivenAnewIsRefused(t *testing.T) {
	d, before := late(t, 9, 21)
	d.answers("anew.csv", "may-c,c-u-s-0,2026-05-25 10:00:00,13.13,no")
	code, _, said := d.types("release", "--out", d.path("first"))
	if code != exitFailed || !strings.Contains(said, "not released") {
		t.Errorf("exit code %d, said: %s", code, said)
	}
	if d.fingerprint() != before {
		t.Error("the first release or the list of releases has changed")
	}
}

func TestADraftThatCouldNotBeReleasedIsDrawnAndSaysSo(t *testing.T) {
	d, _ := late(t, 9, 21)
	d.gets(exitDone, "report", "--out", d.path("same"))
	d.answers("late.csv", "may-c,c-u-s-s0,2026-05-21 10:00:00,13.13,no")
	code, out, said := d.types("report", "--out", d.path("draft"))
	if code != exitKept || !exists(d.path("draft.html")) || !strings.Contains(said, "this draft could not be released") || strings.Contains(out, "makes it final") {
		t.Errorf("exit code %d: %s %s", code, out, said)
	}
}

func TestReleaseAfterFiveLateAnswersIsMade(t *testing.T) {
	d, _ := late(t, 9, 21)
	var rows []string
	for i := range 5 {
		rows = append(rows, fmt.Sprintf("may-c,c-u-s-s%d,2026-05-21 10:0%d:00,%d,yes", i, i, 40+i))
	}
	d.answers("late.csv", rows...)
	d.gets(exitDone, "release", "--out", d.path("second"))
}

func TestSameFiguresMayBeReleasedAgain(t *testing.T) {
	d, _ := late(t, 9, 21)
	d.gets(exitDone, "release", "--again", "--out", d.path("second"))
	d.gets(exitDone, "release", "--audience", "members", "--out", d.path("third"))
}

func TestThresholdsDoNotGoDownAfterARelease(t *testing.T) {
	d, before := late(t, 9, 21)
	settings, err := os.ReadFile(d.path("valuetrail.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	d.write("valuetrail.yaml", []byte(string(settings)+"privacy: {minimum_group: 2, minimum_exact: 3, minimum_quotes: 2}\n"))
	for _, words := range [][]string{{"release", "--out", d.path("first")}, {"report", "--out", d.path("draft")}, {"indicators", "run", "--audience", "sponsor", "--json"}} {
		code, out, said := d.types(words...)
		if code == exitDone {
			t.Errorf("%s: done with lower thresholds\n%.300s%s", strings.Join(words, " "), out, said)
		}
	}
	if d.write("valuetrail.yaml", settings); d.fingerprint() != before {
		t.Error("the first release has changed")
	}
	d.write("valuetrail.yaml", []byte(string(settings)+"privacy: {minimum_group: 8, minimum_exact: 15, minimum_quotes: 10}\n"))
	d.gets(exitDone, "report", "--out", d.path("stricter"))
}
