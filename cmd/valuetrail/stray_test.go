package main

import (
	"maps"
	"strings"
	"testing"
)

// strayDesk ingests the sound community with some of its files changed: file,
// old, new.
func strayDesk(t *testing.T, changes ...[3]string) (d desk, code int, out string) {
	t.Helper()
	d = newDesk(t)
	files := maps.Clone(soundFolder)
	for _, c := range changes {
		if !strings.Contains(files[c[0]], c[1]) {
			t.Fatalf("%s holds no %q", c[0], c[1])
		}
		files[c[0]] = strings.Replace(files[c[0]], c[1], c[2], 1)
	}
	for name, text := range files {
		d.write(name, []byte(text))
	}
	code, out, _ = d.types("ingest", d.path("in"))
	return d, code, out
}

// wants fails unless a text holds every word.
func wants(t *testing.T, text string, words ...string) {
	t.Helper()
	for _, w := range words {
		if !strings.Contains(text, w) {
			t.Errorf("nothing says %q in\n%s", w, text)
		}
	}
}

func TestLateAnswerIsSaidAndListed(t *testing.T) {
	d, _, out := strayDesk(t, [3]string{"in/survey.csv", "2026-05-22", "2026-06-22"})
	wants(t, out, "note: row 3: 1 answer came after the round w1 closed on 5 June 2026, this row first: late answers do not count.", "correct closed in your list of rounds")
	wants(t, d.gets(exitKept, "check"), "1 answered the round w1 after it closed on 5 June 2026")
}

func TestAnswersOfNoOpenRoundAreSaidAndAsked(t *testing.T) {
	d, _, out := strayDesk(t, [3]string{"in/survey.csv", "wave_id,respondent_id,submitted_at,Used it?\nw1,M1,2026-05-21 10:00,4\nw1,M2,2026-05-22 10:00,5", "respondent_id,submitted_at,Used it?\nM1,2026-03-21 10:00,4\nM2,2026-03-22 10:00,5"})
	wants(t, out, "note: row 2: 2 answers came when no round on your list was open, this row first: for now they are a round of their own, 2026-03.", "Say in to-decide.xlsx which round they belong to")
	book, err := bookRows(d.path("to-decide.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, s := range book {
		for _, row := range s.rows {
			all = append(all, strings.Join(row, " | "))
		}
	}
	wants(t, strings.Join(all, "\n"), "were open when these answers came, or none", "survey.csv")
}

func TestAnswersOfARoundThatIsFarFromAnyAreToldHowToAddIt(t *testing.T) {
	d, _, out := strayDesk(t, [3]string{"in/survey.csv", "wave_id,respondent_id,submitted_at,Used it?\nw1,M1,2026-05-21 10:00,4\nw1,M2,2026-05-22 10:00,5", "respondent_id,submitted_at,Used it?\nM1,2025-11-21 10:00,4\nM2,2025-11-22 10:00,5"})
	wants(t, out, "2 answers came when no round on your list was open, this row first: for now they are a round of their own, 2025-11.",
		"Add the round with the days it was open to your list of rounds (survey_waves) and ingest that; or ingest this file again with --wave")
	if strings.Contains(out, "Say in to-decide.xlsx which round") {
		t.Errorf("nothing asks that:\n%s", out)
	}
	d.write("in/more rounds.csv", []byte("wave_id,cohort,opened,closed,invited_n\nw0,2025,2025-11-20,2025-12-05,3\n"))
	if _, out, _ := d.types("ingest", d.path("in")); strings.Contains(out, "no round on your list was open") {
		t.Errorf("the round is on the list now:\n%s", out)
	}
	again, _, _ := strayDesk(t, [3]string{"in/survey.csv", "wave_id,respondent_id,submitted_at,Used it?\nw1,M1,2026-05-21 10:00,4\nw1,M2,2026-05-22 10:00,5", "respondent_id,submitted_at,Used it?\nM1,2025-11-21 10:00,4\nM2,2025-11-22 10:00,5"})
	if _, out, _ := again.types("ingest", again.path("in/survey.csv"), "--wave", "w1"); strings.Contains(out, "no round on your list was open") {
		t.Errorf("the round was said:\n%s", out)
	}
}

func TestRoundThatNoListHasIsSaidWhereAFileNamesIt(t *testing.T) {
	d, _, out := strayDesk(t, [3]string{"in/survey.csv", "w1,M2,", "w11,M2,"})
	wants(t, out, `note: row 3: 1 answer names the round "w11", which is on no list of rounds: for now it is taken to last from its first answer to its last.`,
		`Did you mean "w1"? Correct the wave_id`, "your list of rounds (survey_waves)")
	if strings.Contains(out, "when no round on your list was open") {
		t.Errorf("an answer that names its round fell between none:\n%s", out)
	}
	d.write("in/more rounds.csv", []byte("wave_id,cohort,opened,closed,invited_n\nw11,2025,2026-05-20,2026-06-05,3\n"))
	if _, out, _ := d.types("ingest", d.path("in")); strings.Contains(out, "on no list of rounds") {
		t.Errorf("the round is on the list now:\n%s", out)
	}
	alone := newDesk(t)
	alone.write("survey.csv", []byte(soundFolder["in/survey.csv"]))
	wants(t, alone.gets(exitDone, "ingest", alone.path("survey.csv")), `note: row 2: 2 answers name the round "w1", which is on no list of rounds`)
}

func TestRoundThatNoListHasIsRefused(t *testing.T) {
	d, _, _ := strayDesk(t)
	d.write("more.csv", []byte("respondent_id,submitted_at,Used it?\nM1,2026-05-23 10:00,4\n"))
	code, out, said := d.types("ingest", d.path("more.csv"), "--wave", "w2")
	if code != exitUsage || out != "" {
		t.Errorf("exit code %d: %s", code, out)
	}
	wants(t, said, `there is no survey round "w2"`)
	if all := d.gets(exitDone, "sources", "list"); strings.Contains(all, "more.csv") {
		t.Errorf("stored all the same:\n%s", all)
	}
}

func TestUnknownMemberIsKeptForSomebodyToCheck(t *testing.T) {
	d, code, out := strayDesk(t, [3]string{"in/attendance.csv", "s3,M2,present,60", "s3,M22,present,60"})
	if code != exitKept {
		t.Errorf("exit code %d", code)
	}
	wants(t, out, `to check: row 6: 1 row names the member_id "m22", which is on no member list`)
	wants(t, d.gets(exitKept, "check"), "This row names the member_id m22")
}

func TestUnknownSessionIsNoted(t *testing.T) {
	_, _, out := strayDesk(t, [3]string{"in/attendance.csv", "s3,M2,present,60", "s33,M2,present,60"})
	wants(t, out, `note: row 6: 1 row names the session "s33", which is not on the list of sessions, and no day.`)
}

func TestTemplateWithoutRowsTakesNobodysPlace(t *testing.T) {
	d, _, _ := strayDesk(t)
	d.write("in/blank forms/codebook.csv", []byte("item_id,column_header,kind,cycle,scale_min,scale_max\n"))
	out := d.gets(exitDone, "ingest", d.path("in"))
	wants(t, out, "codebook.csv: left out (a template without rows)")
	if strings.Contains(out, "--replaces") {
		t.Errorf("the question list should give way to a blank one:\n%s", out)
	}
	d.write("new forms/codebook.csv", []byte("item_id,column_header,kind,cycle,scale_min,scale_max\nmore,More?,likert,applied,1,5\n"))
	_, out, _ = d.types("ingest", d.path("new forms"))
	wants(t, out, `valuetrail ingest "`+d.path("new forms/codebook.csv")+`" --replaces`)
}

func TestMistakesAreAnsweredWithWhatToDo(t *testing.T) {
	d, _, _ := strayDesk(t)
	for said, words := range map[string][]string{
		`did you mean "2025"?`:         {"report", "--cohort", "2o25"},
		"there is no folder /nowhere/": {"indicators", "run", "--indicators", "/nowhere/at/all"},
	} {
		code, out, err := d.types(words...)
		if code == exitDone || out != "" || !strings.Contains(err, said) {
			t.Errorf("%q: exit code %d, %q, want %q", words, code, err, said)
		}
	}
	d.write("odd.csv", []byte("colour,taste\nred,sweet\n"))
	if _, _, err := d.types("ingest", d.path("odd.csv")); strings.Contains(err, "save it as .xlsx") || !strings.Contains(err, "valuetrail init writes templates") {
		t.Errorf("an unknown layout: %s", err)
	}
	_, out, _ := d.types("--now", "2027-01-10")
	wants(t, out, "add this year's under cohorts in ", "valuetrail.yaml")
}

func TestWorkbookOfQuestionsWithoutAnswersIsNoError(t *testing.T) {
	d, _, _ := strayDesk(t, [3]string{"in/survey.csv", "wave_id,respondent_id,submitted_at,Used it?\nw1,M1,2026-05-21 10:00,4\nw1,M2,2026-05-22 10:00,5", "respondent_id,submitted_at,Used it?\nM1,2026-03-21 10:00,4\nM2,2026-03-22 10:00,5"})
	code, _, err := d.types("ingest", d.path("to-decide.xlsx"))
	if code != exitDone || !strings.Contains(err, "holds no answer yet") {
		t.Errorf("exit code %d: %s", code, err)
	}
}

func TestSlipInWordsStopsTheReportAndNotIngest(t *testing.T) {
	d, _, _ := strayDesk(t)
	d.write("commentary.md", []byte("## Asked\n- a room | the board | soon\n"))
	d.write("in/more sessions.csv", []byte("session_id,cohort,date,kind,title,status,minutes\ns5,2025,2026-06-23,meeting,Late,held,90\n"))
	code, out, said := d.types("ingest", d.path("in/more sessions.csv"))
	if code != exitDone {
		t.Errorf("exit code %d: %s", code, said)
	}
	wants(t, out, "stored 1 of 1")
	wants(t, said, `commentary.md:2: want a day, found "soon"`, "hint: write it like 2026-09-01", "no report is drawn until this is mended")
	code, out, said = d.types("report", "--out", d.path("r.html"))
	if code != exitFailed || out != "" || exists(d.path("r.html")) {
		t.Errorf("a report without its words: exit code %d, %s", code, out)
	}
	wants(t, said, `commentary.md:2: want a day, found "soon"`)
	if strings.Contains(said, "are read all the same") {
		t.Errorf("nothing is read here: %s", said)
	}
}
