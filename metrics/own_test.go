package metrics_test

import (
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"valuetrail/internal/vocabulary"
	"valuetrail/internal/warehouse"
	"valuetrail/metrics"
	"valuetrail/queries"
)

// town has a cohort of twelve: nine of org A, three of org B; each came once. Two
// stories, one of them told in confidence.
const town = `
-- cohort.csv --
cohort_id,first_day,last_day
2025,2025-09-01,2026-08-31
-- period.csv --
cohort_id,grain,period,ordinal,first_day,last_day
2025,term,autumn,1,2025-09-01,2025-12-31
-- member.csv --
member_id,listed
%s-- enrolment.csv --
member_id,cohort_id,org_unit,first_day,last_day,file_id,sheet_no,row_no,column_no
%s-- session.csv --
session_id,day_no,kind,status,has_register
s1,2025-10-06,meeting,held,yes
-- presence.csv --
session_id,member_id,attended,file_id,sheet_no,row_no,column_no
%s-- story.csv --
story_id,cohort_id,collected_on,kind,valence,consent_scope,file_id,sheet_no,row_no,column_no
t1,2025,2025-10-01,account,positive,public,f3,1,2,0
t2,2025,2025-10-02,account,negative,private,f3,1,3,0
`

func townOf(t *testing.T) *warehouse.Warehouse {
	t.Helper()
	var members, enrolled, came strings.Builder
	for i := range 12 {
		id, org := string(rune('a'+i)), "A"
		if i >= 9 {
			org = "B"
		}
		members.WriteString(id + ",yes\n")
		enrolled.WriteString(id + ",2025," + org + ",2025-09-01,2026-08-31,f1,1,2,0\n")
		came.WriteString("s1," + id + ",yes,f2,1,2,0\n")
	}
	return world(t, archive(t, town, members.String(), enrolled.String(), came.String()))
}

// askOwn answers an indicator that a user wrote: a header's lines that differ, and
// the SELECT.
func askOwn(t *testing.T, w metrics.Source, header map[string]string, sql string) ([]metrics.Reading, error) {
	t.Helper()
	lines := map[string]string{"id": "mine", "title": "Mine", "question": "What?", "group": "participation", "cycle": "none", "kind": "count", "evidence": "census",
		"protects": "event", "unit": "people", "better": "more", "needs": "roster", "source": "ours"}
	for key, value := range header {
		lines[key] = value
	}
	text := ""
	for key, value := range lines {
		text += "-- " + key + ": " + value + "\n"
	}
	p, err := warehouse.NewParser()
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	own, err := queries.ReadOwn(fstest.MapFS{"mine.sql": {Data: []byte(text + "--\n-- Counted so.\n" + sql)}}, p.Tree)
	if err != nil {
		t.Fatal(err)
	}
	answers, err := metrics.Ask(t.Context(), w, own, []string{"mine"}, metrics.Scope{Community: "c", Cohorts: []string{"2025"}}, noon)
	if err != nil {
		return nil, err
	}
	return answers[0].Readings, nil
}

const ofEnrolled = `SELECT e.community_id AS community, e.cohort_id AS cohort, s.period, %part AS part, e.member_id AS person,
       CAST(NULL AS text) AS subject, CAST(1 AS double precision) AS x, false AS open, e.file_id, e.sheet_no, e.row_no, e.column_no
FROM spell AS s JOIN enrolment AS e ON e.community_id = s.community_id AND e.cohort_id = s.cohort_id`

func members(part, where string) string {
	return strings.Replace(ofEnrolled, "%part", part, 1) + where
}

func TestAnOwnIndicatorOfAFewMembersByWhatTheyAreIsNotShown(t *testing.T) {
	w := townOf(t)
	all, err := askOwn(t, w, nil, members("CAST(NULL AS text)", ""))
	if err != nil || len(all) != 1 || all[0].Value == nil || *all[0].Value != 12 {
		t.Fatalf("everybody: %+v, %v", all, err)
	}
	nine, err := askOwn(t, w, nil, members("CAST(NULL AS text)", " WHERE e.org_unit = 'A'"))
	if err != nil || len(nine) != 1 || nine[0].Value == nil || *nine[0].Value != 9 {
		t.Errorf("nine of one organisation: %+v, %v", nine, err)
	}
	few, err := askOwn(t, w, nil, members("CAST(NULL AS text)", " WHERE e.org_unit = 'B'"))
	if err != nil || len(few) != 1 || few[0].Shown || few[0].Value != nil || few[0].People != nil || few[0].Note != "protected" {
		t.Errorf("three of one organisation: %+v, %v", few, err)
	}
}

func TestClassesOfAFewPeopleAreLeftOutOfAnOwnIndicatorByName(t *testing.T) {
	all, err := askOwn(t, townOf(t), map[string]string{"part": "data"}, members("e.org_unit", ""))
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range all {
		if r.Part != "" || r.Value != nil {
			t.Errorf("told of %+v: A alone would give B back, of twelve", r)
		}
	}
}

func TestAnOwnIndicatorSeesNoStoryToldInConfidence(t *testing.T) {
	header := map[string]string{"protects": "stories", "evidence": "stories", "needs": "stories", "unit": "stories", "group": "stories"}
	if !vocabulary.Units.Has("stories") {
		header["unit"] = vocabulary.Units.Words[0]
	}
	sql := `SELECT s.community_id AS community, s.cohort_id AS cohort, s.period, CAST(NULL AS text) AS part, t.story_id AS person, 't1' AS subject,
       CAST(CASE WHEN t.valence = 'negative' THEN 100 ELSE 1 END AS double precision) AS x, false AS open, t.file_id, t.sheet_no, t.row_no, t.column_no
FROM spell AS s JOIN %table AS t ON t.community_id = s.community_id AND t.cohort_id = s.cohort_id`
	for _, table := range []string{"story", "account"} {
		all, err := askOwn(t, townOf(t), header, strings.Replace(sql, "%table", table, 1))
		if err != nil || len(all) != 1 || all[0].Numerator == nil || *all[0].Numerator != 1 {
			t.Errorf("%s: the story told in confidence stands behind an open one: %+v, %v", table, all, err)
		}
	}
}

// Who told no story counts in one of ours; a user's own could count anybody so.
func TestAnOwnIndicatorOfStoriesCountsNobodyWithoutOne(t *testing.T) {
	header := map[string]string{"protects": "stories", "evidence": "stories"}
	all, err := askOwn(t, townOf(t), header, members("CAST(NULL AS text)", " WHERE e.org_unit = 'B'"))
	if err != nil || len(all) != 1 || all[0].Value != nil || all[0].People != nil {
		t.Errorf("three of one organisation are told: %+v, %v", all, err)
	}
}

func TestWhatAnOwnIndicatorMakesUpIsRefusedAndNotSaid(t *testing.T) {
	w := townOf(t)
	cases := map[string]struct {
		header    map[string]string
		sql, want string
	}{
		"a person":          {nil, strings.Replace(members("CAST(NULL AS text)", ""), "e.member_id AS", "e.member_id || 'x' AS", 1), "person is nobody"},
		"a pseudonym":       {map[string]string{"part": "data"}, members("e.member_id", ""), "part is neither"},
		"a class":           {map[string]string{"part": "core | rest"}, members("'others'", ""), "part is neither"},
		"a class spelt out": {map[string]string{"part": "data"}, members("'a:b:c:d'", ""), "part is neither"},
		"the same twice":    {nil, members("CAST(NULL AS text)", " CROSS JOIN (VALUES (1), (2)) AS n(n)"), "stands twice"},
		"half a person":     {map[string]string{"kind": "share", "unit": "percent"}, strings.Replace(members("CAST(NULL AS text)", ""), "CAST(1 AS", "CAST(0.5 AS", 1), "x of a share"},
	}
	for name, c := range cases {
		_, err := askOwn(t, w, c.header, c.sql)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %q", name, err, c.want)
		}
	}
}

func TestPartsOfOursAreWordsThatAnOwnIndicatorMaySay(t *testing.T) {
	ours, err := queries.Catalogue()
	if err != nil {
		t.Fatal(err)
	}
	told := slices.IndexFunc(ours, func(i queries.Indicator) bool { return i.ID == "practice_diffusion" })
	ind := ours[told]
	ind.ID, ind.Own = "mine", true
	text, err := os.ReadFile("testdata/practice_diffusion.txtar")
	if err != nil {
		t.Fatal(err)
	}
	w := world(t, txtar.Parse(text))
	if _, err := metrics.Ask(t.Context(), w, []queries.Indicator{ind}, []string{"mine"}, metrics.Scope{Community: "c"}, noon); err != nil {
		t.Error(err)
	}
}
