package reports_test

import (
	"strings"
	"testing"

	"valuetrail/reports"
)

func TestWhatWasAskedIsFollowedUp(t *testing.T) {
	in := twoYears(t)
	in.Before.Report.Requests = append(in.Before.Report.Requests, reports.Request{What: "A second room"})
	r := reports.Compose(in)
	want := []string{"Pay for an outside speaker: agreed in March; she came in May (18 March 2026).", "A second room: what happened is not said yet."}
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
		"a round more": {func(*reports.Input) {}, "Used what they learned", "a new round: summer"},
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
