package metrics_test

import (
	"context"
	"errors"
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"valuetrail/internal/vocabulary"
	"valuetrail/metrics"
	"valuetrail/queries"
)

const community = `
-- setting.csv --
name,number,word
framework,,vcf2011
-- cohort.csv --
cohort_id,first_day,last_day
2025,2025-09-01,2026-08-31
next,2025-09-01,2026-08-31
-- period.csv --
cohort_id,grain,period,ordinal,first_day,last_day
2025,year,2025/26,1,2025-09-01,2026-08-31
next,year,2025/26,1,2025-09-01,2026-08-31
-- member.csv --
member_id,listed
ana,yes
ben,yes
dora,no
-- identity.csv --
alias_id,member_id
a-ana,ana
a-ben,ben
-- person.csv --
member_id,display_name
ana,Ana Abel
ben,Ben Bohr
-- enrolment.csv --
member_id,cohort_id,org_unit,sector,first_day,last_day,file_id,sheet_no,row_no,column_no
ana,2025,Mill,food,2025-09-01,2026-08-31,f-list,1,2,0
ben,2025,Forge,metal,2025-09-01,2026-08-31,f-list,1,3,0
-- session.csv --
session_id,day_no,status,kind,open_to,has_register,listed,minutes,title_text_id,file_id,sheet_no,row_no,column_no
oct,2025-10-14,held,meeting,all,yes,yes,90,t-oct,f-plan,1,2,0
nov,2025-11-11,cancelled,meeting,all,no,yes,90,,f-plan,1,3,0
jan,2026-01-13,moved,meeting,all,yes,yes,90,,f-plan,1,4,0
-- session_cohort.csv --
session_id,cohort_id
oct,2025
nov,2025
jan,2025
-- presence.csv --
session_id,member_id,status,mode,minutes,attended,file_id,sheet_no,row_no,column_no
oct,ana,present,in_person,90,yes,f-register,1,2,3
oct,ben,absent,,,no,f-register,1,3,3
oct,dora,present,online,60,yes,f-zoom,1,9,0
jan,ana,present,,,yes,f-register,1,2,4
-- file.csv --
file_id,name
f-list,members.xlsx
f-plan,plan.xlsx
f-register,register.xlsx
f-zoom,zoom.csv
-- raw_line.csv --
file_id,sheet_no,row_no,line
f-register,1,2,Ana|Mill|x|x
f-register,1,3,Ben|Forge|a|
-- wave.csv --
wave_id,cohort,opened,closed
w1,2025,2025-12-01,2025-12-15
-- invitation.csv --
wave_id,cohort_id,seat,member_id,response_id,assumed
w1,2025,1,ana,r1,yes
w1,2025,2,ben,,yes
-- response.csv --
wave_id,response_id,submitted_day,complete,file_id,sheet_no,row_no,column_no
w1,r1,2025-12-05,yes,f1,1,2,0
-- item.csv --
item_id,cycle,kind
used,applied,yesno
-- question.csv --
wave_id,item_id,file_id,sheet_no
w1,used,f1,1
-- answer.csv --
wave_id,response_id,item_id,number,score,file_id,sheet_no,row_no,column_no
w1,r1,used,1,100,f1,1,2,3
-- story.csv --
story_id,collected_on,teller_alias_id,cohort_id,kind,consent_scope,anonymize,title_text_id,activity_text_id,byline_text_id
s1,2026-02-01,a-ana,2025,account,private,no,x1,,
s2,2025-10-20,a-ana,2025,account,community,no,x2,,
s3,2025-10-20,a-ben,2025,account,sponsor_anonymous,no,x3,y3,
s4,2025-12-20,a-ana,2025,account,sponsor_named,no,x4,,b4
s5,2025-12-21,a-ben,2025,account,public,yes,x5,,
-- story_cycle.csv --
story_id,cycle,asked,evidence
s3,applied,yes,yes
s3,immediate,yes,yes
s3,realized,yes,no
-- substantiation.csv --
story_id,response
s3,partial
s4,disagree
s4,full
-- text.csv --
text_id,words
t-oct,First meeting
x1,Secret of Ana
x2,For us
x3,A quiet gain
x4,Named
x5,Everywhere
y3,We met
b4,Ana Abel
`

func TestStoriesAreThoseThatConsentOpens(t *testing.T) {
	w := world(t, txtar.Parse([]byte(community)))
	cases := map[vocabulary.Audience]struct {
		titles, bylines string
		hidden          int
	}{
		vocabulary.Convenor:  {"For us|A quiet gain|Named|Everywhere", "Ana Abel|Ben Bohr|Ana Abel|", 1},
		vocabulary.Readers:   {"For us|A quiet gain|Named|Everywhere", "||Ana Abel|", 1},
		vocabulary.Members:   {"For us|A quiet gain|Named|Everywhere", "||Ana Abel|", 1},
		vocabulary.Sponsor:   {"A quiet gain|Named|Everywhere", "|Ana Abel|", 2},
		vocabulary.Evaluator: {"A quiet gain|Named|Everywhere", "||", 2},
		vocabulary.Public:    {"Everywhere", "", 4},
	}
	for audience, want := range cases {
		stories, hidden, err := metrics.Stories(context.Background(), w, metrics.Scope{Community: "c", Audience: audience})
		if err != nil {
			t.Fatal(err)
		}
		var titles, bylines []string
		for _, s := range stories {
			titles, bylines = append(titles, s.Title), append(bylines, s.Byline)
		}
		if got := strings.Join(titles, "|"); got != want.titles || hidden != want.hidden {
			t.Errorf("%s: %s and %d others, want %s and %d", audience, got, hidden, want.titles, want.hidden)
		}
		if got := strings.Join(bylines, "|"); got != want.bylines {
			t.Errorf("%s: told by %q, want %q", audience, got, want.bylines)
		}
	}
}

func TestStoryHasItsTextsCyclesAndConfirmation(t *testing.T) {
	w := world(t, txtar.Parse([]byte(community)))
	stories, _, err := metrics.Stories(context.Background(), w, metrics.Scope{Community: "c", Cohorts: []string{"2025"}, Audience: vocabulary.Sponsor})
	if err != nil {
		t.Fatal(err)
	}
	s := stories[0]
	if s.Texts[0] != "We met" || s.Texts[1] != "" || !slices.Equal(s.Cycles, []vocabulary.Cycle{"immediate", "applied"}) || s.Confirmation != "asked" {
		t.Errorf("got %+v", s)
	}
	if stories[1].Confirmation != "confirmed" {
		t.Errorf("the best answer is %q", stories[1].Confirmation)
	}
	none, hidden, err := metrics.Stories(context.Background(), w, metrics.Scope{Community: "c", Cohorts: []string{"next"}})
	if err != nil || len(none) != 0 || hidden != 0 {
		t.Errorf("another cohort has %d stories and %d others: %v", len(none), hidden, err)
	}
}

// The view and the vocabulary say the same of every consent and audience.
func TestConsentOpensAStoryToTheSameAudiencesInSQLAndGo(t *testing.T) {
	for _, consent := range []vocabulary.Consent{"private", "community", "sponsor_anonymous", "sponsor_named", "public"} {
		w := world(t, archive(t, "-- story.csv --\nstory_id,collected_on,consent_scope\ns,2025-10-20,%s\n", consent))
		for _, a := range vocabulary.Audiences.Words {
			stories, _, err := metrics.Stories(context.Background(), w, metrics.Scope{Community: "c", Audience: vocabulary.Audience(a)})
			if err != nil {
				t.Fatal(err)
			}
			if open := len(stories) == 1; open != consent.OpenTo(vocabulary.Audience(a)) {
				t.Errorf("%s is open to %s: %v", consent, a, open)
			}
		}
	}
}

func TestMeetingsCountWhoCame(t *testing.T) {
	w := world(t, txtar.Parse([]byte(community)))
	all, err := metrics.Meetings(context.Background(), w, metrics.Scope{Community: "c"})
	if err != nil {
		t.Fatal(err)
	}
	if len(all) != 3 {
		t.Fatalf("%d meetings", len(all))
	}
	oct := all[0]
	if oct.Title != "First meeting" || oct.People != 2 || oct.Visitors != 1 || oct.InPerson != 1 || oct.Online != 1 || *oct.Minutes != 150 || oct.Eligible != 2 || oct.Came != 1 {
		t.Errorf("October: %+v", oct)
	}
	if all[1].Status != "cancelled" || all[1].People != 0 || all[1].Minutes != nil || all[2].Status != "moved" || all[2].Came != 1 {
		t.Errorf("then %+v, %+v", all[1], all[2])
	}
}

func TestSummaryHoldsWhatStandsOnTopOfAPage(t *testing.T) {
	w := world(t, txtar.Parse([]byte(community)))
	o, err := metrics.Summary(context.Background(), w, metrics.Scope{Community: "c", Cohorts: []string{"2025"}})
	if err != nil {
		t.Fatal(err)
	}
	if o.CutOff == nil || *o.CutOff != day(t, "2026-02-01") {
		t.Errorf("cut-off %v", o.CutOff)
	}
	o.CutOff = nil
	want := metrics.Overview{HasRoster: true, Members: 2, Seen: 2, Organisations: 2, OrganisationsReached: 1, Visitors: 1, Planned: 3, Held: 2, Moved: 1, Cancelled: 1,
		MemberHours: 1.5, Hours: 2.5, MinutesUnknown: 1, Round: "w1", Answered: 1, Invited: 2, InvitedAssumed: true}
	if o != want {
		t.Errorf("got  %+v\nwant %+v", o, want)
	}
}

func TestExplainLeadsToTheCellsOfAFigure(t *testing.T) {
	w, ctx := world(t, txtar.Parse([]byte(community))), context.Background()
	catalogue, err := queries.Catalogue()
	if err != nil {
		t.Fatal(err)
	}
	s := metrics.Scope{Community: "c", Cohorts: []string{"2025"}, Grain: "year"}
	e, err := metrics.Explain(ctx, w, catalogue, "attendance_rate", s, metrics.Line{Cohort: "2025", Period: "2025/26"}, noon)
	if err != nil {
		t.Fatal(err)
	}
	want := []metrics.Cell{
		{File: "plan.xlsx", FileID: "f-plan", Sheet: 1, Row: 4},
		{File: "register.xlsx", FileID: "f-register", Sheet: 1, Row: 2, Column: 3, Words: "x", X: 1},
		{File: "register.xlsx", FileID: "f-register", Sheet: 1, Row: 2, Column: 4, Words: "x", X: 1},
		{File: "register.xlsx", FileID: "f-register", Sheet: 1, Row: 3, Column: 3, Words: "a"},
	}
	if !slices.Equal(e.Cells, want) || *e.Reading.Numerator != 2 || *e.Reading.Denominator != 4 {
		t.Errorf("got %+v of %+v", e.Cells, e.Reading)
	}
	refused := map[string]struct {
		id   string
		s    metrics.Scope
		l    metrics.Line
		want error
	}{
		"to a sponsor":         {"attendance_rate", metrics.Scope{Community: "c", Grain: "year", Audience: vocabulary.Sponsor}, metrics.Line{Period: "2025/26"}, metrics.ErrConvenorOnly},
		"answers of few":       {"applied_rate", s, metrics.Line{Cohort: "2025", Period: "2025/26"}, metrics.ErrNotShown},
		"a year that is not":   {"attendance_rate", s, metrics.Line{Cohort: "2025", Period: "1999/00"}, metrics.ErrNoLine},
		"a group that was not": {"attendance_rate", s, metrics.Line{Cohort: "2025", Period: "2025/26", Group: "food"}, metrics.ErrNoLine},
	}
	for name, c := range refused {
		if _, err := metrics.Explain(ctx, w, catalogue, c.id, c.s, c.l, noon); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
}

// Adding up the cells of a figure gives the figure, for every worked example.
func TestCellsAddUpToEveryFigureThatIsShown(t *testing.T) {
	catalogue, err := queries.Catalogue()
	if err != nil {
		t.Fatal(err)
	}
	explained := 0
	for _, ind := range catalogue {
		text, err := os.ReadFile("testdata/" + ind.ID + ".txtar")
		if err != nil {
			t.Fatal(err)
		}
		w := world(t, txtar.Parse(text))
		s := metrics.Scope{Community: "c", Grain: "term"}
		if strings.Contains(string(text), ",year,") {
			s.Grain = "year"
		}
		answers, err := metrics.Ask(context.Background(), w, catalogue, []string{ind.ID}, s, noon)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range answers[0].Readings {
			if r.Numerator == nil || ind.Kind == "agreement" { // whose cells are what readers differ on
				continue
			}
			e, err := metrics.Explain(context.Background(), w, catalogue, ind.ID, s, metrics.Line{Cohort: r.Cohort, Period: r.Period, Group: r.Group, Part: r.Part}, noon)
			if err != nil {
				t.Fatal(err)
			}
			if ind.Kind == "gap" { // its numerator is of those who answered
				e.Cells = slices.DeleteFunc(e.Cells, func(c metrics.Cell) bool { return c.Open })
			}
			sum := 0.0
			for _, c := range e.Cells {
				sum += c.X
			}
			if math.Abs(sum-*r.Numerator) > 1e-9 || float64(len(e.Cells)) != *r.Denominator {
				t.Errorf("%s %s %s: %d cells add up to %v, the figure is %v of %v", ind.ID, r.Period, r.Part, len(e.Cells), sum, *r.Numerator, *r.Denominator)
			}
			explained++
		}
	}
	if explained < 20 {
		t.Errorf("only %d figures were explained", explained)
	}
}

func TestSessionOfALaterDayIsPlannedAndNotHeld(t *testing.T) {
	later := strings.NewReplacer("2025-10-14", "2026-10-14").Replace(twice)
	w := world(t, txtar.Parse([]byte(strings.Replace(later, "oct,2026-10-14,held,meeting,all,yes", "oct,2026-10-14,held,meeting,all,no\nsep,2026-09-15,cancelled,meeting,all,no", 1)+"\n")))
	s := metrics.Scope{Community: "c", Today: day(t, "2026-03-01")}
	o, err := metrics.Summary(context.Background(), w, s)
	if err != nil {
		t.Fatal(err)
	}
	if o.Planned != 3 || o.Held != 1 || o.Cancelled != 1 {
		t.Errorf("%d of %d held, %d cancelled, want 1 of 3 and 1", o.Held, o.Planned, o.Cancelled)
	}
	all, err := metrics.Meetings(context.Background(), w, s)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, m := range all {
		got = append(got, m.ID+" "+m.Status)
	}
	if want := "nov held, sep cancelled, oct planned"; strings.Join(got, ", ") != want {
		t.Errorf("%v, want %s", got, want)
	}
	m, err := metrics.MonthOf(context.Background(), w, s)
	if err != nil {
		t.Fatal(err)
	}
	if len(m.WithoutRegister) != 0 {
		t.Errorf("a register is missing of %q, which is yet to come", m.WithoutRegister)
	}
}
