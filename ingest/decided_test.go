package ingest_test

import (
	"testing"

	"valuetrail/ingest"
)

func TestWhatIsDecidedAboutANameMovesItsAttendanceAndBack(t *testing.T) {
	h := newHouse(t, twoCohorts).take("list.csv", list, "zoom.csv", "session_id,session_date,name,status\ns1,2025-10-06,Bo Skow,present\ns1,2025-10-06,Ann Lee,present\n")
	if len(h.last.Questions) != 1 {
		t.Fatalf("questions: %+v", h.last.Questions)
	}
	q := h.last.Questions[0]
	before := h.dump()
	decide := func(at, verdict string) ingest.Decision {
		d := ingest.Decision{ID: q.Subject, At: "2026-01-0" + at + "T10:00:00Z", Who: "me", Subject: q.Subject, Verdict: verdict}
		if verdict == "same" || verdict == "other" {
			d.Object = q.Candidates[0].Object
		}
		if verdict == "other" {
			d.ID += " not " + d.Object
		}
		return d
	}
	h.want("as read", presences, "Bo Skow s1 present . true; m1 s1 present . true")
	h.again([]ingest.Decision{decide("1", "same")}).want("the same", presences, "m1 s1 present . true; m2 s1 present . true")
	h.take("next.csv", "session_id,session_date,name,status\ns2,2025-10-13,Bo Skow,present\n")
	h.want("the next file knows", presences+" WHERE x.session_id = 's2'", "m2 s2 present . true")
	h.again([]ingest.Decision{decide("2", "other")}).want("taken back", presences+" WHERE x.session_id = 's1'", "Bo Skow s1 present . true; m1 s1 present . true")
	h.again([]ingest.Decision{decide("3", "nobody")}).want("a device after all", presences, "m1 s1 present . true")
	h.again([]ingest.Decision{decide("4", "visitor")}, "next.csv")
	after := h.dump()
	delete(before, "match_decision")
	sameDump(t, after, before)
}

func TestKeysDecideNothingThatPeopleSee(t *testing.T) {
	var seen []map[string]string
	for _, key := range []string{"one key of thirty-two bytes, said", "another key, of thirty-two bytes."} {
		h := newHouseWithKey(t, twoCohorts, key).take(month()...)
		all := map[string]string{}
		for what, sql := range map[string]string{
			"presence":  presences,
			"seats":     seats,
			"sessions":  "SELECT s.session_id IS NULL, s.day_no, t.words, s.has_register FROM main.session AS s JOIN private.text AS t ON t.text_id = s.title_text_id",
			"enrolment": "SELECT p.member_list_id, e.cohort_id, e.first_day, e.last_day, e.row_no FROM main.enrolment AS e JOIN private.person AS p USING (member_id)",
			"scores":    "SELECT wave_id, part, mean FROM main.response_score",
			"stories":   "SELECT c.story_id, c.cycle, c.basis, t.words FROM main.story_cycle AS c JOIN main.story AS s USING (story_id) LEFT JOIN private.text AS t ON t.text_id = s.byline_text_id",
			"files":     "SELECT rows_read, rows_loaded, rows_repeated, order_key FROM main.source_file",
		} {
			all[what] = h.ask(sql)
		}
		for _, q := range h.last.Questions {
			all["questions"] += q.Shown + " " + q.File + " " + q.Candidates[0].Shown + "; "
		}
		seen = append(seen, all)
	}
	for what, answer := range seen[0] {
		if answer == "" {
			t.Errorf("%s: nothing to compare", what)
		}
		if seen[1][what] != answer {
			t.Errorf("%s:\none     %s\nanother %s", what, answer, seen[1][what])
		}
	}
}
