package main

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"valuetrail/internal/warehouse"
	"valuetrail/metrics"
	"valuetrail/queries"
)

// A researcher's data file holds many communities. One of them is made of
// exports and ingested as any other; the others are the same one again under
// other names. Its figures must not change by what stands beside it, and must
// not take longer than the rows they are found among.

// scaleSizes asks for a thousand communities of a thousand members: 24 million
// answers, two million attendances, a hundred thousand stories. Set it to 1.
const scaleSizes = "VALUETRAIL_SCALE"

const scaleSettings = `community: {id: weavers, name: Weavers}
framework: vcf2011
time_zone: UTC
cohorts: [{id: "2025", title: 2025/26, starts: 2025-09-01, ends: 2026-06-30}]
surveys: [{id: termly, codebook: questions.csv, anonymous: false}]
`

// scaleExports are a member list, twelve sessions with two attendances a member,
// a round of 24 questions answered by all, and a story from every tenth.
func scaleExports(t *testing.T, folder string, members int) {
	t.Helper()
	id := func(n int) string { return fmt.Sprintf("W%04d", n) }
	day := func(n int) string {
		return time.Date(2025, 9, 10, 0, 0, 0, 0, time.UTC).AddDate(0, 0, 21*n).Format(time.DateOnly)
	}
	lists := map[string][][]string{
		"members.csv":   {{"member_id", "display_name", "email", "cohort", "org_unit", "function", "join_date"}},
		"sessions.csv":  {{"session_id", "cohort", "date", "minutes", "kind", "title", "status", "open_to"}},
		"presence.csv":  {{"session_id", "member_id", "status", "minutes"}},
		"questions.csv": {{"item_id", "column_header", "text", "cycle", "construct", "kind", "scale_min", "scale_max"}},
		"rounds.csv":    {{"wave_id", "cohort", "opened", "closed", "invited_n", "anonymous"}},
		"answers.csv":   {{"wave_id", "respondent_id", "submitted_at"}},
		"stories.csv":   {{"story_id", "collected_on", "teller_id", "cohort", "session_id", "kind", "title", "activity", "output", "application", "cycles", "valence", "activity_date", "application_date", "consent_scope"}},
	}
	add := func(file string, row ...string) { lists[file] = append(lists[file], row) }
	const sessions, questions = 12, 24
	for s := range sessions {
		add("sessions.csv", fmt.Sprintf("M%02d", s), "2025", day(s), "60", "meeting", fmt.Sprintf("Meeting %d", s), "held", "all")
	}
	for q := range questions {
		add("questions.csv", scaleQuestion(q)...)
		lists["answers.csv"][0] = append(lists["answers.csv"][0], fmt.Sprintf("q%02d", q))
	}
	add("rounds.csv", "spring", "2025", "2026-04-01", "2026-04-30", strconv.Itoa(members), "n")
	for n := range members {
		add("members.csv", id(n), fmt.Sprintf("Weaver Number%d", n), fmt.Sprintf("w%d@weave.example", n), "2025", fmt.Sprintf("Unit %d", n%7), fmt.Sprintf("Function %d", n%5), "2025-09-01")
		for k := range 2 {
			add("presence.csv", fmt.Sprintf("M%02d", (n+5*k)%sessions), id(n), "present", strconv.Itoa(30+n%31))
		}
		answers := []string{"spring", id(n), fmt.Sprintf("2026-04-%02d 10:%02d:00", n%28+1, n%60)}
		for q := range questions {
			answer := strconv.Itoa((n*7+q*3)%5 + 1)
			if scaleQuestion(q)[5] == "yesno" {
				answer = []string{"yes", "no"}[(n+q)%3/2]
			}
			answers = append(answers, answer)
		}
		add("answers.csv", answers...)
		if n%10 == 0 {
			add("stories.csv", fmt.Sprintf("ST%d", n), "2026-02-03", id(n), "2025", "M03", "account", "A story", "We tried something.", "A list.", "I used it.", "immediate;potential;applied", "positive", day(3), day(4), "public")
		}
	}
	for name, rows := range lists {
		var b bytes.Buffer
		if err := csv.NewWriter(&b).WriteAll(rows); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(folder, "in", name), b.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// scaleQuestion is a row of the question list: on a scale, or a yes about a use or
// a result; those about immediate value ask about trust together.
func scaleQuestion(q int) []string {
	id, cycle := fmt.Sprintf("q%02d", q), []string{"immediate", "potential", "applied", "realized", "strategic", "enabling"}[q%6]
	row := []string{id, id, fmt.Sprintf("Question %d?", q), cycle, "", "likert", "1", "5"}
	switch cycle {
	case "applied", "realized":
		row[5], row[6], row[7] = "yesno", "", ""
	case "immediate":
		row[4] = "trust"
	}
	return row
}

// scaleFolder is a folder with one community of so many members, ingested.
func scaleFolder(t *testing.T, members int) string {
	t.Helper()
	folder := t.TempDir()
	if err := os.Mkdir(filepath.Join(folder, "in"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, "valuetrail.yaml"), []byte(scaleSettings), 0o600); err != nil {
		t.Fatal(err)
	}
	scaleExports(t, folder, members)
	timed(t, folder, "ingest", "in")
	return folder
}

// timed runs the program as a person waits for it.
func timed(t *testing.T, folder string, args ...string) (out []byte, took time.Duration, held int64) {
	t.Helper()
	program, err := exec.LookPath("valuetrail") // testscript.Main put it there
	if err != nil {
		t.Fatal(err)
	}
	run := exec.Command(program, append([]string{"--now", "2026-07-03"}, args...)...)
	run.Dir = folder
	var complaints bytes.Buffer
	run.Stderr = &complaints
	began := time.Now()
	out, held, err = outputAndMemory(run)
	if code := exitOf(err); code != exitDone && code != exitKept {
		t.Fatalf("%v: %v\n%s%s", args, err, out, complaints.Bytes())
	}
	return out, time.Since(began), held
}

// multiply makes a data file of one community hold many: every row of every table
// again under the name of each of them.
func multiply(t *testing.T, folder string, from, to int) {
	t.Helper()
	db, err := sql.Open("duckdb", filepath.Join(folder, "valuetrail.duckdb")+"?memory_limit=1GiB")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	rows, err := db.Query(`SELECT table_schema || '.' || table_name FROM information_schema.columns
		WHERE column_name = 'community_id' AND table_schema IN ('main', 'private')
		  AND table_name IN (SELECT table_name FROM information_schema.tables WHERE table_type = 'BASE TABLE') ORDER BY 1`)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	tables := 0
	for ; rows.Next(); tables++ {
		var table string
		if err := rows.Scan(&table); err != nil {
			t.Fatal(err)
		}
		if _, err := db.Exec(fmt.Sprintf(`INSERT INTO %[1]s SELECT f.* REPLACE (n || '-weavers' AS community_id)
			FROM %[1]s AS f CROSS JOIN range(%[2]d, %[3]d) AS other(n) WHERE f.community_id = 'weavers' ORDER BY n`, table, from, to)); err != nil {
			t.Fatalf("%s: %v", table, err)
		}
	}
	if err := rows.Err(); err != nil || tables < 40 {
		t.Fatalf("%d tables: %v", tables, err)
	}
}

func TestACommunityAmongManyHasItsOwnFiguresAndTakesNoLonger(t *testing.T) {
	members, sizes := 60, []int{1, 10}
	full := os.Getenv(scaleSizes) == "1"
	if full {
		members, sizes = 1000, []int{1, 10, 100, 1000}
	}
	folder := scaleFolder(t, members)
	var alone []byte
	var first time.Duration
	for i, size := range sizes {
		if i > 0 {
			multiply(t, folder, sizes[i-1], size)
		}
		figures, took, held := timed(t, folder, "indicators", "run", "--all", "--json")
		_, report, heldReport := timed(t, folder, "report", "--audience", "convenor")
		every := everyCommunity(t, folder, size)
		t.Logf("%d communities of %d: all indicators %v, %d MiB; report %v, %d MiB; a construct of every community %v",
			size, members, took.Round(time.Millisecond), held, report.Round(time.Millisecond), heldReport, every.Round(time.Millisecond))
		if i == 0 {
			alone, first = figures, took
			continue
		}
		if !bytes.Equal(figures, alone) {
			t.Errorf("among %d communities one has other figures than alone", size)
		}
		if took > first*time.Duration(size)+2*time.Second {
			t.Errorf("%d times the rows took %v, one time %v", size, took, first)
		}
		if max(held, heldReport) > 1024+512 {
			t.Errorf("held %d and %d MiB", held, heldReport)
		}
		if full && size == 1000 && (took > 3*time.Second || report > 5*time.Second || every > 3*time.Second) {
			t.Errorf("the bars are 3 s, 5 s and 3 s")
		}
	}
	anyThreads(t, folder)
}

// everyCommunity is how long one construct of all communities takes.
func everyCommunity(t *testing.T, folder string, communities int) time.Duration {
	t.Helper()
	began := time.Now()
	answers := askedOfMany(t, folder, 0, []string{"construct_score"}, metrics.Scope{Grain: "year"})
	took := time.Since(began)
	heard := map[string]bool{}
	for _, a := range answers {
		for _, r := range a.Readings {
			if r.Value != nil {
				heard[r.Community] = true
			}
		}
	}
	if len(heard) != communities {
		t.Errorf("%d of %d communities have a score", len(heard), communities)
	}
	return took
}

// anyThreads makes sure that figures do not show on how many threads they were
// worked out: all of one community, and some of every community.
func anyThreads(t *testing.T, folder string) {
	t.Helper()
	var want []byte
	for _, threads := range []int{1, 2, 5} {
		one := askedOfMany(t, folder, threads, nil, metrics.Scope{Community: "weavers", Grain: "month"})
		every := askedOfMany(t, folder, threads, []string{"construct_score", "applied_rate", "attendance_rate", "stories_told"}, metrics.Scope{Grain: "term"})
		got, err := json.Marshal([][]metrics.Answer{one, every})
		if err != nil {
			t.Fatal(err)
		}
		if want == nil {
			want = got
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%d threads give other figures than one", threads)
		}
	}
	if len(want) < 10_000 {
		t.Errorf("only %d bytes were compared", len(want))
	}
}

// askedOfMany asks a data file, all indicators of the catalogue where none is
// named, on so many threads; 0 is as the program does.
func askedOfMany(t *testing.T, folder string, threads int, ids []string, s metrics.Scope) []metrics.Answer {
	t.Helper()
	ctx := context.Background()
	w, err := warehouse.Open(ctx, filepath.Join(folder, "valuetrail.duckdb"), warehouse.Options{ReadOnly: true, Threads: threads})
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	catalogue, err := queries.Catalogue()
	if err != nil {
		t.Fatal(err)
	}
	if ids == nil {
		ids = queries.IDs(catalogue)
	}
	answers, err := metrics.Ask(ctx, w, catalogue, ids, s, time.Date(2026, 7, 3, 0, 0, 0, 0, time.UTC))
	if err != nil {
		t.Fatal(err)
	}
	return answers
}
