package main

import (
	"bytes"
	"context"
	"os"
	"strings"
	"testing"
	"time"

	"valuetrail/internal/settings"
)

// sitting runs init in the desk's folder as somebody at the keyboard.
func (d desk) sitting(answers string, args ...string) (code int, stdout, stderr string) {
	var out, complaints bytes.Buffer
	day := time.Date(2026, 9, 3, 9, 0, 0, 0, time.UTC)
	e := env{Stdin: strings.NewReader(answers), Stdout: &out, Stderr: &complaints, Clock: func() time.Time { return day }, Asks: true}
	code = run(context.Background(), e, append([]string{"valuetrail", "init", d.folder}, args...))
	return code, out.String(), complaints.String()
}

func TestInitAsksSixThingsAndAsksAgainWhatCannotBe(t *testing.T) {
	d := newDesk(t)
	list := d.write("our members.csv", []byte("member_id,display_name,email\nM1,Ann Lee,ann@example.org\n"))
	code, _, asked := d.sitting("Lakeside\nDecide faster\n\n31/31/2026\n1 September 2026 to 2026-01-01\n1 September 2026\nLakeside\nEurope/Paris\nnowhere.csv\n\"" + list + "\"\nThe board\n")
	if code != exitDone {
		t.Fatalf("exit code %d\n%s", code, asked)
	}
	for _, want := range []string{"What is your community called?", "31/31/2026 is no day", "2026-01-01 is before the first day, 2026-09-01", "Lakeside is no time zone we know", "there is no file nowhere.csv", "[2026/27]", "[2026-09-01 to 2027-08-31]"} {
		if !strings.Contains(asked, want) {
			t.Errorf("nobody reads %q in\n%s", want, asked)
		}
	}
	s, err := settings.Load(d.path("valuetrail.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	if s.TimeZone != "Europe/Paris" {
		t.Errorf("time zone %q", s.TimeZone)
	}
	want := settings.Cohort{ID: "2026/27", Title: "2026/27", Starts: 20697, Ends: 21061, Participation: "voluntary"}
	if s.Community.Name != "Lakeside" || s.Community.Purpose != "Decide faster" || s.Report.Sponsor != "The board" || len(s.Cohorts) != 1 || s.Cohorts[0] != want {
		t.Errorf("%+v", s)
	}
}

func TestTheNumberOfQuestionsThatHelpSaysIsAsked(t *testing.T) {
	d := newDesk(t)
	_, _, asked := d.sitting(strings.Repeat("\n", 20))
	if n := strings.Count(asked, "?"); n != 7 || !strings.Contains(d.gets(exitDone, "init", "--help"), "Asks six questions when somebody sits at the keyboard, and for the time zone") {
		t.Errorf("it asks %d questions:\n%s", n, asked)
	}
	s, err := settings.Load(d.path("valuetrail.yaml"))
	if err != nil || s.TimeZone != "" {
		t.Errorf("a zone that nobody said: %q, %v", s.TimeZone, err)
	}
}

func TestTheZoneOfTheMachineIsNotAskedFor(t *testing.T) {
	for zone, want := range map[string]string{"Europe/Vienna": "Europe/Vienna", ":Europe/Vienna": "Europe/Vienna", "UTC": "", "Etc/UTC": "", "Nowhere/Town": ""} {
		t.Setenv("TZ", zone)
		if got := zoneHere(); got != want {
			t.Errorf("%s: %q, want %q", zone, got, want)
		}
	}
	var out, asked bytes.Buffer
	d := newDesk(t)
	run(context.Background(), env{Stdin: strings.NewReader(strings.Repeat("\n", 20)), Stdout: &out, Stderr: &asked, Clock: time.Now, Asks: true, Zone: "Europe/Vienna"}, []string{"valuetrail", "init", d.folder})
	if s, err := settings.Load(d.path("valuetrail.yaml")); err != nil || s.TimeZone != "Europe/Vienna" || strings.Count(asked.String(), "?") != 6 {
		t.Errorf("%q, %v\n%s", s.TimeZone, err, asked.String())
	}
}

func TestQuestionsThatEndEarlyWriteNothing(t *testing.T) {
	d := newDesk(t)
	code, out, complaints := d.sitting("Lakeside\nDecide faster\n")
	if code != exitFailed || out != "" || !strings.Contains(complaints, "nothing is written") || exists(d.path("setup.xlsx")) || exists(d.path("templates")) {
		t.Errorf("exit code %d\n%s%s", code, out, complaints)
	}
}

func TestInitWritesTheSameBytesTwice(t *testing.T) {
	a, b := newDesk(t), newDesk(t)
	for _, d := range []desk{a, b} {
		d.gets(exitDone, "init", d.folder, "--name", "Lakeside", "--cohort", "2025", "--first-day", "2025-09-01")
	}
	for _, name := range []string{"setup.xlsx", "valuetrail.yaml", "cards.html", "story-sheet.html", "templates/stories.xlsx", "templates/targets.xlsx"} {
		one, err := os.ReadFile(a.path(name))
		if err != nil {
			t.Fatal(err)
		}
		if two, err := os.ReadFile(b.path(name)); err != nil || !bytes.Equal(one, two) {
			t.Errorf("%s differs", name)
		}
	}
}
