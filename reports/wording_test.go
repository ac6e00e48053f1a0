package reports_test

import (
	"slices"
	"strings"
	"testing"

	"valuetrail/metrics"
	"valuetrail/reports"
)

func TestLevelsInTwoBandsReadWell(t *testing.T) {
	in := lakeside(t)
	const upper, lower = "core + active", "occasional + peripheral + dormant"
	bands := func(first, second metrics.Reading) reports.Figure {
		at := slices.IndexFunc(in.Answers, func(a metrics.Answer) bool { return a.Indicator.ID == "level_share" })
		in.Answers[at] = ask(t, "level_share", false, map[string][]metrics.Reading{upper: {first}, lower: {second}}, upper, lower)
		return figureOf(t, reports.Compose(in), "levels")
	}
	f := bands(share(9, 24, 24, false), share(15, 24, 24, false))
	if f.Title != "9 carry it or are regular, 15 come less" || f.Sentence != "By how much they take part: 9 carry it or are regular and 15 come now and then, or less." {
		t.Errorf("%q, %q", f.Title, f.Sentence)
	}
	if row := f.Table.Rows[0]; len(f.Table.Rows) != 2 || row[0].Text != "carry it or are regular (core + active)" || row[1].Text != "9" {
		t.Errorf("%v", f.Table.Rows)
	}
	f = bands(protected, protected)
	if f.Title != "How much members take part" || f.Sentence != "How much members take part cannot be shown." || f.Table.Rows[1][1].Mark != "[c]" || strings.ContainsAny(f.Table.Rows[1][2].Text, "0123456789") {
		t.Errorf("%q, %q, %v", f.Title, f.Sentence, f.Table.Rows)
	}
}

func TestNobodyCarriesItIsNotSaidBeforeAnybodyCould(t *testing.T) {
	in := lakeside(t)
	for at, a := range in.Answers {
		for n, r := range a.Readings {
			if r.Indicator == "level_share" && r.Part == "core" {
				zero := share(0, 36, 36, false)
				zero.Indicator, zero.Part, zero.Period = r.Indicator, r.Part, r.Period
				in.Answers[at].Readings[n] = zero
			}
		}
	}
	in.Overview.CoreFrom = 3
	if got := figureOf(t, reports.Compose(in), "levels").Title; got != "Nobody carries it yet" {
		t.Error(got)
	}
	in.Meetings = in.Meetings[:2]
	if got := figureOf(t, reports.Compose(in), "levels").Title; got != "Too few meetings yet to tell who carries it" {
		t.Error(got)
	}
}

func TestWhoAnsweredIsSaidOfAllOfNobodyAndOfALaterRound(t *testing.T) {
	in := lakeside(t)
	put(t, &in, "response_rate", false, share(36, 36, 36, false))
	f := figureOf(t, reports.Compose(in), "answered")
	if f.Title != "Everybody invited answered" || f.Sentence != "Everybody who was invited answered: 36 people." {
		t.Errorf("%q, %q", f.Title, f.Sentence)
	}
	put(t, &in, "response_rate", false, share(0, 36, 36, false))
	f = figureOf(t, reports.Compose(in), "answered")
	if f.Title != "Nobody invited answered" || f.Sentence != "None of the 36 who were invited answered." {
		t.Errorf("%q, %q", f.Title, f.Sentence)
	}
	put(t, &in, "response_rate", false, share(25, 36, 36, false))
	in.Overview.Unanswered = "summer-2"
	r := reports.Compose(in)
	if last := r.Findings[len(r.Findings)-1].Sentence; !strings.Contains(last, "25 of 36 who were invited answered (69 %); what the others think is not known. A later round closed without an answer.") {
		t.Error(last)
	}
}

func TestTableOfTimeAgreesWithItsSentence(t *testing.T) {
	in := lakeside(t)
	put(t, &in, "time_to_application", false, metrics.Reading{Value: at(20.0), Denominator: at(2.0), Numerator: at(2.0), People: at(2), Population: at(2), Unit: "days", Shown: true, Text: "20 days, from 2 people"})
	f := figureOf(t, reports.Compose(in), "time")
	if row := f.Table.Rows[len(f.Table.Rows)-1]; row[1].Text != "too few to tell" || row[1].Value != nil || row[2].Text != "2" {
		t.Errorf("%q beside %v", f.Sentence, row)
	}
}

func TestOneMeetingIsNotEveryMeeting(t *testing.T) {
	in := lakeside(t)
	in.Meetings = in.Meetings[:1]
	if got := figureOf(t, reports.Compose(in), "meetings").Title; got != "26 came to the one meeting that somebody counted" {
		t.Error(got)
	}
}

func TestHoursAreSpokenOfOnlyWhereTheyStand(t *testing.T) {
	in := lakeside(t)
	in.Overview.MinutesUnknown = 3
	spoken := func() bool { return strings.Contains(text(t, reports.Compose(in)), "that time is not in the hours") }
	if !spoken() {
		t.Error("hours that are too few are not explained")
	}
	in.Overview.MemberHours = 0
	if spoken() {
		t.Error("there are no hours, yet the page speaks of them")
	}
}

func TestSteadyAttendanceIsNoFlop(t *testing.T) {
	in := lakeside(t)
	flop := func() string {
		r := reports.Compose(in)
		at := slices.IndexFunc(r.Findings, func(f reports.Finding) bool { return f.Lead == "What did not work." })
		return r.Findings[at].Sentence
	}
	if got := flop(); !strings.Contains(got, "Attendance dropped") {
		t.Error(got)
	}
	put(t, &in, "attendance_rate", true, share(77, 108, 36, false), share(76, 107, 36, false), share(75, 107, 36, false))
	if got := flop(); strings.Contains(got, "Attendance") || !strings.Contains(got, "1 session was moved and 1 cancelled.") {
		t.Error(got)
	}
	in.Answers = slices.DeleteFunc(in.Answers, func(a metrics.Answer) bool { return a.Indicator.Evidence == "answers" })
	r := reports.Compose(in)
	if at := slices.IndexFunc(r.Findings, func(f reports.Finding) bool { return f.Lead == "Who came." }); at < 0 || !strings.Contains(r.Findings[at].Sentence, "Attendance stayed about the same") {
		t.Errorf("%v", r.Findings)
	}
}

func TestEmptyYearIsNotListed(t *testing.T) {
	in := lakeside(t)
	for at, a := range in.Answers {
		if a.Scope.Grain != "term" {
			continue
		}
		var before []metrics.Reading
		for _, term := range []string{"2024/25 autumn", "2024/25 spring", "2024/25 summer"} {
			none := hidden("no_data", "nothing recorded yet")
			none.Indicator, none.Period = a.Indicator.ID, term
			before = append(before, none)
		}
		in.Answers[at].Readings = append(before, a.Readings...)
	}
	r := reports.Compose(in)
	if got := text(t, r); strings.Contains(got, "2024/25") {
		t.Error("a year in which nothing was recorded is on the page")
	}
	if !strings.Contains(r.Headline, "in spring") {
		t.Errorf("an empty year makes the sentences long: %q", r.Headline)
	}
}

func TestMeetingToComeIsNeitherHeldNorWithoutARegister(t *testing.T) {
	in := lakeside(t)
	before := len(figureOf(t, reports.Compose(in), "meetings").Table.Rows)
	in.Meetings = append(in.Meetings, metrics.Meeting{ID: "next", Day: in.Meetings[0].Day + 1000, Status: metrics.Planned, Kind: "meeting", Listed: true})
	r := reports.Compose(in)
	rows := figureOf(t, r, "meetings").Table.Rows
	last := rows[len(rows)-1]
	status := slices.ContainsFunc(last, func(c reports.TableCell) bool { return c.Text == "to come" })
	register := slices.ContainsFunc(last, func(c reports.TableCell) bool { return c.Text == "no register" || c.Mark == "[x]" })
	if len(rows) != before+1 || !status || register {
		t.Errorf("%+v", last)
	}
}
