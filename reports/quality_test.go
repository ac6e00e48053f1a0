package reports_test

import (
	"strings"
	"testing"

	"valuetrail/internal/vocabulary"
	"valuetrail/metrics"
	"valuetrail/reports"
)

// missing gives a figure its grade and what is not there of one part.
func missing(r metrics.Reading, part string, grade metrics.Grade, text string) metrics.Reading {
	r.Grade, r.Caveats = grade, []metrics.Caveat{{Part: part, Grade: grade, Text: text}}
	return r
}

func graded(r metrics.Reading, grade metrics.Grade) metrics.Reading {
	r.Grade, r.Caveats = grade, []metrics.Caveat{}
	return r
}

// gaps is the lakeside year with what is not there of it: four of nine meetings have
// no register, seven of 33 did not answer in summer.
func gaps(t testing.TB) reports.Input {
	in := lakeside(t)
	rate := func(k int) metrics.Reading { return share(k, 100, 36, false) }
	put(t, &in, "attendance_rate", true, graded(rate(71), "A"), missing(rate(58), "registers", "D", "2 of 3 sessions have no attendance file"), graded(rate(69), "A"))
	put(t, &in, "attendance_rate", false, missing(rate(66), "registers", "C", "4 of 9 sessions have no attendance file"))
	put(t, &in, "immediate_score", true, graded(score(60, 8, 30, 31), "A"), missing(score(62, 8, 9, 33), "answers", "D", "no answer from 24 of 33 people"), missing(score(66, 8, 26, 33), "answers", "B", "no answer from 7 of 33 people"))
	return in
}

func TestEachFigureSaysHowCompleteItsDataAre(t *testing.T) {
	r := reports.Compose(gaps(t))
	for id, want := range map[string]string{
		"terms": "Data: C (4 of 9 sessions have no attendance file).",
		"worth": "Data: A to D (spring: no answer from 24 of 33 people).",
	} {
		if got := figureOf(t, r, id).Data; got != want {
			t.Errorf("%s: %q, want %q", id, got, want)
		}
	}
	told := r.Definitions[len(r.Definitions)-1]
	for _, letter := range []string{"A means", "B means", "C half", "D less"} {
		if told.ID != "data" || !strings.Contains(told.Counted, letter) {
			t.Errorf("the rule is %+v", told)
		}
	}
}

func TestPageOneNamesWhatIsHalfMissingAndNoMore(t *testing.T) {
	in := gaps(t)
	sure := func(in reports.Input) string {
		for _, f := range reports.Compose(in).Findings {
			if f.Anchor == "sure" {
				return f.Sentence
			}
		}
		t.Fatal("nothing says how sure it is")
		return ""
	}
	if says := sure(in); !strings.Contains(says, "Mind that 4 of 9 sessions have no attendance file.") || strings.Contains(says, "no answer from") {
		t.Errorf("%q", says)
	}
	put(t, &in, "attendance_rate", false, missing(share(66, 100, 36, false), "registers", "B", "1 of 9 sessions has no attendance file"))
	if says := sure(in); strings.Contains(says, "Mind that") {
		t.Errorf("%q", says)
	}
}

func TestMembersReadWhatIsHalfMissingInWords(t *testing.T) {
	in := gaps(t)
	in.Audience = vocabulary.Members
	r := reports.Compose(in)
	if lines := strings.Join(r.Sections[0].Lines, " "); !strings.Contains(lines, "Mind that 4 of 9 sessions have no attendance file.") {
		t.Errorf("%q", lines)
	}
	for _, s := range r.Sections {
		for _, f := range s.Figures {
			if f.Data != "" {
				t.Errorf("%s: %q", f.ID, f.Data)
			}
		}
	}
}

func TestWithoutGradesNothingIsSaidOfTheData(t *testing.T) {
	r := reports.Compose(lakeside(t))
	for _, s := range r.Sections {
		for _, f := range s.Figures {
			if f.Data != "" {
				t.Errorf("%s: %q", f.ID, f.Data)
			}
		}
	}
	for _, d := range r.Definitions {
		if d.ID == "data" {
			t.Errorf("%+v", d)
		}
	}
}
