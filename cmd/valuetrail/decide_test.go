package main

import (
	"bytes"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"valuetrail/samples"
)

// program runs commands in the current folder as a convenor would.
func program(t *testing.T, want int, words ...string) (stdout, stderr string) {
	t.Helper()
	var out, errs bytes.Buffer
	e := env{Stdin: strings.NewReader(""), Stdout: &out, Stderr: &errs, Key: demoKey()}
	e.Clock = demoClock
	if code := run(t.Context(), e, append([]string{"valuetrail"}, words...)); code != want {
		t.Fatalf("valuetrail %s: exit code %d, want %d\n%s%s", strings.Join(words, " "), code, want, out.String(), errs.String())
	}
	return out.String(), errs.String()
}

// choose writes an answer beside the question about somebody, as a person does
// who opens the drop-down.
func choose(t *testing.T, found, answer string) {
	t.Helper()
	f, err := excelize.OpenFile("to-decide.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for _, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for i, row := range rows {
			if len(row) == 0 || row[0] != found {
				continue
			}
			for c, heading := range rows[0] {
				if !strings.HasPrefix(strings.ToLower(heading), "your answer") {
					continue
				}
				cell, _ := excelize.CoordinatesToCellName(c+1, i+1)
				if err := f.SetCellStr(sheet, cell, answer); err != nil {
					t.Fatal(err)
				}
				if err := f.Save(); err != nil {
					t.Fatal(err)
				}
				return
			}
		}
	}
	t.Fatalf("to-decide.xlsx asks nothing about %q", found)
}

// waiting is a name in the samples' first month of 2025/26 that only people can
// tell, and the member it is.
func waiting(t *testing.T) (found, member string) {
	t.Helper()
	c, err := samples.Generate(samples.DeliveredSeed)
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range c.Truth.Names {
		if n.Rule != "proposal" || !strings.HasPrefix(n.File, "2025-26/2025-09/") {
			continue
		}
		for _, p := range c.Truth.People {
			if p.MemberID == n.Who {
				return n.Name, p.Name
			}
		}
	}
	t.Fatal("every name of the first month links by itself")
	return "", ""
}

func TestAnswersInToDecideAreKeptAndNeverAskedTwice(t *testing.T) {
	t.Chdir(t.TempDir())
	writeSamples(t)
	program(t, exitDone, "ingest", "exports/2025-26/2025-09")
	found, member := waiting(t)
	before, _ := program(t, exitDone, "people", "matches")
	if !strings.Contains(before, found) {
		t.Fatalf("nobody asks about %s:\n%s", found, before)
	}
	choose(t, found, member)
	out, _ := program(t, exitDone, "ingest", "exports/2025-26/2025-10")
	if after, _ := program(t, exitDone, "people", "matches"); strings.Contains(after, found) {
		t.Errorf("the same question again:\n%s\n%s", after, out)
	}
	people, _ := program(t, exitDone, "people", "list")
	for line := range strings.SplitSeq(people, "\n") {
		if strings.HasPrefix(line, found+" ") {
			t.Errorf("she still counts as somebody else: %s", line)
		}
	}
	program(t, exitDone, "sources", "undo", "participants_81234560918.csv")
	program(t, exitDone, "ingest", "exports/2025-26/2025-09/participants_81234560918.csv")
	if again, _ := program(t, exitDone, "people", "matches"); strings.Contains(again, found) {
		t.Errorf("the decision did not survive the file's coming back:\n%s", again)
	}
}

func TestAnswerThatIsNoneOfTheChoicesIsSaidAndLeft(t *testing.T) {
	t.Chdir(t.TempDir())
	writeSamples(t)
	program(t, exitDone, "ingest", "exports/2025-26/2025-09")
	found, _ := waiting(t)
	choose(t, found, "perhaps my cousin")
	_, errs := program(t, exitDone, "ingest", "exports/2025-26/2025-10")
	if !strings.Contains(errs, `"perhaps my cousin"`) {
		t.Errorf("nothing is said of the answer:\n%s", errs)
	}
	if after, _ := program(t, exitDone, "people", "matches"); !strings.Contains(after, found) {
		t.Errorf("the question is gone:\n%s", after)
	}
}
