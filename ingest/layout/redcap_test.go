package layout

import (
	"fmt"
	"strings"
	"testing"

	"valuetrail/internal/vocabulary"
)

const capCSV = "record_id,redcap_event_name,redcap_repeat_instrument,redcap_repeat_instance,redcap_survey_identifier,worth_timestamp,worth,used___1,used___2,worth_complete,follow_timestamp,changed,follow_complete\n" +
	"1,autumn_arm_1,,,ann@b.org,2025-10-01 14:03:22,4,1,0,2,[not completed],,0\n" +
	"1,autumn_arm_1,follow,1,,,,,,,2025-11-01 09:00,a lot,2\n" +
	"1,autumn_arm_1,follow,2,,,,,,,,nothing,1\n" +
	"2,spring_arm_1,,,,2026-02-01 14:03,3,0,0,2,2026-02-03 10:00,much,2\n"

func TestREDCapWithEventsAndRepeats(t *testing.T) {
	sum, h := source(t, redCap, "p.csv", capCSV, Said{})
	s := h.of(vocabulary.Survey)
	var said []string
	for _, r := range s {
		said = append(said, fmt.Sprint(r["response_id"], " ", r["wave_id"], " ", r["submitted_at"], " ", r["complete"], " ", r["email"]))
	}
	same(t, "rows", strings.Join(said, "\n"), "1 autumn_arm_1 2025-10-01T14:03:22Z yes ann@b.org\n1 autumn_arm_1 2025-11-01T09:00:00Z yes \n1 autumn_arm_1  no \n2 spring_arm_1 2026-02-03T10:00:00Z yes ")
	same(t, "problems", h.codes(), "")
	keys := map[string]bool{}
	for _, r := range h.rows {
		keys[r.Key] = true
	}
	same(t, "keys", len(keys), 4)
	same(t, "turns", fmt.Sprint(sum.Values), "map[redcap_event_name:map[autumn_arm_1:3 spring_arm_1:1] redcap_repeat_instrument:map[:2 follow:2]]")
	same(t, "questions", headings(sum), "worth|used___1|used___2|changed")
	same(t, "columns", sum.Columns, 13)
}

func TestREDCapUnderLabels(t *testing.T) {
	text := "Record ID,Event Name,Repeat Instrument,Repeat Instance,Survey Identifier,Survey Timestamp,Was it worth it?,Used? (choice=A list),Used? (choice=A van),Complete?,Survey Timestamp,What changed?,Complete?\n" +
		"1,Autumn (Arm 1: All),,,,2025-10-01 14:03:22,4,Checked,Unchecked,Complete,[not completed],,Incomplete\n" +
		"1,Autumn (Arm 1: All),Follow-up,1,,,,,,,2025-11-01 09:00,a lot,Complete\n"
	sum, h := source(t, redCap, "p.csv", text, Said{})
	s := h.of(vocabulary.Survey)
	same(t, "event", s[0]["wave_id"], "autumn_arm_1")
	same(t, "complete", s[0]["complete"]+s[1]["complete"], "yesyes")
	same(t, "sent", s[1]["submitted_at"], "2025-11-01T09:00:00Z")
	same(t, "questions", len(sum.Questions), 4)
	same(t, "turns", fmt.Sprint(sum.Values), "map[Event Name:map[Autumn (Arm 1: All):2] Repeat Instrument:map[:1 Follow-up:1]]")
}

func TestREDCapEventsAreNamedAlikeInBothWritings(t *testing.T) {
	for label, want := range map[string]string{"Autumn round (Arm 1: All)": "autumn_round_arm_1", "autumn_round_arm_1": "autumn_round_arm_1",
		"Follow-up after 12 months (Arm 2: B)": "followup_after_12_arm_2", "": ""} {
		same(t, label, eventName(label), want)
	}
}

func TestREDCapWithoutEvents(t *testing.T) {
	for name, c := range map[string]struct {
		text, complete string
		questions      int
	}{
		"forms":               {"record_id,name,height,demographics_complete\n1,Valdez,\"1,54\",2\n2,Rich,,1\n3,,,0\n", "yes no ", 2},
		"boxes":               {"study_id,a___1,a___2,form_1_complete\n1,1,0,2\n2,0,0,0\n3,0,1,0\n", "yes  no", 2},
		"boxes without forms": {"record_id,a___1,a___2,why\n1,1,0,x\n2,0,0,y\n3,0,1,z\n", "  ", 3},
		"a table's numbers":   {",record_id,name,demographics_complete\n5,1,Valdez,2\n1,2,Rich,1\n9,3,,0\n", "yes no ", 1},
		"a group of records":  {"record_id,redcap_data_access_group,name,demographics_complete\n1,north,Valdez,2\n2,,Rich,1\n3,,,0\n", "yes no ", 1},
		"a survey's own time": {"record_id,s_timestamp,worth,s_complete\n1,2025-10-01 10:00:00,4,2\n2,[not completed],3,0\n3,,,0\n", "yes no", 1},
	} {
		sum, h := source(t, redCap, "p.csv", c.text, Said{Wave: "w1"})
		var said []string
		for _, r := range h.of(vocabulary.Survey) {
			said = append(said, r["complete"])
			same(t, name+": round", r["wave_id"], "w1")
			same(t, name+": record", r["response_id"], plainNumber(float64(len(said))))
		}
		same(t, name+": complete", strings.Join(said, " "), c.complete)
		same(t, name+": questions", len(sum.Questions), c.questions)
	}
}

func TestREDCapCountsNobodyWhoWasAskedAndNeverAnswered(t *testing.T) {
	for name, text := range map[string]string{
		"boxes alone":        "record_id,s_timestamp,worth,used___1,used___2,s_complete\n1,2025-10-01 10:00:00,4,1,0,2\n2,[not completed],5,0,0,0\n3,,,0,0,0\n4,[not completed],,0,0,0\n5,,,0,1,0\n",
		"under labels":       "Record ID,Survey Identifier,Survey Timestamp,Worth it?,Used? (choice=A list),Used? (choice=A van),Complete?\n1,,2025-10-01 10:00:00,4,Checked,Unchecked,Complete\n2,,[not completed],5,Unchecked,Unchecked,Incomplete\n3,c@d.org,,,Unchecked,Unchecked,Incomplete\n4,,[not completed],,Unchecked,Unchecked,\n5,,,,Unchecked,Checked,Incomplete\n",
		"a nought in itself": "record_id,s_timestamp,worth,used___1,s_complete\n1,2025-10-01 10:00:00,4,1,2\n2,,0,0,0\n3,,,0,0\n4,,,0,\n5,,,0,1\n",
	} {
		sum, h := source(t, redCap, "p.csv", text, Said{Wave: "w1"})
		same(t, name+": who answered", h.lines(vocabulary.Survey, "response_id"), "1; 2; 5")
		same(t, name+": read and left out", fmt.Sprint(sum.Read, sum.Ignored), "5 map[unanswered:2]")
	}
}

func TestREDCapProjectsOfOtherFormsAreOthers(t *testing.T) {
	key := func(text string) string {
		_, h := source(t, redCap, "p.csv", text, Said{})
		return h.rows[0].Key
	}
	one := key("record_id,worth,autumn_complete\n1,4,2\n")
	same(t, "changed and exported again", key("record_id,worth,more,autumn_complete\n1,5,,2\n"), one)
	if other := key("record_id,worth,spring_complete\n1,4,2\n"); other == one {
		t.Errorf("two projects, one key %q", one)
	}
}

func TestTablesThatOnlySoundLikeREDCap(t *testing.T) {
	for name, text := range map[string]string{
		"a task list":       "task,is_complete\nletters,yes\nbooks,no\n",
		"labels of a table": "Name,Complete?\nAnn,4\n",
		"codes":             "a,b,c\n1,0,1\n",
	} {
		if p, err := (answersTool{redCap, findCap}).Match(book(t, "r.csv", text)); err != nil || p >= floor {
			t.Errorf("%s: %v, %v", name, p, err)
		}
	}
}

func FuzzREDCap(f *testing.F) {
	fuzzLayout(f, answersTool{redCap, findCap}, capCSV, "Record ID,Event Name,Repeat Instrument,Repeat Instance,Survey Timestamp,Worth it?,Used? (choice=A list),Complete?\n1,Autumn (Arm 1: All),,,2025-10-01 14:03:22,4,Checked,Complete\n2,,Follow-up,1,,,,\n",
		"record_id,name,height,demographics_complete\n1,Valdez,\"1,54\",2\n2,Rich,,1\n")
}
