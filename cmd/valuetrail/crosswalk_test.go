package main

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// askedTwice writes a year's round of a form that names its questions by codes,
// Q1 whether anything was used and Q2 how useful it was, and reads it.
func askedTwice(d desk, cohort, used, useful string, top int) {
	var rows strings.Builder
	fmt.Fprintf(&rows, "StartDate,EndDate,Status,Finished,RecordedDate,ResponseId,ExternalReference,Q1,Q2\n")
	fmt.Fprintf(&rows, "Start Date,End Date,Response Type,Finished,Recorded Date,Response ID,External Data Reference,%q,%q\n", used, useful)
	rows.WriteString(`"{""ImportId"":""startDate"",""timeZone"":""Europe/London""}","{""ImportId"":""endDate""}","{""ImportId"":""status""}","{""ImportId"":""finished""}","{""ImportId"":""recordedDate""}","{""ImportId"":""_recordId""}","{""ImportId"":""externalDataReference""}","{""ImportId"":""QID1""}","{""ImportId"":""QID2""}"` + "\n")
	for n := range 16 {
		at := fmt.Sprintf("%s-12-01 10:%02d:00", cohort, n)
		fmt.Fprintf(&rows, "%s,%s,0,1,%s,R_%s%02d,m%s%02d,%s,%d\n", at, at, at, cohort, n, cohort, n, []string{"Yes", "No"}[n%2], 1+n%top)
	}
	d.gets(exitDone, "ingest", "--wave", "w"+cohort, d.write("round-"+cohort+".csv", []byte(rows.String())))
}

// comparedRounds has two cohorts that were each asked once, by a question list that
// goes by codes.
func comparedRounds(t *testing.T, used, useful string, top int) desk {
	t.Helper()
	book := "item_id,wave_id,column_header,cycle,kind,scale_min,scale_max\n"
	for i, cohort := range []string{"2024", "2025"} {
		book += fmt.Sprintf("used,w%s,Q1,applied,yesno,,\nuseful,w%s,Q2,immediate,likert,1,%d\n", cohort, cohort, []int{5, top}[i])
	}
	return listedRounds(t, book, used, useful, top)
}

// listedRounds has two cohorts that were each asked once, and a question list.
func listedRounds(t *testing.T, book, used, useful string, top int) desk {
	t.Helper()
	d := newDesk(t)
	d.write("valuetrail.yaml", []byte("community: {id: c, name: A community}\ntime_zone: Europe/London\ncohorts:\n  - {id: \"2024\", starts: 2024-09-01, ends: 2025-06-30}\n  - {id: \"2025\", starts: 2025-09-01, ends: 2026-06-30}\n"))
	list, waves := "member_id,display_name,cohort\n", "wave_id,cohort,opened,closed,invited_n\n"
	for _, cohort := range []string{"2024", "2025"} {
		for n := range 18 {
			list += fmt.Sprintf("m%s%02d,Person %s %c%c,%s\n", cohort, n, cohort, 'A'+n/5, 'a'+n, cohort)
		}
		waves += fmt.Sprintf("w%s,%s,%s-11-25,%s-12-10,18\n", cohort, cohort, cohort, cohort)
	}
	for name, text := range map[string]string{"list.csv": list, "waves.csv": waves, "codebook.csv": book} {
		d.gets(exitDone, "ingest", d.write(name, []byte(text)))
	}
	askedTwice(d, "2024", "Did you use any of it?", "How useful was it?", 5)
	askedTwice(d, "2025", used, useful, top)
	return d
}

// Rounds are compared question by question. Where a question was asked in other
// words or on another scale its figures are not compared, and what people read says
// so: the command, and the report on its page of differences.
func TestAQuestionAskedOtherwiseThanBeforeIsNotComparedAndTheReportSaysSo(t *testing.T) {
	const worded, scaled = "Not comparable: a question was worded differently.", "Not comparable: a question was answered on another scale."
	for name, c := range map[string]struct {
		used, useful string
		top          int
		says         map[string]string // by indicator; "" compared
	}{
		"as before":        {"2. Did you use any of it", "How useful was it?", 5, map[string]string{"applied_rate": "", "immediate_score": ""}},
		"in other words":   {"Have you used all of it?", "How useful was it?", 5, map[string]string{"applied_rate": worded, "immediate_score": ""}},
		"on a wider scale": {"Did you use any of it?", "How useful was it?", 7, map[string]string{"applied_rate": "", "immediate_score": scaled}},
	} {
		t.Run(name, func(t *testing.T) {
			d := comparedRounds(t, c.used, c.useful, c.top)
			d.gets(exitDone, "report", "--audience", "convenor", "--out", d.path("drawn"))
			page, err := os.ReadFile(d.path("drawn.html"))
			if err != nil {
				t.Fatal(err)
			}
			reported := ""
			for indicator, says := range c.says {
				out := d.gets(exitDone, "compare", indicator)
				if got := strings.Contains(out, "Not comparable"); got != (says != "") || !strings.Contains(out, says) {
					t.Errorf("compare %s:\n%s", indicator, out)
				}
				reported += says
			}
			for _, sentence := range []string{worded, scaled} {
				if got := strings.Contains(string(page), sentence); got != strings.Contains(reported, sentence) {
					t.Errorf("the report says %q: %v", sentence, got)
				}
			}
		})
	}
}

// A form that words a question anew is asked about once, with what speaks for its
// being the same. Whoever says so keeps the answers together, and still no figures
// are compared that were asked for in different words.
func TestAQuestionWordedAnewIsAskedAboutAndStillNotCompared(t *testing.T) {
	const now = "Have you used all of it?"
	d := listedRounds(t, "item_id,column_header,cycle,kind,scale_min,scale_max\nused,Did you use any of it?,applied,yesno,,\nuseful,How useful was it?,immediate,likert,1,5\n", now, "How useful was it?", 5)
	if out := d.gets(exitDone, "compare", "applied_rate"); !strings.Contains(out, "Not comparable") || strings.Contains(out, "worded") {
		t.Errorf("before the answer:\n%s", out)
	}
	t.Chdir(d.folder)
	cells := sheetCells(t, "to-decide.xlsx", "survey questions")
	for _, want := range []string{"Likely \"Did you use any of it?\" of round-2024.csv", "one id in the tool", "one code", "the same place in the form", "answered alike", "the same as before: \"Did you use any of it?\""} {
		if !strings.Contains(cells, want) {
			t.Errorf("to-decide.xlsx does not say %q:\n%s", want, cells)
		}
	}
	choose(t, now, "right as it stands here")
	d.gets(exitDone, "ingest", "to-decide.xlsx")
	if out := d.gets(exitDone, "compare", "applied_rate"); !strings.Contains(out, "Not comparable: a question was worded differently.") {
		t.Errorf("after the answer:\n%s", out)
	}
	if _, err := os.Stat("to-decide.xlsx"); err == nil {
		t.Errorf("asks again:\n%s", sheetCells(t, "to-decide.xlsx", "survey questions"))
	}
}

// sheetCells are the cells of a sheet, a line each.
func sheetCells(t *testing.T, path, sheet string) string {
	t.Helper()
	book, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	rows, err := book.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(slices.Concat(rows...), "\n")
}

// What was decided is told in words, though nobody said yet what the earlier question
// asks.
func TestADecisionAboutAQuestionInOtherWordsIsToldInWords(t *testing.T) {
	d := newDesk(t)
	d.write("valuetrail.yaml", []byte("community: {id: c, name: A community}\ntime_zone: Europe/London\n"))
	for i, asked := range []string{"How useful was it?", "How useful was it to you?"} {
		month := 5 + i
		d.gets(exitDone, "ingest", d.write(fmt.Sprintf("month-%d.csv", month), fmt.Appendf(nil, "Timestamp,%s,Why?\n%[2]d/20/2026 10:11:12,4,because\n%[2]d/21/2026 10:11:12,5,so\n", asked, month)))
	}
	t.Chdir(d.folder)
	choose(t, "How useful was it to you?", "right as it stands here")
	d.gets(exitDone, "ingest", "to-decide.xlsx")
	if out := d.gets(exitDone, "people", "decisions"); !strings.Contains(out, "the same as an earlier question of its form, in other words") || strings.Contains(out, "unlisted") {
		t.Errorf("told as:\n%s", out)
	}
}
