package reports_test

import (
	"math"
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"valuetrail/internal/message"
	"valuetrail/metrics"
	"valuetrail/reports"
)

// compared is a comparison of two readings, with a range so much to both sides.
func compared(id, title string, this, last metrics.Reading, half float64, verdict metrics.Verdict) metrics.Comparison {
	this.Indicator, last.Indicator = id, id
	this.Cohort, last.Cohort = "2025", "2024"
	x := metrics.Comparison{Indicator: id, Title: title, Offset: "programme", This: this, Last: last, Verdict: verdict}
	if verdict == metrics.NotComparable || verdict == metrics.NotShown {
		x.Words = "the questions differ between the two years"
		return x
	}
	difference := *this.Value - *last.Value
	x.Difference = &difference
	if half > 0 {
		x.Low, x.High = at(difference-half), at(difference+half)
	}
	return x
}

// twoYears is lakeside with the year before beside it, words of the convenor
// and a release before.
func twoYears(t testing.TB) reports.Input {
	t.Helper()
	in := lakeside(t)
	in.LastSpan, in.LastMeetings = "2024/25", meetings()
	for i := range in.LastMeetings {
		in.LastMeetings[i].Day -= 365
		in.LastMeetings[i].Came = max(0, in.LastMeetings[i].Came-4+i%3)
	}
	primary := compared("applied_rate", "Used what they learned", share(18, 25, 36, true), share(11, 26, 34, true), 0.24, metrics.Likely)
	primary.Primary = true
	attendance := share(213, 322, 36, false)
	attendance.People = at(36)
	attendanceLast := share(190, 310, 34, false)
	attendanceLast.People = at(34)
	in.Comparisons = []metrics.Comparison{primary,
		compared("attendance_rate", "Attendance", attendance, attendanceLast, 0.08, metrics.TooFew),
		compared("immediate_score", "Immediate value", score(73, 7, 25, 36), score(64, 9, 26, 34), 11, metrics.AboutTheSame),
		compared("reach_rate", "Reach", share(34, 36, 36, false), share(33, 34, 34, false), 0, metrics.Told),
		compared("response_rate", "Who answered", share(25, 36, 36, false), share(26, 34, 34, false), 0, metrics.NotComparable),
	}
	in.Words = reports.Words{
		Asked:    []reports.Request{{What: "Give each member two hours a month in spring", Owner: "the board", By: 20690}, {What: "Keep the meeting room on Tuesdays"}},
		Done:     []reports.Request{{What: "Pay for an outside speaker", Happened: "agreed in March; she came in May", On: 20530}},
		Plan:     []string{"Ask the one organisation that is not reached yet what would help.", "Repeat the survey in November."},
		Comments: []reports.Comment{{Section: "overall", Text: "A year with a slow spring.\n\nWe learned to ask earlier."}, {Section: "flops", Text: "March was the month of the trade fair."}},
	}
	in.Open = []reports.Waiting{{What: "Members who missed the last two sessions open to them", Count: 4, Where: "valuetrail people list --not-seen 2"}, {What: "Rows kept for you to check", Where: "valuetrail sources problems"}}
	in.Meetings = append(in.Meetings, metrics.Meeting{ID: "q", Title: "Visit to the brewery", Day: 20610, Status: "held", Kind: "visit"})
	before := lakeside(t)
	put(t, &before, "applied_rate", false, share(11, 26, 36, true))
	put(t, &before, "attendance_rate", true, share(77, 108, 36, false), share(61, 107, 36, false))
	before.Words.Asked = []reports.Request{{What: "Pay for an outside speaker", Owner: "the board", By: 20500}}
	before.Basis = reports.Basis{CutOff: at(20500), Round: "spring", Answered: 26, Files: []string{"a", "b"}}
	in.Before = &reports.Before{Number: 1, Day: 20520, Report: reports.Compose(before)}
	in.Basis = reports.Basis{CutOff: at(20634), Round: "summer", Answered: 25, Files: []string{"a", "b", "c"}}
	return in
}

func TestFindingsSayHowTheyStandBesideLastYear(t *testing.T) {
	r := reports.Compose(twoYears(t))
	for at, want := range map[int]string{
		0: "Against last year’s 11 of 26, 30 points more (6 to 54): likely a real rise, its size uncertain.",
		1: "Against last year’s 64 of 100 points, −2 to 20 points: about the same.",
		3: "Against last year’s 61 %, −3 to 13 points: too few to tell.",
	} {
		if !strings.Contains(r.Findings[at].Sentence, want) {
			t.Errorf("%q does not say %q", r.Findings[at].Sentence, want)
		}
	}
	f := figureOf(t, r, "this-and-last")
	if f.Title != "1 of 3 figures differs from last year by more than chance" {
		t.Error(f.Title)
	}
	if row := f.Table.Rows[4]; row[3].Mark != "[z]" || row[4].Text != "the questions differ between the two years" {
		t.Errorf("not comparable: %v", row)
	}
	if f.Chart == nil || len(f.Chart.Rows) != 4 || f.Chart.Remarks[3] != "3 points less" {
		t.Errorf("%+v", f.Chart)
	}
}

func TestNoWordOfLastYearWithoutOne(t *testing.T) {
	in := twoYears(t)
	in.Comparisons, in.LastMeetings, in.LastSpan = nil, nil, ""
	if got := text(t, reports.Compose(in)); strings.Contains(got, "Last year") || strings.Contains(got, "last_year") {
		t.Errorf("there is no last year: %s", got)
	}
}

// A difference whose own range leaves out none, and which is too few to tell
// among many, says why beside it and where the page says what its words mean.
func TestADifferenceThatManyLooksMakeUncertainSaysSo(t *testing.T) {
	in := twoYears(t)
	for i, x := range in.Comparisons {
		if x.Indicator == "applied_rate" {
			x.Verdict, x.Primary, x.Together = metrics.TooFew, false, 41
			in.Comparisons[i] = x
		}
	}
	r := reports.Compose(in)
	const why = "30 points more (6 to 54): more than chance by itself, too few to tell among 41 figures compared."
	if !strings.Contains(r.Findings[0].Sentence, why) {
		t.Errorf("%q does not say %q", r.Findings[0].Sentence, why)
	}
	said := false
	for _, d := range r.Definitions {
		said = said || d.ID == "confidence" && strings.Contains(d.Counted, "all figures but the one chosen beforehand are judged together")
	}
	if !said {
		t.Error("what the words mean does not speak of many figures")
	}
}

func TestADifferenceOfMediansIsNotSaidToBeCounted(t *testing.T) {
	in := twoYears(t)
	low, high := 3.0, 26.0
	r := metrics.Reading{Indicator: "time_to_application", Value: &low, Low: &low, High: &high, Unit: "days", Shown: true, Text: "3 days (3 to 26)"}
	d := 2.0
	in.Comparisons = []metrics.Comparison{{Indicator: "time_to_application", Title: "Time to use", This: r, Last: r, Difference: &d, Verdict: metrics.Told}}
	got := figureOf(t, reports.Compose(in), "this-and-last").Table.Rows[0][4].Text
	if strings.Contains(got, "ounted") || got != "set side by side, not tested: the difference has no range of its own" {
		t.Errorf("%q", got)
	}
}

// Words are held to the numbers of any comparison: the sign to "more" and
// "less", the size to what is printed, confidence to the verdict.
func TestWordsOfADifferenceMatchItsNumbers(t *testing.T) {
	verdicts := []metrics.Verdict{metrics.Clear, metrics.Likely, metrics.TooFew, metrics.AboutTheSame, metrics.Told}
	rapid.Check(t, func(rt *rapid.T) {
		n, m := rapid.IntRange(10, 60).Draw(rt, "this n"), rapid.IntRange(10, 60).Draw(rt, "last n")
		this, last := share(rapid.IntRange(0, n).Draw(rt, "this"), n, n+9, true), share(rapid.IntRange(0, m).Draw(rt, "last"), m, m+9, true)
		verdict := rapid.SampledFrom(verdicts).Draw(rt, "verdict")
		half := rapid.Float64Range(0.01, 0.6).Draw(rt, "half")
		if verdict == metrics.Told {
			half = 0
		}
		in := twoYears(t)
		put(t, &in, "applied_rate", false, this)
		in.Comparisons = []metrics.Comparison{compared("applied_rate", "Used what they learned", this, last, half, verdict)}
		r := reports.Compose(in)
		d := *in.Comparisons[0].Difference
		size := math.Round(100**this.Value) - math.Round(100**last.Value) // what a reader finds who subtracts
		says, row := r.Findings[0].Sentence, figureOf(t, r, "this-and-last").Table.Rows[0]
		for _, words := range []string{says, row[3].Text} {
			either := half > 0 && d-half <= 0 && d+half >= 0
			if regexp.MustCompile(`[0-9] to [0-9]+ points?\b`).MatchString(words) != either || strings.Contains(words, " more (") != (size > 0 && half > 0 && !either) || strings.Contains(words, " less (") != (size < 0 && half > 0 && !either) {
				rt.Errorf("%v: %q", d, words)
			}
			if either {
				continue
			}
			if number := strings.TrimPrefix(message.For("en").Number(size, 0), "−"); size != 0 && !regexp.MustCompile(`\b`+number+` points? (more|less)`).MatchString(words) {
				rt.Errorf("%v: %q does not say %s", d, words, number)
			}
		}
		for words, when := range map[string]bool{"clearly a rise": verdict == metrics.Clear && d > 0, "clearly a fall": verdict == metrics.Clear && d <= 0,
			"likely a real rise": verdict == metrics.Likely && d > 0, "likely a real fall": verdict == metrics.Likely && d <= 0,
			"too few to tell": verdict == metrics.TooFew, "about the same": verdict == metrics.AboutTheSame} {
			if strings.Contains(row[4].Text, words) != when {
				rt.Errorf("%s, %v: %q", verdict, d, row[4].Text)
			}
		}
	})
}

func TestMeetingsStandBesideThoseOfLastYearAsShares(t *testing.T) {
	f := figureOf(t, reports.Compose(twoYears(t)), "meetings")
	if f.Chart.Unit != "percent" || f.Chart.Series[len(f.Chart.Series)-1].Role != "last_year" {
		t.Fatalf("%+v", f.Chart)
	}
	last := f.Chart.Series[len(f.Chart.Series)-1]
	if got := *last.Values[0]; math.Abs(got-22.0/36) > 1e-12 || last.Values[3] != nil {
		t.Errorf("%v, %v", got, last.Values[3])
	}
	columns := len(f.Table.Columns)
	if row := f.Table.Rows[0]; row[columns-2].Text != "72 %" || row[columns-1].Text != "61 %" {
		t.Errorf("%v", row)
	}
	in := twoYears(t)
	in.Meetings = in.Meetings[:5]
	if rows := figureOf(t, reports.Compose(in), "meetings").Chart.Rows; len(rows) != 9 || rows[8] != "no. 9" {
		t.Errorf("%q: last year had more meetings", rows)
	}
}
