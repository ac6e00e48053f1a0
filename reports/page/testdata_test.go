package page

import (
	"fmt"
	"strings"
	"time"

	"valuetrail/internal/vocabulary"
	"valuetrail/metrics"
	"valuetrail/reports"
)

// hostile are texts that people, or their tools, have been seen to put into
// titles, names and answers, and that must come out as text.
var hostile = []string{
	`</script><script>alert(1)</script>`,
	`"><img src=x onerror=alert(1)>`,
	`javascript:alert(1)`,
	`__f__function(){alert(1)}__f__`,
	`%MY_ECHARTS%`, `{{7*7}}`, `${7*7}`, `{a}{b|c}`, `<!--`, `]]>`, "line\u2028separator",
	`<svg/onload=alert(1)>`, `'-alert(1)-'`, `&lt;script&gt;`,
	`=HYPERLINK("http://x","y")`, "a\x00b", "\u202Egpj.exe", `"; DROP TABLE q; --`,
	strings.Repeat("W", 3000), "e" + strings.Repeat("\u0301", 500),
}

func values(vs ...float64) []*float64 {
	out := make([]*float64, len(vs))
	for i, v := range vs {
		if v >= 0 {
			out[i] = &v
		}
	}
	return out
}

// none is a value that does not exist.
const none = -1

// lakeside is a report as a community of 36 owner-managers would get it.
func lakeside() reports.Report {
	return reports.Report{
		Title: "Lakeside owner-managers’ network", Span: "2025/26", Audience: vocabulary.Sponsor, Language: "en", Draft: true,
		Headline: "Most members who answered used what they learned; a third report results. Spring attendance needs your help.",
		Purpose:  "Decide faster together.",
		MadeAt:   time.Date(2026, 7, 3, 9, 30, 0, 0, time.UTC),
		Facts: []reports.Fact{
			{Label: "Members", Value: "36 from 6 organisations"}, {Label: "Meetings held", Value: "8 of 9 planned"},
			{Label: "Time given", Value: "512 hours in all"}, {Label: "Answered", Value: "25 of 36 (69 %)"}, {Label: "Data up to", Value: "30 June 2026"},
		},
		Findings: []reports.Finding{
			{Lead: "Used at work.", Anchor: "used", Sentence: "18 of 25 who answered put something into practice (72 %; 52–86 %). Of all 36 that is between 50 and 81 %, whatever the silent think."},
			{Lead: "Results.", Anchor: "used", Sentence: "9 of 25 report a change in results. Six stories name it; of 5 claims checked with someone else 4 were confirmed. The community contributed; other causes are named with each story."},
			{Lead: "What we set out to move.", Anchor: "used", Sentence: "Days from proposal to decision: 21 → 15 (target 14; 6 organisations reporting)."},
			{Lead: "What did not work.", Anchor: "part", Sentence: "Attendance 71 % autumn, 58 % spring, 69 % summer; one meeting moved, one cancelled. Up to 4 people say it cost more than it gave."},
			{Lead: "How sure are we?", Sentence: "Those who answered came to 80 % of meetings, the silent to 55 %: read 1 and 2 as the favourable side. No evidence yet that success was redefined."},
		},
		Asked: []string{"Free two hours a month for members in the spring term: Head of operations, by 30 September.", "Decide whether the quotation template becomes the standard: board, October meeting."},
		Sections: []reports.Section{
			{ID: "used", Title: "Used, and what came of it", Intro: "What members say they did with it, and what stories add.", Figures: []reports.Figure{answers(), matrix()}, Stories: stories()},
			{ID: "part", Title: "Who takes part", Figures: []reports.Figure{meetings()}},
			{ID: "years", Title: "This year and last", Figures: []reports.Figure{scores()}},
		},
		Definitions: []reports.Definition{
			{ID: "applied_rate", Title: "Used what they learned", Question: "What did people use?", Unit: "percent", Source: "Wenger, Trayner, de Laat 2011, section 5, cycle 3",
				Counted: "Of those who answered whether they put something into practice since the last round, the share who did. The round that closed last in the period."},
			{ID: "attendance_rate", Title: "Attendance", Question: "Who takes part?", Unit: "percent", Counted: "Of all members enrolled on the day of a meeting, the share who came for at least ten minutes."},
		},
		Sources: []reports.SourceLine{
			{What: "Zoom reports", Kind: "attendance", From: "2025-09-17", To: "2026-06-17", Read: 412, Loaded: 398, Repeated: 9, Checked: 3, Ignored: 2},
			{What: "Member list", Kind: "roster", From: "2025-09-01", To: "2026-06-30", Read: 36, Loaded: 36},
			{What: "Spring survey", Kind: "survey", From: "2026-05-04", To: "2026-05-18", Read: 27, Loaded: 25, Repeated: 1, Checked: 1},
		},
		Notes: []string{"The meeting of 17 December was cancelled because of snow.", "Two members joined in January."},
	}
}

func answers() reports.Figure {
	return reports.Figure{ID: "cycles", Title: "Seven in ten who answered used something", Caption: "Number of members by answer; 25 of 36 answered; spring round, May 2026.", Data: "Data: B (no answer from 11 of 36 people).",
		Sentence: "18 of 25 who answered put something into practice (72 %; 52–86 %); 11 did not answer.",
		Chart: &reports.Chart{Kind: reports.AnswerBars, Unit: "people", Most: 36,
			Rows: []string{"Was it worth the time?", "What did people gain?", "What did they use?", "What changed?", "Did it change what counts as success?"},
			Series: []reports.Series{
				{Name: "Yes", Role: "yes", Values: values(22, 20, 18, 9, none), Labels: []string{"22", "20", "18", "9", "not shown, to protect members"}},
				{Name: "No", Role: "no", Values: values(3, 5, 7, 16, none), Labels: []string{"3", "5", "7", "16", ""}},
				{Name: "Did not answer", Role: "silent", Values: values(11, 11, 11, 11, none), Labels: []string{"11", "11", "11", "11", ""}},
			}},
		Table: reports.Table{Title: "Answers by question, spring round", Columns: []reports.TableColumn{{Heading: "Question"}, {Heading: "Yes", Number: true}, {Heading: "No", Number: true}, {Heading: "Did not answer", Number: true}, {Heading: "Share of those who answered", Number: true, Unit: "percent"}},
			Rows: [][]reports.TableCell{
				row("Was it worth the time?", "22", "3", "11", "88 %"), row("What did people gain?", "20", "5", "11", "80 %"),
				row("What did they use? [note 2]", "18", "7", "11", "72 %"), row("What changed?", "9", "16", "11", "36 %"),
				{{Text: "Did it change what counts as success?"}, {Mark: "[c]"}, {Mark: "[c]"}, {Mark: "[c]"}, {Mark: "[c]"}},
			}},
		Counted: []string{"One answer a member: the last complete one. Late answers count from the next round.", "The interval assumes that the silent resemble those who answered."}}
}

func row(cells ...string) []reports.TableCell {
	out := make([]reports.TableCell, len(cells))
	for i, c := range cells {
		out[i].Text = c
	}
	return out
}

func matrix() reports.Figure {
	told := stories()
	chip := func(i int) reports.Chip {
		return reports.Chip{StoryID: told[i].ID, Title: told[i].Title, State: told[i].Confirmation}
	}
	line := func(question, of, target string, chips ...reports.Chip) []reports.TableCell {
		stories := reports.TableCell{Chips: chips}
		if len(chips) == 0 {
			stories.Text = "no evidence yet"
		}
		return []reports.TableCell{{Text: question}, {Text: of}, {Text: target}, stories}
	}
	return reports.Figure{ID: "matrix", Title: "Stories and answers point the same way up to results", Sentence: "Four stories may be shown to you; others were told in confidence.", Caption: "Answers and stories by question; 25 of 36 answered, 4 stories open to the sponsor; 2025/26.",
		Table: reports.Table{Title: "What we know, question by question", Columns: []reports.TableColumn{{Heading: "Question"}, {Heading: "Yes"}, {Heading: "Target"}, {Heading: "Stories"}},
			Rows: [][]reports.TableCell{
				line("Was it worth the time?", "22 of 25", "20", chip(0), chip(1), chip(3)), line("What did people gain?", "20 of 25", "none set", chip(0), chip(1), chip(2)),
				line("What did they use?", "18 of 25", "18", chip(0), chip(2)), line("What changed?", "9 of 25", "12", chip(0)), line("Did it change what counts as success?", "too few", "none set"),
			}}}
}

func stories() []metrics.Story {
	return []metrics.Story{
		{ID: "S-01", Title: "A quote in two days instead of nine", Byline: "the owner of a joinery", Kind: "account", Valence: "positive", Day: 20520, Confirmation: "confirmed", Cycles: []vocabulary.Cycle{"immediate", "potential", "applied", "realized"},
			Texts: [6]string{"Three of us compared how we price small jobs at the November meeting.", "A one-page quotation template.", "I used it for eleven quotes in January.", "I sleep better.", "Quotes go out in two days instead of nine; two orders would have been lost.", ""}},
		{ID: "S-02", Title: "Who to ring when the supplier fails", Byline: "a member", Kind: "account", Valence: "positive", Day: 20560, Confirmation: "asked", Cycles: []vocabulary.Cycle{"immediate", "potential"}, Texts: [6]string{"Peer assist on late deliveries.", "A list of four firms that lend stock to each other."}},
		{ID: "S-03", Title: "The shared apprentice that did not work out", Kind: "account", Valence: "negative", Day: 20600, Cycles: []vocabulary.Cycle{"potential", "applied"}, Texts: [6]string{"We planned to share an apprentice between two workshops.", "A contract draft.", "Tried for six weeks and stopped: the travel ate the time."}},
		{ID: "S-04", Title: "A spring meeting worth the drive", Kind: "aspirational", Valence: "mixed", Day: 20610, Cycles: []vocabulary.Cycle{"immediate"}, Texts: [6]string{"The visit to the brewery in April."}},
	}
}

func meetings() reports.Figure {
	rows := []string{"17 Sep", "15 Oct", "19 Nov", "17 Dec", "21 Jan", "18 Feb", "18 Mar", "22 Apr", "20 May"}
	labels := func(vs ...int) []string {
		out := make([]string, len(vs))
		for i, v := range vs {
			if v > 0 {
				out[i] = fmt.Sprint(v)
			}
		}
		return out
	}
	return reports.Figure{ID: "attendance", Title: "Spring lost a third of the room", Sentence: "26 came in September, 18 in March; 24 came again in May.", Caption: "Members who came, by meeting; 36 members; September 2025 to May 2026.",
		Chart: &reports.Chart{Kind: reports.MeetingDots, Unit: "people", Rows: rows, Most: 36, Series: []reports.Series{
			{Name: "This year, held", Role: "this_year", Values: values(26, 27, 25, none, 21, none, 18, 23, 24), Labels: labels(26, 27, 25, 0, 21, 0, 18, 23, 24)},
			{Name: "moved", Role: "moved", Values: values(none, none, none, none, none, 19, none, none, none), Labels: labels(0, 0, 0, 0, 0, 19, 0, 0, 0)},
			{Name: "cancelled", Role: "cancelled", Values: values(none, none, none, 0, none, none, none, none, none), Labels: []string{"", "", "", "cancelled", "", "", "", "", ""}},
			{Name: "Last year", Role: "last_year", Values: values(22, 24, 23, 20, 22, 21, 20, 21, 20)},
		}},
		Table: reports.Table{Title: "Members who came, by meeting", Columns: []reports.TableColumn{{Heading: "Meeting"}, {Heading: "This year", Number: true}, {Heading: "Last year", Number: true}},
			Rows: [][]reports.TableCell{row("17 Sep", "26", "22"), row("15 Oct", "27", "24"), row("19 Nov", "25", "23"), row("17 Dec", "cancelled [note 1]", "20"), row("21 Jan", "21", "22"), row("18 Feb", "19 (moved)", "21"), row("18 Mar", "18", "20"), row("22 Apr", "23", "21"), row("20 May", "24", "20")}},
		Counted: []string{"A member counts once a meeting, from ten minutes on."}}
}

func scores() reports.Figure {
	return reports.Figure{ID: "two-years", Title: "More use than last year, likely", Sentence: "30 points more than last year (3 to 51): likely a real rise, its size uncertain.", Caption: "Share of those who answered, with 95 % interval; 25 and 26 answered; 2025/26 and 2024/25.",
		Chart: &reports.Chart{Kind: reports.ScoreDots, Unit: "percent", Rows: []string{"Used what they learned", "Report a change in results of the organisation that they lead or work for"}, Series: []reports.Series{
			{Name: "2025/26", Role: "this_year", Values: values(.72, .36), Labels: []string{"72 %", "36 %"}},
			{Name: "likely range", Role: "low", Values: values(.52, .2)}, {Name: "likely range", Role: "high", Values: values(.86, .55)},
			{Name: "2024/25", Role: "last_year", Values: values(.42, .31), Labels: []string{"42 %", "31 %"}},
		}},
		Table: reports.Table{Title: "This year and last", Columns: []reports.TableColumn{{Heading: "Question"}, {Heading: "2025/26", Number: true, Unit: "percent"}, {Heading: "2024/25", Number: true, Unit: "percent"}},
			Rows: [][]reports.TableCell{row("Used what they learned", "72 %", "42 %"), row("Report a change in results", "36 %", "31 %")}}}
}
