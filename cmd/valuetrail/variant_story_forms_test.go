package main

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"valuetrail/internal/need"
)

// storyForms are two stories told through a form, as each platform gives them.
func storyForms(t *testing.T) map[string][]byte {
	t.Helper()
	asks := []any{"Describe an activity you took part in and what it was like", "What resource did it produce for you?", "Tell how you used it in your practice",
		"How did it affect your success?", "What changed for your organization?", "Did it change what success is for you?", "Who may read this story?", "Which session is it about?", "Favourite colour"}
	tellings := [][]any{
		{"We met at the lake and compared how each of us decides", "A checklist for decisions, one page long", "I put it on the wall and used it on Monday", "I sleep better since we decide three days sooner", "Two proposals were accepted in a week", "", "The community, but without my name", "Kick-off", "blue"},
		{"The peer assist about losing my best engineer", "Four ideas that I had never thought of", "", "", "", "", "whatever you like", "Peer assist", "red"}}
	at := []time.Time{time.Date(2025, 10, 14, 16, 2, 11, 0, time.UTC), time.Date(2025, 10, 15, 9, 30, 0, 0, time.UTC)}
	mails := []any{"ann@b.org", "bo@b.org"}
	google, german := [][]any{append([]any{"Timestamp", "Email Address"}, asks...)}, [][]any{append([]any{"Zeitstempel", "E-Mail-Adresse"}, asks...)}
	microsoft, dutch := [][]any{append([]any{"ID", "Start time", "Completion time", "Email", "Name"}, asks...)}, [][]any{append([]any{"ID", "Begintijd", "Tijd van voltooien", "E-mail", "Naam"}, asks...)}
	monkey := [][]any{append([]any{"Respondent ID", "Collector ID", "Start Date", "End Date", "Email Address"}, asks...), {"", "", "", "", ""}}
	for range asks {
		monkey[1] = append(monkey[1], "Open-Ended Response")
	}
	for i, told := range tellings {
		google = append(google, append([]any{at[i].Format("1/2/2006 15:04:05"), mails[i]}, told...))
		german = append(german, append([]any{at[i].Format("02.01.2006 15:04:05"), mails[i]}, told...))
		microsoft = append(microsoft, append([]any{i + 1, at[i].Add(-time.Minute), at[i], mails[i], []any{"Ann Lee", "Bo Skov"}[i]}, told...))
		dutch = append(dutch, append([]any{i + 1, at[i].Add(-time.Minute).Format("2-1-2006 15:04:05"), at[i].Format("2-1-2006 15:04:05"), mails[i], ""}, told...))
		monkey = append(monkey, append([]any{fmt.Sprint(10650304700 + i), "7", at[i].Add(-time.Minute).Format("01/02/2006 03:04:05 PM"), at[i].Format("01/02/2006 03:04:05 PM"), mails[i]}, told...))
	}
	wide, err := utf16BE.NewEncoder().Bytes(tsvOf(google))
	if err != nil {
		t.Fatal(err)
	}
	return map[string][]byte{"google.csv": tsvOf(google), "google reordered.tsv": tsvOf(reordered(google, 1)), "german.tsv": tsvOf(german), "wide.tsv": wide, "google.xlsx": bookOf(t, google, excelize.Options{}),
		"microsoft.xlsx": bookOf(t, microsoft, excelize.Options{}), "microsoft reordered.xlsx": bookOf(t, reordered(microsoft, 1), excelize.Options{}), "dutch.csv": tsvOf(dutch), "monkey.tsv": tsvOf(monkey)}
}

func TestStoriesToldThroughAFormAreStoriesWhicheverToolMadeIt(t *testing.T) {
	const query = `SELECT s.collected_on - 20375, coalesce(p.words, '-'), coalesce(o.words, '-'), coalesce(u.words, '-'), coalesce(s.consent_scope, '-'), coalesce(s.anonymize, false), s.teller_alias_id IS NOT NULL
		FROM main.story AS s LEFT JOIN private.text AS p ON p.text_id = s.activity_text_id LEFT JOIN private.text AS o ON o.text_id = s.outcome_organizational_text_id
		LEFT JOIN private.text AS u ON u.text_id = s.application_text_id WHERE s.counts`
	want := "0 We met at the lake and compared how each of us decides Two proposals were accepted in a week I put it on the wall and used it on Monday community true true; " +
		"1 The peer assist about losing my best engineer - - private false true"
	for name, data := range storyForms(t) {
		d := newDesk(t)
		code, all := d.receipts(d.write(name, data))
		r := all[0]
		if code != exitDone || r["kind"] != "stories" || r.number("facts.stories") != 2 || r.number("facts.distinct_emails") != 2 || !r.codes()["consent_unclear"] || !r.codes()["column_unknown"] {
			t.Errorf("%s: exit code %d, %v, %s, %v", name, code, r["kind"], asJSON(r["facts"]), r.codes())
		}
		balances(t, r)
		if have := strings.Join(d.stores(query), "; "); have != want {
			t.Errorf("%s: %s, want %s", name, have, want)
		}
		if cycles := d.stores("SELECT DISTINCT cycle FROM main.story_cycle WHERE asked"); len(cycles) != 5 {
			t.Errorf("%s: asked for %v", name, cycles)
		}
		end := []byte("\n")
		if name == "wide.tsv" {
			end = []byte{0, '\n'}
		}
		if code, again := d.receipts(d.write("again "+name, append(data, end...))); code != exitDone || again[0].number("facts.stories") != 2 || d.stores("SELECT count(*) FROM main.story WHERE counts")[0] != "2" {
			t.Errorf("%s exported again: exit code %d, %v stories", name, code, d.stores("SELECT count(*) FROM main.story WHERE counts"))
		}
	}
}

func TestNobodyGuessesWhetherAFormIsToldOrAnswered(t *testing.T) {
	d := newDesk(t)
	file := d.write("form.csv", []byte("Timestamp,What did you gain from the session?,How did you apply it?,What difference did it make for you?\n"+
		"10/14/2025 16:02:11,A checklist for decisions that takes one page,I put it on the wall and used it twice,I slept better and decided three days sooner\n"))
	code, all := d.receipts(file)
	if r := all[0]; code != exitKept || r.number("rows.to_check") != 1 || r.number("rows.loaded") != 0 || !r.codes()["stories_or_survey"] {
		t.Errorf("exit code %d, rows %s, %v", code, asJSON(r["rows"]), r.codes())
	}
	code, all = d.receipts(file, "--as", "survey", "--wave", "w1", "--session", "s3")
	if r := all[0]; code != exitDone || r.number("facts.responses") != 1 || r["kind"] != "survey" {
		t.Errorf("as a survey: exit code %d, %s", code, asJSON(r))
	}
	if have := strings.Join(d.stores("SELECT wave_id, session_id FROM main.response"), "; "); have != "w1 s3" {
		t.Errorf("round and session: %s", have)
	}
	if code, _, complaints := d.types("ingest", file, "--as", "storys"); code != exitUsage || !strings.Contains(complaints, "stories") {
		t.Errorf("exit code %d, %s", code, complaints)
	}
}

func TestAnswersOfAFormGoToTheRoundThatWasOpen(t *testing.T) {
	head := []any{"ID", "Startzeit", "Fertigstellungszeit", "E-Mail", "Name", "How useful\u00a0was it?", "What did you take?"}
	at := time.Date(2025, 10, 14, 16, 2, 11, 0, time.UTC)
	rows := [][]any{head, {1, at, at.Add(time.Minute), "ann@b.org", "Ann Lee", 4, "A list, with notes;A contact;"}, {2, at.AddDate(0, 2, 0), at.AddDate(0, 2, 0).Add(time.Minute), "anonymous", "", 5, "A list;my sister;"}}
	d := newDesk(t)
	d.receipts(d.write("waves.csv", []byte("wave_id,cohort,opened,closed,invited_n,anonymous\nautumn,2025,2025-10-01,2025-10-31,30,\nwinter,2025,2025-12-01,2025-12-31,30,\n")),
		d.write("items.csv", []byte("item_id,column_header,kind,cycle,scale_min,scale_max,labels\nuseful,How useful was it?,likert,immediate,1,5,\ntaken,What did you take?,multi,,,,\"A list|A list, with notes|A contact\"\n")),
		d.write("form.xlsx", bookOf(t, rows, excelize.Options{})))
	for query, want := range map[string]string{
		"SELECT wave_id, count(*) FROM main.response GROUP BY 1":                                              "autumn 1; winter 1",
		"SELECT wave_id, number, score FROM main.answer WHERE item_id = 'useful'":                             "autumn 4 75; winter 5 100",
		"SELECT wave_id, coalesce(CAST(number AS integer), 0) FROM main.answer WHERE item_id = 'taken'":       "autumn 2; autumn 3; winter 0; winter 1",
		"SELECT count(*) FROM main.identity AS i JOIN main.response AS r USING (alias_id)":                    "1",
		"SELECT words FROM private.text WHERE words LIKE '%@%' OR words LIKE '%Ann%'":                         "",
		"SELECT count(*) FROM private.question_column WHERE heading IN ('Name', 'E-Mail', 'ID', 'Startzeit')": "0",
	} {
		if have := strings.Join(d.stores(query), "; "); have != want {
			t.Errorf("%s: %s, want %s", query, have, want)
		}
	}
}

func TestTheTortureFileOfSurveyMonkeyIsRead(t *testing.T) {
	d := newDesk(t)
	code, all := d.receipts(filepath.Join(need.Shared(t), "torture", "csv", "synth__surveymonkey2.csv"))
	if r := all[0]; code != exitDone || r["source"] != "surveymonkey" || r.number("facts.responses") != 2 || r.number("facts.questions") != 2 || r.number("facts.answers") != 5 || !r.codes()["times_missing"] {
		t.Errorf("exit code %d, %s", code, asJSON(r))
	}
	if have := strings.Join(d.stores("SELECT heading FROM private.question_column"), "; "); have != "Rating; Which apply? - Email; Which apply? - Other; Which apply? - Phone" {
		t.Errorf("questions: %s", have)
	}
}
