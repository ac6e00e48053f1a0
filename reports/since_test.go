package reports_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"valuetrail/metrics"
	"valuetrail/reports"
)

func TestWhatWasAskedIsFollowedUp(t *testing.T) {
	in := twoYears(t)
	in.Before.Report.Requests = append(in.Before.Report.Requests, reports.Request{What: "A second room"})
	r := reports.Compose(in)
	want := []string{"Pay for an outside speaker: agreed in March; she came in May.", "A second room: what happened is not said yet."}
	for i, says := range want {
		if r.Since[i] != says {
			t.Errorf("%q, want %q", r.Since[i], says)
		}
	}
	if row := figureOf(t, r, "asked-and-done").Table.Rows[0]; row[1].Text != "the board" || row[2].Text != "16 February 2026" {
		t.Errorf("%v", row)
	}
	if len(r.Asked) != 2 || r.Asked[0] != "Give each member two hours a month in spring: the board, by 25 August 2026." || r.Asked[1] != "Keep the meeting room on Tuesdays." {
		t.Errorf("%q", r.Asked)
	}
}

func TestChangesSinceTheLastReleaseHaveTheirReasons(t *testing.T) {
	cases := map[string]struct {
		change func(*reports.Input)
		id     string
		want   string
	}{
		"a round more": {func(*reports.Input) {}, "Used what they learned", "a new round: 2025/26 summer"},
		"answers more": {func(in *reports.Input) { in.Before.Report.Basis.Round, in.Before.Report.Basis.Answered = "summer", 19 }, "Used what they learned", "more answers to the same round"},
		"a month more": {func(in *reports.Input) { put(t, in, "attendance_rate", false, share(230, 350, 36, false)) }, "Attendance", "new data, up to 30 June 2026"},
		"a correction": {func(in *reports.Input) {
			put(t, in, "attendance_rate", true, share(79, 108, 36, false), share(61, 107, 36, false), share(74, 107, 36, false))
			in.Basis.Files = []string{"a", "c"}
		}, "Attendance, 2025/26 autumn", "a file was taken back or corrected"},
		"a file for days before": {func(in *reports.Input) {
			put(t, in, "attendance_rate", true, share(79, 108, 36, false), share(61, 107, 36, false), share(74, 107, 36, false))
		}, "Attendance, 2025/26 autumn", "a file was added for days reported before"},
		"new settings": {func(in *reports.Input) {
			in.Basis = in.Before.Report.Basis
			in.Basis.Settings = "others"
		}, "Used what they learned", "the settings changed"},
		"decisions": {func(in *reports.Input) { in.Basis = in.Before.Report.Basis }, "Used what they learned", "names were matched or parted anew"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			in := twoYears(t)
			c.change(&in)
			for _, row := range figureOf(t, reports.Compose(in), "changed").Table.Rows {
				if row[0].Text == c.id {
					if row[3].Text != c.want {
						t.Errorf("%s: %q, want %q", c.id, row[3].Text, c.want)
					}
					return
				}
			}
			t.Errorf("%s did not change", c.id)
		})
	}
}

// twoReleases is a release and what has changed since: the stories open to the
// reader, by their terms, and the files.
func twoReleases(t *testing.T) reports.Input {
	t.Helper()
	in := twoYears(t)
	was, is := &in.Before.Report.Basis, &in.Basis
	was.Stories = map[string]string{"s1": "2025/26 autumn", "s2": "2025/26 autumn", "s3": "2025/26 autumn"}
	is.Stories = map[string]string{"s1": "2025/26 autumn", "s3": "2025/26 spring", "s4": "2025/26 spring", "s5": "2025/26 summer"}
	was.About = map[string]reports.File{"a": {Kind: "roster"}, "b": {Kind: "stories"}}
	is.About = map[string]reports.File{"a": {Kind: "roster"}, "b": {Kind: "stories"}, "c": {Kind: "attendance", From: "2026-06-02"}, "d": {Kind: "roster"}, "e": {Kind: "targets"}}
	is.Files = []string{"a", "b", "c", "d", "e"}
	return in
}

func why(t *testing.T, in reports.Input, figure string) string {
	t.Helper()
	for _, row := range figureOf(t, reports.Compose(in), "changed").Table.Rows {
		if row[0].Text == figure {
			return row[3].Text
		}
	}
	t.Fatalf("%s did not change", figure)
	return ""
}

func told(n int, term string) metrics.Reading {
	return metrics.Reading{Indicator: "stories_told", Value: at(float64(n)), Numerator: at(float64(n)), Denominator: at(float64(n)), Unit: "stories", Shown: true, Text: strconv.Itoa(n) + " stories", Period: term}
}

func TestAStoryThatIsNoLongerOpenIsTheReason(t *testing.T) {
	in := twoReleases(t)
	before := in.Before.Report
	in.Answers = append(in.Answers, ask(t, "stories_told", true, one(told(1, ""), told(2, ""), told(1, ""))), ask(t, "stories_told", false, one(told(4, ""))))
	for i, n := range []int{3, 1} {
		before.Readings = append(before.Readings, told(n, terms[i]))
	}
	before.Readings = append(before.Readings, told(3, "all"))
	in.Before.Report = before
	if got, want := why(t, in, "Stories told, 2025/26 autumn"), "1 story is no longer open to you and 1 story has another day now"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got, want := why(t, in, "Stories told"), "2 more stories were told and 1 story is no longer open to you"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if says := reports.Compose(in).Since; !strings.Contains(says[len(says)-1], "which is a correction (1 story is no longer open to you and 1 story has another day now)") {
		t.Errorf("%q", says)
	}
}

func TestConfirmationsThatCameAreTheReason(t *testing.T) {
	in := twoReleases(t)
	asked := func(k float64) metrics.Reading {
		r := told(9, "all")
		r.Indicator, r.Part, r.Numerator, r.Text = "substantiation", "asked", &k, strconv.Itoa(int(k))+" of 9"
		return r
	}
	in.Answers = append(in.Answers, ask(t, "substantiation", false, map[string][]metrics.Reading{"asked": {asked(6)}}, "asked"))
	in.Before.Report.Readings = append(in.Before.Report.Readings, asked(0))
	in.Basis.Stories = in.Before.Report.Basis.Stories
	const figure, since = "Confirmed by somebody else: somebody else was asked", "somebody else was asked since"
	if got := why(t, in, figure); got == since {
		t.Error("no file of confirmations was added")
	}
	in.Basis.Files = append(in.Basis.Files, "f")
	in.Basis.About["f"] = reports.File{Kind: "substantiations"}
	if got := why(t, in, figure); got != since {
		t.Errorf("%q, want %q", got, since)
	}
}

// The attendance file tells of later days alone, and targets are in no
// attendance.
func TestAFileForDaysReportedBeforeIsNamedByItsKind(t *testing.T) {
	in := twoReleases(t)
	put(t, &in, "attendance_rate", true, share(79, 108, 36, false), share(61, 107, 36, false), share(74, 107, 36, false))
	if got, want := why(t, in, "Attendance, 2025/26 autumn"), "added for days reported before: member list"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	delete(in.Basis.About, "d")
	in.Basis.Files = []string{"a", "b", "c", "e"}
	if got, want := why(t, in, "Attendance, 2025/26 autumn"), "a file was added for days reported before"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	in.Basis.Files = []string{"a", "c"} // a file of stories went: that moves no attendance
	if got := why(t, in, "Attendance, 2025/26 autumn"); strings.Contains(got, "taken back") {
		t.Error(got)
	}
}

func TestWhatLeadsThePageLeadsWhatChanged(t *testing.T) {
	in := twoReleases(t)
	put(t, &in, "attendance_rate", true, share(79, 108, 36, false), share(61, 107, 36, false), share(74, 107, 36, false))
	put(t, &in, "level_share", false, share(7, 36, 36, false))
	table := figureOf(t, reports.Compose(in), "changed").Table
	if table.Rows[0][0].Text != "Used what they learned" || table.Rows[1][0].Text != "Attendance, 2025/26 autumn" || table.AtOnce == 0 {
		t.Errorf("%d at once: %v", table.AtOnce, table.Rows)
	}
}

func TestWhatWasDecidedIsNotAskedAgain(t *testing.T) {
	in := twoYears(t)
	in.Words.Done = append(in.Words.Done, reports.Request{What: "keep the meeting room on Tuesdays.", Happened: "agreed"}, reports.Request{What: "Give each member two hours a month in spring"})
	r := reports.Compose(in)
	if len(r.Asked) != 1 || !strings.HasPrefix(r.Asked[0], "Give each member") || len(r.Requests) != 1 {
		t.Errorf("%q, kept for the next report: %v", r.Asked, r.Requests)
	}
	if !slices.Contains(r.Since, "keep the meeting room on Tuesdays: agreed.") {
		t.Errorf("%q", r.Since)
	}
}

func TestAnUnchangedReportSaysSo(t *testing.T) {
	in := lakeside(t)
	in.Before = &reports.Before{Number: 2, Day: 20600, Report: reports.Compose(lakeside(t))}
	r := reports.Compose(in)
	if got := strings.Join(r.Since, " "); got != "No figure says anything else than in release 2 (27 May 2026)." {
		t.Error(got)
	}
	if f := figureOf(t, r, "changed"); f.Title != "Every figure is as it was at the last review" {
		t.Error(f.Title)
	}
}

func TestCommentsStandWhereTheyBelong(t *testing.T) {
	r := reports.Compose(twoYears(t))
	if len(r.Comments) != 2 || r.Comments[1] != "We learned to ask earlier." {
		t.Errorf("%q", r.Comments)
	}
	for _, s := range r.Sections {
		if want := s.ID == "flops"; (len(s.Comments) == 1) != want {
			t.Errorf("%s: %q", s.ID, s.Comments)
		}
	}
}
