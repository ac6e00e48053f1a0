package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"valuetrail/internal/message"
	"valuetrail/metrics"
	"valuetrail/queries"
)

// soundFolder is a small community in which nothing is impossible and nothing
// is missing on 3 July 2026.
var soundFolder = map[string]string{
	"valuetrail.yaml": "community: {id: lake}\ncohorts: [{id: '2025', starts: 2025-09-01, ends: 2026-06-30}]\n",
	"in/roster.csv": `member_id,display_name,email,cohort,org_unit,join_date,leave_date
M1,Ann Lee,ann@example.org,2025,North,2025-09-01,
M2,Ben Roy,ben@example.org,2025,South,2025-09-01,
M3,Cy Fox,cy@example.org,2025,South,2025-10-01,2026-05-31
`,
	"in/sessions.csv": `session_id,cohort,date,kind,title,status,minutes
s1,2025,2025-10-14,meeting,Autumn,held,90
s2,2025,2026-02-10,meeting,Winter,held,90
s3,2025,2026-05-12,meeting,Summer,held,90
s4,2025,2026-06-09,meeting,Garden,cancelled,90
`,
	"in/attendance.csv": `session_id,member_id,status,minutes
s1,M1,present,60
s1,M3,present,60
s2,M1,present,60
s2,M2,absent,
s3,M2,present,60
s3,M3,late,50
`,
	"in/survey_waves.csv": "wave_id,cohort,opened,closed,invited_n\nw1,2025,2026-05-20,2026-06-05,3\n",
	"in/codebook.csv":     "item_id,column_header,kind,cycle,scale_min,scale_max\nused,Used it?,likert,applied,1,5\n",
	"in/survey.csv":       "wave_id,respondent_id,submitted_at,Used it?\nw1,M1,2026-05-21 10:00,4\nw1,M2,2026-05-22 10:00,5\n",
	"in/stories.csv": `story_id,collected_on,teller_id,collector_id,session_id,activity,application,activity_date,application_date,realized_date,consent_scope,cohort,follow_up_due,follows_story_id
t1,2025-11-03,M1,M2,s1,Peer assist,Tried it,2025-10-14,2025-10-20,2025-11-01,community,2025,,
t2,2026-03-02,M2,M1,s2,Talk,Tried it,2026-02-10,2026-02-20,,public,2025,2026-05-01,
t3,2026-06-01,M2,M1,s3,Talk,Still works,2026-02-10,2026-02-20,2026-05-20,public,2025,,t2
`,
	"in/practices.csv":       "practice_id,name,started,status,decided_on\np1,Short meetings,2025-10-20,adopted,2025-12-01\n",
	"in/adoptions.csv":       "practice_id,org_unit,adopted_on,stopped_on,evidence_story_id\np1,North,2025-12-02,,t1\n",
	"in/substantiations.csv": "story_id,claim,asked_on,substantiator_label,independent,response,on\nt1,It saved a day,2025-11-10,Ben Roy,yes,full,2025-11-12\n",
	"in/mentoring_pairs.csv": "pair_id,mentor_id,mentee_id,opened,closed\nq1,M1,M2,2025-10-01,2026-04-01\n",
	"in/pair_meetings.csv":   "pair_id,date,minutes\nq1,2025-11-01,45\n",
	"in/targets.csv":         "indicator_id,cohort,target\nreach_rate,2025,0.9\n",
	"in/contributions.csv":   "session_id,raised_by,kind,text\ns1,M1,problem,Too slow\n",
}

// fault is a change of one sound file that plants a fault, and what the check
// must then say of it: "file:row who thing".
type fault struct {
	file, old, new, want string
	// also are other files that change with it; on is when it was ingested.
	also map[string][2]string
	on   string
}

var faults = map[string]fault{
	"left_before_joined":      {file: "in/roster.csv", old: "2025-10-01,2026-05-31", new: "2025-10-01,2025-09-15", want: "roster.csv:4 Cy Fox", also: map[string][2]string{"in/attendance.csv": {"s1,M3,present,60\n", ""}, "in/attendance.csv ": {"s3,M3,late,50\n", ""}}},
	"attended_before_joining": {file: "in/attendance.csv", old: "s1,M3", new: "s0,M3", want: "attendance.csv:3 Cy Fox s0", also: map[string][2]string{"in/sessions.csv": {"s1,", "s0,2025,2025-09-10,meeting,Early,held,90\ns1,"}}},
	"attended_after_leaving":  {file: "in/roster.csv", old: "2026-05-31", new: "2026-05-01", want: "attendance.csv:7 Cy Fox s3"},
	"in_two_cohorts": {file: "in/roster.csv", old: "M2,", new: "M1,Ann Lee,ann@example.org,both,North,2026-01-01,\nM2,", want: "roster.csv:3 Ann Lee 2025",
		also: map[string][2]string{"valuetrail.yaml": {"cohorts: [", "cohorts: [{id: both, starts: 2026-01-01, ends: 2027-06-30}, "}, "in/sessions.csv": {"s2,2025,", "s2,2025;both,"}, "in/sessions.csv ": {"s3,2025,", "s3,2025;both,"},
			"in/stories.csv": {"public,2025,2026-05-01", "public,both,2026-05-01"}, "in/stories.csv ": {"t1,", "t4,2026-02-20,M2,M1,s2,Talk,,,,,public,2025,,\nt1,"}, "in/survey_waves.csv": {"w1,2025,2026-05-20,2026-06-05,3", "w1,,2026-05-20,2026-06-05,"}}},
	"used_before_activity":       {file: "in/stories.csv", old: "2025-10-20,2025-11-01", new: "2025-10-20,2025-10-15", want: "stories.csv:2 t1"},
	"answer_off_scale":           {file: "in/codebook.csv", old: "1,5", new: "1,4", want: "survey.csv:0 w1 used"},
	"cancelled_yet_attended":     {file: "in/attendance.csv", old: "s3,M2", new: "s4,M1,present,20\ns4,M2,present,20\ns3,M2", want: "sessions.csv:5 s4"},
	"adopted_before_start":       {file: "in/adoptions.csv", old: "2025-12-02", new: "2025-10-02", want: "adoptions.csv:2 p1"},
	"ends_before_it_begins":      {file: "in/mentoring_pairs.csv", old: "2026-04-01", new: "2025-04-01", want: "mentoring_pairs.csv:2 q1"},
	"cells_left_out":             {file: "in/pair_meetings.csv", old: "45", new: "-45", want: "pair_meetings.csv:2"},
	"more_answered_than_invited": {file: "in/survey_waves.csv", old: ",3", new: ",1", want: "survey_waves.csv:2 w1"},
	"answered_before_opening":    {file: "in/survey.csv", old: "2026-05-21", new: "2026-05-02", want: "survey_waves.csv:2 w1"},
	"answered_late":              {file: "in/survey.csv", old: "2026-05-22", new: "2026-06-22", want: "survey_waves.csv:2 w1", also: map[string][2]string{"in/survey.csv": {"w1,M1", "w1,M3,2026-05-21 11:00,4\nw1,M1"}}},
	"no_such_member":             {file: "in/attendance.csv", old: "s3,M2", new: "s3,M22", want: "attendance.csv:6 m22"},
	"in_the_future":              {file: "in/stories.csv", old: "t3,2026-06-01", new: "t3,2027-06-01", want: "stories.csv:4 t3"},
	"no_such_session":            {file: "in/contributions.csv", old: "s1", new: "s9", want: "contributions.csv:2 s9"},
	"no_such_story":              {file: "in/adoptions.csv", old: "t1", new: "t9", want: "adoptions.csv:2 t9"},
	"no_such_indicator":          {file: "in/targets.csv", old: "reach_rate", new: "reach", want: "targets.csv:2 reach"},
	"no_such_practice":           {file: "in/adoptions.csv", old: "p1", new: "p9", want: "adoptions.csv:2 p9"},
	"confirmed_by_the_teller":    {file: "in/substantiations.csv", old: "Ben Roy", new: "Ann Lee", want: "substantiations.csv:2 t1"},
	"rows_waiting":               {file: "in/stories.csv", old: "t1,2025-11-03", new: "t0,soon,M1,M2,s1,Peer assist,,,,,,2025,,\nt1,2025-11-03", want: "stories.csv:0"},
	"question_list_not_ingested": {file: "valuetrail.yaml", old: "cohorts: [", new: "surveys: [{id: end, codebook: lists/Codebook.CSV}, {id: mid, codebook: mid term.xlsx}, {id: other, codebook: mid term.xlsx}]\ncohorts: [", want: ":0 mid term.xlsx"},
	"no_register":                {file: "in/sessions.csv", old: "s4,", new: "s5,2025,2026-03-09,meeting,Spring,held,90\ns4,", want: "sessions.csv:5 s5"},
	"session_not_listed":         {file: "in/sessions.csv", old: "s2,2025,2026-02-10,meeting,Winter,held,90", new: "s8,2025,2026-02-10,meeting,Winter,cancelled,90", want: "zoom.csv:1", also: map[string][2]string{"in/zoom.csv": {"", zoomOfMarch}, "in/attendance.csv": {"s2,M1,present,60\ns2,M2,absent,\n", ""}, "in/stories.csv": {",s2,", ",,"}}},
	"term_without_session":       {file: "in/sessions.csv", old: "s2,2025,2026-02-10", new: "s2,2025,2025-12-10", want: ":0 2025/26 spring"},
	"term_without_story":         {file: "in/stories.csv", old: "t2,2026-03-02", new: "t2,2025-12-02", want: ":0 2025/26 spring", also: map[string][2]string{"in/stories.csv": {"2026-02-10,2026-02-20,,", "2025-11-10,2025-11-20,,"}}},
	"no_recent_round":            {file: "in/survey_waves.csv", old: "2026-05-20,2026-06-05", new: "2025-10-01,2025-10-20", want: ":0", also: map[string][2]string{"in/survey.csv": {"2026-05-21", "2025-10-02"}, "in/survey.csv ": {"2026-05-22", "2025-10-03"}}},
	"follow_up_overdue":          {file: "in/stories.csv", old: ",t2\n", new: ",\n", want: "stories.csv:3 t2"},
	"member_list_missing":        {file: "valuetrail.yaml", old: "cohorts: [", new: "cohorts: [{id: '2026', starts: 2026-07-01, ends: 2027-06-30}, ", want: ":0"},
	"in_no_cohort":               {file: "in/sessions.csv", old: "s4,", new: "s9,2025,2026-07-01,meeting,Late,held,90\ns4,", want: "sessions.csv:5 s9", also: map[string][2]string{"in/attendance.csv": {"s3,M2", "s9,M1,present,60\ns3,M2"}}},
	"told_before_it_happened":    {file: "in/stories.csv", old: "t1,2025-11-03", new: "t1,2025-10-30", want: "stories.csv:2 t1"},
	"scale_upside_down":          {file: "in/codebook.csv", old: "used,", new: "late,Late?,likert,applied,5,1\nused,", want: "codebook.csv:2 late"},
	"scale_changed": {file: "in/codebook.csv", old: "column_header,kind,cycle,scale_min,scale_max\nused,", new: "wave_id,column_header,kind,cycle,scale_min,scale_max\nused,w0,Used it?,likert,applied,1,7\nused,w1,",
		want: "codebook.csv:3 used: likert 1–5 (w1), likert 1–7 (w0)", also: map[string][2]string{"in/survey_waves.csv": {"w1,", "w0,2025,2025-11-20,2025-12-05,3\nw1,"}, "in/survey.csv": {"w1,M1", "w0,M1,2025-11-21 10:00,4\nw0,M2,2025-11-21 11:00,4\nw1,M1"}}},
	"answers_moved": {file: "in/survey.csv", old: "w1,M1,2026-05-21 10:00,4\nw1,M2,2026-05-22 10:00,5\n", new: tenAnswers("w0", "2025-11-21", 1, 2) + tenAnswers("w1", "2026-05-21", 2, 3, 4, 5, 5), want: "survey.csv:0 used (w0, w1)",
		also: map[string][2]string{"in/survey_waves.csv": {"w1,2025,2026-05-20,2026-06-05,3", "w0,2025,2025-11-20,2025-12-05,12\nw1,2025,2026-05-20,2026-06-05,12"}}},
	"in_two_places": {file: "in/sessions.csv", old: "s4,", new: "s5,2025,2026-03-10,meeting,North room,held,60\ns6,2025,2026-03-10,meeting,South room,held,60\ns4,", want: "south.csv:5 Ann Lee s6",
		also: map[string][2]string{"in/north.csv": {"", zoomOf("North room", "10:00", "11:00")}, "in/south.csv": {"", zoomOf("South room", "10:40", "11:40")}}},
	"member_list_old": {file: "valuetrail.yaml", old: "2026-06-30", new: "2026-08-31", want: ":0", on: "2025-12-01"},
}

const zoomOfMarch = "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes)\nAnn Lee,ann@example.org,03/10/2026 10:00:00,03/10/2026 11:00:00,60\nBen Roy,ben@example.org,03/10/2026 10:00:00,03/10/2026 11:00:00,60\n"

// soundToo are changes of sound files that are no faults, though they look like one.
var soundToo = map[string]fault{
	"two meetings overlap by ten minutes": {file: "in/sessions.csv", old: "s4,", new: "s5,2025,2026-03-10,meeting,North room,held,60\ns6,2025,2026-03-10,meeting,South room,held,60\ns4,",
		also: map[string][2]string{"in/north.csv": {"", zoomOf("North room", "10:00", "11:00")}, "in/south.csv": {"", zoomOf("South room", "10:50", "11:50")}}},
	"a question on the same scale in two rounds, a few answers further up": {file: "in/survey_waves.csv", old: "w1,2025,2026-05-20,2026-06-05,3", new: "w0,2025,2025-11-20,2025-12-05,12\nw1,2025,2026-05-20,2026-06-05,12",
		also: map[string][2]string{"in/survey.csv": {"w1,M1,2026-05-21 10:00,4\nw1,M2,2026-05-22 10:00,5\n", tenAnswers("w0", "2025-11-21", 1, 2, 3, 4) + tenAnswers("w1", "2026-05-21", 2, 3, 4, 5, 5)}}},
}

// zoomOf is a meeting of 10 March 2026 that Ann alone came to, from and to a time.
func zoomOf(title, from, to string) string {
	return fmt.Sprintf("Topic,Meeting ID,Start Time,End Time\n%[1]s,%[2]s,03/10/2026 %[3]s:00,03/10/2026 %[4]s:00\n\nName (Original Name),User Email,Join Time,Leave Time,Duration (Minutes)\nAnn Lee,ann@example.org,03/10/2026 %[3]s:00,03/10/2026 %[4]s:00,60\n",
		title, strings.ReplaceAll(from, ":", "")+"8123", from, to)
}

// tenAnswers are a round's answers to a question by ten people, the numbers in turn.
func tenAnswers(round, day string, numbers ...int) string {
	all := ""
	for i := range 10 {
		all += fmt.Sprintf("%s,,%s 10:0%d,%d\n", round, day, i, numbers[i%len(numbers)])
	}
	return all
}

// changed are the sound files with a fault in them.
func (f fault) changed(t *testing.T) map[string]string {
	files := maps.Clone(soundFolder)
	change := func(file, old, new string) {
		file = strings.TrimSpace(file)
		if !strings.Contains(files[file], old) {
			t.Fatalf("%s holds no %q", file, old)
		}
		files[file] = strings.Replace(files[file], old, new, 1)
	}
	change(f.file, f.old, f.new)
	for _, file := range slices.Sorted(maps.Keys(f.also)) {
		change(file, f.also[file][0], f.also[file][1])
	}
	return files
}

func TestWhatOnlyLooksLikeAFaultIsNone(t *testing.T) {
	for name, f := range soundToo {
		t.Run(name, func(t *testing.T) {
			if found, code := newDesk(t).findings(f.changed(t), ""); len(found) > 0 || code != exitDone {
				t.Errorf("exit code %d: %q", code, found)
			}
		})
	}
}

func TestACountBelowZeroIsFound(t *testing.T) {
	hours := fault{file: "in/codebook.csv", old: "used,Used", new: "hours,Hours?,count,applied,,\nused,Used",
		also: map[string][2]string{"in/survey.csv": {"Used it?\nw1,M1,2026-05-21 10:00,4\nw1,M2,2026-05-22 10:00,5", "Used it?,Hours?\nw1,M1,2026-05-21 10:00,4,3\nw1,M2,2026-05-22 10:00,5,-3"}}}
	if found, code := newDesk(t).findings(hours.changed(t), ""); !slices.Equal(found, []string{"answer_off_scale survey.csv:0 w1 hours"}) || code != exitKept {
		t.Errorf("exit code %d: %q", code, found)
	}
}

// What check finds of answers has its words, with the figure that it is read off.
func TestFindingsAboutAnswersAreSaidWithTheirFigure(t *testing.T) {
	e := env{Say: message.For("en")}
	for id, want := range map[string]string{
		"question_left_blank": "Cohort 2025, autumn, question worth: 4 of 12.",
		"few_answered":        "Cohort 2025, autumn: 4 of 12 answered; figures of answers speak for the lesser part.",
		"group_silent":        "Cohort 2025, autumn, organisation or department worth: 4 of 12 answered, of everybody 9 of 10.",
		"answers_lean":        "Cohort 2025, autumn: 4 of 12.",
	} {
		l := e.checkLine(metrics.Finding{Check: id, Cohort: "2025", Period: "autumn", Thing: "worth", Figure: "4 of 12", Beside: "9 of 10", By: "unit"})
		if l.What != want || l.Remedy == "" || strings.HasPrefix(l.Remedy, "check.") {
			t.Errorf("%s: %q, %q", id, l.What, l.Remedy)
		}
	}
}

// findings ingests a folder and gives what check finds, "check file:row who
// thing" each, and the exit code.
func (d desk) findings(files map[string]string, on string) (all []string, code int) {
	d.t.Helper()
	for name, text := range files {
		d.write(strings.TrimSpace(name), []byte(text))
	}
	words := []string{"ingest", d.path("in")}
	if on != "" {
		words = append(words, "--now", on)
	}
	if code, out, said := d.types(words...); code != exitDone && code != exitKept {
		d.t.Fatalf("exit code %d\n%s%s", code, out, said)
	}
	code, out, said := d.types("check", "--json")
	if out == "" {
		d.t.Fatalf("exit code %d: %s", code, said)
	}
	for _, f := range d.parsed(out).(map[string]any)["findings"].([]any) {
		f := f.(map[string]any)
		place := strings.TrimSpace(fmt.Sprintf("%s:%v %s", f["file"], f["row"], f["who"]))
		all = append(all, strings.TrimSpace(fmt.Sprintf("%s %s %s", f["check"], place, f["thing"])))
		if what := f["what"].(string); strings.Contains(what, "{") || f["remedy"] == "" || strings.Contains(what, "check."+f["check"].(string)) {
			d.t.Errorf("%s says %q", f["check"], what)
		}
	}
	return all, code
}

func TestSoundDataPassEveryCheck(t *testing.T) {
	d := newDesk(t)
	if found, code := d.findings(soundFolder, ""); len(found) > 0 || code != exitDone {
		t.Errorf("exit code %d: %q", code, found)
	}
	if out := d.gets(exitDone, "check"); !strings.Contains(out, message.For("en").Say("check.nothing")) || !strings.Contains(out, "2025-10") || !strings.Contains(out, "2 of 3") || !strings.Contains(out, "no answer from 1 of 3 people") || strings.Contains(out, "who came to") {
		t.Errorf("%s", out)
	}
}

func TestEachCheckFindsItsFaultAndNoOther(t *testing.T) {
	checks, err := queries.Checks()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range checks {
		f, planted := faults[c.ID]
		if !planted {
			t.Errorf("no fault is planted for %s", c.ID)
			continue
		}
		t.Run(c.ID, func(t *testing.T) {
			found, code := newDesk(t).findings(f.changed(t), f.on)
			if want := c.ID + " " + f.want; !slices.Equal(found, []string{want}) || code != exitKept {
				t.Errorf("exit code %d\ngot  %q\nwant %q", code, found, want)
			}
		})
	}
}
