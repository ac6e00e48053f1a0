package reports_test

import (
	"strings"
	"testing"

	"valuetrail/internal/vocabulary"
	"valuetrail/metrics"
	"valuetrail/reports"
)

// gapReading is how those who answered differ from the silent.
func gapReading(value float64) metrics.Reading {
	return metrics.Reading{Value: &value, Numerator: at(20.0), Denominator: at(25.0), People: at(36), Population: at(36), Unit: "percent", Shown: true,
		Text: "of those who could come, 25 who answered came to 80 % of the meetings, 11 who did not answer to 55 %"}
}

func TestHowSureSaysThatTheSilentCameLess(t *testing.T) {
	cases := map[string]struct {
		whole, autumn metrics.Reading
		want, not     string
	}{
		"of the whole time":     {gapReading(0.08), protected, "Of those who could come, 25 who answered came to 80 % of the meetings, 11 who did not answer to 55 %. Read what they answered as the favourable side.", "In autumn"},
		"of an earlier round":   {protected, gapReading(0.08), "In autumn, the latest round that tells it, of those who could come, 25 who answered came to 80 % of the meetings, 11 who did not answer to 55 %. Read what they answered as the favourable side.", ""},
		"nothing that is told":  {protected, protected, "who were invited answered", "favourable"},
		"the silent came alike": {gapReading(0.004), protected, "25 who answered came to 80 %", "favourable"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			in := lakeside(t)
			put(t, &in, "response_gap", false, c.whole)
			put(t, &in, "response_gap", true, c.autumn, protected, protected)
			findings := reports.Compose(in).Findings
			says := findings[len(findings)-1].Sentence
			if !strings.Contains(says, c.want) || c.not != "" && strings.Contains(says, c.not) {
				t.Errorf("%q", says)
			}
		})
	}
}

func TestAMeasureIsNotNamedTwiceInARow(t *testing.T) {
	in := lakeside(t)
	moved := metrics.Reading{Part: "days, network", Title: "Days to decide", Value: at(16.0), Numerator: at(16.0), Denominator: at(1.0), Shown: true, Text: "Days to decide: 24 → 16 days (target 14)"}
	put(t, &in, "measure_change", false, moved)
	r := reports.Compose(in)
	row := figureOf(t, r, "measures").Table.Rows[0]
	if row[0].Text != "Days to decide" || row[1].Text != "24 → 16 days (target 14)" || !strings.HasSuffix(row[1].Of, "|said") {
		t.Errorf("%+v", row)
	}
	if says := figureOf(t, r, "measures").Sentence; says != "Days to decide: 24 → 16 days (target 14)." {
		t.Error(says)
	}
}

func TestYearsHaveNoRowsThatNeitherYearSaysAnythingIn(t *testing.T) {
	in := twoYears(t)
	notAsked := hidden("not_asked", "not asked")
	in.Comparisons = append(in.Comparisons,
		compared("negative_answers", "Answered that it did not work", notAsked, notAsked, 0, metrics.NotComparable),
		compared("practice_diffusion", "Practices spreading", share(2, 6, 6, false), share(1, 6, 6, false), 0, metrics.Told))
	for audience, rows := range map[vocabulary.Audience]int{vocabulary.Sponsor: 5, vocabulary.Convenor: 6} {
		in.Audience = audience
		if got := len(figureOf(t, reports.Compose(in), "this-and-last").Table.Rows); got != rows {
			t.Errorf("%s: %d rows, want %d", audience, got, rows)
		}
	}
}

func TestWhatNobodySaidOfWhatWasAskedHasNoColumn(t *testing.T) {
	in := twoYears(t)
	in.Before, in.Words.Done = nil, []reports.Request{{What: "Pay for a speaker", Happened: "agreed"}}
	if f := figureOf(t, reports.Compose(in), "asked-and-done"); len(f.Table.Columns) != 2 || len(f.Table.Rows[0]) != 2 {
		t.Errorf("%+v", f.Table)
	}
	in.Words.Done[0].Owner = "the board"
	if f := figureOf(t, reports.Compose(in), "asked-and-done"); len(f.Table.Columns) != 3 {
		t.Errorf("%+v", f.Table)
	}
}

func TestTheRoundOfTheSilentIsNamedWhereItIsNotTheOneBefore(t *testing.T) {
	cases := map[string]struct {
		autumn, summer metrics.Reading
		named          bool
	}{
		"the whole time is that of an earlier round": {gapReading(0.08), hidden("nameless", "not known"), true},
		"both are of the latest round":               {protected, gapReading(0.08), false},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			in := lakeside(t)
			put(t, &in, "response_gap", false, gapReading(0.08))
			put(t, &in, "response_gap", true, c.autumn, protected, c.summer)
			findings := reports.Compose(in).Findings
			says := findings[len(findings)-1].Sentence
			if !strings.Contains(says, "25 of 36") || strings.Contains(says, "In autumn, the latest round that tells it, of those who could come, 25") != c.named {
				t.Errorf("%q", says)
			}
		})
	}
}

func TestConfirmationsAreOfTheStoriesThatTellOfResults(t *testing.T) {
	cases := map[string]struct {
		of   int // the story that somebody else was asked about, and that confirmed
		want string
	}{
		"of the one with results": {0, "Of 4 stories that you may read, 1 tells of results. Somebody else was asked about it and confirmed it."},
		"of another":              {2, "Of 4 stories that you may read, 1 tells of results. Nobody else has been asked about it yet."},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			in := lakeside(t)
			in.Stories = stories()
			for i := range in.Stories {
				in.Stories[i].Confirmation = ""
			}
			in.Stories[c.of].Confirmation = "confirmed"
			put(t, &in, "realized_rate", false, share(12, 25, 36, true))
			if says := findingsOf(in); !strings.Contains(says, c.want) || strings.Contains(says, "asked about 1") {
				t.Errorf("%q", says)
			}
		})
	}
}

func TestTheOrganisationsThatCouldAreSaidWhereMembersComeFromFewer(t *testing.T) {
	for members, says := range map[int]bool{5: true, 6: false} {
		in := lakeside(t)
		in.Overview.Organisations = members
		used := metrics.Reading{Title: "Shared call-out list", Value: at(4.0 / 6), Numerator: at(4.0), Denominator: at(6.0), Shown: true, Text: "4 of 6"}
		in.Answers = append(in.Answers, ask(t, "practice_diffusion", false, map[string][]metrics.Reading{"PR-1": {used}}, "PR-1"))
		f := figureOf(t, reports.Compose(in), "spread")
		if !strings.HasPrefix(f.Title, "4 of 6 organisations") || strings.Contains(f.Sentence, "is what the list of practices says; the members come from 5.") != says {
			t.Errorf("%d: %q %q", members, f.Title, f.Sentence)
		}
	}
}
