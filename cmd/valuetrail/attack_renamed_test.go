package main

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
)

// The attacks on the ledger of releases by calling the same answers otherwise, or
// by changing what one of them says: both give one person away, as one late
// answer does.

// renamed releases twenty answers of thirty, takes them out and reads them in
// again as change has them.
func renamed(t *testing.T, change func(d desk, answers string)) (d desk, code int, said string) {
	t.Helper()
	d = newDesk(t)
	d.like("20 answers and a release, to be renamed", func(d desk) {
		plant{souls: join(group("c", "u", "s", 14, spread(20, 57)...), silent("c", "u", "s", 10))}.sow(d)
		d.gets(exitDone, "release", "--out", d.path("first"))
	})
	change(d, string(fileOf(t, d.path("in/answers.csv"))))
	code, _, said = d.types("release", "--out", d.path("second"))
	return d, code, said
}

// again takes the answers out and reads others in, under a round of another id.
func (d desk) again(round, answers string) {
	d.t.Helper()
	d.gets(exitDone, "sources", "undo", "answers.csv")
	d.write("in/rounds2.csv", []byte("wave_id,cohort,opened,closed\n"+round+",c,2026-05-18,2026-06-01\n"))
	d.write("in/again.csv", []byte(strings.ReplaceAll(answers, "may-c", round)))
	d.gets(exitDone, "ingest", d.path("in/rounds2.csv"), d.path("in/again.csv"))
}

func refuses(t *testing.T, code int, said string) {
	t.Helper()
	if code != exitFailed || !strings.Contains(said, "not released") || !strings.Contains(said, "1–4 people") || !strings.Contains(said, "sources undo") {
		t.Errorf("exit code %d, said: %s", code, said)
	}
}

func TestReleaseOfARoundUnderAnotherIDWithOneMoreIsRefused(t *testing.T) {
	_, code, said := renamed(t, func(d desk, answers string) {
		d.again("may-c-b", answers+"may-c,c-u-s-s0,2026-05-21 10:00:00,13.13,no\n")
	})
	refuses(t, code, said)
}

// Respondents may be called otherwise too: here by their addresses.
func TestReleaseOfRespondentsUnderOtherNamesWithOneMoreIsRefused(t *testing.T) {
	_, code, said := renamed(t, func(d desk, answers string) {
		answers = strings.Replace(answers, "respondent_id", "email", 1)
		answers = regexp.MustCompile(`,(c-u-s-\d+),`).ReplaceAllString(answers, ",$1@planted.example,")
		d.again("may-c-b", answers+"may-c,c-u-s-s0@planted.example,2026-05-21 10:00:00,13.13,no\n")
	})
	refuses(t, code, said)
}

func TestReleaseOfTheSameAnswersUnderAnotherIDIsMade(t *testing.T) {
	_, code, said := renamed(t, func(d desk, answers string) { d.again("may-c-b", answers) })
	if code != exitDone {
		t.Errorf("exit code %d, said: %s", code, said)
	}
}

func TestReleaseOfANewRoundIsMade(t *testing.T) {
	_, code, said := renamed(t, func(d desk, answers string) {
		answers = strings.ReplaceAll(strings.ReplaceAll(answers, "may-c", "june-c"), "2026-05-20", "2026-06-20")
		d.write("in/rounds2.csv", []byte("wave_id,cohort,opened,closed\njune-c,c,2026-06-18,2026-06-28\n"))
		d.write("in/june.csv", []byte(answers+"june-c,c-u-s-s0,2026-06-21 10:00:00,13.13,no\n"))
		d.gets(exitDone, "ingest", d.path("in/rounds2.csv"), d.path("in/june.csv"))
	})
	if code != exitDone {
		t.Errorf("exit code %d, said: %s", code, said)
	}
}

func TestReleaseAfterOneAnswerCorrectedInPlaceIsRefused(t *testing.T) {
	for n, most := range map[int]bool{1: true, 4: true, 5: false} {
		t.Run(fmt.Sprint(n), func(t *testing.T) {
			_, code, said := renamed(t, func(d desk, answers string) {
				d.write("in/corrected.csv", []byte(strings.Replace(strings.ReplaceAll(answers, ",no\n", ",NO\n"), ",NO\n", ",yes\n", n)))
				d.gets(exitDone, "ingest", "--replaces", "answers.csv", d.path("in/corrected.csv"))
			})
			if most {
				refuses(t, code, said)
			} else if code != exitDone {
				t.Errorf("exit code %d, said: %s", code, said)
			}
		})
	}
}
