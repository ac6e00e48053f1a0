package reports_test

import (
	"strings"
	"testing"

	"valuetrail/metrics"
	"valuetrail/reports"
)

// beside puts one comparison in the place of those of two years.
func beside(t *testing.T, x metrics.Comparison) reports.Report {
	t.Helper()
	in := twoYears(t)
	in.Comparisons = []metrics.Comparison{x}
	return reports.Compose(in)
}

func rate(value float64) metrics.Reading {
	return metrics.Reading{Value: &value, Numerator: at(100 * value), Denominator: at(100.0), People: at(30), Unit: "percent", Shown: true, Text: "so much"}
}

// 54.4 % and 53.6 % print as 54 % both: a reader who subtracts finds nothing.
func TestADifferenceIsThatOfTheNumbersBesideIt(t *testing.T) {
	r := beside(t, compared("attendance_rate", "Attendance", rate(0.544), rate(0.536), 0.005, metrics.Clear))
	if got := figureOf(t, r, "this-and-last").Table.Rows[0][3].Text; got != "no difference (0 to 1)" {
		t.Error(got)
	}
}

// Attendance is compared by the means of members' own shares: 54 % both years
// and 1 point less beside them would look like a mistake.
func TestADifferenceOfOwnSharesSaysWhoseItIs(t *testing.T) {
	x := compared("attendance_rate", "Attendance", rate(0.54), rate(0.54), 0, metrics.TooFew)
	x.ThisMean, x.LastMean, x.Difference, x.Low, x.High = at(0.52), at(0.53), at(-0.0115), at(-0.15), at(0.12)
	r := beside(t, x)
	if got, want := figureOf(t, r, "this-and-last").Table.Rows[0][3].Text, "−15 to 12 points, by each member's own share: 52 % and 53 %"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got := figureOf(t, r, "this-and-last").Chart.Remarks[0]; got != "−15 to 12 points, by own shares, too few to tell" {
		t.Error(got)
	}
	const want = "Last year 54 %: no clear change."
	if says := r.Findings[3].Sentence; !strings.Contains(says, want) {
		t.Errorf("%q does not say %q", says, want)
	}
	x.ThisMean, x.LastMean = at(0.541), at(0.539)
	if got := figureOf(t, beside(t, x), "this-and-last").Table.Rows[0][3].Text; strings.Contains(got, "own share") {
		t.Errorf("means that print as the figures do: %q", got)
	}
}

// How large it is stands in words where there is a difference to speak of.
func TestSizeOfADifferenceIsSaidOnlyWhereThereIsOne(t *testing.T) {
	for verdict, want := range map[metrics.Verdict]string{metrics.Clear: "clearly a rise; by convention a medium effect", metrics.TooFew: "too few to tell"} {
		x := compared("attendance_rate", "Attendance", rate(0.8), rate(0.4), 0.1, verdict)
		x.Size = "medium"
		if got := figureOf(t, beside(t, x), "this-and-last").Table.Rows[0][4].Text; got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// Medians have no range between them, so neither is called more.
func TestMediansAreApartAndNeitherIsMore(t *testing.T) {
	days := func(value float64) metrics.Reading {
		return metrics.Reading{Value: &value, Denominator: at(9.0), People: at(9), Unit: "days", Shown: true, Text: "so many days"}
	}
	x := compared("time_to_application", "Time to use", days(18), days(20), 0, metrics.Told)
	x.Untested = "order"
	if got := figureOf(t, beside(t, x), "this-and-last").Table.Rows[0][3].Text; got != "2 days apart" {
		t.Error(got)
	}
}

// The gap between those who answered and all is a fraction, said in points.
func TestADifferenceInPointsIsSaidInPoints(t *testing.T) {
	gap := func(value float64) metrics.Reading {
		return metrics.Reading{Value: &value, Numerator: at(16.0), Denominator: at(25.0), People: at(31), Unit: "points", Shown: true, Text: "25 came more"}
	}
	f := figureOf(t, beside(t, compared("response_gap", "Whether the silent differ", gap(0.09), gap(0.03), 0, metrics.Told)), "this-and-last")
	if got := f.Table.Rows[0][3].Text; got != "6 points more" {
		t.Error(got)
	}
	if f.Chart != nil {
		t.Error("a gap stands on the scale of shares and scores")
	}
}

func TestNoCodeOfTheDataStandsOnAPage(t *testing.T) {
	stories := metrics.Reading{Value: at(3.0), Numerator: at(3.0), Denominator: at(9.0), Unit: "stories", Shown: true, Text: "3 stories"}
	for _, c := range []struct{ id, part, want string }{
		{"flow_count", "applied → immediate (loop)", "Where one thing led to another: “What did they use?” led back to “Was it worth the time?”, a loop: what came of it was brought back to the community"},
		{"flow_count", "potential → applied", "Where one thing led to another: “What did people gain?” led to “What did they use?”"},
		{"value_by_activity", "learning_popup: realized", "What creates value: learning pop-up, “What changed?”"},
		{"value_by_activity", "unknown: applied", "What creates value: kind of session not said, “What did they use?”"},
		{"facilitation_rotation", "longest_run", "Who leads: most sessions in a row led by one member"},
		{"retention_term", "stayed", "Staying: came again"},
		{"substantiation", "no_answer", "Confirmed by somebody else: of those, no answer came"},
		{"immediate_score", "", "Was it worth the time? (immediate value)"},
	} {
		x := compared(c.id, "", stories, stories, 0, metrics.Told)
		for _, ind := range catalogue(t) {
			if ind.ID == c.id {
				x.Title = ind.Title
			}
		}
		x.Part, x.This.Part, x.Last.Part = c.part, c.part, c.part
		if got := figureOf(t, beside(t, x), "this-and-last").Table.Rows[0][0].Text; got != c.want {
			t.Errorf("%s %s: %q, want %q", c.id, c.part, got, c.want)
		}
	}
}

// A part of an indicator that a page cannot name would stand there as a code.
func TestEveryClosedPartHasWords(t *testing.T) {
	for _, ind := range catalogue(t) {
		for _, part := range ind.Parts {
			x := compared(ind.ID, ind.Title, rate(0.5), rate(0.5), 0, metrics.Told)
			x.Part = part
			f := figureOf(t, beside(t, x), "this-and-last")
			if name := f.Table.Rows[0][0].Text; strings.HasSuffix(name, ": "+part) && part != "left" || strings.Contains(name, "_") {
				t.Errorf("%s: %q", ind.ID, name)
			}
		}
	}
}
