package ingest_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// dated is one line of an export and the day that it is about, counted from
// 2025-10-01.
type dated struct {
	day  int
	line string
}

// export is a whole export, of which tools give any span of days again.
type export struct {
	head  string
	lines []dated
	// wide writes a span where it is no choice of lines.
	wide func(from, to int) string
}

const exportDays = 90

// span is the export of the days from and to, the newest first if asked.
func (e export) span(from, to int, newestFirst bool) string {
	if e.wide != nil {
		return e.wide(from, to)
	}
	var some []string
	for _, l := range e.lines {
		if from <= l.day && l.day < to {
			some = append(some, l.line)
		}
	}
	if newestFirst {
		slices.Reverse(some)
	}
	return e.head + strings.Join(some, "")
}

// on is a day as exports write it.
func on(day int) string {
	return fmt.Sprintf("2025-%02d-%02d", 10+day/30, 1+day%30)
}

// drawnExports are exports of every kind: with native ids and without, where the
// same line twice is two people who said the same.
func drawnExports(rng *rand.Rand) map[string]export {
	names := strings.Fields("Ann Bo Cy Dee Eve Fay Gus Hal")
	all := map[string]export{
		"attendance, own headings": {head: "session_date,session_title,name,email,status,minutes\n"}, "register, long": {head: "Date,Name,Status\n"},
		"answers, own headings": {head: "respondent_id,submitted_at,Worth it?,Did you use it?\n"},
		"google forms":          {head: "Timestamp,How useful was it?,What did you take?\n"},
		"microsoft forms":       {head: "ID,Start time,Completion time,Email,Name,How useful was it?\n"},
		"surveymonkey":          {head: "Respondent ID,Collector ID,Start Date,End Date,IP Address,How useful was it?,What did you take?,\n,,,,,Response,An idea,A contact\n"},
		"qualtrics": {head: "StartDate,EndDate,Status,Finished,RecordedDate,ResponseId,Q1\nStart,End,Type,Finished,Recorded,ID,How useful was it?\n" +
			`"{""ImportId"":""startDate"",""timeZone"":""Z""}","{""ImportId"":""endDate""}","{""ImportId"":""status""}","{""ImportId"":""finished""}","{""ImportId"":""recordedDate""}","{""ImportId"":""_recordId""}","{""ImportId"":""QID1""}"` + "\n"},
		"stories, own headings": {head: "story_id,collected_on,teller_label,activity,application,consent_scope\n"},
		"stories, a form": {head: "Timestamp,Your name,What was the activity you took part in?,What resource did it produce?,How did you use it?,What was the outcome for you?," +
			"What changed for your company?,Did it change what success is for you?,May we share this story?\n"},
		"member list with ids": {head: "member_id,display_name,email,cohort,join_date\n"}, "member list without": {head: "display_name,email,cohort,join_date\n"},
	}
	add := func(name string, day int, format string, values ...any) {
		e := all[name]
		e.lines = append(e.lines, dated{day, fmt.Sprintf(format+"\n", values...)})
		all[name] = e
	}
	marks := map[int][]string{}
	n := 0
	for day := rng.IntN(3); day < exportDays; day += 1 + rng.IntN(6) {
		d := on(day)
		for _, i := range rng.Perm(len(names))[:2+rng.IntN(4)] {
			who := names[i] + " Lee" + names[(i+day)%3]
			mail := strings.ToLower(names[i]) + "@x.org"
			at, useful := fmt.Sprintf("%s %02d:00:00", d, 9+rng.IntN(2)), 1+rng.IntN(2)
			n++
			add("attendance, own headings", day, "%s,Meeting,%s,%s,present,%d", d, names[i], mail, 30+rng.IntN(3)*15)
			add("register, long", day, "%s,%s,%s", d, names[i], []string{"present", "absent"}[rng.IntN(2)])
			marks[day] = append(marks[day], names[i])
			add("answers, own headings", day, "m%d,%s,%d,%s", i, d, useful, []string{"yes", "no"}[rng.IntN(2)])
			add("google forms", day, "%s,%d,\"An idea, A contact\"", at, useful)
			add("microsoft forms", day, "%d,%s,%s,%s,%s,%d", n, at, at, mail, names[i], useful)
			add("surveymonkey", day, "10650%06d,1,%s,%s,,%d,An idea,%s", n, at, at, useful, []string{"", "A contact"}[rng.IntN(2)])
			add("qualtrics", day, "%s,%s,0,1,%s,R_%d,%d", at, at, at, n, useful)
			add("stories, own headings", day, "s%d,%s,%s,We met and compared notes %d,I used it on Monday,community", n, d, names[i], useful)
			add("stories, a form", day, "%s,%s,We met at the lake and compared how each of us decides,A checklist of one page %d,I used it twice on Monday,I slept better and decided sooner,Two more proposals came,,Yes with the community", at, who, useful)
			add("member list with ids", day, "m%d,%s,%s,a,%s", n, who, fmt.Sprintf("m%d@x.org", n), d)
			add("member list without", day, "%s %d,%s,a,%s", who, n, fmt.Sprintf("m%d@x.org", n), d)
		}
	}
	all["register, wide"] = export{wide: func(from, to int) string { return wideRegister(names, marks, from, to) }}
	return all
}

// wideRegister has a line a name and a column a day.
func wideRegister(names []string, marks map[int][]string, from, to int) string {
	rows := make([]string, len(names)+1)
	rows[0] = "Name"
	for i, name := range names {
		rows[i+1] = name
	}
	for day := from; day < to; day++ {
		if len(marks[day]) == 0 {
			continue
		}
		rows[0] += "," + on(day)
		for i, name := range names {
			rows[i+1] += "," + map[bool]string{true: "x"}[slices.Contains(marks[day], name)]
		}
	}
	return strings.Join(rows, "\n") + "\n"
}

// holds is all that counts, without the cells that it comes from.
func (h *house) holds() map[string][]string {
	all := map[string][]string{}
	for what, query := range map[string]string{
		"people":     "SELECT m.listed, p.display_name, p.email, p.member_list_id FROM main.member AS m LEFT JOIN private.person AS p USING (member_id)",
		"identities": "SELECT DISTINCT alias_id, member_id, how FROM main.identity",
		"enrolled":   "SELECT member_id, cohort_id, first_day, last_day FROM main.enrolment",
		"sessions":   "SELECT s.day_no, s.status, x.words FROM main.session AS s LEFT JOIN private.text AS x ON x.text_id = s.title_text_id WHERE s.counts",
		"presence":   "SELECT s.day_no, p.member_id, p.status, p.minutes, p.attended FROM main.presence AS p JOIN main.session AS s USING (session_id) WHERE s.counts",
		"responses":  "SELECT wave_id, response_id, alias_id, submitted_at, complete, late FROM main.response WHERE counts",
		"answers": `SELECT r.wave_id, r.response_id, a.item_id, a.number, a.score, x.words FROM main.answer AS a LEFT JOIN private.text AS x USING (text_id)
			JOIN main.response AS r ON r.counts AND r.file_id = a.file_id AND r.sheet_no = a.sheet_no AND r.row_no = a.row_no`,
		"scores":  "SELECT wave_id, response_id, scope, part, shown, answered, mean FROM main.response_score",
		"cells":   "SELECT wave_id, cohort_id, item_id, number, people FROM main.answer_cell",
		"stories": "SELECT s.story_id, s.collected_on, s.teller_alias_id, s.consent_scope, x.words, y.words FROM main.story AS s LEFT JOIN private.text AS x ON x.text_id = s.activity_text_id LEFT JOIN private.text AS y ON y.text_id = s.application_text_id WHERE s.counts",
	} {
		all[what] = h.lines(query)
	}
	return all
}

// A tool gives the same rows again in every export that covers their days. However
// the exports overlap, whichever is read first, and however often: the facts are
// those of one export of everything, whether a list names the round or none does.
func TestOverlappingExportsInAnyOrderGiveTheFactsOfTheWhole(t *testing.T) {
	list := [][2]string{{"waves.csv", "wave_id,cohort,opened,closed,invited_n\nw1,a,2025-09-01,2026-03-31,20\n"}, {"list.csv", "member_id,display_name,email\nz9,Zoe Quist,zoe@x.org\n"}}
	seeds := uint64(2)
	if testing.Short() {
		seeds = 1
	}
	for seed := range seeds {
		rng := rand.New(rand.NewPCG(seed, 90))
		drawn := drawnExports(rng)
		for _, name := range slices.Sorted(maps.Keys(drawn)) {
			t.Run(fmt.Sprint(name, " ", seed), func(t *testing.T) {
				e := drawn[name]
				rounds := list[int(seed)%2]
				want := newHouse(t, twoCohorts).take(rounds[0], rounds[1]).take("whole.csv", e.span(0, exportDays, false)).holds()
				filled := 0
				for _, lines := range want {
					filled += len(lines)
				}
				if filled < 20 {
					t.Fatalf("the whole holds %d facts", filled)
				}
				h := newHouse(t, twoCohorts).take(rounds[0], rounds[1])
				for _, f := range splits(rng, e) {
					h.take(f[0], f[1])
				}
				got := h.holds()
				for what, lines := range want {
					if !slices.Equal(got[what], lines) {
						t.Errorf("%s differ: %d and %d\ngot  %s\nwant %s", what, len(got[what]), len(lines), strings.Join(got[what][:min(6, len(got[what]))], "\n     "), strings.Join(lines[:min(6, len(lines))], "\n     "))
					}
				}
			})
		}
	}
}

// splits are exports of months that overlap and together have every day, in a
// random order, two of them twice.
func splits(rng *rand.Rand, e export) [][2]string {
	var all [][2]string
	for from := 0; from < exportDays; {
		to := min(exportDays, from+20+rng.IntN(20))
		all = append(all, [2]string{fmt.Sprintf("from-%d.csv", from), e.span(max(0, from-7-rng.IntN(8)), to, rng.IntN(2) == 0)})
		from = to
	}
	all = append(all, all[0], all[rng.IntN(len(all))])
	rng.Shuffle(len(all), func(a, b int) { all[a], all[b] = all[b], all[a] })
	return all
}
