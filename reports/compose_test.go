package reports_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"valuetrail/internal/vocabulary"
	"valuetrail/metrics"
	"valuetrail/reports"
)

// put replaces the readings of an indicator at one grain.
func put(t testing.TB, in *reports.Input, id string, byTerm bool, readings ...metrics.Reading) {
	t.Helper()
	made := ask(t, id, byTerm, one(readings...))
	for i, a := range in.Answers {
		if a.Indicator.ID == id && (a.Scope.Grain == "term") == byTerm {
			in.Answers[i] = made
			return
		}
	}
	in.Answers = append(in.Answers, made)
}

// failing is a test or one try of a property.
type failing interface{ Fatal(...any) }

func text(t failing, r reports.Report) string {
	b, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func figureOf(t testing.TB, r reports.Report, id string) reports.Figure {
	t.Helper()
	for _, s := range r.Sections {
		for _, f := range s.Figures {
			if f.ID == id {
				return f
			}
		}
	}
	t.Fatalf("no figure %s", id)
	return reports.Figure{}
}

func TestHeadlineSaysWhatWasUsedAndWhetherPeopleCome(t *testing.T) {
	cases := map[string]struct {
		change func(*reports.Input)
		want   string
	}{
		"three in four used it, spring was low": {func(*reports.Input) {},
			"Most members who answered used what they learned. Attendance dropped to 58 % in spring and came back to 69 % in summer."},
		"half used it, attendance fell": {func(in *reports.Input) {
			put(t, in, "applied_rate", false, share(13, 25, 36, true))
			put(t, in, "attendance_rate", true, share(80, 100, 36, false), share(70, 100, 36, false))
			judgeTerms(in, func(int, int) metrics.Verdict { return metrics.Likely })
		}, "About half of the members who answered used what they learned. Attendance fell from 80 % in autumn to 70 % in spring."},
		"few used it, attendance stayed": {func(in *reports.Input) {
			put(t, in, "applied_rate", false, share(8, 25, 36, true))
			put(t, in, "attendance_rate", true, share(704, 1000, 36, false), share(665, 1000, 36, false))
		}, "Fewer than half of the members who answered used what they learned. Attendance stayed about the same, at 67 % in spring."},
		"too few answered to be shown": {func(in *reports.Input) { put(t, in, "applied_rate", false, protected) },
			"What members used: not shown, to protect members."},
		"no survey": {func(in *reports.Input) {
			put(t, in, "applied_rate", false, hidden("needs:survey", "needs: survey answers"))
			put(t, in, "attendance_rate", true, share(80, 100, 36, false))
		}, "Members came to 80 % of the meetings they could come to."},
		"another primary indicator": {func(in *reports.Input) { in.Primary = "immediate_score" }, "Members who answered say it was worth the time."},
		"an indicator of their own": {func(in *reports.Input) { in.Primary = "reach_rate" }, "Came at least once: 34 of 36 (94 %)."},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			in := lakeside(t)
			c.change(&in)
			if got := reports.Compose(in).Headline; !strings.HasPrefix(got, c.want) {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func TestFindingsAreFiveAndEachLeadsToItsSection(t *testing.T) {
	r := reports.Compose(lakeside(t))
	var leads []string
	for _, f := range r.Findings {
		leads = append(leads, f.Lead)
		if !slices.ContainsFunc(r.Sections, func(s reports.Section) bool { return s.ID == f.Anchor && len(s.Figures) > 0 }) {
			t.Errorf("%s leads to %q, which holds no figure", f.Lead, f.Anchor)
		}
	}
	want := []string{"Used at work.", "Worth the time.", "What people tell.", "What did not work.", "How sure are we?"}
	if !slices.Equal(leads, want) {
		t.Errorf("%q, want %q", leads, want)
	}
	const used = "18 of 25 who answered put something into practice (72 %; 52 % to 86 %). Of all 36 that is between 50 % and 81 %, whatever the 11 who did not answer think. That is likely more than half."
	if !strings.HasPrefix(r.Findings[0].Sentence, used) {
		t.Errorf("%q, want %q", r.Findings[0].Sentence, used)
	}
}

func TestConfidenceComesFromTheRangeAndTheSilent(t *testing.T) {
	cases := map[string]struct {
		reading metrics.Reading
		want    string
	}{
		"30 of 34 among 36":  {share(30, 34, 36, true), "That is clearly more than half."},
		"18 of 25 among 36":  {share(18, 25, 36, true), "That is likely more than half."},
		"13 of 25 among 36":  {share(13, 25, 36, true), "Whether that is more than half: too few to tell."},
		"4 of 34 among 36":   {share(4, 34, 36, true), "That is clearly less than half."},
		"5 of 20 among 36":   {share(5, 20, 36, true), "That is likely less than half."},
		"about 70 of 100":    {metrics.Reading{Value: at(0.7), Shown: true, Unit: "percent", Text: "about 70 %"}, "Whether that is more than half: too few to tell."},
		"nearly all of nine": {words("nearly_all", "nearly all of 9", 9, 36), "That is likely more than half."},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			in := lakeside(t)
			put(t, &in, "applied_rate", false, c.reading)
			if got := reports.Compose(in).Findings[0].Sentence; !strings.Contains(got, c.want) {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func TestProtectedAnswersLeaveNoNumber(t *testing.T) {
	in := lakeside(t)
	put(t, &in, "applied_rate", false, protected)
	put(t, &in, "applied_rate", true, protected, protected, protected)
	f := figureOf(t, reports.Compose(in), "answers")
	for _, s := range f.Chart.Series {
		if s.Values[0] != nil {
			t.Errorf("%s is drawn at %v", s.Name, *s.Values[0])
		}
	}
	if got := f.Chart.Series[0].Labels[0]; got != protected.Text {
		t.Errorf("the row says %q, want %q", got, protected.Text)
	}
	for _, row := range f.Table.Rows {
		for i, c := range row[2:] {
			if c.Value != nil || c.Mark != "[c]" {
				t.Errorf("%s: %q, mark %q", f.Table.Columns[i+2].Heading, c.Text, c.Mark)
			}
		}
	}
	if f.Chart.Most != 0 || strings.ContainsAny(f.Title+f.Sentence, "0123456789") {
		t.Errorf("axis to %v; %q %q", f.Chart.Most, f.Title, f.Sentence)
	}
}

func TestMatrixTellsNoEvidenceFromNotAsked(t *testing.T) {
	in := lakeside(t)
	in.Stories = in.Stories[1:2]
	f := figureOf(t, reports.Compose(in), "matrix")
	cells := map[string]reports.TableCell{}
	for _, row := range f.Table.Rows {
		cells[row[0].Text] = row[3]
	}
	if got := cells["What did they use? (applied)"].Text; got != "no evidence yet" {
		t.Errorf("applied: %q", got)
	}
	if got := cells["Did it change what counts as success? (reframing)"].Text; got != "not asked" {
		t.Errorf("reframing: %q", got)
	}
	if got := cells["What did people gain? (potential)"].Chips; len(got) != 1 || got[0].State != "asked" {
		t.Errorf("potential: %v", got)
	}
	in.Framework = vocabulary.VCF2020
	if rows := figureOf(t, reports.Compose(in), "matrix").Table.Rows; len(rows) != 8 {
		t.Errorf("%d rows in the framework of 2020, want 8", len(rows))
	}
}

func TestAQuestionOfTheirOwnGetsItsRow(t *testing.T) {
	in := lakeside(t)
	own := ask(t, "applied_rate", false, one(share(20, 24, 36, true)))
	own.Indicator.ID, own.Indicator.Cycle, own.Indicator.Title, own.Indicator.Question = "own_gain", "potential", "Gained something", "What did people gain?"
	own.Readings[0].Indicator = "own_gain"
	in.Answers = append(in.Answers, own)
	f := figureOf(t, reports.Compose(in), "answers")
	if want := []string{"What did people gain?", "What did people use?"}; !slices.Equal(f.Chart.Rows, want) {
		t.Errorf("rows %q, want %q", f.Chart.Rows, want)
	}
	if !strings.Contains(f.Sentence, "Gained something: 20 of 24") || !strings.Contains(f.Sentence, "18 of 25 who answered") || f.Title != "Most who answered used something" {
		t.Errorf("%q, %q", f.Title, f.Sentence)
	}
}

func TestReportOfOneCohortShowsNoOther(t *testing.T) {
	in := lakeside(t)
	for i, a := range in.Answers {
		for j := range a.Readings {
			in.Answers[i].Readings[j].Cohort = "2025"
		}
		other := slices.Clone(a.Readings)
		for j := range other {
			other[j].Cohort, other[j].Value, other[j].Numerator = "2024", at(0.01), at(1.0)
		}
		in.Answers[i].Readings = append(in.Answers[i].Readings, other...)
	}
	for i := range in.TermByTerm {
		in.TermByTerm[i].This.Cohort, in.TermByTerm[i].Last.Cohort = "2025", "2025"
	}
	in.Cohort = "2025"
	want := reports.Compose(lakeside(t)).Findings
	if got := reports.Compose(in).Findings; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestHopesAreNoEvidence(t *testing.T) {
	in := lakeside(t)
	in.Stories = in.Stories[4:]
	for _, row := range figureOf(t, reports.Compose(in), "matrix").Table.Rows {
		if len(row[3].Chips) > 0 {
			t.Errorf("%s: %v", row[0].Text, row[3].Chips)
		}
	}
}

func TestSponsorLearnsNoFileNameNoToolsTitleAndNoUngatedCount(t *testing.T) {
	in := lakeside(t)
	in.Meetings[0].Listed, in.Meetings[0].Title = false, "Ana Kowalska's Zoom Meeting"
	in.Overview.Answered, in.Overview.Invited = 987651, 987652
	for _, audience := range []vocabulary.Audience{vocabulary.Members, vocabulary.Sponsor, vocabulary.Public} {
		in.Audience = audience
		got := text(t, reports.Compose(in))
		for _, secret := range []string{"Kowalska", "98765", "987,65", "27 rows", "summer.csv"} {
			if strings.Contains(got, secret) {
				t.Errorf("%s: the report holds %q", audience, secret)
			}
		}
	}
	in.Audience = vocabulary.Convenor
	if got := text(t, reports.Compose(in)); !strings.Contains(got, "Ana Kowalska's Zoom Meeting") || !strings.Contains(got, "summer.csv") {
		t.Error("the convenor does not see the titles and the files")
	}
}

func TestSponsorGetsFewCasesAndAmongThemWhatDidNotWork(t *testing.T) {
	in := lakeside(t)
	bad := in.Stories[2]
	for i := range 9 {
		s := in.Stories[0]
		s.ID, s.Day = "T-"+string(rune('a'+i)), s.Day+i
		in.Stories = append(in.Stories, s)
	}
	told := reports.Compose(in).Sections[0].Stories
	if len(told) != 5 || !slices.ContainsFunc(told, func(s metrics.Story) bool { return s.ID == bad.ID }) {
		t.Errorf("%d cases: %v", len(told), told)
	}
	in.Audience = vocabulary.Members
	sections := reports.Compose(in).Sections
	if told := sections[len(sections)-1].Stories; len(told) != len(in.Stories) {
		t.Errorf("members read %d of %d stories", len(told), len(in.Stories))
	}
}

func TestMiddleOfAFewIsTooFewToTell(t *testing.T) {
	in := lakeside(t)
	put(t, &in, "time_to_application", false, metrics.Reading{Value: at(6.0), Denominator: at(3.0), Numerator: at(3.0), People: at(3), Population: at(3), Unit: "days", Shown: true, Text: "6 days, from 3 people"})
	r := reports.Compose(in)
	if got := r.Findings[0].Sentence; !strings.Contains(got, "3 people told how soon they used it: too few to tell.") || strings.Contains(got, "6 days") {
		t.Error(got)
	}
	if f := figureOf(t, r, "time"); f.Title != "How soon people use it is not known yet" {
		t.Error(f.Title)
	}
}

func TestTimeThatIsNotKnownOfEverybodyIsALeast(t *testing.T) {
	in := lakeside(t)
	in.Overview.MinutesUnknown = 3
	facts := reports.Compose(in).Facts
	if !slices.Contains(facts, reports.Fact{Label: "Time given", Value: "at least 512 hours in all"}) {
		t.Errorf("%q", facts)
	}
}

func TestPageWithoutAMemberListMakesSense(t *testing.T) {
	r := reports.Compose(calls(t))
	if want := "3 meetings, 45 people seen, 98 hours together."; r.Headline != want {
		t.Errorf("%q, want %q", r.Headline, want)
	}
	if f := figureOf(t, r, "meetings"); len(f.Table.Rows) != 3 || f.Table.Rows[0][3].Text != "31" || f.Table.Rows[0][4].Text != "40.0" {
		t.Errorf("meetings: %v", f.Table.Rows)
	}
	var missing []string
	for _, row := range figureOf(t, r, "needs").Table.Rows {
		missing = append(missing, row[0].Text)
	}
	if want := []string{"Member list", "Sessions", "Survey answers", "Value-creation stories"}; !slices.Equal(missing, want) {
		t.Errorf("missing: %q, want %q", missing, want)
	}
	if got := text(t, r); strings.Contains(got, "of 3 planned") || strings.Contains(got, "No session was moved") {
		t.Error("nobody said what was planned, yet the page knows")
	}
}

func TestDaysOfSeveralYearsNameTheirYear(t *testing.T) {
	in := calls(t)
	in.Meetings[0].Day -= 700
	r := reports.Compose(in)
	if got := r.Findings[0].Sentence; !strings.Contains(got, "most on 20 October 2023, fewest on 8 November 2025") {
		t.Error(got)
	}
	if got := figureOf(t, r, "meetings").Chart.Rows[1]; got != "19 October 2025" {
		t.Error(got)
	}
}

func TestMethodDefinesOnlyWhatThePageShows(t *testing.T) {
	if all := reports.Compose(calls(t)).Definitions; len(all) != 0 {
		t.Errorf("nothing is shown, yet defined: %v", all)
	}
	all := reports.Compose(lakeside(t)).Definitions
	if len(all) != 9 || all[0].ID != "confidence" {
		t.Errorf("%d definitions, the first of %q", len(all), all[0].ID)
	}
}

func TestOrderOfWhatIsAskedDoesNotMatter(t *testing.T) {
	in, mixed := lakeside(t), lakeside(t)
	slices.Reverse(mixed.Meetings)
	slices.Reverse(mixed.Stories)
	before := text(t, reports.Report{Sections: []reports.Section{{Stories: mixed.Stories}}})
	if text(t, reports.Compose(in)) != text(t, reports.Compose(mixed)) {
		t.Error("another order gives another report")
	}
	if before != text(t, reports.Report{Sections: []reports.Section{{Stories: mixed.Stories}}}) {
		t.Error("composing changed its input")
	}
}
