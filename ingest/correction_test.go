package ingest_test

import (
	"math/rand/v2"
	"testing"

	"valuetrail/ingest"
)

// What a newer export gives again replaces what it covers; what it does not give
// stays. What people said about it is about the story, the person and the question,
// not about the file: it survives, whichever file is read first.
func TestANewerExportReplacesWhatItCoversAndWhatPeopleSaidSurvives(t *testing.T) {
	const meta = "Respondent ID,Collector ID,Start Date,End Date,Email Address,First Name,Last Name,How useful was it?,What else?\n,,,,,,,Response,Open-Ended Response\n"
	files := [][2]string{
		{"list.csv", "member_id,display_name,email,cohort\nm1,Rebecca Hassan,rebecca@x.org,a\nm2,Bo Skov,bo@x.org,a\n"},
		{"waves.csv", waves + "w1,a,2025-10-01,2025-12-31,2,\n"},
		{"stories.csv", "story_id,collected_on,teller_label,activity,application,consent_scope\ns1,2025-10-10,Becky Hassan,We met,I tried it,community\ns2,2025-10-11,Bo Skov,We met,I wrote it down,community\n"},
		{"stories-again.csv", "story_id,collected_on,teller_label,activity,application,consent_scope\ns1,2025-11-10,Becky Hassan,We met,I use it every week,community\n"},
		{"codes.csv", "story_id,coder_id,cycle,capital_type,code\ns1,m2,applied,,checklist\n"},
		{"answers.csv", meta + "10650000001,1,2025-10-05 10:00:00,2025-10-05 10:05:00,,Becky,Hassan,2,\n10650000002,1,2025-10-06 10:00:00,2025-10-06 10:05:00,bo@x.org,,,4,\n"},
		{"answers-again.csv", meta + "10650000001,1,2025-10-05 10:00:00,2025-11-05 10:05:00,,Becky,Hassan,5,more\n"},
	}
	facts := map[string]string{
		"SELECT s.story_id, x.words FROM main.story AS s JOIN private.text AS x ON x.text_id = s.application_text_id WHERE s.counts":                                                                                                                                                   "s1 I use it every week; s2 I wrote it down",
		"SELECT c.story_id, c.code, c.cycle FROM main.story_code AS c JOIN main.story AS s ON s.story_id = c.story_id AND s.counts WHERE c.counts":                                                                                                                                     "s1 checklist applied",
		"SELECT p.member_list_id, s.story_id FROM main.story AS s JOIN main.identity AS i ON i.alias_id = s.teller_alias_id JOIN private.person AS p USING (member_id) WHERE s.counts":                                                                                                 "m1 s1; m2 s2",
		"SELECT p.member_list_id, i.how, a.number, a.score FROM main.response AS r JOIN main.answer AS a ON a.file_id = r.file_id AND a.row_no = r.row_no AND a.number IS NOT NULL JOIN main.identity AS i USING (alias_id) JOIN private.person AS p USING (member_id) WHERE r.counts": "m1 accepted 5 100; m2 member_list 4 75",
	}
	var first map[string][]string
	for seed := range uint64(3) {
		h, rng := newHouse(t, twoCohorts), rand.New(rand.NewPCG(seed, 8))
		order := rng.Perm(len(files))
		for n, i := range order {
			h.take(files[i][0], files[i][1])
			if n == 4 { // in between somebody answers what is asked so far
				h.answerAll()
			}
		}
		h.answerAll()
		for query, want := range facts {
			h.want("after the newer exports", query, want)
		}
		if open := h.open(); len(open) != 0 {
			t.Errorf("still asks %+v", open)
		}
		if first == nil {
			first = h.holds()
		}
		sameDump(t, h.holds(), first)
		h.again(nil, "answers-again.csv").want("without the newer one", "SELECT a.number FROM main.answer AS a JOIN main.response AS r USING (file_id, row_no) WHERE r.counts AND a.number IS NOT NULL", "2; 4")
	}
}

// answerAll says of every name that it is the first proposed, and of every question
// with numbers that it asks how useful it was, of the others that they are left out.
func (h *house) answerAll() {
	h.t.Helper()
	var all []ingest.Decision
	for _, q := range h.open() {
		switch {
		case q.Kind == ingest.AskName:
			all = append(all, ingest.Decision{ID: "name " + q.Subject, At: "2026-01-01T10:00:00Z", Who: "me", Verdict: "same", Subject: q.Subject, Object: q.Candidates[0].Object})
		case q.Kind == ingest.AskQuestion && q.Shown == "How useful was it?":
			all = append(all, ruled("02", q.Kind, q.Subject, ingest.Meaning{Cycle: "immediate", Kind: "likert", Min: 1, Max: 5, Direction: "high_good"}.String()))
		case q.Kind == ingest.AskQuestion:
			all = append(all, ruled("02", q.Kind, q.Subject, ingest.Meaning{LeaveOut: true}.String()))
		}
	}
	h.run(nil, ingest.Options{Decisions: all})
}

// open are the questions that nobody answered yet.
func (h *house) open() (all []ingest.Question) {
	h.t.Helper()
	err := h.w.Store("c").Read(h.t.Context(), func(b ingest.Batch) (err error) {
		all, _, err = ingest.Ask(h.t.Context(), b, h.basis.Settings)
		return err
	})
	if err != nil {
		h.t.Fatal(err)
	}
	return all
}
