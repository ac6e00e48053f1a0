package main

import (
	"fmt"
	"strings"
	"testing"
)

// anonymously is a community with a round marked anonymous, answered as the rows
// say.
func anonymously(t *testing.T, declared bool, rows ...string) desk {
	t.Helper()
	d := newDesk(t)
	settings := "community: {id: planted, name: Planted}\ncohorts:\n  - {id: c, starts: 2025-09-01, ends: 2026-06-30}\n"
	rounds := "wave_id,cohort,opened,closed,invited_n,anonymous\nmay,c,2026-05-18,2026-06-01,20,y\n"
	if !declared { // by the settings, of a round that is on no list
		settings += "surveys:\n  - {id: may, anonymous: true}\n"
		rounds = "wave_id,cohort,opened,closed\napril,c,2026-04-01,2026-04-10\n"
	}
	d.write("valuetrail.yaml", []byte(settings))
	d.write("in/rounds.csv", []byte(rounds))
	d.write("in/questions.csv", []byte("item_id,column_header,text,cycle,kind,scale_min,scale_max,direction\nworth,worth,How much was it worth?,immediate,likert,0,100,positive\n"))
	d.write("in/answers.csv", []byte("wave_id,respondent_id,submitted_at,worth\n"+strings.Join(rows, "\n")+"\n"))
	d.gets(exitDone, "ingest", d.path("in"))
	return d
}

// Whoever answers an anonymous round three times is one of the five who must
// stand behind a figure, not three.
func TestOnePersonOfAnAnonymousRoundCountsOnce(t *testing.T) {
	for _, declared := range []bool{true, false} {
		t.Run(fmt.Sprintf("on the list of rounds %t", declared), func(t *testing.T) {
			rows := []string{"may,b1,2026-05-19 10:00:00,41", "may,B1,2026-05-20 10:00:00,53", "may,b1,2026-05-21 10:00:00,67"}
			for i := range 3 {
				rows = append(rows, fmt.Sprintf("may,x%d,2026-05-20 11:0%d:00,%d", i, i, 50+i))
			}
			d := anonymously(t, declared, rows...)
			if n := d.stores("SELECT count(*) FROM main.invitation WHERE response_id IS NOT NULL"); n[0] != "4" {
				t.Errorf("four people have %s answers", n[0])
			}
			for _, r := range d.readings("immediate_score") {
				if r.Shown {
					t.Errorf("shown of four people: %+v", r)
				}
			}
			if n := d.stores("SELECT count(*) FROM main.response AS r JOIN private.alias AS a ON a.alias_id = r.alias_id OR a.same_as = r.alias_id"); n[0] != "0" {
				t.Errorf("%s answers lead to who gave them", n[0])
			}
			if n := d.stores("SELECT count(*) FROM main.invitation WHERE member_id IS NOT NULL"); n[0] != "0" {
				t.Errorf("%s seats have a name", n[0])
			}
		})
	}
}

// The latest of somebody's answers counts, and others are others.
func TestTheLatestAnswerOfAnAnonymousRoundCounts(t *testing.T) {
	rows := []string{"may,b1,2026-05-21 10:00:00,100", "may,B1,2026-05-19 10:00:00,0"}
	for i := range 9 {
		rows = append(rows, fmt.Sprintf("may,x%d,2026-05-20 11:0%d:00,%d", i, i, 60+i%3*10))
	}
	d := anonymously(t, true, rows...)
	shown := 0
	for _, r := range d.readings("immediate_score") {
		if r.Shown && r.Cohort == "c" {
			shown++
			if r.People == nil || *r.People != 10 || r.Value == nil || *r.Value != 73 { // (100 + 3*(60+70+80)) / 10
				t.Errorf("%+v", r)
			}
		}
	}
	if shown == 0 {
		t.Error("nothing is shown of ten people")
	}
}

// A word that stands for nobody is no id: twelve who write it are twelve.
func TestAnswersOfAnAnonymousRoundWithoutIDsAreDifferentPeople(t *testing.T) {
	for _, id := range []string{"anonymous", "", "n/a"} {
		t.Run(id, func(t *testing.T) {
			var rows []string
			for i := range 12 {
				rows = append(rows, fmt.Sprintf("may,%s,2026-05-20 11:%02d:00,%d", id, i, 60+i%3*10))
			}
			d := anonymously(t, true, rows...)
			if n := d.stores("SELECT count(*) FROM main.invitation WHERE response_id IS NOT NULL"); n[0] != "12" {
				t.Errorf("twelve people have %s answers", n[0])
			}
		})
	}
}
