package layout

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"valuetrail/internal/vocabulary"
)

func TestRosterIsReadByItsHeadingsInAnyOrderAndCase(t *testing.T) {
	text := "Members of the network\n\nJoin Date,DISPLAY NAME,e-mail,Member-ID,cohort,leave reason,Shoe size\n" +
		"01/09/2025,Ann Lee,ann@example.org,m1,2025,,38\n13/09/2025,'=Bo,,m2,2025,dropped out,\nJoin Date,DISPLAY NAME,e-mail,Member-ID,cohort,leave reason,Shoe size\nTotal,,,,,,2\n"
	text = strings.ReplaceAll(text, "e-mail", "email")
	sum, h := source(t, "own", "roster.csv", text, Said{})
	r := h.of(vocabulary.Roster)
	if len(r) != 2 || r[0]["join_date"] != "2025-09-01" || r[1]["display_name"] != "=Bo" || r[1]["leave_reason"] != "left" {
		t.Errorf("rows: %v", r)
	}
	same(t, "problems", h.codes(), "column_unknown")
	same(t, "read", sum.Read, 3)
	same(t, "summary", sum.Ignored["summary"], 1)
	same(t, "from", sum.From, "2025-09-01")
	same(t, "to", sum.To, "2025-09-13")
	same(t, "key", h.rows[0].Key, "roster|m1|2025")
	same(t, "kind", sum.Kind, vocabulary.Roster)
	same(t, "columns", sum.Columns, 7)
}

func TestEveryKindIsRecognisedByItsOwnHeadings(t *testing.T) {
	for _, s := range vocabulary.Sheets {
		if s.Landed {
			continue
		}
		var headings, values []string
		for _, f := range s.Fields {
			headings = append(headings, strings.ToUpper(strings.ReplaceAll(f.Heading, "_", " ")))
			values = append(values, sampleValue(f))
		}
		text := strings.Join(headings, ",") + "\n" + strings.Join(values, ",") + "\n"
		sum, h := source(t, "own", "file.csv", text, Said{})
		if sum.Kind != s.Kind || len(h.of(s.Kind)) != 1 {
			t.Errorf("%s: read as %s, %d rows, %s", s.Kind, sum.Kind, len(h.rows), h.codes())
		}
	}
}

func sampleValue(f vocabulary.Field) string {
	switch f.Holds {
	case vocabulary.Day:
		return "2025-09-01"
	case vocabulary.Instant:
		return "2025-09-01 10:00"
	case vocabulary.Clock:
		return "10:00"
	case vocabulary.Number, vocabulary.Whole:
		return "3"
	case vocabulary.Flag:
		return "no"
	case vocabulary.Word:
		return f.Choice.Words[0]
	}
	if f.Heading == "cycles" {
		return "applied"
	}
	return "x1"
}

func TestRequiredCellsKeepTheRowAndOptionalOnesOnlyTell(t *testing.T) {
	text := "session_id,date,start,kind,title,status,minutes\n" +
		"s1,2025-09-01,14:30,peer assist,Kick-off,done,90\n" +
		"s2,soon,2:30 PM,meeting,A,held,60\n" +
		"s3,,,meeting,B,held,60\n" +
		"s4,2025-10-01,noonish,meting,C,heldd,an hour\n"
	sum, h := source(t, "own", "s.csv", text, Said{})
	same(t, "kept", sum.ToCheck, 2)
	same(t, "problems", h.codes(), "!date_unreadable !required_blank clock_unreadable number_unreadable word_unknown word_unknown")
	p := h.problems[4]
	same(t, "nearest", p.Detail, "meeting")
	if p.Row != 5 || p.Column != 4 || p.Value != "meting" {
		t.Errorf("place: %+v", p)
	}
	s := h.of(vocabulary.Sessions)
	same(t, "start", s[0]["start"], "14:30")
	same(t, "kind", s[0]["kind"], "peer_assist")
	same(t, "status", s[0]["status"], "held")
	if len(s) != 2 || s[1]["kind"] != "" {
		t.Errorf("rows: %v", s)
	}
}

func TestAmbiguousDaysAreNotGuessed(t *testing.T) {
	text := "session_id,date,title\ns1,01/02/2025,A\ns2,03/02/2025,B\ns3,2025-03-01,C\n"
	sum, h := source(t, "own", "s.csv", text, Said{})
	same(t, "kept", sum.ToCheck, 2)
	same(t, "problems", h.codes(), "!date_order_unknown")
	same(t, "rows", len(h.of(vocabulary.Sessions)), 1)
	_, h = source(t, "own", "s.csv", text, Said{DateOrder: dmy})
	same(t, "said", h.of(vocabulary.Sessions)[1]["date"], "2025-02-03")
	// Another column of the sheet tells the order.
	_, h = source(t, "own", "s.csv", "session_id,date,title,planned_on\ns1,01/02/2025,A,13/01/2025\ns2,03/02/2025,B,\n", Said{})
	same(t, "told", h.of(vocabulary.Sessions)[1]["date"], "2025-02-03")
}

func TestSurveyColumnsThatAreNoFieldAreQuestions(t *testing.T) {
	text := "wave_id,respondent_id,submitted_at,How useful was it?,What did you use?,test\n" +
		"w1,m1,2025-09-01T10:00:00+02:00,4,the checklist,\nw1,,2025-09-02,5,,\n,m3,2025-09-02 09:00,5,,\nw1,m4,2025-09-02 09:00,5,,yes\n"
	sum, h := source(t, "own", "answers.csv", text, Said{})
	same(t, "questions", len(sum.Questions), 2)
	same(t, "column", sum.Questions[1].Column, 5)
	s := h.of(vocabulary.Survey)
	same(t, "instant", s[0]["submitted_at"], "2025-09-01T08:00:00Z")
	same(t, "day alone", s[1]["submitted_at"], "2025-09-02T12:00:00Z")
	same(t, "key", h.rows[0].Key, "survey|w1|m1|2025-09-01T08:00:00Z")
	same(t, "anonymous key", h.rows[1].Key, "")
	same(t, "modified", h.rows[0].Modified, "2025-09-01T08:00:00Z")
	same(t, "problems", h.codes(), "!required_blank")
	same(t, "test rows", sum.Ignored["test"], 1)
	sum, h = source(t, "own", "answers.csv", "email,submitted_at,Useful?\na@b.org,2025-09-01,4\n", Said{})
	same(t, "round", h.codes(), "")
	same(t, "kept", sum.ToCheck, 0)
	_, h = source(t, "own", "answers.csv", "email,submitted_at,Useful?\na@b.org,2025-09-01,4\n", Said{Wave: "w2"})
	same(t, "said", h.of(vocabulary.Survey)[0]["wave_id"], "w2")
}

func TestOwnAttendanceGivesAMeetingASession(t *testing.T) {
	text := "session_date;session_title;name;email;status;minutes\n03.09.2025;Kick-off;Ann Lee;;came;67,5\n03.09.2025;kick-off;Bo;b@b.org;;45 min\n14.09.2025;Second;Bo;;x;\n;Second;Cy;;x;\n03.09.2025;Kick-off;;;x;\n"
	sum, h := source(t, "own", "a.csv", text, Said{})
	same(t, "meetings", len(h.of(vocabulary.Meeting)), 2)
	a := h.of(vocabulary.Attendance)
	same(t, "minutes", a[0]["minutes"], "67.5")
	same(t, "status", a[1]["status"], "present")
	same(t, "one meeting", a[0]["meeting_id"], a[1]["meeting_id"])
	same(t, "kept", sum.ToCheck, 2)
	same(t, "problems", h.codes(), "!required_blank !required_blank")
}

func TestStoryCyclesAndConsentAreCanonical(t *testing.T) {
	text := "story_id,collected_on,teller_id,activity,cycles,consent_scope,anonymize,applied_unit,leadership group\n" +
		"s1,2025-09-01,m1,We met,Immediate; Realised|used,Sponsor-Anonymous,Y,Unit A,\ns2,2025-09-01,,We met,,private,maybe,,\n"
	sum, h := source(t, "own", "stories.csv", text, Said{})
	s := h.of(vocabulary.Stories)
	same(t, "cycles", s[0]["cycles"], "immediate;realized")
	same(t, "consent", s[0]["consent_scope"], "sponsor_anonymous")
	same(t, "flag", s[0]["anonymize"], "yes")
	same(t, "problems", h.codes(), "word_unknown flag_unreadable !required_blank")
	same(t, "kept", sum.ToCheck, 1)
}

func TestWorkbookOfSeveralSheetsIsReadSheetBySheet(t *testing.T) {
	b := workbook(t, "all.xlsx", map[string][][]any{
		"A members":  {{"Our members"}, {"display_name", "member_id", "email"}, {"Ann Lee", "m1", "ann@b.org"}, {"Total", 1}},
		"B sessions": {{"session_id", "date", "title"}, {"s1", "2025-09-01", "Kick-off"}},
		"README":     {{"how to fill this in"}},
		"Scratch":    {{"a", "b"}, {1, 2}}})
	_, sum, h := recognised(t, b, Said{})
	same(t, "kind", sum.Kind, vocabulary.Roster)
	same(t, "members", len(h.of(vocabulary.Roster)), 1)
	same(t, "sessions", len(h.of(vocabulary.Sessions)), 1)
	same(t, "second sheet", h.rows[1].Sheet, 2)
	same(t, "problems", h.codes(), "sheet_unread")
	same(t, "summary", sum.Ignored["summary"], 1)
}

func TestForcedLayoutThatFindsNothingIsAnError(t *testing.T) {
	b := book(t, "x.csv", "Some title\nwhat,is,this\n1,2,3\n")
	for _, l := range All() {
		_, err := l.Read(b, Said{Kind: vocabulary.Roster}, &heap{})
		var unknown *UnknownLayoutError
		if !errors.As(err, &unknown) {
			t.Fatalf("%s: got %v", l.Source(), err)
		}
		same(t, "headings", strings.Join(unknown.Headings, " "), "what is this")
	}
}

func TestAStatusThatNobodyKnowsIsNotHavingCome(t *testing.T) {
	text := "session_date,session_title,name,status,minutes\n2025-09-01,Kick-off,Ann,vielleicht,30\n2025-09-01,Kick-off,Bo,present,-5\n2025-09-01,Kick-off,Cy,#REF!,30\n"
	sum, h := source(t, "own", "a.csv", text, Said{})
	same(t, "problems", h.codes(), "!mark_unknown number_out_of_range !formula_error")
	same(t, "kept", sum.ToCheck, 2)
	a := h.of(vocabulary.Attendance)
	if len(a) != 1 || a[0]["name"] != "Bo" || a[0]["minutes"] != "" || a[0]["status"] != "present" {
		t.Errorf("attendance: %v", a)
	}
	_, h = source(t, "own", "a.csv", text, Said{Marks: map[string]string{"vielleicht": "excused"}})
	same(t, "said", h.of(vocabulary.Attendance)[0]["status"], "excused")
}

func TestAFileWithoutAnyRowSaysSo(t *testing.T) {
	for text, source := range map[string]string{
		"member_id,display_name,email\n": "own", "Name,2025-09-01,2025-10-06\n": "register",
		zoomFile(""): "zoom", "name,date,topic,status\n": "register"} {
		l, sum, h := recognised(t, book(t, "f.csv", text), Said{})
		same(t, "source", l, source)
		same(t, "read", sum.Read, 0)
		if c := h.codes(); c != "!empty_table" && c != "!session_date_missing !empty_table" {
			t.Errorf("%s: %s", source, c)
		}
	}
	b := workbook(t, "all.xlsx", map[string][][]any{
		"A members":  {{"display_name", "member_id", "email"}, {"Ann Lee", "m1", "ann@b.org"}},
		"B sessions": {{"session_id", "date", "title"}}})
	_, _, h := recognised(t, b, Said{})
	same(t, "one empty sheet", h.codes(), "empty_table")
}

func TestColumnsWithoutAHeadingAreToldInTheirOrder(t *testing.T) {
	for range 30 {
		_, h := source(t, "own", "s.csv", "member_id,display_name,, ,join_date,\nm1,Ann,a@b.org,2025,2025-09-13,x,y\n", Said{})
		var all []int
		for _, p := range h.problems {
			if p.Code == "column_unnamed" {
				all = append(all, p.Column)
			}
		}
		if !slices.Equal(all, []int{3, 4, 6, 7}) {
			t.Fatalf("columns %v", all)
		}
	}
}
