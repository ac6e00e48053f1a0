package main

import (
	"slices"
	"strings"
	"testing"

	"valuetrail/queries"
)

// The evaluator's edition shows more figures than the sponsor's page, each as the
// sponsor would get it: these tests read its bytes, and look into its sheets.

// storyFields are where a story is told.
var storyFields = []string{"title", "activity", "output", "application", "outcome_personal", "outcome_organizational", "new_definition_of_success"}

func TestEvaluatorChecksEveryFigureAndLearnsNoNameAndNoStory(t *testing.T) {
	d, _, truth := lakeside(t)
	d.gets(exitDone, "release", "--audience", "evaluator", "--out", d.path("evaluator"))
	out := d.drawn(d.path("evaluator"))
	all := out.haystacks()
	for word, who := range whoever(truth) {
		if where := holds(all, word); where != "" {
			t.Errorf("%q (%s) is in the %s", word, who, where)
		}
	}
	for i := range all {
		all[i].text = unpointed(all[i].text)
	}
	catalogue, err := queries.Catalogue()
	if err != nil {
		t.Fatal(err)
	}
	ours, runs := "", 0 // a definition may say what a story says too
	for _, i := range catalogue {
		ours += unpointed(plain(i.Source+" "+i.Counted)) + "\n"
	}
	for _, s := range truth.Stories {
		for _, field := range storyFields {
			if told := telling(s.Fields[field]); told != nil && !strings.Contains(ours, told[0]) {
				runs++
				if where := holds(all, told[0]); where != "" {
					t.Errorf("%q, of a story, is in the %s", told[0], where)
				}
			}
		}
	}
	if runs < 60 {
		t.Errorf("only %d texts were looked for", runs)
	}
	noPseudonymAndNoOrganisation(t, d, out, truth)
	t.Run("every figure can be checked", func(t *testing.T) { everyFigureCanBeChecked(t, d, out) })
}

func everyFigureCanBeChecked(t *testing.T, d desk, out drawn) {
	page, book := readable([]byte(out.html)), bookTables(t, fileOf(t, d.path("evaluator.xlsx")))
	for _, words := range []string{
		"Used what they learned 77 % 20 of 26; 26 of 33 people 58 % to 89 % 61 % to 82 % B: no answer from 7 of 33 people", // Wilson; 20 and 27 of 33
		"Used what they learned (chosen beforehand)", "43.6 points (16.8 to 62.6) 0.001 δ 0.44, medium cross-section", // 20/26 - 9/27
		"none: everybody was counted", "none: stories are no sample", "0.844 (1.000)", "belonging summer 2 26 0.52 (−0.08 to 0.78)", "Least people behind an exact one 10", "valuetrail " + version, "SQL of applied_rate",
		// Sets of peer assists would be told apart by fewer than five.
		"Listeners who took something home not shown, to protect members not shown, to protect members", "Listeners who took something home autumn not shown, to protect members not shown, to protect members",
	} {
		if !strings.Contains(page, words) {
			t.Errorf("the page does not say %q", words)
		}
	}
	if strings.Contains(out.html, "http:") || strings.Contains(out.html, "https:") || strings.Contains(out.html, " src=") {
		t.Error("the page leads to somewhere else")
	}
	want := strings.Join(strings.Fields(d.gets(exitDone, "indicators", "show", "applied_rate", "--sql")), " ")
	row := rowOf(t, book, "SQL", "applied_rate")
	if got := strings.Join(strings.Fields(row[2]), " "); got != want {
		t.Errorf("the workbook has another statement than indicators show:\n%.300s\nwant\n%.300s", got, want)
	}
	if row = rowOf(t, book, "Comparisons", "applied_rate"); !slices.Contains(row, "0.435897436") || !slices.Contains(row, "0.001206566") || !slices.Contains(row, "cross_section") {
		t.Errorf("the comparison is listed as %v", row)
	}
	if row = rowOf(t, book, "Reliability", "social_learning"); !slices.Contains(row, "one_question") {
		t.Errorf("one question has the reliability %v", row)
	}
}

// rowOf is the first row of a sheet that begins with a word.
func rowOf(t *testing.T, book []table, sheet, first string) []string {
	t.Helper()
	for _, s := range book {
		if s.title != sheet {
			continue
		}
		for _, row := range s.rows {
			if len(row) > 2 && row[0] == first {
				return row
			}
		}
	}
	t.Fatalf("the sheet %s has no row %s", sheet, first)
	return nil
}

// Four answers of a cohort, and three who say that it failed, beside a cohort of
// fourteen whose figures are there.
func TestEvaluatorGetsNoMoreOfFewPeopleThanASponsor(t *testing.T) {
	d := newDesk(t)
	few, many := group("a", "u", "s", 2, spread(4, 57)...), failing(group("b", "u", "s", 6, spread(14, 31)...), 3)
	plant{souls: join(few, many)}.sow(d)
	got := d.sharedWith("evaluator")
	mean := func(souls []soul) float64 {
		sum := 0.0
		for _, s := range souls {
			sum += *s.worth
		}
		return sum / float64(len(souls))
	}
	secrets := []float64{mean(few), mean(join(few, many)), 3.0 / 14, 11.0 / 14}
	for _, s := range few {
		secrets = append(secrets, *s.worth)
	}
	for _, secret := range secrets {
		if how := got.tells(secret); how == "in full" {
			t.Errorf("%v is told %s", secret, how)
		}
	}
	if got.tells(mean(many)) == "" {
		t.Error("the mean of fourteen is not found either: this test looks in the wrong place")
	}
}

// A sponsor's release and an evaluator's edition after one late answer would tell
// that answer: both stand in the same list.
func TestEvaluatorsReleaseAfterOneLateAnswerIsRefused(t *testing.T) {
	d, before := late(t, 9, 21)
	d.answers("late.csv", "may-c,c-u-s-s0,2026-05-21 10:00:00,13.13,no")
	code, _, said := d.types("release", "--audience", "evaluator", "--out", d.path("second"))
	if code != exitFailed || !strings.Contains(said, "not released") || !strings.Contains(said, "1–4 people") {
		t.Errorf("exit code %d, said: %s", code, said)
	}
	if after := d.fingerprint(); after != before {
		t.Error("the release before is not what it was")
	}
}
