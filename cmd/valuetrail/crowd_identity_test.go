package main

import (
	"cmp"
	"encoding/csv"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"valuetrail/ingest"
)

// crowdFiles writes the member list and the three sources, and what a row of
// each tells by its number.
func crowdFiles(d desk, c *crowd) map[string]sighting {
	list := [][]string{{"member_id", "display_name", "email", "cohort", "join_date"}}
	for _, m := range c.members {
		list = append(list, []string{m.id, m.name(), m.email, "2025", m.joined})
	}
	d.write("exports/members.csv", crowdCSV(list))
	head := map[string][]string{"zoom.csv": {"Name (Original Name)", "User Email", "Join Time", "Leave Time", "Duration (Minutes)", "Guest"},
		"survey.csv": {"ID", "Start time", "Completion time", "Email", "Name", "How useful was this year?"}, "register.csv": {"Date", "Name", "Status"}}
	rows := map[string]sighting{}
	for _, source := range slices.Sorted(maps.Keys(head)) {
		out := [][]string{head[source]}
		for i, s := range c.sources[source] {
			line := map[string][]string{"zoom.csv": {s.name, s.email, "2025-10-06 10:00:00", "2025-10-06 11:00:00", "60", "No"},
				"survey.csv":   {fmt.Sprint(i + 1), "2025-11-03 10:00:00", fmt.Sprintf("2025-11-03 11:%02d:00", i%60), s.email, s.name, fmt.Sprint(1 + i%5)},
				"register.csv": {"2025-12-01", s.name, "present"}}[source]
			out = append(out, line)
			rows[fmt.Sprint(source, " ", len(out))] = s
		}
		d.write("exports/"+source, crowdCSV(out))
	}
	return rows
}

// crowdCSV is rows as comma-separated text.
func crowdCSV(rows [][]string) []byte {
	var b strings.Builder
	if err := csv.NewWriter(&b).WriteAll(rows); err != nil { // a builder takes everything
		return nil
	}
	return []byte(b.String())
}

// crowdFigures are what the linking of names is judged by: of the rows of
// members, how many are linked, how many of those to somebody else, and of how many
// more the person is among the three proposed. A stranger who is linked is wrong too.
type crowdFigures struct {
	rows, linked, wrong, reviewed, questions int
	missed, mislinked                        map[string]int
	examples                                 []string
}

func (f crowdFigures) precision() float64 { return 1 - float64(f.wrong)/float64(f.linked) }

func (f crowdFigures) recall() float64 {
	return float64(f.linked-f.wrong+f.reviewed) / float64(f.rows)
}

// became are the member and the way it is known, by file and row.
func became(w *world) map[string][2]string {
	w.Helper()
	all := map[string][2]string{}
	for _, r := range w.rows(`SELECT f.name, x.row_no, coalesce(i.member_id, ''), coalesce(i.how, '')
		FROM (SELECT file_id, row_no, alias_id FROM main.attendance UNION ALL SELECT file_id, row_no, alias_id FROM main.response) AS x
		JOIN private.file AS f USING (file_id) LEFT JOIN main.identity AS i USING (alias_id)`) {
		all[fmt.Sprint(r[0], " ", r[1])] = [2]string{r[2].(string), r[3].(string)}
	}
	return all
}

// judge compares who every row became, or was proposed to be, with who it is.
func judge(w *world, rows map[string]sighting) crowdFigures {
	w.Helper()
	proposed := map[string][]string{}
	f := crowdFigures{missed: map[string]int{}, mislinked: map[string]int{}}
	for _, q := range w.questions() {
		if q.Kind != ingest.AskName {
			continue
		}
		f.questions++
		for _, c := range q.Candidates {
			proposed[q.Subject] = append(proposed[q.Subject], c.Object)
		}
	}
	listed := map[string]string{}
	for _, r := range w.rows("SELECT member_list_id, member_id FROM private.person WHERE member_list_id IS NOT NULL") {
		listed[r[0].(string)] = r[1].(string)
	}
	people := became(w)
	for _, at := range slices.Sorted(maps.Keys(rows)) {
		s, got := rows[at], people[at]
		who := listed[s.who]
		if strings.HasPrefix(s.who, "M") {
			f.rows++
		}
		switch automatic := got[1] != "itself" && got[1] != ""; {
		case automatic && got[0] == who:
			f.linked++
		case automatic:
			f.linked++
			f.wrong++
			f.mislinked[s.why]++
			f.examples = append(f.examples, fmt.Sprintf("%s %+v became %v", at, s, got))
		case who == "":
		case slices.Contains(proposed[got[0]], who):
			f.reviewed++
		default:
			f.missed[s.why]++
			f.examples = append(f.examples, fmt.Sprintf("%s %+v: %d proposals", at, s, len(proposed[got[0]])))
		}
	}
	return f
}

func TestNamesOf400PeopleInThreeSourcesAreLinkedOrProposed(t *testing.T) {
	for seed := range uint64(often(3, 1)) {
		_, w, rows := crowdDesk(t, seed+1)
		f := judge(w, rows)
		w.close()
		t.Logf("seed %d: %d rows of members: %d linked, %d of them wrongly (precision %.4f); of %d more the person is among the proposals (recall with review %.4f); %d questions; wrong %v; missed %v",
			seed+1, f.rows, f.linked, f.wrong, f.precision(), f.reviewed, f.recall(), f.questions, f.mislinked, f.missed)
		if f.precision() < 0.995 || f.recall() < 0.95 || f.rows < 3*crowdSize-60 {
			t.Errorf("the bars are 0.995 and 0.95\n%s", strings.Join(f.examples, "\n"))
		}
	}
}

// crowdDesk is a folder in which a crowd's exports were ingested.
func crowdDesk(t *testing.T, seed uint64) (d desk, w *world, rows map[string]sighting) {
	d = newDesk(t)
	d.write("valuetrail.yaml", []byte(crowdSettings))
	rows = crowdFiles(d, newCrowd(seed))
	d.receipts(d.path("exports"))
	return d, &world{T: t, folder: d.folder}, rows
}

// A convenor says of some who they are, of some that they are visitors and of some
// that they are not whom the program proposed. All files are then taken out and read
// again, in another order: everybody is whoever they were.
func TestDecisionsAboutACrowdSurviveReadingEveryFileAgain(t *testing.T) {
	d, w, rows := crowdDesk(t, 7)
	people := became(w)
	asked := map[string]string{} // who the subject of a question is
	for _, at := range slices.Sorted(maps.Keys(rows)) {
		asked[people[at][0]] = rows[at].who
	}
	decided := map[string]int{}
	for _, q := range w.questions() {
		w.close()
		way := []string{"member", "visitor", "other", "nothing"}[decided["all"]%4]
		if decided["all"]++; way == "nothing" || decided[way] == 4 {
			continue
		}
		decided[way]++
		words := map[string][]string{"member": {"accept", short(q.Subject), cmp.Or(asked[q.Subject], "M001")}, "visitor": {"accept", short(q.Subject), "visitor"}, "other": {"reject", short(q.Subject), "1"}}[way]
		d.gets(exitDone, append([]string{"people"}, words...)...)
	}
	if decided["member"] != 4 || decided["visitor"] != 4 || decided["other"] != 4 {
		t.Fatalf("decided %v", decided)
	}
	before, open := became(w), asJSON(w.questions())
	if maps.Equal(before, people) {
		t.Fatal("the decisions change nobody")
	}
	w.close()
	for _, name := range []string{"zoom.csv", "members.csv", "register.csv", "survey.csv"} {
		d.gets(exitDone, "sources", "undo", name)
	}
	for _, name := range []string{"survey.csv", "register.csv", "members.csv", "zoom.csv"} {
		d.receipts(d.path("exports/" + name))
	}
	after := became(w)
	if len(after) < len(rows)-3*crowdSize/20 {
		t.Fatalf("%d rows", len(after))
	}
	for at, was := range before {
		if after[at] != was {
			t.Errorf("%s %+v was %v and is %v", at, rows[at], was, after[at])
		}
	}
	if now := asJSON(w.questions()); now != open {
		t.Errorf("other questions are open")
	}
	w.close()
}

// A round that was promised anonymous joins nobody, though its rows hold names and
// e-mails, and asks nobody who they are.
func TestNobodyOfACrowdIsJoinedToARoundPromisedAnonymous(t *testing.T) {
	for name, promise := range map[string]func(d desk){
		"by the settings": func(d desk) {
			d.write("valuetrail.yaml", []byte(strings.Replace(crowdSettings, "anonymous: false", "anonymous: true", 1)))
		},
		"by the list of rounds": func(d desk) {
			d.write("valuetrail.yaml", []byte(crowdSettings))
			d.write("exports/waves.csv", []byte("wave_id,cohort,opened,closed,invited_n,anonymous\nyearly,2025,2025-11-01,2025-11-30,400,yes\n"))
		},
	} {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t)
			promise(d)
			crowdFiles(d, newCrowd(11))
			d.receipts("--wave", "yearly", d.path("exports/survey.csv"))
			d.receipts(d.path("exports"))
			if n := d.stores("SELECT count(*), count(*) FILTER (WHERE alias_id IS NOT NULL AND NOT starts_with(alias_id, 'again ')) FROM main.response"); n[0] != fmt.Sprint(crowdSize+crowdSize/20, " 0") {
				t.Errorf("responses and those with a person: %s", n[0])
			}
			if n := d.stores("SELECT count(*) FROM main.identity AS i JOIN private.alias AS a USING (alias_id) JOIN private.file AS f USING (file_id) WHERE f.name = 'survey.csv' AND NOT EXISTS (SELECT 1 FROM private.alias AS b WHERE b.alias_id = a.alias_id AND b.file_id <> a.file_id)"); n[0] != "0" {
				t.Errorf("%s identities rest on the anonymous round alone", n[0])
			}
			if open := d.gets(exitDone, "people", "matches", "--json"); strings.Contains(open, "survey.csv") {
				t.Errorf("somebody is asked who answered: %s", open)
			}
			if attended := d.stores("SELECT count(DISTINCT alias_id) > 300 FROM main.attendance"); attended[0] != "true" {
				t.Error("the other files name nobody")
			}
		})
	}
}

const crowdSettings = `community: {id: crowd, name: A crowd}
time_zone: UTC
cohorts: [{id: "2025", title: 2025/26, starts: 2025-09-01, ends: 2026-06-30}]
surveys: [{id: yearly, anonymous: false}]`
